"""Slots: words that stand in Markdown for finished HTML, so that no Markdown rule ever touches text from data."""

from __future__ import annotations

import re


class Slots:
    """HTML kept apart while a page's Markdown is turned into HTML."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, html: str) -> str:
        """A word for this HTML, plain letters and digits, that Markdown passes on as it is."""
        self._kept.append(html)
        return f"limberslot{len(self._kept) - 1}x"

    def keep_late(self, html: str) -> str:
        """The same for HTML that the search need not read, for it repeats what other pages say."""
        return self.keep(f"<!--{self.keep(html)}-->")

    def filled(self, content: str) -> str:
        """The content with every slot's HTML in place; a slot that is a paragraph of its own gives way whole."""
        return re.sub(r"<p>limberslot(\d+)x</p>|(?<!<!--)limberslot(\d+)x", self._html, content)

    def filled_late(self, content: str) -> str:
        """The same for those kept with `keep_late`, once the others are filled."""
        return re.sub(r"<!--limberslot(\d+)x-->()", self._html, content)

    def _html(self, match: re.Match[str]) -> str:
        return self._kept[int(match[1] or match[2])]
