"""The list of exercises where there are many: some at a time, all without a script, the same again on coming back."""

from urllib.parse import urlsplit

import pytest

from listed_exercises import listed
from printed import Printed, squeezed
from site_build import build, grown_copy, serving

COUNT, STEP = 130, 60
ADDRESS = "https://coach.example/"


@pytest.fixture(scope="module")
def large(root, once):
    """The site grown to 130 exercises."""

    def make(folder):
        project = grown_copy(root, folder / "project", COUNT)
        said = build(project, folder / "site", ADDRESS, LINK_IMAGES="no")
        assert said.returncode == 0, said.stderr

    with serving(once("large", make) / "site", ADDRESS) as site:
        yield site


@pytest.fixture
def page(page_of, large):
    """A page of it."""
    return page_of(large)


def _status(page):
    return page.locator("exercise-list [role=status]").inner_text()


def test_sixty_come_first_and_sixty_more_at_a_time(page):
    page.goto("exercises/")
    more = page.get_by_role("button", name="Show more exercises")
    first = listed(page)
    assert (len(first), _status(page)) == (STEP, f"{COUNT} of {COUNT} exercises, the first {STEP} shown")
    more.focus()
    page.keyboard.press("Enter")
    second = listed(page)
    assert (len(second), second[:STEP]) == (2 * STEP, first)
    assert page.evaluate("document.activeElement.textContent") == second[STEP], "the first that is new has the focus"
    more.press("Enter")  # a click would aim at where the button was before the page scrolled to the focus
    assert (len(listed(page)), _status(page)) == (COUNT, f"{COUNT} of {COUNT} exercises")
    assert not more.is_visible()


def test_row_of_areas_leads_to_one_that_is_not_among_the_first(page):
    page.goto("exercises/")
    last = page.get_by_role("navigation", name="Part of the body").get_by_role("link").last
    head = page.locator("exercise-list h2").last
    assert not head.is_visible()
    last.click()
    head.wait_for()
    assert head.inner_text() == last.inner_text() and head.bounding_box()["y"] < page.viewport_size["height"]
    assert len(listed(page)) % STEP == 0 or len(listed(page)) == COUNT


def _links(page):
    return listed(page, ".link-list__item")


@pytest.mark.parametrize(
    ("address", "item", "shown"),
    [("exercises/", ".exercise-list__item", listed), ("links/", ".link-list__item", _links)],
)
def test_as_many_are_there_on_coming_back(page, address, item, shown):
    page.goto(address)
    page.get_by_role("button", name="Show more exercises").click()
    before = shown(page)
    page.get_by_role("link", name=before[-1], exact=True).click()
    page.wait_for_url("**/exercises/*/")
    page.go_back()
    page.locator(f"{item}:visible").nth(len(before) - 1).wait_for()
    assert shown(page) == before


@pytest.mark.parametrize(("address", "item"), [("exercises/", ".exercise-list__item"), ("links/", ".link-list__item")])
def test_all_are_there_on_paper_and_some_again_after_it(page, large, tmp_path, address, item):
    page.goto(address)
    shown = page.locator(item).count()
    page.pdf(path=tmp_path / "printed.pdf")
    names = [each.one("a").text for each in large.pages[address].every("li", class_=item[1:])]
    words = squeezed(Printed(tmp_path / "printed.pdf").text)
    assert len(names) >= COUNT
    assert [name for name in names if squeezed(name) not in words] == []
    assert squeezed("Show more") not in words
    assert page.locator(item).count() == shown < COUNT


def test_a_filter_looks_through_all_and_begins_with_the_first(page, large):
    items = large.pages["exercises/"].every("li", class_="exercise-list__item")
    standing = [each.one("a").text for each in items if "standing" in each.attributes["data-position"].split()]
    assert len(standing) > STEP
    page.goto("exercises/?show=80")
    page.locator("exercise-list summary", has_text="Position").click()
    page.get_by_role("group", name="Position").get_by_label("Standing", exact=True).check()
    assert listed(page) == standing[:STEP]
    assert _status(page) == f"{len(standing)} of {COUNT} exercises, the first {STEP} shown"


