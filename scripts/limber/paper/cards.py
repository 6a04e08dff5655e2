"""Fits exercises on cards: the largest type and figures in which a set of cards fits.

The style sheets are routine-card.css and card-back.css, with the same millimetres.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from limber.languages.messages import gettext, gettext_noop
from limber.languages.other_language import joined, like
from limber.paper import layout
from limber.paper.layout import BUDGETS, NOTE, SMALLEST, Part, dose_lines, lines, pieces
from limber.paper.texts import CardTexts

# What a sheet has in common on A4 and Letter, by four: a whole A6 would need four times 105 × 148 mm to the very edge
# of A4, where printers cannot print, and Letter is too low for two of them.
WIDTH, HEIGHT, EDGE = 93.0, 123.5, 3.5  # mm
A4_MORE = 14.5  # mm: how much higher a card is on A4
SIGNS, SIGNS_SIZE = 2, 8.5  # what all cards say on A4: usual lines, and points
COLUMN = WIDTH - 2 * EDGE
CODE = 25.0  # mm, its quiet zone included
BESIDE = COLUMN - CODE  # mm: for what stands beside the code, which has white around it
NUMBER, PLACE = 3.4, 14.0  # mm: before a step, and for "12 of 12" beside the name
DOSE, SMALL = 14.0, 9.0  # points, for type of so many points or more: in smaller type a dose is no larger than the rest
NAMES = (14, 13, 12)  # points
HEAD, AIR = 7.0, 0.4  # mm
LINE = 1.18  # em
BELOW_FIGURE, ABOVE_STEPS = 2.0, 2.8  # mm: where the code stands beside the steps; it has white of its own above
BETWEEN = 0.25  # mm: between two facts, where the code stands beside the steps
BAR, BAR_AIR = 5.0, 1.8  # mm: what the bar with the stop signs takes beside its text, and above, in and below it
PLACES: Mapping[str, tuple[str | int, ...]] = {
    "Feel it": ("feel", "here", 0),
    "Easier": ("easier", 0),
    "Harder": ("harder", 0),
    "You need": ("equipment",),
    "Stop if": ("stop_signs", 0),
}
"""Where in an exercise's record a fact of its card stands, by its label."""
KEY, OF = "Key", "Routine"
"""Facts with a place of their own: the key to the dose beside it, and the routine's name beside the address."""
IN_BAR = (
    gettext_noop("Beware"),
    # Translators: a label before a record's own texts, such as "You have a stress fracture."
    gettext_noop("Not if"),
    # Translators: a label before a record's own texts, such as "Sharp pain in the calf."
    gettext_noop("Stop if"),
)
"""Facts that stand in a bar of their own."""
IN_ORDER = (
    *IN_BAR,
    gettext_noop("Tempo"),
    gettext_noop("Group"),
    gettext_noop("Note"),
    gettext_noop("Set up"),
    gettext_noop("You need"),
    # Translators: a label before a record's own text, such as "The back of the lower leg."
    gettext_noop("Feel it"),
    gettext_noop("Take care"),
    gettext_noop("Words"),
)
"""All facts on the front without such a place, from the top down."""
ON_BACK = (gettext_noop("Easier"), gettext_noop("Harder"))
"""What stands on the back, below the faults, for the exercise can be done without it."""
SAFE = ("Stop if", "Not if", "Tempo", KEY, OF)
"""What each card of a set has in type of READABLE points or more, if there is such a style at all."""
READABLE = 9.0
_USUAL: Mapping[str, int] = {
    "Group": BUDGETS["card_group"],
    "Note": NOTE,
    "Feel it": BUDGETS["feel"],
    "Easier": BUDGETS["easier"],
    "Harder": BUDGETS["harder"],
    "You need": BUDGETS["card_kit"],
    "Stop if": BUDGETS["stop_sign"],
}


class CardStyle(NamedTuple):
    """The size of a card's type in points, and how high its two poses are in mm."""

    size: float
    figure: float

    @property
    def code_by_steps(self) -> bool:
        """Whether the code stands beside the steps, which are short lines, so that facts have the whole width.

        Below smaller figures it stands beside the bar and the facts: there are cards whose steps are as long as they
        may be.
        """
        return self.figure >= LARGE

    @property
    def small(self) -> float:
        """The size of what stands around it: its number, the key to its dose, its address, in points."""
        return min(READABLE, max(SMALLEST, self.size))

    @property
    def facts(self) -> float:
        """The size of the facts, which are read from nearer than the steps, in points."""
        return max(READABLE, self.size - 1) if self.size >= READABLE else self.size


