"""Faults in the writing of one value: quotes, brackets, and signs that a text cannot begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from limber.problem import quoted


class Fault(NamedTuple):
    """What is wrong at a line and column, counted from 0 as the parser does, and the remedy."""

    line: int
    column: int
    what: str
    tip: str


def in_quotes(text: str) -> str:
    """A text as it is written in YAML with quotes."""
    return "'" + text.replace("'", "''") + "'" if '"' in text else f'"{text}"'


def escape(line: int, column: int, source: list[str]) -> Fault:
    """A backslash between double quotes."""
    start = source[line].rfind("\\", 0, column + 1)
    return Fault(
        line,
        max(start, 0),
        "a backslash has a meaning of its own between double quotes.",
        "Put the text in single quotes, or write two backslashes for one.",
    )


def unclosed_quote(line: int, column: int, source: list[str]) -> Fault:
    """A quote that is opened and not closed, told where it is opened."""
    quote = source[line][column]
    apostrophe = " Between single quotes, an apostrophe is written twice." if quote == "'" else ""
    return Fault(
        line,
        column,
        f"the quote {quote} that opens here is not closed on this line.",
        f"Put {quote} at the end of the text.{apostrophe}",
    )


def text_after_quote(line: int, start: int, end: int, source: list[str]) -> Fault:
    """A text that goes on behind its closing quote."""
    quote, whole = source[line][start], source[line][start:].strip()
    if quote == "'" and re.match(r"\w", source[line][end:]):
        tip = f'It holds an apostrophe, so put it in double quotes: "{whole.strip(quote)}".'
    elif ("'" if quote == '"' else '"') in whole:
        tip = "Word it so that it does not begin with a quote."
    else:
        other = "'" if quote == '"' else '"'
        tip = f"Put the whole text in quotes of the other kind: {other}{whole}{other}."
    return Fault(
        line, start, f"the text ends with its second quote, as {source[line][start:end]}; but more follows.", tip
    )


def bracket_of_template(places: Iterable[tuple[int, int]], source: list[str]) -> Fault | None:
    """A template's brackets at one of the places where the parser may have got lost in them."""
    for line, column in places:
        if column >= 0 and (found := re.match(r"\{[{%#]", source[line][column:])):
            return Fault(
                line,
                column,
                f"a text cannot begin with {quoted(found[0])}.",
                "Texts are shown as they are written: no templates. Write the words themselves.",
            )
    return None


def mark_without_quotes(line: int, source: list[str]) -> Fault | None:
    """A mark such as `{side}` that YAML takes for a bracket of its own: first in a text, or in a list in brackets."""
    text = re.split(r"\s#", source[line])[0].rstrip()
    if first := re.match(r"\s*(?:- +)*(?:[\w-]+: +)?(?=(\{ *[A-Za-z_ ]+\}))", text):
        whole = text[first.end() :]
        what = f"a text cannot begin with {quoted(first[1])} without quotes."
        return Fault(line, first.end(), what, f"Put the whole text in quotes: {in_quotes(whole)}.")
    if among := re.search(r"[\[,] *([^\[\],]*(\{ *[A-Za-z_ ]+\})[^\[\],]*)(?=[\],])", text):
        what = f"between [ and ], a text cannot hold {quoted(among[2])} without quotes."
        return Fault(line, among.start(2), what, f"Put the whole text in quotes: {in_quotes(among[1].strip())}.")
    return None


def bracket(line: int, column: int, lost: tuple[int, int], source: list[str]) -> Fault:
    """A list or a range in brackets that does not end, or lacks a comma."""
    begin = source[line][column]
    end = "}" if begin == "{" else "]"
    if lost[0] == line and end in source[line][column:]:
        return Fault(
            line,
            column,
            f"a comma is missing between {begin} and {end}, before column {lost[1] + 1}.",
            "Write a comma and a space between two values: {min: 10, max: 12}, [foot, ankle].",
        )
    return Fault(
        line,
        column,
        f"the bracket {begin} that opens here is not closed on this line.",
        f"Put {end} at its end. If the bracket belongs to a text, put the text in quotes.",
    )


def bracket_as_key(line: int, column: int, source: list[str]) -> Fault:
    """A bracket where a key should be."""
    if found := bracket_of_template([(line, column - 1), (line, column)], source) or mark_without_quotes(line, source):
        return found
    return Fault(line, column, "a key must be one word.", "Write the key, a colon, a space and its value.")


def first_character(line: int, column: int, source: list[str]) -> Fault:
    """A sign that means something of its own to YAML where a text begins."""
    rest = source[line][column:].strip()
    if re.match(r"\s*\* ", source[line]) and not source[line][:column].strip():
        tip = f"Begin the item of a list with a hyphen and a space: - {rest[2:].strip()}"
        return Fault(line, column, '"*" does not mark the items of a list.', tip)
    return Fault(line, column, f"a text cannot begin with {quoted(rest[:1])}.", f"Put it in quotes: {in_quotes(rest)}.")


def list_behind_key(line: int, column: int, source: list[str]) -> Fault:
    """`cues: - text`."""
    sign = source[line][column]
    return Fault(
        line,
        column,
        f"{quoted(sign)} cannot stand here, behind a key.",
        'Begin a list on the next line, each item with "- ". If it belongs to a text, put the text in quotes.',
    )


def alias(line: int, column: int, source: list[str]) -> Fault:
    """`&name` or `*name`, by which YAML takes a value from elsewhere."""
    return Fault(
        line,
        column,
        f"{quoted(_word(line, column, source))} stands for a value that is used more than once.",
        'Write the text out again. If "&" or "*" belongs to the text, put the text in quotes.',
    )


def tag(line: int, column: int, source: list[str]) -> Fault:
    """`!name`, by which YAML makes something else of a value, or even runs it."""
    return Fault(
        line,
        column,
        f"{quoted(_word(line, column, source))} is a tag, which tells YAML to make something else of a value.",
        'Take it out. If "!" belongs to the text, put the text in quotes.',
    )


def _word(line: int, column: int, source: list[str]) -> str:
    return source[line][column:].split()[0]
