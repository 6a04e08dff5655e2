"""Words the problems of values of the wrong type: what should stand there and how to write it."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

from limber.dataset.problem import Place, Problem, Said, listed, on_one_line, quoted, say
from limber.dataset.shape import amount_words, dose_words, schemas
from limber.dataset.shape.schemas import Schema
from limber.dataset.spelling import is_nothing, nearest
from limber.dataset.yaml.block_text import in_brackets
from limber.dataset.yaml.list_markers import marked
from limber.dataset.yaml.quotation_marks import bare
from limber.dataset.yaml.scalars import in_plain_digits
from limber.dataset.yaml.value_faults import in_quotes, plain_or_quoted

TABLES = "equipment, exercises and routines"
TABLES_TIP = 'Write "equipment:", "exercises:" and "routines:" in the first column, and records below each.'

_FEW = 8  # keys that a remedy lists


def problem(where: Place, schema: Schema, value: Any, root: Schema) -> Problem:
    """The problem that a value is not of the type that `schema` wants at this place."""
    wanted = schemas.types(schema)
    if not where:
        return Problem(
            where,
            say("the file is {kind}; it should hold {tables}.", kind=kind_of(value), tables=TABLES),
            say(TABLES_TIP),
        )
    if schemas.is_amount(schema):
        whole = "a number" if "number" in wanted else "a whole number"
        return Problem(
            where,
            say("this is {kind}; it should be {whole}.", kind=kind_of(value), whole=whole),
            _number_tip(where, value, schema),
        )
    if wanted[0] == "object":
        need, tip = "keys with values", _keys_tip(where, value, schema, root)
    elif "array" in wanted:
        need, tip = "a list", _list_tip(where, value, schema, root)
    elif "string" in wanted:
        need, tip = "a text", _text_tip(value, schema)
    else:
        need, tip = "true or false", say("Write true or false, without quotes.")
    return Problem(where, say("this is {kind}; it should be {need}.", kind=kind_of(value), need=need), tip)


def text_with_a_colon(where: Place, schema: Schema, value: Any) -> Problem | None:
    """A text that its colon made a key of, where a key could stand as well as a text, but not this one."""
    known = schema.get("properties", {})
    if "string" not in schemas.types(schema)[:1] or len(value) != 1 or nearest(next(iter(value)), list(known)):
        return None
    tip = _text_tip(value, {**schema, "type": "string"})
    covers = (where, *((*where, key) for key in known))
    return Problem(where, say("this is a key with a value; it should be a text."), tip, covers=covers)


def _keys_tip(where: Place, value: Any, schema: Schema, root: Schema) -> Said:
    """What to write in place of a text that should be keys: in a list, the text is the value of the first key."""
    in_words = {"load": dose_words.load, "effort": dose_words.effort}.get(str(where[-1]))
    if in_words:
        written = in_words(value)
        return say("Write {written} in its place.", written=written) if written else schemas.described(schema)
    if not isinstance(where[-1], int) or not isinstance(value, str) or "required" not in schema:
        if "reps" in schema.get("properties", ()) and (amount := dose_words.dose(value)):
            return say("Write {in_brackets} in its place.", in_brackets=in_brackets(amount))
        keys = [f'"{key}:"' for key in schema.get("required", ()) if len(schema["required"]) < _FEW]
        return say(
            "Write {keys} below it, on lines of their own, indented by two spaces more.",
            keys=listed(keys) if keys else "its keys",
        )
    if is_nothing(value) and (empty := schemas.empty_list(schemas.at(where[:-1], root), where[-2])):
        return empty
    return _item_tip(value, schema, root)


def _item_tip(value: str, schema: Schema, root: Schema) -> Said:
    """`{item: chair, need: required}`, or on two lines where the first key has a text, which may hold a comma."""
    inside = {**schema, "$defs": root["$defs"]}
    whats = {key: schemas.at((key,), inside) for key in schema["required"]}
    first = next((key for key in whats if _takes(value, whats[key])), schema["required"][0])
    others = [key for key in schema["required"] if key != first]
    choices = [[f"{key}: {each}" for each in schemas.at((key,), inside).get("enum", ("…",))] for key in others]
    if schemas.is_free_text(schemas.at((first,), inside)):
        below = [listed([quoted(each) for each in some], "or") for some in choices]
        return say(
            "Write {value} on a line, and {below} below it.",
            value=quoted(f"- {first}: {as_written(value)}"),
            below=listed(below),
        )
    ways = [f"{{{', '.join((f'{first}: {on_one_line(value)}', *some))}}}" for some in product(*choices)]
    words = ", with your own words where … stands" if "…" in ways[0] else ""
    return say("Write {ways} in its place{words}.", ways=listed(ways, "or"), words=words)


def _takes(value: str, schema: Schema) -> bool:
    """Whether a text may stand there."""
    return "enum" not in schema and bool(re.search(schema.get("pattern", ""), value))


def _list_tip(where: Place, value: Any, schema: Schema, root: Schema) -> Said:
    """How to write a list in place of another value."""
    item = schemas.of_kind(schema["items"], value, root)
    if not isinstance(value, str):
        return schemas.list_wanted(schema, where[-1])
    if is_nothing(value):
        return schemas.empty_list(schema, where[-1]) or schemas.list_wanted(schema, where[-1])
    if sign := marked(value):
        value = value[sign.end() :]
    if schemas.types(item) == ("object",):
        words = _item_tip(value, item, root)
        return Said(words.replace("{", "[{").replace("}", "}]"))
    if schema.get("uniqueItems"):  # words and names, not sentences: a comma lies between two of them
        parts = [each.strip() for each in re.split(r"[,;/]| and ", value) if each.strip()]
        return say("Put it in square brackets: [{parts}].", parts=on_one_line(", ".join(parts)))
    if "\n" in value.strip():
        return say('Take the sign behind the colon out, and begin each line with a hyphen and a space, "- ".')
    return say("Begin it on a line of its own with a hyphen and a space: - {as_written}", as_written=as_written(value))


def as_written(value: str) -> str:
    """A text as YAML takes it, in quotes where it needs some."""
    return plain_or_quoted(on_one_line(value))


def kind_of(value: Any) -> str:
    """What a value is, in words."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return "a list" if isinstance(value, list) else "a key with a value"


