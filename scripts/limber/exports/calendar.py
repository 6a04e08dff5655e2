"""Writes a calendar file for each routine, with an entry on its days.

The time is a floating one, half past seven wherever the reader is, so that neither a journey nor a change of the clocks
moves it: a file that lies on a static host cannot know its reader's zone. Calendars that subscribe to an address set a
floating time in a zone of their own, so the page says to open the file.

A calendar knows an entry by its UID, and takes a later version of it by SEQUENCE and LAST-MODIFIED: who opens a file
again has the entry once, as it is now. It ends at DTEND, for some calendars give one with a DURATION no length, and RFC
5545 (3.6.1) allows only one of the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import get_args
from urllib.parse import urljoin, urlsplit

from limber import duration, group_wording, wording
from limber.exports.lazy_texts import LazyTexts
from limber.model.nouns import Dataset, Day, Routine
from limber.plain_text import plain

WEEK: tuple[Day, ...] = get_args(Day)
AT = time(7, 30)
OCTETS = 75  # in a line, as RFC 5545 has it
SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)  # seconds since then have room in 31 bits until 2088


def calendars(dataset: Dataset, site_url: str, now: datetime) -> Mapping[str, str]:
    """The files by their path below the site's root; none without an address of the site.

    At the address of an id that a routine had before, the entry keeps the UID that it had.
    """
    return LazyTexts(
        {
            f"calendar/{id_}.ics": partial(_file, routine, id_, site_url, now)
            for routine in dataset.routines.values()
            for id_ in ((routine.id, *routine.old_ids) if site_url else ())
        }
    )


def _file(it: Routine, id_: str, site_url: str, now: datetime) -> str:
    return _text(_lines(it, id_, site_url, now))


def _lines(it: Routine, id_: str, site_url: str, now: datetime) -> Iterator[str]:
    host = urlsplit(site_url).hostname
    days = sorted(WEEK.index(day) for day in it.days)
    first = _first(days, now)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{host}//Limber//EN", "BEGIN:VEVENT")
    yield f"UID:{_uid(id_, site_url)}"
    yield f"SEQUENCE:{max(0, (now - SEQUENCE_FROM) // timedelta(seconds=1))}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{first:%Y%m%dT%H%M%S}"
    yield f"DTEND:{first + _length(it):%Y%m%dT%H%M%S}"
    yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(WEEK[day][:2].upper() for day in days)}"
    yield f"SUMMARY:{_escaped(it.name)}"
    yield f"DESCRIPTION:{_escaped(_description(it, site_url))}"
    yield f"URL:{urljoin(site_url, f'routines/{it.id}/')}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(it.name)}", "TRIGGER:-PT10M", "END:VALARM")
    yield from ("END:VEVENT", "END:VCALENDAR")


def _uid(id_: str, site_url: str) -> str:
    """The UID of an entry: `foot-and-hip@coach.example`, or below a path `foot-and-hip.physio@coach.example`.

    Two sites of one host do not share theirs, and at the root of a host it is what it always was. Dots join what has
    none: ids have no dot, and those of a path are escaped. A slash would end up in the file names of some servers.
    """
    site = urlsplit(site_url)
    folders = [part.replace(".", "%2E") for part in site.path.split("/") if part]
    return f"{'.'.join([id_, *folders])}@{site.hostname}"


def _length(it: Routine) -> timedelta:
    """How long it takes at most at the start dose, in whole minutes."""
    return timedelta(minutes=-(-duration.routine_length(it, "start").total.max // 60))


def _first(days: list[int], now: datetime) -> datetime:
    """The first of these days of the week after today."""
    tomorrow = now.date() + timedelta(days=1)
    ahead = min((day - tomorrow.weekday()) % 7 for day in days)
    return datetime.combine(tomorrow + timedelta(days=ahead), AT)


def _description(it: Routine, site_url: str) -> str:
    """The description: the exercises with their doses, and the link."""
    steps = []
    for step in it.steps:
        if heading := group_wording.heading(step):
            steps.append(heading)
        of = step.exercise
        start, goal = (wording.dose(each, of) for each in (step.start, step.goal))
        said = f"{step.number}. {of.name}: {start}" + (f" (goal: {goal})" if goal != start else "")
        steps.append(", ".join([said, *group_wording.around(step)]))
    timer = urljoin(site_url, f"timer/?routine={it.id}")
    return "\n".join([it.summary, "", *steps, "", f"Start the timer: {timer}"])


def _escaped(text: str) -> str:
    """A text as a value: with plain spaces and hyphens, escaped and without control characters."""
    clean = "".join(each if each == "\n" or unicodedata.category(each) != "Cc" else " " for each in plain(text))
    return re.sub(r"([\\;,])", r"\\\1", clean).replace("\n", r"\n")


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """A line folded into parts within the limit of octets; each but the first begins with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > OCTETS:
            yield part
            part = " "
        part += letter
    yield part
