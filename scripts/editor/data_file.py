"""The data file on the disk: read, told apart from what it was, and replaced whole or not at all."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from limber.dataset.yaml.source import text_of

NAME = "data/exercises.yaml"


class OtherFileError(Exception):
    """The file is not the one that somebody worked on."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """The file at a path."""

    path: Path

    def text(self) -> str:
        """What it holds. Raises `DatasetError` where that is no text."""
        return text_of(self.path, NAME)

    def replace(self, before: str, after: str) -> None:
        """Have it hold another text, if it still holds the one `before`; else raises `OtherFileError`."""
        target = self.path.resolve()
        other = target.with_name(f".{target.name}.new")
        try:
            other.write_text(after, "utf-8", newline="")
            os.chmod(other, target.stat().st_mode)  # noqa: PTH101 (the same)
            if target.read_bytes() != before.encode():
                raise OtherFileError
            other.replace(target)
        finally:
            other.unlink(missing_ok=True)


def fingerprint(text: str) -> str:
    """What tells one text from another."""
    return hashlib.sha256(text.encode()).hexdigest()
