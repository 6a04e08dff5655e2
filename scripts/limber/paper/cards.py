"""Fits exercises on cards: the largest type and figures in which a set of cards fits.

The style sheets are routine-card.css and card-back.css, with the same millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from limber.paper.layout import BUDGETS, NOTE, QR, Part, dose_lines, high, lines
from limber.paper.texts import CardTexts

# What a sheet has in common on A4 and Letter, by four: a whole A6 would need four times 105 × 148 mm to the very edge
# of A4, where printers cannot print, and Letter is too low for two of them.
WIDTH, HEIGHT, EDGE = 93.0, 123.0, 4.5  # mm
COLUMN = WIDTH - 2 * EDGE
BESIDE = COLUMN - QR - 3.0  # mm: for the facts, beside the code
NUMBER, PLACE = 5.0, 14.0  # mm: before a step, and for "12 of 12" beside the name
DOSE, SMALL = 1.3, 9.0  # em, for type of so many points or more: in smaller type a dose is no larger than the rest
NAMES = (14, 12)  # points
HEAD, AIR = 8.0, 3.0  # mm
PLACES: Mapping[str, tuple[str | int, ...]] = {
    "Feel it": ("feel", "here", 0),
    "Fault": ("faults", 0),
    "Easier": ("easier", 0),
    "Harder": ("harder", 0),
    "You need": ("equipment",),
    "Stop": ("stop_signs", 0),
}
"""Where in an exercise's record a fact of its card stands, by its label."""
ON_BACK = ("Fault", "Easier", "Harder")
"""What stands on the back, for the exercise can be done without it."""
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


class CardStyle(NamedTuple):
    """The size of a card's type in points, and how high its two poses are in mm."""

    size: float
    figure: float


STYLES = (
    *(CardStyle(size, 40.0) for size in (11.0, 10.5, 10.0, 9.5, 9.0)),
    *(CardStyle(size, 34.0) for size in (9.5, 9.0, 8.5)),
    *(CardStyle(size, 28.0) for size in (9.5, 9.0, 8.5, 8.0)),
    *(CardStyle(size, 22.0) for size in (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)),
)
"""The best first: large figures are more important than large type, as long as that can be read from the floor."""
LEAST = STYLES[-1]
NUMBERED = 22.0  # mm: a number in place of a figure need not be larger


def style(cards: Sequence[CardTexts], addresses: Sequence[str] = (), drawn: bool = True) -> CardStyle:
    """The best style in which all of these cards fit: a set has one. `drawn`: whether any of them has a figure."""
    both = list(zip(cards, addresses or [""] * len(cards), strict=True))
    styles = (each for each in STYLES if drawn or each.figure <= NUMBERED)
    return next((style for style in styles if all(fits(*each, style) for each in both)), LEAST)


def fits(texts: CardTexts, address: str, style: CardStyle = LEAST) -> bool:
    """Whether a card holds these texts in this style, the name apart."""
    return sum(heights(texts, address, style)) <= HEIGHT - 2 * EDGE


def room_for_note(texts: CardTexts, address: str) -> int:
    """Lines that the other texts of a card leave for its note, at the smallest type."""
    others = replace(texts, facts={label: text for label, text in texts.facts.items() if label != "Note"})
    above, dose, steps, _, below = heights(others, address, LEAST)
    left = HEIGHT - 2 * EDGE - above - dose - steps - below
    return int(left / high(1, LEAST.size)) - sum(part.takes for part in facts(others, LEAST.size).values())


def name_size(name: str) -> int | None:
    """The size at which a name stands on one line, in points, if any is small enough."""
    return next((size for size in NAMES if lines(name, COLUMN - PLACE, size, bold=True) == 1), None)


def steps(texts: CardTexts, size: float) -> Sequence[Part]:
    """The steps at their places."""
    return [Part(each, BUDGETS["card_step"], COLUMN - NUMBER, size) for each in texts.steps]


def facts(texts: CardTexts, size: float) -> Mapping[str, Part]:
    """What stands beside the code, by label."""
    return {label: Part(text, _USUAL[label], BESIDE, size, label=label) for label, text in front(texts.facts).items()}


def front(facts: Mapping[str, str]) -> Mapping[str, str]:
    """The facts on the front of a card, by label."""
    return {label: text for label, text in facts.items() if label not in ON_BACK}


def back(facts: Mapping[str, str]) -> Mapping[str, str]:
    """The facts on the back of a card, by label."""
    return {label: text for label, text in facts.items() if label in ON_BACK}


def dose_takes(texts: CardTexts, size: float) -> int:
    """Lines that the dose takes."""
    amounts, side = texts.dose
    return dose_lines(amounts, side, COLUMN, _dose_size(size))


def room_for_dose(texts: CardTexts, address: str) -> int:
    """Lines that the other texts of a card leave for its dose, at the smallest type."""
    left = HEIGHT - 2 * EDGE - sum(heights(replace(texts, dose=((), ())), address, LEAST))
    return max(0, int(left / high(1, LEAST.size)))


def _dose_size(size: float) -> float:
    return DOSE * size if size >= SMALL else size


def heights(texts: CardTexts, address: str, style: CardStyle) -> Iterator[float]:
    """The height of each part of a card but its name, in millimetres, from the top down."""
    size = style.size
    yield HEAD + style.figure + AIR
    yield high(dose_takes(texts, size), _dose_size(size))
    yield high(sum(part.takes for part in steps(texts, size)), size)
    yield max(QR, high(sum(part.takes for part in facts(texts, size).values()), size))
    yield high(lines(address.replace("/", "/ "), COLUMN, 8), 8)
