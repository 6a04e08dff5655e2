"""A browser that is killed as a phone kills it, and opened again: the session is there, at the right second."""

import re
import time
from math import ceil

import pytest

from real_time_timer import STAGE, RealTimeTimer, visible_chromium

WORK, REST = 6, 60


@pytest.fixture
def opened(site, tmp_path):
    """Opens a browser of one visitor, and in it the same timer."""

    def open_browser():
        return visible_chromium(str(tmp_path / "profile"))

    def open_timer(browser):
        return RealTimeTimer(browser, f"{site.base_url}timer/?work={WORK}&rest={REST}&rounds=2")

    return open_browser, open_timer


def test_killed_in_the_middle_it_comes_back_at_the_right_second_and_killed_while_paused_it_waits(opened):
    open_browser, open_timer = opened
    with open_browser() as browser:
        timer = open_timer(browser).tap("main").until(f"{STAGE}.dataset.mode === 'running'")
        timer.tap("skip").until(f"{STAGE}.querySelector('[data-part=phase_word]').innerText !== 'Get ready'")
        time.sleep(1)  # less than it takes localStorage to reach the disk
        last = timer.shown
        ends = last["taps"][-1] + (WORK + REST) * 1000
        assert last["phase_word"] == "Work"
        browser.kill()
        killed = time.time() * 1000
    time.sleep(6)
    with open_browser() as browser:
        timer = open_timer(browser)
        shown = timer.shown
        assert shown["mode"] == "running"
        assert shown["phase_word"] == "Rest", "the work ended meanwhile"
        assert float(shown["clock"]) == pytest.approx(ceil((ends - shown["now"]) / 1000), abs=1)
        _one_way_on(shown)
        assert shown["notes"] == ["The timer goes on. Press Resume to hear it."]
        (seconds,) = re.fullmatch(r"You were away (\d+)\u202fs\. The timer went on\.", shown["away"]).groups()
        # It was seen last when it was kept last, five seconds before at the most.
        least, most = (shown["opened"] - killed) / 1000 - 1, (shown["now"] - last["now"]) / 1000 + 6
        assert least <= int(seconds) <= most

        timer.tap("main").until("contexts.at(-1)?.state === 'running'")
        shown = timer.shown
        assert (shown["main"], shown["phase_word"]) == ("Pause", "Rest")
        assert float(shown["clock"]) == pytest.approx(ceil((ends - shown["now"]) / 1000), abs=1), (
            "Resume costs no second"
        )

        paused = timer.tap("main").shown
        assert (paused["phase_word"], paused["main"]) == ("Paused", "Resume")
        assert 0 < float(paused["clock"]) <= REST
        time.sleep(1)
        browser.kill()
    time.sleep(2)
    with open_browser() as browser:
        shown = open_timer(browser).shown
        assert (shown["phase_word"], shown["clock"]) == ("Paused", paused["clock"])
        _one_way_on(shown)
        assert (shown["notes"], shown["away"]) == (["Paused where you left off."], "")


def _one_way_on(shown):
    """One button says Resume, and none is as large."""
    sizes = sorted((size, words) for words, size in shown["buttons"])
    assert [words for _, words in sizes].count("Resume") == 1
    assert sizes[-1][1] == shown["main"] == "Resume"
    assert sizes[-1][0] > sizes[-2][0]
