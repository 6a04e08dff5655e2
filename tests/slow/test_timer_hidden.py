"""What only a Chromium with a window does: it slows down a tab that is hidden, and keeps the screen on.

A tab that is hidden for 40 seconds loses no signal, and its time is right.
"""

import json
import time
from math import ceil

import pytest

from real_time_timer import RealTimeTimer, visible_chromium
from sound_recorder import PAGE

# With a silence of 17 seconds: a page that is heard is not slowed down, and one that is not after ten.
WORK, REST = 5, 20
AWAY = 42


@pytest.fixture(scope="module")
def browser():
    """One for both, as it takes seconds to start."""
    with visible_chromium() as browser:
        yield browser


def _expected():
    """What is to be heard until the second rest, and when, in seconds from the tap."""
    begins = 10
    yield from (("countdown", begins - left) for left in (3, 2, 1))
    for kind, length in (("work", WORK), ("rest", REST), ("work", WORK)):
        yield kind, begins
        begins += length
        yield from (("countdown", begins - left) for left in (3, 2, 1))
    yield "rest", begins


def test_hidden_for_40_seconds_every_signal_is_given_once_and_the_second_is_right(browser, site, modules):
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


def test_screen_is_kept_on_where_that_is_asked(browser, site, modules):
    """Its shell has no screen to keep on."""
    tab = browser.tab("about:blank")
    tab.call("Page.navigate", url=f"{site.base_url}{PAGE}")
    tab.until("document.readyState === 'complete' && location.pathname !== 'blank'", 30)
    granted = tab.evaluate(
        f"""(async () => {{
          const {{ ScreenLock }} = await import({json.dumps(modules + "wake-lock.js")});
          const lock = new ScreenLock(), told = [];
          lock.onChange((message) => told.push(message));
          await lock.request();
          const held = lock.held;
          lock.release();
          return [held, told, lock.held];
        }})()"""
    )
    assert granted == [True, [], False]
