"""Finds where a text names a side, or asks to change sides: in English, German, Spanish and French.

Not every "right" is a side: what is done right away, the right way or upright, and what is left over, is none. So a
side is a word before a part of the body, or one that stands where nothing but a side can.
"""

from __future__ import annotations

import re

_PAIRED = "side|foot|leg|knee|hip|arm|hand|shoulder|heel|ankle|calf|elbow|thigh|wrist|toes"
_PARTS = (
    f"{_PAIRED}|"
    "arch|armpit|breast|buttock|cheek|collarbone|ear|eye|eyebrow|feet|finger|fingertip|fist|flank|"
    "forearm|forefoot|glute|groin|hamstring|hipbone|instep|kneecap|lat|limb|lung|palm|pelvis|quad|rib|"
    "shin|sole|temple|thumb|toe|triceps|biceps|waist|corner|edge|end|half|handle|strap"
)
_BETWEEN = (
    "big|little|small|second|third|fourth|fifth|other|outer|inner|upper|lower|front|back|rear|top|bent|"
    "straight|free|standing|supporting|working|resting|floating|raised|lifted|whole|index|middle|ring|"
    "great|sit|sitting|shoulder"
)
"""Words that may stand between a side and its part: the right big toe."""
_SIDE = r"(?P<side>right|left)"
_PART = rf"(?:{_PARTS}|blade|bone|ball of)s?(?!\w)"
_END = r"(?=\s*(?:$|[.,;:!?)]| (?:and|or|then|than|is|are|while|until|first|again|only|too|of|in turn|side)\b))"
_OWN = r"\b(?:the|your|its|their|my) "
_NO_SIDE = r"(?! (?:over|out|alone|open|behind)\b)"
_MOVE = r"\b(?:turn|lean|tilt|look|twist|rotate|step|roll|swing|bend|shift|slide|face|from|far) "

_SIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?!right side (?:up|out)\b){_SIDE}(?:[ -](?:{_BETWEEN}))*[ -]{_PART}",
        rf"\b{_SIDE}(?=,? (?:and|or|to|then) (?:the |your )?(?:right|left)\b)",
        rf"\b(?:right|left),? (?:and|or|to|then) (?:the |your )?{_SIDE}\b(?! (?:away|after|now|then|over|out)\b)",
        rf"{_OWN}{_SIDE}{_END}",
        rf"{_OWN}(?P<side>left){_NO_SIDE}(?= [a-z])",
        rf"{_MOVE}{_SIDE}(?=\s*(?:$|[.,;:!?)]| (?:and|or|to|then|with|while)\b))",
        rf"\b{_SIDE}(?=wards?\b)",
    )
)
_PAIR = rf"(?:{_PAIRED}|one)s?\b"
_CHANGE = re.compile(
    r"(?:^|[.;,] |\bthen |\band |\bnow )(?:change|switch|swap) (?:the |your |to the other )?"
    rf"(?:{_PAIRED}|feet)s?\b"
    rf"|(?:\bthe same|\brepeat(?: \w+){{0,3}}?) (?:with|on|for|to|using) (?:the |your )?"
    rf"(?:other|opposite|second|left|\{{other_side\}}) {_PAIR}",
    re.IGNORECASE,
)
_CHANGING = ("change", "switch", "swap", "same", "repeat")
"""One of these is in every text that `_CHANGE` finds: far faster to look for."""


