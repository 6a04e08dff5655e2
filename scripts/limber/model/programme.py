"""What a programme says of a step besides its routine, and of times, as frozen classes: own doses, growth, hours."""

from __future__ import annotations

from dataclasses import dataclass

from limber.model.dose import Dose


@dataclass(frozen=True, slots=True)
class StepDose:
    """A dose of its own for a step, which is named by its anchor, as `Routine.anchor` has it."""

    step: str
    dose: Dose


@dataclass(frozen=True, slots=True)
class Growth:
    """What the dose of a step gets more, or less, of each so many weeks, or each time that it is done, until a limit.

    `unit` is a key of a dose, such as `sets`, of its load, such as `kg`, or of its effort, such as `rir`. Week
    `from_week` is the first that has more. Without `every_weeks` it is each time.
    """

    step: str
    unit: str
    more: float
    limit: float
    from_week: int = 2
    every_weeks: int = 1


GROWTHS = {"each_time": 0, "each_week": 1, "each_second_week": 2, "each_third_week": 3, "each_fourth_week": 4}
"""How many weeks lie between two times that something grows, by the key that says so."""


@dataclass(frozen=True, slots=True)
class Between:
    """The first and the last time of a day: `09:00`, `17:00`."""

    begin: str
    end: str
