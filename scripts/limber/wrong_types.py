"""A value of the wrong type, against what should stand there and how to write it; knows the schema, not the text."""

from __future__ import annotations

import re
from typing import Any

from limber import schema as schemas
from limber.problem import Place, Problem, listed, nearest, quoted
from limber.quotation_marks import bare
from limber.scalars import in_plain_digits
from limber.schema import Schema
from limber.value_faults import in_quotes, plain_or_quoted

TABLES = "equipment, exercises and routines"
TABLES_TIP = 'Write "equipment:", "exercises:" and "routines:" in the first column, and records below each.'

_NOTHING = ("none", "nothing", "no", "none needed", "n/a", "-", "–", "—", "")
_BULLETS = "•*–—·◦▪"
_A_FEW_WORDS = re.compile(
    r"[a-z][\w' -]*(?:, [a-z][\w' -]*)*"
)  # what begins with a capital is one text, commas and all
_A_SENTENCE = 100  # characters: where fewer fit, a few words stand, and square brackets hold them well


def problem(where: Place, schema: Schema, value: Any, root: Schema) -> Problem:
    """The problem that a value is not of the type that `schema` wants at this place."""
    wanted = schemas.types(schema)
    if not where:
        return Problem(where, f"the file is {kind_of(value)}; it should hold {TABLES}.", TABLES_TIP)
    if "object" in wanted and "integer" not in wanted and "string" not in wanted:
        need, tip = "keys with values", _keys_tip(where, value, schema, root)
    elif "array" in wanted:
        need, tip = "a list", _list_tip(where, value, schema, root)
    elif "string" in wanted:
        need, tip = "a text", _text_tip(value, schema)
    elif "integer" in wanted:
        need, tip = "a whole number", _number_tip(where, value, schema)
    else:
        need, tip = "true or false", "Write true or false, without quotes."
    return Problem(where, f"this is {kind_of(value)}; it should be {need}.", tip)


def text_with_a_colon(where: Place, schema: Schema, value: Any) -> Problem | None:
    """A text that its colon made a key of, where a key could stand as well as a text, but not this one."""
    known = schema.get("properties", {})
    if "string" not in schemas.types(schema) or len(value) != 1 or nearest(next(iter(value)), known):
        return None
    tip = _text_tip(value, {**schema, "type": "string"})
    covers = (where, *((*where, key) for key in known))
    return Problem(where, "this is a key with a value; it should be a text.", tip, covers=covers)


def _keys_tip(where: Place, value: Any, schema: Schema, root: Schema) -> str:
    """What to write in place of a text that should be keys: in a list, the text is the value of the first key."""
    if not isinstance(where[-1], int) or not isinstance(value, str):
        return "Write them on lines of their own, indented by two spaces more."
    if value.casefold() in _NOTHING and (empty := schemas.empty_list(schemas.at(where[:-1], root), where[-2])):
        return empty
    return _item_tip(value, schema, root)


def _item_tip(value: str, schema: Schema, root: Schema) -> str:
    """`- item: chair`, with the other keys that it needs."""
    first, *others = schema["required"]
    below = []
    for key in others:
        options = schemas.at((key,), {**schema, "$defs": root["$defs"]}).get("enum", ("…",))
        below.append(listed([quoted(f"{key}: {each}") for each in options], "or"))
    return f"Write {quoted(f'- {first}: {value}')} on a line, and {listed(below)} below it."


def _list_tip(where: Place, value: Any, schema: Schema, root: Schema) -> str:
    """How to write a list in place of another value."""
    item = schemas.resolved(schema["items"], root)
    if not isinstance(value, str):
        return schemas.list_wanted(schema, where[-1])
    if value.casefold() in _NOTHING:
        return schemas.empty_list(schema, where[-1]) or schemas.list_wanted(schema, where[-1])
    if "\n" in value:
        return 'Take out what stands behind the colon, and begin each item on a line of its own with "- ".'
    if value[0] in _BULLETS:
        return f'Begin each item on a line of its own with a hyphen and a space, "- ", not with {quoted(value[0])}.'
    if schemas.types(item) == ("object",):
        return _item_tip(value, item, root)
    if "enum" in item:
        words = [each for each in re.findall(r"[\w-]+", value) if each in item["enum"]]
        return f"Put it in square brackets: [{', '.join(words) or value}]."
    if item.get("maxLength", _A_SENTENCE) < _A_SENTENCE and _A_FEW_WORDS.fullmatch(value):
        return f"Put it in square brackets: [{value}]."
    return f"Write it on a line of its own below the key, behind a hyphen: - {plain_or_quoted(value)}"


def kind_of(value: Any) -> str:
    """What a value is, in words."""
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
            return f"A colon and a space make a key. Put the text in quotes: {in_quotes(bare(whole))}."
        if isinstance(rest, list):
            whole = in_quotes(f"{key}:")
            return f"A colon at the end makes a key. Put the text in quotes, and begin what is below it here: {whole}."
    if isinstance(value, bool | int):
        return f"Put it in quotes if it is meant as text: {in_quotes(str(value).lower())}."
    if isinstance(value, list):
        return "Write one text. If square brackets belong to it, put it in quotes."
    return schemas.described(schema)


def _number_tip(where: Place, value: Any, schema: Schema) -> str:
    if isinstance(value, str):
        if (plain := in_plain_digits(value).strip()) != value.strip() and plain.isdecimal():
            return f"Write it in the digits 0 to 9: {plain}."
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
