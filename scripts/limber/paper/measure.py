"""Measures the parts of a cheat sheet in one style.

The style sheet is cheat-sheet.css, with the same millimetres and points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from limber import group_wording
from limber.languages.messages import gettext
from limber.model.nouns import Step
from limber.paper.layout import (
    A4_HEIGHT,
    BUDGETS,
    HEIGHT,
    LINE,
    NOTE,
    POINT,
    QR,
    SMALLEST,
    WIDTH,
    Part,
    dose_lines,
    flow,
    high,
    lines,
    pieces,
)
from limber.paper.text_width import width as em_of
from limber.paper.texts import SheetTexts, said_of, short_steps, step_dose

SIZES: Mapping[float, tuple[float, float]] = {
    18.0: (16.0, 16.0),
    16.0: (14.0, 16.0),
    15.0: (12.0, 12.0),
    14.0: (12.0, 12.0),
    13.0: (12.0, 11.5),
    12.0: (11.0, 10.5),
    11.5: (10.5, 10.0),
    11.0: (9.5, 9.0),
    10.5: (10.0, 9.5),
    10.0: (9.5, 9.0),
    9.5: (9.5, 8.5),
    9.0: (9.0, 8.0),
    8.5: (8.5, 8.0),
    SMALLEST: (8.0, 8.0),
}
"""The sizes of type in the head and in the foot, by that of the rows, in points; as paper-sheet.css has them."""
ADDRESS, GAP, LARGE_GAP = 50.0, 3.0, 6.0  # mm
ON_A4 = (1.32, 1.24, 1.16, 1.08)  # how much higher poses are on A4, where they have room there
STEPS_ON_A4 = (1.2, 1.1)  # how much larger than the rest of their row steps are on A4, where they have room there
BOXES = 36.4  # mm: how wide a week's boxes are beside a name
GOES_ON_SIZE = 16.0  # points: of that title in large print
ROOMY, ROOMIER = (
    24.0,
    28.0,
)  # mm: with poses so high columns have room for larger doses and more air; and for boxes of two weeks
WHAT, HOW = 16.0, 18.4  # em: the column of names and doses, and that of steps, beside large poses
SHARE = 0.465  # of what smaller poses leave: the column of names and doses
POSES, SHARED_POSES, STACKED_POSES = 2.1, 2.3, 2.0  # of its height: how wide two poses are with their arrow
GOES_ON, GOES_ON_AIR = 8.0, 1.0  # mm: above the rows where the title stands small, at least, and below it
BAR, HEADING_AIR = 2.0, 1.0  # mm: left of the steps of a group, with the room beside it; and below its heading
STEPS_AIR, CUE_AIR = 0.6, 1.2  # mm: between a dose and the steps below it, and above a cue below two columns
STEP_NUMBER = 1.4  # em: before a step
NOTE_SIZE = 0.9  # em: of a note or cue below two columns
BOX_EDGES, BOX_AIR = 5.0, 3.2  # mm: what the frame of the stop signs takes at both sides, and above, in and below it
NUMBER = 2.0  # em of its text: a step's number in its circle, before its name
NAME, HOW_OFTEN, TITLE = 24, 60, 60  # characters that the schema lets them have
ON_A_LARGE_SHEET = 4  # steps, at the most


class Form(StrEnum):
    """How a row is set: it has its poses on the left, and a week's boxes to tick.

    STACKED: name, dose and steps below one another, and the boxes below the poses, each with its day.
    COLUMNS: name, dose and boxes in a column, the steps in another, each on a line of its own.
    RUNNING: name and dose beside the boxes, and below them the steps, one after the other in the same lines.
    BRIEF: name, dose and cue in the same lines, and no steps.
    """

    STACKED = "stacked"
    COLUMNS = "columns"
    RUNNING = "running"
    BRIEF = "brief"


WHAT_ON_A4: Mapping[float, tuple[float, float, float]] = {
    11.5: (14.2, 1.16, 1.22),
    11.0: (14.6, 1.18, 1.28),
    10.5: (15.2, 1.18, 1.34),
    10.0: (15.8, 1.18, 1.4),
}
"""By the size of larger type on A4: the column of names and doses in em, and how much larger than the rest they are."""
SMALL_ON_A4 = (9.5, 9.0)
"""Sizes of larger type on A4 whose columns are as they are on other paper."""
LARGE_ON_A4 = (18.0, 16.0)
"""Sizes of larger type on A4 in large print."""
ROOMY_DOSE_ON_A4 = 1.55
MARK_SIZE, MARK_AIR = 8.0, 4.0  # points, and mm: the mark "core", and its edges with the space before it
KEY_FIRST = 15.0  # points: from here on, the key to doses stands in the head of large print
RULES: Mapping[Form, float] = {Form.STACKED: 4.4, Form.COLUMNS: 1.5, Form.RUNNING: 1.1, Form.BRIEF: 1.1}
"""The line between two rows and the air around it, in mm."""
ABOVE = 1.5
"""What stands above the rows besides the stop signs, in mm."""


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """The style of a cheat sheet: `size` is that of its rows in points, `pose` the height of figures in mm, 0 for none.

    `large`: whether this is large print, of which head and foot are large, too. `on_a4`: of this style on A4, where
    poses may be higher, and columns in larger type. `steps`: how much larger than the rest of the row they are.
    """

    size: float
    pose: float = 0.0
    form: Form = Form.COLUMNS
    with_cue: bool = True
    large: bool = False
    on_a4: SheetStyle | None = None
    steps: float = 1.0

    @property
    def height(self) -> float:
        """How high a sheet is, in mm."""
        return A4_HEIGHT if self.on_a4 else HEIGHT

    @property
    def key_first(self) -> bool:
        """Whether the head says how doses are read: before the first of several sheets is done."""
        return self.large and self.size >= KEY_FIRST

    @property
    def around(self) -> float:
        """The size of rows by which head and foot are set."""
        return (self.on_a4 or self).size

    @property
    def what(self) -> float:
        """How wide the column of names and doses is, in em."""
        return WHAT_ON_A4[self.size][0] if self.larger_columns else WHAT

    @property
    def larger_columns(self) -> bool:
        """Whether these are columns of larger type on A4."""
        return self.in_columns and self.on_a4 is not None and self.size > self.on_a4.size and self.size in WHAT_ON_A4

    @property
    def tier(self) -> float:
        """How high poses are where it is not printed on A4, by which boxes and lines have more room."""
        return (self.on_a4 or self).pose

    @property
    def with_steps(self) -> bool:
        """Whether rows say how it is done."""
        return self.form is not Form.BRIEF

    @property
    def titles(self) -> tuple[float, float]:
        """The sizes of a title in points: the usual one, and that of one which takes a second line."""
        return (24.0, 18.0) if self.large else (20.0, 15.0)

    @property
    def source(self) -> float:
        """The size of the source, which but in large print is read from near, in points."""
        return (12.0 if self.key_first else 10.0) if self.large else 8.0

    @property
    def address(self) -> float:
        """The size of the code's address, in points."""
        return (12.0 if self.key_first else 10.0) if self.large else 8.0

    @property
    def larger(self) -> tuple[float, float]:
        """How much larger than the rest of its row a name is, and a dose."""
        if self.larger_columns:
            _, name, dose = WHAT_ON_A4[self.size]
            return name, ROOMY_DOSE_ON_A4 if self.tier >= ROOMY else dose
        match self.form:
            case Form.STACKED:
                return (1.1, 1.22) if self.large else (1.2, 1.4)
            case Form.COLUMNS:
                if self.tier >= ROOMIER:
                    return 1.2, 1.8
                return (1.2, 1.7) if self.tier >= ROOMY else (1.15, 1.4)
            case Form.RUNNING:
                return 1.15, 1.15
        return 1.0, 1.0

    @property
    def leading(self) -> float:
        """How high a line of steps is, in em."""
        if self.form is not Form.COLUMNS:
            return LINE
        if self.larger_columns:
            return 1.65 if self.tier >= ROOMIER else 1.5 if self.tier >= ROOMY else 1.15
        return 1.8 if self.tier >= ROOMIER else 1.45 if self.tier >= ROOMY else 1.15

    @property
    def week(self) -> float:
        """How high a week's boxes are with the room above them, in mm."""
        match self.form:
            case Form.STACKED:
                return 11.0 if self.large else 7.0
            case Form.RUNNING | Form.BRIEF:
                return 0.0
            case Form.COLUMNS if self.tier >= ROOMY:
                return 16.2 if self.tier >= ROOMIER else 6.5
        return 5.0

    @property
    def in_columns(self) -> bool:
        """Whether steps stand beside names and doses."""
        return self.form is Form.COLUMNS

    @property
    def shares_room(self) -> bool:
        """Whether columns have all that small poses leave; large ones have what columns leave."""
        return self.in_columns and 0 < self.tier < ROOMY

    @property
    def boxes_beside(self) -> bool:
        """Whether a name has the boxes beside it."""
        return self.form in (Form.RUNNING, Form.BRIEF)


