"""Words the problems of unknown and misplaced keys: where they belong, what was meant, which keys there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from limber.dataset.problem import (
    RECORDS,
    WITH_PAGES,
    Place,
    Problem,
    Said,
    listed,
    on_one_line,
    place_in_words,
    quoted,
    say,
)
from limber.dataset.shape import dose_words, schemas, wrong_types
from limber.dataset.shape.schemas import Schema
from limber.dataset.spelling import nearest, slug
from limber.dataset.vocabulary import UNSAID, UNSAID_OF

_TIME = re.compile(r"(?:(\w+?)_?)??_?(seconds?|secs?|minutes?|mins?|time|duration)?")
_DEEPEST = 3  # levels below a place in which a key is searched
_FEW = 16  # keys that a problem lists
_WORDS = {"exercises": '"setup:"', "routines": '"how:"'}
"""The key of each kind of record for free text that no other key covers; a step has a note."""
_A_RECORD = 3  # a mapping with as many keys of a table is a record of it
_LONGEST_NAME = 40  # characters of the name of a group
_STEP = 2  # spaces of indentation for each level


def record_of_another_table(where: Place, record: Any, data: Any, root: Schema) -> Problem | None:
    """The problem of a record whose keys belong to another table."""
    known = {table: len(_record_keys(record, table, root)) for table in RECORDS}
    table = max(known, key=lambda each: known[each])
    if known[table] <= known[str(where[0])]:
        return None
    there = table in data
    return Problem(
        where,
        say(
            "this looks like {article}, but it stands below {value}.",
            article=_article(RECORDS[table]),
            value=quoted(f"{where[0]}:"),
        ),
        say('Move it below "{table}:".', table=table)
        if there
        else say('Write "{table}:" on a line above it, in the first column.', table=table),
        at_key=True,
        covers=(where, (table,), (where[0],), ("routines",), ("programmes",)),
    )


def stray_record(where: Place, data: Any, root: Schema) -> Problem | None:
    """A key of a record that stands where the record's id should: one indentation too far left."""
    table, key = str(where[0]), str(where[1])
    kind = RECORDS[table]
    if key not in schemas.at(where, root).get("properties", {}):
        return None
    value = data[table][key]
    if len(_record_keys(value, table, root)) >= _A_RECORD or (isinstance(value, dict) and "name" in value):
        return None  # a record with this id
    before = list(data[table])[: list(data[table]).index(key)]
    owner = next((each for each in reversed(before) if isinstance(data[table][each], dict)), key)
    own = schemas.at((*where, key), root).get("properties", {})
    with_it = [quoted(f"{each}:") for each in value if each in own] if isinstance(value, dict) else []
    below = f", with {listed(with_it)}" if with_it else ""
    return Problem(
        where,
        say("{key} stands where an id should; it belongs to {article}.", key=quoted(key), article=_article(kind)),
        say("Indent it by {spaces}, below the id that it belongs to{below}.", spaces=_spaces(where), below=below),
        at_key=True,
        covers=(where, *((table, owner, each) for each in (key, *_record_keys(value, table, root)))),
        subject=table,
    )


def unknown_key(key: str, where: Place, root: Schema, data: Any) -> Problem:
    """The problem of an unknown `key` at the place `where`."""
    here = (*where, key)
    holder = _at(data, where)
    known = schemas.at(where, root).get("properties", {})
    missing = [each for each in known if each not in holder]
    if outer := _among_names(where, root, data):
        return outer
    if not where and (lost := _lost_its_indentation(key, data, root)):
        return lost
    if there := (
        _above(key, where, root, data)
        or _unsaid_of(key, where, known, holder)
        or _below(key, where, root, holder)
        or _record(key, where, root, holder)
    ):
        return there
    near, tip = _meant(key, where, root, holder, known, missing)
    covers = (here, (*where, near)) if near else (here,)
    if not where and isinstance(holder[key], dict):
        # References to its records are valid again once it is in its place.
        covers = (*covers, *((table,) for table in WITH_PAGES))
    what = say("no key {key} belongs here.", key=quoted(key))
    return Problem(here, what, tip, at_key=True, covers=covers, subject=place_in_words(where))


def _unsaid_of(key: str, where: Place, known: Mapping[str, Any], holder: Any) -> Problem | None:
    """A key of a routine, a step or a group that says what is said otherwise there."""
    kind = _kind(known)
    if kind == "step" and "exercise" not in holder:
        kind = "item"
    unsaid = UNSAID_OF.get(kind, {}).get(slug(key), "")
    if not unsaid:
        return None
    value, here = holder[key], (*where, key)
    name = on_one_line(value) if isinstance(value, str) and len(value) <= _LONGEST_NAME else "Circuit"
    number = _number(value) or ("60" if "seconds" in unsaid else "3")
    instead = re.match(r'Write "(\w+):[^"]*" in its place', unsaid)
    covers: tuple[Place, ...] = (here, (*where, instead[1])) if instead else (here,)
    if kind == "item":
        covers = (where, (*where, "exercise"), (*where, "priority"))
    what = say("no key {key} belongs here.", key=quoted(key))
    tip = _twice(instead[1]) if instead and instead[1] in holder else say(unsaid, name=name, number=number)
    return Problem(here, what, tip, at_key=True, covers=covers, subject=place_in_words(where))


