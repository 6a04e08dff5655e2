"""Writes the dataset as JSON files by their path, for the timer and for other programs.

Each is made on demand. The files that hold all records have one record a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from limber.exports import programme_records, records
from limber.exports.lazy_texts import LazyTexts
from limber.exports.records import Record
from limber.model.nouns import Dataset, Programme
from limber.model.site import Site
from limber.plain_text import plain

API = "api/v1/"


def exports(dataset: Dataset, schemas: Mapping[str, str], site: Site) -> Mapping[str, str]:
    """Every file of the API by its path below the site's root; `schemas` are texts by the names they go out under."""
    exercises, routines = dataset.exercises.values(), dataset.routines.values()
    programmes = dataset.programmes.values()
    return LazyTexts(
        {
            **_each("exercises", exercises, records.exercise),
            **_each("plan-exercises", exercises, records.in_plan),
            **_each("routines", routines, records.session),
            **_each("programmes", programmes, programme_records.programme),
            f"{API}site.json": lambda: f"{_text(records.site(site))}\n",
            f"{API}exercises.json": lambda: _all("exercises", map(records.exercise, exercises)),
            f"{API}exercise-names.json": lambda: _names(dataset),
            f"{API}routines.json": lambda: _all("routines", map(records.routine, routines)),
            **({f"{API}programmes.json": partial(_programmes, programmes)} if programmes else {}),
            **{f"{API}{name}": partial("{}\n".format, text.rstrip()) for name, text in schemas.items()},
        }
    )


def _names(dataset: Dataset) -> str:
    """What exercises are found by, and the names of those that were retired, by the codes that plans have of them."""
    gone = {each.code: each.name for each in dataset.retired if each.table == "exercises" and each.code}
    retired = f',\n"retired":{_text(gone)}' if gone else ""
    listed = ",\n".join(_text(records.name(each)) for each in dataset.exercises.values())
    return f'{{"exercises":[\n{listed}\n]{retired}}}\n'


def _programmes(programmes: Iterable[Programme]) -> str:
    return _all("programmes", map(programme_records.programme, programmes))


def _each(name: str, found: Iterable[Any], as_record: Callable[[Any], Record]) -> Mapping[str, Callable[[], str]]:
    """A file for each record, and a copy under each old id, since programs do not follow redirect pages."""
    files: dict[str, Callable[[], str]] = {}
    for each in found:
        for id_ in (each.id, *each.old_ids):
            files[f"{API}{name}/{id_}.json"] = partial(_file, as_record, each)
    return files


def _file(as_record: Callable[[Any], Record], each: Any) -> str:
    return f"{_text(as_record(each))}\n"


def _text(record: Record) -> str:
    return plain(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def _all(name: str, found: Iterable[Record]) -> str:
    return f'{{"{name}":[\n' + ",\n".join(map(_text, found)) + "\n]}\n"
