"""Puts what columns say of a dose into one text, as the data has it: 2-3 x 8-12 with 20 kg, rest 60-90 s."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = rf"{_NUMBER}(?:-{_NUMBER})?"
_UNITS = {
    "s": r"s|secs?\.?|seconds?|sek\.?|sekunden?|segundos?|secondes?|\"|''|″",
    "min": r"m|mins?\.?|minutes?|minuten?|minutos?|'|′",
    "h": r"h|hours?|hrs?",
}
_TIME = re.compile(rf"({_RANGE}) ?(?:({_UNITS['s']})|({_UNITS['min']})|({_UNITS['h']}))?")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?:-(\d{1,2}):(\d\d))?")
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"[\s\u00a0\u2000-\u200a\u202f]+", " "),
    (r"[\u2010-\u2015\u2212]", "-"),
    (r"\s*[×✕✖*]\s*|(?<=\d)\s*[xX]\s*(?=\d)", " x "),
    (r"(?<![\d,])(\d+),(\d{1,2})(?![\d,])(?!, ?\d)", r"\1.\2"),
    (r"(\d)\s*-\s*(?=\d)", r"\1-"),
    (r"(\d) (?:to|bis|a|à) (?=\d)", r"\1-"),
    (r"(\d) ?%", r"\1 %"),
)
_NOTHING = {
    "",
    "-",
    "--",
    "none",
    "n/a",
    "na",
    "no",
    "nil",
    "keine",
    "ohne",
    "/",
    "\\",
    "0",
    "body weight",
    "bodyweight",
    "bw",
}
_LIMBS = {"side", "foot", "leg", "knee", "hip", "arm", "hand", "shoulder"}
_EACH = re.compile(
    r",? ?(?:\(?\b(?:each|per|every|je|pro|cada)\b(?: (?P<limb>\w+))?\)?"
    r"|(?<=\d)/ ?(?P<short>side|leg|arm|foot|hand)|\be/s\b)"
)
_ALTERNATING = re.compile(r",? ?\(?\balternat\w+\)?")
_COLOURS = (
    "tan|beige|yellow|red|green|blue|black|silver|grey|gray|gold|orange|purple|violet|pink|white|"
    "light-blue|light-green|dark-blue|extra-heavy|light|medium|heavy"
)
_MOST = re.compile(r"(?:as many(?: reps)? as possible|amrap|max(?:imum)?|all out)(?: reps)?")
_FATIGUE = re.compile(r"(?:reps )?(?:to|until) (?:fatigue|failure)")


@dataclass(slots=True)
class DoseText:
    """A dose as text, which side it is of, and what of it could not be put so, by column."""

    text: str = ""
    limb: str = ""  # side, leg, …: it counts each of them
    alternates: bool = False
    unread: list[tuple[str, str]] = field(default_factory=list)


def spelt(text: str) -> str:
    """A text in one spelling of its numbers, hyphens and signs."""
    for other, usual in _SPELLINGS:
        text = re.sub(other, usual, text)
    return text.strip(" ;,.")


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is none."""
    return spelt(text).lower() in _NOTHING


def number(text: str) -> str:
    """`8 to 12` as 8-12; empty if it is no number or range."""
    found = re.fullmatch(
        rf"(?:ca\.? ?|about |~)?({_RANGE})(?: ?(?:sets?|reps?\.?|repetitions?|rounds?|times|wdh\.?))?",
        spelt(text).lower(),
    )
    return found[1] if found else ""


def whole(text: str) -> int | dict[str, int] | None:
    """The same as in the data: a whole number, or a range of them."""
    found = number(text)
    if not found or "." in found or len(found) > 9:
        return None
    least, _, most = found.partition("-")
    if most and int(least) < int(most):
        return {"min": int(least), "max": int(most)}
    return int(least) if not most else None


def length(text: str, unit: str = "s") -> str:
    """`1:30–2:00` as 90-120 s, `10 minutes` as 10 min; a number alone is of this unit. Empty if it is no time."""
    words = spelt(text).lower()
    if clock := _CLOCK.fullmatch(words):
        first = int(clock[1]) * 60 + int(clock[2])
        return f"{first}-{int(clock[3]) * 60 + int(clock[4])} s" if clock[3] else f"{first} s"
    if both := re.fullmatch(rf"(\d+) ?(?:{_UNITS['min']}) ?(\d+) ?(?:{_UNITS['s']})?", words):
        return f"{both[1]} min {both[2]} s"
    found = _TIME.fullmatch(words)
    if not found:
        return ""
    if found[4]:
        return f"{_times(found[1], 60)} min"
    known = "s" if found[2] else "min" if found[3] else unit
    if known == "min" and "." in found[1]:  # a dose has whole seconds
        return f"{_times(found[1], 60)} s"
    return f"{found[1]} {known}"


