"""What fits on paper: how long texts can be, how many lines they take, and the size of type on cards; knows no HTML.

Chosen at build from the number and the length of the texts, so that no page overflows in a browser that nobody sees.
The style sheet is paper.css; what is measured here in millimetres stands there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from limber.paper_texts import CardTexts

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
    "stop_sign": 80,
}
"""Characters that a text may have for paper (or lines, or steps): all of these at once still fit at 8 pt.

What a record's shape can say stands in the schema: names, cues, short steps, how often.
"""

WIDTH, HEIGHT = 186, 246  # what A4 and Letter have in common, within margins of 10 mm
CHARACTER = 0.55  # em: wider than the usual text in Arial, Helvetica or Liberation Sans, which have 0.5
LINE = 1.22  # em
POINT = 0.3528  # mm
QR = 25.0  # mm, its quiet zone included
DOSE = 54.0  # mm: the column of doses
SMALLEST = 8.0  # points; no smaller type can be read on a wall


CARD_WIDTH, CARD_HEIGHT, CARD_EDGE, LABEL = 93.0, 123.0, 4.5, 17.0  # mm
CARD_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)  # points


def lines(text: str, width: float, size: float) -> int:
    """Lines that a text takes at most in a column of `width` mm."""
    return len(wrap(text, max(1, int(width / POINT / (CHARACTER * size))))) if text else 0


def pieces(parts: Iterable[str], width: float, size: float) -> int:
    """Lines that parts take which are not broken within."""
    return lines(" ".join(part.replace(" ", "_").replace("-", "_") for part in parts), width, size)


def card_size(cards: Sequence[CardTexts], address: str = "") -> float:
    """The largest type, in points, in which all of these cards fit: a set is of one size."""
    return next((size for size in CARD_SIZES if all(fits_card(each, address, size) for each in cards)), CARD_SIZES[-1])


def fits_card(texts: CardTexts, address: str, size: float) -> bool:
    """Whether a card holds these texts at this size."""
    return sum(_card_heights(texts, address, size)) <= CARD_HEIGHT - 2 * CARD_EDGE


def _card_heights(texts: CardTexts, address: str, size: float) -> Iterator[float]:
    width, line = CARD_WIDTH - 2 * CARD_EDGE, size * LINE * POINT
    yield 8.0 + QR + 5.0
    yield lines(address, width, 8) * 8 * LINE * POINT
    yield sum(lines(each, width - 5, size) for each in texts.steps) * line
    yield sum(lines(each, width - LABEL, size) * line for each in texts.facts.values())
