"""The end of a session: where it leaves the eye, the focus and the keys, and what it leaves of other sessions."""

import pytest

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


def _scrolled(timer):
    return timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTop")


@pytest.mark.parametrize("action", ["back", "skip", "add", "list"])
def test_focus_goes_to_the_main_button_when_its_own_is_gone(timer, action):
    timer.open(SHORT).press("main").run(SHORT_END - 2)
    timer.stage.locator(f"[data-action={action}]").first.focus()
    timer.run(2)
    assert (timer.mode, timer.focus, timer.main) == ("ended", "main", "Start again")


def test_end_begins_at_its_top_wherever_the_beginning_was_left(timer):
    timer.page.set_viewport_size({"width": 390, "height": 500})
    timer.open()
    timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTo(0, 400)")
    assert _scrolled(timer) > 100
    timer.press("main").skip_until("Step 7 of 7").run(120)
    assert (timer.mode, _scrolled(timer)) == ("ended", 0)
    assert timer.part("summary").startswith("1 of 7 exercises, ")


def test_list_that_is_open_goes_with_what_it_listed(timer):
    timer.open(SHORT).press("main").run(SHORT_END - 2).press("list").run(2)
    assert timer.mode == "ended"
    assert timer.stage.locator("dialog[open]").count() == 0
    assert timer.focus == "main"


def test_keys_do_not_begin_again_what_is_over(timer):
    timer.open(SHORT).press("main").run(SHORT_END)
    timer.page.evaluate("document.activeElement.blur()")
    for key in (" ", "ArrowLeft", "ArrowRight"):
        timer.page.keyboard.press(key)
        assert timer.mode == "ended", key


def test_step_done_again_is_not_followed_by_another(timer):
    timer.open("?routine=foot-and-hip-short").press("main").skip_until().run(1)
    timer.stage.locator("[data-action=again]").first.click()
    assert (timer.shown.name, timer.part("next_label"), timer.part("fetch")) == ("Toe lifts and spreads", "", "")
    timer.run(END)
    assert timer.mode == "ended"
    states = timer.stage.locator(".timer-stage__page [data-part=steps] > li").evaluate_all(
        "(rows) => rows.map((row) => row.dataset.state)"
    )
    assert states == ["done", "skipped", "skipped"], "what was skipped before still is"


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
    assert (timer.mode, timer.main, timer.part("mark")) == ("ended", "Go round again", "Mark as done today")
    assert timer.part("summary").startswith("1 of 3 exercises")
    timer.press("markDone").reload()
    assert timer.part("mark") == "Marked as done today"
    timer.stage.locator("[data-action=again]").first.click()
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
    assert (timer.mode, timer.main, timer.stored()) == ("ended", "Start again", None)


def test_routine_that_may_be_gone_through_again_offers_that(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until()
    assert timer.main == "Go round again"
    timer.run(1).press("main")
    assert (timer.shown.phase, timer.part("place")) == ("Get ready", "Step 1 of 3")
    timer.run(5).reload().press("main").skip_until()
    assert timer.part("summary").startswith("2 rounds, 0 of 3 exercises")


def test_end_says_how_long_it_took_from_first_start_to_end(timer):
    timer.open(ALONE).press("main").run(20).press("main").sleep(300)
    timer.reload().press("main").run(END - 20)
    assert timer.mode == "ended"
    assert timer.part("summary") == "Calf stretch, 6\u202fmin.", "a pause and a reload are a part of it"
    timer.reload()
    assert timer.part("summary") == "Calf stretch, 6\u202fmin."
    timer.run(3600).press("main").run(END)
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
    buttons = timer.stage.locator(".timer-stage__controls button:visible")
    assert buttons.all_inner_texts() == ["Mark as done today", "Start again"]
    home = timer.stage.locator(".timer-stage__controls").get_by_role("link", name="Home").bounding_box()
    assert buttons.first.bounding_box()["x"] < home["x"] < buttons.last.bounding_box()["x"], "then the way home"
    first, second = (each.bounding_box() for each in buttons.all())
    assert (first["y"], first["height"]) == (second["y"], second["height"]), "beside each other"
    grounds = [each.evaluate("(button) => getComputedStyle(button).backgroundColor") for each in buttons.all()]
    assert grounds[0] != grounds[1], "to mark the day is the first of them"


def test_end_of_nothing_done_says_so_and_starts_again_from_the_first(timer):
    timer.open("?routine=foot-and-hip-short").press("main").skip_until()
    assert (timer.part("title"), timer.part("summary"), timer.main) == ("Nothing done yet", "", "Start again")
    assert timer.stage.get_by_role("status").inner_text() == "Nothing done yet."
    assert not timer.stage.get_by_text("If an exercise hurts more tomorrow").is_visible()
    controls = timer.stage.locator(".timer-stage__controls > :visible")
    across = sorted(controls.all(), key=lambda each: each.bounding_box()["x"])
    assert [each.inner_text() for each in across] == ["Start again", "Home", "Mark as done today"]
    grounds = [each.evaluate("(button) => getComputedStyle(button).backgroundColor") for each in across]
    assert grounds[1] == grounds[2] != grounds[0], "to start again is the first of them"
    timer.run(1).press("main")
    assert (timer.shown.phase, timer.part("place")) == ("Get ready", "Step 1 of 3")
    timer.run(FIRST).skip_until()
    assert timer.part("summary").startswith("1 of 3 exercises"), "and it is the first round still"


@pytest.mark.parametrize("width", [390, 1280])
def test_end_shows_what_was_done_before_what_was_skipped(timer, width):
    timer.page.set_viewport_size({"width": width, "height": 844})
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until()
    assert timer.part("title") == "Done"
    assert timer.stage.get_by_text("If an exercise hurts more tomorrow").is_visible()
    words = timer.stage.locator(".timer-stage__page [data-part=state_word]")
    assert words.all_inner_texts() == ["Done", "Skipped", "Skipped"]
    weights = words.evaluate_all("(all) => all.map((each) => Number(getComputedStyle(each).fontWeight))")
    assert weights == [700, 400, 400]
    boxes = [each.bounding_box() for each in timer.stage.locator("[data-action=again]").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44
    columns = {round(box["x"]) for box in boxes}
    assert len(columns) == (2 if width == 1280 else 1), "a wide screen is used whole"
