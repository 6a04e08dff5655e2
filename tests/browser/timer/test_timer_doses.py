"""What a timer makes of loads, open ends, distances, breaths, tempos and directions, as a runner sees it."""

import pytest

from page_checks import TOO_WIDE
from timer_driver import NO_DOSE, UNSEEN, first_routine

SIZES = ((320, 568), (390, 844), (844, 390), (768, 1024), (1280, 800))
LONGEST_NOTE = "Stop above 3 of 10, and go on in a week at half of the load if it is worse the day after"
LEAST_NOTE = 20  # pixels, for the longest; a short one is larger
LEAST_LOAD = 26  # pixels: 5 minutes of arc from two metres, as test_timer_screen.py counts them, which good eyes read
FONT_SIZE = "(it) => parseFloat(getComputedStyle(it).fontSize)"


def _range(number):
    return {"min": number, "max": number}


LOAD = {"unit": "kg", "amounts": [_range(12)], "pieces": 2, "words": "with 2 × 12 kg"}
EFFORT = {"scale": "rpe", "amount": _range(7), "words": "effort 7 of 10"}
HEAVY = {"sets": 3, "reps": _range(8), "tempo": "3-1-1-0", "rest_seconds": 60, "load": LOAD, "effort": EFFORT}
UNILATERAL = {"laterality": "unilateral"}
SINGLE_LEG = {"short_name": "Single-leg deadlift"}
BALANCE = {"short_name": "Single-leg balance with eyes closed, arm"}
NO_SETUP = {"setup": []}
HOSTILE = "Stop <b>above</b> 3 & rest"
SHORT_NOTE = "Stop above 3 of 10"
STEPS = {
    "note with setup": (HEAVY, {}, SHORT_NOTE),
    "heavy": (HEAVY, {}, ""),
    "heavy on one leg": (HEAVY | {"side_order": "affected-first"}, UNILATERAL | SINGLE_LEG, ""),
    "breaths": ({"sets": 2, "work_seconds": _range(95), "breaths": _range(5), "breath_pattern": [4, 7, 8, 0]}, {}, ""),
    "two breaths": ({"work_seconds": _range(38), "breaths": _range(2), "breath_pattern": [4, 7, 8, 0]}, {}, ""),
    "open": ({"sets": 2, "reps": _range(10), "open": "as-many-as-possible", "rest_seconds": 30, "load": LOAD}, {}, ""),
    "open without a load": ({"sets": 2, "reps": _range(10), "open": "as-many-as-possible", "rest_seconds": 30}, {}, ""),
    "directions": (
        {"hold_seconds": _range(30), "open": "or-more"},
        UNILATERAL | {"directions": ["forward", "back"]},
        "",
    ),
    "directions of both sides": ({"hold_seconds": _range(20)}, {"directions": ["forward", "back"]}, ""),
    "hostile note": (HEAVY, NO_SETUP, HOSTILE),
    "short note of work": ({"work_seconds": _range(30)}, BALANCE | NO_SETUP, SHORT_NOTE),
    "short note": (HEAVY, SINGLE_LEG | NO_SETUP, SHORT_NOTE),
    "long note of work": ({"work_seconds": _range(30)}, BALANCE | NO_SETUP, LONGEST_NOTE),
    "long note": (HEAVY, SINGLE_LEG | NO_SETUP, LONGEST_NOTE),
    "one more, so that none of these is the end": ({"work_seconds": _range(30)}, {}, ""),
}


@pytest.fixture(scope="module")
def session(site, file_timer):
    """A run with a step for each of these doses, and the notes that were listed before it.

    Opening one for each would take most of a test.
    """
    given = first_routine(site)
    usual = given["steps"][0]["exercise"] | {"laterality": "bilateral", "short_name": "Deadlift"}
    given["steps"] = [
        {
            "core": False,
            "note": note,
            "exercise": usual | exercise,
            **dict.fromkeys(("start", "goal"), NO_DOSE | dose),
        }
        for dose, exercise, note in STEPS.values()
    ]
    file_timer.page.route("**/api/v1/routines/foot-and-hip.json", lambda route: route.fulfill(json=given))
    listed = file_timer.open().stage.locator(".timer-stage__steps [data-part=note]:visible").all_inner_texts()
    return file_timer.press("main"), listed


@pytest.fixture
def begun(session):
    """The run of it."""
    return session[0]


@pytest.fixture
def ready(begun):
    """Goes to a step, which one then gets ready for."""
    yield lambda step: begun.jump(1 + [*STEPS].index(step)).run(1)
    begun.look_as_usual()


@pytest.fixture
def working(ready):
    """Goes to a step, and is where its work begins."""
    return lambda step: ready(step).press("skip").run(0.05)


def _load(timer):
    return timer.part("load").replace("\u202f", " ")


@pytest.mark.parametrize("step", ["heavy on one leg", "breaths", "open", "directions"])
def test_dose_is_seen_whole_at_every_size(ready, step):
    timer = ready(step)
    for phases in (("Next",), ("Work", "Your pace")):
        phase = timer.shown.phase
        assert phase in phases
        for size in timer.sizes(*SIZES):
            assert timer.page.evaluate(UNSEEN) == [], (phase, size)
            assert timer.page.evaluate(TOO_WIDE) == [], (phase, size)
            load = timer.stage.locator(".timer-stage__load")
            if load.is_visible():
                assert load.evaluate(FONT_SIZE) >= LEAST_LOAD, (phase, size)
        timer.press("skip").run(1)


