"""The picture in the timer: of what is done now or comes, moving while it is done, and only where there is room."""

import pytest
from playwright.sync_api import expect
from test_timer_screen import MEASURED, SIZES

from timer_driver import UNSEEN

FIGURE = ".timer-stage__figure .figure"
WAYS = "svg => svg.innerHTML"
CONTRAST_OF_ARROW = """() => {
    const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((one) => one / 255)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const arrow = getComputedStyle(document.querySelector(".figure__motion .figure__arrow")).stroke;
    const field = getComputedStyle(document.querySelector(".timer-stage__field")).backgroundColor;
    const [dark, bright] = [light(arrow), light(field)].sort((one, two) => one - two);
    return (bright + 0.05) / (dark + 0.05);
}"""


@pytest.fixture(autouse=True)
def _moves(timer):
    timer.page.emulate_media(reduced_motion="no-preference")


@pytest.fixture
def begun(timer, dataset):
    """A run that leads to its first exercise; with that exercise."""
    timer.open().press("main")
    expect(timer.stage.locator(FIGURE)).to_be_visible()
    return timer, dataset.routines["foot-and-hip"].steps[0].exercise


def _motion(timer):
    return timer.stage.locator(".figure__motion")


def _still(timer):
    """Whether a second goes by in which nothing of the figure moves."""
    before = _motion(timer).evaluate(WAYS)
    return timer.run(1) and _motion(timer).evaluate(WAYS) == before


def test_what_comes_is_shown_as_one_that_moves(begun):
    timer, exercise = begun
    whole = " ".join(pose.shows for pose in exercise.figure.poses)
    expect(timer.stage.get_by_role("img", name=whole, exact=True)).to_be_visible()
    timer.run(2)  # it begins with its first pose, held
    assert not _still(timer)


def test_figure_is_large_while_one_gets_ready(begun):
    timer, _ = begun
    least = {(390, 844): 240, (844, 390): 190, (768, 1024): 300}
    seen = set()
    while len(seen) < 3:
        if timer.shown.phase != "Work":
            seen.add(timer.shown.phase)
            for size in timer.sizes(*least):
                expect(_motion(timer)).to_be_visible()
                height = timer.stage.locator(".timer-stage__figure").bounding_box()["height"]
                assert height >= least[size], (timer.shown, size)
        timer.press("skip").run(0.1)
    assert seen == {"Get ready", "Change sides", "Next"}


def test_motion_keeps_the_marks_of_its_poses(begun):
    """An arrow at a time, above its edge; a ring that goes along; a magnifier beside it where the last pose has one."""
    timer, _ = begun
    seen = "arrows => arrows.filter((each) => getComputedStyle(each).visibility === 'visible').length"
    shown = set()
    for _ in range(16):
        shown.add(_motion(timer).locator(".figure__arrow").evaluate_all(seen) > 0)
        timer.run(1)
    assert shown == {True, False}, "none while it is held at its end"
    timer.press("list").stage.locator("[data-action=jump]").nth(4).click()
    ring = _motion(timer).locator(".figure__felt").first
    expect(ring).to_be_attached()
    assert len({ring.get_attribute("d") for _ in range(8) if timer.run(0.7)}) > 1, (
        "a calf moves, and what is felt there"
    )
    timer.press("list").stage.locator("[data-action=jump]").nth(2).click()
    expect(timer.stage.locator(".figure__lens")).to_be_visible()


def test_arrow_stands_out_from_every_phase(begun):
    timer, _ = begun
    seen = set()
    while len(seen) < 4:
        if timer.shown.phase not in seen:
            seen.add(timer.shown.phase)
            expect(_motion(timer)).to_be_visible()
            assert timer.page.evaluate(CONTRAST_OF_ARROW) >= 4.5, timer.shown
        timer.press("skip").run(0.1)


def test_what_is_done_moves_until_it_is_paused(begun):
    timer, exercise = begun
    timer.press("skip").run(2)
    whole = " ".join(pose.shows for pose in exercise.figure.poses)
    expect(timer.stage.get_by_role("img", name=whole, exact=True)).to_be_visible()
    assert not _still(timer)
    timer.press("main")
    assert _motion(timer).is_visible() and _still(timer)
    timer.press("main").run(1)
    assert not _still(timer)


def test_figure_can_be_held_while_the_time_goes_on(begun):
    timer, _ = begun
    timer.press("skip").run(2)
    timer.stage.get_by_role("button", name="Picture: Still").press("Enter")
    clock = timer.part("clock")
    assert timer.stage.locator(".figure__poses").is_visible() and _still(timer)
    assert timer.part("clock") != clock
    timer.stage.get_by_role("button", name="Picture: Play").press("Space")
    timer.run(2)
    assert timer.main == "Pause" and not _still(timer)


def test_each_figure_that_moves_can_be_held(begun):
    timer, _ = begun
    for _ in range(3):
        timer.press("skip")
        if timer.shown.phase == "Work":
            hold = timer.stage.get_by_role("button", name="Picture: Still")
            expect(hold.locator("svg")).to_be_visible()


