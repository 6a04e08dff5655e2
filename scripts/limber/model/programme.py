"""A programme as frozen classes: routines over weeks, in phases, each routine on its days and at its doses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limber.model.dose import ONE, Dose, Range

if TYPE_CHECKING:
    from limber.model.nouns import Credit, Day, Level, Routine


@dataclass(frozen=True, slots=True)
class Growth:
    """What a dose gets more, or less, of each week until a limit.

    `unit` is a key of a dose, such as `sets`, of its load, such as `kg`, or of its effort, such as `rir`. Week
    `from_week` is the first that has more.
    """

    unit: str
    each_week: float
    limit: float
    from_week: int = 2


@dataclass(frozen=True, slots=True)
class Between:
    """The first and the last time of a day: `09:00`, `17:00`."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Session:
    """A routine in a phase. Without `days`, `every_days` and `times_a_week` it is done each day.

    `doses` and `growths` are by the anchor of a step, as `Routine.anchor` has it.
    """

    routine: Routine
    level: Level = "start"
    days: tuple[Day, ...] = ()
    every_days: int = 1
    times_a_week: Range | None = None
    times_a_day: Range = ONE
    every_minutes: int = 0
    between: Between | None = None
    doses: Mapping[str, Dose] = field(default_factory=dict)
    growths: Mapping[str, Growth] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phase:
    """Some weeks of a programme; without `weeks` it is open, and lasts `until` something is reached."""

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
    line: int
    code: str
    name: str
    short_name: str
    summary: str
    audience: str
    care: tuple[str, ...]
    stop_signs: tuple[str, ...]
    phases: tuple[Phase, ...]
    growths: Mapping[str, Growth]
    credit: Credit | None
    old_ids: tuple[str, ...] = ()
    old_codes: tuple[str, ...] = ()
