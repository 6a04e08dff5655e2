"""Finds where an English text names a side, or asks to change sides.

Not every "right" is a side: what is done right away, the right way or upright, and what is left over, is none. So a
side is a word before a part of the body, or one that stands where nothing but a side can.
"""

from __future__ import annotations

import re

_PAIRED = "side|foot|leg|knee|hip|arm|hand|shoulder|heel|ankle|calf|elbow|thigh|wrist|toes"
_PARTS = (
    f"{_PAIRED}|"
    "arch|armpit|breast|buttock|cheek|collarbone|ear|eye|eyebrow|feet|finger|fingertip|fist|flank|"
    "forearm|forefoot|glute|groin|hamstring|hipbone|instep|kneecap|lat|limb|lung|palm|pelvis|quad|rib|"
    "shin|sole|temple|thumb|toe|triceps|biceps|waist|corner|edge|end|half|handle|strap"
)
_BETWEEN = (
    "big|little|small|second|third|fourth|fifth|other|outer|inner|upper|lower|front|back|rear|top|bent|"
    "straight|free|standing|supporting|working|resting|floating|raised|lifted|whole|index|middle|ring|"
    "great|sit|sitting|shoulder"
)
"""Words that may stand between a side and its part: the right big toe."""
_SIDE = r"(?P<side>right|left)"
_PART = rf"(?:{_PARTS}|blade|bone|ball of)s?(?!\w)"
_END = r"(?=\s*(?:$|[.,;:!?)]| (?:and|or|then|than|is|are|while|until|first|again|only|too|of|in turn|side)\b))"
_OWN = r"\b(?:the|your|its|their|my) "
_NO_SIDE = r"(?! (?:over|out|alone|open|behind)\b)"
_MOVE = r"\b(?:turn|lean|tilt|look|twist|rotate|step|roll|swing|bend|shift|slide|face|from|far) "

_SIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?!right side (?:up|out)\b){_SIDE}(?:[ -](?:{_BETWEEN}))*[ -]{_PART}",
        rf"\b{_SIDE}(?=,? (?:and|or|to|then) (?:the |your )?(?:right|left)\b)",
        rf"\b(?:right|left),? (?:and|or|to|then) (?:the |your )?{_SIDE}\b(?! (?:away|after|now|then|over|out)\b)",
        rf"{_OWN}{_SIDE}{_END}",
        rf"{_OWN}(?P<side>left){_NO_SIDE}(?= [a-z])",
        rf"{_MOVE}{_SIDE}(?=\s*(?:$|[.,;:!?)]| (?:and|or|to|then|with|while)\b))",
        rf"\b{_SIDE}(?=wards?\b)",
    )
)
_PAIR = rf"(?:{_PAIRED}|one)s?\b"
_CHANGE = re.compile(
    r"(?:^|[.;,] |\bthen |\band |\bnow )(?:change|switch|swap) (?:the |your |to the other )?"
    rf"(?:{_PAIRED}|feet)s?\b"
    rf"|(?:\bthe same|\brepeat(?: \w+){{0,3}}?) (?:with|on|for|to|using) (?:the |your )?"
    rf"(?:other|opposite|second|left|\{{other_side\}}) {_PAIR}",
    re.IGNORECASE,
)
_CHANGING = ("change", "switch", "swap", "same", "repeat")
"""One of these is in every text that `_CHANGE` finds: far faster to look for."""


def sides(text: str) -> list[tuple[int, int]]:
    """Where the words right and left stand in a text that mean a side, each from where to where, in order."""
    lower = text.lower()
    if "right" not in lower and "left" not in lower:
        return []
    return sorted({found.span("side") for pattern in _SIDES for found in pattern.finditer(text)})


def changes_sides(text: str) -> bool:
    """Whether a step leads to the other side: `Change feet`, `Do the same with your other leg`."""
    lower = text.lower()
    return any(word in lower for word in _CHANGING) and bool(_CHANGE.search(text))
