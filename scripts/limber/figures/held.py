"""Brings limbs to what they are held on, and tells by how much their joints are bent then."""

from __future__ import annotations

from collections.abc import Mapping

from limber.figures import body, limbs
from limber.figures.inverse_kinematics import Solved, angles, bone_frame, one_bone, two_bones
from limber.figures.limbs import SIDES, Numbers
from limber.figures.person import breath
from limber.figures.targets import Target, hips
from limber.figures.vectors import UPRIGHT, Frame, Point, add, angle, at, between, cross, dot, pitched, rolled, unit

SETTLES = 6
"""How often a foot is set down whose ankle turns it as its leg does."""


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
    goal = between(points[f"{side}_knee"], target.at, target.hold)
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
    goal = between(points[f"{side}_ankle"], target.at, target.hold)
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
    goal = between(points[f"{side}_elbow"], target.at, target.hold)
    normal = (1.0, 0.0, 0.0) if abs(target.way[2]) > 0.7 else (0.0, 0.0, 1.0)  # it lies on the floor, or on a wall
    solved = one_bone(shoulder, goal, normal, body.UPPER_ARM)
    lies = unit(add(points[f"{side}_hand"], points[f"{side}_elbow"], -1))
    way = unit(between(lies, target.way, target.hold))
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
    goal = between(before[grips], target.at, target.hold)
    flat = target.way if grips else unit(between(_way(*before), target.way, target.hold))
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
        way = between(away, (0.0, -SIDES[side] * 1.0, -0.4), share)
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
    return add(between(hip, knee, 0.82), above, thick)


def _on_own_body(side: str, place: str, points: Mapping[str, Point], whole: Frame, chest: Frame) -> Point:
    """Where a hand is that is on its own body."""
    sign, other = SIDES[side], "left" if side == "right" else "right"
    hip, knee = points[f"{side}_hip"], points[f"{side}_knee"]
    if place in ("thighs", "knees"):
        shank = unit(add(hip, knee, -1))
        across = bone_frame(hip, knee, add(whole[0], shank, 0.3))[0]
        along, above = (0.55, 10.5) if place == "thighs" else (0.95, 8.0)
        return add(between(hip, knee, along), across, above)
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
    return at(frame, beside, add(origin, breath(points)) if place == "belly" else origin)


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
