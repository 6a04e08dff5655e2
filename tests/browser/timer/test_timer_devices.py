"""What the timer makes of blocked or spoilt storage and of devices that refuse: a sentence, and it goes on."""

import pytest

from timer_driver import BEGIN, faulty_pages

NO_STORE = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
FAILING_STORE = """IDBObjectStore.prototype.put = function () {
  this.transaction.abort();
  throw new DOMException('full', 'QuotaExceededError');
};"""
SILENT_STORE = "IDBFactory.prototype.open = () => ({});"
NO_LOCAL_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get: () => { throw new DOMException('no', 'SecurityError'); },
});"""
NO_LOCK = "WakeLock.prototype.request = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
NO_SOUND = "delete window.AudioContext; delete window.webkitAudioContext;"
NO_WORKER = "window.Worker = function () { throw new DOMException('no', 'SecurityError'); };"
NO_VOICE = "delete window.speechSynthesis;"
LOST = "This browser keeps nothing: a reload would lose your place."


@pytest.fixture
def faulty(browser, site):
    """Opens a timer where something fails on purpose."""
    with faulty_pages(browser, site) as pages:
        yield pages


@pytest.mark.parametrize("script", [NO_STORE, FAILING_STORE])
def test_without_a_store_the_timer_goes_on_and_says_what_a_reload_costs(faulty, script):
    timer = faulty(script).open().press("main").run(30)
    assert timer.shown[:3] == ("Work", "Toe lifts and spreads", "Right foot")
    assert timer.notes.count(LOST) == 1
    assert timer.press("skip").run(20).notes.count(LOST) == 1
    assert timer.reload().mode == "ready"


def test_store_that_never_answers_keeps_nobody_waiting(faulty):
    timer = faulty(SILENT_STORE)
    timer.page.goto("timer/?routine=foot-and-hip")
    timer.page.wait_for_load_state("networkidle")
    timer.run(2.5).wait().press("main").run(10.05)
    assert timer.shown.phase == "Work"


def test_without_local_storage_settings_hold_for_the_page(faulty):
    timer = (
        faulty(NO_LOCAL_STORAGE).open("?routine=foot-and-hip-short").set("prepare_seconds", 3).press("main").run(3.05)
    )
    assert timer.shown.phase == "Work"
    timer.run(75).skip_until().run(1).press("markDone")  # the first of several is done by then
    assert timer.notes == ["This browser keeps nothing: the day is marked until you leave the page."]
    assert "Marked as done today" in timer.ways


SESSION = {
    "version": 1,
    "address": "?routine=foot-and-hip",
    "name": "Foot and hip",
    "options": {
        "level": "start",
        "most": False,
        "alternatives": [],
        "paced": True,
        "prepare_seconds": 10,
        "switch_seconds": None,
        "transition_seconds": None,
        "first": 0,
    },
    "only": None,
    "state": {
        "index": 3,
        "at": BEGIN * 1000,
        "paused_at": None,
        "added_ms": 0,
        "done": False,
        "ended_at": None,
        "finished": [],
        "skipped": [],
    },
    "seen": BEGIN * 1000,
}


def _with(**changes):
    return {**SESSION, **changes}


GARBAGE = (
    "garbage",
    _with(state={**SESSION["state"], "index": 999}),
    _with(options={**SESSION["options"], "first": 99}),
    _with(options={**SESSION["options"], "alternatives": [99]}),
    _with(only=99),
    _with(address="https://elsewhere.example/"),
)
"""What is no session at all, or none of this routine; tests/js/timer/timer-session.test.js has all fields."""


def test_garbage_in_the_store_is_no_session_and_in_the_settings_leaves_the_usual_ones(faulty):
    timer = faulty().open()
    timer.store(SESSION)
    timer.reload()
    assert timer.shown == ("Work", "Toe lifts and spreads", "Left foot", "30"), "or what follows proves nothing"
    for kept in GARBAGE:
        timer.store(kept)
        timer.reload()
        assert (timer.mode, timer.notes) == ("ready", []), kept
        assert timer.stage.get_by_role("link", name="Resume").count() == 0, kept
    for garbage in ("{", '{"prepare_seconds": -7, "level": "x"}'):
        timer.page.evaluate("(text) => localStorage.setItem('limber-timer-settings', text)", garbage)
        timer.page.evaluate("(text) => localStorage.setItem('limber-done', text)", garbage)
        timer.reload()
        assert timer.mode == "ready", garbage
    assert timer.press("main").shown.clock == "10"
    assert timer.run(10.05).shown.phase == "Work"
    assert timer.stored()["state"]["index"] == 1


REFUSALS = [
    "The screen may turn off: the device refused to keep it on, perhaps to save its battery.",
    "There is no sound: this device does not play any.",
    "There is no voice: this device has none.",
]


def test_devices_that_refuse_are_told_and_the_timer_goes_on(faulty):
    """Of a worker that there is none of, nobody needs to hear."""
    timer = faulty(NO_LOCK + NO_SOUND + NO_VOICE + NO_WORKER).open().set("voice", True).press("main").run(10.05)
    assert sorted(timer.notes) == sorted(REFUSALS)
    assert timer.shown == ("Work", "Toe lifts and spreads", "Right foot", "30")
    timer.run(30)
    assert timer.shown.phase == "Change sides"
    assert timer.skip_until().mode == "ended"
    assert timer.notes == [], "what a run would need, its end does not"
