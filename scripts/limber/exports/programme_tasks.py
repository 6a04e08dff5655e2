"""Writes a programme as a list of tasks, one for each of its weeks.

A file on a static host cannot know when its reader begins. A task needs no day (RFC 5545, 3.6.2): whoever opens the
file ticks one week after the other, or gives each a day. The programme's page makes a file with days, from the first
day that is chosen there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from urllib.parse import urljoin

from limber import programme_weeks, programme_words, site_words, wording
from limber.exports import calendar_file
from limber.exports.calendar_file import escaped
from limber.exports.lazy_texts import LazyTexts
from limber.languages.messages import gettext
from limber.model.nouns import Dataset, Programme
from limber.model.site import Site
from limber.programme_weeks import PlannedSession, Weeks


def tasks(dataset: Dataset, site_url: str, now: datetime, site: Site) -> Mapping[str, str]:
    """The files by their path below the site's root; none without an address of the site.

    At the address of an id that a programme had before, the tasks keep the UIDs that they had.
    """
    return LazyTexts(
        {
            f"calendar/programmes/{id_}.ics": partial(_file, programme, id_, site_url, now, site)
            for programme in dataset.programmes.values()
            for id_ in ((programme.id, *programme.old_ids) if site_url else ())
        }
    )


def _file(it: Programme, id_: str, site_url: str, now: datetime, site: Site) -> str:
    coach = site_words.coach_with_contacts(site)
    weeks = programme_weeks.programme_weeks(it)
    lines = (line for each in weeks for line in _of_weeks(it, each, id_, site_url, now, coach))
    return calendar_file.text(lines, site_url)


def _of_weeks(it: Programme, weeks: Weeks, id_: str, site_url: str, now: datetime, coach: str) -> Iterator[str]:
    """A task for each week; weeks that last until something is reached are one."""
    url = urljoin(site_url, f"programmes/{it.id}/")
    for first, last in _apart(weeks):
        yield "BEGIN:VTODO"
        yield from calendar_file.identity(f"{id_}-{weeks.phase.number}-{first}", site_url, now)
        yield f"SUMMARY:{escaped(f'{it.name}, {_title(it, weeks, first, last)}')}"
        yield f"DESCRIPTION:{escaped(_description(replace(weeks, first=first, last=last), url, coach))}"
        yield f"URL:{url}"
        yield "END:VTODO"


def _apart(weeks: Weeks) -> list[tuple[int, int | None]]:
    if weeks.last is None:
        return [(weeks.first, None)]
    return [(week, week) for week in range(weeks.first, weeks.last + 1)]


def _title(it: Programme, weeks: Weeks, first: int, last: int | None) -> str:
    """`week 3`; behind the name of the phase if one is open, since weeks are counted anew after it."""
    said = wording.within(programme_words.weeks(first, last))
    return said if all(phase.weeks for phase in it.phases) else f"{weeks.phase.name}, {said}"


def _description(weeks: Weeks, url: str, coach: str) -> str:
    """The phase with when it begins and ends, each session with its doses, the link, and the coach, if there is one."""
    phase = weeks.phase
    said = [phase.name, *programme_words.begin_and_end(phase)]
    for each in (each for each in weeks.sessions if weeks.has(each.session)):
        said += ["", *_session(each)]
    return "\n".join([*said, "", gettext("What to do today: {address}", address=url), *(["", coach] if coach else [])])


def _session(it: PlannedSession) -> Iterator[str]:
    yield gettext("{name}: {text}", name=it.session.routine.name, text=programme_words.when(it.session))
    for step in it.routine.steps:
        dose = wording.dose(step.start, step.exercise)
        yield f"{step.number}. {gettext('{name}: {dose}', name=step.exercise.name, dose=dose)}"
