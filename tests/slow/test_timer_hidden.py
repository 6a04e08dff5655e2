"""A tab that is hidden for 40 seconds, in a Chromium that slows it down: no signal is lost, and the time is right."""

import time
from math import ceil

import pytest

from real_time_timer import RealTimeTimer, visible_chromium

# With a silence of 17 seconds: a page that is heard is not slowed down, and one that is not after ten.
WORK, REST = 5, 20
AWAY = 42


def _expected():
    """What is to be heard until the second rest, and when, in seconds from the tap."""
    begins = 10
    yield from (("countdown", begins - left) for left in (3, 2, 1))
    for kind, length in (("work", WORK), ("rest", REST), ("work", WORK)):
        yield kind, begins
        begins += length
        yield from (("countdown", begins - left) for left in (3, 2, 1))
    yield "rest", begins


def test_hidden_for_40_seconds_every_signal_is_given_once_and_the_second_is_right(site, modules):
    with visible_chromium() as browser:
        timer = RealTimeTimer(browser, f"{site.base_url}timer/?work={WORK}&rest={REST}&rounds=3").tap("main")
        assert timer.shown["phase_word"] == "Get ready"
        browser.tab("about:blank")  # in front of it
        assert timer.shown["visibility"] == "hidden"
        time.sleep(AWAY)  # without a question, which might wake it
        asleep = timer.shown
        shown = timer.front().shown
        heard = timer.heard(modules)

    assert (asleep["visibility"], shown["turns"]) == ("hidden", ["hidden", "visible"])
    assert asleep["slept"] > 700, "else the browser slowed nothing down, and this test could not fail"
    expected = list(_expected())
    assert [name for name, _ in heard] == [name for name, _ in expected]
    assert [at for _, at in heard] == pytest.approx([at for _, at in expected], abs=0.5)

    left = 10 + 2 * (WORK + REST) - (shown["now"] - shown["taps"][0]) / 1000
    assert shown["phase_word"] == "Rest"
    assert float(shown["clock"]) == pytest.approx(ceil(left), abs=1)
    assert (shown["mode"], shown["main"], shown["away"]) == ("running", "Pause", "")
