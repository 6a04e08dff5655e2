"""The result of reading a file: its data, its problems and its ambiguous values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from limber.dataset.problem import Place, Problem
from limber.dataset.yaml.scalars import ImplicitValue

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """An implicit value, or a comment that follows a value, at its place; `text` is the value with its comment."""

    where: Place
    at: Mark
    implicit: ImplicitValue | None
    comment: str = ""
    at_key: bool = False
    text: str = ""
    file: str = ""  # where it is not the only one


@dataclass(slots=True)
class Reading:
    """The data; the line of each record by (table, id), and its file, where there are several; what is wrong, and what
    is ambiguous.
    """

    data: Any = None
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ambiguities: list[Ambiguity] = field(default_factory=list)
