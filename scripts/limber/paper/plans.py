"""Gathers what the script that lays out a plan's paper takes from the paper of routines: sizes, room, limits."""

from __future__ import annotations

from collections.abc import Mapping

from limber.paper import cards, sheets
from limber.paper.layout import BUDGETS, HEIGHT
from limber.paper.measure import DAYS_ROW, GOES_ON, LARGE


def measures() -> Mapping[str, object]:
    """Points of type, characters of text, mm of paper; the browser measures how high a plan's own texts are."""
    return {
        "sizes": sheets.SIZES,
        "large_size": LARGE,
        "least_size_with_steps": sheets.WITH_STEPS,
        "steps_on_one_sheet": sheets.ON_ONE_SHEET,
        "large_sheets": sheets.LARGE_SHEETS,
        "height_mm": HEIGHT,
        "days_row_mm": DAYS_ROW,
        "goes_on_mm": GOES_ON,
        "roomy_mm": sheets.ROOMY,
        "card_styles": cards.STYLES,
        "card_numbered_mm": cards.NUMBERED,
        "card_width_mm": cards.COLUMN,
        "card_height_mm": cards.HEIGHT - 2 * cards.EDGE,
        "card_facts": cards.IN_ORDER,
        "card_facts_on_back": cards.ON_BACK,
        "card_safe": cards.SAFE,
        "card_readable_size": cards.READABLE,
        "name_sizes": cards.NAMES,
        "most_stop_signs": BUDGETS["stop_signs"],
        "most_sources": BUDGETS["source"],
    }
