"""Escapes text for Material's templates, and strips indentation from pages."""

from __future__ import annotations

import html
import re


def escaped(text: str) -> str:
    """Text escaped as HTML and as Jinja, for a theme that does not escape it."""
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


def unindented(text: str) -> str:
    """A script or a page without its indentation, to save bytes."""
    return re.sub(r"\n\s+", "\n", text)
