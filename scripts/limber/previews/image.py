"""Draws the picture that a messenger shows of a shared link: words and figures, as PNG.

The type is Inter, which lies beside this file: which fonts a machine has must not change what a build makes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from limber.colours.palette import Scheme
from limber.figures.paths import Box, Picture
from limber.previews import figures
from limber.previews.text import LinkText

WIDTH, HEIGHT = 1200, 630  # what messengers and social sites show whole
MARGIN = 72
NAMES = range(116, 43, -4)  # pixels: sizes of a name, the largest that fits is taken
DOSE = 0.56  # of the name's size
SMALL = 34  # pixels: what stands above and below
LEADING = 1.16
GAP = 0.5  # of the name's size, between name and dose
INKS = ("pine", "ink", "muted", "clay", "figure-far", figures.THING, "figure-mat", "control", "figure-felt")
"""The tokens of its colours, without that of the paper."""
SHADES = 16  # of each ink, for smooth edges: a picture of few colours is a small file
RULE = HEIGHT - 134  # pixels from the top
TOP, BOTTOM = MARGIN + SMALL + 12, RULE - 30  # of name and dose
FIGURE = (WIDTH - MARGIN - 380, MARGIN, 380, RULE - 36 - MARGIN)  # left, top, width and height of their room
BESIDE = 44  # pixels, at least, between words and figures
_LEFT_OUT = ("Cc", "Cf", "So")
_FONTS = Path(__file__).parent / "fonts"


class NoLetter(ValueError):  # noqa: N818 (it reads as what it says)
    """A text has letters that the font has not."""


class NoFont(OSError):  # noqa: N818 (the same)
    """A file of the font is not there, or damaged."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at its place; `colour` is a token, and `top` is the top of the line box."""

    words: str
    size: int
    bold: bool
    colour: str
    top: int

    @property
    def width(self) -> float:
        """How wide it is, in pixels."""
        return _wide(self.words, self.bold, self.size)


def png(text: LinkText, site_name: str, scheme: Scheme) -> bytes:
    """The picture in the colours of a scheme. The same give the same bytes, on every machine. Raises `NoLetter`."""
    paper = scheme["paper"]
    image = Image.new("P", (WIDTH, HEIGHT))
    image.putpalette([part for ink in INKS for step in range(SHADES) for part in _shade(paper, scheme[ink], step)])
    image.paste(_number("clay", 255), (MARGIN, RULE, WIDTH - MARGIN, RULE + 3))
    for line in lines(text, site_name):
        drawn = Image.new("L", (WIDTH - MARGIN, round(line.size * 1.4)))
        ImageDraw.Draw(drawn).text((0, 0), line.words, fill=255, font=_font(line.bold, line.size))
        inked = drawn.point([_number(line.colour, strength) for strength in range(256)])
        image.paste(inked, (MARGIN, line.top), drawn.point([0] + [255] * 255, "1"))
    for figure, (left, top, *size) in placed_figures(text):
        drawn = figures.pixels(figure, (size[0], size[1]), scheme)
        bare = Image.new("RGB", drawn.size, paper)
        there = ImageChops.difference(drawn, bare).convert("L").point([0] + [255] * 255, "1")
        image.paste(drawn.quantize(palette=image, dither=Image.Dither.NONE), (left, top), there)
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def lines(text: LinkText, site_name: str) -> Sequence[Line]:
    """Every line of the picture at its place: kind, name as large as it fits, dose, and whose it is."""
    room = WIDTH - 2 * MARGIN
    placed = placed_figures(text)
    _, size, named, dosed, high = _set(_clean(text.name), text.dose, _left(placed) if placed else room)
    small = round(size * DOSE)
    begin = TOP + (BOTTOM - TOP - high) // 2
    under = begin + _high(len(named), size) + round(size * GAP)
    return [
        Line(text.kind, SMALL, False, "muted", MARGIN - 16),
        *(Line(each, size, True, "pine", begin + _high(at, size)) for at, each in enumerate(named)),
        *(Line(each, small, True, "clay" if at else "ink", under + _high(at, small)) for at, each in enumerate(dosed)),
        Line(_broken(_clean(site_name), False, SMALL, room)[0], SMALL, False, "muted", RULE + 26),
    ]


