"""Keys that a place does not know: what was meant, or where they belong. Knows the schema, not the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from limber import schema as schemas
from limber.problem import RECORDS, Place, Problem, nearest, place_in_words, quoted
from limber.schema import Schema

_TIME = re.compile(r"(?:(\w+?)_?)??_?(seconds?|secs?|minutes?|mins?|time|duration)?")
_A_RECORD = 3  # keys that a record of a table has: what holds as many is one
_STEP = 2  # spaces that one place is indented by, against the one it belongs to


def unknown_key(key: str, where: Place, root: Schema, holder: Any) -> Problem:
    """The problem that the place `where` knows no `key`."""
    here = (*where, key)
    known = schemas.at(where, root).get("properties", {})
    missing = [each for each in known if each not in holder]
    what = f"no key {quoted(key)} belongs here."
    subject = place_in_words(where)
    for place in _above(where):
        if key in schemas.at(place, root).get("properties", {}):
            return Problem(
                here,
                f"{quoted(key)} belongs to {_called(place)}, not to {_called(where)}.",
                f"Indent it by {_spaces(place)}, like the other keys of {_called(place)}.",
                at_key=True,
                covers=(here, (*place, key)),
                subject=subject,
            )
    if not where and (lost := _lost_its_indentation(key, holder, root)):
        return lost
    for name in known:
        inner = schemas.at((*where, name), root)
        if key in inner.get("properties", {}):
            return Problem(
                here,
                f"{quoted(key)} belongs to {name}, not to {_called(where)}.",
                f'Write it below "{name}:", indented by {_spaces((*where, name))}.',
                at_key=True,
                covers=(here, (*where, name, key)),
                subject=subject,
            )
    if len(where) == 2 and len(record_keys(holder[key], str(where[0]), root)) >= _A_RECORD:
        return Problem(
            here,
            f"this is another {RECORDS[str(where[0])]}, but it stands among the keys of {quoted(where[1])}.",
            "Begin its id in column 3, like the other ids, and its keys in column 5.",
            at_key=True,
            covers=(here, (where[0],), ("exercises",), ("routines",)),
            subject=f"{RECORDS[str(where[0])]} {quoted(key)}",
        )
    near = nearest(key, missing) or nearest(key, known)
    if hint := _amount(key, holder[key], known) or _choice(key, holder[key], missing, where, root):
        near, tip = hint
    elif ":" in key:
        tip = f"Put a space after the colon: {key.replace(':', ': ', 1)}."
    elif not where and isinstance(holder[key], dict):
        tip = f"Did you mean {quoted(near)}?" if near else "Indent it by 2 spaces, below the list that it belongs to."
    elif near:
        tip = f"Did you mean {quoted(near)}?"
    else:
        names = f"are {', '.join(known)}" if len(known) < 9 else "stand in the schema"
        tip = f"Take it out. The keys of {_called(where)} {names}."
    covers = (here, (*where, near)) if near else (here,)
    if not where and isinstance(holder[key], dict):
        # Whatever names one of its records is right again once it stands where it belongs.
        covers = (*covers, ("exercises",), ("routines",))
    return Problem(here, what, tip, at_key=True, covers=covers, subject=subject)


def _lost_its_indentation(key: str, data: Any, root: Schema) -> Problem | None:
    """A key in the first column that the last record above it lacks: it is the last of that record."""
    above = [each for each in list(data)[: list(data).index(key)] if each in RECORDS and isinstance(data[each], dict)]
    if not above or not data[above[-1]]:
        return None
    place: Place = (above[-1], list(data[above[-1]])[-1])
    record = data[place[0]][place[1]]
    if not isinstance(record, dict) or key in record or key not in schemas.at(place, root).get("properties", {}):
        return None
    return Problem(
        (key,),
        f"{quoted(key)} stands in the first column; it belongs to {_called(place)} above.",
        f"Begin it in column {_STEP * len(place) + 1}.",
        at_key=True,
        covers=(
            (key,),
            (*place, key),
            place,
            *([("exercises",), ("routines",)] if isinstance(data[key], dict) else []),
        ),
        subject=place_in_words(place),
    )


def _amount(key: str, value: Any, known: Iterable[str]) -> tuple[str, str] | None:
    """The key that a time without its unit, or with another, was meant for; and the words for it."""
    found = _TIME.fullmatch(key)
    what = (found and found[1]) or "work"
    meant = f"{what}_seconds"
    if found is None or meant not in known:
        return None
    minutes = (found[2] or "").startswith("min") and type(value) is int
    counted = f"It is counted in seconds{f': {60 * value}' if minutes else ''}."
    if not found[1]:
        return meant, f'Write "work_seconds:" for timed work, or "hold_seconds:" for a hold. {counted}'
    return meant, f"Did you mean {quoted(meant)}? {counted}"


def _choice(key: str, value: Any, missing: list[str], where: Place, root: Schema) -> tuple[str, str] | None:
    """The key that knows this one as a word to choose: `side:` for `limb: side`."""
    for name in missing:
        options = schemas.at((*where, name), root).get("enum", ())
        if key in options:
            return name, f'Did you mean "{name}: {value if value in options else key}"?'
    return None


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
    if len(record_keys(value, table, root)) >= _A_RECORD:
        return None  # a record that is called so
    before = list(data[table])[: list(data[table]).index(key)]
    owner = next((each for each in reversed(before) if isinstance(data[table][each], dict)), key)
    below = ", with all below it" if isinstance(value, dict) else ""
    return Problem(
        where,
        f"{quoted(key)} stands where an id should; it belongs to {_article(kind)}.",
        f"Indent it by {_spaces(where)}, below the id that it belongs to{below}.",
        at_key=True,
        covers=(where, *((table, owner, each) for each in (key, *record_keys(value, table, root)))),
        subject=table,
    )


def _above(where: Place) -> Iterator[Place]:
    """The places that hold this one, nearest first."""
    for length in range(len(where) - 1, -1, -1):
        yield where[:length]


def _called(place: Place) -> str:
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


def _spaces(place: Place) -> str:
    """How far the keys of a place are indented; the items of a list take two more."""
    count = _STEP * len(place)
    return f"{count} spaces" if count else "no spaces"
