"""What an import finds: draft records, and a remark on each line of the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from limber.accents import without_accents

Kind = Literal["taken", "not understood", "left out", "skipped", "refused"]

LONGEST_ID = 60  # characters, as in the schema


@dataclass(frozen=True, slots=True)
class Remark:
    """What became of something in the source; `line` counts from 1, 0 where it is said of the whole file.

    `sheet` is the number of the sheet, from 1, where there are several. `why` is a reason that others may have, too.
    """

    line: int
    kind: Kind
    what: str
    sheet: int = 0
    why: str = ""

    def said(self, others: int = 0) -> str:
        """What became of it, and of so many others for the same reason."""
        more = f" and {others} more like it" if others else ""
        return f"{self.what}{more}: {self.why}." if self.why else self.what


@dataclass(slots=True)
class Record:
    """A record to be written: its keys as in the data, and what a person has to see to, in comments below them."""

    line: int
    keys: dict[str, Any]
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Records by table and id, and remarks. `kind` says what the source was taken for."""

    kind: str = ""
    tables: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {"sources": {}, "equipment": {}, "exercises": {}, "routines": {}, "programmes": {}}
    )
    remarks: list[Remark] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)  # their names, where there are several
    sheet: int = 0  # the one that is read

    def say(self, line: int, kind: Kind, what: str, why: str = "") -> None:
        """Add a remark."""
        self.remarks.append(Remark(line, kind, what, self.sheet, why))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(self.tables.values())


def id_of(name: str, otherwise: str) -> str:
    """The id that a name makes: lower-case words joined by hyphens; `otherwise` where it has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", without_accents(name).lower()))
    id_ = "-".join(words)[:LONGEST_ID].strip("-")
    if not id_:
        return otherwise
    return id_ if id_[0].isalpha() else f"{otherwise.split('-')[0]}-{id_}"[:LONGEST_ID].strip("-")


def fresh(id_: str, taken: Iterable[str]) -> str:
    """The id, with a number where it is taken."""
    others, number = set(taken), 2
    if id_ not in others:
        return id_
    while f"{id_}-{number}" in others:
        number += 1
    return f"{id_}-{number}"


def clean(text: str, most: int = 0) -> str:
    """A text on one line without characters that cannot be seen; cut after a word where it may have `most` only."""
    visible = "".join(each if each.isprintable() else " " for each in unicodedata.normalize("NFC", text))
    words = " ".join(visible.split())
    if most and len(words) > most:
        return words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
    return words
