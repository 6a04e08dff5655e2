"""Finds words that are fixed in code, in HTML made in English with accents: in no brackets, and in no data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from html_tree import Element, tree
from limber.languages import formats
from limber.languages.pseudo import ACCENTS, PADDING

SITE = "https://coach.example/"
READ = ("aria-label", "alt", "title", "placeholder", "data-failed", "data-mirrored", "label")
_SKIPPED = {("data-md-component", "skip"), ("class", "paper-address")}
_ACCENTED = re.compile(f"[{''.join(map(chr, ACCENTS.values()))}]")
_ENDS = sorted({PADDING[:length].strip() for length in range(len(PADDING))}, key=len, reverse=True)
_PADDED = re.compile(f" ?(?:{'|'.join(_ENDS)})\\]")
_BETWEEN = re.compile(r"[\n\d,;:.…?!/|()·–—→×•%<>\"“”]+|\s(?:and|or)\s")
_ARTICLE = re.compile(r"^(?:an?|and|or|the)\s")
_SIDES = (("right", "left"), ("left", "right"))
_OF_SCHEMA = ("kind", "regions", "positions", "part")
_UNITS = {"s", "min", "km", "m", "kg", "lb", "cm", "mm"}


def known(texts: Iterable[str]) -> set[str]:
    """What these texts, which are no code's, consist of."""
    return {piece for text in texts for piece in _pieces(text)}


def strings(data: Any) -> Iterator[str]:
    """All texts in data, and the names of its keys; not those of lists of the schema, which are messages."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            if key not in _OF_SCHEMA:
                yield from strings(value)
    elif isinstance(data, list):
        for each in data:
            yield from strings(each)
    elif isinstance(data, str):
        yield from (data, data.replace("-", " "), *re.split(r"(\S+-\S+)", data))  # a page keeps such a word together
        yield from (
            data.replace("{other_side}", other).replace("{side}", side).replace("{Side}", side)
            for side, other in _SIDES
        )


def of_yaml(text: str) -> set[str]:
    """What the texts of a data file consist of."""
    return known(strings(yaml.load(text, yaml.CSafeLoader)))


def of_site(root: Path) -> set[str]:
    """What pages say that is no code's: texts of data and of content/, addresses, and days."""
    nav = re.findall(r"^  - (.+): .+\.md$", (root / "mkdocs.yml").read_text("utf-8"), re.M)
    prose = (each.read_text("utf-8") for each in (root / "content").rglob("*.md"))
    marks = re.compile(r"\{.*?\}+|\]\(.*?\)|[#*`\[\]]|^[-\d]+ ", re.M)
    found = known([*formats.MONTHS, *formats.WEEK, *nav, SITE, *(marks.sub("\n", each) for each in prose)])
    for file in ("exercises.yaml", "site.yaml"):
        found |= of_yaml((root / "data" / file).read_text("utf-8"))
    return found


def fixed_words(html: str, of_data: set[str]) -> list[str]:
    """Each piece of text that stands in code: between tags, and in attributes that are read."""
    page = tree(html)
    found = [*_fixed(texts(page), of_data)]
    for element in page.every():
        for name, value in element.attributes.items():
            if name in READ or (element.tag == "meta" and name == "content" and _is_read(element)):
                found += _fixed([value], of_data)
    return found


def _is_read(meta: Element) -> bool:
    said = meta.attributes.get("name", "") + meta.attributes.get("property", "")
    return said in ("description", "og:title", "og:description", "og:image:alt")


def texts(element: Element) -> Iterator[str]:
    """Each text between tags that a page shows."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in ("script", "style", "code") and _SKIPPED.isdisjoint(child.attributes.items()):
            yield from texts(child)


def _fixed(said: Iterable[str], of_data: set[str]) -> Iterator[str]:
    """What is neither a message nor data. Within the brackets of a message, what has no accents is a value."""
    depth = 0
    for text in said:
        for part in re.split(r"([\[\]])", _PADDED.sub("]", text)):
            if part in ("[", "]"):
                depth += 1 if part == "[" else -1
            elif not (depth and _ACCENTED.search(part)):
                yield from (piece for piece in _pieces(part) if piece not in of_data)


def _pieces(text: str) -> Iterator[str]:
    for piece in _BETWEEN.split(text):
        bare = _ARTICLE.sub("", " ".join(piece.casefold().split()).strip("’'-& "))
        if len(bare) > 1 and bare not in _UNITS:
            yield bare
