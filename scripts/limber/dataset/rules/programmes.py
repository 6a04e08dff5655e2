"""Rules on programmes: phases that follow one another, days said in one way, doses and growth of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from limber import programme_weeks, wording
from limber.dataset.problem import Place, Problem, Said, listed, quoted, say
from limber.dataset.rules.ranges import downward
from limber.dataset.rules.tables import Record, Tables
from limber.dataset.spelling import nearest
from limber.model.load import HEIGHTS, UNITS
from limber.model.nouns import Dataset, Dose, Growth, Programme, Session, Step
from limber.model.programme import GROWTHS
from limber.plain_text import plain

_ENDLESS = 1_000_000  # the last week of weeks without an end
_FEW = 8  # steps that a remedy lists


def a_phase_has_weeks_or_an_end(tables: Tables) -> Iterator[Problem]:
    """A phase lasts so many weeks, or until something is reached."""
    for where, phase in tables.phases:
        if "weeks" not in phase and "until" not in phase:
            yield Problem(
                where,
                say("the phase has no weeks, and nothing says when it ends."),
                say('Add "weeks:", such as {first: 1, last: 4}, or "until:" with what one can do when it is over.'),
                at_key=True,
                covers=((*where, "weeks"), (*where, "until")),
            )


def weeks_follow_one_another(tables: Tables) -> Iterator[Problem]:
    """The weeks of a phase begin where those before end: none is in two phases, and none in no phase."""
    for where, programme in tables.records("programmes"):
        begins: int | None = 1  # unknown behind weeks that cannot be read
        for number, phase in enumerate(programme.get("phases", ())):
            if not phase or "weeks" not in phase:
                begins = 1
                continue
            place = (*where, "phases", number, "weeks")
            weeks = _weeks(phase)
            if weeks and weeks[1] >= _ENDLESS and number < len(programme["phases"]) - 1:
                yield Problem(
                    place,
                    say("these weeks have no end, and another phase follows."),
                    say(
                        'Write {first: {weeks}, last: NUMBER} with the number of the last, or "until:" in its place.',
                        weeks=weeks[0],
                    ),
                )
                begins = None
                continue
            if weeks and begins and (problem := _misplaced(place, *weeks, begins, number)):
                yield problem
            begins = max(*weeks, begins or 1) + 1 if weeks else None


def _weeks(phase: Record) -> tuple[int, int] | None:
    """The first and the last week of a phase, where it says both."""
    weeks = phase.get("weeks")
    if isinstance(weeks, dict):
        return (weeks["first"], weeks.get("last", _ENDLESS)) if "first" in weeks else None
    return (weeks, weeks) if isinstance(weeks, int) else None


def _misplaced(where: Place, first: int, last: int, begins: int, before: int) -> Problem | None:
    if last < first:
        what = say("the weeks run backward, from {first} to {last}.", first=first, last=last)
        return Problem(where, what, say("Write {first: {last}, last: {first}} in its place.", last=last, first=first))
    again = begins == 1 and before > 0
    length = last - first if last < begins or again else last - begins
    endless = last == _ENDLESS
    right = f"{{first: {begins}{'' if endless else f', last: {begins + length}'}}}" if length else f"{begins}"
    if first < begins:
        what = (
            say("week {first} is in the phase before, too.", first=first)
            if begins > 1
            else say("weeks are counted from 1.")
        )
        return Problem(where, what, say("Write {right} in its place.", right=right))
    if first > begins and again:
        what = say("weeks are counted from 1 again, since the phase before has no number of weeks.")
        return Problem(where, what, say("Write {right} in its place.", right=right))
    if first > begins:
        missing = f"week {begins} is" if first == begins + 1 else f"weeks {begins} to {first - 1} are"
        return Problem(
            where,
            say("{missing} in no phase.", missing=missing),
            say("Write {right} in its place, or add a phase before it.", right=right),
        )
    return None


def a_session_says_its_days_in_one_way(tables: Tables) -> Iterator[Problem]:
    """Days of the week, every so many days, or so many times a week; so many times a day, or every so many minutes."""
    for where, session in tables.sessions:
        for ways in (("days", "every_days", "times_a_week"), ("times_a_day", "every_minutes")):
            given = [each for each in ways if each in session]
            if len(given) > 1:
                yield Problem(
                    (*where, given[1]),
                    say("the session gives {given}.", given=listed(given)),
                    say("Keep the one meant."),
                    at_key=True,
                    covers=tuple((*where, each) for each in given),
                )
        if "between" in session and "every_minutes" not in session and "times_a_day" not in session:
            yield Problem(
                (*where, "between"),
                say("from when to when goes with every so many minutes, but the session does not say how many."),
                say('Add "every_minutes: 60" for hourly, or take it out.'),
                at_key=True,
            )
        if "every_minutes" in session and "between" not in session:
            yield Problem(
                (*where, "every_minutes"),
                say("nothing says from when to when."),
                say('Write below it, with your own times: between: {from: "09:00", to: "17:00"}'),
                at_key=True,
            )


def a_session_is_in_weeks_of_its_phase(tables: Tables) -> Iterator[Problem]:
    """A session begins in one of the weeks of its phase; each so many weeks are weeks in which it has days."""
    for where, session in tables.sessions:
        if "every_weeks" in session and "every_days" in session:
            yield Problem(
                (*where, "every_weeks"),
                say("the session is done every so many days, and not in all weeks."),
                say('Write "days:" in place of "every_days:", or take "every_weeks:" out.'),
                at_key=True,
                covers=((*where, "every_days"),),
            )
    for where, phase in tables.phases:
        weeks = _weeks(phase)
        for number, session in enumerate(phase.get("sessions", ())):
            first = session.get("first_week") if session else None
            if weeks and isinstance(first, int) and not weeks[0] <= first <= weeks[1]:
                least, most = weeks
                to = "and more" if most == _ENDLESS else f"to {most}"
                what = say(
                    "week {first} is not in this phase, which has weeks {least} {to}.", first=first, least=least, to=to
                )
                tip = (
                    say("Write a number from {least} {to}.", least=least, to=to)
                    if most > least
                    else say("Write {least}.", least=least)
                )
                yield Problem((*where, "sessions", number, "first_week"), what, tip)


def no_session_stands_twice(tables: Tables) -> Iterator[Problem]:
    """What is done more often says so by its days and times."""
    for where, phase in tables.phases:
        sessions = phase.get("sessions", ())
        for number, session in enumerate(sessions):
            if session and session in sessions[:number]:
                what = say("session {index} of this phase says the same.", index=sessions.index(session) + 1)
                tip = say("Take it out. Is it done more often, say so by times_a_day or by days.")
                yield Problem((*where, "sessions", number), what, tip)


def the_times_of_a_session_run_forward(tables: Tables) -> Iterator[Problem]:
    """A day begins before it ends, and the least of a range comes before the most."""
    for where, session in tables.sessions:
        for key in ("times_a_week", "times_a_day"):
            if isinstance(amount := session.get(key), dict):
                yield from downward((*where, key), amount)
        between = session.get("between", {})
        if not {"from", "to"} <= between.keys():
            continue
        first, last = (_minutes(between[key]) for key in ("from", "to"))
        if first is not None and last is not None and first >= last:
            yield Problem(
                (*where, "between", "to"),
                say("{end} is not later than {begin}.", end=between["to"], begin=between["from"]),
                say(
                    'Write {from: "{end}", to: "{begin}"}, or the times that are meant.',
                    end=between["to"],
                    begin=between["from"],
                )
                if first > last
                else say("Write the time that is meant."),
            )


def _minutes(time: str) -> int | None:
    hour, _, minute = time.partition(":")
    return 60 * int(hour) + int(minute) if hour.isdecimal() and minute.isdecimal() else None


def a_growth_is_in_one_unit(tables: Tables) -> Iterator[Problem]:
    """What comes on top each week is in the unit of its limit, and is something."""
    for where, growth in _growths(tables):
        given = [each for each in GROWTHS if each in growth]
        if len(given) > 1:
            covers = tuple((*where, each) for each in given)
            yield Problem(
                (*where, given[1]),
                say("the growth gives {given}.", given=listed(given)),
                say("Keep the one meant."),
                True,
                covers,
            )
        if not given:
            yield Problem(
                where,
                say("nothing says what comes on top."),
                say('Add "each_week:", such as {kg: 5}, or each_time, or each_second_week to each_fourth_week.'),
                at_key=True,
                covers=tuple((*where, each) for each in (*GROWTHS, *(growth.keys() - {"limit"}))),
            )
        if len(given) != 1:
            continue
        key = given[0]
        step, limit = growth[key], growth.get("limit", {})
        if len(step) != 1 or len(limit) != 1:
            continue
        ((unit, amount),), (other,) = step.items(), limit
        if unit != other:
            yield Problem(
                (*where, "limit", other),
                say("the limit is in {other}, but {plain} is in {unit}.", other=other, plain=_plain(key), unit=unit),
                say("Write the limit in {unit}, too.", unit=unit),
                at_key=True,
            )
        elif amount == 0:
            yield Problem(
                (*where, key, unit),
                say("this grows by nothing."),
                say("Write what comes on top {plain}, or take the growth out.", plain=_plain(key)),
            )


def _plain(key: str) -> str:
    return key.replace("_", " ")


def _growths(tables: Tables) -> Iterator[tuple[Place, Record]]:
    """Every growth of programmes and of sessions."""
    for where, record in (*tables.records("programmes"), *tables.sessions):
        for name, growth in record.get("growth", {}).items():
            yield (*where, "growth", name), growth


def a_step_that_is_named_is_in_its_routine(dataset: Dataset) -> Iterator[Problem]:
    """Doses and growth of a session are of steps of its routine; growth of a programme is of steps of any of them."""
    for programme in dataset.programmes.values():
        place: Place = ("programmes", programme.id)
        everywhere: dict[str, None] = {}
        for where, session in _sessions(programme):
            names = dict.fromkeys(session.routine.anchor(step) for step in session.routine.steps)
            everywhere |= names
            given = [
                *(("doses", each.step) for each in session.doses),
                *(("growth", each.step) for each in session.growths),
            ]
            for key, name in given:
                if name not in names:
                    what = say("routine {id} has no step {name}.", id=quoted(session.routine.id), name=quoted(name))
                    yield Problem((*where, key, name), what, _meant(name, names), at_key=True)
        for each in programme.growths:
            if each.step not in everywhere:
                what = say("no routine of the programme has a step {step}.", step=quoted(each.step))
                yield Problem((*place, "growth", each.step), what, _meant(each.step, everywhere), at_key=True)


def _meant(name: str, names: Iterable[str]) -> Said:
    names = list(names)
    if near := nearest(name, names):
        return say("Did you mean {near}?", near=quoted(near))
    if len(names) <= _FEW:
        return say("There is {names}.", names=listed([*map(quoted, names)], "or"))
    return say("Write the id of an exercise that the routine has.")


def a_growth_has_something_to_grow_and_a_limit_ahead(dataset: Dataset) -> Iterator[Problem]:
    """What grows is in the dose, in the same unit, and its limit is still to be reached."""
    for programme in dataset.programmes.values():
        told: set[Place] = set()
        for where, growth, dose, step in _growing(programme):
            if where in told:
                continue
            problem = _nothing_to_grow(where, growth, dose, step) or _no_limit_ahead(where, growth, dose)
            if problem:
                told.add(where)
                yield problem


def what_grows_each_time_is_done_so_many_times(dataset: Dataset) -> Iterator[Problem]:
    """What grows each time that it is done is done so many times a week, and not two or three times."""
    for programme in dataset.programmes.values():
        for where, session in _sessions(programme):
            growths = (programme.growth_of(session, step)[0] for step in session.routine.steps)
            vague = _vague(session)
            if vague and any(each and not each.every_weeks for each in growths):
                yield Problem(
                    (*where, vague),
                    say("something grows here each time, but nobody knows how many times a week this is."),
                    say(
                        'Write "days:" or "times_a_week: 3" in place of "{vague}:", or let it grow each week.',
                        vague=vague,
                    )
                    if vague == "every_days"
                    else say("Write one number, or let it grow each week."),
                    at_key=True,
                )


def _vague(session: Session) -> str:
    """What leaves open how many times a week a session is done."""
    if session.times_a_week and session.times_a_week.min < session.times_a_week.max:
        return "times_a_week"
    if session.every_days > 1:
        return "every_days"
    if session.every_minutes:
        return "every_minutes"
    return "times_a_day" if session.times_a_day.min < session.times_a_day.max else ""


def _growing(programme: Programme) -> Iterator[tuple[Place, Growth, Dose, Step]]:
    """Each growth with a step that it is of, and the dose that it begins with."""
    for where, session in _sessions(programme):
        if {each.step for each in session.doses} - {session.routine.anchor(step) for step in session.routine.steps}:
            continue  # a misspelt one may be the dose that grows
        for step in session.routine.steps:
            growth, of_session = programme.growth_of(session, step)
            if growth:
                place = where if of_session else ("programmes", programme.id)
                yield (*place, "growth", growth.step), growth, session.dose_of(step), step


def _sessions(programme: Programme) -> Iterator[tuple[Place, Session]]:
    for phase in programme.phases:
        for number, session in enumerate(phase.sessions):
            yield ("programmes", programme.id, "phases", phase.number - 1, "sessions", number), session


def _nothing_to_grow(where: Place, growth: Growth, dose: Dose, step: Step) -> Problem | None:
    unit = growth.unit
    if programme_weeks.amounts(dose, unit):
        return None
    said = plain(wording.dose(dose, step.exercise))
    loads = [each.load.unit for each in dose.runs if each.load and each.load.unit in UNITS]
    if unit in (*UNITS, *HEIGHTS) and loads:
        what = say(
            "this grows in {unit}, but the dose has its load in {loads}: {said}.", unit=unit, loads=loads[0], said=said
        )
        return Problem((*where, _key(growth), unit), what, say("Write both in {loads}.", loads=loads[0]), at_key=True)
    what = say("the dose has no {unit} that could grow: {said}.", unit=unit, said=said)
    return Problem((*where, _key(growth), unit), what, _given(unit), at_key=True)


def _key(growth: Growth) -> str:
    """What says in the data how much comes on top."""
    return next(key for key, weeks in GROWTHS.items() if weeks == growth.every_weeks)


def _given(unit: str) -> Said:
    """What the dose would need."""
    if unit in programme_weeks.OF_DOSE:
        return say('Let something grow that it has, or give it "{unit}:" as a number to begin with.', unit=unit)
    key = "load" if unit in (*UNITS, *HEIGHTS) else "effort"
    return say(
        'Give it one to begin with, such as "{key}: {{unit}: 3}", in "doses:" of the session or in the routine.',
        key=key,
        unit=unit,
    )


def _no_limit_ahead(where: Place, growth: Growth, dose: Dose) -> Problem | None:
    found = programme_weeks.amounts(dose, growth.unit)
    if growth.more > 0:
        begins = max(each.min for each in found)
        reached, way = growth.limit <= begins, "more"
    else:
        begins = min(each.max for each in found)
        reached, way = growth.limit >= begins, "less"
    if not reached:
        return None
    what = say(
        "the dose begins with {begins}, so that the limit {limit} is reached before anything grows.",
        begins=f"{begins:g}",
        limit=f"{growth.limit:g}",
    )
    return Problem(
        (*where, "limit", growth.unit),
        what,
        say("Write a limit that is {way} than {begins}.", way=way, begins=f"{begins:g}"),
    )
