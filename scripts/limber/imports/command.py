"""Imports a file from the command line: says first what it would write, and writes it with `--write`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from limber.dataset.problem import DatasetError
from limber.dataset.yaml.reader import read as read_yaml
from limber.dataset.yaml.source import display_path, text_of
from limber.imports import report
from limber.imports.draft import Draft, id_of
from limber.imports.known import known_in
from limber.imports.pictures import Shelf
from limber.imports.reading import read
from limber.imports.source_file import LARGEST, UnreadableError
from limber.imports.taking import Stated
from limber.imports.yaml_text import grown_text, holds, new_text

DATA = Path(__file__).resolve().parents[3] / "data"
_Read = tuple[str, Any, Mapping[tuple[str, str], int]]


def main() -> int:
    """Runs from the command line; 0 where there is something to write or it was written, else 1."""
    asked = _asked()
    source: Path = asked.file
    into = asked.into or DATA / f"import-{id_of(source.stem, 'file')}.yaml"
    try:
        there = {path: _there(path) for path in (DATA / "exercises.yaml", into) if path.exists()}
        known = known_in({display_path(path): (data, lines) for path, (_, data, lines) in there.items()})
        stated = Stated(asked.licence, asked.author, asked.url, asked.title)
        content = into.resolve().parent.parent / "content"
        shelf = Shelf(source.parent, content)
        draft = read(_bytes(source), source.stem, known, stated, asked.language, shelf)
        print(report.report(draft, display_path(source), "record" if draft.kind.startswith("records") else "line"))
        if draft.is_empty:
            print("Nothing is to be written.")
            return 1
        text = _text(draft, there.get(into))
        if asked.write:
            for path, picture in shelf.files.items():
                (content / path).parent.mkdir(parents=True, exist_ok=True)
                (content / path).write_bytes(picture.read_bytes())
            _write(into, text)
    except UnreadableError as fault:
        print(f"{display_path(source)}: {fault}", file=sys.stderr)
        return 1
    except DatasetError as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"{fault.filename or source}: {fault.strerror}.", file=sys.stderr)
        return 1
    folder = display_path(content / "images")
    print(_last_words(draft, display_path(into), asked.write, len(shelf.files), folder, is_own_file=asked.into is None))
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/import",
        description="Import exercises from a table, from JSON of an exercise database or from text, as drafts.",
    )
    parser.add_argument("file", type=Path, help="what to import")
    parser.add_argument("--write", action="store_true", help="write it; else it is only said what would be written")
    parser.add_argument(
        "--into",
        type=Path,
        help="a file of data to put the records into, such as data/exercises.yaml; else data/import-NAME.yaml",
    )
    parser.add_argument(
        "--licence", default="", help='of the words, where the file says none: own, "public domain", "CC BY 4.0", …'
    )
    parser.add_argument("--author", default="", help="whose words they are")
    parser.add_argument("--url", default="", help="where they come from, with https://")
    parser.add_argument("--title", default="", help="what the work is called")
    parser.add_argument("--language", default="en", help="of the words to take from wger, en if not said")
    return parser.parse_args()


def _there(path: Path) -> _Read:
    """The text, the plain data and the lines of the records of a file."""
    file = display_path(path)
    text = text_of(path, file)
    reading = read_yaml(text, file)
    if reading.problems:
        raise DatasetError(file, reading.problems)
    return text, reading.data, reading.lines


def _bytes(source: Path) -> bytes:
    if source.is_dir():
        raise UnreadableError("It is a folder. Name the file in it.")
    with source.open("rb") as file:
        return file.read(LARGEST + 1)


def _text(draft: Draft, there: _Read | None) -> str:
    """The text to write. It is read again first: what was there has to be there still, and the draft with it."""
    text = grown_text(there[0], draft, there[2]) if there else new_text(draft)
    reading = read_yaml(text, "the draft")
    if reading.problems:
        raise DatasetError("the draft", reading.problems)
    before = there[1] if there else {"equipment": {}} if not draft.tables["equipment"] else {}
    if not holds(reading.data, before, draft):
        raise UnreadableError(
            "The records do not fit into that file as it is written. Leave out --into, and copy them by hand."
        )
    return text


def _write(path: Path, text: str) -> None:
    """Writes a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if path.exists():
            Path(name).chmod(path.stat().st_mode & 0o777)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _last_words(draft: Draft, into: str, is_written: bool, pictures: int, folder: str, *, is_own_file: bool) -> str:
    counted = report.counted(draft)
    copied = f", {pictures} picture{'' if pictures == 1 else 's'} copied into {folder}/" if pictures else ""
    if not is_written:
        return f"{counted} would be written to {into}{copied}. Nothing was written; --write does it."
    check = f".venv/bin/python scripts/validate.py {into}"
    after = " Then move its records into data/exercises.yaml." if is_own_file else ""
    return f"{counted} written to {into}{copied}. Write what is missing; this names it: {check}.{after}"


if __name__ == "__main__":
    sys.exit(main())
