"""Spells words with the letters of English, such as `hohe` for `Höhe`: for addresses, ids and comparing words."""

from __future__ import annotations

import unicodedata

_SPELT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_LETTERS = str.maketrans(_SPELT | {each.upper(): _SPELT[each].upper() for each in "æœøłđ"})
"""Letters that are no letter with an accent, and yet have a usual spelling without."""


def without_accents(text: str) -> str:
    """The text with plain letters for those with accents; letters of other scripts stay."""
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(each for each in apart if not unicodedata.combining(each))
