"""The page of a programme in a browser: the first day that is kept there, what is due, and the way into the timer."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from page_checks import AXE, RULES, TOO_WIDE

PAGE = "programmes/marathon-strength/"
OPEN = "programmes/knee-at-home/"

FILLED = "rgb(250, 247, 240)"  # paper on pine, in the light scheme


@pytest.fixture
def opened(new_page, programme_site):
    """Opens a programme on a day, in a browser that holds the days on which its stretches began."""

    def open_(address, now, starts=None, **options):
        page = new_page(programme_site, **options)
        page.clock.set_fixed_time(f"{now}T10:00:00")
        if starts:
            id_ = address.split("/")[1]
            page.add_init_script(f"localStorage['limber-programmes'] ??= JSON.stringify({{'{id_}': {starts}}})")
        page.goto(address)
        page.locator("programme-today:not([hidden])").wait_for()
        return page

    return open_


def heading(page):
    return page.locator("#today")


def now(page):
    """What is marked as now among the phases."""
    return page.get_by_role("navigation", name="The weeks").locator("[aria-current=date]")


def test_first_day_is_chosen_and_kept(opened):
    page = opened(PAGE, "2026-12-01")
    expect(heading(page)).to_have_text("When do you begin?")
    expect(page.get_by_label("Your first day")).to_have_value("2026-12-07")  # the next Monday
    page.get_by_label("Your first day").fill("2026-11-17")
    begin = page.locator("form .button")
    expect(begin).to_have_css("color", FILLED)
    page.get_by_role("button", name="Begin").click()
    expect(heading(page)).to_have_text("Week 3, Tuesday")
    expect(begin).not_to_have_css("color", FILLED)
    expect(page.get_by_role("status").filter(has_text="Kept in this browser.")).to_be_visible()
    page.reload()
    expect(heading(page)).to_have_text("Week 3, Tuesday")
    expect(page.get_by_label("First day")).to_have_value("2026-11-17")


def test_nothing_moves_when_what_is_due_comes(new_page, programme_site):
    page = new_page(programme_site)
    held = []
    page.route("**/api/v1/programmes/*.json", lambda route: held.append(route))
    with page.expect_request("**/api/v1/programmes/*.json"):
        page.goto(PAGE)
    expect(page.locator("programme-today")).to_be_hidden()
    phases = page.get_by_role("navigation", name="The weeks")
    before = phases.bounding_box()
    held.pop().continue_()
    expect(heading(page)).to_be_visible()
    assert phases.bounding_box() == before


def test_session_that_is_due_starts_the_timer_at_the_doses_of_its_week(opened):
    page = opened(PAGE, "2026-12-17", ["2026-11-30"])
    expect(heading(page)).to_have_text("Week 3, Thursday")
    today = page.locator("programme-today")
    doses = today.locator(".programme-today__doses li")
    expect(doses.nth(1)).to_have_text(re.compile(r"Single-leg calf raise: 3\s×\s15 each leg with 15\skg, rest 60\ss"))
    expect(now(page)).to_have_text(re.compile(r"^Weeks 1–4\s+Base$"))
    expect(page.locator(".programme [aria-current=date] dt")).to_have_text("Week 3")
    today.get_by_role("link", name="Start the timer").click()
    expect(page).to_have_url(re.compile(r"/timer/#2c\.bq8"))
    expect(page.locator("body")).to_contain_text("Strength for runners, week 3")
    expect(page.locator("body")).to_contain_text(re.compile(r"3\s×\s15 each leg with 15\skg"))


def test_session_at_the_doses_of_its_routine_starts_the_routine(opened):
    page = opened(OPEN, "2026-12-02", ["2026-11-30"])
    links = page.locator("programme-today").get_by_role("link", name="Start the timer")
    expect(links).to_have_count(3)
    expect(links.first).to_have_attribute("href", re.compile(r"timer/\?routine=knee-daily&level=start$"))


def test_day_without_a_session_names_the_next(opened):
    page = opened(PAGE, "2026-12-18", ["2026-11-30"])
    expect(page.get_by_text("Next: Tuesday 22 December, Strength for runners.")).to_be_visible()
    expect(page.locator("programme-today").get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-28", "Begins on Monday 30 November"),
        ("2026-11-29", "Begins tomorrow"),
        ("2027-02-22", "All weeks are done"),
    ],
)
def test_page_says_what_is_before_and_after_the_weeks(opened, now, said):
    expect(heading(opened(PAGE, now, ["2026-11-30"]))).to_have_text(said)


def test_open_phase_is_over_when_one_says_so(opened):
    page = opened(OPEN, "2027-02-01", ["2026-11-30"])
    expect(heading(page)).to_have_text("Week 10, Monday")
    expect(now(page)).to_have_text(re.compile("^As long as it takes"))
    expect(page.locator(".programme [aria-current=date] dt")).to_have_text("From week 5")
    expect(page.get_by_text("Go on when: You can stand up from the chair 12 times in a row.")).to_be_visible()
    page.get_by_role("button", name="I can and go on to the next phase").click()
    expect(heading(page)).to_have_text("Week 1, Monday")
    expect(now(page)).to_have_text(re.compile("^Weeks 1–8"))
    expect(page.get_by_role("button", name="I can")).to_have_count(0)
    page.reload()
    expect(heading(page)).to_have_text("Week 1, Monday")


def test_weeks_are_saved_as_a_calendar_file(opened):
    page = opened(OPEN, "2026-12-16", ["2026-11-30"])
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to your calendar").click()
    assert download.value.suggested_filename == "knee-at-home.ics"
    text = Path(download.value.path()).read_text("utf-8").replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 2 + 1 + 5  # quad sets twice a day, and a walk that grows through five weeks
    assert "DESCRIPTION:each day\\n\\nWalk: 15–30 min\\, effort 3–4 of 10\\n" in text
    assert "DTSTART:20261130T073000" in text
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()


def test_page_reads_without_script(new_page, programme_site):
    page = new_page(programme_site, javascript=False)
    page.goto(PAGE)
    expect(page.locator("programme-today")).to_be_hidden()
    expect(page.locator("dt", has_text="Week 12").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [PAGE, OPEN])
def test_page_of_a_programme_is_accessible(root, opened, address, scheme):
    page = opened(address, "2026-12-15", ["2026-11-30"], scheme=scheme, width=320, bypass_csp=True)
    assert page.evaluate(TOO_WIDE) == []
    page.add_script_tag(path=root / "node_modules" / "axe-core" / "axe.min.js")
    assert page.evaluate(AXE, RULES[scheme]) == []
