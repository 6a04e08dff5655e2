"""The timer in English with accents: nothing that it says, shows or names in a whole run is fixed in code."""

import pytest

import fixed_words
from timer_driver import Timer

SKIPPED_THROUGH = """() => {
    const stage = document.querySelector(".timer-stage");
    const said = [];
    while (stage.dataset.mode === "running") {
        said.push(stage.outerHTML);
        stage.querySelector("[data-action=skip]").click();
    }
    return said.join("");
}"""
SPEAKS = """
window.spoken = [];
const voices = [{ lang: "en-XA", localService: true, default: true }];
const speak = (words) => { spoken.push(words.text); setTimeout(() => words.onend?.(), 100); };
Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => voices, speak, cancel: () => {} } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
localStorage.setItem("limber-timer-settings", JSON.stringify({ voice: true, tempo: "words" }));
"""


@pytest.fixture(scope="module")
def known(root):
    """What pages say that is no code's."""
    return fixed_words.of_site(root)


def test_nothing_that_a_run_says_is_fixed_in_code(new_page, longer_site, known):
    page = new_page(longer_site)
    timer = Timer.with_clock(page)
    page.add_init_script(SPEAKS)
    page.goto("timer/")
    page.locator("[data-free-timer]").wait_for()
    told = page.content()
    timer.open("?routine=foot-and-hip&from=toe-lifts")
    timer.press("settings")
    page.locator("dialog[open] [data-setting]").first.wait_for()
    told += page.content()
    page.keyboard.press("Escape")
    timer.press("main").press("main")
    told += page.content()
    timer.press("main").run(20)
    told += page.evaluate(SKIPPED_THROUGH)
    timer.stage.locator(".timer-end__ways > :visible").first.wait_for()
    told += page.content()
    timer.open("?work=150&rest=20&rounds=3").press("main").run(165)
    told += page.content()  # at rest
    timer.run(40)
    told += page.content() + "<br>".join(page.evaluate("spoken"))
    assert len(page.evaluate("spoken")) > 2
    assert fixed_words.fixed_words(told, known) == []
