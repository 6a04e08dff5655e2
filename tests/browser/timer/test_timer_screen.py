"""What the runner sees from two metres: sizes and room, at every size of screen."""

import json

import pytest
from playwright.sync_api import expect

from page_checks import TOO_WIDE

SIZES = ((320, 568), (390, 844), (844, 390), (768, 1024), (1280, 800))
NARROW_AND_WIDE = ((320, 844), (390, 844), (844, 390), (1280, 800))
SMALL_SIZES = ((320, 256), (568, 320), (320, 480))
LONG = "Kneeling top-of-foot stretch"
FORTY = "Single-leg balance with eyes closed, arm"
NAMES = ("Ball roll", LONG, FORTY, "Half-kneeling dorsiflexion rock and hold")
DIGITS_MINUTES = 25  # of arc, the least that reads from two metres at a glance
LEAST_NAME = 24  # pixels, 5 minutes of arc: it was read, and heard, before the phone was laid down
MEASURED = """() => {
    const of = (part) => document.querySelector(`.timer-stage [data-part=${part}]`);
    const field = document.querySelector(".timer-stage__field");
    const cut = ["name", "clock", "side", "phase_word", "next", "left", "main"].filter((part) => {
        const shown = part === "clock" ? of(part).parentElement : of(part); // a font's box is higher than its digits
        const {top, left, right, bottom, width} = shown.getBoundingClientRect();
        const at = of(part).closest(".timer-stage__field, .timer-stage__bar, .timer-stage__run, .timer-stage");
        const box = at.getBoundingClientRect();
        const room = box.width ? box : {top: 0, left: 0, right: innerWidth, bottom: innerHeight};
        const fits = left >= -0.5 && right <= innerWidth + 0.5 && top >= room.top - 0.5 && bottom <= room.bottom + 0.5;
        return width && !fits;
    });
    return {
        digits: parseFloat(getComputedStyle(of("clock")).fontSize),
        name: parseFloat(getComputedStyle(of("name")).fontSize),
        main: of("main").getBoundingClientRect().height,
        scrolled: [field.scrollHeight - field.clientHeight, field.scrollWidth - field.clientWidth,
            document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth],
        cut,
    };
}"""


PLACE = """(part) => {
    const {x, y} = part.getBoundingClientRect();
    return [x, y, getComputedStyle(part).fontSize];
}"""
LINES_OF_NAME = """() => {
    const name = document.querySelector(".timer-stage [data-part=name]");
    const range = document.createRange();
    range.selectNodeContents(name);
    return new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size;
}"""
LEAST_MARGIN = """() => Math.min(...["phase_word", "name", "clock"].flatMap((part) => {
    const {top, left, right} = document.querySelector(`.timer-stage [data-part=${part}]`).getBoundingClientRect();
    return [top, left, innerWidth - right];
}))"""
SCROLLED_ACROSS = """() => {
    document.querySelector(".timer-stage [data-action=main]").scrollIntoView({block: "nearest", inline: "nearest"});
    return scrollX;
}"""


@pytest.fixture(autouse=True)
def _moves(file_timer):
    file_timer.page.emulate_media(reduced_motion="no-preference")


@pytest.fixture
def named(timer, site):
    """A routine whose first exercises have these names, opened."""
    record = json.loads((site.folder / "api/v1/routines/foot-and-hip.json").read_text("utf-8"))
    for step, name in zip(record["steps"], NAMES, strict=False):
        step["exercise"]["short_name"] = name
        step["note"] = ""  # test_timer_doses.py has those
    timer.page.route("**/api/v1/routines/*.json", lambda route: route.fulfill(json=record))
    return timer.open()


def _arc_minutes(font_pixels):
    """A capital is 0.7 em; a phone of 390 px has 6.08 px a millimetre; a minute of arc is 0.58 mm at two metres."""
    return font_pixels * 0.7 / 6.08 / 0.58


