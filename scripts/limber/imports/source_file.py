"""Tells what a file is by its content, and reads its bytes as text."""

from __future__ import annotations

import codecs

LARGEST = 16 * 1024 * 1024  # bytes
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", "Save it as .xlsx or as CSV."),
    (b"%PDF", "a PDF", "Copy its table into a spreadsheet, or its lines into a text file."),
    (b"\x89PNG", "a picture", "Type what it shows, one exercise a line."),
    (b"\xff\xd8\xff", "a picture", "Type what it shows, one exercise a line."),
    (b"{\\rtf", "a Rich Text file", "Save it as plain text."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UnreadableError(Exception):
    """The file cannot be read at all; the text says why and what to do."""


def text_in(raw: bytes) -> str:
    """The text that bytes mean: UTF-8, what its first bytes say, or else Windows' Western encoding."""
    if len(raw) > LARGEST:
        raise UnreadableError(
            f"It has {len(raw) // 2**20} MB; at most {LARGEST // 2**20} MB are read. Import it in parts."
        )
    for start, what, cure in _OTHERS:
        if raw.startswith(start):
            raise UnreadableError(f"It is {what}. {cure}")
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if "\0" in text:
        raise UnreadableError("It is no text: it holds zeros. Save it as .xlsx, CSV, JSON or plain text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
