"""What a timer makes of groups: rounds, clocks, rounds that are counted by a tap, and numbers that one puts in."""

from itertools import groupby

import pytest

from page_checks import AXE, RULES, TOO_WIDE
from timer_driver import NO_DOSE, UNSEEN, Timer, first_routine

SIZES = ((320, 568), (390, 844), (844, 390), (768, 1024), (1280, 800))
LEAST_LOAD = 26  # pixels, as in test_timer_doses.py
LEAST_TASK = 22  # of a list of five exercises, on the smallest screen; it is known by heart after a round
SMALL_BUTTONS = """() => [...document.querySelectorAll(".timer-stage button, .timer-stage input[type=number]")]
    .filter((each) => each.checkVisibility())
    .map((each) => [each.ariaLabel || each.textContent, each.getBoundingClientRect()])
    .filter(([, {width, height}]) => width < 44 || height < 40) // those of the bar are 40 high on a low screen
    .map(([name]) => name)"""
SKIPPED_THROUGH = """(stage) => {
    const says = (name) => {
        const part = stage.querySelector(`[data-part=${name}]`);
        return part.checkVisibility() ? part.innerText.trim() : "";
    };
    const rows = [];
    while (stage.dataset.mode === "running") {
        rows.push(["phase_word", "clock", "place", "load"].map(says));
        stage.querySelector("[data-action=skip]").click();
    }
    return rows;
}"""
"""What is said of each interval, all at one moment."""
CUT_TASKS = """() => {
    const list = document.querySelector(".timer-stage__tasks");
    return [list.scrollHeight - list.clientHeight, list.scrollWidth - list.clientWidth].filter((more) => more > 0);
}"""


def _range(number):
    return {"min": number, "max": number}


LOAD = {"unit": "kg", "amounts": [_range(16)], "words": "with 16 kg"}
SWING = {"short_name": "Kettlebell swing", "dose": {"reps": _range(15), "load": LOAD, "words": "15 reps with 16 kg"}}
SQUAT = {"short_name": "Goblet squat", "dose": {"reps": _range(10), "words": "10 reps"}}
LUNGE = {"short_name": "Walking lunge", "dose": {"reps": _range(12), "words": "12 reps each leg"}}
PLANK = {"short_name": "Plank", "dose": {"hold_seconds": _range(30), "words": "30 s hold"}}
PUSH_UP = {
    "short_name": "Push-up",
    "dose": {"sets": 2, "reps": _range(10), "open": "as-many-as-possible", "rest_seconds": 60},
}
FIVE = (SWING, SQUAT, LUNGE, PLANK, {**SQUAT, "short_name": "Push-up"})
CIRCUIT = {
    "rounds": 3,
    "round_rest_seconds": 60,
    "transition_seconds": 10,
    "words": "3 rounds, 60 s rest between rounds",
}
AMRAP = {
    "rounds": 1,
    "open": "as-many-as-possible",
    "work_seconds": 1200,
    "words": "as many rounds as possible in 20 min",
}
FOR_TIME = {"rounds": 3, "for_time": True, "cap_seconds": 900, "words": "3 rounds for time, within 15 min"}


@pytest.fixture
def session(site, timer):
    """Opens a session of these steps, with all of them in one group if one is given."""
    given = first_routine(site)

    def open_session(*steps, group=None, timer=timer):
        exercise = given["steps"][0]["exercise"] | {"laterality": "bilateral"}
        given["steps"] = [
            {
                "core": False,
                "note": step.get("note", ""),
                "exercise": exercise
                | {"id": f"e-{number}", "name": step["short_name"]}
                | {name: step[name] for name in step if name not in ("dose", "note")},
                **dict.fromkeys(("start", "goal"), NO_DOSE | step["dose"]),
            }
            for number, step in enumerate(steps)
        ]
        groups = {"groups": [{"name": "Circuit", "first": 0, "size": len(steps)} | group]} if group else {}
        timer.page.unroute_all()
        timer.page.route("**/api/v1/routines/foot-and-hip.json", lambda route: route.fulfill(json=given | groups))
        return timer.open()

    return open_session


def _load(timer):
    return timer.part("load").replace("\u202f", " ").replace("\u00a0", " ")


def _head(timer):
    return timer.stage.locator(".timer-stage__head").first.inner_text().replace("\u202f", " ")


def _summary(timer):
    return timer.part("summary").replace("\u202f", " ")


def _tally(timer):
    """The number that may be set, in the run or at the end."""
    return timer.stage.locator(".timer-stage__tallies:visible input").first


def test_groups_as_they_are_built_are_led_round_by_round_and_minutes_begin_by_the_clock(new_page, programmes_site):
    timer = Timer.with_clock(new_page(programmes_site))
    _leads_round_by_round(timer.open("?routine=runners-circuit"))
    _begins_minutes_by_the_clock(timer.open("?routine=kettlebell-complex"))


