"""Exercises, routines, programmes and the dataset as frozen classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, Protocol

from limber.model import licence as licences
from limber.model import naming
from limber.model.dose import Dose as Dose
from limber.model.dose import Range as Range
from limber.model.exercise_parts import Change as Change
from limber.model.exercise_parts import Equipment as Equipment
from limber.model.exercise_parts import Fault as Fault
from limber.model.exercise_parts import Image as Image
from limber.model.exercise_parts import Need as Need
from limber.model.exercise_parts import OneSide as OneSide
from limber.model.exercise_parts import Side as Side
from limber.model.exercise_parts import SmallerImage as SmallerImage
from limber.model.exercise_parts import Video as Video
from limber.model.figure import Figure as Figure
from limber.model.figure import Pose as Pose
from limber.model.group import Group as Group
from limber.model.licence import Licence as Licence
from limber.model.load import Effort as Effort
from limber.model.load import Load as Load
from limber.model.programme import Between as Between
from limber.model.programme import Growth as Growth
from limber.model.programme import StepDose as StepDose

Record = Mapping[str, Any]
Laterality = Literal["bilateral", "unilateral", "alternating"]
Level = Literal["start", "goal"]
StepSides = Literal["", "left", "right", "both"]
Part = Literal["", "warm-up", "cool-down"]
Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

SWITCH_SECONDS = 5
TRANSITION_SECONDS = 15
LIST_PIXELS = 320  # of a photo beside a name, on a sharp screen
PLAN_PIXELS = 640  # of one across half a phone
DAYS: tuple[Day, ...] = ("monday", "wednesday", "friday")


def _named(names: Iterable[str]) -> str:
    """Names in order, each once."""
    return naming.summary((f"{', '.join(dict.fromkeys(names))}.",))


@dataclass(frozen=True, slots=True)
class Work:
    """A published work that exercises are taken from."""

    id: str
    author: str
    title: str
    publisher: str
    url: str = ""
    credentials: str = ""
    note: str = ""
    licence: Licence | None = None  # of its words, where records take them over; else the words of records are ours

    @property
    def licence_url(self) -> str:
        """Where its licence is to be read; empty where there is none, or none to read."""
        return licences.ADDRESSES.get(self.licence, "") if self.licence else ""


@dataclass(frozen=True, slots=True)
class Credit:
    """The work that a record comes from, which of its parts are our own, and the works that further facts come from."""

    work: Work
    ours: tuple[str, ...]
    length_seconds: Range | None = None
    also: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement with its instructions, both sides in turn, the right one first, where it has sides.

    `progressions` are ids: the harder; `regressions` the easier ones.
    """

    id: str
    line: int = field(repr=False)  # so that a line more above it makes it no other record
    code: str
    name: str
    short_name: str
    spoken_name: str
    summary: str  # empty where the record has none, as what kind it is
    kind: str
    regions: tuple[str, ...]
    muscles: tuple[str, ...]
    positions: tuple[str, ...]
    laterality: Laterality
    limb: str
    directions: tuple[str, ...]  # two, where the dose counts one of them
    equipment: tuple[Need, ...]
    setup: tuple[str, ...]
    instructions: tuple[str, ...]
    short_steps: tuple[str, ...]
    cues: tuple[str, ...]
    feel_here: tuple[str, ...]
    feel_not_here: tuple[str, ...]
    faults: tuple[Fault, ...]
    precautions: tuple[str, ...]
    stop_signs: tuple[str, ...]
    contraindications: tuple[str, ...] | None  # empty: none known, and the record says so; None: it does not say
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    progressions: tuple[str, ...]
    regressions: tuple[str, ...]
    start: Dose
    goal: Dose
    images: tuple[Image, ...]
    figure: Figure | None
    changes: tuple[Change, ...]  # the newest first
    credit: Credit | None
    one_side: tuple[OneSide, ...] = ()  # the right one, then the left one; none where both work at once
    sides: StepSides = ""  # other sides than its own, in a step that says so
    old_ids: tuple[str, ...] = ()
    old_codes: tuple[str, ...] = ()  # those that were published with the old ids
    videos: tuple[Video, ...] = ()
    also_called: tuple[str, ...] = ()

    @property
    def has_picture(self) -> bool:
        """Whether it can be shown: by a figure, or else by photos."""
        return bool(self.figure or self.images)

    @property
    def ends(self) -> tuple[Image, ...]:
        """The photos that tell it where it has no figure: how it begins and how it ends, or a single one."""
        return self.images if len(self.images) < 2 else (self.images[0], self.images[-1])

    @property
    def film(self) -> Video | None:
        """The film that the timer shows in place of its figure."""
        return next((each for each in self.videos if each.in_timer), None)

    @property
    def description(self) -> str:
        """Its summary, or its first instructions: what a list says of it, and what a search engine finds."""
        return self.summary or naming.summary(self.instructions)

    @property
    def short_path(self) -> str:
        """Where its short address leads, below the site's root: by its code, which never changes."""
        return f"e/{self.code}/"

    @property
    def works(self) -> str:
        """The side that works in its figure; empty if both do."""
        return "right" if self.one_side else ""

    @property
    def is_mirrored(self) -> bool:
        """Whether its figure is shown mirrored, as its left side works alone. One is for both sides at once."""
        return self.sides == "left" and bool(self.one_side)

    @property
    def shown_left(self) -> tuple[str, ...]:
        """The texts of the poses of its figure, for the mirrored figure."""
        left = [each.shows for each in self.one_side if each.side == "left"]
        return left[0] if left else tuple(each.shows for each in self.figure.poses) if self.figure else ()


