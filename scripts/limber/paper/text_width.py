"""Estimates how wide a text is in print, and how many lines it takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

WIDTHS: Mapping[int, str] = {
    191: "'",
    222: "ijlłιіј‘’‚",
    278: " \N{NO-BREAK SPACE}!,./:;I[\\]ft|ıΙІ′",
    333: "()-`r¡‐¹²³\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}",
    355: "{}•",
    400: "*°τг″\N{NON-BREAKING HYPHEN}",
    469: '"εζξзкт“”„',
    500: "JcksvxyzγκλνςЈсухѕ↑↓",
    556: "#$0123456789?L^_abdeghnopqu¢£¥«»ðþđħŁŋΓηθουχГавенопрчьэяђєћџ–†‡€≤≥",
    584: "+<=>~±µ×÷αβδμρКбдилц−",
    611: "FTZ¿ßøΖΤЗТ",
    667: "&ABEKPSVXYÞΑΒΕΚΞΡΣΥΧσφЅАБВЕЛРУХЧЬ",
    722: "CDHNRUwÐĐĦΔΗΛΝΠπψЄЏДИНПСЭЯжмъ",
    778: "GOQ©®ØŊΘΟΩОЦ",
    833: "MmΜΦωМФЪфшщыю",
    889: "%¼½¾æΨЂЋњ",
    944: "WœЖЫљ",
    1000: "ÆŒШЩ—―…™←→",
    1015: "@ЊЮ",
    1060: "Љ",
}
"""Letters by their width in 1/1000 em, in Arial and in what has its widths: Helvetica, Liberation Sans, Nimbus Sans.

Rounded up where a letter is of a width that few have, or where its bold form is wider by more than `BOLD`.
"""

BOLD = 0.06  # em: no letter's bold form is wider by more
OTHER = 1.0  # em: a letter of Chinese, Japanese or Korean, and a bound for those of most other scripts
PICTURE = 1.4  # em: an emoji is wider than the letters around it
SPARE = 1.03
"""The fonts of telephones, Roboto and Helvetica Neue, are as wide in running text, but not letter by letter."""

_EM = {letter: width / 1000 for width, letters in WIDTHS.items() for letter in letters}
_MAY_BREAK = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")  # after a hyphen between letters, as all browsers do


@cache
def width(text: str, bold: bool = False) -> float:
    """How wide a text is on one line, at most, in em."""
    return sum(_width(letter) + BOLD * bold for letter in unicodedata.normalize("NFD", text) if _takes_room(letter))


def lines(words: Iterable[tuple[str, bool]], room: float, taken: float = 0) -> int:
    """Lines that words take at most in a column of `room` em, each with whether it is bold; a space lies between them.

    So much of the first line is `taken`, in em.

    A word breaks at its hyphens, and anywhere if it is wider than the column.
    """
    count, used = (1, taken) if taken else (0, room + 1)
    for word, bold in words:
        gap = width(" ")
        for part, wide in _parts(word, bold):
            if used + gap + wide <= room:
                used += gap + wide
            elif wide <= room:
                count, used = count + 1, wide
            else:
                more, used = _broken(part, bold, room)
                count += more
            gap = 0.0
    return count


@cache
def _parts(word: str, bold: bool) -> tuple[tuple[str, float], ...]:
    return tuple((part, width(part, bold)) for part in (_MAY_BREAK.split(word) if "-" in word else [word]))


def _broken(word: str, bold: bool, room: float) -> tuple[int, float]:
    """Lines that a word takes which fits no line, and how much of the last."""
    count, used = 1, 0.0
    for letter in word:
        wide = width(letter, bold)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        used += wide
    return count, used


def _width(letter: str) -> float:
    known = _EM.get(letter)
    if known is not None:
        return known * SPARE
    return PICTURE if unicodedata.category(letter) == "So" else OTHER


def _takes_room(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Mn", "Me", "Cf")
