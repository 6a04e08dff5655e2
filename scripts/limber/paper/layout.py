"""Estimates what fits on paper: the limits of texts, how many lines they take, and how high these are.

Reckoned at build from the letters' widths, so that no page overflows in a browser that nobody sees.
The style sheet is paper-sheet.css; what is measured here in millimetres stands there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import ceil

from limber.paper import text_width

BUDGETS: Mapping[str, int] = {
    "moving_on": 240,
    "stop_signs": 230,
    "kit": 210,
    "source": 400,
    "dose_lines": 3,
    "card_steps": 5,
    "card_step": 50,
    "feel": 80,
    "fault": 120,
    "easier": 80,
    "harder": 80,
    "card_kit": 80,
    "card_group": 100,
    "stop_sign": 80,
    "programme_care": 480,
    "programme_stop_signs": 480,
}
"""Characters that a text may have for paper (or lines, or steps): all of these at once still fit at 8 pt.

So it is with usual words. What is mostly of wide letters, such as capitals, is measured by rules/widths.py.
What a record's shape can say stands in the schema: names, cues, short steps, how often.
"""

NOTE = 90  # characters that the schema lets a cue have, and a step's note, which stands in its place
WIDTH, HEIGHT = 186, 246  # what A4 and Letter have in common, within margins of 10 mm
A4_HEIGHT = 266.0  # mm: of A4, where a browser tells that it is
USUAL = 0.53  # em: a letter of usual words, spaces included, and what the ends of lines leave empty
LINE = 1.22  # em
POINT = 0.3528  # mm
QR = 25.0  # mm, its quiet zone included
LONGEST_ADDRESS = 134  # characters: what a QR code holds that a phone can read at this size
AN_ADDRESS = "e" * 100
"""One as long as most are at the most. A rule knows none; where a longer one needs the room, the build says so."""
ANY_ADDRESS = "m" * LONGEST_ADDRESS
"""One as long and as wide as any."""
DOSE = 54.0  # mm: the column of doses
MOST_DOSE_LINES = 6
"""Lines that a dose may take where its sheet has room: as high as the code on a card."""
SMALLEST = 8.0  # points; no smaller type can be read on a wall


@cache  # a text is measured for several pages and for a rule
def lines(text: str, width: float, size: float, bold: bool = False, label: str = "") -> int:
    """Lines that a text takes at most in a column of `width` mm, after a label in bold type."""
    if not text:
        return 0
    words = [*((word, True) for word in label.split()), *((word, bold) for word in text.split(" "))]
    return text_width.lines(words, _em(width, size))


def pieces(parts: Iterable[tuple[str, bool]], width: float, size: float) -> int:
    """Lines that parts take which are not broken within, each with whether it is bold."""
    parts, room = list(parts), _em(width, size)
    if any(text_width.width(part, bold) > room for part, bold in parts):
        return sum(lines(part, width, size, bold) for part, bold in parts)
    return text_width.lines(((part.replace("-", "\N{NON-BREAKING HYPHEN}"), bold) for part, bold in parts), room)


def flow(parts: Iterable[tuple[str, bool]], text: str, width: float, size: float, taken: float = 0) -> int:
    """Lines that such parts take with a text after them, where so many mm of the first line are taken."""
    parts, room = list(parts), _em(width, size)
    if any(text_width.width(part, bold) > room for part, bold in parts):
        return pieces(parts, width, size) + lines(text, width, size) + bool(taken)
    whole = [(part.replace("-", "\N{NON-BREAKING HYPHEN}"), bold) for part, bold in parts]
    return text_width.lines([*whole, *((word, False) for word in text.split())], room, _em(taken, size))


def dose_lines(
    amounts: Iterable[str], side: Iterable[str], width: float, size: float, small: float | None = None
) -> int:
    """Lines that a dose takes: amounts are bold, and commas follow what comes after, in type of `small` points."""
    parts = [*((each, True) for each in amounts), *((f"{each},", False) for each in side)]
    if small:
        em = sum(text_width.width(f"{part} ", bold) * (size if bold else small) for part, bold in parts)
        if em * POINT <= width:
            return 1
    return pieces(parts, width, size)


def high(count: int, size: float, line: float = LINE) -> float:
    """The height of so many lines, each `line` em high, in mm."""
    return count * size * line * POINT


@dataclass(frozen=True)
class Part:
    """A text at its place on paper, where a text of `usual` characters has room."""

    text: str
    usual: int
    width: float
    size: float
    bold: bool = False
    label: str = ""

    @cached_property
    def takes(self) -> int:
        """Lines that it takes."""
        return self._shortened(0)

    @cached_property
    def fit(self) -> int:
        """Lines that usual words of as many characters as it may have take."""
        return ceil((len(self.label) + self.usual) * USUAL / _em(self.width, self.size))

    @cached_property
    def over(self) -> int:
        """Characters to shorten it by, so that it takes no more lines than fit."""
        return self.over_lines(self.fit)

    def over_lines(self, most: int) -> int:
        """Characters to shorten it by, so that it takes no more than so many lines."""
        cuts = range(len(self.text))
        return next((cut for cut in cuts if self._shortened(cut) <= most), len(self.text) - 1)

    def _shortened(self, cut: int) -> int:
        text = self.text[: len(self.text) - cut].rstrip()
        return lines(text, self.width, self.size, self.bold, self.label)


def _em(width: float, size: float) -> float:
    return width / POINT / size
