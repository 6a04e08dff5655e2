"""Words doses, sides and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from limber.languages import formats
from limber.languages.messages import gettext, gettext_noop, ngettext, ngettext_noop, pgettext, spoken
from limber.languages.other_language import begun, joined
from limber.model.dose import FAST, NONE, More, SideOrder
from limber.model.load import Span
from limber.model.nouns import Dose, Effort, Load, Range, Sided

HYPHEN = "\N{NON-BREAKING HYPHEN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
TIMES = f"{NARROW}\N{MULTIPLICATION SIGN}{NARROW}"
Tempo = Callable[[str], str]
"""How a tempo such as `2-1-2-0` is said: in figures, unless it says another way."""
# Translators: stands behind "Stop at once:", in the form of a record's own texts there.
STOP_SIGNS = gettext_noop("Sharp pain, chest pain, dizziness, numbness, or a leg that gives way.")
"""When to stop whatever one does, in the words in which this site's routines say it."""

_LOADS = {
    # Translators: {amount} is a weight, such as 12 or 2 × 12, or the words of a band, such as red.
    "kg": gettext_noop("with {amount}\u202fkg"),
    "lb": gettext_noop("with {amount}\u202flb"),
    "added_kg": gettext_noop("with body weight + {amount}\u202fkg"),
    "added_lb": gettext_noop("with body weight + {amount}\u202flb"),
    "assistance_kg": gettext_noop("with {amount}\u202fkg assistance"),
    "assistance_lb": gettext_noop("with {amount}\u202flb assistance"),
    # Translators: 1RM is the most that one can lift once.
    "percent_of_max": gettext_noop("at {amount}\u202f% of 1RM"),
    "percent_of_training_max": gettext_noop("at {amount}\u202f% of training max"),
    "percent_of_body_weight": gettext_noop("at {amount}\u202f% of body weight"),
    "percent_of_load": gettext_noop("at {amount}\u202f% of the load"),
    "band": gettext_noop("with {amount} band"),
    "words": gettext_noop("with {amount}"),
}
_STEP = (gettext_noop("on a {height}\u202fcm step"), gettext_noop("on an {height}\u202fcm step"))
_EDGE = (gettext_noop("on a {height}\u202fmm edge"), gettext_noop("on an {height}\u202fmm edge"))
_SAID_WITH_AN = re.compile(r"8|1[18](?!\d)")
"""Numbers that begin with a vowel when said in English: eight, eleven, eighteen."""

