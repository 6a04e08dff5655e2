"""Reads a file as text and checks its encoding and its characters."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from limber.dataset.problem import RECORDS, DatasetError, Problem, Said, listed, quoted, say
from limber.dataset.yaml.characters import first_unseen, misread
from limber.dataset.yaml.indentation_faults import likely_column
from limber.dataset.yaml.list_markers import as_item, marked

LARGEST = 16 * 1024 * 1024
"""Bytes; about twice what three thousand exercises take."""

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_REPLACED = "\N{REPLACEMENT CHARACTER}"  # what programs write for a letter that they could not read
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def display_path(path: Path) -> str:
    """The path as problems show it: from where one stands, if it lies there."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def text_of(path: Path, file: str) -> str:
    """The text of the file at `path`, which problems call `file`."""

    def refused(what: Said, tip: Said, line: int = 0, column: int = 0) -> DatasetError:
        return DatasetError(file, [Problem((), what, tip, line=line, column=column)])

    try:
        if path.is_dir():
            raise refused(say("this is a folder, not a file."), say("Name the YAML file in it."))
        if not path.is_file():
            raise refused(
                say("there is no such file."), say("Check the name, or bring the file back from an earlier version.")
            )
        if (size := path.stat().st_size) > LARGEST:
            raise refused(
                say(
                    "the file has {size} MB; at most {largest} MB are read.",
                    size=size // 2**20,
                    largest=LARGEST // 2**20,
                ),
                say("A thousand exercises take 3 MB. Was something else saved under this name?"),
            )
        raw = path.read_bytes()
    except OSError as error:
        raise refused(
            say("the file cannot be opened ({strerror}).", strerror=error.strerror), say("Check who may read it.")
        ) from None
    if name := _other_encoding(raw):
        raise refused(
            say("the file is saved as {name}; it should be plain UTF-8.", name=name),
            say('Save it again as "UTF-8", without "BOM".'),
            1,
            1,
        )
    if raw.count(0) > len(raw) // 8:
        raise refused(
            say("the file holds zeros where text should be; a disk or a program failed while it was saved."),
            say("Bring the file back from an earlier version."),
        )
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = _LINE_BREAK.split(raw[: error.start].decode())
        letter = raw[error.start : error.start + 1].decode("cp1252", "ignore")
        meant = f", in Windows' encoding {quoted(letter)}," if letter.isalpha() else ""
        raise refused(
            say(
                "the byte {raw}{meant} is not UTF-8; the file was saved in another encoding.",
                raw=f"{raw[error.start]:#04x}",
                meant=meant,
            ),
            say('Save it again as "UTF-8", and look whether the letters in this line are still right.'),
            len(before),
            len(before[-1]) + 1,
        ) from None
    plain = text.isascii() or not (_REPLACED in text or misread(text))
    if not (plain and text.replace("\n", "").isprintable()) and (odd := list(_odd_characters(lines_of(text)))):
        raise DatasetError(file, odd)
    return text


def _other_encoding(raw: bytes) -> str:
    """The name of another encoding that a file is saved in, where it begins with its mark or has zeros all over."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    even, odd = raw[:1000:2].count(0), raw[1:1000:2].count(0)
    return "UTF-16" if 4 * max(even, odd) > len(raw[:1000]) and 8 * min(even, odd) < len(raw[:1000]) else ""


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors count them."""
    return _LINE_BREAK.split(text)


def record_around(lines: list[str], line: int) -> str:
    """The record that a line belongs to, by its looks, for problems met before there are records."""
    if not lines[line - 1][:1].isspace():
        return ""
    record = ""
    for text in reversed(lines[:line]):
        if not record and (key := _RECORD.match(text)):
            record = key[1].strip("'\"")
        elif table := _TABLE.match(text):
            return _record_name(table[1], record)
    return ""


_RECORD = re.compile(r"  ([^\s#:-][^:]*):")
_TABLE = re.compile(r"(\w+):")


def _record_name(table: str, record: str) -> str:
    kind = RECORDS.get(table, "")
    return f"{kind} {quoted(record)}" if record and kind else ""


def _odd_characters(lines: list[str]) -> Iterator[Problem]:
    """Every line that holds a tab, a character that cannot be seen, or one that was lost: each says its first one."""
    table = record = ""
    for number, line in enumerate(lines, 1):
        if key := _RECORD.match(line):
            record = key[1].strip("'\"")
        elif key := _TABLE.match(line):
            table, record = key[1], ""
        if line.isascii() and line.isprintable():
            continue
        if found := _lost(line) or _odd(number - 1, lines):
            column, what, tip = found
            subject = _record_name(table, record if line[:1].isspace() else "")
            yield Problem((), what, tip, line=number, column=column + 1, subject=subject)


def _lost(line: str) -> tuple[int, Said, Said] | None:
    """Letters that another encoding has spoilt: the index of the first, what is wrong, and the remedy."""
    if _REPLACED in line:
        what = say("a letter was lost here (U+FFFD), when the file was saved in another encoding.")
        return line.index(_REPLACED), what, say("Type it again, as the original has it.")
    if not (pieces := misread(line)):
        return None
    first = next(iter(pieces))
    tips = [f"{quoted(meant)} for {quoted(piece)}" for piece, meant in pieces.items() if meant.strip().isprintable()]
    hidden = [quoted(piece) for piece, meant in pieces.items() if not meant.strip().isprintable()]
    what = say("{first} is what another encoding has made of a letter.", first=quoted(first))
    write = say("Write {tips}.", tips=listed(tips)) if tips else None
    remove = say("Take out {hidden}.", hidden=listed(hidden)) if hidden else None
    both = say("{write} {remove}", write=write, remove=remove) if write and remove else None
    return line.index(first), what, both or write or remove or say("")


def _odd(number: int, lines: list[str]) -> tuple[int, Said, Said] | None:
    """The first tab, or character that cannot be seen: its index, what is wrong, and the remedy."""
    line = lines[number]
    if (index := first_unseen(line)) < 0:
        return None
    odd = line[index]
    if odd == "\t" and not line[:index].strip():
        column = likely_column(number, lines)
        tip = say("Put two spaces in place of each tab.")
        if column is not None:
            tip = say("Put spaces in place of each tab, and begin the line in column {column}.", column=column + 1)
        return index, say("a tab begins this line; YAML takes spaces only."), tip
    if odd == "\t":
        return index, say("a tab stands here."), say("Put a space in its place.")
    if (sign := marked(line.strip())) and sign["sign"] == odd:
        item = as_item(line.strip()[sign.end() :])
        tip = say("Begin the item of a list with a hyphen and a space: - {item}", item=item)
        return index, say("a bullet of a word processor stands here ({name}).", name=_name(odd)), tip
    if unicodedata.category(odd) == "Zs":
        return (
            index,
            say("a space that is no plain space stands here ({name}).", name=_name(odd)),
            say("Type a space in its place."),
        )
    what = say("a character that cannot be seen stands here ({name}).", name=_name(odd))
    return index, what, say("Delete it; if you do not find it, type the words around it again.")


def _name(odd: str) -> str:
    """`U+200B, zero width space`."""
    name = unicodedata.name(odd, "").lower()
    return f"U+{ord(odd):04X}" + (f", {name}" if name else "")