def test_digits_can_be_read_from_two_metres_and_the_name_from_nearby(named):
    named.press("main").run(1)
    for number, name in enumerate(NAMES, 1):
        if number > 1:
            named.jump(number).run(1)
        for phase in ("Next" if number > 1 else "Get ready", "Work", "Change sides"):
            assert (named.shown.phase, named.shown.name) == (phase, name)
            # A name has the same room in each phase: the longest is measured in all of them, and others at work.
            for size in named.sizes(*SIZES if phase == "Work" or name == FORTY else ()):
                found, where = named.page.evaluate(MEASURED), (named.shown, size)
                assert _arc_minutes(found["digits"]) >= DIGITS_MINUTES, where
                assert (found["digits"] >= 133, found["name"] >= LEAST_NAME, found["main"] >= 72) == (True,) * 3, where
                assert (found["scrolled"], found["cut"]) == ([0, 0, 0, 0], []), where
            named.press("skip")


def test_each_name_stands_in_one_line_and_nothing_touches_the_edge(begun, dataset):
    """The number is what fills the screen: a name takes a line of it, while one gets ready as while one works."""
    names = [step.exercise.short_name for step in dataset.routines["foot-and-hip"].steps]
    longest = max(names, key=len)
    for number, name in enumerate(names, 1):
        if number > 1:
            begun.jump(number)
        for phase in ("Next" if number > 1 else "Get ready", "Work"):
            assert begun.shown[:2] == (phase, name)
            # The longest stands as each stands while one gets ready.
            for size in begun.sizes(*NARROW_AND_WIDE if phase == "Work" or name == longest else ()):
                assert begun.page.evaluate(LINES_OF_NAME) == 1, (begun.shown, size)
                assert begun.page.evaluate(LEAST_MARGIN) >= 8, (begun.shown, size)
            begun.press("skip")


def test_digits_and_side_stay_where_they_are_from_getting_ready_to_changing_sides(timer):
    """On a phone upright the digits are smaller, in the same corner, while one reads how to get into place."""
    timer.open("?exercise=standing-top-of-foot-stretch").press("main").run(1)
    clock, side = timer.stage.locator(".timer-stage__clock"), timer.stage.locator("[data-part=side]")
    clocks, sides = {}, {}
    for phase in ("Get ready", "Work", "Change sides"):
        assert timer.shown.phase == phase
        for size in timer.sizes((320, 568), (390, 844), (844, 390), (1280, 800), (1920, 1080)):
            *corner, digits = clock.evaluate(PLACE)
            clocks[phase, size], sides[phase, size] = (corner, digits), side.evaluate(PLACE)
            assert corner == clocks["Get ready", size][0], (phase, size)
            before = "Work" if size == (390, 844) and phase != "Get ready" else "Get ready"
            assert digits == clocks[before, size][1], (phase, size)
            assert phase == "Change sides" or sides[phase, size] == sides["Get ready", size], (phase, size)
        timer.press("skip").run(1)


def test_who_gets_ready_reads_how_to_get_into_place_and_who_works_a_cue(begun, dataset):
    exercise = dataset.routines["foot-and-hip"].steps[0].exercise
    assert begun.run(1).part("cue") == " ".join(exercise.setup[:2])
    begun.press("skip").run(1)
    for (width, height), least in (((390, 844), 28), ((1280, 800), 40)):
        begun.page.set_viewport_size({"width": width, "height": height})
        assert begun.part("cue") == exercise.cues[0]
        cue = begun.stage.locator("[data-part=cue]")
        assert cue.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)") >= least, width
        side, words, figure = (
            begun.stage.locator(f".timer-stage__{part}").bounding_box() for part in ("where", "cue", "figure")
        )
        assert words["y"] > side["y"] and words["x"] < width / 4, (width, "below the side")
        assert (figure["x"] > width / 2) == (width == 1280)


def test_what_comes_next_is_large_in_the_last_ten_seconds_and_moves_nothing(begun):
    begun.press("skip").run(19)
    following = begun.stage.locator("[data-part=next]")
    places = {}

    def look(label, name, *, large):
        for size in begun.sizes((320, 568), (390, 844), (844, 390), (1280, 800)):
            assert (begun.part("next_label"), following.inner_text()) == (label, name), size
            assert (following.bounding_box()["height"] > 30) == large, size
            parts = (begun.stage.locator(f".timer-stage__{part}") for part in ("clock", "figure", "left"))
            found = [part.bounding_box() for part in parts]
            assert places.setdefault(size, found) == found, size

    look("Next", "Ball roll", large=False)
    begun.run(2)
    look("Next", "Left foot", large=True)
    begun.run(10 + 5 + 21)
    places.clear()  # the other side is laid out anew
    look("Next", "Ball roll", large=True)


