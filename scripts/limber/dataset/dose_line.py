"""Writes doses in a line as people type them, such that the line reads as the same doses again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from limber.dataset import dose_text
from limber.dataset.yaml.block_text import in_brackets

_OPEN = {"as-many-as-possible": "AMRAP", "to-fatigue": "to failure", "as-long-as-possible": "as long as possible"}
_LOADS = {
    "kg": "@ {} kg",
    "lb": "@ {} lb",
    "added_kg": "+{} kg",
    "added_lb": "+{} lb",
    "assistance_kg": "-{} kg assistance",
    "assistance_lb": "-{} lb assistance",
    "percent_of_max": "@ {} % of max",
    "percent_of_training_max": "@ {} % of training max",
    "percent_of_body_weight": "@ {} % of body weight",
    "percent_of_load": "@ {} % of load",
    "band": "band {}",
    "words": "@ {}",
    "step_cm": "step {} cm",
    "edge_mm": "edge {} mm",
}
_EFFORTS = {
    "rpe": "RPE {}",
    "rir": "RIR {}",
    "percent": "{} % effort",
    "percent_of_max_heart_rate": "{} % of max heart rate",
}
_REST = {
    "rep_rest_seconds": "{} between reps",
    "every_seconds": "every {}",
    "rest_seconds": "rest {}",
    "switch_seconds": "switch {}",
    "tempo": "tempo {}",
    "breath_pattern": "breathing {}",
}
_ORDERS = {"in-turn": "in turn", "weaker-first": "weaker first", "affected-first": "affected first"}


def line(doses: Any) -> str:
    """The doses of an exercise or a step in a line; in brackets as YAML has them where no line says the same."""
    if isinstance(doses, str | int):
        return str(doses)
    try:
        said = " → ".join(_dose(doses[level]) for level in ("start", "goal") if level in doses)
        if dose_text.read(said).doses == doses:
            return said
    except (KeyError, TypeError, AttributeError, ValueError):
        pass  # what is wrong with it, the validator says
    return in_brackets(doses)


def _dose(dose: Any) -> str:
    if isinstance(dose, str | int):
        return str(dose)
    first = ", ".join(_parts(dose))
    if not isinstance(dose.get("sets"), list):  # behind sets that differ, a comma makes it the load of all of them
        first = first.replace(", @", " @")
    return f"{first} or {_dose(dose['or'])}" if "or" in dose else first


def _parts(dose: Mapping[str, Any]) -> Iterator[str]:
    sets = dose.get("sets", "")
    if isinstance(sets, list):
        if all(each.keys() == {"reps"} and isinstance(each["reps"], int) for each in sets):
            yield ", ".join(str(each["reps"]) for each in sets)
        else:
            yield ", then ".join(_dose(each) for each in sets)
    else:
        yield f"{_amount(sets)} x {_measure(dose)}" if sets else _measure(dose)
        if "reps" in dose and "hold_seconds" in dose:
            yield f"hold {_time(dose['hold_seconds'])}"
    load = dose.get("load", {})
    for unit, value in load.items():
        if unit == "pieces":
            continue
        number = f"{load['pieces']} x {_amount(value)}" if unit in ("kg", "lb") and "pieces" in load else _amount(value)
        yield _LOADS[unit].format(number).removeprefix("@ " if "pieces" in load else "")
    for scale, value in dose.get("effort", {}).items():
        yield _EFFORTS[scale].format(_amount(value))
    for key, words in _REST.items():
        if key in dose:
            yield words.format(_time(dose[key]) if key.endswith("seconds") else dose[key])
    if "side_order" in dose:
        yield _ORDERS[dose["side_order"]]


def _measure(dose: Mapping[str, Any]) -> str:
    if "reps" in dose:
        seconds = f" in {_time(dose['work_seconds'])}" if "work_seconds" in dose else ""
        return _amount(dose["reps"]) + seconds
    if "hold_seconds" in dose:
        held = _time(dose["hold_seconds"])
        return held if held in _OPEN.values() else f"hold {held}"
    if "work_seconds" in dose:
        return _time(dose["work_seconds"])
    if "breaths" in dose:
        return f"{_amount(dose['breaths'])} breaths"
    estimate = f" in {_time(dose['estimate_seconds'])}" if "estimate_seconds" in dose else ""
    return f"{_amount(dose['distance_metres'])} m{estimate}"


def _time(seconds: Any) -> str:
    if isinstance(seconds, dict) and "max" not in seconds:
        return f"{seconds['min']} s or longer"
    if isinstance(seconds, str):
        return _OPEN[seconds]
    least, most = (seconds["min"], seconds["max"]) if isinstance(seconds, dict) else (seconds, seconds)
    per, unit = (60, "min") if most >= 120 and not least % 60 and not most % 60 else (1, "s")
    return f"{least // per}-{most // per} {unit}" if least < most else f"{most // per} {unit}"


def _amount(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['min']}-{value['max']}" if "max" in value else f"{value['min']}+"
    if isinstance(value, list):
        return "/".join(map(_amount, value))
    return _OPEN.get(value, str(value)) if isinstance(value, str) else str(value)
