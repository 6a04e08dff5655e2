"""Finds faults in a scalar that YAML accepts: swallowed lines and comments, and misplaced YAML syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from limber.dataset.problem import Place, quoted, say
from limber.dataset.yaml import list_markers, quotation_marks
from limber.dataset.yaml.indentation_faults import item_taken_in
from limber.dataset.yaml.reading import Ambiguity
from limber.dataset.yaml.value_faults import Fault, unclosed_quote

_LOOKS_LIKE_A_LINE = re.compile(r"\s*(?:[a-z_]+:(?: |$)|- )")
CLOSING = frozenset('"”“„»«')
begins_oddly = re.compile(r"[^\w(\"'/\[{]|-|\(?\w\d?[.)]\s|[a-z_]+:[^\s/]").match
"""What may be wrong with a value without quotes, by its last and its first sign: quick to ask, and judged below."""


def odd(event: Any, last: Place, source: list[str]) -> Iterator[Fault]:
    """What is wrong with the signs that a value without quotes begins or ends with; `last` is the end of its place."""
    text, line, column = event.value, event.start_mark.line, event.start_mark.column
    part = last[-1] if last else ""
    if isinstance(part, str) and part[:1] in quotation_marks.OPENING:
        return  # a text that its colon has cut in two
    if text and (found := quotation_marks.fault(text)):
        yield Fault(line, column + (found[0] if line == event.end_mark.line else 0), *found[1:])
    elif line != event.end_mark.line:
        return
    elif not source[line][:column].strip():
        if fault := list_markers.fault(line, source):
            yield fault
        elif glued := re.match(r"([a-z_]+):(\S.*)", text):
            tip = say("Write a space there: {key}: {value}", key=glued[1], value=glued[2])
            yield Fault(line, column, say("no space follows the colon in {text}.", text=quoted(text)), tip)
    elif isinstance(part, int) and (shown := list_markers.twice(text, part)):
        yield Fault(line, column, *shown)


def of_key(event: Any, source: list[str]) -> Fault | None:
    """A sign for the item of a list that a key begins with: its item holds a colon."""
    line, column = event.start_mark.line, event.start_mark.column
    if event.style or source[line][:column].strip() or not list_markers.marked(event.value):
        return None
    return list_markers.fault(line, source)


def comment(event: Any, where: Place, source: list[str]) -> Ambiguity | None:
    """A comment behind a value, or one that stands in place of a value and is a text by its looks."""
    line, column = event.end_mark.line, event.end_mark.column
    rest = source[line][column:].lstrip()
    if not rest.startswith("#") or not (event.value or re.match(r"#\S", rest)):
        return None
    start, whole = event.start_mark, ""
    if not event.value:
        return Ambiguity(where, (line + 1, source[line].index("#", column) + 1), None, rest, text=rest)
    if line == start.line:
        whole = source[line][start.column :].strip()
    return Ambiguity(where, (start.line + 1, start.column + 1), None, rest, text=whole)


def over_several_lines(event: Any, source: list[str]) -> Iterable[Fault]:
    """What a text over several lines has taken in."""
    if event.style in ("'", '"'):
        lines = source[event.start_mark.line + 1 : event.end_mark.line + 1]
        if any(map(_LOOKS_LIKE_A_LINE.match, lines)):
            found = unclosed_quote(event.start_mark.line, event.start_mark.column, source)
            return [found._replace(takes_in=True)]
    elif not event.style:
        return list(list_markers.within(event, source)) or filter(None, [_swallowed(event, source)])
    return ()


def _swallowed(event: Any, source: list[str]) -> Fault | None:
    """An item of a list that the text above it, over several lines, has taken in."""
    first, begins = event.start_mark.line, event.start_mark.column
    for number in range(first + 1, min(event.end_mark.line, len(source) - 1) + 1):
        line = source[number].strip()
        if re.match(r"-($|[ \w])", line):
            text = source[first][begins:].strip()
            if source[first][:begins].strip() == "":
                what = say("{text} stands among the items of a list, and is none.", text=quoted(text))
                remark = re.match(r"//+\s*(.*)", text)
                tip = (
                    say("Begin a comment with a hash: # {remark}", remark=remark[1])
                    if remark
                    else say("Begin it with a hyphen: - {text}", text=text)
                )
                return Fault(first, begins, what, tip)
            return item_taken_in(number, source[first].find("-") + 1 or begins + 1, source)
    return None
