"""Validates data against the schema and words each error as a problem with a remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import jsonschema_rs

from limber.dataset.problem import RECORDS, Place, Problem, Said, listed, place_in_words, quoted, say
from limber.dataset.shape import patterns, schemas, unknown_keys, wrong_types
from limber.dataset.shape.schemas import Schema
from limber.dataset.spelling import nearest
from limber.model import sides

_HOUR = 3600


def problems(data: Any, root: Schema) -> Iterator[Problem]:
    """Every way in which `data` differs from the schema `root`."""
    validator = _validator(root)
    lacking = _lacking(data, schemas.of_data(data, root))
    if not lacking and validator.is_valid(data):
        return
    root = schemas.of_data(data, root)
    strays = _strays(data, root)
    errors = [error for error in validator.iter_errors(data) if _place(error)[:2] not in strays]
    moved = _records_of_other_tables(errors, data, root)
    within = (problem for error in errors if _place(error) not in moved for problem in _within(error, data, root))
    # A place may be limited twice, by its own schema and by the one that it refers to: both say the same.
    others = [each for each in dict.fromkeys((*strays.values(), *within)) if each.where[:2] not in moved]
    found = [*_once(moved.values(), data), *others]
    yield from found
    covered = {place for each in found for place in each.covers} | moved.keys()
    for where, keys in {**_missing_keys(errors), **lacking}.items():
        if where[:2] in moved or where in strays:
            continue
        if left := [key for key in keys if (*where, key) not in covered]:
            yield _missing(where, left, root, data)


def _validator(schema: Schema) -> jsonschema_rs.Validator:
    """What a schema compiles to, which takes as long as reading a small dataset. It is kept with its schema, of which
    no other can then have the identity.
    """
    if id(schema) not in _compiled:
        _compiled[id(schema)] = schema, jsonschema_rs.validator_for(json.dumps(schema))
    return _compiled[id(schema)][1]


_compiled: dict[int, tuple[Schema, jsonschema_rs.Validator]] = {}


def _place(error: jsonschema_rs.ValidationError) -> Place:
    return tuple(error.instance_path)


def _records_of_other_tables(
    errors: Iterable[jsonschema_rs.ValidationError], data: Any, root: Schema
) -> dict[Place, Problem]:
    """Records with the keys of another table, by their place. One problem stands for all that is wrong within."""
    found: dict[Place, Problem] = {}
    for error in errors:
        where = _place(error)
        if error.kind.name != "additionalProperties" or len(where) != 2:
            continue
        if whole := unknown_keys.record_of_another_table(where, error.instance, data, root):
            found[where] = whole
    return found


def _missing_keys(errors: Iterable[jsonschema_rs.ValidationError]) -> dict[Place, list[str]]:
    """The keys that are required and missing, by the place that lacks them, so that they are named together."""
    found: dict[Place, list[str]] = {}
    for error in errors:
        if error.kind.name == "required":
            found.setdefault(_place(error), []).append(error.kind.as_dict()["property"])
    return found


def _lacking(data: Any, root: Schema) -> dict[Place, list[str]]:
    """The keys that records lack, where a file asks for full ones."""
    if not schemas.asks_for_full(data):
        return {}
    tables = {table: data[table] for table in RECORDS if isinstance(data.get(table), dict)}
    records = {(table, id_): each for table in tables for id_, each in tables[table].items() if isinstance(each, dict)}
    found = {
        where: [key for key in schemas.needed(where, root) if key not in record] for where, record in records.items()
    }
    return {where: keys for where, keys in found.items() if keys}


def _within(error: jsonschema_rs.ValidationError, data: Any, root: Schema) -> Iterator[Problem]:
    """What one error of the validator says, but for keys that are missing."""
    where, kind, value = _place(error), error.kind.name, error.instance
    if kind == "required":
        return
    if kind == "additionalProperties":
        yield from _unknown(where, error.kind.as_dict()["unexpected"], value, data, root)
    elif kind == "pattern" and error.kind.as_dict()["pattern"] == root["$defs"]["id"]["pattern"]:
        return  # a malformed id names no record: the rule on references says more
    else:
        yield _wrong_value(where, kind, value, data, root)


def _unknown(where: Place, keys: Iterable[str], value: Any, data: Any, root: Schema) -> Iterator[Problem]:
    if text := wrong_types.text_with_a_colon(where, schemas.at(where, root), value):
        yield text
        return
    for key in keys:
        yield unknown_keys.unknown_key(key, where, root, data)


def _wrong_value(where: Place, kind: str, value: Any, data: Any, root: Schema) -> Problem:
    schema = schemas.at(where, root)
    if kind == "pattern" and schemas.is_amount(schema):
        return wrong_types.problem(where, schema, value, root)
    if kind == "pattern":
        return patterns.problem(where, schema, value, data)
    if kind in ("minLength", "minItems"):
        return _empty(where, schema, value, root)
    if kind == "type" and where[-1:] == ("tempo",) and patterns.is_tempo(value):
        return patterns.tempo(where, schema, value)
    if kind == "type" and where[-2:-1] == ("between",) and type(value) is int:
        return patterns.problem(where, schema, str(value), data)
    if kind == "type":
        return wrong_types.problem(where, schema, value, root)
    return _IN_WORDS.get(kind, _other)(where, schema, value)


def _strays(data: Any, root: Schema) -> dict[Place, Problem]:
    """Keys of records that stand where ids should, by their place."""
    tables = [each for each in RECORDS if isinstance(data, dict) and isinstance(data.get(each), dict)]
    found = {
        (table, key): unknown_keys.stray_record((table, key), data, root) for table in tables for key in data[table]
    }
    return {where: stray for where, stray in found.items() if stray}


def _once(moved: Iterable[Problem], data: Any) -> Iterator[Problem]:
    """Records in the wrong table; only the first, where one line above it would set all of them right."""
    told: set[Place] = set()
    for each in moved:
        table = each.covers[1]
        if table[0] in data or table not in told:
            yield each
        told.add(table)


def _missing(where: Place, keys: list[str], root: Schema, data: Any) -> Problem:
    covers = tuple((*where, key) for key in keys)
    if not where:
        what = say("{keys} {word} missing.", keys=listed(keys), word="is" if len(keys) == 1 else "are")
        tip = say(wrong_types.TABLES_TIP)
    elif len(keys) > 1:
        what = say("{keys} are missing.", keys=listed(keys))
        whole = _whole(where, root, data)
        tip = (
            say("Add them, as {whole} has them.", whole=whole)
            if whole
            else say("Add them: {meanings}", meanings=_meanings(covers, root))
        )
    else:
        what = say("{keys} is missing.", keys=keys[0])
        tip = say('Add "{keys}:". {described}', keys=keys[0], described=schemas.described(schemas.at(covers[0], root)))
    return Problem(where, what, tip, at_key=True, covers=covers)


def _whole(where: Place, root: Schema, data: Any) -> str:
    """A record of the same kind that lacks nothing, to look at."""
    if len(where) != 2:
        return ""
    needed = set(schemas.needed(where, root))
    records = data[where[0]].items()
    there = (id_ for id_, each in records if isinstance(each, dict) and needed <= each.keys())
    return next((place_in_words((where[0], id_)) for id_ in there), "")


def _meanings(places: Iterable[Place], root: Schema) -> str:
    """`start, where to begin; goal, what to work up to.`"""
    said = [(str(place[-1]), schemas.described(schemas.at(place, root)).split(". ")[0]) for place in places]
    return "; ".join(f"{key}, {words[:1].lower()}{words[1:].removesuffix('.')}" for key, words in said) + "."


def _enum(where: Place, schema: Schema, value: Any) -> Problem:
    options = [str(each) for each in schema["enum"]]
    told = value[0] if isinstance(value, list) and value else value
    words = re.split(r"\s*[,;/&+]\s*|\s+and\s+", told) if isinstance(told, str) else [""]
    if (told is not value or len(words) > 1) and (first := nearest(words[0], options)):
        one = "Write it without the brackets or the hyphen" if len(words) == 1 else "One fits here. Write it alone"
        what = say(
            "this is {found}; it should be one of a few words.", found="a list" if told is not value else quoted(value)
        )
        return Problem(where, what, say("{one}: {first}", one=one, first=first))
    near = nearest(value, options) if isinstance(value, str) else ""
    meant = f"Did you mean {quoted(near)}? " if near else ""
    what = (
        say("{value} is not one of the words for this.", value=quoted(value))
        if isinstance(value, str)
        else (say("this is {kind}; it should be one of a few words.", kind=wrong_types.kind_of(value)))
    )
    return Problem(where, what, say("{meant}Write {options}.", meant=meant, options=listed(options, "or")))


def _empty(where: Place, schema: Schema, value: Any, root: Schema) -> Problem:
    if isinstance(value, list) and value:
        what = say(
            "the list has {count}; it should have two or more.",
            count="one item" if len(value) == 1 else f"{len(value)} items",
        )
        return Problem(where, what, _too_few(where, schema), at_key=True)
    needed = isinstance(where[-1], int) or where[-1] in schemas.needed(where[:-1], root)
    what = say("this is {empty}.", empty="an empty list" if value == [] else "empty")
    if not needed:
        return Problem(where, what, say('Take "{where}:" out, or write something there.', where=where[-1]), at_key=True)
    return Problem(
        where, what, say("Something is needed here. {described}", described=schemas.described(schema)), at_key=True
    )


def _too_few(where: Place, schema: Schema) -> Said:
    if where[-1] == "sets":
        return say("Take the list out, and give the dose what the set says; or add another set.")
    one = (
        say("Write the one alone, without the brackets or the hyphen, or add another.")
        if len(schemas.types(schema)) > 1
        else say("")
    )
    return one or say("Add another, or take the list out.")


def _two_scales(where: Place, schema: Schema, value: Any) -> Problem:
    keys = listed(list(value))
    most = schema["maxProperties"]
    return Problem(
        where,
        say("this gives {keys}; there is one.", keys=keys),
        say("Keep {one} of them.", one="one" if most == 1 else most),
        at_key=True,
    )


def _too_fine(where: Place, schema: Schema, value: Any) -> Problem:
    step = schema["multipleOf"]
    what = say("{value} is finer than anyone measures: it goes in steps of {step}.", value=value, step=f"{step:g}")
    return Problem(where, what, say("Write {value}.", value=f"{round(value / step) * step:g}"))


def _nothing_told(where: Place, schema: Schema, _value: Any) -> Problem:
    if "properties" not in schema:
        return Problem(where, say("this is empty."), say("Add a record to it."), at_key=True)
    keys = listed(list(schema["properties"]), "or")
    return Problem(
        where, say("this is empty."), say("Take it out, or write one of {keys} in it.", keys=keys), at_key=True
    )


def _too_long(where: Place, schema: Schema, value: Any) -> Problem:
    # A text with placeholders for a side can be longer than the text that is shown.
    limit, count = schema.get("x-fits", schema["maxLength"]), len(sides.said(value, sides.RIGHT))
    return Problem(
        where,
        say("the text has {count} characters; at most {limit} fit.", count=count, limit=limit),
        say("Shorten it by {count}.", count=count - limit),
    )


def _too_many(where: Place, schema: Schema, value: Any) -> Problem:
    limit = schema["maxItems"]
    over = len(value) - limit
    what = say("the list has {count} items; at most {limit} fit.", count=len(value), limit=limit)
    return Problem(where, what, say("Take {over} of them out, or make one of two.", over=over), at_key=True)


def _too_small(where: Place, schema: Schema, value: Any) -> Problem:
    return Problem(
        where,
        say("{value} is less than {minimum}.", value=value, minimum=schema["minimum"]),
        schemas.amount_wanted(schema, where[-1]),
    )


def _too_large(where: Place, schema: Schema, value: Any) -> Problem:
    limit = schema["maximum"]
    hour = ", an hour" if limit == _HOUR else ""
    return Problem(
        where,
        say("{value} is more than {limit}{hour}.", value=value, limit=limit, hour=hour),
        schemas.amount_wanted(schema, where[-1]),
    )


def _twice(where: Place, _schema: Schema, value: list[Any]) -> Problem:
    number = next(number for number, each in enumerate(value) if each in value[:number])
    again = value[number]
    what = (
        say("{again} stands in this list twice.", again=quoted(again))
        if isinstance(again, str)
        else say("this stands in the list twice.")
    )
    return Problem((*where, number), what, say("Keep one of them."))


def _other(where: Place, schema: Schema, _value: Any) -> Problem:
    return Problem(where, say("this is not what is expected here."), schemas.described(schema))


_IN_WORDS: dict[str, Callable[[Place, Schema, Any], Problem]] = {
    "enum": _enum,
    "minProperties": _nothing_told,
    "maxProperties": _two_scales,
    "multipleOf": _too_fine,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "minimum": _too_small,
    "maximum": _too_large,
    "uniqueItems": _twice,
}
