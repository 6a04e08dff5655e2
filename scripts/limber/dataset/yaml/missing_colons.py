"""Finds lines that are neither a key nor a list item, and comments that cut a text short."""

from __future__ import annotations

import re

from limber.dataset.problem import RECORDS, quoted
from limber.dataset.yaml import list_markers
from limber.dataset.yaml.indentation_faults import above, indent, is_key
from limber.dataset.yaml.value_faults import Fault, in_quotes, plain_or_quoted

KEY = re.compile(r"\s*(?:- +)?([\"']?)[\w-]+\1:(?: |$)")
_NOT_A_COLON = re.compile(r"(?:- )?([\w-]+)\s*([=;\uff1a\ufe55\u2236\ua789])\s*(.*)")
"""A key behind which another sign stands where its colon should: `code = hr`, or a full-width colon."""


def no_colon(line: int, source: list[str]) -> Fault:
    """A line that is neither a key with its value nor the item of a list."""
    text, start = source[line].strip(), indent(source[line])
    if not re.fullmatch(r"-+", text) and (found := list_markers.fault(line, source)):
        return found
    if glued := re.match(r"([\w-]+):(- ?\S.*)", text):
        tip = f"Write a space there, and the item on the next line: - {glued[2].lstrip('- ')}"
        return Fault(line, start, f"no space follows the colon in {quoted(text)}.", tip)
    if glued := re.match(r"(?P<item>- )?([\w-]+):(\S.*)", text):
        what, cure = "colon", f"{glued['item'] or ''}{glued[2]}: {glued[3]}"
    elif glued := re.match(r"-([^\s-].*)", text):
        what, cure = "hyphen", f"- {glued[1]}"
    elif other := _NOT_A_COLON.match(text):
        return _no_colon_but(line, other, source)
    elif cut := cut_by_comment(line, source):
        return cut
    elif colon := _no_colon_at_all(line, text, source):
        return colon
    else:
        return Fault(
            line,
            start,
            f"{quoted(text)} is neither a key with a colon nor the item of a list.",
            _key_item_or_more(line, text, source),
        )
    return Fault(line, start, f"no space follows the {what} in {quoted(text)}.", f"Write a space there: {cure}")


def _no_colon_at_all(line: int, text: str, source: list[str]) -> Fault | None:
    """A key or an id without its colon, or with quotes around its value, too; a line that is only drawn."""
    start = indent(source[line])
    what = f"{quoted(text)} is neither a key with a colon nor the item of a list."
    if re.fullmatch(r"[-=*_~#]{3,}", text):
        return Fault(line, start, what, "Take this line out.")
    if (whole := re.fullmatch(r"([\"'])([a-z_]+): (.*)\1", text)) and is_key(whole[2], source, times=1):
        return Fault(line, start, what, f"Write it without the quotes: {whole[2]}: {plain_or_quoted(whole[3])}")
    found = re.fullmatch(r"((?:- )?([a-z_]+))(?: *[.,…–—] *| +|\Z)(.*)", text)
    if found and (is_key(found[2], source, times=1) or (found[2] in RECORDS and not start and not found[3])):
        tip = f"Write a colon{' and a space' * bool(found[3])}: {f'{found[1]}: {found[3]}'.strip()}"
        return Fault(line, start, f"no colon follows the key in {quoted(text)}.", tip)
    below = next((each for each in source[line + 1 :] if each.strip(" ")[:1] not in ("", "#")), "")
    if re.fullmatch(r"[a-z][a-z0-9-]*", text) and start == 2 and indent(below) == 4 and KEY.match(below):
        return Fault(line, start, f"no colon follows the id in {quoted(text)}.", f"Write a colon: {text}:")
    return None


def _key_item_or_more(line: int, text: str, source: list[str]) -> str:
    """What to write for a line that can be an item, by its capital, or go on with the text of the line above."""
    over = source[next(above(line, source), line)]
    begins = len(over) - len(over.lstrip(" -")) + (2 if KEY.match(over) else 0)
    item = f"a hyphen and a space before it: - {plain_or_quoted(text)}"
    if text[:1].isupper() and over.lstrip().startswith("- ") and not KEY.match(over):
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


def cut_by_comment(line: int, source: list[str]) -> Fault | None:
    """A text over several lines that a comment cuts short in the line above."""
    over = source[line - 1] if line else ""
    if " #" not in over or KEY.match(source[line]) or source[line].lstrip().startswith("- "):
        return None
    column = over.index(" #") + 1
    text = f"{value_of(over)[1]} {source[line].strip()}"
    return Fault(
        line - 1,
        column,
        f"{quoted(over[column:])} is read as a comment, so the text ends before it.",
        f"Put the whole text in quotes, on one line: {in_quotes(text)}. If it is a comment, put it on a line above.",
    )


def value_of(text: str) -> tuple[int, str]:
    """Where on a line the value begins, and what it is: behind a key, or behind the hyphen of an item."""
    found = re.match(r"\s*(?:- +)?(?:[a-z_]+: +)?", text)
    start = found.end() if found else 0
    return start, text[start:].strip()
