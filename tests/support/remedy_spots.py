"""Finds what a problem points at in a dataset's text: a key, a value, a record."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from limber.dataset.problem import Problem


class Edit(NamedTuple):
    """Lines `first` to before `end`, counted from 0, and what stands in their place."""

    first: int
    end: int
    lines: tuple[str, ...]


class Spot(NamedTuple):
    """Where a problem points, in the lines of a file."""

    lines: list[str]
    row: int
    column: int
    problem: Problem

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.lines[self.row][: self.column]

    @property
    def rest(self) -> str:
        """What stands from there on, to the end of the line."""
        return self.lines[self.row][self.column :]

    def line(self, text: str) -> list[Edit]:
        """Another line in place of this one."""
        return [Edit(self.row, self.row + 1, (text,))]

    def block(self) -> int:
        """The first line that no longer belongs to the key, item or record that begins here."""
        return block(self.lines, self.row)


def block(lines: list[str], row: int) -> int:
    """The first line that is no further right than this one."""
    deep = indent(lines[row])
    inner = takewhile(lambda line: not line.strip() or indent(line) > deep, lines[row + 1 :])
    return row + 1 + len(list(inner))


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip())


def in_brackets(spot: Spot) -> bool:
    """Whether it stands in a list or in keys with values that are written on one line."""
    return re.search(r"[\[{][^\]}]*$", spot.before) is not None


def word(rest: str) -> str:
    """The key, or the value within brackets or to the end of the line, that a text begins with."""
    found = re.match(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|\{[^}]*\}|\[[^]]*\]|[^,:}\]]+(?=:(?: |$))|.+', rest)
    return found[0] if found else ""


def value(spot: Spot) -> str:
    """The value that stands there, of which brackets around it are no part."""
    if spot.rest[:1] not in "\"'{[" and in_brackets(spot):
        return re.split(r"[,}\]]", spot.rest, maxsplit=1)[0]
    return word(spot.rest) if spot.rest[:1] in "\"'{[" else spot.rest