def _leads_round_by_round(timer):
    assert _head(timer).startswith("Circuit: 3 rounds, ")
    rows = timer.press("main").stage.evaluate(SKIPPED_THROUGH)
    rows = [[text.replace("\u202f", " ").replace("\u00a0", " ") for text in row] for row in rows]
    work = [(place, load) for phase, _, place, load in rows if phase == "Work" and place != "Step 7 of 7"]
    in_order = [(f"Step {place} of 7", f"Round {number} of 3") for number in (1, 2, 3) for place in range(1, 7)]
    assert [each for each, _ in groupby(work)] == in_order
    after_rounds = rows[: 1 + max(at for at, row in enumerate(rows) if row[3].startswith("Round "))]
    assert [row[1:3] for row in after_rounds if row[0] == "Rest"] == [["60", "Step 1 of 7"]] * 2
    phase, _, place, load = rows[len(after_rounds)]
    assert (phase, place, load) == ("Next", "Step 7 of 7", "")


def _begins_minutes_by_the_clock(timer):
    """An early Done gives more rest, a late one less."""
    timer.set("paced", False).set("prepare_seconds", 0).press("main")
    for done_after, rest in ((5, "40"), (10, "25"), (20, "0")):
        begins = _load(timer)
        for _ in range(3):
            assert timer.main == "Done"
            timer.run(done_after).press("main")
        if rest != "0":
            assert (timer.shown.phase, int(timer.shown.clock)) == ("Rest", 60 - 3 * done_after)
            timer.run(60 - 3 * done_after)
        timer.run(0.05)
        assert (timer.main, _load(timer) != begins) == ("Done", True)


@pytest.mark.parametrize("group", [CIRCUIT, AMRAP, FOR_TIME])
def test_group_is_seen_whole_at_every_size(session, group):
    timer = session(*FIVE, group=group).press("main").run(1)
    for phase in ("prepare", "work"):
        for width, height in timer.sizes(*SIZES):
            assert timer.page.evaluate(UNSEEN) == [], (phase, width, height)
            assert timer.page.evaluate(TOO_WIDE) == [], (phase, width, height)
            assert timer.page.evaluate(SMALL_BUTTONS) == [], (phase, width, height)
            read = ".timer-stage__load" if group is CIRCUIT else ".timer-stage__tasks"
            size = timer.stage.locator(read).evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)")
            assert size >= (LEAST_LOAD if group is CIRCUIT else LEAST_TASK), (phase, width, height)
            if group is not CIRCUIT:
                assert timer.page.evaluate(CUT_TASKS) == [], (phase, width, height)
        timer.press("skip").run(1)


def test_note_of_a_step_stands_in_its_round_and_in_the_list_of_a_counted_one(session):
    noted = {**SQUAT, "note": "Stop above 3 of 10"}
    timer = session(SWING, noted, group=CIRCUIT).press("main").press("skip").run(0.05)
    assert timer.part("note") == ""
    timer.press("skip").run(0.05)
    assert (timer.shown.name, timer.part("note")) == ("Goblet squat", "Stop above 3 of 10")
    timer = session(SWING, noted, group=AMRAP).press("main").press("skip").run(0.05)
    assert timer.stage.locator(".timer-stage__tasks li").last.inner_text().endswith(" – Stop above 3 of 10")
    assert timer.stage.locator(".timer-stage__tasks").get_attribute("tabindex") == "0", "no key would scroll it"
    assert (timer.part("note"), timer.page.evaluate(CUT_TASKS)) == ("", [])


def test_tap_counts_rounds_until_their_time_is_over_through_a_pause_and_a_reload(session):
    timer = session(*FIVE, group=AMRAP | {"work_seconds": 180}).press("main").run(10.05)
    assert (timer.shown, timer.main) == (("Work", "Circuit", "0 rounds", "3:00"), "Round done")
    timer.run(50).press("main")
    assert timer.shown[2:] == ("1 round", "2:10")
    assert timer.stage.get_by_role("status").inner_text() == "1 round."
    timer.page.keyboard.press("Tab")
    timer.page.evaluate("document.activeElement.blur()")
    timer.page.keyboard.press(" ")
    timer.stage.locator(".timer-stage__tasks").click()
    assert timer.shown.side == "3 rounds"
    timer.stage.get_by_role("button", name="One less").click()
    assert timer.shown.side == "2 rounds"
    timer.run(5).stage.get_by_role("button", name="Pause", exact=True).click()
    assert (timer.shown.phase, timer.main, timer.focus) == ("Paused", "Resume", "main")
    timer.stage.locator(".timer-stage__tasks").click()
    assert (timer.shown.phase, timer.shown.side) == ("Paused", "2 rounds"), "a tap beside the buttons is no Resume"
    timer.press("main").run(5).reload()
    assert (timer.main, timer.shown.side, timer.shown.clock) == ("Resume", "2 rounds", "2:00")
    timer.press("main").press("main")
    assert timer.shown.side == "3 rounds"
    timer.run(120)
    assert (timer.mode, timer.part("summary")) == ("ended", "5 exercises, 3\u202fmin. Circuit: 3 rounds.")


