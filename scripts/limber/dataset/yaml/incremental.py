"""Reads a file again after an edit: only the records around the change.

A file of a thousand exercises takes a second to read, and an edit usually changes one of them. Where it is not certain
that the rest reads as before, the result is None and the whole file has to be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from limber.dataset.problem import DatasetError
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Reading


def read_incrementally(text: str, before: str, reading: Reading) -> Reading | None:
    """The reading of `text`, if that of `before` held no fault, and one stretch of records within a table is new."""
    if reading.problems or reading.ambiguities or "\r" in text:
        return None
    new, old = text.split("\n"), before.split("\n")
    first, last, added = _changed(new, old)
    starts = sorted((line, table, id_) for (table, id_), line in reading.lines.items())
    at = [number for number, (line, *_) in enumerate(starts) if line <= first]
    if not at:
        return None
    begin, table, _ = starts[at[-1]]
    end = next((line for line, *_ in starts if line > last), len(old) + 1)
    end = next((line for line in range(begin, end) if old[line - 1][:1] not in ("", " ", "#")), end)
    if end <= last:
        return None
    try:
        part = read("\n".join([f"{table}:", *new[begin - 1 : end - 1 + added]]), "")
    except DatasetError:
        return None
    if part.problems or part.ambiguities or not isinstance(part.data, dict) or list(part.data) != [table]:
        return None
    return _joined(reading, table, part, range(begin, end), added)


def _changed(new: list[str], old: list[str]) -> tuple[int, int, int]:
    """The last line before what is new, counted from 1; the last old line that is gone; how many lines were added."""
    most = min(len(new), len(old))
    head = next((number for number in range(most) if new[number] != old[number]), most)
    tail = next((number for number in range(most - head) if new[-1 - number] != old[-1 - number]), most - head)
    return head, len(old) - tail, len(new) - len(old)


def _joined(reading: Reading, table: str, part: Reading, gone: range, added: int) -> Reading | None:
    """The old reading with the records of a part in place of those that stood on the lines that are gone."""
    fresh = part.data[table]
    if not isinstance(fresh, dict):
        return None
    kept: Mapping[str, Any] = reading.data[table]
    before = {id_: each for id_, each in kept.items() if reading.lines[table, id_] < gone.start}
    after = {id_: each for id_, each in kept.items() if reading.lines[table, id_] >= gone.stop}
    records = {**before, **fresh, **after}
    if len(records) < len(before) + len(fresh) + len(after):  # one id twice
        return None
    lines = {key: line + (added if line >= gone.stop else 0) for key, line in reading.lines.items() if line not in gone}
    lines |= {key: line + gone.start - 2 for key, line in part.lines.items()}
    return Reading({**reading.data, table: records}, lines)
