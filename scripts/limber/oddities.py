"""What YAML reads otherwise than its author sees, as problems: the remedy depends on what is expected there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from limber import schema as schemas
from limber.problem import Problem, listed, place_in_words, quoted
from limber.reading import Oddity
from limber.scalars import Surprise
from limber.schema import Schema
from limber.sides import MARKS


def problems(oddities: Iterable[Oddity], root: Schema) -> Iterator[Problem]:
    """The problems that oddities are, at their places."""
    for each in oddities:
        expected = schemas.at(each.where, root)
        if each.surprise is None:
            if schemas.is_free_text(expected):
                yield _cut(each)
        elif not each.surprise.raw:
            yield _empty(each, expected, root)
        else:
            yield _surprise(each, each.surprise, expected)


def _cut(odd: Oddity) -> Problem:
    return Problem(
        odd.where,
        f"{quoted(odd.comment)} is read as a comment, so the text ends before it.",
        "Put the whole text in quotes, or the comment on a line of its own.",
        line=odd.at[0],
        column=odd.at[1],
    )


def _empty(odd: Oddity, expected: Schema, root: Schema) -> Problem:
    key = str(odd.where[-1])
    if ":" in key:
        written = key.replace(":", ": ", 1)
        what, tip = f"no space follows the colon in {quoted(key)}.", f"Write a space there: {written}"
        return Problem(odd.where, what, tip, at_key=True, subject=place_in_words(odd.where[:-1]))
    if f"{{{key}}}" in MARKS:  # a text that is a mark and nothing else
        return Problem(odd.where[:-1], f'"{{{key}}}" needs quotes.', f'Write "{{{key}}}", with the quotes.')
    if isinstance(odd.where[-1], int):
        tip = "Write something behind the hyphen, or take the line out."
    elif "object" in schemas.types(expected) and len(odd.where) < 3:
        tip = "Write its keys below it, indented by two spaces more."
    elif odd.where[-1] in schemas.at(odd.where[:-1], root).get("required", ()):
        tip = f"It is needed here. {expected.get('description', '')}"
    else:
        tip = "Write something behind the colon, or take the line out."
    return Problem(odd.where, "nothing stands here.", tip.replace("`", '"'), at_key=True)


def _surprise(odd: Oddity, surprise: Surprise, expected: Schema) -> Problem:
    kinds = schemas.types(expected)
    tips = []
    if odd.at_key:
        tips.append("Write another word.")
    elif "boolean" in kinds:
        tips.append(f"Write {surprise.truth or 'true or false'}.")
    elif "integer" in kinds:
        tips.append(surprise.number or schemas.amount_wanted(expected, odd.where[-1]))
    elif "array" in kinds:
        tips.append(schemas.list_wanted(expected, odd.where[-1]))
    elif "enum" in expected:
        tips.append(f"Write {listed(expected['enum'], 'or')}.")
    elif re.search(expected.get("pattern", "$."), surprise.raw):
        tips.append(f'Put it in quotes: "{surprise.raw}".')
    else:
        tips.append(f'If it is meant as a text, put it in quotes: "{surprise.raw}".')
    return Problem(
        odd.where,
        f"{quoted(surprise.raw)} without quotes is read as {surprise.reading}.",
        " ".join(tips),
        line=odd.at[0],
        column=odd.at[1],
    )
