"""Computes the limbs of a body from their angles, each from where it begins."""

from __future__ import annotations

from collections.abc import Mapping
from math import acos, degrees, hypot

from limber.figures import body
from limber.figures.vectors import UPRIGHT, Frame, Point, add, angle, at, cross, dot, pitched, rolled, turned, unit

Numbers = Mapping[str, float]
SIDES = {"right": -1, "left": 1}
_WIDE = (("outer", "ball", 2.4), ("inner", "ball", -2.4), ("little", "toes", 2.0), ("big", "toes", -2.4))
"""Parts of a foot beside others, so that it has its width when seen from ahead."""


ON_A_FOOT = ("heel", "arch", "ball", "outer", "inner", "toes", "little", "big")
"""Parts of a foot that it can rest on."""


class OutOfReachError(ValueError):
    """A foot is to stand where its leg does not reach."""

    def __init__(self, side: str, by: float) -> None:
        super().__init__(side)
        self.side, self.by = side, by

    @property
    def said(self) -> str:
        """What is wrong, in words that go on after others: `the left foot does not reach the ground; …`."""
        if self.by < 1:
            return f"the {self.side} foot does not quite reach the ground."
        return f"the {self.side} foot does not reach the ground; it lacks {self.by:.0f} cm or more."


def arm(side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, chest: Frame) -> None:
    """An arm that hangs from its shoulder by its angles."""
    shoulder, out, elbow = (float(numbers.get(f"{side}_{key}", 0)) for key in ("shoulder", "arm_out", "elbow"))
    joints |= {f"{side}_shoulder": shoulder, f"{side}_arm_out": out, f"{side}_elbow": elbow}
    joints |= {f"{side}_{key}": numbers[f"{side}_{key}"] for key in ("arm_turn", "wrist") if f"{side}_{key}" in numbers}
    upper = upper_arm(side, numbers, chest)
    lower = pitched(upper, elbow)
    points[f"{side}_elbow"] = at(upper, (0, 0, -body.UPPER_ARM), points[f"{side}_shoulder"])
    points[f"{side}_wrist"] = at(lower, (0, 0, -body.FOREARM), points[f"{side}_elbow"])
    if wrist := numbers.get(f"{side}_wrist", 0):
        points[f"{side}_hand"] = at(pitched(lower, wrist), (0, 0, -body.HAND), points[f"{side}_wrist"])
    else:
        points[f"{side}_hand"] = at(lower, (0, 0, -body.FOREARM - body.HAND), points[f"{side}_elbow"])


def upper_arm(side: str, numbers: Numbers, chest: Frame) -> Frame:
    """The frame of an upper arm by its angles."""
    shoulder, out, turn = (float(numbers.get(f"{side}_{key}", 0)) for key in ("shoulder", "arm_out", "arm_turn"))
    return turned(rolled(pitched(chest, shoulder), SIDES[side] * out), -SIDES[side] * turn)


def thigh(side: str, numbers: Numbers, whole: Frame) -> Frame:
    """The frame of a thigh by its angles."""
    hip, out, turn = (float(numbers.get(f"{side}_{key}", 0)) for key in ("hip", "out", "turn"))
    return turned(rolled(pitched(whole, hip), SIDES[side] * out), -SIDES[side] * turn)


def leg(side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame) -> None:
    """A leg that hangs from its hip by its angles."""
    upper = thigh(side, numbers, whole)
    joints |= {f"{side}_{key}": float(numbers.get(f"{side}_{key}", 0)) for key in ("hip", "out", "turn")}
    points[f"{side}_knee"] = at(upper, (0, 0, -body.THIGH), points[f"{side}_hip"])
    below_knee(side, points, joints, numbers, upper)


def below_knee(
    side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, upper: Frame, floor: float = -1e3
) -> None:
    """Shank and foot below a thigh that points there. A knee that kneels bends so far that its foot lies down, too.

    One that is about to kneel, or no longer does, bends so far that its foot stays above the `floor`.
    """
    knee = float(numbers.get(f"{side}_knee", 0))
    if kneels := numbers.get(f"{side}_kneels", 0):
        below = points[f"{side}_knee"][2] - body.thick("knee")
        knee += (_laid_down(side, points, numbers, upper, knee, below) - knee) * kneels
        if kneels < 1:
            knee = max(knee, _laid_down(side, points, numbers, upper, 0.0, floor))
    shank = pitched(upper, -knee)
    points[f"{side}_ankle"] = at(shank, (0, 0, -body.SHANK), points[f"{side}_knee"])
    joints[f"{side}_knee"] = knee
    if f"{side}_sole" in numbers:
        sole, ankle = level(side, numbers), None
    else:
        ankle = float(numbers.get(f"{side}_ankle", 0))
        sole = pitched(shank, ankle)
    foot(side, points, joints, numbers, sole, shank, ankle)


def _laid_down(side: str, points: dict[str, Point], numbers: Numbers, upper: Frame, knee: float, floor: float) -> float:
    """How far a knee bends so that the foot behind it rests on the floor (bisection: it rises as the knee bends).

    As far as it did, where the foot is above the floor in any case.
    """
    trial = {f"{side}_knee": points[f"{side}_knee"]}
    least, most = (float(each) for each in body.RANGES["knee"])
    plain = {key: value for key, value in numbers.items() if not key.endswith(("_kneels", "_sole"))}

    def above(bent: float) -> float:
        below_knee(side, trial, {}, {**plain, f"{side}_knee": bent}, upper)
        return lowest_of_foot(side, trial) - floor

    if above(least) > 0:
        return knee
    for _ in range(14):
        middle = (least + most) / 2
        least, most = (least, middle) if above(middle) > 0 else (middle, most)
    return most


def lowest_of_foot(side: str, points: Mapping[str, Point]) -> float:
    """How high the skin of a foot is where it is lowest."""
    return min(points[f"{side}_{part}"][2] - body.thick(part) for part in ON_A_FOOT)


def level(side: str, numbers: Numbers) -> Frame:
    """A foot that is told how its sole stands to the ground, and not to its shank; where it rolls, its heel tips."""
    toes_out, roll = (SIDES[side] * numbers.get(f"{side}_{key}", 0) for key in ("toes_out", "roll"))
    return pitched(rolled(turned(UPRIGHT, toes_out), -roll), numbers.get(f"{side}_sole", 0))


def foot(
    side: str,
    points: dict[str, Point],
    joints: dict[str, float],
    numbers: Numbers,
    foot: Frame,
    shank: Frame,
    ankle: float | None,
) -> None:
    """A foot below its ankle; `ankle` is how far it is bent, or nothing where that follows from its sole."""
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


def planted(
    side: str, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame, ground: float
) -> None:
    """A leg whose foot stands on the ground so far ahead of its hip; the knee points forward."""
    hip = points[f"{side}_hip"]
    sole = level(side, numbers)
    trial: dict[str, Point] = {f"{side}_ankle": (0, 0, 0)}
    foot(side, trial, {}, numbers, sole, sole, None)
    low = lowest_of_foot(side, trial)
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
        sole = pitched(shank, max(least, min(most, angle(sole[0], shank[2]) * -1 + 90)))
    foot(side, points, joints, numbers, sole, shank, None)
