"""The calendar files, read by a parser that is not ours: when they remind, what they say, and how their lines end."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr

from limber import duration, wording
from limber.exports.calendar import WEEK, calendars
from limber.model.site import Coach, Contact, Site
from limber.plain_text import plain

NOW = datetime(2026, 3, 17, 12, tzinfo=UTC)  # a Tuesday, twelve days before the clocks change in Europe
NOBODY = Site()
SITE = "https://coach.example/physio/limber/"
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "calendar-texts.json").read_text("utf-8"))["texts"]


@pytest.fixture
def routine(dataset):
    return next(iter(dataset.routines.values()))


def text(dataset, routine, site=SITE, now=NOW, of=NOBODY):
    """The file of a routine that may not be the dataset's own."""
    return calendars(replace(dataset, routines={routine.id: routine}), site, now, of)[f"calendar/{routine.id}.ics"]


def entry(text):
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return found


def days(text, count_days=28):
    found = entry(text)
    rule = rrulestr(found["RRULE"].to_ical().decode(), dtstart=found["DTSTART"].dt)
    begins = NOW.replace(tzinfo=None)
    return rule.between(begins, begins + timedelta(days=count_days), inc=True)


def test_entry_comes_on_its_days_at_half_past_seven_on_both_sides_of_a_change_of_the_clocks(dataset, routine):
    routine = replace(routine, days=("friday", "monday", "wednesday"))
    found = days(text(dataset, routine))
    assert len(found) == 12
    assert {(each.hour, each.minute) for each in found} == {(7, 30)}
    assert [each.strftime("%a") for each in found[:4]] == ["Wed", "Fri", "Mon", "Wed"]
    assert all(each.tzinfo is None for each in found), "a floating time: the reader's own clock"
    there = [each.replace(tzinfo=ZoneInfo("Europe/Berlin")) for each in found]
    assert len({each.utcoffset() for each in there}) == 2, "the clocks change between the first and the last"
    assert {each.strftime("%H:%M") for each in there} == {"07:30"}


def test_file_begins_and_ends_as_calendars_do(dataset, routine):
    lines = text(dataset, routine).split("\r\n")
    assert lines[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//coach.example//Exercise routines//EN",
        "BEGIN:VEVENT",
    ]
    assert lines[-3:] == ["END:VEVENT", "END:VCALENDAR", ""]
    assert "\n" not in "".join(lines)


@pytest.mark.parametrize("day", WEEK)
def test_first_day_is_the_next_one_and_never_today(dataset, routine, day):
    routine = replace(routine, days=(day,))
    first = entry(text(dataset, routine))["DTSTART"].dt
    assert first.strftime("%A").lower() == day
    assert NOW.date() < first.date() <= NOW.date() + timedelta(days=7)
    assert days(text(dataset, routine))[0] == first


def test_entry_says_what_to_do_and_how_much(dataset):
    for routine in dataset.routines.values():
        found = entry(text(dataset, routine))
        said = str(found["DESCRIPTION"])
        assert str(found["SUMMARY"]) == routine.name
        assert str(found["URL"]) == f"{SITE}routines/{routine.id}/"
        assert f"{SITE}timer/?routine={routine.id}" in said.split()
        for step in routine.steps:
            of = step.exercise
            (line,) = [each for each in said.split("\n") if each.startswith(f"{step.number}. {of.name}: ")]
            for dose in (step.start, step.goal):
                assert plain(wording.dose(dose, of)) in line
        (alarm,) = found.walk("VALARM")
        assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(minutes=-10))
        assert timedelta(minutes=1) <= found["DTEND"].dt - found["DTSTART"].dt <= timedelta(hours=2)


def test_entry_ends_with_the_coach_and_names_none_where_there_is_none(dataset, routine):
    coach = Site(coach=Coach("Kim Hale", "PT;\u202fDPT"), contact=Contact(email="kim@example.org"))
    alone, told = (str(entry(text(dataset, routine, of=of))["DESCRIPTION"]) for of in (Site(name="Limber"), coach))
    assert told == f"{alone}\n\nKim Hale, PT; DPT, kim@example.org"
    assert alone.split("\n")[-1].startswith("Start the timer: ")


def test_entry_fits_what_it_takes_to_the_minute_and_says_its_end_once(dataset, routine):
    found = entry(text(dataset, routine))
    seconds = duration.routine_length(routine, "start").total.max
    assert timedelta(0) <= found["DTEND"].dt - found["DTSTART"].dt - timedelta(seconds=seconds) < timedelta(minutes=1)
    assert "DURATION" not in found and found["DTEND"].dt.tzinfo is None


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_text_is_escaped_and_folded_as_in_the_vectors(dataset, routine, vector):
    found = re.search(r"SUMMARY:[^\r]*(?:\r\n [^\r]*)*", text(dataset, replace(routine, name=vector["text"])))
    assert found[0].split("\r\n") == vector["lines"]


