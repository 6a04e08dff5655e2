"""Words the weeks of programmes, and when a session is done in them."""

from __future__ import annotations

from dataclasses import replace

from limber import wording
from limber.model.nouns import Programme, Range, Routine, Session, Step
from limber.wording import NARROW

_NUMBERS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}


def when(session: Session) -> str:
    """When a session is done: `Tuesday and Thursday`, `every second day, twice`, `each day, 2–4 times`,
    `each day, every 60 min from 9:00 to 17:00`, `Monday, every second week from week 1 on`.
    """
    return ", ".join(filter(None, (_days(session), _times(session), _weeks(session))))


def when_in(session: Session, first: int, last: int | None) -> str:
    """When a session is done in some weeks: which of them goes without saying where there is one."""
    return when(replace(session, first_week=0) if first == last else session)


def _days(session: Session) -> str:
    if session.days:
        return wording.listing(map(wording.capital, session.days))
    if session.times_a_week:
        days = session.times_a_week
        return f"{wording.count(days)} day{'' if days.max == 1 else 's'} a week"
    if session.every_days == 7:
        return "once a week"
    return _every(session.every_days, "day") if session.every_days > 1 else "each day"


def _every(number: int, what: str) -> str:
    """`every second day`, `every 10 days`."""
    return f"every {_NUMBERS[number]} {what}" if number in _NUMBERS else f"every {number} {what}s"


def _weeks(session: Session) -> str:
    """In which weeks of its phase, where it is not in all of them."""
    if not session.first_week:
        return ""
    every = _every(session.every_weeks, "week") + " " if session.every_weeks > 1 else ""
    return f"{every}from week {session.first_week} on"


def _times(session: Session) -> str:
    between = session.between and (_plain(session.between.begin), _plain(session.between.end))
    if session.every_minutes:
        return f"every {session.every_minutes}{NARROW}min from {' to '.join(between or ())}"
    if session.times_a_day.max == 1:
        said = ""
    elif session.times_a_day == Range(2, 2):
        said = "twice"
    else:
        said = f"{wording.count(session.times_a_day)} times"
    return f"{said or 'once'} between {' and '.join(between)}" if between else said


def _plain(time: str) -> str:
    """`09:00` as `9:00`."""
    return time.removeprefix("0")


def which(routine: Routine, step: Step) -> str:
    """`2 of 3` for the second of three steps with the same exercise; empty for the only one."""
    same = [each.number for each in routine.steps if each.exercise.id == step.exercise.id]
    return f"{same.index(step.number) + 1} of {len(same)}" if len(same) > 1 else ""


def named(name: str, routine: Routine, step: Step) -> str:
    """The name of a step's exercise, `Run, 2 of 3` where it comes again in the routine."""
    return ", ".join(filter(None, (name, which(routine, step))))


def how_long(programme: Programme) -> str:
    """How long a programme takes: `12 weeks`, `8 weeks and more` where a phase has no number of weeks."""
    count = sum(phase.weeks.max - phase.weeks.min + 1 for phase in programme.phases if phase.weeks)
    said = f"{count} week{'' if count == 1 else 's'}"
    if all(phase.weeks for phase in programme.phases):
        return said
    return f"{said} and more" if count else "As long as it takes"


def weeks(first: int, last: int | None) -> str:
    """`Week 1`, `Weeks 1–4`; without a last one, `From week 5`."""
    if last is None:
        return f"From week {first}"
    return f"Week {first}" if first == last else f"Weeks {wording.count(Range(first, last))}"
