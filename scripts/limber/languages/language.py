"""A language that a site can speak: its names, its direction, its plural forms and its messages."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import ceil
from typing import Literal

CONTEXT = "\x04"
"""What gettext puts between a context and its message."""


@dataclass(frozen=True)
class Language:
    """A language by its code, of BCP 47. English needs no messages: each is its own id."""

    code: str
    name: str
    """What English calls it."""
    own_name: str
    locale: str
    """The place whose customs hold, in the words of CLDR: `de_DE`."""
    direction: Literal["ltr", "rtl"] = "ltr"
    decimal_mark: str = "."
    plural: str = "(n != 1)"
    """Which plural form a number takes, counted from 0, as an expression in C, which is JavaScript, too."""
    capitalizes_nouns: bool = False
    """Whether the name of a thing keeps its capital letter within a sentence."""
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Each translated message by its id, with all plural forms; before an id may stand its context."""
    fingerprint: str = ""
    """Differs with the catalogue. Empty for English, whose words stand in the code."""

    @property
    def attributes(self) -> str:
        """What the element of a whole page says of it; from left to right goes without saying."""
        return f'lang="{self.code}"' + (' dir="rtl"' if self.direction == "rtl" else "")

    @property
    def is_made_of_english(self) -> bool:
        """Whether its words are English, or made of English to test with."""
        return self.locale == ENGLISH.locale

    def translated(self, message: str, context: str = "") -> str:
        """A message in this language; in English where the catalogue lacks it."""
        return self.messages.get(f"{context}{CONTEXT}{message}" if context else message, (message,))[0]

    def forms(self, singular: str, plural: str) -> tuple[str, ...]:
        """The plural forms of a message; the two of English where the catalogue lacks it."""
        return self.messages.get(singular) or (singular, plural)

    def form(self, singular: str, plural: str, number: float) -> str:
        """The plural form of a message for a number; what is no whole number takes that of several."""
        whole = ceil(number) if number == ceil(number) else max(2, ceil(number))
        forms = self.messages.get(singular)
        return forms[_index(self.plural)(whole)] if forms else (singular if whole == 1 else plural)


@cache
def _index(plural: str) -> Callable[[int], int]:
    return gettext.c2py(plural)


ENGLISH = Language("en", "English", "English", "en_GB")
