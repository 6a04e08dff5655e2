"""Words that what is written as a day is none: February has no 30th."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from limber.dataset.problem import Place, Problem, quoted, say


def day_of(written: str) -> date | None:
    """The day that is written as year, month and day; None if the calendar has none such."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def no_such_day(where: Place, written: str) -> Iterator[Problem]:
    """The problem that the calendar has no such day, if it has none."""
    if not day_of(written):
        yield Problem(
            where, say("there is no day {written}.", written=quoted(written)), say("Look it up: year, month, day.")
        )
