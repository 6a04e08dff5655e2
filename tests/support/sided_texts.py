"""Derives what each exercise with sides should say of one side, from the data file itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import quick_yaml
from project_root import ROOT

SIDES = ("right", "left")
LISTS = ("setup", "instructions", "short_steps", "cues", "precautions", "stop_signs", "easier", "harder")


@cache
def sided_records() -> dict[str, Any]:
    """The exercises that work one side at a time, as they are written."""
    data = quick_yaml.read(ROOT / "data" / "exercises.yaml")
    return {id_: each for id_, each in data["exercises"].items() if each["laterality"] != "bilateral"}


def told(record: dict[str, Any], side: str) -> dict[str, list[str]]:
    """Every text of a record that speaks of how it is done, for this side alone, by where it stands."""
    other = "left" if side == "right" else "right"

    def said(text: str) -> str:
        for mark, word in (("side", side), ("other_side", other)):
            text = text.replace(f"{{{mark}}}", word).replace(f"{{{mark.capitalize()}}}", word.capitalize())
        return text

    def of(items: Any) -> list[str]:
        return [said(each) for each in items if isinstance(each, str)] if isinstance(items, list) else []

    return {
        **{key: of(record.get(key)) for key in LISTS},
        "contraindications": of(record["contraindications"]),
        "feel_here": of(record["feel"]["here"]),
        "feel_not_here": of(record["feel"]["not_here"]),
        "faults": [said(f"{each['fault']} {each['fix']}") for each in record["faults"]],
        "shows": [said(each["shows"]) for each in record.get("figure", {}).get("poses", ())],
    }


def every() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each exercise with each of its sides: its id, the side and its record."""
    for id_, record in sided_records().items():
        for side in SIDES:
            yield id_, side, record


def link() -> str:
    """A plan of every exercise with sides, each for one side and then for the other, and of those without."""
    return "#1" + "".join(f".{record['code']}-{side[0]}" for _, side, record in every())
