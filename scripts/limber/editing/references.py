"""Finds where a record is named by others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from limber.dataset.problem import Place
from limber.editing.layout import Record

Reference = tuple[Place, bool]
"""A place, and whether it is the key that stands there."""


def references(data: Mapping[str, Any], record: Record) -> Iterator[Reference]:
    """Every place at which others name a record."""
    table, id_ = record
    known = data.get("exercises") or {}
    for place, key in _named(data, table):
        name = place[-1] if key else _at(data, place)
        numbered = key and name not in known and re.fullmatch(rf"{re.escape(id_)}-\d+", str(name))
        if name == id_ or numbered:
            yield place, key


def _named(data: Mapping[str, Any], table: str) -> Iterator[Reference]:
    """Every place at which any record of a table is named."""
    if table in _NAMED:
        yield from _NAMED[table](data)
    for key, each in (data.get("retired") or {}).items():
        if str(key).startswith(f"{table}/") and isinstance(each, dict) and "successor" in each:
            yield ("retired", key, "successor"), False


def _exercises(data: Mapping[str, Any]) -> Iterator[Reference]:
    for where, record in _records(data, "exercises"):
        yield from (((*where, "progressions", number), False) for number in _numbers(record, "progressions"))
    for where, record in _records(data, "routines"):
        yield from ((place, False) for place in _steps(where, record))
    for where, holder in (*_sessions(data), *_records(data, "programmes")):
        for keys in ("doses", "growth"):
            yield from (((*where, keys, name), True) for name in holder.get(keys) or ())


def _routines(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield from (((*where, "core_of"), False) for where, each in _records(data, "routines") if "core_of" in each)
    yield from (((*where, "routine"), False) for where, each in _sessions(data) if "routine" in each)


def _equipment(data: Mapping[str, Any]) -> Iterator[Reference]:
    for where, record in _records(data, "exercises"):
        for number in _numbers(record, "equipment"):
            need, place = record["equipment"][number], (*where, "equipment", number)
            yield (place if isinstance(need, str) else (*place, "item")), False
            if isinstance(need, dict):
                yield from (((*place, "substitutes", at), False) for at in _numbers(need, "substitutes"))


def _records(data: Mapping[str, Any], table: str) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    for id_, record in (data.get(table) or {}).items():
        if isinstance(record, dict):
            yield (table, id_), record


def _numbers(record: Mapping[str, Any], key: str) -> range:
    return range(len(record[key])) if isinstance(record.get(key), list) else range(0)


def _steps(where: Place, holder: Mapping[str, Any]) -> Iterator[Place]:
    """The places that name the exercise of a step, also in groups."""
    for number in _numbers(holder, "steps"):
        step, place = holder["steps"][number], (*where, "steps", number)
        if isinstance(step, str):
            yield place
        elif isinstance(step, dict):
            if "exercise" in step:
                yield (*place, "exercise")
            yield from _steps(place, step)


def _sessions(data: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    for where, record in _records(data, "programmes"):
        for number in _numbers(record, "phases"):
            phase = record["phases"][number]
            for at in _numbers(phase, "sessions") if isinstance(phase, dict) else ():
                if isinstance(phase["sessions"][at], dict):
                    yield (*where, "phases", number, "sessions", at), phase["sessions"][at]


def _at(data: Any, place: Place) -> Any:
    for part in place:
        data = data.get(part) if isinstance(data, dict) else data[int(part)]
    return data


_NAMED: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Reference]]] = {
    "exercises": _exercises,
    "routines": _routines,
    "equipment": _equipment,
}
