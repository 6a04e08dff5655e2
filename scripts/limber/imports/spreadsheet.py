"""Reads the rows of an .xlsx file, as far as words and numbers go: no formulas are worked out, nothing is run.

It reads the few parts of ECMA-376 that tables need: the order of sheets, shared texts, and how numbers are shown.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from limber.imports.source_file import UnreadableError

DATE = "\N{REPLACEMENT CHARACTER}date"
"""Stands in a cell that shows a date: what was typed before a program made a date of it is lost."""
_LARGEST = 64 * 1024 * 1024  # bytes, unpacked
_MOST_COLUMNS = 200
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATES = {14, 15, 16, 17, 22}
_CLOCK = {18, 20}  # hours and minutes, which is what a spreadsheet makes of 1:30
_SECONDS = {19, 21, 45, 46, 47}
_PERCENT = {9, 10}


class Row(NamedTuple):
    """The cells of a row, and its number, from 1."""

    line: int
    cells: Sequence[str]


class Sheet(NamedTuple):
    """A table by its name."""

    name: str
    rows: Sequence[Row]


def is_workbook(raw: bytes) -> bool:
    """Whether these are the bytes of a zip file, which a workbook is."""
    return raw.startswith(b"PK\x03\x04")


def sheets(raw: bytes) -> list[Sheet]:
    """The sheets of a workbook in their order, without those that are empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return [sheet for sheet in _Workbook(parts).sheets() if sheet.rows]
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        KeyError,
        ValueError,
        IndexError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
    ) as fault:
        raise UnreadableError("It is no spreadsheet that can be read. Save it again as .xlsx, or as CSV.") from fault


class _Workbook:
    """One workbook while it is read."""

    def __init__(self, parts: zipfile.ZipFile) -> None:
        self.parts = parts
        self.left = _LARGEST
        names = set(parts.namelist())
        if "xl/workbook.xml" not in names:
            raise UnreadableError("It is a zip file and no Excel workbook. Save the table as .xlsx or as CSV.")
        self.texts = self._texts() if "xl/sharedStrings.xml" in names else []
        self.formats = list(self._formats()) if "xl/styles.xml" in names else []

    def part(self, name: str) -> ElementTree.Element:
        """One part, parsed; a part that declares entities is refused, as none needs any."""
        with self.parts.open(name) as file:
            text = file.read(self.left + 1)
        self.left -= len(text)
        if self.left < 0:
            raise UnreadableError(f"It unpacks to more than {_LARGEST // 2**20} MB. Import it in parts.")
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise UnreadableError("It declares entities, which no spreadsheet program writes. Save it again.")
        root = ElementTree.fromstring(text)  # noqa: S314 (without entities nothing is expanded or loaded)
        for each in root.iter():
            each.tag = each.tag.rpartition("}")[2]
        return root

    def sheets(self) -> Iterator[Sheet]:
        """Each sheet that is not hidden."""
        related = {each.get("Id"): each.get("Target", "") for each in self.part("xl/_rels/workbook.xml.rels")}
        for each in self.part("xl/workbook.xml").iter("sheet"):
            target = related.get(each.get(_RELATION), "")
            if each.get("state", "visible") == "visible" and "worksheets/" in target:
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
                yield Sheet(each.get("name", ""), list(self._rows(self.part(path))))

    def _rows(self, root: ElementTree.Element) -> Iterator[Row]:
        number = 0
        for row in root.iter("row"):
            number = int(row.get("r", number + 1))
            cells: dict[int, str] = {}
            for cell in row.iter("c"):
                column = _column(cell.get("r", "")) if cell.get("r") else len(cells)
                if column < _MOST_COLUMNS:
                    cells[column] = self._shown(cell).strip()
            if any(cells.values()):
                yield Row(number, [cells.get(each, "") for each in range(max(cells) + 1)])

    def _shown(self, cell: ElementTree.Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(each.text or "" for each in cell.iter("t"))
        value = cell.findtext("v") or ""
        if kind == "s":
            return self.texts[int(value)] if value else ""
        if kind == "n" and value:
            style = int(cell.get("s", "0"))
            return _number(float(value), self.formats[style] if style < len(self.formats) else "")
        return "" if kind == "e" else value

    def _texts(self) -> list[str]:
        """The shared texts, without the marks for how Japanese is read."""
        texts = []
        for item in self.part("xl/sharedStrings.xml").iter("si"):
            for marks in item.findall("rPh"):
                item.remove(marks)
            texts.append("".join(each.text or "" for each in item.iter("t")))
        return texts

    def _formats(self) -> Iterator[str]:
        """How the numbers of each style are shown: as a date, a clock, per cent, or plain."""
        root = self.part("xl/styles.xml")
        codes = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter("numFmt")}
        for styles in root.iter("cellXfs"):
            for style in styles.iter("xf"):
                yield _format(int(style.get("numFmtId", "0")), codes)


def _format(number: int, codes: Mapping[int, str]) -> str:
    code = re.sub(r'"[^"]*"|\[[^\]hms]*\]|\\.', "", codes.get(number, "")).lower()
    if number in _DATES or re.search(r"[dy]", code):
        return "date"
    if number in _SECONDS or "s" in code:
        return "seconds"
    if number in _CLOCK or "h" in code:
        return "clock"
    return "percent" if number in _PERCENT or "%" in code else ""


def _number(value: float, shown: str) -> str:
    if shown == "date":
        return DATE
    if shown in ("clock", "seconds"):
        units = round(value * 24 * (60 if shown == "clock" else 3600))
        return f"{units // 60}:{units % 60:02}"
    if shown == "percent":
        return f"{round(value * 100, 6):g} %"
    return f"{round(value, 6):.10g}"


def _column(place: str) -> int:
    """`C7` is in column 2."""
    letters = re.match(r"[A-Z]{1,3}", place)
    number = 0
    for letter in letters[0] if letters else "A":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
