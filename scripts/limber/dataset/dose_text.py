"""Reads a dose as people write it: `2-3 x 8-12 @ RPE 7, rest 90 s`. The one grammar of doses in a line.

A dose is an amount and what is said of it, in any order, with commas or spaces between. `→` leads from the start dose
to the goal dose, `or` to another dose that does as well, `then` to a set that differs. CONTRIBUTING has the table,
`dose_grammar.py` the patterns, and tests/vectors/dose-texts.json what each line means, here and in the browser, whose
reader is overrides/scripts/plan/dose-text.js.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from limber.dataset import dose_grammar as grammar
from limber.dataset.problem import Said, quoted, say
from limber.dataset.spelling import nearest

EXAMPLE = "A dose reads like this: 2-3 x 8-12 @ RPE 7, rest 90 s."


@dataclass(frozen=True, slots=True)
class DoseText:
    """The doses in a line as the dataset has them in full: `start`, and `goal` where there is one.

    `limb` is what it counts one of, where it says so: side, leg, foot …; `directions` are the two that it names;
    `alternates` is whether its sides take turns.
    """

    doses: dict[str, Any]
    limb: str = ""
    directions: tuple[str, ...] = ()
    alternates: bool = False


class NotUnderstoodError(ValueError):
    """A part of a line that is not understood, with the nearest that can be said."""

    def __init__(self, what: Said, tip: Said) -> None:
        super().__init__(what)
        self.what, self.tip = what, tip


def read(text: str) -> DoseText:
    """The doses in a line. Raises `NotUnderstoodError`."""
    text = re.sub(r"[\u2010-\u2012\u2212]", "-", re.sub(r"[\u00a0\u2000-\u200a\u202f]", " ", text))
    text = text.strip().rstrip(" .;,")
    if len(text) > grammar.LONGEST:
        raise NotUnderstoodError(say("{text} is too long for a dose.", text=quoted(text)), say(EXAMPLE))
    if long := re.search(grammar.TOO_LARGE, text):
        raise NotUnderstoodError(say("{long} is too large a number.", long=quoted(long[0])), say(EXAMPLE))
    levels = re.split(grammar.LEVELS, text)
    if len(levels) > 2:
        raise NotUnderstoodError(
            say("{text} has more than a start and a goal.", text=quoted(text)), say("Write one arrow: 2 x 8 → 3 x 12.")
        )
    lines = [_alternatives(each) for each in levels]
    sides = {limb: None for each in lines for limb in each.limbs if limb}
    named = {each.directions: None for each in lines if each.directions}
    alternates = any(each.alternates for each in lines)
    if len(sides) > 1 or len(named) > 1:
        raise NotUnderstoodError(
            say("{text} counts one of two different things.", text=quoted(text)),
            say("Name the same side in both doses."),
        )
    doses = dict(zip(("start", "goal"), [each.dose for each in lines], strict=False))
    return DoseText(doses, next(iter(sides), ""), next(iter(named), ()), alternates)


_AMOUNTS = {"reps", "hold_seconds", "work_seconds", "breaths", "distance_metres"}
_OF_ALL = ("every_seconds", "rep_rest_seconds", "switch_seconds", "side_order")
"""What a dose says once, for all of its sets."""
_SHARED = ("rest_seconds", "tempo", "load", "effort")
"""What each set may say for itself."""


@dataclass
class _Line:
    """What has been read of one dose so far."""

    dose: dict[str, Any] = field(default_factory=dict)
    limbs: list[str] = field(default_factory=list)
    directions: tuple[str, ...] = ()
    alternates: bool = False
    held: bool = False  # what follows is how long each repetition is held
    behind_a_comma: set[str] = field(default_factory=set)  # keys of the dose

    def put(self, key: str, value: Any, part: str) -> None:
        """Keep a value; no key is given twice."""
        if key in self.dose:
            raise _one_too_many(part)
        self.dose[key] = value

    def put_in(self, holder: str, values: dict[str, Any], part: str) -> None:
        """Keep a part of the load or the effort."""
        inner = self.dose.setdefault(holder, {})
        if inner.keys() & values.keys() or (holder == "effort" and inner):
            raise _one_too_many(part)
        inner.update(values)

    def add(self, other: _Line) -> None:
        """Take over whom another dose of the same line counts."""
        self.limbs += other.limbs
        self.directions = self.directions or other.directions
        self.alternates |= other.alternates

    @property
    def has_amount(self) -> bool:
        return bool(_AMOUNTS & self.dose.keys())


def _one_too_many(part: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        say("{part} is one too many: there is another before it.", part=quoted(part)),
        say("Keep one. {example}", example=say(EXAMPLE)),
    )


def _alternatives(text: str) -> _Line:
    first, *others = re.split(grammar.OR, text, maxsplit=1)
    line = _sets(first)
    if others:
        other = _alternatives(others[0])
        line.dose["or"] = other.dose
        line.add(other)
    return line


def _sets(text: str) -> _Line:
    """One dose, or sets that differ: `8 @ empty bar, then 5 @ 40 % of load`, or `8, 5, 3`."""
    parts = _then().split(text)
    if len(parts) > 1:
        return _together([_line(each) for each in parts])
    if found := re.match(grammar.REPS_OF_EACH_SET, text, re.I):
        rest = text[found.end() :]
        if not re.match(grammar.NO_REPS, rest, re.I):
            line = _line(rest, with_amount=False)
            line.dose = {"sets": [{"reps": int(each)} for each in re.split(r"[,/]", found[1])], **line.dose}
            return line
    return _line(text)


def _together(lines: list[_Line]) -> _Line:
    """The dose of sets that differ. What is said behind the last one after a comma is meant of all of them."""
    whole, last = _Line({"sets": [each.dose for each in lines]}), lines[-1]
    for each in lines:
        whole.add(each)
    for key in _OF_ALL:
        for each in lines:
            if key in each.dose:
                whole.put(key, each.dose.pop(key), key.replace("_", " "))
    for key in _SHARED:
        is_of_all = key in last.behind_a_comma and not any(key in each.dose for each in lines[:-1])
        if is_of_all:
            whole.dose[key] = last.dose.pop(key)
    return whole


def _line(text: str, with_amount: bool = True) -> _Line:
    """One dose without alternatives: each pattern in turn, where one stands after another."""
    line, at, text, comma = _Line(), 0, text.strip(), False
    while at < len(text):
        if between := _between().match(text, at):
            at = between.end()
            comma |= bool({",", ";"} & set(between[0]))
            if at == len(text):
                break
            if "@" in between[0] and (bare := _bare_effort().match(text, at)):
                line.put_in("effort", {"rpe": _quantity(bare[1])}, f"@ {bare[1]}")
                at = bare.end()
                continue
        before = set(line.dose)
        for pattern, how, keys in _patterns():
            if (found := pattern.match(text, at)) and found.end() > at:
                how(line, found, *keys)
                at = found.end()
                break
        else:
            raise _not_understood(text, at)
        if more := line.dose.keys() - before:
            line.behind_a_comma |= more if comma else set()
            comma = False
    if with_amount and not line.has_amount:
        raise NotUnderstoodError(
            say("{text} has no amount.", text=quoted(text)),
            say("Say how much: 3 x 10, 30 s or 5 breaths. {example}", example=say(EXAMPLE)),
        )
    return line


def _value(number: str, times: int = 1) -> int | float:
    value = round(float(number.replace(",", ".")) * times, 3)
    return int(value) if value == int(value) else value


def _ends(text: str) -> list[str]:
    return re.split(grammar.TO, text.strip(), flags=re.I)


def _quantity(text: str, times: int = 1) -> Any:
    """`8` or `{min: 8, max: 12}`; a list where several stand one after the other."""
    parts = [each for each in re.split(grammar.LIST_JOINTS, text.strip(), flags=re.I) if each]
    if len(parts) > 1:
        return [_quantity(each) for each in parts]
    least, *most = [_value(each, times) for each in _ends(text)]
    return {"min": least, "max": most[0]} if most and most[0] != least else least


def _seconds(text: str) -> Any:
    """The seconds of a time: `90 s`, `1:30-2:00`, `2 min 30 s`; a least without a unit has that of the most."""
    if re.fullmatch(grammar.BOTH_UNITS, text.strip(), re.I):
        minutes, seconds = re.findall(r"\d+", text)
        return 60 * int(minutes) + int(seconds)
    parts = _ends(text.strip().rstrip("."))
    units = [re.search(rf"{grammar.UNIT}$", each.strip().rstrip("."), re.I) for each in parts]
    last = units[-1][0] if units[-1] else "s"
    values = []
    for part, unit in zip(parts, units, strict=True):
        if ":" in part:
            minutes, seconds = part.split(":")
            values.append(60 * int(minutes) + int(seconds))
        else:
            number = re.match(grammar.NUMBER, part.strip())
            values.append(round(_value(number[0]) * _seconds_in(unit[0] if unit else last)) if number else 0)
    return {"min": values[0], "max": values[-1]} if values[0] != values[-1] else values[0]


def _seconds_in(unit: str) -> int:
    if unit.lower().startswith("h"):
        return 3600
    return 60 if re.fullmatch(grammar.MINUTES, unit, re.I) else 1


def _said(found: re.Match[str]) -> str:
    return found[0].strip()


def _first(found: re.Match[str]) -> str:
    """What the first group says that says anything."""
    return next(each for each in found.groups() if each is not None)


def _put_quantity(line: _Line, found: re.Match[str], key: str) -> None:
    line.put(key, _quantity(found[1]), _said(found))


def _put_kilometres(line: _Line, found: re.Match[str]) -> None:
    line.put("distance_metres", _quantity(found[1], 1000), _said(found))


def _put_seconds(line: _Line, found: re.Match[str], key: str) -> None:
    line.put(key, _seconds(found[1]), _said(found))


def _put_text(line: _Line, found: re.Match[str], key: str) -> None:
    line.put(key, found[1].upper(), _said(found))


def _put_value(line: _Line, found: re.Match[str], key: str, value: str) -> None:
    line.put(key, value, _said(found))


def _put_load(line: _Line, found: re.Match[str], *units: str) -> None:
    unit = units[0] if len(units) == 1 else units["lb" in found[0].lower() or "pound" in found[0].lower()]
    line.put_in("load", {unit: _quantity(_first(found))}, _said(found))


def _put_pieces(line: _Line, found: re.Match[str]) -> None:
    unit = "kg" if found[3].lower().startswith("k") else "lb"
    line.put_in("load", {unit: _quantity(found[2]), "pieces": int(found[1])}, _said(found))


def _put_bands(line: _Line, found: re.Match[str]) -> None:
    said = re.sub(r"\buntil easy\b", " ", _first(found), flags=re.I).lower()
    colours = [each for each in re.split(r"[\s,/]+|\bthen\b", said) if each]
    line.put_in("load", {"band": colours if len(colours) > 1 else colours[0]}, _said(found))


def _put_load_words(line: _Line, found: re.Match[str], words: str) -> None:
    line.put_in("load", {"words": words}, _said(found))


def _put_effort(line: _Line, found: re.Match[str], scale: str) -> None:
    line.put_in("effort", {scale: _quantity(_first(found))}, _said(found))


def _put_breath(line: _Line, found: re.Match[str]) -> None:
    into, hold, out, last = found.groups()
    parts = [into, hold or "0", out, last] if last else [into, hold, out] if hold else [into, out]
    line.put("breath_pattern", "-".join(parts), _said(found))


def _put_times(line: _Line, found: re.Match[str]) -> None:
    """The number of sets; behind that, of repetitions, whose hold follows: 3 x 10 x 5 s."""
    line.held = "sets" in line.dose and not line.has_amount
    line.put("reps" if line.held else "sets", _quantity(found[1]), _said(found))


def _put_time(line: _Line, found: re.Match[str]) -> None:
    """An amount of time: work, or a hold where it says so; behind repetitions, how long each is held."""
    by, before, time, behind, on, longer = found.groups()
    if "reps" in line.dose:
        if not (before or behind or by or on or line.held):
            tip = say('Say what it is: "hold {time}" or "rest {time}".', time=time)
            raise NotUnderstoodError(say("{time} may be a hold or a rest.", time=quoted(time)), tip)
        line.put("hold_seconds", _open(_seconds(time), longer, found), _said(found))
    elif line.has_amount:
        rest = found.string[found.start() :]
        if there := _elsewhere(rest):
            raise NotUnderstoodError(say("{rest} is not part of a dose.", rest=quoted(rest)), there)
        raise NotUnderstoodError(
            say("{time} is one amount too many.", time=quoted(time)),
            say('Write "or" between two. {example}', example=say(EXAMPLE)),
        )
    else:
        key = "hold_seconds" if before or behind else "work_seconds"
        line.put(key, _open(_seconds(time), longer, found), _said(found))


def _open(seconds: Any, longer: str | None, found: re.Match[str]) -> Any:
    """The seconds, as the least where it may be longer."""
    if longer and isinstance(seconds, dict):
        raise NotUnderstoodError(
            say("{found} says a most, and that there is none.", found=quoted(_said(found))),
            say("Write one: 30 s or longer."),
        )
    return {"min": seconds} if longer else seconds


def _put_reps(line: _Line, found: re.Match[str]) -> None:
    if line.has_amount and "hold_seconds" not in line.dose:
        raise NotUnderstoodError(
            say("{found} is one amount too many.", found=quoted(_said(found))),
            say('Write "or" between two. {example}', example=say(EXAMPLE)),
        )
    line.put("reps", {"min": int(found[2])} if found[2] else _quantity(found[1]), _said(found))


def _put_many(line: _Line, found: re.Match[str]) -> None:
    line.put("reps", "as-many-as-possible", _said(found))
    if found[1]:
        line.put("work_seconds", _seconds(found[1]), _said(found))


def _put_off(line: _Line, found: re.Match[str]) -> None:
    """A rest between the holds of one set, or between sets where nothing is repeated."""
    if "reps" in line.dose:
        _put_between_reps(line, found)
    else:
        _put_seconds(line, found, "rest_seconds")


def _put_between_reps(line: _Line, found: re.Match[str]) -> None:
    seconds = _seconds(found[1])
    if isinstance(seconds, dict):
        what = say(
            "{found} is a range, and there is one number for a rest between repetitions.", found=quoted(_said(found))
        )
        raise NotUnderstoodError(what, say("Write one: {min} s between reps.", min=seconds["min"]))
    line.put("rep_rest_seconds", seconds, _said(found))


def _put_each(line: _Line, found: re.Match[str]) -> None:
    line.limbs.append((found[1] or "side").lower())


def _put_alternating(line: _Line, _found: re.Match[str]) -> None:
    line.alternates = True


def _put_ways(line: _Line, found: re.Match[str]) -> None:
    one, there, other, back = found.groups()
    if one != other:
        what = say("{found} counts the two directions differently.", found=quoted(_said(found)))
        raise NotUnderstoodError(what, say("A dose counts one direction: give both the same number."))
    line.put("reps", int(one), _said(found))
    line.directions = (there.lower(), back.lower())


def _put_left_and_right(line: _Line, found: re.Match[str]) -> None:
    if found[1] != found[2]:
        what = say("{found} counts the two sides differently.", found=quoted(_said(found)))
        raise NotUnderstoodError(what, say("A dose counts one side: give both the same number."))
    line.put("reps", int(found[1]), _said(found))
    line.limbs.append("side")


def _put_direction(line: _Line, _found: re.Match[str]) -> None:
    line.directions = ("",)


def _put_every(line: _Line, found: re.Match[str]) -> None:
    seconds = _seconds(found[1]) if found[1] else 60 * int(found[2] or 1)
    line.put("every_seconds", seconds, _said(found))


def _put_nothing(_line: _Line, _found: re.Match[str]) -> None:
    """Said, and the same as not said: body weight."""


_HOW: Mapping[str, Callable[..., None]] = {
    "quantity": _put_quantity,
    "kilometres": _put_kilometres,
    "seconds": _put_seconds,
    "text": _put_text,
    "value": _put_value,
    "load": _put_load,
    "pieces": _put_pieces,
    "bands": _put_bands,
    "load_words": _put_load_words,
    "effort": _put_effort,
    "breath": _put_breath,
    "times": _put_times,
    "time": _put_time,
    "reps": _put_reps,
    "many": _put_many,
    "off": _put_off,
    "between_reps": _put_between_reps,
    "each": _put_each,
    "alternating": _put_alternating,
    "ways": _put_ways,
    "left_and_right": _put_left_and_right,
    "direction": _put_direction,
    "every": _put_every,
    "nothing": _put_nothing,
}


@cache  # where all doses are written in full, none of these is needed
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[..., None], tuple[str, ...]], ...]:
    return tuple((re.compile(each, re.I), _HOW[how], tuple(keys)) for each, how, *keys in grammar.SAID)


@cache
def _then() -> re.Pattern[str]:
    return re.compile(grammar.THEN, re.I)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(grammar.BETWEEN, re.I)


@cache
def _bare_effort() -> re.Pattern[str]:
    return re.compile(grammar.BARE_EFFORT)


_TIPS = {
    "growth": 'What grows stands in a programme, below "growth:".',
    "how_often": 'How often stands in the routine or its step: "how_often:"; in a programme: "times_a_day:" or '
    '"times_a_week:".',
    "group": "Rounds, and work of two kinds in turn, are a group among a routine's steps: "
    "{group: Intervals, rounds: 8, steps: […]}.",
    "rest_after": 'A rest behind it stands in the step: "rest_after_seconds:".',
    "stop_signs": 'When to stop stands below "stop_signs:".',
    "part": 'The part of a session stands in the step: "part: warm-up".',
    "percent": 'Say of what: "50 % of max", "50 % effort" or "50 % of body weight".',
}
_WORDS = (
    *("rest", "hold", "tempo", "each-side", "each-leg", "rpe", "rir", "band", "every"),
    *("sets", "reps", "breaths", "kg", "step", "edge", "switch", "effort", "amrap"),
)


def _elsewhere(part: str) -> Said | None:
    """Where what is no part of a dose is said, if it can be."""
    return next((say(_TIPS[name]) for pattern, name in grammar.ELSEWHERE if re.match(pattern, part, re.I)), None)


def _not_understood(text: str, at: int) -> NotUnderstoodError:
    """Which part of a text is not understood, and the nearest that can be said."""
    part = re.split(r"[,;]\s", text[at:])[0].strip()
    if tip := _elsewhere(part):
        return NotUnderstoodError(say("{part} is not part of a dose.", part=quoted(part)), tip)
    word = re.match(r"[^\W\d_]+", part)
    near = nearest(word[0], _WORDS) if word else ""
    meant = f"Did you mean {quoted(near.replace('-', ' '))}? " if near else ""
    return NotUnderstoodError(
        say("{part} is not understood.", part=quoted(part)), say("{meant}{example}", meant=meant, example=say(EXAMPLE))
    )
