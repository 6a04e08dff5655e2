"""Renders the shell around pages once for all that share it, and splits it where they differ.

The theme renders the same around all pages in a folder, except for the metadata of a page, its content, and its links
to other languages. So the shell is rendered once with markers in these places, and each page is put between the pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment

_PLACEHOLDER = "partials/page-placeholder.html"
_PLACES = {
    "meta": "partials/meta.html",
    "article": "partials/article.html",
    "switch": "partials/reading-languages.html",
}
"""The template that frame.html includes at each place, in their order on a page."""


class PageShells:
    """Renders pages with the template `main.html`, sharing the shell among the pages of a folder."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._shells: dict[str, list[str]] = {}

    def page(self, folder: str, context: Mapping[str, Any]) -> str:
        """The output of `main.html` for a page; pages in one `folder` differ only in metadata and content."""
        if folder not in self._shells:
            mark = self._environment.get_template(_PLACEHOLDER).render()
            whole = self._environment.get_template("main.html").render(
                {**context, **dict.fromkeys(_PLACES, _PLACEHOLDER)}
            )
            self._shells[folder] = whole.split(mark)
        first, *others = self._shells[folder]
        own = (self._environment.get_template(each).render(context) for each in _PLACES.values())
        return "".join((first, *(part + behind for part, behind in zip(own, others, strict=True))))
