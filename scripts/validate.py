"""Prints every problem in the data and in content/, or one line when there is none, with what is good to know.

With `--format` it writes a sound dataset out in full, and leaves one with problems as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from limber.build_cache import BuildCache
from limber.dataset import ledger, load, record_texts, site_file, translations
from limber.dataset.problem import MOST_TOLD, Problem, place_in_words
from limber.languages import catalogues
from limber.model.nouns import Dataset
from limber.model.site import Site
from limber.site import content_faults

ROOT = Path(__file__).parents[1]
OWN = ROOT / "data" / "exercises.yaml"
CATALOGUES = ROOT / "overrides" / "languages"


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description="Print every problem in the dataset, and what is good to know.")
    parser.add_argument("file", nargs="?", type=Path, default=OWN, help="a file, or a folder with the files of one")
    parser.add_argument("--all", action="store_true", help=f"print all of them, and not the first {MOST_TOLD} alone")
    parser.add_argument("--complete", action="store_true", help="say what a careful coach would add to each exercise")
    parser.add_argument("--format", action="store_true", help="write short forms out in full, and put ids in order")
    parser.add_argument("--json", action="store_true", help="print a list for programs, with the same texts")
    asked = parser.parse_args()
    path: Path = asked.file
    file = load.display_path(path)
    try:
        found = load.loaded(path, ROOT / "content", ledger.beside(path))
    except load.DatasetError as unsound:
        faults = [*_faults_of_languages(path, None), *(_faults_beside(None) if path == OWN else ())]
        if asked.json:
            _print([*(_record(each, unsound.file, "problem") for each in unsound.problems), *map(_fault, faults)])
        else:
            print(unsound.report(len(unsound.problems)) if asked.all else unsound, *faults, sep="\n", file=sys.stderr)
        return 1
    if asked.format and path.is_dir():
        parser.error("--format writes one file, and this is a folder.")
    if asked.format and (text := load.written_in_full(found)) != found.text:
        path.write_text(text, "utf-8", newline="\n")
        found = load.loaded(path, ROOT / "content", ledger.beside(path))
    faults = [*_faults_of_languages(path, found), *(_faults_beside(found.dataset) if path == OWN else ())]
    notes, advice = load.notes(found, path), load.advice(found, path) if asked.complete else []
    if asked.json:
        told = [_record(each, file, kind) for kind, some in (("note", notes), ("advice", advice)) for each in some]
        _print([*map(_fault, faults), *told])
    else:
        for each in (*notes, *advice):
            print(each.said(file))
        print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
        if not faults:
            print(_sound(found.dataset, file, len(notes)))
    return 1 if faults else 0


def _sound(dataset: Dataset, file: str, notes: int) -> str:
    counts = (
        _count(len(dataset.equipment), "piece of equipment", "pieces of equipment"),
        _count(len(dataset.exercises), "exercise", "exercises"),
        _count(len(dataset.routines), "routine", "routines"),
        *([_count(len(dataset.programmes), "programme", "programmes")] if dataset.programmes else []),
    )
    noted = f" {_count(notes, 'note', 'notes')} above: nothing that must be mended." if notes else ""
    return f"{file}: {', '.join(counts)}, no problem.{noted}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _faults_of_languages(path: Path, found: load.Loaded | None) -> Iterator[str]:
    """The faults in the files of other languages' texts; without a sound dataset only whether they can be read."""
    files = catalogues.files_of_texts(record_texts.folder_beside(path), catalogues.codes(CATALOGUES))
    for file, fault in files:
        if fault:
            yield fault.said(load.display_path(file))
            continue
        try:
            if unread := translations.unread(file):
                raise unread
            if found:
                language = catalogues.language(file.stem, CATALOGUES, BuildCache())
                site = site_file.load(OWN.parent / "site.yaml") if path == OWN else Site()
                translations.translated(found, site, file, file.stem, language, ROOT / "content", ledger.beside(path))
        except load.DatasetError as unsound:
            yield from (each.said(unsound.file) for each in unsound.problems)


def _faults_beside(dataset: Dataset | None) -> Iterator[str]:
    """The faults in data/site.yaml, then those in pages of content/."""
    try:
        site_file.load(ROOT / "data" / "site.yaml", dataset.routines if dataset else None)
    except load.DatasetError as unsound:
        yield from (each.said(unsound.file) for each in unsound.problems)
    yield from _faults_in_content(dataset)


def _faults_in_content(dataset: Dataset | None) -> Iterator[str]:
    """The faults in pages of content/; where the dataset is not sound, nobody can tell which ids there will be."""
    ids = content_faults.record_ids(dataset) if dataset else {}
    material = find_spec("material")
    folders = [
        ROOT / "overrides",
        *(Path(each) / "templates" for each in (material and material.submodule_search_locations) or ()),
    ]
    yield from content_faults.faults(
        ROOT / "content",
        ids,
        {f"{table}/index.md" for table in ids},
        lambda name: any((each / name).is_file() for each in folders),
        catalogues.codes(CATALOGUES),
    )


_FAULT = re.compile(r"(?P<file>[^\n]+?)(?::(?P<line>\d+))?(?::(?P<column>\d+))?: (?P<what>[^\n]+)\n\s+(?P<remedy>.+)")


def _fault(text: str) -> dict[str, Any]:
    """A fault in content/ or of the site as a record."""
    parts = found.groupdict() if (found := _FAULT.fullmatch(text)) else {"file": "content", "what": text, "remedy": ""}
    return {
        "kind": "problem",
        "file": parts["file"],
        "line": int(parts.get("line") or 0),
        "column": int(parts.get("column") or 0),
        "record": "",
        "what": parts["what"],
        "remedy": parts["remedy"],
    }


def _record(it: Problem, file: str, kind: str) -> dict[str, Any]:
    """A problem, a note or a piece of advice as a record."""
    return {
        "kind": kind,
        "file": it.file or file,
        "line": it.line,
        "column": it.column,
        "record": place_in_words(it.where) if it.subject is None else it.subject,
        "what": it.what,
        "remedy": it.tip,
    }


def _print(records: list[dict[str, Any]]) -> None:
    print(json.dumps(records, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    sys.exit(main())
