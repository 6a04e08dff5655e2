"""Begins a site with what a coach has in a file, read as scripts/import does: a table, JSON of a database or text."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from limber.imports import report
from limber.imports.draft import Draft
from limber.imports.known import Known
from limber.imports.pictures import Shelf
from limber.imports.reading import read
from limber.imports.source_file import LARGEST, UnreadableError
from limber.imports.taking import NEEDED, Stated
from limber.imports.yaml_text import new_text

WHAT = "a file to import: a table (CSV, .xlsx), JSON of an exercise database, or text"
WHOSE = {
    "words-licence": 'By what right may its words be published? own, "public domain", "CC BY 4.0", …',
    "words-author": "Whose words are they?",
    "words-url": "Where do they come from? An address with https://",
}
"""What is asked, by flag, of a file whose words are not known to be the coach's own."""
_HOLES = "Until that is written scripts/build builds nothing; scripts/serve shows the site as far as it goes."


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a file gives: data/exercises.yaml as text, the id of a routine to come first, or "", and the report.

    `pictures`: what is copied, by its path in the site; `taken`: whether there is a record in it; `refused`: whether
    one was left out, as nobody said by what right its words may be published.
    """

    data: str
    pictures: Mapping[str, bytes]
    featured: str
    said: str
    taken: bool
    refused: bool


def asked_for(file: str, given: Mapping[str, str | None], asking: bool) -> Beginning:
    """What a file gives, which is said first; a coach is asked again where it cannot be read or taken.

    `given` has the flags as they were typed.
    """
    whose = {flag: given[flag.replace("-", "_")] or "" for flag in WHOSE}
    while True:
        fault = "Nothing of it may be taken: --words-licence, --words-author and --words-url say whose words they are."
        try:
            found = beginning(Path(file).expanduser(), Stated(*whose.values()))
            print(found.said)
            if found.refused and asking and not any(whose.values()):
                whose = {flag: input(f"{words} ").strip() for flag, words in WHOSE.items()}
                continue
            if found.taken:
                return found
        except UnreadableError as unreadable:
            fault = f"{file}: {unreadable}"
        except OSError as refused:
            fault = f"{file}: {refused.strerror}."
        if not asking:
            sys.exit(f"{fault}\nNothing was changed.")
        print(fault, file=sys.stderr)
        file = input("Which file? ").strip()
        whose = dict.fromkeys(WHOSE, "")


def beginning(file: Path, stated: Stated) -> Beginning:
    """What a site of the file's records begins with. Raises `UnreadableError`, with a reason, or `OSError`."""
    with file.open("rb") as opened:
        shelf = Shelf(file.parent)
        draft = read(opened.read(LARGEST + 1), file.stem, Known(), stated, shelf=shelf)
    said = report.report(draft, file.name, "record" if draft.kind.startswith("records") else "line")
    return Beginning(
        data=new_text(draft),
        pictures={f"content/{path}": picture.read_bytes() for path, picture in shelf.files.items()},
        featured=next(iter(draft.tables["routines"]), ""),
        said=f"{said}\n{report.counted(draft)}.{_holes(draft)}",
        taken=bool(draft.tables["exercises"]),
        refused=any(each.kind == "refused" for each in draft.remarks),
    )


def _holes(draft: Draft) -> str:
    """That what is missing has to be written first."""
    missing = any(key not in record.keys for record in draft.tables["exercises"].values() for key in NEEDED)
    return f"\n{_HOLES}" if missing else ""
