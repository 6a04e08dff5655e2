"""Words doses, sides and lengths of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from limber.model.nouns import Dose, Laterality, Range

HYPHEN = "\N{NON-BREAKING HYPHEN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
TIMES = f"{NARROW}\N{MULTIPLICATION SIGN}{NARROW}"

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


def count(amount: Range) -> str:
    """A number or a range: `10`, `10–12`."""
    return str(amount.min) if amount.min == amount.max else f"{amount.min}\N{EN DASH}{amount.max}"


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
    """Length of a session: `6 min`; where that is rounded, `about 12–14 min`; below a minute and a half, seconds."""
    if time.max < 90:
        return seconds(time)
    rounded = Range(max(1, (time.min + 30) // 60), (time.max + 30) // 60)
    return f"{'' if rounded * 60 == time else 'about '}{count(rounded)}{NARROW}min"


def amount(dose: Dose) -> str:
    """The amount of a dose: `60 s`, `10–12 reps`, `3 × 10`, `5 × 10 s hold`, `2 × 30 s hold`."""
    sets = f"{dose.sets}{TIMES}" if dose.sets > 1 else ""
    if dose.work_seconds:
        return f"{sets}{seconds(dose.work_seconds)}"
    if dose.reps and dose.hold_seconds:
        return f"{sets}{count(dose.reps)}{TIMES}{seconds(dose.hold_seconds)} hold"
    if dose.reps:
        one = dose.reps.max == 1
        return f"{sets}{count(dose.reps)}" if sets else f"{count(dose.reps)}{NARROW}rep{'' if one else 's'}"
    if not dose.hold_seconds:
        raise ValueError("a dose without an amount")
    return f"{sets}{seconds(dose.hold_seconds)} hold"


def side(laterality: Laterality, limb: str) -> str:
    """The side that a dose is for: `each foot`, `alternating`; empty for bilateral exercises."""
    return {"unilateral": f"each {limb}", "alternating": "alternating", "bilateral": ""}[laterality]


def pauses(dose: Dose) -> str:
    """The rests and the tempo of a dose: `2 s between, rest 60 s`."""
    return ", ".join(_pauses(dose))


def _pauses(dose: Dose) -> Iterator[str]:
    if dose.rep_rest_seconds:
        yield f"{seconds(dose.rep_rest_seconds)} between"
    if dose.rest_seconds:
        yield f"rest {seconds(dose.rest_seconds)}"
    if dose.tempo:
        yield f"tempo {dose.tempo.replace('-', HYPHEN)}"


def dose(dose: Dose, laterality: Laterality, limb: str) -> str:
    """A whole dose in words: `3 × 10, rest 60 s`, `5 × 10 s hold each side, 2 s between`, `30 s, alternating`,
    `10–12 reps each side, tempo 2-1-2-0, or 60 s hold`.
    """
    which = side(laterality, limb)
    joint = ", " if which == "alternating" else " "
    said = ", ".join(part for part in (f"{amount(dose)}{joint}{which}".strip(" ,"), pauses(dose)) if part)
    if not dose.alternative:
        return said
    other = ", ".join(part for part in (amount(dose.alternative), pauses(dose.alternative)) if part)
    return f"{said}{',' if pauses(dose) else ''} or {other}"


def _either(dose: Dose) -> Iterator[str]:
    yield amount(dose)
    if dose.alternative:
        yield f"or {amount(dose.alternative)}"


def dose_pair(start: Dose, goal: Dose, laterality: Laterality, limb: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Start dose and goal dose in one, in parts that stand on one line each, and then on which side, with what pauses.

    `30 s hold` `→ 60 s hold`, then `each foot` `rest 60 s`.
    """
    (first, then), (here, later) = ([tuple(said(dose)) for dose in (start, goal)] for said in (_either, _pauses))
    which = side(laterality, limb)
    return (
        first if first == then else (*first, f"→ {then[0]}", *then[1:]),
        (*((which,) if which else ()), *here, *(f"later {part}" for part in later if part not in here)),
    )


def explained(start: Dose, goal: Dose, laterality: Laterality, limb: str) -> tuple[str, ...]:
    """Explains the short notation of a record's doses in sentences: sides, sets, tempo."""
    sets = max(start.sets, goal.sets)
    turns = {
        "unilateral": f"{'All sets on' if sets > 1 else 'On'} the right {limb} first, then on the left.",
        "alternating": "Right and left take turns. The count is for each side.",
        "bilateral": "",
    }[laterality]
    tempos = dict.fromkeys(dose.tempo for dose in (start, goal) if dose.tempo)
    return tuple(sentence for sentence in (turns, *map(_tempo, tempos)) if sentence)


def _tempo(tempo: str) -> str:
    phases = zip(("lower for", "pause for", "raise for", "pause for"), map(int, tempo.split("-")), strict=True)
    said = listing(f"{what} {seconds(time)}" for what, time in phases if time)
    return f"Tempo {tempo.replace('-', HYPHEN)}: {said}."


def listing(words: Iterable[str], joint: str = "and") -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def within(name: str) -> str:
    """A name within a sentence: its first letter in lower case, unless it is an acronym."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


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
