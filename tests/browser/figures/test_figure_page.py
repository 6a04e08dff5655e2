"""Figures on the page of their exercise, in a browser: seen, told, moving where they may, and still elsewhere."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import expect

from figure_stances import figures


@pytest.fixture
def page(page):
    """A page on which figures move."""
    page.emulate_media(reduced_motion="no-preference")
    return page


@pytest.fixture
def drawn(dataset):
    """The exercises that have a figure."""
    found = [exercise for exercise, _ in figures(dataset)]
    if not found:
        pytest.skip("no exercise has a figure")
    return found


def test_picture_says_its_pose_with_start_in_the_first_view_of_a_phone_and_each_pose_stands_where_it_will(page, drawn):
    for exercise in drawn:
        said = [pose.shows for pose in exercise.figure.poses]
        page.emulate_media(reduced_motion="no-preference")  # after the exercise before
        _open(page, exercise)
        assert page.get_by_role("img", name=" ".join(said), exact=True).count() == 1, "while it moves, one picture"
        start = page.locator(".exercise-page .button--primary").first.bounding_box()
        end = 780 if page.locator(".figure--narrow").count() else 844  # a high picture leaves room for a browser's bars
        assert start and start["y"] + start["height"] <= end, exercise.id
        assert page.locator(".figure").bounding_box()["y"] < page.locator("#dose").bounding_box()["y"] < start["y"]
        page.emulate_media(reduced_motion="reduce")
        for each in said:
            page.get_by_role("img", name=each, exact=True).wait_for()
        first, others = page.locator(".figure__pose").first, page.locator(".figure__pose ~ .figure__pose")
        whole = first.bounding_box()
        for _ in range(others.count()):
            others.last.evaluate("svg => svg.remove()")
            assert first.bounding_box() == whole, f"{exercise.id}, before the next has come"


def test_figure_moves_and_can_be_paused(page, drawn):
    exercise = drawn[0]
    _open(page, exercise)
    page.locator(".figure__motion").wait_for()
    assert not page.locator(".figure__poses").is_visible()
    before = _ways(page)
    page.wait_for_function("before => document.querySelector('.figure__motion').innerHTML !== before", arg=before)
    page.get_by_role("button", name="Pause").click()
    held = _ways(page)
    _frames(page)
    assert _ways(page) == held
    page.get_by_role("button", name="Play").press("Enter")
    page.wait_for_function("held => document.querySelector('.figure__motion').innerHTML !== held", arg=held)


def test_pose_that_a_figure_is_in_is_told_among_its_stills(page, drawn):
    exercise = next(each for each in drawn if len(each.figure.poses) > 1)
    _open(page, exercise)
    stills = page.locator(".figure-stills__still")
    assert stills.count() == len(exercise.figure.poses)
    for still in stills.all():
        expect(still).to_have_class(re.compile("--now"))


def test_figure_that_moves_shows_the_arrow_of_the_pose_that_it_comes_from(page, drawn):
    _open(page, drawn[0])
    for number in range(2):
        page.wait_for_function(
            "number => [...document.querySelectorAll('.figure__motion .figure__arrow')].every("
            "each => (each.getAttribute('visibility') === 'visible') === (each.dataset.atPose === String(number)))",
            arg=number,
        )
    assert page.locator(".figure__motion .figure__arrow").count() > 1


def test_figure_holds_still_where_less_motion_is_asked_for(page, drawn):
    page.emulate_media(reduced_motion="reduce")
    _open(page, drawn[0])
    assert page.locator(".figure__poses").is_visible() and not page.locator(".figure__motion").is_visible()
    assert not page.locator(".figure-stills").is_visible(), "the poses stand large, once"
    still = _ways(page)
    _frames(page)
    assert _ways(page) == still
    page.get_by_role("button", name="Play").click()
    page.locator(".figure__motion").wait_for()
    page.emulate_media(reduced_motion="no-preference")
    _frames(page)
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator(".figure--moving")).to_have_count(0)


def test_figure_holds_still_out_of_sight(page, drawn):
    _open(page, drawn[0])
    first = _ways(page)
    page.wait_for_function("first => document.querySelector('.figure__motion').innerHTML !== first", arg=first)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.wait_for_function("document.querySelector('.figure').getBoundingClientRect().bottom < 0")
    _frames(page)
    held = _ways(page)
    _frames(page)
    assert _ways(page) == held


def test_figure_without_scripts_shows_its_poses(new_page, drawn):
    page = new_page(javascript=False)
    _open(page, drawn[0])
    assert page.locator(".figure__pose").first.is_visible()
    assert not page.locator(".figure__motion").is_visible()
    assert not page.locator(".figure__button").is_visible()


def test_figure_on_paper_shows_its_poses_even_while_it_moves(page, drawn):
    _open(page, drawn[0])
    page.locator(".figure--moving").wait_for()
    page.emulate_media(media="print")
    assert page.locator(".figure .figure-stills__picture").first.is_visible()
    assert not page.locator(".figure__motion").is_visible()


def test_figure_costs_no_layout_shift(new_page, drawn):
    page = new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((each) => moved += each.value))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    for exercise in drawn:
        _open(page, exercise)
        _frames(page)
        assert page.evaluate("moved") < 0.001, exercise.id


def test_pose_is_as_wide_before_the_others_have_come(page, drawn):
    page.emulate_media(reduced_motion="no-preference")
    _open(page, max(drawn, key=lambda each: len(each.figure.poses)))
    first, *_, last = page.locator(".figure-stills__still:visible").all()
    width = first.bounding_box()["width"]
    last.evaluate("(it) => it.remove()")
    assert first.bounding_box()["width"] == width


def test_left_side_mirrors_the_right(page, drawn):
    page.emulate_media(reduced_motion="reduce")
    _open(page, drawn[0])
    pose = page.locator(".figure__pose").last
    right = Image.open(BytesIO(pose.screenshot())).convert("L")
    pose.evaluate("svg => svg.classList.add('figure__left')")
    left = ImageOps.mirror(Image.open(BytesIO(pose.screenshot())).convert("L"))
    apart = ImageChops.difference(right, left).point(lambda level: 255 if level > 128 else 0)
    assert sum(apart.histogram()[1:]) < 0.01 * right.width * right.height


def test_page_of_all_figures_is_not_published(site):
    assert not (site.folder / "figures" / "index.html").exists()
    assert "/figures/" not in (site.folder / "sitemap.xml").read_text("utf-8")


def _open(page, exercise):
    page.goto(f"exercises/{exercise.id}/")
    page.wait_for_load_state()


def _ways(page):
    return page.locator(".figure__motion").evaluate("svg => svg.innerHTML")


def _frames(page):
    """Waits for the browser to draw a few times, in which a figure would move on if it did."""
    page.evaluate(
        "() => new Promise((done) => { let left = 5;"
        " const next = () => (left-- ? requestAnimationFrame(next) : done()); next(); })"
    )
