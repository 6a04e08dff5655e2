"""Writes a figure into the text of the data file, and says which lines a pose has there."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from limber.dataset.yaml.block_text import Block
from limber.editing.edits import with_record
from limber.editing.fields import order, schema
from limber.editing.layout import Record, UnreadableError, layout

_TABLE = "exercises"


class Lines(NamedTuple):
    """Lines of a text: the number of the first one, from 1, and what they say."""

    first: int
    text: str

    @property
    def last(self) -> int:
        """The number of the last one."""
        return self.first + self.text.count("\n")


def with_figure(text: str, id_: str, figure: Mapping[str, Any], faults: Sequence[Mapping[str, Any] | None]) -> str:
    """The text with a figure for an exercise, and with how each of its faults looks; nothing else changes.

    Raises `UnreadableError` where something else would be lost, and where the exercise or a fault is gone.
    """
    said = (layout(text).data.get(_TABLE) or {}).get(id_)
    if not isinstance(said, dict):
        raise UnreadableError(f"There is no exercise {id_} in the file.")
    record = dict(said)
    _put(record, _whole(figure))
    wrong = copy.copy(record.get("faults") or [])
    if len(wrong) < len(faults):
        raise UnreadableError("The exercise has fewer faults now. Take what the file says.")
    for number, looks in enumerate(faults):
        if isinstance(wrong[number], dict):
            wrong[number] = dict(wrong[number])
            _put(wrong[number], _block(looks, "wrong_pose") if looks else None)
    if wrong:
        record["faults"] = wrong
    return with_record(text, (_TABLE, id_), record, _order())


def lines_of(text: str, written: str, id_: str, place: Sequence[str | int]) -> Lines | None:
    """The lines of what stands at a place of a record in a text that was `written` anew for it, or None."""
    record: Record = (_TABLE, id_)
    old = layout(text).records[record]
    lines = written.splitlines()
    more = len(lines) - len(text.splitlines())
    block = lines[old.start : old.stop + more]
    it = layout("\n".join([f"{_TABLE}:", *block, ""]))
    at = (*record, *place)
    if at not in it.marks:
        return None
    spots = sorted(
        (mark[0][0] if isinstance(inner[-1], str) else mark[1][0], inner) for inner, mark in it.marks.items()
    )
    first = min(line for line, inner in spots if inner[: len(at)] == at)
    after = (line for line, inner in spots if line > first and inner[: len(at)] != at)
    found = block[first - 2 : next(after, len(block) + 2) - 2]
    while found and (not found[-1].strip() or found[-1].lstrip().startswith("#")):
        found.pop()
    return Lines(old.start + first - 1, "\n".join(found))


def _whole(figure: Mapping[str, Any]) -> dict[str, Any] | None:
    """The figure, each of whose poses has lines of its own; None where it has no pose."""
    if not figure.get("poses"):
        return None
    poses = [_block(each, "pose") for each in figure["poses"]]
    return _block({**figure, "poses": poses}, "figure")


def _block(record: Mapping[str, Any], kind: str) -> Block:
    """A record with a line for each key, in the order of the schema."""
    keys = list(schema()["$defs"][kind]["properties"])
    return Block(sorted(record.items(), key=lambda each: keys.index(each[0]) if each[0] in keys else len(keys)))


def _put(record: dict[str, Any], figure: Mapping[str, Any] | None) -> None:
    if figure:
        record["figure"] = figure
    else:
        record.pop("figure", None)


def _order() -> tuple[str, ...]:
    """The keys of a fault, of an exercise, of a figure and of its poses, in the order in which they are written."""
    kinds = [schema()["$defs"][kind]["properties"] for kind in ("fault", "figure", "wrong_pose", "pose")]
    own = order(_TABLE)
    first = [key for key in kinds[0] if key not in own]
    return tuple(dict.fromkeys([*first, *own, *(key for keys in kinds[1:] for key in keys)]))
