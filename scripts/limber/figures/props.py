"""Places equipment against a body so that it touches, and outlines it.

A half dome or a rolled towel lies where the sole or the instep of a foot comes to rest on it, a block where a foot
stands or where two knees hold it, and a mat under all.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import cos, pi, sin
from typing import NamedTuple

from limber.figures.skeleton import thick
from limber.figures.vectors import Flat, Point, add, dot, unit

Points = Mapping[str, Point]
ROUND = {"half-dome": (7.5, 0.0), "rolled-towel": (5.0, 5.0)}
"""Radius, and how high the middle of the round lies."""
BLOCK = (23.0, 15.0, 10.0)
MAT = 2.0  # how thick it is
ACROSS = 80.0  # centimetres from the head to a foot of who lies on one side
AHEAD = 4.0  # centimetres that a block between knees goes beyond them, so that it is seen
TURNS = 14  # straight pieces of the line along which a towel is rolled
LONG, BEYOND = 16.0, 10.0  # of a dome or a roll: how far it goes on from the foot, toward the camera and away from it
ASLANT = (0.72, 0.0, -0.26)  # centimetres to the right and down for each that a round thing comes nearer, seen aslant
LIT, DEEP = 0.35, 1.2  # radians from the top of a round thing to the light on it; centimetres from that to its edges


class Solid(NamedTuple):
    """A thing as balls whose hull it is: its middles and their radius."""

    middles: tuple[Point, ...]
    radius: float


def ground_under(things: Mapping[str, str]) -> dict[str, float]:
    """How high the ground of each foot is. `things` are the places of things by name of the place."""
    return {place.split("_")[0]: BLOCK[2] for place, thing in things.items() if thing == "block" and "foot" in place}


def solid(thing: str, place: str, points: Points) -> Solid:
    """The thing at its place."""
    side = place.split("_")[0]
    if thing in ROUND:
        return _round(thing, round_middle(thing, place, points))
    if thing == "mat":
        return _mat(points)
    if place == "knees":
        return _between(points)
    heel, toes = points[f"{side}_heel"], points[f"{side}_toes"]
    return _box(((heel[0] + toes[0]) / 2, heel[1], BLOCK[2] / 2), BLOCK)


def round_middle(thing: str, place: str, points: Points) -> Point:
    """Where it lies so that the foot rests on it: its middle is as far from the foot's edge as its radius."""
    side, part = place.split("_")
    radius, high = ROUND[thing]
    ball = points[f"{side}_ball"]
    end = points[f"{side}_heel"] if part == "sole" else points[f"{side}_ankle"]
    along = unit((ball[0] - end[0], 0, ball[2] - end[2]))
    out = (along[2], 0.0, -along[0])  # away from the foot, below a sole that looks ahead
    if out[2] > 0:
        out = (-out[0], 0.0, -out[2])
    far = thick("foot") + radius
    if abs(out[0]) < 0.02:
        return (ball[0], ball[1], ball[2] - far)
    x = ball[0] + (far - (high - ball[2]) * out[2]) / out[0]
    return (x, ball[1], high)


def _round(thing: str, middle: Point) -> Solid:
    radius, high = ROUND[thing]
    turns = [pi * step / 12 for step in (range(13) if not high else range(24))]
    edge = [add(middle, (radius * cos(each), 0, radius * sin(each))) for each in turns]
    return Solid(tuple(add(each, (0, y, 0)) for each in edge for y in (-LONG, BEYOND)), 0.0)


def _between(points: Points) -> Solid:
    """A block that two knees hold, as thick as there is room."""
    right, left = points["right_knee"], points["left_knee"]
    room = abs(left[1] - right[1]) - 2 * thick("knee")
    knees, hips = (_middle(points, part) for part in ("knee", "hip"))
    return _box(add(knees, unit(add(knees, hips, -1)), AHEAD), (BLOCK[1], room, BLOCK[0]))


def _middle(points: Points, part: str) -> Point:
    (a, b, c), (d, e, f) = points[f"right_{part}"], points[f"left_{part}"]
    return ((a + d) / 2, (b + e) / 2, (c + f) / 2)


def _box(middle: Point, size: Point) -> Solid:
    round_ = 0.8
    x, y, z = (each / 2 - round_ for each in size)
    corners = product((-x, x), (-y, y), (-z, z))
    return Solid(tuple(add(middle, each) for each in corners), round_)


def _mat(points: Points) -> Solid:
    xs, ys = ([point[axis] for point in points.values()] for axis in (0, 1))
    x, y = (min(xs) - 12, max(xs) + 4), max(24.0, max(ys) + 4)
    lies_across = abs(points["head"][1] - points["right_ankle"][1]) > ACROSS
    low = min(ys) - 4 if lies_across else -y
    return Solid(tuple((a, b, -MAT / 2) for a in x for b in (low, y)), MAT / 2)


def aslant(point: Point, foot: float) -> Point:
    """A point of a round thing as it is drawn from the side: from a little ahead and above, or a bar would seem a ball.

    Level with the middle of the foot it is where it is, so that it touches; its near end is below the ground's line.
    """
    return add(point, ASLANT, foot - point[1])


def seam(thing: str, place: str, points: Points) -> list[Point]:
    """What is seen of the end of a round thing that is near: of a towel how it is rolled; nothing of other things."""
    if thing not in ROUND:
        return []
    x, y, z = round_middle(thing, place, points)
    return [(right, y - LONG, up) for right, up in end(thing, (x, z))]


def light(thing: str, place: str, points: Points) -> list[Point]:
    """The line on top of a round thing where light falls on it, from its far end nearly to the near one."""
    radius = ROUND[thing][0]
    x, y, z = round_middle(thing, place, points)
    up = (x - radius * sin(LIT), z + radius * cos(LIT) - DEEP)
    return [(up[0], y + far, up[1]) for far in (BEYOND - DEEP, 3 * DEEP - LONG)]


def end(thing: str, middle: Flat) -> list[Flat]:
    """The line on the end of a round thing: the arc of a dome, how a towel is rolled."""
    radius = ROUND[thing][0]
    if thing == "half-dome":
        turns = [(1.0, pi * step / TURNS) for step in range(TURNS + 1)]
    else:
        turns = [(0.8 * step / TURNS, 2.5 * pi * step / TURNS) for step in range(TURNS + 1)]
    x, z = middle
    return [(x + radius * share * cos(turn), z + radius * share * sin(turn)) for share, turn in turns]


def touch(thing: str, place: str, points: Points) -> float:
    """How far along the foot, from its heel or ankle (0) to its ball (1), a round thing touches it."""
    side, part = place.split("_")
    middle = round_middle(thing, place, points)
    end = points[f"{side}_heel"] if part == "sole" else points[f"{side}_ankle"]
    way = add(points[f"{side}_ball"], end, -1)
    return dot(add(middle, end, -1), way) / dot(way, way)
