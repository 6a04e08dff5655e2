"""Rules on an exercise's `changes`: their dates and their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.days import day_of, no_such_day
from limber.dataset.rules.tables import Tables


def a_change_has_a_day_of_the_calendar(tables: Tables) -> Iterator[Problem]:
    """What is written as a day may still be none: February has no 30th."""
    for where, written in _written(tables):
        yield from no_such_day(where, written)


def a_day_has_one_change(tables: Tables) -> Iterator[Problem]:
    """A feed knows an entry by its exercise and its day, so what changes on one day is told as one."""
    taken: set[tuple[Place, str]] = set()
    for where, written in _written(tables):
        if (where[:-2], written) in taken:
            yield Problem(
                where,
                say("{written} has a change above.", written=quoted(written)),
                say("Tell both in one sentence or two."),
            )
        taken.add((where[:-2], written))


def changes_stand_newest_first(tables: Tables) -> Iterator[Problem]:
    """The first is the one that a page and the feed show as the latest."""
    for (before, newer), (where, older) in pairwise(_written(tables)):
        # Invalid and repeated dates are reported by other rules.
        if before[:-2] == where[:-2] and day_of(newer) and day_of(older) and newer < older:
            yield Problem(
                where,
                say("{older} is later than the change above.", older=quoted(older)),
                say("Move it up: the newest is first."),
            )


def _written(tables: Tables) -> Iterator[tuple[Place, str]]:
    """The day of every change, as it is written."""
    for where, record in tables.records("exercises"):
        for number, change in enumerate(record.get("changes", ())):
            if change and "date" in change:
                yield (*where, "changes", number, "date"), change["date"]
