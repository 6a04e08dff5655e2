"""The dose of an exercise and the ranges in it, as frozen classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Range:
    """Least and most of an amount; both the same where one number was given."""

    min: int
    max: int

    @classmethod
    def of(cls, amount: int | Mapping[str, Any]) -> Range:
        """A whole number or `{min, max}` as a range."""
        return cls(amount, amount) if isinstance(amount, int) else cls(amount["min"], amount["max"])

    def __add__(self, other: Range | int) -> Range:
        low, high = (other, other) if isinstance(other, int) else (other.min, other.max)
        return Range(self.min + low, self.max + high)

    def __mul__(self, times: int) -> Range:
        return Range(self.min * times, self.max * times)


def tempo_with_hyphens(written: str) -> str:
    """A tempo in its one form, seconds joined by hyphens: `3010` and `3-0-1-0` are the same, `3-0-1-0`."""
    return "-".join(written) if written.isdecimal() else "-".join(str(int(each)) for each in written.split("-"))


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: repetitions, held repetitions, a hold or timed work, for each side.

    `reps` alone counts repetitions, `hold_seconds` alone is one hold, both together are held
    repetitions, `work_seconds` is effort by time. A distance is not a dose: write the time it takes.
    """

    sets: int = 1
    reps: Range | None = None
    hold_seconds: Range | None = None
    work_seconds: Range | None = None
    rest_seconds: int = 0
    rep_rest_seconds: int = 0
    switch_seconds: int | None = None
    tempo: str = ""
    alternative: Dose | None = None
