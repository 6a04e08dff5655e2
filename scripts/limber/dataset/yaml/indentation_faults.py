"""Finds wrong indentation by comparing with where the same keys begin elsewhere in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from limber.dataset.problem import RECORDS, quoted, say
from limber.dataset.yaml.value_faults import Fault

_KEY = re.compile(r" *(?P<hyphen>- +)?(?P<key>[a-z][a-z_]*):(?P<rest> .*)?\Z")
_FURTHEST = 400  # lines above a fault that are searched: no record has as many


def indent(text: str) -> int:
    """How many spaces a line begins with."""
    return len(text) - len(text.lstrip())


def above(line: int, source: list[str]) -> Iterator[int]:
    """The numbers of the lines above one, nearest first, without those that are empty or a comment."""
    return (each for each in range(line - 1, -1, -1) if source[each].strip(" ")[:1] not in ("", "#"))


def misplaced(line: int, source: list[str]) -> Fault | None:
    """The key at a line, or nearest above it, that begins where it does nowhere else in the file.

    One above has lost its indentation, or is right above: what is further in can be the first of its kind.
    """
    usual = _usual(source)
    lines = list(above(line, source))
    for number in (line, *lines):
        if line - number > _FURTHEST:
            return None
        if not (shift := _shift(number, usual, source)):
            continue
        here = indent(source[number])
        lost = shift > 0 and (here in (0, 2) or number in lines[:1])
        if lost or (number in (line, *lines[:1]) and abs(shift) <= 2):
            return _elsewhere(_first_shifted(number, shift, usual, source), shift, usual, source)
    return None


Usual = dict[tuple[str, bool], Counter[int]]


def _shift(line: int, usual: Usual, source: list[str]) -> int:
    """By how many spaces a line's key is to move to where it begins elsewhere in the file; none, where it is right."""
    found = _KEY.match(source[line])
    here = indent(source[line])
    if found is None or (found["key"] in RECORDS and not here):
        return 0
    others = usual[found["key"], bool(found["hyphen"])] - Counter([here])
    return _fitting(line, others, source) - here if others and not others[here] else 0


def _first_shifted(line: int, shift: int, usual: Usual, source: list[str]) -> int:
    """The first of the lines that are as far out of their columns as this one, with texts of lists between them."""
    first = line
    for number in above(line, source):
        if _shift(number, usual, source) == shift:
            first = number
        elif not re.match(r" *- [^\s:]+(?: |\Z)", source[number]):
            break
    return first


def _shifted_with(line: int, shift: int, usual: Usual, source: list[str]) -> list[int]:
    """The lines below one that are as far out of their columns, and what belongs to these."""
    below: list[int] = []
    for number in range(line + 1, len(source)):
        text = source[number]
        if text.strip(" ")[:1] in ("", "#"):
            continue
        over = source[below[-1] if below else line]
        item = text.lstrip().startswith("- ") and not _KEY.match(text)
        within = item and indent(text) == indent(over) + (2 if over.rstrip().endswith(":") else 0)
        if not within and _shift(number, usual, source) != shift:
            break
        below.append(number)
    return below


def likely_column(line: int, source: list[str]) -> int | None:
    """Where, from 0, a line is likely to begin that begins with a tab: as its key does elsewhere, or the item above."""
    text = source[line].strip()
    if found := _KEY.match(text):
        counts = _usual(source).get((found["key"], bool(found["hyphen"])))
        return counts.most_common(1)[0][0] if counts else None
    over = source[next(above(line, source), line)]
    if text.startswith("- ") and over.rstrip().endswith(":"):
        return indent(over) + 2
    return indent(over) if text.startswith("- ") and over.lstrip().startswith("- ") else None


def is_key(word: str, source: list[str], times: int = 2) -> bool:
    """Whether a word is a key in as many lines of the file."""
    return sum(counts.total() for (key, _), counts in _usual(source).items() if key == word) >= times


def _usual(source: list[str]) -> Usual:
    """How often each key begins in which column, by whether it begins an item."""
    counts: Usual = {}
    for text in source:
        if found := _KEY.match(text):
            counts.setdefault((found["key"], bool(found["hyphen"])), Counter())[indent(text)] += 1
    return counts


def _fitting(line: int, others: Counter[int], source: list[str]) -> int:
    """The one of the usual columns that the lines above leave open, or else the most usual one."""
    fits = [each for each in others if each in open_columns(line, source)]
    return max(fits or others, key=lambda each: (others[each], each))


