"""Which parts of the data are texts that a language has words for, and how these stand in a file of that language.

Such a file has the tables, ids and keys of the dataset, and of these the texts alone. Of a list whose items are
records, as steps are, it has those items that hold a text, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from limber.dataset.problem import Place
from limber.model.site import Site

TABLES = ("sources", "equipment", "exercises", "routines", "programmes", "retired")
SITE = "site"
"""What is said of the site stands in the same file, as if it were a table with one record."""

KEYS = frozenset(
    {
        *("name", "short_name", "spoken_name", "also_called", "summary", "description", "note", "reason"),
        *("muscles", "directions", "setup", "instructions", "switch", "short_steps", "cues", "shows", "label"),
        *("here", "not_here", "fault", "fix", "precautions", "stop_signs", "contraindications", "easier", "harder"),
        *("what", "alt", "words", "group", "audience", "when", "how_often", "why", "how", "moving_on", "care"),
        *("until", "enter_when"),
    }
)
"""The keys whose values are texts, or lists of texts."""
_NO_TEXT = frozenset({"source", "bands", "licence", "author"})
_ALONE: Mapping[object, tuple[str, ...]] = {
    "sources": ("note",),  # what else is said of a work is as it was published
    SITE: ("name", "description", "licence", "credentials"),
}


def folder_beside(dataset: Path) -> Path:
    """Where the files of languages lie: in the folder of the dataset, or beside its file."""
    return (dataset if dataset.is_dir() else dataset.parent) / "languages"


def is_text(where: Place) -> bool:
    """Whether a text at this place of the data has words in another language, and is no id and no name of a person."""
    if where[0] in _ALONE:
        return where[-1] in _ALONE[where[0]]
    if where[-1] == "contraindications":
        return False  # none are known: a word for programs
    key = where[-1] if isinstance(where[-1], str) else where[-2]
    return key in KEYS and not any(each in _NO_TEXT for each in where)


def of_record(where: Place, record: Any, said: Place | None = None) -> Iterator[tuple[Place, Place, str]]:
    """Each text of a record: its place in the data, its place in the file of a language, and its words."""
    said = where if said is None else said
    if isinstance(record, str):
        if is_text(where):
            yield where, said, record
    elif isinstance(record, dict):
        for key, each in record.items():
            yield from of_record((*where, key), each, (*said, key))
    elif isinstance(record, list):
        at = 0
        for number, each in enumerate(record):
            found = [*of_record((*where, number), each, (*said, at))]
            yield from found
            at += bool(found)


def of_data(data: Mapping[str, Any]) -> Iterator[tuple[Place, Any, dict[Place, tuple[Place, str]]]]:
    """Each record of the data with its place, and its texts by their place in the file of a language."""
    for table in TABLES:
        for id_, record in (data.get(table) or {}).items():
            if texts := {said: (where, text) for where, said, text in of_record((table, id_), record)}:
                yield (table, id_), record, texts


def of_site(site: Site) -> dict[str, Any]:
    """What a site says of itself in words, as data/site.yaml has it."""
    said: dict[str, Any] = {key: getattr(site, key) for key in ("name", "description", "licence")}
    said["coach"] = {"credentials": site.coach.credentials} if site.coach.credentials else ""
    return {key: each for key, each in said.items() if each}


def nested(texts: Mapping[Place, str]) -> Any:
    """Texts by their places as nested records and lists."""
    root: dict[Any, Any] = {}
    for place, text in texts.items():
        inner = root
        for part in place[:-1]:
            inner = inner.setdefault(part, {})
        inner[place[-1]] = text
    return _with_lists(root)


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_with_lists(value[key]) for key in sorted(value)]
    return {key: _with_lists(each) for key, each in value.items()}


def replaced(record: Any, texts: Mapping[Place, str], where: Place) -> Any:
    """A record at its place, with these texts at their places in the data."""
    if isinstance(record, dict):
        return {key: replaced(each, texts, (*where, key)) for key, each in record.items()}
    if isinstance(record, list):
        return [replaced(each, texts, (*where, number)) for number, each in enumerate(record)]
    return texts.get(where, record)
