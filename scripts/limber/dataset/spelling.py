"""Finds the word that was meant by a misspelt one or by a synonym."""

from __future__ import annotations

import re
from collections.abc import Iterable

from limber.accents import without_accents
from limber.dataset.problem import Said, listed, quoted, say
from limber.dataset.vocabulary import BESIDE_NONE, NONE, NOTHING, SAME

_ENDINGS = re.compile(r"(?:ings|ening|ing|ed|es|s|e)$")
_STEM = 3  # the fewest letters of a stem
_FEW = 8  # ids that a problem lists
_SMALL = {"a", "an", "my", "the", "your"}
_UNIT = ("seconds", "pixels")


def slug(word: str) -> str:
    """`shortName`, `Short name` and `short_name` as `short-name`."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", word)
    return "-".join(re.findall(r"[^\W_]+", apart.casefold()))


def says_none(text: str) -> bool:
    """Whether a text says in a known language that there is none: `None known`, `keine bekannt`, `ninguna.`"""
    first, *others = re.findall(r"[a-z]+", without_accents(text.casefold())) or [""]
    return (first in NONE or (first == "no" and bool(others))) and BESIDE_NONE.issuperset(others)


def is_nothing(text: str) -> bool:
    """Whether a text says that there is none, or stands where there is nothing to say."""
    return text.strip(" .").casefold() in NOTHING or says_none(text)


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of `words` that is meant by `word`, or nothing: another word that only looks like it is worse than none.

    It is the same but for capitals and hyphens; or each of its parts is, but for its ending or a slip of the finger;
    or it is the beginning of one alone; or it is known to mean the same.
    """
    plain = {slug(each): each for each in words}
    this = slug(word)
    if not this or this in plain:
        return plain.get(this, "")
    joined = {each.replace("-", ""): each for each in plain}
    if found := joined.get(this.replace("-", "")):
        return plain[found]
    ranked = sorted((slips, each) for each in plain if (slips := _slips(this, each)) is not None)
    if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
        return plain[ranked[0][1]]
    for unit in _UNIT:
        if f"{this}-{unit}" in plain:
            return plain[f"{this}-{unit}"]
    bare = "-".join(each for each in this.split("-") if each not in _SMALL)
    if meant := next((each for each in SAME.get(bare, ()) if each in plain.values()), ""):
        return meant
    begun = [each for each in plain if each.startswith(f"{this}-")]
    return plain[begun[0]] if len(begun) == 1 and not ranked else ""


def _slips(one: str, other: str) -> int | None:
    """How many slips of the finger are between two words, part by part; nothing where these are not the same words."""
    mine, theirs = one.split("-"), other.split("-")
    if len(mine) != len(theirs):
        mine, theirs = ["".join(mine)], ["".join(theirs)]
    slips = 0
    for part, there in zip(mine, theirs, strict=True):
        if part in (there, f"{there}s") or there == f"{part}s" or _stem(part) == _stem(there):
            continue
        count = _distance(part, there)
        shorter = min(len(part), len(there))
        if shorter < _STEM or _figures(part) != _figures(there) or count > (1 if shorter < 7 else 2):
            return None  # box-2 is not a slip for box-3
        slips += count
    return slips if slips <= 2 else None


def _figures(word: str) -> str:
    return "".join(each for each in word if each.isdecimal())


def _stem(word: str) -> str:
    word = "foot" if word == "feet" else word
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= _STEM else word


def _distance(one: str, other: str) -> int:
    """Letters to put in, take out, change or swap with the next, from one word to the other."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, last[j - 2] + 1)
            row.append(least)
    return row[-1]


def ids_tip(word: str, ids: Iterable[str], table: str) -> Said:
    """The remedy for an id that no record has."""
    ids = list(ids)
    if near := nearest(word, ids):
        return say("Did you mean {near}?", near=quoted(near))
    if 0 < len(ids) <= _FEW:
        return say("There is {ids}.", ids=listed([quoted(each) for each in ids], "or"))
    return say('Write an id that stands in "{table}:", or add a record with this id there.', table=table)


def as_an_id(words: str) -> str:
    """The id that words would be, or nothing where they would be none."""
    parts = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", without_accents(words)).lower())
    better = "-".join(parts)
    return better if better and better[0].isalpha() and len(better) <= 60 else ""
