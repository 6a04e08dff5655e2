"""Whole sessions in a browser under a clock that the test moves, and what survives a reload, a crash and an absence."""

from contextlib import suppress
from itertools import pairwise

import pytest
from playwright.sync_api import Error

from limber import duration
from timer_driver import BEGIN, Timer

PREPARE = 10
PHASES = {"prepare": "Get ready", "transition": "Next", "switch": "Change sides", "work": "Work"}


def _session(routine, level):
    """Second, phase, name, side and length of each interval, and whether reps are counted: each dose is one set."""
    second = 0
    for step in routine.steps:
        dose = step.start if level == "start" else step.goal
        exercise = step.exercise
        sides = ("right", "left") if exercise.laterality == "unilateral" else ("",)
        work = duration.dose_seconds(dose).min
        lead = ("prepare", PREPARE) if step.number == 1 else ("transition", routine.transition_seconds)
        for number, side in enumerate(sides):
            words = f"{side} {exercise.limb}".capitalize() if side else ""
            phase, seconds = ("switch", routine.switch_seconds) if number else lead
            for what, length in ((phase, seconds), ("work", work)):
                yield second, PHASES[what], exercise.short_name, words, length, what == "work" and dose.reps is not None
                second += length
    yield second, "", "", "", 0, False


def _at(session, level, dataset):
    """The interval of a second, with what is left of it."""
    return next(
        (phase, name, side, length - (session - second))
        for second, phase, name, side, length, _ in reversed(list(_session(dataset.routines["foot-and-hip"], level)))
        if second <= session
    )


def test_every_transition_comes_at_the_computed_second(timer, dataset):
    """Of one routine at one level; tests/vectors/ has the seconds of others."""
    id_, level = "foot-and-hip", "start"
    routine = dataset.routines[id_]
    timer.open(f"?routine={id_}&level={level}").press("main")
    intervals = list(_session(routine, level))
    total = duration.routine_length(routine, level).total.min
    assert intervals[-1][0] == PREPARE + total, "the timer takes as long as the page says"
    passed = 0.0
    for (second, phase, name, side, length, are_reps), following in pairwise(intervals):
        timer.run(second + 0.05 - passed)
        clock = "1" if are_reps else str(length) if length < 100 else f"{length // 60}:{length % 60:02}"
        assert timer.shown == (phase, name, side, clock), f"at second {second}"
        passed = following[0] - 0.05
        timer.run(passed - second - 0.05)
        last = timer.part("of").removeprefix("of ") if are_reps else "1"
        assert timer.shown == (phase, name, side, last), f"just before second {following[0]}"
        assert timer.main == "Pause"
    timer.run(0.1)
    assert timer.mode == "ended"
    assert timer.part("summary").startswith(f"{len(routine.steps)} exercises, ")
    assert timer.stored() is None


def test_long_stretch_in_one_go_ends_where_many_short_ones_do(begun, dataset):
    begun.run(133.5)
    phase, name, side, left = _at(133, "start", dataset)
    assert begun.shown == (phase, name, side, str(left))


def test_reload_in_step_5_goes_on_in_step_5(timer):
    timer.open().press("main").skip_until("Step 5 of 7").run(20.5)
    before = timer.shown
    assert before.phase == "Work"
    timer.reload()
    assert timer.shown == before
    assert timer.part("place") == "Step 5 of 7"
    assert timer.main == "Resume"
    assert "The timer goes on. Press Resume to hear it." in timer.notes
    timer.press("main")
    assert (timer.main, timer.shown) == ("Pause", before), "Resume pauses nothing"
    assert timer.run(2).shown.clock == str(int(before.clock) - 2)


def test_resume_after_a_reload_takes_time_on_the_way_into_account(timer):
    timer.open().press("main").run(20.5)
    timer.page.goto("about:blank")
    timer.run(40)
    timer.open()
    assert timer.shown[:3] == ("Work", "Toe lifts and spreads", "Left foot")
    assert timer.part("away") == "You were away 40\u202fs. The timer went on."
    timer.press("resume")
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "20")
    assert (timer.main, timer.part("away")) == ("Pause", "")


def test_long_absence_is_a_pause_where_it_began(timer):
    timer.open().press("main").run(20.5)
    timer.page.goto("about:blank")
    timer.run(25 * 60)
    timer.open()
    assert "Paused where you left off: you were away 25\u202fmin." in timer.notes
    assert timer.shown == ("Paused", "Toe lifts and spreads", "Right foot", "20")
    assert (timer.main, timer.part("away")) == ("Resume", "")
    timer.run(60)
    assert timer.shown.clock == "20"
    timer.press("main").run(5)
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "15")
    assert timer.notes == []


def test_reload_while_paused_stays_paused(timer):
    timer.open().press("main").run(20.5).press("main")
    paused = timer.shown
    timer.reload()
    assert (timer.shown, timer.main) == (paused, "Resume")
    assert "Paused where you left off." in timer.notes


def test_crash_loses_nothing(new_page):
    timer = Timer.with_clock(new_page()).open().press("main").run(62.5)
    before = timer.shown
    with timer.page.expect_event("crash"), suppress(Error):
        timer.page.goto("chrome://crash")
    again = timer.page.context.new_page()
    timer.page.close()
    timer = Timer(again).open()
    assert (timer.shown, timer.main) == (before, "Resume")
    timer.press("main")
    assert timer.run(2).shown.clock == str(int(before.clock) - 2)


@pytest.mark.parametrize(("minutes", "running"), [(9, True), (11, False)])
def test_hidden_and_frozen_for_minutes(timer, minutes, running):
    """Nothing runs in a page that the system froze; at once when it is seen again, it is right."""
    timer.open().press("main").run(20.5).sleep(minutes * 60)
    timer.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    if running:
        assert timer.mode == "ended", "the rest of the session is shorter"
        assert timer.part("away") == "You were away 9\u202fmin. The timer went on."
        timer.press("resume")
    else:
        assert timer.main == "Resume"
        assert "Paused where you left off: you were away 11\u202fmin." in timer.notes
        timer.press("main")
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "20")


def test_clock_set_back_is_a_pause(timer):
    timer.open().press("main").run(20.5)
    timer.page.clock.set_system_time(BEGIN - 3600)
    timer.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "The device’s clock was set back; paused where you were." in timer.notes
    assert timer.shown == ("Paused", "Toe lifts and spreads", "Right foot", "20")
    timer.press("main").run(5)
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "15")


def test_session_of_another_routine_is_offered_and_does_not_appear(timer):
    timer.open("?routine=foot-and-hip&level=goal").press("main").run(20.5)
    timer.open("?routine=foot-and-hip-short")
    assert timer.mode == "ready"
    timer.stage.get_by_role("link", name="Resume Foot and hip", exact=True).click()
    timer.wait()
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "50")


def test_session_is_offered_where_nothing_is_asked_for(timer):
    timer.open().press("main").run(20.5)
    timer.open("")
    timer.stage.get_by_role("link", name="Resume Foot and hip").click()
    assert timer.wait().part("place") == "Step 1 of 7"
