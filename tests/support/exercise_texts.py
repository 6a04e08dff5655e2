"""Lists every text that the page of an exercise has to show, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from limber import wording
from limber.model.nouns import Change, Credit, Dataset, Dose, Exercise, Fault, Image, Need

NOT_ON_ITS_PAGE = {
    "id": "it is the address",
    "line": "it is in the edit link",
    "code": "it is for links",
    "short_name": "it is for cards and for the pages before and after",
    "spoken_name": "it is for a voice",
    "short_steps": "they are for cards",
    "old_ids": "they are for links",
    "old_codes": "they are for links",
    "laterality": "it is said with the dose",
    "limb": "it is said with the dose",
    "one_side": "it is for plans of one side",
    "figure": "it is drawn, and what it shows is said of the drawing",
}


def said(exercise: Exercise, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Every text that an exercise's page has to show, each with the field that it comes from."""
    for field in fields(exercise):
        if field.name not in NOT_ON_ITS_PAGE:
            for text in _texts(getattr(exercise, field.name), field.name, exercise, dataset):
                yield field.name, text


def _texts(value: Any, field: str, of: Exercise, dataset: Dataset) -> Iterator[str]:
    match value:
        case tuple():
            for each in value:
                yield from _texts(each, field, of, dataset)
        case str() if field in ("progressions", "regressions"):
            yield dataset.exercises[value].short_name
        case str():
            yield {"positions": wording.position, "regions": wording.region}.get(field, str)(value)
        case Dose():
            yield wording.amount(value)
            yield wording.side(of)
            yield wording.details(value)
            yield from _texts(value.alternative, field, of, dataset)
        case Need():
            yield value.item.name
            yield value.item.description
            yield value.note
            yield from (wording.within(each.name) for each in value.substitutes)
        case Fault():
            yield from (value.fault, value.fix)
        case Change():
            yield from (wording.day(value.date), value.what)
        case Image():
            yield from (value.author, value.licence)
        case Credit():
            work = value.work
            yield from (work.author, work.credentials, work.title, work.publisher, work.note)
            yield wording.ours(value.ours)
        case None:
            pass
        case _:
            raise NotImplementedError(f"{field}: no test says how a page shows {value!r}")
