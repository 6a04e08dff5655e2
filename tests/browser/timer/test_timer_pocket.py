"""The pocket mode in real time: a track is the clock, and the buttons of the locked screen are the timer's."""

import re
from math import ceil

import pytest
from playwright.sync_api import expect

from sound_recorder import until
from timer_driver import Timer

WATCH = """() => {
  window.locks = 0;
  window.oscillators = 0;
  window.actions = {};
  WakeLock.prototype.request = async () => { locks += 1; throw new DOMException("no", "NotAllowedError"); };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (time) { oscillators += 1; start.call(this, time); };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { window.track = this; return play.call(this); };
  MediaSession.prototype.setActionHandler = (name, act) => { actions[name] = act; };
}"""


@pytest.fixture
def timer(new_page):
    """A timer in pocket mode, begun, its first interval the work; the clock is the real one."""
    page = new_page()
    page.add_init_script(f"({WATCH})()")
    page.add_init_script(
        "localStorage.setItem('limber-timer-settings', JSON.stringify({pocket: true, prepare_seconds: 0}))"
    )
    page.goto("timer/?work=60&rest=30&rounds=2")
    page.wait_for_load_state("networkidle")
    timer = Timer(page).wait().press("main")
    until(page, "track.currentTime > 0.2")
    return timer


def _left(timer):
    return int(timer.part("clock"))


def test_track_is_the_clock(timer):
    timer.page.evaluate("track.playbackRate = 4")
    until(timer.page, "track.currentTime > 12")
    timer.page.evaluate("track.playbackRate = 0")  # by the device's clock a quarter of that has passed
    left = 60 - timer.page.evaluate("track.currentTime")
    expect(timer.stage.locator("[data-part=clock]")).to_have_text(re.compile(f"^{ceil(left)}$|^{ceil(left) + 1}$"))
    assert timer.page.evaluate("locks") == 0, "the screen may be locked"
    assert timer.page.evaluate("oscillators") == 0, "no signal sounds twice"


def test_buttons_of_the_locked_screen_and_all_else_that_stops_the_track(timer):
    """Where pocket mode is left, the page sounds by itself."""
    page = timer.page
    page.evaluate("actions.nexttrack()")
    expect(timer.stage.locator("[data-part=phase_word]")).to_have_text("Rest")
    until(page, "!track.paused && track.currentTime < 5")
    page.evaluate("actions.previoustrack()")
    expect(timer.stage.locator("[data-part=phase_word]")).to_have_text("Work")
    page.evaluate("actions.pause()")
    assert (timer.main, page.evaluate("track.paused")) == ("Resume", True)
    page.evaluate("actions.pause()")
    assert timer.main == "Resume"
    page.evaluate("actions.play()")
    until(page, "!track.paused")
    assert timer.main == "Pause"
    page.evaluate("actions.play()")
    assert timer.main == "Pause"
    _pauses_where_nobody_asked_for_it(timer)
    _stops_where_the_page_is_left(timer)
    timer.set("pocket", False)
    until(page, "locks > 0 && !track.src")
    timer.press("skip")
    until(page, "oscillators > 0")


def _pauses_where_nobody_asked_for_it(timer):
    """Such as for a call."""
    timer.page.evaluate("track.pause()")
    expect(timer.stage.locator("[data-part=main]")).to_have_text("Resume")
    before = _left(timer)
    until(timer.page, f"performance.now() > {timer.page.evaluate('performance.now()')} + 1500")
    assert _left(timer) == before
    timer.press("main")
    until(timer.page, "!track.paused && track.currentTime > 1.2")
    assert _left(timer) < before


def _stops_where_the_page_is_left(timer):
    timer.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert timer.page.evaluate("track.paused && !track.src")
    timer.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert timer.main == "Resume"
    timer.press("main")
    until(timer.page, "!track.paused && track.currentTime > 0.2")


def test_track_ends_where_something_waits_for_done(timer):
    page = timer.page
    page.goto("timer/?exercise=pelvic-list")
    page.wait_for_load_state("networkidle")
    timer.wait().set("paced", False).press("main")
    assert timer.main == "Done"
    until(page, "track.ended")
    assert timer.main == "Done"
    timer.press("main")
    until(page, "!track.paused && track.duration > 5")
    assert timer.part("phase_word") == "Change sides"


def test_signals_that_are_not_wanted_are_not_in_the_track(timer):
    page = timer.page
    page.evaluate(
        """() => {
          const make = URL.createObjectURL;
          URL.createObjectURL = (blob) => { window.made = blob; return make(blob); };
        }"""
    )
    sound = """async () => {
      const samples = new Int16Array((await made.arrayBuffer()).slice(44));
      return samples.subarray(28 * 8000, 32 * 8000).some((height) => height !== 0);
    }"""
    timer.press("back")
    assert page.evaluate(sound), "half of the 60 s of work are over"
    timer.set("half_time", False).press("back")
    assert not page.evaluate(sound)
