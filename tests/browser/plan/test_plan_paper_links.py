"""A plan's sheet and cards for links that hold no plan, part of one, or what a stranger wrote to do harm."""

from functools import partial

import pytest

from plan_pages import changed, opened

NOTICES = {
    "": "There is no plan in this address.",
    "#top": "This link holds no plan.",
    "#2.tl": "This link is newer",
    "#1": "This plan holds no exercise of this site.",
    "#1.zz": "One exercise is not on this site, so it is left out: “zz”.",
    f"#1.{'tl.' * 900}tl": "This link is too long to hold a plan.",
}
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def shown(page):
    """Shows a plan in the page, and waits for it."""
    return partial(opened, page)


@pytest.mark.parametrize("kind", ["sheet", "cards"])
def test_what_is_no_plan_is_told_with_a_way_out(shown, kind):
    page = shown(f"{kind}/", "[data-notices] p")
    for link, notice in NOTICES.items():
        if link:  # a page that is not loaded again reads it in the same way
            changed(page, link, "[data-notices] p")
        assert notice in page.get_by_role("status").inner_text(), link[:20]
        assert page.locator(".sheet").count() == 0, link[:20]
        assert page.get_by_role("button", name="Print").count() == 0, link[:20]
        way = page.get_by_role("link", name="Make a plan")
        assert way.evaluate("(way) => way.pathname") == "/plan/", link[:20]


def test_exercises_that_are_there_are_printed_without_what_is_not(shown):
    page = shown("sheet/#1.tl.xq.br9q")
    assert page.locator(".cheat-sheet__name").all_inner_texts() == ["Toe lifts and spreads", "Ball roll"]
    said = page.get_by_role("status").inner_text()
    assert "“xq”" in said
    assert "“br9q”" in said
    page.emulate_media(media="print")
    assert page.get_by_role("status").count() == 0, "that is for the screen"


def test_records_that_cannot_be_had_are_told_and_can_be_asked_for_again(shown):
    page = shown("sheet/", "[data-notices] p")
    page.route("**/exercises/toe-lifts.json", lambda route: route.abort())
    page.evaluate("location.hash = '1.tl'")
    page.get_by_text("could not be loaded").wait_for()
    page.unroute("**/exercises/toe-lifts.json")
    page.get_by_role("button", name="Try again").click()
    page.locator(".sheet").wait_for()
    assert page.get_by_role("status").inner_text() == ""


def test_another_plan_in_the_address_is_shown_at_once(shown):
    page = shown("sheet/#1.tl.t=One")
    page.evaluate("location.hash = '1.br.t=Two'")
    page.get_by_role("heading", name="Two").wait_for()
    assert page.locator(".cheat-sheet__name").all_inner_texts() == ["Ball roll"]
    ways = (
        page.get_by_role("navigation", name="This plan")
        .get_by_role("link")
        .evaluate_all("(ways) => ways.map((way) => [way.textContent, way.href.split('/').slice(3).join('/')])")
    )
    assert dict(ways) == {
        "Plan": "plan/#1.br.t=Two",
        "Timer": "timer/#1.br.t=Two",
        "Large print": "plan/sheet/?large#1.br.t=Two",
        "Cards": "plan/cards/#1.br.t=Two",
        "Cards with backs": "plan/cards/?backs#1.br.t=Two",
    }


def test_hostile_texts_stand_as_text(shown):
    escaped = "".join(f"%{byte:02X}" for byte in f"{HOSTILE}\u202e".encode())
    for kind in ("sheet", "cards"):
        page = shown(f"{kind}/#1.tl.t={escaped}.n={escaped}")
        assert page.locator("h1:visible").inner_text().endswith(HOSTILE[:60])
        assert page.locator("main script, main img[src=x]").count() == 0
        assert "\u202e" not in page.locator("main").inner_text()
    assert HOSTILE in shown(f"sheet/#1.tl.n={escaped}").locator("footer").inner_text()


def test_a_fragment_of_a_megabyte_is_told_as_too_long(shown):
    page = shown("sheet/#1.tl")
    page.evaluate("location.hash = '1.' + 'tl.'.repeat(350_000)")
    page.get_by_text("too long to hold a plan").wait_for()


def test_without_scripts_the_page_says_why_it_is_empty(new_page):
    page = new_page(javascript=False)
    page.goto("plan/sheet/#1.tl")
    assert "needs JavaScript to read it" in page.locator("main").inner_text()
    assert page.get_by_role("button", name="Print").count() == 0
