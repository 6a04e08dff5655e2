"""The texts of a folder's files as one: each name and text, with a character before them that no sound file holds.

Apart from what reads them, which takes longer to import than a build with everything in its cache can wait.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

BEGIN, END = "\0", "\n"


def files_in(folder: Path) -> list[Path]:
    """The files that are joined, in order."""
    return sorted(folder.glob("*.yaml"))


def joined(texts: Iterable[tuple[str, bytes]]) -> bytes:
    """These texts, each with the name of its file, as one."""
    return b"".join(BEGIN.encode() + name.encode() + END.encode() + text for name, text in texts)
