"""Words the problems of values that YAML reads differently from how they look, by what is expected there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from limber.dataset.problem import Problem, listed, place_in_words, quoted, say
from limber.dataset.shape import schemas
from limber.dataset.shape.schemas import Schema
from limber.dataset.yaml.quotation_marks import bare
from limber.dataset.yaml.reading import Ambiguity
from limber.dataset.yaml.scalars import ImplicitValue
from limber.dataset.yaml.value_faults import in_quotes
from limber.model.sides import MARKS


def problems(ambiguities: Iterable[Ambiguity], root: Schema) -> Iterator[Problem]:
    """The problems of ambiguous values, at their places."""
    for each in ambiguities:
        if found := _problem(each, root):
            yield replace(found, file=each.file)


def _problem(odd: Ambiguity, root: Schema) -> Problem | None:
    expected = schemas.at(odd.where, root)
    if odd.implicit is None:
        return _cut(odd) if schemas.is_free_text(expected) else None
    if odd.implicit.decimal is not None and (not expected or "number" in schemas.types(expected)):
        return None  # right, or the value of a key that does not belong there, which is told of
    if not odd.implicit.raw:
        return _colon_at_the_end(odd, root) or _empty(odd, expected, root)
    return _implicit(odd, odd.implicit, expected)


def _cut(odd: Ambiguity) -> Problem:
    ends, tip = "the text ends before it", "Put the comment on a line of its own. If it belongs to the text, put"
    if odd.text == odd.comment:
        ends, tip = "nothing stands here", "Write a text before it. If it is one itself, put"
    elif bare(odd.text) != odd.text:
        tip = "Put"
    text = f": {in_quotes(bare(odd.text))}" if odd.text else ""
    return Problem(
        odd.where,
        say("{comment} is read as a comment, so {ends}.", comment=quoted(odd.comment), ends=ends),
        say("{tip} the whole text in quotes{text}.", tip=tip, text=text),
        line=odd.at[0],
        column=odd.at[1],
    )


def _colon_at_the_end(odd: Ambiguity, root: Schema) -> Problem | None:
    """`- Remember this:`: a text that has become a key, which nothing follows."""
    *above, key = odd.where
    if f"{{{key}}}" in MARKS:  # a text that is only a placeholder
        return Problem(
            tuple(above), say('"{{key}}" needs quotes.', key=key), say('Write "{{key}}", with the quotes.', key=key)
        )
    if schemas.types(schemas.at(tuple(above), root)) != ("string",):
        return None
    tip = say("Put the whole text in quotes: {value}.", value=in_quotes(f"{key}:"))
    what = say("{value} is read as a key, because its colon ends the line.", value=quoted(f"{key}:"))
    return Problem(tuple(above), what, tip)


def _empty(odd: Ambiguity, expected: Schema, root: Schema) -> Problem:
    key = str(odd.where[-1])
    if ":" in key:
        written = key.replace(":", ": ", 1)
        what = say("no space follows the colon in {key}.", key=quoted(key))
        tip = say("Write a space there: {written}", written=written)
        return Problem(odd.where, what, tip, at_key=True, subject=place_in_words(odd.where[:-1]))
    if isinstance(odd.where[-1], int):
        tip = say("Write something behind the hyphen, or take the line out.")
    elif "object" in schemas.types(expected) and len(odd.where) < 3:
        tip = say("Write its keys below it, indented by two spaces more.")
    elif odd.where[-1] in schemas.needed(odd.where[:-1], root):
        tip = say("It is needed here. {described}", described=schemas.described(expected))
    else:
        tip = say("Write something behind the colon, or take the line out.")
    return Problem(odd.where, say("nothing stands here."), tip, at_key=True)


def _implicit(odd: Ambiguity, implicit: ImplicitValue, expected: Schema) -> Problem:
    kinds = schemas.types(expected)
    if odd.at_key:
        tip = say("Write another word.")
    elif "boolean" in kinds:
        tip = say("Write {truth}.", truth=implicit.truth or "true or false")
    elif schemas.is_amount(expected):
        tip = implicit.number or schemas.amount_wanted(expected, odd.where[-1])
    elif "array" in kinds:
        tip = schemas.list_wanted(expected, odd.where[-1])
    elif "enum" in expected:
        tip = say("Write {enum}.", enum=listed(expected["enum"], "or"))
    elif text := _as_text(implicit.raw, expected):
        tip = say('Put it in quotes: "{text}".', text=text)
    elif "pattern" in expected:
        tip = schemas.described(expected)
    else:
        tip = say('If it is meant as a text, put it in quotes: "{raw}".', raw=implicit.raw)
    return Problem(
        odd.where,
        say("{raw} without quotes is read as {reading}.", raw=quoted(implicit.raw), reading=implicit.reading),
        tip,
        line=odd.at[0],
        column=odd.at[1],
    )


def _as_text(raw: str, expected: Schema) -> str:
    """A value as the place wants its texts, where it wants them in one form: a date with all of its digits."""
    pattern = expected.get("pattern", "$.")
    day = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt\s]|\Z)", raw)
    forms = [raw, *([f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"] if day else [])]
    return next((each for each in forms if re.search(pattern, each)), "")
