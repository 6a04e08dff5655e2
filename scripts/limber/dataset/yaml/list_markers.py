"""Finds list markers of other formats, such as bullets and numbers, where YAML takes a hyphen and a space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from limber.dataset.problem import Said, quoted, say
from limber.dataset.yaml.value_faults import Fault, in_quotes, plain_or_quoted

BULLETS = "•·◦▪▫●○■□‣⁃∙➤►▶✓✔➔→\uf0b7\uf0a7\uf0d8\uf0fc"
"""With what word processors write for them, which no font of ours has."""

_MARKER = re.compile(
    rf"(?P<sign>[{re.escape(BULLETS)}])\s*(?=\S)"
    r"|(?P<dash>(?:[–—−‐‑]|--+)\s*|[+*]\s+)(?=[^\W\d]|[\"'“„«])"
    r"|(?P<number>\(?(?:\d{1,2}|[a-h])[.)])\s+(?=\S)"
)
_GLUED = re.compile(r"-(?=[^\W\d])")


def marked(text: str) -> re.Match[str] | None:
    """The sign that a line without its indentation begins with, where it is one for an item of a list."""
    return _MARKER.match(text)


def fault(line: int, source: list[str], column: int | None = None) -> Fault | None:
    """A line that begins as items do elsewhere; `column`, counted from 0, is where the items above it begin."""
    text = source[line].strip()
    begins = len(source[line]) - len(source[line].lstrip())
    found = marked(text) or _GLUED.match(text)
    if found is None:
        return None
    item = f"- {as_item(text[found.end() :])}"
    there = "" if column is None or column == begins else f" in column {column + 1}"
    if text[0] == "-" and text[1:2] != "-":
        tip = say(
            "Write a space there{bool}{there}: {item}", bool=" and begin it" * bool(there), there=there, item=item
        )
        return Fault(line, begins, say("no space follows the hyphen in {text}.", text=quoted(text)), tip)
    what = say("{found} does not mark the items of a list.", found=quoted(found[0].strip()))
    return Fault(
        line,
        begins,
        what,
        say("Begin the item of a list with a hyphen and a space{there}: {item}", there=there, item=item),
    )


def as_item(text: str) -> str:
    """An item's text, in quotes where it needs them; a key and its value as they are."""
    return text if re.match(r"[a-z_]+:(?: |$)", text) else plain_or_quoted(text)


def within(event: Any, source: list[str]) -> Iterator[Fault]:
    """Each line of a text without quotes that is an item of a list by its looks, and is read as part of the text."""
    first, last = event.start_mark.line, event.end_mark.line
    begins = event.start_mark.column
    own_line = not source[first][:begins].strip()
    if own_line and (found := fault(first, source)):
        yield found
    elif not own_line and not source[first][:begins].strip(" -"):
        begins = source[first].index("-")
    for line in range(first + 1, min(last, len(source) - 1) + 1):
        text = source[line].strip()
        sign = marked(text)
        item = sign and (sign["sign"] or not text[sign.end() :][:1].islower())
        if (item or _GLUED.match(text)) and (found := fault(line, source, begins)):
            yield found


def twice(text: str, number: int) -> tuple[Said, Said] | None:
    """What is wrong with an item whose text begins with a sign, or with its `number` from 0, behind the hyphen."""
    found = marked(text) or _GLUED.match(text)
    if found is None or (found.re is _MARKER and found["number"] and f"{number + 1}" not in found[0]):
        return None
    sign = quoted(found[0].strip())
    return (
        say("{sign} is shown as part of the text; the hyphen marks the item.", sign=sign),
        say(
            "Take it out: - {plain_or_quoted} If readers shall see it, put the text in quotes: - {text}",
            plain_or_quoted=plain_or_quoted(text[found.end() :]),
            text=in_quotes(text),
        ),
    )
