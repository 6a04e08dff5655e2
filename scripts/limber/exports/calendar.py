"""Writes a calendar file for each routine, with an entry on its days.

The time is a floating one, half past seven wherever the reader is, so that neither a journey nor a change of the clocks
moves it: a file that lies on a static host cannot know its reader's zone. Calendars that subscribe to an address set a
floating time in a zone of their own, so the page says to open the file.

An entry ends at DTEND, for some calendars give one with a DURATION no length, and RFC 5545 (3.6.1) allows only one of
the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from functools import partial
from typing import get_args
from urllib.parse import urljoin

from limber import duration, group_wording, site_words, wording
from limber.exports import calendar_file
from limber.exports.calendar_file import escaped
from limber.exports.lazy_texts import LazyTexts
from limber.languages.messages import gettext
from limber.model.nouns import Dataset, Day, Routine
from limber.model.site import Site

WEEK: tuple[Day, ...] = get_args(Day)
AT = time(7, 30)


def calendars(dataset: Dataset, site_url: str, now: datetime, site: Site) -> Mapping[str, str]:
    """The files by their path below the site's root; none without an address of the site.

    At the address of an id that a routine had before, the entry keeps the UID that it had.
    """
    return LazyTexts(
        {
            f"calendar/{id_}.ics": partial(_file, routine, id_, site_url, now, site)
            for routine in dataset.routines.values()
            for id_ in ((routine.id, *routine.old_ids) if site_url else ())
        }
    )


def _file(it: Routine, id_: str, site_url: str, now: datetime, site: Site) -> str:
    return calendar_file.text(_entry(it, id_, site_url, now, site), site_url)


def _entry(it: Routine, id_: str, site_url: str, now: datetime, site: Site) -> Iterator[str]:
    days = sorted(WEEK.index(day) for day in it.days)
    first = _first(days, now)
    yield "BEGIN:VEVENT"
    yield from calendar_file.identity(id_, site_url, now)
    yield f"DTSTART:{first:%Y%m%dT%H%M%S}"
    yield f"DTEND:{first + _length(it):%Y%m%dT%H%M%S}"
    yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(WEEK[day][:2].upper() for day in days)}"
    yield f"SUMMARY:{escaped(it.name)}"
    yield f"DESCRIPTION:{escaped(_description(it, site_url, site))}"
    yield f"URL:{urljoin(site_url, f'routines/{it.id}/')}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(it.name)}", "TRIGGER:-PT10M", "END:VALARM")
    yield "END:VEVENT"


def _length(it: Routine) -> timedelta:
    """How long it takes at most at the start dose, in whole minutes."""
    return timedelta(minutes=-(-duration.routine_length(it, "start").total.max // 60))


def _first(days: list[int], now: datetime) -> datetime:
    """The first of these days of the week after today."""
    tomorrow = now.date() + timedelta(days=1)
    ahead = min((day - tomorrow.weekday()) % 7 for day in days)
    return datetime.combine(tomorrow + timedelta(days=ahead), AT)


def _description(it: Routine, site_url: str, site: Site) -> str:
    """The description: the exercises with their doses, the link, and the coach, if the site names one."""
    steps = []
    for step in it.steps:
        if heading := group_wording.heading(step):
            steps.append(heading)
        of = step.exercise
        start, goal = (wording.dose(each, of) for each in (step.start, step.goal))
        doses = start if goal == start else gettext("{start} (goal: {goal})", start=start, goal=goal)
        said = f"{step.number}. {gettext('{name}: {dose}', name=of.name, dose=doses)}"
        steps.append(", ".join([said, *group_wording.around(step)]))
    timer = gettext("Start the timer: {address}", address=urljoin(site_url, f"timer/?routine={it.id}"))
    coach = site_words.coach_with_contacts(site)
    return "\n".join([it.description, "", *steps, "", timer, *(["", coach] if coach else [])])
