"""The dataset as files of JSON by their path, for the timer and for other programs; knows no builder and no HTML.

A record becomes text once; the files that hold all records are those texts, joined, with one record a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from limber import api_records
from limber.api_records import Record
from limber.model import Dataset, Exercise, Routine

API = "api/v1/"


def exports(dataset: Dataset, schemas: Mapping[str, str]) -> Mapping[str, str]:
    """Every file of the API by its path below the site's root; `schemas` are texts by the names they go out under."""
    exercises = {id_: _text(api_records.exercise(each)) for id_, each in dataset.exercises.items()}
    sessions = {id_: _text(api_records.session(each)) for id_, each in dataset.routines.items()}
    return {
        **_each("exercises", exercises, dataset.exercises),
        **_each("routines", sessions, dataset.routines),
        f"{API}exercises.json": _all("exercises", exercises.values()),
        f"{API}exercise-names.json": _all(
            "exercises", (_text(api_records.name(each)) for each in dataset.exercises.values())
        ),
        f"{API}routines.json": _all(
            "routines", (_text(api_records.routine(each)) for each in dataset.routines.values())
        ),
        **{f"{API}{name}": f"{text.rstrip()}\n" for name, text in schemas.items()},
    }


def _each(
    name: str, texts: Mapping[str, str], records: Mapping[str, Exercise] | Mapping[str, Routine]
) -> Mapping[str, str]:
    """A file for each record, and the same under each id that it had before: a program follows no redirect page."""
    return {
        f"{API}{name}/{name_}.json": f"{text}\n"
        for id_, text in texts.items()
        for name_ in (id_, *records[id_].old_ids)
    }


def _text(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _all(name: str, texts: Iterable[str]) -> str:
    return f'{{"{name}":[\n' + ",\n".join(texts) + "\n]}\n"
