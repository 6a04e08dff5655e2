"""Looks things up in the schema: what is expected at a place of the dataset, and how it is described."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from limber.dataset.problem import Place, Said, say

Schema = Mapping[str, Any]

_DATA = "x-data"

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


@lru_cache(maxsize=4)
def of_text(text: str) -> Schema:
    """The schema that a file holds: one and the same for the same text, so that nobody may change it."""
    schema: Schema = json.loads(text)
    return schema


def resolved(schema: Schema, root: Schema) -> Schema:
    """A schema merged with the one that it refers to; its own keys take precedence."""
    while "$ref" in schema:
        named = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        schema = {**named, **{key: each for key, each in schema.items() if key != "$ref"}}
    return schema


def of_data(data: Any, root: Schema) -> Schema:
    """The schema together with the data that it is asked about, which says where a list holds which kind of item."""
    return {**root, _DATA: data}


def at(place: Place, root: Schema) -> Schema:
    """The schema of a place; empty for an unknown place."""
    schema = resolved(root, root)
    value = root.get(_DATA)
    for part in place:
        value = _inside(value, part)
        inner: Any = (
            schema.get("items")
            if isinstance(part, int)
            else schema.get("properties", {}).get(part, schema.get("additionalProperties"))
        )
        if not isinstance(inner, Mapping):
            return {}
        schema = of_kind(inner, value, root)
    return schema


def of_kind(schema: Schema, value: Any, root: Schema) -> Schema:
    """The schema of a value; where there are two kinds, of the one that its keys say."""
    schema = resolved(schema, root)
    if "if" not in schema:
        return schema
    first = isinstance(value, dict) and any(_has(value, each) for each in schema["if"]["anyOf"])
    return of_kind(schema["then" if first else "else"], value, root)


def _has(value: Mapping[str, Any], keys: Schema) -> bool:
    """Whether a value has the keys that a condition wants, and lacks those that it does not want."""
    unwanted = keys.get("not", {}).get("required", ())
    return all(key in value for key in keys["required"]) and not (unwanted and all(key in value for key in unwanted))


def _inside(value: Any, part: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    return value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None


def asks_for_full(data: Any) -> bool:
    """Whether a file asks its records to say all that a careful coach would."""
    return isinstance(data, dict) and data.get("standard") == "full"


def needed(place: Place, root: Schema) -> Sequence[str]:
    """The keys that a value at a place must have: few, or all that the standard of the data asks for."""
    schema = at(place, root)
    required: Sequence[str] = schema.get("required", ())
    return schema.get("x-full", required) if asks_for_full(root.get(_DATA)) else required


def types(schema: Schema) -> tuple[str, ...]:
    """The types that a schema accepts; an enumeration is of texts."""
    kinds = schema.get("type", "string" if "enum" in schema else ())
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


def fits(value: Any, schema: Schema) -> bool:
    """Whether a value is of a type that a schema accepts; in place of a number, only one of its few words."""
    if isinstance(value, str) and is_amount(schema):
        return "string" in types(schema) and bool(re.search(schema.get("pattern", ""), value))
    return any(type(value) in _TYPES[each] for each in types(schema))


def is_amount(schema: Schema) -> bool:
    """Whether a number is expected first, even if a range, a list or a word would do."""
    return bool({"integer", "number"} & {*types(schema)})


def fitting(value: Any, schema: Schema, root: Schema) -> Any:
    """The parts of a value that are of the types in the schema; other items of a list become None."""
    schema = resolved(schema, root)
    if isinstance(value, dict) and fits(value, schema):
        inner = {key: at((key,), {**schema, "$defs": root["$defs"]}) for key in value}
        return {
            key: fitting(each, inner[key], root)
            for key, each in value.items()
            if fits(each, inner[key]) or "object" in types(inner[key])
        }
    if isinstance(value, list) and fits(value, schema):
        items = [of_kind(schema["items"], each, root) for each in value]
        return [
            fitting(each, item, root) if fits(each, item) else None for each, item in zip(value, items, strict=True)
        ]
    return value if fits(value, schema) else {}


def amount_wanted(schema: Schema, key: object) -> Said:
    """What to write where a number is expected, in a sentence."""
    whole = "a number" if "number" in types(schema) else "a whole number"
    unit = "seconds" if str(key).endswith("seconds") else whole
    limits = f"from {schema.get('minimum', 0)} to {schema.get('maximum', 'any')}"
    small = schema.get("maximum", 100) < 12
    example = "{min: 3, max: 4}" if small else "{min: 10, max: 12}"
    example = "{first: 1, last: 4}" if ends(schema) == ("first", "last") else example
    range_ = f", or a range such as {example}" if "object" in types(schema) else ""
    return say(
        "Write {unit} {limits}, in digits{range}{words}.",
        unit=unit,
        limits=limits,
        range=range_,
        words="".join(f", or {each}" for each in words(schema)),
    )


def words(schema: Schema) -> list[str]:
    """The few words that may stand in place of a number."""
    return re.findall("[a-z]+(?:-[a-z]+)+", schema.get("pattern", "")) if "string" in types(schema) else []


def ends(schema: Schema) -> tuple[str, str]:
    """The keys of both ends of a range: least and most of an amount, first and last of weeks."""
    return ("first", "last") if "first" in schema.get("properties", {}) else ("min", "max")


def list_wanted(schema: Schema, key: object) -> Said:
    """How to write a list, and how an empty one, where that may be."""
    begin = say('Begin each item on a line of its own with "- ".')
    empty = empty_list(schema, key)
    return say("{empty} {begin}", empty=empty, begin=begin) if empty else begin


def empty_list(schema: Schema, key: object) -> Said | None:
    """How to write a list of nothing, where that may be."""
    if "minItems" in schema:
        return None
    return say("Write [] when it needs nothing.") if key == "equipment" else say("Write [] when there is nothing.")


def described(schema: Schema) -> Said:
    """The description of a place, in a sentence."""
    return say(str(schema.get("description", "It is needed here.")).replace("`", '"'))


def is_free_text(schema: Schema) -> bool:
    """Whether a text is free, and not an id, a pattern or an enumeration."""
    return "string" in types(schema) and not {"enum", "pattern"} & schema.keys()
