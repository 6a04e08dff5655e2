"""Takes records with problems out of a dataset, and those that cannot be without them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from limber.dataset.problem import RECORDS, Place
from limber.dataset.rules.tables import steps_of

Record = Mapping[str, Any]


def without(data: Record, bad: Collection[Place]) -> dict[str, dict[str, Any]]:
    """The records by table that are not `bad`, by table and id, and name none that is. Ways to harder ones are cut."""
    kept: dict[str, dict[str, Any]] = {
        table: {
            id_: record
            for id_, record in (data.get(table) or {}).items()
            if isinstance(record, dict) and (table, id_) not in bad
        }
        for table in RECORDS
        if (table,) not in bad
    }
    kept = {table: kept.get(table, {}) for table in RECORDS}
    for table in ("exercises", "routines", "routines", "programmes"):  # twice: a core comes after its routine
        kept[table] = {
            id_: record
            for id_, record in kept[table].items()
            if all(name in kept[of] for of, name in _names(table, id_, record))
        }
    for id_, record in kept["exercises"].items():
        if "progressions" in record:
            harder = [each for each in record["progressions"] if each in kept["exercises"]]
            others = {key: value for key, value in record.items() if key != "progressions"}
            kept["exercises"][id_] = others | ({"progressions": harder} if harder else {})
    return kept


def _names(table: str, id_: str, record: Record) -> Iterator[tuple[str, str]]:
    """Every record that this one cannot be without, by table and id."""
    source = record.get("source")
    if isinstance(source, dict):
        yield from (("sources", each) for each in (source.get("work", ""), *source.get("also", ())))
    for need in record.get("equipment", ()):
        for thing in (need["item"], *need.get("substitutes", ())):
            yield "equipment", thing
    if "core_of" in record:
        yield "routines", record["core_of"]
    if table == "routines":
        for _, step in steps_of((table, id_), record):
            yield "exercises", step.get("exercise", "")
    for phase in record.get("phases", ()):
        for session in phase.get("sessions", ()):
            yield "routines", session.get("routine", "")
