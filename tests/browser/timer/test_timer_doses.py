"""What a timer makes of loads, open ends, distances, breaths, tempos and directions, as a runner sees it."""

import json

import pytest

from page_checks import TOO_WIDE
from timer_driver import NO_DOSE, UNSEEN, Timer, first_routine

SIZES = ((320, 568), (360, 640), (390, 844), (844, 390), (768, 1024), (1280, 800))
LONGEST_NOTE = "Stop above 3 of 10, and go on in a week at half of the load if it is worse the day after"
LEAST_NOTE = 20  # pixels, for the longest; a short one is larger
LEAST_LOAD = 26  # pixels: 5 minutes of arc from two metres, as test_timer_screen.py counts them, which good eyes read


@pytest.fixture
def session(site, new_page):
    """Opens a session of these doses, each with changes of its exercise."""
    given = first_routine(site)

    def open_session(*steps, note="", **settings):
        given["steps"] = [
            {
                "core": False,
                "note": note,
                "exercise": given["steps"][0]["exercise"]
                | {"laterality": "bilateral", "short_name": "Deadlift"}
                | exercise,
                **dict.fromkeys(("start", "goal"), NO_DOSE | dose),
            }
            for dose, exercise in steps
        ]
        page = new_page()
        page.route("**/api/v1/routines/foot-and-hip.json", lambda route: route.fulfill(json=given))
        page.add_init_script(f"localStorage['limber-timer-settings'] = '{json.dumps(settings)}';")
        return Timer.with_clock(page).open()

    return open_session


def _range(number):
    return {"min": number, "max": number}


def _load(timer):
    return timer.part("load").replace("\u202f", " ")


LOAD = {"unit": "kg", "amounts": [_range(12)], "pieces": 2, "words": "with 2 × 12 kg"}
EFFORT = {"scale": "rpe", "amount": _range(7), "words": "effort 7 of 10"}
HEAVY = {"sets": 3, "reps": _range(8), "tempo": "3-1-1-0", "rest_seconds": 60, "load": LOAD, "effort": EFFORT}


@pytest.mark.parametrize(
    ("dose", "exercise"),
    [
        (HEAVY | {"side_order": "affected-first"}, {"laterality": "unilateral", "short_name": "Single-leg deadlift"}),
        ({"sets": 2, "work_seconds": _range(95), "breaths": _range(5), "breath_pattern": [4, 7, 8, 0]}, {}),
        ({"sets": 2, "reps": _range(10), "open": "as-many-as-possible", "load": LOAD}, {}),
        (
            {"hold_seconds": _range(30), "open": "or-more"},
            {"directions": ["forward", "back"], "laterality": "unilateral"},
        ),
    ],
)
def test_dose_is_seen_whole_at_every_size(session, dose, exercise):
    timer = session((dose, exercise), tempo="words").press("main").run(1)
    for phase in ("prepare", "work"):
        for width, height in SIZES:
            timer.page.set_viewport_size({"width": width, "height": height})
            assert timer.page.evaluate(UNSEEN) == [], (phase, width, height)
            assert timer.page.evaluate(TOO_WIDE) == [], (phase, width, height)
            load = timer.stage.locator(".timer-stage__load")
            if load.is_visible():
                size = load.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)")
                assert size >= LEAST_LOAD, (phase, width, height)
        timer.press("skip").run(1)


@pytest.mark.parametrize(("note", "least"), [("Stop above 3 of 10", 28), (LONGEST_NOTE, LEAST_NOTE)])
@pytest.mark.parametrize(
    ("dose", "name"),
    [({"work_seconds": _range(30)}, "Single-leg balance with eyes closed, arm"), (HEAVY, "Single-leg deadlift")],
)
def test_note_is_seen_whole_at_every_size(session, dose, name, note, least):
    timer = session((dose, {"short_name": name, "setup": []}), note=note).press("main").run(1)
    shown = timer.stage.locator("[data-part=note]:visible")
    for width, height in SIZES:
        timer.page.set_viewport_size({"width": width, "height": height})
        assert shown.inner_text() == note
        assert timer.page.evaluate(UNSEEN) == [], (width, height)
        assert timer.page.evaluate(TOO_WIDE) == [], (width, height)
        assert shown.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)") >= least, (width, height)


def test_note_is_in_the_list_and_is_said_once_before_the_work(session):
    hostile = "Stop <b>above</b> 3 & rest"
    timer = session((HEAVY, {"setup": []}), note=hostile)
    assert timer.stage.locator(".timer-stage__steps [data-part=note]:visible").inner_text() == hostile
    status = timer.stage.get_by_role("status")
    assert status.inner_text() == ""
    timer.press("main").run(1)
    assert status.inner_text().endswith(f". {hostile}")
    assert timer.part("note") == hostile
    timer.run(10)
    assert hostile not in status.inner_text()
    assert (timer.shown.phase, timer.part("note")) == ("Work", "")
    assert timer.part("cue") != "", "what is short stays"
    timer.press("list")
    assert timer.stage.locator("dialog [data-part=note]:visible").inner_text() == hostile


