"""The dataset's shape: what the schema finds, in our own words; knows nothing of what records mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import jsonschema_rs

from limber import schema as schemas
from limber import strangers
from limber.problem import Place, Problem, listed, nearest, quoted
from limber.schema import Schema
from limber.value_faults import in_quotes

_HOUR = 3600
_TABLES = "equipment, exercises and routines"
_TABLES_TIP = 'Write "equipment:", "exercises:" and "routines:" in the first column, and records below each.'


def problems(data: Any, root: Schema) -> Iterator[Problem]:
    """Every way in which `data` differs from the schema `root`."""
    validator = jsonschema_rs.validator_for(dict(root))
    if validator.is_valid(data):
        return
    missing: dict[Place, list[str]] = {}
    found: list[Problem] = []
    for error in validator.iter_errors(data):
        where: Place = tuple(error.instance_path)
        kind = error.kind.name
        if kind == "required":
            missing.setdefault(where, []).append(error.kind.as_dict()["property"])
        elif kind == "additionalProperties":
            for key in error.kind.as_dict()["unexpected"]:
                found.append(strangers.unknown_key(key, where, root, error.instance))
        elif kind == "pattern" and error.kind.as_dict()["pattern"] == root["$defs"]["id"]["pattern"]:
            continue  # an id that is no id names no record: the rule that looks for the record says more
        elif len(where) == 2 and (stray := strangers.stray_record(where, data, root)):
            found.append(stray)
        else:
            in_words = _IN_WORDS.get(kind, _other)
            found.append(in_words(where, schemas.at(where, root), error.instance))
    yield from found
    covered = {place for each in found for place in each.covers}
    for where, keys in missing.items():
        if left := [key for key in keys if (*where, key) not in covered]:
            yield _missing(where, left, root)


def _missing(where: Place, keys: list[str], root: Schema) -> Problem:
    covers = tuple((*where, key) for key in keys)
    if not where:
        what, tip = f"{listed(keys)} {'is' if len(keys) == 1 else 'are'} missing.", _TABLES_TIP
    elif len(keys) > 1:
        what = f"{listed(keys)} are missing."
        tip = "Add them, as another record of this kind has them. The schema says what each one means."
    else:
        what = f"{keys[0]} is missing."
        tip = f'Add "{keys[0]}:". {_described(schemas.at(covers[0], root))}'
    return Problem(where, what, tip, at_key=True, covers=covers)


def _described(schema: Schema) -> str:
    return str(schema.get("description", "It is needed here.")).replace("`", '"')


def _type(where: Place, schema: Schema, value: Any) -> Problem:
    wanted = schemas.types(schema)
    if not where:
        return Problem(where, f"the file is {_kind_of(value)}; it should hold {_TABLES}.", _TABLES_TIP)
    if "object" in wanted and "integer" not in wanted and "string" not in wanted:
        need, tip = "keys with values", "Write them on lines of their own, indented by two spaces more."
    elif "array" in wanted:
        need, tip = "a list", 'Begin each item on a line of its own with "- ".'
    elif "string" in wanted:
        need, tip = "a text", _text_tip(value, schema)
    elif "integer" in wanted:
        need, tip = "a whole number", _number_tip(where, value, schema)
    else:
        need, tip = "true or false", "Write true or false, without quotes."
    return Problem(where, f"this is {_kind_of(value)}; it should be {need}.", tip)


def _kind_of(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return "a list" if isinstance(value, list) else "a key with a value"


def _text_tip(value: Any, schema: Schema) -> str:
    if isinstance(value, dict) and len(value) == 1 and "object" not in schemas.types(schema):
        ((key, rest),) = value.items()
        if isinstance(rest, str | int):
            whole = f"{key}: {rest}"
            return f"A colon and a space make a key. Put the text in quotes: {in_quotes(whole)}."
    if isinstance(value, bool | int):
        return f"Put it in quotes if it is meant as text: {in_quotes(str(value).lower())}."
    if isinstance(value, list):
        return "Write one text. If square brackets belong to it, put it in quotes."
    return _described(schema)


def _number_tip(where: Place, value: Any, schema: Schema) -> str:
    if isinstance(value, str):
        figures = value.strip().split("-") if value.count("-") == 1 else value.strip().split("–")
        if (
            len(figures) == 2
            and all(each.strip().isdecimal() for each in figures)
            and "object" in schemas.types(schema)
        ):
            return f"Write a range so: {{min: {figures[0].strip()}, max: {figures[1].strip()}}}."
        if value.strip().isdecimal():
            return f"Take the quotes away: {value.strip()}."
        digits = value.strip().split()[0].rstrip("sec.") if value.strip() else ""
        if digits.isdecimal() and value.strip().endswith(("s", "sec", "seconds")):
            return f"The unit stands in the key. Write the number alone: {digits}."
    return schemas.amount_wanted(schema, where[-1])


def _enum(where: Place, schema: Schema, value: Any) -> Problem:
    options = [str(each) for each in schema["enum"]]
    near = nearest(value, options) if isinstance(value, str) else ""
    meant = f"Did you mean {quoted(near)}? " if near else ""
    what = (
        f"{quoted(value)} is not one of the words for this."
        if isinstance(value, str)
        else (f"this is {_kind_of(value)}; it should be one of a few words.")
    )
    return Problem(where, what, f"{meant}Write {listed(options, 'or')}.")


def _pattern(where: Place, schema: Schema, value: Any) -> Problem:
    return Problem(where, f"{quoted(value)} does not fit here.", _described(schema))


def _empty(where: Place, schema: Schema, value: Any) -> Problem:
    return Problem(where, f"this is {'an empty list' if value == [] else 'empty'}.", _described(schema), at_key=True)


def _too_long(where: Place, schema: Schema, value: Any) -> Problem:
    limit = schema["maxLength"]
    return Problem(
        where, f"the text has {len(value)} characters; at most {limit} fit.", f"Shorten it by {len(value) - limit}."
    )


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
    return Problem(where, "this is not what is expected here.", _described(schema))


_IN_WORDS: dict[str, Callable[[Place, Schema, Any], Problem]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "minimum": _too_small,
    "maximum": _too_large,
    "uniqueItems": _twice,
}
