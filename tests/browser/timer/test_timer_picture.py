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
def _moves(file_timer):
    file_timer.page.emulate_media(reduced_motion="no-preference")


@pytest.fixture
def begun(begun):
    """A run that leads to its first exercise, which is seen."""
    expect(begun.stage.locator(FIGURE)).to_be_visible()
    return begun


@pytest.fixture
def exercise(dataset):
    """That exercise."""
    return dataset.routines["foot-and-hip"].steps[0].exercise


def _motion(timer):
    return timer.stage.locator(".figure__motion")


def _is_moving(timer):
    """Whether anything of the figure moves within ten seconds: longer than it holds any of its poses."""
    before = _motion(timer).evaluate(WAYS)
    return any(timer.run(0.5) and _motion(timer).evaluate(WAYS) != before for _ in range(20))


def _still(timer):
    """Whether it holds still for longer than any of its poses is held."""
    before = _motion(timer).evaluate(WAYS)
    return timer.run(4) and _motion(timer).evaluate(WAYS) == before


def test_what_comes_is_shown_as_one_that_moves(begun, exercise):
    whole = " ".join(pose.shows for pose in exercise.figure.poses)
    expect(begun.stage.get_by_role("img", name=whole, exact=True)).to_be_visible()
    begun.run(2)  # it begins with its first pose, held
    assert _is_moving(begun)


def test_figure_is_large_while_one_gets_ready(begun):
    least = {(390, 844): 240, (844, 390): 190, (768, 1024): 300}
    seen = set()
    while len(seen) < 3:
        if begun.shown.phase != "Work":
            seen.add(begun.shown.phase)
            for size in begun.sizes(*least):
                expect(_motion(begun)).to_be_visible()
                height = begun.stage.locator(".timer-stage__figure").bounding_box()["height"]
                assert height >= least[size], (begun.shown, size)
        begun.press("skip").run(0.1)
    assert seen == {"Get ready", "Change sides", "Next"}


def test_motion_keeps_the_marks_of_its_poses(begun):
    """An arrow at a time, above its edge; a ring that goes along; a magnifier beside it where the last pose has one."""
    seen = "arrows => arrows.filter((each) => getComputedStyle(each).visibility === 'visible').length"
    shown = set()
    for _ in range(16):
        shown.add(_motion(begun).locator(".figure__arrow").evaluate_all(seen) > 0)
        begun.run(1)
    assert shown == {True, False}, "none while it is held at its end"
    begun.jump(5)
    ring = _motion(begun).locator(".figure__felt").first
    expect(ring).to_be_attached()
    assert len({ring.get_attribute("d") for _ in range(8) if begun.run(0.7)}) > 1, (
        "a calf moves, and what is felt there"
    )
    begun.jump(3)
    expect(begun.stage.locator(".figure__lens")).to_be_visible()


def test_arrow_stands_out_from_every_phase(begun):
    seen = set()
    while len(seen) < 4:
        if begun.shown.phase not in seen:
            seen.add(begun.shown.phase)
            expect(_motion(begun)).to_be_visible()
            assert begun.page.evaluate(CONTRAST_OF_ARROW) >= 4.5, begun.shown
        begun.press("skip").run(0.1)


def test_what_is_done_moves_until_it_is_paused(begun, exercise):
    begun.press("skip").run(2)
    whole = " ".join(pose.shows for pose in exercise.figure.poses)
    expect(begun.stage.get_by_role("img", name=whole, exact=True)).to_be_visible()
    assert _is_moving(begun)
    button = begun.stage.get_by_role("button", name="Picture: ")
    button.focus()
    begun.press("main")
    assert _motion(begun).is_visible() and _still(begun)
    assert (button.count(), begun.focus) == (0, "main"), "one word for going on"
    begun.press("main").run(1)
    assert _is_moving(begun) and button.is_visible()


def test_figure_can_be_held_while_the_time_goes_on(begun):
    begun.press("skip").run(2)
    begun.stage.get_by_role("button", name="Picture: Still").press("Enter")
    clock = begun.part("clock")
    assert begun.stage.locator(".figure__poses").is_visible() and _still(begun)
    assert begun.part("clock") != clock
    begun.stage.get_by_role("button", name="Picture: Play").press("Space")
    begun.run(2)
    assert begun.main == "Pause" and _is_moving(begun)
    begun.press("skip").press("skip")
    assert begun.shown[::2] == ("Work", "Left foot")
    expect(begun.stage.get_by_role("button", name="Picture: Still").locator("svg")).to_be_visible()


