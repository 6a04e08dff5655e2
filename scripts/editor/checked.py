"""What the validator says of a draft: at which field of the form, and of which other record."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from limber.build_cache import BuildCache
from limber.dataset import cached, load
from limber.dataset.loaded import Loaded
from limber.dataset.problem import Problem, place_in_words
from limber.editing.fields import fields
from limber.editing.layout import Record

Fault = Problem


class Checker:
    """Checks texts of the data file; each is checked once, and a draft only as far as it differs from the file."""

    def __init__(self, project: Path, cache: BuildCache) -> None:
        self._file, self._content = project / "data" / "exercises.yaml", project / "content"
        self._published = project / "data" / "published.txt"
        self._cache = cache
        self._text: str | None = None
        self._ledger: str = ""
        self._found: tuple[Sequence[Problem], Loaded | None] = ((), None)
        self._sound: Loaded | None = None  # the last one: what is as in it need not be checked again

    def of_file(self, text: str) -> Sequence[Problem]:
        """The problems of the file as it stands."""
        ledger = self._published.read_text("utf-8") if self._published.exists() else ""
        if (self._text, self._ledger) != (text, ledger):
            self._found = self._kept(text) or self._checked(text, self._sound)
            self._text, self._ledger = text, ledger
            self._sound = self._found[1] or self._sound
            gc.freeze()  # thousands of records, which a collection after each draft would go through
        return self._found[0]

    def of_draft(self, text: str, draft: str) -> tuple[Sequence[Problem], Loaded | None]:
        """What the draft of a file has of problems that the file does not have, and its dataset, if it is sound."""
        before = {(each.where, each.what) for each in self.of_file(text)}
        found, loaded = self.all_of_draft(text, draft)
        return [each for each in found if (each.where, each.what) not in before], loaded

    def all_of_draft(self, text: str, draft: str) -> tuple[Sequence[Problem], Loaded | None]:
        """The same with the problems that the file has, too."""
        self.of_file(text)
        return self._found if draft == text else self._checked(draft, self._found[1])

    def _kept(self, text: str) -> tuple[Sequence[Problem], Loaded | None] | None:
        """What a build has found of the file, if that is the one whose text this is."""
        try:
            loaded = cached.loaded(self._cache, self._file, self._content, self._published, self._sound)
        except load.DatasetError:
            return None
        return ((), loaded) if loaded.text == text else None

    def _checked(self, text: str, before: Loaded | None) -> tuple[Sequence[Problem], Loaded | None]:
        try:
            loaded = load.of_text(text, "data/exercises.yaml", self._content, self._published, before)
        except load.DatasetError as unsound:
            return unsound.problems, None
        return (), loaded


def in_json(faults: Sequence[Problem], record: Record) -> Sequence[Mapping[str, Any]]:
    """Problems for the page: each with the field that it stands at, and where in that, or with whose it is."""
    table = record[0]
    names: dict[tuple[str | int, ...], str] = {each.keys: each.name for each in fields(table)}
    told: list[Mapping[str, Any]] = []
    for each in faults:
        what = {"what": each.what, "tip": each.tip}
        if each.where[:2] != record:
            told.append({**what, "subject": place_in_words(each.where), "field": "", "at": []})
            continue
        missing = [names[place[2:]] for place in each.covers if len(each.where) == 2 and place[2:] in names]
        rest = each.where[2:]
        length = next((n for n in (2, 1) if rest[:n] in names), 0)
        field = names[rest[:length]] if length else ""
        subject = "" if field or not rest else place_in_words(each.where)
        told.append({**what, "subject": subject, "field": field, "at": rest[length:], "missing": missing})
    return told
