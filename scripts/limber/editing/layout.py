"""Where the records of a text stand: which lines are whose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from limber.dataset.problem import Place
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Mark, Reading

Record = tuple[str, str]
"""A table and an id."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class UnreadableError(ValueError):
    """A text that is not edited, since something in it could be lost; as a text, why and what to do."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text by its lines, with how most of them end, and where each table and record has its own, by index from 0."""

    lines: tuple[str, ...]
    ending: str
    reading: Reading
    marks: Mapping[Place, tuple[Mark, Mark]]
    tables: Mapping[str, range]
    records: Mapping[Record, range]

    @property
    def data(self) -> Mapping[str, Any]:
        """The plain data of the text."""
        found: Mapping[str, Any] = self.reading.data
        return found

    def block(self, record: Record) -> str:
        """The lines of a record as a text."""
        lines = self.records[record]
        return "".join(self.lines[lines.start : lines.stop])

    def above(self, record: Record) -> int:
        """The index of the first line of the comments that stand right above a record."""
        first = self.records[record].start
        indent = self.indent(record)
        while first and re.match(rf"{indent}#", self.lines[first - 1]):
            first -= 1
        return first

    def indent(self, record: Record) -> str:
        """The spaces before the id of a record."""
        line = self.lines[self.records[record].start]
        return line[: len(line) - len(line.lstrip(" "))]

    def ids(self, table: str) -> list[str]:
        """The ids of a table, in the order of the file."""
        return [id_ for of, id_ in self.records if of == table]


@lru_cache(maxsize=8)  # a draft is laid out several times, and with it the file that it is a draft of
def layout(text: str) -> Layout:
    """The layout of a text. Raises `DatasetError` where it is no YAML, `UnreadableError` where it reads oddly."""
    marks: dict[Place, tuple[Mark, Mark]] = {}
    reading = read(text, "data/exercises.yaml", marks)
    if reading.problems:
        first = reading.problems[0]
        raise UnreadableError(f"Line {first.line}: {first.what} {first.tip}")
    if not isinstance(reading.data, dict):
        raise UnreadableError("The file holds no tables. Bring it back from an earlier version.")
    lines = tuple(_LINE.findall(text))
    heads = sorted((at[0][0] - 1, place) for place, at in marks.items() if 1 <= len(place) <= 2)
    tables: dict[str, range] = {}
    records: dict[Record, range] = {}
    for number, (line, place) in enumerate(heads):
        after = (other for other, inner in islice(heads, number + 1, None) if len(inner) <= len(place))
        end = next(after, len(lines))
        if len(place) == 1:
            tables[str(place[0])] = range(line, _last(lines, line, end, ""))
        elif isinstance(reading.data.get(str(place[0])), dict):
            if marks[place[:1]][0][0] - 1 == line or end == line:
                raise UnreadableError(
                    f"The table {place[0]} stands in brackets in line {line + 1}. Give each record lines of its own."
                )
            indent = lines[line][: len(lines[line]) - len(lines[line].lstrip(" "))]
            records[str(place[0]), str(place[1])] = range(line, _last(lines, line, end, indent))
    return Layout(lines, "\r\n" if "\r\n" in text else "\n", reading, marks, tables, records)


def _last(lines: tuple[str, ...], start: int, end: int, indent: str) -> int:
    """The index behind the last line of a head; comments above the next head are that one's."""
    last = start
    for number in range(start + 1, end):
        line = lines[number]
        is_deeper = line.startswith(f"{indent} ")
        if line.strip() and (is_deeper or not line.lstrip(" ").startswith("#")):
            last = number
    return last + 1
