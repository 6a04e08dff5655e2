"""Texts in another language than the page that shows them, which has to say so: for voices, hyphens and translators.

Such a text is a `str` that knows its language, so that no template is to ask for it. Where it is escaped into HTML, two
characters that no text can hold stand around it, and `marked` makes of them the attribute `lang` of the element that
holds the text alone, or of a `span`. In an attribute of its own no language can be said, so there they go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import escape

_BEGIN, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"  # for private use: nobody can see them, so no text may have them
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)
_ONE = rf"{_BEGIN}(?P<lang>[^{_MIDDLE}]*){_MIDDLE}(?P<text>[^{_BEGIN}{_END}<]*){_END}"
_ALONE = re.compile(rf"(?P<tag><(?P<name>[a-zA-Z][\w-]*)[^<>]*)(?P<end>>\s*){_ONE}(?=\s*</(?P=name)>)")
_AMONG = re.compile(_ONE)
_NEXT = re.compile(rf"{_END}( *){_BEGIN}[^{_MIDDLE}]*{_MIDDLE}")  # a build has one language besides that of its pages
_WITHIN = r'<{0} lang="\g<lang>">\g<text></{0}>'.format("span")
_DESCRIBED = re.compile(
    rf'(?P<tag><(?:svg|img|video))\b[^>]*\b(?:aria-label|alt)="{_BEGIN}(?P<lang>[^{_MIDDLE}]*){_MIDDLE}'
)
_SIGNS = re.compile(rf"{_BEGIN}[^{_MIDDLE}]*{_MIDDLE}|{_END}")


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
        return f"{_BEGIN}{self.lang}{_MIDDLE}{escape(str(self))}{_END}"


def like(text: str, other: str) -> str:
    """A text that was made of another one, in the same language."""
    return InLanguage(text, other.lang) if isinstance(other, InLanguage) else text


def code_of(text: str) -> str:
    """The language of a text where that is not the one of the site; else nothing."""
    return text.lang if isinstance(text, InLanguage) else ""


def joined(texts: Iterable[str], joint: str = " ") -> str:
    """Texts with something between them, in their language where all are in the same."""
    parts = [each for each in texts if each]
    languages = {each.lang if isinstance(each, InLanguage) else "" for each in parts}
    return like(joint.join(parts), parts[0]) if len(languages) == 1 else joint.join(parts)


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


def marked(html: str) -> str:
    """HTML whose elements say the language of such texts."""
    if _BEGIN not in html:
        return html
    html = _NEXT.sub(r"\1", _TAG.sub(_of_tag, html))
    html = _ALONE.sub(r'\g<tag> lang="\g<lang>"\g<end>\g<text>', html)
    return _SIGNS.sub("", _AMONG.sub(_WITHIN, html))


def _of_tag(found: re.Match[str]) -> str:
    """A tag without such marks; a picture that such a text alone describes says the language."""
    tag = _SIGNS.sub("", found[0])
    told = _DESCRIBED.match(found[0])
    return f'{told["tag"]} lang="{told["lang"]}"{tag[len(told["tag"]) :]}' if told else tag
