"""Keys that a place does not know: what was meant, or where they belong. Knows the schema, not the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from limber import schema as schemas
from limber.problem import RECORDS, Place, Problem, nearest, place_in_words, quoted
from limber.schema import Schema

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
    near = nearest(key, missing) or nearest(key, known)
    if ":" in key:
        tip = f"Put a space after the colon: {key.replace(':', ': ', 1)}."
    elif not where and isinstance(holder[key], dict):
        tip = f"Did you mean {quoted(near)}?" if near else "Indent it by 2 spaces, below the list that it belongs to."
    elif near:
        tip = f"Did you mean {quoted(near)}?"
    else:
        names = f"are {', '.join(known)}" if len(known) < 9 else "stand in the schema"
        tip = f"Take it out. The keys of {_called(where)} {names}."
    covers = (here, (*where, near)) if near else (here,)
    return Problem(here, what, tip, at_key=True, covers=covers, subject=subject)


def stray_record(where: Place, data: Any, root: Schema) -> Problem | None:
    """A key of a record that stands where the record's id should: one indentation too far left."""
    table, key = str(where[0]), str(where[1])
    kind = RECORDS[table]
    if key not in schemas.at(where, root).get("properties", {}):
        return None
    before = list(data[table])[: list(data[table]).index(key)]
    owner = next((each for each in reversed(before) if isinstance(data[table][each], dict)), key)
    return Problem(
        where,
        f"{quoted(key)} stands where an id should; it belongs to {_article(kind)}.",
        f"Indent it by {_spaces(where)}, below the id that it belongs to.",
        at_key=True,
        covers=(where, (table, owner, key)),
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
