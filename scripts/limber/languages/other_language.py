"""Texts in another language than the page that shows them, which has to say so: for voices, hyphens and translators.

Such a text is a `str` that knows its language, so that no template is to ask for it, and a sentence that has one within
it, a `str` that knows its parts. Where it is escaped into HTML, two
characters that no text can hold stand around it, of which `language_marks` makes the attribute `lang` of an element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import escape

BEGIN, MIDDLE, END = "\ue000", "\ue001", "\ue002"
"""What stands around a text and its language: for private use, nobody can see them, so no text may have them."""


class InLanguage(str):
    """A text with the code of its language."""

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> InLanguage:
        """The text in this language."""
        made = super().__new__(cls, text)
        made.lang = lang
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.lang

    def __repr__(self) -> str:
        return f"{str(self)!r} in {self.lang}"  # what is kept of a record differs with it

    def __html__(self) -> str:
        return f"{BEGIN}{self.lang}{MIDDLE}{escape(str(self))}{END}"


class Mixed(str):
    """A text with parts in another language than the rest of it."""

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __new__(cls, parts: Iterable[str]) -> Mixed:
        """The text of these parts, one after the other."""
        known = tuple(parts)
        made = super().__new__(cls, "".join(known))
        made.parts = known
        return made

    def __getnewargs__(self) -> tuple[tuple[str, ...]]:  # type: ignore[override]
        return (self.parts,)

    def __html__(self) -> str:
        return "".join(str(escape(each)) for each in self.parts)


def parts_of(text: str) -> tuple[str, ...]:
    """A text in parts of one language each."""
    return text.parts if isinstance(text, Mixed) else (text,)


def of_parts(parts: Iterable[str]) -> str:
    """The text of these parts, which knows them where one of them is in another language."""
    known = [each for part in parts for each in parts_of(part) if each]
    if len(known) == 1:
        return known[0]
    return Mixed(known) if any(isinstance(each, InLanguage) for each in known) else "".join(known)


def like(text: str, other: str) -> str:
    """A text that was made of another one, in the same language."""
    return InLanguage(text, other.lang) if isinstance(other, InLanguage) else text


def begun(text: str, change: Callable[[str], str]) -> str:
    """A text whose beginning is changed, such as to a capital letter, in the languages that it is in."""
    first, *rest = parts_of(text)
    return of_parts([like(change(first), first), *rest])


def code_of(text: str) -> str:
    """The language of a text where that is not the one of the site; else nothing."""
    return text.lang if isinstance(text, InLanguage) else ""


def joined(texts: Iterable[str], joint: str = " ") -> str:
    """Texts with something between them: in their language where all are in the same, else each in its own."""
    parts = [each for each in texts if each]
    if len({code_of(each) for each in parts}) == 1 and not any(isinstance(each, Mixed) for each in parts):
        return like(joint.join(parts), parts[0])
    return of_parts([piece for each in parts for piece in (joint, each)][1:])


def words(text: str) -> list[str]:
    """The words of a text, each in its language."""
    return [like(each, text) for each in text.split(" ")]


def told(value: Any, lang: str, is_text: Callable[[tuple[str | int, ...]], bool], where: tuple[str | int, ...]) -> Any:
    """A value with all its texts in this language, at places where there are texts."""
    if isinstance(value, dict):
        return {key: told(each, lang, is_text, (*where, key)) for key, each in value.items()}
    if isinstance(value, list):
        return [told(each, lang, is_text, (*where, at)) for at, each in enumerate(value)]
    return InLanguage(value, lang) if isinstance(value, str) and is_text(where) else value
