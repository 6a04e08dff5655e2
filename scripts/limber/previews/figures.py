"""Draws the figures in the picture of a shared link, and places them beside its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageDraw

from limber.colours.palette import Scheme
from limber.figures.paths import Box, Path, Picture
from limber.figures.vectors import Flat

TOKENS = {"ink": "pine", "far": "figure-far", "mat": "figure-mat", "ground": "control", "felt": "figure-felt"}
THING = "figure-clay"
"""The colours of the tones of a drawing, by their tokens; what is none of these is a thing."""
FINE = 3  # drawn so many times larger, for smooth edges
BETWEEN = 28  # pixels, from one to the next
_EDGES = ("edge", "felt-edge", "seam")


def places(figures: Sequence[Picture], room: Box) -> list[tuple[Picture, Box]]:
    """The places of one figure, or of up to four in two columns, as large as the room allows."""
    left, top, width, height = room
    shown = figures[:4]
    columns, rows = min(2, len(shown)), (len(shown) + 1) // 2
    wide, high = (width + BETWEEN) // columns - BETWEEN, (height + BETWEEN) // rows - BETWEEN
    found = []
    for at, figure in enumerate(shown):
        row, column = divmod(at, columns)
        size = _size(figure, wide, high)
        right, bottom = left + wide + column * (wide + BETWEEN), top + high + row * (high + BETWEEN)
        right -= (wide - size[0]) // 2 if columns > 1 else 0
        right += (wide + BETWEEN) // 2 if at == 2 == len(shown) - 1 else 0  # below the middle of both
        found.append((figure, (right - size[0], bottom - size[1], *size)))
    return found


def pixels(figure: Picture, size: tuple[int, int], scheme: Scheme) -> Image.Image:
    """The figure drawn in the colours of a scheme at a size."""
    left, top, wide, _ = figure.box
    scale = size[0] * FINE / wide
    paper = scheme["paper"]
    colours = {tone: scheme[token] for tone, token in TOKENS.items()} | dict.fromkeys(_EDGES, paper)
    image = Image.new("RGB", (size[0] * FINE, size[1] * FINE), paper)
    draw = ImageDraw.Draw(image)
    for path in figure.paths:
        points = [((x - left) * scale, (y - top) * scale) for x, y in _points(path)]
        _drawn(draw, path, points, path.width * scale, colours.get(path.tone, scheme[THING]))
    return image.reduce(FINE)


def _size(figure: Picture, width: int, height: int) -> tuple[int, int]:
    _, _, wide, high = figure.box
    scale = min(width / wide, height / high)
    return round(wide * scale), round(high * scale)


def _points(path: Path) -> list[Flat]:
    """The points of a path, which has straight lines only."""
    numbers = [float(each) for each in re.findall(r"-?\d+", path.d)]
    if "h" in path.d:
        x, y, along = numbers
        return [(x, y), (x + along, y)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _drawn(draw: ImageDraw.ImageDraw, path: Path, points: Sequence[Flat], width: float, colour: str) -> None:
    """Draw a stroke with round caps and joins, filled if it is closed."""
    if path.closed and len(points) > 2:
        draw.polygon(points, fill=colour)
    if width:
        ends = (*points, points[0]) if path.closed else points
        for one, other in pairwise(ends):
            draw.line((*one, *other), fill=colour, width=round(width))
        for x, y in points:
            draw.circle((x, y), width / 2, fill=colour)
