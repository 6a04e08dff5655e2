"""The dimensions of the body that figures show, and the ranges of its joints.

One person of 170 cm. Lengths are shares of the height as Drillis and Contini measured them (Winter, Biomechanics and
Motor Control of Human Movement): thigh 0.245, shank 0.246, foot 0.152, ankle 0.039 above the sole, shoulder 0.288 above
the hip, upper arm 0.186, forearm 0.146. The head is 1/7.5 of the height, as those who draw have it.

Ranges are the widest that healthy adults reach in the tables of the American Academy of Orthopaedic Surgeons and of
Norkin and White (Measurement of Joint Motion), where these differ. Passive and under weight a joint goes further than
on its own: an ankle bends up by 40 degrees over a planted foot, a knee by 160 where one sits on the heels, and a wrist
back by 90 above a hand that carries. Toes that are tucked under curl in all of their joints; their range is that of the
ball of the foot and of the next joint. An arm turns inward by 70 degrees in its own joint, and further with its
shoulder blade.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

HEIGHT = 170.0
THIGH, SHANK, ANKLE = 0.245 * HEIGHT, 0.246 * HEIGHT, 0.039 * HEIGHT
HIP = 8.5  # centimetres from the middle, as all that follows
WAIST, SHOULDER, SHOULDERS = 13.0, 0.288 * HEIGHT, 18.5
UPPER_ARM, FOREARM = 0.186 * HEIGHT, 0.146 * HEIGHT
HAND = 8.0  # from the wrist to the knuckles; fingers are not shown
HEAD = HEIGHT / 7.5 / 2
HEAD_ABOVE = HEIGHT - HEAD - (THIGH + SHANK + ANKLE) - SHOULDER

THICK = {
    "trunk": 9.5,
    "pelvis": 9.0,
    "neck": 4.2,
    "hip": 8.6,
    "knee": 5.3,
    "ankle": 3.7,
    "heel": 2.9,
    "foot": 2.2,
    "toes": 1.8,
    "arm": 3.9,
    "nose": 2.0,
}
"""From the middle of a part to its skin."""

_SKIN = {
    **dict.fromkeys(("ball", "outer", "inner"), "foot"),
    "arch": "heel",
    **dict.fromkeys(("little", "big"), "toes"),
    **dict.fromkeys(("chest", "waist"), "trunk"),
    **dict.fromkeys(("shoulder", "elbow", "wrist", "hand"), "arm"),
}

FOOT = {"heel": (-3.2, 0.0, 2.9), "arch": (4.6, 0.0, 4.4), "ball": (12.6, 0.0, 2.2), "toes": (19.4, 0.0, 1.8)}
"""Where parts of a foot have their middle, from the sole below the ankle: forward, left, up."""

RANGES: Mapping[str, tuple[int, int]] = {
    "hip": (-30, 140),
    "out": (-30, 50),
    "turn": (-50, 50),
    "knee": (0, 160),
    "ankle": (-55, 40),
    "roll": (-30, 40),
    "toes": (-95, 90),
    "big_toe": (-45, 90),
    "small_toes": (-45, 70),
    "spread": (0, 30),
    "shoulder": (-60, 180),
    "arm_out": (-40, 180),
    "arm_turn": (-90, 90),
    "elbow": (0, 150),
    "wrist": (-80, 90),
    "bend": (-40, 80),
    "sway": (-40, 40),
    "twist": (-45, 45),
    "list": (-20, 20),
    "head": (-60, 50),
    "head_turn": (-80, 80),
    "head_tip": (-45, 45),
}
"""How far each joint goes, in degrees; what is written with a plus comes last."""


def beyond(joint: str, degrees: float) -> bool:
    """Whether an angle is beyond its joint's range."""
    least, most = RANGES[joint]
    return not least - 0.5 <= degrees <= most + 0.5


@cache
def thick(name: str) -> float:
    """The distance from the centre of a part to its skin."""
    part = name.split("_")[-1]
    if part == "head":
        return HEAD
    return THICK[_SKIN.get(part, part)]
