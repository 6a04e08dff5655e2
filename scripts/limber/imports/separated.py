"""Reads the rows of a text in which commas, semicolons, tabs or bars stand between cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from limber.imports.spreadsheet import Row

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def rows(text: str, separator: str) -> list[Row]:
    """The rows that say something, each with the line that it begins in."""
    if separator == "|":
        return [Row(line, cells) for line, cells in _barred(text) if any(cells)]
    found = []
    line = 1
    csv.field_size_limit(2**27)  # a quote that is never closed makes one cell of all that follows
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    try:
        for cells in reader:
            stripped = [_whole(each.strip()) for each in cells]
            if any(stripped):
                found.append(Row(line, stripped))
            line = reader.line_num + 1
    except csv.Error:
        return found
    return found


def _whole(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _barred(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table in Markdown, without the rule below its head."""
    for line, written in enumerate(text.splitlines(), 1):
        inner = written.strip()
        if re.fullmatch(r"[|\s:-]+", inner):
            continue
        yield line, [each.strip() for each in inner.strip("|").split("|")]
