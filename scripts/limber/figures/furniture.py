"""Draws the things that stand in the room: of boxes and rounds, where a pose has put them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import cos, pi, sin

from limber.figures.limbs import SIDES
from limber.figures.scene import TOPS
from limber.figures.shapes import FINE, SEAM, Group, Shape, hull
from limber.figures.vectors import Point, add, nearness, seen
from limber.model.figure import Placed

Box = tuple[Point, Point]
"""The middle of a box, and its size: ahead, left and up."""
ROUND = ("foam-roller", "large-ball", "towel")
_ALONG = {"step": (34.0, 60.0), "block": (23.0, 15.0), "bench": (32.0, 110.0), "table": (66.0, 110.0)}
"""How far what stands on the floor goes ahead and across, in centimetres."""
_NEAR_EDGE = {"table": 10.0, "bench": 12.0, "chair": 12.0}
"""How far a hand or a foot is on it from the edge that is nearer to the body."""
CHAIR, SEAT, BACK, LEG = 38.0, 4.0, 44.0, 3.4
LYING = 125.0  # centimetres of a bench on which one lies
TUBE, HOLE = 45.0, 3.6  # of a foam roller: how long it is, and the radius of its hole
BAR, POST = 62.0, 3.2  # of a bar to hang from: to each of its posts, and how thick these are
DEEP = 1.0  # centimetres that the middle of a part may be within a thing, as flesh gives way
BESIDE = 7.0  # from the middle of a foot that is alone on a step to the edge beside it
WALL, HIGH, THICK = 130.0, 190.0, 9.0  # how much of a wall is shown, and how thick it is
DOOR = (46.0, 205.0, 9.0)  # half of its width, its height, and how thick its frame is


def groups(scene: Sequence[Placed], view: str) -> Iterator[Group]:
    """The shapes of each thing, with how near it is."""
    for each in scene:
        if each.thing == "wall":
            if view == "side" or (view == "front" and each.way < 0):  # from ahead it is seen behind who leans on it
                yield -1e3, [flat("wall", "mat", _wall(each), view)]
        elif each.thing in ROUND:
            yield nearness(each.at, view) - 1, list(_round(each, view))
        else:
            parts = sorted(boxes(each), key=lambda box: nearness(box[0], view))
            yield _behind(each, view), [flat(each.thing, "prop", box, view) for box in parts]


def within(points: Mapping[str, Point], scene: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """The parts whose middle is within a thing that is made of boxes, with that thing."""
    for thing in scene:
        for middle, size in boxes(thing):
            for name, at in points.items():
                deep = min(long / 2 - abs(a - b) for long, a, b in zip(size, at, middle, strict=True))
                if deep > DEEP and thing.thing != "bar":  # hands are round that
                    yield name, thing.thing


def _behind(each: Placed, view: str) -> float:
    """What one stands or sits on is behind the body; it is never in front of its feet."""
    return -900.0 + nearness(each.at, view) / 100


def flat(name: str, tone: str, box: Box, view: str) -> Shape:
    """A box as a face: its outline in a view."""
    middle, size = box
    half = [each / 2 for each in size]
    corners = [add(middle, (a * half[0], b * half[1], c * half[2])) for a, b, c in product((-1, 1), repeat=3)]
    outline = hull([(*seen(each, view), 0.0) for each in corners], FINE)
    return Shape(name, tone, tuple(dict.fromkeys(outline)), 0, True)


def boxes(each: Placed) -> Iterator[Box]:
    """The boxes that a thing is made of; none of what is round, and of a wall its own."""
    x, y, _ = each.at
    if each.thing == "wall":
        yield _wall(each)
    elif each.thing in ROUND:
        return
    elif each.thing == "chair":
        yield from _chair(each)
    elif each.thing == "bar":
        top = TOPS["bar"]
        yield (x, y, top), (POST, 2 * BAR + POST, POST)
        for side in (-BAR, BAR):
            yield (x, y + side, top / 2), (POST, POST, top)
    elif each.thing == "door-frame":
        wide, high, thick = DOOR
        ahead = x + each.way * thick / 2
        for side in (-wide, wide):
            yield (ahead, y + side, high / 2), (thick, thick, high)
        yield (ahead, y, high), (thick, 2 * wide + thick, thick)
    else:
        yield from _standing(each)


def _standing(each: Placed) -> Iterator[Box]:
    """A step or a block, which is solid; a table or a bench, with its legs."""
    long, wide = _ALONG[each.thing]
    if each.thing == "bench" and each.part in ("back", "chest", "seat"):
        long, wide = LYING, 30.0
    top = TOPS[each.thing]
    x, y, _ = each.at
    if each.aside:  # it stands across, and ends not far behind the foot
        long, wide = wide, long
        y += (wide / 2 - _NEAR_EDGE[each.thing]) * each.aside
    elif each.part.endswith(("hand", "forearm", "foot", "feet")) and each.thing in _NEAR_EDGE:
        x += each.way * (long / 2 - _NEAR_EDGE[each.thing])
    elif each.part.endswith(("foot", "feet")):
        x -= 4.0  # its ball is ahead of its middle
    elif each.part == "back":
        x += 20.0
    elif each.part == "upper_back":
        x -= 6.0
    if each.thing != "block" and not each.aside:
        y = 0.0
    if each.thing == "step" and each.part.endswith("foot"):
        y = each.at[1] + SIDES[each.part.split("_")[0]] * (wide / 2 - BESIDE)
    if each.thing in ("step", "block"):
        yield (x, y, top / 2), (long, wide, top)
        return
    thick = 3.4 if each.thing == "table" else 6.0
    yield (x, y, top - thick / 2), (long, wide, thick)
    for ahead, aside in product((-1, 1), repeat=2):
        foot = (x + ahead * (long / 2 - 5), y + aside * (wide / 2 - 4), (top - thick) / 2)
        yield foot, (LEG, LEG, top - thick)


def _chair(each: Placed) -> Iterator[Box]:
    x, y, _ = each.at
    ahead = 1
    if each.part == "seat":
        x += 2.0
    else:
        x += each.way * (CHAIR / 2 - _NEAR_EDGE["chair"])
        ahead = -each.way
    top = TOPS["chair"]
    yield (x, y, top - SEAT / 2), (CHAIR, CHAIR, SEAT)
    behind = x - ahead * (CHAIR / 2 - LEG / 2)
    yield (behind, y, top + BACK - 9), (LEG, CHAIR, 18.0)
    for aside in (-1, 1):
        beside = y + aside * (CHAIR / 2 - LEG / 2)
        yield (behind, beside, (top + BACK) / 2), (LEG, LEG, top + BACK)
        yield (x + ahead * (CHAIR / 2 - LEG / 2), beside, (top - SEAT) / 2), (LEG, LEG, top - SEAT)


def _wall(each: Placed) -> Box:
    return (each.at[0] + each.way * THICK / 2, each.at[1], HIGH / 2), (THICK, WALL, HIGH)


def _round(each: Placed, view: str) -> Iterator[Shape]:
    """A roller with its hole, a ball with its light, a towel as it is rolled: a circle from the side."""
    radius = TOPS[each.thing] / 2
    half = 0.0 if each.thing == "large-ball" else TUBE / 2
    x, y, _ = each.at
    y = 0.0 if half else y
    ends = [(x, y + side, radius) for side in ((-half, half) if half else (0.0,))]
    yield Shape(each.thing, "prop", hull([(*seen(end, view), radius) for end in ends], FINE), 0, True)
    right, down = seen(ends[0], view)
    if each.thing == "foam-roller" and view == "side":
        yield Shape("seam", "seam", _arc(right, down, HOLE, 0, 2 * pi), 3 * SEAM, False)
    if each.thing == "large-ball":
        yield Shape("seam", "seam", _arc(right, down, radius * 0.72, -0.55 * pi, -0.15 * pi), 4 * SEAM, False)


def _arc(right: float, down: float, radius: float, begin: float, end: float) -> tuple[tuple[float, float], ...]:
    turns = [begin + (end - begin) * step / 12 for step in range(13)]
    return tuple((right + radius * cos(each), down + radius * sin(each)) for each in turns)
