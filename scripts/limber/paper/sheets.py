"""Lays a routine out on its cheat sheet: the largest type that fits, and which steps go on which sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from limber.model.nouns import Step
from limber.paper.layout import SMALLEST
from limber.paper.measure import (
    LARGE_ON_A4,
    ON_A4,
    ON_A_LARGE_SHEET,
    SMALL_ON_A4,
    STEPS_ON_A4,
    WHAT_ON_A4,
    Form,
    Measure,
    SheetStyle,
)
from limber.paper.texts import SheetTexts

ON_ONE_SHEET = 12  # steps
STYLES: Sequence[SheetStyle] = (
    *(
        SheetStyle(size, pose, Form.STACKED, with_cue)
        for size, pose in ((15.0, 40.0), (14.0, 40.0), (13.0, 36.0), (12.0, 33.0), (11.5, 30.0))
        for with_cue in (True, False)
    ),
    *(
        SheetStyle(size, pose, with_cue=with_cue)
        for size, pose in (
            (10.5, 32.0),
            (10.5, 30.0),
            (10.5, 28.0),
            (10.5, 25.0),
            (10.5, 24.0),
            (10.0, 24.0),
            (10.0, 22.0),
        )
        for with_cue in (True, False)
    ),
    *(SheetStyle(size, pose, with_cue=False) for size, pose in ((9.5, 20.0), (9.0, 18.0), (8.5, 16.0))),
    *(
        SheetStyle(size, pose, Form.RUNNING, with_cue=False)
        for size, pose in ((9.5, 14.0), (9.0, 14.0), (8.5, 13.0), (SMALLEST, 12.0))
    ),
    *(SheetStyle(size, pose, Form.BRIEF) for size, pose in ((9.0, 13.0), (8.5, 13.0), (SMALLEST, 10.0))),
)
"""The best first: what one does is more important than large type, as long as that can be read at arm's length, and
that type than cues."""
LARGE_STYLES: Sequence[SheetStyle] = tuple(
    SheetStyle(size, pose, Form.STACKED, with_cue, large=True)
    for size, pose in ((18.0, 46.0), (16.0, 46.0), (18.0, 40.0), (16.0, 40.0), (16.0, 34.0), (15.0, 40.0), (15.0, 34.0))
    for with_cue in (True, False)
)
LAST_LARGE = SheetStyle(14.0, 34.0, Form.STACKED, with_cue=False, large=True)
NOTES_ROW = 24.0  # mm: a row for notes, at least
EVEN = 0.91  # of the rows of the fullest of several sheets: how high those of the others remain


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed side: its steps, and as many rows for notes as leave these a good height."""

    number: int
    steps: Sequence[Step]
    notes: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a routine: its sheets and their style."""

    style: SheetStyle
    long_title: bool
    sheets: Sequence[Sheet]
    on_a4: SheetStyle | None = None
    """The larger style that its rows have on A4, if they have room for any."""


def layout(texts: SheetTexts, address: str = "", large: bool = False) -> Layout:
    """The largest type at which a routine fits one sheet, or two where it has more steps; `address` is its QR code's.

    Large print has at most four steps on a sheet. What does not fit goes on to a further one.
    """
    for count, style in _styles(texts, large):
        measure = Measure(texts, address, style)
        if shares := measure.shares(count):
            return replace(_laid(measure, shares), on_a4=_on_a4(measure, shares))
    return _laid(measure, [1] * len(texts.routine.steps))  # texts that no rule has seen may be longer than a sheet


def smallest(texts: SheetTexts, address: str = "") -> Measure:
    """A routine at the smallest type, to see whether it fits."""
    return Measure(texts, address, _drawn(texts, STYLES[-1]))


def notes(rooms: Sequence[float], rows: Sequence[float], shares: Sequence[int]) -> Sequence[int]:
    """Rows for notes on each sheet: as many as its steps, of heights `rows`, leave room for; rooms and heights in mm.

    Of several sheets, the steps of each remain about as high as those of the fullest, and a row for notes is as high.
    """
    step = EVEN * min(room / share for room, share in zip(rooms, shares, strict=True)) if len(shares) > 1 else 0
    found, first = [], 0
    for room, share in zip(rooms, shares, strict=True):
        left = room - sum(rows[first : first + share])
        found.append(int(min(left / NOTES_ROW, room / step - share if step else left)))
        first += share
    return found


def larger(style: SheetStyle) -> Iterator[SheetStyle]:
    """Larger styles of the same form for A4, the best first."""
    types = [size for size in WHAT_ON_A4 if style.in_columns and style.pose and size > style.size]
    types += [size for size in SMALL_ON_A4 if style.shares_room and size > style.size]
    types += [size for size in LARGE_ON_A4 if style.large and size > style.size]
    for size in (*types, style.size):
        for steps in (*(STEPS_ON_A4 if style.shares_room else ()), 1.0):
            for pose in (*(style.pose * times for times in ON_A4), style.pose):
                if (size, pose, steps) != (style.size, style.pose, 1.0):
                    yield replace(style, size=size, pose=pose, on_a4=style, steps=steps)


def _on_a4(measure: Measure, shares: Sequence[int]) -> SheetStyle | None:
    """The largest style for A4 in which each sheet holds the same rows."""
    for style in larger(measure.style):
        on_a4, first = replace(measure, style=style), 0
        for share, room in zip(shares, on_a4.rooms(len(shares)), strict=True):
            if sum(on_a4.rows[first : first + share]) > room:
                break
            first += share
        else:
            return style
    return None


def _laid(measure: Measure, shares: Sequence[int]) -> Layout:
    sheets, first, steps = [], 0, measure.texts.routine.steps
    left = notes(measure.rooms(len(shares)), measure.rows, shares)
    for number, (share, rows) in enumerate(zip(shares, left, strict=True), 1):
        sheets.append(Sheet(number, steps[first : first + share], rows))
        first += share
    return Layout(measure.style, measure.title_size != measure.style.titles[0], sheets)


def _styles(texts: SheetTexts, large: bool) -> Iterator[tuple[int, SheetStyle]]:
    """Possible numbers of sheets with a style, the best first."""
    count = len(texts.routine.steps)
    if large:
        least, styles = ceil(count / ON_A_LARGE_SHEET), LARGE_STYLES
    else:
        least, styles = (2 if count > ON_ONE_SHEET else 1), STYLES
        yield from ((least, _drawn(texts, style)) for style in styles)
        least, styles = least + 1, styles[-1:]
    yield from ((more, _drawn(texts, style)) for more in range(least, count + 1) for style in styles)
    yield count, _drawn(texts, LAST_LARGE if large else STYLES[-1])


def _drawn(texts: SheetTexts, style: SheetStyle) -> SheetStyle:
    """The style without room for figures, where no exercise has any."""
    return style if any(step.exercise.has_picture for step in texts.routine.steps) else replace(style, pose=0.0)