@pytest.mark.parametrize(
    ("step", "least"),
    [
        ("short note of work", 28),
        ("short note", 28),
        ("long note of work", LEAST_NOTE),
        ("long note", LEAST_NOTE),
    ],
)
def test_note_is_seen_whole_at_every_size(ready, step, least):
    timer = ready(step)
    shown = timer.stage.locator("[data-part=note]:visible")
    for size in timer.sizes(*SIZES):
        assert shown.inner_text() == STEPS[step][-1]
        assert timer.page.evaluate(UNSEEN) == [], size
        assert timer.page.evaluate(TOO_WIDE) == [], size
        assert shown.evaluate(FONT_SIZE) >= least, size


def test_note_is_said_once_before_the_work(ready):
    timer = ready("hostile note")
    status = timer.stage.get_by_role("status")
    assert status.inner_text().endswith(f". {HOSTILE}")
    assert timer.part("note") == HOSTILE
    timer.press("skip").run(0.05)
    assert HOSTILE not in status.inner_text()
    assert (timer.shown.phase, timer.part("note")) == ("Work", "")
    assert timer.part("cue") != "", "what is short stays"


def test_notes_are_in_the_lists_before_a_run_and_within(session):
    begun, listed = session
    notes = [note for *_, note in STEPS.values() if note]
    assert listed == notes
    begun.press("list")
    assert begun.stage.locator("dialog [data-part=note]:visible").all_inner_texts() == notes
    begun.press("close")


def test_note_of_an_exercise_with_words_on_getting_into_place_stands_in_each_rest(begun):
    """It is the first step, before which there is no time for both."""
    timer = begun.press("list").press("restart").run(1)
    assert (timer.shown.phase, timer.part("note"), timer.part("cue") != "") == ("Get ready", "", True)
    timer.press("skip").press("skip").run(1)
    assert (timer.shown.phase, timer.part("note")) == ("Rest", SHORT_NOTE)


def test_repetition_that_one_is_at_fills_the_screen_and_its_part_stands_below_or_beside(working):
    timer = working("heavy on one leg")
    seen = [(timer.shown.clock, timer.part("of"), timer.part("beat"))]
    for _ in range(2):
        timer.run(3)
        seen.append((timer.shown.clock, timer.part("of"), timer.part("beat")))
    assert seen == [("1", "of 8", "Down"), ("1", "of 8", "Pause"), ("2", "of 8", "Down")]
    parts = [timer.stage.locator(f"[data-part={part}]") for part in ("clock", "of", "beat")]
    for size in timer.sizes(*SIZES):
        number, of, beat = (part.bounding_box() for part in parts)
        assert of["x"] >= number["x"] + number["width"] and of["height"] < number["height"] / 2, size
        assert beat["y"] >= of["y"] + of["height"] - 8 or beat["x"] > of["x"] + of["width"], size
        assert timer.page.evaluate(UNSEEN) == [], size


def test_load_and_effort_stand_beside_the_set_in_work_and_in_rest(working):
    timer = working("heavy")
    for number in (1, 2):
        assert (timer.shown.phase, _load(timer)) == ("Work", "2 × 12 kg, effort 7 of 10")
        assert timer.part("count") == f"Set {number} of 3"
        assert timer.run(40).shown.phase == "Rest"
        assert (_load(timer), timer.part("count")) == ("2 × 12 kg, effort 7 of 10", f"Set {number + 1} of 3")
        timer.run(60)


def test_as_many_as_possible_count_the_time_up_until_done(working):
    timer = working("open without a load")
    assert (timer.shown.clock, timer.main, timer.part("load")) == ("0", "Done", "As many reps as possible")
    assert timer.run(72).shown.clock == "72"
    assert timer.press("main").run(0.05).shown[::3] == ("Rest", "30")
    assert timer.run(30).press("main").run(0.05).shown.phase == "Next"


def test_breaths_are_led_part_by_part(working):
    timer = working("two breaths")
    for breath in (1, 2):
        for beat, seconds in (("In", 4), ("Hold", 7), ("Out", 8)):
            shown = (timer.part("beat"), timer.shown.clock, timer.part("count"))
            assert shown == (beat, str(seconds), f"Breath {breath} of 2")
            timer.run(seconds - 1)
            assert (timer.part("beat"), timer.shown.clock) == (beat, "1")
            timer.run(1)
    assert timer.shown.phase == "Next"


def test_part_of_a_repetition_is_seen_whatever_is_heard(working):
    for tempo in ("words", "reps"):
        timer = working("heavy").set("tempo", tempo)
        for beat, seconds in (("Down", 3), ("Pause", 1), ("Up", 1), ("Down", 3)):
            assert timer.part("beat") == beat, tempo
            timer.run(seconds)


def test_directions_change_as_sides_do(working):
    timer = working("directions of both sides")
    assert timer.shown[::2] == ("Work", "Forward")
    assert timer.run(20).shown[::2] == ("Change direction", "Back")
    assert timer.stage.get_by_role("status").inner_text() == "Change direction, 5 seconds. Then back."
    assert timer.run(5).shown[::2] == ("Work", "Back")