def test_all_are_there_again_once_no_filter_is_left(page):
    page.goto("exercises/")
    first = listed(page)
    page.locator("exercise-list summary", has_text="Position").click()
    for _ in range(2):
        page.get_by_role("group", name="Position").get_by_label("Standing", exact=True).check()
        assert listed(page) != first
        page.get_by_role("button", name="Clear filters").click()
        assert (listed(page), _status(page)) == (first, f"{COUNT} of {COUNT} exercises, the first {STEP} shown")


def test_ring_of_the_focus_is_not_cut_off(page):
    page.goto("exercises/")
    link = page.locator(".exercise-list__item a").nth(2)
    page.locator(".exercise-list__item a").nth(1).focus()
    page.keyboard.press("Tab")
    room = link.evaluate(
        "link => { const [own, all] = [link, link.closest('li')].map((each) => each.getBoundingClientRect());"
        "const look = getComputedStyle(link);"
        "return own.left - all.left - parseFloat(look.outlineOffset) - parseFloat(look.outlineWidth) }"
    )
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    assert room >= 0


def test_address_that_asks_for_nonsense_shows_the_first(page):
    for asked in ("-5", "many", "1e999", "NaN"):
        page.goto(f"exercises/?show={asked}")
        assert len(listed(page)) == (COUNT if asked == "1e999" else STEP), asked


def test_without_a_script_all_are_there(new_page, large):
    page = new_page(of=large, javascript=False)
    page.goto("exercises/")
    assert len(listed(page)) == COUNT
    assert not page.get_by_role("button", name="Show more exercises").is_visible()
    page.goto("links/")
    assert _links(page) == [name for names in _names(large) for name in names]
    assert not page.get_by_role("button", name="Show more exercises").is_visible()


@pytest.mark.parametrize("address", ["exercises/", "links/"])
def test_nothing_moves_as_the_script_comes(new_page, large, address):
    page = new_page(of=large)
    page.route("**/main.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((all) => all.getEntries().forEach(({value}) => (shifts += value)))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("shifts") == 0


def _names(site):
    rows = site.pages["links/"].every("li", class_="link-list__item")
    routines = [row.one("a").text for row in rows if "/routines/" in row.attributes["data-link"]]
    return routines, [row.one("a").text for row in rows[len(routines) :]]


def test_of_links_sixty_come_first_and_sixty_more_at_a_time(page, large):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("links/")
    routines, exercises = _names(large)
    more = page.get_by_role("button", name="Show more exercises")
    assert len(exercises) == COUNT
    assert _links(page) == [*routines, *exercises[:STEP]]
    more.focus()
    page.keyboard.press("Enter")
    assert _links(page) == [*routines, *exercises[: 2 * STEP]]
    assert page.evaluate("document.activeElement.textContent") == exercises[STEP], "the first that is new has the focus"
    page.get_by_role("button", name=f"Copy link to {exercises[STEP]}", exact=True).click()
    page.get_by_text("Copied").wait_for()
    more.click()
    assert _links(page) == [*routines, *exercises]
    assert not more.is_visible() and not page.get_by_role("button", name="Show more routines").is_visible()


def test_a_word_is_looked_for_in_all_links_and_begins_with_the_first(page, large):
    page.goto("links/")
    routines, exercises = _names(large)
    first = [*routines, *exercises[:STEP]]
    field, more = page.get_by_label("Find a link"), page.get_by_role("button", name="Show more exercises")
    calves = [name for name in exercises if "calf" in name.lower()]
    assert STEP > len(calves) > 5 and not set(calves) <= set(first)
    more.click()
    for asked, shown, found in (
        ("calf", calves, len(calves)),
        ("", first, COUNT + len(routines)),
        ("xylophone", [], 0),
    ):
        field.fill(asked)
        assert [name for name in _links(page) if name not in routines or not asked] == shown
        said = page.locator("[data-link-found]").inner_text()
        some = f"{found} of {COUNT + len(routines)} links" + f", {len(shown)} shown" * (found > len(shown))
        assert said == (some if found else "No link fits. Try another word.")
        assert page.get_by_role("heading", name="Routines").is_visible() == (not asked)
        assert urlsplit(page.url).query == (f"find={asked}" if asked else "")
    field.fill("calf")
    page.reload()
    page.get_by_text(f"{len(calves)} of {COUNT + len(routines)} links").wait_for()
    assert _links(page) == calves
    assert not more.is_visible()
