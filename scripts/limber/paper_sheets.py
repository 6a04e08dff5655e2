"""How a routine lies on its cheat sheet: the largest type that fits, and which steps on which side; knows no HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from limber.model import Step
from limber.paper import SMALLEST
from limber.paper_measure import LARGE, TITLES, Measure, Way
from limber.paper_texts import SheetTexts

ON_ONE_SHEET = 12  # steps
LARGE_SHEETS = 2
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, SMALLEST)  # points
ROOMY = 24.0  # mm: a row need not be higher; what is left is for notes


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed side: its steps, and as many rows for notes as leave these a good height."""

    number: int
    steps: Sequence[Step]
    notes: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a routine lies on its sheets."""

    way: Way
    long_title: bool
    sheets: Sequence[Sheet]


def layout(texts: SheetTexts, address: str = "", large: bool = False) -> Layout:
    """The largest type at which a routine fits one sheet, or two where it has more steps; `address` is its QR code's.

    Large print takes two sheets. What does not fit these, even without cues, goes on to a further one.
    """
    for count, way in _ways(texts, large):
        measure = Measure(texts, address, way)
        if shares := measure.shares(count):
            return _laid(measure, shares)
    raise AssertionError("the rules let no text through that does not fit a sheet of its own")


def smallest(texts: SheetTexts, address: str = "") -> Measure:
    """A routine at the smallest type, to see whether it fits."""
    return Measure(texts, address, Way(SMALLEST))


def _laid(measure: Measure, shares: Sequence[int]) -> Layout:
    sheets, steps = [], iter(measure.texts.routine.steps)
    for number, (share, room) in enumerate(zip(shares, measure.rooms(len(shares)), strict=True), 1):
        rows = max(share, int(room / max(ROOMY, measure.row)))
        sheets.append(Sheet(number, [next(steps) for _ in range(share)], rows - share))
    return Layout(measure.way, measure.title_size != TITLES[0], sheets)


def _ways(texts: SheetTexts, large: bool) -> Iterator[tuple[int, Way]]:
    """Sheets, and a way to set them; the best first."""
    steps = texts.routine.steps
    least = min(len(steps), LARGE_SHEETS) if large or len(steps) > ON_ONE_SHEET else 1
    if large:
        ways = [Way(LARGE), Way(LARGE, tight=True), Way(LARGE, False), Way(LARGE, False, tight=True)]
    else:
        if all(step.exercise.short_steps for step in steps):
            yield from ((least, Way(size, with_steps=True)) for size in SIZES if size >= 9.5)
        yield from ((least, Way(size)) for size in SIZES)
        ways, least = [Way(SMALLEST)], least + 1
    yield from ((more, way) for more in range(least, len(steps) + 2) for way in ways)
