"""Computes where each part of the body is from the numbers of a pose.

The body is let down until something of it rests: on the ground, or on what lies under a foot. A foot that is told its
`step` is then set down there, and its hip, knee and ankle follow. So what should touch the ground does, in every pose
and between two poses.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import acos, degrees, hypot
from typing import NamedTuple

from limber.figures import body
from limber.figures.vectors import UPRIGHT, Frame, Point, add, angle, at, cross, dot, pitched, rolled, turned, unit

Numbers = Mapping[str, float]
SIDES = {"right": -1, "left": 1}
_WIDE = (("outer", "ball", 2.4), ("inner", "ball", -2.4), ("little", "toes", 2.0), ("big", "toes", -2.4))
"""Parts of a foot beside others, so that it has its width when seen from ahead."""
_SKIN = {
    **dict.fromkeys(("ball", "outer", "inner"), "foot"),
    "arch": "heel",
    **dict.fromkeys(("little", "big"), "toes"),
    **dict.fromkeys(("chest", "waist"), "trunk"),
    **dict.fromkeys(("shoulder", "elbow", "wrist", "hand"), "arm"),
}


class Stance(NamedTuple):
    """The position of each part and the angle of each joint, by name; `right_knee` is in both."""

    points: Mapping[str, Point]
    joints: Mapping[str, float]


class OutOfReachError(ValueError):
    """A foot is to stand where its leg does not reach."""

    def __init__(self, side: str, by: float) -> None:
        super().__init__(side)
        self.side, self.by = side, by


def stance(numbers: Numbers, under: Mapping[str, float], rests: str = "") -> Stance:
    """The body in a pose. `under` is the height of the ground below each foot; `rests` is the point that stays."""
    lean, list_ = numbers.get("lean", 0), numbers.get("list", 0)
    whole = pitched(UPRIGHT, -lean)
    points = _trunk(whole, numbers)
    joints = {key: float(numbers.get(key, 0)) for key in ("bend", "sway", "list", "head")}
    for side in SIDES:
        _arm(side, points, joints, numbers, whole)
    planted = [side for side in SIDES if f"{side}_step" in numbers]
    for side in SIDES:
        if side not in planted:
            _leg(side, points, joints, numbers, whole)
    skins = (z - thick(name) - under.get(name.split("_")[0], 0) for name, (_, _, z) in points.items() if bears(name))
    down = min(skins, default=0)
    points = {name: (x, y, z - down) for name, (x, y, z) in points.items()}
    for side in planted:
        _planted(side, points, joints, numbers, whole, under.get(side, 0))
    for side, sign in SIDES.items():  # a list tilts the pelvis alone; the legs hang as they did
        joints[f"{side}_out"] -= sign * list_
    joints["sway"] += list_
    if rests:
        x, y, _ = points[rests]
        points = {name: (a - x, b - y, c) for name, (a, b, c) in points.items()}
    return Stance(points, joints)


@cache
def thick(name: str) -> float:
    """The distance from the centre of a part to its skin."""
    part = name.split("_")[-1]
    if part == "head":
        return body.HEAD
    return body.THICK[_SKIN.get(part, part)]


@cache
def bears(name: str) -> bool:
    """Whether the body can come to rest on that part."""
    return not name.endswith(("hip", "shoulder", "neck", "waist"))


def _trunk(whole: Frame, numbers: Numbers) -> dict[str, Point]:
    pelvis = rolled(whole, numbers.get("list", 0))
    chest = _chest(whole, numbers)
    points = {f"{side}_hip": at(pelvis, (0, sign * body.HIP, 0)) for side, sign in SIDES.items()}
    waist = at(pelvis, (0, 0, body.WAIST))
    up = body.SHOULDER - body.WAIST
    for side, sign in SIDES.items():
        points[f"{side}_pelvis"] = at(pelvis, (0, sign * 7.2, 2))
        points[f"{side}_waist"] = at(chest, (0, sign * 4.8, 4), waist)
        points[f"{side}_chest"] = at(chest, (0, sign * 11.5, up - 8), waist)
        points[f"{side}_shoulder"] = at(chest, (0, sign * body.SHOULDERS, up - 4.5), waist)
    neck = at(chest, (0, 0, up - 2), waist)
    head = pitched(chest, -numbers.get("head", 0))
    return points | {"neck": neck, "head": at(head, (1.8, 0, body.HEAD_ABOVE + 2), neck)}


def _chest(whole: Frame, numbers: Numbers) -> Frame:
    return pitched(rolled(whole, numbers.get("sway", 0)), -numbers.get("bend", 0))


def _arm(side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame) -> None:
    shoulder, out, elbow = (float(numbers.get(f"{side}_{key}", 0)) for key in ("shoulder", "arm_out", "elbow"))
    joints |= {f"{side}_shoulder": shoulder, f"{side}_arm_out": out, f"{side}_elbow": elbow}
    upper = rolled(pitched(_chest(whole, numbers), shoulder), SIDES[side] * out)
    lower = pitched(upper, elbow)
    points[f"{side}_elbow"] = at(upper, (0, 0, -body.UPPER_ARM), points[f"{side}_shoulder"])
    points[f"{side}_wrist"] = at(lower, (0, 0, -body.FOREARM), points[f"{side}_elbow"])
    points[f"{side}_hand"] = at(lower, (0, 0, -body.FOREARM - body.HAND), points[f"{side}_elbow"])


def _leg(side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame) -> None:
    """A leg that hangs from its hip by its angles."""
    hip, out, turn, knee = (float(numbers.get(f"{side}_{key}", 0)) for key in ("hip", "out", "turn", "knee"))
    sign = SIDES[side]
    thigh = turned(rolled(pitched(whole, hip), sign * out), -sign * turn)
    shank = pitched(thigh, -knee)
    points[f"{side}_knee"] = at(thigh, (0, 0, -body.THIGH), points[f"{side}_hip"])
    points[f"{side}_ankle"] = at(shank, (0, 0, -body.SHANK), points[f"{side}_knee"])
    joints |= {f"{side}_hip": hip, f"{side}_out": out, f"{side}_turn": turn, f"{side}_knee": knee}
    if f"{side}_sole" in numbers:
        foot, ankle = _level(side, numbers), None
    else:
        ankle = float(numbers.get(f"{side}_ankle", 0))
        foot = pitched(shank, ankle)
    _foot(side, points, joints, numbers, foot, shank, ankle)


def _level(side: str, numbers: Numbers) -> Frame:
    """A foot that is told how its sole stands to the ground, and not to its shank; where it rolls, its heel tips."""
    toes_out, roll = (SIDES[side] * numbers.get(f"{side}_{key}", 0) for key in ("toes_out", "roll"))
    return pitched(rolled(turned(UPRIGHT, toes_out), -roll), numbers.get(f"{side}_sole", 0))


def _foot(
    side: str,
    points: dict[str, Point],
    joints: dict[str, float],
    numbers: Numbers,
    foot: Frame,
    shank: Frame,
    ankle: float | None,
) -> None:
    roll = float(numbers.get(f"{side}_roll", 0))
    foot = foot if ankle is None else rolled(foot, -SIDES[side] * roll)
    toes = float(numbers.get(f"{side}_toes", 0))
    below = at(foot, (0, 0, -body.ANKLE), points[f"{side}_ankle"])
    points[f"{side}_heel"] = at(foot, body.FOOT["heel"], below)
    points[f"{side}_arch"] = at(foot, body.FOOT["arch"], below)
    points[f"{side}_ball"] = at(foot, body.FOOT["ball"], below)
    (x, _, z), (ball, _, high) = body.FOOT["toes"], body.FOOT["ball"]
    points[f"{side}_toes"] = at(pitched(foot, toes), (x - ball, 0, z - high), points[f"{side}_ball"])
    for name, part, aside in _WIDE:
        across = at(foot, (0, SIDES[side] * aside, 0))
        points[f"{side}_{name}"] = add(points[f"{side}_{part}"], across)
    bent = 90 - angle(foot[0], (-shank[2][0], -shank[2][1], -shank[2][2])) if ankle is None else ankle
    joints |= {f"{side}_ankle": -bent if ankle is None else bent, f"{side}_roll": roll, f"{side}_toes": toes}
    if f"{side}_big_toe" in numbers:
        joints[f"{side}_big_toe"] = numbers[f"{side}_big_toe"]


def _planted(
    side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame, ground: float
) -> None:
    """A leg whose foot stands on the ground so far ahead of its hip; the knee points forward."""
    hip = points[f"{side}_hip"]
    foot = _level(side, numbers)
    trial: dict[str, Point] = {f"{side}_ankle": (0, 0, 0)}
    _foot(side, trial, {}, numbers, foot, foot, None)
    low = min(point[2] - thick(name) for name, point in trial.items() if not name.endswith("ankle"))
    aside = SIDES[side] * float(numbers.get(f"{side}_aside", 0))
    lift = float(numbers.get(f"{side}_lift", 0))
    ankle = (hip[0] + float(numbers[f"{side}_step"]), hip[1] + aside, ground - low + lift)
    way = add(ankle, hip, -1)
    far, reach = hypot(*way), body.THIGH + body.SHANK
    along = unit(way)
    if far > reach:
        if not lift:
            raise OutOfReachError(side, far - reach)
        far, ankle = reach, add(hip, along, reach)  # it is in the air
    forward = unit(add((1, 0, 0), along, -dot((1, 0, 0), along)))
    on = (body.THIGH**2 - body.SHANK**2 + far**2) / (2 * far)
    knee = add(add(hip, along, on), forward, max(0.0, body.THIGH**2 - on**2) ** 0.5)
    points |= {f"{side}_knee": knee, f"{side}_ankle": ankle}
    ups = unit(add(hip, knee, -1)), unit(add(knee, ankle, -1))
    left = unit(cross(ups[0], forward)) if abs(dot(ups[0], forward)) < 0.99 else (0.0, 1.0, 0.0)
    thigh, shank = ((cross(left, up), left, up) for up in ups)
    in_trunk = tuple(dot(each, thigh[2]) for each in whole)
    joints[f"{side}_hip"] = degrees(acos(max(-1, min(1, in_trunk[2])))) * (-1 if in_trunk[0] > 0 else 1)
    joints[f"{side}_out"] = -SIDES[side] * (90 - angle(thigh[2], whole[1]))
    joints[f"{side}_turn"] = 0.0
    joints[f"{side}_knee"] = angle(*ups)
    if lift:  # in the air a foot need not be level, and goes no further than its ankle
        least, most = body.RANGES["ankle"]
        foot = pitched(shank, max(least, min(most, angle(foot[0], shank[2]) * -1 + 90)))
    _foot(side, points, joints, numbers, foot, shank, None)
