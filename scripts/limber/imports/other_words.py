"""What tables in the words of other languages say in English: heads of columns and doses.

A site writes its tables with the words of its language's catalogue. Here the catalogues are read the other way round,
so that a table comes back from each language of Limber, and none needs a list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from limber.languages import catalogues
from limber.languages.language import ENGLISH
from limber.languages.messages import PLACEHOLDER

FOLDER = Path(__file__).resolve().parents[3] / "overrides" / "languages"
_COLUMN = "column"
"""The context of a head in the catalogues."""
_DOSES = "limber/wording.py"
"""The file whose messages make a dose."""
_GOAL = "{start} (goal: {goal})"
_THEN, _EACH = ", then ", "each "
_ONE = r"(?:\d(?:[^,;]|,(?=\d))*?|[\w-]+)"
"""A value of a message: a number with all behind it, as far as need be, or a word."""
_SPACES, _HYPHENS = re.compile("[\u00a0\u2000-\u200a\u202f]"), re.compile("[\u2010-\u2012\u2212]")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def heads() -> Mapping[str, str]:
    """The heads of columns in all languages, with those that English has in their place."""
    return {words: english for code in _codes() for english, words in _messages(code, heads=True)}


def in_english(dose: str) -> Iterator[str]:
    """What a dose would be in English, for each language that has words in it."""
    text = _HYPHENS.sub("-", _SPACES.sub(" ", dose))
    words = set(_WORD.findall(text))
    for each in map(_doses, _codes()):
        if words & each.own_words:
            yield each.in_english(text)


@dataclass(frozen=True)
class _Doses:
    """How a language says doses, to be read."""

    own_words: frozenset[str]
    """The words that English does not have for doses."""
    said: re.Pattern[str]
    """All messages, a group each, and in it one for each value."""
    meanings: Mapping[int, tuple[str, tuple[str, ...]]]
    """By the number of its group, what a message is in English, and the names of its values."""

    def in_english(self, text: str) -> str:
        """A dose with the words of English in place of its own."""
        return self.said.sub(self._meant, text)

    def _meant(self, found: re.Match[str]) -> str:
        group = found.lastindex or 0  # the outer one, which ends last
        english, names = self.meanings[group]
        values = {name: self.in_english(found[group + at]) for at, name in enumerate(names, 1)}
        return PLACEHOLDER.sub(lambda each: values[each[1]], english)


@cache
def _codes() -> tuple[str, ...]:
    return tuple(each for each in catalogues.codes(FOLDER) if each != ENGLISH.code)


@cache
def _messages(code: str, *, heads: bool) -> tuple[tuple[str, str], ...]:
    """The heads of columns, or else the messages of doses: their English and their words, for each plural form."""
    file = FOLDER / f"{code}.po"
    found = []
    for each in filter(catalogues.is_translated, catalogues.parsed(file.read_bytes(), file.name, code)):
        english = catalogues.ids(each)
        is_dose = english[0] == _GOAL or any(path.endswith(_DOSES) for path, _ in each.locations)
        if each.context == _COLUMN if heads else is_dose:
            forms = enumerate(catalogues.texts(each))
            found += [(english[min(form, len(english) - 1)], _SPACES.sub(" ", words)) for form, words in forms]
    return tuple(found)


@cache
def _doses(code: str) -> _Doses:
    messages = _messages(code, heads=False)
    then = next((words for english, words in messages if english == _THEN), _THEN)
    sides = [re.escape(words) for english, words in messages if english.startswith(_EACH)]
    values = {"side": "|".join(sides) or "(?!)", "goal": "[^()]*"}
    english_by_words: dict[str, str] = {}
    for english, words in messages:
        meant, said = _without_ends(_SPACES.sub(" ", english), words)
        if said.strip():
            english_by_words.setdefault(said, meant)
    several = rf"{_ONE}(?:{re.escape(then)}{_ONE})*"
    groups, meanings, number = [], {}, 1
    for words in sorted(english_by_words, key=_length, reverse=True):
        parts = PLACEHOLDER.split(words)  # each second one is a name
        pattern = (f"({values.get(each, several)})" if at % 2 else re.escape(each) for at, each in enumerate(parts))
        begins = r"(?<!\w)" if words[0].isalnum() or words[0] == "{" else ""
        ends = "" if words[-1] == " " else r"(?!\w)"
        groups.append(f"{begins}({''.join(pattern)}){ends}")
        meanings[number] = english_by_words[words], tuple(parts[1::2])
        number += 1 + len(parts) // 2
    own = _words_of(english_by_words) - _words_of(english_by_words.values())
    return _Doses(frozenset(own), re.compile("|".join(groups)), meanings)


def _words_of(messages: Iterable[str]) -> set[str]:
    return set(_WORD.findall(PLACEHOLDER.sub("", " ".join(messages))))


def _length(words: str) -> int:
    return len(PLACEHOLDER.sub("", words))


def _without_ends(english: str, words: str) -> tuple[str, str]:
    """Both without the value that both begin with, and the one that both end with: these stay where they are."""
    for end in (r"^\{(?!side|goal)\w+\}", r"\{(?!side|goal)\w+\}$"):
        one, other = re.search(end, english), re.search(end, words)
        if one and other and one[0] == other[0]:
            english, words = re.sub(end, "", english), re.sub(end, "", words)
    return english, words
