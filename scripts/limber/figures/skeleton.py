"""Computes where each part of the body is from the numbers of a pose.

The body is let down until something of it rests: on the ground, or on what lies under a part. A foot that is told its
`step` is then set down there, and its hip, knee and ankle follow; so does each limb that is held by a contact (see
`posing`). So what should touch something does, in every pose and between two poses.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from limber.figures import body, held, limbs, targets
from limber.figures.body import thick
from limber.figures.limbs import SIDES, Numbers, OutOfReachError
from limber.figures.vectors import UPRIGHT, Frame, Point, add, at, pitched, rolled, turned

__all__ = ["SIDES", "Numbers", "OutOfReachError", "Stance", "bears", "stance", "thick"]

SEEN_BY_NOSE = frozenset(("head_turn", "chin"))
"""Numbers of a head whose movement a disc would not show: with them it has a nose."""
_ALWAYS = ("bend", "sway", "list", "head")
_OF_TRUNK = (*_ALWAYS, "twist", "head_turn", "head_tip")


class Stance(NamedTuple):
    """The position of each part and the angle of each joint, by name; `right_knee` is in both.

    `lacks` is by how many centimetres a part does not come to what it should be on.
    """

    points: Mapping[str, Point]
    joints: Mapping[str, float]
    lacks: Mapping[str, float] = {}


def stance(numbers: Numbers, under: Mapping[str, float], rests: str = "") -> Stance:
    """The body in a pose. `under` is the height of the ground below each foot; `rests` is the point that stays."""
    whole = whole_frame(numbers)
    chest = chest_frame(whole, numbers)
    points = _trunk(whole, chest, numbers)
    joints = {key: float(numbers.get(key, 0)) for key in _OF_TRUNK if key in numbers or key in _ALWAYS}
    planted = [side for side in SIDES if f"{side}_step" in numbers]
    for side in SIDES:
        limbs.arm(side, points, joints, numbers, chest)
        if side not in planted:
            limbs.leg(side, points, joints, numbers, whole)
    reaching = targets.reaching(numbers)
    points = _placed(points, numbers, under, reaching)
    for side in planted:
        limbs.planted(side, points, joints, numbers, whole, under.get(side, 0))
    lacks = held.reach(reaching, points, joints, numbers, whole, chest)
    for side, sign in SIDES.items():  # a list tilts the pelvis alone; the legs hang as they did
        joints[f"{side}_out"] -= sign * numbers.get("list", 0)
    joints["sway"] += numbers.get("list", 0)
    if rests:
        x, y, _ = points[rests]
        points = {name: (a - x, b - y, c) for name, (a, b, c) in points.items()}
    return Stance(points, joints, lacks)


def whole_frame(numbers: Numbers) -> Frame:
    """How the body as a whole stands or lies."""
    return pitched(rolled(UPRIGHT, numbers.get("tip", 0)), -numbers.get("lean", 0))


def chest_frame(whole: Frame, numbers: Numbers) -> Frame:
    """The chest, on a back that bends and twists."""
    bent = pitched(rolled(whole, numbers.get("sway", 0)), -numbers.get("bend", 0))
    return turned(bent, -numbers.get("twist", 0))


def _placed(
    points: dict[str, Point], numbers: Numbers, under: Mapping[str, float], reaching: Mapping[str, targets.Target]
) -> dict[str, Point]:
    """The body let down until it rests, or where its contacts have it."""
    if targets.ROOT[0] in numbers:
        by = add(targets.root(numbers), targets.hips(points), -1)
        return {name: add(point, by) for name, point in points.items()}
    free = targets.in_the_air(reaching, numbers)
    grounds = targets.grounds(numbers)
    skins = (
        z - thick(name) - max(under.get(name.split("_")[0], 0), grounds.get(name, 0))
        for name, (_, _, z) in points.items()
        if bears(name) and name not in free
    )
    down = min(skins, default=0)
    points = {name: (x, y, z - down) for name, (x, y, z) in points.items()}
    to = targets.to_anchor(points, numbers)
    return {name: add(point, to) for name, point in points.items()} if to else points


@cache
def bears(name: str) -> bool:
    """Whether the body can come to rest on that part."""
    return not name.endswith(("hip", "shoulder", "neck", "waist", "nose", "belly"))


def _trunk(whole: Frame, chest: Frame, numbers: Numbers) -> dict[str, Point]:
    pelvis = rolled(whole, numbers.get("list", 0))
    points = {f"{side}_hip": at(pelvis, (0, sign * body.HIP, 0)) for side, sign in SIDES.items()}
    waist = at(pelvis, (0, 0, body.WAIST))
    up = body.SHOULDER - body.WAIST
    for side, sign in SIDES.items():
        ahead, higher = (float(numbers.get(f"{side}_{key}", 0)) for key in ("reach", "shrug"))
        points[f"{side}_pelvis"] = at(pelvis, (0, sign * 7.2, 2))
        points[f"{side}_waist"] = at(chest, (0, sign * 4.8, 4), waist)
        points[f"{side}_chest"] = at(chest, (0, sign * 11.5, up - 8), waist)
        points[f"{side}_shoulder"] = at(chest, (ahead, sign * body.SHOULDERS, up - 4.5 + higher), waist)
    neck = at(chest, (0, 0, up - 2), waist)
    head = pitched(
        turned(rolled(chest, numbers.get("head_tip", 0)), -numbers.get("head_turn", 0)), -numbers.get("head", 0)
    )
    middle = at(head, (1.8 - numbers.get("chin", 0), 0, body.HEAD_ABOVE + 2), neck)
    points |= {"neck": neck, "head": middle}
    if "belly" in numbers:
        points["belly"] = at(chest, (float(numbers["belly"]), 0, 4), waist)
    if numbers.keys() & SEEN_BY_NOSE:
        points["nose"] = at(head, (body.HEAD + 1.0, 0, -0.5), middle)
    return points