class Sided(Protocol):
    """What has sides or directions that a dose counts one of: an exercise."""

    @property
    def laterality(self) -> Laterality: ...
    @property
    def limb(self) -> str: ...
    @property
    def directions(self) -> tuple[str, ...]: ...
    @property
    def sides(self) -> StepSides: ...


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise at its place in a routine; `number` counts from 1.

    `transition_seconds` is the time before it, in place of the routine's; `rest_after_seconds` is the rest behind it.
    """

    number: int
    exercise: Exercise
    core: bool
    start: Dose
    goal: Dose
    note: str = ""
    side: str = ""  # other sides than those of the exercise, as the data says it
    how_often: str = ""
    part: Part = ""  # the main part, where it is empty
    transition_seconds: int | None = None
    rest_after_seconds: int = 0
    group: Group | None = None


class Block(NamedTuple):
    """What a routine does at once: the steps of a group, or a single step."""

    group: Group | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Routine:
    """Exercises with doses, in order, done in one session."""

    id: str
    line: int = field(repr=False)
    code: str
    name: str
    short_name: str
    summary: str
    core_of: str
    audience: str
    when: str
    how_often: str
    why: Sequence[str]
    how: Sequence[str]
    moving_on: Sequence[str]
    care: Sequence[str]
    stop_signs: Sequence[str]
    switch_seconds: int
    transition_seconds: int
    steps: tuple[Step, ...]
    credit: Credit | None
    days: tuple[Day, ...]
    old_ids: tuple[str, ...] = ()
    old_codes: tuple[str, ...] = ()
    second_round: bool = False  # whether one may go through all of it again

    @property
    def description(self) -> str:
        """Its summary, or the names of its exercises."""
        return self.summary or _named(step.exercise.name for step in self.steps)

    @property
    def has_goals(self) -> bool:
        """Whether any goal dose differs from its start dose; else one dose is all there is to say."""
        return any(step.start != step.goal for step in self.steps)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its steps in order, those of a group together and each other one by itself."""
        blocks: list[Block] = []
        for step in self.steps:
            if step.group and blocks and blocks[-1].group == step.group:
                blocks[-1] = Block(step.group, (*blocks[-1].steps, step))
            else:
                blocks.append(Block(step.group, (step,)))
        return tuple(blocks)

    def anchor(self, step: Step) -> str:
        """The anchor of a step on a page: its exercise's id, with the step's number if the exercise is repeated."""
        before = (each.exercise.id for each in self.steps[: step.number - 1])
        return f"{step.exercise.id}-{step.number}" if step.exercise.id in before else step.exercise.id


