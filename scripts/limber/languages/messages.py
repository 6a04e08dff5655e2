"""Says messages in the language of the site.

One language is spoken in a process, as a build makes one site; its threads and the processes that it forks speak it.
A placeholder reads `{name}` and takes its value by that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from limber.languages.language import ENGLISH, Language
from limber.languages.other_language import InLanguage, Mixed, of_parts

PLACEHOLDER = re.compile(r"\{(\w+)\}")
"""It knows names alone: a translator's catalogue reaches into no value."""

ISOLATE, ENDS = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

_spoken = ENGLISH


def spoken() -> Language:
    """The language of the site that this process makes."""
    return _spoken


def speak(language: Language) -> None:
    """Speak this language from now on."""
    global _spoken
    _spoken = language


@contextmanager
def spoken_as(language: Language) -> Iterator[None]:
    """Speak this language for a while."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def gettext(message: str, /, **values: object) -> str:
    """A message in the site's language, with these values at its placeholders. Raises `KeyError` for one without."""
    return filled(spoken().translated(message), values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same for a message that means something else elsewhere; the context tells the two apart."""
    return filled(spoken().translated(message, context), values)


def ngettext(singular: str, plural: str, number: float, /, **values: object) -> str:
    """The same in the plural form that a number takes."""
    return filled(spoken().form(singular, plural, number), values)


def gettext_noop(message: str) -> str:
    """The message itself, marked for catalogues: where it is used, it is said by `gettext`."""
    return message


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """The two themselves, marked for catalogues: where they are used, they are said by `ngettext`."""
    return singular, plural


def filled(message: str, values: Mapping[str, object], text: Callable[[object], str] = str) -> str:
    """A message with its values, each made to a text."""
    value = _apart if spoken().direction == "rtl" else _as_it_is
    if text is str and any(isinstance(each, InLanguage | Mixed) for each in values.values()):
        known = {
            name: each if isinstance(each, InLanguage | Mixed) else value(each, text) for name, each in values.items()
        }
        pieces = PLACEHOLDER.split(message)  # each second one is a name
        return of_parts(known[each] if at % 2 else each for at, each in enumerate(pieces))
    return PLACEHOLDER.sub(lambda found: value(values[found[1]], text), message) if values else message


def _as_it_is(value: object, text: Callable[[object], str]) -> str:
    return text(value)


def _apart(value: object, text: Callable[[object], str]) -> str:
    """A value in a line from right to left: a Latin name keeps its own direction, with the signs and numbers in it.
    Markup has elements, which see to that.
    """
    said = text(value)
    return f"{ISOLATE}{said}{ENDS}" if not hasattr(value, "__html__") and _LATIN.match(said) else said
