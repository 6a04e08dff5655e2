"""A calendar file for each routine, which reminds on its days; knows no builder, and is told what day it is.

The time is a floating one, half past seven wherever the reader is, so that neither a journey nor a change of the clocks
moves it. A calendar knows an entry by its UID: who fetches a file again has the entry once, and not twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from functools import partial
from typing import get_args
from urllib.parse import urljoin, urlsplit

from limber import duration, wording
from limber.lazily import Lazily
from limber.model import Dataset, Day, Routine

WEEK: tuple[Day, ...] = get_args(Day)
AT = time(7, 30)
OCTETS = 75  # in a line, as RFC 5545 has it


def calendars(dataset: Dataset, site_url: str, now: datetime) -> Mapping[str, str]:
    """The files by their path below the site's root; none while nobody knows where the site will live.

    At the address of an id that a routine had before, the entry keeps the UID that it had.
    """
    return Lazily(
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
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{host}//Limber//EN", "BEGIN:VEVENT")
    yield f"UID:{id_}@{host}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{_first(days, now):%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{-(-duration.routine_length(it, 'start').total.max // 60)}M"
    yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(WEEK[day][:2].upper() for day in days)}"
    yield f"SUMMARY:{_escaped(it.name)}"
    yield f"DESCRIPTION:{_escaped(_description(it, site_url))}"
    yield f"URL:{urljoin(site_url, f'routines/{it.id}/')}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(it.name)}", "TRIGGER:-PT10M", "END:VALARM")
    yield from ("END:VEVENT", "END:VCALENDAR")


def _first(days: list[int], now: datetime) -> datetime:
    """The first of these days of the week after today."""
    tomorrow = now.date() + timedelta(days=1)
    ahead = min((day - tomorrow.weekday()) % 7 for day in days)
    return datetime.combine(tomorrow + timedelta(days=ahead), AT)


def _description(it: Routine, site_url: str) -> str:
    """What one reads in a calendar: the exercises with their doses, and the way in."""
    steps = []
    for step in it.steps:
        of = step.exercise
        start, goal = (wording.dose(each, of.laterality, of.limb) for each in (step.start, step.goal))
        steps.append(f"{step.number}. {of.name}: {start}" + (f" (goal: {goal})" if goal != start else ""))
    timer = urljoin(site_url, f"timer/?routine={it.id}")
    return "\n".join([it.summary, "", *steps, "", f"Start the timer: {timer}"])


def _escaped(text: str) -> str:
    """A text as a value: its own signs escaped, and no control character that would end the line."""
    plain = "".join(each if each == "\n" or unicodedata.category(each) != "Cc" else " " for each in text)
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", r"\n")


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """A line in parts of no more octets than may stand in one; each but the first begins with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > OCTETS:
            yield part
            part = " "
        part += letter
    yield part