def test_control_on_the_picture_shares_no_word_with_the_timers_own(begun):
    """What it says is the picture, which stands in its name, too: who speaks to the device says what is seen."""
    begun.press("skip")
    control = begun.stage.locator(".timer-stage__figure > button")
    expect(control).to_have_text("Still")
    box = control.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    own = {word for said in begun.stage.locator("[data-action]:visible").all_inner_texts() for word in said.split()}
    for name in ("Picture: Still", "Picture: Play"):
        expect(control).to_have_accessible_name(name)
        assert not {*name.replace(":", "").split()} & {*own, "Hold", "hold"}, name
        control.click()
    begun.page.set_viewport_size({"width": 320, "height": 640})
    figure, box = begun.stage.locator(FIGURE).bounding_box(), control.bounding_box()
    assert figure["x"] + figure["width"] <= box["x"] + box["width"] - 24, "its sign lies beside the figure"
    expect(control).to_have_accessible_name("Picture: Still")
    assert min(box["width"], box["height"]) >= 40


def test_figure_holds_still_where_less_motion_is_asked_for(timer):
    timer.open().press("main").press("skip").run(2).page.emulate_media(reduced_motion="reduce")
    timer.stage.get_by_role("button", name="Picture: Play").wait_for()
    assert timer.stage.locator(".figure__poses").is_visible() and _still(timer)
    timer.page.set_viewport_size({"width": 1280, "height": 800})
    for number, rows in ((1, (0, 0, 1, 1)), (2, (0, 1))):  # four poses, and of three wide ones the first and the last
        poses = timer.jump(number).stage.locator(".figure__pose:visible")
        expect(poses).to_have_count(len(rows))
        boxes = [pose.bounding_box() for pose in poses.all()]
        tops = sorted({box["y"] for box in boxes})
        assert [tops.index(box["y"]) for box in boxes] == [*rows], "as large as their place lets them be"
        assert min(box["height"] for box in boxes) > 150


def test_left_side_is_shown_and_said_mirrored(begun):
    begun.press("skip").run(1)
    assert begun.stage.locator(".figure__left").count() == 0
    begun.press("skip").press("skip").run(1)
    assert begun.shown.side.startswith("Left")
    expect(begun.stage.locator(".figure__motion.figure__left")).to_be_visible()
    said = _motion(begun).get_attribute("aria-label")
    assert "left" in said.lower() and "right" not in said.lower()


def test_step_of_a_plan_for_the_left_only_is_shown_mirrored(timer, dataset):
    exercise = dataset.routines["foot-and-hip"].steps[0].exercise
    timer.open(f"#1.{exercise.code}3x45hr30l").press("main")
    expect(timer.stage.locator(".figure__pose.figure__left")).to_have_count(len(exercise.figure.poses))


def test_figure_and_digits_and_name_beside_it_are_as_large_as_two_metres_ask_for(begun, dataset):
    """300 pixels are 49 mm on the glass: an arm of a person as high has 4 minutes of arc, and an eye needs 1."""
    for number, step in enumerate(dataset.routines["foot-and-hip"].steps, 1):
        begun.jump(number).press("skip")
        expect(begun.stage.locator(FIGURE)).to_be_attached()
        for size in begun.sizes(*SIZES):
            found = begun.page.evaluate(MEASURED)
            where = step.exercise.short_name, size
            assert (found["digits"] >= 133, found["name"] >= 24, found["main"] >= 72) == (True,) * 3, where
            assert (found["scrolled"], found["cut"]) == ([0, 0, 0, 0], []), where
            if size == (390, 844):
                assert begun.stage.locator(".timer-stage__figure").bounding_box()["height"] >= 300, where


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
    photo = 'data-photo="assets/favicon.svg" data-alt="A foot on a ball"'

    def drawing(route):
        said = photo if "/toe-lifts/" in route.request.url else ""
        route.fulfill(body=f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>')

    timer.page.set_viewport_size({"width": 768, "height": 1024})
    timer.page.route("**/figure.svg", drawing)
    timer.open().press("main")
    expect(timer.stage.get_by_role("img", name="A foot on a ball")).to_be_visible()  # once it is loaded
    height = "(it) => it.getBoundingClientRect().height"
    before = timer.stage.locator(".timer-stage__clock").evaluate(height)
    timer.jump(2)
    expect(timer.stage.get_by_role("img", name="A foot on a ball")).to_have_count(0)
    assert timer.stage.locator(".timer-stage__clock").evaluate(height) > 1.2 * before
    assert timer.stage.locator(".timer-stage__figure").evaluate("(it) => it.childElementCount") == 0
    timer.skip_until("Step 4 of 7").press("skip").run(1)
    assert timer.stage.locator(".timer-stage__side:visible").count() == 2
    for size in timer.sizes((390, 844), (844, 390), (1280, 800)):
        assert timer.page.evaluate(UNSEEN) == [], size
