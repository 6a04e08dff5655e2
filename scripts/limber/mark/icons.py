"""Draws the icons of the installed site from its mark, as PNG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageChops, ImageDraw

from limber.mark.drawing import SIDE
from limber.model.site import ACCENT, INK, Mark

# By name: how many pixels wide, and how much of it the mark takes. A mask may cut off all but a disc of 80 %.
SIZES = {
    "icon-192.png": (192, 0.72),
    "icon-512.png": (512, 0.72),
    "icon-maskable-512.png": (512, 0.56),
    "apple-touch-icon.png": (180, 0.68),
}
FINER = 3  # drawn so much larger, and made smaller for smooth edges
_STEPS = 24  # of a curve

Point = tuple[float, float]


def png(mark: Mark, colours: Mapping[str, str], ground: str, width: int, part: float) -> bytes:
    """The mark on a ground, as wide as `part` of the whole; `colours` are those of its inks."""
    large = width * FINER
    scale, edge = large * part / SIDE, large * (1 - part) / 2
    icon = Image.new("RGB", (large, large), ground)
    for shape in mark.shapes:
        lines = [[(edge + x * scale, edge + y * scale) for x, y in line] for line in _lines(shape.path)]
        there = _stroked(lines, large, shape.width * scale / 2) if shape.width else _filled(lines, large)
        icon.paste(colours.get(shape.colour, shape.colour), mask=there)
    data = BytesIO()
    icon.resize((width, width), Image.Resampling.LANCZOS).save(data, "PNG", optimize=True)
    return data.getvalue()


def inks(mark: Mark, light: Mapping[str, str], dark: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """The ground of an icon and the colours on it: the brand's, or for a mark with colours of its own the paper's."""
    if any(shape.colour not in (INK, ACCENT) for shape in mark.shapes):
        return light["paper"], {INK: light["pine"], ACCENT: light["clay"]}
    return light["pine"], {INK: light["paper"], ACCENT: dark["clay"]}


def _filled(lines: Sequence[Sequence[Point]], side: int) -> Image.Image:
    """Where a path goes round, as often to the one side as to the other cancelled out."""
    winding = Image.new("L", (side, side), 128)
    for line in lines:
        if len(line) > 2:
            once = Image.new("L", (side, side), 0)
            ImageDraw.Draw(once).polygon(line, fill=1)
            winding = (ImageChops.add if _area(line) > 0 else ImageChops.subtract)(winding, once)
    return winding.point([255 * (each != 128) for each in range(256)])


def _stroked(lines: Sequence[Sequence[Point]], side: int, radius: float) -> Image.Image:
    """Along a path, with round ends and corners."""
    there = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(there)
    for line in lines:
        pen.line(line, fill=255, width=round(2 * radius))
        for x, y in line:
            pen.circle((x, y), radius, fill=255)
    return there


def _area(line: Sequence[Point]) -> float:
    return sum(x * below - across * y for (x, y), (across, below) in zip(line, (*line[1:], line[0]), strict=True))


def _lines(path: str) -> Iterator[Sequence[Point]]:
    """A path as lines of many short pieces, one for each time that the pen is put down."""
    pen = RecordingPen()
    parse_path(path, pen)
    line: list[Point] = []
    for command, points in pen.value:
        if command == "moveTo":
            line = [points[0]]
        elif command == "lineTo":
            line.append(points[0])
        elif command in ("curveTo", "qCurveTo"):
            curve = [line[-1], *points]
            line += [_on(curve, step / _STEPS) for step in range(1, _STEPS + 1)]
        else:
            yield [*line, line[0]] if command == "closePath" else line


def _on(curve: Sequence[Point], t: float) -> Point:
    """The point of a Bézier curve, found as de Casteljau does."""
    while len(curve) > 1:
        curve = [(x + (right - x) * t, y + (low - y) * t) for (x, y), (right, low) in pairwise(curve)]
    return curve[0]
