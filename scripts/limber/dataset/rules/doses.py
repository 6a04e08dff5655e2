"""Rules on doses: amounts, ranges, tempo, rests, alternatives and goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from limber.dataset.problem import Place, Problem, listed, quoted
from limber.dataset.rules.tables import DoseAt, Record, Tables
from limber.model.nouns import Range

_AMOUNTS = ("reps", "hold_seconds", "work_seconds")


def _kind(dose: Record) -> str:
    """Which kind of amount a dose has, if it has one."""
    given = tuple(each for each in _AMOUNTS if each in dose)
    return {
        ("reps",): "repetitions",
        ("hold_seconds",): "a hold",
        ("reps", "hold_seconds"): "held repetitions",
        ("work_seconds",): "timed work",
    }.get(given, "")


def _every(tables: Tables) -> Iterator[tuple[Place, Record, DoseAt]]:
    """Every dose and every alternative."""
    for each in tables.doses:
        for where, dose in each.options():
            yield where, dose, each


def a_dose_has_one_kind_of_amount(tables: Tables) -> Iterator[Problem]:
    """Repetitions, a hold, held repetitions or timed work: a timer must know which."""
    for where, dose, _ in _every(tables):
        if _kind(dose):
            continue
        given = [each for each in _AMOUNTS if each in dose]
        what = f"the dose gives {listed(given)}." if given else "the dose gives no amount."
        tip = "A dose is one of reps, hold_seconds, reps with hold_seconds, or work_seconds; "
        yield Problem(where, what, tip + ("keep the one meant." if given else "write one."), at_key=True)


def a_range_runs_upward(tables: Tables) -> Iterator[Problem]:
    """The least comes first; a range that ends where it begins is a plain number."""
    for where, dose, _ in _every(tables):
        for key in _AMOUNTS:
            if isinstance(amount := dose.get(key), dict):
                yield from _downward((*where, key), amount)
    for where, record in tables.records("routines"):
        source = record.get("source")
        if isinstance(source, dict) and isinstance(source.get("length_seconds"), dict):
            yield from _downward((*where, "source", "length_seconds"), source["length_seconds"])


def _downward(where: Place, amount: Record) -> Iterator[Problem]:
    least, most = amount.get("min"), amount.get("max")
    if least is None or most is None or least < most:
        return
    if least == most:
        yield Problem((*where, "max"), f"the range goes from {least} to {most}.", f"Write the number alone: {least}.")
    else:
        yield Problem(
            (*where, "max"),
            f"the range runs downward, from {least} to {most}.",
            f"The least comes first: {{min: {most}, max: {least}}}.",
        )


def a_tempo_paces_repetitions(tables: Tables) -> Iterator[Problem]:
    """A tempo says how a repetition goes; a hold and timed work have none, and it takes time."""
    for where, dose, _ in _every(tables):
        if "tempo" not in dose:
            continue
        if _kind(dose) != "repetitions":
            yield Problem(
                (*where, "tempo"),
                f"a tempo paces repetitions, but the dose is {_kind(dose) or 'without reps'}.",
                "Take the tempo out, or give reps alone.",
                covers=((*where, "tempo"), (*where, "reps")),
            )
        elif not re.search("[1-9]", dose["tempo"]):
            yield Problem(
                (*where, "tempo"),
                f"at {quoted(dose['tempo'])} a repetition takes no time.",
                "Take the tempo out, or write the seconds of lower, pause, raise and pause.",
            )


def a_rest_has_two_ends(tables: Tables) -> Iterator[Problem]:
    """A rest lies between two sets, or between two held repetitions."""
    for where, dose, _ in _every(tables):
        if "rest_seconds" in dose and dose.get("sets", 1) == 1:
            yield Problem(
                (*where, "rest_seconds"),
                "this rest lies between sets, but there is one set only.",
                "Take it out, or give the number of sets.",
                at_key=True,
                covers=((*where, "rest_seconds"), (*where, "sets")),
            )
        if "rep_rest_seconds" in dose and _kind(dose) not in ("held repetitions", ""):
            yield Problem(
                (*where, "rep_rest_seconds"),
                f"this rest lies between held repetitions, but the dose is {_kind(dose)}.",
                "Take it out, or give both reps and hold_seconds.",
                at_key=True,
            )


def an_alternative_is_one_and_of_another_kind(tables: Tables) -> Iterator[Problem]:
    """Two of a kind are a range, and nobody chooses among three on one leg."""
    for each in tables.doses:
        options = list(each.options())
        if len(options) > 2:
            yield Problem(
                options[2][0],
                "an alternative has an alternative of its own.",
                "Take it out: there are two doses to choose from.",
                at_key=True,
            )
        elif len(options) == 2:
            (_, first), (where, other) = options
            if _kind(first) and _kind(first) == _kind(other):
                yield Problem(
                    where,
                    f"both doses to choose from are {_kind(other)}.",
                    "Write one of them, as a range such as {min: 30, max: 60}.",
                    at_key=True,
                )


def a_goal_is_no_less_than_its_start(tables: Tables) -> Iterator[Problem]:
    """What one works up to is at least where one begins; only like is compared with like."""
    starts = {each.where[:-1]: each for each in tables.doses if each.level == "start"}
    for goal in tables.doses:
        start = starts.get(goal.where[:-1])
        if goal.level != "goal" or start is None:
            continue
        for where, dose in goal.options():
            total = _total(dose)
            for _, other in start.options():
                before = _total(other)
                if not total or not before or _kind(dose) != _kind(other):
                    continue
                if (total.max, total.min) < (before.max, before.min):
                    unit = "repetitions" if _kind(dose) == "repetitions" else "seconds"
                    yield Problem(
                        where,
                        f"the goal, {_said(total)} {unit} in all, is less than the start, {_said(before)}.",
                        "Raise the goal, or lower the start.",
                        at_key=True,
                        covers=(goal.where[:-1],),
                    )


def _total(dose: Record) -> Range | None:
    """All repetitions or seconds of a dose over its sets."""
    if not _kind(dose):
        return None
    least = most = dose.get("sets", 1)
    for key in _AMOUNTS:
        if key in dose:
            amount = dose[key]
            if isinstance(amount, dict) and not {"min", "max"} <= amount.keys():
                return None
            each = Range.of(amount)
            least, most = least * each.min, most * each.max
    return Range(least, most)


def _said(amount: Range) -> str:
    return str(amount.min) if amount.min == amount.max else f"{amount.min} to {amount.max}"


def laterality_agrees_with_the_dose(tables: Tables) -> Iterator[Problem]:
    """What sides do according to an exercise, its doses let them do."""
    for where, dose, each in _every(tables):
        if each.laterality == "alternating" and _kind(dose) == "a hold":
            yield Problem(
                where,
                "the exercise is alternating, but in a single hold no side takes turns.",
                "Give reps with hold_seconds, or make the exercise unilateral.",
                at_key=True,
            )
        if "switch_seconds" in dose and each.laterality in ("bilateral", "alternating"):
            yield Problem(
                (*where, "switch_seconds"),
                f"the exercise is {each.laterality}, so there is no change from one side to the other.",
                "Take it out, or make the exercise unilateral.",
                at_key=True,
            )
    for where, record in tables.records("exercises"):
        if "limb" in record and record.get("laterality") == "bilateral":
            yield Problem(
                (*where, "limb"),
                "the exercise is bilateral, so its dose is not for each limb.",
                "Take it out, or make the exercise unilateral or alternating.",
                at_key=True,
            )
