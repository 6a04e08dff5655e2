"""Finds faults in how one value is written: quotes, brackets and reserved first characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from limber.dataset.problem import Place, Problem, Said, quoted, say
from limber.dataset.yaml.scalars import resolved

_PLAIN = re.compile(r"[^\W\d_](?:[^:#\\,\[\]{}]|:(?=\S))*(?<!:)\Z")


class Fault(NamedTuple):
    """What is wrong at a line and column, counted from 0 as the parser does, and the remedy."""

    line: int
    column: int
    what: Said
    tip: Said
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
        say("a backslash has a meaning of its own between double quotes."),
        say("Write two backslashes for one, or put the text in single quotes{example}.", example=example),
    )


def unclosed_quote(line: int, column: int, source: list[str]) -> Fault:
    """A quote that is opened and not closed, told where it is opened."""
    quote, text = source[line][column], source[line][column + 1 :].strip()
    text = text[:-1] if text.endswith('\\"') else text
    closed = f"{quote}{text}{quote}" if quote not in text and "\\" not in text else in_quotes(text)
    tip = say("Put {quote} at the end of the text: {closed}.", quote=quote, closed=closed)
    if text[-1:] and text[-1] in "”“’‘„»«":
        tip = say("Write plain quotes at both ends: {text}.", text=in_quotes(text[:-1]))
    elif quote == "'" and "'" not in text:
        tip = say(
            "Put {quote} at the end of the text: {closed}. "
            "If it is an apostrophe, put the text in double quotes: {text}.",
            quote=quote,
            closed=closed,
            text=in_quotes(quote + text),
        )
    elif quote == "'":
        tip = say("Put the whole text in double quotes: {text}.", text=in_quotes(text))
    return Fault(line, column, say("the quote {quote} that opens here is not closed on this line.", quote=quote), tip)


def text_after_quote(line: int, start: int, end: int, source: list[str]) -> Fault:
    """A text that goes on behind its closing quote."""
    quote, whole = source[line][start], source[line][start:].strip()
    within = whole[1:-1] if whole[-1] == quote else whole[1:]
    around = source[line][end - 2 : end + 1]
    if whole[end - start :] in (",", ";"):
        tip = say("Take out what follows it: {whole}", whole=whole[:-1])
    elif quote == "'" and re.fullmatch(r"\w'\w", around):
        tip = say("It holds an apostrophe, so put it in double quotes: {within}.", within=in_quotes(within))
    elif whole[-1] == quote and re.match(r"[\s(\[]|^$", around[:1]):
        tip = say("Put the whole text in quotes of the other kind: {within}.", within=in_quotes(within))
    else:
        tip = say("Put the whole text in quotes of the other kind: {whole}.", whole=in_quotes(whole))
    return Fault(
        line,
        start,
        say("the text ends with its second quote, as {source}; but more follows.", source=source[line][start:end]),
        tip,
    )


def bracket_of_template(places: Iterable[tuple[int, int]], source: list[str]) -> Fault | None:
    """A template's brackets at one of the places where the parser may have got lost in them."""
    for line, column in places:
        if column >= 0 and (found := re.match(r"\{[{%#]", source[line][column:])):
            return Fault(
                line,
                column,
                say("a text cannot begin with {found}.", found=quoted(found[0])),
                say("Texts are shown as they are written: no templates. Write the words themselves."),
            )
    return None


def mark_without_quotes(line: int, source: list[str]) -> Fault | None:
    """A mark such as `{side}` that YAML takes for a bracket of its own: first in a text, or in a list in brackets."""
    text = re.split(r"\s#", source[line])[0].rstrip()
    if first := re.match(r"\s*(?:- +)*(?:[\w-]+: +)?(?=(\{ *[A-Za-z_ ]+\}))", text):
        whole = text[first.end() :]
        what = say("a text cannot begin with {first} without quotes.", first=quoted(first[1]))
        return Fault(line, first.end(), what, say("Put the whole text in quotes: {whole}.", whole=in_quotes(whole)))
    if among := re.search(r"[\[,] *([^\[\],]*(\{ *[A-Za-z_ ]+\})[^\[\],]*)(?=[\],])", text):
        what = say("between [ and ], a text cannot hold {among} without quotes.", among=quoted(among[2]))
        return Fault(
            line, among.start(2), what, say("Put the whole text in quotes: {among}.", among=in_quotes(among[1].strip()))
        )
    return None


