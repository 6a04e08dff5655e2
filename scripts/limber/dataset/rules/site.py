"""Rules on data/site.yaml: each is true of a sound one. They read plain data of the right types."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from limber.colours import contrast, readable
from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.days import no_such_day
from limber.dataset.spelling import nearest
from limber.model.site import Colours

Data = Mapping[str, Any]


def problems(data: Data, routines: Collection[str] | None) -> Iterator[Problem]:
    """What the rules find; `routines` are the ids of the dataset, or None while that has problems of its own."""
    yield from a_text_is_one_line(data)
    yield from a_colour_can_be_read(data)
    yield from a_review_has_a_day_of_the_calendar(data)
    yield from a_language_is_named_once(data)
    if routines is not None:
        yield from a_featured_routine_exists(data, routines)


def a_text_is_one_line(data: Data) -> Iterator[Problem]:
    """A name goes into titles, calendars and file heads, none of which has a second line."""
    for where, text in _texts(data, ()):
        if text != " ".join(text.split()):
            yield Problem(
                where,
                say("this has line breaks, or spaces at an end or in a row."),
                say("Write {as_one}.", as_one=_as_one(text)),
            )


def a_review_has_a_day_of_the_calendar(data: Data) -> Iterator[Problem]:
    """What is written as a day may still be none: February has no 30th."""
    if written := data.get("reviewed"):
        yield from no_such_day(("reviewed",), written)


def a_language_is_named_once(data: Data) -> Iterator[Problem]:
    """Each has a folder of its own; whether there is such a language, the build knows."""
    codes = data.get("languages", ())
    for at, code in enumerate(codes):
        if code in codes[:at]:
            yield Problem(
                ("languages", at), say("{code} stands here twice.", code=quoted(code)), say("Take one of them out.")
            )


def a_colour_can_be_read(data: Data) -> Iterator[Problem]:
    """Text, buttons and the timer have these colours, on paper or with paper's colour on them.

    Each is told as it is once those before it are mended.
    """
    chosen = Colours(**{key: colour.lower() for key, colour in data.get("colours", {}).items()})
    for key in readable.WHERE:
        colour, grounds = getattr(chosen, key), readable.grounds(chosen)[key]
        if not colour or (found := contrast.least(colour, grounds)) >= contrast.TEXT:
            continue
        near = contrast.legible(colour, grounds, contrast.TEXT)
        what = say(
            "{colour} has a contrast of {found}:1 {where}; text needs 4.5:1.",
            colour=colour,
            found=int(found * 10) / 10,
            where=readable.WHERE[key],
        )
        yield Problem(
            ("colours", key), what, say('Write "{near}", the nearest shade that can be read there.', near=near)
        )
        chosen = replace(chosen, **{key: near})


def a_featured_routine_exists(data: Data, routines: Collection[str]) -> Iterator[Problem]:
    """The site's shortcuts lead to it."""
    id_ = data.get("featured")
    if id_ is None or id_ in routines:
        return
    near = nearest(id_, list(routines))
    others = (
        say("There is {routines}.", routines=", ".join(routines))
        if routines
        else say('There is no routine yet: take "featured:" out.')
    )
    tip = say("Did you mean {near}?", near=quoted(near)) if near else others
    yield Problem(("featured",), say("no routine {id} in data/exercises.yaml.", id=quoted(id_)), tip)


def _texts(value: Any, where: Place) -> Iterator[tuple[Place, str]]:
    """Each text with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))


def _as_one(text: str) -> str:
    return quoted(" ".join(text.split()))
