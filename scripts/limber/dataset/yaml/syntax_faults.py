"""Explains YAML syntax errors in plain words: where, what is wrong, what to do.

The parser's messages are about parsing, and name the place where it failed, while the cause mostly lies before: an
opened quote, a colon, a comment. This module finds the cause; `layout_faults` and `value_faults` word it.
"""

from __future__ import annotations

from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser

from limber.dataset.problem import quoted, say
from limber.dataset.yaml import layout_faults, list_markers, missing_colons
from limber.dataset.yaml.value_faults import (
    Fault,
    bracket,
    bracket_of_template,
    escape,
    first_character,
    mark_without_quotes,
    sign_behind_key,
    text_after_quote,
    unclosed_quote,
)


def in_words(error: Any, source: list[str], last: Any) -> Fault:
    """What is wrong, by the parser's `error` and the `last` event before it."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Fault(0, 0, say("the file cannot be read as YAML."), say("Write it anew in a plain text editor."))
    if (merge := next((n for n, text in enumerate(source) if text.startswith("<<<<<<< ")), None)) is not None:
        tip = say("Keep one of the two parts, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.")
        return Fault(
            merge, 0, say("two versions were merged, and {source} is left of it.", source=quoted(source[merge])), tip
        )
    opened = getattr(error, "context_mark", None) or mark
    problem, context = str(error.problem), str(error.context)
    line, column = min(mark.line, len(source) - 1), mark.column
    return (
        _in_quoted_text(problem, context, opened, (line, column), source, last)
        or _in_brackets(context, opened, (line, column), source, last)
        or _at_first_character(problem, context, opened, source)
        or _in_layout(problem, opened, (line, column), source, last)
    )


def _in_quoted_text(
    problem: str, context: str, opened: Any, at: tuple[int, int], source: list[str], last: Any
) -> Fault | None:
    """A faulty escape, a quote that is not closed, or text that follows the closing one."""
    line, column = at
    if "escape" in problem or "hexdecimal" in problem:
        return escape(line, column, source)
    if "quoted scalar" in context:
        return unclosed_quote(opened.line, opened.column, source)
    if getattr(last, "style", None) not in ('"', "'") or last.end_mark.line != line:
        return None
    if last.start_mark.line < line:
        return unclosed_quote(last.start_mark.line, last.start_mark.column, source)
    return text_after_quote(line, last.start_mark.column, last.end_mark.column, source)


def _in_brackets(context: str, opened: Any, at: tuple[int, int], source: list[str], last: Any) -> Fault | None:
    """Braces of a template, a sign that needs quotes, or a bracket that is not closed."""
    line, column = at
    places = [(line, column - 1), (line, column)]
    if type(last).__name__ == "MappingStartEvent":
        places.append((last.start_mark.line, last.start_mark.column))
    if found := bracket_of_template(places, source) or mark_without_quotes(line, source):
        return found
    if "flow" in context and (bracket_at := _bracket(opened, source)):
        return bracket(*bracket_at, at, source)
    return None


def _at_first_character(problem: str, context: str, opened: Any, source: list[str]) -> Fault | None:
    """A value that begins with a character that YAML reads as something else."""
    names_token = any(each in problem for each in ("cannot start any token", "node content"))
    if not names_token and not any(each in context for each in ("alias", "anchor", "tag", "block scalar")):
        return None
    marker = list_markers.fault(opened.line, source) if not source[opened.line][: opened.column].strip() else None
    return marker or first_character(opened.line, opened.column, source)


def _in_layout(problem: str, opened: Any, at: tuple[int, int], source: list[str], last: Any) -> Fault:
    """A colon too many or too few, or lines that are not below one another."""
    line, column = at
    if "mapping values" in problem:
        return layout_faults.colon(line, column, source, last)
    if "not allowed in this context" in problem:
        return sign_behind_key(line, column, source)
    if "expected ':'" in problem:
        return missing_colons.no_colon(opened.line, source)
    return missing_colons.cut_by_comment(line, source) or layout_faults.indentation(line, column, source)


def _bracket(opened: Any, source: list[str]) -> tuple[int, int] | None:
    """Line and column of the bracket that a fault is within.

    Where the text ends within it, the parser names the end; so what it reads up to there is gone through again.
    """
    if _is_bracket(opened.line, opened.column, source):
        return opened.line, opened.column
    within: list[Any] = []
    parser = CParser("\n".join(source))
    try:
        while (event := parser.get_event()) is not None:
            kind = type(event).__name__
            if kind in ("SequenceStartEvent", "MappingStartEvent"):
                within.append(event)
            elif kind in ("SequenceEndEvent", "MappingEndEvent"):
                within.pop()
    except YAMLError:
        pass
    marks = ((each.start_mark.line, each.start_mark.column) for each in reversed(within) if each.flow_style)
    return next((each for each in marks if _is_bracket(*each, source)), None)


def _is_bracket(line: int, column: int, source: list[str]) -> bool:
    return line < len(source) and source[line][column : column + 1] in ("[", "{")
