"""Stands in for what an exercise does not say yet, so that a site can be looked at while it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

Data = Mapping[str, Any]

WORDS: Data = {"instructions": ["Not written yet."], "stop_signs": ["Not written yet."]}
NEEDED: Data = {**WORDS, "dose": "1 rep"}
"""The same, and any dose: a page, a card and a timer need one."""


def lacking(data: Any) -> dict[str, list[str]]:
    """The keys that each exercise of plain data lacks, by its id; those that lack none are left out."""
    exercises = data.get("exercises") if isinstance(data, dict) else None
    if not isinstance(exercises, dict):
        return {}
    named = {id_: record for id_, record in exercises.items() if isinstance(record, dict) and record.get("name")}
    found = {id_: [key for key in NEEDED if key not in record] for id_, record in named.items()}
    return {id_: keys for id_, keys in found.items() if keys}


def filled(data: Any, holes: Mapping[str, Collection[str]]) -> Any:
    """The same data with something in each of the places that `lacking` has found."""
    if not holes:
        return data
    exercises = {
        id_: {**record, **{key: NEEDED[key] for key in holes.get(id_, ())}} for id_, record in data["exercises"].items()
    }
    return {**data, "exercises": exercises}
