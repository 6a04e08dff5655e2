"""Hides a tenth of the picture of a QR code, beside its three finder patterns."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PIL import Image, ImageDraw

PLACES = 7
"""In each row and column of a grid."""
CORNER = 8 / 33
"""How much of a code of version 4 each of the three marks takes, with the white around it; of a larger one, less."""


def stained(picture: Image.Image, left: float, top: float, side: float) -> Iterator[Image.Image]:
    """The picture with its code under a round stain at one place after the other, black ones and grey and white.

    The code is at `left` and `top`, `side` pixels wide without its quiet zone.
    """
    radius = math.sqrt(0.1 / math.pi) * side
    for place, (x, y) in enumerate(_places(side, radius)):
        spoilt = picture.copy()
        around = (left + x - radius, top + y - radius, left + x + radius, top + y + radius)
        ImageDraw.Draw(spoilt).ellipse(around, fill=(0, 128, 255)[place % 3])
        yield spoilt


def _places(side: float, radius: float) -> Iterator[tuple[float, float]]:
    """Centres of stains that lie within the code and touch none of its three marks."""
    steps = [radius + (side - 2 * radius) * step / (PLACES - 1) for step in range(PLACES)]
    for x in steps:
        for y in steps:
            if min(_gap(*corner, CORNER * side) for corner in ((x, y), (side - x, y), (x, side - y))) >= radius:
                yield x, y


def _gap(x: float, y: float, mark: float) -> float:
    """How far a point is from a square of that width at the origin."""
    return math.hypot(max(0, x - mark), max(0, y - mark))
