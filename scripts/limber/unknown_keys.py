"""Keys that a place does not know: where they belong, what was meant by them, or what is there to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from limber import schema as schemas
from limber import wrong_types
from limber.problem import RECORDS, Place, Problem, on_one_line, place_in_words, quoted
from limber.schema import Schema
from limber.spelling import nearest, slug
from limber.strangers import A_RECORD, called, column, record_keys, spaces
from limber.vocabulary import UNSAID

_TIME = re.compile(r"(?:(\w+?)_?)??_?(seconds?|secs?|minutes?|mins?|time|duration)?")
_DEEPEST = 3  # how far below a place a key is looked for
_FEW = 16  # keys that a problem lists
_WORDS = {"exercises": '"setup:"', "routines": '"how:"'}
"""Where a record says in words what no key of it says; a step has a note."""


def unknown_key(key: str, where: Place, root: Schema, data: Any) -> Problem:
    """The problem that the place `where` knows no `key`."""
    here = (*where, key)
    holder = _at(data, where)
    known = schemas.at(where, root).get("properties", {})
    missing = [each for each in known if each not in holder]
    if not where and (lost := _lost_its_indentation(key, data, root)):
        return lost
    if there := _above(key, where, root, data) or _below(key, where, root, holder) or _record(key, where, root, holder):
        return there
    near, tip = _meant(key, where, root, holder, known, missing)
    covers = (here, (*where, near)) if near else (here,)
    if not where and isinstance(holder[key], dict):
        # Whatever names one of its records is right again once it stands where it belongs.
        covers = (*covers, ("exercises",), ("routines",))
    what = f"no key {quoted(key)} belongs here."
    return Problem(here, what, tip, at_key=True, covers=covers, subject=place_in_words(where))


def _meant(
    key: str, where: Place, root: Schema, holder: Any, known: Mapping[str, Any], missing: list[str]
) -> tuple[str, str]:
    """The key that was meant, if one was, and what to do."""
    value = holder[key]
    if hint := _amount(key, value, known) or _choice(key, value, missing, where, root):
        return hint
    if ":" in key:
        return nearest(
            key.split(":")[0], missing
        ), f"Put a space after the colon: {on_one_line(key.replace(':', ': ', 1))}."
    if not where and isinstance(value, dict) and not nearest(key, missing):
        return "", "Indent it by 2 spaces, below the list that it belongs to."
    if where and where[0] in _WORDS and "figure" not in where and (unsaid := UNSAID.get(slug(key))):
        return "", unsaid.format(words='"note:"' if "steps" in where else _WORDS[str(where[0])])
    if near := nearest(key, missing):
        return near, f"Did you mean {quoted(near)}?{_and_its_value((*where, near), value, root)}"
    if near := nearest(key, known):
        return "", f'Take it out, and add what it says to "{near}:", which is there.'
    return "", f"Take it out. {_there_is(where, known, missing)}"


def _and_its_value(place: Place, value: Any, root: Schema) -> str:
    """What is to be done with a value that does not fit the key that was meant, so that it is told at once."""
    expected = schemas.at(place, root)
    if value is None or schemas.fits(value, expected):
        return ""
    return f" {wrong_types.problem(place, expected, value, root).tip}"


def _there_is(where: Place, known: Iterable[str], missing: list[str]) -> str:
    if len(list(known)) <= _FEW:
        return f"The keys of {called(where)} are {', '.join(known)}."
    if 0 < len(missing) <= _FEW:
        return f"What {called(where)} can have beside those that it has: {', '.join(missing)}."
    return f"The keys of {called(where)} stand in data/exercises.schema.json."


def _at(data: Any, place: Place) -> Any:
    """What stands at a place."""
    for part in place:
        data = data[part]
    return data


def _above(key: str, where: Place, root: Schema, data: Any) -> Problem | None:
    """A key that belongs to what holds the place, and is not there yet."""
    value = _at(data, (*where, key))
    for place in (where[:length] for length in range(len(where) - 1, -1, -1)):
        known = key in schemas.at(place, root).get("properties", {})
        if not known or not schemas.fits(value, schemas.at((*place, key), root)) or key in _at(data, place):
            continue
        others = f"the other keys of {called(place)}"
        last = all(where[at] == list(_at(data, where[:at]))[-1] for at in range(len(place) + 1, len(where)))
        alone = last and list(_at(data, where))[-1] == key
        return Problem(
            (*where, key),
            f"{quoted(key)} belongs to {called(place)}, not to {called(where)}.",
            f"Indent it by {spaces(place)}, like {others}."
            if alone
            else f"Move it to {others}, indented by {spaces(place)}.",
            at_key=True,
            covers=((*where, key), (*place, key)),
            subject=place_in_words(where),
        )
    return None


def _lost_its_indentation(key: str, data: Any, root: Schema) -> Problem | None:
    """A key in the first column that the last record above it lacks: it is the last of that record."""
    above = [each for each in list(data)[: list(data).index(key)] if each in RECORDS and isinstance(data[each], dict)]
    if not above or not data[above[-1]]:
        return None
    place: Place = (above[-1], list(data[above[-1]])[-1])
    record = data[place[0]][place[1]]
    if not isinstance(record, dict) or key in record or key not in schemas.at(place, root).get("properties", {}):
        return None
    tables = [("exercises",), ("routines",)] if isinstance(data[key], dict) else []
    return Problem(
        (key,),
        f"{quoted(key)} stands in the first column; it belongs to {called(place)} above.",
        f"Begin it in column {column(place)}.",
        at_key=True,
        covers=((key,), (*place, key), place, *tables),
        subject=place_in_words(place),
    )


def _below(key: str, where: Place, root: Schema, holder: Any) -> Problem | None:
    """A key that belongs to what the place holds: to one thing there, or to each of two."""
    if not where:
        return None
    paths = _paths(key, where, root)
    doses = [path for path in paths if path[-2:] in (("dose", "start"), ("dose", "goal"))]
    if len(doses) == 2 and not any(path[-1] in (holder if where[-1] == "dose" else {}) for path in doses):
        return Problem(
            where if where[-1] == "dose" else (*where, key),
            f"the amounts stand directly below {called(where)}." if where[-1] == "dose" else _not_here(key, where),
            f'Write {"them" if where[-1] == "dose" else "it"} below "start:", where to begin, and again below "goal:".',
            at_key=True,
            covers=(
                *doses,
                *((*where, each) for each in holder if _paths(each, where, root)),
                *_if_missing(where, holder),
            ),
        )
    for path in paths:
        inner = holder.get(path[len(where)]) if len(path) == len(where) + 1 else None
        twice = isinstance(inner, dict) and key in inner
        return Problem(
            (*where, key),
            f"{quoted(key)} belongs to {path[-1]}, not to {called(where)}.",
            f'Take it out: "{path[-1]}:" has one already.'
            if twice
            else f'Write it below "{path[-1]}:", indented by {spaces(path)}.',
            at_key=True,
            covers=((*where, key), (*path, key)),
            subject=place_in_words(where),
        )
    return None


def _not_here(key: str, where: Place) -> str:
    return f"{quoted(key)} belongs to a dose, not to {called(where)}."


def _if_missing(where: Place, holder: Any) -> Iterator[Place]:
    if "dose" not in holder:
        yield (*where, "dose")


def _paths(key: str, where: Place, root: Schema) -> list[Place]:
    """The nearest places below this one that know the key."""
    level: list[Place] = [where]
    for _ in range(_DEEPEST):
        level = [(*path, name) for path in level for name in schemas.at(path, root).get("properties", {})]
        if found := [path for path in level if key in schemas.at(path, root).get("properties", {})]:
            return found
    return []


def _record(key: str, where: Place, root: Schema, holder: Any) -> Problem | None:
    """Another record among the keys of one."""
    if len(where) != 2 or len(record_keys(holder[key], str(where[0]), root)) < A_RECORD:
        return None
    return Problem(
        (*where, key),
        f"this is another {RECORDS[str(where[0])]}, but it stands among the keys of {quoted(where[1])}.",
        "Begin its id in column 3, like the other ids, and its keys in column 5.",
        at_key=True,
        covers=((*where, key), (where[0],), ("exercises",), ("routines",)),
        subject=f"{RECORDS[str(where[0])]} {quoted(key)}",
    )


def _amount(key: str, value: Any, known: Iterable[str]) -> tuple[str, str] | None:
    """The key that a time without its unit, or with another, was meant for; and the words for it."""
    found = _TIME.fullmatch(slug(key).replace("-", "_"))
    what = (found and found[1]) or "work"
    meant = f"{what}_seconds"
    if found is None or meant not in known or (found[2] is None and slug(key) == slug(meant)):
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
