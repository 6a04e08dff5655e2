"""Vectors and rotations in space, in centimetres and degrees, and their projection to a view.

x runs forward, y to the left and z upward, for someone who stands. A frame is three columns: where forward, left and
up have turned to.
"""

from __future__ import annotations

from math import acos, cos, degrees, hypot, radians, sin

Point = tuple[float, float, float]
Frame = tuple[Point, Point, Point]
Flat = tuple[float, float]

UPRIGHT: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
VIEWS = {
    "side": (0, 0),
    "front": (90, 0),
    "back": (-90, 0),
    "above": (90, 90),
    "sole": (90, -90),
    "corner": (-38, 38),
    "toes": (108, 32),
}
"""How far a camera has gone round, from the right side to the front, and how far up, in degrees."""
_CAMERAS = {view: tuple((cos(radians(each)), sin(radians(each))) for each in turns) for view, turns in VIEWS.items()}


def add(one: Point, other: Point, times: float = 1) -> Point:
    """The point that one reaches from `one` by going `other`, so many times."""
    return (one[0] + times * other[0], one[1] + times * other[1], one[2] + times * other[2])


def dot(one: Point, other: Point) -> float:
    """How far one goes along the other."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def cross(one: Point, other: Point) -> Point:
    """What stands upright on both."""
    (a, b, c), (d, e, f) = one, other
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def unit(one: Point) -> Point:
    """The same way, one centimetre far."""
    far = hypot(*one)
    return (one[0] / far, one[1] / far, one[2] / far)


def angle(one: Point, other: Point) -> float:
    """Between two ways, in degrees."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(one), unit(other))))))


def at(frame: Frame, point: Point, origin: Point = (0, 0, 0)) -> Point:
    """Where a point of the frame stands."""
    (a, b, c), (d, e, f), (g, h, i) = frame
    x, y, z = point
    ahead, left, up = origin
    return ahead + x * a + y * d + z * g, left + x * b + y * e + z * h, up + x * c + y * f + z * i


def pitched(frame: Frame, by: float) -> Frame:
    """What points forward turns up, what points down turns forward: a hip or an elbow bends."""
    c, s = cos(radians(by)), sin(radians(by))
    forward, left, up = frame
    return at(frame, (c, 0, s)), left, add((up[0] * c, up[1] * c, up[2] * c), forward, -s)


def rolled(frame: Frame, by: float) -> Frame:
    """What points left turns up, what points down turns left: a left leg goes outward."""
    c, s = cos(radians(by)), sin(radians(by))
    return frame[0], at(frame, (0, c, s)), at(frame, (0, -s, c))


def turned(frame: Frame, by: float) -> Frame:
    """What points forward turns left."""
    c, s = cos(radians(by)), sin(radians(by))
    return at(frame, (c, s, 0)), at(frame, (-s, c, 0)), frame[2]


def seen(point: Point, view: str) -> Flat:
    """Where a point stands in a picture: to the right, and down."""
    (cos_round, sin_round), (cos_up, sin_up) = _CAMERAS[view]
    x, y, z = point
    return x * cos_round + y * sin_round, -(z * cos_up - (x * sin_round - y * cos_round) * sin_up)


def nearness(point: Point, view: str) -> float:
    """How near to the camera a point is."""
    (cos_round, sin_round), (cos_up, sin_up) = _CAMERAS[view]
    x, y, z = point
    return (x * sin_round - y * cos_round) * cos_up + z * sin_up


def toward(view: str) -> Point:
    """The way from what is seen to the camera, one centimetre far."""
    (cos_round, sin_round), (cos_up, sin_up) = _CAMERAS[view]
    return sin_round * cos_up, -cos_round * cos_up, sin_up
