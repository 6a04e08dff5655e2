"""Fits exercises on cards: the largest type in which a set of cards fits.

The style sheet is routine-card.css, with the same millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from limber.paper.layout import BUDGETS, NOTE, POINT, QR, Part, high, lines, pieces
from limber.paper.texts import CardTexts

# What a sheet has in common on A4 and Letter, by four: a whole A6 would need four times 105 × 148 mm to the very edge
# of A4, where printers cannot print, and Letter is too low for two of them.
WIDTH, HEIGHT, EDGE = 93.0, 123.0, 4.5  # mm
COLUMN = WIDTH - 2 * EDGE
LABEL = 5.2  # em: before a fact
NUMBER, PLACE = 5.0, 14.0  # mm: before a step, and for "12 of 12" beside the name
DOSE = COLUMN - 17.6 - QR - 2 * 3.0
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)  # points
NAMES = (14, 12)  # points
HEAD, AIR = 8.0, 5.0  # mm
PLACES: Mapping[str, tuple[str | int, ...]] = {
    "Feel it": ("feel", "here", 0),
    "Fault": ("faults", 0),
    "Easier": ("easier", 0),
    "Harder": ("harder", 0),
    "You need": ("equipment",),
    "Stop": ("stop_signs", 0),
}
"""Where in an exercise's record a fact of its card stands, by its label."""
_USUAL: Mapping[str, int] = {
    "Group": BUDGETS["card_group"],
    "Note": NOTE,
    "Feel it": BUDGETS["feel"],
    "Fault": BUDGETS["fault"] + len(" Fix:"),
    "Easier": BUDGETS["easier"],
    "Harder": BUDGETS["harder"],
    "You need": BUDGETS["card_kit"],
    "Stop": BUDGETS["stop_sign"],
}


def size(cards: Sequence[CardTexts], address: str = "") -> float:
    """The largest type, in points, in which all of these cards fit: a set is of one size."""
    return next((size for size in SIZES if all(fits(each, address, size) for each in cards)), SIZES[-1])


def fits(texts: CardTexts, address: str, size: float) -> bool:
    """Whether a card holds these texts at this size, the name apart."""
    return sum(heights(texts, address, size)) <= HEIGHT - 2 * EDGE


def room_for_note(texts: CardTexts, address: str) -> int:
    """Lines that the other texts of a card leave for its note, at the smallest type."""
    others = replace(texts, facts={label: text for label, text in texts.facts.items() if label != "Note"})
    left = HEIGHT - 2 * EDGE - sum(heights(others, address, SIZES[-1]))
    return int(left / high(1, SIZES[-1]))


def name_size(name: str) -> int | None:
    """The size at which a name stands on one line, in points, if any is small enough."""
    return next((size for size in NAMES if lines(name, COLUMN - PLACE, size, bold=True) == 1), None)


def steps(texts: CardTexts, size: float) -> Sequence[Part]:
    """The steps at their places."""
    return [Part(each, BUDGETS["card_step"], COLUMN - NUMBER, size) for each in texts.steps]


def facts(texts: CardTexts, size: float) -> Mapping[str, Part]:
    """What follows the steps, by label, at their places."""
    column = COLUMN - LABEL * size * POINT
    return {label: Part(text, _USUAL[label], column, size) for label, text in texts.facts.items()}


def dose_height(texts: CardTexts, size: float) -> float:
    """The height of the dose, which stands beside the code and should be no higher than it."""
    amounts, side = texts.dose
    much = pieces([(each, True) for each in amounts], DOSE, 1.15 * size)
    return high(much, 1.15 * size) + high(pieces([(f"{each},", False) for each in side], DOSE, size), size)


def heights(texts: CardTexts, address: str, size: float) -> Iterator[float]:
    """The height of each part of a card but its name, in millimetres, from the top down."""
    yield HEAD + max(QR, dose_height(texts, size)) + AIR
    yield high(lines(address.replace("/", "/ "), COLUMN, 8), 8)
    yield high(sum(part.takes for part in steps(texts, size)), size)
    yield high(sum(part.takes for part in facts(texts, size).values()), size)
