"""The end of a session: where it leaves the eye, the focus and the keys, and what it leaves of other sessions."""

import pytest
from playwright.sync_api import expect

from page_checks import TOO_WIDE
from timer_driver import Timer

ALONE = "?exercise=calf-stretch"
END = 10 + 30 + 5 + 30 + 0.1  # seconds: prepare, right, change sides, left
FIRST = END  # the first of several, as long
SHORT = "?work=4"
SHORT_END = 10 + 4 + 0.1


@pytest.fixture
def timer(new_page):
    """The timer's page, its clock standing still."""
    return Timer.with_clock(new_page())


def _listed(timer):
    """The names of what was left out."""
    return timer.stage.locator(".timer-end__left [data-part=name]").all_inner_texts()


def _primary(timer):
    """The ways on that stand out."""
    return timer.stage.locator(".timer-end__ways > *").evaluate_all(
        """(ways) => ways.filter((way) => getComputedStyle(way).backgroundColor !== "rgba(0, 0, 0, 0)")
            .map((way) => way.textContent)"""
    )


def _scrolled(timer):
    return timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTop")


@pytest.mark.parametrize("action", ["back", "skip", "add", "list"])
def test_focus_goes_to_the_first_way_on_when_its_own_is_gone(timer, action):
    timer.open(SHORT).press("main").run(SHORT_END - 2)
    timer.stage.locator(f"[data-action={action}]").first.focus()
    timer.run(2)
    assert (timer.mode, timer.focus, timer.ways[0]) == ("ended", "markDone", "Mark as done today")


def test_end_begins_at_its_top_wherever_the_beginning_was_left(timer):
    timer.page.set_viewport_size({"width": 390, "height": 500})
    timer.open()
    timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTo(0, 400)")
    assert _scrolled(timer) > 100
    timer.press("main").skip_until("Step 7 of 7").run(120)
    assert (timer.mode, _scrolled(timer)) == ("ended", 0)
    assert timer.part("title") == "1 of 7 done"


def test_list_that_is_open_goes_with_what_it_listed(timer):
    timer.open(SHORT).press("main").run(SHORT_END - 2).press("list").run(2)
    assert timer.mode == "ended"
    assert timer.stage.locator("dialog[open]").count() == 0
    assert timer.focus == "markDone"


def test_keys_do_not_begin_again_what_is_over(timer):
    timer.open(SHORT).press("main").run(SHORT_END)
    timer.page.evaluate("document.activeElement.blur()")
    for key in (" ", "ArrowLeft", "ArrowRight"):
        timer.page.keyboard.press(key)
        assert timer.mode == "ended", key


