"""Two tabs of one browser: one runs at a time, and the other neither sounds nor writes over what is kept."""

import pytest
from playwright.sync_api import expect

from timer_driver import Timer

TAKEN = "The timer went on in another tab."


@pytest.fixture
def first(new_page):
    """A tab in which the routine runs."""
    return Timer.with_clock(new_page()).open().press("main").run(20.5)


def _second(first):
    """Another tab of the same browser, with the same clock."""
    return Timer(first.page.context.new_page())


def _says_resume(timer):
    expect(timer.stage.locator("[data-part=main]")).to_have_text("Resume")


def test_tab_that_resumes_takes_over_gives_its_turn_back_and_waits_for_none_that_is_closed(first):
    other = _second(first).open()
    assert (other.main, other.shown) == ("Resume", first.shown)
    other.press("main")
    _says_resume(first)
    assert first.notes[-1] == TAKEN
    assert other.main == "Pause"
    assert other.run(2).shown.clock == "18"
    assert first.shown == ("Paused", "Toe lifts and spreads", "Right foot", "20")
    first.press("main")
    _says_resume(other)
    assert (first.main, first.notes) == ("Pause", [])
    assert other.notes[-1] == TAKEN
    first.page.close()
    left = int(other.shown.clock)
    assert (other.press("main").main, other.run(2).shown.clock) == ("Pause", str(left - 2))


def test_tab_that_lost_its_turn_leaves_what_is_kept_alone(first):
    other = _second(first).open("?routine=foot-and-hip-short").press("main").run(30)
    _says_resume(first)
    first.page.close()
    assert other.stored()["address"] == "?routine=foot-and-hip-short"


def test_tab_that_nobody_touched_writes_nothing(first):
    other = _second(first).open()
    first.press("main")
    assert first.main == "Resume"
    other.run(10)
    assert other.shown.phase == "Work"
    other.page.goto("about:blank")
    assert first.stored()["state"]["paused_at"] is not None
