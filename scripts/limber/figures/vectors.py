"""Vectors and rotations in space, in centimetres and degrees, and their projection to a view.

x runs forward, y to the left and z upward, for someone who stands. A frame is three columns: where forward, left and
up have turned to.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, cos, degrees, hypot, radians, sin

Point = tuple[float, float, float]
Frame = tuple[Point, Point, Point]
Flat = tuple[float, float]

UPRIGHT: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
OWN, SOLES = (
    "own",
    "soles",
)
"""As one looks down on one's own foot, and from behind and above on the soles of someone who kneels."""

VIEWS = {
    "side": (0, 0),
    "front": (90, 0),
    "back": (-90, 0),
    "above": (90, 90),
    OWN: (-90, 90),
    SOLES: (-90, 40),
    "sole": (90, -90),
    "corner": (-15, 35),
    "slant": (72, 34),
    "toes": (106, 22),
    "thing": (-44, 26),
}
"""The azimuth of the camera, from the right side to the front, and its elevation, in degrees."""
_CAMERAS = {view: tuple((cos(radians(each)), sin(radians(each))) for each in turns) for view, turns in VIEWS.items()}


def add(one: Point, other: Point, times: float = 1) -> Point:
    """The sum of `one` and `other`, with `other` scaled."""
    return (one[0] + times * other[0], one[1] + times * other[1], one[2] + times * other[2])


def between(one: Point, other: Point, share: float) -> Point:
    """The point at a share of the way from one to another."""
    return add(one, add(other, one, -1), share)


def mean(points: Sequence[Point]) -> Point:
    """The middle of some points, of one or more."""
    x, y, z = (sum(along) / len(points) for along in zip(*points, strict=True))
    return (x, y, z)


def dot(one: Point, other: Point) -> float:
    """The dot product."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def cross(one: Point, other: Point) -> Point:
    """The cross product."""
    (a, b, c), (d, e, f) = one, other
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def unit(one: Point) -> Point:
    """The unit vector."""
    far = hypot(*one)
    return (one[0] / far, one[1] / far, one[2] / far)


def angle(one: Point, other: Point) -> float:
    """The angle between two vectors, in degrees."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(one), unit(other))))))


def at(frame: Frame, point: Point, origin: Point = (0, 0, 0)) -> Point:
    """A point of the frame in the coordinates of space."""
    (a, b, c), (d, e, f), (g, h, i) = frame
    x, y, z = point
    ahead, left, up = origin
    return ahead + x * a + y * d + z * g, left + x * b + y * e + z * h, up + x * c + y * f + z * i


def pitched(frame: Frame, by: float) -> Frame:
    """The frame pitched: forward turns up, down turns forward, as when a hip or an elbow bends."""
    c, s = cos(radians(by)), sin(radians(by))
    forward, left, up = frame
    return at(frame, (c, 0, s)), left, add((up[0] * c, up[1] * c, up[2] * c), forward, -s)


def rolled(frame: Frame, by: float) -> Frame:
    """The frame rolled: left turns up, down turns left, as when a left leg goes outward."""
    c, s = cos(radians(by)), sin(radians(by))
    return frame[0], at(frame, (0, c, s)), at(frame, (0, -s, c))


def turned(frame: Frame, by: float) -> Frame:
    """The frame turned about its upright axis: forward turns left."""
    c, s = cos(radians(by)), sin(radians(by))
    return at(frame, (c, s, 0)), at(frame, (-s, c, 0)), frame[2]


def seen(point: Point, view: str) -> Flat:
    """The projection of a point to the picture: right and down."""
    (cos_round, sin_round), (cos_up, sin_up) = _CAMERAS[view]
    x, y, z = point
    return x * cos_round + y * sin_round, -(z * cos_up - (x * sin_round - y * cos_round) * sin_up)


def nearness(point: Point, view: str) -> float:
    """The depth of a point; more is nearer to the camera."""
    (cos_round, sin_round), (cos_up, sin_up) = _CAMERAS[view]
    x, y, z = point
    return (x * sin_round - y * cos_round) * cos_up + z * sin_up


def toward(view: str) -> Point:
    """The unit vector toward the camera."""
    (cos_round, sin_round), (cos_up, sin_up) = _CAMERAS[view]
    return sin_round * cos_up, -cos_round * cos_up, sin_up
