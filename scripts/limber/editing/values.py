"""Turns a record into the values of its form and back: lists into lines, doses into lines, ids into names.

What a form has no field for, and what was not changed in it, stays as the record has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from limber.dataset import dose_line, dose_text
from limber.dataset.problem import DatasetError
from limber.dataset.spelling import as_an_id, says_none
from limber.dataset.yaml.block_text import Lines
from limber.dataset.yaml.reader import read
from limber.editing.fields import Field, fields
from limber.editing.step_values import Steps

Data = Mapping[str, Any]
_SWITCH = re.compile(r"switch:\s*(.*)", re.IGNORECASE)
_MARK = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s+")
"""What a line of a list begins with elsewhere, as in messages of the validator and in texts that are pasted."""
_ARROW = re.compile(r"\s*(?:→|->|=>)\s*")
_ON_LINES = ("lines", "none-or-lines", "actions", "faults")
_NEED = re.compile(r"(?P<names>.*?)\s*(?P<optional>\(optional\))?(?:\s*:\s+(?P<note>.*))?", re.IGNORECASE)


def values(table: str, record: Data, data: Data) -> dict[str, Any]:
    """What the fields of a record show."""
    names = Names(data)
    return {field.name: _shown(field, _within(record, field.keys), names) for field in fields(table)}


def filled(table: str, record: Data, given: Mapping[str, Any], data: Data) -> dict[str, Any]:
    """The record with what was `given` in fields; a field that shows the same leaves its key as it is."""
    names = Names(data)
    result = dict(record)
    for field in fields(table):
        if field.name not in given:
            continue
        before = _within(record, field.keys)
        if given[field.name] == _shown(field, before, names):
            continue
        _put(result, field.keys, _meant(field, given[field.name], before, names))
    return result


@dataclass(frozen=True, slots=True)
class Names:
    """What records are called, by table."""

    data: Data

    def of(self, table: str, id_: Any) -> str:
        """The name of a record; its id, where it has none, and where another has the same name."""
        records = self.data.get(table) or {}
        record = records.get(id_)
        name = record.get("name") if isinstance(record, dict) else None
        return str(name) if name and self.id(table, str(name)) == id_ else str(id_)

    def id(self, table: str, said: str) -> str:
        """The id of what is called so, or what it could be."""
        records = self.data.get(table) or {}
        said = " ".join(said.split())
        if said in records:
            return said
        called = (
            id_
            for id_, each in records.items()
            if isinstance(each, dict) and _folded(each.get("name")) == _folded(said)
        )
        return next(called, as_an_id(said) or said)


def _folded(name: Any) -> str:
    return " ".join(str(name).casefold().split())


def _within(record: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        record = record.get(key) if isinstance(record, dict) else None
    return record


def _put(record: dict[str, Any], keys: Sequence[str], value: Any) -> None:
    """Sets a key, or takes it out where the value is None; a mapping without keys goes as well."""
    first, *others = keys
    if others:
        inner = dict(record[first]) if isinstance(record.get(first), dict) else {}
        _put(inner, others, value)
        value = inner or None
    if value is None:
        record.pop(first, None)
    else:
        record[first] = value


def _shown(field: Field, value: Any, names: Names) -> Any:
    """What a field shows of a value."""
    if field.kind == "steps":
        return Steps(names).shown(value)
    if field.kind == "choices":
        return [str(each) for each in value] if isinstance(value, list) else []
    if field.kind == "yes":
        return value is True
    if value is None:
        return ""
    if field.kind == "dose":
        return dose_line.line(value)
    if isinstance(value, dict):
        return ", ".join(str(each) for each in value.values() if isinstance(each, str))
    if isinstance(value, list):
        return "\n".join(_line(field, each, names) for each in value)
    return str(value)


def _line(field: Field, item: Any, names: Names) -> str:
    if field.kind == "names":
        return names.of("exercises", item)
    if field.kind == "needs":
        return _need_line(item, names)
    if field.kind == "faults" and isinstance(item, dict):
        return " → ".join(str(item[key]) for key in ("fault", "fix") if key in item)
    if isinstance(item, dict) and item.keys() == {"switch"}:
        return f"switch: {item['switch']}"
    return str(item)


def _need_line(need: Any, names: Names) -> str:
    if not isinstance(need, dict):
        return names.of("equipment", need)
    things = [need.get("item"), *(need.get("substitutes") or ())]
    said = " or ".join(names.of("equipment", each) for each in things)
    optional = " (optional)" if need.get("need") == "optional" else ""
    return f"{said}{optional}{': ' + str(need['note']) if need.get('note') else ''}"


def _meant(field: Field, given: Any, before: Any, names: Names) -> Any:
    """What a field says, as the record has it; None where it is empty."""
    if field.kind == "steps":
        return Steps(names).meant(given, before if isinstance(before, list) else [])
    if field.kind in ("choices", "yes"):
        return given or None
    text = str(given).strip()
    if not text:
        return [] if field.kind == "needs" and before is not None else None
    if field.kind == "dose":
        return dose(text, before)
    if field.kind == "number":
        return int(text) if text.isascii() and text.isdecimal() else text
    if field.kind in ("text", "choice"):
        return " ".join(text.split())
    if field.kind == "none-or-lines" and says_none(text):
        return "none"
    lines = [" ".join(_without_mark(each).split()) for each in text.splitlines() if each.strip()]
    items = [_item(field, each, before if isinstance(before, list) else [], names) for each in lines]
    return Lines(items) if field.kind in _ON_LINES else items


def _without_mark(line: str) -> str:
    mark = _MARK.match(line.strip())
    return line.strip()[mark.end() :] if mark else line


def _item(field: Field, line: str, before: Sequence[Any], names: Names) -> Any:
    if field.kind == "names":
        return names.id("exercises", line)
    if field.kind == "needs":
        return _need(line, names, before)
    if field.kind == "faults":
        return _fault(line, before)
    if field.kind == "actions" and (found := _SWITCH.fullmatch(line)):
        return {"switch": found[1]}
    return line


def _need(line: str, names: Names, before: Sequence[Any]) -> Any:
    same = next((each for each in before if _need_line(each, names) == line), None)
    if same is not None:
        return same
    if not (found := _NEED.fullmatch(line)):
        return line
    item, *others = [names.id("equipment", each) for each in re.split(r"\s+or\s+", found["names"])]
    if not others and not found["optional"] and not found["note"]:
        return item
    need: dict[str, Any] = {"item": item, "need": "optional" if found["optional"] else "required"}
    return need | ({"substitutes": others} if others else {}) | ({"note": found["note"]} if found["note"] else {})


def _fault(line: str, before: Sequence[Any]) -> dict[str, Any]:
    """A fault with its fix; it keeps the figure of the one before that has either."""
    fault, *fix = _ARROW.split(line, maxsplit=1)
    said = {"fault": fault, **({"fix": fix[0]} if fix else {})}
    alike = (
        each for each in before if isinstance(each, dict) and (each.get("fault") == fault or each.get("fix") in fix)
    )
    return {**next(alike, {}), **said}


def dose(text: str, before: Any) -> Any:
    """The doses that a line says: as keys where there were keys before, else as the line."""
    if text.startswith("{"):
        try:
            return read(f"dose: {text}\n", "").data["dose"]
        except (DatasetError, TypeError):
            return text
    if isinstance(before, dict):
        try:
            said = dose_text.read(text)
        except dose_text.NotUnderstoodError:
            return text
        return text if said.limb or said.directions else said.doses
    return text
