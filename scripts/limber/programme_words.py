"""Words the weeks of programmes, and when a session is done in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from limber import wording
from limber.languages import formats
from limber.languages.messages import gettext, gettext_noop, ngettext
from limber.languages.other_language import joined
from limber.model.nouns import Day, Phase, Programme, Range, Routine, Session, Step

_WEEK = get_args(Day)
_EVERY_DAYS = {
    1: gettext_noop("each day"),
    2: gettext_noop("every second day"),
    3: gettext_noop("every third day"),
    4: gettext_noop("every fourth day"),
    5: gettext_noop("every fifth day"),
    6: gettext_noop("every sixth day"),
    7: gettext_noop("once a week"),
}
_EVERY_WEEKS = {
    1: gettext_noop("from week {week} on"),
    2: gettext_noop("every second week from week {week} on"),
    3: gettext_noop("every third week from week {week} on"),
    4: gettext_noop("every fourth week from week {week} on"),
    5: gettext_noop("every fifth week from week {week} on"),
    6: gettext_noop("every sixth week from week {week} on"),
}


def when(session: Session) -> str:
    """When a session is done: `Tuesday and Thursday`, `every second day, twice`, `each day, 2–4 times`,
    `each day, every 60 min from 9:00 to 17:00`, `Monday, every second week from week 1 on`.
    """
    return ", ".join(filter(None, (_days(session), _times(session), _weeks(session))))


def when_in(session: Session, first: int, last: int | None) -> str:
    """When a session is done in some weeks: which of them goes without saying where there is one."""
    return when(replace(session, first_week=0) if first == last else session)


def begin_and_end(it: Phase) -> list[str]:
    """When a phase begins and ends, in sentences, as far as it says so."""
    # Translators: {criteria} are a record's own sentences, such as "You can stand on one leg."
    begin = gettext("Begin it when: {criteria}", criteria=joined(it.enter_when)) if it.enter_when else ""
    end = gettext("Until: {criterion}", criterion=it.until) if it.until else ""
    return [said for said in (begin, end) if said]


def weekdays(days: Iterable[str]) -> list[str]:
    """Days of the week as one says them: `Monday`."""
    return [formats.weekday(_WEEK.index(day)) for day in days]


def _days(session: Session) -> str:
    if session.days:
        return formats.listing(weekdays(session.days))
    if session.times_a_week:
        days = session.times_a_week
        return ngettext("{count} day a week", "{count} days a week", days.max, count=wording.count(days))
    every = session.every_days
    return gettext(_EVERY_DAYS[every]) if every in _EVERY_DAYS else gettext("every {count} days", count=every)


def _weeks(session: Session) -> str:
    """In which weeks of its phase, where it is not in all of them."""
    if not session.first_week:
        return ""
    every, first = session.every_weeks, session.first_week
    if every in _EVERY_WEEKS:
        return gettext(_EVERY_WEEKS[every], week=first)
    return gettext("every {count} weeks from week {week} on", count=every, week=first)


def _times(session: Session) -> str:
    between = session.between and (_plain(session.between.begin), _plain(session.between.end))
    if session.every_minutes:
        begin, end = between or ("", "")
        every = gettext("{count}\u202fmin", count=session.every_minutes)
        return gettext("every {time} from {begin} to {end}", time=every, begin=begin, end=end)
    if session.times_a_day.max == 1:
        said = gettext("once") if between else ""
    elif session.times_a_day == Range(2, 2):
        said = gettext("twice")
    else:
        times = session.times_a_day
        said = ngettext("{count} time", "{count} times", times.max, count=wording.count(times))
    if not between:
        return said
    # Translators: {times} is once, twice or "3 times"; the others are times of the day.
    return gettext("{times} between {begin} and {end}", times=said, begin=between[0], end=between[1])


def _plain(time: str) -> str:
    """`09:00` as `9:00`."""
    return time.removeprefix("0")


def which(routine: Routine, step: Step) -> str:
    """`2 of 3` for the second of three steps with the same exercise; empty for the only one."""
    same = [each.number for each in routine.steps if each.exercise.id == step.exercise.id]
    if len(same) < 2:
        return ""
    return gettext("{number} of {count}", number=same.index(step.number) + 1, count=len(same))


def named(name: str, routine: Routine, step: Step) -> str:
    """The name of a step's exercise, `Run, 2 of 3` where it comes again in the routine."""
    return ", ".join(filter(None, (name, which(routine, step))))


def how_long(programme: Programme) -> str:
    """How long a programme takes: `12 weeks`, `8 weeks and more` where a phase has no number of weeks."""
    count = sum(phase.weeks.max - phase.weeks.min + 1 for phase in programme.phases if phase.weeks)
    if all(phase.weeks for phase in programme.phases):
        return ngettext("{count} week", "{count} weeks", count, count=count)
    if not count:
        return gettext("As long as it takes")
    return ngettext("{count} week and more", "{count} weeks and more", count, count=count)


def span(phase: Phase) -> str:
    """When a phase is: `Weeks 1–4`, `As long as it takes` where something ends it, or `From then on`."""
    if phase.weeks:
        return weeks(phase.weeks.min, phase.weeks.max)
    return gettext("As long as it takes") if phase.until else gettext("From then on")


def weeks(first: int, last: int | None) -> str:
    """`Week 1`, `Weeks 1–4`; without a last one, `From week 5`."""
    if last is None:
        return gettext("From week {week}", week=first)
    if first == last:
        return gettext("Week {week}", week=first)
    return gettext("Weeks {weeks}", weeks=wording.count(Range(first, last)))