def rooms(
    head: float, above: float, foot: float, sheets: int, height: float = HEIGHT, goes_on: float = GOES_ON
) -> list[float]:
    """Room for rows on each of so many sheets, in mm; from the second on, the title stands small, `goes_on` high.

    `above` is what stands above the rows of each: the stop signs.
    """
    rooms = [height - goes_on - above] * sheets
    rooms[0] = height - head - above
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
                if used <= room and (end not in further or worst < further[end][0]):
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
        large, small = self.style.titles
        return large if lines(self.texts.routine.name, self._left, large, bold=True) == 1 else small

    @cached_property
    def around(self) -> dict[str, Part]:
        """The texts in the head and in the foot, with their room."""
        (head, foot), half = SIZES[self.style.around], WIDTH / 2 - GAP
        stop = self.style.size if self.style.large else head
        routine, texts = self.texts.routine, self.texts
        return {
            "name": Part(routine.name, TITLE, self._left, self.title_size, bold=True),
            "how_often": Part(routine.how_often, HOW_OFTEN, self._facts, head),
            "kit": Part(texts.kit, BUDGETS["kit"], self._facts, head),
            "moving_on": Part(
                texts.moving_on,
                BUDGETS["moving_on"],
                WIDTH if self.style.key_first else half,
                foot,
                label=gettext("Moving on."),
            ),
            "stop_signs": Part(
                texts.stop_signs, BUDGETS["stop_signs"], self._signs, stop, label=gettext("Stop at once:")
            ),
            "source": Part(
                texts.foot,
                BUDGETS["source"] + len(texts.foot) - len(texts.source),
                WIDTH,
                self.style.source,
            ),
        }

    @cached_property
    def head(self) -> float:
        """The height of the head: title, facts, code."""
        size, address = SIZES[self.style.around][0], self.style.address
        facts = self.around["how_often"].takes + self.around["kit"].takes
        facts += sum(pieces([(each, False) for each in parts], self._facts, size) for parts in self.texts.how_long)
        facts += lines(self.texts.short_version, self._facts, size)
        facts += lines(self.texts.legend, self._facts, size) if self.style.key_first else 0
        title = high(self.around["name"].takes, self.title_size) + 2
        words = pieces([(part, False) for part in self.address.replace("/", "/ ").split()], ADDRESS, address)
        return max(title + high(facts, size) + 0.5, QR + high(words, address)) + 2

    @cached_property
    def goes_on(self) -> float:
        """The height of the title where it stands small, with the number of its sheet."""
        size = GOES_ON_SIZE if self.style.large else self.style.around
        count = len(self.texts.routine.steps)
        takes = lines(f"{self.texts.routine.name} sheet {count} of {count}", WIDTH, size, bold=True)
        return max(GOES_ON, high(takes, size) + GOES_ON_AIR)

    @cached_property
    def above(self) -> float:
        """The height of what stands above the rows of each sheet: the stop signs."""
        signs = self.around["stop_signs"]
        return ABOVE + (high(signs.takes, signs.size) + BOX_AIR if signs.text else 0)

    @cached_property
    def rows(self) -> Sequence[float]:
        """The height of each row."""
        return [self._row(step) + RULES[self.style.form] for step in self.texts.routine.steps]

    def name(self, step: Step) -> Part:
        """A step's name at its place, which it shares with its number and the mark "core", and with boxes beside it."""
        size = self.style.size * self.style.larger[0]
        return Part(step.exercise.short_name, NAME, self._what(step) - self._beside(step), size, bold=True)

    def cue(self, step: Step) -> Part:
        """A step's note or cue at its place."""
        size = self.style.size * (NOTE_SIZE if self.style.in_columns else 1)
        return Part(said_of(step, self.style.with_cue), NOTE, self._whole(step), size)

    def group(self, step: Step) -> Part:
        """The line of a group above its first step, and above no other."""
        return Part(group_wording.heading(step), BUDGETS["card_group"], self._whole(step), self.style.size, bold=True)

    @cached_property
    def foot(self) -> float:
        """The height of the foot: moving on, the legend, the source."""
        size, half, around = SIZES[self.style.around][1], WIDTH / 2 - GAP, self.around
        right = 0 if self.style.key_first else lines(self.texts.legend, half, size, label=gettext("How to read it."))
        source = around["source"]
        return high(max(around["moving_on"].takes, right), size) + high(source.takes, source.size) + 4.5

    def rooms(self, sheets: int) -> list[float]:
        """Room for rows on each of so many sheets."""
        return rooms(self.head, self.above, self.foot, sheets, self.style.height, self.goes_on)

    def shares(self, sheets: int) -> Sequence[int] | None:
        """Steps on each of so many sheets, if they fit."""
        return shares(self.rooms(sheets), self.rows)

    def _row(self, step: Step) -> float:
        style, takes = self.style, self.group(step).takes
        heading = high(takes, style.size) + HEADING_AIR if takes else 0
        match style.form:
            case Form.STACKED:
                text = self._name_and_dose(step) + STEPS_AIR + self._steps(step) + self._cue(step)
                text += 0 if style.pose else style.week
                return max(style.pose + style.week, heading + text)
            case Form.RUNNING:
                text = max(4.6, self._in_line(step)) + self._steps(step) + self._cue(step)
            case Form.BRIEF:
                text = self._in_line(step, self.cue(step).text)
            case _:
                text = max(self._name_and_dose(step) + style.week, self._steps(step)) + self._cue(step)
        return max(style.pose, heading + text)

    def _in_line(self, step: Step, cue: str = "") -> float:
        """Name, dose and cue in the same lines, beside the boxes and below them."""
        amounts, side = step_dose(step)
        parts = [(word, True) for word in (*step.exercise.short_name.split(), *amounts)]
        parts += [(f"{each},", False) for each in side]
        size = self.style.size * self.style.larger[0]
        return high(flow(parts, cue, self._whole(step), size, self._beside(step)), size)

    def _name_and_dose(self, step: Step) -> float:
        """A name, and below it the dose, of which what follows the amounts is in usual type."""
        size, name, (amounts, side) = self.style.size, self.name(step), step_dose(step)
        large, room = size * self.style.larger[1], self._what(step)
        together = high(dose_lines(amounts, side, room, large, size), large)
        apart = high(dose_lines(amounts, (), room, large), large) + high(dose_lines((), side, room, size), size)
        return high(name.takes, name.size) + min(together, apart)

    def _steps(self, step: Step) -> float:
        """The steps, each in lines of its own or one after the other."""
        size, room = self.style.size * self.style.steps, self._how(step)
        steps = short_steps(step.exercise)
        if self.style.form is Form.RUNNING:
            numbered = (f"{number}\N{NO-BREAK SPACE}{each}" for number, each in enumerate(steps, 1))
            return high(lines(" ".join(numbered), room, size), size)
        beside = room - STEP_NUMBER * size * POINT
        return sum(lines(each, beside, size) for each in steps) * size * self.style.leading * POINT

    def _cue(self, step: Step) -> float:
        cue = self.cue(step)
        return high(cue.takes, cue.size) + (CUE_AIR if self.style.in_columns else STEPS_AIR) * bool(cue.takes)

    @property
    def _left(self) -> float:
        return WIDTH - ADDRESS - GAP

    @property
    def _facts(self) -> float:
        return self._left - 2.2 * SIZES[self.style.around][0]

    @property
    def _signs(self) -> float:
        return WIDTH - BOX_EDGES

    def _whole(self, step: Step) -> float:
        """The width beside the figures."""
        columns = (self.style.what + HOW) * self.style.size * POINT + GAP
        if self.style.in_columns and self.style.pose and not self.style.shares_room:
            return columns
        bar = BAR if step.group else 0
        times = STACKED_POSES if self.style.form is Form.STACKED else SHARED_POSES if self.style.shares_room else POSES
        wide = times * self.style.pose
        gap = LARGE_GAP if self.style.large else GAP
        left = WIDTH - (wide + gap if wide else 0) - bar
        return max(left, columns) if self.style.shares_room else left

    def _what(self, step: Step) -> float:
        """The width of the column of names and doses."""
        style = self.style
        if style.shares_room and not style.larger_columns:
            return SHARE * self._whole(step)
        return style.what * style.size * POINT if style.in_columns else self._whole(step)

    def _how(self, step: Step) -> float:
        """The width of the column of steps."""
        return self._whole(step) - (self._what(step) + GAP if self.style.in_columns else 0)

    def _beside(self, step: Step) -> float:
        """The width of what stands beside a name."""
        mark = 0.0
        if self.texts.marked and step.core:
            mark = 17 if self.style.large else em_of(gettext("core")) * MARK_SIZE * POINT + MARK_AIR
        boxes = GAP + BOXES if self.style.boxes_beside else 0
        return NUMBER * self.style.size * self.style.larger[0] * POINT + mark + boxes
