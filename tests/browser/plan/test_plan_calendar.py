"""A plan's calendar file, read by parsers that are not ours: when it reminds, what it says; a text stays one."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr

from limber.exports import records

# Answers with the files of the plans that these fragments are, all asked for in the same way.
MADE = """
import { readFileSync } from "node:fs";
import { calendar } from "./overrides/scripts/plan/plan-calendar.js";
import { decode, encode } from "./overrides/scripts/shared/plan-link.js";
import { asRoutine, catalogue } from "./overrides/scripts/shared/plan-routine.js";
const { exercises, plan: given, now, ...asked } = JSON.parse(readFileSync(0, "utf-8"));
const { exercisesByCode } = catalogue(exercises);
const plan = { ...decode(given.fragment, exercisesByCode), ...given.texts };
const url = "https://coach.example/limber/plan/" + encode(plan);
const routine = asRoutine(plan, exercisesByCode);
const text = calendar({ plan, routine, url, now: new Date(now), ...asked });
console.log(JSON.stringify({ url, text, doses: routine.steps.map(({ start }) => start.words) }));
"""
NOW = datetime(2026, 3, 17, 12, tzinfo=UTC)  # a Tuesday, twelve days before the clocks change in Europe
DAYS = ["wednesday", "friday", "monday"]


@pytest.fixture(scope="module")
def made(root, dataset):
    """A function that makes the file of a plan, in the time zone of Berlin."""
    exercises = [records.exercise(each) for each in dataset.exercises.values()]

    def make(fragment=None, texts=None, **asked):
        plan = {"fragment": fragment or f"1.{exercises[0]['code']}.{exercises[-1]['code']}", "texts": texts or {}}
        given = {"exercises": exercises, "plan": plan, "now": NOW.isoformat(), "days": DAYS, "time": "07:30", **asked}
        run = subprocess.run(
            ["node", "--input-type=module", "--eval", MADE],
            cwd=root,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=600,
            env={**os.environ, "TZ": "Europe/Berlin"},
        )
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    return make


def entry(text):
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return found


def days(found, of_days=28):
    rule = rrulestr(found["RRULE"].to_ical().decode(), dtstart=found["DTSTART"].dt)
    begins = NOW.replace(tzinfo=None)
    return rule.between(begins, begins + timedelta(days=of_days), inc=True)


def test_entry_comes_on_its_days_at_its_time_on_both_sides_of_a_change_of_the_clocks(made):
    found = days(entry(made()["text"]))
    assert len(found) == 12
    assert [each.strftime("%a %d") for each in found[:4]] == ["Wed 18", "Fri 20", "Mon 23", "Wed 25"]
    assert all(each.tzinfo is None for each in found), "a floating time: the reader's own clock"
    there = [each.replace(tzinfo=ZoneInfo("Europe/Berlin")) for each in found]
    assert len({each.utcoffset() for each in there}) == 2, "the clocks change between the first and the last"
    assert {each.strftime("%H:%M") for each in there} == {"07:30"}


def test_entry_ends_after_its_weeks(made):
    found = days(entry(made(weeks=3, time="18:05")["text"]), 365)
    assert [(each.hour, each.minute) for each in found] == [(18, 5)] * 9
    assert found[-1] - found[0] < timedelta(weeks=3)


def test_tomorrow_is_the_readers_own(made):
    """Late in the evening there, it is the day before in UTC still."""
    late = datetime(2026, 3, 17, 23, 30, tzinfo=UTC)  # half past midnight of Wednesday in Berlin
    found = entry(made(now=late.isoformat())["text"])
    assert found["DTSTART"].dt == datetime(2026, 3, 20, 7, 30)
    assert found["DTSTAMP"].dt == late


def test_entry_says_what_to_do_and_how_much(made, dataset):
    plan = made(texts={"title": "Toes; heels", "note": "After a run, with care."})
    found = entry(plan["text"])
    first, *_, last = dataset.exercises.values()
    doses = [each.replace("\u202f", " ").replace("\u2011", "-") for each in plan["doses"]]
    assert str(found["SUMMARY"]) == "Toes; heels"
    assert str(found["URL"]) == plan["url"]
    assert str(found["DESCRIPTION"]).split("\n") == [
        "Note: After a run, with care.",
        "",
        *(f"{index}. {of.name}: {dose}" for index, of, dose in zip((1, 2), (first, last), doses, strict=True)),
        "",
        f"Your plan: {plan['url']}",
    ]
    (alarm,) = found.walk("VALARM")
    assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(minutes=-10))
    assert timedelta(minutes=1) <= found["DTEND"].dt - found["DTSTART"].dt <= timedelta(hours=2)


HOSTILE = "Toes; heels, \\n\\, \r\nEND:VEVENT\x00\x85\u2028 “ß” 足🦶\u202e " + "é" * 80


def test_hostile_text_stays_a_text(made):
    text = made(texts={"title": HOSTILE, "note": HOSTILE})["text"]
    found = entry(text)
    shown = "Toes; heels, \\n\\, END:VEVENT “ß” 足🦶 " + "é" * 80
    assert str(found["SUMMARY"]) == shown
    assert str(found["DESCRIPTION"]).startswith(f"Note: {shown}\n")
    assert len(icalendar.Calendar.from_ical(text).walk()) == 3


def test_policy_of_the_page_lets_the_file_be_saved(page, made):
    page.goto("plan/")
    with page.expect_download() as got:
        page.evaluate(
            """(text) => {
              const link = document.createElement("a");
              link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
              link.download = "plan.ics";
              document.body.append(link);
              link.click();
            }""",
            made()["text"],
        )
    assert got.value.suggested_filename == "plan.ics"
    assert entry(got.value.path().read_bytes())["RRULE"]
