"""Figures in a plan as its client reads it: said, moving, mirrored, and there before one scrolls to them."""

import pytest
from playwright.sync_api import expect

from page_kinds import plan, shown
from printed import Printed

WAYS = "svg => svg.innerHTML"
WITHOUT_CONTROL = """figure => {
    const drawn = figure.cloneNode(true);
    for (const part of drawn.querySelectorAll(".figure__control, .figure-stills")) part.remove();
    drawn.className = "figure"; // its place on a page is the page's matter
    return drawn.outerHTML.replace(/>\\s+</g, "><");
}"""


@pytest.fixture
def drawn(dataset):
    """The exercises of a routine that have a figure."""
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    found = [step.exercise for step in whole.steps if step.exercise.figure]
    if len(found) < 3:
        pytest.skip("too few exercises have a figure")
    return found


def _shown(page, fragment):
    page.goto("about:blank")
    shown(page, f"plan/#1.{fragment}")
    page.locator(".plan-step__figure").scroll_into_view_if_needed()
    page.locator(".plan-step__figure .figure").wait_for()


def _steps(page, exercises):
    """The steps of a plan of these exercises, once each has its figure."""
    shown(page, f"plan/#1.{'.'.join(each.code for each in exercises)}")
    expect(page.locator(".plan-step__figure .figure")).to_have_count(len(exercises))
    return page.locator(".plan-step").all()


def test_step_shows_its_figure_which_can_be_held(page, drawn):
    page.emulate_media(reduced_motion="no-preference")
    _shown(page, drawn[0].code)
    whole = " ".join(pose.shows for pose in drawn[0].figure.poses)
    before = page.get_by_role("img", name=whole, exact=True).evaluate(WAYS)
    page.wait_for_function("before => document.querySelector('.figure__motion').innerHTML !== before", arg=before)
    page.get_by_role("button", name=f"Pause {drawn[0].short_name}", exact=True).click()
    play = page.get_by_role("button", name=f"Play {drawn[0].short_name}", exact=True)
    expect(play).to_have_css("border-top-style", "solid")  # else nothing tells that it can be pressed


def test_figure_is_the_one_of_the_exercises_own_page(page, drawn):
    """What a script puts together of the file, and what the page has of its component."""
    in_plan = [step.locator(".figure").evaluate(WITHOUT_CONTROL) for step in _steps(page, drawn)]
    for each, figure in zip(drawn, in_plan, strict=True):
        page.goto(f"exercises/{each.id}/")
        assert figure == page.locator(".figure").first.evaluate(WITHOUT_CONTROL), each.id


def test_figure_of_a_plan_holds_still_where_less_motion_is_asked_for(page, drawn):
    page.emulate_media(reduced_motion="reduce")
    _shown(page, drawn[0].code)
    for pose in drawn[0].figure.poses:
        expect(page.get_by_role("img", name=pose.shows, exact=True)).to_be_visible()
    assert not page.locator(".figure__motion").is_visible()


def test_step_for_the_left_only_is_shown_mirrored(page, drawn):
    one = next((each for each in drawn if each.laterality != "bilateral"), None)
    if not one:
        pytest.skip("no exercise has sides")
    for side, count in (("l", 1), ("r", 0)):
        _shown(page, f"{one.code}3x45hr30{side}")
        assert page.locator(".figure__motion.figure__left").count() == count


def test_step_of_both_sides_shows_the_one_asked_for(page, drawn):
    page.emulate_media(reduced_motion="no-preference")
    for each, step in zip(drawn, _steps(page, drawn), strict=True):
        assert step.get_by_role("radio").count() == (2 if each.works else 0), each.id
    sided = next((each for each in drawn if each.works), None)
    if not sided:
        pytest.skip("no exercise has sides")
    _shown(page, sided.code)
    page.get_by_role("group", name="Side shown").get_by_label("Left side").check()
    expect(page.get_by_role("img", name=" ".join(sided.shown_left), exact=True)).to_be_visible()
    assert page.locator(".figure__left").count() == len(sided.figure.poses) + 1
    _shown(page, f"{sided.code}3x45hr30l")
    assert page.get_by_role("radio").count() == 0, "the plan says which side"


def test_every_figure_is_there_before_one_scrolls_to_it(page, dataset, drawn):
    shown(page, f"plan/{plan(next(each for each in dataset.routines.values() if not each.core_of))}")
    expect(page.locator(".plan-step__figure .figure")).to_have_count(len(drawn))
    assert page.evaluate("scrollY") == 0


def test_how_much_and_how_it_looks_come_first_and_what_forbids_it_before_how_it_is_done(page, drawn):
    page.set_viewport_size({"width": 390, "height": 844})
    shown(page, f"plan/#1.{drawn[0].code}")
    step = page.locator(".plan-step").first
    place = step.locator(".plan-step__figure").bounding_box()
    assert place["y"] + 100 < 844, "in the first view of a phone"
    parts = ("__dose", "__figure", "__care", "__how")
    tops = [step.locator(f".plan-step{each}").bounding_box()["y"] for each in parts]
    assert tops == sorted(tops)
    assert page.get_by_role("button", name="Copy link").bounding_box()["y"] > tops[-1]


def test_figure_takes_the_room_that_is_kept_for_it(page, drawn):
    steps = _steps(page, drawn)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for each, step in zip(drawn, steps, strict=True):
            place = step.locator(".plan-step__figure")
            kept = place.evaluate("it => parseFloat(getComputedStyle(it).minHeight)")
            assert abs(place.bounding_box()["height"] - kept) < 1, (each.id, width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_step_without_a_figure_keeps_no_room_for_one(new_page, drawn):
    page = new_page()
    page.route("**/plan-exercises/*.json", lambda it: it.fulfill(json={**it.fetch().json(), "has_figure": False}))
    shown(page, f"plan/#1.{drawn[0].code}")
    page.locator(".plan-step").wait_for()
    assert not page.locator(".plan-step__figure").is_visible()


def test_a_plan_that_nobody_scrolled_prints_on_two_sheets_with_all_its_figures_and_nothing_at_the_edge(
    page, drawn, tmp_path
):
    page.set_viewport_size({"width": 390, "height": 500})
    shown(page, f"plan/#1.{'.'.join(each.code for each in drawn[:7])}")
    figures = page.locator(".plan-step__figure .figure")
    expect(figures).to_have_count(len(drawn[:7]))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("scrollY") == 0
    file = tmp_path / "plan.pdf"
    for paper, width in (("Letter", 215.9), ("A4", 210)):
        page.pdf(path=file, format=paper, prefer_css_page_size=True)
        printed = Printed(file)
        assert len(printed.sheets) == 2, paper
        words = [word for sheet in printed.sheets for word in sheet]
        assert min(word.left for word in words) > 10 and max(word.right for word in words) < width - 10, paper  # mm
        for tool in ("Changethisplan", "Starttimer", "anewlink"):
            assert tool not in printed.text, "what paper cannot do"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 714, "height": 1056})  # between the margins of A4
    for figure in figures.all():
        boxes = [pose.bounding_box() for pose in figure.locator(".figure__poses > *").all()]
        assert min(each["height"] for each in boxes) > 60  # CSS pixels, of 96 an inch
        assert len({round(each["y"]) for each in boxes}) == 1  # in one row
    size = "each => parseFloat(getComputedStyle(each).fontSize)"
    step = page.locator(".plan-step").first
    assert step.locator("ol li").first.evaluate(size) > step.locator(".care-line").evaluate(size)
