"""Reads style sheets as a browser does, with their imports resolved."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'@import "([^"]+)";')


def whole(sheet: Path) -> str:
    """The text of a sheet and of all that it imports."""
    return _IMPORT.sub(lambda found: whole(sheet.parent / found[1]), sheet.read_text("utf-8"))
