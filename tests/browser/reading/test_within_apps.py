"""The site in an app on a home screen and in messengers' browsers: files are shared, and how to print is said."""

from __future__ import annotations

import icalendar
import pytest

from kept_site import until
from page_kinds import shown
from plan_pages import more_ways

ON_IOS = """
Object.defineProperty(navigator, "standalone", { value: true });
window.handed = [];
navigator.canShare = ({ files }) => files.length === 1;
navigator.share = async ({ files: [file] }) => { handed.push([file.name, file.type, await file.text()]); };
"""
NO_PRINT = "window.print = %s;"


@pytest.fixture
def app(new_page):
    page = new_page()
    page.add_init_script(ON_IOS)
    return page


def _handed(page):
    until(page, "async () => window.handed.length > 0")
    ((name, kind, text),) = page.evaluate("window.handed")
    (entry,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return name, kind, str(entry["SUMMARY"])


def test_calendar_file_of_a_routine_is_shared_from_an_app(app, dataset):
    routine = next(iter(dataset.routines.values()))
    app.goto(f"routines/{routine.id}/")
    app.get_by_text("Send or schedule it").click()
    app.get_by_role("link", name="Add to calendar").click()
    assert _handed(app) == (f"{routine.id}.ics", "text/calendar", routine.name)
    assert app.url.endswith(f"routines/{routine.id}/"), "the app has no way back from a file"


def test_calendar_file_of_a_plan_is_shared_from_an_app(app, kinds):
    shown(app, kinds["plan to read"])
    more_ways(app)
    app.get_by_role("button", name="Add to calendar").click()
    app.get_by_role("button", name="Save calendar file").click()
    assert _handed(app) == ("plan.ics", "text/calendar;charset=utf-8", "Week 1")
    app.get_by_text("plan.ics was handed on.").wait_for()


def test_table_of_a_plan_is_shared_from_an_app(app, kinds):
    shown(app, kinds["plan to read"])
    more_ways(app)
    app.get_by_role("button", name="Save as CSV").click()
    app.get_by_text("plan.csv was handed on.").wait_for()
    ((name, kind, text),) = app.evaluate("window.handed")
    assert (name, kind) == ("plan.csv", "text/csv;charset=utf-8") and "exercise,dose," in text


@pytest.mark.parametrize("print_", ["() => {}", "undefined"])
def test_where_an_app_prints_nothing_the_page_says_how(new_page, kinds, dataset, print_):
    page = new_page()
    page.add_init_script(NO_PRINT % print_)
    routine = next(iter(dataset.routines))
    for address, button in (
        (f"sheets/{routine}/", page.get_by_role("link", name="Print", exact=True)),
        (kinds["plan to read"].replace("plan/", "plan/sheet/"), page.get_by_role("button", name="Print", exact=True)),
    ):
        shown(page, address)
        button.click()
        note = page.get_by_role("alert")
        note.wait_for()
        assert "“Open in browser”" in note.inner_text() and note.is_visible()
        page.emulate_media(media="print")
        assert not note.is_visible(), "it is on no paper"
        page.emulate_media(media="screen")
    page.goto(f"sheets/{routine}/#print")
    page.get_by_role("alert").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("alert").wait_for(state="detached")


def test_within_a_dialog_it_says_so_there(new_page, dataset):
    page = new_page()
    page.add_init_script(NO_PRINT % "undefined")
    page.goto(f"exercises/{next(iter(dataset.exercises))}/")
    page.get_by_role("button", name="Show QR").click()
    page.get_by_role("dialog").get_by_role("button", name="Print").click()
    page.get_by_role("dialog").get_by_role("alert").wait_for()
