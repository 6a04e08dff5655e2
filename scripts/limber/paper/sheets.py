"""Lays a routine out on its cheat sheet: the largest type that fits, and which steps go on which sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from limber.model.nouns import Step
from limber.paper.layout import SMALLEST
from limber.paper.measure import LARGE, TITLES, Measure, SheetStyle
from limber.paper.texts import SheetTexts

ON_ONE_SHEET = 12  # steps
LARGE_SHEETS = 2
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, SMALLEST)  # points
WITH_STEPS = 9.5  # points: the smallest type in which short steps stand beside the rest
ROOMY = 24.0  # mm: a row need not be higher; what is left is for notes


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


def layout(texts: SheetTexts, address: str = "", large: bool = False) -> Layout:
    """The largest type at which a routine fits one sheet, or two where it has more steps; `address` is its QR code's.

    Large print takes two sheets. What does not fit these, even without cues, goes on to a further one.
    """
    for count, style in _styles(texts, large):
        measure = Measure(texts, address, style)
        if shares := measure.shares(count):
            return _laid(measure, shares)
    raise AssertionError("the rules let no text through that does not fit a sheet of its own")


def smallest(texts: SheetTexts, address: str = "") -> Measure:
    """A routine at the smallest type, to see whether it fits."""
    return Measure(texts, address, SheetStyle(SMALLEST))


def notes(share: int, room: float, row: float) -> int:
    """Rows for notes below so many steps, in the room that is left; `row` is the highest of the steps'."""
    return max(0, int(room / max(ROOMY, row)) - share)


def _laid(measure: Measure, shares: Sequence[int]) -> Layout:
    sheets, steps = [], iter(measure.texts.routine.steps)
    for number, (share, room) in enumerate(zip(shares, measure.rooms(len(shares)), strict=True), 1):
        sheets.append(Sheet(number, [next(steps) for _ in range(share)], notes(share, room, measure.row)))
    return Layout(measure.style, measure.title_size != TITLES[0], sheets)


def _styles(texts: SheetTexts, large: bool) -> Iterator[tuple[int, SheetStyle]]:
    """Possible numbers of sheets with a style, the best first."""
    steps = texts.routine.steps
    least = min(len(steps), LARGE_SHEETS) if large or len(steps) > ON_ONE_SHEET else 1
    if large:
        styles = [
            SheetStyle(LARGE),
            SheetStyle(LARGE, tight=True),
            SheetStyle(LARGE, False),
            SheetStyle(LARGE, False, tight=True),
        ]
    else:
        if all(step.exercise.short_steps for step in steps):
            yield from ((least, SheetStyle(size, with_steps=True)) for size in SIZES if size >= WITH_STEPS)
        yield from ((least, SheetStyle(size)) for size in SIZES)
        styles, least = [SheetStyle(SMALLEST)], least + 1
    yield from ((more, style) for more in range(least, len(steps) + 2) for style in styles)
