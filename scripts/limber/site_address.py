"""Where others find the site, if they do; knows no page of it."""

from __future__ import annotations

PLACEHOLDER = "https://limber.example/"
"""As in mkdocs.yml: nobody has said yet where the site will live."""

_PREVIEWS = ("http://127.0.0.1", "http://localhost", "http://0.0.0.0", "http://[::1]")


def published(address: str) -> str:
    """The address where others find the site, if there is one; a preview's own leads nobody anywhere."""
    return "" if address.startswith((PLACEHOLDER, *_PREVIEWS)) else address
