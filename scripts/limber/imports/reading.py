"""Reads a file of any kind that is known into a draft."""

from __future__ import annotations

import json
import re

from limber.imports import databases, spreadsheet
from limber.imports.coach_text import DOSE, CoachText
from limber.imports.columns import heads
from limber.imports.draft import Draft
from limber.imports.known import Known
from limber.imports.pictures import Shelf
from limber.imports.routines import add_routines
from limber.imports.separated import SEPARATORS, rows
from limber.imports.source_file import UnreadableError, text_in
from limber.imports.spreadsheet import Row
from limber.imports.tables import Tables
from limber.imports.taking import Stated, Taking


def read(
    raw: bytes, name: str, known: Known, stated: Stated, language: str = "en", shelf: Shelf | None = None
) -> Draft:
    """The draft of a file's bytes; `name` is the file's, without its ending. Raises `UnreadableError`."""
    title = re.sub(r"^[\d ._-]+(?=\S)", "", name).replace("-", " ").replace("_", " ").strip() or "Imported"
    if spreadsheet.is_workbook(raw):
        return _workbook(raw, title, known, stated)
    text = text_in(raw)
    if not text.strip():
        raise UnreadableError("It is empty.")
    if text.lstrip()[:1] in "[{":
        return _database(text, Taking(known, stated, is_own=False, shelf=shelf), language)
    separator, found = _table(text)
    taking = Taking(known, stated, is_own=True)
    if separator:
        taking.draft.kind = f"a table with {SEPARATORS[separator]} between its cells"
        tables = Tables(taking, title)
        tables.sheet(found, "")
        add_routines(taking.draft, known, tables.sessions)
    else:
        taking.draft.kind = "text, one exercise a line"
        lines = CoachText(taking, title)
        lines.read(text)
        add_routines(taking.draft, known, lines.sessions)
    return taking.draft


def _table(text: str) -> tuple[str, list[Row]]:
    """The separator that makes a table of a text, with its rows; none where no line is the head of a table."""
    for separator in ("|", "\t", ";", ","):
        if separator in text:
            found = rows(text, separator)
            if any(heads(list(row.cells)) and not DOSE.search(" ".join(row.cells)) for row in found):
                return separator, found
    return "", []


def _workbook(raw: bytes, title: str, known: Known, stated: Stated) -> Draft:
    found = spreadsheet.sheets(raw)
    taking = Taking(known, stated, is_own=True)
    taking.draft.kind = f"a spreadsheet of {len(found)} sheet{'' if len(found) == 1 else 's'}"
    tables = Tables(taking, title)
    for sheet in found:
        tables.sheet(sheet.rows, sheet.name if len(found) > 1 else "")
    add_routines(taking.draft, known, tables.sessions)
    return taking.draft


def _database(text: str, taking: Taking, language: str) -> Draft:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        place = f" in line {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise UnreadableError(f"It begins like JSON and is none{place}. Save it again from where it comes.") from None
    databases.take(data, taking, language)
    taking.draft.kind = taking.draft.kind or "JSON of a shape that is not known"
    return taking.draft
