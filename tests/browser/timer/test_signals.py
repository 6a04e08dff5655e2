"""Signals in a browser: what is due sounds in time, once, and no longer than it is due; or is counted."""

from itertools import pairwise

import pytest

from sound_recorder import RECORDER, on, sounding, until

NEAR = 41  # milliseconds, by which a signal may stand wrong before it is moved; scripts/bench timer measures real ones
ALL = [
    [300, "work", 1],
    [900, "tick", 1],
    [1200, "half", 1],
    [1500, "countdown", 1],
    [1800, "switch", 2],
    [2300, "rest", 3],
    [2900, "transition", 4],
    [3500, "finish", 4],
]

pytestmark = pytest.mark.usefixtures("modules")


@pytest.fixture
def page(file_page):
    """A page with the recorder, and a clock that stands."""
    return sounding(file_page)


def heard(page):
    """What is heard, in order: a signal that was moved was started twice and taken back once."""
    return sorted(page.evaluate("heard()"), key=lambda each: each[1])


def beats(page, count):
    on(page, f"beats >= {page.evaluate('beats') + count}")


def at(page, milliseconds):
    while (left := page.evaluate(f"zero + {milliseconds} - worn()")) > 0:
        page.clock.run_for(min(left, 1000))


def near(found, expected):
    assert [each[0] for each in found] == [each[1] for each in expected]
    for (name, when), (due, *_) in zip(found, expected, strict=True):
        assert abs(when - due) < NEAR, f"{name} at {when:.0f}, due at {due}"


def test_every_signal_sounds_in_time_and_once(page):
    page.evaluate("list => follow(list)", ALL)
    at(page, 3600)
    near(heard(page), ALL)
    assert page.evaluate("[signals.state, signals.skipped, states]") == ["on", 0, ["on"]]


def test_the_beat_comes_from_a_worker_and_looks_ahead(page):
    page.evaluate("follow([])")
    at(page, 2600)
    said, count = page.evaluate("[workers[0].said, beats]")
    assert said >= 8
    assert said <= count <= said + 3, "the page's own timer only steps in until the worker has begun"
    asked = page.evaluate("asked")
    assert all(later[0] <= earlier[1] for earlier, later in pairwise(asked)), "no gap"
    assert all(to - now > 1400 for _, to, now in asked)


@pytest.mark.parametrize(
    "worker",
    [
        "class { constructor() { throw new Error('no workers') } }",
        "class { postMessage() {} terminate() {} }",
    ],
    ids=["refused", "silent"],
)
def test_without_a_worker_the_page_beats_itself(page, worker):
    page.evaluate(f"window.Worker = {worker}; null")
    page.evaluate("list => follow(list)", ALL)
    at(page, 3600)
    near(heard(page), ALL)


def test_a_worker_that_dies_is_stood_in_for(page):
    page.evaluate("follow([])")
    on(page, "workers[0].said > 1")
    page.evaluate("workers[0].terminate()")
    beats(page, 6)


def test_what_is_no_longer_due_is_taken_back_at_once(page):
    page.evaluate(
        """follow([[600, 'work', 1], [1100, 'half', 1], [1300, 'countdown', 1]], {}, [[300, () => {
          before = heard().length;
          list = [[1600, 'rest', 2]];
          signals.changed();
          after = heard([...notes]).length;
        }]])"""
    )
    at(page, 1800)
    assert page.evaluate("before") >= 2, "they were planned"
    assert page.evaluate("after") <= 1, "they were taken back, though the new one may be planned"
    near(heard(page), [[1600, "rest", 2]])


def test_what_sounds_already_may_end_when_things_change(page):
    page.evaluate(
        """follow([[300, 'work', 1], [1100, 'half', 1]], {}, [
          [550, () => { list = []; signals.changed(); changed = heard().map(([name]) => name); signals.stop(); }],
        ])"""
    )
    at(page, 700)
    assert page.evaluate("changed") == ["work"]
    near(heard(page), [[300, "work", 1]])


