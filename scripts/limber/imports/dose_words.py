"""Puts what columns say of a dose into one line, such as 2-3 x 8-12 @ 20 kg, for the grammar of doses to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from limber.dataset import dose_text, spelling
from limber.dataset.dose_grammar import RANGE, SIDES
from limber.imports.other_words import in_english

_NOTHING = {"--", "na", "ohne", "/", "\\", "0", "body weight", "bodyweight", "bw"}
_COUNTED = re.compile(r"(?i)^(?:ca\.? ?|about |~)|\s*(?:sets?|rounds?|runden|weeks?|wochen?|times|breaths?)\.?$")
_TIMES = re.compile(r"(?P<tempo>tempo\s*:?\s*\S+)|\s*[×✕✖*]\s*|(?<=\d)\s*x\s*(?=\d)", re.I)
"""What stands for times; the x of a tempo is none."""
_ALONE = re.compile(r",? (?:(?P<side>left|right) (?P<limb>[a-z]+) only|both sides at once)")
_AMOUNTS = ("reps", "hold", "time", "distance", "breaths")
_DETAILS = ("load", "band", "edge", "percent", "rir", "rpe", "tempo", "between", "rest")


@dataclass(slots=True)
class DoseText:
    """A dose as text, which sides it is of, and what of it could not be put so, by column."""

    text: str = ""
    limb: str = ""  # side, leg, …: it counts each of them
    alternates: bool = False
    side: str = ""  # left, right or both, where a step has this one alone, or both at once
    unread: list[tuple[str, str]] = field(default_factory=list)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is none."""
    return spelling.is_nothing(text) or text.strip(" .").casefold() in _NOTHING


def whole(text: str) -> int | dict[str, int] | None:
    """A count as in the data: a whole number, or a range of them."""
    found = _dose(_COUNTED.sub("", text.strip())).get("reps")
    numbers = [*found.values()] if isinstance(found, dict) else [found]
    return found if len(numbers) != 1 or isinstance(found, int) else None


def seconds(text: str) -> int | dict[str, int] | None:
    """A time as in the data: whole seconds, or a range of them."""
    found = _dose(_timed(text, "s")).get("work_seconds")
    return found if found != {} else None


def _dose(text: str) -> dict[str, Any]:
    """The dose that a text is, empty where it is none."""
    return {} if fault_of(text) else dict(dose_text.read(text).doses["start"])


def of_line(text: str) -> DoseText:
    """A dose in one text, without its side. What the grammar does not read is no dose yet: it is kept as written."""
    written = _typed(text)
    text = next((each for each in _readings(written) if not fault_of(_of_both_sides(each))), written)
    alone, text = _ALONE.search(text), _of_both_sides(text)
    if fault := fault_of(text):
        return DoseText(unread=[("dose", f"{written}: {fault}")] if written else [])
    found = dose_text.read(text)
    bare = re.sub(SIDES, "", text, flags=re.I).strip(" ,;.")
    is_same = not fault_of(bare) and dose_text.read(bare).doses == found.doses
    limb, side = (alone["limb"] or "", alone["side"] or "both") if alone else ("", "")
    return DoseText(bare if is_same else text, found.limb or limb, found.alternates, side)


def _of_both_sides(text: str) -> str:
    """A dose without what says that a step has one side alone, or both at once."""
    return _ALONE.sub("", text)


def _readings(text: str) -> Iterator[str]:
    """What a dose may mean: in the words of a language, as it is written, and as Limber says a rest within sets."""
    said = (*map(_typed, in_english(text)), text)
    yield from said
    yield from (re.sub(r"\bbetween(?=,|$)", "between reps", each) for each in said)


def _typed(text: str) -> str:
    """A text with the signs that a keyboard has: 2-3 x 10 for 2–3×10."""
    words = re.sub(_TIMES, lambda found: found["tempo"] or " x ", text)
    return " ".join(re.sub(r"[\u2010-\u2015\u2212]", "-", words).split())