def test_uid_is_the_same_after_each_build_and_after_a_new_id(dataset, routine):
    later = NOW + timedelta(days=200)
    assert entry(text(dataset, routine, now=later))["UID"] == entry(text(dataset, routine))["UID"]
    renamed = replace(dataset, routines={"new": replace(routine, id="new", old_ids=("old",))})
    found = {path: entry(each) for path, each in calendars(renamed, SITE, NOW, Site()).items()}
    assert [str(each["UID"]) for each in found.values()] == [
        "new.physio.limber@coach.example",
        "old.physio.limber@coach.example",
    ]
    assert list(found) == ["calendar/new.ics", "calendar/old.ics"]
    assert {str(each["URL"]) for each in found.values()} == {f"{SITE}routines/new/"}


@pytest.mark.parametrize(
    ("path", "name"),
    [("", "{}"), ("a/b", "{}.a.b"), ("a.b", "{}.a%2Eb"), ("a-b", "{}.a-b"), ("a", "{}.a"), ("a%20b", "{}.a%20b")],
)
def test_uid_holds_the_path_of_the_site_and_none_at_the_root(dataset, routine, path, name):
    """Sites of one host would replace each other's entries; what was published at a root keeps its name."""
    site = f"https://coach.example/{path}/" if path else "https://coach.example/"
    assert str(entry(text(dataset, routine, site=site))["UID"]) == f"{name.format(routine.id)}@coach.example"


def test_later_build_is_a_later_version_of_the_entry(dataset, routine):
    def version(now):
        found = entry(text(dataset, routine, now=now))
        assert found["LAST-MODIFIED"].dt == found["DTSTAMP"].dt == now
        return found["SEQUENCE"]

    moments = [NOW + timedelta(seconds=seconds) for seconds in (0, 1, 60, 86_400, 40 * 365 * 86_400)]
    versions = [version(each) for each in moments]
    assert versions == sorted(set(versions)), "it rises with each second"
    assert versions[0] > 0 and versions[-1] < 2**31, "the standard gives it 31 bits"
    assert version(datetime(1990, 1, 1, tzinfo=UTC)) == 0
    assert text(dataset, routine) == text(dataset, routine)


HOSTILE = "Toes; heels, \\n\\, \r\nEND:VEVENT\x00 “ß” 足🦶 " + "é" * 80


def test_hostile_text_stays_a_text(dataset, routine):
    found = text(dataset, replace(routine, name=HOSTILE, summary=HOSTILE))
    said = entry(found)
    shown = HOSTILE.replace("\r", " ").replace("\x00", " ")
    assert str(said["SUMMARY"]) == shown
    assert str(said["DESCRIPTION"]).startswith(shown)
    assert len(icalendar.Calendar.from_ical(found).walk()) == 3


def test_lines_are_short_and_end_as_the_standard_has_it(dataset, routine):
    for each in (text(dataset, routine), text(dataset, replace(routine, name=HOSTILE, summary=HOSTILE))):
        lines = each.encode().split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert not [line for line in lines if b"\n" in line or b"\r" in line or not line.strip()]
        for line in lines:
            line.decode()  # no letter is cut in two


def test_site_has_the_files_and_links_to_them(site, subpath_site, dataset):
    for of in (site, subpath_site):
        for routine in dataset.routines.values():
            file = of.folder / "calendar" / f"{routine.id}.ics"
            found = entry(file.read_bytes())
            assert str(found["UID"]).startswith(routine.id)
            (link,) = of.of(routine).every("a", type="text/calendar")
            assert link.attributes["href"] == f"../../calendar/{routine.id}.ics"
        assert len(list((of.folder / "calendar").iterdir())) == len(dataset.routines)


def test_link_hands_the_file_to_the_browser(page, dataset):
    routine = next(iter(dataset.routines))
    page.goto(f"routines/{routine}/")
    with page.expect_download() as got:
        page.get_by_text("Send or schedule it").click()
        page.get_by_role("link", name="Add to calendar").click()
    assert got.value.suggested_filename == f"{routine}.ics"


def test_unpublished_site_has_no_calendar(unpublished_site, dataset):
    assert calendars(dataset, "", NOW, Site()) == {}
    folder = unpublished_site.folder
    assert not (folder / "calendar").exists()
    assert "Add to calendar" not in "".join(each.read_text("utf-8") for each in folder.glob("routines/*/index.html"))
