"""What can be done with a running timer, by its buttons, its list and its settings."""

from playwright.sync_api import expect

from limber.wording import STOP_SIGNS


def test_pause_stops_time_and_resume_takes_it_up(begun):
    begun.run(25.5).press("main").run(300)
    assert (begun.shown, begun.main) == (("Paused", "Toe lifts and spreads", "Right foot", "15"), "Resume")
    begun.press("main").run(5)
    assert (begun.shown.clock, begun.main) == ("10", "Pause")
    assert begun.part("away") == ""


def test_back_skip_and_fifteen_seconds_more(begun):
    begun.run(2).press("skip")
    assert begun.shown[:3] == ("Work", "Toe lifts and spreads", "Right foot")
    begun.run(10.5).press("add")
    assert begun.shown.clock == "35", "30 s, less 10.5, and 15 more"
    begun.press("back")
    assert begun.shown.clock == "30", "to the beginning of this one"
    begun.run(1).press("back")
    assert begun.shown == ("Get ready", "Toe lifts and spreads", "Right foot", "10")
    begun.run(10.05)
    assert begun.shown == ("Work", "Toe lifts and spreads", "Right foot", "30")


def test_each_control_has_room_for_its_word_in_any_language_at_320_px(begun):
    (_,) = begun.sizes((320, 640))
    cut = begun.stage.locator(".timer-stage__controls:visible").evaluate(
        """(controls) => {
            const shown = [...controls.querySelectorAll("button")].filter((each) => each.checkVisibility());
            const english = shown.map((each) => [...each.childNodes]);
            for (const [at, word] of ["Zurück", "Anhalten", "Passer", "+15 s"].entries()) shown[at].textContent = word;
            const cut = shown.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent);
            for (const [at, nodes] of english.entries()) shown[at].replaceChildren(...nodes);
            return cut;
        }"""
    )
    assert cut == []


def test_jump_to_a_step_of_the_list_marks_what_was_passed_and_the_beginning_is_one_tap_away(begun):
    begun.run(80.1)
    assert begun.part("place") == "Step 2 of 7"
    begun.jump(5)
    assert (begun.part("place"), begun.shown[:3]) == ("Step 5 of 7", ("Next", "Calf stretch", "Right foot"))
    begun.press("list")
    states = begun.stage.locator("dialog[open] [data-part=state_word]").all_inner_texts()
    assert states == ["Done", "Skipped", "Skipped", "Skipped", "Now", "", ""]
    begun.press("close")
    assert begun.run(15.05).shown[:3] == ("Work", "Calf stretch", "Right foot")
    begun.press("list").press("restart")
    assert begun.shown == ("Get ready", "Toe lifts and spreads", "Right foot", "10")
    assert begun.run(10.05).shown.phase == "Work"


def test_address_may_begin_at_an_exercise(timer):
    timer.open("?routine=foot-and-hip&from=calf-stretch").press("main")
    assert timer.shown == ("Get ready", "Calf stretch", "Right foot", "10")
    assert timer.part("place") == "Step 5 of 7"
    timer.press("list").press("restart")
    assert timer.part("place") == "Step 1 of 7"


def test_exercise_alone_is_a_session(timer):
    timer.open("?exercise=calf-stretch&level=goal").press("main").run(10.05)
    assert timer.shown == ("Work", "Calf stretch", "Right foot", "60")
    assert timer.run(60).shown.phase == "Change sides"
    assert timer.run(65).mode == "ended"


def test_repetitions_at_ones_own_pace_wait_for_done(timer):
    timer.open("?exercise=pelvic-list").set("paced", False).press("main").run(10.05)
    assert (timer.main, timer.shown[:3]) == ("Done", ("Your pace", "Pelvic list", "Right side"))
    timer.run(100)
    assert timer.main == "Done"
    timer.reload()
    assert timer.shown[:3] == ("Your pace", "Pelvic list", "Right side")
    timer.press("main").press("main")
    assert (timer.main, timer.shown) == ("Pause", ("Change sides", "Pelvic list", "Left side", "5"))
    timer.run(5.05).press("main")
    assert timer.mode == "ended"


def test_level_and_other_settings_may_change_under_way_and_the_place_stays(timer):
    timer.open().press("main").run(30.05).set("level", "goal")
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "40")
    timer.run(20).set("level", "start")
    assert timer.shown[3] == "3", "40 of 30 s are done: it is heard to end"
    assert timer.run(3.05).shown[:3] == ("Change sides", "Toe lifts and spreads", "Left foot")
    timer.run(35)
    assert timer.shown == ("Next", "Ball roll", "Right foot", "15")
    timer.run(4).set("transition_seconds", 0)
    assert timer.shown == ("Work", "Ball roll", "Right foot", "30"), "there is no way to it any more"
    timer.set("transition_seconds", "")
    assert timer.shown == ("Work", "Ball roll", "Right foot", "30")


def test_settings_are_kept_but_not_the_level_of_a_link(timer):
    timer.open("?routine=foot-and-hip&level=goal").set("prepare_seconds", 3).set("voice", True)
    timer.open("?routine=foot-and-hip")
    assert timer.stage.locator("[data-mode~=ready] [value=start]").is_checked()
    timer.press("main")
    assert timer.shown.clock == "3"
    assert timer.run(3.05).shown.clock == "30"


def test_alternative_dose_can_be_chosen(timer):
    timer.open("?exercise=pelvic-list&level=goal")
    timer.stage.get_by_role("checkbox", name="Pelvic list").check()
    timer.press("main").run(10.05)
    assert timer.shown == ("Work", "Pelvic list", "Right side", "60")


def test_free_timer_is_set_by_a_form_and_kept_in_the_address(timer):
    timer.page.goto("timer/")
    for name, value in (("work", "7"), ("rest", "3"), ("rounds", "2")):
        timer.page.locator(f"[name={name}]").fill(value)
    timer.page.get_by_role("button", name="Set the timer").click()
    timer.page.wait_for_url("**/timer/?work=7&rest=3&rounds=2")
    assert timer.wait().part("stop") == STOP_SIGNS
    assert timer.part("summary") == "2 × 7\u202fs\n3\u202fs rest between"
    timer.press("main")
    for passed, phase, clock, ahead in (
        (10.05, "Work", "7", "Rest, 3\u202fs"),
        (7, "Rest", "3", "Work, 7\u202fs"),
        (3, "Work", "7", ""),
    ):
        shown = timer.run(passed).shown
        assert (shown.phase, shown.clock, timer.part("next")) == (phase, clock, ahead)
    expect(timer.stage.locator("h2[data-part=name]")).to_be_hidden()  # its number has the room
    for width, height in timer.sizes((390, 844), (844, 390), (1280, 800)):
        digits = timer.stage.locator("[data-part=clock]").evaluate(
            "(clock) => parseFloat(getComputedStyle(clock).fontSize)"
        )
        assert digits >= min(0.6 * height, 0.75 * width), (width, height)
    timer.reload()
    assert (timer.shown.phase, timer.shown.clock) == ("Work", "7")
    assert timer.press("main").run(7).mode == "ended"
