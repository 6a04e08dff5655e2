"""Builds the shapes of a body and of equipment in drawing order: strokes and faces with their tone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import cos, hypot, pi, sin
from typing import NamedTuple

from limber.figures import person as people
from limber.figures import props
from limber.figures.person import Person
from limber.figures.skeleton import SIDES, thick
from limber.figures.vectors import OWN, SOLES, Flat, Point, add, nearness, seen
from limber.model import figure as model

EDGES, FINE = 16, 24  # corners of an outline, and of a round one
SEAM = 0.45
LIGHT = 1.4  # centimetres: how wide the light on a round thing is
ACROSS = {OWN: (8.0,), SOLES: (6.0, 20.0)}
"""How far to the left a bar is drawn from above, in centimetres: it goes on beyond the foot, or both, on both sides."""
SOFT = 0.6  # centimetres: the radius of the corners of a face


class Shape(NamedTuple):
    """Points of a stroke, so wide, or the corners of a face. A `curved` stroke is smooth from the first to the last."""

    name: str
    tone: str
    points: tuple[Flat, ...]
    width: float
    closed: bool
    curved: bool = False


Group = tuple[float, list[Shape]]
"""Shapes that are drawn together, and how near they are."""

FEET = {
    "heel": ("tendon", "heel", "arch"),
    "foot": ("arch", "outer", "inner"),
    "toes": ("outer", "little", "big", "inner"),
}
CHEST = ("right_chest", "left_chest", "left_waist", "right_waist")
PELVIS = ("right_pelvis", "left_pelvis", "left_waist", "right_waist")
EDGE = 1.6  # centimetres of paper around a shape in front of another of the same ink
TENDON = 0.2  # of the way from ankle to knee: how high the heel goes over into the shank
LEVEL, BEYOND = 2.4, 0.8  # of the line through the hips: centimetres wide, and how much of them it goes on beyond each
AVERAGE = people.PEOPLE[model.AVERAGE]
FAR_VIEWS = ("side", "corner", "slant")
"""Views in which one side hides the other."""


def whole(
    points: Mapping[str, Point],
    view: str,
    works: str,
    places: Mapping[str, str],
    moves: Collection[str] = (),
    level: bool = False,
    beside: Iterable[Group] = (),
    wrists: bool = False,
    person: Person = AVERAGE,
    ground: float = 0,
) -> list[Shape]:
    """A whole body with its things; what is nearer covers what is farther.

    Where one side hides the other, the limbs that are farther, or that do not work, are pale; never those that `moves`
    names. `level` draws a line through the hips, which says how the pelvis stands; `beside` is what is drawn with the
    body. `wrists` are shown where they bend. `ground` is how high what a trunk lies on is.
    """
    groups = [
        *beside,
        (_middle(points, ("neck", "right_pelvis", "left_pelvis"), view), _trunk(points, view, person, ground)),
    ]
    for place, name in places.items():
        groups.append(prop_shapes(name, place, points, view))
    for side in SIDES:
        pale = view in FAR_VIEWS and side != (works or "right")
        legs, arms = ("far" if pale and f"{side}_{limb}" not in moves else "ink" for limb in ("leg", "arm"))
        apart = view in ("corner", "slant", "above") or (view == "side" and side == "right" and "left_leg" in moves)
        groups.append((_middle(points, (f"{side}_knee",), view), _leg(side, legs, points, view, apart, person, ground)))
        groups.append((_middle(points, (f"{side}_elbow",), view), _arm(side, arms, points, view, wrists, person)))
    drawn = [shape for _, shapes in sorted(groups, key=lambda each: round(each[0], 3)) for shape in shapes]
    return [*drawn, *_level(points, view)] if level else drawn


def _level(points: Mapping[str, Point], view: str) -> Iterator[Shape]:
    """A line through both hips and beyond, on an edge of paper, so that it is seen on the body and beside it."""
    hips = [points[f"{side}_hip"] for side in SIDES]
    way = add(hips[1], hips[0], -1)
    line = stroke("level", "ink", [add(hips[0], way, -BEYOND), add(hips[1], way, BEYOND)], view, LEVEL / 2)
    yield edge(line)
    yield line


def _middle(points: Mapping[str, Point], names: Sequence[str], view: str) -> float:
    return sum(nearness(points[each], view) for each in names) / len(names)


def _trunk(points: Mapping[str, Point], view: str, person: Person, ground: float) -> list[Shape]:
    chest = stroke("trunk", "ink", [points[each] for each in CHEST], view, thick("chest"), True)
    belly = people.belly(points, person, ground) if person.belly or "belly" in points else []
    back = people.back(points, person, ground) if person.back else []
    return [
        stroke("pelvis", "ink", [points[each] for each in PELVIS], view, thick("pelvis"), True),
        chest,
        *([stroke("belly", "ink", belly, view, thick("chest"), True)] if belly else ()),
        *([stroke("back", "ink", back, view, thick("chest") - person.back / 2)] if back else ()),
        stroke("neck", "ink", [points["neck"], points["head"]], view, thick("neck")),
        *_head(points, view, person),
        *([stroke("nose", "ink", [points["head"], points["nose"]], view, thick("nose"))] if "nose" in points else ()),
    ]


def _head(points: Mapping[str, Point], view: str, person: Person) -> list[Shape]:
    """A head; of one with grey hair the face, and hair behind it, or before it where it is seen from behind."""
    if not person.has_grey_hair:
        return [stroke("head", "ink", [points["head"]], view, thick("head"))]
    face, bun = people.hair(points)
    drawn = [
        stroke("bun", "far", [bun], view, people.BUN),
        stroke("head", "far", [points["head"]], view, thick("head")),
        stroke("face", "ink", [face], view, thick("head") * people.FACE),
    ]
    return drawn if nearness(face, view) >= nearness(bun, view) - thick("head") / 2 else drawn[::-1]


def _leg(
    side: str, tone: str, points: Mapping[str, Point], view: str, apart: bool, person: Person, ground: float
) -> list[Shape]:
    """A leg; `apart` if it needs an edge, so that it is told from the other one of the same ink."""
    limbs, feet = [], []
    tendon = add(points[f"{side}_ankle"], add(points[f"{side}_knee"], points[f"{side}_ankle"], -1), TENDON)
    points = {**points, f"{side}_tendon": tendon}
    free = points[f"{side}_hip"][2] - thick("hip") - ground  # who lies on a thigh has it flat
    for upper, lower, more in (("hip", "knee", max(0.0, min(person.thighs, free))), ("knee", "ankle", 0)):
        ends = points[f"{side}_{upper}"], points[f"{side}_{lower}"]
        wide, narrow = thick(upper) + more + person.limbs, thick(lower) + person.limbs
        limbs.append(tapered(f"{side}_{upper}", tone, ends, view, wide, narrow))
    for name, parts in FEET.items():
        foot = [points[f"{side}_{each}"] for each in parts]
        feet.append(stroke(f"{side}_{name}", tone, foot, view, thick(name), True))
    if not apart:
        return [*limbs, *feet]
    edged = limbs if view == "side" else [*limbs, *feet]  # an edge of a foot that stands would part it from its ground
    pelvis = stroke("pelvis", "ink", [points[each] for each in PELVIS], view, thick("pelvis"), True)
    return [*(edge(each) for each in edged), pelvis, *limbs, *feet]  # an edge all round would part it from its hip


def _arm(side: str, tone: str, points: Mapping[str, Point], view: str, wrists: bool, person: Person) -> list[Shape]:
    parts = ("shoulder", "elbow", "wrist", "hand") if wrists else ("shoulder", "elbow", "hand")
    ends = [points[f"{side}_{each}"] for each in parts]
    arm = stroke(f"{side}_arm", tone, ends, view, thick("arm") + person.limbs)
    return [edge(arm), arm] if tone == "ink" else [arm]


def edge(shape: Shape, wide: float = EDGE) -> Shape:
    """Paper around a shape, so that it stands out from what is behind it."""
    return Shape(shape.name, "edge", shape.points, shape.width + 2 * wide, shape.closed)


def prop_shapes(name: str, place: str, points: Mapping[str, Point], view: str) -> tuple[float, list[Shape]]:
    """A thing at its place, and how near it is."""
    if name in props.ROUND and view == "side":
        return _bar(name, place, points)
    solid = props.solid(name, place, points)
    middles, line = solid.middles, props.seam(name, place, points)
    if name in props.ROUND and view in ACROSS:
        middles, line = tuple(add(each, (0, by, 0)) for each in middles for by in ACROSS[view]), []
    edges = FINE if name in props.ROUND else EDGES
    outline = hull([(*seen(each, view), solid.radius) for each in middles], edges)
    near = sum(nearness(each, view) for each in solid.middles) / len(solid.middles)
    tone = "mat" if name == "mat" else "prop"
    shapes = [Shape(name, tone, outline, 0, True)]
    if line:
        shapes.append(stroke("seam", "seam", line, view, SEAM))
    if name == "mat":
        return -1e3, shapes
    return (near + 0.1 if view == "above" else near - 0.1), shapes  # from above what two knees hold is on top


def _bar(name: str, place: str, points: Mapping[str, Point]) -> tuple[float, list[Shape]]:
    """A round thing from the side, behind the foot that rests on it: with the light on its top, and its near end."""
    side = place.split("_")[0]

    def drawn(them: Iterable[Point]) -> tuple[Flat, ...]:
        return tuple(seen(props.aslant(each, points[f"{side}_ball"][1]), "side") for each in them)

    outline = hull([(*each, 0.0) for each in drawn(props.solid(name, place, points).middles)], FINE)
    light, line = (drawn(of(name, place, points)) for of in (props.light, props.seam))
    return nearness(points[f"{side}_knee"], "side") - 0.1, [
        Shape(name, "prop", outline, 0, True),
        Shape("light", "mat", light, LIGHT, False),
        Shape("seam", "seam", line, 2 * SEAM, False),
    ]


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
