"""Says why a request may not see or write anything: only this machine may, from the editor's own page."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

LARGEST = 2 * 1024 * 1024
"""Bytes of a request; a thousand times a long record."""


def refusal_to_see(client: str, headers: Mapping[str, str]) -> str:
    """Why this client may not open the editor; empty if it may.

    Another site could have its own name lead to this machine, so the name that was asked for counts as well.
    """
    if not _is_here(client):
        return "The editor answers the machine that it runs on, and no other."
    try:
        host = urlsplit(f"//{headers.get('Host', '')}").hostname or ""
    except ValueError:
        host = ""
    if host != "localhost" and not _is_here(host):
        return "The editor answers at 127.0.0.1 or localhost, and at no other name."
    return ""


def refusal_to_ask(client: str, headers: Mapping[str, str]) -> str:
    """Why this request may not read records; empty if it may. A browser says which site it comes from."""
    origin, site = headers.get("Origin", ""), headers.get("Sec-Fetch-Site", "")
    if why := refusal_to_see(client, headers):
        return why
    if site not in ("", "same-origin", "none") or (origin and origin != f"http://{headers.get('Host', '')}"):
        return "Another site may not ask this of the editor."
    return ""


def refusal_to_write(client: str, headers: Mapping[str, str], token: str) -> str:
    """Why this request may not write; empty if it may. Only a page that could read the `token` has it."""
    if why := refusal_to_ask(client, headers):
        return why
    if headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        return "The editor takes JSON."
    if not secrets.compare_digest(headers.get("X-Editor-Token", "").encode(), token.encode()):
        return "This page was opened before scripts/serve was started anew. Reload it; what you typed is kept."
    length = headers.get("Content-Length", "")
    if not (length.isascii() and length.isdecimal() and int(length) <= LARGEST):
        return "That is too much for one record."
    return ""


def _is_here(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None)
    return bool((inner or found).is_loopback)
