"""Derives the names and the code of a record that has a name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

SHORT, SPOKEN, SUMMARY = 24, 32, 160  # characters, as in the schema
_LINKS = {"with", "from", "into", "onto", "over", "under"}
"""Words that a shortened name does not end on, beside those of three letters or fewer."""


def short_name(name: str) -> str:
    """As many whole words of a name as fit 24 characters; what stands in brackets goes first."""
    if len(name) <= SHORT:
        return name
    words = re.sub(r"\s*\([^)]*\)", "", name).split() or name.split()
    while len(words) > 1 and (len(" ".join(words)) > SHORT or _links(words[-1])):
        words.pop()
    return " ".join(words)[:SHORT].rstrip(" ,;:-–—")


def _links(word: str) -> bool:
    return word in _LINKS or (len(word) <= 3 and word.islower())


def spoken_name(name: str) -> str:
    """A name as a voice says it, which has a little more room."""
    return name if len(name) <= SPOKEN else short_name(name)


def summary(texts: tuple[str, ...]) -> str:
    """As many whole texts as fit 160 characters, for lists and search engines; of a single long one its beginning."""
    said = texts[0] if texts else ""
    for text in texts[1:]:
        if len(said) + 1 + len(text) > SUMMARY:
            break
        said = f"{said} {text}"
    return said if len(said) <= SUMMARY else f"{said[: SUMMARY - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def codes(id_: str) -> Iterator[str]:
    """Codes for a record in the order in which they are tried: its initials, then other letters of its id, then any."""
    words = re.findall(r"[a-z]+", id_)
    letters = "".join(words)
    if len(words) > 1:
        yield "".join(word[0] for word in words[:5])
    for length in range(1, 5):
        for begin in range(1, len(letters) - length + 1):
            yield letters[0] + letters[begin : begin + length]
    for length in range(2, 6):
        yield from ("".join(each) for each in product(ascii_lowercase, repeat=length))
