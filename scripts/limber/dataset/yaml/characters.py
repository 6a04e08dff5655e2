"""Finds invisible characters, and letters that were decoded with the wrong encoding."""

from __future__ import annotations

import re
import unicodedata

_JOINER = "\N{ZERO WIDTH JOINER}"
_FLAG = re.compile("\N{WAVING BLACK FLAG}[\U000e0020-\U000e007e]{1,8}\U000e007f")
"""The flag of a region such as Scotland: its letters are tags, which alone cannot be seen."""

_PUNCTUATION = "‘’‚“”„–—…‹›«»"
"""What stands behind a capital letter in good texts, too; as bytes, these continue a letter of UTF-8."""


def first_unseen(text: str) -> int:
    """The index of the first character that cannot be seen, or -1; what holds an emoji together is seen with it."""
    if text.isprintable():
        return -1
    flags = {index for found in _FLAG.finditer(text) for index in range(*found.span())}
    for index, each in enumerate(text):
        if not each.isprintable() and index not in flags and not (each == _JOINER and _joins(text, index)):
            return index
    return -1


def _joins(text: str, index: int) -> bool:
    """Whether a joiner stands between two signs of one emoji: a woman and her laptop."""
    before = text[:index].removesuffix("\N{VARIATION SELECTOR-16}")[-1:]
    tone = "\U0001f3fb" <= before <= "\U0001f3ff"
    return (tone or _is_sign(before)) and _is_sign(text[index + 1 : index + 2])


def _is_sign(each: str) -> bool:
    return bool(each) and unicodedata.category(each) == "So"


def _byte(each: str) -> bytes:
    """What a character is in Windows' encoding, or in Latin-1, where that has none."""
    try:
        return each.encode("cp1252")
    except UnicodeEncodeError:
        return each.encode("latin-1")


def _continuing() -> str:
    """The characters that the bytes which continue a letter of UTF-8 look like in these encodings."""
    seen = (bytes([each]).decode("cp1252", "ignore") for each in range(0x80, 0xC0))
    return "".join({*seen, *map(chr, range(0x80, 0xC0))})


_NEXT = f"[{re.escape(_continuing())}]"
_ONE = rf"[\xc2-\xdf]{_NEXT}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}}"
_RUN = re.compile(f"(?:{_ONE})+")
_PART = re.compile(_ONE)


def misread(text: str) -> dict[str, str]:
    """Each piece that was UTF-8 and was read in another encoding, in order, with what it was: `Ã¤` and `ä`."""
    found = {}
    for run in _RUN.finditer(text) if not text.isascii() else ():
        around = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        meant = run[0]
        while (once := _read_right(meant)) and _plausible(meant, *around):
            meant = once
        if meant != run[0]:
            found[run[0]] = meant
    return found


def _read_right(piece: str) -> str:
    """A piece whose bytes are UTF-8, as that; nothing where they are not."""
    try:
        return b"".join(map(_byte, piece)).decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""


def _plausible(piece: str, before: str, after: str) -> bool:
    """Whether a piece cannot well be what its author wrote: a capital with a quote behind it can, as can `É®`."""
    amid = before.islower() or after.isalpha()
    parts = _PART.findall(piece)
    if len(parts) > 1 or amid:
        return True
    lead, rest = parts[0][0], parts[0][1:]
    if all(each in _PUNCTUATION for each in rest):
        return False
    return len(rest) > 1 or lead in "ÂÃÄÅ"
