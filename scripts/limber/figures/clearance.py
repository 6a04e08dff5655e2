"""Measures the free room around a point of a picture.

Hundreds of places are tried for one mark, so what is out of reach by its bounds alone is not looked at more closely.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot

from limber.figures.shapes import Shape
from limber.figures.vectors import Flat


class Room:
    """The drawn shapes as obstacles."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self._drawn = [_bounded(each) for each in shapes if each.tone != "mat"]

    def around(self, point: Flat) -> float:
        """The distance of a point to the nearest shape; -1 inside a face."""
        x, y = point
        found = 1e9
        for left, top, right, bottom, half, corners, closed in self._drawn:
            aside = left - x if x < left else x - right if x > right else 0.0
            above = top - y if y < top else y - bottom if y > bottom else 0.0
            if closed and not aside and not above and _within(point, corners):
                return -1.0
            if hypot(aside, above) - half < found:
                found = min(found, _distance(point, corners) - half)
        return found

    def along(self, points: Iterable[Flat], least: float) -> float:
        """The distance of the nearest of the points to the shapes; if it is below `least`, any value below that."""
        found = 1e9
        for point in points:
            found = min(found, self.around(point))
            if found < least:
                break
        return found

    def is_free(self, point: Flat, far: float) -> bool:
        """Whether nothing is as near as that; what was in the way is asked first the next time, for so it mostly is."""
        x, y = point
        for number, (left, top, right, bottom, half, corners, closed) in enumerate(self._drawn):
            near = half + far
            if x < left - near or x > right + near or y < top - near or y > bottom + near:
                continue
            if (closed and _within(point, corners)) or _distance(point, corners) <= near:
                self._drawn.insert(0, self._drawn.pop(number))
                return False
        return True


def _bounded(shape: Shape) -> tuple[float, float, float, float, float, Sequence[Flat], bool]:
    xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
    corners = (*shape.points, shape.points[0]) if shape.closed or len(xs) == 1 else shape.points
    return min(xs), min(ys), max(xs), max(ys), shape.width / 2, corners, shape.closed


def _distance(point: Flat, corners: Sequence[Flat]) -> float:
    """How far a point is from the nearest of the lines between corners."""
    x, y = point
    found = 1e9
    for (a, b), (c, d) in pairwise(corners):
        right, down = c - a, d - b
        long = right**2 + down**2
        share = ((x - a) * right + (y - b) * down) / long if long else 0.0
        share = 0.0 if share < 0 else 1.0 if share > 1 else share
        found = min(found, hypot(x - a - share * right, y - b - share * down))
    return found


def _within(point: Flat, corners: Sequence[Flat]) -> bool:
    """Whether a point is inside: a line from there to the right crosses the outline an odd number of times."""
    x, y = point
    crossed = 0
    for (a, b), (c, d) in pairwise(corners):
        crossed += (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)
    return bool(crossed % 2)
