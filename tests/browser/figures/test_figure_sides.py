"""Both sides of a figure on the page of its exercise: the right one first, the left one where it is asked for."""

import pytest
from playwright.sync_api import expect

from figure_stances import figures


@pytest.fixture
def sided(dataset):
    """An exercise that is done one side at a time, with a figure that says which."""
    found = [exercise for exercise, figure in figures(dataset) if exercise.works and "right" in _said(figure)]
    if not found:
        pytest.skip("no exercise has a figure with sides")
    return found[0]


def _said(figure):
    return " ".join(pose.shows for pose in figure.poses)


def _open(page, exercise):
    page.goto(f"exercises/{exercise.id}/")


def test_only_what_is_done_one_side_at_a_time_has_a_choice_of_sides(page, dataset):
    for exercise, _ in figures(dataset):
        _open(page, exercise)
        expect(page.get_by_role("radio")).to_have_count(2 if exercise.works else 0)


def test_left_side_is_shown_and_said_mirrored_and_the_right_one_again(page, sided):
    page.emulate_media(reduced_motion="reduce")
    _open(page, sided)
    group = page.get_by_role("group", name="Side shown")
    expect(group.get_by_role("radio", name="Right side")).to_be_checked()
    assert page.locator(".figure__left").count() == 0
    group.get_by_role("radio", name="Right side").press("ArrowRight")
    expect(group.get_by_role("radio", name="Left side")).to_be_checked()
    for shows in sided.shown_left:
        picture = page.get_by_role("img", name=shows, exact=True)
        assert picture.evaluate("svg => new DOMMatrix(getComputedStyle(svg).transform).a") == -1
    group.get_by_text("Right side").click()
    for pose in sided.figure.poses:
        expect(page.get_by_role("img", name=pose.shows, exact=True)).to_be_visible()
    assert page.locator(".figure__left").count() == 0


def test_who_comes_back_sees_the_side_that_is_checked(page, sided):
    page.emulate_media(reduced_motion="reduce")
    _open(page, sided)
    for way in (page.reload, lambda: (page.goto("exercises/"), page.go_back())):
        page.get_by_label("Left side").check()
        way()
        page.wait_for_load_state("load")
        left = page.get_by_label("Left side").is_checked()
        shown = 2 * len(sided.figure.poses) + 1  # each large and as a still above the steps, and the moving one
        expect(page.locator(".figure__left")).to_have_count(shown if left else 0)


def test_figure_goes_on_moving_on_its_other_side(page, sided):
    page.emulate_media(reduced_motion="no-preference")
    _open(page, sided)
    page.get_by_label("Left side").check()
    moving = page.get_by_role("img", name=" ".join(sided.shown_left), exact=True)
    before = moving.evaluate("svg => svg.innerHTML")
    page.wait_for_function("before => document.querySelector('.figure__motion').innerHTML !== before", arg=before)


def test_choice_of_sides_moves_nothing(new_page, sided):
    page = new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((each) => moved += each.value))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        _open(page, sided)
        below = page.locator("#dose").bounding_box()
        page.get_by_label("Left side").check()
        assert page.locator("#dose").bounding_box() == below, width
        assert page.evaluate("moved") < 0.001, width


def test_paper_shows_the_side_that_was_chosen(page, sided):
    _open(page, sided)
    page.get_by_label("Left side").check()
    page.emulate_media(media="print")
    for pose in page.locator(".figure .figure-stills__picture").all():
        expect(pose).to_be_visible()
        assert pose.evaluate("svg => svg.matches('.figure__left')")
    assert not page.get_by_role("radio").first.is_visible()


def test_without_scripts_the_right_side_says_that_the_left_mirrors_it(new_page, sided):
    page = new_page(javascript=False)
    _open(page, sided)
    expect(page.locator(".figure__control p")).to_be_visible()
    assert page.locator(".figure__control p").inner_text() == "This is the right side; the other mirrors it."
    assert not page.locator(".figure__sides").is_visible()
    without = page.locator(".figure__control").bounding_box()["height"]
    with_scripts = new_page()
    _open(with_scripts, sided)
    control = with_scripts.locator(".figure__control").bounding_box()
    assert control["height"] == without, "as much room with scripts as without"


def test_button_says_whose_figure_it_holds(page, sided):
    page.emulate_media(reduced_motion="no-preference")
    _open(page, sided)
    page.get_by_role("button", name=f"Pause {sided.name}", exact=True).click()
    expect(page.get_by_role("button", name=f"Play {sided.name}", exact=True)).to_be_visible()
