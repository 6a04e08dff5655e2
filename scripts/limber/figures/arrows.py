"""Draws arrows along the path of a moving part: straight or curved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from math import atan2, cos, hypot, pi, sin

from limber.figures.clearance import Room
from limber.figures.marks import GAP, HEAD, LONG, arrow
from limber.figures.shapes import Shape
from limber.figures.vectors import Flat

BOW = 0.09  # of the way from its begin to its end: what bends more is drawn as it goes
SHORTER = (0, 1, 2, 3)  # pieces of the way that an arrow may leave out at its end
FARTHER = (1.0, 1.5, 2.2, 3.0, 4.0)  # gaps between a part and its arrow, the first that is free
THICK = (1.7, 4.2)  # centimetres of a whole body: an arrow, and the edge below it
BARB = 0.7  # half of the head's angle
PAST = 3  # arrows long: what goes so far, past the body, is followed behind it, or the arrow would seem another part's
OPEN, ROUNDED, WIDE = 0.86, 12, 0.5  # of a way round: how far its arrow goes, in how many pieces, how wide at least
HIGH, PIECES = 0.26, 4  # how high, of that way, the arrow goes over it, and how many points bend it
BEHIND = "arrow-behind"
"""The name of the strokes of an arrow that goes past the body behind it, so that no limb is crossed."""


def of_way(
    way: Sequence[Flat], skin: float, shapes: Sequence[Shape], scale: float, ground: float, tone: str
) -> list[Shape]:
    """The arrow along the path of a part: on its outer side, or behind the body, from the part to where it ends."""
    (x, y), (x2, y2) = way[0], way[-1]
    if hypot(x2 - x, y2 - y) > PAST * LONG * scale and Room(shapes).along(way[1:], 0) < 0:
        return _strokes(headed(_over(way[0], way[-1]), HEAD * scale), tone, THICK[0] * scale, BEHIND)
    return stroked(along(way, skin, shapes, scale, ground), tone, shapes, scale)


def along(
    way: Sequence[Flat], skin: float, shapes: Sequence[Shape], scale: float, ground: float
) -> tuple[tuple[Flat, ...], ...]:
    """The strokes of an arrow along the path of a part, on its outer side."""
    (x, y), (x2, y2) = way[0], way[-1]
    far = hypot(x2 - x, y2 - y)
    aside = [((x2 - x) * (b - y) - (y2 - y) * (a - x)) / far if far else 0 for a, b in way]
    bow = max(aside, key=abs)
    drawn = Room(shapes)
    if far < 0.5 or abs(bow) < BOW * far:
        return arrow(way[0], way[-1], skin, shapes, scale, ground)
    out = 1 if bow > 0 else -1
    best: tuple[float, list[Flat]] = (-1e9, [])
    for more, less in product(FARTHER, SHORTER):
        line = _beside(way[: len(way) - less], out * (skin + GAP * scale * more))
        if max(down for _, down in line) > ground - GAP * scale * 0.3:
            continue
        halves = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(line)]
        room = drawn.along((*line, *halves), best[0])
        best = max(best, (room, line))
        if room >= GAP * scale * 0.5:
            break
    if best[0] < 0:  # the body is in its way
        return arrow(way[0], way[-1], skin, shapes, scale, ground)
    return headed(best[1], HEAD * scale)


def around(way: Sequence[Flat], skin: float, scale: float) -> list[Flat]:
    """The line of an arrow round a closed way, farther out by the part's skin, and open at its end.

    It is an ellipse, and never a narrow one: a circle that is seen from its edge goes round as well.
    """
    xs, ys = zip(*way, strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    out = skin + GAP * scale
    wide, high = ((max(each) - min(each)) / 2 + out for each in (xs, ys))
    wide, high = max(wide, WIDE * high), max(high, WIDE * wide)
    area = sum(a * d - b * c for (a, b), (c, d) in pairwise([*way, way[0]]))
    begin, turn = atan2(way[0][1] - y, way[0][0] - x), 2 * pi * OPEN * (1 if area >= 0 else -1)
    turns = [begin + turn * step / ROUNDED for step in range(ROUNDED + 1)]
    return [(x + wide * cos(each), y + high * sin(each)) for each in turns]


def _over(begin: Flat, end: Flat) -> list[Flat]:
    """An arc from where a part is to where it comes to rest."""
    (x, y), (x2, y2) = begin, end
    high = HIGH * hypot(x2 - x, y2 - y)
    shares = [step / PIECES for step in range(PIECES + 1)]
    return [(x + (x2 - x) * each, y + (y2 - y) * each - 4 * high * each * (1 - each)) for each in shares]


def _beside(way: Sequence[Flat], by: float) -> list[Flat]:
    """The path offset sideways."""
    found = []
    for number, (x, y) in enumerate(way):
        (a, b), (c, d) = way[max(0, number - 1)], way[min(len(way) - 1, number + 1)]
        far = hypot(c - a, d - b) or 1
        found.append((x - (d - b) / far * by, y + (c - a) / far * by))
    return found


def headed(line: Sequence[Flat], head: float) -> tuple[tuple[Flat, ...], ...]:
    """The strokes of an arrow along a line."""
    (x, y), (tip_x, tip_y) = line[-2], line[-1]
    far = hypot(tip_x - x, tip_y - y) or 1
    right, down = (tip_x - x) / far, (tip_y - y) / far
    barbs = [
        (tip_x - head * (right * cos(a) - down * sin(a)), tip_y - head * (down * cos(a) + right * sin(a)))
        for a in (BARB, -BARB)
    ]
    return tuple(line), (barbs[0], line[-1], barbs[1])


def stroked(lines: Sequence[Sequence[Flat]], tone: str, shapes: Sequence[Shape], scale: float) -> list[Shape]:
    """The strokes of an arrow as shapes, on an edge of paper where it crosses the body."""
    found = []
    if Room(shapes).along((point for line in lines for point in line), 0) < 0:
        found = _strokes(lines, "edge", THICK[1] * scale)
    return [*found, *_strokes(lines, tone, THICK[0] * scale)]


def _strokes(lines: Sequence[Sequence[Flat]], tone: str, wide: float, name: str = "arrow") -> list[Shape]:
    """An arrow's line, smooth where it bends, and its head."""
    return [Shape(name, tone, tuple(line), wide, False, curved=line is lines[0] and len(line) > 2) for line in lines]
