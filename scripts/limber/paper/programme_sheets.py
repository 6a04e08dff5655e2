"""Lays a programme out as a sheet for the wall: a row for its weeks with what is new in them, and boxes to tick.

Where there is room, a phase of one session is a table: its exercises as they look, and below each its doses by week.
Weeks that ask for the same share a row. The style sheet is programme-sheet.css, with the same millimetres.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from limber import duration, programme_weeks, programme_words, wording
from limber.languages.messages import gettext
from limber.languages.other_language import joined
from limber.model.nouns import Dose, Exercise, Phase, Programme, Session
from limber.paper.layout import HEIGHT, QR, SMALLEST, WIDTH, high, lines
from limber.paper.measure import ADDRESS, BOX_EDGES, GAP, GOES_ON
from limber.paper.measure import BOX_AIR as BOX_AIR_AROUND
from limber.paper.texts import DISCLAIMER
from limber.programme_weeks import SessionNews, Weeks, WeeksNews

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, SMALLEST)  # points
WEEK, BOX, BOXES = 27.0, 5.2, 52.0  # mm: the column of weeks, a box with the room around it, the column of boxes
TEXT = WIDTH - WEEK - BOXES - 2 * GAP
BELOW = TEXT + GAP + BOXES
BOX_AIR, SESSION_AIR = 1.2, 2.0  # mm: between two lines of boxes, and between two sessions whose boxes stand below them
RULE, PHASE = 2.3, 2.0  # mm: between two rows, and above the name of a phase
BESIDE = 2  # lines of boxes that may stand beside a text
OPEN_WEEKS = 4
"""Weeks to tick where nobody knows how many there will be."""
TITLES = (20.0, 15.0)  # points: the usual one, and that of one which takes a second line
FACTS = 22.0  # mm: before a fact of the head
FIGURE, NAMES, NAMES_SIZE = 19.0, 2, 8.5  # mm high, more on A4, with so many lines of its name below it, in points
PICTURED = FIGURE + high(NAMES, NAMES_SIZE) + 3.0  # mm: what a line of figures takes
A_LINE = 9  # figures, at the most
TABLE_WEEK, TABLE_BOXES, MOST_BOXES = 19.0, 22.0, 4  # mm, of a table; and boxes that a line of it holds
IN_TABLE = 15.0  # mm: how high figures are there; more where the paper is higher
TABLE_AIR, TABLE_RULE, CELL = 2.5, 1.8, 1.0  # mm: above its figures, between two rows, and between two columns
AMOUNT = 11.0  # points
READABLE = 9.5  # points: figures are worth as much smaller type


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in some weeks: its name and when it is done, its doses by exercise, and for each week as many boxes."""

    name: str
    when: str
    doses: tuple[tuple[str, str], ...]
    boxes: tuple[int, ...]

    @property
    def text(self) -> str:
        """All that follows the name, in one line."""
        return " ".join([self.when, *(f"{name}: {dose};" for name, dose in self.doses)])


@dataclass(frozen=True, slots=True)
class TableRow:
    """Some weeks in a table: the amount of each exercise, and for each week as many boxes."""

    label: str
    amounts: tuple[str, ...]
    boxes: tuple[int, ...]

    @property
    def lines_of_boxes(self) -> Sequence[Sequence[int]]:
        """The boxes, for each line and each of its weeks."""
        return _lines_of_boxes(self.boxes, max(self.boxes), TABLE_BOXES)


@dataclass(frozen=True, slots=True)
class PhaseTable:
    """A phase of one session: its exercises, each with what is the same in all weeks, and the amounts of these."""

    exercises: tuple[Exercise, ...]
    names: tuple[str, ...]
    around: tuple[str, ...]
    rows: tuple[TableRow, ...]
    is_drawn: bool
    """Whether it shows how they look: where any of them is new."""

    def height(self, size: float) -> float:
        """Its height in millimetres, where the rest is in type of so many points."""
        wide = (WIDTH - TABLE_WEEK - TABLE_BOXES) / len(self.names) - CELL
        texts = zip(self.names, self.around, strict=True)
        heads = max(lines(it, wide, NAMES_SIZE, bold=True) + lines(how, wide, NAMES_SIZE) for it, how in texts)
        height = TABLE_AIR + (IN_TABLE if self.is_drawn else 0) + high(heads, NAMES_SIZE)
        for row in self.rows:
            amounts = high(max(lines(each, wide, AMOUNT, bold=True) for each in row.amounts), AMOUNT)
            count = len(row.lines_of_boxes)
            boxes = BOX * count + BOX_AIR * (count - 1)
            label = high(lines(row.label, TABLE_WEEK, size, bold=True), size)
            height += max(amounts, boxes, label) + TABLE_RULE
        return height


