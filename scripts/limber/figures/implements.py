"""Draws what hands hold, where they have it: weights, a stick, a band that is tight between what holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, dist, hypot, pi, sin

from limber.figures.shapes import FINE, SEAM, Group, Shape, edge, hull
from limber.figures.vectors import Flat, Point, add, nearness, seen, unit

HANDLE, HEAD, DISC = 13.0, 6.0, 3.4  # of a dumbbell: how long it is, how high and how thick its heads are
BELL, HANDLE_UP = 9.5, 4.5  # of a kettlebell: its radius, and how far its handle is above it
STICK, BEYOND, END = 1.3, 26.0, 2.8  # of a broomstick: its radius, how far it goes on beyond each hand, its end as seen
PLATE, SHAFT = 22.0, 100.0  # of a barbell: the radius of its plates, and how far its shaft goes to each side
BAND = 2.2  # centimetres: how wide a band is drawn
BALL = 4.0
_KNOT = {"sole": "ball", "knee": "knee", "hand": "hand"}


def groups(carried: Mapping[str, str], points: Mapping[str, Point], view: str) -> Iterator[Group]:
    """The shapes of each thing that is held, with how near it is. `carried` is what each part has."""
    for thing in dict.fromkeys(carried.values()):
        parts = [part for part, held in carried.items() if held == thing]
        at = [points[f"{part.split('_')[0]}_{_KNOT.get(part.split('_')[-1], 'hand')}"] for part in parts]
        draw = {"dumbbell": _dumbbell, "small-ball": _ball}.get(thing)
        if draw:
            for part, hand in zip(parts, at, strict=True):
                yield nearness(hand, view) + 1, draw(hand, points, part.split("_")[0], view)
        elif thing == "band":
            yield max(nearness(each, view) for each in at) + 2, _band(parts, at, view)
        elif thing == "kettlebell":
            yield max(nearness(each, view) for each in at) + 1, _kettlebell(_middle(at), view)
        else:
            yield max(nearness(each, view) for each in at) + 1, _rod(thing, at, view)


def _dumbbell(hand: Point, points: Mapping[str, Point], side: str, view: str) -> list[Shape]:
    """Its handle is across the forearm, and in the picture, so that both of its heads are seen."""
    (x, y), (x2, y2) = (seen(points[f"{side}_{each}"], view) for each in ("elbow", "hand"))
    far = hypot(x2 - x, y2 - y) or 1
    along, across = ((y2 - y) / far, -(x2 - x) / far), ((x2 - x) / far, (y2 - y) / far)
    middle = seen(hand, view)

    def spot(ahead: float, aside: float) -> Flat:
        return tuple(m + ahead * a + aside * b for m, a, b in zip(middle, along, across, strict=True))  # type: ignore[return-value]

    shapes = [Shape("dumbbell", "prop-edge", (spot(-HANDLE / 2, 0), spot(HANDLE / 2, 0)), 2.6, False)]
    for way in (-1, 1):
        corners = [
            spot(way * (HANDLE / 2 + ahead), aside)
            for ahead, aside in ((0, -HEAD), (DISC, -HEAD), (DISC, HEAD), (0, HEAD))
        ]
        shapes.append(Shape("dumbbell", "prop", tuple(corners), 0, True))
    return shapes


def _kettlebell(hand: Point, view: str) -> list[Shape]:
    x, y = seen(hand, view)
    down = y + HANDLE_UP + BELL
    handle = ((x - 7.0, down - BELL * 0.6), (x - 5.0, y), (x + 5.0, y), (x + 7.0, down - BELL * 0.6))
    return [
        Shape("kettlebell", "prop-edge", handle, 2.8, False),
        Shape("kettlebell", "prop", hull([(x, down, BELL)], FINE), 0, True),
    ]


def _ball(hand: Point, points: Mapping[str, Point], side: str, view: str) -> list[Shape]:
    way = unit(add(hand, points[f"{side}_wrist"], -1))
    return [Shape("small-ball", "prop", hull([(*seen(add(hand, way, BALL), view), BALL)], FINE), 0, True)]


def _rod(thing: str, at: list[Point], view: str) -> list[Shape]:
    """A stick or a bar through both hands, or through one, across the body."""
    middle = _middle(at)
    way = unit(add(at[0], at[-1], -1)) if len(at) > 1 else (0.0, 1.0, 0.0)
    half = SHAFT if thing == "barbell" else hypot(*add(at[0], at[-1], -1)) / 2 + BEYOND
    ends = [seen(add(middle, way, side), view) for side in (-half, half)]
    if thing == "broomstick" and dist(*ends) < BEYOND:  # one looks along it
        return [Shape(thing, "prop", hull([(*ends[0], END)], FINE), 0, True)]
    shapes = [Shape(thing, "prop-edge", tuple(ends), 2 * STICK, False)]
    if thing != "barbell":
        return shapes
    for side in (-1, 1):
        plate = [seen(add(middle, way, side * (half - inner)), view) for inner in (8.0, 14.0)]
        across = abs(plate[0][0] - plate[1][0]) + abs(plate[0][1] - plate[1][1])
        if across < 1:  # from the side: a disc
            circle = hull([(*plate[0], PLATE)], FINE)
            hole = tuple((plate[0][0] + 3 * cos(a), plate[0][1] + 3 * sin(a)) for a in (pi * n / 6 for n in range(13)))
            return [Shape(thing, "prop", circle, 0, True), Shape("seam", "seam", hole, 2 * SEAM, False)]
        (x, y), (x2, y2) = plate
        corners = ((x, y - PLATE), (x2, y2 - PLATE), (x2, y2 + PLATE), (x, y + PLATE))
        shapes.append(Shape(thing, "prop", corners, 0, True))
    return shapes


def _band(parts: list[str], at: list[Point], view: str) -> list[Shape]:
    """A band round both knees or both feet; or from each hand to what has its other end."""
    hands = [point for part, point in zip(parts, at, strict=True) if part.endswith("hand")]
    others = [point for part, point in zip(parts, at, strict=True) if not part.endswith("hand")]
    lines = [(hand, _middle(others)) for hand in hands] if hands and others else [tuple(at)]
    shapes = []
    for line in lines:
        drawn = Shape("band", "prop-edge", tuple(seen(each, view) for each in line), BAND, False)
        shapes += [edge(drawn, 0.8), drawn]
    return shapes


def _middle(at: list[Point]) -> Point:
    x, y, z = (sum(each) / len(at) for each in zip(*at, strict=True))
    return x, y, z
