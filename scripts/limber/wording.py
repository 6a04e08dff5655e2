"""Words doses, sides and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from limber.model.dose import FAST, NONE, More, SideOrder
from limber.model.load import Span
from limber.model.nouns import Dose, Effort, Load, Range, Sided

HYPHEN = "\N{NON-BREAKING HYPHEN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
TIMES = f"{NARROW}\N{MULTIPLICATION SIGN}{NARROW}"
THEN = ", then "
STOP_SIGNS = "Sharp pain, chest pain, dizziness, numbness, or a leg that gives way."
"""When to stop whatever one does, in the words in which this site's routines say it."""

_KG, _LB, _PERCENT = f"{{}}{NARROW}kg", f"{{}}{NARROW}lb", f"{{}}{NARROW}%"
_LOADS = {
    "kg": f"with {_KG}",
    "lb": f"with {_LB}",
    "added_kg": f"with body weight + {_KG}",
    "added_lb": f"with body weight + {_LB}",
    "assistance_kg": f"with {_KG} assistance",
    "assistance_lb": f"with {_LB} assistance",
    "percent_of_max": f"at {_PERCENT} of 1RM",
    "percent_of_training_max": f"at {_PERCENT} of training max",
    "percent_of_body_weight": f"at {_PERCENT} of body weight",
    "percent_of_load": f"at {_PERCENT} of the load",
    "band": "with {} band",
    "words": "with {}",
}
_STEP, _EDGE = f"on {{}}{NARROW}cm step", f"on {{}}{NARROW}mm edge"
_SAID_WITH_AN = re.compile(r"8|1[18](?!\d)")
"""Numbers that begin with a vowel when said: eight, eleven, eighteen."""

