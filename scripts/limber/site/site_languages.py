"""The languages of a site that is built in several: one at its root, each other below it in a folder of its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from limber.languages.language import Language


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """One of the languages of a site, with the way to its start page from that of the language that is spoken."""

    language: Language
    path: str
    """From the root of the whole site: `de/`, and nothing for the site's own language."""
    way: str
    """From the root of the language that is spoken: `de/`, `../` or `../es/`."""
    is_spoken: bool

    @property
    def name(self) -> str:
        """What its speakers call it, as it stands in a list."""
        name = self.language.own_name
        return name[:1].upper() + name[1:]


def site_languages(own: str, languages: Sequence[Language], spoken: str) -> Sequence[SiteLanguage]:
    """All `languages` of a site, whose `own` stands at its root, as pages in the language `spoken` lead to them."""
    up = "" if spoken == own else "../"
    paths = {each.code: "" if each.code == own else f"{each.code}/" for each in languages}
    return [
        SiteLanguage(
            each, paths[each.code], "" if each.code == spoken else f"{up}{paths[each.code]}", each.code == spoken
        )
        for each in languages
    ]
