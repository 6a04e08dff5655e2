"""Makes records with a value in every field, and others that differ in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from limber.model.exercise_parts import OneSide

FORMS = {"tempo": "3-1-1-0"}  # what is more than a text
DIFFERING = {OneSide: " of one side"}  # records that are told only as far as they differ from others


def filled(kind: type, *, deep: bool = True, of: str = "") -> Any:
    """A record of this kind in which nothing is empty, but that one of its own kind within it holds no third.

    `of`: what its texts are of, where they must differ from those of another record.
    """
    of = of or DIFFERING.get(kind, "")
    given = {}
    for name, hint in get_type_hints(kind).items():
        given[name] = FORMS.get(name) or _value(hint, name, kind, deep, of)
    return kind(**given)


def _value(hint: Any, name: str, within: type, deep: bool, of: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        (hint,) = [each for each in inner if each is not NoneType]
        return None if hint is within and not deep else _value(hint, name, within, deep, of)
    if origin is Literal:
        return inner[-1]
    if inner:  # several of something
        return (_value(inner[0], name, within, deep, of),)
    if is_dataclass(hint):
        return filled(hint, deep=hint is not within, of=of)
    return {str: f"some {name}{of}", int: 7, bool: True, date: date(2026, 11, 22)}[hint]


def changed(record: Any) -> Iterator[tuple[str, Any]]:
    """The record with another value in one field after the other, at every depth, each with the field's path."""
    for field in fields(record):
        for path, value in _others(getattr(record, field.name), field.name):
            yield f"{field.name}{path}", replace(record, **{field.name: value})


def _others(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value):
        yield from ((f".{path}", each) for path, each in changed(value))
    elif isinstance(value, tuple):
        yield from ((path, (each,)) for path, each in _others(value[0], name))
    elif value is not None:
        yield "", {"tempo": "2-0-2-0", "laterality": "bilateral"}.get(name) or _other(value)


def _other(value: str | int | date) -> str | int | date:
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value + timedelta(days=1)
    return value + 1 if isinstance(value, int) else f"another {value}"
