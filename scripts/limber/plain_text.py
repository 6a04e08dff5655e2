"""Replaces typographic spaces and hyphens by plain ones, for every text that leaves the site's pages and its paper.

Pages and paper keep them: there they hold `30 s` together at the end of a line. In a calendar, a messenger, a feed or
another program they become boxes, and nobody finds what was written with them.
"""

from __future__ import annotations

import re
from typing import Any

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_HYPHENS = "\u2010\u2011"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"  # where a line may break, or not; a joiner within an emoji or a script stays
_PLAIN = {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_UNSEEN, "")}
_IN_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_REPLACE = re.compile(f"[{''.join(_PLAIN)}]")  # str.translate takes ten times as long


def plain(text: str) -> str:
    """The text with plain spaces and hyphens. Dashes stay, as in `10–12`: they carry meaning."""
    return _TO_REPLACE.sub(lambda found: _PLAIN[found[0]], text)


def for_xml(text: str) -> str:
    """A file of XML without the characters that no XML can hold, escaped or not: with one, nothing of it is shown."""
    return _IN_NO_XML.sub("", text)


def plain_record(record: Any) -> Any:
    """The same for every text in a nested record; keys and other values stay."""
    if isinstance(record, dict):
        return {key: plain_record(value) for key, value in record.items()}
    if isinstance(record, list | tuple):
        return [plain_record(each) for each in record]
    return plain(record) if isinstance(record, str) else record
