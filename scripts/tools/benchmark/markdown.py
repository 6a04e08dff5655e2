"""Converts the article of a built page to the Markdown that someone would have written for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_LISTS = {"ul": "-   ", "ol": "1.  ", "dl": "-   "}
_ITEMS = ("li", "dt")
_BLOCKS = {"p", "div", "section", "header", "nav", "form", "fieldset", "legend", "figure", "figcaption", "summary"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_APART = {"dd", "label", "br"}
_UNSEEN = {"svg", "script", "style", "template"}
_SPECIAL = re.compile(r"([\\`*_\[\]{}#])")


class Article(HTMLParser):
    """Reads a page once: its description, and its article as Markdown.

    `linked` says what a link's address becomes in Markdown; nothing, where only the link's text is to stay.
    """

    def __init__(self, page: str, linked: Callable[[str], str] = str) -> None:
        super().__init__()
        self.description = ""
        self._linked = linked
        self._written: list[str] = []
        self._inline: list[str] = []
        self._open: list[tuple[int, str]] = []
        self._lists: list[str] = []
        self._prefix = self._before = ""
        self._inside = self._unseen = 0
        self.feed(page)

    @property
    def markdown(self) -> str:
        """The article as Markdown."""
        return "".join(self._written).lstrip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {key: value or "" for key, value in attrs}
        if tag == "meta" and known.get("name") == "description":
            self.description = known["content"]
        self._inside += tag == "article"
        self._unseen += tag in _UNSEEN
        if not self._inside or self._unseen:
            return
        if tag in _BLOCKS or tag in _LISTS or tag in _ITEMS or tag in _HEADINGS:
            self._end_block()
        if tag in _LISTS:
            self._lists.append(_LISTS[tag])
        elif tag in _ITEMS or tag in _HEADINGS:
            self._prefix = _HEADINGS.get(tag) or self._lists[-1]
        if tag in _MARKS or tag in ("a", "dt"):
            self._open.append((len(self._inline), self._linked(known.get("href", "")) if tag == "a" else ""))
        elif tag in _APART:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and not self._unseen:
            if tag in _MARKS or tag in ("a", "dt"):
                self._wrap(tag, *self._open.pop())
            elif tag in _BLOCKS or tag in _LISTS or tag in _ITEMS or tag in _HEADINGS:
                self._end_block()
            if tag in _LISTS:
                self._lists.pop()
        self._unseen -= tag in _UNSEEN
        self._inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self._inline.append(_SPECIAL.sub(r"\\\1", data).replace("&", "&amp;").replace("<", "&lt;"))

    def _wrap(self, tag: str, start: int, address: str) -> None:
        """Put signs around what an element holds: a link, a mark, or the term before its definition."""
        text = "".join(self._inline[start:])
        held = text.strip()
        if held and tag == "a" and address:
            wrapped = f"[{held}]({address})"
        elif held and tag != "a":
            wrapped = f"**{held}**:" if tag == "dt" else f"{_MARKS[tag]}{held}{_MARKS[tag]}"
        else:
            wrapped = held
        self._inline[start:] = [" " * (text != text.lstrip()), wrapped, " " * (text != text.rstrip())]

    def _end_block(self) -> None:
        """Write what has been gathered, as an item of a list, a heading or a paragraph."""
        text = re.sub(r"[ \n\t]+", " ", "".join(self._inline)).strip(" \n\t")
        self._inline.clear()
        if text:
            item = self._prefix in _LISTS.values()
            tight = item and self._before == self._prefix
            indent = "    " * (len(self._lists) - item)
            self._written.append(("\n" if tight else "\n\n") + indent + self._prefix + text)
            self._before, self._prefix = self._prefix, ""
