"""Makes scripts and styles those of one language before they are published.

Scripts get its messages; styles lose what only lines from right to left need, where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from limber.languages import script_messages
from limber.languages.language import Language

_MIRRORED = re.compile(rb"""^[ ]*\[dir="rtl"\][^{}]*\{[^{}]*\}\n*""", re.MULTILINE)


def files(sources: Mapping[str, bytes], language: Language) -> Mapping[str, bytes]:
    """The `sources` by the same paths, scripts and styles among them for a language.

    Raises `ValueError` for a message that cannot be read, with the file and the line.
    """
    return {path: _in_language(path, content, language) for path, content in sources.items()}


def _in_language(path: str, content: bytes, language: Language) -> bytes:
    if path.endswith(".css") and language.direction == "ltr":
        return _MIRRORED.sub(b"", content)
    if not path.endswith(".js"):
        return content
    source = content.decode()
    if path == script_messages.MODULE:
        return script_messages.module(source, language).encode()
    try:
        return script_messages.in_language(source, language).encode()
    except script_messages.ScriptError as fault:
        raise ValueError(f"overrides/{path}:{fault}") from None
