"""Writes draft records as YAML, and puts them into a file of which everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from limber.dataset.yaml.block_text import mapping_lines
from limber.imports.draft import Draft, Record, clean
from limber.imports.source_file import UnreadableError

_HEAD = (
    "# yaml-language-server: $schema=exercises.schema.json\n"
    "# Imported; what is still to be written stands below each record.\n"
)
_TABLE = re.compile(r"(\w+):[ \t]*(\{[ \t]*\}|null|~)?[ \t]*(#.*)?")


def new_text(draft: Draft) -> str:
    """The text of a file that holds the draft alone."""
    lines = []
    for table, records in draft.tables.items():
        if records:
            lines += ["", f"{table}:"]
            for number, id_ in enumerate(sorted(records)):
                lines += ([""] if number else []) + list(_record(id_, records[id_]))
        elif table == "equipment":
            lines += ["", "equipment: {}"]
    return _HEAD + "\n".join(lines) + "\n"


def grown_text(text: str, draft: Draft, lines: Mapping[tuple[str, str], int]) -> str:
    """The text of a file with the draft's records at their places in the alphabet.

    `lines` has the line of each record that stands there, from 1. All other bytes stay.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    written = text.split(ending)
    added: dict[int, list[str]] = {}
    for table, records in draft.tables.items():
        if not records:
            continue
        start = _table_line(written, table)
        if start is None:
            added.setdefault(_end(written), []).extend(_whole(table, records))
            continue
        written[start] = re.sub(r":[ \t]*(\{[ \t]*\}|null|~)", ":", written[start], count=1)  # an empty table
        there = {id_: line - 1 for (of, id_), line in lines.items() if of == table}
        for id_ in sorted(records):
            before = [each for each in there if each < id_]
            at = _record_end(written, there[max(before, key=lambda each: there[each])]) if before else start + 1
            block = list(_record(id_, records[id_]))
            airy = table != "equipment"
            if not before:
                block = [*block, ""] if there and airy else block
            elif airy:
                block = ["", *block]
            if not before and not there and added.get(at) and airy:
                block = ["", *block]
            added.setdefault(at, []).extend(block)
    result: list[str] = []
    for number, line in enumerate(written):
        result += [*added.get(number, ()), line]
    result += added.get(len(written), ())
    grown = ending.join(result)
    return grown if grown.endswith(ending) else grown + ending


def _table_line(written: list[str], table: str) -> int | None:
    """The index of the line in which a table begins."""
    for number, line in enumerate(written):
        if line.startswith(f"{table}:"):
            if not _TABLE.fullmatch(line):
                raise UnreadableError(
                    f"The table {table} stands in brackets in line {number + 1}. Give each record lines of its own."
                )
            return number
    return None


def _record_end(written: list[str], start: int) -> int:
    """The index behind the last line of the record that begins at `start`; comments before the next are that one's."""
    last = start
    for number in range(start + 1, len(written)):
        line = written[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= 2 and not line.lstrip().startswith("#"):
            break
        if line.startswith("    ") and line.strip():
            last = number
    return last + 1


def _end(written: list[str]) -> int:
    """The index behind the last line that says something."""
    return max((number for number, line in enumerate(written) if line.strip()), default=-1) + 1


def _whole(table: str, records: Mapping[str, Record]) -> Iterator[str]:
    yield from ("", f"{table}:")
    for number, id_ in enumerate(sorted(records)):
        yield from ([""] if number else [])
        yield from _record(id_, records[id_])


def _record(id_: str, record: Record) -> Iterator[str]:
    """The lines of a record, with its notes below."""
    yield f"  {id_}:"
    yield from mapping_lines(record.keys, "    ")
    for note in record.notes:
        yield f"    # {clean(note)}"


def plain(draft: Draft) -> dict[str, dict[str, Any]]:
    """The draft as plain data, as YAML has to read it."""
    return {
        table: {id_: each.keys for id_, each in records.items()} for table, records in draft.tables.items() if records
    }


def holds(data: Any, before: Any, draft: Draft) -> bool:
    """Whether data, read again, is what stood there before with the draft's records, and nothing else."""
    expected: dict[str, Any] = {table: dict(records or {}) for table, records in _tables(before)}
    for table, records in plain(draft).items():
        expected.setdefault(table, {}).update(records)
    now: dict[str, Any] = {table: dict(records or {}) for table, records in _tables(data)}
    return now == expected


def _tables(data: Any) -> Iterable[tuple[str, Any]]:
    for key, value in (data or {}).items():
        if isinstance(value, dict) or value is None:
            yield key, value
