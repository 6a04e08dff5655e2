"""A file as text, or why it cannot be read; knows of bytes and characters, not of YAML."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from limber.problem import RECORDS, Problem, Unsound, quoted

LARGEST = 16 * 1024 * 1024
"""Bytes; about twice what three thousand exercises take."""

_MOST_TOLD = 20  # lines with odd characters; a file full of them is of another kind altogether
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def called(path: Path) -> str:
    """The path as problems show it: from where one stands, if it lies there."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def text_of(path: Path, file: str) -> str:
    """The text of the file at `path`, which problems call `file`."""

    def refused(what: str, tip: str, line: int = 0, column: int = 0) -> Unsound:
        return Unsound(file, [Problem((), what, tip, line=line, column=column)])

    try:
        if path.is_dir():
            raise refused("this is a folder, not a file.", "Name the YAML file in it.")
        if not path.is_file():
            raise refused("there is no such file.", "Check the name, or bring the file back from an earlier version.")
        if (size := path.stat().st_size) > LARGEST:
            raise refused(
                f"the file has {size // 2**20} MB; at most {LARGEST // 2**20} MB are read.",
                "A thousand exercises take 3 MB. Was something else saved under this name?",
            )
        raw = path.read_bytes()
    except OSError as error:
        raise refused(f"the file cannot be opened ({error.strerror}).", "Check who may read it.") from None
    for mark, name in ((codecs.BOM_UTF8, "UTF-8 with BOM"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if raw.startswith(mark):
            raise refused(
                f"the file is saved as {name}; it should be plain UTF-8.",
                'Save it again as "UTF-8", without "BOM".',
                1,
                1,
            )
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = _LINE_BREAK.split(raw[: error.start].decode())
        raise refused(
            f"the byte {raw[error.start]:#04x} is not UTF-8; the file was saved in another encoding.",
            'Save it again as "UTF-8", and look whether the letters in this line are still right.',
            len(before),
            len(before[-1]) + 1,
        ) from None
    if not text.replace("\n", "").isprintable() and (odd := _odd_characters(lines_of(text))):
        raise Unsound(file, odd)
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors count them."""
    return _LINE_BREAK.split(text)


def record_around(lines: list[str], line: int) -> str:
    """The record that a line belongs to, by its looks, for problems met before there are records."""
    record = ""
    if not lines[line - 1][:1].isspace():
        return ""
    for text in reversed(lines[:line]):
        if not record and (key := re.match(r"  ([^\s#:-][^:]*):", text)):
            record = key[1].strip("'\"")
        elif table := re.match(r"(\w+):", text):
            kind = RECORDS.get(table[1], "")
            return f"{kind} {quoted(record)}" if record and kind else ""
    return ""


def _odd_characters(lines: list[str]) -> list[Problem]:
    """Every line that holds a tab, or a character that cannot be seen: each says its first one."""
    problems = []
    for number, line in enumerate(lines, 1):
        if line.isprintable():
            continue
        column = next(column for column, each in enumerate(line, 1) if not each.isprintable())
        odd = line[column - 1]
        if odd == "\t" and not line[: column - 1].strip():
            what = "a tab begins this line; YAML takes spaces only."
            tip = "Put two spaces in place of each tab."
        elif odd == "\t":
            what, tip = "a tab stands here.", "Put a space in its place."
        elif unicodedata.category(odd) == "Zs":
            what, tip = f"a space that is no plain space stands here ({_name(odd)}).", "Type a space in its place."
        else:
            what = f"a character that cannot be seen stands here ({_name(odd)})."
            tip = "Delete it; if you do not find it, type the words around it again."
        problems.append(Problem((), what, tip, line=number, column=column, subject=record_around(lines, number)))
        if len(problems) == _MOST_TOLD:
            break
    return problems


def _name(odd: str) -> str:
    """`U+200B, zero width space`."""
    name = unicodedata.name(odd, "").lower()
    return f"U+{ord(odd):04X}" + (f", {name}" if name else "")
