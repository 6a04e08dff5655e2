"""Writes out what people may write short, so that the schema, the rules and the parser meet one form of each record."""

from __future__ import annotations

from typing import Any

from limber.dataset.shape.schemas import asks_for_full


def written_out(data: Any) -> Any:
    """The data of a file with what its records mean written in full; those that have it stay the same objects."""
    if not isinstance(data, dict) or not isinstance(exercises := data.get("exercises"), dict) or asks_for_full(data):
        return data
    return {**data, "exercises": {id_: _exercise(each) for id_, each in exercises.items()}}


def _exercise(record: Any) -> Any:
    """Bilateral, unless it says other sides. What lacks instructions may be another kind of record in a wrong place."""
    if not isinstance(record, dict) or "laterality" in record or "instructions" not in record:
        return record
    return {**record, "laterality": "bilateral"}
