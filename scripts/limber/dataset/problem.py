"""Defines a problem in the dataset and formats it as text."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NewType

from limber.languages.messages import pgettext

Place = tuple[str | int, ...]

Said = NewType("Said", str)
"""Words of a problem, as only `say` makes them."""

RECORDS = {
    "sources": "source",
    "equipment": "equipment",
    "exercises": "exercise",
    "routines": "routine",
    "programmes": "programme",
}
"""The name of one record of each table."""

WITH_PAGES = ("exercises", "routines", "programmes")
"""Tables whose records have addresses and codes."""

MOST_TOLD = 50
"""The most problems that a report prints: thousands are mostly one mistake made many times."""

_ALL = ".venv/bin/python scripts/validate.py --all"
_LONGEST = 60  # characters that a problem quotes of an author's text


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place in the dataset, against what should be, and a remedy.

    `covers` names the places that this problem speaks for. One that was found later and covers
    any of them, or what is above or below them, would only be its echo, and is left out. `amounts` are the numbers
    of a pose that its tip says to write, each with its part of the body and its key.
    """

    where: Place
    what: Said
    tip: Said
    at_key: bool = False
    covers: tuple[Place, ...] = field(default=())
    line: int = 0
    column: int = 0
    subject: str | None = None  # in place of the words for `where`
    file: str = ""  # where it is not the one that the report is on
    amounts: tuple[tuple[str, str, int], ...] = ()

    def echoes(self, covered: Container[Place], held: Container[Place]) -> bool:
        """Whether this problem only repeats others; `held` are the places that those cover, with all above them."""
        return any(
            mine in held or any(mine[:length] in covered for length in range(len(mine)))
            for mine in self.covers or (self.where,)
        )

    def said(self, file: str) -> str:
        """The problem as it is printed."""
        at = f":{self.line}:{self.column}" if self.line else ""
        subject = place_in_words(self.where) if self.subject is None else self.subject
        return f"{self.file or file}{at}: {subject + ': ' if subject else ''}{self.what}\n    {self.tip}"


def say(message: str, /, **values: object) -> Said:
    """A message of a problem with these values at its placeholders: all that problems say comes from here.

    It is asked of the catalogue of the site's language, but none has any of these yet, so they are English.
    """
    return Said(pgettext("problem", message, **values))


class DatasetError(Exception):
    """The dataset has problems; as a text, it is the report."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = tuple(sorted(problems, key=lambda each: (each.file, each.line, each.column)))
        super().__init__(file, self.problems)

    def __str__(self) -> str:
        return self.report()

    def report(self, most: int = MOST_TOLD) -> str:
        """The problems as they are printed: the first `most`, and how many more there are."""
        said = [each.said(self.file) for each in self.problems[:most]]
        if more := len(self.problems) - len(said):
            said.append(f"And {more:,} more. To see them all: {_ALL}")
        return "\n".join([*said, "Nothing was built."])


def together(errors: Sequence[DatasetError]) -> DatasetError:
    """The problems of several files in one report, file by file."""
    first, *others = errors
    more = (replace(each, file=each.file or other.file) for other in others for each in other.problems)
    return DatasetError(first.file, (*first.problems, *more))


def place_in_words(where: Place) -> str:
    """`("exercises", "push-up", "progressions", 0)` as `exercise "push-up", progression 1`."""
    if len(where) < 2:
        return str(where[0]) if where else ""
    parts = [f"{RECORDS.get(str(where[0]), where[0])} {quoted(where[1])}"]
    for number, part in enumerate(where[2:], 2):
        if isinstance(part, int):
            parts[-1] = f"{_one_of(parts[-1])} {part + 1}"
        elif where[number - 1] == "dose":
            parts[-1] = f"{part} dose"
        elif where[number - 1] == "feel":
            parts[-1] = f"feel {part.replace('_', ' ')}"
        else:
            parts.append("alternative" if part == "or" else part)
    return ", ".join(parts)


def _one_of(things: str) -> str:
    """The word for one thing in a list: `stop_signs` → `stop sign`."""
    return (things.removesuffix("s") if things != "ours" else things).replace("_", " ")


def quoted(value: object) -> str:
    """An author's words in quotes, shortened, with every character to be seen."""
    words = value if isinstance(value, str) else json.dumps(value)
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 1].rstrip() + "…"
    return '"' + "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in words) + '"'


def on_one_line(text: str) -> str:
    """An author's words as they may be written again, with every character to be seen."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in " ".join(text.split()))


def listed(words: Sequence[str], joint: str = "and") -> str:
    """`a, b and c`."""
    return f" {joint} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
