"""Brings limbs to what their contacts hold them on, from numbers that `posing` has put beside those of a pose.

Of each part that is on something the numbers say where it is, such as `left_hand@x`, which way it points, and how much
of its way it has gone there: `left_hand@hold` is 1 in a pose with that contact, and less on the way to one without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from limber.figures import body, limbs
from limber.figures.inverse_kinematics import Solved, angles, bone_frame, one_bone, two_bones
from limber.figures.limbs import SIDES, Numbers
from limber.figures.vectors import UPRIGHT, Frame, Point, add, angle, at, cross, dot, pitched, rolled, unit

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
SETTLES = 6
"""How often a foot is set down whose ankle turns it as its leg does."""
_FOLLOWS = {"knee": ("knee", "ankle", *limbs.ON_A_FOOT), "foot": ("knee", "ankle", *limbs.ON_A_FOOT)}
_ARM = ("elbow", "wrist", "hand")


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
    if one.get(CARRIER) == other.get(CARRIER) and ROOT[0] not in found:
        return found
    begin, end = (root(each) if ROOT[0] in each else hips_written(each) for each in (one, other))
    return found | dict(zip(ROOT, _between(begin, end, share), strict=True))


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
    of = [points[name] for name in _ANCHORS[part]]
    x, y, z = (sum(each) / len(of) for each in zip(*of, strict=True))
    return x, y, z


def to_anchor(points: Mapping[str, Point], numbers: Numbers) -> Point | None:
    """How far to shift the body so that what carries it is where it was; who hangs is shifted up, too."""
    part = carrier_of(numbers)
    if not part:
        return None
    x, y, z = anchor(points, part)
    return numbers["anchor@x"] - x, numbers["anchor@y"] - y, numbers.get("anchor@z", z) - z


def hips(points: Mapping[str, Point]) -> Point:
    """The middle between both hips."""
    return _middle(points["right_hip"], points["left_hip"])


def root(numbers: Numbers) -> Point:
    """Where numbers have the middle between both hips."""
    x, y, z = (float(numbers[key]) for key in ROOT)
    return x, y, z


def reach(
    targets: Mapping[str, Target],
    points: dict[str, Point],
    joints: dict[str, float],
    numbers: Numbers,
    whole: Frame,
    chest: Frame,
) -> dict[str, float]:
    """Bring limbs to their targets, legs first. Returns by how many centimetres each does not come there."""
    lacks = {}
    for part, target in sorted(targets.items(), key=lambda each: bool(each[1].own)):  # what they are on comes first
        side, _, limb = part.partition("_")
        if limb in ("knee", "foot"):
            lacks[part] = (_knee if limb == "knee" else _foot)(side, target, points, joints, numbers, whole)
        elif limb == "forearm":
            lacks[part] = _forearm(side, target, points, joints, chest)
        else:
            lacks[part] = _hand(side, target, points, joints, numbers, (whole, chest))
    return {part: far for part, far in lacks.items() if far > 0.05}


def _knee(
    side: str, target: Target, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame
) -> float:
    upper = limbs.thigh(side, numbers, whole)
    hip = points[f"{side}_hip"]
    goal = _between(points[f"{side}_knee"], target.at, target.hold)
    solved = one_bone(hip, goal, (0, 0, 1), body.THIGH)
    points[f"{side}_knee"] = solved.end
    thigh = bone_frame(hip, solved.end, upper[0])
    _leg_joints(side, joints, thigh, whole)
    limbs.below_knee(side, points, joints, numbers, thigh, 0.0)
    return solved.lacks


def _foot(
    side: str, target: Target, points: dict[str, Point], joints: dict[str, float], numbers: Numbers, whole: Frame
) -> float:
    hip = points[f"{side}_hip"]
    if target.own:
        target = target._replace(at=_across_other_knee(side, points))
    goal = _between(points[f"{side}_ankle"], target.at, target.hold)
    pole = _bends_to(limbs.thigh(side, numbers, whole), hip, goal)
    bends = f"{side}_sole" not in numbers  # its ankle is told: the foot is set down as it then is
    for _ in range(SETTLES if bends and not target.own else 1):
        solved = two_bones(hip, goal, body.THIGH, body.SHANK, pole)
        points |= {f"{side}_knee": solved.middle, f"{side}_ankle": solved.end}
        thigh, shank = bone_frame(hip, solved.middle, pole), bone_frame(solved.middle, solved.end, pole)
        sole, ankle = limbs.level(side, numbers), None
        if bends or target.hold < 1:
            level = 0.0 if bends else 90 - angle(sole[0], shank[2])
            hold = 0.0 if bends else target.hold  # on its way an ankle goes from the one to the other
            least, most = body.RANGES["ankle"]
            ankle = max(least, min(most, level)) * hold + float(numbers.get(f"{side}_ankle", 0)) * (1 - hold)
            sole = pitched(shank, ankle)
        limbs.foot(side, points, joints, numbers, sole, shank, ankle)
        if bends and not target.own:
            goal = (goal[0], goal[1], goal[2] + (target.at[2] - limbs.lowest_of_foot(side, points)) * target.hold)
    _leg_joints(side, joints, thigh, whole)
    joints[f"{side}_knee"] = angle(thigh[2], shank[2])
    return solved.lacks


def _forearm(side: str, target: Target, points: dict[str, Point], joints: dict[str, float], chest: Frame) -> float:
    shoulder = points[f"{side}_shoulder"]
    goal = _between(points[f"{side}_elbow"], target.at, target.hold)
    normal = (1.0, 0.0, 0.0) if abs(target.way[2]) > 0.7 else (0.0, 0.0, 1.0)  # it lies on the floor, or on a wall
    solved = one_bone(shoulder, goal, normal, body.UPPER_ARM)
    lies = unit(add(points[f"{side}_hand"], points[f"{side}_elbow"], -1))
    way = unit(_between(lies, target.way, target.hold))
    wrist = add(solved.end, way, body.FOREARM)
    points |= {f"{side}_elbow": solved.end, f"{side}_wrist": wrist, f"{side}_hand": add(wrist, way, body.HAND)}
    _arm_joints(side, joints, bone_frame(shoulder, solved.end, way), chest)
    joints[f"{side}_elbow"] = angle(way, add(solved.end, shoulder, -1))
    joints.pop(f"{side}_wrist", None)
    return solved.lacks


def _hand(
    side: str,
    target: Target,
    points: dict[str, Point],
    joints: dict[str, float],
    numbers: Numbers,
    frames: tuple[Frame, Frame],
) -> float:
    whole, chest = frames
    if target.own:
        target = target._replace(at=_on_own_body(side, target.own, points, whole, chest), way=(0.0, 0.0, 0.0))
    shoulder = points[f"{side}_shoulder"]
    before = points[f"{side}_wrist"], points[f"{side}_hand"]
    grips = not any(target.way)
    long = body.FOREARM + (body.HAND if grips else 0)
    goal = _between(before[grips], target.at, target.hold)
    flat = target.way if target.hold == 1 or grips else unit(_between(_way(*before), target.way, target.hold))
    if target.way[2] == 0 and not grips:  # as it lets go of a floor its fingers do not go into it
        goal = add(goal, (0, 0, 1), max(0.0, target.at[2] - goal[2] - min(0.0, flat[2] * body.HAND)))
    ahead = _bends_to(limbs.upper_arm(side, numbers, chest), shoulder, goal)
    solved, ahead = _above_floor(side, shoulder, goal, long, ahead)
    lower = unit(add(solved.end, solved.middle, -1))
    wrist = add(solved.middle, lower, body.FOREARM)
    way = lower if grips else flat
    points |= {f"{side}_elbow": solved.middle, f"{side}_wrist": wrist, f"{side}_hand": add(wrist, way, body.HAND)}
    _arm_joints(side, joints, bone_frame(shoulder, solved.middle, ahead), chest)
    joints[f"{side}_elbow"] = angle(lower, add(solved.middle, shoulder, -1))
    joints[f"{side}_wrist"] = 0.0 if grips else angle(lower, way)
    return solved.lacks


def _above_floor(side: str, shoulder: Point, goal: Point, long: float, ahead: Point) -> tuple[Solved, Point]:
    """An arm whose elbow goes out to the side so far that it is not in the floor, and which way is ahead for it."""
    skin = body.thick("elbow")
    away = unit(ahead)

    def solved(share: float) -> tuple[Solved, Point]:
        way = _between(away, (0.0, -SIDES[side] * 1.0, -0.4), share)
        return two_bones(shoulder, goal, body.UPPER_ARM, long, (-way[0], -way[1], -way[2])), way

    least, most = 0.0, 1.0
    if solved(least)[0].middle[2] >= skin or min(shoulder[2], goal[2]) < skin:
        return solved(least)
    for _ in range(10):
        middle = (least + most) / 2
        least, most = (middle, most) if solved(middle)[0].middle[2] < skin else (least, middle)
    return solved(most)


def _way(begin: Point, end: Point) -> Point:
    return unit(add(end, begin, -1))


def _bends_to(upper: Frame, root: Point, goal: Point) -> Point:
    """Which way is ahead for a limb from `root` to `goal` that bends about the hinge of the frame of its upper bone."""
    return cross(upper[1], add(root, goal, -1))


def _across_other_knee(side: str, points: Mapping[str, Point]) -> Point:
    """Where an ankle is that lies across the other thigh, near its knee."""
    other = "left" if side == "right" else "right"
    hip, knee, ankle = (points[f"{other}_{each}"] for each in ("hip", "knee", "ankle"))
    above = bone_frame(hip, knee, add(knee, ankle, -1))[0]  # the shank bends away from there
    thick = body.thick("knee") + body.thick("ankle") + 1.0
    return add(_between(hip, knee, 0.82), above, thick)


def _on_own_body(side: str, place: str, points: Mapping[str, Point], whole: Frame, chest: Frame) -> Point:
    """Where a hand is that is on its own body."""
    sign, other = SIDES[side], "left" if side == "right" else "right"
    hip, knee = points[f"{side}_hip"], points[f"{side}_knee"]
    if place in ("thighs", "knees"):
        shank = unit(add(hip, knee, -1))
        across = bone_frame(hip, knee, add(whole[0], shank, 0.3))[0]
        along, above = (0.55, 10.5) if place == "thighs" else (0.95, 8.0)
        return add(_between(hip, knee, along), across, above)
    frame, beside, origin = {
        "hips": (whole, (1.0, sign * 11.0, 9.0), hip),
        "belly": (whole, (12.0, sign * 3.0, 14.0), hips(points)),
        "chest": (chest, (13.5, -sign * 10.0, -12.0), points[f"{side}_shoulder"]),
        "shoulders": (chest, (5.0, sign * 6.0, -2.0), points[f"{other}_shoulder"]),
        "head": (chest, (-8.0, sign * 5.0, 4.0), points["head"]),
        "feet": (UPRIGHT, (0.0, 0.0, 4.0), points[f"{side}_ball"]),
        "ankles": (UPRIGHT, (0.0, 0.0, 0.0), points[f"{side}_ankle"]),
        "other_hand": (UPRIGHT, (0.0, 0.0, 0.0), points[f"{other}_hand"]),
    }[place]
    return at(frame, beside, origin)


def _leg_joints(side: str, joints: dict[str, float], thigh: Frame, whole: Frame) -> None:
    pitch, roll, turn = angles(thigh, whole)
    joints |= {f"{side}_hip": pitch, f"{side}_out": SIDES[side] * roll, f"{side}_turn": -SIDES[side] * turn}


def _arm_joints(side: str, joints: dict[str, float], upper: Frame, chest: Frame) -> None:
    """The angles of an upper arm. Several say the same: those within the ranges of a shoulder are taken."""
    sign = SIDES[side]
    pitch, roll, turn = angles(upper, chest)
    tried = [(pitch, roll, turn), (_half(pitch), (180 if roll >= 0 else -180) - roll, _half(turn))]
    for begin in (0.0, 90.0):
        around = rolled(pitched(chest, begin), roll)
        twisted = angle(around[0], upper[0]) * (1 if dot(cross(around[0], upper[0]), upper[2]) > 0 else -1)
        if angle(around[2], upper[2]) < 20:
            tried.append((begin, roll, twisted))
    named: list[dict[str, float]] = [
        {f"{side}_shoulder": a, f"{side}_arm_out": sign * b, f"{side}_arm_turn": -sign * c} for a, b, c in tried
    ]
    found = min(named, key=_beyond)
    joints |= found


def _beyond(joints: Mapping[str, float]) -> float:
    return round(sum(_excess(name, degrees) for name, degrees in joints.items()), 3)


def _excess(name: str, degrees: float) -> float:
    least, most = body.RANGES[name.partition("_")[2]]
    return max(0.0, least - degrees, degrees - most)


def _half(degrees: float) -> float:
    return degrees - 180 if degrees > 0 else degrees + 180


def _middle(one: Point, other: Point) -> Point:
    return _between(one, other, 0.5)


def _between(one: Point, other: Point, share: float) -> Point:
    return add(one, add(other, one, -1), share)
