"""Which language the texts of a dataset are in: that of its site, `theme.language` in the mkdocs.yml beside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

ENGLISH = "en"


class _Settings(yaml.CSafeLoader):
    """Reads settings of MkDocs, whose tags may name functions, as plain data."""


_Settings.add_multi_constructor("", lambda *_: None)


def language_of(content: Path | None) -> str:
    """The code of the language of the dataset whose pictures lie below `content`; English where nobody says so."""
    settings = content and content.parent / "mkdocs.yml"
    if not settings or not settings.is_file():
        return ENGLISH
    return _said(settings.read_bytes())


@lru_cache(maxsize=4)
def _said(settings: bytes) -> str:
    """The same by the text of mkdocs.yml: a dataset is read far more often than that changes."""
    try:
        theme: Any = (yaml.load(settings, _Settings) or {}).get("theme")  # noqa: S506 (it is a safe one)
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError):
        return ENGLISH  # MkDocs says what is wrong with it
    found = theme.get("language") if isinstance(theme, dict) else None
    return found if isinstance(found, str) else ENGLISH
