"""Rules on doses: amounts, ranges, tempo, rests, alternatives and goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from limber.dataset.problem import Place, Problem, listed, quoted, say
from limber.dataset.rules.ranges import downward
from limber.dataset.rules.tables import DoseAt, Record, Tables
from limber.model.nouns import Range

_AMOUNTS = ("reps", "hold_seconds", "work_seconds", "breaths", "distance_metres")
_RANGES = (*_AMOUNTS, "sets", "rest_seconds")
_KINDS = {
    ("reps",): "repetitions",
    ("hold_seconds",): "a hold",
    ("reps", "hold_seconds"): "held repetitions",
    ("work_seconds",): "timed work",
    ("breaths",): "breaths",
    ("distance_metres",): "a distance",
}
_MANY = "as-many-as-possible"


def _kind(dose: Record) -> str:
    """Which kind of amount a dose has, if it has one."""
    if isinstance(dose.get("sets"), list):
        return "sets that differ"
    given = tuple(each for each in _AMOUNTS if each in dose)
    if given == ("reps", "work_seconds") and dose["reps"] == _MANY:
        return "repetitions in a time"
    return _KINDS.get(given, "")


def _most_sets(dose: Record) -> int:
    """How many sets there are at most."""
    sets = dose.get("sets", 1)
    if isinstance(sets, list):
        return sum(_most_sets(each or {}) for each in sets)
    return max((1, *sets.values())) if isinstance(sets, dict) else int(sets)


def _every(tables: Tables) -> Iterator[tuple[Place, Record, DoseAt]]:
    """Every dose and every alternative, and in place of a list of sets each of them."""
    for each in tables.doses:
        for where, dose in each.sets():
            yield where, dose, each


def _options(tables: Tables) -> Iterator[tuple[Place, Record, DoseAt]]:
    """Every dose and every alternative."""
    for each in tables.doses:
        for where, dose in each.options():
            yield where, dose, each


def a_dose_has_one_kind_of_amount(tables: Tables) -> Iterator[Problem]:
    """Repetitions, a hold, timed work, breaths or a distance: a timer must know which."""
    for where, dose, _ in _every(tables):
        if _kind(dose):
            continue
        given = [each for each in _AMOUNTS if each in dose]
        what = say("the dose gives {given}.", given=listed(given)) if given else say("the dose gives no amount.")
        tip = say(
            "A dose is one of reps, hold_seconds, reps with hold_seconds, work_seconds, breaths "
            "or distance_metres; {do}",
            do=say("keep the one meant.") if given else say("write one."),
        )
        yield Problem(where, what, tip, at_key=True)


def sets_that_differ_have_the_amounts(tables: Tables) -> Iterator[Problem]:
    """Where the sets of a dose are listed, each says its own amount, and the dose none for all."""
    for where, dose, _ in _options(tables):
        beside = [each for each in (*_AMOUNTS, "breath_pattern", "estimate_seconds") if each in dose]
        if isinstance(dose.get("sets"), list) and beside:
            yield Problem(
                (*where, beside[0]),
                say("the dose lists its sets, and gives {beside} beside them.", beside=listed(beside)),
                say("Take {it} out: each set in the list says its own.", it="it" if len(beside) == 1 else "them"),
                at_key=True,
                covers=tuple((*where, each) for each in beside),
            )


def an_open_amount_is_alone(tables: Tables) -> Iterator[Problem]:
    """As many or as long as possible, and to fatigue, is all that an amount says: no repetition of it is held."""
    for where, dose, _ in _every(tables):
        if _kind(dose) != "held repetitions":
            continue
        for key in ("reps", "hold_seconds"):
            if isinstance(dose[key], str):
                yield Problem(
                    (*where, key),
                    say("{dose} has no number, but each of these repetitions is held.", dose=quoted(dose[key])),
                    say("Write how many or how long, in digits."),
                )


def a_word_for_breaths_or_way_has_its_amount(tables: Tables) -> Iterator[Problem]:
    """A pattern is of breaths, and an estimate is of a distance."""
    for where, dose, _ in _every(tables):
        for key, needed in (("breath_pattern", "breaths"), ("estimate_seconds", "distance_metres")):
            if key in dose and needed not in dose:
                yield Problem(
                    (*where, key),
                    say("this is about {needed}, but the dose gives none.", needed=needed),
                    say('Take it out, or give "{needed}:".', needed=needed),
                    at_key=True,
                )
        if not re.search("[1-9]", dose.get("breath_pattern", "1")):
            yield Problem(
                (*where, "breath_pattern"),
                say("at {breath_pattern} a breath takes no time.", breath_pattern=quoted(dose["breath_pattern"])),
                say('Write the seconds of in, hold and out, such as "4-7-8".'),
            )


def a_range_runs_upward(tables: Tables) -> Iterator[Problem]:
    """The least comes first; a range that ends where it begins is a plain number."""
    for where, dose, _ in (*_every(tables), *_lists_of_sets(tables)):
        for key in _RANGES:
            if isinstance(amount := dose.get(key), dict):
                yield from downward((*where, key), amount)
        for key in ("load", "effort"):
            for unit, amount in dose.get(key, {}).items():
                if isinstance(amount, dict):
                    yield from downward((*where, key, unit), amount)
    for where, group in tables.groups:
        for key in ("rounds", "round_rest_seconds"):
            if isinstance(amount := group.get(key), dict):
                yield from downward((*where, key), amount)
    for where, record in tables.records("routines"):
        source = record.get("source")
        if isinstance(source, dict) and isinstance(source.get("length_seconds"), dict):
            yield from downward((*where, "source", "length_seconds"), source["length_seconds"])


def _lists_of_sets(tables: Tables) -> Iterator[tuple[Place, Record, DoseAt]]:
    """Every dose that lists its sets, for what it says for all of them."""
    return ((where, dose, each) for where, dose, each in _options(tables) if isinstance(dose.get("sets"), list))


def a_tempo_paces_repetitions(tables: Tables) -> Iterator[Problem]:
    """A tempo says how a repetition goes; a hold and timed work have none, and it takes time."""
    for where, dose, _ in _every(tables):
        if "tempo" not in dose:
            continue
        if _kind(dose) != "repetitions":
            yield Problem(
                (*where, "tempo"),
                say("a tempo paces repetitions, but the dose is {kind}.", kind=_kind(dose) or "without reps"),
                say("Take the tempo out, or give reps alone."),
                covers=((*where, "tempo"), (*where, "reps")),
            )
        elif not re.search("[1-9Xx]", dose["tempo"]):
            yield Problem(
                (*where, "tempo"),
                say("at {tempo} a repetition takes no time.", tempo=quoted(dose["tempo"])),
                say("Take the tempo out, or write the seconds of lower, pause, raise and pause."),
            )


def a_rest_has_two_ends(tables: Tables) -> Iterator[Problem]:
    """A rest lies between two sets, or between two held repetitions; a clock goes from one set to the next."""
    for where, dose, _ in _options(tables):
        for key, what in (("rest_seconds", "this rest lies"), ("every_seconds", "this time runs")):
            if key in dose and _most_sets(dose) == 1:
                yield Problem(
                    (*where, key),
                    say("{what} between sets, but there is one set only.", what=what),
                    say("Take it out, or give the number of sets."),
                    at_key=True,
                    covers=((*where, key), (*where, "sets")),
                )
        if "rest_seconds" in dose and "every_seconds" in dose:
            yield Problem(
                (*where, "rest_seconds"),
                say("the next set begins by the clock of every_seconds, so the rest is what is left."),
                say("Take it out, or every_seconds."),
                at_key=True,
            )
    for where, dose, _ in _every(tables):
        if "rep_rest_seconds" in dose and _kind(dose) not in ("held repetitions", ""):
            yield Problem(
                (*where, "rep_rest_seconds"),
                say("this rest lies between held repetitions, but the dose is {kind}.", kind=_kind(dose)),
                say("Take it out, or give both reps and hold_seconds."),
                at_key=True,
            )


def a_clock_leaves_time_for_its_work(tables: Tables) -> Iterator[Problem]:
    """Where the work is by time, it fits between the beginnings of two sets. How fast repetitions go, nobody knows."""
    for where, dose, of in _options(tables):
        clock = dose.get("every_seconds")
        times = dict(of.sets()).values() if isinstance(dose.get("sets"), list) else [dose]
        longest = max((_least_seconds(each) for each in times), default=0)
        if clock and longest > clock:
            yield Problem(
                (*where, "every_seconds"),
                say(
                    "a set takes {longest} seconds, but the next one begins after {clock}.",
                    longest=longest,
                    clock=clock,
                ),
                say("Write {longest} or more, or give less to do.", longest=longest),
            )


def _least_seconds(dose: Record) -> int:
    """The least time that a set takes for certain, in seconds."""
    seconds = [
        int(time.get("min", 0) if isinstance(time, dict) else time)
        for key in ("work_seconds", "hold_seconds")
        if isinstance(time := dose.get(key, 0), int | dict) and time != {}
    ]
    reps = dose.get("reps", 1)
    reps = reps.get("min", 1) if isinstance(reps, dict) else reps
    return max(seconds, default=0) * (reps if isinstance(reps, int) and "hold_seconds" in dose else 1)


def an_alternative_is_one_and_of_another_kind(tables: Tables) -> Iterator[Problem]:
    """Two of a kind are a range, and nobody chooses among three on one leg."""
    for each in tables.doses:
        options = list(each.options())
        if len(options) > 2:
            yield Problem(
                options[2][0],
                say("an alternative has an alternative of its own."),
                say("Take it out: there are two doses to choose from."),
                at_key=True,
            )
        elif len(options) == 2:
            (_, first), (where, other) = options
            if _kind(first) and _kind(first) == _kind(other):
                yield Problem(
                    where,
                    say("both doses to choose from are {kind}.", kind=_kind(other)),
                    say("Write one of them, as a range such as {min: 30, max: 60}."),
                )


def a_goal_is_no_less_than_its_start(tables: Tables) -> Iterator[Problem]:
    """What one works up to is at least where one begins; only like is compared with like.

    Fewer repetitions with another load, effort or tempo may be the harder ones, so these are not compared.
    """
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
                if any(dose.get(key) != other.get(key) for key in ("load", "effort", "tempo", "every_seconds")):
                    continue
                if (total.max, total.min) < (before.max, before.min):
                    unit = _UNITS.get(_kind(dose), "seconds")
                    yield Problem(
                        where,
                        say(
                            "the goal, {total} {unit} in all, is less than the start, {before}.",
                            total=_said(total),
                            unit=unit,
                            before=_said(before),
                        ),
                        say("Raise the goal, or lower the start."),
                        at_key=True,
                        covers=(goal.where[:-1],),
                    )


_UNITS = {"repetitions": "repetitions", "breaths": "breaths", "a distance": "metres"}


def _total(dose: Record) -> Range | None:
    """All repetitions, seconds, breaths or metres of a dose over its sets; None for what has no end or is a list."""
    amounts = [dose.get("sets", 1), *(dose[key] for key in _AMOUNTS if key in dose)]
    if not _kind(dose) or any(not _is_closed(each) for each in amounts):
        return None
    least = most = 1
    for amount in amounts:
        each = Range.of(amount)
        least, most = least * each.min, most * each.max
    return Range(least, most)


def _is_closed(amount: object) -> bool:
    """Whether an amount is a number, or a range with both ends."""
    return isinstance(amount, int) or (isinstance(amount, dict) and {"min", "max"} <= amount.keys())


def _said(amount: Range) -> str:
    return str(amount.min) if amount.min == amount.max else f"{amount.min} to {amount.max}"


def laterality_agrees_with_the_dose(tables: Tables) -> Iterator[Problem]:
    """What sides do according to an exercise, its doses let them do."""
    for where, dose, each in _every(tables):
        if each.laterality == "alternating" and _kind(dose) == "a hold":
            yield Problem(
                where,
                say("the exercise is alternating, but in a single hold no side takes turns."),
                say("Give reps with hold_seconds, or make the exercise unilateral."),
                at_key=True,
            )
    for where, dose, each in _options(tables):
        two = "directions" in tables.exercises.get(each.exercise, {})
        for key, what in (
            ("switch_seconds", "change from one side to the other"),
            ("side_order", "side to begin with"),
        ):
            if key not in dose or each.laterality not in ("bilateral", "alternating"):
                continue
            if key == "side_order" or not two:
                yield Problem(
                    (*where, key),
                    say("the exercise is {laterality}, so there is no {what}.", laterality=each.laterality, what=what),
                    say("Take it out, or make the exercise unilateral."),
                    at_key=True,
                )
    for where, record in tables.records("exercises"):
        if "limb" in record and record.get("laterality") == "bilateral":
            yield Problem(
                (*where, "limb"),
                say("the exercise is bilateral, so its dose is not for each limb."),
                say("Take it out, or make the exercise unilateral or alternating."),
                at_key=True,
            )