def of_columns(cells: Mapping[str, str], units: Mapping[str, str]) -> DoseText:
    """The dose of a row; `units` has those that stand in the heads of columns."""
    given = {name: text.strip() for name, text in cells.items() if not is_nothing(text)}
    unread: list[tuple[str, str]] = []
    goal = given.pop("goal", "")
    amount = given.pop("dose", "") or _amount(given, units, unread)
    details = []
    for name in _DETAILS:
        if name in given:
            each = _details(name, given[name], units.get(name, ""))
            found = next((one for one in each if not fault_of(f"2 x 10, {one}")), "")
            details.append(found)
            if not found:
                unread.append((name, given[name]))
    if amount:
        line = ", ".join(filter(None, [amount, *details]))
        said = of_line(f"{line} → {goal}" if goal else line)
    else:
        said = DoseText(unread=[("dose", each) for each in (*details, goal) if each])
    said.unread = [*unread, *said.unread]
    return said


def fault_of(text: str) -> str:
    """What of a dose is not understood; empty where all is."""
    try:
        dose_text.read(text)
    except dose_text.NotUnderstoodError as fault:
        return fault.what
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


def _amount(given: Mapping[str, str], units: Mapping[str, str], unread: list[tuple[str, str]]) -> str:
    """`3 x 10`, `3 x 10 x 5 s hold`, `2 x 30 s` from the columns that say how much."""
    read = {}
    for name in _AMOUNTS:
        if name in given:
            text = _measure(name, given[name], units.get(name, ""), alone="reps" not in given)
            read[name] = "" if fault_of(text) else text
            if not read[name]:
                unread.append((name, given[name]))
    sets = _COUNTED.sub("", given.get("sets", ""))
    said = [name for name in _AMOUNTS if read.get(name)]
    if not said or (sets and not isinstance(whole(sets), int | dict)):
        unread += [("sets", given["sets"])] if sets else []
        sets = ""
    if not said:
        return ""
    taken = said[:2] if said[:2] == ["reps", "hold"] and whole(read["reps"]) else said[:1]
    unread += [(name, given[name]) for name in said if name not in taken]
    amount = " x ".join(read[name] for name in taken)
    is_list = isinstance(_dose(amount).get("sets"), list)  # sets that differ are counted by their list
    if (count := re.fullmatch(rf"({RANGE})({SIDES})?", amount, re.I)) and sets in ("", "1"):
        return f"{_reps(count[1])}{count[2] or ''}"
    return amount if is_list or (sets in ("", "1") and len(taken) == 1) else f"{sets or 1} x {amount}"


def _reps(count: str) -> str:
    return f"{count} rep{'' if count == '1' else 's'}"


def _measure(name: str, text: str, unit: str, *, alone: bool) -> str:
    """What a column says of how much, in words of a dose."""
    if name == "reps":
        return f"{text} reps" if re.fullmatch(r"\d+(?:, ?\d+)+", text) else _COUNTED.sub("", text)
    if (
        name == "hold"
    ):  # minutes without repetitions are no hold but work, such as a walk in a table with a column of holds
        time = _timed(text, unit or "s")
        return time if "hold" in time or (alone and re.search(r"min", time)) else f"{time} hold"
    if name == "time":
        return _timed(text, unit or "s")
    bare = re.fullmatch(RANGE, text)
    if name == "distance":
        return f"{text} {unit or 'm'}" if bare else text
    return f"{_COUNTED.sub('', text)} breaths"


def _timed(text: str, unit: str) -> str:
    """A time with its unit; a number alone is of this one, and an m behind it means minutes where a time stands."""
    words = text.strip()
    if re.fullmatch(RANGE, words, re.I):
        return f"{words} {unit}"
    return re.sub(r"(?<=\d) ?m$", " min", words)


def _details(name: str, text: str, unit: str) -> Iterator[str]:
    """What a column may say of a dose, in words that the grammar may know: the likely ones first."""
    if name in ("rest", "between"):
        time = _timed(text, unit or "s")
        yield f"rest {time}" if name == "rest" else f"{time} between reps"
    elif name == "load" and re.fullmatch(rf"(?:\+ ?)?(?:\d+ ?[x×] ?)?{RANGE}", text, re.I):
        yield f"{text} {'lb' if unit == 'lb' else 'kg'}"
    else:
        words = {
            "rir": f"{_reps(text)} in reserve",
            "rpe": f"{text} effort" if "%" in text else f"effort {text}",
            "percent": f"{text.removesuffix('%').strip()} % of 1RM",
            "edge": f"{text} mm edge",
            "band": f"{re.sub(r' *(?:→|->) *', ', then ', text)} band",
            "tempo": f"tempo {text}",
        }
        yield from (words[name],) if name in words else ()
    yield text