@dataclass(frozen=True, slots=True)
class WeeksRow:
    """The row of some weeks; `begins` is the phase that begins with them."""

    begins: Phase | None
    label: str
    sessions: tuple[SessionRow, ...]
    exercises: tuple[Exercise, ...] = ()
    """What is new to do in the phase that begins, for a line of figures where the sheet has room for it."""
    table: PhaseTable | None = None
    """The phase that begins, with all its weeks, where the sheet has room for it."""
    in_table: bool = False
    """Whether the table of its phase says all of it."""

    @property
    def boxes_below(self) -> bool:
        """Whether boxes stand below the texts, for one session has too many to stand beside its own."""
        return any(len(_lines_of_boxes(each.boxes, max(each.boxes), BOXES)) > BESIDE for each in self.sessions)

    def lines_of_boxes(self, session: SessionRow) -> Sequence[Sequence[int]]:
        """The boxes of a session, for each line and each of its weeks.

        Where they stand below the texts, the weeks of all sessions stand below one another; 0 is one that no line has.
        """
        if not self.boxes_below:
            return _lines_of_boxes(session.boxes, max(session.boxes), BOXES)
        most = max(max(each.boxes) for each in self.sessions)
        found = _lines_of_boxes(session.boxes, most, BELOW)
        return [[*line, *[0] * (len(found[0]) - len(line))] for line in found]

    def height(self, size: float) -> float:
        """Its height in millimetres, in type of so many points, without what stands above it where a phase begins."""
        heights = [self._session(each, size) for each in self.sessions]
        air = SESSION_AIR * (len(heights) - 1) if self.boxes_below else 0
        return max(high(lines(self.label, WEEK, size, bold=True), size), sum(heights) + air) + RULE

    def _session(self, session: SessionRow, size: float) -> float:
        count = len(self.lines_of_boxes(session))
        boxes = BOX * count + BOX_AIR * (count - 1)
        text = lines(session.text, BELOW if self.boxes_below else TEXT, size, label=session.name)
        return high(text, size) + boxes if self.boxes_below else max(high(text, size), boxes)


@dataclass(frozen=True, slots=True)
class ProgrammeLayout:
    """The size of type, in points, and the rows of each sheet."""

    size: float
    long_title: bool
    sheets: tuple[tuple[WeeksRow, ...], ...]
    pictured: bool = False
    """Whether each phase shows what is to do in it."""