LARGEST, LARGE = 40.0, 30.0  # mm: where browsers tell how high their paper is, poses are higher there
STYLES = (
    *(CardStyle(size, figure) for figure in (LARGEST, 34.0, LARGE) for size in (10.0, 9.5, 9.0)),
    *(CardStyle(size, 28.0) for size in (9.5, 9.0, 8.5, 8.0)),
    *(CardStyle(size, 22.0) for size in (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)),
)
"""The best first: large figures are more important than large type. Steps are no higher than the code beside them."""
LEAST = STYLES[-1]
NUMBERED = 22.0  # mm: a number in place of a figure need not be larger


def style(cards: Sequence[CardTexts], addresses: Sequence[str] = (), drawn: bool = True) -> CardStyle:
    """The best style in which all of these cards fit: a set has one. `drawn`: whether any of them has a figure.

    What makes a card safe to use alone is more important than the size of figures.
    """
    addresses = addresses or [""] * len(cards)
    styles = [each for each in STYLES if drawn or each.figure <= NUMBERED]
    for texts, tried in (
        ([_safe(each) for each in cards], [each for each in styles if each.size >= READABLE]),
        (cards, styles),
    ):
        both = list(zip(texts, addresses, strict=True))
        if found := next((style for style in tried if all(fits(*each, style) for each in both)), None):
            return found
    return LEAST


def _safe(texts: CardTexts) -> CardTexts:
    return replace(texts, facts={**texts.facts, **{label: text for label, text in texts.more if label in SAFE}})


def filled(texts: CardTexts, address: str, style: CardStyle) -> Mapping[str, str]:
    """The facts on the front of a card, by label, with as many more as it has room for.

    What does not make it safe leaves the room that has parts begin at the same heights on all cards.
    """
    facts = dict(texts.facts)
    for label, text in texts.more:
        tried = {**facts, label: text}
        if fits(replace(texts, facts=tried), address, style, even=label not in SAFE):
            facts = tried
    return front(facts)


def fits(texts: CardTexts, address: str, style: CardStyle = LEAST, *, even: bool = False) -> bool:
    """Whether a card holds these texts in this style, the name apart; `even`: with a bar of two lines."""
    above, dose, do, bar, *below = heights(texts, address, style)
    if even and style.code_by_steps:
        bar = max(bar, high(2, style.facts) + BAR_AIR)
    return sum((above, dose, do, bar, *below)) <= HEIGHT - 2 * EDGE


def room_for_note(texts: CardTexts, address: str) -> int:
    """Lines that the other texts of a card leave for its note, at the smallest type."""
    others = replace(texts, facts={label: text for label, text in texts.facts.items() if label != "Note"})
    above, dose, steps, bar, _, below = heights(others, address, LEAST)
    left = HEIGHT - 2 * EDGE - above - dose - steps - bar - below
    beside = (part for label, part in facts(others, LEAST).items() if label not in IN_BAR)
    return int(left / high(1, LEAST.size)) - sum(part.takes for part in beside)


def name_size(name: str) -> int | None:
    """The size at which a name stands on one line, in points, if any is small enough."""
    return next((size for size in NAMES if lines(name, COLUMN - PLACE, size, bold=True) == 1), None)


def steps(texts: CardTexts, style: CardStyle) -> Sequence[Part]:
    """The steps at their places."""
    width = (BESIDE if style.code_by_steps else COLUMN) - NUMBER
    return [Part(each, BUDGETS["card_step"], width, style.size) for each in texts.steps]


def facts(texts: CardTexts, style: CardStyle) -> Mapping[str, Part]:
    """The facts at their places, by label."""
    width = COLUMN if style.code_by_steps else BESIDE
    found = {}
    for label, text in front(texts.facts).items():
        if label in IN_ORDER:
            place = (width - BAR if label in IN_BAR else width, style.facts)
            found[label] = Part(text, _USUAL.get(label, len(text)), *place, label=gettext(label))
    return found


def front(facts: Mapping[str, str]) -> Mapping[str, str]:
    """The facts on the front of a card, by label: those with a place of their own, then the others in their order."""
    return {label: facts[label] for label in (KEY, OF, *IN_ORDER) if label in facts}


