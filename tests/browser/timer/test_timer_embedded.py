"""Timers within a reading page, two on one: each leads through its routine, one at a time."""

from functools import cache

import pytest
from playwright.sync_api import expect

from timer_driver import Timer

MONDAY = "interval-timer:not([data-level=goal])"
THURSDAY = "interval-timer[data-level=goal]"


@pytest.fixture(scope="module")
def with_clock():
    """The first timer of a page whose clock stands still from now on, which is told to a page once."""
    return cache(lambda page: Timer.with_clock(page, MONDAY))


@pytest.fixture
def timers(own_pages_site, page_of, with_clock):
    """Both timers of that page, on a clock that stands still."""
    page = page_of(own_pages_site)
    monday = with_clock(page)
    thursday = Timer(page, THURSDAY)
    page.goto("weeks/week/")
    yield monday.wait(), thursday.wait()
    monday.forget()


def test_both_lead_through_their_routines_one_at_a_time(timers):
    monday, thursday = timers
    assert (monday.mode, thursday.mode) == ("ready", "ready")
    expect(monday.page.locator("[data-fallback]:visible")).to_have_count(0)
    monday.press("main").run(10.05)
    assert monday.shown == ("Work", "Toe lifts and spreads", "Right foot", "30")
    assert thursday.mode == "ready"
    thursday.press("main").run(10.05)
    assert thursday.shown == ("Work", "Toe lifts and spreads", "Right foot", "60")
    assert (monday.shown.phase, monday.shown.clock, monday.main) == ("Paused", "30", "Resume")
    monday.press("main")
    assert (monday.main, thursday.main) == ("Pause", "Resume")


def test_keys_go_to_the_one_that_has_the_focus_or_ran_last(timers):
    monday, thursday = timers
    page = monday.page
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(" ")
    assert (monday.mode, thursday.mode) == ("ready", "ready"), "the page has keys of its own"
    thursday.press("main")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    assert (monday.mode, thursday.shown.phase) == ("ready", "Work")
    page.keyboard.press(" ")
    assert thursday.main == "Resume"
    monday.stage.locator("[data-action=main]").focus()
    page.keyboard.press(" ")
    assert (monday.main, thursday.main) == ("Pause", "Resume")
    page.keyboard.press("ArrowRight")
    assert (monday.shown.phase, thursday.main) == ("Work", "Resume")


def test_reload_goes_on_and_the_timers_own_page_takes_it_up(timers, own_pages_site):
    monday, thursday = timers
    monday.press("main").run(20.5).reload()
    assert (monday.shown.clock, monday.main) == ("20", "Resume")
    assert thursday.mode == "ready"
    expect(thursday.stage.get_by_role("link", name="Resume Foot and hip", exact=True)).to_be_visible()
    thursday.stage.get_by_role("link", name="Resume Foot and hip", exact=True).click()
    own = Timer(monday.page).wait()
    assert own.page.url == f"{own_pages_site.base_url}timer/?routine=foot-and-hip"
    assert own.shown == ("Work", "Toe lifts and spreads", "Right foot", "20")


def test_timer_that_is_taken_out_of_the_page_gives_everything_back(timers):
    monday, _ = timers
    monday.page.evaluate(
        """() => {
          window.held = [];
          const request = WakeLock.prototype.request;
          WakeLock.prototype.request = async function () {
            const lock = await request.call(this, "screen");
            held.push(lock);
            return lock;
          };
          const Own = AudioContext;
          window.contexts = [];
          window.AudioContext = class extends Own { constructor(given) { super(given); contexts.push(this); } };
          const terminate = Worker.prototype.terminate;
          window.ended = 0;
          Worker.prototype.terminate = function () { ended += 1; terminate.call(this); };
        }"""
    )
    monday.press("main").run(10.05)
    taken_out = (
        "const timer = document.querySelector('interval-timer'); window.place = timer.parentNode; timer.remove();"
    )
    monday.page.evaluate(f"() => {{ {taken_out} window.timer = timer; }}")
    monday.page.wait_for_function("contexts.length && contexts.every((each) => each.state === 'closed')")
    assert monday.page.evaluate("held.every((each) => each.released)")
    assert monday.page.evaluate("ended") >= 1
    monday.page.evaluate("() => { place.append(timer); }")
    assert (monday.wait().shown.clock, monday.main) == ("30", "Resume")
    assert monday.press("main").run(5).shown.clock == "25"


def test_page_that_is_left_gives_everything_back_and_comes_back(timers):
    """As the back-forward cache does it; pages under a test are never put there."""
    monday, _ = timers
    monday.press("main").run(20.5)
    monday.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    monday.sleep(25)
    monday.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert monday.shown[:3] == ("Work", "Toe lifts and spreads", "Left foot")
    assert (monday.main, monday.part("away")) == ("Resume", "You were away 25\u202fs. The timer went on.")
    assert monday.press("main").run(1).main == "Pause"
