"""Faults that keep YAML from being read, in plain words: where to look, what is wrong, what to do.

The parser's own words are about parsers. It also names the place where it got lost, while the fault
mostly lies before: at a quote that was opened, a colon, a comment. This file tells which fault it is,
and words those of a line's layout; those inside a value are in `value_faults`. Knows only source lines.
"""

from __future__ import annotations

import re
from typing import Any

from limber.problem import quoted
from limber.value_faults import (
    Fault,
    bracket,
    bracket_of_template,
    escape,
    first_character,
    in_quotes,
    list_behind_key,
    text_after_quote,
    unclosed_quote,
)

_KEY = re.compile(r"\s*(?:- +)?([\w-]+):(?: |$)")


def in_words(error: Any, source: list[str], last: Any) -> Fault:
    """What is wrong, by the parser's `error` and the `last` event before it."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Fault(0, 0, "the file cannot be read as YAML.", "Write it anew in a plain text editor.")
    opened = getattr(error, "context_mark", None) or mark
    problem, context = str(error.problem), str(error.context)
    line, column = min(mark.line, len(source) - 1), mark.column

    if "escape" in problem or "hexdecimal" in problem:
        return escape(line, column, source)
    if "quoted scalar" in context:
        return unclosed_quote(opened.line, opened.column, source)
    if getattr(last, "style", None) in ('"', "'") and last.end_mark.line == line:
        if last.start_mark.line < line:
            return unclosed_quote(last.start_mark.line, last.start_mark.column, source)
        return text_after_quote(line, last.start_mark.column, last.end_mark.column, source)
    places = [(line, column - 1), (line, column)]
    if type(last).__name__ == "MappingStartEvent":
        places.append((last.start_mark.line, last.start_mark.column))
    if found := bracket_of_template(places, source):
        return found
    if "flow" in context:
        return bracket(opened.line, opened.column, (line, column), source)
    if any(each in problem for each in ("cannot start any token", "node content")) or any(
        each in context for each in ("alias", "anchor", "tag", "block scalar")
    ):
        return first_character(opened.line, opened.column, source)
    if "mapping values" in problem:
        return _colon(line, column, source, last)
    if "not allowed in this context" in problem:
        return list_behind_key(line, column, source)
    if "expected ':'" in problem:
        return _no_colon(opened.line, source)
    return _cut_by_comment(line, source) or _indentation(line, column, source)


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
            wanted = source[event.start_mark.line].find("-") + 1
            return Fault(
                number,
                _indent(source[number]),
                f"{quoted(line)} is read as part of the text above.",
                f'Begin it with "- " in column {wanted}, like the line above.',
            )
    return None


def _colon(line: int, column: int, source: list[str], last: Any) -> Fault:
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
    if re.match(r"\s*(- )?[\w-]+:\S", source[above]) or not _KEY.match(source[above]):
        return _no_colon(above, source)
    begin, wanted = _indent(source[line]), len(source[above]) - len(source[above].lstrip(" -"))
    between = above and _indent(source[above - 1]) == begin
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


def _no_colon(line: int, source: list[str]) -> Fault:
    """A line that is neither a key with its value nor the item of a list."""
    text, start = source[line].strip(), _indent(source[line])
    if glued := re.match(r"(?:- )?([\w-]+):(\S.*)", text):
        what, cure = "colon", f"{glued[1]}: {glued[2]}"
    elif glued := re.match(r"-(\S.*)", text):
        what, cure = "hyphen", f"- {glued[1]}"
    elif cut := _cut_by_comment(line, source):
        return cut
    else:
        return Fault(
            line,
            start,
            f"{quoted(text)} is neither a key with a colon nor the item of a list.",
            'Write "key: value" or "- text". If it goes on with the text above, put that text in quotes.',
        )
    return Fault(line, start, f"no space follows the {what} in {quoted(text)}.", f"Write a space there: {cure}")


def _cut_by_comment(line: int, source: list[str]) -> Fault | None:
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


def _indentation(line: int, column: int, source: list[str]) -> Fault:
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
    before = next((each for each in reversed(source[:line]) if each.strip() and each.lstrip()[0] != "#"), "")
    return Fault(
        line,
        start,
        f"{quoted(text.strip())} begins in column {start + 1}, which fits no line above.",
        f"Lines that belong together begin in the same column; the line above begins in column {_indent(before) + 1}.",
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