def test_control_on_the_picture_shares_no_word_with_the_timers_own(begun):
    """What it says is the picture, which stands in its name, too: who speaks to the device says what is seen."""
    timer, _ = begun
    timer.press("skip")
    control = timer.stage.locator(".timer-stage__figure > button")
    expect(control).to_have_text("Still")
    box = control.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    own = {word for said in timer.stage.locator("[data-action]:visible").all_inner_texts() for word in said.split()}
    for name in ("Picture: Still", "Picture: Play"):
        expect(control).to_have_accessible_name(name)
        assert not {*name.replace(":", "").split()} & {*own, "Hold", "hold"}, name
        control.click()


def test_figure_is_large_enough_on_a_phone_to_be_seen_from_two_metres(timer, dataset):
    """300 pixels are 49 mm on the glass: an arm of a person as high has 4 minutes of arc, and an eye needs 1."""
    timer.open().press("main")
    for step in range(len(dataset.routines["foot-and-hip"].steps)):
        timer.press("list").stage.locator("[data-action=jump]").nth(step).click()
        timer.press("skip")
        expect(timer.stage.locator(FIGURE)).to_be_attached()
        shown = timer.stage.locator(".timer-stage__figure").bounding_box()
        assert shown["height"] >= 300, timer.shown.name


def test_figure_holds_still_where_less_motion_is_asked_for(begun):
    timer, _ = begun
    timer.press("skip").run(2).page.emulate_media(reduced_motion="reduce")
    timer.stage.get_by_role("button", name="Picture: Play").wait_for()
    assert timer.stage.locator(".figure__poses").is_visible() and _still(timer)


def test_left_side_is_shown_and_said_mirrored(begun):
    timer, _ = begun
    timer.press("skip").run(1)
    assert timer.stage.locator(".figure__left").count() == 0
    timer.press("skip").press("skip").run(1)
    assert timer.shown.side.startswith("Left")
    expect(timer.stage.locator(".figure__motion.figure__left")).to_be_visible()
    said = _motion(timer).get_attribute("aria-label")
    assert "left" in said.lower() and "right" not in said.lower()


def test_step_of_a_plan_for_the_left_only_is_shown_mirrored(timer, dataset):
    exercise = dataset.routines["foot-and-hip"].steps[0].exercise
    timer.open(f"#1.{exercise.code}3x45hr30l").press("main")
    expect(timer.stage.locator(".figure__pose.figure__left")).to_have_count(len(exercise.figure.poses))


def test_figure_leaves_digits_and_name_as_large_as_two_metres_ask_for(begun):
    timer, _ = begun
    for step in range(7):
        timer.press("list").stage.locator("[data-action=jump]").nth(step).click()
        timer.press("skip")
        expect(timer.stage.locator(FIGURE)).to_be_attached()
        for width, height in SIZES:
            timer.page.set_viewport_size({"width": width, "height": height})
            found = timer.page.evaluate(MEASURED)
            assert (found["digits"] >= 133, found["name"] >= 24, found["main"] >= 72) == (True,) * 3, (width, height)
            assert (found["scrolled"], found["cut"]) == ([0, 0, 0, 0], []), (width, height)


def test_figure_is_not_drawn_where_it_has_no_room(timer):
    timer.page.set_viewport_size({"width": 320, "height": 256})
    timer.open().press("main").press("skip").run(2)
    timer.page.wait_for_load_state("networkidle")
    expect(timer.stage.locator(FIGURE)).to_have_count(0)
    timer.page.set_viewport_size({"width": 390, "height": 844})
    expect(timer.stage.locator(FIGURE)).to_be_visible()


def test_timer_goes_on_without_what_draws(timer):
    timer.page.route("**/timer-picture.js", lambda route: route.abort())
    timer.open().press("main").press("skip").run(2)
    assert timer.shown.phase == "Work"


def test_a_photo_is_shown_as_a_figure_is_and_without_either_the_number_is_larger(timer):
    photo = 'data-small="assets/favicon.svg" data-photo="assets/favicon.svg" data-alt="A foot on a ball"'

    def drawing(route):
        said = photo if "/toe-lifts/" in route.request.url else ""
        route.fulfill(body=f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>')

    timer.page.set_viewport_size({"width": 768, "height": 1024})
    timer.page.route("**/figure.svg", drawing)
    timer.open().press("main")
    expect(timer.stage.get_by_role("img", name="A foot on a ball")).to_be_visible()  # once it is loaded
    height = "(it) => it.getBoundingClientRect().height"
    before = timer.stage.locator(".timer-stage__clock").evaluate(height)
    timer.press("list").stage.locator("[data-action=jump]").nth(1).click()
    expect(timer.stage.get_by_role("img", name="A foot on a ball")).to_have_count(0)
    assert timer.stage.locator(".timer-stage__clock").evaluate(height) > 1.2 * before
    assert timer.stage.locator(".timer-stage__figure").evaluate("(it) => it.childElementCount") == 0
    timer.skip_until("Step 4 of 7").press("skip").run(1)
    assert timer.stage.locator(".timer-stage__side:visible").count() == 2
    for width, height in ((390, 844), (844, 390), (1280, 800)):
        timer.page.set_viewport_size({"width": width, "height": height})
        assert timer.page.evaluate(UNSEEN) == [], (width, height)
