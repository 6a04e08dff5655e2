"""Routines at the edges of what there may be: one step, sixty, no rest at all, an hour's hold, and none to wait for."""

import pytest

from timer_driver import NO_DOSE, first_routine

WATCHED = """(stage) => {
    const rows = (window.said = []);
    const look = () => {
        const parts = ["phase_word", "name", "clock", "place", "count"];
        const row = parts.map((name) => stage.querySelector(`[data-part=${name}]`).innerText.trim());
        if (stage.dataset.mode === "running" && `${row}` !== `${rows.at(-1)}`) rows.push(row);
    };
    look();
    new MutationObserver(look).observe(stage, {subtree: true, childList: true, characterData: true});
}"""
"""Notes what is said from now on, at each change."""


@pytest.fixture
def session(site, timer):
    """Opens a session of steps with these doses; each step is the first exercise of the first routine."""
    given = first_routine(site)

    def open_session(*doses, **routine):
        exercise = given["steps"][0]["exercise"] | {"laterality": "bilateral"}
        steps = []
        for number, dose in enumerate(doses):
            amount = NO_DOSE | dose
            names = {"id": f"e-{number}", "short_name": f"Step {number + 1}"}
            steps.append({"core": False, "note": "", "exercise": exercise | names, "start": amount, "goal": amount})
        session = given | routine | {"steps": steps}
        timer.page.route("**/api/v1/routines/foot-and-hip.json", lambda route: route.fulfill(json=session))
        return timer.open()

    return open_session


def _range(number):
    return {"min": number, "max": number}


def test_one_step_of_one_second(session):
    timer = session({"work_seconds": _range(1)}).press("main").run(10.05)
    assert timer.shown == ("Work", "Step 1", "", "1")
    assert timer.run(1).mode == "ended"
    assert timer.part("summary").endswith(", 11\u202fs.")


def test_sixty_steps_without_any_rest(session):
    timer = session(*[{"sets": 2, "hold_seconds": _range(1)}] * 60, transition_seconds=0).press("main").run(10.05)
    timer.stage.evaluate(WATCHED)
    timer.run(120)
    assert [tuple(row) for row in timer.page.evaluate("said")] == [
        ("Work", f"Step {number}", "1", f"Step {number} of 60", f"Set {place} of 2")
        for number in range(1, 61)
        for place in (1, 2)
    ]
    assert timer.part("summary").startswith("60 exercises")


def test_hold_of_an_hour(session):
    timer = session({"hold_seconds": _range(3600)}).press("main").run(10.05)
    assert timer.shown.clock == "60:00"
    for _ in range(6):
        timer.sleep(590).run(0.5)
    assert timer.shown.clock == "57"
    assert timer.run(57).mode == "ended"


def test_held_repetitions_are_counted(session):
    timer = session({"reps": _range(5), "hold_seconds": _range(10), "rep_rest_seconds": 2}).press("main").run(10.05)
    for number in range(1, 6):
        assert (timer.shown[0], timer.shown[3], timer.part("count")) == ("Work", "10", f"Hold {number} of 5")
        timer.run(10)
        if number < 5:
            assert (timer.shown.phase, timer.shown.clock) == ("Rest", "2")
            timer.run(2)
    assert timer.mode == "ended"


def test_repetitions_alone_need_no_countdown_at_all(session):
    timer = session({"reps": _range(10), "sets": 2}, {"reps": _range(5)}, transition_seconds=0)
    timer.set("paced", False).set("prepare_seconds", 0).press("main")
    for place, clock in (("Step 1 of 2", "10"), ("Step 1 of 2", "10"), ("Step 2 of 2", "5")):
        assert (timer.main, timer.part("place"), timer.shown.clock) == ("Done", place, clock)
        timer.press("main").run(1)
    assert timer.mode == "ended"