def test_bar_shows_the_time_of_an_interval_going_by_with_a_figure_or_without(timer):
    timer.open().press("main").run(4)
    bar = timer.stage.locator(".timer-stage__going")
    expect(timer.stage.locator(".timer-stage__figure .figure")).to_be_visible()
    expect(bar).to_be_visible()
    timer.press("main")
    of = """(bar) => bar.firstChild.getBoundingClientRect().width / bar.getBoundingClientRect().width"""
    assert bar.evaluate(of) == pytest.approx(0.6, abs=0.01)
    timer.press("main").press("skip").run(1)
    going = "(bar) => bar.firstChild.getAnimations().map((each) => [each.playState, each.effect.getTiming().duration])"
    assert bar.evaluate(going) == [["running", 30_000]]
    timer.page.evaluate(
        "window.changes = 0; new MutationObserver((all) => changes += all.length).observe("
        "document.querySelector('.timer-stage__going'), {subtree: true, attributes: true, childList: true})"
    )
    timer.run(20)
    assert timer.page.evaluate("changes") == 0, "it goes by itself"
    digits = "(it) => it.getBoundingClientRect().height"
    before = timer.stage.locator(".timer-stage__clock").evaluate(digits)
    timer.open("?work=40&rest=20&rounds=8").press("main").run(12)
    expect(bar).to_be_visible()
    expect(timer.stage.locator(".timer-stage__next")).to_contain_text("Rest, 20\u202fs")
    assert timer.stage.locator(".timer-stage__clock").evaluate(digits) > 1.3 * before, "the number has a figure's room"


@pytest.mark.parametrize("seconds", [110, 599])
def test_minutes_can_be_read_from_two_metres(timer, seconds):
    timer.open(f"?work={seconds}").press("main").press("skip").run(1)
    assert ":" in timer.part("clock")
    for width, height in timer.sizes(*SIZES):
        found = timer.page.evaluate(MEASURED)
        assert _arc_minutes(found["digits"]) >= DIGITS_MINUTES, (width, height)
        assert (found["scrolled"], found["cut"]) == ([0, 0, 0, 0], []), (width, height)


def test_an_hour_fits_every_screen(timer):
    timer.open("?work=3600").press("main").press("skip").run(1)
    for width, height in timer.sizes(*SIZES, *SMALL_SIZES):
        assert timer.page.evaluate(TOO_WIDE) == [], (width, height)


def test_nothing_is_wider_than_a_narrow_or_magnified_screen(named):
    """320 × 256 is a desk's screen at 400 %: there it may scroll, but only down."""

    def look(*sizes):
        for size in named.sizes(*sizes):
            assert named.page.evaluate(TOO_WIDE) == [], (named.shown, size)
            assert named.page.evaluate(SCROLLED_ACROSS) == 0, (named.shown, size)

    look(*SMALL_SIZES, *SIZES)
    for action in ("main", "skip", "add"):
        named.press(action)
        look(*SMALL_SIZES, *SIZES)
    for number in range(2, 1 + len(NAMES)):  # of each name, larger sizes are measured above
        named.jump(number)
        look(*SMALL_SIZES)
        named.press("skip")
        look(*SMALL_SIZES)
    for dialog in ("list", "settings"):
        named.press(dialog)
        for width, _ in named.sizes(*SMALL_SIZES):
            box = named.stage.locator(f"[data-dialog={dialog}]").evaluate(
                "it => [it.scrollWidth - it.clientWidth, it.offsetWidth]"
            )
            assert box[0] == 0 and box[1] <= width, (dialog, width)
        named.press("close")


def test_its_box_and_not_the_window_sets_the_sizes(named):
    named.press("main").jump(1 + NAMES.index(LONG)).run(1)
    named.page.set_viewport_size({"width": 1280, "height": 800})
    wide = named.page.evaluate(MEASURED)["digits"]
    named.stage.evaluate("it => { it.style.inlineSize = '420px'; it.style.blockSize = '600px'; }")
    found = named.page.evaluate(MEASURED)
    assert 133 <= found["digits"] < wide and found["name"] >= LEAST_NAME, found
    assert (found["cut"], found["scrolled"][:2]) == ([], [0, 0])
    box = named.stage.bounding_box()
    assert (round(box["width"]), round(box["height"])) == (420, 600)
