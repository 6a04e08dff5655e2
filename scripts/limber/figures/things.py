"""Draws a piece of equipment by itself, as it stands beside its name: from ahead of a corner and a little above."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from math import cos, pi, sin

from limber.figures import drawn_things, paths, props
from limber.figures.foot import BALL
from limber.figures.paths import Picture
from limber.figures.shapes import FINE, SEAM, Shape, hull
from limber.figures.vectors import Flat, Point, seen

BAR = 30.0  # centimetres: how long a dome or a roll is
THIN = 0.55  # how thick a small roll is, of a thick one
MIRROR, FRAME = (50.0, 110.0), 5.0  # centimetres: how wide and high it is, and its frame
GLINTS = (((10.0, -30.0), (-10.0, -6.0)), ((10.0, -10.0), (0.0, 2.0)))  # the strokes that say glass
LARGE, MARGIN = 30.0, 1.2  # how large each is drawn, whatever its size, and with how much room around it
CURVE = (4.6, 3.4, 0.7)  # of the seams of a ball: how far aside their middles are, their radius, and half their angle
VIEW = "thing"


@cache
def picture(name: str) -> Picture:
    """The picture of a thing by its name in the data."""
    if drawn := drawn_things.of(name):
        return _picture(drawn, thickens=True)
    outline, seams = {"ball": _ball, "block": _block, "mirror": _mirror}.get(name, lambda: _bar(name))()
    return _picture([Shape(name, "prop", tuple(outline), 0, True), *map(_seam, seams)], thickens=False)


def _picture(drawn: Sequence[Shape], thickens: bool) -> Picture:
    """Shapes as large as each thing is drawn; of some, lines thicken as they grow."""
    xs, ys = zip(*(point for each in drawn if each.tone != "seam" for point in each.points), strict=True)
    scale = LARGE / max(max(xs) - min(xs), max(ys) - min(ys))
    thicker = scale if thickens else 1
    shapes = [each._replace(points=_scaled(each.points, scale), width=each.width * thicker) for each in drawn]
    left, top = (min(each) * scale - MARGIN for each in (xs, ys))
    wide, high = ((max(each) - min(each)) * scale + 2 * MARGIN for each in (xs, ys))
    unit = paths.UNITS["whole"]
    box = (round(left * unit), round(top * unit), round(wide * unit), round(high * unit))
    return Picture("", box, tuple(paths.inked(shapes, unit)))


def _seam(line: Sequence[Flat]) -> Shape:
    return Shape("seam", "seam", tuple(line), 2 * SEAM, False)


def _bar(name: str) -> tuple[Sequence[Flat], list[Sequence[Flat]]]:
    """A half dome or a rolled towel, and what is seen of its near end."""
    kind, share = ("rolled-towel", THIN) if name == "small-rolled-towel" else (name, 1.0)
    radius, high = (share * each for each in props.ROUND[kind])
    turns = [pi * step / FINE for step in range(FINE + 1 if not high else 2 * FINE)]
    edge = [(radius * cos(each), radius * sin(each) + high) for each in turns]
    corners = [(x, y, z) for x, z in edge for y in (-BAR / 2, BAR / 2)]
    end = [(share * x, -BAR / 2, share * z) for x, z in props.end(kind, (0.0, high / share))]
    return _outline(corners), [[seen(each, VIEW) for each in end]]


def _mirror() -> tuple[Sequence[Flat], list[Sequence[Flat]]]:
    """A mirror as tall as a child, that stands: its frame and its glass."""
    wide, high = (each / 2 for each in MIRROR)
    corners = [(-wide, -high), (wide, -high), (wide, high), (-wide, high)]
    inner = [(x - FRAME * (1 if x > 0 else -1), y - FRAME * (1 if y > 0 else -1)) for x, y in corners]
    return corners, [[*inner, inner[0]], *GLINTS]


def _block() -> tuple[Sequence[Flat], list[Sequence[Flat]]]:
    """A block, and the three edges that meet at its near corner."""
    x, y, z = (each / 2 for each in props.BLOCK)
    near = (-x, -y, z)
    edges = [[(x, -y, z), near, (-x, y, z)], [near, (-x, -y, -z)]]
    return _outline(list(product((-x, x), (-y, y), (-z, z)))), [[seen(each, VIEW) for each in of] for of in edges]


def _ball() -> tuple[Sequence[Flat], list[Sequence[Flat]]]:
    """A ball with the seams that many have."""
    aside, radius, half = CURVE
    turns = [half * step / 6 for step in range(-6, 7)]
    seams = [[(way * (radius * cos(each) - aside), radius * sin(each)) for each in turns] for way in (1, -1)]
    return hull([(0.0, 0.0, BALL)], 2 * FINE), list(seams)


def _outline(corners: Sequence[Point]) -> Sequence[Flat]:
    return hull([(*seen(each, VIEW), 0.0) for each in corners], 2 * FINE)


def _scaled(points: Sequence[Flat], scale: float) -> tuple[Flat, ...]:
    return tuple((x * scale, y * scale) for x, y in points)
