"""Draws what a part of a body writes in the air: a large letter, written up to that part, and smaller ones after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import hypot

from limber.figures.arrows import headed
from limber.figures.shapes import Shape
from limber.figures.vectors import Flat

Letter = tuple[tuple[Flat, ...], ...]
"""The strokes of a letter, to the right and down, as shares of its height."""
LARGE: Letter = (((0.5, 0), (1, 1)), ((0.19, 0.62), (0.81, 0.62)), ((0, 1), (0.5, 0)))
"""The large letter, as shares of its width and height: its last stroke is the first one to be written."""
SMALL: Mapping[str, tuple[Letter, ...]] = {
    "letters": (
        (((0, 0), (0, 1)), ((0, 0.5), (0.7, 0.5)), ((0.7, 0), (0.7, 1))),
        (((0, 1), (0, 0), (0.45, 0.6), (0.9, 0), (0.9, 1)),),
    )
}
"""The letters after it. A mirror leaves all of them as they are: of the left side a figure is mirrored."""
SMALLER, APART = 0.42, 0.16  # how high those after it are, and how far from each other, of its height
NARROW = 0.35  # how much the first stroke goes aside at least, of its height
BROAD, THIN, HEAD = 0.07, 0.055, 0.2  # of its height: a stroke that is written, one that is not, an arrowhead
EDGE = 0.07  # of its height: paper around what is written, which goes over the part that writes


def letters(what: str, begin: Flat, top: Flat) -> Iterator[Shape]:
    """The letters, pale: of the large one the first stroke goes from `begin` to `top`, its highest point."""
    (x, y), (x2, y2) = begin, top
    high = y - y2
    half = max(x2 - x, NARROW * high)
    for line in LARGE[:-1]:
        points = tuple((x2 + (a - 0.5) * 2 * half, y2 + b * high) for a, b in line)
        yield _pale(points, high)
    yield _pale((begin, top), high)
    right = x2 + half + APART * high
    small = high * SMALLER
    for letter in SMALL[what]:
        for line in letter:
            yield _pale(tuple((right + a * small, y - small + b * small) for a, b in line), high)
        right += max(a for line in letter for a, _ in line) * small + APART * high


def line(begin: Flat, top: Flat, at: Flat) -> Iterator[Shape]:
    """What is written while the part that writes is there: a dot at first, then a stroke with an arrowhead at it."""
    high = begin[1] - top[1]
    head = min(HEAD * high, hypot(at[0] - begin[0], at[1] - begin[1]) / 2)
    far = hypot(top[0] - begin[0], top[1] - begin[1]) or 1
    behind = (at[0] - (top[0] - begin[0]) / far, at[1] - (top[1] - begin[1]) / far)
    strokes = (begin, at), headed((behind, at), head)[1]
    for name, tone, wide in (("written-edge", "edge", BROAD + EDGE), ("written", "prop-edge", BROAD)):
        for points in strokes:
            yield Shape(name, tone, points, wide * high, False)


def _pale(points: Sequence[Flat], high: float) -> Shape:
    return Shape("letter", "far", tuple(points), THIN * high, False)
