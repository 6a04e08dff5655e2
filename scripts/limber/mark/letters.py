"""Makes a mark of letters: their outlines in Inter, as large as the square lets them be."""

from __future__ import annotations

from pathlib import Path

from fontTools.misc.transform import Identity
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from limber.mark.drawing import SIDE, bounds
from limber.model.site import INK, Mark, Shape

FONT = Path(__file__).parents[1] / "previews" / "fonts" / "Inter-Bold.woff2"
MOST = 3
"""Letters of a mark."""
HEIGHT, WIDTH = 20.0, 28.0
"""What they take of the square at most."""


def initials(name: str) -> str:
    """The first letters of a name's first words: `Strong knees` gives `SK`."""
    words = [word.lstrip("(\"'“‘") for word in name.split()]
    return "".join(word[:1].upper() for word in words if word[:1].isalnum())[: MOST - 1] or "·"


def drawable(letters: str) -> bool:
    """Whether the font has all of these letters."""
    return set(TTFont(FONT).getBestCmap()).issuperset(map(ord, letters))


def mark(letters: str) -> Mark:
    """The letters side by side in the middle of the square; a letter that the font lacks is left out."""
    font = TTFont(FONT)
    names, glyphs, metrics = font.getBestCmap(), font.getGlyphSet(), font["hmtx"]
    found = [names[ord(each)] for each in letters if ord(each) in names] or [names[ord("·")]]
    drawn = [_outline(glyphs, name, 1, at, 0) for name, at in _places(found, metrics)]
    left, top, right, bottom = bounds([each for each in drawn if each])
    scale = min(WIDTH / (right - left), HEIGHT / (bottom - top))
    x, y = SIDE / 2 - scale * (left + right) / 2, SIDE / 2 - scale * (top + bottom) / 2
    placed = (_outline(glyphs, name, scale, x + scale * at, y) for name, at in _places(found, metrics))
    return Mark(tuple(Shape(path, INK, 0.0) for path in placed if path))


def _places(names: list[str], metrics: dict[str, tuple[int, int]]) -> list[tuple[str, float]]:
    """Each letter with where it begins."""
    at, places = 0.0, []
    for name in names:
        places.append((name, at))
        at += metrics[name][0]
    return places


def _outline(glyphs: object, name: str, scale: float, x: float, y: float) -> str:
    """A letter as a path; a font counts upward and a drawing downward."""
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{round(number, 2):g}")
    glyphs[name].draw(TransformPen(pen, Identity.translate(x, y).scale(scale, -scale)))  # type: ignore[index]
    return str(pen.getCommands())
