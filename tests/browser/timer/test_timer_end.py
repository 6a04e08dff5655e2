"""The end of a session: where it leaves the eye, the focus and the keys, and what it leaves of other sessions."""

from playwright.sync_api import expect

from page_checks import TOO_WIDE
from timer_driver import BEGIN, Timer

ALONE = "?exercise=calf-stretch"
END = 10 + 30 + 5 + 30 + 0.1  # seconds: prepare, right, change sides, left
FIRST = END  # the first of several, as long
SHORT = "?work=4"
SHORT_END = 10 + 4 + 0.1


def _listed(timer):
    """The names of what was left out."""
    return timer.stage.locator(".timer-end__left .step-thumb + span").all_inner_texts()


def _primary(timer):
    """The ways on that stand out."""
    return timer.stage.locator(".timer-end__ways > *").evaluate_all(
        """(ways) => ways.filter((way) => getComputedStyle(way).backgroundColor !== "rgba(0, 0, 0, 0)")
            .map((way) => way.textContent)"""
    )


def _scrolled(timer):
    return timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTop")


def _from_the_top(timer, figure):
    timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTo(0, 0)")
    return figure.bounding_box()


def _are_reached_in_order(timer):
    """The keyboard reaches the ways on in the order in which they are seen."""
    timer.stage.locator("[data-action=fullScreen]").focus()
    reached = []
    for _ in timer.ways:
        timer.page.keyboard.press("Tab")
        reached.append(timer.page.evaluate("document.activeElement.textContent"))
    assert reached == timer.ways
    boxes = [timer.stage.get_by_text(each, exact=True).bounding_box() for each in reached]
    places = [(box["y"], box["x"]) for box in boxes]
    assert places == sorted(places)


def test_focus_goes_to_the_first_way_on_when_its_own_is_gone_and_keys_do_not_begin_again_what_is_over(timer):
    timer.open(SHORT).press("main")
    for action in ("back", "skip", "add", "list"):
        timer.run(SHORT_END - 2)
        timer.stage.locator(f"[data-action={action}]").first.focus()
        timer.run(2)
        assert (timer.mode, timer.focus, timer.ways[0]) == ("ended", "markDone", "Mark as done today"), action
        timer.run(1).press("restart")
    timer.run(SHORT_END - 2).press("list").run(2)
    assert (timer.mode, timer.focus) == ("ended", "markDone"), "a list that is open goes with what it listed"
    assert timer.stage.locator("dialog[open]").count() == 0
    assert timer.stage.locator(".timer-end__figures").is_hidden(), "what has no picture is named by the summary alone"
    timer.page.evaluate("document.activeElement.blur()")
    for key in (" ", "ArrowLeft", "ArrowRight"):
        timer.page.keyboard.press(key)
        assert timer.mode == "ended", key


def test_end_begins_at_its_top_wherever_the_beginning_was_left(timer):
    timer.page.set_viewport_size({"width": 390, "height": 500})
    timer.open()
    timer.stage.locator(".timer-stage__page").evaluate("(page) => page.scrollTo(0, 400)")
    assert _scrolled(timer) > 100
    timer.press("main").skip_until("Step 7 of 7").run(120)
    assert (timer.mode, _scrolled(timer)) == ("ended", 0)
    assert timer.part("title") == "1 of 7 done"


def test_what_was_left_out_is_done_by_itself_and_then_all_is_done(timer):
    timer.open("?routine=foot-and-hip-short").press("main").skip_until("Step 2 of 3").run(15 + 30 + 5 + 30)
    timer.skip_until()
    left = ["Toe lifts and spreads", "Pelvic list"]
    assert (timer.part("title"), timer.ways[0], _listed(timer)) == ("1 of 3 done", "Do the 2 left", left)
    timer.press("again")
    assert timer.mode == "ended", "a second tap on what ended it is not meant for this"
    timer.run(1).press("again")
    assert (timer.shown.phase, timer.shown.name, timer.part("place")) == ("Get ready", left[0], "Step 1 of 3")
    assert timer.press("skip").part("next") == left[1], "what was done is not gone through"
    timer.run(20).reload().press("main")
    seen = []
    while timer.mode == "running":
        if timer.shown.name not in seen:
            seen.append(timer.shown.name)
        timer.run(10)
    assert (seen, timer.part("title")) == (left, "Done")
    assert timer.part("summary").startswith("3 exercises, ")


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


