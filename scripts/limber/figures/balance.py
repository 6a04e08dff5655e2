"""Checks whether a body at rest is supported: what it touches, and whether its weight is above that.

A body at rest stays where it is when a line straight down from its centre of mass meets the ground within what carries
it. Shares of mass, and where on each part its centre is, are those of Dempster by way of Winter (Biomechanics and Motor
Control of Human Movement).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import hypot

from limber.figures import scene, targets
from limber.figures.skeleton import SIDES, bears, thick
from limber.figures.vectors import Flat, Point, between

Points = Mapping[str, Point]

_TOUCHES = 2.5  # centimetres: what is as near to the ground as that lies on it, as flesh gives way
_STANDS = 2.0  # centimetres that a foot may be above the thing that it stands on
_GIVES = 12.0  # centimetres beside what carries: a pose is a moment of a movement, and its numbers are whole
_HANDS, _HANDS_GIVE = ("hand", "wrist", "elbow"), 5.0  # nobody stands on hands that are not below the weight
_ON_A_FOOT = ("heel", "arch", "ball", "outer", "inner", "toes", "little", "big")
_LIMBS = (
    ("shoulder", "elbow", 0.436, 0.028),
    ("elbow", "hand", 0.682, 0.022),
    ("hip", "knee", 0.433, 0.100),
    ("knee", "ankle", 0.433, 0.0465),
    ("heel", "ball", 0.5, 0.0145),
)
"""For each segment its two ends, how far along its centre of mass is, and its share of the mass, of each side."""
_TRUNK, _HEAD = 0.497, 0.081


def centre(points: Points) -> Point:
    """The centre of mass of a body."""
    parts = [(_HEAD, points["head"]), (_TRUNK, between(_middle(points, "hip"), _middle(points, "shoulder"), 0.5))]
    for side in SIDES:
        for one, other, along, share in _LIMBS:
            parts.append((share, between(points[f"{side}_{one}"], points[f"{side}_{other}"], along)))
    whole = sum(share for share, _ in parts)
    return (
        sum(share * x for share, (x, _, _) in parts) / whole,
        sum(share * y for share, (_, y, _) in parts) / whole,
        sum(share * z for share, (_, _, z) in parts) / whole,
    )


def hovers(points: Points, under: Mapping[str, float]) -> dict[str, float]:
    """How far each foot that should stand on something is above it, by side, where it does not touch it."""
    above = {
        side: min(points[f"{side}_{part}"][2] - thick(part) for part in _ON_A_FOOT) - high
        for side, high in under.items()
    }
    return {side: far for side, far in above.items() if far > _STANDS}


def off(
    points: Points, under: Mapping[str, float], things: Mapping[str, str], contacts: Mapping[str, str] = {}
) -> tuple[float, list[str]]:
    """How far the weight is beside what carries it, in centimetres and 0 where it is above it, and what carries it.

    A foot carries on what is `under` it, or with a round thing below its sole or its instep. A hand on a wall carries
    nothing, but keeps one from falling towards it, as long as one is nearer to one's feet.
    """
    carrying = dict(_carrying(points, under, things)) | dict(_on_things(points, contacts))
    names = sorted(carrying)
    gives = _HANDS_GIVE if all(name.endswith(_HANDS) for name in names) else _GIVES
    spots = list(carrying.values())
    if not spots:
        return 0.0, []  # it hovers, which is told elsewhere
    foot = (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))
    upright = [part for part, thing in contacts.items() if thing in scene.UPRIGHT]
    walls = [targets.anchor(points, part) for part in upright if part not in targets.TRUNK]
    spots += [targets.anchor(points, part)[:2] for part in upright if part in targets.TRUNK]  # it takes weight, too
    spots += [((x + foot[0]) / 2, (y + foot[1]) / 2) for x, y, _ in walls]
    x, y, _ = centre(points)
    return max(0.0, _outside((x, y), spots) - gives), names


def _carrying(points: Points, under: Mapping[str, float], things: Mapping[str, str]) -> Iterator[tuple[str, Flat]]:
    for name, (x, y, z) in points.items():
        side, _, part = name.partition("_")
        ground = under.get(side, 0) if part in _ON_A_FOOT else 0
        if bears(name) and z - thick(name) - ground < _TOUCHES:
            yield name, (x, y)
    for place in things:
        side, _, part = place.partition("_")
        if part in ("sole", "instep"):
            yield f"{side}_ball", points[f"{side}_ball"][:2]
            yield f"{side}_ankle", points[f"{side}_ankle"][:2]


def _on_things(points: Points, contacts: Mapping[str, str]) -> Iterator[tuple[str, Flat]]:
    """What carries that is not on the ground: a seat on its chair, hands on a table."""
    for part, thing in contacts.items():
        if thing in scene.TOPS:
            yield from ((name, points[name][:2]) for name in targets.RESTS[part])


def _outside(spot: Flat, spots: list[Flat]) -> float:
    """The distance of a point to the convex hull of others; 0 inside."""
    hull = _hull(spots)
    if len(hull) > 2 and all(_turn(one, other, spot) >= 0 for one, other in pairwise([*hull, hull[0]])):
        return 0.0
    if len(hull) == 1:
        return hypot(spot[0] - hull[0][0], spot[1] - hull[0][1])
    return min(_far(spot, one, other) for one, other in pairwise([*hull, hull[0]]))


def _hull(spots: list[Flat]) -> list[Flat]:
    """The convex hull of points, counterclockwise."""
    ordered = sorted(set(spots))
    if len(ordered) < 3:
        return ordered
    half: list[list[Flat]] = []
    for way in (ordered, ordered[::-1]):
        corners: list[Flat] = []
        for spot in way:
            while len(corners) > 1 and _turn(corners[-2], corners[-1], spot) <= 0:
                corners.pop()
            corners.append(spot)
        half.append(corners[:-1])
    return [*half[0], *half[1]]


def _turn(one: Flat, other: Flat, spot: Flat) -> float:
    return (other[0] - one[0]) * (spot[1] - one[1]) - (other[1] - one[1]) * (spot[0] - one[0])


def _far(spot: Flat, one: Flat, other: Flat) -> float:
    right, up = other[0] - one[0], other[1] - one[1]
    long = right**2 + up**2
    share = ((spot[0] - one[0]) * right + (spot[1] - one[1]) * up) / long if long else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(spot[0] - one[0] - share * right, spot[1] - one[1] - share * up)


def _middle(points: Points, part: str) -> Point:
    return between(points[f"right_{part}"], points[f"left_{part}"], 0.5)
