"""Draws the icons of the installed site from the mark in overrides/assets/favicon.svg.

They are drawn once and committed, and not at each build: a coach may put other pictures in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

ROOT = Path(__file__).resolve().parents[2]
MARK = ROOT / "overrides" / "assets" / "favicon.svg"
ICONS = ROOT / "overrides" / "assets" / "icons"
PINE, PAPER, CLAY = "#1f4d3a", "#faf7f0", "#e58a5c"  # as in tokens.css, the clay that of the dark scheme

# By name: how many pixels wide, and how much of it the mark takes. A mask may cut off all but a disc of 80 %.
SIZES = {
    "icon-192.png": (192, 0.72),
    "icon-512.png": (512, 0.72),
    "icon-maskable-512.png": (512, 0.56),
    "apple-touch-icon.png": (180, 0.68),
}
FINER = 4  # drawn so much larger, and made smaller for smooth edges
ALIKE = 24  # of 255: what two versions of the library may draw in another shade

Point = Sequence[float]  # from the left, from the top


def stale() -> list[Path]:
    """The icons that are not the mark."""
    files = {ICONS / name: drawn(width, part) for name, (width, part) in SIZES.items()}
    return [file for file, icon in files.items() if not (file.exists() and _alike(icon, file))]


def write() -> None:
    """Draw all icons anew."""
    ICONS.mkdir(exist_ok=True)
    for name, (width, part) in SIZES.items():
        drawn(width, part).save(ICONS / name, optimize=True)


def drawn(width: int, part: float) -> Image.Image:
    """The mark on pine, as wide as `part` of the whole."""
    svg = MARK.read_text("utf-8")
    (side,) = re.findall(r'viewBox="0 0 (\d+) \1"', svg)
    (stroke,) = re.findall(r'stroke-width="([\d.]+)"', svg)
    large = width * FINER
    scale = large * part / float(side)
    edge = large * (1 - part) / 2
    icon = Image.new("RGB", (large, large), PINE)
    pen = ImageDraw.Draw(icon)
    for path, colour in zip(re.findall(r'd="([^"]+)"', svg), (PAPER, CLAY), strict=True):
        for x, y in _points(path):
            at, radius = (edge + x * scale, edge + y * scale), float(stroke) * scale / 2
            pen.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=colour)
    return icon.resize((width, width), Image.Resampling.LANCZOS)


def _points(path: str) -> Iterator[Point]:
    """Points along a path of absolute lines and curves, near enough for a round pen."""
    here: Point = (0, 0)
    for letter, given in re.findall(r"([MVHC])([^MVHC]*)", path):
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", given)]
        if letter == "M":
            here = (numbers[0], numbers[1])
            continue
        if letter == "C":
            curve: list[Point] = [here, *zip(numbers[::2], numbers[1::2], strict=True)]
        else:
            end = (numbers[0], here[1]) if letter == "H" else (here[0], numbers[0])
            curve = [here, here, end, end]
        yield from (_on(curve, step / 400) for step in range(401))
        here = curve[-1]


def _on(curve: Sequence[Point], t: float) -> Point:
    parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return [sum(part * point[axis] for part, point in zip(parts, curve, strict=True)) for axis in (0, 1)]


def _alike(icon: Image.Image, file: Path) -> bool:
    with Image.open(file) as other:
        if other.size != icon.size:
            return False
        difference = ImageChops.difference(icon, other.convert("RGB"))
    return difference.point(lambda shade: max(0, shade - ALIKE)).getbbox() is None
