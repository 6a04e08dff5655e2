"""A coach's own pages in other languages of the site: `content/de/safety.md` is `content/safety.md` in German.

A folder with the code of a language that Limber knows holds what takes the place of files above it where a build
speaks that language beside the site's own. No other build has it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path


def code_of(uri: str, codes: Collection[str]) -> str:
    """The language of a file, by its path below the content folder; nothing for one that all languages have."""
    first, slash, _ = uri.partition("/")
    return first if slash and first in codes else ""


def notes(content: Path, codes: Sequence[str], known: Collection[str]) -> Sequence[str]:
    """A note for each language of a site, `codes`, that lacks some of the pages; all `known` ones may have a folder."""
    return [_note(content.name, code, lacking) for code in codes if (lacking := _lacking(content, code, known))]


def lacking(content: Path, code: str, known: Collection[str]) -> Sequence[str]:
    """The addresses of pages that a language has no words for."""
    named = (each.removesuffix("index.md") for each in _lacking(content, code, known))
    return [f"{each[:-3]}/" if each.endswith(".md") else each for each in named]


def faults(content: Path, codes: Collection[str], made: Collection[str]) -> Iterator[str]:
    """A fault for each page in a language that is in place of none; `made` are the pages that come from records."""
    for code in codes:
        for page in _pages(content / code):
            if page not in made and not (content / page).is_file():
                what = f"there is no page {page} that this could be in another language."
                cure = f"Write {content.name}/{page}, too: each page is in all languages of the site."
                yield f"{content.name}/{code}/{page}: {what}\n    {cure}"


def _lacking(content: Path, code: str, known: Collection[str]) -> list[str]:
    there = set(_pages(content / code))
    return [page for page in _pages(content) if page not in there and not code_of(page, known)]


def _pages(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.md") if each.is_file())


def _note(content: str, code: str, lacking: list[str]) -> str:
    more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
    return f"Note: {content}/{code}/ has no {lacking[0]}{more}: there the site's own words are shown."
