"""The timer in English with accents: nothing that it says, shows or names in a whole run is fixed in code."""

import pytest

from in_brackets import TOLD, data_texts, fixed_words
from timer_driver import Timer

SKIPPED_THROUGH = f"""() => {{
    const stage = document.querySelector(".timer-stage");
    const said = [];
    while (stage.dataset.mode === "running") {{
        said.push(...({TOLD})());
        stage.querySelector("[data-action=skip]").click();
    }}
    return [...new Set(said)];
}}"""
SPEAKS = """
window.spoken = [];
const voices = [{ lang: "en-XA", localService: true, default: true }];
const speak = (words) => { spoken.push(words.text); setTimeout(() => words.onend?.(), 100); };
Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => voices, speak, cancel: () => {} } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
localStorage.setItem("limber-timer-settings", JSON.stringify({ voice: true, tempo: "words" }));
"""


@pytest.fixture(scope="module")
def texts(longer_site):
    """What finds the texts of its data."""
    return data_texts(longer_site.folder)


def test_nothing_that_a_run_says_is_fixed_in_code(new_page, longer_site, texts):
    page = new_page(longer_site)
    timer = Timer.with_clock(page)
    page.add_init_script(SPEAKS)
    page.goto("timer/")
    page.locator("[data-free-timer]").wait_for()
    told = page.evaluate(TOLD)
    timer.open("?routine=foot-and-hip&from=toe-lifts")
    timer.press("settings")
    page.locator("dialog[open] [data-setting]").first.wait_for()
    told += page.evaluate(TOLD)
    page.keyboard.press("Escape")
    timer.press("main").press("main")
    told += page.evaluate(TOLD)
    timer.press("main").run(20)
    told += page.evaluate(SKIPPED_THROUGH)
    timer.stage.locator(".timer-end__ways > :visible").first.wait_for()
    told += page.evaluate(TOLD)
    timer.open("?work=150&rest=20&rounds=3").press("main").run(165)
    told += page.evaluate(TOLD)  # at rest
    timer.run(40)
    told += page.evaluate(TOLD) + page.evaluate("spoken")
    assert len(page.evaluate("spoken")) > 2
    assert fixed_words(told, texts, ["h"]) == []
