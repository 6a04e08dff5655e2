"""Writes numbers, days and lists as the site's language does, by CLDR.

English, which most builds speak, is written here in the same words, so that none of these loads its data.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from limber.languages.messages import filled, spoken
from limber.languages.other_language import InLanguage, Mixed

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
Width = Literal["wide", "abbreviated", "narrow"]
_SIGNS = {"wide": None, "abbreviated": 3, "narrow": 1}
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def number(value: float) -> str:
    """A number: `10`, `2.5`, in German `2,5`."""
    return f"{value:g}".replace(".", spoken().decimal_mark)


def day(it: date) -> str:
    """A day of the calendar: `22 November 2026`."""
    if spoken().is_made_of_english:
        return f"{it.day} {MONTHS[it.month - 1]} {it.year}"
    from babel.dates import format_date

    return format_date(it, "long", spoken().locale)


def weekday(number: int, width: Width = "wide") -> str:
    """A day of the week by its number, from 0 for Monday: `Tuesday`, `Tue` or `T`."""
    if spoken().is_made_of_english:
        return WEEK[number][: _SIGNS[width]]
    from babel.dates import get_day_names

    return str(get_day_names(width, "stand-alone", spoken().locale)[number])


def listing(words: Iterable[str], joint: str = "and") -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`; nothing where there are none."""
    words = [*words]
    if any(isinstance(each, InLanguage | Mixed) for each in words):
        values = {str(at): each for at, each in enumerate(words)}
        return filled(_listed([f"{{{name}}}" for name in values], joint), values)
    return _listed(words, joint)


def _listed(words: list[str], joint: str) -> str:
    if spoken().is_made_of_english:
        *first, last = words or [""]
        return f"{', '.join(first)} {joint} {last}" if first else last
    from babel.lists import format_list

    return format_list(words, "or" if joint == "or" else "standard", spoken().locale)
