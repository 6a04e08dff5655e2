"""Turns sound records into the nouns of `model`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from limber.model import dose as amounts
from limber.model import figure as figure_model
from limber.model import nouns, sides
from limber.model.nouns import Credit, Dataset, Dose, Exercise, Need, Range, Record, Routine, Step

_OF_A_SIDE = ("setup", "instructions", "short_steps", "cues", "precautions", "stop_signs", "easier", "harder")
_SIDED = (*_OF_A_SIDE, "feel", "faults", "contraindications")
_TEXTS = (*("regions", "muscles", "positions"), *_OF_A_SIDE, "progressions")
_AMOUNTS = ("reps", "hold_seconds", "work_seconds")
_NAMES = ("code", "name", "short_name", "spoken_name", "summary", "kind", "laterality")


def dataset(
    records: Record,
    lines: Mapping[tuple[str, str], int],
    published: Mapping[tuple[str, str], str] = MappingProxyType({}),
    same: Mapping[str, Exercise] = MappingProxyType({}),
) -> Dataset:
    """The dataset of sound `records`; by (table, id), `lines` tells each record's line, `published` its code once.

    Exercises that say the `same` as before keep their figures, which take most of the time.
    """
    works = {id_: nouns.Work(id=id_, **work) for id_, work in records.get("sources", {}).items()}
    equipment = {id_: nouns.Equipment(id=id_, **thing) for id_, thing in records["equipment"].items()}
    easier: defaultdict[str, list[str]] = defaultdict(list)
    for id_, record in records["exercises"].items():
        for harder in record.get("progressions", ()):
            easier[harder].append(id_)

    def credit(source: Record | str) -> Credit | None:
        if isinstance(source, str):
            return None
        length = source.get("length_seconds")
        return Credit(
            work=works[source["work"]],
            ours=tuple(source["ours"]),
            length_seconds=Range.of(length) if length else None,
        )

    def part(parent: Record) -> Credit | None:
        """A part of a routine has its credit, but not the length that the work gives for the whole."""
        whole = credit(parent.get("source", "own"))
        return whole and replace(whole, length_seconds=None)

    def need(record: Record) -> Need:
        return Need(
            item=equipment[record["item"]],
            required=record["need"] == "required",
            substitutes=tuple(equipment[id_] for id_ in record.get("substitutes", ())),
            note=record.get("note", ""),
        )

    def before(table: str, record: Record) -> dict[str, Any]:
        """The ids that a record had, or that it takes the place of, and the codes that were published with them."""
        old = tuple(record.get("old_ids", ()))
        codes = dict.fromkeys(published.get((table, each), "") for each in old)
        return {"old_ids": old, "old_codes": tuple(each for each in codes if each not in ("", record["code"]))}

    def fault(record: Record, figure: nouns.Figure | None) -> nouns.Fault:
        """A fault looks like the last pose, but for what it says itself."""
        wrong = None
        if figure and "figure" in record:
            wrong = figure_model.pose(record["figure"], figure.view, figure.poses[-1], record["fault"])
        return nouns.Fault(record["fault"], record["fix"], wrong)

    def one_side(record: Record, side: nouns.Side, faults: Iterable[nouns.Fault]) -> nouns.OneSide:
        poses = [{"shows": each["shows"]} for each in record.get("figure", {}).get("poses", ())]
        said = sides.alone({**_pick(record, _SIDED), "poses": poses}, side)
        return nouns.OneSide(
            side=side,
            **_tuples(said, _OF_A_SIDE),
            **_felt(said),
            faults=tuple(_reworded(*each) for each in zip(faults, said["faults"], strict=True)),
            contraindications=_contraindications(said),
            shows=tuple(each["shows"] for each in said["poses"]),
        )

    def exercise(id_: str, written: Record) -> Exercise:
        sided = sides.has_sides(written)
        record = {**written, **sides.both(_pick(written, (*_SIDED, "figure")))} if sided else written
        figure = faults = None
        if id_ in same:
            figure, faults = same[id_].figure, same[id_].faults
        elif "figure" in record:
            figure = figure_model.figure(record["figure"])
        faults = faults or tuple(fault(each, figure) for each in record["faults"])
        return Exercise(
            id=id_,
            line=lines["exercises", id_],
            **_pick(record, _NAMES),
            **_tuples(record, _TEXTS),
            limb=record.get("limb", "side"),
            equipment=tuple(need(each) for each in record["equipment"]),
            **_felt(record),
            faults=faults,
            contraindications=_contraindications(record),
            regressions=tuple(easier[id_]),
            start=dose(record["dose"]["start"]),
            goal=dose(record["dose"]["goal"]),
            images=tuple(nouns.Image(**each) for each in record.get("images", ())),
            figure=figure,
            changes=tuple(
                nouns.Change(date.fromisoformat(each["date"]), each["what"]) for each in record.get("changes", ())
            ),
            credit=credit(record["source"]),
            one_side=tuple(one_side(written, each, faults) for each in sides.SIDES) if sided else (),
            **before("exercises", record),
        )

    exercises = {id_: exercise(id_, record) for id_, record in records["exercises"].items()}

    def step(number: int, record: Record, short: bool) -> Step:
        # A note may speak of steps that the short routine leaves out.
        what = exercises[record["exercise"]]
        own = record.get("dose")
        return Step(
            number=number,
            exercise=what,
            core=record["priority"] == "core",
            start=dose(own["start"]) if own else what.start,
            goal=dose(own["goal"]) if own else what.goal,
            note="" if short else record.get("note", ""),
        )

    def routine(id_: str, record: Record) -> Routine:
        # A short routine is its parent's core steps: whatever it does not say itself, the parent says.
        parent: Record = routines[record["core_of"]] if "core_of" in record else {}
        said: dict[str, Any] = {**parent, **record}
        steps = [each for each in said["steps"] if not parent or each["priority"] == "core"]
        return Routine(
            id=id_,
            line=lines["routines", id_],
            **_pick(said, ("code", "name", "short_name", "summary")),
            core_of=record.get("core_of", ""),
            audience=said.get("audience", ""),
            when=said.get("when", ""),
            how_often=said.get("how_often", ""),
            **_tuples(said, ("why", "how", "moving_on", "care", "stop_signs")),
            switch_seconds=said.get("switch_seconds", nouns.SWITCH_SECONDS),
            transition_seconds=said.get("transition_seconds", nouns.TRANSITION_SECONDS),
            steps=tuple(step(number, each, bool(parent)) for number, each in enumerate(steps, 1)),
            credit=part(parent) if parent and "source" not in record else credit(said.get("source", "own")),
            days=tuple(said.get("days", nouns.DAYS)),
            **before("routines", record),
        )

    routines: Record = records.get("routines", {})
    return Dataset(
        works=works,
        equipment=equipment,
        exercises=exercises,
        routines={id_: routine(id_, record) for id_, record in routines.items()},
    )


def dose(record: Record) -> Dose:
    """A dose from its record."""
    given: dict[str, Any] = {key: Range.of(value) for key, value in _pick(record, _AMOUNTS).items()}
    others = {key: value for key, value in record.items() if key not in (*_AMOUNTS, "or", "tempo")}
    tempo = amounts.tempo(record["tempo"]) if "tempo" in record else ""
    return Dose(**given, **others, tempo=tempo, alternative=dose(record["or"]) if "or" in record else None)


def _felt(record: Record) -> dict[str, Any]:
    return {f"feel_{key}": tuple(record["feel"][key]) for key in ("here", "not_here")}


def _reworded(fault: nouns.Fault, said: Record) -> nouns.Fault:
    figure = fault.figure and replace(fault.figure, shows=said["fault"])
    return nouns.Fault(said["fault"], said["fix"], figure)


def _contraindications(record: Record) -> tuple[str, ...]:
    """Who should not do it; nobody, where the record says in words that there is no such reason."""
    against = record["contraindications"]
    return () if isinstance(against, str) else tuple(against)


def _pick(record: Record, keys: Iterable[str]) -> dict[str, Any]:
    return {key: record[key] for key in keys if key in record}


def _tuples(record: Record, keys: Iterable[str]) -> dict[str, Any]:
    return {key: tuple(record.get(key, ())) for key in keys}
