"""Whose site this is, as frozen classes: names, ways to reach the coach, colours, the mark."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Coach:
    """Who answers for what the site says."""

    name: str = ""
    credentials: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Ways to reach the coach; `page` is an address with its https://."""

    email: str = ""
    phone: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Colours:
    """The few colours that a coach chooses, such as `#1f4d3a`; what is empty is worked out from the others."""

    brand: str = ""
    brand_dark: str = ""
    accent: str = ""
    accent_dark: str = ""
    paper: str = ""
    paper_dark: str = ""


INK, ACCENT = "ink", "accent"
"""The colours of a mark that the site chooses."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in a square of 32, of one colour: the site's `ink` or `accent`, or one of its own such as `#ffffff`. It is
    filled, or where it has a width, a line.
    """

    path: str
    colour: str
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A site's mark."""

    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What data/site.yaml says. What is empty is not shown."""

    name: str = ""
    description: str = ""
    licence: str = ""
    coach: Coach = field(default_factory=Coach)
    contact: Contact = field(default_factory=Contact)
    reviewed: datetime.date | None = None
    featured: str = ""
    """The id of the routine that the site shows first; its first one where this is empty."""
    colours: Colours = field(default_factory=Colours)
    mark: Mark = field(default_factory=Mark)
    """Of no shapes where nobody has drawn one; then it is made of letters."""
    person: str = ""
    """Whom figures show that name nobody."""
    library: bool = False
    """Whether the library's pages lie below it, at /library/."""
    library_way: str = "library/"
    """To them from the root of these pages."""
    languages: tuple[str, ...] = ()
    """The codes of the languages that it is built in beside its own."""
    is_library: bool = False
    """Whether these are the library's own pages."""
    letters: str = ""
    """Those of the mark; the name's first letters where this is empty."""
