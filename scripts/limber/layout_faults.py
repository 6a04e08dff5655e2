"""Faults in how lines are laid out: a colon, a hyphen or an indentation that does not make what was meant.

Knows source lines alone: neither the parser's words nor what a key means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from limber.problem import quoted
from limber.value_faults import Fault, in_quotes

_KEY = re.compile(r"\s*(?:- +)?([\"']?)[\w-]+\1:(?: |$)")
_KEY_ALONE = re.compile(r"\s*[a-z_]+:(?: |$)")
_NOT_A_COLON = re.compile(r"(?:- )?([\w-]+)\s*(=|\uff1a)\s*(.*)")
"""A key behind which another sign stands where its colon should: `code = hr`, or a full-width colon."""


def swallowed(source: list[str], event: Any) -> Fault | None:
    """An item of a list that the text above it, over several lines, has taken in."""
    first = source[event.start_mark.line][event.start_mark.column :]
    if re.match(r"-\w", first):
        return Fault(
            event.start_mark.line,
            event.start_mark.column,
            f"no space follows the hyphen in {quoted(first)}.",
            f"Write a space there: - {first[1:]}",
        )
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        line = source[number].strip()
        if re.match(r"-($|[ \w])", line):
            return _item_taken_in(number, source[event.start_mark.line].find("-"), source)
    return None


def _item_taken_in(line: int, column: int, source: list[str]) -> Fault:
    """An item that is indented deeper than the one above it, which begins in this column."""
    return Fault(
        line,
        _indent(source[line]),
        f"{quoted(source[line].strip())} is read as part of the text above.",
        f'Begin it with "- " in column {column + 1}, like the line above.',
    )


def colon(line: int, column: int, source: list[str], last: Any) -> Fault:
    """A key where none can be: a colon in a text, or a line that the text above took in."""
    text = source[line]
    if last is not None and last.start_mark.line < line:
        return _taken_in(last.start_mark.line, line, source)
    key = re.match(r"\s*(?:- +)?[a-z_]+: ", text)  # a text begins with a capital, so "Feet: heavy" is one
    start = key.end() if key and key.end() <= column else len(text) - len(text.lstrip(" -"))
    return Fault(
        line,
        start,
        f"{quoted(text[start : column + 1])} in a text is read as a key, because a space follows its colon.",
        f"Put the whole text in quotes: {in_quotes(text[start:].strip())}.",
    )


def _taken_in(above: int, line: int, source: list[str]) -> Fault:
    """A key on a line that is read as part of the text `above` it."""
    if source[above].lstrip().startswith("- ") and _KEY_ALONE.match(source[line]) and not _KEY.match(source[above]):
        return _among_items(line, source)
    if all(source[each].lstrip().startswith("- ") for each in (above, line)) and not _KEY.match(source[above]):
        return _item_taken_in(line, source[above].find("-"), source)
    if re.match(r"\s*(- )?[\w-]+:\S", source[above]) or not _KEY.match(source[above]):
        return no_colon(above, source)
    begin, wanted = _indent(source[line]), len(source[above]) - len(source[above].lstrip(" -"))
    before = source[above - 1] if above else ""  # items of a list begin where a key does that is indented too deep
    between = above and _indent(before) == begin and not before.lstrip().startswith("- ")
    if between or (wanted % 2 and not begin % 2):
        return Fault(
            above,
            wanted,
            f"{quoted(source[above].strip())} begins in column {wanted + 1}, the next line in {begin + 1}.",
            f"Begin it in column {begin + 1}, too.",
        )
    return Fault(
        line,
        begin,
        f"{quoted(source[line].strip())} is read as part of the text above.",
        f"Begin it in column {wanted + 1}, like the key above. If it belongs to the text, put the text in quotes.",
    )


def no_colon(line: int, source: list[str]) -> Fault:
    """A line that is neither a key with its value nor the item of a list."""
    text, start = source[line].strip(), _indent(source[line])
    if glued := re.match(r"(?:- )?([\w-]+):(\S.*)", text):
        what, cure = "colon", f"{glued[1]}: {glued[2]}"
    elif glued := re.match(r"-(\S.*)", text):
        what, cure = "hyphen", f"- {glued[1]}"
    elif other := _NOT_A_COLON.match(text):
        return _no_colon_but(line, other, source)
    elif cut := cut_by_comment(line, source):
        return cut
    else:
        return Fault(
            line,
            start,
            f"{quoted(text)} is neither a key with a colon nor the item of a list.",
            'Write "key: value" or "- text". If it goes on with the text above, put that text in quotes.',
        )
    return Fault(line, start, f"no space follows the {what} in {quoted(text)}.", f"Write a space there: {cure}")


def _no_colon_but(line: int, found: re.Match[str], source: list[str]) -> Fault:
    """`code = hr`: a key with another sign in place of its colon."""
    names = {"=": "an equals sign", "\uff1a": "a full-width colon"}
    written = re.split(r"\s#", found[0])[0].strip()
    value = re.split(r"\s#", found[3])[0].strip()
    start = found.start(1) + _indent(source[line])
    return Fault(
        line,
        start,
        f"{quoted(written)} has {names[found[2]]} where the colon of a key belongs.",
        f"Write a plain colon{' and a space' if value else ''}: {f'{found[1]}: {value}'.strip()}",
    )


def _among_items(line: int, source: list[str]) -> Fault:
    """A key that is indented like the items of the list above it."""
    start = _indent(source[line])
    items = next(each for each in _above(line, source) if each.lstrip().startswith("-") and _indent(each) <= start)
    owner = next((each for each in _above(line, source) if _indent(each) < _indent(items)), "")
    return Fault(
        line,
        start,
        f"{quoted(source[line].strip())} is a key, which cannot stand among the items of a list.",
        f"Begin it in column {_indent(owner) + 1}, like the key that the list belongs to.",
    )


def cut_by_comment(line: int, source: list[str]) -> Fault | None:
    """A text over several lines that a comment cuts short in the line above."""
    above = source[line - 1] if line else ""
    if " #" not in above or _KEY.match(source[line]) or source[line].lstrip().startswith("- "):
        return None
    column = above.index(" #") + 1
    return Fault(
        line - 1,
        column,
        f"{quoted(above[column:])} is read as a comment, so the text ends before it.",
        "Put the whole text in quotes, or the comment on a line of its own.",
    )


def indentation(line: int, column: int, source: list[str]) -> Fault:
    """A line that begins where none can, or goes on after its value has ended."""
    text = source[line]
    start = _indent(text)
    if column > start:
        return Fault(
            line,
            column,
            f"the value ends before {quoted(text[column:].strip())}.",
            "If this belongs to it, put the whole text in quotes.",
        )
    number = next((each for each in range(line - 1, -1, -1) if source[each].strip(" ")[:1] not in ("", "#")), 0)
    before = source[number]
    if _indent(before) == start and not before.lstrip().startswith("-") and not re.search(r":(?: |$)", before):
        return no_colon(number, source)
    if _KEY_ALONE.match(text) and _follows_items(line, source):
        return _among_items(line, source)
    other = f"; the line above begins in column {_indent(before) + 1}" if _indent(before) != start else ""
    return Fault(
        line,
        start,
        f"{quoted(text.strip())} begins in column {start + 1}, which fits no line above.",
        f"Lines that belong together begin in the same column{other}.",
    )


def _follows_items(line: int, source: list[str]) -> bool:
    """Whether the nearest line above that begins no further right is the item of a list."""
    start = _indent(source[line])
    above = next((each for each in _above(line, source) if _indent(each) <= start), "")
    return above.lstrip().startswith("- ") and _indent(above) == start


def _above(line: int, source: list[str]) -> Iterator[str]:
    """The lines above one, nearest first, without those that are empty or a comment."""
    return (each for each in reversed(source[:line]) if each.strip(" ")[:1] not in ("", "#"))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
