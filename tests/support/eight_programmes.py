"""The eight published programmes as a dataset: what the briefs say, with the texts that each record needs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import quick_yaml

BRIEF = Path(__file__).parents[1] / "programmes" / "eight.yaml"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def dataset() -> dict[str, Any]:
    """The data of data/exercises.yaml, as records."""
    brief = quick_yaml.read(BRIEF)
    ids = sorted(brief["routines"])
    routines = {id_: _routine(id_, number, brief["routines"][id_]) for number, id_ in enumerate(ids)}
    doses: dict[str, Any] = {}
    for routine in routines.values():
        for step in steps_of(routine):
            doses.setdefault(step["exercise"], step["dose"])
    exercises = {
        id_: _exercise(id_, number, each, doses[id_])
        for number, (id_, each) in enumerate(sorted(brief["exercises"].items()))
    }
    return {**brief, "exercises": exercises, "routines": routines}


def text(own: str = "{}") -> str:
    """The text of a data file: `own` with these records added."""
    data = quick_yaml.read_text(own)
    for table, records in dataset().items():
        data[table] = dict(sorted({**data.get(table, {}), **records}.items()))
    return quick_yaml.written(json.loads(json.dumps(data)), allow_unicode=True, width=1000)  # a copy: no aliases


def steps_of(routine: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps of a routine's record, those of groups among them."""
    return [step for entry in routine["steps"] for step in entry.get("steps", [entry])]


def _name(id_: str) -> str:
    return id_.replace("-", " ").capitalize()


def _code(first: str, number: int) -> str:
    return first + LETTERS[number // 26] + LETTERS[number % 26]


def _routine(id_: str, number: int, brief: dict[str, Any]) -> dict[str, Any]:
    name = _name(id_)
    routine = {
        "code": _code("r", number),
        "name": name,
        "short_name": name,
        "summary": f"{name}, as it is published.",
        **brief,
        "source": "own",
    }
    for step in steps_of(routine):
        step["priority"] = "core"
        if "start" not in step["dose"]:
            step["dose"] = {"start": step["dose"]}
    return routine


def _exercise(id_: str, number: int, brief: dict[str, Any], dose: dict[str, Any]) -> dict[str, Any]:
    name = _name(id_)
    brief = {"kind": "strength", "laterality": "bilateral", **brief}
    change = [{"switch": "Change sides."}] if brief["laterality"] == "unilateral" else []
    needs = [{"item": each, "need": "required"} for each in brief.get("equipment", [])]
    return {
        "code": _code("e", number),
        "name": name,
        "short_name": name,
        "spoken_name": name,
        "summary": f"{name} for those who train at home.",
        "muscles": ["what works here"],
        **brief,
        "equipment": needs,
        "setup": ["Get ready."],
        "instructions": ["Begin slowly.", "Go on as long as it is good.", *change],
        "cues": ["Breathe on."],
        "feel": {"here": ["Where it works."], "not_here": ["In a joint."]},
        "faults": [{"fault": "You hurry.", "fix": "Take your time."}],
        "precautions": ["Stop before it hurts."],
        "stop_signs": ["Sharp pain."],
        "contraindications": "none known",
        "dose": dose,
        "source": "own",
    }
