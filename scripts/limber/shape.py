"""The dataset's shape: what the schema finds, in our own words; knows nothing of what records mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import jsonschema_rs

from limber import schema as schemas
from limber import sides, strangers, wrong_types
from limber.problem import RECORDS, Place, Problem, listed, nearest, quoted
from limber.schema import Schema

_HOUR = 3600


def problems(data: Any, root: Schema) -> Iterator[Problem]:
    """Every way in which `data` differs from the schema `root`."""
    validator = jsonschema_rs.validator_for(dict(root))
    if validator.is_valid(data):
        return
    missing: dict[Place, list[str]] = {}
    found: list[Problem] = []
    moved: dict[Place, Problem] = {}
    strays = _strays(data, root)
    found += strays.values()
    for error in validator.iter_errors(data):
        where: Place = tuple(error.instance_path)
        kind = error.kind.name
        if where[:2] in strays:
            continue
        if kind == "required":
            missing.setdefault(where, []).append(error.kind.as_dict()["property"])
        elif kind == "additionalProperties":
            if len(where) == 2 and (whole := strangers.record_of_another_table(where, error.instance, data, root)):
                moved[where] = whole
                continue
            if text := wrong_types.text_with_a_colon(where, schemas.at(where, root), error.instance):
                found.append(text)
                continue
            for key in error.kind.as_dict()["unexpected"]:
                found.append(strangers.unknown_key(key, where, root, error.instance if where else data))
        elif kind == "pattern" and error.kind.as_dict()["pattern"] == root["$defs"]["id"]["pattern"]:
            continue  # an id that is no id names no record: the rule that looks for the record says more
        else:
            schema = schemas.at(where, root)
            if kind == "type":
                found.append(wrong_types.problem(where, schema, error.instance, root))
            else:
                found.append(_IN_WORDS.get(kind, _other)(where, schema, error.instance))
    # A place may be limited twice, by its own schema and by the one that it refers to: both say the same.
    found = [*_once(moved.values(), data), *(each for each in dict.fromkeys(found) if each.where[:2] not in moved)]
    yield from found
    covered = {place for each in found for place in each.covers} | moved.keys()
    for where, keys in missing.items():
        if where[:2] in moved:
            continue
        if left := [key for key in keys if (*where, key) not in covered]:
            yield _missing(where, left, root)


def _strays(data: Any, root: Schema) -> dict[Place, Problem]:
    """Keys of records that stand where ids should, by their place."""
    tables = [each for each in RECORDS if isinstance(data, dict) and isinstance(data.get(each), dict)]
    found = {(table, key): strangers.stray_record((table, key), data, root) for table in tables for key in data[table]}
    return {where: stray for where, stray in found.items() if stray}


def _once(moved: Iterable[Problem], data: Any) -> Iterator[Problem]:
    """Records in the wrong table; only the first, where one line above it would set all of them right."""
    told: set[Place] = set()
    for each in moved:
        table = each.covers[1]
        if table[0] in data or table not in told:
            yield each
        told.add(table)


def _missing(where: Place, keys: list[str], root: Schema) -> Problem:
    covers = tuple((*where, key) for key in keys)
    if not where:
        what, tip = f"{listed(keys)} {'is' if len(keys) == 1 else 'are'} missing.", wrong_types.TABLES_TIP
    elif len(keys) > 1:
        what = f"{listed(keys)} are missing."
        tip = "Add them, as another record of this kind has them. The schema says what each one means."
    else:
        what = f"{keys[0]} is missing."
        tip = f'Add "{keys[0]}:". {schemas.described(schemas.at(covers[0], root))}'
    return Problem(where, what, tip, at_key=True, covers=covers)


def _enum(where: Place, schema: Schema, value: Any) -> Problem:
    options = [str(each) for each in schema["enum"]]
    near = nearest(value, options) if isinstance(value, str) else ""
    meant = f"Did you mean {quoted(near)}? " if near else ""
    what = (
        f"{quoted(value)} is not one of the words for this."
        if isinstance(value, str)
        else (f"this is {wrong_types.kind_of(value)}; it should be one of a few words.")
    )
    return Problem(where, what, f"{meant}Write {listed(options, 'or')}.")


def _pattern(where: Place, schema: Schema, value: Any) -> Problem:
    return Problem(where, f"{quoted(value)} does not fit here.", schemas.described(schema))


def _empty(where: Place, schema: Schema, value: Any) -> Problem:
    return Problem(
        where, f"this is {'an empty list' if value == [] else 'empty'}.", schemas.described(schema), at_key=True
    )


def _nothing_told(where: Place, schema: Schema, _value: Any) -> Problem:
    if "properties" not in schema:
        return Problem(where, "this is empty.", "Add a record to it.", at_key=True)
    keys = listed(list(schema["properties"]), "or")
    return Problem(where, "this is empty.", f"Write one of {keys} in it, or take it out.", at_key=True)


def _too_long(where: Place, schema: Schema, value: Any) -> Problem:
    # With the marks of sides in it, a text may be longer than it is where it is read.
    limit, count = schema.get("x-fits", schema["maxLength"]), len(sides.said(value, sides.RIGHT))
    return Problem(where, f"the text has {count} characters; at most {limit} fit.", f"Shorten it by {count - limit}.")


def _too_many(where: Place, schema: Schema, value: Any) -> Problem:
    limit = schema["maxItems"]
    return Problem(where, f"the list has {len(value)} items; at most {limit} fit.", "Split it.", at_key=True)


def _too_small(where: Place, schema: Schema, value: Any) -> Problem:
    return Problem(where, f"{value} is less than {schema['minimum']}.", schemas.amount_wanted(schema, where[-1]))


def _too_large(where: Place, schema: Schema, value: Any) -> Problem:
    limit = schema["maximum"]
    hour = ", an hour" if limit == _HOUR else ""
    return Problem(where, f"{value} is more than {limit}{hour}.", schemas.amount_wanted(schema, where[-1]))


def _twice(where: Place, _schema: Schema, value: list[Any]) -> Problem:
    number = next(number for number, each in enumerate(value) if each in value[:number])
    again = value[number]
    what = f"{quoted(again)} stands in this list twice." if isinstance(again, str) else "this stands in the list twice."
    return Problem((*where, number), what, "Keep one of them.")


def _other(where: Place, schema: Schema, _value: Any) -> Problem:
    return Problem(where, "this is not what is expected here.", schemas.described(schema))


_IN_WORDS: dict[str, Callable[[Place, Schema, Any], Problem]] = {
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _nothing_told,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "minimum": _too_small,
    "maximum": _too_large,
    "uniqueItems": _twice,
}
