"""Rules on data/site.yaml: each is true of a sound one. They read plain data of the right types."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from limber.colours import contrast, readable
from limber.dataset.problem import Place, Problem, quoted
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
            yield Problem(where, "this has line breaks, or spaces at an end or in a row.", f"Write {_as_one(text)}.")


def a_review_has_a_day_of_the_calendar(data: Data) -> Iterator[Problem]:
    """What is written as a day may still be none: February has no 30th."""
    if written := data.get("reviewed"):
        yield from no_such_day(("reviewed",), written)


def a_language_is_named_once(data: Data) -> Iterator[Problem]:
    """Each has a folder of its own; whether there is such a language, the build knows."""
    codes = data.get("languages", ())
    for at, code in enumerate(codes):
        if code in codes[:at]:
            yield Problem(("languages", at), f"{quoted(code)} stands here twice.", "Take one of them out.")


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
        what = f"{colour} has a contrast of {int(found * 10) / 10}:1 {readable.WHERE[key]}; text needs 4.5:1."
        yield Problem(("colours", key), what, f'Write "{near}", the nearest shade that can be read there.')
        chosen = replace(chosen, **{key: near})


def a_featured_routine_exists(data: Data, routines: Collection[str]) -> Iterator[Problem]:
    """The site's shortcuts lead to it."""
    id_ = data.get("featured")
    if id_ is None or id_ in routines:
        return
    near = nearest(id_, list(routines))
    others = f"There is {', '.join(routines)}." if routines else 'There is no routine yet: take "featured:" out.'
    tip = f"Did you mean {quoted(near)}?" if near else others
    yield Problem(("featured",), f"no routine {quoted(id_)} in data/exercises.yaml.", tip)


def _texts(value: Any, where: Place) -> Iterator[tuple[Place, str]]:
    """Each text with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))


def _as_one(text: str) -> str:
    return quoted(" ".join(text.split()))
