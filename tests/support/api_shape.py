"""Computes the shape of the JSON API: each key by its path, with the types that its value can have."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

from filled_records import filled
from limber.exports.api import API, exports
from limber.model.nouns import Dataset, Exercise, Programme, Range, Routine
from limber.model.site import Site

Shape = dict[str, list[str]]
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array", dict: "object"}


def shape() -> Shape:
    """Of the files that records make in which nothing is empty, and of those in which all is that may be."""
    found: dict[str, set[str]] = {}
    for emptied in (lambda record: record, _hollow, _empty):
        for path, type_ in _files(emptied):
            found.setdefault(path, set()).add(type_)
    return {path: sorted(found[path]) for path in sorted(found)}


def broken(committed: Mapping[str, list[str]], now: Mapping[str, list[str]]) -> list[str]:
    """What a reader of the committed shape would trip over: keys that are gone, and values of another type."""
    return [
        f"{path}: {' or '.join(types)} → {' or '.join(now.get(path, ['nothing']))}"
        for path, types in committed.items()
        if now.get(path) != types
    ]


def _files(emptied: Callable[[Any], Any]) -> Iterator[tuple[str, str]]:
    exercise, routine, programme = (
        replace(emptied(filled(kind, lists_sets=True)), id="x", old_ids=()) for kind in (Exercise, Routine, Programme)
    )
    files = exports(Dataset({}, {}, {"x": exercise}, {"x": routine}, {"x": programme}), {}, emptied(filled(Site)))
    for path, text in files.items():
        yield from _walked(json.loads(text), path.removeprefix(API).replace("/x.json", "/<id>.json"))


def _walked(value: Any, path: str) -> Iterator[tuple[str, str]]:
    yield path, "null" if value is None else _TYPES[type(value)]
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _walked(each, f"{path} {key}")
    elif isinstance(value, list):
        for each in value:
            yield from _walked(each, f"{path} []")


def _hollow(record: Any) -> Any:
    """The record with all that stands within it, but nothing in these wherever there may be nothing."""
    return _without(record, "reps", lambda value: _hollow(value) if is_dataclass(value) else None)


def _empty(record: Any) -> Any:
    """The record with nothing wherever there may be nothing."""
    return _without(record, "work_seconds", lambda _: None)


def _without(record: Any, amount: str, optional: Callable[[Any], Any]) -> Any:
    """A dose keeps one amount, an exercise its first cue, a routine its steps: sound records have these."""
    hints = get_type_hints(type(record))
    given = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if type(None) in get_args(hints[field.name]):
            given[field.name] = value if field.name == amount else optional(None if type(value) is Range else value)
        elif is_dataclass(value):
            given[field.name] = _without(value, amount, optional)
        elif isinstance(value, tuple) and field.name in ("cues", "steps"):
            given[field.name] = tuple(
                _without(each, amount, optional) if is_dataclass(each) else each for each in value
            )
        elif hints[field.name] is str or isinstance(value, tuple):
            given[field.name] = type(value)()
    return replace(record, **given)
