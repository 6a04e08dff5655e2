"""Finds faults in how lines are laid out: colons, hyphens and indentation.

Works on source lines alone.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from limber.dataset.problem import Said, quoted, say
from limber.dataset.yaml import list_markers
from limber.dataset.yaml.indentation_faults import above, alone, indent, is_key, item_taken_in, misplaced, out_of_line
from limber.dataset.yaml.missing_colons import KEY, no_colon, value_of
from limber.dataset.yaml.quotation_marks import bare
from limber.dataset.yaml.value_faults import Fault, in_quotes

_KEY_ALONE = re.compile(r"\s*[a-z_]+:(?: |$)")


def colon(line: int, column: int, source: list[str], last: Any) -> Fault:
    """A key where none can be: a colon in a text, or a line that the text above took in."""
    text = source[line]
    if last is not None and last.start_mark.line < line:
        return _taken_in(last.start_mark.line, line, source)
    key = re.match(r"\s*(?:- +)?[a-z_]+: ", text)  # a text begins with a capital, so "Feet: heavy" is one
    start = key.end() if key and key.end() <= column else len(text) - len(text.lstrip(" -"))
    if key and key.end() <= column and (found := _second_key(line, start, column, source)):
        return found
    behind = "a space follows" if text[column + 1 :].strip() else "nothing follows"
    return Fault(
        line,
        start,
        say(
            "{text} in a text is read as a key, because {behind} its colon.",
            text=quoted(text[start : column + 1]),
            behind=behind,
        ),
        say("Put the whole text in quotes: {bare}.", bare=in_quotes(bare(text[start:].strip()))),
    )


def _second_key(line: int, start: int, column: int, source: list[str]) -> Fault | None:
    """`sets: 3 reps: 10`: a key behind the value of another; or a range in brackets that are no plain ones."""
    text = source[line]
    if text[start] in "\uff5b\uff3b":
        plain = unicodedata.normalize("NFKC", text[start:].strip())
        return Fault(
            line,
            start,
            say("{text} is no plain bracket.", text=quoted(text[start])),
            say("Write plain ones: {plain}", plain=plain),
        )
    if re.fullmatch(r"\(?(?:[a-z]+: ?\d+[, ]*){1,2}\)?", text[start:].strip()):
        pair = text[start:].strip(" ()")
        return Fault(
            line,
            start,
            say("{pair} has no brackets around it.", pair=quoted(pair)),
            say("Write it so: {{pair}}", pair=pair),
        )
    word = re.search(r"(?:\A|[\s,;]+)([a-z_]+)\Z", text[start:column])
    if word is None or not is_key(word[1], source):
        return None
    begins = len(text) - len(text.lstrip(" -")) + (2 if start + word.start(1) == start else 0)
    second = text[start + word.start(1) :].strip()
    return Fault(
        line,
        start + word.start(1),
        say("{value} is a second key on this line.", value=quoted(f"{word[1]}:")),
        say("Write it on the next line, in column {begins}: {second}", begins=begins + 1, second=second),
    )


def _taken_in(first: int, line: int, source: list[str]) -> Fault:
    """A key on a line that is read as part of the text that begins on the line `first`."""
    begun = source[first]
    if begun.lstrip().startswith("- ") and _KEY_ALONE.match(source[line]) and not KEY.match(begun):
        key = source[line].strip().partition(":")[0]
        return _among_items(line, source) if is_key(key, source) else _text_with_colon(first, line, source)
    if all(source[each].lstrip().startswith("- ") for each in (first, line)) and not KEY.match(begun):
        return item_taken_in(line, begun.find("-") + 1, source)
    if re.match(r"\s*(- )?[\w-]+:\S", begun) or not KEY.match(begun):
        return no_colon(first, source)
    if found := misplaced(line, source):
        return found
    begin, wanted = indent(source[line]), len(begun) - len(begun.lstrip(" -"))
    between = first and indent(source[first - 1]) == begin
    if between or (wanted % 2 and not begin % 2):
        return Fault(
            first,
            wanted,
            say(
                "{begun} begins in column {wanted}, the next line in {begin}.",
                begun=quoted(begun.strip()),
                wanted=wanted + 1,
                begin=begin + 1,
            ),
            say("Begin it in column {begin}, too.", begin=begin + 1),
        )
    return Fault(
        line,
        begin,
        say("{source} is read as part of the text above.", source=quoted(source[line].strip())),
        say(
            "Begin it in column {wanted}, like the key above. If it belongs to the text, p{in_one}",
            wanted=wanted + 1,
            in_one=_in_one(first, line, source)[1:],
        ),
    )


def _text_with_colon(first: int, line: int, source: list[str]) -> Fault:
    """A colon in the later lines of an item's text."""
    return Fault(
        line,
        indent(source[line]),
        say(
            "{source} goes on with the text above, and its colon makes a key of it.",
            source=quoted(source[line].strip()),
        ),
        _in_one(first, line, source),
    )


def _in_one(first: int, line: int, source: list[str]) -> Said:
    """How a text of several lines, behind its key or hyphen, is written on one."""
    text = " ".join(each.strip() for each in source[first : line + 1]).removeprefix("- ")
    if found := KEY.match(source[first]):
        text = text.removeprefix(found[0].strip().removeprefix("- ")).strip()
    return say("Put the whole text in quotes, on one line: {text}.", text=in_quotes(text))


def _among_items(line: int, source: list[str]) -> Fault:
    """A key that is indented like the items of the list above it."""
    start = indent(source[line])
    over = [source[each] for each in above(line, source)]
    items = next(each for each in over if each.lstrip().startswith("-") and indent(each) <= start)
    owner = next((each for each in over if indent(each) < indent(items)), "")
    return Fault(
        line,
        start,
        say("{source} is a key, which cannot stand among the items of a list.", source=quoted(source[line].strip())),
        say("Begin it in column {indent}, like the key that the list belongs to.", indent=indent(owner) + 1),
    )


def indentation(line: int, column: int, source: list[str]) -> Fault:
    """A line that begins where none can, or goes on after its value has ended."""
    text = source[line]
    start = indent(text)
    if column > start:
        begins, whole = value_of(text)
        ended = text[begins:column].strip()
        return Fault(
            line,
            begins,
            say(
                "{ended} is a whole value, and {text} follows.", ended=quoted(ended), text=quoted(text[column:].strip())
            ),
            say("Take out what follows it: {ended}", ended=ended)
            if ended == "[]"
            else say("Put the whole text in quotes: {whole}.", whole=in_quotes(whole)),
        )
    before = next(above(line, source), 0)
    over = source[before]
    if indent(over) == start and not over.lstrip().startswith("-") and not re.search(r":(?: |$)", over):
        return no_colon(before, source)
    if list_markers.marked(text.strip()) and (marker := list_markers.fault(line, source)):
        return marker
    found = misplaced(line, source) or alone(line, source)
    if _KEY_ALONE.match(text) and _follows_items(line, source) and (found is None or found.line == line):
        return _among_items(line, source)
    return found or out_of_line(line, source)


def _follows_items(line: int, source: list[str]) -> bool:
    """Whether the nearest line above that begins no further right is the item of a list."""
    start = indent(source[line])
    over = next((source[each] for each in above(line, source) if indent(source[each]) <= start), "")
    return over.lstrip().startswith("- ") and indent(over) == start
