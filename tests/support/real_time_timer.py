"""Drives a timer in real time, in a Chromium that hides and ends pages as a visitor's does."""

import json

from sound_recorder import RECORDER
from system_parts import needed
from tools.benchmark.chromium import Chromium

BEFORE = f"""{RECORDER}
  window.taps = [];
  addEventListener("click", () => {{ taps.push(worn()); window.zero = taps[0]; }}, true);
  window.turns = [];      // each time that the page was hidden or seen again
  document.addEventListener("visibilitychange", () => turns.push(document.visibilityState));
  window.slept = 0;       // milliseconds by which a timer of the page came late at the most
  const doze = (from) => setTimeout(() => {{
    slept = Math.max(slept, performance.now() - from - 250);
    doze(performance.now());
  }}, 250);
  doze(performance.now());
"""

PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"

STAGE = "document.querySelector('interval-timer .timer-stage:not([hidden])')"

SHOWN = f"""(() => {{
  const stage = {STAGE};
  const seen = (element) => element?.checkVisibility() ?? false;
  const part = (name) => {{
    const found = stage.querySelector(`[data-part=${{name}}]`);
    return seen(found) ? found.innerText.trim() : "";
  }};
  const buttons = [...stage.querySelectorAll("button")].filter(seen);
  return {{
    mode: stage.dataset.mode, opened: performance.timeOrigin, now: Date.now(), taps,
    ...Object.fromEntries(["phase_word", "clock", "main", "away"].map((name) => [name, part(name)])),
    notes: [...stage.querySelectorAll("[data-part=notes] > li")].map((each) => each.innerText),
    buttons: buttons.map((each) => [each.innerText.trim(), each.offsetWidth * each.offsetHeight]),
    visibility: document.visibilityState, turns, slept,
  }};
}})()"""


def visible_chromium(profile: str = "") -> Chromium:
    """A Chromium with a window, which alone hides pages as a visitor's does."""
    needed("chromium")
    needed("screen")
    return Chromium(profile)


class RealTimeTimer:
    """A tab with the timer's page, its ears open from the beginning."""

    def __init__(self, browser: Chromium, address: str) -> None:
        self.browser = browser
        self.tab = browser.tab("about:blank")
        self.tab.call("Page.enable")
        self.tab.call("Page.addScriptToEvaluateOnNewDocument", source=BEFORE)
        self.tab.call("Page.navigate", url=address)
        self.until(f"{STAGE} && document.readyState === 'complete'")
        self.tab.evaluate(PAINTED)  # before that, what a mouse does is dropped

    def tap(self, action):
        """Press a button with a mouse, by the name of its action."""
        button = f"document.querySelector('.timer-stage [data-action={action}]').getBoundingClientRect()"
        x, y = self.tab.evaluate(f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({button})")
        for kind in ("mousePressed", "mouseReleased"):
            self.tab.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        assert self.shown["taps"], "the first one was noticed"
        return self

    def until(self, condition):
        """Wait for a condition."""
        self.tab.until(condition, 30)
        return self

    def front(self):
        """Be seen again."""
        self.tab.call("Page.bringToFront")
        return self.until("document.visibilityState === 'visible'")

    @property
    def shown(self):
        """What is seen, all of one moment."""
        return self.tab.evaluate(SHOWN)

    def heard(self, modules):
        """The signals given to the device and not taken back: [name, seconds from the first tap]."""
        tones = f"import({json.dumps(modules + 'tones.js')}).then(({{ TONES }}) => (window.tones = TONES))"
        return self.tab.evaluate(f"{tones}.then(() => heard().map(([name, at]) => [name, at / 1000]))")
