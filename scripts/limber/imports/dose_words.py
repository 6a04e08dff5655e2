"""Puts what columns say of a dose into one text, as the data has it: 2-3 x 8-12 with 20 kg, rest 60-90 s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from limber.dataset import dose_text
from limber.dataset.spelling import says_none

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
    "n/a",
    "na",
    "no",
    "nil",
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
    return spelt(text).lower() in _NOTHING or says_none(text)


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
    goal = given.pop("goal", "")
    amount = given.pop("dose", "") or _amount(given, units, said)
    details = []
    for name in ("load", "band", "edge", "percent", "rir", "rpe", "tempo", "between", "rest"):
        if name in given:
            found = next((each for each in _details(name, given[name], units.get(name, "")) if fits(each)), "")
            details.append(found)
            if not found:
                said.unread.append((name, given[name]))
    if not amount:
        said.unread += [("dose", each) for each in (*details, goal) if each]
        return said
    said.text = ", ".join(filter(None, [amount, *details]))
    if goal:
        said.text += f" → {goal}"
    return _judged(said)


def sided(text: str) -> DoseText:
    """A dose in one text, without the words that say that it is of each side."""
    said = DoseText()
    said.text = _sided(text, said)
    return _judged(said)


def _judged(said: DoseText) -> DoseText:
    """A dose that the grammar does not read is no dose yet: it is kept as it was written."""
    if said.text and (fault := fault_of(said.text)):
        said.unread.append(("dose", f"{said.text}: {fault}"))
        said.text = ""
    return said


def fault_of(text: str) -> str:
    """What of a dose is not understood; empty where all is."""
    try:
        dose_text.read(text)
    except dose_text.NotUnderstoodError as fault:
        return fault.what
    except (OverflowError, RecursionError):
        return "a number or a list is too long."
    return ""


def bands_of(text: str) -> list[str]:
    """The colours of the bands that a dose is done with."""
    return list(_bands_in(dose_text.read(text).doses)) if text else []


def _bands_in(value: Any) -> Iterator[str]:
    """The colours below each `band` in a dose, also in its sets and its alternative."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if key == "band":
            yield from [each] if isinstance(each, str) else each
        else:
            yield from _bands_in(each)


def fits(detail: str) -> bool:
    """Whether something can be said of a dose."""
    return not fault_of(f"2 x 10, {detail}")


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
    if sets not in ("", "1") or " x " in amount:  # 10 x 5 s hold alone would be ten sets
        return f"{sets or 1} x {amount}"
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


def _details(name: str, text: str, unit: str) -> Iterator[str]:
    """What a column may say of a dose, in words that the grammar may know: the likely ones first."""
    words = spelt(text)
    if name in ("rest", "between"):
        time = length(words, unit or "s") or words
        yield f"rest {time}" if name == "rest" else f"{time} between reps"
    elif name == "rir":
        yield f"{words} {_reps_word(words)} in reserve"
    elif name == "rpe":
        yield f"{words} effort" if "%" in words else f"effort {words}"
    elif name == "percent":
        yield f"{words.removesuffix('%').strip()} % of 1RM"
    elif name == "edge":
        yield f"{words} mm edge"
    elif name == "load" and re.fullmatch(rf"(?:\+ ?)?(?:\d+ x )?{_RANGE}", words):
        yield f"{'body weight ' if words.startswith('+') else ''}{words} {'lb' if unit == 'lb' else 'kg'}"
    else:
        yield from {"band": (f"{re.sub(r' *→ *', ', then ', words)} band",), "tempo": (f"tempo {words}",)}.get(name, ())
    yield words
