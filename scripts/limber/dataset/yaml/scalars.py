"""Resolves plain scalars, and finds those that YAML readers take for something else than they look like.

Readers follow YAML 1.1 or 1.2, and the two disagree. So a value that either of them would turn
into something else is refused, and text, whole numbers, true and false are all that is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from limber.dataset.problem import Said, say

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,5})\.[0-9]{1,4}\Z")
_TRUTH = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_NOTHING = ("", "~", "null", "Null", "NULL")
_FIRST = frozenset("-+.0123456789~=")
_LONGEST = 15  # digits: more exceeds every limit in the schema, and is slow to convert

_KINDS: tuple[tuple[re.Pattern[str], Callable[[str], tuple[str, Said | None]]], ...] = (
    (re.compile(r"[-+]?0o?[0-7][0-7_]{0,15}\Z"), lambda raw: (_number(raw, 8), say(_NO_ZERO))),
    (re.compile(r"[-+]?0[0-9]+\Z"), lambda _: ("one number or another, as the reader likes", say(_NO_ZERO))),
    (re.compile(r"[-+]?0x[0-9a-fA-F][0-9a-fA-F_]{0,15}\Z"), lambda raw: (_number(raw, 16), None)),
    (re.compile(r"[-+]?0b[01][01_]{0,31}\Z"), lambda raw: (_number(raw, 2), None)),
    (re.compile(r"[-+]?[0-9]{1,6}(:[0-5]?[0-9]){1,4}(\.[0-9]*)?\Z"), lambda raw: _clock(raw)),
    (re.compile(r"\d{4}-\d\d?-\d\d?([Tt\s].*)?\Z"), lambda _: ("a date", None)),
    (re.compile(r"[-+]?\.(inf|Inf|INF)\Z"), lambda _: ("infinity", None)),
    (re.compile(r"\.(nan|NaN|NAN)\Z"), lambda _: ("not a number", None)),
    (re.compile(r"[-+]?[0-9][0-9_]{0,15}\Z"), lambda raw: (_number(raw, 10), say(_DIGITS))),
    (
        re.compile(r"[-+]?(\.[0-9_]+|[0-9][0-9_]*\.[0-9_]*)([eE][-+]?[0-9]+)?\Z"),
        lambda _: ("a number with a fraction", None),
    ),
    (re.compile(r"[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+\Z"), lambda _: ("a number with an exponent", None)),
    (re.compile(r"=\Z"), lambda _: ("a sign of YAML's own", None)),
)
"""What a value may look like; what it is read as, and what to write instead if a number is meant."""

_NO_ZERO = "Write it without the leading zero."
_DIGITS = "Write its digits alone."


@dataclass(frozen=True, slots=True)
class ImplicitValue:
    """A value that reads otherwise than it looks: as what, and what to write if a number is meant.

    A plain `decimal` is read alike by all, and is right where a number may have a fraction.
    """

    raw: str
    reading: str
    number: Said | None = None
    truth: str = ""
    decimal: float | None = None


def resolved(raw: str) -> str | int | bool | ImplicitValue:
    """A value without quotes as what it looks like, or as the implicit value that it is."""
    if raw and raw[0] not in _FIRST:
        if len(raw) > 5 or (truth := _TRUTH.get(raw.lower())) is None:
            return ImplicitValue(raw, "nothing at all") if raw in _NOTHING else raw
        return raw == "true" if raw in ("true", "false") else ImplicitValue(raw, truth, truth=truth)
    if _WHOLE.match(raw):
        return int(raw) if len(raw) <= _LONGEST else ImplicitValue(raw, f"a number of {len(raw)} digits")
    if raw in _NOTHING:
        return ImplicitValue(raw, "nothing at all")
    for pattern, read in _KINDS:
        if pattern.match(raw):
            return ImplicitValue(raw, *read(raw), decimal=float(raw) if _DECIMAL.match(raw) else None)
    return raw


def in_plain_digits(raw: str) -> str:
    """A text with 0 to 9 in place of the digits of other scripts, and of full-width and raised ones."""
    return "".join(str(unicodedata.digit(each, each)) for each in raw)


def _number(raw: str, base: int) -> str:
    return f"the number {int(raw.replace('_', ''), base)}"


def _clock(raw: str) -> tuple[str, Said]:
    """`1:30`: sixty to the left for each sixty to the right."""
    seconds = 0
    for figure in re.findall(r"\d+", raw.split(".")[0]):
        seconds = seconds * 60 + int(figure)
    return say("the number {seconds}", seconds=seconds), say("Write plain seconds: {seconds}.", seconds=seconds)