def test_reload_at_the_end_finds_the_end_again_and_within_a_step_that_is_done_again_that_step(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(FIRST).skip_until().reload()
    ways = ["Do the 2 left", "Mark as done today", "Home", "Go round again"]
    assert (timer.mode, timer.part("title"), timer.ways) == ("ended", "1 of 3 done", ways)
    timer.run(1).press("markDone").reload()
    assert timer.ways == [ways[0], "Marked as done today", *ways[2:]]
    timer.stage.get_by_text("Do one again").click()
    timer.run(1).stage.get_by_role("button", name="Toe lifts and spreads").click()
    shown = (timer.shown.phase, timer.shown.name, timer.part("next_label"), timer.part("fetch"))
    assert shown == ("Get ready", "Toe lifts and spreads", "", ""), "no step follows one that is done again"
    timer.run(5).reload()
    assert (timer.mode, timer.main) == ("running", "Resume"), "what runs now counts before what has ended"
    timer.press("main").run(END - 5)
    assert (timer.mode, timer.part("title")) == ("ended", "1 of 3 done")
    assert _listed(timer) == ["Standing foot stretch", "Pelvic list"], "what was skipped before still is"


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
    timer.run(1).press("restart").run(20.5).reload()
    timer.run(END)
    assert (timer.mode, timer.ways[-1], timer.stored()) == ("ended", "Start again", None), "with nobody there"
    assert timer.run(1).press("restart").shown.phase == "Get ready"


def test_end_does_not_guess_how_long_a_session_of_an_earlier_version_took(timer):
    timer.open(ALONE).press("main").run(20).press("main")
    kept = timer.stored()
    del kept["state"]["begun_at"]
    timer.page.goto("about:blank")
    timer.page.goto("timer/")
    timer.store(kept)
    timer.open(ALONE).press("main").run(END)
    assert (timer.mode, timer.part("summary")) == ("ended", "Calf stretch.")


def test_end_says_done_offers_to_mark_the_day_first_and_is_found_by_a_reload_only(timer):
    timer.open(ALONE).press("main").run(END)
    assert timer.part("title") == "Done"
    assert timer.ways == ["Mark as done today", "Home", "Start again"]
    assert _primary(timer) == ["Mark as done today"]
    timer.run(1).press("markDone")
    assert timer.ways == ["Marked as done today", "Home", "Start again"]
    assert (_primary(timer), timer.focus) == (["Home"], "markDone")
    assert timer.open(ALONE).mode == "ended", "the same address again is a reload"
    timer.page.goto("timer/")
    assert not timer.stage.is_visible(), "and no session is offered"
    assert timer.open(ALONE).mode == "ready"


def test_end_of_nothing_done_says_so_and_starts_again_from_the_first(timer):
    timer.open("?routine=foot-and-hip-short").press("main").skip_until()
    assert (timer.part("title"), timer.part("summary")) == ("0 of 3 done", "Foot and hip, short version")
    assert timer.stage.get_by_role("status").inner_text() == "0 of 3 done. Foot and hip, short version"
    assert not timer.stage.get_by_text("If an exercise hurts more tomorrow").is_visible()
    assert timer.ways == ["Do all 3", "Home"], "a day without any is not marked"
    assert _primary(timer) == ["Do all 3"]
    assert timer.stage.get_by_text("Skipped", exact=True).is_visible()
    assert (timer.stage.locator(".timer-end__done > li:visible").count(), _listed(timer)) == (3, []), (
        "figures, no reproach"
    )
    assert not timer.stage.get_by_text("Do one again").is_visible()
    _are_reached_in_order(timer)
    timer.run(1).press("again")
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
        assert timer.stage.locator(".timer-end__left").inner_text().splitlines()[1:] == ["Begun"], size
    assert timer.ways == ["Start again", "Home", "Mark as done today"]
    timer.reload()
    assert timer.part("title") == "Begun, not finished"


def test_session_that_is_paused_can_be_ended_there(timer):
    end = timer.open("?routine=foot-and-hip-short").stage.get_by_role("button", name="End session")
    timer.press("main").run(FIRST + 25)
    assert not end.is_visible()
    timer.press("main")
    for width, height in timer.sizes((320, 568), (390, 844), (844, 390), (1280, 800)):
        box, below = end.bounding_box(), timer.stage.locator("[data-action=main]").bounding_box()
        figure = timer.stage.locator(".timer-stage__figure .figure__poses").bounding_box()
        assert width not in (390, 1280) or figure["y"] + figure["height"] + 8 <= box["y"], "clear of what is shown"
        assert box["height"] >= 44 and box["x"] + box["width"] < width and box["y"] + box["height"] < below["y"], height
    timer.press("end")
    assert (timer.mode, timer.part("title"), timer.ways[0]) == ("ended", "1 of 3 done", "Do the 2 left")
    assert timer.stored() is None
    assert timer.reload().part("title") == "1 of 3 done"


def test_end_shows_what_was_done_and_what_was_left_out_as_figures(timer, dataset):
    """A figure is as large after the day is marked, and in front of no button."""
    first, *others = [step.exercise.short_name for step in dataset.routines["foot-and-hip"].steps]
    timer.open().press("main").run(FIRST).skip_until().run(1)
    assert timer.part("title") == "1 of 7 done"
    assert timer.stage.get_by_text("If an exercise hurts more tomorrow").is_visible()
    tiles = timer.stage.locator(".timer-end__done > li")
    assert tiles.all_inner_texts() == [first]
    figure = tiles.locator(".step-thumb")
    expect(figure.locator("svg")).to_be_visible()
    assert _listed(timer) == others
    _are_reached_in_order(timer)
    sizes, before = ((320, 844), (390, 844), (844, 390), (1280, 800)), {}
    for size in timer.sizes(*sizes):
        before[size] = _from_the_top(timer, figure)
        first_way = timer.stage.locator(".timer-end__first").bounding_box()
        width, height = before[size]["width"], before[size]["height"]
        assert width > 72 and height > 72, size
        assert before[size]["x"] > first_way["x"] + first_way["width"] or before[size]["y"] + height <= first_way["y"]
        left = timer.stage.get_by_role("heading", name="Left out").bounding_box()
        assert (left["x"] > size[0] / 3) == (size[0] >= 640), "a wide screen is used whole"
    timer.press("markDone")
    assert timer.ways[1] == "Marked as done today"
    assert {size: _from_the_top(timer, figure) for size in timer.sizes(*sizes)} == before
    timer.stage.get_by_text("Do one again").click()
    rows = timer.stage.locator("[data-action=again]:visible")
    assert [each.removeprefix("1\n").split("\n")[0] for each in rows.all_inner_texts()] == ["Do the 6 left", first]
    for size in timer.sizes(*sizes):
        assert timer.page.evaluate(TOO_WIDE) == [], size
        boxes = [each.bounding_box() for each in timer.stage.locator(".timer-end__ways > *").all()]
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44, size


def test_what_was_done_stands_in_a_plain_grid_that_leaves_none_alone_in_a_row(timer):
    tiles = timer.stage.locator(".timer-end__done > li")
    for routine, all_ in (("foot-and-hip", [4, 3]), ("foot-and-hip-short", [3])):
        timer.open(f"?routine={routine}").press("main").run(1000)
        for size in timer.sizes((390, 844), (1280, 800), (320, 640), (844, 390)):
            boxes = [tile.bounding_box() for tile in tiles.all()]
            rows = [[box["x"] for box in boxes if box["y"] == top] for top in sorted({box["y"] for box in boxes})]
            assert [len(row) for row in rows] == ([3, 3, 1] if size[0] == 320 and len(all_) > 1 else all_), size
            assert [row == rows[0][: len(row)] for row in rows] == [True] * len(rows), "each row from the same edge"
            if size == (1280, 800):
                title = timer.stage.locator("[data-part=title]").bounding_box()
                assert title["y"] < 100


def test_end_that_does_not_come_leaves_a_way_to_start_again(timer):
    timer.page.route("**/timer-end.*", lambda route: route.abort())
    timer.open(ALONE).press("main").run(END)
    assert (timer.mode, timer.part("title"), timer.main) == ("ended", "Calf stretch", "Start again")
    assert timer.run(1).press("main").shown.phase == "Get ready"


def test_end_offers_a_step_again_and_to_mark_the_day(timer):
    timer.open("?routine=foot-and-hip-short").press("main").run(1000)
    assert timer.mode == "ended"
    _are_reached_in_order(timer.run(1))
    timer.stage.get_by_text("Do one again").click()
    timer.run(1).stage.get_by_role("button", name="Standing foot stretch").click()
    assert timer.shown == ("Get ready", "Standing foot stretch", "Right foot", "10")
    timer.reload()
    assert timer.shown == ("Get ready", "Standing foot stretch", "Right foot", "10")
    timer.press("main").run(10 + 30 + 5 + 30 + 0.05)
    assert timer.mode == "ended", "nothing follows a step that is done again"
    assert timer.part("summary").startswith("3 exercises")
    timer.run(1).press("markDone").open("?routine=foot-and-hip-short&level=goal")
    assert timer.part("last_done") == "Done today"
    timer.page.clock.set_system_time(BEGIN + 3 * 86400)
    assert timer.reload().part("last_done").startswith("Last done: ")
    timer.open("?routine=foot-and-hip")
    assert timer.part("last_done") == ""