def bracket(line: int, column: int, lost: tuple[int, int], source: list[str]) -> Fault:
    """A list or a range in brackets that does not end, or lacks a comma."""
    begin, text = source[line][column], source[line][column:].strip()
    end, other = "}]" if begin == "{" else "]}"
    if lost[0] == line and (twice := re.search(r",\s*,", text)):
        plain = re.sub(r",(?:\s*,)+", ",", text)
        return Fault(
            line,
            column,
            say("{twice} in {text} is a comma too many.", twice=quoted(twice[0]), text=quoted(text)),
            say("Write it so: {plain}", plain=plain),
        )
    if lost[0] == line and end in text:
        return Fault(
            line,
            column,
            say(
                "a comma is missing between {begin} and {end}, before column {lost}.",
                begin=begin,
                end=end,
                lost=lost[1] + 1,
            ),
            say("Write a comma and a space between two values: {min: 10, max: 12}, [foot, ankle]."),
        )
    tip = f"Put {end} at its end." if text[-1] != other else f"Write {end} in place of the {other} at its end."
    return Fault(
        line,
        column,
        say("the bracket {begin} that opens here is not closed on this line.", begin=begin),
        say("{tip} If the bracket belongs to a text, put the text in quotes: {text}.", tip=tip, text=in_quotes(text)),
    )


def bracket_as_key(line: int, column: int, source: list[str]) -> Fault:
    """A bracket where a key should be."""
    if found := bracket_of_template([(line, column - 1), (line, column)], source) or mark_without_quotes(line, source):
        return found
    return Fault(line, column, say("a key must be one word."), say("Write the key, a colon, a space and its value."))


def first_character(line: int, column: int, source: list[str]) -> Fault:
    """A sign that means something of its own to YAML where a text begins."""
    rest = source[line][column:].strip()
    return Fault(
        line,
        column,
        say("a text cannot begin with {rest}.", rest=quoted(rest[:1])),
        say("Put it in quotes: {rest}.", rest=in_quotes(rest)),
    )


def sign_behind_key(line: int, column: int, source: list[str]) -> Fault:
    """`cues: - text`, or another sign that only begins a line."""
    text = source[line][column:].strip()
    sign = text[:1]
    what = say("{sign} cannot stand here, behind a key.", sign=quoted(sign))
    tip = say("If it belongs to a text, put the text in quotes: {text}.", text=in_quotes(text))
    if text == "-":
        tip = say("Write [] where a list is empty. {tip}", tip=tip)
    elif sign == "-":
        tip = say(
            "If it belongs to a text, put the text in quotes: {text}. "
            "Else begin a list on the next line, each item with a hyphen: - {item}",
            text=in_quotes(text),
            item=text[1:].strip() or "text",
        )
    return Fault(line, column, what, tip)


def alias(line: int, column: int, source: list[str]) -> Fault:
    """`&name` or `*name`, by which YAML takes a value from elsewhere."""
    text = source[line][column:].strip()
    return Fault(
        line,
        column,
        say("{word} stands for a value that is used more than once.", word=quoted(_word(line, column, source))),
        say(
            "Write the text out again. If {sign} belongs to the text, put it in quotes: {text}.",
            sign=quoted(text[:1]),
            text=in_quotes(text),
        ),
    )


def tag(line: int, column: int, source: list[str]) -> Fault:
    """`!name`, by which YAML makes something else of a value, or even runs it."""
    text = source[line][column:].strip()
    name = quoted(_word(line, column, source))
    return Fault(
        line,
        column,
        say("{name} is a tag, which tells YAML to make something else of a value.", name=name),
        say(
            'Take {name} out. If "!" belongs to the text, put the text in quotes: {text}.',
            name=name,
            text=in_quotes(text),
        ),
    )


def _word(line: int, column: int, source: list[str]) -> str:
    return source[line][column:].split()[0]
