"""How a routine lies on its cheat sheet: the largest type that fits, and which steps on which side; knows no HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from limber import wording
from limber.model import Step
from limber.paper import DOSE, HEIGHT, LINE, POINT, QR, SMALLEST, WIDTH, lines, pieces
from limber.paper_texts import SheetTexts

ON_ONE_SHEET = 12  # steps
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, SMALLEST)  # points
LARGE = 14.0
ADDRESS, GAP = 50.0, 3.0  # mm
ROOMY = 24.0  # mm: a row need not be higher; what is left is for notes


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed side: its steps, and as many rows for notes as leave these a good height."""

    number: int
    steps: Sequence[Step]
    notes: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a routine lies on its sheets; `size` is that of its rows, in points."""

    size: float
    with_cue: bool
    with_steps: bool
    sheets: Sequence[Sheet]


@dataclass(frozen=True)
class _Measure:
    """Heights in mm of the parts of a cheat sheet, as cheat-sheet.css has them."""

    texts: SheetTexts
    address: str
    size: float
    with_cue: bool
    with_steps: bool

    @property
    def large(self) -> bool:
        return self.size == LARGE

    @cached_property
    def head(self) -> float:
        """Title, facts, code."""
        size = self.size if self.large else min(self.size, 9.5)
        left = WIDTH - ADDRESS - GAP
        column = left - 2 * size
        says = (self.texts.routine.how_often, self.texts.kit)
        facts = sum(lines(each, column, size) for each in says)
        facts += sum(pieces(parts, column, size) for parts in self.texts.how_long)
        title = min(_high(self.texts.routine.name, left, 20), 2 * 15 * LINE * POINT) + 2
        words = _high(self.address, ADDRESS, 14 if self.large else 8)
        return max(title + facts * size * LINE * POINT + 1.5, QR + words) + 2

    @cached_property
    def row(self) -> float:
        """The highest row."""
        return max(map(self._row, self.texts.routine.steps)) + 1.3

    def _row(self, step: Step) -> float:
        exercise, size = step.exercise, self.size
        figure, days = (18, 52.5) if self.large else (2 * size - 6, 36.4)
        whole = WIDTH - figure - days - 2 * GAP
        column = whole if self.large else whole - DOSE - GAP
        amounts, side = wording.dose_pair(step.start, step.goal, exercise.laterality, exercise.limb)
        what = 1.1 * size * LINE * POINT + (_high(exercise.cues[0], column, size) if self.with_cue else 0)
        dose = pieces((*amounts, *side), column if self.large else DOSE, size) * size * LINE * POINT
        steps = _high(" · ".join(exercise.short_steps), whole, max(8, size - 1)) + 0.8 if self.with_steps else 0
        return max(figure, (what + dose if self.large else max(what, dose)) + steps)

    @cached_property
    def foot(self) -> float:
        """Moving on and stopping, how to read it, the source."""
        size, texts = self.size if self.large else max(8, min(self.size - 1, 9)), self.texts
        left = (f"Moving on. {texts.moving_on}", texts.short_version and f"No time? {texts.short_version}")
        right = (f"Stop at once. {texts.stop_signs}", texts.legend and f"How to read it. {texts.legend}")
        high = max(sum(_high(each, WIDTH / 2 - 3, size) for each in side) for side in (left, right))
        source = _high(f"{texts.source} {texts.disclaimer}", WIDTH, size if self.large else 8)
        return high + source + 5

    def rooms(self, sheets: int) -> list[float]:
        """Room for rows on each of so many sheets; from the second on, the title stands small."""
        rooms = [HEIGHT - 6.0 - 8.0] * sheets
        rooms[0] = HEIGHT - 6.0 - self.head
        rooms[-1] -= self.foot
        return rooms

    def shares(self, sheets: int) -> list[int] | None:
        """Steps on each of so many sheets, in rows of like height, if they fit."""
        rooms = self.rooms(sheets)
        most = [int(room / self.row) for room in rooms]
        shares = [0] * sheets
        for _ in self.texts.routine.steps:
            free = [at for at in range(sheets) if shares[at] < most[at]]
            if not free:
                return None
            shares[max(free, key=lambda at: (rooms[at] / (shares[at] + 1), -at))] += 1
        return shares if min(shares) else None

    def layout(self, shares: Sequence[int]) -> Layout:
        """The layout with these shares."""
        sheets, steps = [], iter(self.texts.routine.steps)
        for number, (share, room) in enumerate(zip(shares, self.rooms(len(shares)), strict=True), 1):
            rows = max(share, int(room / max(ROOMY, self.row)))
            sheets.append(Sheet(number, [next(steps) for _ in range(share)], rows - share))
        return Layout(self.size, self.with_cue, self.with_steps, sheets)


def layout(texts: SheetTexts, address: str = "", large: bool = False) -> Layout:
    """The largest type at which a routine fits one sheet, or two where it has more steps; `address` is its QR code's.

    Large print takes two sheets. What does not fit these, even without cues, goes on to a further one.
    """
    for count, size, with_cue, with_steps in _ways(texts, large):
        measure = _Measure(texts, address, size, with_cue, with_steps)
        if shares := measure.shares(count):
            return measure.layout(shares)
    raise AssertionError("the budgets let no text through that does not fit a sheet of its own")


def _ways(texts: SheetTexts, large: bool) -> Iterator[tuple[int, float, bool, bool]]:
    """Sheets, size, whether with cues, whether with short steps; the best way first."""
    steps = texts.routine.steps
    least = min(len(steps), 2) if large or len(steps) > ON_ONE_SHEET else 1
    if large:
        yield from ((least, LARGE, with_cue, False) for with_cue in (True, False))
    else:
        if all(step.exercise.short_steps for step in steps):
            yield from ((least, size, True, True) for size in SIZES if size >= 9.5)
        yield from ((least, size, True, False) for size in SIZES)
    for more in range(least + 1, len(steps) + 2):
        yield from ((more, LARGE if large else SIZES[-1], with_cue, False) for with_cue in (True, not large))


def _high(text: str, width: float, size: float) -> float:
    return lines(text, width, size) * size * LINE * POINT