@dataclass(frozen=True, slots=True)
class Session:
    """A routine in a phase. Without `days`, `every_days` and `times_a_week` it is done each day.

    `first_week` is the number of its first week in the programme, 0 where it is done in all weeks of the phase.
    """

    routine: Routine
    level: Level = "start"
    days: tuple[Day, ...] = ()
    every_days: int = 1
    times_a_week: Range | None = None
    every_weeks: int = 1
    first_week: int = 0
    times_a_day: Range = Range(1, 1)  # noqa: RUF009 (it is frozen)
    every_minutes: int = 0
    between: Between | None = None
    doses: tuple[StepDose, ...] = ()
    growths: tuple[Growth, ...] = ()  # counted in weeks of the phase

    @property
    def times_in_week(self) -> int:
        """How many times it is done in a week; the least of a range."""
        days = len(self.days) or (self.times_a_week.min if self.times_a_week else 7 // self.every_days)
        return days * self.times_a_day.min

    def is_in(self, week: int) -> bool:
        """Whether it is done in a week, by its number in the programme."""
        return week >= self.first_week and (week - self.first_week) % self.every_weeks == 0

    def dose_of(self, step: Step) -> Dose:
        """The dose that it begins with: its own, or the routine's."""
        return self.own_dose_of(step) or (step.goal if self.level == "goal" else step.start)

    def own_dose_of(self, step: Step) -> Dose | None:
        """A dose that is not the routine's."""
        name = self.routine.anchor(step)
        return next((each.dose for each in self.doses if each.step == name), None)


@dataclass(frozen=True, slots=True)
class Phase:
    """Some weeks of a programme; without `weeks` it is open: it lasts `until` something is reached, or has no end."""

    number: int
    name: str
    weeks: Range | None
    until: str
    enter_when: tuple[str, ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Routines over weeks, in phases that follow one another. Weeks are counted from 1 again after an open phase."""

    id: str
    line: int = field(repr=False)
    code: str
    name: str
    short_name: str
    summary: str
    audience: str
    care: tuple[str, ...]
    stop_signs: tuple[str, ...]
    phases: tuple[Phase, ...]
    growths: tuple[Growth, ...]  # counted in weeks of the programme
    credit: Credit | None
    old_ids: tuple[str, ...] = ()
    old_codes: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """Its summary, or the names of its routines."""
        return self.summary or _named(each.routine.name for phase in self.phases for each in phase.sessions)

    def growth_of(self, session: Session, step: Step) -> tuple[Growth | None, bool]:
        """How the dose of a step grows, if it does, and whether that is counted in weeks of the phase.

        What grows through the whole programme does not where a session gives a dose of its own, or grows in its own
        way.
        """
        name = session.routine.anchor(step)
        of_phase = next((each for each in session.growths if each.step == name), None)
        if of_phase or session.own_dose_of(step):
            return of_phase, True
        return next((each for each in self.growths if each.step == name), None), False


@dataclass(frozen=True, slots=True)
class Retired:
    """A record that was taken out for good; its address and its code go on meaning it, or its successor."""

    table: str  # exercises, routines or programmes
    id: str
    code: str  # the one that it was published with; empty if it is not known
    name: str
    on: date
    reason: str
    successor: str  # an id of the same table, or empty


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything the file holds, by id."""

    works: Mapping[str, Work]
    equipment: Mapping[str, Equipment]
    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    retired: tuple[Retired, ...] = ()
