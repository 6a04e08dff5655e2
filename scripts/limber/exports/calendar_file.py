"""Writes an iCalendar file (RFC 5545): what identifies its parts, and its lines.

A program knows a part by its UID, and takes a later version of it by SEQUENCE and LAST-MODIFIED: who opens a file again
has it once, as it is now.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from limber.plain_text import plain

OCTETS = 75  # in a line, as RFC 5545 has it
SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)  # seconds since then have room in 31 bits until 2088


def text(parts: Iterable[str], site_url: str) -> str:
    """The text of a file from the lines of its parts, which may be longer than a line can be."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{urlsplit(site_url).hostname}//Exercise routines//EN")
    return "".join(f"{each}\r\n" for line in (*head, *parts, "END:VCALENDAR") for each in _folded(line))


def identity(name: str, site_url: str, now: datetime) -> Iterator[str]:
    """The lines that identify a part and its version. No other part of a site may have this name."""
    yield f"UID:{_uid(name, site_url)}"
    yield f"SEQUENCE:{max(0, (now - SEQUENCE_FROM) // timedelta(seconds=1))}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{now:%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text as a value: with plain spaces and hyphens, escaped and without control characters."""
    clean = "".join(each if each == "\n" or unicodedata.category(each) != "Cc" else " " for each in plain(text))
    return re.sub(r"([\\;,])", r"\\\1", clean).replace("\n", r"\n")


def _uid(name: str, site_url: str) -> str:
    """The UID of a part: `foot-and-hip@coach.example`, or below a path `foot-and-hip.physio@coach.example`.

    Two sites of one host do not share theirs, and at the root of a host it is what it always was. Dots join what has
    none: ids have no dot, and those of a path are escaped. A slash would end up in the file names of some servers.
    """
    site = urlsplit(site_url)
    folders = [part.replace(".", "%2E") for part in site.path.split("/") if part]
    return f"{'.'.join([name, *folders])}@{site.hostname}"


def _folded(line: str) -> Iterator[str]:
    """A line folded into parts within the limit of octets; each but the first begins with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > OCTETS:
            yield part
            part = " "
        part += letter
    yield part
