"""Makes records with a value in every field, and others that differ in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from limber.model.exercise_parts import OneSide
from limber.model.programme import StepDose

FORMS = {
    "tempo": "3-1-X-0",
    "breath_pattern": (4, 7, 8, 1),
    "unit": "kg",
    "max": 8,
    "laterality": "unilateral",
    "side_order": "in-turn",
    "sides": "left",
    "first": 1,
    "step": "some id-7",
}  # what is more than a text
DIFFERING = {
    OneSide: " of one side",
    StepDose: " of its own",
}  # records that are told only as far as they differ from others


def filled(kind: type, *, deep: bool = True, of: str = "", lists_sets: bool = False) -> Any:
    """A record of this kind in which nothing is empty, but that one of its own kind within it holds no third.

    `of`: what its texts are of, where they must differ from those of another record. `lists_sets`: a dose has sets that
    differ, too, behind which its own amount is not told.
    """
    of = of or DIFFERING.get(kind, "")
    nested = {"deep": deep, "of": of, "lists_sets": lists_sets}
    given = {}
    for name, hint in get_type_hints(kind).items():
        given[name] = FORMS.get(name) or _value(hint, name, kind, **nested)
    return kind(**given)


def _value(hint: Any, name: str, within: type, *, deep: bool, of: str, lists_sets: bool) -> Any:
    nested = {"deep": deep, "of": of, "lists_sets": lists_sets}
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        (hint,) = [each for each in inner if each is not NoneType]
        return None if hint is within and not deep else _value(hint, name, within, **nested)
    if origin is Literal:
        return inner[-1]
    if inner and inner[0] is within and not (deep and lists_sets):
        return ()
    if inner:  # several of something
        return (_value(inner[0], name, within, **nested),)
    if is_dataclass(hint):
        return filled(hint, deep=hint is not within, of=of, lists_sets=lists_sets)
    return {str: f"some {name}{of}", int: 7, float: 7.5, bool: True, date: date(2026, 11, 22)}[hint]


def changed(record: Any) -> Iterator[tuple[str, Any]]:
    """The record with another value in one field after the other, at every depth, each with the field's path."""
    for field in fields(record):
        if not field.compare:
            continue
        for path, value in _others(getattr(record, field.name), field.name):
            yield f"{field.name}{path}", replace(record, **{field.name: value})


def _others(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value):
        yield from ((f".{path}", each) for path, each in changed(value))
    elif name == "breath_pattern":
        yield "", (1, 2, 3, 4)
    elif isinstance(value, tuple) and value:
        yield from ((path, (each,)) for path, each in _others(value[0], name))
    elif value not in (None, ()):
        yield (
            "",
            {"tempo": "2-0-2-0", "laterality": "bilateral", "unit": "lb", "side_order": "weaker-first"}.get(name)
            or _other(value),
        )


def _other(value: str | float | date) -> str | float | date:
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value + timedelta(days=1)
    return value + 1 if isinstance(value, int | float) else f"another {value}"
