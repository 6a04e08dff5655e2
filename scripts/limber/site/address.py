"""Checks and normalises the address where the site is published."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

PLACEHOLDER = "https://limber.example/"
"""As in mkdocs.yml: the address is not configured yet."""

_PREVIEWS = ("http://127.0.0.1", "http://localhost", "http://0.0.0.0", "http://[::1]")


def published(address: str) -> str:
    """The address where the site is published; empty for the placeholder and for that of a preview."""
    return "" if address.startswith((PLACEHOLDER, *_PREVIEWS)) else address


def in_ascii(address: str) -> str:
    """The address, percent-encoded and in Punycode. Raises `ValueError`, with the cure."""
    if address.isascii() and not any(each.isspace() for each in address):
        return address
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        cure = "Copy it from the browser that shows the site."
        raise ValueError(f'SITE_URL: "{address}" has no host that could be asked for.\n    {cure}') from None
    return urlunsplit((parts.scheme, host + port, quote(parts.path, safe="/%:@!$&'()*+,;=~"), "", ""))