def test_rounds_for_time_end_with_the_last_at_their_cap_or_when_finished(session):
    timer = session(*FIVE, group=FOR_TIME | {"cap_seconds": 180}).press("main").run(10.05)
    assert (timer.shown, timer.part("count")) == (("For time", "Circuit", "0 of 3 rounds", "0"), "Within 3\u202fmin")
    for seconds in (50, 51, 52):
        assert timer.mode == "running"
        timer.run(seconds).press("main")
    said = "5 exercises, 3 min. Circuit: 3 rounds in 2 min 33 s."
    assert (timer.mode, _summary(timer), _summary(timer.reload())) == ("ended", said, said)
    timer.run(1).press("goRound").run(10.05).run(30).press("main").run(150)
    assert _summary(timer).endswith("Circuit: 3 rounds in 2 min 33 s, then 1 of 3 rounds in 3 min.")
    timer.run(1).press("goRound").run(10.05).run(30)
    timer.stage.get_by_role("button", name="Finish").click()
    assert _summary(timer).startswith("3 rounds, 5 exercises, ")
    assert _summary(timer).endswith(" in 2 min 33 s, then 1 of 3 rounds in 3 min, then 0 of 3 rounds in 30 s.")


def test_rounds_of_a_plan_are_counted_and_survive_a_reload(timer):
    timer.open("#2c.g1s120.tl10.kt30h.g1=Finisher.395x").press("main").run(10.05)
    assert timer.shown == ("Work", "Finisher", "0 rounds", "2:00")
    timer.press("main").press("main")
    assert timer.shown.side == "2 rounds" and timer.stored(), "and what was kept before is written"
    timer.run(5).reload()
    assert (timer.main, timer.shown.side) == ("Resume", "2 rounds")
    timer.press("main").run(120)
    assert (timer.mode, timer.part("summary")) == ("ended", "2 exercises, 2\u202fmin. Finisher: 2 rounds.")


def test_number_of_as_many_as_possible_is_put_in_during_the_rest_or_at_the_end(session):
    timer = session(PUSH_UP, PLANK).press("main").run(10.05).run(20).press("main")
    assert (timer.shown.phase, timer.part("next")) == ("Rest", "")
    field = timer.stage.get_by_role("spinbutton", name="Push-up, set 1: reps")
    assert (field.input_value(), timer.page.evaluate(SMALL_BUTTONS)) == ("", [])
    more = timer.stage.get_by_role("button", name="One more")
    more.press("Enter")
    more.press("Enter")
    assert (field.input_value(), timer.page.evaluate("document.activeElement.ariaLabel")) == ("11", "One more")
    timer.run(5).reload()
    assert field.input_value() == "11"
    timer.press("main").run(56)
    assert not _tally(timer).is_visible() and timer.part("next") == "Plank", "it leaves with what it was for"
    timer.press("main").run(60)
    assert timer.mode == "ended"
    last = timer.stage.get_by_role("spinbutton", name="Push-up, set 2: reps")
    last.fill("9")
    last.press("Tab")
    timer.stage.get_by_text("Do one again").click()
    dose = timer.stage.locator(".timer-end__again [data-part=dose]").first.inner_text()
    assert dose.endswith("did 11, 9")
    timer.reload()
    assert (field.input_value(), last.input_value()) == ("11", "9")


def test_counting_is_accessible(session, new_page, root):
    timer = session(*FIVE, group=AMRAP, timer=Timer(new_page(bypass_csp=True)))  # axe waits for time as it is
    timer.page.add_script_tag(path=root / "node_modules" / "axe-core" / "axe.min.js")

    def hold_to_axe():
        for scheme in RULES:
            timer.page.emulate_media(color_scheme=scheme)
            assert timer.page.evaluate(AXE, RULES[scheme]) == [], (timer.mode, scheme)

    timer.press("main").press("skip").press("main")
    assert timer.shown.side == "1 round"
    hold_to_axe()
    timer.press("skip")
    assert timer.mode == "ended"
    hold_to_axe()


def test_what_groups_need_comes_only_where_there_is_something_to_count(session, timer):
    asked = []
    timer.page.on("request", lambda each: asked.append(each.url))
    timer.open()
    assert [url for url in asked if "timer-rounds" in url] == []
    assert _head(session(PLANK, SQUAT, group=CIRCUIT)) == "Circuit: 3 rounds, 60 s rest between rounds"
