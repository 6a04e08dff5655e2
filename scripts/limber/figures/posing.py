"""Places a body by its contacts: what carries it stands, and limbs come to what they are on (inverse kinematics).

The angles of a pose say how the body is shaped, and about where its limbs are. The part that carries it, such as a seat
or a foot, is set down on its thing; each other part goes from where its angles have it straight to its own. A thing
stands where a pose first comes to it, and from then on it stays, as does a part that nothing new is said of. What came
of that is put beside the numbers of the pose, so that all that lies between two poses follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import hypot
from typing import NamedTuple

from limber.figures import body, limbs, scene, skeleton, targets
from limber.figures.limbs import SIDES
from limber.figures.skeleton import Stance
from limber.figures.targets import Target
from limber.figures.vectors import Frame, Point, add, unit
from limber.model.figure import Contact, Figure, Placed, Pose

INSTEP, SIDE_SWAY = -50, 14
"""Degrees, where a pose says nothing else: of an ankle on whose top one kneels, of a back that lies on one side."""
REACH = 0.996
"""The part of its length as far as a limb goes that is too short for where its angles have it."""
_KINDS = ("seat", "back", "chest", "belly", "side", "knee", "foot", "forearm", "hand")
"""Parts in the order in which they carry a body."""
CARRIES_ELSE = "right_foot"
"""The part that stays where it is in a pose in which nothing is said to carry the body."""
_GUESS = "@guess"


class _Solved(NamedTuple):
    """A pose as its contacts have it."""

    numbers: dict[str, float]
    stance: Stance
    held: Mapping[str, Target]
    things: Mapping[str, str]


@lru_cache(maxsize=1024)
def posed(figure: Figure) -> Figure:
    """The figure with the numbers of its contacts beside those that were written, and with its things placed."""
    if any(each.solved for each in figure.poses) or not any(each.contacts for each in figure.poses):
        return figure
    solved, placed = _in_order(figure.poses)
    poses = tuple(_with(pose, each.numbers) for pose, each in zip(figure.poses, solved, strict=True))
    return replace(figure, poses=poses, scene=tuple(_for_both(each, figure) for each in placed.values()))


def _for_both(placed: Placed, figure: Figure) -> Placed:
    """A thing that both feet come to is as wide for both; else it is on the side of the one."""
    on = {each.part for pose in figure.poses for each in pose.contacts if each.thing == placed.thing}
    return replace(placed, part="feet") if {"right_foot", "left_foot"} <= on else placed


@lru_cache(maxsize=1024)
def posed_fault(figure: Figure, pose: Pose) -> Pose:
    """A pose that goes wrong, at the same things as the figure, after the last of its poses."""
    if not pose.contacts:
        return pose
    solved, placed = _in_order(figure.poses)
    return _with(pose, _solved(pose, {**placed}, solved[-1], _carrying((*figure.poses, pose))).numbers)


@lru_cache(maxsize=1024)  # a figure and each of its faults begin with the same poses
def _in_order(poses: tuple[Pose, ...]) -> tuple[Sequence[_Solved], Mapping[str, Placed]]:
    """Poses as their contacts have them, each after the one before it, and where that has placed things."""
    placed: dict[str, Placed] = {}
    counts = _carrying(poses)
    solved: list[_Solved] = []
    for pose in poses:
        solved.append(_solved(pose, placed, solved[-1] if solved else None, counts))
    return solved, placed


def _with(pose: Pose, numbers: Mapping[str, float]) -> Pose:
    return replace(pose, solved=tuple((name, round(amount, 4)) for name, amount in numbers.items()))


def _carrying(poses: Iterable[Pose]) -> dict[str, int]:
    """In how many poses each part is on something: one that always is carries the body rather than another."""
    counts: dict[str, int] = {}
    for pose in poses:
        for each in pose.contacts:
            counts[each.part] = counts.get(each.part, 0) + 1
    return counts


def carrier(contacts: Iterable[Contact], counts: Mapping[str, int]) -> str:
    """The part that carries the body: of the trunk, else a knee, a foot, a forearm or a hand.

    Of two of a kind it is the one that stays, the one that is lower, and the one that is on something more often.
    """
    able = [each for each in contacts if each.thing in scene.TOPS and each.part in targets.PARTS]

    def order(each: Contact) -> tuple[int, bool, float, int, int]:
        kind = _KINDS.index(each.part.split("_")[-1])
        return kind, each.named, scene.top(each.thing), -counts[each.part], targets.PARTS.index(each.part)

    return min(able, key=order).part if able else ""


def _solved(pose: Pose, placed: dict[str, Placed], before: _Solved | None, counts: Mapping[str, int]) -> _Solved:
    """A pose with its body set down, then its limbs brought to their things; things that are new to it are placed."""
    things = {each.part: each.thing for each in pose.contacts}
    carries = carrier(pose.contacts, counts) or CARRIES_ELSE
    stays = {part for part, thing in things.items() if before and before.things.get(part) == thing}
    numbers = _shaped(pose, things, carries)
    stance = skeleton.stance({**numbers, **_flags(things, carries)}, {})
    stance = _shifted(stance, _to_stay(stance, carries, stays, before, things))
    for part, thing in things.items():
        if thing not in (*scene.GROUND, *placed) and _holds(thing):
            placed[thing] = scene.placed(thing, part, stance.points)
    leans = {part: placed[thing] for part, thing in things.items() if part in targets.TRUNK and thing in scene.UPRIGHT}
    for part, wall in leans.items():
        stance = _shifted(stance, (wall.at[0] - scene.edge(part, stance.points, wall.way), 0, 0))
    held = {
        part: before.held[part]
        if before and part in stays and not _is_anew(pose, part)
        else _target(part, thing, stance.points, numbers, pose, placed)
        for part, thing in things.items()
        if part in targets.LIMBS and (thing in targets.OWN or _holds(thing))
    }
    for part, target in held.items():
        numbers |= targets.written(part, target)
    numbers |= _set_down(stance, carries, bool(leans), things.get(carries) == "bar")
    final = skeleton.stance(numbers, {})
    return _Solved(numbers | _named("hips", targets.hips(final.points)), final, held, things)


def _set_down(stance: Stance, carries: str, leans: bool, hangs: bool) -> dict[str, float]:
    """Where the body is: by the part that carries it, or, against a wall, by its hips."""
    if leans:
        return _named("root", targets.hips(stance.points))
    x, y, z = targets.anchor(stance.points, carries)
    found = {targets.CARRIER: float(targets.PARTS.index(carries)), "anchor@x": x, "anchor@y": y}
    return found | ({"anchor@z": z} if hangs else {})


def _named(name: str, point: Point) -> dict[str, float]:
    return {f"{name}@{axis}": value for axis, value in zip("xyz", point, strict=True)}


def _holds(thing: str) -> bool:
    """Whether a thing keeps what is on it where it is, as one does not that goes with it."""
    return thing in scene.TOPS or thing in scene.UPRIGHT


def _is_anew(pose: Pose, part: str) -> bool:
    return any(each.part == part and each.anew for each in pose.contacts)


def _flags(things: Mapping[str, str], carries: str) -> dict[str, float]:
    return {
        f"{part}{_GUESS}": 1.0
        for part, thing in things.items()
        if part in targets.LIMBS and part != carries and (thing in targets.OWN or _holds(thing))
    }


def _shaped(pose: Pose, things: Mapping[str, str], carries: str) -> dict[str, float]:
    """The numbers that shape the body before its limbs are brought to their things, with what goes without saying."""
    numbers = pose.by_name()
    for part, thing in things.items():
        side, _, limb = part.partition("_")
        if limb == "foot" and thing in targets.OWN:
            numbers.pop(f"{side}_sole", None)
        elif limb == "foot" and _holds(thing):
            if f"{side}_ankle" not in numbers:
                numbers.setdefault(f"{side}_sole", 90 if thing in scene.UPRIGHT else 0)
            numbers.pop(f"{side}_step", None)
        elif limb == "knee" and _holds(thing) and not _holds(things.get(f"{side}_foot", "")):
            numbers[f"{side}_kneels"] = 1
            numbers.pop(f"{side}_step", None)
            numbers.setdefault(f"{side}_ankle", INSTEP)
        elif limb == "side":
            numbers.setdefault("sway", -SIDE_SWAY if side == "right" else SIDE_SWAY)
        if (part == carries or part in targets.TRUNK) and (high := scene.top(thing)):
            numbers[f"{part}@ground"] = high
    return numbers


def _to_stay(stance: Stance, carries: str, stays: set[str], before: _Solved | None, things: Mapping[str, str]) -> Point:
    """How far to shift a body so that a part of it is where it was in the pose before, and a hand at its bar."""
    able = stays & set(targets.PARTS) if carries in things else set()
    part = carries if carries in able else min(able, key=targets.PARTS.index, default=carries)
    x, y, _ = targets.anchor(stance.points, part)
    hangs = things.get(carries) == "bar"
    up = scene.TOPS["bar"] - targets.anchor(stance.points, carries)[2] if hangs else 0.0
    to = targets.anchor(before.stance.points, part) if before else (0.0, 0.0)
    return (to[0] - x, to[1] - y, up)


def _shifted(stance: Stance, by: Point) -> Stance:
    return stance._replace(points={name: add(point, by) for name, point in stance.points.items()})


def _target(
    part: str,
    thing: str,
    points: Mapping[str, Point],
    numbers: Mapping[str, float],
    pose: Pose,
    placed: Mapping[str, Placed],
) -> Target:
    """Where a limb is on a thing: straight from where its angles have it, and no farther along it than it is long."""
    side, _, limb = part.partition("_")
    if thing in targets.OWN:
        return Target((0, 0, 0), (0, 0, 0), 1.0, thing)
    wall = placed[thing] if thing in scene.UPRIGHT else None
    high = scene.top(thing)
    if limb == "foot":
        return Target(_ankle(side, points, numbers, pose, wall, high), (0, 0, 0), 1.0)
    if thing == "bar":
        _, y, _ = points[f"{side}_hand"]
        return Target((placed[thing].at[0], y, high), (0, 0, 0), 1.0)
    x, y, z = points[f"{side}_{'wrist' if limb == 'hand' else 'elbow' if limb == 'forearm' else 'knee'}"]
    skin = body.thick("knee" if limb == "knee" else "arm")
    at = (wall.at[0] - wall.way * skin, y, z) if wall else (x, y, high + skin)
    if limb == "hand":
        at = _nearer(at, points[f"{side}_shoulder"], body.UPPER_ARM + body.FOREARM, 0 if wall else 2)
    return Target(at, (0, 0, 1) if wall else _along(side, points, numbers), 1.0)


def _nearer(at: Point, root: Point, long: float, across: int) -> Point:
    """A place on a plane, which is `across` an axis, drawn nearer to where a limb begins, if the limb is too short."""
    way = [a - b for a, b in zip(at, root, strict=True)]
    if hypot(*way) <= long:
        return at
    beside = hypot(*(each for axis, each in enumerate(way) if axis != across))
    room = max(0.0, (REACH * long) ** 2 - way[across] ** 2) ** 0.5
    share = min(1.0, room / beside) if beside else 1.0
    x, y, z = (
        b + each * (1 if axis == across else share) for axis, (b, each) in enumerate(zip(root, way, strict=True))
    )
    return x, y, z


def _ankle(
    side: str,
    points: Mapping[str, Point],
    numbers: Mapping[str, float],
    pose: Pose,
    wall: Placed | None,
    high: float,
) -> Point:
    """Where an ankle is whose foot stands on a thing, or has its sole against a wall."""
    hip, (x, y, z) = points[f"{side}_hip"], points[f"{side}_ankle"]
    if f"{side}_sole" not in numbers:
        return (x, y, high)  # its foot is set down with it
    trial: dict[str, Point] = {f"{side}_ankle": (0, 0, 0)}
    sole = limbs.level(side, numbers)
    limbs.foot(side, trial, {}, numbers, sole, sole, None)
    long = body.THIGH + body.SHANK
    if wall:
        return _nearer((wall.at[0] - scene.edge(f"{side}_foot", trial, wall.way), y, z), hip, long, 0)
    up = high - limbs.lowest_of_foot(side, trial)
    written = pose.by_name()
    if f"{side}_step" not in written:
        return _nearer((x, y, up), hip, long, 2)
    return (hip[0] + written[f"{side}_step"], hip[1] + SIDES[side] * written.get(f"{side}_aside", 0), up)


def _along(side: str, points: Mapping[str, Point], numbers: Mapping[str, float]) -> Point:
    """Which way a hand or a forearm points that lies on something level: as its forearm does, or else ahead."""
    x, y, _ = add(points[f"{side}_wrist"], points[f"{side}_elbow"], -1)
    if hypot(x, y) > 0.7 * body.FOREARM:
        return unit((x, y, 0))
    chest: Frame = skeleton.chest_frame(skeleton.whole_frame(numbers), numbers)
    x, y, _ = add(chest[0], chest[2])
    return unit((x, y, 0)) if hypot(x, y) > 0.1 else (1.0, 0.0, 0.0)