_GERMAN = re.compile(r"\b(?P<side>(?:recht|link)(?:e[nrsm]?|s))\b(?! Winkel)", re.IGNORECASE)
_SPANISH_PARTS = (
    "lado|pie|pierna|rodilla|cadera|brazo|mano|hombro|tal[oó]n|tobillo|codo|muslo|muñeca|gemelo|pantorrilla|dedos?|"
    "planta|antepi[eé]|empeine|nalga"
)
_SPANISH = re.compile(
    rf"\b(?:{_SPANISH_PARTS})(?: (?!a )\w+)? (?P<side>derech[oa]s?)\b|\ba la (?P<turn>derecha)\b"
    r"|\b(?P<left>izquierd[oa]s?)\b",
    re.IGNORECASE,
)
_FRENCH_PARTS = (
    "côté|pied|jambe|genou|hanche|bras|main|épaule|talon|cheville|coude|cuisse|poignet|mollet|orteils?|fesse|plante"
)
_FRENCH = re.compile(
    rf"\b(?:{_FRENCH_PARTS}) (?P<side>droite?s?)\b|\bà (?P<turn>droite)\b|\b(?P<left>gauches?)\b", re.IGNORECASE
)
_NAMING = {"de": _GERMAN, "es": _SPANISH, "fr": _FRENCH}
_CHANGING_IN = {
    "de": re.compile(
        r"\b(?:Seiten?|Fuß|Füße|Beine?|Arme?|Hände?|Knie) (?:wechseln|tauschen)\b"
        r"|\b(?:wechsle|wechsel|tausche) (?:die |den |das |dann )?(?:Seiten?|Fuß|Füße|Beine?|Arme?|Hände?)\b"
        r"|\b(?:dasselbe|das Gleiche|wiederhole\b.*) (?:mit|auf|für) (?:dem|der|den|die|das|deinem|deiner) "
        r"(?:ander|zweit|link|\{other_side)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\bcambia(?:r)? (?:de |el |la )(?:lado|pie|pierna|brazo|mano|rodilla)\b"
        r"|\b(?:lo mismo|repite\b.*) (?:con|en|hacia|por) (?:el|la|tu) "
        r"(?:otr[oa]|\w+ (?:izquierd|contrari|opuest|\{other_side))",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bchange[rz]? de (?:côté|pied|jambe|bras|main|genou)\b"
        r"|\b(?:même|répète[rz]?\b.*) (?:avec|de|sur|pour) (?:l['’]autre|(?:le|la|ton|ta) \w+ (?:gauche|\{other_side))",
        re.IGNORECASE,
    ),
}
_MARK = re.compile(r"\{[^{}]*\}")
_OTHER_WORD = (("rechte", "linke"), ("rechts", "links"), ("derech", "izquierd"), ("droit", "gauche"))
_RIGHT = ("rech", "dere", "droi")


def sides(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Where words stand in a text that mean a side, such as right and left, each from where to where, in order."""
    if language in _NAMING:
        unmarked = _MARK.sub(lambda found: " " * len(found[0]), text)  # a placeholder says its words itself
        return [found.span(found.lastgroup or 0) for found in _NAMING[language].finditer(unmarked)]
    lower = text.lower()
    if language != "en" or ("right" not in lower and "left" not in lower):
        return []
    return sorted({found.span("side") for pattern in _SIDES for found in pattern.finditer(text)})


def mark(word: str, language: str) -> str:
    """What stands in a placeholder for a word that means a side, with the words for both: `side: rechten, linken`."""
    low = word.lower()
    right = low.startswith(_RIGHT)
    pairs = ((one, other) if right else (other, one) for one, other in _OTHER_WORD)
    both = next(((low, low.replace(mine, theirs)) for mine, theirs in pairs if low.startswith(mine)), (low, low))
    if language == "fr":
        both = (low, "gauches" if low.endswith("s") else "gauche") if right else (low, low.replace("gauche", "droit"))
    name = "side" if right else "other_side"
    return f"{name.capitalize() if word[0].isupper() else name}: {', '.join(both if right else both[::-1])}"


def changes_sides(text: str, language: str = "en") -> bool:
    """Whether a step leads to the other side: `Change feet`, `Do the same with your other leg`."""
    if language in _CHANGING_IN:
        return bool(_CHANGING_IN[language].search(text))
    lower = text.lower()
    return language == "en" and any(word in lower for word in _CHANGING) and bool(_CHANGE.search(text))
