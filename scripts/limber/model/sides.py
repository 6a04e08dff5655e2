"""Resolves the placeholders for a side in texts.

An exercise of one side at a time is written once, for any side: `{side}` is the side that works, `{other_side}` the one
that does not. Read for both sides, the right one works first, and a step written as `switch: Change feet` leads to the
left one. Read for one side alone, the placeholders name that one and its other, and the switch steps are left out.

A language whose words for sides take the form of what they stand with says both words in the placeholder, the right one
first: `deinen {side: rechten, linken} Fuß`, `deinem {other_side: rechten, linken} Bein`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from limber.languages.other_language import like
from limber.model.exercise_parts import Side

Record = Mapping[str, Any]

RIGHT: Side = "right"
SIDES: tuple[Side, ...] = (RIGHT, "left")
SWITCH = "switch"
"""The key of a step that changes sides."""
MARKS = ("{side}", "{other_side}", "{Side}", "{Other_side}")
MARK = re.compile(r"\{([Ss]ide|[Oo]ther_side)(?:: ?([^{},:]+), ?([^{},:]+))?\}")
"""A placeholder: what it stands for, and, where it has them, its words for the right side and for the left one."""
_OTHER: Mapping[Side, Side] = {"right": "left", "left": "right"}


def said(text: str, side: Side) -> str:
    """A text with its placeholders resolved: `{Side} heel up` becomes `Right heel up` or `Left heel up`."""
    if "{" not in text:
        return text
    other = _OTHER[side]

    def word(found: re.Match[str]) -> str:
        named = side if stands_for(found) == "side" else other
        said = (found[2] if named == RIGHT else found[3]) or named
        return said[:1].upper() + said[1:] if found[1][0].isupper() else said

    return like(MARK.sub(word, text), text)


def stands_for(mark: re.Match[str]) -> str:
    """Which side a placeholder stands for: `side` or `other_side`."""
    return mark[1].lower()


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
    if isinstance(value, str):
        return said(value, side) if "{" in value else value
    if type(value) is list:
        kept = [each for each in value if not (alone and is_switch(each))]
        return [_read(each[SWITCH] if is_switch(each) else each, side, alone=alone) for each in kept]
    if type(value) is dict:
        # Most of a figure is numbers, which speak of no side.
        return {key: each if type(each) is int else _read(each, side, alone=alone) for key, each in value.items()}
    return value
