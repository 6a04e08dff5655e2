"""Cuts a list into the lines of its items, and pairs the items of a list with those that it had before."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_DASH = re.compile(r" *-(?=[ \n])")
_NAMES = ("exercise", "group", "item", "fault", "date", "file", "url")
"""Keys that tell which item of a list it is, whatever else it says."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one item: comments and empty lines above it, itself from `start` to `end`, as a text."""

    above: str
    start: int
    end: int
    text: str


def blocks(text: str, begin: int, starts: Sequence[int], ends: Sequence[int]) -> list[Block]:
    """The items of a list whose first line begins at `begin`; each value `starts` and `ends` at an index."""
    found: list[Block] = []
    at = begin
    dash = text.index("-", begin) - begin
    for start, end in zip(starts, ends, strict=True):
        own = at
        while own < start and not _DASH.match(text, own):
            own = text.index("\n", own) + 1
        last = line_end(text, end)
        deeper = re.compile(rf"\n {{{dash + 1},}}#[^\n]*")
        while more := deeper.match(text, last):
            last = more.end()
        found.append(Block(text[at:own], own, last, text[own:last]))
        at = last + 1
    return found


def line_end(text: str, at: int) -> int:
    """The index behind the last sign of the line that an index stands in."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


class Items:
    """Hands out the lines of items; comments above those that nobody asks for are kept for the next."""

    def __init__(self, cut: Sequence[Block]) -> None:
        self._cut = cut
        self._left = {number: each.above for number, each in enumerate(cut) if each.above}

    def lead(self, place: int) -> list[str]:
        """The lines above an item that is kept."""
        above = self._left.pop(place, "")
        return above.rstrip("\n").split("\n") if above.strip() else ([""] if above else [])

    def body(self, place: int) -> tuple[int, str]:
        """Where its own lines begin, and these."""
        return self._cut[place].start, self._cut[place].text

    def rest(self) -> list[str]:
        """The comments above items that are gone."""
        lines = [line for above in self._left.values() for line in above.split("\n") if line.strip()]
        self._left = {}
        return lines


def paired(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """For each item of a list the place that it had before: equal ones, then those of one name, then what is left."""
    places: list[int | None] = [None] * len(after)
    free = dict.fromkeys(range(len(before)))
    for alike in (_whole, _name, _kind):
        for number, value in enumerate(after):
            if places[number] is None and (key := alike(value)):
                place = next((each for each in free if alike(before[each]) == key), None)
                if place is not None:
                    places[number] = place
                    del free[place]
    return places


def _whole(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _name(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)  # an id alone
    return next((str(value[key]) for key in _NAMES if key in value), "")


def _kind(value: Any) -> str:
    """What may become one another: a text another text, a step another step."""
    if isinstance(value, dict):
        return "group" if "group" in value else "keys"
    return "text"
