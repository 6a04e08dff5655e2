"""Writes, adds, renames and takes out a record: each a new text of the whole file, in which nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from limber.dataset.problem import RECORDS
from limber.dataset.yaml.block_text import mapping_lines
from limber.dataset.yaml.incremental import read_incrementally
from limber.dataset.yaml.rewritten import KeptInBracketsError, rewritten, same
from limber.editing.layout import Layout, Record, UnreadableError, layout
from limber.editing.references import references

_EMPTY = re.compile(r":[ \t]*(?:\{[ \t]*\}|null|~)")
_TABLES = (*RECORDS, "retired")


def with_record(text: str, record: Record, keys: Mapping[str, Any], order: Sequence[str]) -> str:
    """The text with a record that says these `keys`, each new one at its place in the `order`.

    Raises `UnreadableError` where something else would be lost or changed.
    """
    before = layout(text)
    table, id_ = record
    if record not in before.records:
        indent = before.indent((table, there[0])) if (there := before.ids(table)) else "  "
        written = _inserted(before, table, {id_: _lines(id_, keys, indent)})
    else:
        lines = before.records[record]
        said = before.data[table][id_]
        if same(said, keys):
            return text
        try:
            block = rewritten(before.block(record), said if isinstance(said, dict) else {}, keys, order)
        except KeptInBracketsError:
            raise UnreadableError(
                f"A comment stands between brackets in {RECORDS.get(table, table)} {id_}, and would be lost. "
                "Change it in the file."
            ) from None
        written = "".join([*before.lines[: lines.start], block, *before.lines[lines.stop :]])
    tables = {**before.data, table: {**(before.data.get(table) or {}), id_: dict(keys)}}
    return _holding(written, tables, text)


def with_blocks(text: str, table: str, blocks: Mapping[str, str]) -> str:
    """The text with new records of a table, each at its place; their lines by id are `blocks` of other texts.

    Raises `UnreadableError` where something else would be lost or changed.
    """
    before = layout(text)
    indent = before.indent((table, there[0])) if (there := before.ids(table)) else "  "
    fresh = {
        id_: [f"{indent}{each[2:]}" if each.strip() else "" for each in block.splitlines()]
        for id_, block in blocks.items()
    }
    said = layout(f"{table}:\n{''.join(blocks.values())}").data[table]
    tables = {**before.data, table: {**(before.data.get(table) or {}), **said}}
    return _holding(_inserted(before, table, fresh), tables, text)


def without_record(text: str, record: Record) -> str:
    """The text without a record and the comments right above it."""
    before = layout(text)
    table, id_ = record
    lines = list(before.lines)
    first, last = before.above(record), before.records[record].stop
    is_apart = first and not lines[first - 1].strip()
    while is_apart and last < len(lines) and not lines[last].strip():
        last += 1
    del lines[first:last]
    kept = {other: each for other, each in before.data[table].items() if other != id_}
    if not kept:
        head = before.tables[table].start
        lines[head] = re.sub(r":", ": {}", lines[head], count=1)
    while is_apart and last >= len(before.lines) and lines and not lines[-1].strip():
        lines.pop()
    return _holding("".join(lines), {**before.data, table: kept}, text)


def renamed(text: str, record: Record, new: str) -> str:
    """The text with another id for a record, here and wherever it is named; at its place, where ids are in order."""
    before = layout(text)
    table, old = record
    lines = list(before.lines)
    places = [((table, old), True), *references(before.data, record)]
    spots = sorted({before.marks[place][0 if at_key else 1] for place, at_key in places}, reverse=True)
    for line, column in spots:
        head, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        found = re.match(rf"([\"']?){re.escape(old)}", rest)
        if not found:
            raise UnreadableError(f"Line {line} names {old} in a way that is not understood. Rename it in the file.")
        lines[line - 1] = f"{head}{found[1]}{new}{rest[found.end() :]}"
    return _in_order("".join(lines), (table, new))


def _in_order(text: str, record: Record) -> str:
    """The text with one record, and the comments above it, where the alphabet has it, if all others are in order."""
    it = layout(text)
    table, id_ = record
    ids = it.ids(table)
    others = [each for each in ids if each != id_]
    if ids == sorted(ids) or others != sorted(others):
        return text
    lines = list(it.lines)
    first, last = it.above(record), it.records[record].stop
    moved = [each.rstrip("\r\n") + it.ending for each in lines[first:last]]
    gap = [it.ending] if first and not lines[first - 1].strip() else []
    while gap and last < len(lines) and not lines[last].strip():
        last += 1
    after = next((each for each in others if each > id_), "")
    if after:
        at = it.above((table, after))
        moved += gap or ([it.ending] if not lines[at - 1].strip() else [])
    else:
        at = it.records[table, others[-1]].stop
        moved = [*([it.ending] if not lines[it.above((table, others[-1])) - 1].strip() else []), *moved]
    if at > first:
        return "".join([*lines[:first], *lines[last:at], *moved, *lines[at:]])
    return "".join([*lines[:at], *moved, *lines[at:first], *lines[last:]])


def _holding(text: str, tables: Mapping[str, Any], before: str) -> str:
    """The text, once it is sure that it reads as it should and nothing else; `before` is what it was made of."""
    reading = read_incrementally(text, before, layout(before).reading)
    now = reading.data if reading and not reading.problems else layout(text).data
    if now.keys() != tables.keys() or not all(_alike(now[table] or {}, tables[table] or {}) for table in tables):
        raise UnreadableError("The file is written in a way that cannot be edited here. Change it in the file.")
    return text


def _alike(now: Any, then: Any) -> bool:
    """Whether two tables say the same; most of their records are one and the same."""
    if not (isinstance(now, dict) and isinstance(then, dict)):
        return same(now, then)
    return now.keys() == then.keys() and all(each is then[id_] or same(each, then[id_]) for id_, each in now.items())


def _inserted(before: Layout, table: str, fresh: Mapping[str, list[str]]) -> str:
    """The text with the lines of new records at their places in the alphabet, in a table that is added if there is
    none.
    """
    lines = list(before.lines)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += before.ending
    gap = [""] if table not in ("equipment", "retired") else []
    there = before.ids(table)
    put: dict[int, list[str]] = {}
    if there:
        for id_ in sorted(fresh):
            if smaller := [before.records[table, each] for each in there if each < id_]:
                put.setdefault(max(smaller, key=lambda each: each.start).stop, []).extend([*gap, *fresh[id_]])
            else:
                put.setdefault(before.above((table, there[0])), []).extend([*fresh[id_], *gap])
    else:
        among = [line for id_ in sorted(fresh) for line in (*gap, *fresh[id_])][len(gap) :]
        if table in before.tables:
            head = before.tables[table].start
            lines[head] = _EMPTY.sub(":", lines[head], count=1)
            put[head + 1] = among
        elif at := _place_of_table(before, table):
            put[at] = ["", f"{table}:", *among]
        else:
            first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
            put[first] = [f"{table}:", *among, ""]
    for at in sorted(put, reverse=True):
        lines[at:at] = [f"{each}{before.ending}" for each in put[at]]
    return "".join(lines)


def _place_of_table(before: Layout, table: str) -> int:
    """The index of the line where a new table goes: behind those that come before it."""
    first = _TABLES[: _TABLES.index(table)]
    ends = [lines.stop for name, lines in before.tables.items() if name in first or name not in _TABLES]
    return max(ends, default=0)


def _lines(id_: str, keys: Mapping[str, Any], indent: str) -> list[str]:
    return [f"{indent}{id_}:", *mapping_lines(keys, f"{indent}  ")] if keys else [f"{indent}{id_}: {{}}"]
