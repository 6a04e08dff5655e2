"""A group of a routine: steps that are done together, in rounds."""

from __future__ import annotations

from dataclasses import dataclass

from limber.model.dose import NONE, ONE, Range


@dataclass(frozen=True, slots=True)
class Group:
    """Steps done one after the other, and again in each round: a circuit, a superset, an EMOM, an AMRAP.

    By a clock, each round begins `every_seconds`, or each step `step_every_seconds`. With `work_seconds` there are as
    many rounds as fit in that time. `for_time` is done as fast as possible, and ends at `cap_seconds` if it has a cap.
    """

    name: str
    first: int  # the number of its first step
    rounds: Range = ONE
    round_rest_seconds: Range = NONE
    rest_after_seconds: int = 0
    transition_seconds: int | None = None  # between its steps, in place of the routine's
    every_seconds: int = 0
    step_every_seconds: int = 0
    work_seconds: int = 0
    for_time: bool = False
    cap_seconds: int = 0

    @property
    def runs_on(self) -> bool:
        """Whether a clock or the wish to be fast runs on between its steps, so that no time to change is given."""
        return bool(self.every_seconds or self.step_every_seconds or self.work_seconds or self.for_time)
