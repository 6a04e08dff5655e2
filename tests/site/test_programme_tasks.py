"""The weeks of a programme as tasks, read by a parser that is not ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import icalendar
import pytest

from limber.dataset.load import load
from limber.exports.programme_tasks import tasks
from limber.model.site import Coach, Site
from programme_data import FILE

NOW = datetime(2026, 3, 17, 12, tzinfo=UTC)
NOBODY = Site()
SITE = "https://coach.example/physio/limber/"


@pytest.fixture(scope="module")
def programmes():
    return load(FILE)


def read(text):
    return icalendar.Calendar.from_ical(text).walk("VTODO")


def of(dataset, id_, site=SITE, now=NOW, whose=NOBODY):
    return read(tasks(dataset, site, now, whose)[f"calendar/programmes/{id_}.ics"])


def lines(task):
    return str(task["DESCRIPTION"]).split("\n")


def test_each_week_is_a_task_without_a_day(programmes):
    found = of(programmes, "marathon-strength")
    name = programmes.programmes["marathon-strength"].name
    assert [str(each["SUMMARY"]) for each in found] == [f"{name}, week {week}" for week in range(1, 13)]
    assert not {"DTSTART", "DUE", "RRULE"} & {key for each in found for key in each}
    assert {str(each["URL"]) for each in found} == {f"{SITE}programmes/marathon-strength/"}


def test_task_says_when_each_routine_is_done_and_every_dose_of_the_week(programmes):
    first, *_, last = of(programmes, "marathon-strength")
    routine = programmes.programmes["marathon-strength"].phases[0].sessions[0].routine
    for task, kilograms in ((first, 5), (last, 60)):
        said = lines(task)
        assert f"{routine.name}: Tuesday and Thursday" in said
        assert [each for each in said if each.endswith(f"3 × 15 each leg with {kilograms} kg, rest 60 s")], said
        assert len([each for each in said if each[:1].isdigit()]) == len(routine.steps)


def test_task_ends_with_the_coach_and_names_none_where_there_is_none(programmes):
    coach = Site(coach=Coach("Kim Hale", "PT, DPT"))
    for alone, told in zip(
        of(programmes, "marathon-strength"), of(programmes, "marathon-strength", whose=coach), strict=True
    ):
        assert lines(told) == [*lines(alone), "", "Kim Hale, PT, DPT"]
        assert lines(alone)[-1].startswith("What to do today: ")


def test_phase_that_lasts_as_long_as_it_takes_is_named_with_its_end(programmes):
    programme = programmes.programmes["knee-at-home"]
    phases = {phase.name: phase for phase in programme.phases}
    found = of(programmes, programme.id)
    assert any(phase.until for phase in phases.values())
    for task in found:
        name, week = str(task["SUMMARY"]).removeprefix(f"{programme.name}, ").rsplit(", ", 1)
        assert lines(task)[0] == name
        assert (f"Until: {phases[name].until}" in lines(task)) == bool(phases[name].until)
        for criterion in phases[name].enter_when:
            assert criterion in str(task["DESCRIPTION"])
        assert week.startswith(("week ", "from week "))


def test_tasks_are_told_apart_and_a_later_build_replaces_them(programmes):
    for id_ in programmes.programmes:
        found, later = (of(programmes, id_, now=now) for now in (NOW, NOW.replace(year=2027)))
        names = [str(each["UID"]) for each in found]
        assert len(set(names)) == len(names)
        assert all(name.startswith(f"{id_}-") and name.endswith(".physio.limber@coach.example") for name in names)
        assert [str(each["UID"]) for each in later] == names
        assert all(new["SEQUENCE"] > old["SEQUENCE"] for old, new in zip(found, later, strict=True))


def test_old_address_has_the_tasks_that_it_had(programmes):
    programme = replace(programmes.programmes["knee-at-home"], id="knee", old_ids=("knee-at-home",))
    renamed = replace(programmes, programmes={"knee": programme})
    old, new = of(renamed, "knee-at-home"), of(renamed, "knee")
    assert [each["UID"] for each in old] == [each["UID"] for each in of(programmes, "knee-at-home")]
    assert {str(each["URL"]) for each in (*old, *new)} == {f"{SITE}programmes/knee/"}


def test_hostile_text_stays_a_text(programmes):
    name = "Knee; hip, \\n\r\nEND:VTODO\x00" + "é" * 80
    programme = replace(programmes.programmes["knee-at-home"], name=name)
    (task, *_) = of(replace(programmes, programmes={programme.id: programme}), programme.id)
    assert str(task["SUMMARY"]).startswith(name.replace("\r", " ").replace("\x00", " "))


def test_page_leads_to_the_file_that_the_site_has(programme_site):
    for id_ in ("marathon-strength", "knee-at-home"):
        page = programme_site.pages[f"programmes/{id_}/"]
        (link,) = page.every("a", type="text/calendar")
        assert link.attributes["href"] == f"../../calendar/programmes/{id_}.ics"
        assert read((programme_site.folder / "calendar" / "programmes" / f"{id_}.ics").read_bytes())


def test_unpublished_site_has_no_tasks(programmes):
    assert tasks(programmes, "", NOW, Site()) == {}
