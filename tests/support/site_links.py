"""Follows every link of a built site in its files, as a browser would resolve it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from html_tree import Element
from site_build import Site

_ADDRESSES = ("href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "manifest", "content")
_IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")

_PLAN = re.compile(r"1\.[a-z]")


class Link(NamedTuple):
    """Where a link stands, in what, and where it leads, as written and as a whole address."""

    page: str
    element: Element
    written: str
    target: str


def links(site: Site) -> Iterator[Link]:
    """Every address in every page; the page for lost readers is read as if it stood at an address far down."""
    for path, page in site.pages.items():
        standing = "exercises/far/down/" if path == "404.html" else path
        for element in page.every():
            for written in _written(element):
                # A bare fragment stays where it is written.
                base = path if written.startswith("#") else standing
                yield Link(path, element, written, urljoin(site.address + base, written))


def _written(element: Element) -> Iterator[str]:
    for name in _ADDRESSES:
        value = element.attributes.get(name)
        if value is None or (name == "content" and "://" not in value):
            continue
        yield from (part.split()[0] for part in value.split(",")) if name == "srcset" else [value]
    yield from _IN_CSS.findall(element.attributes.get("style", ""))
    if element.tag == "style":
        yield from _IN_CSS.findall("".join(map(str, element.children)))


def in_style_sheets(site: Site) -> Iterator[tuple[str, str]]:
    """Every address in every style sheet: the sheet's path and the whole address."""
    for sheet in sorted(site.folder.rglob("*.css")):
        path = sheet.relative_to(site.folder).as_posix()
        for written in _IN_CSS.findall(sheet.read_text("utf-8")):
            yield path, urljoin(site.address + path, written)


def broken(site: Site) -> list[str]:
    """What is wrong with the site's links to itself: nothing there, or no such place in the page."""
    return [f"{link.page or '/'}: {link.written}" for link in lost(site)]


def lost(site: Site) -> Iterator[Link]:
    """The site's links to itself that lead nowhere, or to no such place in the page."""
    for link in links(site):
        if link.target.startswith(site.address) and not _is_there(site, link):
            yield link


def _is_there(site: Site, link: Link) -> bool:
    address, place = urldefrag(link.target)
    path = unquote(urlsplit(address).path.removeprefix(urlsplit(site.address).path))
    file = site.folder / path
    if not place or "data-print" in link.element.attributes or _PLAN.match(place):  # a word to print-link.js, or a plan
        return file.is_file() or (file / "index.html").is_file()
    page = site.pages.get(path)
    return page is not None and bool(page.every(id=unquote(place)))