def _times(numbers: str, factor: int) -> str:
    return "-".join(f"{float(each) * factor:g}" for each in numbers.split("-"))


def seconds(text: str) -> int | dict[str, int] | None:
    """A time as in the data: whole seconds, or a range of them."""
    found = length(text)
    if "min " in found or not found:
        parts = re.fullmatch(r"(\d+) min (\d+) s", found)
        return int(parts[1]) * 60 + int(parts[2]) if parts else None
    numbers, _, unit = found.partition(" ")
    return whole(_times(numbers, 60 if unit == "min" else 1))


def of_columns(cells: Mapping[str, str], units: Mapping[str, str]) -> DoseText:
    """The dose of a row; `units` has those that stand in the heads of columns."""
    said = DoseText()
    given = {name: _sided(text, said) for name, text in cells.items() if not is_nothing(text)}
    if "dose" in given:
        said.text = free(given.pop("dose"))
    else:
        said.text = _amount(given, units, said)
    details = [
        _detail(name, given[name], units.get(name, ""), said)
        for name in ("load", "band", "edge", "percent", "rir", "rpe", "tempo", "between", "rest")
        if name in given
    ]
    loads = [each for each in details if re.match(r"with |at |on ", each)]
    others = [each for each in details if each and each not in loads]
    if said.text:
        said.text = ", ".join([" ".join([said.text, *loads[:1]]), *loads[1:], *others])
    else:
        said.unread += [("dose", each) for each in (*loads, *others)]
    return said


def free(text: str) -> str:
    """A dose as one text, in the order and the words of the data, where it has others."""
    words = spelt(text)
    words = re.sub(r"(?i)\bsets? (?:of|x|à) ", "x ", words)
    words = re.sub(r"(?i)(?<=\d) ?(?:reps?\.?|repetitions?|wdh\.?)(?![\w])", " reps", words)
    words = re.sub(rf"(?i)(?<=\d) ?(?:{_UNITS['s']})(?![\w'\"])", " s", words)
    words = re.sub(r"(?i)(?<=\d) ?(?:mins?\.?|minutes?)(?![\w])", " min", words)
    words = re.sub(r"(\d{1,2}):(\d\d)(?!\d)", lambda clock: f"{int(clock[1]) * 60 + int(clock[2])} s", words)
    words = re.sub(rf"(x {_RANGE})(?: reps)?, hold ({_RANGE} s)\b", r"\1 x \2 hold", words)
    words = re.sub(rf" at (?={_RANGE} % effort)", ", ", words)
    words = re.sub(r" ?@ ?(?=\d)", " with ", words)
    words = re.sub(r" ?@ ?rpe ?", ", effort ", words, flags=re.IGNORECASE)
    return words.strip(" ,;")


def sided(text: str) -> DoseText:
    """A dose in one text, without the words that say that it is of each side."""
    said = DoseText()
    said.text = free(_sided(text, said))
    return said


def _sided(text: str, said: DoseText) -> str:
    """The text without `each leg` or `alternating`, which `said` keeps."""
    words = spelt(text)
    if found := _EACH.search(words.lower()):
        limb = found["limb"] or found["short"] or "side"
        if limb in {"direction", "way", "set", "round", "week", "day", "minute"}:
            return words
        said.limb = limb if limb in _LIMBS else "side"
        words = words[: found.start()] + words[found.end() :]
    if found := _ALTERNATING.search(words.lower()):
        said.alternates = True
        words = words[: found.start()] + words[found.end() :]
    return words.strip(" ,;")


def _amount(given: Mapping[str, str], units: Mapping[str, str], said: DoseText) -> str:
    """`3 x 10`, `3 x 10 x 5 s hold`, `2 x 30 s` from the columns that say how much."""
    kinds = {
        "reps": _reps,
        "hold": lambda text: _hold(text, units.get("hold", "s"), alone="reps" not in given),
        "time": lambda text: length(text, units.get("time", "s")),
        "distance": lambda text: _distance(text, units.get("distance", "m")),
        "breaths": lambda text: f"{found} breaths" if (found := number(text.replace("breaths", ""))) else "",
        "sets": number,
    }
    read = {}
    for name, reading in kinds.items():
        if name in given:
            read[name] = reading(given[name])
            if not read[name]:
                said.unread.append((name, given[name]))
    reps, hold = read.get("reps", ""), read.get("hold", "")
    if reps and hold and re.fullmatch(_RANGE, reps):
        amount = f"{reps} x {hold}"
    else:
        amount = next((read[name] for name in ("reps", "hold", "time", "distance", "breaths") if read.get(name)), "")
        left = [name for name in ("hold", "time", "distance", "breaths") if read.get(name) and read[name] != amount]
        said.unread += [(name, given[name]) for name in left]
    sets = read.get("sets", "")
    if not amount:
        if sets:
            said.unread.append(("sets", given["sets"]))
        return ""
    if sets and sets != "1":
        return f"{sets} x {amount}"
    return f"{amount} {_reps_word(amount)}" if re.fullmatch(_RANGE, amount) else amount


