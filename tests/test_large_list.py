"""The list of exercises where there are many: some at a time, all without a script, the same again on coming back."""

import pytest

from site_build import build, grown_copy, serving

COUNT, STEP = 150, 60
ADDRESS = "https://coach.example/"


@pytest.fixture(scope="module")
def large(root, tmp_path_factory):
    """The site grown to 150 exercises."""
    project = grown_copy(root, tmp_path_factory.mktemp("large") / "project", COUNT)
    said = build(project, project / "site", ADDRESS, LINK_IMAGES="no")
    assert said.returncode == 0, said.stderr
    with serving(project / "site", ADDRESS) as site:
        yield site


def _shown(page):
    return [each.inner_text() for each in page.locator(".exercise-list__item:visible > a").all()]


def _status(page):
    return page.locator("exercise-list [role=status]").inner_text()


def test_sixty_come_first_and_sixty_more_at_a_time(new_page, large):
    page = new_page(of=large)
    page.goto("exercises/")
    more = page.get_by_role("button", name="Show more exercises")
    first = _shown(page)
    assert (len(first), _status(page)) == (STEP, "150 of 150 exercises, the first 60 shown")
    more.focus()
    page.keyboard.press("Enter")
    second = _shown(page)
    assert (len(second), second[:STEP]) == (2 * STEP, first)
    assert page.evaluate("document.activeElement.textContent") == second[STEP], "the first that is new has the focus"
    more.click()
    assert (len(_shown(page)), _status(page)) == (COUNT, "150 of 150 exercises")
    assert not more.is_visible()


def test_as_many_are_there_on_coming_back(new_page, large):
    page = new_page(of=large)
    page.goto("exercises/")
    page.get_by_role("button", name="Show more exercises").click()
    before = _shown(page)
    page.get_by_role("link", name=before[-1], exact=True).click()
    page.wait_for_url("**/exercises/*/")
    page.go_back()
    page.locator(".exercise-list__item:visible").nth(len(before) - 1).wait_for()
    assert _shown(page) == before


def test_a_filter_looks_through_all_and_begins_with_the_first(new_page, large):
    page = new_page(of=large)
    page.goto("exercises/?show=120")
    page.locator("exercise-list summary").click()
    page.get_by_role("group", name="Position").get_by_label("Standing", exact=True).check()
    standing = page.locator(".exercise-list__item[data-position~=standing]")
    assert standing.count() > STEP
    assert _shown(page) == [each.inner_text() for each in standing.locator("> a").all()][:STEP]
    assert _status(page) == f"{standing.count()} of 150 exercises, the first 60 shown"


def test_address_that_asks_for_nonsense_shows_the_first(new_page, large):
    page = new_page(of=large)
    for asked in ("-5", "many", "1e999", "NaN"):
        page.goto(f"exercises/?show={asked}")
        assert len(_shown(page)) == (COUNT if asked == "1e999" else STEP), asked


def test_without_a_script_all_are_there(new_page, large):
    page = new_page(of=large, javascript=False)
    page.goto("exercises/")
    assert len(_shown(page)) == COUNT
    assert not page.get_by_role("button", name="Show more exercises").is_visible()


def test_nothing_moves_as_the_script_comes(new_page, large):
    page = new_page(of=large)
    page.route("**/main.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((all) => all.getEntries().forEach(({value}) => (shifts += value)))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto("exercises/")
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("shifts") == 0
