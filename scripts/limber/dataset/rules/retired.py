"""Rules on what was retired: it had an address, it is gone, and what takes its place is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from limber.dataset.problem import RECORDS, WITH_PAGES, Problem, quoted, say
from limber.dataset.rules.days import no_such_day
from limber.dataset.rules.tables import Tables
from limber.dataset.spelling import ids_tip

_ADDRESS = re.compile(rf"({'|'.join(WITH_PAGES)})/([a-z0-9-]+)")


def what_was_retired_had_an_address(tables: Tables) -> Iterator[Problem]:
    """It stands in the ledger, if there is one: of what was never published nobody has a link or a code."""
    for key in tables.retired:
        where = ("retired", key)
        found = _ADDRESS.fullmatch(str(key))
        if not found:
            tip = say("Write the table and the id that it had, such as exercises/deep-lunge.")
            yield Problem(where, say("this is no address of a record."), tip, at_key=True)
        elif tables.published.codes and (found[1], found[2]) not in tables.published.codes:
            tip = say("Take it out here: nobody has a link to it.")
            yield Problem(where, say("{key} was never published.", key=quoted(key)), tip, at_key=True)


def what_was_retired_is_gone(tables: Tables) -> Iterator[Problem]:
    """One address leads to one thing."""
    for key in tables.retired:
        if not (found := _ADDRESS.fullmatch(str(key))):
            continue
        table, id_ = found[1], found[2]
        if id_ in getattr(tables, table):
            tip = say('Take it out here, or the record below "{table}:".', table=table)
            yield Problem(
                ("retired", key),
                say("the {record} {id} is still here.", record=RECORDS[table], id=quoted(id_)),
                tip,
                at_key=True,
            )
        for where, record in tables.records(table):
            if id_ in record.get("old_ids", ()):
                tip = say(
                    "Take it out here, or from the old_ids of {where}, to which it leads.", where=quoted(where[1])
                )
                what = say(
                    "{id} is an old id of the {record} {where}.",
                    id=quoted(id_),
                    record=RECORDS[table],
                    where=quoted(where[1]),
                )
                yield Problem(("retired", key), what, tip, at_key=True)


def a_successor_is_there(tables: Tables) -> Iterator[Problem]:
    """Links to what was retired lead to it."""
    for key, record in tables.retired.items():
        successor, found = record.get("successor"), _ADDRESS.fullmatch(str(key))
        if successor and found and successor not in getattr(tables, found[1]):
            tip = ids_tip(successor, getattr(tables, found[1]), found[1])
            yield Problem(
                ("retired", key, "successor"),
                say("no {record} {successor}.", record=RECORDS[found[1]], successor=quoted(successor)),
                tip,
            )


def what_was_retired_has_a_day_of_the_calendar(tables: Tables) -> Iterator[Problem]:
    """What is written as a day may still be none: February has no 30th."""
    for key, record in tables.retired.items():
        if "date" in record:
            yield from no_such_day(("retired", key, "date"), record["date"])
