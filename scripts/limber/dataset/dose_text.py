"""Reads a dose as people write it: `2-3 x 8-12 @ RPE 7, rest 90 s`. The one grammar of doses in a line.

A dose is an amount and what is said of it, in any order, with commas or spaces between. `→` leads from the start dose
to the goal dose, `or` to another dose that does as well, `then` to a set that differs. CONTRIBUTING has the table, and
tests/vectors/dose-texts.json what each line means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from limber.dataset.problem import quoted
from limber.dataset.spelling import nearest

EXAMPLE = "A dose reads like this: 2-3 x 8-12 @ RPE 7, rest 90 s."


@dataclass(frozen=True, slots=True)
class DoseText:
    """The doses in a line as the dataset has them in full: `start`, and `goal` where there is one.

    `limb` is what it counts one of, where it says so: side, leg, foot …; `directions` are the two that it names.
    """

    doses: dict[str, Any]
    limb: str = ""
    directions: tuple[str, ...] = ()


class NotUnderstoodError(ValueError):
    """A part of a line that is not understood, with the nearest that can be said."""

    def __init__(self, what: str, tip: str) -> None:
        super().__init__(what)
        self.what, self.tip = what, tip


def read(text: str) -> DoseText:
    """The doses in a line. Raises `NotUnderstoodError`."""
    levels = re.split(r"\s*(?:→|->|=>)\s*", text.strip())
    if len(levels) > 2:
        raise NotUnderstoodError(
            f"{quoted(text)} has more than a start and a goal.", "Write one arrow: 2 x 8 → 3 x 12."
        )
    lines = [_alternatives(each) for each in levels]
    sides = {limb: None for each in lines for limb in each.limbs if limb}
    named = {each.directions: None for each in lines if each.directions}
    if len(sides) > 1 or len(named) > 1:
        raise NotUnderstoodError(
            f"{quoted(text)} counts one of two different things.", "Name the same side in both doses."
        )
    doses = dict(zip(("start", "goal"), [each.dose for each in lines], strict=False))
    return DoseText(doses, next(iter(sides), ""), next(iter(named), ()))


@dataclass
class _Line:
    """What has been read of one dose so far."""

    dose: dict[str, Any] = field(default_factory=dict)
    limbs: list[str] = field(default_factory=list)
    directions: tuple[str, ...] = ()
    held: bool = False  # what follows is how long each repetition is held

    def put(self, key: str, value: Any, part: str) -> None:
        """Keep a value; no key is given twice."""
        if key in self.dose:
            raise NotUnderstoodError(
                f"{quoted(part)} is one too many: there is another before it.", f"Keep one. {EXAMPLE}"
            )
        self.dose[key] = value

    def put_in(self, holder: str, values: dict[str, Any], part: str) -> None:
        """Keep a part of the load or the effort."""
        inner = self.dose.setdefault(holder, {})
        if inner.keys() & values.keys() or (holder == "effort" and inner):
            raise NotUnderstoodError(
                f"{quoted(part)} is one too many: there is another before it.", f"Keep one. {EXAMPLE}"
            )
        inner.update(values)

    @property
    def has_amount(self) -> bool:
        return bool({"reps", "hold_seconds", "work_seconds", "breaths", "distance_metres"} & self.dose.keys())


def _alternatives(text: str) -> _Line:
    first, *others = re.split(r"\s+or\s+(?!more\b|longer\b)", text)
    line = _sets(first)
    if others:
        other = _alternatives(" or ".join(others))
        line.dose["or"] = other.dose
        line.limbs += other.limbs
    return line


def _sets(text: str) -> _Line:
    """One dose, or sets that differ: `8 @ empty bar, then 5 @ 40 % of load`, or `8, 5, 3`."""
    parts = re.split(
        r"\s*,?\s*\bthen\s+(?=\d+(?:-\d+)?(?:\s*(?:x|×|@|,|reps?\b|s\b)|$)|amrap\b|max\b)", text, flags=re.I
    )
    if len(parts) > 1:
        lines = [_line(each) for each in parts]
        whole = _Line({"sets": [each.dose for each in lines]}, [limb for each in lines for limb in each.limbs])
        for key in ("rest_seconds", "tempo"):  # said of the last, and meant of all
            if key in lines[-1].dose and not any(key in each.dose for each in lines[:-1]):
                whole.dose[key] = lines[-1].dose.pop(key)
        return whole
    if found := re.match(r"\s*(\d+(?:,\s*\d+)+|\d+(?:/\d+)+)(?:\s*reps?)?(?=\s*(?:$|@|[;,]?\s*[a-z×]))", text, re.I):
        rest = text[found.end() :]
        if not re.match(rf"\s*(?:{_UNIT}|kg|lbs?|cm|mm|m|%)(?![a-z])", rest, re.I):
            line = _line(rest, with_amount=False)
            line.dose = {"sets": [{"reps": int(each)} for each in re.split(r"[,/]", found[1])], **line.dose}
            return line
    return _line(text)


_UNIT = r"(?:seconds?|secs?|sek(?:unden?)?|s|minutes?|minuten?|mins?|min|hours?|hrs?|h|[\"”″'’′])"
_NUMBER = r"\d+(?:\.\d+|,\d(?![\d,]))?"
_TO = r"\s*(?:-|–|—|to|bis)\s*"
_RANGE = rf"{_NUMBER}(?:{_TO}{_NUMBER})?"
_CLOCK = r"\d{1,2}:[0-5]\d"
_ONE_TIME = rf"{_NUMBER}\s*{_UNIT}(?![a-z])\.?"
_TIME = rf"(?:{_CLOCK}(?:{_TO}{_CLOCK})?|{_NUMBER}(?:\s*{_UNIT}\.?)?{_TO}{_ONE_TIME}|{_ONE_TIME})"
_LIST = rf"{_RANGE}(?:(?:\s*/\s*|\s*,?\s+then\s+){_RANGE})*"
_COMMAS = rf"{_RANGE}(?:(?:\s*[/,]\s*|\s*,?\s+then\s+){_RANGE})*"
_TIMES = r"\s*(?:x|×|\*)\s*"
_LIMBS = r"side|leg|foot|knee|hip|arm|hand|shoulder"
_WAYS = r"forwards?|back(?:wards?)?|up|down|in|out|inwards?|outwards?|clockwise|anticlockwise|counterclockwise"
_COLOUR = (
    r"(?:(?:light|dark|extra)-)?(?:yellow|red|green|blue|black|white|grey|gray|silver|gold|tan|beige|orange|purple"
    r"|pink|brown|light|medium|heavy)"
)
_BANDS = rf"{_COLOUR}(?:(?:\s+until\s+easy)?(?:\s*,?\s*then\s+|\s*[,/]\s*){_COLOUR})*"


def _line(text: str, with_amount: bool = True) -> _Line:
    """One dose without alternatives: each pattern in turn, where one stands after another."""
    line, at, text = _Line(), 0, text.strip()
    while at < len(text):
        if between := re.compile(r"(?:[\s,;·@:&]|\b(?:and|with|at|of)\b)+", re.I).match(text, at):
            at = between.end()
            if at == len(text):
                break
            if "@" in between[0] and (bare := re.compile(rf"({_RANGE})(?=\s*(?:$|[,;]))").match(text, at)):
                line.put_in("effort", {"rpe": _quantity(bare[1])}, f"@ {bare[1]}")
                at = bare.end()
                continue
        for pattern, keep in _patterns():
            if (found := pattern.match(text, at)) and found.end() > at:
                keep(line, found)
                at = found.end()
                break
        else:
            raise _not_understood(text, at)
    if with_amount and not line.has_amount:
        raise NotUnderstoodError(
            f"{quoted(text)} has no amount.", f"Say how much: 3 x 10, 30 s or 5 breaths. {EXAMPLE}"
        )
    return line


def _value(number: str) -> int | float:
    value = float(number.replace(",", "."))
    return int(value) if value == int(value) else value


def _ends(text: str) -> list[str]:
    return re.split(_TO, text.strip(), flags=re.I)


def _quantity(text: str) -> Any:
    """`8` or `{min: 8, max: 12}`; a list where several stand one after the other."""
    parts = [each for each in re.split(r"\s*,?\s+then\s+|\s*/\s*|,\s+|,(?=\d\d)", text.strip(), flags=re.I) if each]
    if len(parts) > 1:
        return [_quantity(each) for each in parts]
    least, *most = [_value(each) for each in _ends(text)]
    return {"min": least, "max": most[0]} if most and most[0] != least else least


def _seconds(text: str) -> Any:
    """The seconds of a time: `90 s`, `1:30-2:00`, `10-30 min`; a least without a unit has that of the most."""
    parts = _ends(text.strip().rstrip("."))
    units = [re.search(rf"{_UNIT}$", each.strip().rstrip("."), re.I) for each in parts]
    last = units[-1][0] if units[-1] else "s"
    values = []
    for part, unit in zip(parts, units, strict=True):
        if ":" in part:
            minutes, seconds = part.split(":")
            values.append(60 * int(minutes) + int(seconds))
        else:
            number = re.match(_NUMBER, part.strip())
            per = {"m": 60, "'": 60, "’": 60, "′": 60, "h": 3600}.get((unit[0] if unit else last)[0].lower(), 1)
            values.append(round(_value(number[0]) * per) if number else 0)
    return {"min": values[0], "max": values[-1]} if values[0] != values[-1] else values[0]


Keep = Callable[[_Line, "re.Match[str]"], None]


def _keep(key: str, value: Callable[[str], Any] = _quantity) -> Keep:
    """Keeps the first group of a pattern below a key."""
    return lambda line, found: line.put(key, value(found[1]), found[0].strip())


def _load(*keys: str) -> Keep:
    def keep(line: _Line, found: re.Match[str]) -> None:
        values = [each for each in found.groups() if each is not None]
        unit = keys[0] if len(keys) == 1 else keys["lb" in found[0].lower() or "pound" in found[0].lower()]
        line.put_in("load", {unit: _quantity(values[0])}, found[0].strip())

    return keep


def _effort(key: str) -> Keep:
    def keep(line: _Line, found: re.Match[str]) -> None:
        line.put_in("effort", {key: _quantity(next(each for each in found.groups() if each))}, found[0].strip())

    return keep


def _pieces(line: _Line, found: re.Match[str]) -> None:
    unit = "kg" if found[3].lower().startswith("k") else "lb"
    line.put_in("load", {unit: _quantity(found[2]), "pieces": int(found[1])}, found[0].strip())


def _bands(line: _Line, found: re.Match[str]) -> None:
    said = re.sub(r"\buntil easy\b", " ", found[1] or found[2], flags=re.I).lower()
    colours = [each for each in re.split(r"[\s,/]+|\bthen\b", said) if each]
    line.put_in("load", {"band": colours if len(colours) > 1 else colours[0]}, found[0].strip())


def _times(line: _Line, found: re.Match[str]) -> None:
    """The number of sets; behind that, of repetitions, whose hold follows: 3 x 10 x 5 s."""
    line.held = "sets" in line.dose and not line.has_amount
    line.put("reps" if line.held else "sets", _quantity(found[1]), found[0].strip())


def _time(line: _Line, found: re.Match[str]) -> None:
    """An amount of time: work, or a hold where it says so; behind repetitions, how long each is held."""
    hold = bool(found["hold"] or found["held"])
    if "reps" in line.dose:
        if not hold and not found["by"] and not found["on"] and not line.held:
            tip = f'Say what it is: "hold {found["time"]}" or "rest {found["time"]}".'
            raise NotUnderstoodError(f"{quoted(found['time'])} may be a hold or a rest.", tip)
        line.put("hold_seconds", _seconds(found["time"]), found[0].strip())
    elif line.has_amount:
        if tip := _elsewhere(found.string[found.start() :]):
            raise NotUnderstoodError(f"{quoted(found.string[found.start() :])} is not part of a dose.", tip)
        raise NotUnderstoodError(
            f"{quoted(found['time'])} is one amount too many.", f'Write "or" between two. {EXAMPLE}'
        )
    else:
        line.put("hold_seconds" if hold else "work_seconds", _seconds(found["time"]), found[0].strip())


def _reps(line: _Line, found: re.Match[str]) -> None:
    if line.has_amount and "hold_seconds" not in line.dose:
        raise NotUnderstoodError(
            f"{quoted(found[0].strip())} is one amount too many.", f'Write "or" between two. {EXAMPLE}'
        )
    amount = {"min": int(found[2])} if found[2] else _quantity(found[1])
    line.put("reps", amount, found[0].strip())


def _many(line: _Line, found: re.Match[str]) -> None:
    line.put("reps", "as-many-as-possible", found[0].strip())
    if found[1]:
        line.put("work_seconds", _seconds(found[1]), found[0].strip())


def _off(line: _Line, found: re.Match[str]) -> None:
    """A rest between the holds of one set, or between sets where nothing is repeated."""
    if "reps" in line.dose:
        _rep_rest(line, found)
    else:
        line.put("rest_seconds", _seconds(found[1]), found[0].strip())


def _rep_rest(line: _Line, found: re.Match[str]) -> None:
    seconds = _seconds(found[1])
    if isinstance(seconds, dict):
        what = f"{quoted(found[0].strip())} is a range, and there is one number for a rest between repetitions."
        raise NotUnderstoodError(what, f"Write one: {seconds['min']} s between reps.")
    line.put("rep_rest_seconds", seconds, found[0].strip())


def _each(line: _Line, found: re.Match[str]) -> None:
    line.limbs.append((found[1] or "side").lower())


def _ways(line: _Line, found: re.Match[str]) -> None:
    if found["one"] != found["other"]:
        what = f"{quoted(found[0].strip())} counts the two directions differently."
        raise NotUnderstoodError(what, "A dose counts one direction: give both the same number.")
    line.put("reps", int(found["one"]), found[0].strip())
    line.directions = (found["there"].lower(), found["back"].lower())


def _left_and_right(line: _Line, found: re.Match[str]) -> None:
    if found[1] != found[2]:
        what = f"{quoted(found[0].strip())} counts the two sides differently."
        raise NotUnderstoodError(what, "A dose counts one side: give both the same number.")
    line.put("reps", int(found[1]), found[0].strip())
    line.limbs.append("side")


def _direction(line: _Line, _found: re.Match[str]) -> None:
    line.directions = ("",)


def _every(line: _Line, found: re.Match[str]) -> None:
    seconds = _seconds(found[1]) if found[1] else 60 * int(found[2] or 1)
    line.put("every_seconds", seconds, found[0].strip())


def _empty_bar(line: _Line, found: re.Match[str]) -> None:
    line.put_in("load", {"words": "empty bar"}, found[0])


def _words(key: str, word: str) -> Keep:
    return lambda line, found: line.put(key, word, found[0].strip())


def _nothing(_line: _Line, _found: re.Match[str]) -> None:
    """Said, and the same as not said: body weight."""


_KG = r"(?:kgs?|kilos?|lbs?|pounds?)\b"
_THING = r"(?:(?:ankle\s+weights?|dumbbells?|kettlebells?|barbell|weights?|load)\s*:?\s*)?"
_OF = r"\s*%\s*(?:of\s+)?(?:the\s+)?"
_SAID: tuple[tuple[str, Keep], ...] = (
    (r"tempo\s*:?\s*([0-9x]{3,4}\b|(?:\d{1,2}|x)(?:-(?:\d{1,2}|x)){2,3})", _keep("tempo", str.upper)),
    (
        rf"(?:rest|pause)\s*:?\s*({_TIME})(?:\s+between(?:\s+sets)?(?!\s+(?:rep|hang|hold)))?",
        _keep("rest_seconds", _seconds),
    ),
    (rf"({_TIME})\s*(?:rest\s+)?between\s+(?:reps?|repetitions|hangs|holds)\b", _rep_rest),
    (rf"({_TIME})\s*(?:rest|pause)?\s*between(?:\s+sets)?\b", _keep("rest_seconds", _seconds)),
    (rf"({_TIME})\s*(?:rest|pause)\b", _keep("rest_seconds", _seconds)),
    (rf"({_TIME})\s*off\b", _off),
    (rf"in\s+(?:about\s+)?({_TIME})", _keep("estimate_seconds", _seconds)),
    (rf"(?:every|each)\s+({_TIME})|(?:on\s+the\s+minute|every\s+minute|e(\d?)mom)\b", _every),
    (rf"(?:switch|change(?:\s+sides)?)\s*:?\s*(?:in\s+)?({_TIME})", _keep("switch_seconds", _seconds)),
    (r"breath(?:ing)?\s*(?:pattern)?\s*:?\s*(\d{1,2}(?:-\d{1,2}){1,3})", _keep("breath_pattern", str)),
    (
        rf"rpe\s*:?\s*({_RANGE})|({_RANGE})\s*rpe\b|effort\s*:?\s*({_RANGE})(?!\s*%)(?:\s*(?:of|/)\s*10)?",
        _effort("rpe"),
    ),
    (rf"rir\s*:?\s*({_RANGE})|({_RANGE})\s*(?:rir\b|(?:reps?\s+|repetitions\s+)?in\s+reserve)", _effort("rir")),
    (
        rf"({_RANGE})\s*%\s*(?:of\s+)?(?:max(?:imum|imal)?\s*)?(?:hr(?:max)?|heart\s+rate)\b",
        _effort("percent_of_max_heart_rate"),
    ),
    (rf"({_RANGE})\s*%\s*(?:effort|mvc)\b|effort\s*:?\s*({_RANGE})\s*%", _effort("percent")),
    (rf"({_LIST}){_OF}(?:tm|training\s+max)\b", _load("percent_of_training_max")),
    (rf"({_LIST}){_OF}(?:1\s?rm|rm|max(?:imum)?)\b", _load("percent_of_max")),
    (rf"({_LIST}){_OF}(?:bw|body\s?weight)\b", _load("percent_of_body_weight")),
    (rf"({_LIST}){_OF}(?:load|working\s+(?:weight|load))\b", _load("percent_of_load")),
    (rf"(\d+){_TIMES}({_RANGE})\s*(kgs?|kilos?|lbs?|pounds?)\b", _pieces),
    (
        rf"(?:body\s?weight|bw)?\s*\+\s*({_LIST})\s*{_KG}(?!\s*(?:a|per|each|every)\b)",
        _load("added_kg", "added_lb"),
    ),
    (
        rf"(?:-|–|minus)\s*({_LIST})\s*{_KG}(?:\s*assist\w*)?|({_LIST})\s*{_KG}\s*(?:assist\w*|help)"
        rf"|assist\w*\s*(?:by|with)?\s*({_LIST})\s*{_KG}",
        _load("assistance_kg", "assistance_lb"),
    ),
    (rf"{_THING}({_LIST})\s*{_KG}", _load("kg", "lb")),
    (rf"bands?\s*:?\s*({_BANDS})|({_BANDS})\s+bands?\b", _bands),
    (rf"(?:step|box)\s*:?\s*({_COMMAS})\s*cm\b|({_LIST})\s*cm(?:\s+(?:step|box)\b)?", _load("step_cm")),
    (rf"edge\s*:?\s*({_COMMAS})\s*mm\b|({_LIST})\s*mm(?:\s+edge\b)?", _load("edge_mm")),
    (r"(empty\s+bar)(?:bell)?\b", _empty_bar),
    (r"body\s?weight\b|bw\b|no\s+(?:load|weight)\b", _nothing),
    (
        r"(?:both\s+)?sides?\s+in\s+turn\b|one\s+(?:side\s+)?at\s+a\s+time\b|in\s+turn\b",
        _words("side_order", "in-turn"),
    ),
    (r"(?:the\s+)?weaker(?:\s+side)?\s+first\b", _words("side_order", "weaker-first")),
    (r"(?:the\s+)?affected(?:\s+side)?\s+first\b", _words("side_order", "affected-first")),
    (r"(?:in\s+)?(?:each|per|every|both)\s+(?:ways?|directions?)\b", _direction),
    (
        rf"(?:on\s+|for\s+)?(?:(?:each|per|every|ea\.?|a|both)\s*|/\s*)({_LIMBS})s?\b|each\b|ea\b\.?|e/s\b",
        _each,
    ),
    (r"(\d+)\s+(?:to\s+the\s+)?left\s*(?:and|,|/)\s*(\d+)\s+(?:to\s+the\s+)?right\b", _left_and_right),
    (rf"(?P<one>\d+)\s+(?P<there>{_WAYS})\s*(?:and|,|/)\s*(?P<other>\d+)\s+(?P<back>{_WAYS})\b", _ways),
    (rf"({_RANGE})\s*(?:calm\s+|slow\s+|deep\s+)?breaths?\b", _keep("breaths")),
    (rf"({_RANGE})\s*(?:m|metres?|meters?)\b", _keep("distance_metres")),
    (
        r"(?:amrap|as\s+many\s+(?:reps\s+|repetitions\s+)?as\s+possible|max(?:imum|imal)?(?:\s+reps)?(?!\s*hold))"
        rf"(?:\s+in\s+({_TIME}))?",
        _many,
    ),
    (r"(?:to\s+|until\s+)?(?:failure|fatigue)\b", _words("reps", "to-fatigue")),
    (
        r"(?:hold\s+)?as\s+long\s+as\s+possible\b|max(?:imum|imal)?\s+hold\b",
        _words("hold_seconds", "as-long-as-possible"),
    ),
    (rf"({_RANGE})(?:{_TIMES}|\s*sets?\s*(?:of\b|x\b|×|\*|,)?\s*)(?=\S|$)", _times),
    (
        rf"(?P<by>x\s*|×\s*|\*\s*)?(?P<hold>(?:hold|held|holds)\s*(?:for|of|:)?\s*)?(?P<time>{_TIME})"
        r"(?P<held>\s*(?:holds?|held|isometric)\b)?(?P<on>\s*(?:on|work|each\s+rep)\b)?",
        _time,
    ),
    (
        rf"(?:(\d+{_TO}\d+|\d+)(?!\s*\+|\s*or\s+more)|(\d+)\s*(?:\+|or\s+more\b))"
        r"\s*(?:reps?|repetitions?|times|hangs?|squeezes?)?(?![\w:.])(?!\s*%)(?!\s*(?:times\s+)?(?:a|per)\s+(?:day|week))",
        _reps,
    ),
)
"""What can be said, in the order in which it is tried."""


@cache  # where all doses are written in full, none of these is needed
def _patterns() -> tuple[tuple[re.Pattern[str], Keep], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), keep) for pattern, keep in _SAID)


_HOW_OFTEN = (
    'How often stands in the routine or its step: "how_often:"; in a programme: "times_a_day:" or "times_a_week:".'
)
_GROUP = (
    "Rounds, and work of two kinds in turn, are a group among a routine's steps: "
    "{group: Intervals, rounds: 8, steps: […]}."
)
_ELSEWHERE: tuple[tuple[str, str], ...] = (
    (
        r"[+-]?[\d.,]+\s*\w+\s+(?:a|per|each|every)\s+(?:week|session|time)",
        'What grows stands in a programme, below "growth:".',
    ),
    (
        r".*\b(?:times|once|twice|\d+)\b.*\b(?:a|per|each)\s+(?:day|week)|daily|weekly"
        r"|every\s+(?:second|other|\d+)\b.*\b(?:day|week)s?|\d+\s*/\s*(?:day|week)",
        _HOW_OFTEN,
    ),
    (r"\(|.*\b(?:rounds?|circuit|superset)\b|.*\bjog\b", _GROUP),
    (
        r".*\b(?:to|before|after)\s+the\s+next\b|.*\bafter(?:wards)?\b",
        'A rest behind it stands in the step: "rest_after_seconds:".',
    ),
    (r".*\bpain\b|stop\b.*", 'When to stop stands below "stop_signs:".'),
    (r"warm-?\s?up\b|cool-?\s?down\b", 'The part of a session stands in the step: "part: warm-up".'),
    (
        r"[\d.,]+(?:\s*(?:-|–|to)\s*[\d.,]+)?\s*%",
        'Say of what: "50 % of max", "50 % effort" or "50 % of body weight".',
    ),
)
_WORDS = (
    *("rest", "hold", "tempo", "each-side", "each-leg", "rpe", "rir", "band", "every"),
    *("sets", "reps", "breaths", "kg", "step", "edge", "switch", "effort", "amrap"),
)


def _elsewhere(part: str) -> str:
    """Where what is no part of a dose is said, if it can be."""
    return next((tip for pattern, tip in _ELSEWHERE if re.match(pattern, part, re.I)), "")


def _not_understood(text: str, at: int) -> NotUnderstoodError:
    """Which part of a text is not understood, and the nearest that can be said."""
    part = re.split(r"[,;]\s", text[at:])[0].strip()
    if tip := _elsewhere(part):
        return NotUnderstoodError(f"{quoted(part)} is not part of a dose.", tip)
    word = re.match(r"[^\W\d_]+", part)
    near = nearest(word[0], _WORDS) if word else ""
    meant = f"Did you mean {quoted(near.replace('-', ' '))}? " if near else ""
    return NotUnderstoodError(f"{quoted(part)} is not understood.", f"{meant}{EXAMPLE}")
