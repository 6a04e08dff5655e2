"""What the timer says of a plan's link that lacks something, and the way out of it where nothing is left."""

import json

from playwright.sync_api import expect

PLAN = "#1.sb5s.t=Zebra-after-work"


def _sentences(timer):
    return " ".join([timer.part("problem"), *timer.notes])


def test_unknown_exercise_is_named_and_the_rest_is_led_through(timer):
    timer.open("#1.zzz.sb5s")
    assert "“zzz”" in _sentences(timer)
    timer.press("main")
    assert timer.notes == [], "read before Start; now it would take room"
    assert timer.shown.name == "Supine block hold"


def test_retired_code_leads_to_its_successor_and_says_so(timer, site):
    def with_a_retired_one(route):
        names = json.loads((site.folder / "api" / "v1" / "exercise-names.json").read_text("utf-8"))
        for each in names["exercises"]:
            each["old_codes"] = ["oldcs"] if each["code"] == "cs" else []
        route.fulfill(json=names)

    timer.page.route("**/api/v1/exercise-names.json", with_a_retired_one)
    timer.open("#1.oldcs20h")
    assert "Calf stretch" in _sentences(timer)
    assert "“oldcs”" in _sentences(timer)
    timer.press("main").run(10.05)
    assert timer.shown == ("Work", "Calf stretch", "Right foot", "20")


UNREADABLE = {
    "#2.tl.br": "This link is newer than this page. Load the page again.",
    "#hello": "This link holds no plan. Copy it again, whole.",
    "#1.zz": "This plan holds no exercise of this site.",
}


def test_link_without_an_exercise_says_why_and_leads_to_the_plan(timer, site):
    for fragment, sentence in UNREADABLE.items():
        timer.page.goto("about:blank")
        timer.open(fragment)
        assert timer.part("problem").startswith(sentence), fragment
        assert timer.main == "", fragment
        expect(timer.page.locator("[data-free-timer]")).to_be_visible()
        way = timer.stage.get_by_role("link", name="Open the plan page")
        assert way.get_attribute("href") == f"{site.base_url}plan/{fragment}"


def test_plan_that_does_not_load_can_be_tried_again(timer):
    page = timer.page
    page.route("**/api/v1/exercise-names.json", lambda route: route.fulfill(body="<html>", content_type="text/html"))
    timer.open(PLAN)
    assert timer.part("problem") == "The exercises could not be read: the site sent something else."
    page.unroute("**/api/v1/exercise-names.json")
    timer.stage.get_by_role("link", name="Try again").click()
    expect(timer.stage.locator("[data-part=title]")).to_have_text("Zebra after work")
