"""Says that a page refers to a record that is not there, and which one it may mean."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any


class UnknownIdError(ValueError):
    """A page refers to an unknown record. Not a LookupError, which Jinja would swallow."""

    def __init__(self, kind: str, id_: str, known: Mapping[str, Any]) -> None:
        where = "" if kind == "level" else " in data/exercises.yaml"
        super().__init__(f'no {kind} "{id_}"{where}.')
        near = difflib.get_close_matches(str(id_), known, n=1, cutoff=0.5)
        self.tip = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known)}."