def test_a_signal_of_the_change_itself_sounds_and_one_from_before_does_not_sound_again(page):
    # Skipped 20 ms ago, where a new interval begins; the half time that sounded is 270 ms old in the new reckoning.
    page.evaluate(
        """follow([[300, 'half', 1], [2000, 'countdown', 1]], {}, [[800, () => {
          t = worn() - zero - 20;
          list = [[t - 250, 'half', 1], [t, 'rest', 2]];
          signals.changed(zero + t);
        }]])"""
    )
    at(page, 1400)
    near(heard(page), [[300, "half", 1], [page.evaluate("t"), "rest", 2]])
    assert page.evaluate("signals.skipped") == 0


def test_a_signal_that_is_moved_sounds_at_its_new_time_only(page):
    page.evaluate("follow([[1200, 'work', 1]], {}, [[300, () => { list = [[1310, 'work', 1]]; }]])")
    at(page, 1500)
    near(heard(page), [[1310, "work", 1]])


def test_what_a_sleep_swallowed_is_counted_and_not_made_up_for(page):
    page.evaluate(
        """follow([[6000, 'work', 1], [8000, 'half', 1], [9800, 'countdown', 1], [10900, 'rest', 2]], {},
          [[100, () => { jump = 10_000; }]])"""
    )
    at(page, 11_200)
    found = heard(page)
    assert page.evaluate("signals.skipped") == 4 - len(found)
    assert [name for name, _ in found] in (["rest"], ["countdown", "rest"]), "no more than what is 0.4 s late at most"
    assert page.evaluate("signals.skipped") >= 2


def test_sound_off_is_silent_at_once_and_on_again_goes_on(page):
    page.evaluate(
        """follow([[600, 'work', 1], [1000, 'half', 1], [2000, 'rest', 2]], { vibration: false }, [
          [300, () => { signals.set({ sound: false }); off = heard().length; }],
          [1400, () => signals.set({ sound: true })],
        ])"""
    )
    at(page, 2200)
    assert page.evaluate("off") == 0
    near(heard(page), [[2000, "rest", 2]])
    assert page.evaluate("[states, signals.skipped, buzzes]") == [["on", "off", "on"], 0, []]


def test_a_phone_buzzes_the_rhythm_in_time(page):
    page.evaluate(
        """follow([[500, 'half', 1], [1100, 'work', 2], [1500, 'rest', 3]], { sound: false },
          [[1300, () => { list = []; signals.changed(); }]])"""
    )
    at(page, 1700)
    found = page.evaluate("buzzes.map(({ at, pattern }) => [at - zero, pattern])")
    assert [pattern for _, pattern in found] == [[70, 90, 70], [100, 40, 420]]
    assert all(abs(when - due) < NEAR for (when, _), due in zip(found, (500, 1100), strict=True))
    assert page.evaluate("[notes, contexts.length, signals.state]") == [[], 0, "off"]


def test_release_gives_back_the_device_and_the_worker(page):
    page.evaluate("follow([[900, 'work', 1]])")
    beats(page, 2)
    page.evaluate("signals.release()")
    assert page.evaluate("contexts.every((context) => context.state === 'closed')")
    assert page.evaluate("workers.map((worker) => worker.alive)") == [False]
    count = page.evaluate("beats")
    page.clock.run_for(3000)
    assert page.evaluate("[beats, heard()]") == [count, []]


def test_the_timer_as_it_is_sent_beats_from_a_worker_and_sounds(new_page):
    page = new_page()
    page.add_init_script(f"{{ {RECORDER} }}")
    page.goto("timer/?routine=foot-and-hip")
    page.locator("[data-action=main]").click()
    until(page, "workers[0]?.said > 3")
    assert page.evaluate("contexts.map((context) => context.state)") == ["running"]
    until(page, "notes.length > 0", patience=20)