def _twice(key: str) -> Said:
    return say('Take it out, and add what it says to "{key}:", which is there.', key=key)


def _number(value: Any) -> str:
    """The whole number that a value is, or says with or without a unit of time."""
    if type(value) is int:
        return str(value)
    amount = dose_words.dose(value)
    found = amount.get("reps", amount.get("work_seconds")) if len(amount) == 1 else None
    return str(found) if isinstance(found, int) else ""


def _kind(known: Iterable[str]) -> str:
    """Whether the keys that a place knows are those of a routine, a step or a group."""
    own = {"core_of": "routine", "priority": "step", "rounds": "group"}
    return next((kind for key, kind in own.items() if key in known), "")


def _meant(
    key: str, where: Place, root: Schema, holder: Any, known: Mapping[str, Any], missing: list[str]
) -> tuple[str, Said]:
    """The key that was meant, if one was, and what to do."""
    value = holder[key]
    if hint := _amount(key, value, known) or _choice(key, value, missing, where, root):
        return hint
    if ":" in key:
        tip = say("Put a space after the colon: {line}.", line=on_one_line(key.replace(":", ": ", 1)))
        return nearest(key.split(":")[0], missing), tip
    if not where and isinstance(value, dict) and not nearest(key, missing):
        return "", say("Indent it by 2 spaces, below the list that it belongs to.")
    if where and where[0] in _WORDS and "figure" not in where and (unsaid := _unsaid(key, known)):
        return "", say(unsaid, number=value if isinstance(value, int | float) else 10)
    if near := nearest(key, missing):
        return near, _and_its_value(say("Did you mean {near}?", near=quoted(near)), (*where, near), value, root)
    if near := nearest(key, known):
        return "", _twice(near)
    return "", say("Take it out. {keys}", keys=_there_is(where, known, missing, root))


def _unsaid(key: str, known: Iterable[str]) -> str:
    """What to write for a key that no place knows; a group has a key for its rounds."""
    return "" if _kind(known) == "group" and nearest(key, known) else UNSAID.get(slug(key), "")


def _and_its_value(meant: Said, place: Place, value: Any, root: Schema) -> Said:
    """The suggested key, and what to do with a value that does not fit it, to report both together."""
    expected = schemas.at(place, root)
    if value is None or schemas.fits(value, expected):
        return meant
    return say("{meant} {tip}", meant=meant, tip=wrong_types.problem(place, expected, value, root).tip)


def _there_is(where: Place, known: Iterable[str], missing: list[str], root: Schema) -> Said:
    if len(list(known)) <= _FEW:
        return say("The keys of {place} are {known}.", place=_place_name(where, root), known=", ".join(known))
    if 0 < len(missing) <= _FEW:
        return say(
            "What {place} can have beside those that it has: {missing}.",
            place=_place_name(where, root),
            missing=", ".join(missing),
        )
    return say("The keys of {place} stand in data/exercises.schema.json.", place=_place_name(where, root))


def _at(data: Any, place: Place) -> Any:
    """The value at a place."""
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
        if _says_another_thing(key, where, place, root):
            continue
        others = f"the other keys of {_place_name(place, root)}"
        last = all(where[at] == list(_at(data, where[:at]))[-1] for at in range(len(place) + 1, len(where)))
        alone = last and list(_at(data, where))[-1] == key
        moved = say("Move it to {others}, indented by {spaces}.", others=others, spaces=_spaces(place))
        tip = say("Indent it by {spaces}, like {others}.", spaces=_spaces(place), others=others) if alone else moved
        return _belongs_elsewhere(key, where, place, _place_name(place, root), tip, root)
    return None


def _says_another_thing(key: str, where: Place, place: Place, root: Schema) -> bool:
    """Whether a key is not the same above: a group's clock is not that of a dose, and a routine is not of its steps."""
    kind, above = (_kind(schemas.at(each, root).get("properties", {})) for each in (where, place))
    return (above == "group" and bool(_paths(key, where, root))) or (kind == "group" and key == "how_often")


def _among_names(where: Place, root: Schema, data: Any) -> Problem | None:
    """A key with keys of its own that stands among the names of a list by name, one indentation too far right."""
    place = where[:-2]
    if len(where) < 4 or "additionalProperties" not in schemas.at(where[:-1], root) or isinstance(where[-1], int):
        return None
    key = str(where[-1])
    by_name = isinstance(schemas.at(where[:-1], root).get("additionalProperties"), dict)
    if not by_name or key not in schemas.at(place, root).get("properties", {}) or key in _at(data, place):
        return None
    tip = say(
        "Indent it by {spaces}, like the other keys of {place}.",
        spaces=_spaces(place),
        place=_place_name(place, root),
    )
    return _belongs_elsewhere(key, where[:-1], place, _place_name(place, root), tip, root)