def placed_figures(text: LinkText) -> list[tuple[Picture, Box]]:
    """Its figures at their places; none if they left too little room for the words."""
    placed = figures.places(text.figures, FIGURE) if text.figures else []
    return placed if placed and _set(_clean(text.name), text.dose, _left(placed))[0] else []


def _left(placed: Sequence[tuple[Picture, Box]]) -> int:
    """How wide words can be beside figures."""
    return min(left for _, (left, *_) in placed) - BESIDE - MARGIN


@cache
def _set(name: str, dose: tuple[str, ...], room: int) -> tuple[bool, int, list[str], list[str], int]:
    """Name and dose in lines that have room: whether they fit, the name's size, its lines, the dose's, their height."""
    for size in NAMES:
        small = round(size * DOSE)
        named = _broken(name, True, size, room)
        dosed = [part for each in dose for part in _broken(_clean(each), True, small, room)]
        high = _high(len(named), size) + round(size * GAP) + _high(len(dosed), small)
        fits = high <= BOTTOM - TOP and " ".join(named) == name
        if fits and (len(named) <= 2 or size <= 84):
            break
    return fits, size, _balanced(named, size, room), dosed, high


def _shade(paper: str, ink: str, step: int) -> list[int]:
    """A colour between that of the paper and that of an ink."""
    (ground, over) = (ImageColor.getrgb(each)[:3] for each in (paper, ink))
    return [round(low + (high - low) * step / (SHADES - 1)) for low, high in zip(ground, over, strict=True)]


def _number(ink: str, strength: int) -> int:
    """The place of a shade among the picture's colours."""
    return INKS.index(ink) * SHADES + round(strength / 255 * (SHADES - 1))


def _high(count: int, size: int) -> int:
    return round(count * size * LEADING)


def _balanced(found: list[str], size: int, room: int) -> list[str]:
    """As few lines as there must be, of about the same length: no word is left alone on the last."""
    text = " ".join(found)
    narrower = (_broken(text, True, size, each) for each in range(room // 2, room, 25))
    even = (each for each in narrower if len(each) == len(found) and " ".join(each) == text)
    return next(even, found) if len(found) > 1 else found


def _broken(text: str, bold: bool, size: int, room: int) -> list[str]:
    """The text in lines that have room, broken at spaces; a word that is wider than a line, anywhere."""
    found = [""]
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found[-1] else word
        if _wide(longer, bold, size) <= room:
            found[-1] = longer
            continue
        found += [word] if found[-1] else []
        found[-1] = found[-1] or word
        while _wide(found[-1], bold, size) > room:
            fits = next(at for at in range(len(found[-1]), 0, -1) if _wide(found[-1][:at], bold, size) <= room)
            found[-1:] = [found[-1][:fits], found[-1][fits:]]
    return found


def _wide(text: str, bold: bool, size: int) -> float:
    """The width of a text: the sum of its letters, which are cached, as measuring is slow."""
    return sum(_advance(letter, bold, size) for letter in text)


@cache
def _advance(letter: str, bold: bool, size: int) -> float:
    return _font(bold, size).getlength(letter)


def _clean(text: str) -> str:
    """The text without emoji and invisible characters. Raises `NoLetter` if the font lacks a letter."""
    kept = (each for each in unicodedata.normalize("NFC", text) if unicodedata.category(each) not in _LEFT_OUT)
    text = " ".join("".join(kept).split(" "))
    if missing := [each for each in text if not _has(each)]:
        raise NoLetter(f'no letter "{missing[0]}" in the font of the pictures')
    return text


@cache
def _has(letter: str) -> bool:
    """Whether the font has a letter. For all that it lacks it draws the same box."""
    if unicodedata.category(letter).startswith("M"):
        return False
    none, drawn = (bytes(_font(True, SMALL).getmask(each)) for each in ("\uffff", letter))
    return drawn != none


@cache
def _font(bold: bool, size: int) -> ImageFont.FreeTypeFont:
    # The plain engine: the other takes libraries that not every machine has, and sets the same words elsewhere.
    file = _FONTS / ("Inter-Bold.woff2" if bold else "Inter-Regular.woff2")
    try:
        return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        raise NoFont(f"{file.name} in scripts/limber/previews/fonts/ is missing or damaged") from None
