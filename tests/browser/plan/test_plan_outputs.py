"""What a coach or a client does with a plan, in a real browser: link, code, calendar, text."""

import csv
import re
from datetime import time
from io import BytesIO, StringIO

import icalendar
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from limber import wording
from limber.exports import routine_figures
from page_kinds import plan, shown
from plan_checks import checked
from plan_pages import CLIPBOARD, more_ways


@pytest.fixture
def whole(dataset):
    return next(each for each in dataset.routines.values() if not each.core_of)


def _clipboard(page):
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


@pytest.mark.parametrize("way", ["plan to read", "plan to change"])
def test_link_is_copied_without_the_coach_s_view(page, kinds, site, whole, way):
    page.context.grant_permissions(CLIPBOARD)
    shown(page, kinds[way])
    below = page.get_by_text("More ways")
    place = below.bounding_box()["y"] + page.evaluate("scrollY")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert below.bounding_box()["y"] + page.evaluate("scrollY") == place, "nothing moves"
    assert _clipboard(page) == f"{site.address}plan/{plan(whole)}"


def test_link_is_shared_with_its_title(new_page, kinds, site, whole):
    page = new_page()
    page.add_init_script("navigator.share = async (given) => { window.shared = given; }")
    shown(page, kinds["plan to read"])
    more_ways(page)
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("window.shared") == {"title": "Week 1", "url": f"{site.address}plan/{plan(whole)}"}
    shown(page, kinds["plan to change"])
    ways = [page.get_by_role("link", name="See it as a client")]
    ways += [page.get_by_role("button", name=name) for name in ("Share", "Copy link", "Show QR")]
    pine = page.get_by_role("heading", name="Send it").evaluate("it => getComputedStyle(it).color")
    grounds = [each.evaluate("it => getComputedStyle(it).backgroundColor") for each in ways]
    assert [each == pine for each in grounds] == [False, True, False, False], "a phone's own way is the first"
    tops = [each.bounding_box()["y"] for each in ways]
    assert tops[0] < tops[1] < tops[2] == tops[3], "a coach looks before it is sent"


def test_code_on_the_screen_leads_to_the_plan_without_its_texts(page, kinds, site, whole):
    shown(page, kinds["plan to read"])
    more_ways(page)
    page.get_by_role("button", name="Show QR").click()
    code = page.get_by_role("img", name="QR code of the plan")
    code.locator("svg").wait_for()
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
    text = checked(plan(whole).partition(".t=")[0].replace("1c", "1", 1))
    assert found.text == f"{site.address}plan/{text.upper()}"
    page.get_by_role("button", name="Close").first.click()
    shown(page, f"plan/{text.upper()}")
    names = [each.inner_text().split(" ", 1)[1] for each in page.locator(".plan-step h2").all()]
    assert names == [step.exercise.short_name for step in whole.steps]


def test_reminders_are_a_calendar_file_on_the_days_that_were_chosen(page, kinds, site, whole):
    shown(page, kinds["plan to read"])
    more_ways(page)
    page.get_by_role("button", name="Add to calendar").click()
    dialog = page.get_by_role("dialog", name="Add to calendar")
    for day in ("Mon", "Wed", "Fri"):
        dialog.get_by_label(day).uncheck()
    dialog.get_by_role("button", name="Save calendar file").click()
    assert dialog.get_by_role("alert").inner_text() == "Choose a day."
    for day in ("Tue", "Sun"):
        dialog.get_by_label(day).check()
    dialog.get_by_label("At", exact=True).fill("18:15")
    dialog.get_by_label("weeks").fill("4")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save calendar file").click()
    assert download.value.suggested_filename == "plan.ics"
    (event,) = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": ["TU", "SU"], "COUNT": [8]}
    assert event.decoded("DTSTART").time() == time(18, 15) and event.decoded("DTSTART").tzinfo is None
    assert event.decoded("DTSTART").weekday() in (1, 6)
    assert str(event["SUMMARY"]) == "Week 1"
    assert event["URL"] == f"{site.address}plan/{plan(whole)}"
    assert all(step.exercise.name in event["DESCRIPTION"] for step in whole.steps)


