"""Measures the parts of a cheat sheet in one style.

The style sheet is cheat-sheet.css, with the same millimetres and points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from limber import group_wording
from limber.model.nouns import Step
from limber.paper import layout
from limber.paper.layout import BUDGETS, DOSE, HEIGHT, NOTE, QR, WIDTH, Part, high, lines, pieces
from limber.paper.texts import SheetTexts, said_of, step_dose

LARGE = 14.0  # points: what is read from afar, in large print
ADDRESS, GAP = 50.0, 3.0  # mm
DAYS_ROW, GOES_ON = 6.0, 8.0  # mm: above the rows, and above these where no title stands
BAR, HEADING_AIR = 2.0, 1.0  # mm: left of the steps of a group, with the room beside it; and below its heading
RULE, AIRY_RULE = 1.3, 2.4  # mm: between two rows; in large type there is room for air
TITLES = (20.0, 15.0)  # points
NAME, HOW_OFTEN, TITLE = 24, 60, 60  # characters that the schema lets them have


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """The style of a cheat sheet: `size` is that of its rows, in points.

    Large print is tight where it would not hold all on two sheets: names and doses stay as large, what is
    read from near (what is needed, the rules, the source) is smaller, and boxes stand closer.
    """

    size: float
    with_cue: bool = True
    with_steps: bool = False
    tight: bool = False

    @property
    def large(self) -> bool:
        """Whether this is large print."""
        return self.size == LARGE

    def of(self, usual: float, large: float, tight: float) -> float:
        """A measure that differs between usual, large and tight large print."""
        return (tight if self.tight else large) if self.large else usual


def rooms(head: float, foot: float, sheets: int) -> list[float]:
    """Room for rows on each of so many sheets, in mm; from the second on, the title stands small."""
    rooms = [HEIGHT - DAYS_ROW - GOES_ON] * sheets
    rooms[0] = HEIGHT - DAYS_ROW - head
    rooms[-1] -= foot
    return rooms


def shares(rooms: Sequence[float], row: float, steps: int) -> list[int] | None:
    """Steps on each sheet, in rows of like height, if they fit; `row` is the highest."""
    most = [int(room / row) for room in rooms]
    shares = [0] * len(rooms)
    for _ in range(steps):
        free = [at for at in range(len(rooms)) if shares[at] < most[at]]
        if not free:
            return None
        shares[max(free, key=lambda at: (rooms[at] / (shares[at] + 1), -at))] += 1
    return shares if min(shares) else None


@dataclass(frozen=True)
class Measure:
    """Heights in mm of the parts of a cheat sheet."""

    texts: SheetTexts
    address: str
    style: SheetStyle

    @cached_property
    def title_size(self) -> float:
        """The size of the title in points: smaller where it takes a second line."""
        large, small = TITLES
        return large if lines(self.texts.routine.name, self._left, large, bold=True) == 1 else small

    @cached_property
    def around(self) -> dict[str, Part]:
        """The texts in the head and in the foot, with their room."""
        head, foot, half = self._head_size, self._foot_size, WIDTH / 2 - GAP
        routine, texts = self.texts.routine, self.texts
        return {
            "name": Part(routine.name, TITLE, self._left, self.title_size, bold=True),
            "how_often": Part(routine.how_often, HOW_OFTEN, self._facts, head),
            "kit": Part(texts.kit, BUDGETS["kit"], self._facts, head),
            "moving_on": Part(texts.moving_on, BUDGETS["moving_on"], half, foot, label="Moving on."),
            "stop_signs": Part(texts.stop_signs, BUDGETS["stop_signs"], half, foot, label="Stop at once."),
            "source": Part(
                f"{texts.source} {texts.disclaimer}",
                BUDGETS["source"] + 1 + len(texts.disclaimer),
                WIDTH,
                self.style.of(8, LARGE, 9),
            ),
        }

    @cached_property
    def head(self) -> float:
        """The height of the head: title, facts, code."""
        facts = self.around["how_often"].takes + self.around["kit"].takes
        facts += sum(pieces([(each, False) for each in parts], self._facts, self._head_size) for parts in self._long)
        title = high(self.around["name"].takes, self.title_size) + 2
        size = self.style.of(8, LARGE, 12)
        words = high(lines(self.address.replace("/", "/ "), ADDRESS, size), size)
        return max(title + high(facts, self._head_size) + 1.5, QR + words) + 2

    @cached_property
    def row(self) -> float:
        """The height of the highest row."""
        rule = self.style.of(RULE if self.style.size < 9 else AIRY_RULE, AIRY_RULE, RULE)
        return max(map(self._row, self.texts.routine.steps)) + rule

    def name(self, step: Step) -> Part:
        """A step's name at its place, which it shares with the mark "core"."""
        size = self.style.of(1.1, 1.1, 1) * self.style.size
        mark = self.style.of(9, 14.5, 14.5) if self.texts.marked and step.core else 0
        return Part(step.exercise.short_name, NAME, self._column(step) - mark, size, bold=True)

    def cue(self, step: Step) -> Part:
        """A step's note or cue at its place."""
        return Part(said_of(step, self.style.with_cue), NOTE, self._column(step), self.style.size)

    def group(self, step: Step) -> Part:
        """The line of a group above its first step, and above no other."""
        return Part(group_wording.heading(step), BUDGETS["card_group"], self._whole(step), self.style.size, bold=True)

    @cached_property
    def foot(self) -> float:
        """The height of the foot: moving on and stopping, the legend, the source."""
        size, half, around = self._foot_size, WIDTH / 2 - GAP, self.around
        left = around["moving_on"].takes + lines(self.texts.short_version, half, size, label="No time?")
        right = around["stop_signs"].takes + lines(self.texts.legend, half, size, label="How to read it.")
        source = around["source"]
        return high(max(left, right), size) + high(source.takes, source.size) + 5

    def rooms(self, sheets: int) -> list[float]:
        """Room for rows on each of so many sheets."""
        return rooms(self.head, self.foot, sheets)

    def shares(self, sheets: int) -> list[int] | None:
        """Steps on each of so many sheets, if they fit."""
        return shares(self.rooms(sheets), self.row, len(self.texts.routine.steps))

    def _heading(self, step: Step) -> float:
        takes = self.group(step).takes
        return high(takes, self.style.size) + self.style.of(HEADING_AIR, HEADING_AIR, 0) if takes else 0

    def _row(self, step: Step) -> float:
        exercise, size = step.exercise, self.style.size
        name = self.name(step)
        what = high(name.takes, name.size)
        what += high(self.cue(step).takes, size)
        amounts, side = step_dose(step)
        dose = high(layout.dose_lines(amounts, side, self._column(step) if self.style.large else DOSE, size), size)
        small = max(8, size - 1)
        whole = self._whole(step)
        steps = high(pieces([(f"{each} ·", False) for each in exercise.short_steps], whole, small), small) + 0.8
        return max(
            self._figure,
            self._heading(step)
            + (what + dose if self.style.large else max(what, dose))
            + (steps if self.style.with_steps else 0),
        )

    @property
    def _long(self) -> Sequence[Sequence[str]]:
        return self.texts.how_long

    @property
    def _left(self) -> float:
        return WIDTH - ADDRESS - GAP

    @property
    def _facts(self) -> float:
        return self._left - 2 * self._head_size

    @property
    def _head_size(self) -> float:
        return self.style.of(min(self.style.size, 9.5), LARGE, 12)

    @property
    def _foot_size(self) -> float:
        return self.style.of(max(8, min(self.style.size - 1, 9)), LARGE, 12)

    @property
    def _figure(self) -> float:
        return self.style.of(2 * self.style.size - 6, 18, 13)

    def _whole(self, step: Step) -> float:
        bar = BAR if step.group else 0
        return WIDTH - self._figure - self.style.of(36.4, 52.5, 42) - 2 * GAP - bar

    def _column(self, step: Step) -> float:
        return self._whole(step) if self.style.large else self._whole(step) - DOSE - GAP
