"""Resolves the placeholders for a side in texts.

An exercise of one side at a time is written once, for any side: `{side}` is the side that works, `{other_side}` the one
that does not. Read for both sides, the right one works first, and a step written as `switch: Change feet` leads to the
left one. Read for one side alone, the placeholders name that one and its other, and the switch steps are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from limber.model.exercise_parts import Side

Record = Mapping[str, Any]

RIGHT: Side = "right"
SIDES: tuple[Side, ...] = (RIGHT, "left")
SWITCH = "switch"
"""The key of a step that changes sides."""
MARKS = ("{side}", "{other_side}", "{Side}", "{Other_side}")
_MARK = re.compile(r"\{([Ss]ide|[Oo]ther_side)\}")
_OTHER: Mapping[Side, Side] = {"right": "left", "left": "right"}


def said(text: str, side: Side) -> str:
    """A text with its placeholders resolved: `{Side} heel up` becomes `Right heel up` or `Left heel up`."""
    if "{" not in text:
        return text
    other = _OTHER[side]
    words = {"side": side, "other_side": other, "Side": side.capitalize(), "Other_side": other.capitalize()}
    return _MARK.sub(lambda found: words[found[1]], text)


def both(value: Any) -> Any:
    """A record, or a part of one, with all texts resolved for both sides in turn."""
    return _read(value, RIGHT, alone=False)


def alone(value: Any, side: Side) -> Any:
    """The same for one side alone, without the steps that change sides."""
    return _read(value, side, alone=True)


def has_sides(exercise: Record) -> bool:
    """Whether one side of an exercise works at a time."""
    return exercise.get("laterality") in ("unilateral", "alternating")


def is_switch(item: Any) -> bool:
    """Whether an item of a list of steps changes sides."""
    return type(item) is dict and SWITCH in item


def _read(value: Any, side: Side, *, alone: bool) -> Any:
    if type(value) is str:
        return said(value, side) if "{" in value else value
    if type(value) is list:
        kept = [each for each in value if not (alone and is_switch(each))]
        return [_read(each[SWITCH] if is_switch(each) else each, side, alone=alone) for each in kept]
    if type(value) is dict:
        # Most of a figure is numbers, which speak of no side.
        return {key: each if type(each) is int else _read(each, side, alone=alone) for key, each in value.items()}
    return value