def test_step_done_again_is_not_followed_by_another(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until().run(1)
    timer.stage.get_by_text("Do one again").click()
    timer.stage.get_by_role("button", name="Toe lifts and spreads").click()
    assert (timer.shown.name, timer.part("next_label"), timer.part("fetch")) == ("Toe lifts and spreads", "", "")
    timer.run(END)
    assert (timer.mode, timer.part("title")) == ("ended", "1 of 3 done")
    assert _listed(timer) == ["Standing foot stretch", "Pelvic list"], "what was skipped before still is"


def test_what_was_left_out_is_done_by_itself_and_then_all_is_done(timer):
    timer.open().press("main").run(FIRST).skip_until("Step 3 of 7").run(15 + 30 + 5 + 30).skip_until("Step 7 of 7")
    timer.skip_until()
    assert (timer.part("title"), timer.ways[0]) == ("2 of 7 done", "Do the 5 left")
    left = ["Ball roll", "Pelvic list", "Calf stretch", "Kneeling foot stretch", "Supine block hold"]
    assert _listed(timer) == left
    timer.press("again")
    assert timer.mode == "ended", "a second tap on what ended it is not meant for this"
    timer.run(1).press("again")
    assert (timer.shown.phase, timer.shown.name, timer.part("place")) == ("Get ready", "Ball roll", "Step 2 of 7")
    assert timer.press("skip").part("next") == "Pelvic list", "what was done is not gone through"
    timer.run(20).reload().press("main")
    seen = []
    while timer.mode == "running":
        if timer.shown.name not in seen:
            seen.append(timer.shown.name)
        timer.run(5)
    assert (seen, timer.part("title")) == (left, "Done")
    assert timer.part("summary").startswith("7 exercises, ")


def test_page_of_a_session_that_is_over_leaves_anothers_alone(timer):
    timer.open(ALONE).press("main").run(END)
    other = Timer.with_clock(timer.page.context.new_page())
    other.open().press("main").run(20).press("main")
    assert other.main == "Resume"
    timer.page.goto("about:blank")
    third = Timer.with_clock(timer.page.context.new_page()).open()
    assert (third.mode, third.main, third.shown.clock) == ("running", "Resume", "20")


def test_same_routine_under_another_address_is_the_same_session(timer):
    timer.open("?routine=foot-and-hip&level=goal").press("main").run(20).press("main")
    timer.open("?routine=foot-and-hip")
    assert (timer.mode, timer.main, timer.shown.clock) == ("running", "Resume", "50"), "at its own dose"


def test_reload_at_the_end_finds_the_end_again(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until().reload()
    ways = ["Do the 2 left", "Mark as done today", "Home", "Go round again"]
    assert (timer.mode, timer.part("title"), timer.ways) == ("ended", "1 of 3 done", ways)
    timer.run(1).press("markDone").reload()
    assert timer.ways == [ways[0], "Marked as done today", *ways[2:]]
    timer.stage.get_by_text("Do one again").click()
    timer.run(1).stage.get_by_role("button", name="Toe lifts and spreads").click()
    assert (timer.shown.phase, timer.shown.name) == ("Get ready", "Toe lifts and spreads")
    timer.run(5).reload()
    assert (timer.mode, timer.main) == ("running", "Resume"), "what runs now counts before what has ended"


def test_end_is_found_by_a_reload_only(timer):
    timer.open(ALONE).press("main").run(END)
    assert timer.mode == "ended"
    assert timer.open(ALONE).mode == "ended", "the same address again is a reload"
    timer.page.goto("timer/")
    assert not timer.stage.is_visible(), "and no session is offered"
    assert timer.open(ALONE).mode == "ready"


def test_run_that_ends_with_nobody_there_begins_again_by_its_button(timer):
    timer.open(ALONE).press("main").run(20.5).reload()
    timer.run(END)
    assert (timer.mode, timer.ways[-1], timer.stored()) == ("ended", "Start again", None)
    assert timer.run(1).press("restart").shown.phase == "Get ready"


def test_routine_that_may_be_gone_through_again_offers_that(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until()
    timer.run(1).press("goRound")
    assert (timer.shown.phase, timer.part("place")) == ("Get ready", "Step 1 of 3")
    timer.run(5).reload().press("main").skip_until()
    assert (timer.part("title"), timer.ways[0]) == ("0 of 3 done", "Do all 3")
    assert timer.part("summary").startswith("2 rounds took ")


def test_end_says_how_long_it_took_from_first_start_to_end(timer):
    timer.open(ALONE).press("main").run(20).press("main").sleep(300)
    timer.reload().press("main").run(END - 20)
    assert timer.mode == "ended"
    assert timer.part("summary") == "Calf stretch, 6\u202fmin.", "a pause and a reload are a part of it"
    timer.reload()
    assert timer.part("summary") == "Calf stretch, 6\u202fmin."
    timer.run(3600).press("restart").run(END)
    assert timer.part("summary") == "Calf stretch, 1\u202fmin 15\u202fs.", "that was another session"


def test_end_does_not_guess_how_long_a_session_of_an_earlier_version_took(timer):
    timer.open(ALONE).press("main").run(20).press("main")
    kept = timer.stored()
    del kept["state"]["begun_at"]
    timer.page.goto("about:blank")
    timer.page.goto("timer/")
    timer.store(kept)
    timer.open(ALONE).press("main").run(END)
    assert (timer.mode, timer.part("summary")) == ("ended", "Calf stretch.")


def test_end_says_done_and_offers_to_mark_the_day_first(timer):
    timer.open(ALONE).press("main").run(END)
    assert timer.part("title") == "Done"
    assert timer.ways == ["Mark as done today", "Home", "Start again"]
    assert _primary(timer) == ["Mark as done today"]
    timer.run(1).press("markDone")
    assert timer.ways == ["Marked as done today", "Home", "Start again"]
    assert (_primary(timer), timer.focus) == (["Home"], "markDone")


def test_end_of_nothing_done_says_so_and_starts_again_from_the_first(timer):
    timer.open("?routine=foot-and-hip-short").press("main").skip_until()
    assert (timer.part("title"), timer.part("summary")) == ("Nothing done yet", "")
    assert timer.stage.get_by_role("status").inner_text() == "Nothing done yet."
    assert not timer.stage.get_by_text("If an exercise hurts more tomorrow").is_visible()
    assert timer.ways == ["Start again", "Home", "Mark as done today"]
    assert _primary(timer) == ["Start again"]
    timer.run(1).press("restart")
    assert (timer.shown.phase, timer.part("place")) == ("Get ready", "Step 1 of 3")
    timer.run(FIRST).skip_until()
    assert timer.part("title") == "1 of 3 done"
    assert not timer.part("summary").startswith("2 rounds")


def test_end_after_one_side_says_that_it_was_begun(timer):
    timer.open(ALONE).press("main").run(10 + 30 + 1)
    while timer.mode == "running":
        timer.press("skip")
    assert timer.part("title") == "Begun, not finished"
    assert timer.part("summary") == "It took 41\u202fs."
    for size in timer.sizes((390, 844), (844, 390), (1280, 800)):
        assert timer.stage.get_by_role("heading", name="Left out").is_visible(), size
        assert timer.stage.locator(".timer-end__left [data-part=state_word]").inner_text() == "Begun", size
    assert timer.ways == ["Start again", "Mark as done today", "Home"]
    timer.reload()
    assert timer.part("title") == "Begun, not finished"


def test_figure_of_what_was_done_is_as_large_after_the_day_is_marked_and_in_front_of_no_button(timer):
    timer.open().press("main").run(FIRST).skip_until().run(1)
    figure = timer.stage.locator(".timer-end__done .step-thumb")
    expect(figure.locator("svg")).to_be_visible()
    sizes, before = ((390, 844), (844, 390), (1280, 800)), {}
    for size in timer.sizes(*sizes):
        before[size] = figure.bounding_box()
        first = timer.stage.locator(".timer-end__first").bounding_box()
        assert (before[size]["width"], before[size]["height"]) == (80, 80), size
        assert before[size]["y"] + 80 <= first["y"], size
    timer.press("markDone")
    assert timer.ways[1] == "Marked as done today"
    assert {size: figure.bounding_box() for size in timer.sizes(*sizes)} == before


def test_end_shows_what_was_done_as_figures_and_lists_what_was_left_out(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until().run(1)
    assert timer.part("title") == "1 of 3 done"
    assert timer.stage.get_by_text("If an exercise hurts more tomorrow").is_visible()
    tiles = timer.stage.locator(".timer-end__done > li")
    assert tiles.all_inner_texts() == ["Toe lifts and spreads"]
    expect(tiles.locator("svg")).to_be_visible()
    assert _listed(timer) == ["Standing foot stretch", "Pelvic list"]
    sizes = ((320, 844), (390, 844), (844, 390), (1280, 844))
    for width, _ in timer.sizes(*sizes):
        left = timer.stage.get_by_role("heading", name="Left out").bounding_box()
        assert (left["x"] > width / 2) == (width >= 760), "a wide screen is used whole"
    timer.stage.get_by_text("Do one again").click()
    rows = timer.stage.locator("[data-action=again]:visible")
    assert [each.removeprefix("1\n").split("\n")[0] for each in rows.all_inner_texts()] == [
        "Toe lifts and spreads",
        "Do the 2 left",
    ]
    for size in timer.sizes(*sizes):
        assert timer.page.evaluate(TOO_WIDE) == [], size
        boxes = [each.bounding_box() for each in timer.stage.locator(".timer-end__ways > *").all()]
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44, size


@pytest.mark.parametrize("done", [0, FIRST, 1000])
def test_end_is_reached_by_the_keyboard_in_the_order_in_which_it_is_seen(timer, done):
    timer.open("?routine=foot-and-hip-short").press("main").run(done).skip_until().run(1)
    timer.stage.locator("[data-part=routine_url], .timer-stage__ways a").first.focus()
    reached = []
    for _ in timer.ways:
        timer.page.keyboard.press("Tab")
        reached.append(timer.page.evaluate("document.activeElement.textContent"))
    assert reached == timer.ways
    places = [
        (box["y"], box["x"]) for box in (timer.stage.get_by_text(each, exact=True).bounding_box() for each in reached)
    ]
    assert places == sorted(places)


def test_end_that_does_not_come_leaves_a_way_to_start_again(timer):
    timer.page.route("**/timer-end.*", lambda route: route.abort())
    timer.open(ALONE).press("main").run(END)
    assert (timer.mode, timer.part("title"), timer.main) == ("ended", "Calf stretch", "Start again")
    assert timer.run(1).press("main").shown.phase == "Get ready"