def _elsewhere(line: int, shift: int, usual: Usual, source: list[str]) -> Fault:
    """The fault that a key begins in another column than elsewhere in the file, be it alone or with lines below it."""
    begins = indent(source[line])
    key = f"{'- ' * source[line].lstrip().startswith('- ')}{source[line].lstrip(' -').partition(':')[0]}:"
    below = _shifted_with(line, shift, usual, source)
    tip = say("Begin it in column {begins}.", begins=begins + shift + 1)
    if below:
        lines = "the line" if len(below) == 1 else f"the {len(below)} lines"
        tip = say(
            "Indent it and {lines} below by {shift} spaces {more}.",
            lines=lines,
            shift=abs(shift),
            more="more" if shift > 0 else "less",
        )
    return Fault(
        line,
        begins,
        say(
            "{source} begins in column {begins}; elsewhere {key} begins in column {elsewhere}.",
            source=quoted(source[line].strip()),
            begins=begins + 1,
            key=quoted(key),
            elsewhere=begins + shift + 1,
        ),
        tip,
        owner=next(above(line, source), line),
    )


def open_columns(line: int, source: list[str]) -> list[int]:
    """The columns, from 0, in which a line can begin by those above it, the deepest first."""
    columns: list[int] = []
    for number in above(line, source):
        text = source[number]
        inner = len(text) - len(text.lstrip(" -"))
        if not columns and re.search(r":\s*(#.*)?\Z", text):
            columns.append(inner + 2)
        for each in (inner, indent(text)):
            if not columns or each < columns[-1]:
                columns.append(each)
        if columns[-1] == 0:
            break
    return columns or [0]


def out_of_line(line: int, source: list[str]) -> Fault:
    """A line that begins where none can: it, or the key above that its neighbours should stand beside."""
    begins, text = indent(source[line]), source[line].strip()
    ended = next((each for each in above(line, source) if source[each].rstrip() in ("...", "---")), None)
    if ended is not None:
        tip = say("Take this line out.")
        return Fault(
            ended, 0, say("{source} ends the data, and more follows.", source=quoted(source[ended].strip())), tip
        )
    columns = _for(line, source)
    wanted = min(columns, key=lambda each: (abs(each - begins), -each))
    return Fault(
        line,
        begins,
        say("{text} begins in column {begins}, which fits no line above.", text=quoted(text), begins=begins + 1),
        say("Begin it in column {wanted}.", wanted=wanted + 1),
        owner=next(above(line, source), line),
    )


def _for(line: int, source: list[str]) -> list[int]:
    """The open columns that suit a line by what it is: an item stands by items, and an id two left of its keys."""
    columns = open_columns(line, source)
    begins = indent(source[line])
    if source[line].lstrip().startswith("- "):
        items = {indent(source[each]) for each in above(line, source) if source[each].lstrip().startswith("- ")}
        return [each for each in columns if each in items] or columns
    below = next((each for each in range(line + 1, len(source)) if source[each].strip(" ")[:1] not in ("", "#")), None)
    if below is not None and indent(source[below]) > begins and indent(source[below]) - 2 in columns:
        return [indent(source[below]) - 2]
    return columns


def alone(line: int, source: list[str]) -> Fault | None:
    """The key above a line that begins further left than it, between others that begin where it does."""
    wanted = indent(source[line])
    lines = list(above(line, source))
    at = next((number for number, each in enumerate(lines) if indent(source[each]) < wanted), None)
    if not at or at + 1 == len(lines) or not re.search(r":\s*(#.*)?\Z", source[lines[at]]):
        return None
    before = next((source[each] for each in lines[at + 1 :] if indent(source[each]) <= wanted), "")
    if not before or indent(before) != wanted or before.lstrip().startswith("- "):
        return None
    begins = indent(source[lines[at]])
    return Fault(
        lines[at],
        begins,
        say(
            "{source} begins in column {begins}, those around it in {wanted}.",
            source=quoted(source[lines[at]].strip()),
            begins=begins + 1,
            wanted=wanted + 1,
        ),
        say("Begin it in column {wanted}, too.", wanted=wanted + 1),
        owner=lines[at + 1],
    )


def item_taken_in(line: int, column: int, source: list[str]) -> Fault:
    """An item that is indented deeper than the one above it, which begins in this column, counted from 1."""
    return Fault(
        line,
        indent(source[line]),
        say("{source} is read as part of the text above.", source=quoted(source[line].strip())),
        say("Begin it in column {column}.", column=column),
    )
