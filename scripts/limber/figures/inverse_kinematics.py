"""Solves limbs from their ends: where a middle joint is, and by how much joints are bent (inverse kinematics)."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

from limber.figures.vectors import Frame, Point, add, cross, dot, unit

STRAIGHT = 0.999  # cosine from which two bones are in one line


class Solved(NamedTuple):
    """A chain of two bones: its middle joint, its end, and by how many centimetres it does not reach."""

    middle: Point
    end: Point
    lacks: float


def two_bones(root: Point, target: Point, upper: float, lower: float, pole: Point) -> Solved:
    """The chain from `root` to `target`; its middle joint goes aside toward `pole`."""
    way = add(target, root, -1)
    far = hypot(*way)
    along = unit(way) if far > 1e-6 else (0.0, 0.0, -1.0)
    within = max(abs(upper - lower) + 1e-6, min(upper + lower, far))
    on = (upper**2 - lower**2 + within**2) / (2 * within)
    aside = max(0.0, upper**2 - on**2) ** 0.5
    middle = add(add(root, along, on), _across(pole, along), aside)
    return Solved(middle, add(root, along, within), abs(far - within))


def one_bone(root: Point, target: Point, normal: Point, length: float) -> Solved:
    """A bone from `root` whose end stays on the plane through `target`, as near to that as it can be."""
    height = dot(add(root, target, -1), normal)
    foot = add(root, normal, -height)
    reach = length**2 - height**2
    if reach < 0:
        end = add(root, normal, -length if height > 0 else length)
        return Solved(end, end, abs(height) - length)
    way = add(target, foot, -1)
    end = add(foot, unit(way) if hypot(*way) > 1e-6 else (1.0, 0.0, 0.0), reach**0.5)
    return Solved(end, end, 0.0)


def bone_frame(begin: Point, end: Point, forward: Point) -> Frame:
    """The frame of a bone that hangs from `begin`: its up is along it, its forward as near to `forward` as can be."""
    up = unit(add(begin, end, -1))
    ahead = _across(forward, up)
    return ahead, cross(up, ahead), up


def angles(frame: Frame, parent: Frame) -> tuple[float, float, float]:
    """By how much a frame is pitched, then rolled, then turned from its parent, in degrees."""
    ahead, left, up = (tuple(dot(each, axis) for axis in parent) for each in frame)
    roll = degrees(asin(max(-1.0, min(1.0, -up[1]))))
    return degrees(atan2(-up[0], up[2])), roll, degrees(atan2(ahead[1], left[1]))


def rotated(point: Point, axis: Point, by: float) -> Point:
    """A vector turned about an axis of length 1 (Rodrigues)."""
    c, s = cos(radians(by)), sin(radians(by))
    along = dot(point, axis) * (1 - c)
    return add(add((point[0] * c, point[1] * c, point[2] * c), cross(axis, point), s), axis, along)


def _across(way: Point, along: Point) -> Point:
    """The part of a direction that is perpendicular to another one; any where there is none."""
    rest = add(way, along, -dot(way, along))
    if hypot(*rest) < 1e-3:
        other = (0.0, 1.0, 0.0) if abs(along[1]) < STRAIGHT else (1.0, 0.0, 0.0)
        rest = add(other, along, -dot(other, along))
    return unit(rest)