@pytest.mark.parametrize("way", ["plan to read", "plan to change"])
def test_plan_is_saved_as_a_table_with_its_own_doses(page, kinds, site, whole, way):
    shown(page, kinds[way])
    more_ways(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    assert download.value.suggested_filename == "plan.csv"
    page.get_by_text("Saved as plan.csv.").wait_for()
    text = download.value.path().read_bytes().decode("utf-8")
    assert text.startswith("\ufeffexercise,dose,"), "with its mark, for spreadsheets"
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [each["exercise"] for each in rows] == [step.exercise.name for step in whole.steps]
    assert rows[0]["dose"] == f"3 × 45 s hold, left {whole.steps[0].exercise.limb} only, rest 30 s"
    assert {each["page"] for each in rows} == {f"{site.address}exercises/{it.exercise.id}/" for it in whole.steps}


def test_plan_is_copied_as_text_for_a_coach_s_notes(page, kinds, site, whole):
    page.context.grant_permissions(CLIPBOARD)
    shown(page, kinds["plan to read"])
    more_ways(page)
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("Copied as text").wait_for()
    lines = _clipboard(page).split("\n")
    assert lines[0] == "Week 1" and lines[1] == "Note: Slowly at first"
    assert lines[-1] == f"{site.address}plan/{plan(whole)}"
    last = whole.steps[-1].exercise
    dose = wording.dose(last.start, last).replace("\u202f", " ").replace("\u2011", "-")
    assert f"{len(whole.steps)}. {last.name}: {dose}" in lines


def test_where_nothing_can_be_copied_the_text_is_selected(new_page, kinds):
    page = new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    shown(page, kinds["plan to read"])
    more_ways(page)
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("The text is selected").wait_for()
    assert page.evaluate("document.activeElement.value.startsWith('Week 1')")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("The address is selected").wait_for()
    assert re.match(r"https://.+/plan/#1c\.", page.evaluate("document.activeElement.value"))


def test_plan_without_an_exercise_has_nothing_to_send(page):
    shown(page, "plan/")
    sending = [
        page.get_by_role("heading", name="Send it"),
        page.get_by_role("button", name="Copy link"),
        page.get_by_text("More ways"),
        page.get_by_role("link", name="See it as a client"),
        page.get_by_role("button", name="Start over"),
    ]
    for way in sending:
        expect(way).to_be_hidden()
    page.get_by_role("button", name=re.compile("^Add (?!an |all )")).first.click()
    for way in sending:
        expect(way).to_be_visible()


def test_empty_plan_has_the_links_of_reading_pages_one_sentence_and_routines_by_their_figures(page, kinds, dataset):
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(kinds["routine list"])
    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    wanted = [(each.inner_text(), each.evaluate("it => it.href")) for each in links.all()]
    shown(page, "plan/")
    assert [(each.inner_text(), each.evaluate("it => it.href")) for each in links.all()] == wanted
    said = page.locator(".plan-editor__empty")
    assert said.inner_text().count(".") == 1, "one sentence"
    routine = next(iter(dataset.routines.values()))
    drawn = routine_figures.shown(routine, len(dataset.routines))
    row = page.locator(".plan-editor__routines li").first
    expect(row.locator("[data-of] > svg")).to_have_count(len(drawn))
    expect(row.get_by_role("button", name=f"Add all {len(routine.steps)} of {routine.name}")).to_be_visible()


def test_empty_plan_offers_what_to_add_as_wide_as_the_page(page):
    page.set_viewport_size({"width": 1280, "height": 844})
    shown(page, "plan/")
    adding = page.locator(".plan-editor__add")
    assert adding.bounding_box()["width"] > 1000
    adding.get_by_role("button", name=re.compile("^Add (?!an |all )")).first.click()
    expect(page.locator(".plan-fields")).to_have_count(1)
    assert page.locator(".plan-fields").bounding_box()["x"] < adding.bounding_box()["x"], (
        "beside the plan, once there is one"
    )