_OURS = {
    "start_dose": "the start dose",
    "goal_dose": "the goal dose",
    "core_steps": "which exercises are core",
    "instructions": "details of the steps",
    "setup": "the setup",
    "feel": "where you feel it",
    "faults": "the faults and fixes",
    "stop_signs": "the stop signs",
    "contraindications": "who should not do it",
    "easier": "the easier way",
    "harder": "the harder way",
    "progressions": "what to go on to",
    "moving_on": "when to move on",
    "care": "the care notes",
    "when": "when to do it",
    "how_often": "how often",
    "why": "the reasons",
    "how": "the order",
    "tempo": "the tempo",
    "rests": "the rests",
    "cues": "the cues",
    "precautions": "the precautions",
    "changeovers": "the time for changeovers",
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Not from the locale, which differs between machines."""
_POSITIONS = {
    "supine": "lying on your back",
    "prone": "lying on your front",
    "side-lying": "lying on your side",
    "hands-and-knees": "on hands and knees",
}


def count(amount: Range | Span) -> str:
    """A number or a range: `10`, `10–12`, `2.5`."""
    least, most = f"{amount.min:g}", f"{amount.max:g}"
    return least if least == most else f"{least}\N{EN DASH}{most}"


def seconds(amount: Range | int) -> str:
    """Exact time of a dose: `30 s`, `60 s`, `90–120 s`, `1–2 min`, `2 min 30 s`."""
    time = Range.of(amount) if isinstance(amount, int) else amount
    if time.max >= 120 and time.min % 60 == time.max % 60 == 0:
        return f"{count(Range(time.min // 60, time.max // 60))}{NARROW}min"
    if time.min == time.max and time.max > 120:
        return f"{time.max // 60}{NARROW}min {time.max % 60}{NARROW}s"
    return f"{count(time)}{NARROW}s"


def day(it: date) -> str:
    """A day of the calendar: `22 November 2026`."""
    return f"{it.day} {_MONTHS[it.month - 1]} {it.year}"


def minutes(time: Range) -> str:
    """Length of a session: `6 min`; where that is rounded or estimated, `about 12–14 min`; below a minute and a half,
    seconds.
    """
    if time.max < 90:
        return f"{'about ' if time.estimated else ''}{seconds(time)}"
    rounded = Range(max(1, (time.min + 30) // 60), (time.max + 30) // 60)
    exact = rounded * 60 == time and not time.estimated
    return f"{'' if exact else 'about '}{count(rounded)}{NARROW}min"


def amount(dose: Dose) -> str:
    """The amount of a dose: `60 s`, `10–12 reps`, `2–3 × 10`, `5 × 10 s hold`, `as many reps as possible in 60 s`,
    `5 breaths`, `400 m`; of sets that differ, `8, 5, 3 reps` or `2 × 10, then reps to fatigue`.
    """
    if dose.each_set:
        return _sets_that_differ(dose.each_set)
    sets = f"{count(dose.sets)}{TIMES}" if dose.sets.max > 1 else ""
    if dose.reps:
        return _amount_of_reps(dose, dose.reps, sets)
    if dose.breaths:
        return f"{sets}{count(dose.breaths)}{NARROW}breath{_plural(dose.breaths)}"
    if dose.distance_metres:
        return f"{sets}{metres(dose.distance_metres)}"
    return f"{sets}{_amount_of_time(dose)}"


def _amount_of_reps(dose: Dose, reps: Range, sets: str) -> str:
    counted = f"{count(reps)}{' or more' if dose.open == 'or-more' else ''}"
    if dose.hold_seconds:
        return f"{sets}{counted}{TIMES}{seconds(dose.hold_seconds)} hold"
    if dose.open in _OPEN_REPS:
        return f"{sets}{_OPEN_REPS[dose.open]}"
    if sets:
        return f"{sets}{counted}"
    return f"{counted} reps" if dose.open else f"{counted}{NARROW}rep{_plural(reps)}"


def _amount_of_time(dose: Dose) -> str:
    longer = " or longer" if dose.open == "or-more" else ""
    if dose.work_seconds:
        many = "as many reps as possible in " if dose.open == "as-many-as-possible" else ""
        return f"{many}{seconds(dose.work_seconds)}{longer}"
    if dose.hold_seconds is None:
        raise ValueError("a dose without an amount")
    if dose.open == "as-long-as-possible":
        return "hold as long as possible"
    return f"{seconds(dose.hold_seconds)} hold{longer}"


_OPEN_REPS = {"as-many-as-possible": "as many reps as possible", "to-fatigue": "reps to fatigue"}


def _plural(amount: Range | Span) -> str:
    return "" if amount.max == 1 else "s"


def metres(way: Range) -> str:
    """A distance: `400 m`, `20–30 m`, `1.5 km`."""
    if way.min >= 1000 and way.min % 100 == way.max % 100 == 0:
        return f"{count(Span(way.min / 1000, way.max / 1000))}{NARROW}km"
    return f"{count(way)}{NARROW}m"


def _sets_that_differ(sets: Sequence[Dose]) -> str:
    """Plain repetitions as a list of numbers, all else set by set, with what of its details not all sets share."""
    own = [key for key in _DETAILS if len({getattr(each, key) for each in sets}) > 1]
    rests = len(set(_rests(sets))) > 1
    if len(sets) > 1 and not own and not rests and all(_is_plain(each) for each in sets):
        return f"{', '.join(count(each.reps or NONE) for each in sets)}{NARROW}reps"
    said = []
    for number, each in enumerate(sets, 1):
        is_last = number == len(sets) and each.sets.max == 1
        words = [
            effort(each.effort) if "effort" in own and each.effort else "",
            _breath(each.breath_pattern) if "breath_pattern" in own else "",
            _rest(each.rest_seconds) if rests and not is_last else "",
            _tempo(each.tempo) if "tempo" in own else "",
        ]
        weight = f" {load(each.load)}" if "load" in own and each.load else ""
        said.append(", ".join([f"{amount(each)}{weight}", *filter(None, words)]))
    return THEN.join(said)


_DETAILS = ("load", "effort", "breath_pattern", "tempo")
"""What a set in a list says of its own where not all share it."""


def _rests(sets: Sequence[Dose]) -> list[Range]:
    """The rests that are taken: the one after a single last set is not."""
    return [each.rest_seconds for each in (sets[:-1] if len(sets) > 1 and sets[-1].sets.max == 1 else sets)]


def _is_plain(dose: Dose) -> bool:
    """Whether it is one set of a number of repetitions."""
    counted = dose.reps and not dose.hold_seconds and not dose.open
    return bool(counted) and dose.sets.max == 1


def shared(dose: Dose, key: str) -> Any:
    """The load, effort or tempo of a dose; of sets that differ, the one that all share."""
    given = {getattr(each, key) for each in dose.runs}
    return given.pop() if len(given) == 1 else None


def load(it: Load) -> str:
    """A load: `with 12 kg`, `with 2 × 12 kg`, `with 50, then 60 kg`, `at 70 % of 1RM`, `with red band`,
    `on a 20 cm step`.
    """
    said = [_LOADS[it.unit].format(_steps(it))] if it.unit else []
    for heights, words in ((it.step_cm, _STEP), (it.edge_mm, _EDGE)):
        if heights:
            listed = THEN.join(map(count, heights))
            said.append(words.format(f"{'an' if _SAID_WITH_AN.match(listed) else 'a'} {listed}"))
    return ", ".join(said)


def _steps(it: Load) -> str:
    pieces = f"{it.pieces}{TIMES}" if it.pieces > 1 else ""
    return THEN.join(f"{pieces}{step}" for step in it.names or tuple(map(count, it.amounts)))


def effort(it: Effort) -> str:
    """An effort: `effort 7 of 10`, `2 reps in reserve`, `30–50 % effort`."""
    return _effort(count(it.amount), it)


def _effort(number: str, it: Effort) -> str:
    """An effort with this number, which may lead to that of the effort: `3 → 2 reps in reserve`."""
    if it.scale == "rpe":
        return f"effort {number} of 10"
    if it.scale == "percent":
        return f"{number}{NARROW}% effort"
    if it.scale == "percent_of_max_heart_rate":
        return f"{number}{NARROW}% of max heart rate"
    return f"{number}{NARROW}rep{_plural(it.amount)} in reserve"


def side(of: Sided, order: SideOrder = "") -> str:
    """The sides and directions that a dose is for: `each foot`, `each foot in turn`, `each direction`, `alternating`,
    `left foot only`; empty for bilateral exercises.
    """
    if of.sides:
        only = "both sides at once" if of.sides == "both" else f"{of.sides} {of.limb} only"
        return f"{only}, each direction" if of.directions else only
    each = {"unilateral": f"each {of.limb}", "alternating": "alternating", "bilateral": ""}[of.laterality]
    each += _ORDERS[order] if of.laterality == "unilateral" else ""
    return ", ".join(part for part in (each, "each direction" if of.directions else "") if part)


_ORDERS = {
    "": "",
    "in-turn": " in turn",
    "weaker-first": ", weaker first",
    "affected-first": ", affected first",
}


def large(dose: Dose) -> str:
    """The amount of a dose where it stands alone, with its unit: `3 × 10 reps`."""
    return _BARE.sub(rf"\g<0>{NARROW}reps", amount(dose))


_BARE = re.compile(rf"^[\d–]+{TIMES}[\d–]+$")
"""Sets of repetitions, whose unit a whole dose leaves out."""


def details(dose: Dose) -> str:
    """What is told of a dose beneath its amount and load, its tempo in words: `rest 60–90 s, 2 s down · 2 s up`."""
    return ", ".join(_details(dose, _pace))


def _details(dose: Dose, tempo: Callable[[str], str] | None = None) -> Iterator[str]:
    rests = set(_rests(dose.runs))
    hard = shared(dose, "effort")
    between = dose.rep_rest_seconds and f"{seconds(dose.rep_rest_seconds)} between"
    clock = dose.every_seconds and f"a set every {seconds(dose.every_seconds)}"
    said = (
        effort(hard) if hard else "",
        _breath(shared(dose, "breath_pattern") or ()),
        between,
        clock,
        _rest(rests.pop()) if len(rests) == 1 else "",
        (tempo or _tempo)(shared(dose, "tempo") or ""),
        each_time(dose.each_time) if dose.each_time else "",
    )
    return (each for each in said if each)


_LESS_IS_MORE = {"rest_seconds": " rest", "assistance_kg": " assistance", "assistance_lb": " assistance"}
_PIECES = {"sets": "set", "reps": "rep", "breaths": "breath", "rir": "rep in reserve"}
_MEASURES = {
    "distance_metres": "m",
    "step_cm": "cm",
    "edge_mm": "mm",
    "percent": "% effort",
    "percent_of_max": "% of 1RM",
    "percent_of_training_max": "% of training max",
    "percent_of_max_heart_rate": "% of max heart rate",
    "percent_of_body_weight": "% of body weight",
    "rpe": "of 10 in effort",
}


def each_time(it: More) -> str:
    """What comes on top each time: `then each time 2.5 kg more`, `then each time 10 s less rest`."""
    number = abs(it.amount)
    if it.unit.endswith("_seconds"):
        said = seconds(int(number))
    elif it.unit in _PIECES:
        said = f"{number:g} {_PIECES[it.unit]}{'' if number == 1 else 's'}"
    else:
        said = f"{number:g}{NARROW}{_MEASURES.get(it.unit) or it.unit.split('_')[-1]}"
    return f"then each time {said} {'more' if it.amount > 0 else 'less'}{_LESS_IS_MORE.get(it.unit, '')}"


def _breath(pattern: Sequence[int]) -> str:
    parts = zip(("in", "hold", "out", "hold"), pattern, strict=False)
    return ", ".join(f"{part} {seconds(time)}" for part, time in parts if time)


def _rest(time: Range) -> str:
    return f"rest {seconds(time)}" if time.max else ""


def _tempo(tempo: str) -> str:
    return f"tempo {tempo.replace('-', HYPHEN)}" if tempo else ""


def _pace(tempo: str) -> str:
    """A tempo in words, without what takes no time: `2 s down · 1 s pause · 2 s up`."""
    parts = zip(tempo.split("-"), ("down", "pause", "up", "pause"), strict=False)
    said = (
        f"{'fast' if time == FAST else seconds(int(time))}\u00a0{what}" for time, what in parts if time not in ("", "0")
    )
    return " · ".join(said)


def loaded(dose: Dose) -> str:
    """The amount of a dose with its load: `3 × 10 with 12 kg`."""
    it: Load | None = shared(dose, "load")
    return f"{amount(dose)} {load(it)}" if it else amount(dose)


def dose(dose: Dose, of: Sided) -> str:
    """A whole dose in words: `3 × 10, rest 60 s`, `5 × 10 s hold each side, 2 s between`, `30 s, alternating`,
    `10–12 reps each side, tempo 2-1-2-0, or 60 s hold`, `3 × 8 each leg with 2 × 12 kg`.
    """
    said = _whole(dose, side(of, dose.side_order))
    if not dose.alternative:
        return said
    return f"{said}{',' if any(_details(dose)) else ''} or {_whole(dose.alternative, '')}"


def brief(dose: Dose, of: Sided) -> str:
    """A dose without what paces it, for lists: `3 × 10 each side with 12 kg`, `10–12 reps each side or 60 s hold`."""
    said = _done(dose, side(of, dose.side_order))
    return f"{said} or {_done(dose.alternative, '')}" if dose.alternative else said


def _whole(dose: Dose, which: str) -> str:
    return ", ".join(part for part in (_done(dose, which), *_details(dose)) if part)


def _done(dose: Dose, which: str) -> str:
    """The amount of a dose on these sides, with its load."""
    said = amount(dose)
    is_list = len(dose.each_set) > 1 and THEN in said
    plain = which.startswith("each ") and not is_list
    if which:
        said += f" {which}" if plain else f", {which}"
    if it := shared(dose, "load"):
        close = "," not in which if which.startswith("each ") else not which and not is_list
        said += f"{' ' if close else ', '}{load(it)}"
    return said


def _either(dose: Dose) -> Iterator[str]:
    yield loaded(dose)
    if dose.alternative:
        yield f"or {loaded(dose.alternative)}"


def _amounts(start: Dose, goal: Dose) -> tuple[str, ...]:
    """Start and goal in parts, their unit once: `30` `→ 60 s hold`.

    Where only the load becomes another of its unit, in one: `3 × 10 with 12 → 16 kg`.
    """
    first, then = tuple(_either(start)), tuple(_either(goal))
    if first == then:
        return first
    one, other = shared(start, "load"), shared(goal, "load")
    if amount(start) == amount(goal) and not start.alternative and not goal.alternative and _grows(one, other):
        return (f"{amount(start)} {_LOADS[one.unit].format(f'{_steps(one)} → {_steps(other)}')}",)
    if len(first) == 1 and _unit(first[0]) == _unit(then[0]) != "":
        first = (first[0].partition(NARROW)[0],)
    return (*first, f"→ {then[0]}", *then[1:])


def _unit(said: str) -> str:
    """What an amount counts; empty where that is no unit alone: `2 × 30 s`, `1 min 30 s`."""
    number, _, unit = said.partition(NARROW)
    return "" if NARROW in unit or not number.replace("–", "").isdecimal() else unit


def _grows(one: Load | None, other: Load | None) -> bool:
    """Whether two loads are of one unit, without heights."""
    both = [each for each in (one, other) if each and each.unit and not each.step_cm and not each.edge_mm]
    return len(both) == 2 and len({each.unit for each in both}) == 1


def _details_of_both(start: Dose, goal: Dose) -> Iterator[str]:
    """The details of the start, and what is another later; an effort of one scale in one: `3 → 2 reps in reserve`."""
    here, later = list(_details(start)), list(_details(goal))
    one, other = shared(start, "effort"), shared(goal, "effort")
    if one and other and one != other and one.scale == other.scale:
        here[0] = _effort(f"{count(one.amount)} → {count(other.amount)}", other)
        del later[0]
    yield from here
    yield from (f"later {part}" for part in later if part not in here)


def dose_pair(start: Dose, goal: Dose, of: Sided) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Start dose and goal dose in one, in parts that stand on one line each, and then on which side, with what pauses.

    `30` `→ 60 s hold`, then `each foot` `rest 60 s`.
    """
    which = side(of, start.side_order)
    return (_amounts(start, goal), (*((which,) if which else ()), *_details_of_both(start, goal)))


def explained(start: Dose, goal: Dose, of: Sided) -> tuple[str, ...]:
    """Explains the short notation of a record's doses in sentences: sides, directions, sets, effort."""
    doses = (start, goal)
    efforts = dict.fromkeys(each.effort.scale for dose in doses for each in dose.runs if each.effort)
    units = dict.fromkeys(each.load.unit for dose in doses for each in dose.runs if each.load)
    return (
        *_turns(of, start.side_order, several=max(dose.sets.max for dose in doses) > 1),
        *(_EFFORTS[scale] for scale in efforts if scale in _EFFORTS),
        *(_UNITS[unit] for unit in units if unit in _UNITS),
    )


def _turns(of: Sided, order: SideOrder, several: bool) -> Iterator[str]:
    """In which order the sides and the directions come."""
    if of.laterality == "alternating":
        yield "Right and left take turns. The count is for each side."
    elif of.laterality == "unilateral" and order == "in-turn":
        yield f"A set on the right {of.limb}, then one on the left, and so on."
    elif of.laterality == "unilateral":
        first = {"weaker-first": f"the weaker {of.limb}", "affected-first": f"the affected {of.limb}"}
        then = "the other one" if order else "the left"
        all_sets = "All sets on" if several else "On"
        yield f"{all_sets} {first.get(order, f'the right {of.limb}')} first, then on {then}."
    if of.directions:
        yield f"First {of.directions[0]}, then {of.directions[1]}. The count is for each direction."


_EFFORTS = {
    "rpe": "Effort: 0 is rest, 10 is the hardest that you can.",
    "rir": "Reps in reserve: stop while you could still do that many.",
    "percent": "Effort: 100 % is as hard as you can.",
    "percent_of_max_heart_rate": "Heart rate: 100 % is the fastest that your heart can beat.",
}
_UNITS = {
    "percent_of_max": "1RM: the most that you can lift once.",
    "percent_of_training_max": "Training max: a little less than you can lift once, often 90 % of it.",
}


def listing(words: Iterable[str], joint: str = "and") -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`; nothing where there are none."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


_PROPER = re.compile(
    r"(Bosu|Bulgarian|Indian|Nordic|Olympic|Pilates|Roman|Russian|Smith|Swiss|Theraband|Turkish|Velcro)(?!\w)"
)
"""Names of people, places and makers that things for exercise are called by."""


def within(name: str) -> str:
    """The name of a thing within a sentence: its first letter in lower case, unless it is an acronym or a proper name.

    The name of an exercise, a routine or a programme is used as it is written.
    """
    kept = name[1:2].isupper() or _PROPER.match(name)
    return name if kept else name[:1].lower() + name[1:]


def a(name: str) -> str:
    """A name within a sentence with its article: `a half dome`, `an exercise band`."""
    return f"{'an' if name[:1].lower() in 'aeio' else 'a'} {within(name)}"


def ours(fields: Iterable[str]) -> str:
    """The parts of a record that are not the credited work's but this site's, as a sentence lists them."""
    return listing(_OURS[field] for field in fields)


def position(name: str) -> str:
    """A position as one says it: `standing`, `lying on your back`."""
    return _POSITIONS.get(name, name.replace("-", " "))


def capital(words: str) -> str:
    """The text with its first letter in upper case."""
    return words[:1].upper() + words[1:]
