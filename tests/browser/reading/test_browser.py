"""Every kind of page in a real browser: for all eyes and hands, at every size, with and without script."""

import pytest
from playwright.sync_api import expect

from listed_exercises import listed
from page_checks import TOO_WIDE, barriers
from page_kinds import DIFFERENT, KINDS, shown
from plan_checks import checked

SMALL = """() => [...document.querySelectorAll("a, button, input, summary, select")].filter((each) => {
    if (!each.checkVisibility({visibilityProperty: true}) || getComputedStyle(each).display === "inline") return false;
    const boxes = [each, each.closest("label") ?? each].map((it) => it.getBoundingClientRect());
    return boxes.every(({width, height}) => width < 24 || height < 24);
}).map((each) => each.outerHTML)"""
SEEN = """(all) => all.filter((each) => {
    const {width, height} = each.getBoundingClientRect();
    return width && height && each.checkVisibility({visibilityProperty: true});
}).map((each) => each.outerHTML)"""
FOCUSED = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    at.seen = (at.seen ?? 0) + 1;
    const shown = [at, at.closest("label")].filter(Boolean).map((each) => getComputedStyle(each));
    const {top, bottom} = at.getBoundingClientRect();
    return {
        name: at.outerHTML.slice(0, 120),
        first: at.seen === 1,
        outlined: shown.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
        on_screen: bottom > 0 && top < innerHeight,
    };
}"""
STOPS = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']"
)].filter((each) =>
    each.checkVisibility({visibilityProperty: true}) && !each.matches(":disabled, [type=radio]:not(:checked)")
).length"""

each_kind = pytest.mark.parametrize("kind", KINDS, scope="module")


@pytest.fixture
def check_with_axe(root, site):
    """Asserts that axe finds nothing on a page as it is now, at both widths and in both schemes."""
    axe = root / "node_modules" / "axe-core" / "axe.min.js"
    assert axe.is_file(), "axe-core is not installed. Cure: scripts/install dev"
    site.beside["axe.js"] = axe

    def check(page):
        # No tag, since the timer's policy lets none in; and from the host, so that the browser keeps it compiled.
        page.evaluate("(address) => import(address).then(() => null)", f"{site.base_url}axe.js")
        assert barriers(page) == []

    return check


@pytest.mark.parametrize("kind", DIFFERENT, scope="module")
def test_page_is_accessible(page_of_kind, check_with_axe):
    check_with_axe(page_of_kind)


def test_page_is_accessible_while_searching(page, kinds, dataset, check_with_axe):
    page.goto(kinds["exercise"])
    page.get_by_role("button", name="Search").click()
    page.keyboard.type(next(iter(dataset.exercises.values())).name)
    page.locator(".md-search-result__item").first.wait_for()
    check_with_axe(page)


def test_page_is_accessible_while_filtering(page, dataset, check_with_axe):
    region = next(iter(dataset.exercises.values())).regions[0]
    page.goto(f"exercises/?region={region}&have=nothing")
    check_with_axe(page)


@pytest.mark.parametrize("kind", ["sheet/", "sheet/?large", "cards/?backs"])
def test_plan_on_paper_is_accessible(page, dataset, check_with_axe, kind):
    codes = [each.code for each in dataset.exercises.values()]
    page.goto(f"plan/{kind}#1.{'.'.join(codes)}.zzzzz.t=Evening.n=Slowly")
    page.locator(".sheet").first.wait_for()
    check_with_axe(page)
    if kind == "sheet/":  # what is told where there is no plan is told alike on each
        shown(page, f"plan/{kind}#2.no")
        page.locator("[data-notices] p").wait_for()
        check_with_axe(page)


def test_plan_in_rounds_is_accessible_while_all_its_fields_are_open(page, dataset, check_with_axe):
    one, other, *_ = [each.code for each in dataset.exercises.values()]
    text = f"g2-3r60.{one}3x10r60.{other}3x5x10h.g0.o1-10.x1=Slowly-and-never-into-pain.f1=Twice-a-day.o1=Clamshell"
    page.goto(f"plan/?edit{checked(f'#2.{text}')}")
    page.get_by_role("heading", name="Clamshell").wait_for()
    for summary in page.locator(".plan-fields summary").filter(visible=True).all():
        summary.click()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(SMALL) == []
    check_with_axe(page)


@each_kind
def test_page_fits_a_narrow_screen(page_of_kind):
    """320 px is a small phone, and a desk's screen at 400 %, of which little is left in height."""
    for height in (640, 256):
        page_of_kind.set_viewport_size({"width": 320, "height": height})
        assert page_of_kind.evaluate(TOO_WIDE) == []


@each_kind
def test_page_has_targets_for_fingers(page_of_kind):
    assert page_of_kind.evaluate(SMALL) == []


@pytest.mark.parametrize("kind", DIFFERENT, scope="module")
def test_page_shows_where_the_keyboard_is(page_of_kind, kind):
    page = page_of_kind
    if kind.startswith("plan"):
        page.wait_for_load_state("networkidle")  # until its exercises are there, which take the focus from what was
    for place in page.locator(".plan-step__figure:visible").all():  # what can be pressed there comes with the picture
        place.scroll_into_view_if_needed()
        place.locator("svg").first.wait_for()
    assert _tabbed_through(page) == page.evaluate(STOPS)


def test_focus_shows_in_forced_colours(page):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto("exercises/")
    assert _tabbed_through(page) == page.evaluate(STOPS)


def _tabbed_through(page):
    """Goes through the page by Tab, back to its beginning, and gives the number of stops; each must be seen."""
    for count in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if not at or not at["first"]:
            return count
        assert at["outlined"] and at["on_screen"], at["name"]
    return pytest.fail("the keyboard does not get to the end of the page")


def test_reduced_motion_moves_nothing(page, kinds):
    page.emulate_media(reduced_motion="reduce")
    for address in ("", "exercises/", kinds["exercise"]):
        page.goto(address)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("a, button, .button, .chip, .skip-link")].filter((each) =>
                parseFloat(getComputedStyle(each).transitionDuration) > 0.01).map((each) => each.outerHTML)"""
        )
        assert moving == []


def test_skip_link_is_the_first_stop_and_leads_to_the_content(page, kinds):
    page.goto(kinds["exercise"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main-content') !== null")


def test_page_without_script_shows_no_dead_control(new_page, kinds):
    page = new_page(javascript=False)
    for kind, address in kinds.items():
        page.goto(address)
        controls = page.locator("button, select, input:not(.equipment-list input)")
        assert controls.evaluate_all(SEEN) == [], kind
        assert page.locator("h1:visible").count() == 1, kind


def test_routine_without_script_can_be_read_whole(new_page, dataset):
    page = new_page(javascript=False)
    for routine in dataset.routines.values():
        page.goto(f"routines/{routine.id}/")
        for summary in page.locator(".routine__whole > summary").all():
            summary.click()
        exercises = [step.exercise for step in routine.steps]
        expected = [text for each in exercises for text in (*each.setup, *each.instructions)]
        assert page.locator(".exercise__steps li:visible").all_inner_texts() == expected


def test_exercises_without_script_are_a_plain_list(new_page, dataset):
    page = new_page(javascript=False)
    page.goto("exercises/")
    assert sorted(listed(page)) == sorted(each.short_name for each in dataset.exercises.values())
