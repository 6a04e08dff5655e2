"""Reads, extends and writes the ledger of published addresses and codes.

A line is an address and the code that its record had: `exercises/calf-stretch/ cs`. Lines stand alone, so that two
people's new ones can be joined by git; a hyphen stands where no code is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from limber.dataset.problem import WITH_PAGES, DatasetError, Problem, quoted, say
from limber.dataset.yaml.source import display_path, text_of
from limber.model.nouns import Dataset

Address = tuple[str, str]  # a table and an id

HEAD = """\
# Addresses that others may have, each with the code of its record. A link is a promise, so each build holds these.
# Written by scripts/published.py; .github/CONTRIBUTING.md says when, and how to begin a list of your own.
"""
_LINE = re.compile(r"(exercises|routines|programmes)/([a-z0-9-]+)/ ([a-z]{2,5}|-)")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The published codes by address. An empty code is unknown."""

    codes: Mapping[Address, str] = field(default_factory=dict)

    def lacks(self, dataset: Dataset) -> list[str]:
        """The addresses of the dataset that are not in the ledger yet."""
        return [_path(each) for each, code in _promises(dataset) if not self._holds(each, code)]

    def notes(self, dataset: Dataset, folder: str = "") -> list[str]:
        """Notes for a build that is to be published: addresses that are not in the ledger yet; in the `folder` that is
        the dataset, where it is no file.
        """
        file = f"{folder or 'data'}/published.txt"
        cure = f"Run: .venv/bin/python scripts/published.py{folder and f' {folder}'}, and commit {file}."
        return [f"Note: {file} lacks {each}. {cure}" for each in self.lacks(dataset)[:1]]

    def grown(self, dataset: Dataset) -> Ledger:
        """The ledger extended by everything that the dataset publishes."""
        fresh = {each: code for each, code in _promises(dataset) if not self._holds(each, code)}
        return Ledger({**self.codes, **fresh})

    def text(self) -> str:
        """The text of the file."""
        return HEAD + "".join(f"{_path(each)} {self.codes[each] or '-'}\n" for each in sorted(self.codes, key=_path))

    def _holds(self, address: Address, code: str) -> bool:
        """Whether an address is in the ledger, with its code if it has one."""
        return address in self.codes and bool(self.codes[address] or not code)


def beside(data: Path) -> Path:
    """Where the ledger of a dataset is, in the file or the folder at `data`."""
    return data / "published.txt" if data.is_dir() else data.with_name("published.txt")


def ledger_in(path: Path) -> Ledger:
    """The ledger in the file at `path`; empty if there is no file yet."""
    file = display_path(path)
    return read(text_of(path, file), file) if path.exists() else Ledger()


def read(text: str, file: str) -> Ledger:
    """The ledger in the text of a file. Raises `DatasetError` for a malformed line."""
    codes: dict[Address, str] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not (found := _LINE.fullmatch(line.rstrip())):
            what = say("{line} is not an address and a code.", line=quoted(line))
            problems.append(
                Problem((), what, say("Bring the line back as it was in an earlier version."), line=number, column=1)
            )
            continue
        address, code = (found[1], found[2]), found[3].strip("-")
        if codes.setdefault(address, code) != code:
            what = say("{path} has another code above, {codes}.", path=_path(address), codes=quoted(codes[address]))
            problems.append(Problem((), what, say("Keep the line that was published first."), line=number, column=1))
    if problems:
        raise DatasetError(file, problems)
    return Ledger(codes)


def _promises(dataset: Dataset) -> Iterator[tuple[Address, str]]:
    """Everything that a site with this dataset publishes, including the old addresses of its records."""
    for table in WITH_PAGES:
        for id_, record in getattr(dataset, table).items():
            yield (table, id_), record.code
            for old in record.old_ids:
                yield (table, old), ""


def _path(address: Address) -> str:
    return f"{address[0]}/{address[1]}/"
