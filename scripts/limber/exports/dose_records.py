"""Converts doses to plain records of the JSON API.

A key beyond those that each dose has stands there only where it says something. For readers that know only the first
keys, these say the nearest: the least of a range of sets, the time that breaths and distances take, the first of sets
that differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from limber import duration, wording
from limber.model.dose import FAST, tempo_seconds
from limber.model.load import Span
from limber.model.nouns import Dose, Effort, Load, Range, Sided

Record = dict[str, Any]


def dose(it: Dose, of: Sided) -> Record:
    """A dose of an exercise with its words, and with its alternative."""
    plain, more = _set(it)
    tempo = plain.pop("tempo")
    return {
        **plain,
        "switch_seconds": it.switch_seconds,
        "tempo": tempo,
        "or": dose(it.alternative, of) if it.alternative else None,
        "words": wording.dose(it, of),
        **more,
        **said(
            paced_words=wording.paced(it, of) if any(each.tempo for each in it.runs) else "",
            every_seconds=it.every_seconds,
            side_order=it.side_order,
            each_set=[{**keys, **more} for keys, more in map(_set, it.each_set)],
        ),
    }


def _set(it: Dose) -> tuple[Record, Record]:
    """The keys that a set in a list has as a dose has: those that are always there, and those that say something."""
    first = it.each_set[0] if it.each_set else it
    counted = first.breaths or first.distance_metres
    keys = {
        "sets": it.sets.min,
        "reps": range_(first.reps),
        "hold_seconds": range_(first.hold_seconds),
        "work_seconds": range_(duration.set_seconds(first) if counted else first.work_seconds),
        "rest_seconds": it.rest_seconds.min,
        "rep_rest_seconds": first.rep_rest_seconds,
        "tempo": "-".join(map(str, tempo_seconds(first.tempo))) if first.tempo else "",
    }
    return keys, said(
        sets_range=range_(it.sets) if it.sets.min < it.sets.max else None,
        rest_seconds_range=range_(it.rest_seconds) if it.rest_seconds.min < it.rest_seconds.max else None,
        open=first.open,
        breaths=range_(first.breaths),
        breath_pattern=first.breath_pattern,
        distance_metres=range_(first.distance_metres),
        tempo_as_written=first.tempo if FAST in first.tempo else "",
        load=_load(first.load) if first.load else None,
        effort=_effort(first.effort) if first.effort else None,
    )


def _load(it: Load) -> Record:
    return {
        "unit": it.unit,
        **said(
            amounts=_spans(it.amounts),
            names=it.names,
            pieces=it.pieces if it.pieces > 1 else None,
            step_cm=_spans(it.step_cm),
            edge_mm=_spans(it.edge_mm),
        ),
        "words": wording.load(it),
    }


def _effort(it: Effort) -> Record:
    return {"scale": it.scale, "amount": _span(it.amount), "words": wording.effort(it)}


def _spans(steps: Iterable[Span]) -> list[Record]:
    return [_span(each) for each in steps]


def _span(it: Span) -> Record:
    return {"min": it.min, "max": it.max}


def range_(it: Range | None) -> Record | None:
    """A range as a record; None for none."""
    return {"min": it.min, "max": it.max} if it else None


def said(**keys: Any) -> Record:
    """The keys that say something."""
    return {key: value for key, value in keys.items() if value}
