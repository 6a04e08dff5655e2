"""The dose of an exercise and the ranges in it, as frozen classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from limber.model.load import Effort, Load

Open = Literal["", "or-more", "as-many-as-possible", "to-fatigue", "as-long-as-possible"]
SideOrder = Literal["", "in-turn", "weaker-first", "affected-first"]

USUAL_REPS = 10
"""Repetitions that an open end is counted as, where a length is worked out: the middle of the 8 to 12 for beginners.

Source: American College of Sports Medicine, Progression Models in Resistance Training (2009).
"""
USUAL_HOLD_SECONDS = 30
"""Seconds that a hold without an end is counted as: the longest that a stretch is commonly held.

Source: American College of Sports Medicine, Quantity and Quality of Exercise (2011): 10 to 30 seconds.
"""


@dataclass(frozen=True, slots=True)
class Range:
    """Least and most of an amount; both the same where one number was given.

    `estimated` marks a length that nobody can know, such as that of as many repetitions as possible. Sums keep it.
    """

    min: int
    max: int
    estimated: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, amount: int | Mapping[str, Any]) -> Range:
        """A whole number, `{min, max}`, or `{min}` for one without an end, as a range."""
        if isinstance(amount, int):
            return cls(amount, amount)
        return cls(amount["min"], amount.get("max", amount["min"]))

    def __add__(self, other: Range | int) -> Range:
        if isinstance(other, int):
            return Range(self.min + other, self.max + other, self.estimated)
        return Range(self.min + other.min, self.max + other.max, self.estimated or other.estimated)

    def __mul__(self, times: int) -> Range:
        return Range(self.min * times, self.max * times, self.estimated)


ONE = Range(1, 1)
NONE = Range(0, 0)
FAST = "X"
"""A part of a tempo that is as fast as possible."""
FAST_SECONDS = 1
"""Seconds that such a part counts."""


def tempo_with_hyphens(written: str) -> str:
    """A tempo in its one form, four parts joined by hyphens: `30x1`, `3-0-X-1`; three figures end without a pause."""
    parts = written.upper().split("-") if "-" in written else [*written.upper()]
    parts = [each if each == FAST else str(int(each)) for each in parts]
    return "-".join([*parts, "0"] if len(parts) == 3 else parts)


def tempo_seconds(tempo: str) -> tuple[int, ...]:
    """Seconds of each part of a tempo: `3-0-X-1` is 3, 0, 1 and 1."""
    return tuple(FAST_SECONDS if part == FAST else int(part) for part in tempo.split("-"))


@dataclass(frozen=True, slots=True)
class More:
    """What comes on top of a dose, or off it, each time that it is done: 2.5 of `kg`, -10 of `rest_seconds`."""

    amount: float
    unit: str


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise, for each side and each direction.

    Amounts: `reps` alone counts repetitions, `hold_seconds` alone is one hold, both together are held repetitions,
    `work_seconds` is effort by time, `breaths` are counted, `distance_metres` is a way to go. With `open`, `reps` and
    seconds are the least, or what the length counts; as many as possible in `work_seconds` has no `reps`.

    `each_set` has the sets where they differ, in order and with alike ones in one; the dose has no amount then, and
    `sets` counts all.
    """

    sets: Range = ONE
    reps: Range | None = None
    hold_seconds: Range | None = None
    work_seconds: Range | None = None
    breaths: Range | None = None
    distance_metres: Range | None = None
    open: Open = ""
    breath_pattern: tuple[int, ...] = ()  # seconds in, hold, out, hold
    estimate_seconds: int | None = None  # how long the distance takes
    rest_seconds: Range = NONE
    rep_rest_seconds: int = 0
    switch_seconds: int | None = None
    every_seconds: int = 0  # from the beginning of a set to that of the next
    tempo: str = ""
    load: Load | None = None
    effort: Effort | None = None
    side_order: SideOrder = ""
    each_set: tuple[Dose, ...] = ()
    alternative: Dose | None = None
    each_time: More | None = None  # in a week of a programme

    @property
    def runs(self) -> tuple[Dose, ...]:
        """The sets where they differ, in order; else the dose itself, whose sets are alike."""
        return self.each_set or (self,)