def test_note_of_an_exercise_with_words_on_getting_into_place_stands_in_the_list_and_in_each_rest(session):
    timer = session((HEAVY, {}), note="Stop above 3 of 10")
    assert timer.stage.locator(".timer-stage__steps [data-part=note]:visible").inner_text() == "Stop above 3 of 10"
    timer.press("main").run(1)
    assert (timer.shown.phase, timer.part("note"), timer.part("cue") != "") == ("Get ready", "", True)
    timer.press("skip").press("skip").run(1)
    assert (timer.shown.phase, timer.part("note")) == ("Rest", "Stop above 3 of 10")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_repetition_that_one_is_at_fills_the_screen_and_its_part_stands_below_or_beside(session, width, height):
    timer = session((HEAVY, {"laterality": "unilateral"})).press("main").run(10.05)
    timer.page.set_viewport_size({"width": width, "height": height})
    seen = [(timer.shown.clock, timer.part("of"), timer.part("beat"))]
    for _ in range(2):
        timer.run(3)
        seen.append((timer.shown.clock, timer.part("of"), timer.part("beat")))
    assert seen == [("1", "of 8", "Down"), ("1", "of 8", "Hold"), ("2", "of 8", "Down")]
    number, of, beat = (timer.stage.locator(f"[data-part={part}]").bounding_box() for part in ("clock", "of", "beat"))
    assert of["x"] >= number["x"] + number["width"] and of["height"] < number["height"] / 2
    assert beat["y"] >= of["y"] + of["height"] - 8 or beat["x"] > of["x"] + of["width"]
    assert timer.page.evaluate(UNSEEN) == []


def test_load_and_effort_stand_beside_the_set_in_work_and_in_rest(session):
    timer = session((HEAVY, {})).press("main").run(10.05)
    for number in (1, 2):
        assert (timer.shown.phase, _load(timer)) == ("Work", "2 × 12 kg, effort 7 of 10")
        assert timer.part("count") == f"Set {number} of 3"
        assert timer.run(40).shown.phase == "Rest"
        assert (_load(timer), timer.part("count")) == ("2 × 12 kg, effort 7 of 10", f"Set {number + 1} of 3")
        timer.run(60)


def test_as_many_as_possible_count_the_time_up_until_done(session):
    dose = {"sets": 2, "reps": _range(10), "open": "as-many-as-possible", "rest_seconds": 30}
    timer = session((dose, {})).press("main").run(10.05)
    assert (timer.shown.clock, timer.main, timer.part("load")) == ("0", "Done", "As many reps as possible")
    assert timer.run(72).shown.clock == "72"
    assert timer.press("main").run(0.05).shown[::3] == ("Rest", "30")
    assert timer.run(30).press("main").run(0.05).mode == "ended"


def test_breaths_are_led_part_by_part(session):
    timer = session(({"work_seconds": _range(38), "breaths": _range(2), "breath_pattern": [4, 7, 8, 0]}, {}))
    timer.press("main").run(10.05)
    for breath in (1, 2):
        for beat, seconds in (("In", 4), ("Hold", 7), ("Out", 8)):
            shown = (timer.part("beat"), timer.shown.clock, timer.part("count"))
            assert shown == (beat, str(seconds), f"Breath {breath} of 2")
            timer.run(seconds - 1)
            assert (timer.part("beat"), timer.shown.clock) == (beat, "1")
            timer.run(1)
    assert timer.mode == "ended"


@pytest.mark.parametrize("tempo", ["reps", "words"])
def test_part_of_a_repetition_is_seen_whatever_is_heard(session, tempo):
    timer = session((HEAVY, {}), tempo=tempo).press("main").run(10.05)
    for beat, seconds in (("Down", 3), ("Hold", 1), ("Up", 1), ("Down", 3)):
        assert timer.part("beat") == beat
        timer.run(seconds)


def test_directions_change_as_sides_do(session):
    timer = session(({"hold_seconds": _range(20)}, {"directions": ["forward", "back"]})).press("main").run(10.05)
    assert timer.shown[::2] == ("Work", "Forward")
    assert timer.run(20).shown[::2] == ("Change direction", "Back")
    assert timer.stage.get_by_role("status").inner_text() == "Change direction, 5 seconds. Then back."
    assert timer.run(5).shown[::2] == ("Work", "Back")
