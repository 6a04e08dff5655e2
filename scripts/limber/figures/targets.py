"""Where parts of a body are held, as numbers beside those of a pose, and what carries it.

Of each part that is on something the numbers say where it is, such as `left_hand@x`, which way it points, and how much
of its way it has gone there: `left_hand@hold` is 1 in a pose with that contact, and less on the way to one without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot, pi, sin
from typing import NamedTuple

from limber.figures import limbs
from limber.figures.limbs import SIDES, Numbers
from limber.figures.vectors import Point, between, mean

ROOT = ("root@x", "root@y", "root@z")
"""Where the middle between both hips is, on the way between poses that different parts carry."""
CARRIER = "carrier@part"
PLACE = ("@x", "@y", "@z", "@dx", "@dy", "@dz", "@own", CARRIER)
"""Ends of the names of numbers that say where a part is."""
LIMBS = tuple(f"{side}_{part}" for part in ("knee", "foot", "forearm", "hand") for side in SIDES)
TRUNK = ("seat", "back", "upper_back", "chest", "belly", "right_side", "left_side")
PARTS = (*TRUNK, *LIMBS)
"""All parts that can be on something, in the order in which they carry a body."""
OWN = ("hips", "thighs", "knees", "head", "chest", "belly", "shoulders", "feet", "ankles", "other_hand", "other_knee")
"""Where on its own body a hand can be."""
_WHOLE_TRUNK = (*(f"{side}_{part}" for side in SIDES for part in ("pelvis", "waist", "chest")), "head")
RESTS: Mapping[str, tuple[str, ...]] = {
    "seat": ("right_pelvis", "left_pelvis"),
    **dict.fromkeys(TRUNK[1:], _WHOLE_TRUNK),
    "upper_back": ("right_chest", "left_chest"),
    "belly": ("right_pelvis", "left_pelvis"),
    **{f"{side}_knee": (f"{side}_knee",) for side in SIDES},
    **{f"{side}_foot": tuple(f"{side}_{part}" for part in limbs.ON_A_FOOT) for side in SIDES},
    **{f"{side}_forearm": (f"{side}_elbow", f"{side}_wrist", f"{side}_hand") for side in SIDES},
    **{f"{side}_hand": (f"{side}_wrist", f"{side}_hand") for side in SIDES},
}
"""The points of the body that rest with a part."""
_ANCHORS: Mapping[str, tuple[str, ...]] = {
    "seat": RESTS["seat"],
    **dict.fromkeys(TRUNK[1:], ("right_chest", "left_chest")),
    "belly": ("right_pelvis", "left_pelvis"),
    **{f"{side}_knee": (f"{side}_knee",) for side in SIDES},
    **{f"{side}_foot": (f"{side}_ball",) for side in SIDES},
    **{f"{side}_forearm": (f"{side}_elbow",) for side in SIDES},
    **{f"{side}_hand": (f"{side}_hand",) for side in SIDES},
}
_FOLLOWS = {"knee": ("knee", "ankle", *limbs.ON_A_FOOT), "foot": ("knee", "ankle", *limbs.ON_A_FOOT)}
_ARM = ("elbow", "wrist", "hand")


STEP, LIFT = 10.0, 5.0
"""Centimetres that a foot goes along its ground at least if it takes a step, and how high it is lifted then."""


class Target(NamedTuple):
    """Where a part is held, which way its hand or forearm points (a hand that grips: nowhere), and how much of it."""

    at: Point
    way: Point
    hold: float
    own: str = ""


def written(part: str, target: Target) -> dict[str, float]:
    """A target as numbers."""
    x, y, z = target.at
    a, b, c = target.way
    own = {f"{part}@own": float(OWN.index(target.own))} if target.own else {}
    keys = dict(zip(("x", "y", "z", "dx", "dy", "dz", "hold"), (x, y, z, a, b, c, target.hold), strict=True))
    return {f"{part}@{key}": value for key, value in keys.items()} | own


def reaching(numbers: Numbers) -> dict[str, Target]:
    """The limbs that are brought to where they are held: all but the one that carries the body, which stands there."""
    carrier = carrier_of(numbers)
    found = {}
    for part in LIMBS:
        if part != carrier and numbers.get(f"{part}@hold", 0) > 0:
            x, y, z, a, b, c, hold = (
                float(numbers[f"{part}@{key}"]) for key in ("x", "y", "z", "dx", "dy", "dz", "hold")
            )
            own = numbers.get(f"{part}@own")
            found[part] = Target((x, y, z), (a, b, c), hold, "" if own is None else OWN[round(own)])
    return found


def carrier_of(numbers: Numbers) -> str:
    """The part that carries the body in a pose with contacts; none on the way between two such parts."""
    return PARTS[round(numbers[CARRIER])] if CARRIER in numbers and ROOT[0] not in numbers else ""


def in_the_air(targets: Mapping[str, Target], numbers: Numbers) -> frozenset[str]:
    """Points that do not carry the body, because they are brought to where they are held afterwards."""
    names = set()
    for part in (*targets, *(each for each in LIMBS if f"{each}@guess" in numbers)):
        side, _, limb = part.partition("_")
        names |= {f"{side}_{each}" for each in _FOLLOWS.get(limb, _ARM)}
    return frozenset(names)


def on_the_way(found: dict[str, float], one: Numbers, other: Numbers, share: float) -> dict[str, float]:
    """The numbers between two poses. A part that carries the body in both goes on to; else the hips go straight."""
    if CARRIER not in found and ROOT[0] not in found:
        return found
    for side in SIDES:  # a foot that is off its ground is no longer level with it
        if found.get(f"{side}_foot@hold") == 0 and not all(f"{side}_sole" in each for each in (one, other)):
            found.pop(f"{side}_sole", None)
        _lift_step(f"{side}_foot", found, one, other, share)
    if one.get(CARRIER) == other.get(CARRIER) and ROOT[0] not in found:
        return found
    begin, end = (root(each) if ROOT[0] in each else hips_written(each) for each in (one, other))
    return found | dict(zip(ROOT, between(begin, end, share), strict=True))


def _lift_step(part: str, found: dict[str, float], one: Numbers, other: Numbers, share: float) -> None:
    """Lift a foot on its way from one place to another one, and over the edge of what it steps on."""
    if all(each.get(f"{part}@hold", 0) == 1 for each in (one, other)):
        x, y, z = (other[f"{part}@{axis}"] - one[f"{part}@{axis}"] for axis in "xyz")
        if hypot(x, y) > STEP:
            found[f"{part}@z"] += (LIFT + abs(z)) * sin(pi * share)


def hips_written(numbers: Numbers) -> Point:
    """Where the middle between both hips came to be in a pose."""
    x, y, z = (float(numbers[f"hips@{axis}"]) for axis in "xyz")
    return x, y, z


def grounds(numbers: Numbers) -> dict[str, float]:
    """How high the ground is below points that rest on something other than the floor."""
    found: dict[str, float] = {}
    for part in PARTS:
        if high := numbers.get(f"{part}@ground", 0):
            found |= dict.fromkeys(RESTS[part], float(high))
    return found


def anchor(points: Mapping[str, Point], part: str) -> Point:
    """The place of the part that carries the body; it stays while the body moves."""
    return mean([points[name] for name in _ANCHORS[part]])


def to_anchor(points: Mapping[str, Point], numbers: Numbers) -> Point | None:
    """How far to shift the body so that what carries it is where it was; who hangs is shifted up, too."""
    part = carrier_of(numbers)
    if not part:
        return None
    x, y, z = anchor(points, part)
    return numbers["anchor@x"] - x, numbers["anchor@y"] - y, numbers.get("anchor@z", z) - z


def hips(points: Mapping[str, Point]) -> Point:
    """The middle between both hips."""
    return between(points["right_hip"], points["left_hip"], 0.5)


def root(numbers: Numbers) -> Point:
    """Where numbers have the middle between both hips."""
    x, y, z = (float(numbers[key]) for key in ROOT)
    return x, y, z
