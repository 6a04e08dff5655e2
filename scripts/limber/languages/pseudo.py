"""Makes two languages of English that show what is fixed in code: longer words, and lines from right to left.

A text without brackets, or without the marks of the other direction, comes from no catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from limber.languages.language import CONTEXT, ENGLISH, Language
from limber.languages.messages import PLACEHOLDER

LONGER = "en-XA"
MIRRORED = "ar-XB"
PSEUDO = (LONGER, MIRRORED)
ACCENTS = str.maketrans("aceinosuyACEINOSUYdlrtDLRT", "âçéîñöšûýÂÇÉÎÑÖŠÛÝðļŕţÐĻŔŢ")
PADDING = "one two three four five six seven eight nine ten eleven twelve "
_OTHER_WAY = "\N{RIGHT-TO-LEFT MARK}\N{RIGHT-TO-LEFT OVERRIDE}"  # the mark tells which way a text runs that begins so
_WORD = re.compile(r"[^\W\d_]+")


def pseudo(code: str, messages: Iterable[tuple[object, str]], fingerprint: str) -> Language:
    """One of the two, with all `messages`: the words of each, or its singular and plural, and its context."""
    change = _longer if code == LONGER else _mirrored
    name = "English with accents" if code == LONGER else "English, mirrored"
    told = {}
    for found, context in messages:
        words = found if isinstance(found, list | tuple) else (found,)
        key = f"{context}{CONTEXT}{words[0]}" if context else str(words[0])
        told[key] = tuple(_between_placeholders(str(each), change) for each in words)
    return Language(
        code=code,
        name=name,
        own_name=name,
        locale=ENGLISH.locale,
        direction="rtl" if code == MIRRORED else "ltr",
        messages={key: tuple(map(_bracketed, texts)) if code == LONGER else texts for key, texts in told.items()},
        fingerprint=fingerprint,
    )


def _between_placeholders(message: str, change: Callable[[str], str]) -> str:
    """A message with each text changed, and each placeholder as it is."""
    parts = re.split(f"({PLACEHOLDER.pattern.replace('(', '(?:')})", message)
    return "".join(part if number % 2 else change(part) for number, part in enumerate(parts))


def _longer(text: str) -> str:
    return text.translate(ACCENTS)


def _bracketed(text: str) -> str:
    """In brackets, and longer by two fifths, as languages are that say more than English."""
    more = max(1, len(text) * 2 // 5)
    padding = (PADDING * (more // len(PADDING) + 1))[:more].strip()
    return f"[{text} {padding}]"


def _mirrored(text: str) -> str:
    """Each word written from right to left, as its reader would see one in Arabic, and arrows that lead that way."""
    return _WORD.sub(f"{_OTHER_WAY}\\g<0>\N{POP DIRECTIONAL FORMATTING}", text.replace("→", "←"))