def _reps_word(count: str) -> str:
    return "rep" if count == "1" else "reps"


def _hold(text: str, unit: str, *, alone: bool) -> str:
    """A hold; minutes without repetitions are no hold but work, such as a walk in a table with a column of holds."""
    found = length(text, unit)
    return found if alone and found.endswith("min") else f"{found} hold" if found else ""


def _reps(text: str) -> str:
    words = spelt(text).lower()
    if re.fullmatch(r"\d+(?:, ?\d+)+", words):
        return ", ".join(re.findall(r"\d+", words)) + " reps"  # sets that differ
    if _MOST.fullmatch(words):
        return "as many as possible"
    if _FATIGUE.fullmatch(words):
        return "to fatigue"
    if more := re.fullmatch(rf"({_NUMBER}) ?(?:\+|or more)", words):
        return f"{more[1]} or more"
    return number(text)


def _distance(text: str, unit: str) -> str:
    found = re.fullmatch(rf"({_RANGE}) ?(km|m|metres?|meters?)?", spelt(text).lower())
    return f"{found[1]} {'km' if (found[2] or unit) == 'km' else 'm'}" if found else ""


def _detail(name: str, text: str, unit: str, said: DoseText) -> str:
    """One more thing that a column says of a dose, in the words of the data; empty if it is not understood."""
    words = spelt(text)
    read = {
        "rest": lambda: f"rest {found}" if (found := length(words, unit or "s")) else "",
        "between": lambda: f"{found} between" if (found := length(words, unit or "s")) else "",
        "rir": lambda: f"{found} {_reps_word(found)} in reserve" if (found := number(words)) else "",
        "rpe": lambda: _effort(words),
        "tempo": lambda: f"tempo {words}" if re.fullmatch(r"[\dXx]{4}|[\dXx]{1,2}(-[\dXx]{1,2}){3}", words) else "",
        "percent": lambda: f"at {found} % of 1RM" if (found := number(words.replace("%", ""))) else "",
        "edge": lambda: f"on {found} mm edge" if (found := number(words.lower().replace("mm", ""))) else "",
        "band": lambda: _bands(words, said),
        "load": lambda: _load(words, unit, said),
    }[name]()
    if not read:
        said.unread.append((name, text))
    return read


def _effort(words: str) -> str:
    if percent := re.fullmatch(rf"({_RANGE}) %(?: effort)?", words.lower()):
        return f"{percent[1]} % effort"
    found = re.fullmatch(rf"(?:rpe|effort)? ?({_RANGE})(?: ?(?:/|of|out of) ?10)?", words.lower())
    return f"effort {found[1]} of 10" if found else ""


def _load(words: str, unit: str, said: DoseText) -> str:
    small = words.lower()
    if found := re.fullmatch(rf"(\+ ?)?((?:\d+ x )?{_RANGE}) ?(kg|kgs|kilos?|lb|lbs)?", small):
        known = "lb" if (found[3] or unit).startswith("lb") else "kg"
        return f"with {'body weight + ' if found[1] else ''}{found[2]} {known}"
    if found := re.fullmatch(rf"(?:body ?weight|bw) ?\+ ?({_RANGE}) ?(kg|lb)s?", small):
        return f"with body weight + {found[1]} {found[2]}"
    if found := re.fullmatch(rf"({_RANGE}) % (?:of )?(?:1 ?rm|max)", small):
        return f"at {found[1]} % of 1RM"
    if found := re.fullmatch(rf"(?:step )?((?:{_NUMBER}(?:, |, then | then )?)+) ?cm(?: step)?", small):
        return f"on {', then '.join(re.findall(_NUMBER, found[1]))} cm step"
    if found := re.fullmatch(rf"(?:edge )?({_RANGE}) ?mm(?: edge)?", small):
        return f"on {found[1]} mm edge"
    if re.match(r"(?:rpe|effort) ?\d", small):
        return _effort(small)
    return _bands(words, said) if "band" in small else ""


def _bands(words: str, said: DoseText) -> str:
    """`red, then green` as `with red, then green band`; what stands around the colours is told, too."""
    small = words.lower()
    colours = re.findall(rf"\b(?:{_COLOURS})\b", small)
    if not colours:
        return ""
    others = " ".join(re.sub(rf"\b(?:{_COLOURS}|bands?|then|and|or)\b|[:,;/]|->|→", " ", small).split())
    if others:
        said.unread.append(("band", others))
    return f"with {', then '.join(colours)} band"
