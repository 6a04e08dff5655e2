"""Measures the parts of a cheat sheet in one style.

The style sheet is cheat-sheet.css, with the same millimetres and points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from limber import group_wording
from limber.model.nouns import Step
from limber.paper.layout import BUDGETS, HEIGHT, NOTE, POINT, QR, WIDTH, Part, dose_lines, flow, high, lines, pieces
from limber.paper.texts import SheetTexts, said_of, short_steps, step_dose

LARGE = 14.0  # points: what is read from afar, in large print
BRIEF = 9.0  # points: in smaller type a name, its dose and its cue follow each other in the same lines
LARGER_HEAD = 11.5  # points: from here on, there is room for larger type in head and foot, too
ROOMY = 10.0  # points: from here on, name and dose are larger than the rest by more
ADDRESS, GAP = 50.0, 3.0  # mm
DAYS_ROW, GOES_ON = 6.0, 8.0  # mm: above the rows, and above these where no title stands
POSES, LARGE_POSES = 2.1, 1.7  # of its height: how wide two poses are with their arrow
BAR, HEADING_AIR = 2.0, 1.0  # mm: left of the steps of a group, with the room beside it; and below its heading
RULE, AIRY_RULE = 1.1, 1.4  # mm: between two rows; in large type there is room for air
STEPS_AIR = 0.6  # mm: between a dose and the steps
BOX_EDGES, BOX_AIR = 5.0, 3.8  # mm: what the frame of the stop signs takes at both sides, and above, in and below it
NUMBER = 2.0  # em of its text: a step's number in its circle, before its name
TITLES = (20.0, 15.0)  # points
NAME, HOW_OFTEN, TITLE = 24, 60, 60  # characters that the schema lets them have


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """The style of a cheat sheet: `size` is that of its rows in points, `pose` the height of figures in mm, 0 for none.

    Large print is tight where it would not hold all: names, doses and steps stay as large, the head and
    the source, which are read from near, are smaller.
    """

    size: float
    pose: float = 0.0
    with_cue: bool = True
    with_steps: bool = False
    tight: bool = False

    @property
    def large(self) -> bool:
        """Whether this is large print."""
        return self.size == LARGE

    @property
    def brief(self) -> bool:
        """Whether all that is said of a step stands in the same lines."""
        return self.size < BRIEF

    def of(self, usual: float, large: float, tight: float) -> float:
        """A measure that differs between usual, large and tight large print."""
        return (tight if self.tight else large) if self.large else usual


def rooms(head: float, foot: float, sheets: int) -> list[float]:
    """Room for rows on each of so many sheets, in mm; from the second on, the title stands small.

    The head is all above the rows of the first: title, facts, stop signs, days.
    """
    rooms = [HEIGHT - DAYS_ROW - GOES_ON] * sheets
    rooms[0] = HEIGHT - head
    rooms[-1] -= foot
    return rooms


def shares(rooms: Sequence[float], rows: Sequence[float]) -> Sequence[int] | None:
    """How many of the rows lie in each room, so that the fullest is as empty as can be; None where they do not fit."""
    found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # by rows so far: how full the fullest is
    for room in rooms:
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (full, held) in found.items():
            used = 0.0
            for end, row in enumerate(rows[first:], first + 1):
                used += row
                worst = max(full, used / room)
                if worst <= 1 and (end not in further or worst < further[end][0]):
                    further[end] = (worst, (*held, end - first))
        found = further
    return found[len(rows)][1] if len(rows) in found else None


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
            "stop_signs": Part(
                texts.stop_signs, BUDGETS["stop_signs"], self._signs, self._head_size, label="Stop at once."
            ),
            "source": Part(
                f"{texts.source} {texts.disclaimer}",
                BUDGETS["source"] + 1 + len(texts.disclaimer),
                WIDTH,
                self.style.of(8, LARGE, 10),
            ),
        }

    @cached_property
    def head(self) -> float:
        """The height of the head: title, facts, code, and the stop signs beside the days."""
        facts = self.around["how_often"].takes + self.around["kit"].takes
        facts += sum(pieces([(each, False) for each in parts], self._facts, self._head_size) for parts in self._long)
        title = high(self.around["name"].takes, self.title_size) + 2
        size = self.style.of(8, LARGE, 12)
        words = high(pieces([(part, False) for part in self.address.replace("/", "/ ").split()], ADDRESS, size), size)
        signs = self.around["stop_signs"]
        box = high(signs.takes, signs.size) + BOX_AIR if signs.text else 0
        return max(title + high(facts, self._head_size) + 0.5, QR + words) + 2 + max(DAYS_ROW, box)

    @cached_property
    def rows(self) -> Sequence[float]:
        """The height of each row."""
        air = RULE if self.style.brief else AIRY_RULE
        return [self._row(step) + air for step in self.texts.routine.steps]

    def name(self, step: Step) -> Part:
        """A step's name at its place, which it shares with its number, the mark "core" and the boxes."""
        size = self.style.size * self._larger[0]
        return Part(step.exercise.short_name, NAME, self._whole(step) - self._beside(step), size, bold=True)

    def cue(self, step: Step) -> Part:
        """A step's note or cue at its place."""
        return Part(said_of(step, self.style.with_cue), NOTE, self._whole(step), self.style.size)

    def group(self, step: Step) -> Part:
        """The line of a group above its first step, and above no other."""
        return Part(group_wording.heading(step), BUDGETS["card_group"], self._whole(step), self.style.size, bold=True)

    @cached_property
    def foot(self) -> float:
        """The height of the foot: moving on, the legend, the source."""
        size, half, around = self._foot_size, WIDTH / 2 - GAP, self.around
        right = lines(self.texts.legend, half, size, label="How to read it.")
        right += lines(self.texts.short_version, half, size, label="No time?")
        source = around["source"]
        return high(max(around["moving_on"].takes, right), size) + high(source.takes, source.size) + 5

    def rooms(self, sheets: int) -> list[float]:
        """Room for rows on each of so many sheets."""
        return rooms(self.head, self.foot, sheets)

    def shares(self, sheets: int) -> Sequence[int] | None:
        """Steps on each of so many sheets, if they fit."""
        return shares(self.rooms(sheets), self.rows)

    def _heading(self, step: Step) -> float:
        takes = self.group(step).takes
        return high(takes, self.style.size) + HEADING_AIR if takes else 0

    def _row(self, step: Step) -> float:
        said = self._in_brief(step) if self.style.brief else self._in_blocks(step)
        return max(self.style.pose, self._heading(step) + said)

    def _in_brief(self, step: Step) -> float:
        """Name, dose and cue in the same lines, below and beside the boxes."""
        amounts, side = step_dose(step)
        parts = [(word, True) for word in (*step.exercise.short_name.split(), *amounts)]
        parts += [(f"{each},", False) for each in side]
        size = self.style.size
        return high(flow(parts, self.cue(step).text, self._whole(step), size, self._beside(step)), size)

    def _in_blocks(self, step: Step) -> float:
        """Name, dose, and steps with the cue, one below the other."""
        style, whole, name = self.style, self._whole(step), self.name(step)
        large = style.size * self._larger[1]
        beside = self._mark(step) if style.large else 0
        dose = high(dose_lines(*step_dose(step), whole - beside, large, style.size), large)
        steps = short_steps(step.exercise) if style.with_steps else ()
        said = " ".join(
            [*(f"{number}\N{NO-BREAK SPACE}{each}" for number, each in enumerate(steps, 1)), self.cue(step).text]
        )
        how = high(lines(said.strip(), whole, style.size), style.size)
        return high(name.takes, name.size) + dose + how + STEPS_AIR

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
        return self.style.of(
            min(self.style.size, 9.5) if self.style.size < LARGER_HEAD else self.style.size - 1, LARGE, 12
        )

    @property
    def _foot_size(self) -> float:
        return self.style.of(
            max(8, min(self.style.size - 1, 9)) if self.style.size < LARGER_HEAD else self.style.size - 1.5,
            LARGE,
            LARGE,
        )

    @property
    def _larger(self) -> tuple[float, float]:
        """How much larger than the rest of its row a name is, and a dose."""
        if self.style.large:
            return 1.1, 1.15
        return (1.2, 1.4) if self.style.size >= ROOMY else (1, 1) if self.style.brief else (1.1, 1.2)

    @property
    def _boxes(self) -> float:
        return self.style.of(36.4, 38.5, 38.5)

    @property
    def _signs(self) -> float:
        return WIDTH - self._boxes - GAP - BOX_EDGES

    def _whole(self, step: Step) -> float:
        """The width beside the figures."""
        bar = BAR if step.group else 0
        wide = self.style.of(POSES, LARGE_POSES, LARGE_POSES) * self.style.pose
        return WIDTH - (wide + GAP if wide else 0) - bar

    def _beside(self, step: Step) -> float:
        """The width of what stands beside a name."""
        size = self.style.size * self._larger[0]
        mark = 0 if self.style.large else self._mark(step)
        return NUMBER * size * POINT + mark + GAP + self._boxes

    def _mark(self, step: Step) -> float:
        """The width of the mark "core": beside the name, and in large print beside the dose."""
        return self.style.of(9, 17, 17) if self.texts.marked and step.core else 0