_OURS = {
    "start_dose": gettext_noop("the start dose"),
    "goal_dose": gettext_noop("the goal dose"),
    "core_steps": gettext_noop("which exercises are core"),
    "instructions": gettext_noop("details of the steps"),
    "setup": gettext_noop("the setup"),
    "feel": gettext_noop("where you feel it"),
    "faults": gettext_noop("the faults and fixes"),
    "stop_signs": gettext_noop("the stop signs"),
    "contraindications": gettext_noop("who should not do it"),
    "easier": gettext_noop("the easier way"),
    "harder": gettext_noop("the harder way"),
    "progressions": gettext_noop("what to go on to"),
    "moving_on": gettext_noop("when to move on"),
    "care": gettext_noop("the care notes"),
    "when": gettext_noop("when to do it"),
    "how_often": gettext_noop("how often"),
    "why": gettext_noop("the reasons"),
    "how": gettext_noop("the order"),
    "tempo": gettext_noop("the tempo"),
    "rests": gettext_noop("the rests"),
    "cues": gettext_noop("the cues"),
    "precautions": gettext_noop("the precautions"),
    "changeovers": gettext_noop("the time for changeovers"),
}
_KINDS = {
    # Translators: what an exercise is, as in "stretch for calf and ankle".
    "mobility": gettext_noop("mobility"),
    "stretch": gettext_noop("stretch"),
    "strength": gettext_noop("strength"),
    "balance": gettext_noop("balance"),
    "release": gettext_noop("release"),
    "activation": gettext_noop("activation"),
    "cardio": gettext_noop("cardio"),
    "plyometric": gettext_noop("plyometric"),
    "breathing": gettext_noop("breathing"),
    "relaxation": gettext_noop("relaxation"),
}
_REGIONS = {
    # Translators: parts of the body, as in "stretch for calf and ankle".
    "toes": gettext_noop("toes"),
    "foot": gettext_noop("foot"),
    "ankle": gettext_noop("ankle"),
    "calf": gettext_noop("calf"),
    "shin": gettext_noop("shin"),
    "knee": gettext_noop("knee"),
    "thigh": gettext_noop("thigh"),
    "hip": gettext_noop("hip"),
    "pelvis": gettext_noop("pelvis"),
    "abdomen": gettext_noop("abdomen"),
    "trunk": gettext_noop("trunk"),
    "chest": gettext_noop("chest"),
    "back": gettext_noop("back"),
    "neck": gettext_noop("neck"),
    "jaw": gettext_noop("jaw"),
    "eyes": gettext_noop("eyes"),
    "shoulder": gettext_noop("shoulder"),
    "elbow": gettext_noop("elbow"),
    "wrist": gettext_noop("wrist"),
    "hand": gettext_noop("hand"),
    "fingers": gettext_noop("fingers"),
    "full-body": gettext_noop("full body"),
}
_POSITIONS = {
    "standing": gettext_noop("standing"),
    "walking": gettext_noop("walking"),
    "squatting": gettext_noop("squatting"),
    "seated": gettext_noop("seated"),
    "kneeling": gettext_noop("kneeling"),
    "half-kneeling": gettext_noop("half kneeling"),
    "hands-and-knees": gettext_noop("on hands and knees"),
    "plank": gettext_noop("plank"),
    "side-plank": gettext_noop("side plank"),
    "supine": gettext_noop("lying on your back"),
    "prone": gettext_noop("lying on your front"),
    "side-lying": gettext_noop("lying on your side"),
    "hanging": gettext_noop("hanging"),
    "inverted": gettext_noop("inverted"),
}
_OF_LIMBS = (
    # Translators: behind a dose, "3 × 10 each foot". In your language, these begin with the same word.
    gettext_noop("each side"),
    gettext_noop("each foot"),
    gettext_noop("each leg"),
    gettext_noop("each knee"),
    gettext_noop("each hip"),
    gettext_noop("each arm"),
    gettext_noop("each hand"),
    gettext_noop("each shoulder"),
    gettext_noop("left side only"),
    gettext_noop("right side only"),
    gettext_noop("left foot only"),
    gettext_noop("right foot only"),
    gettext_noop("left leg only"),
    gettext_noop("right leg only"),
    gettext_noop("left knee only"),
    gettext_noop("right knee only"),
    gettext_noop("left hip only"),
    gettext_noop("right hip only"),
    gettext_noop("left arm only"),
    gettext_noop("right arm only"),
    gettext_noop("left hand only"),
    gettext_noop("right hand only"),
    gettext_noop("left shoulder only"),
    gettext_noop("right shoulder only"),
    # Translators: "all sets on the right foot first, then on the left".
    gettext_noop("on the right side"),
    gettext_noop("on the weaker side"),
    gettext_noop("on the affected side"),
    gettext_noop("on the right foot"),
    gettext_noop("on the weaker foot"),
    gettext_noop("on the affected foot"),
    gettext_noop("on the right leg"),
    gettext_noop("on the weaker leg"),
    gettext_noop("on the affected leg"),
    gettext_noop("on the right knee"),
    gettext_noop("on the weaker knee"),
    gettext_noop("on the affected knee"),
    gettext_noop("on the right hip"),
    gettext_noop("on the weaker hip"),
    gettext_noop("on the affected hip"),
    gettext_noop("on the right arm"),
    gettext_noop("on the weaker arm"),
    gettext_noop("on the affected arm"),
    gettext_noop("on the right hand"),
    gettext_noop("on the weaker hand"),
    gettext_noop("on the affected hand"),
    gettext_noop("on the right shoulder"),
    gettext_noop("on the weaker shoulder"),
    gettext_noop("on the affected shoulder"),
)
"""What is said of a limb, whole: few languages put it together as English does."""


