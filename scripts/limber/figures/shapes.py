"""Builds the shapes of a body and of equipment in drawing order: strokes and faces with their tone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import cos, hypot, pi, sin
from typing import NamedTuple

from limber.figures import props
from limber.figures.skeleton import SIDES, thick
from limber.figures.vectors import Flat, Point, nearness, seen

EDGES, FINE = 16, 24  # corners of an outline, and of a round one
SEAM = 0.45
SOFT = 0.6  # centimetres: the radius of the corners of a face


class Shape(NamedTuple):
    """Points of a stroke, so wide, or the corners of a face."""

    name: str
    tone: str
    points: tuple[Flat, ...]
    width: float
    closed: bool


FEET = {
    "heel": ("ankle", "heel", "arch"),
    "foot": ("arch", "outer", "inner"),
    "toes": ("outer", "little", "big", "inner"),
}
CHEST = ("right_chest", "left_chest", "left_waist", "right_waist")
PELVIS = ("right_pelvis", "left_pelvis", "left_waist", "right_waist")
EDGE = 1.6  # centimetres of paper around a shape in front of another of the same ink
FAR_VIEWS = ("side", "corner")
"""Views in which one side hides the other."""


def whole(points: Mapping[str, Point], view: str, works: str, places: Mapping[str, str]) -> list[Shape]:
    """A whole body with its things; what is nearer covers what is farther."""
    groups = [(_middle(points, ("neck", "right_pelvis", "left_pelvis"), view), _trunk(points, view))]
    for place, name in places.items():
        if name == "wall" and view != "side":
            continue  # it would hide the body
        groups.append(prop_shapes(name, place, points, view))
    for side in SIDES:
        tone = "far" if (side != works if works else view in FAR_VIEWS and side == "left") else "ink"
        groups.append((_middle(points, (f"{side}_knee",), view), _leg(side, tone, points, view)))
        groups.append((_middle(points, (f"{side}_elbow",), view), _arm(side, tone, points, view)))
    return [shape for _, shapes in sorted(groups, key=lambda each: round(each[0], 3)) for shape in shapes]


def _middle(points: Mapping[str, Point], names: Sequence[str], view: str) -> float:
    return sum(nearness(points[each], view) for each in names) / len(names)


def _trunk(points: Mapping[str, Point], view: str) -> list[Shape]:
    chest = stroke("trunk", "ink", [points[each] for each in CHEST], view, thick("chest"), True)
    return [
        stroke("pelvis", "ink", [points[each] for each in PELVIS], view, thick("pelvis"), True),
        *([edge(chest)] if view in ("front", "back") else []),
        chest,
        stroke("neck", "ink", [points["neck"], points["head"]], view, thick("neck")),
        stroke("head", "ink", [points["head"]], view, thick("head")),
    ]


def _leg(side: str, tone: str, points: Mapping[str, Point], view: str) -> list[Shape]:
    shapes = []
    for upper, lower in (("hip", "knee"), ("knee", "ankle")):
        ends = points[f"{side}_{upper}"], points[f"{side}_{lower}"]
        shapes.append(tapered(f"{side}_{upper}", tone, ends, view, thick(upper), thick(lower)))
    for name, parts in FEET.items():
        feet = [points[f"{side}_{each}"] for each in parts]
        shapes.append(stroke(f"{side}_{name}", tone, feet, view, thick(name), True))
    if view not in ("corner", "above"):
        return shapes
    pelvis = stroke("pelvis", "ink", [points[each] for each in PELVIS], view, thick("pelvis"), True)
    return [*(edge(each) for each in shapes), pelvis, *shapes]  # an edge all round would part the leg from its hip


def _arm(side: str, tone: str, points: Mapping[str, Point], view: str) -> list[Shape]:
    ends = [points[f"{side}_{each}"] for each in ("shoulder", "elbow", "hand")]
    arm = stroke(f"{side}_arm", tone, ends, view, thick("arm"))
    return [edge(arm), arm] if tone == "ink" else [arm]


def edge(shape: Shape, wide: float = EDGE) -> Shape:
    """Paper around a shape, so that it stands out from what is behind it."""
    return Shape(shape.name, "edge", shape.points, shape.width + 2 * wide, shape.closed)


def prop_shapes(name: str, place: str, points: Mapping[str, Point], view: str) -> tuple[float, list[Shape]]:
    """A thing at its place, and how near it is."""
    solid = props.solid(name, place, points)
    edges = FINE if name in props.ROUND else EDGES
    outline = hull([(*seen(each, view), solid.radius) for each in solid.middles], edges)
    near = sum(nearness(each, view) for each in solid.middles) / len(solid.middles)
    tone = "mat" if name in ("mat", "wall") else "prop"
    shapes = [Shape(name, tone, outline, 0, True)]
    if seam := props.seam(name, place, points):
        shapes.append(stroke("seam", "seam", seam, view, SEAM))
    return (-1e3 if name in ("mat", "wall") else near - 0.1), shapes


def hull(circles: Sequence[tuple[float, float, float]], edges: int = EDGES) -> tuple[Flat, ...]:
    """The outline around circles, always of as many corners, so that one outline can turn into another."""
    found = []
    for right, down in _round(edges):
        far = [x * right + y * down + radius for x, y, radius in circles]
        x, y, radius = circles[far.index(max(far))]
        found.append((x + radius * right, y + radius * down))
    return tuple(found)


@cache
def _round(edges: int) -> tuple[Flat, ...]:
    turns = [2 * pi * (step + 0.5) / edges for step in range(edges)]
    return tuple((cos(turn), sin(turn)) for turn in turns)


def stroke(name: str, tone: str, parts: Sequence[Point], view: str, radius: float, closed: bool = False) -> Shape:
    """A line through points in space."""
    return Shape(name, tone, tuple(seen(each, view) for each in parts), 2 * radius, closed)


def tapered(name: str, tone: str, ends: tuple[Point, Point], view: str, thick_: float, thin: float) -> Shape:
    """A limb that is thicker where it begins: a triangle whose corners are as round as its thin end."""
    (x, y), end = (seen(each, view) for each in ends)
    far = hypot(end[0] - x, end[1] - y) or 1
    more = max(0.0, thick_ - thin)
    aside = (-(end[1] - y) / far * more, (end[0] - x) / far * more)
    points = ((x + aside[0], y + aside[1]), (x - aside[0], y - aside[1]), end)
    return Shape(name, tone, points, 2 * thin, True)
