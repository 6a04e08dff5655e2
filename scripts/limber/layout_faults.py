"""Faults in how lines are laid out: a colon, a hyphen or an indentation that does not make what was meant.

Knows source lines alone: neither the parser's words nor what a key means.
"""

from __future__ import annotations

import re
from typing import Any

from limber import list_markers
from limber.indentation_faults import above, indent, is_key, misplaced, out_of_line
from limber.problem import quoted
from limber.value_faults import Fault, in_quotes, plain_or_quoted

_KEY = re.compile(r"\s*(?:- +)?([\"']?)[\w-]+\1:(?: |$)")
_KEY_ALONE = re.compile(r"\s*[a-z_]+:(?: |$)")
_NOT_A_COLON = re.compile(r"(?:- )?([\w-]+)\s*([=;\uff1a\ufe55\u2236\ua789])\s*(.*)")
"""A key behind which another sign stands where its colon should: `code = hr`, or a full-width colon."""


def colon(line: int, column: int, source: list[str], last: Any) -> Fault:
    """A key where none can be: a colon in a text, or a line that the text above took in."""
    text = source[line]
    if last is not None and last.start_mark.line < line:
        return _taken_in(last.start_mark.line, line, source)
    key = re.match(r"\s*(?:- +)?[a-z_]+: ", text)  # a text begins with a capital, so "Feet: heavy" is one
    start = key.end() if key and key.end() <= column else len(text) - len(text.lstrip(" -"))
    behind = "a space follows" if text[column + 1 :].strip() else "nothing follows"
    return Fault(
        line,
        start,
        f"{quoted(text[start : column + 1])} in a text is read as a key, because {behind} its colon.",
        f"Put the whole text in quotes: {in_quotes(text[start:].strip())}.",
    )


def _taken_in(first: int, line: int, source: list[str]) -> Fault:
    """A key on a line that is read as part of the text that begins on the line `first`."""
    begun = source[first]
    if begun.lstrip().startswith("- ") and _KEY_ALONE.match(source[line]) and not _KEY.match(begun):
        key = source[line].strip().partition(":")[0]
        return _among_items(line, source) if is_key(key, source) else _text_with_colon(first, line, source)
    if re.match(r"\s*(- )?[\w-]+:\S", begun) or not _KEY.match(begun):
        return no_colon(first, source)
    if found := misplaced(line, source):
        return found
    begin, wanted = indent(source[line]), len(begun) - len(begun.lstrip(" -"))
    between = first and indent(source[first - 1]) == begin
    if between or (wanted % 2 and not begin % 2):
        return Fault(
            first,
            wanted,
            f"{quoted(begun.strip())} begins in column {wanted + 1}, the next line in {begin + 1}.",
            f"Begin it in column {begin + 1}, too.",
        )
    return Fault(
        line,
        begin,
        f"{quoted(source[line].strip())} is read as part of the text above.",
        f"Begin it in column {wanted + 1}, like the key above. If it belongs to the text, put the text in quotes.",
    )


def _text_with_colon(first: int, line: int, source: list[str]) -> Fault:
    """A colon in the later lines of an item's text."""
    start = indent(source[line])
    text = " ".join(each.strip() for each in source[first : line + 1]).removeprefix("- ")
    return Fault(
        line,
        start,
        f"{quoted(source[line].strip())} goes on with the text above, and its colon makes a key of it.",
        f"Put the whole text in quotes, on one line: {in_quotes(text)}.",
    )


def no_colon(line: int, source: list[str]) -> Fault:
    """A line that is neither a key with its value nor the item of a list."""
    text, start = source[line].strip(), indent(source[line])
    if found := list_markers.fault(line, source):
        return found
    if glued := re.match(r"([\w-]+):(- ?\S.*)", text):
        tip = f"Write a space there, and the item on the next line: - {glued[2].lstrip('- ')}"
        return Fault(line, start, f"no space follows the colon in {quoted(text)}.", tip)
    if glued := re.match(r"(?P<item>- )?([\w-]+):(\S.*)", text):
        what, cure = "colon", f"{glued['item'] or ''}{glued[2]}: {glued[3]}"
    elif glued := re.match(r"-(\S.*)", text):
        what, cure = "hyphen", f"- {glued[1]}"
    elif other := _NOT_A_COLON.match(text):
        return _no_colon_but(line, other, source)
    elif cut := cut_by_comment(line, source):
        return cut
    elif (bare := re.match(r"(?:- )?([a-z_]+) +(?=\S)", text)) and is_key(bare[1], source):
        tip = f"Write a colon and a space: {text[: bare.end(1)]}: {text[bare.end() :]}"
        return Fault(line, start, f"no colon follows the key in {quoted(text)}.", tip)
    else:
        return Fault(
            line,
            start,
            f"{quoted(text)} is neither a key with a colon nor the item of a list.",
            _key_item_or_more(line, text, source),
        )
    return Fault(line, start, f"no space follows the {what} in {quoted(text)}.", f"Write a space there: {cure}")


