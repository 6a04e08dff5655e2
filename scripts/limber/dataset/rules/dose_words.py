"""Finds a dose in prose: in English, German, Spanish and French. In another language none is found."""

from __future__ import annotations

import re

from limber.dataset.problem import Said, quoted, say

READ = ("en", "de", "es", "fr")
"""The languages whose prose the rules can read, here and in `side_words`."""

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "forty-five fifty sixty ninety hundred half"
)
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(_WORDS.split())})"
_ABOUT = r"(?:about\s+|up\s+to\s+|at\s+least\s+)?"
_NOT_A_FREQUENCY = r"(?!\s+(?:an?|per|each|every|weekly|daily)\b)"
_NOT_A_DELAY = r"(?!\s+(?:after|later|ago)\b)"
_NOT_A_SIZE = r"(?!(?:\s*[x×]\s*\d+)*\s*(?:mm|cm|m|met(?:re|er)s?|inch(?:es)?|feet|foot|ft)\b)"
_DOSE = re.compile(
    rf"\b{_NUMBER}(?:\s*(?:-|–|to|or)\s*{_NUMBER})?"
    r"(?:"
    rf"[\s-]*(?:an?\s+)?(?:seconds?|secs?|(?:minutes?|mins?|hours?)\b{_NOT_A_DELAY})\b"
    rf"|(?<=\d)\s*(?:s|h\b{_NOT_A_DELAY})\b(?!-)"
    rf"|\s*[x×]\s*(?:(?:each|every|per|on|a)\b|{_NUMBER}\b{_NOT_A_SIZE})"
    rf"|\s+(?:\w+\s+)?(?:reps?|repetitions?|sets?)\b(?!\s+of\s+(?!{_NUMBER}))"
    rf"|\s+times\b{_NOT_A_FREQUENCY}"
    r")"
    rf"|\btwice\b(?!\s+(?:as|the|that)\b){_NOT_A_FREQUENCY}"
    rf"|\b(?:for|of)\s+{_ABOUT}\d{{1,2}}:[0-5]\d\b"
    rf"|\bfor\s+{_ABOUT}(?:an?|another)\s+(?:minute|hour)\b"
    rf"|\bfor\s+{_ABOUT}(?:a|another)\s+second\b(?!\s+[a-z])"
    rf"|\bcount\s+(?:of|to)\s+{_NUMBER}\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_UNITS = ("sec", "minute", " min", "hour", " rep", " set", "times", "twice", "count", "×", " x ")
"""One of these, or a digit, is in every text that `_DOSE` finds: far faster to look for."""

_IN_GERMAN = (
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig "
    "neunzig hundert"
)
_IN_SPANISH = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta "
    "noventa cien"
)
_IN_FRENCH = (
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent"
)


def _of(numbers: str, joints: str, units: str, times: str) -> re.Pattern[str]:
    """A number, or two with a joint between, before a unit; or how many times."""
    number = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(numbers.split())})"
    return re.compile(
        rf"\b{number}(?:\s*(?:-|–|{joints})\s*{number})?"
        rf"(?:[\s-]*(?:{units})\b|(?<=\d)\s*(?:s|min|h)\b(?!-)|\s*[x×]\s*{number}\b(?!\s*(?:mm|cm|m)\b)|{times})",
        re.IGNORECASE,
    )


_DOSES = {
    "en": _DOSE,
    "de": _of(
        _IN_GERMAN,
        "bis|oder",
        r"Sekunden?|Sek|Minuten?|(?:(?<=\d)\s*|halbe )Stunden?|Wiederholung(?:en)?|Wdh|Sätze|Satz",
        r"[\s-]?mal\b(?!\s+(?:am|pro|im|in der|je|so)\b)",
    ),
    "es": _of(
        _IN_SPANISH,
        "a|o",
        r"segundos?|seg|minutos?|repeticiones|repetición|series?",
        r"\s+veces\b(?!\s+(?:al|a la|por|cada|en)\b)",
    ),
    "fr": _of(
        _IN_FRENCH,
        "à|ou",
        r"secondes?|sec|minutes?|répétitions?|séries?",
        r"\s+fois\b(?!\s+(?:par|plus|moins|chaque)\b)",
    ),
}


def dose(text: str, language: str = "en") -> str:
    """The words of a text that give a dose; empty where it gives none, or where nobody knows its language."""
    if language == "en":
        plain = text.lower()
        if not _DIGIT.search(plain) and not any(each in plain for each in _UNITS):
            return ""
    found = _DOSES[language].search(text) if language in _DOSES else None
    return found[0] if found else ""


def unread(language: str) -> tuple[Said, Said] | None:
    """What to know of texts in a language that no rule can read, and what to do."""
    if language in READ:
        return None
    what = say("no rule reads {code}: a dose, or a side without a mark, is not found.", code=quoted(language))
    return what, say("Read the texts of this file for these yourself.")
