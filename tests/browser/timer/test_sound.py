"""Sound where the device makes trouble: none there, no leave, a call, a clock that stands; and what a tap must do."""

import pytest
from test_signals import at, heard, near

from sound_recorder import on, sounding

DUE = [[500, "work", 1], [1300, "half", 1], [2600, "countdown", 1], [3300, "rest", 2]]

pytestmark = pytest.mark.usefixtures("modules")


@pytest.fixture
def page(file_page):
    """A page with the recorder, and a clock that stands."""
    return sounding(file_page)


def test_unlock_does_everything_before_it_returns(page):
    page.evaluate("Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } }), null")
    done = page.evaluate(
        """async () => {
          const { Signals } = await import("/modules/timer/signals.js");
          const signals = new Signals();
          signals.set({ volume: 0.5 });
          const before = contexts.length;
          signals.unlock();
          const now = [before, contexts.length, logged.join(), workers.length, navigator.audioSession.type];
          signals.unlock();
          return [...now, contexts.length, workers.length];
        }"""
    )
    assert done == [0, 1, "resume", 1, "transient", 1, 1]
    assert page.evaluate("contexts[0].state") == "running"


@pytest.mark.parametrize("missing", ["undefined", "class { constructor() { throw 1 } }"])
def test_without_a_device_the_session_goes_on_and_says_so(page, missing):
    page.evaluate(f"window.AudioContext = {missing}; null")
    page.evaluate("list => follow(list)", DUE)
    at(page, 1500)
    assert page.evaluate("[signals.state, states.at(-1), buzzes.length]") == ["none", "none", 2]
    assert page.evaluate("beats") >= 5


def test_a_device_that_fails_is_told_and_forgiven_when_it_plays_again(page):
    page.evaluate("follow([])")
    on(page, "signals.state === 'on' && contexts[0].currentTime > 0")
    page.evaluate("contexts[0].dispatchEvent(new Event('error')), contexts[0].stuck = contexts[0].currentTime")
    on(page, "states.at(-1) === 'none'")
    page.evaluate("delete contexts[0].stuck")
    on(page, "states.at(-1) === 'on'")


def test_without_leave_it_asks_again_and_says_that_it_waits_for_a_tap(page):
    page.evaluate("contextsMade = AudioContext; null")
    page.evaluate("AudioContext = class extends contextsMade { faked = 'suspended' }; null")
    page.evaluate(
        """list => follow(list, {}, [[2000, () => {
          during = [states.at(-1), notes.length, contexts.length, signals.skipped, logged.length >= 3];
          AudioContext = contextsMade; // a tap: a new context, that may
          signals.unlock();
        }]])""",
        DUE,
    )
    at(page, 3500)
    assert page.evaluate("during") == ["blocked", 0, 1, 2, True], "resume() may never settle, so it is asked for again"
    near(heard(page), [[2600, "countdown"], [3300, "rest"]])
    assert page.evaluate("[states.at(-1), contexts[0].faked, signals.skipped]") == ["on", "suspended", 2]


def test_a_call_interrupts_and_nothing_bursts_out_after_it(page):
    page.evaluate(
        """list => follow(list, {}, [
          [800, () => { contexts[0].faked = 'interrupted'; logged = []; }],
          [2200, () => { during = [states.at(-1), logged.length > 0]; }],
          [3050, () => delete contexts[0].faked],
        ])""",
        DUE,
    )
    at(page, 3500)
    assert page.evaluate("during") == ["blocked", True]
    near(heard(page), [[500, "work"], [3300, "rest"]])
    assert page.evaluate("[states.at(-1), signals.skipped]") == ["on", 2]


def test_a_context_whose_clock_stands_still_is_replaced(page):
    page.evaluate(
        """follow([[500, 'work', 1], [1300, 'half', 1], [2000, 'countdown', 1], [3700, 'rest', 2]], {},
          [[800, () => { contexts[0].stuck = contexts[0].currentTime; }]])"""
    )
    at(page, 3900)
    assert page.evaluate("contexts.length") == 2
    on(page, "contexts[0].state === 'closed'")
    near([(name, when) for name, when in heard(page) if when > 3000], [[3700, "rest"]])
    assert page.evaluate("notes.filter((note) => note.heard && note.at - zero > 3000).every((n) => n.context === 1)")
    assert page.evaluate("[states.at(-1), signals.skipped]") == ["on", 2], "half time and the countdown"


def test_a_clock_that_lags_is_followed(page):
    """The clock of a context stands while its device opens: what was planned moves, and is heard in time."""
    page.evaluate("follow([[3000, 'work', 1]])")
    on(page, "notes.some((note) => note.hz < 800)")
    page.evaluate(
        """() => {
          const lag = 0.3;
          const real = Object.getOwnPropertyDescriptor(AudioContext.prototype, "currentTime").get;
          Object.defineProperty(contexts[0], "currentTime", { get() { return real.call(this) - lag; } });
        }"""
    )
    at(page, 3300)
    near(heard(page), [[3000, "work"]])
    first, *_, last = page.evaluate("notes.filter((note) => note.hz < 800).map((note) => note.time)")
    assert 0.2 < first - last < 0.4


def test_a_long_pause_lets_the_device_go_and_the_next_tap_takes_it_back(page):
    page.evaluate("follow([])")
    on(page, "signals.state === 'on' && contexts[0].currentTime > 0")
    page.evaluate("signals.stop()")
    assert page.evaluate("contexts[0].state") == "running", "the last sound may end"
    page.clock.run_for(9000)
    assert page.evaluate("contexts[0].state") == "running"
    page.clock.run_for(1500)
    assert page.evaluate("contexts[0].state") == "suspended"
    page.evaluate("signals.unlock()")
    assert page.evaluate("contexts[0].state") == "running"


def test_volume_is_the_square_of_the_gain(page):
    page.evaluate(
        """() => {
          gains = [];
          const Real = GainNode;
          GainNode = class extends Real { constructor(...given) { super(...given); gains.push(this.gain); } };
        }"""
    )
    page.evaluate("follow([], { volume: 0.5 })")
    assert page.evaluate("gains[0].value") == 0.25
    page.evaluate("signals.set({ volume: 7 })")
    assert page.evaluate("gains[0].value") == 1
    page.evaluate("signals.set({ volume: 0 })")
    assert page.evaluate("signals.state") == "off"
