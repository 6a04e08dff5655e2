"""Replaces finished HTML in Markdown by placeholders, so that no Markdown rule touches text from data."""

from __future__ import annotations

import re

_UNSEARCHED = re.compile("<!--unsearched-->(.*?)<!--/unsearched-->", re.DOTALL)
"""What a component says that other pages say with more words. Text from data holds no comment: it is escaped."""

_SLOT = re.compile(r"<p>limberslot\d+x</p>|(?<!<!--)limberslot\d+x")
_FIRST_TAG = re.compile(r"<[a-z][\w-]*")


class Placeholders:
    """Keeps HTML aside while a page's Markdown is converted."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, html: str) -> str:
        """A word for this HTML, plain letters and digits, that Markdown passes on as it is.

        What stands between the comments `unsearched` and `/unsearched` in it waits until the search has read the page.
        """
        return self._word(_UNSEARCHED.sub(lambda part: f"<!--{self._word(part[1])}-->", html))

    def filled(self, content: str) -> str:
        """The content with the HTML of every placeholder; one that is a paragraph of its own gives way whole."""
        return re.sub(r"<p>limberslot(\d+)x</p>|(?<!<!--)limberslot(\d+)x", self._html, content)

    def filled_in(self, attributes: str, content: str) -> str:
        """The same for a page in another language than the HTML that is put in, which has these to say its own."""
        return _SLOT.sub(lambda slot: _FIRST_TAG.sub(rf"\g<0> {attributes}", self.filled(slot[0]), count=1), content)

    def filled_late(self, content: str) -> str:
        """The same for HTML that the search index should not contain, after the others are replaced."""
        return re.sub(r"<!--limberslot(\d+)x-->()", self._html, content)

    def _word(self, html: str) -> str:
        self._kept.append(html)
        return f"limberslot{len(self._kept) - 1}x"

    def _html(self, match: re.Match[str]) -> str:
        return self._kept[int(match[1] or match[2])]
