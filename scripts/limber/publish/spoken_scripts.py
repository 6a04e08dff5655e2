"""Puts the messages of one language into scripts before they are published."""

from __future__ import annotations

from collections.abc import Mapping

from limber.languages import script_messages
from limber.languages.language import Language


def files(sources: Mapping[str, bytes], language: Language) -> Mapping[str, bytes]:
    """The `sources` by the same paths, scripts among them with their messages in a language.

    Raises `ValueError` for a message that cannot be read, with the file and the line.
    """
    return {path: _in_language(path, content, language) for path, content in sources.items()}


def _in_language(path: str, content: bytes, language: Language) -> bytes:
    if not path.endswith(".js"):
        return content
    source = content.decode()
    if path == script_messages.MODULE:
        return script_messages.module(source, language).encode()
    try:
        return script_messages.in_language(source, language).encode()
    except script_messages.ScriptError as fault:
        raise ValueError(f"overrides/{path}:{fault}") from None