def back(facts: Mapping[str, str]) -> Mapping[str, str]:
    """The facts on the back of a card, by label."""
    return {label: text for label, text in facts.items() if label in ON_BACK}


class Always(NamedTuple):
    """What all cards of a set say where the paper is as high as A4: when to stop at once, and how often."""

    stop: str = ""
    often: str = ""
    is_long: bool = False
    """Whether it takes more lines than usual, for which poses are smaller than on other paper."""


def always(how_often: str, stop_signs: str, room: float) -> Always:
    """When to stop at once, and how often if both fit; `room` is what the fullest card of the set leaves, in mm."""
    often = how_often and like(f"{how_often.removesuffix('.')}.", how_often)
    label = gettext("Stop at once:") if stop_signs else ""
    for each in (Always(stop_signs, often), Always(stop_signs)):
        if lines(joined((each.stop, each.often)), COLUMN, SIGNS_SIZE, label=label) <= SIGNS:
            return each
    if high(lines(stop_signs, COLUMN, SIGNS_SIZE, label=label), SIGNS_SIZE) <= A4_MORE + room:
        return Always(stop_signs, is_long=True)
    return Always(often=often) if lines(often, COLUMN, SIGNS_SIZE) <= SIGNS else Always()


def room(cards: Iterable[tuple[CardTexts, str]], style: CardStyle) -> float:
    """What the fullest of these cards leaves empty, in mm; each with its address."""
    full = (sum(heights(replace(it, facts=filled(it, at, style)), at, style)) for it, at in cards)
    return max(0.0, HEIGHT - 2 * EDGE - max(full, default=0.0))


def dose_takes(texts: CardTexts, size: float) -> int:
    """Lines that the dose takes, of which what follows the amounts is in usual type."""
    amounts, side = _dose(texts)
    return dose_lines(amounts, side, COLUMN, _dose_size(size), size)


def _dose(texts: CardTexts) -> tuple[Sequence[str], Sequence[str]]:
    """The dose with its key at its end."""
    amounts, side = texts.dose
    return amounts, (*side, *(texts.facts[label] for label in (KEY,) if label in texts.facts))


def room_for_dose(texts: CardTexts, address: str) -> int:
    """Lines that the other texts of a card leave for its dose, at the smallest type."""
    left = HEIGHT - 2 * EDGE - sum(heights(replace(texts, dose=((), ())), address, LEAST))
    return max(0, int(left / high(1, LEAST.size)))


def _dose_size(size: float) -> float:
    return DOSE if size >= SMALL else size


def high(count: int, size: float) -> float:
    """The height of so many lines on a card, in mm."""
    return layout.high(count, size, LINE)


def heights(texts: CardTexts, address: str, style: CardStyle) -> Iterator[float]:
    """The height of each part of a card but its name, in millimetres, from the top down."""
    size, beside_steps = style.size, style.code_by_steps
    steps_high = high(sum(part.takes for part in steps(texts, style)), size)
    shown = facts(texts, style)
    others = [part for label, part in shown.items() if label not in IN_BAR]
    facts_high = high(sum(part.takes for part in others), style.facts)
    if beside_steps:
        facts_high += BETWEEN * max(0, len(others) - 1)
    yield HEAD + style.figure + (BELOW_FIGURE if beside_steps else AIR)
    yield _dose_high(texts, size)
    yield max(CODE, ABOVE_STEPS + steps_high) if beside_steps else steps_high
    bar = high(sum(part.takes for label, part in shown.items() if label in IN_BAR), style.facts) + BAR_AIR
    yield bar
    yield facts_high if beside_steps else max(CODE - bar, facts_high)
    yield high(_address_takes(texts.facts.get(OF, ""), address, style.small), style.small)


def _address_takes(of: str, address: str, size: float) -> int:
    """Lines that the routine's name and the address take, on one if both fit."""
    if pieces([(f"{of}   ", False), (address, False)], COLUMN, size) == 1:
        return 1
    return lines(of, COLUMN, size) + lines(address.replace("/", "/ "), COLUMN, size)


def _dose_high(texts: CardTexts, size: float) -> float:
    """The height of the dose: lines with amounts are higher than those of the side alone."""
    (amounts, side), large = _dose(texts), _dose_size(size)
    apart = high(dose_lines(amounts, (), COLUMN, large), large) + high(dose_lines((), side, COLUMN, size), size)
    return min(high(dose_takes(texts, size), large), apart)
