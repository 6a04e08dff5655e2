"""Writes which texts of records, and which pages, are in another language than the site, for scripts that say so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from limber.exports import records
from limber.exports.lazy_texts import LazyTexts
from limber.exports.programme_records import programme
from limber.languages.language_marks import direction_of
from limber.languages.other_language import InLanguage, code_of, parts_of
from limber.model.nouns import Dataset

FILE = "other-language.json"
_NEXT_SENTENCE = re.compile(r"(?<=[.!?]) ")


def _languages(dataset: Dataset) -> set[str]:
    """The codes of languages that records are in, beside the site's: one at most, since a dataset is written in one."""
    tables = (dataset.exercises, dataset.routines, dataset.programmes, dataset.equipment)
    return {code_of(each.name) for table in tables for each in table.values()} - {""}


def files(dataset: Dataset, pages: Mapping[str, str]) -> Mapping[str, str]:
    """The file by its path below the site's root; none where all is in the language of the site. `pages` are a coach's
    own that are not, by their addresses, each with the code of its language.
    """
    languages = _languages(dataset) | {*pages.values()}
    return LazyTexts({FILE: lambda: _text(dataset, *languages, pages=pages)} if languages else {})


def _text(dataset: Dataset, language: str, *, pages: Mapping[str, str]) -> str:
    said = (
        *map(records.exercise, dataset.exercises.values()),
        *map(records.routine, dataset.routines.values()),
        *map(programme, dataset.programmes.values()),
    )
    sentences = {part.rstrip(".") for each in _others(said) for part in _NEXT_SENTENCE.split(each)}
    told = {"language": language, "direction": direction_of(language), "texts": sorted(sentences), "pages": [*pages]}
    return json.dumps(told, ensure_ascii=False)


def _others(value: Any) -> Iterator[InLanguage]:
    if isinstance(value, str):
        yield from (each for each in parts_of(value) if isinstance(each, InLanguage))
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from _others(each)
