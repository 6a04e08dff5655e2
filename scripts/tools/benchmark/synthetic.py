"""Generates a dataset of any number of exercises, each in the shape of a real one.

The real records stay as they are, for pages in content/ name them. Those added are copies of them in turn, with a
name of their own and other words of like length, so that the same texts are not met again and again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import yaml

Record = Mapping[str, Any]

_KIN = tuple(
    group.split()
    for group in (
        "slowly gently softly lightly calmly",
        "heel arch sole ankle toe shin calf",
        "floor wall mat chair",
        "lift raise roll move slide turn press push reach",
        "sharp sudden sore stiff tense tight",
        "knee knees thigh thighs elbow elbows",
        "stand kneel sit lie lean balance crouch",
        "straight steady level quiet still",
        "muscles tendons joints",
        "foot hand leg arm hip back",
    )
)
_GROUP_OF = {word: group for group in _KIN for word in group}
_WORD = re.compile(r"[A-Za-z]+")
_SYLLABLES = tuple(map("".join, product("bdglmprstvwz", "aeiou")))
_COINED = tuple(map("".join, product(_SYLLABLES, repeat=2)))
"""Words of four letters in alphabetical order, so that ids that begin with them are in order, too."""

_EXERCISES_A_ROUTINE = 20
"""How many exercises a large collection has for each routine: fifty routines of a thousand exercises."""

_LONGEST = (("name", 60), ("short_name", 24), ("spoken_name", 32))


def grown(real: Record, count: int) -> dict[str, Any]:
    """The `real` dataset with exercises added until there are `count`; full rounds of them have routines of their own,
    until there is one for each twenty exercises."""
    originals = list(real["exercises"].items())
    exercises, routines = dict(real["exercises"]), dict(real.get("routines", {}))
    models = list(routines.items())
    for number in range(1, len(_COINED)):
        here = originals[: max(0, count - len(exercises))]
        if not here:
            break
        words = _COINED[len(exercises) :]
        copies = {id_: f"{word}-{id_}" for (id_, _), word in zip(here, words, strict=False)}
        for (id_, record), word in zip(here, words, strict=False):
            exercises[copies[id_]] = _exercise(record, number, word, copies)
        if len(here) == len(originals) and (len(routines) + len(models)) * _EXERCISES_A_ROUTINE <= count:
            copies |= {id_: f"{_COINED[number]}-{id_}" for id_, _ in models}
            for letter, (id_, record) in zip("abcdefghijklmnopqrstuvwxyz", models, strict=False):
                routines[copies[id_]] = _routine(record, number, letter, copies)
    tables = {**real, "exercises": exercises, "routines": routines}
    return {
        key: dict(sorted(records.items())) if isinstance(records, dict) else records for key, records in tables.items()
    }


def as_yaml(records: Record) -> str:
    """The records as a person would have typed them: each in full, each text on a line."""
    return yaml.dump(records, Dumper=_Plainly, sort_keys=False, allow_unicode=True, width=1000)


class _Plainly(yaml.CSafeDumper):
    def ignore_aliases(self, _: Any) -> bool:
        return True


def _exercise(record: Record, number: int, word: str, copies: Mapping[str, str]) -> dict[str, Any]:
    """A copy of an exercise. Its progressions are of its own round, so that none leads back to where it began."""
    copy = _copy(record, number, word)
    harder = [copies[id_] for id_ in copy.pop("progressions", ()) if id_ in copies]
    return copy | ({"progressions": harder} if harder else {})


def _routine(record: Record, number: int, letter: str, copies: Mapping[str, str]) -> dict[str, Any]:
    """A copy of a routine, of the exercises of its own round. A letter more sets its code apart from theirs."""
    copy = _copy(record, number, _COINED[number])
    copy["code"] += letter
    if "core_of" in copy:
        copy["core_of"] = copies[copy["core_of"]]
    for step in copy.get("steps", ()):
        step["exercise"] = copies[step["exercise"]]
    return copy


def _copy(record: Record, number: int, word: str) -> dict[str, Any]:
    """The record with other words, and with `word` in what must be its alone."""
    copy: dict[str, Any] = _deep(record, lambda text: _reworded(text, number))
    for key, longest in _LONGEST:
        if key in record:
            copy[key] = _named(word, record[key], longest)
    return copy | {"code": word, "summary": f"{copy['summary'].rstrip('.')}, the {word} way."}


def _named(word: str, name: str, longest: int) -> str:
    """A name that begins with `word`, and loses words at its end until it fits."""
    words = f"{word.capitalize()} {name[:1].lower()}{name[1:]}"
    while len(words) > longest:
        words = words.rpartition(" ")[0]
    return words.rstrip(",")


def _reworded(text: str, number: int) -> str:
    """The text with words changed for others of their kind, all by as many places, so that no two texts meet."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        kin = _GROUP_OF.get(word.lower())
        if not kin:
            return word
        found = kin[(kin.index(word.lower()) + number) % len(kin)]
        return found.capitalize() if word[0].isupper() else found

    return _WORD.sub(other, text)


def _deep(value: Any, change: Callable[[str], str]) -> Any:
    """A copy with each text changed. Ids, codes and words to choose from have no space in them, and stay."""
    if isinstance(value, dict):
        return {key: _deep(each, change) for key, each in value.items()}
    if isinstance(value, list):
        return [_deep(each, change) for each in value]
    return change(value) if isinstance(value, str) and " " in value else value