@dataclass(frozen=True)
class ProgrammeSheet:
    """A programme on paper; `address` is that of its code, and `foot` what stands at the foot of each sheet."""

    programme: Programme
    address: str = ""
    foot: str = DISCLAIMER

    @cached_property
    def rows(self) -> tuple[WeeksRow, ...]:
        """The rows of all weeks."""
        shown: set[str] = set()
        found: list[WeeksRow] = []
        for each in programme_weeks.news(self.programme):
            known = frozenset(shown)
            row = _row(each, shown)
            if row.begins:
                row = replace(row, table=_table(self.programme, row.begins, known))
            else:
                row = replace(row, in_table=bool(found[-1].table or found[-1].in_table))
            found.append(row)
        return tuple(found)

    @cached_property
    def care(self) -> str:
        """What to take care of."""
        return joined(self.programme.care)

    @cached_property
    def stop_signs(self) -> str:
        """When to stop at once."""
        return joined(self.programme.stop_signs)

    @cached_property
    def source(self) -> str:
        """Who the programme comes from, and what it is not."""
        credit = self.programme.credit
        if not credit:
            return self.foot
        return f"{gettext('After {work}.', work=f'{credit.work.author}, {credit.work.title}')} {self.foot}"

    @property
    def room(self) -> float:
        """Millimetres that the highest row may take at the smallest type, with head and foot on the same sheet."""
        return HEIGHT - self._head(SMALLEST) - self._foot(SMALLEST)

    @cached_property
    def layout(self) -> ProgrammeLayout:
        """The largest type at which all fits one sheet, with figures in readable type if that is enough.

        At the smallest, what does not fit goes on to further sheets.
        """
        long_title = self._title_size != TITLES[0]
        for size in SIZES:
            if size >= READABLE and self._left(size) >= 0:
                return ProgrammeLayout(size, long_title, (self.rows,), pictured=True)
        for size in SIZES:
            sheets = self._shared(size)
            if len(sheets) == 1 or size == SMALLEST:
                break
        return ProgrammeLayout(size, long_title, sheets)

    def _left(self, size: float) -> float:
        """Millimetres that a single sheet leaves below its rows with their figures, or less than 0."""
        if not any(row.exercises for row in self.rows):
            return -1
        rows = sum(_pictured_height(row, size) for row in self.rows if not row.in_table)
        return HEIGHT - self._head(size) - self._foot(size) - rows

    @cached_property
    def _title_size(self) -> float:
        large, small = TITLES
        return large if lines(self.programme.name, WIDTH - ADDRESS - GAP, large, bold=True) == 1 else small

    def _shared(self, size: float) -> tuple[tuple[WeeksRow, ...], ...]:
        """The rows that each sheet has room for, from the first on; the foot is on the last."""
        sheets: list[list[WeeksRow]] = [[]]
        room = HEIGHT - self._head(size)
        foot = self._foot(size)
        for number, row in enumerate(self.rows, 1):
            height = row_height(row, size) + (foot if number == len(self.rows) else 0)
            if height > room and sheets[-1]:
                sheets.append([])
                room = HEIGHT - GOES_ON
            sheets[-1].append(row)
            room -= height
        return tuple(tuple(each) for each in sheets)

    def _head(self, size: float) -> float:
        left = WIDTH - ADDRESS - GAP
        title = high(lines(self.programme.name, left, self._title_size, bold=True), self._title_size) + 2
        facts = lines(programme_facts(self.programme), left - FACTS, size) + 2  # and the day on which one began
        address = high(lines(self.address.replace("/", "/ "), ADDRESS, 8), 8)
        signs = lines(self.stop_signs, WIDTH - BOX_EDGES, size, label=gettext("Stop at once:"))
        above = high(signs, size) + BOX_AIR_AROUND if signs else 0
        return max(title + high(facts, size) + 1.5, QR + address) + 2 + above + RULE

    def _foot(self, size: float) -> float:
        small = min(size, 9.0)
        care = lines(self.care, WIDTH, small, label=gettext("Take care."))
        return high(care, small) + high(lines(self.source, WIDTH, 8), 8) + 4


def programme_facts(it: Programme) -> str:
    """How long it takes and whom it is for."""
    time = programme_words.how_long(it)
    if not it.audience:
        return time
    # Translators: how long a programme takes, and for whom it is.
    return gettext("{time}, for {people}", time=time, people=wording.within(it.audience))


def row_height(row: WeeksRow, size: float) -> float:
    """The height of a row in millimetres, with what stands above it where a phase begins."""
    height = row.height(size)
    if row.begins:
        texts = sum(lines(text, WIDTH, size) for text in programme_words.begin_and_end(row.begins))
        height += PHASE + high(1, 1.2 * size) + high(texts, size)
    return height


def _pictured_height(row: WeeksRow, size: float) -> float:
    """The height of a row with its table, or else with its line of figures."""
    if not row.table:
        return row_height(row, size) + (PICTURED if row.exercises else 0)
    session, large = row.sessions[0], 1.2 * size
    words = f"{row.begins.name if row.begins else ''} {session.name} {session.when}"
    heading = high(lines(words, WIDTH, large, bold=True) - 1, large)
    return row_height(row, size) - row.height(size) + heading + row.table.height(size)


def _lines_of_boxes(boxes: Sequence[int], most: int, width: float) -> Sequence[Sequence[int]]:
    """Lines of about as many weeks, where a week has at most so many boxes, which are not broken apart."""
    fit = max(1, int((width + GAP) / (most * BOX + GAP)))
    on_a_line = ceil(len(boxes) / ceil(len(boxes) / fit))
    return [boxes[first : first + on_a_line] for first in range(0, len(boxes), on_a_line)]


