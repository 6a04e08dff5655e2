"""Measures how empty printed pages are: the share of each page within its margins that is far from any ink.

`PYTHONPATH=scripts .venv/bin/python -m tools.empty_paper FILE.pdf …`. Needs Poppler's pdftoppm.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

DOTS = 50  # an inch; half a millimetre, which no line or letter escapes, for each is drawn in grey at least
FAR = 2.5  # mm: what is nearer to ink than this is not empty
MARGIN = 12.0  # mm: that of A4 beside a sheet
INK = 238  # of 255: what is lighter is paper; a hairline between two dots is 225


def shares(file: Path) -> list[float]:
    """The empty share of each page of a PDF, from 0 to 1."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(DOTS), "-gray", "-png", str(file), f"{folder}/page"]
        subprocess.run(command, check=True)
        return [_share(Image.open(page)) for page in sorted(Path(folder).iterdir())]


def _share(page: Image.Image) -> float:
    ink = page.convert("L").point(lambda light: 255 if light < INK else 0)
    reach = _dots(FAR)
    near = ink
    for x in range(-reach, reach + 1):
        for y in range(-reach, reach + 1):
            if x * x + y * y <= reach * reach:
                near = ImageChops.lighter(near, _moved(ink, x, y))
    edge = _dots(MARGIN)
    inner = near.crop((edge, edge, page.width - edge, page.height - edge))
    return inner.histogram()[0] / (inner.width * inner.height)


def _moved(image: Image.Image, x: int, y: int) -> Image.Image:
    moved = Image.new("L", image.size)
    moved.paste(image, (x, y))
    return moved


def _dots(millimetres: float) -> int:
    return round(millimetres / 25.4 * DOTS)


def main() -> None:
    """Print the empty share of each page of the named files."""
    for name in sys.argv[1:]:
        print(name, *(f"{share:.0%}" for share in shares(Path(name))))


if __name__ == "__main__":
    main()