def _text_tip(value: Any, schema: Schema) -> Said:
    if isinstance(value, dict) and len(value) == 1 and "object" not in schemas.types(schema):
        ((key, rest),) = value.items()
        if isinstance(rest, str | int):
            whole = f"{key}: {rest}"
            return say("A colon and a space make a key. Put the text in quotes: {bare}.", bare=in_quotes(bare(whole)))
        if isinstance(rest, list):
            whole = in_quotes(f"{key}:")
            return say(
                "A colon at the end makes a key. Put the text in quotes, and begin what is below it here: {whole}.",
                whole=whole,
            )
    if isinstance(value, bool | int):
        return say("Put it in quotes if it is meant as text: {value}.", value=in_quotes(str(value).lower()))
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return say("Write it without the brackets or the hyphen: {as_written}", as_written=as_written(value[0]))
    if isinstance(value, list):
        return say("Write one text. If square brackets belong to it, put it in quotes.")
    return schemas.described(schema)


def _number_tip(where: Place, value: Any, schema: Schema) -> Said:
    """How to write an amount that is a text, a list or a range where it should be one number."""
    ranged = "object" in schemas.types(schema)
    if isinstance(value, str) and (plain := in_plain_digits(value).strip()) != value.strip() and plain.isdecimal():
        return say("Write it in the digits 0 to 9: {plain}.", plain=plain)
    if isinstance(value, str) and (word := nearest(value, schemas.words(schema))):
        return say("Write {word}.", word=word)
    if isinstance(value, str) and (tip := amount_words.tip(value, str(where[-1]), schema)):
        return tip
    if isinstance(value, list) and 1 <= len(value) <= 2 and all(type(each) is int for each in value):
        if value[0] == value[-1]:
            return say("Write the number alone: {value}.", value=value[0])
        if tip := amount_words.tip(f"{value[0]}-{value[1]}", str(where[-1]), schema):
            return tip
    if isinstance(value, dict) and not ranged and type(least := value.get("min")) is int:
        return say("There is one number for this, and no range. Write the number alone: {least}.", least=least)
    return schemas.amount_wanted(schema, where[-1])