def _row(news: WeeksNews, shown: set[str]) -> WeeksRow:
    """The row of some weeks; `shown` are the ids of exercises that an earlier phase has, to which it adds."""
    weeks = news.weeks
    count = OPEN_WEEKS if weeks.last is None else weeks.last - weeks.first + 1
    told = {id(each.planned.session): each for each in news.sessions}
    sessions = []
    for session in (planned.session for planned in weeks.sessions if weeks.has(planned.session)):
        ticked = [week for week in range(weeks.first, weeks.first + count) if session.is_in(week)]
        boxes = (_days_a_week(session),) * max(1, len(ticked))
        fresh = told.get(id(session))
        alone = len(weeks.sessions) == 1 and not news.begins_phase
        name = "" if alone else session.routine.short_name
        when = _when(fresh, weeks) if fresh and fresh.says_when else ""
        sessions.append(SessionRow(name, when, tuple(_doses(fresh)), boxes))
    label = programme_words.weeks(weeks.first, weeks.last)
    if not news.begins_phase:
        return WeeksRow(None, label, tuple(sessions))
    steps = (step for each in news.sessions for step in each.planned.session.routine.steps)
    exercises = {step.exercise.id: step.exercise for step in steps if step.exercise.id not in shown}
    drawn = tuple(each for each in exercises.values() if each.figure)
    shown.update(exercises)
    return WeeksRow(weeks.phase, label, tuple(sessions), drawn if len(drawn) <= A_LINE else ())


def _table(programme: Programme, phase: Phase, known: Collection[str]) -> PhaseTable | None:
    """The table of a phase, if it has one session of as many exercises and days as fit; `known` are shown before."""
    if len(phase.sessions) != 1 or _days_a_week(phase.sessions[0]) > MOST_BOXES:
        return None
    (session,) = phase.sessions
    steps = session.routine.steps
    weeks = [each for each in programme_weeks.programme_weeks(programme) if each.phase == phase]
    if len(steps) > A_LINE or not all(it.exercise.figure and not it.group for it in steps):
        return None
    rows = []
    for each in weeks:
        count = OPEN_WEEKS if each.last is None else each.last - each.first + 1
        ticked = [week for week in range(each.first, each.first + count) if session.is_in(week)]
        amounts = tuple(_amount(dose) for dose in each.sessions[0].doses)
        boxes = (_days_a_week(session),) * max(1, len(ticked))
        rows.append(TableRow(programme_words.weeks(each.first, each.last), amounts, boxes))
    doses = weeks[0].sessions[0].doses
    return PhaseTable(
        tuple(it.exercise for it in steps),
        tuple(programme_words.named(it.exercise.short_name, session.routine, it) for it in steps),
        tuple(_around(dose, it.exercise) for it, dose in zip(steps, doses, strict=True)),
        tuple(rows),
        is_drawn=any(it.exercise.id not in known for it in steps),
    )


def _amount(dose: Dose) -> str:
    """What is done of an exercise in a week, or what in its place."""
    said = wording.loaded(dose)
    other = dose.alternative
    return gettext("{dose} or {other}", dose=said, other=wording.loaded(other)) if other else said


def _around(dose: Dose, of: Exercise) -> str:
    """On which side it is done, and what paces it."""
    return ", ".join(filter(None, (wording.side(of, dose.side_order), wording.details(dose))))


def _when(news: SessionNews, weeks: Weeks) -> str:
    session = news.planned.session
    length = wording.minutes(duration.routine_length(news.planned.routine, "start").total)
    values = {"when": programme_words.when_in(session, weeks.first, weeks.last), "time": length}
    if session.level == "goal":
        return gettext("{when}, at the goal doses, {time}.", **values)
    return f"{values['when']}, {length}."


def _doses(news: SessionNews | None) -> Iterator[tuple[str, str]]:
    if not news:
        return
    routine = news.planned.session.routine
    for step, dose in news.doses:
        yield programme_words.named(step.exercise.short_name, routine, step), wording.dose(dose, step.exercise)


def _days_a_week(session: Session) -> int:
    """On how many days of a week it is done at most."""
    if session.days:
        return len(session.days)
    return session.times_a_week.max if session.times_a_week else ceil(7 / session.every_days)