def _key_item_or_more(line: int, text: str, source: list[str]) -> str:
    """What to write for a line that can be an item, by its capital, or go on with the text of the line above."""
    over = source[next(above(line, source), line)]
    begins = len(over) - len(over.lstrip(" -")) + (2 if _KEY.match(over) else 0)
    item = f"a hyphen and a space before it: - {plain_or_quoted(text)}"
    if text[:1].isupper() and over.lstrip().startswith("- ") and not _KEY.match(over):
        return f"Write {item} If it goes on with the text above, begin it in column {begins + 1}."
    return (
        f"If it goes on with the text above, begin it in column {begins + 1}. Else write its key and a colon, or {item}"
    )


def _no_colon_but(line: int, found: re.Match[str], source: list[str]) -> Fault:
    """`code = hr`: a key with another sign in place of its colon."""
    names = {"=": "an equals sign", ";": "a semicolon", "\uff1a": "a full-width colon"}
    written = re.split(r"\s#", found[0])[0].strip()
    value = re.split(r"\s#", found[3])[0].strip()
    start = found.start(1) + indent(source[line])
    return Fault(
        line,
        start,
        f"{quoted(written)} has {names.get(found[2], 'another sign')} where the colon of a key belongs.",
        f"Write a plain colon{' and a space' if value else ''}: {f'{found[1]}: {value}'.strip()}",
    )


def _among_items(line: int, source: list[str]) -> Fault:
    """A key that is indented like the items of the list above it."""
    start = indent(source[line])
    over = [source[each] for each in above(line, source)]
    items = next(each for each in over if each.lstrip().startswith("-") and indent(each) <= start)
    owner = next((each for each in over if indent(each) < indent(items)), "")
    return Fault(
        line,
        start,
        f"{quoted(source[line].strip())} is a key, which cannot stand among the items of a list.",
        f"Begin it in column {indent(owner) + 1}, like the key that the list belongs to.",
    )


def cut_by_comment(line: int, source: list[str]) -> Fault | None:
    """A text over several lines that a comment cuts short in the line above."""
    over = source[line - 1] if line else ""
    if " #" not in over or _KEY.match(source[line]) or source[line].lstrip().startswith("- "):
        return None
    column = over.index(" #") + 1
    text = f"{_value(over)[1]} {source[line].strip()}"
    return Fault(
        line - 1,
        column,
        f"{quoted(over[column:])} is read as a comment, so the text ends before it.",
        f"Put the whole text in quotes, on one line: {in_quotes(text)}. If it is a comment, put it on a line above.",
    )


def _value(text: str) -> tuple[int, str]:
    """Where on a line the value begins, and what it is: behind a key, or behind the hyphen of an item."""
    found = re.match(r"\s*(?:- +)?(?:[a-z_]+: +)?", text)
    start = found.end() if found else 0
    return start, text[start:].strip()


def indentation(line: int, column: int, source: list[str]) -> Fault:
    """A line that begins where none can, or goes on after its value has ended."""
    text = source[line]
    start = indent(text)
    if column > start:
        begins, whole = _value(text)
        ended = text[begins:column].strip()
        return Fault(
            line,
            begins,
            f"{quoted(ended)} is a whole value, and {quoted(text[column:].strip())} follows.",
            f"Put the whole text in quotes: {in_quotes(whole)}.",
        )
    before = next(above(line, source), 0)
    over = source[before]
    if indent(over) == start and not over.lstrip().startswith("-") and not re.search(r":(?: |$)", over):
        return no_colon(before, source)
    if _KEY_ALONE.match(text) and _follows_items(line, source):
        return _among_items(line, source)
    return misplaced(line, source) or out_of_line(line, source)


def _follows_items(line: int, source: list[str]) -> bool:
    """Whether the nearest line above that begins no further right is the item of a list."""
    start = indent(source[line])
    over = next((source[each] for each in above(line, source) if indent(source[each]) <= start), "")
    return over.lstrip().startswith("- ") and indent(over) == start
