"""Escapes text for Material's templates, and strips indentation from pages."""

from __future__ import annotations

import html
import re


def escaped(text: str) -> str:
    """Text that is neither markup nor a template, wherever a theme prints it."""
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


def unindented(text: str) -> str:
    """A script, or a bare page, without its indentation: it is to be small over a slow network."""
    return re.sub(r"\n\s+", "\n", text)