def count(amount: Range | Span) -> str:
    """A number or a range: `10`, `10–12`, `2.5`."""
    least, most = formats.number(amount.min), formats.number(amount.max)
    return least if least == most else f"{least}\N{EN DASH}{most}"


def seconds(amount: Range | int) -> str:
    """Exact time of a dose: `30 s`, `60 s`, `90–120 s`, `1–2 min`, `2 min 30 s`."""
    time = Range.of(amount) if isinstance(amount, int) else amount
    if time.max >= 120 and time.min % 60 == time.max % 60 == 0:
        return gettext("{count}\u202fmin", count=count(Range(time.min // 60, time.max // 60)))
    if time.min == time.max and time.max > 120:
        return gettext("{minutes}\u202fmin {seconds}\u202fs", minutes=time.max // 60, seconds=time.max % 60)
    return gettext("{count}\u202fs", count=count(time))


def day(it: date) -> str:
    """A day of the calendar: `22 November 2026`."""
    return formats.day(it)


def minutes(time: Range) -> str:
    """Length of a session: `6 min`; where that is rounded or estimated, `about 12–14 min`; below a minute and a half,
    seconds.
    """
    exact = not time.estimated and (time.max < 90 or _in_minutes(time) * 60 == time)
    return short_minutes(time) if exact else _about(short_minutes(time))


def short_minutes(time: Range) -> str:
    """The same where there is little room: `12–14 min`, rounded or not."""
    return seconds(time) if time.max < 90 else gettext("{count}\u202fmin", count=count(_in_minutes(time)))


def _in_minutes(time: Range) -> Range:
    return Range(max(1, (time.min + 30) // 60), (time.max + 30) // 60)


def _about(time: str) -> str:
    return gettext("about {time}", time=time)


def amount(dose: Dose, tempo: Tempo | None = None) -> str:
    """The amount of a dose: `60 s`, `10–12 reps`, `2–3 × 10`, `5 × 10 s hold`, `as many reps as possible in 60 s`,
    `5 breaths`, `400 m`; of sets that differ, `8, 5, 3 reps` or `2 × 10, then reps to fatigue`.
    """
    if dose.each_set:
        return _sets_that_differ(dose.each_set, tempo)
    sets = f"{count(dose.sets)}{TIMES}" if dose.sets.max > 1 else ""
    if dose.reps:
        return _amount_of_reps(dose, dose.reps, sets)
    if dose.breaths:
        return sets + _several(ngettext_noop("{count}\u202fbreath", "{count}\u202fbreaths"), dose.breaths)
    if dose.distance_metres:
        return f"{sets}{metres(dose.distance_metres)}"
    return f"{sets}{_amount_of_time(dose)}"


def _amount_of_reps(dose: Dose, reps: Range, sets: str) -> str:
    or_more = dose.open == "or-more"
    counted = gettext("{count} or more", count=count(reps)) if or_more else count(reps)
    if dose.hold_seconds:
        return f"{sets}{counted}{TIMES}" + gettext("{time} hold", time=seconds(dose.hold_seconds))
    if dose.open in _OPEN_REPS:
        return sets + gettext(_OPEN_REPS[dose.open])
    if sets:
        return f"{sets}{counted}"
    return _several(_REPS_OR_MORE if or_more else _REPS, reps)


def _amount_of_time(dose: Dose) -> str:
    if dose.work_seconds:
        time = seconds(dose.work_seconds)
        if dose.open == "as-many-as-possible":
            return gettext("as many reps as possible in {time}", time=time)
        return gettext("{time} or longer", time=time) if dose.open == "or-more" else time
    if dose.hold_seconds is None:
        raise ValueError("a dose without an amount")
    if dose.open == "as-long-as-possible":
        return gettext("hold as long as possible")
    time = seconds(dose.hold_seconds)
    if dose.open == "or-more":
        return gettext("{time} hold or longer", time=time)
    return gettext("{time} hold", time=time)


_OPEN_REPS = {
    "as-many-as-possible": gettext_noop("as many reps as possible"),
    "to-fatigue": gettext_noop("reps to fatigue"),
}
_REPS = ngettext_noop("{count}\u202frep", "{count}\u202freps")
# Translators: English says it alike of one and of several; in your language they may differ.
_REPS_OR_MORE = ngettext_noop("{count} or more reps", "{count} or more reps")


def _several(forms: tuple[str, str], amount: Range | Span, said: str = "") -> str:
    """An amount with what it counts, in the plural form of the most; `said` in place of the number."""
    return ngettext(*forms, amount.max, count=said or count(amount))


def metres(way: Range) -> str:
    """A distance: `400 m`, `20–30 m`, `1.5 km`."""
    if way.min >= 1000 and way.min % 100 == way.max % 100 == 0:
        return gettext("{count}\u202fkm", count=count(Span(way.min / 1000, way.max / 1000)))
    return gettext("{count}\u202fm", count=count(way))


def _sets_that_differ(sets: Sequence[Dose], tempo: Tempo | None) -> str:
    """Plain repetitions as a list of numbers, all else set by set, with what of its details not all sets share."""
    own = [key for key in _DETAILS if len({getattr(each, key) for each in sets}) > 1]
    rests = len(set(_rests(sets))) > 1
    if len(sets) > 1 and not own and not rests and all(_is_plain(each) for each in sets):
        return gettext("{counts}\u202freps", counts=", ".join(count(each.reps or NONE) for each in sets))
    said = []
    for number, each in enumerate(sets, 1):
        is_last = number == len(sets) and each.sets.max == 1
        words = [
            effort(each.effort) if "effort" in own and each.effort else "",
            _breath(each.breath_pattern) if "breath_pattern" in own else "",
            _rest(each.rest_seconds) if rests and not is_last else "",
            (tempo or _tempo)(each.tempo) if "tempo" in own else "",
        ]
        weight = f" {load(each.load)}" if "load" in own and each.load else ""
        said.append(", ".join([f"{amount(each)}{weight}", *filter(None, words)]))
    return _then().join(said)


def _then() -> str:
    # Translators: between sets or loads that follow one another; with its spaces.
    return gettext(", then ")


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
    said = [gettext(_LOADS[it.unit], amount=_steps(it))] if it.unit else []
    for heights, words in ((it.step_cm, _STEP), (it.edge_mm, _EDGE)):
        if heights:
            listed = _then().join(map(count, heights))
            said.append(gettext(words[bool(_SAID_WITH_AN.match(listed))], height=listed))
    return ", ".join(said)


def _steps(it: Load) -> str:
    pieces = f"{it.pieces}{TIMES}" if it.pieces > 1 else ""
    return _then().join(f"{pieces}{step}" for step in it.names or tuple(map(count, it.amounts)))


def effort(it: Effort) -> str:
    """An effort: `effort 7 of 10`, `2 reps in reserve`, `30–50 % effort`."""
    return _effort(count(it.amount), it)


def _effort(number: str, it: Effort) -> str:
    """An effort with this number, which may lead to that of the effort: `3 → 2 reps in reserve`."""
    if it.scale == "rpe":
        return gettext("effort {number} of 10", number=number)
    if it.scale == "percent":
        return gettext("{number}\u202f% effort", number=number)
    if it.scale == "percent_of_max_heart_rate":
        return gettext("{number}\u202f% of max heart rate", number=number)
    return _several(_RESERVE, it.amount, number)


_RESERVE = ngettext_noop("{count}\u202frep in reserve", "{count}\u202freps in reserve")


def side(of: Sided, order: SideOrder = "") -> str:
    """The sides and directions that a dose is for: `each foot`, `each foot in turn`, `each direction`, `alternating`,
    `left foot only`; empty for bilateral exercises.
    """
    if of.sides:
        which = gettext("both sides at once") if of.sides == "both" else _of_limb(f"{of.sides} {of.limb} only")
    elif of.laterality == "unilateral":
        each = _of_limb(f"each {of.limb}")
        which = gettext(_ORDERS[order], side=each) if order else each
    else:
        which = gettext("alternating") if of.laterality == "alternating" else ""
    return ", ".join(part for part in (which, gettext("each direction") if of.directions else "") if part)


def _of_limb(english: str) -> str:
    return gettext(english)


_ORDERS = {
    # Translators: {side} is "each foot" or the like.
    "in-turn": gettext_noop("{side} in turn"),
    "weaker-first": gettext_noop("{side}, weaker first"),
    "affected-first": gettext_noop("{side}, affected first"),
}


def _is_each(which: str) -> bool:
    """Whether a side is joined to an amount without a comma: `3 × 10 each foot`."""
    # Translators: what "each foot", "each side", "each direction" and the others begin with.
    return which.startswith(gettext("each"))


def large(dose: Dose) -> str:
    """The amount of a dose where it stands alone, with its unit: `3 × 10 reps`."""
    said = amount(dose)
    return gettext("{count}\u202freps", count=said) if _BARE.match(said) else said


_BARE = re.compile(rf"^[\d–]+{TIMES}[\d–]+$")
"""Sets of repetitions, whose unit a whole dose leaves out."""


def details(dose: Dose) -> str:
    """What is told of a dose beneath its amount and load, its tempo in words: `rest 60–90 s, 2 s down · 2 s up`."""
    return ", ".join(_details(dose, _pace))


def _details(dose: Dose, tempo: Tempo | None = None) -> Iterator[str]:
    rests = set(_rests(dose.runs))
    hard = shared(dose, "effort")
    between = dose.rep_rest_seconds and gettext("{time} between", time=seconds(dose.rep_rest_seconds))
    clock = dose.every_seconds and gettext("a set every {time}", time=seconds(dose.every_seconds))
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


_MORE = {
    # Translators: {amount} is such as 2.5 kg, 10 s or 2 reps.
    "": (gettext_noop("then each time {amount} more"), gettext_noop("then each time {amount} less")),
    "rest_seconds": (
        gettext_noop("then each time {amount} more rest"),
        gettext_noop("then each time {amount} less rest"),
    ),
    "assistance": (
        gettext_noop("then each time {amount} more assistance"),
        gettext_noop("then each time {amount} less assistance"),
    ),
}
"""What is told by more and less of it, and all else by the amount alone."""
_PIECES = {
    "sets": ngettext_noop("{count} set", "{count} sets"),
    "reps": ngettext_noop("{count} rep", "{count} reps"),
    "breaths": ngettext_noop("{count} breath", "{count} breaths"),
    "rir": ngettext_noop("{count} rep in reserve", "{count} reps in reserve"),
}
_MEASURES = {
    "kg": gettext_noop("{count}\u202fkg"),
    "lb": gettext_noop("{count}\u202flb"),
    "distance_metres": gettext_noop("{count}\u202fm"),
    "step_cm": gettext_noop("{count}\u202fcm"),
    "edge_mm": gettext_noop("{count}\u202fmm"),
    "percent": gettext_noop("{count}\u202f% effort"),
    "percent_of_max": gettext_noop("{count}\u202f% of 1RM"),
    "percent_of_training_max": gettext_noop("{count}\u202f% of training max"),
    "percent_of_max_heart_rate": gettext_noop("{count}\u202f% of max heart rate"),
    "percent_of_body_weight": gettext_noop("{count}\u202f% of body weight"),
    "rpe": gettext_noop("{count}\u202fof 10 in effort"),
}


def each_time(it: More) -> str:
    """What comes on top each time: `then each time 2.5 kg more`, `then each time 10 s less rest`."""
    number = abs(it.amount)
    if it.unit.endswith("_seconds"):
        said = seconds(int(number))
    elif it.unit in _PIECES:
        said = ngettext(*_PIECES[it.unit], number, count=formats.number(number))
    else:
        measure = _MEASURES.get(it.unit) or _MEASURES.get(it.unit.split("_")[-1], "")
        said = gettext(measure, count=formats.number(number))
    words = _MORE.get(it.unit) or _MORE["assistance" if it.unit.startswith("assistance_") else ""]
    return gettext(words[it.amount < 0], amount=said)


def _breath(pattern: Sequence[int]) -> str:
    parts = zip(_BREATH, pattern, strict=False)
    return ", ".join(gettext(part, time=seconds(time)) for part, time in parts if time)


_HOLD = gettext_noop("hold {time}")
_BREATH = (gettext_noop("in {time}"), _HOLD, gettext_noop("out {time}"), _HOLD)
"""The parts of a breath."""


def _rest(time: Range) -> str:
    return gettext("rest {time}", time=seconds(time)) if time.max else ""


def _tempo(tempo: str) -> str:
    return gettext("tempo {tempo}", tempo=tempo.replace("-", HYPHEN)) if tempo else ""


def _fast() -> str:
    return gettext("fast")


def _pace(tempo: str) -> str:
    """A tempo in words, without what takes no time: `2 s down · 1 s pause · 2 s up`."""
    parts = zip(tempo.split("-"), _PACE, strict=False)
    said = (
        gettext(part, time=_fast() if time == FAST else seconds(int(time)))
        for time, part in parts
        if time not in ("", "0")
    )
    return " · ".join(said)


_PAUSE = gettext_noop("{time}\u00a0pause")
_PACE = (gettext_noop("{time}\u00a0down"), _PAUSE, gettext_noop("{time}\u00a0up"), _PAUSE)
"""The parts of a tempo; {time} is such as 2 s, or fast."""


def loaded(dose: Dose) -> str:
    """The amount of a dose with its load: `3 × 10 with 12 kg`."""
    it: Load | None = shared(dose, "load")
    return f"{amount(dose)} {load(it)}" if it else amount(dose)


def dose(dose: Dose, of: Sided) -> str:
    """A whole dose in words: `3 × 10, rest 60 s`, `5 × 10 s hold each side, 2 s between`, `30 s, alternating`,
    `10–12 reps each side, tempo 2-1-2-0, or 60 s hold`, `3 × 8 each leg with 2 × 12 kg`.
    """
    return _dose(dose, of, _tempo)


def paced(dose: Dose, of: Sided) -> str:
    """A whole dose, its tempo in words, too: `6 reps each side, 2 s down · 1 s pause · 2 s up, or 60 s hold`."""
    return _dose(dose, of, _pace)


def _dose(dose: Dose, of: Sided, tempo: Tempo) -> str:
    said = _whole(dose, side(of, dose.side_order), tempo)
    if not dose.alternative:
        return said
    other = _whole(dose.alternative, "", tempo)
    if any(_details(dose)):
        return gettext("{dose}, or {other}", dose=said, other=other)
    return gettext("{dose} or {other}", dose=said, other=other)


def brief(dose: Dose, of: Sided) -> str:
    """A dose without what paces it, for lists: `3 × 10 each side with 12 kg`, `10–12 reps each side or 60 s hold`."""
    said = _done(dose, side(of, dose.side_order))
    if not dose.alternative:
        return said
    return gettext("{dose} or {other}", dose=said, other=_done(dose.alternative, ""))


def _whole(dose: Dose, which: str, tempo: Tempo) -> str:
    return ", ".join(part for part in (_done(dose, which, tempo), *_details(dose, tempo)) if part)


def _done(dose: Dose, which: str, tempo: Tempo | None = None) -> str:
    """The amount of a dose on these sides, with its load."""
    said = amount(dose, tempo)
    is_list = len(dose.each_set) > 1 and _then() in said
    plain = _is_each(which) and not is_list
    if which:
        said += f" {which}" if plain else f", {which}"
    if it := shared(dose, "load"):
        close = "," not in which if _is_each(which) else not which and not is_list
        said += f"{' ' if close else ', '}{load(it)}"
    return said


def _either(dose: Dose) -> Iterator[str]:
    yield loaded(dose)
    if dose.alternative:
        yield gettext("or {dose}", dose=loaded(dose.alternative))


def _amounts(start: Dose, goal: Dose) -> tuple[str, ...]:
    """Start and goal in parts, their unit once: `30` `→ 60 s hold`.

    Where only the load becomes another of its unit, in one: `3 × 10 with 12 → 16 kg`.
    """
    first, then = tuple(_either(start)), tuple(_either(goal))
    if first == then:
        return first
    one, other = shared(start, "load"), shared(goal, "load")
    if amount(start) == amount(goal) and not start.alternative and not goal.alternative and _grows(one, other):
        return (f"{amount(start)} {gettext(_LOADS[one.unit], amount=f'{_steps(one)} {_arrow()} {_steps(other)}')}",)
    (number, unit), (_, other_unit) = _counted(first[0]), _counted(then[0])
    if len(first) == 1 and unit == other_unit != "":
        first = (number,)
    return (*first, f"{_arrow()} {then[0]}", *then[1:])


def _arrow() -> str:
    """What leads from the start to the goal, as lines run in the site's language."""
    return "←" if spoken().direction == "rtl" else "→"


def _counted(said: str) -> tuple[str, str]:
    """A number and what it counts; that is empty where it is no unit alone: `2 × 30 s`, `1 min 30 s`.

    Before a long word a language may have a common space: `10–12 Wiederholungen`.
    """
    number, _, unit = said.partition(NARROW if NARROW in said else " ")
    is_unit = number.replace("–", "").isdecimal() and not any(letter.isdecimal() for letter in unit)
    return number, unit if is_unit else ""


def _grows(one: Load | None, other: Load | None) -> bool:
    """Whether two loads are of one unit, without heights."""
    both = [each for each in (one, other) if each and each.unit and not each.step_cm and not each.edge_mm]
    return len(both) == 2 and len({each.unit for each in both}) == 1


def _details_of_both(start: Dose, goal: Dose) -> Iterator[str]:
    """The details of the start, and what is another later; an effort of one scale in one: `3 → 2 reps in reserve`."""
    here, later = list(_details(start)), list(_details(goal))
    one, other = shared(start, "effort"), shared(goal, "effort")
    if one and other and one != other and one.scale == other.scale:
        here[0] = _effort(f"{count(one.amount)} {_arrow()} {count(other.amount)}", other)
        del later[0]
    yield from here
    yield from (gettext("later {detail}", detail=part) for part in later if part not in here)


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
        *(gettext(_EFFORTS[scale]) for scale in efforts if scale in _EFFORTS),
        *(gettext(_UNITS[unit]) for unit in units if unit in _UNITS),
    )


def _turns(of: Sided, order: SideOrder, several: bool) -> Iterator[str]:
    """In which order the sides and the directions come."""
    if of.laterality == "alternating":
        yield gettext("Right and left take turns. The count is for each side.")
    elif of.laterality == "unilateral" and order == "in-turn":
        side = _of_limb(f"on the right {of.limb}")
        yield gettext("A set {side}, then one on the left, and so on.", side=side)
    elif of.laterality == "unilateral":
        which = {"weaker-first": "weaker", "affected-first": "affected"}.get(order, "right")
        first = _of_limb(f"on the {which} {of.limb}")
        # Translators: {side} is "on the right foot" or the like; where it begins a sentence, it gets a capital letter.
        yield capital(gettext(_SETS_OF_SIDES[several, bool(order)], side=first))
    if of.directions:
        first, second = of.directions
        yield gettext("First {first}, then {second}. The count is for each direction.", first=first, second=second)


_SETS_OF_SIDES = {
    (True, False): gettext_noop("All sets {side} first, then on the left."),
    (True, True): gettext_noop("All sets {side} first, then on the other one."),
    (False, False): gettext_noop("{side} first, then on the left."),
    (False, True): gettext_noop("{side} first, then on the other one."),
}
"""In which order sides come: whether there are several sets, and whether the order is not the usual one."""
_EFFORTS = {
    "rpe": gettext_noop("Effort: 0 is rest, 10 is the hardest that you can."),
    "rir": gettext_noop("Reps in reserve: stop while you could still do that many."),
    "percent": gettext_noop("Effort: 100 % is as hard as you can."),
    "percent_of_max_heart_rate": gettext_noop("Heart rate: 100 % is the fastest that your heart can beat."),
}
_UNITS = {
    "percent_of_max": gettext_noop("1RM: the most that you can lift once."),
    "percent_of_training_max": gettext_noop("Training max: a little less than you can lift once, often 90 % of it."),
}


def listing(words: Iterable[str], joint: str = "and") -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`; nothing where there are none."""
    return formats.listing(words, joint)


_PROPER = re.compile(
    r"(Bosu|Bulgarian|Indian|Nordic|Olympic|Pilates|Roman|Russian|Smith|Swiss|Theraband|Turkish|Velcro)(?!\w)"
)
"""Names of people, places and makers that things for exercise are called by."""


def within(name: str) -> str:
    """The name of a thing within a sentence: its first letter in lower case, unless it is an acronym or a proper name.

    The name of an exercise, a routine or a programme is used as it is written.
    """
    kept = spoken().capitalizes_nouns or name[1:2].isupper() or _PROPER.match(name)
    return name if kept else begun(name, lambda part: part[:1].lower() + part[1:])


def a(name: str) -> str:
    """A name within a sentence, in English with its article: `a half dome`, `an exercise band`."""
    if not spoken().is_made_of_english:
        return within(name)
    return joined(["an" if name[:1].lower() in "aeio" else "a", within(name)])


def quoted(name: str) -> str:
    """The name of an exercise in a list within a sentence, as it is written: between quotation marks where its language
    needs them, as for `nicht für „Waden dehnen“`.
    """
    # Translators: an exercise in a sentence, in quotation marks where its name would read as words of the sentence.
    return pgettext("name within a sentence", "{name}", name=name)


def named(name: str) -> str:
    """The same on pages: without quotation marks, as in English, its first letter is in lower case."""
    said = quoted(name)
    return within(name) if said == name else said


def ours(fields: Iterable[str]) -> str:
    """The parts of a record that are not the credited work's but this site's, as a sentence lists them."""
    return listing(gettext(_OURS[field]) for field in fields)


def kind(name: str) -> str:
    """What an exercise is, as one says it: `stretch`; empty where nobody has said."""
    return gettext(_KINDS.get(name) or name) if name else ""


def region(name: str) -> str:
    """A part of the body as one says it: `calf`, `full body`."""
    return gettext(_REGIONS.get(name) or name)


def position(name: str) -> str:
    """A position as one says it: `standing`, `lying on your back`."""
    return gettext(_POSITIONS.get(name) or name.replace("-", " "))


def capital(words: str) -> str:
    """The text with its first letter in upper case."""
    return begun(words, lambda part: part[:1].upper() + part[1:])
