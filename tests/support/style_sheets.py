"""Reads style sheets as a browser does, with their imports resolved, and with the colours that the first site has."""

from __future__ import annotations

import re
from pathlib import Path

from limber.colours.palette import palette
from limber.colours.style_sheet import files
from limber.model.site import Colours

_MADE = {Path(path).name: text.decode() for path, text in files(palette(Colours())).items()}
_IMPORT = re.compile(r'@import "([^"]+)";')


def whole(sheet: Path) -> str:
    """The text of a sheet and of all that it imports."""
    text = _MADE.get(sheet.name) or sheet.read_text("utf-8")
    return _IMPORT.sub(lambda found: whole(sheet.parent / found[1]), text)
