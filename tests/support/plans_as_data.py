"""Writes what a plan's link says as a coach would write it into the data."""

from __future__ import annotations

from typing import Any

from limber import duration
from limber.dataset import parse

Record = dict[str, Any]

OWN = "a-coachs-own"
_AROUND = ("note", "how_often", "part", "transition_seconds", "rest_after_seconds")
_AMOUNTS = ("reps", "hold_seconds", "work_seconds", "breaths", "distance_metres")


def dose(it: Record) -> Record:
    """A dose as the data writes it, from one as the API and a plan have it."""
    each_set = [_set(each) for each in it.get("each_set", ())]
    said = {"sets": each_set, **_rest(it)} if each_set else _set(it)
    for key in ("every_seconds", "side_order", "switch_seconds"):
        if it.get(key) is not None and it.get(key) != "":
            said[key] = it[key]
    if it["rep_rest_seconds"]:
        said["rep_rest_seconds"] = it["rep_rest_seconds"]
    if it["or"]:
        said["or"] = dose(it["or"])
    return said


def group(it: Record, steps: list[Record]) -> Record:
    """A group of the data with these steps."""
    said: Record = {"group": it["name"], "rounds": it.get("rounds_range") or it["rounds"]}
    if "work_seconds" in it:
        said["rounds"] = "as-many-as-possible"
    if rest := it.get("round_rest_seconds_range") or it.get("round_rest_seconds"):
        said["round_rest_seconds"] = rest
    for key in ("transition_seconds", "rest_after_seconds", "every_seconds", "step_every_seconds", "work_seconds"):
        if it.get(key) is not None:
            said[key] = it[key]
    for key in ("for_time", "cap_seconds"):
        if it.get(key):
            said[key] = it[key]
    return {**said, "steps": steps}


def step(it: Record, in_plan: Record) -> Record:
    """A step of the data, from one of the routine that a plan is, and the same one as the link has it."""
    said: Record = {"exercise": it["exercise"]["id"] or OWN, "priority": "core", "dose": {"start": dose(it["start"])}}
    if side := in_plan["side"]:
        sets = it["start"].get("each_set") or [it["start"]]
        is_held = not any(each["reps"] or each["work_seconds"] for each in sets)  # in a hold, no side takes turns
        said["side"] = "each" if side == "alternating" and is_held else side
    return said | {key: it[key] for key in _AROUND if it.get(key)}


def steps(routine: Record, in_plan: list[Record]) -> list[Record]:
    """The steps of a plan, those of groups in their groups."""
    found = [step(*each) for each in zip(routine["steps"], in_plan, strict=True)]
    for it in reversed(routine.get("groups", [])):
        first, behind = it["first"], it["first"] + it["size"]
        found[first:behind] = [group(it, found[first:behind])]
    return found


def _set(it: Record) -> Record:
    said: Record = {"sets": it.get("sets_range") or it["sets"]} if it["sets"] > 1 or "sets_range" in it else {}
    said |= _amount(it) | _rest(it)
    if tempo := it.get("tempo_as_written") or it["tempo"]:
        said["tempo"] = tempo
    if "load" in it:
        said["load"] = _load(it["load"])
    if "effort" in it:
        said["effort"] = {it["effort"]["scale"]: _plain(it["effort"]["amount"])}
    return said


def _amount(it: Record) -> Record:
    counted = "breaths" in it or "distance_metres" in it
    said = {key: _plain(it[key]) for key in _AMOUNTS if it.get(key) and not (counted and key == "work_seconds")}
    if "breath_pattern" in it:
        said["breath_pattern"] = "-".join(map(str, it["breath_pattern"]))
    if "distance_metres" in it and it["work_seconds"] != _usual_seconds(said["distance_metres"]):
        said["estimate_seconds"] = it["work_seconds"]["max"]
    match it.get("open"):
        case "or-more":
            (key,) = [key for key in said if key in _AMOUNTS]
            said[key] = {"min": it[key]["min"]}
        case "as-many-as-possible" | "to-fatigue" as open_:
            said["reps"] = open_
        case "as-long-as-possible" as open_:
            said["hold_seconds"] = open_
    return said


def _usual_seconds(distance_metres: Any) -> Record:
    """How long a distance takes where nothing says so."""
    usual = duration.set_seconds(parse.dose({"distance_metres": distance_metres}))
    return {"min": usual.min, "max": usual.max}


def _rest(it: Record) -> Record:
    rest = it.get("rest_seconds_range") or it["rest_seconds"]
    return {"rest_seconds": rest} if rest else {}


def _load(it: Record) -> Record:
    said: Record = {}
    unit = it["unit"]
    if unit in ("band", "words"):
        names = it["names"]
        said[unit] = names[0] if len(names) == 1 else names
    elif unit:
        amounts = [_plain(each) for each in it["amounts"]]
        said[unit] = amounts[0] if len(amounts) == 1 else amounts
    for key in ("step_cm", "edge_mm"):
        if it.get(key):
            amounts = [_plain(each) for each in it[key]]
            said[key] = amounts[0] if len(amounts) == 1 else amounts
    if it.get("pieces", 1) > 1:
        said["pieces"] = it["pieces"]
    return said


def _plain(it: Record) -> Any:
    return it["min"] if it["min"] == it["max"] else {"min": it["min"], "max": it["max"]}
