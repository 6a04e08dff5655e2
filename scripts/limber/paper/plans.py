"""Gathers what the script that lays out a plan's paper takes from the paper of routines: sizes, room, limits."""

from __future__ import annotations

from collections.abc import Mapping

from limber.paper import cards, sheets
from limber.paper.layout import A4_HEIGHT, BUDGETS, HEIGHT
from limber.paper.measure import GOES_ON, ON_A4, ON_A_LARGE_SHEET, WHAT_ON_A4, SheetStyle

ROW_AIR = 0.2  # mm: what a printer may set higher


def measures() -> Mapping[str, object]:
    """Points of type, characters of text, mm of paper; the browser measures how high a plan's own texts are."""
    return {
        "styles": [_style(each) for each in sheets.STYLES],
        "large_styles": [_style(each) for each in sheets.LARGE_STYLES],
        "last_large_style": _style(sheets.LAST_LARGE),
        "steps_on_one_sheet": sheets.ON_ONE_SHEET,
        "steps_on_a_large_sheet": ON_A_LARGE_SHEET,
        "height_mm": HEIGHT,
        "a4_height_mm": A4_HEIGHT,
        "a4_sizes": list(WHAT_ON_A4),
        "a4_poses": ON_A4,
        "goes_on_mm": GOES_ON,
        "notes_row_mm": sheets.NOTES_ROW,
        "even": sheets.EVEN,
        "row_air_mm": ROW_AIR,
        "card_styles": cards.STYLES,
        "card_numbered_mm": cards.NUMBERED,
        "card_width_mm": cards.COLUMN,
        "card_height_mm": cards.HEIGHT - 2 * cards.EDGE,
        "card_facts": cards.IN_ORDER,
        "card_facts_in_bar": cards.IN_BAR,
        "card_facts_on_back": cards.ON_BACK,
        "card_safe": cards.SAFE,
        "card_readable_size": cards.READABLE,
        "name_sizes": cards.NAMES,
        "most_stop_signs": BUDGETS["stop_signs"],
        "most_sources": BUDGETS["source"],
    }


def _style(it: SheetStyle) -> Mapping[str, object]:
    return {
        "size": it.size,
        "pose": int(it.pose),
        "form": it.form,
        "cue": it.with_cue,
        "large": it.large,
        "key_first": it.key_first,
    }
