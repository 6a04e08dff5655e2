"""Finds faults in how one value is written: quotes, brackets and reserved first characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from limber.dataset.problem import Place, Problem, quoted
from limber.dataset.yaml.scalars import resolved

_PLAIN = re.compile(r"[^\W\d_](?:[^:#\\,\[\]{}]|:(?=\S))*(?<!:)\Z")


class Fault(NamedTuple):
    """What is wrong at a line and column, counted from 0 as the parser does, and the remedy."""

    line: int
    column: int
    what: str
    tip: str
    owner: int = -1  # the line that identifies the record, if that is another one
    takes_in: bool = False  # whether the keys below are read as part of the value


def as_problem(fault: Fault, where: Place) -> Problem:
    """A fault that does not end the reading, as the problem of the place where it is."""
    covers = (where[:-1],) if fault.takes_in else ()
    return Problem(where, fault.what, fault.tip, covers=covers, line=fault.line + 1, column=fault.column + 1)


def in_quotes(text: str) -> str:
    """A text as it is written in YAML with quotes, on one line."""
    text = " ".join(text.splitlines())
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def plain_or_quoted(text: str) -> str:
    """A text as it is written in YAML, with quotes where it needs them."""
    written = text[:1] in "\"'" and text[1:] and text[-1] == text[0]  # in quotes of its own
    return text if written or (resolved(text) == text and _PLAIN.match(text)) else in_quotes(text)


def escape(line: int, column: int, source: list[str]) -> Fault:
    """A backslash between double quotes."""
    start = max(source[line].rfind("\\", 0, column + 1), 0)
    whole = re.search(r'(?:: |- )"(.*)"\s*$', source[line])
    example = f": {in_quotes(whole[1])}" if whole else ""
    return Fault(
        line,
        start,
        "a backslash has a meaning of its own between double quotes.",
        f"Write two backslashes for one, or put the text in single quotes{example}.",
    )


def unclosed_quote(line: int, column: int, source: list[str]) -> Fault:
    """A quote that is opened and not closed, told where it is opened."""
    quote, text = source[line][column], source[line][column + 1 :].strip()
    text = text[:-1] if text.endswith('\\"') else text
    closed = f"{quote}{text}{quote}" if quote not in text and "\\" not in text else in_quotes(text)
    tip = f"Put {quote} at the end of the text: {closed}."
    if text[-1:] and text[-1] in "”“’‘„»«":
        tip = f"Write plain quotes at both ends: {in_quotes(text[:-1])}."
    elif quote == "'" and "'" not in text:
        tip += f" If it is an apostrophe, put the text in double quotes: {in_quotes(quote + text)}."
    elif quote == "'":
        tip = f"Put the whole text in double quotes: {in_quotes(text)}."
    return Fault(line, column, f"the quote {quote} that opens here is not closed on this line.", tip)


def text_after_quote(line: int, start: int, end: int, source: list[str]) -> Fault:
    """A text that goes on behind its closing quote."""
    quote, whole = source[line][start], source[line][start:].strip()
    within = whole[1:-1] if whole[-1] == quote else whole[1:]
    around = source[line][end - 2 : end + 1]
    if whole[end - start :] in (",", ";"):
        tip = f"Take out what follows it: {whole[:-1]}"
    elif quote == "'" and re.fullmatch(r"\w'\w", around):
        tip = f"It holds an apostrophe, so put it in double quotes: {in_quotes(within)}."
    elif whole[-1] == quote and re.match(r"[\s(\[]|^$", around[:1]):
        tip = f"Put the whole text in quotes of the other kind: {in_quotes(within)}."
    else:
        tip = f"Put the whole text in quotes of the other kind: {in_quotes(whole)}."
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
    begin, text = source[line][column], source[line][column:].strip()
    end, other = "}]" if begin == "{" else "]}"
    if lost[0] == line and (twice := re.search(r",\s*,", text)):
        plain = re.sub(r",(?:\s*,)+", ",", text)
        return Fault(
            line, column, f"{quoted(twice[0])} in {quoted(text)} is a comma too many.", f"Write it so: {plain}"
        )
    if lost[0] == line and end in text:
        return Fault(
            line,
            column,
            f"a comma is missing between {begin} and {end}, before column {lost[1] + 1}.",
            "Write a comma and a space between two values: {min: 10, max: 12}, [foot, ankle].",
        )
    tip = f"Put {end} at its end." if text[-1] != other else f"Write {end} in place of the {other} at its end."
    return Fault(
        line,
        column,
        f"the bracket {begin} that opens here is not closed on this line.",
        f"{tip} If the bracket belongs to a text, put the text in quotes: {in_quotes(text)}.",
    )


def bracket_as_key(line: int, column: int, source: list[str]) -> Fault:
    """A bracket where a key should be."""
    if found := bracket_of_template([(line, column - 1), (line, column)], source) or mark_without_quotes(line, source):
        return found
    return Fault(line, column, "a key must be one word.", "Write the key, a colon, a space and its value.")


def first_character(line: int, column: int, source: list[str]) -> Fault:
    """A sign that means something of its own to YAML where a text begins."""
    rest = source[line][column:].strip()
    return Fault(line, column, f"a text cannot begin with {quoted(rest[:1])}.", f"Put it in quotes: {in_quotes(rest)}.")


def sign_behind_key(line: int, column: int, source: list[str]) -> Fault:
    """`cues: - text`, or another sign that only begins a line."""
    text = source[line][column:].strip()
    sign = text[:1]
    what = f"{quoted(sign)} cannot stand here, behind a key."
    tip = f"If it belongs to a text, put the text in quotes: {in_quotes(text)}."
    if text == "-":
        tip = f"Write [] where a list is empty. {tip}"
    elif sign == "-":
        tip += f" Else begin a list on the next line, each item with a hyphen: - {text[1:].strip() or 'text'}"
    return Fault(line, column, what, tip)


def alias(line: int, column: int, source: list[str]) -> Fault:
    """`&name` or `*name`, by which YAML takes a value from elsewhere."""
    text = source[line][column:].strip()
    return Fault(
        line,
        column,
        f"{quoted(_word(line, column, source))} stands for a value that is used more than once.",
        f"Write the text out again. If {quoted(text[:1])} belongs to the text, put it in quotes: {in_quotes(text)}.",
    )


def tag(line: int, column: int, source: list[str]) -> Fault:
    """`!name`, by which YAML makes something else of a value, or even runs it."""
    text = source[line][column:].strip()
    name = quoted(_word(line, column, source))
    return Fault(
        line,
        column,
        f"{name} is a tag, which tells YAML to make something else of a value.",
        f'Take {name} out. If "!" belongs to the text, put the text in quotes: {in_quotes(text)}.',
    )


def _word(line: int, column: int, source: list[str]) -> str:
    return source[line][column:].split()[0]
