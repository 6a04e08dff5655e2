"""Finds lines that are neither a key nor a list item, and comments that cut a text short."""

from __future__ import annotations

import re

from limber.dataset.problem import RECORDS, Said, quoted, say
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
        tip = say("Write a space there, and the item on the next line: - {lstrip}", lstrip=glued[2].lstrip("- "))
        return Fault(line, start, say("no space follows the colon in {text}.", text=quoted(text)), tip)
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
            say("{text} is neither a key with a colon nor the item of a list.", text=quoted(text)),
            _key_item_or_more(line, text, source),
        )
    return Fault(
        line,
        start,
        say("no space follows the {what} in {text}.", what=what, text=quoted(text)),
        say("Write a space there: {cure}", cure=cure),
    )


def _no_colon_at_all(line: int, text: str, source: list[str]) -> Fault | None:
    """A key or an id without its colon, or with quotes around its value, too; a line that is only drawn."""
    start = indent(source[line])
    what = say("{text} is neither a key with a colon nor the item of a list.", text=quoted(text))
    if re.fullmatch(r"[-=*_~#]{3,}", text):
        return Fault(line, start, what, say("Take this line out."))
    if (whole := re.fullmatch(r"([\"'])([a-z_]+): (.*)\1", text)) and is_key(whole[2], source, times=1):
        return Fault(
            line,
            start,
            what,
            say(
                "Write it without the quotes: {whole}: {plain_or_quoted}",
                whole=whole[2],
                plain_or_quoted=plain_or_quoted(whole[3]),
            ),
        )
    found = re.fullmatch(r"((?:- )?([a-z_]+))(?: *[.,…–—] *| +|\Z)(.*)", text)
    if found and (is_key(found[2], source, times=1) or (found[2] in RECORDS and not start and not found[3])):
        tip = say(
            "Write a colon{space}: {value}",
            space=" and a space" * bool(found[3]),
            value=f"{found[1]}: {found[3]}".strip(),
        )
        return Fault(line, start, say("no colon follows the key in {text}.", text=quoted(text)), tip)
    below = next((each for each in source[line + 1 :] if each.strip(" ")[:1] not in ("", "#")), "")
    if re.fullmatch(r"[a-z][a-z0-9-]*", text) and start == 2 and indent(below) == 4 and KEY.match(below):
        return Fault(
            line,
            start,
            say("no colon follows the id in {text}.", text=quoted(text)),
            say("Write a colon: {text}:", text=text),
        )
    return None


def _key_item_or_more(line: int, text: str, source: list[str]) -> Said:
    """What to write for a line that can be an item, by its capital, or go on with the text of the line above."""
    over = source[next(above(line, source), line)]
    begins = len(over) - len(over.lstrip(" -")) + (2 if KEY.match(over) else 0)
    item = f"a hyphen and a space before it: - {plain_or_quoted(text)}"
    if text[:1].isupper() and over.lstrip().startswith("- ") and not KEY.match(over):
        return say(
            "Write {item} If it goes on with the text above, begin it in column {begins}.", item=item, begins=begins + 1
        )
    return say(
        "If it goes on with the text above, begin it in column {begins}. Else write its key and a colon, or {item}",
        begins=begins + 1,
        item=item,
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
        say(
            "{written} has {found} where the colon of a key belongs.",
            written=quoted(written),
            found=names.get(found[2], "another sign"),
        ),
        say(
            "Write a plain colon{space}: {value}",
            space=" and a space" if value else "",
            value=f"{found[1]}: {value}".strip(),
        ),
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
        say("{over} is read as a comment, so the text ends before it.", over=quoted(over[column:])),
        say(
            "Put the whole text in quotes, on one line: {text}. If it is a comment, put it on a line above.",
            text=in_quotes(text),
        ),
    )


def value_of(text: str) -> tuple[int, str]:
    """Where on a line the value begins, and what it is: behind a key, or behind the hyphen of an item."""
    found = re.match(r"\s*(?:- +)?(?:[a-z_]+: +)?", text)
    start = found.end() if found else 0
    return start, text[start:].strip()
