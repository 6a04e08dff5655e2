"""Turns the steps of a routine, and its groups, into rows of a form and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from limber.dataset import dose_line

if TYPE_CHECKING:
    from limber.editing.values import Names

Row = dict[str, Any]
_RANGE = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)")
_MANY = "as-many-as-possible"
_OF_STEP = ("note", "priority", "side", "part", "how_often")
_SECONDS = ("rest_after_seconds", "transition_seconds")
_OF_GROUP = ("rounds", "round_rest_seconds", "work_seconds", *_SECONDS)


class Steps:
    """Rows: each says the step or the group that it `was`, by its place, so that what it does not show stays."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def shown(self, steps: Any, within: str = "") -> list[Row]:
        """The rows of a list of steps."""
        rows = []
        for number, step in enumerate(steps if isinstance(steps, list) else ()):
            was = f"{within}{number}"
            if isinstance(step, dict) and _is_group(step):
                row: Row = {key: _said(step.get(key)) for key in _OF_GROUP}
                rows.append({"was": was, "group": str(step.get("group", "")), **row})
                rows[-1]["steps"] = self.shown(step.get("steps"), f"{was}.")
                continue
            keys = step if isinstance(step, dict) else {"exercise": step}
            rows.append(
                {
                    "was": was,
                    "exercise": self.names.of("exercises", keys.get("exercise", "")),
                    "dose": dose_line.line(keys["dose"]) if "dose" in keys else "",
                    **{key: _said(keys.get(key)) for key in (*_OF_STEP, *_SECONDS)},
                }
            )
        return rows

    def meant(self, rows: Sequence[Row], before: Sequence[Any]) -> list[Any] | None:
        """The steps that rows say, out of those that were `before`."""
        shown = {each["was"]: each for each in _all(self.shown(before))}
        return [self._entry(row, before, shown) for row in rows] or None

    def _entry(self, row: Row, before: Sequence[Any], shown: Mapping[str, Row]) -> Any:
        was = str(row.get("was", ""))
        there = _at(before, was) if was in shown else None
        if there is not None and {**row, "was": was} == shown[was]:
            return there
        kept = dict(there) if isinstance(there, dict) else {}
        if "steps" in row:
            keys = {
                "group": " ".join(str(row.get("group", "")).split()),
                **{key: _amount(row.get(key)) for key in _OF_GROUP},
            }
            steps = [self._entry(each, before, shown) for each in row["steps"]]
            return _with(kept, {**keys, "steps": steps}, ("group", "rounds", "steps"))
        said = {key: " ".join(str(row.get(key, "")).split()) for key in _OF_STEP}
        keys = {"exercise": self.names.id("exercises", str(row.get("exercise", ""))), **said}
        keys |= {key: _amount(row.get(key)) for key in _SECONDS}
        keys["dose"] = self._dose(str(row.get("dose", "")).strip(), kept.get("dose"))
        entry = _with(kept, keys, ("exercise",))
        return entry["exercise"] if entry.keys() == {"exercise"} and not isinstance(there, dict) else entry

    def _dose(self, text: str, before: Any) -> Any:
        from limber.editing.values import dose

        if not text or (before is not None and dose_line.line(before) == text):
            return before if text else ""
        return dose(text, before)


def _with(kept: Row, keys: Mapping[str, Any], always: Sequence[str]) -> Row:
    """The keys, in the place of those that were kept; what is empty is left out."""
    entry = {key: value for key, value in {**kept, **keys}.items() if value not in ("", None) or key in always}
    first = [key for key in ("exercise", "group") if key in entry]
    return {**{key: entry[key] for key in first}, **entry}


def _is_group(step: Mapping[str, Any]) -> bool:
    return "group" in step or "steps" in step or ("rounds" in step and "exercise" not in step)


def _all(rows: Sequence[Row]) -> list[Row]:
    return [each for row in rows for each in (row, *_all(row.get("steps", ())))]


def _at(steps: Any, was: str) -> Any:
    for number in was.split("."):
        steps = (steps["steps"] if isinstance(steps, dict) else steps)[int(number)]
    return steps


def _said(value: Any) -> str:
    """An amount as people write it: `3`, `2-3`."""
    if isinstance(value, dict):
        return "-".join(str(value[key]) for key in ("min", "max") if key in value)
    return "" if value is None else ("as many as possible" if value == _MANY else str(value))


def _amount(text: Any) -> Any:
    said = " ".join(str(text or "").split())
    if said.isascii() and said.isdecimal():
        return int(said)
    if found := _RANGE.fullmatch(said):
        return {"min": int(found[1]), "max": int(found[2])}
    return _MANY if said.casefold() in ("as many as possible", "amrap", _MANY) else said
