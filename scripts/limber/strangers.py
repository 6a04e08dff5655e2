"""Records that stand in another table, or a step too far left; and how places are called and indented."""

from __future__ import annotations

from typing import Any

from limber import schema as schemas
from limber.problem import RECORDS, Place, Problem, quoted
from limber.schema import Schema

A_RECORD = 3  # keys that a record of a table has: what holds as many is one
_STEP = 2  # spaces that one place is indented by, against the one it belongs to


def record_keys(value: Any, table: str, root: Schema) -> set[str]:
    """Those of a value's keys that a record of this table has."""
    return set(value) & set(schemas.at((table, ""), root).get("properties", ())) if isinstance(value, dict) else set()


def record_of_another_table(where: Place, record: Any, data: Any, root: Schema) -> Problem | None:
    """A record that another table knows more keys of than its own does."""
    known = {table: len(record_keys(record, table, root)) for table in RECORDS}
    table = max(known, key=lambda each: known[each])
    if known[table] <= known[str(where[0])]:
        return None
    there = table in data
    return Problem(
        where,
        f"this looks like {_article(RECORDS[table])}, but it stands below {quoted(f'{where[0]}:')}.",
        f'Move it below "{table}:".' if there else f'Write "{table}:" on a line above it, in the first column.',
        at_key=True,
        covers=(where, (table,), (where[0],), ("routines",)),
    )


def stray_record(where: Place, data: Any, root: Schema) -> Problem | None:
    """A key of a record that stands where the record's id should: one indentation too far left."""
    table, key = str(where[0]), str(where[1])
    kind = RECORDS[table]
    if key not in schemas.at(where, root).get("properties", {}):
        return None
    value = data[table][key]
    if len(record_keys(value, table, root)) >= A_RECORD:
        return None  # a record that is called so
    before = list(data[table])[: list(data[table]).index(key)]
    owner = next((each for each in reversed(before) if isinstance(data[table][each], dict)), key)
    below = ", with all below it" if isinstance(value, dict) else ""
    return Problem(
        where,
        f"{quoted(key)} stands where an id should; it belongs to {_article(kind)}.",
        f"Indent it by {spaces(where)}, below the id that it belongs to{below}.",
        at_key=True,
        covers=(where, *((table, owner, each) for each in (key, *record_keys(value, table, root)))),
        subject=table,
    )


def column(place: Place) -> int:
    """The column, counted from 1, in which the keys of a place begin."""
    return _STEP * len(place) + 1


def called(place: Place) -> str:
    """`the exercise`, `the feel`, `the file`."""
    if not place:
        return "the file"
    if len(place) == 1:
        return f'"{place[0]}:"'
    if len(place) == 2:
        return f"the {RECORDS[str(place[0])]}"
    if isinstance(place[-1], int):
        return "this item of the list"
    return f'"{place[-1]}:"'


def _article(kind: str) -> str:
    if kind == "equipment":
        return "a piece of equipment"
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def spaces(place: Place) -> str:
    """How far the keys of a place are indented; the items of a list take two more."""
    count = _STEP * len(place)
    return f"{count} spaces" if count else "no spaces"
