"""Reads which part of a file a browser asks for (RFC 9110, 14).

Safari plays a film only from a server that gives parts.
"""

from __future__ import annotations

import re

_ONE_PART = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


class NoSuchPartError(ValueError):
    """A file has nothing of the part that is asked for."""


def asked_part(header: str, length: int) -> range | None:
    """The bytes that `Range: header` asks for of a file of `length` bytes; None if it is to be sent whole.

    It is so without a header, and with one that asks for several parts or cannot be read, as the standard allows.
    Raises `NoSuchPartError` if the part begins behind the file's end or is empty.
    """
    found = _ONE_PART.fullmatch(header.strip())
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        part = range(max(0, length - int(last)), length)
    elif last and int(last) < int(first):
        return None
    else:
        part = range(int(first), min(int(last) + 1, length) if last else length)
    if not part:
        raise NoSuchPartError
    return part
