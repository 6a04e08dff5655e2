"""Parses plain, valid records into the nouns of `model`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from limber.dataset import media
from limber.dataset.completed import completed
from limber.dataset.problem import WITH_PAGES
from limber.model import nouns, sides
from limber.model.dose import USUAL_HOLD_SECONDS, USUAL_REPS, tempo_with_hyphens
from limber.model.figure import parse_figure, parse_pose
from limber.model.load import parse_effort, parse_load
from limber.model.nouns import Credit, Dataset, Dose, Exercise, Group, Need, Programme, Range, Record, Routine, Step
from limber.model.programme import GROWTHS

_OF_A_SIDE = ("setup", "instructions", "short_steps", "cues", "precautions", "stop_signs", "easier", "harder")
_SIDED = (*_OF_A_SIDE, "feel", "faults", "contraindications")
_TEXTS = ("also_called", "regions", "muscles", "positions", *_OF_A_SIDE, "progressions")
_AMOUNTS = ("reps", "hold_seconds", "work_seconds", "breaths", "distance_metres")
_PLAIN = ("estimate_seconds", "rep_rest_seconds", "switch_seconds", "every_seconds", "side_order")
_OF_A_GROUP = (
    "rest_after_seconds",
    "transition_seconds",
    "every_seconds",
    "step_every_seconds",
    "work_seconds",
    "for_time",
    "cap_seconds",
)
_SIGNS = 230  # characters: what a cheat sheet has room for, as paper/layout.py says
_MORE_SIGNS = "More: on each exercise’s page."
_NAMES = ("code", "name", "short_name")


def dataset(
    records: Record,
    lines: Mapping[tuple[str, str], int],
    published: Mapping[tuple[str, str], str] = MappingProxyType({}),
    same: Mapping[str, Exercise] = MappingProxyType({}),
    content: Path | None = None,
) -> Dataset:
    """The dataset of `records` without problems; by (table, id), `lines` has each record's line, `published` its code
    when it was published; below `content` lie the files of pictures and films. What a short record leaves unsaid is
    empty, or derived.

    Exercises that say the `same` as before keep their figures, which take most of the time.
    """
    retired = _retired(records.get("retired", {}), published)
    records = completed(_with_successors(records, retired), published)
    works = {id_: nouns.Work(id=id_, **work) for id_, work in records.get("sources", {}).items()}
    equipment = {id_: _equipment(id_, thing) for id_, thing in records.get("equipment", {}).items()}
    regressions = _regressions(records["exercises"])
    exercises = {}
    for id_, record in records["exercises"].items():
        exercises[id_] = _exercise(
            id_,
            record,
            same=same.get(id_),
            images=tuple(media.image(each, content) for each in record.get("images", ())),
            videos=tuple(media.video(each, content) for each in record.get("videos", ())),
            line=lines["exercises", id_],
            equipment=tuple(_need(each, equipment) for each in record.get("equipment", ())),
            regressions=tuple(regressions[id_]),
            credit=_credit(record.get("source", "own"), works),
            **_before("exercises", record, published),
        )
    routines = {}
    for id_, record in records.get("routines", {}).items():
        parent = records["routines"][record["core_of"]] if "core_of" in record else None
        routines[id_] = _routine(
            id_,
            record,
            parent,
            exercises,
            line=lines["routines", id_],
            credit=_credit_of_routine(record, parent, works),
            **_before("routines", record, published),
        )
    programmes = {
        id_: _programme(
            id_,
            record,
            routines,
            line=lines["programmes", id_],
            credit=_credit(record.get("source", "own"), works),
            **_before("programmes", record, published),
        )
        for id_, record in records.get("programmes", {}).items()
    }
    return Dataset(works, equipment, exercises, routines, programmes, retired)


def _retired(records: Record, published: Mapping[tuple[str, str], str]) -> tuple[nouns.Retired, ...]:
    """What was retired; the code is that of the ledger."""
    return tuple(
        nouns.Retired(
            table=table,
            id=id_,
            code=published.get((table, id_), ""),
            name=record["name"],
            on=date.fromisoformat(record["date"]),
            reason=record.get("reason", ""),
            successor=record.get("successor", ""),
        )
        for address, record in records.items()
        for table, _, id_ in [address.partition("/")]
    )


def _with_successors(records: Record, retired: Iterable[nouns.Retired]) -> Record:
    """The data with the id of each retired record among the old ids of its successor, whose addresses it shares."""
    tables = {table: dict(records.get(table, {})) for table in WITH_PAGES}
    for each in retired:
        if each.successor:
            heir = tables[each.table][each.successor]
            tables[each.table][each.successor] = {**heir, "old_ids": [*heir.get("old_ids", ()), each.id]}
    return {**records, **tables}


def _regressions(exercises: Record) -> Mapping[str, list[str]]:
    """The regressions of each exercise, derived from the progressions in the records."""
    easier: defaultdict[str, list[str]] = defaultdict(list)
    for id_, record in exercises.items():
        for harder in record.get("progressions", ()):
            easier[harder].append(id_)
    return easier


def _exercise(id_: str, written: Record, same: Exercise | None, **others: Any) -> Exercise:
    """An exercise; `others` are the fields that depend on other records, or on files."""
    sided = sides.has_sides(written)
    record = {**written, **sides.both(_pick(written, (*_SIDED, "figure")))} if sided else written
    if same:
        figure, faults = same.figure, same.faults
    else:
        figure = parse_figure(record["figure"]) if "figure" in record else None
        faults = tuple(_fault(each, figure) for each in record.get("faults", ()))
    return Exercise(
        id=id_,
        **_pick(record, (*_NAMES, "spoken_name")),
        **_texts(record, ("summary", "kind")),
        **_tuples(record, _TEXTS),
        laterality=record.get("laterality", "bilateral"),
        limb=record.get("limb", "side"),
        directions=tuple(record.get("directions", ())),
        **_felt(record),
        faults=faults,
        contraindications=_contraindications(record),
        start=dose(record["dose"]["start"]),
        goal=goal(record["dose"]),
        figure=figure,
        changes=tuple(
            nouns.Change(date.fromisoformat(each["date"]), each["what"]) for each in record.get("changes", ())
        ),
        one_side=tuple(_one_side(written, each, faults) for each in sides.SIDES) if sided else (),
        **others,
    )


def _fault(record: Record, figure: nouns.Figure | None) -> nouns.Fault:
    """A fault; its pose differs from the last one of the figure by the numbers that it gives."""
    wrong = None
    if figure and "figure" in record:
        wrong = parse_pose(record["figure"], figure.view, figure.poses[-1], record["fault"])
    return nouns.Fault(record["fault"], record["fix"], wrong)


def _one_side(record: Record, side: nouns.Side, faults: Iterable[nouns.Fault]) -> nouns.OneSide:
    """The texts of an exercise for this side alone."""
    poses = [{"shows": each["shows"]} for each in record.get("figure", {}).get("poses", ())]
    said = sides.alone({**_pick(record, _SIDED), "poses": poses}, side)
    return nouns.OneSide(
        side=side,
        **_tuples(said, _OF_A_SIDE),
        **_felt(said),
        faults=tuple(_reworded(*each) for each in zip(faults, said.get("faults", ()), strict=True)),
        contraindications=_contraindications(said),
        shows=tuple(each["shows"] for each in said["poses"]),
    )


def _equipment(id_: str, record: Record) -> nouns.Equipment:
    return nouns.Equipment(id=id_, **{**record, "bands": tuple(record.get("bands", ()))})


def _need(record: Record, equipment: Mapping[str, nouns.Equipment]) -> Need:
    return Need(
        item=equipment[record["item"]],
        required=record["need"] == "required",
        substitutes=tuple(equipment[id_] for id_ in record.get("substitutes", ())),
        note=record.get("note", ""),
    )


def _routine(
    id_: str, record: Record, parent: Record | None, exercises: Mapping[str, Exercise], **others: Any
) -> Routine:
    """A routine; `others` are the fields that depend on other records.

    A short routine is its parent's core steps: whatever it does not say itself, the parent says.
    """
    said: dict[str, Any] = {**(parent or {}), **record}
    steps = _steps(said["steps"], exercises, short=bool(parent))
    return Routine(
        id=id_,
        **_pick(record, _NAMES),
        **_texts(record, ("summary",)),
        core_of=record.get("core_of", ""),
        audience=said.get("audience", ""),
        when=said.get("when", ""),
        how_often=said.get("how_often", ""),
        **_tuples(said, ("why", "how", "moving_on", "care")),
        stop_signs=tuple(said.get("stop_signs", ())) or _signs_of(steps),
        switch_seconds=said.get("switch_seconds", nouns.SWITCH_SECONDS),
        transition_seconds=said.get("transition_seconds", nouns.TRANSITION_SECONDS),
        steps=steps,
        days=tuple(said.get("days", nouns.DAYS)),
        second_round=said.get("second_round", "") == "optional",
        **others,
    )


def _signs_of(steps: Iterable[Step]) -> tuple[str, ...]:
    """The most important stop sign of each exercise, as many as have room, for a routine that names none itself."""
    signs = tuple(dict.fromkeys(step.exercise.stop_signs[0] for step in steps))
    more = len(signs) < sum(len(each) for each in {step.exercise.stop_signs for step in steps})
    while (more and len(" ".join((*signs, _MORE_SIGNS))) > _SIGNS) or len(" ".join(signs)) > _SIGNS:
        signs, more = signs[:-1], True
    return (*signs, _MORE_SIGNS) if more else signs


def _steps(records: Iterable[Record], exercises: Mapping[str, Exercise], short: bool) -> tuple[Step, ...]:
    """All steps in order, those of groups among them. A `short` routine has the core steps only."""
    steps: list[Step] = []
    for record in records:
        inner = [{**_pick(record, ["part"]), **each} for each in record["steps"]] if "group" in record else [record]
        in_group = group(record, len(steps) + 1) if "group" in record else None
        for each in inner:
            if not short or each.get("priority") == "core":
                steps.append(_step(len(steps) + 1, each, exercises, short, in_group))
    return tuple(steps)


def group(record: Record, first: int) -> Group:
    """A group from its record; `first` is the number of its first step."""
    rounds = record["rounds"]
    return Group(
        name=record["group"],
        first=first,
        rounds=Range.of(1 if isinstance(rounds, str) else rounds),  # as many as possible: at least one
        round_rest_seconds=Range.of(record.get("round_rest_seconds", 0)),
        **_pick(record, _OF_A_GROUP),
    )


def _step(number: int, record: Record, exercises: Mapping[str, Exercise], short: bool, in_group: Group | None) -> Step:
    """A step with its own dose, or that of its exercise. In a `short` routine a note may speak of steps left out."""
    exercise = of_sides(exercises[record["exercise"]], record.get("side", ""))
    own = record.get("dose")
    return Step(
        number=number,
        exercise=exercise,
        core=record.get("priority") == "core",
        start=dose(own["start"]) if own else exercise.start,
        goal=goal(own) if own else exercise.goal,
        note="" if short else record.get("note", ""),
        group=in_group,
        **_pick(record, ("side", "how_often", "part", "transition_seconds", "rest_after_seconds")),
    )


def _programme(id_: str, record: Record, routines: Mapping[str, Routine], **others: Any) -> Programme:
    """A programme; `others` are the fields that depend on other records."""
    return Programme(
        id=id_,
        **_pick(record, _NAMES),
        **_texts(record, ("summary",)),
        audience=record.get("audience", ""),
        **_tuples(record, ("care", "stop_signs")),
        phases=tuple(_phases(record["phases"], routines)),
        growths=growths(record),
        **others,
    )


def _phases(records: Iterable[Record], routines: Mapping[str, Routine]) -> Iterator[nouns.Phase]:
    """The phases in order; weeks are counted from 1 again behind one that has no number of weeks."""
    begins = 1
    for number, record in enumerate(records, 1):
        phase = _phase(number, record, begins, routines)
        yield phase
        begins = phase.weeks.max + 1 if phase.weeks else 1


def _phase(number: int, record: Record, begins: int, routines: Mapping[str, Routine]) -> nouns.Phase:
    weeks = record.get("weeks")
    if isinstance(weeks, Mapping):
        weeks = {"min": weeks["first"], "max": weeks["last"]} if "last" in weeks else None
    return nouns.Phase(
        number=number,
        name=record["name"],
        weeks=Range.of(weeks) if weeks else None,
        until=record.get("until", ""),
        enter_when=tuple(record.get("enter_when", ())),
        sessions=tuple(_session(each, begins, routines) for each in record["sessions"]),
    )


def _session(record: Record, begins: int, routines: Mapping[str, Routine]) -> nouns.Session:
    """A session of a phase that begins in a week, from which each so many weeks are counted if nothing else is said."""
    between = record.get("between")
    return nouns.Session(
        routine=routines[record["routine"]],
        **_pick(record, ("level", "every_days", "every_weeks", "every_minutes")),
        first_week=record.get("first_week", begins if "every_weeks" in record else 0),
        days=tuple(record.get("days", ())),
        times_a_week=Range.of(record["times_a_week"]) if "times_a_week" in record else None,
        times_a_day=Range.of(record.get("times_a_day", 1)),
        between=nouns.Between(*(between[each].zfill(5) for each in ("from", "to"))) if between else None,
        doses=tuple(nouns.StepDose(name, dose(each)) for name, each in record.get("doses", {}).items()),
        growths=growths(record),
    )


def growths(record: Record) -> tuple[nouns.Growth, ...]:
    """The growths of a programme or of a session."""
    found = []
    for name, said in record.get("growth", {}).items():
        (key,) = GROWTHS.keys() & said.keys()
        ((unit, more),) = said[key].items()
        weeks = GROWTHS[key]
        found.append(nouns.Growth(name, unit, more, said["limit"][unit], said.get("from_week", 1 + weeks), weeks))
    return tuple(found)


_SIDES: Mapping[str, nouns.Laterality] = {
    "left": "bilateral",
    "right": "bilateral",
    "both": "bilateral",
    "each": "unilateral",
    "alternating": "alternating",
}


def of_sides(exercise: Exercise, side: str) -> Exercise:
    """An exercise with other sides than its own, as a step has it: with its texts for one side, if one works alone."""
    if not side or (side not in ("left", "right") and exercise.laterality == _SIDES[side]):
        return exercise
    told = next((each for each in exercise.one_side if each.side == side), None)
    names = [field.name for field in fields(told) if field.name not in ("side", "shows")] if told else []
    texts: dict[str, Any] = {name: getattr(told, name) for name in names}
    sides: Any = side if side in ("left", "right", "both") else ""
    return replace(exercise, laterality=_SIDES[side], sides=sides, **texts)


def _credit(source: Record | str, works: Mapping[str, nouns.Work]) -> Credit | None:
    if isinstance(source, str):
        return None
    length = source.get("length_seconds")
    return Credit(
        work=works[source["work"]],
        ours=tuple(source["ours"]),
        length_seconds=Range.of(length) if length else None,
        also=tuple(works[each] for each in source.get("also", ())),
    )


def _credit_of_routine(record: Record, parent: Record | None, works: Mapping[str, nouns.Work]) -> Credit | None:
    """A part of a routine has its credit, but not the length that the work gives for the whole."""
    if parent is None or "source" in record:
        return _credit(record.get("source", "own"), works)
    whole = _credit(parent.get("source", "own"), works)
    return whole and replace(whole, length_seconds=None)


def _before(table: str, record: Record, published: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """The old ids of a record, and the codes that were published with them."""
    old = tuple(record.get("old_ids", ()))
    codes = dict.fromkeys(published.get((table, each), "") for each in old)
    return {"old_ids": old, "old_codes": tuple(each for each in codes if each not in ("", record["code"]))}


def goal(doses: Record) -> Dose:
    """The goal dose of a record, which is the start dose where nothing else is said."""
    return dose(doses.get("goal", doses["start"]))


def dose(record: Record) -> Dose:
    """A dose from its record. Sets in a list take from the dose what they do not say themselves."""
    sets = record.get("sets", 1)
    if isinstance(sets, list):
        shared = _pick(record, ("rest_seconds", "rep_rest_seconds", "load", "effort", "tempo"))
        each_set = _runs([dose({**shared, **each}) for each in sets])
        counted = Range(sum(each.sets.min for each in each_set), sum(each.sets.max for each in each_set))
        given: dict[str, Any] = {"sets": counted, "each_set": each_set}
    else:
        given = {"sets": Range.of(sets), **_amount(record)}
    return Dose(
        **given,
        **_pick(record, _PLAIN),
        rest_seconds=Range.of(record.get("rest_seconds", 0)),
        breath_pattern=_breath(record.get("breath_pattern", "")),
        tempo=tempo_with_hyphens(record["tempo"]) if "tempo" in record else "",
        load=parse_load(record["load"]) if "load" in record else None,
        effort=parse_effort(record["effort"]) if "effort" in record else None,
        alternative=dose(record["or"]) if "or" in record else None,
    )


def _runs(sets: list[Dose]) -> tuple[Dose, ...]:
    """Sets in a row that are alike, as one of so many sets. The rest after a single last set is never taken."""
    *before, last = sets
    if before and last.sets.max == 1:
        last = replace(last, rest_seconds=before[-1].rest_seconds)
    runs: list[Dose] = []
    for each in (*before, last):
        if runs and replace(runs[-1], sets=each.sets) == each:
            runs[-1] = replace(each, sets=runs[-1].sets + each.sets)
        else:
            runs.append(each)
    return tuple(runs)


def _amount(record: Record) -> dict[str, Any]:
    """The amount of a dose. An open end is counted as the least, or as what is usual."""
    given: dict[str, Any] = {}
    for key in _AMOUNTS:
        value = record.get(key)
        if isinstance(value, str):
            given["open"] = value
            given[key] = Range.of(USUAL_REPS if key == "reps" else USUAL_HOLD_SECONDS)
        elif value is not None:
            given[key] = Range.of(value)
            if isinstance(value, Mapping) and "max" not in value:
                given["open"] = "or-more"
    if "reps" in given and "work_seconds" in given:
        del given["reps"]  # as many as possible in a time
    return given


def _breath(pattern: str) -> tuple[int, ...]:
    """`4-7-8` as the seconds of in, hold, out and hold."""
    parts = [int(each) for each in pattern.split("-")] if pattern else []
    if len(parts) == 2:
        parts.insert(1, 0)  # in and out
    return tuple([*parts, 0, 0][:4]) if parts else ()


def _felt(record: Record) -> dict[str, Any]:
    felt = record.get("feel", {})
    return {f"feel_{key}": tuple(felt.get(key, ())) for key in ("here", "not_here")}


def _reworded(fault: nouns.Fault, said: Record) -> nouns.Fault:
    figure = fault.figure and replace(fault.figure, shows=said["fault"])
    return nouns.Fault(said["fault"], said["fix"], figure)


def _contraindications(record: Record) -> tuple[str, ...] | None:
    """The contraindications; empty if the record says `none`, and None if it does not speak of them."""
    against = record.get("contraindications")
    return () if isinstance(against, str) else against and tuple(against)


def _pick(record: Record, keys: Iterable[str]) -> dict[str, Any]:
    return {key: record[key] for key in keys if key in record}


def _texts(record: Record, keys: Iterable[str]) -> dict[str, Any]:
    return {key: record.get(key, "") for key in keys}


def _tuples(record: Record, keys: Iterable[str]) -> dict[str, Any]:
    return {key: tuple(record.get(key, ())) for key in keys}