def _lost_its_indentation(key: str, data: Any, root: Schema) -> Problem | None:
    """A key in the first column that the last record above it lacks: it is the last of that record."""
    above = [each for each in list(data)[: list(data).index(key)] if each in RECORDS and isinstance(data[each], dict)]
    if not above or not data[above[-1]]:
        return None
    place: Place = (above[-1], list(data[above[-1]])[-1])
    record = data[place[0]][place[1]]
    if not isinstance(record, dict) or key in record or key not in schemas.at(place, root).get("properties", {}):
        return None
    tables = [(table,) for table in WITH_PAGES] if isinstance(data[key], dict) else []
    return Problem(
        (key,),
        say(
            "{key} stands in the first column; it belongs to {place} above.",
            key=quoted(key),
            place=_place_name(place, root),
        ),
        say("Begin it in column {column}.", column=_column(place)),
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
            say("the amounts stand directly below {place}.", place=_place_name(where, root))
            if where[-1] == "dose"
            else _not_here(key, where, root),
            say(
                'Write {them} below "start:", where to begin, and again below "goal:".',
                them="them" if where[-1] == "dose" else "it",
            ),
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
        lower = say('Write it below "{path}:", indented by {spaces}.', path=path[-1], spaces=_spaces(path))
        tip = say('Take it out: "{path}:" has one already.', path=path[-1]) if twice else lower
        return _belongs_elsewhere(key, where, path, str(path[-1]), tip, root)
    return None


def _belongs_elsewhere(key: str, where: Place, place: Place, name: str, tip: Said, root: Schema) -> Problem:
    """A key at `where` that belongs to what stands at `place`, which is called `name`."""
    return Problem(
        (*where, key),
        say(
            "{key} belongs to {name}, not to {place}.",
            key=quoted(key),
            name=name,
            place=_place_name(where, root),
        ),
        tip,
        at_key=True,
        covers=((*where, key), (*place, key)),
        subject=place_in_words(where),
    )


def _not_here(key: str, where: Place, root: Schema) -> Said:
    return say("{key} belongs to a dose, not to {place}.", key=quoted(key), place=_place_name(where, root))


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
    if len(where) != 2 or len(_record_keys(holder[key], str(where[0]), root)) < _A_RECORD:
        return None
    return Problem(
        (*where, key),
        say(
            "this is another {record}, but it stands among the keys of {where}.",
            record=RECORDS[str(where[0])],
            where=quoted(where[1]),
        ),
        say("Begin its id in column 3, like the other ids, and its keys in column 5."),
        at_key=True,
        covers=((*where, key), (where[0],), *((table,) for table in WITH_PAGES)),
        subject=f"{RECORDS[str(where[0])]} {quoted(key)}",
    )


def _amount(key: str, value: Any, known: Iterable[str]) -> tuple[str, Said] | None:
    """The key that a time without its unit, or with another, was meant for; and the words for it."""
    found = _TIME.fullmatch(slug(key).replace("-", "_"))
    what = (found and found[1]) or "work"
    meant = f"{what}_seconds"
    if found is None or meant not in known or (found[2] is None and slug(key) == slug(meant)):
        return None
    minutes = (found[2] or "").startswith("min") and type(value) is int
    counted = f"It is counted in seconds{f': {60 * value}' if minutes else ''}."
    if not found[1] and "hold_seconds" in known:
        return meant, say(
            'Write "work_seconds:" for timed work, or "hold_seconds:" for a hold. {counted}', counted=counted
        )
    return meant, say("Did you mean {meant}? {counted}", meant=quoted(meant), counted=counted)


def _choice(key: str, value: Any, missing: list[str], where: Place, root: Schema) -> tuple[str, Said] | None:
    """The key that knows this one as a word to choose: `side:` for `limb: side`."""
    for name in missing:
        options = schemas.at((*where, name), root).get("enum", ())
        if key in options:
            return name, say('Did you mean "{name}: {value}"?', name=name, value=value if value in options else key)
    return None


def _record_keys(value: Any, table: str, root: Schema) -> set[str]:
    """The keys of a value that a record of this table can have."""
    return set(value) & set(schemas.at((table, ""), root).get("properties", ())) if isinstance(value, dict) else set()


def _column(place: Place) -> int:
    """The column, counted from 1, in which the keys of a place begin."""
    return _STEP * len(place) + 1


def _place_name(place: Place, root: Schema) -> str:
    """`the exercise`, `the group`, `the file`."""
    if not place:
        return "the file"
    if len(place) == 1:
        return f'"{place[0]}:"'
    if len(place) == 2:
        return f"the {RECORDS[str(place[0])]}"
    if isinstance(place[-1], int):
        kind = _kind(schemas.at(place, root).get("properties", {}))
        return f"the {kind}" if kind else "this item of the list"
    return f'"{place[-1]}:"'


def _article(kind: str) -> str:
    if kind == "equipment":
        return "a piece of equipment"
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _spaces(place: Place) -> str:
    """How far the keys of a place are indented; the items of a list take two more."""
    count = _STEP * len(place)
    return f"{count} spaces" if count else "no spaces"
