"""Imports texts and bytes in tests, and reads drafts back."""

from __future__ import annotations

from typing import Any

from limber.dataset import dose_text
from limber.dataset.yaml.reader import read as read_yaml
from limber.dataset.yaml.reading import Reading
from limber.imports.draft import Draft
from limber.imports.known import Known, known_in
from limber.imports.pictures import Shelf
from limber.imports.reading import read
from limber.imports.taking import Stated


def draft_of(
    source: str | bytes,
    name: str = "mine",
    known: Known | None = None,
    stated: Stated | None = None,
    language: str = "en",
    stated_licence: str = "",
    shelf: Shelf | None = None,
) -> Draft:
    """The draft of a file of this content."""
    raw = source.encode() if isinstance(source, str) else source
    stated = (
        stated or Stated(licence=stated_licence, author="Kim Doe", url="https://example.org/x")
        if stated_licence
        else stated or Stated()
    )
    return read(raw, name, known or Known(), stated, language, shelf)


def exercises(draft: Draft) -> dict[str, Any]:
    """What the doses of its exercises mean, by their ids."""
    return {id_: meant(each.keys["dose"]) for id_, each in draft.tables["exercises"].items() if "dose" in each.keys}


def meant(dose: str) -> Any:
    """What a dose in a line means, in full."""
    return dose_text.read(dose).doses["start"]


def remarks(draft: Draft, kind: str) -> list[str]:
    """What it says of one kind."""
    return [each.said() for each in draft.remarks if each.kind == kind]


def read_back(text: str) -> Reading:
    """YAML as the dataset reads it."""
    return read_yaml(text, "mine.yaml")


def known_of(text: str) -> Known:
    """What stands in a file already."""
    found = read_back(text)
    return known_in({"mine.yaml": (found.data, found.lines)})
