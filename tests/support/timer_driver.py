"""Drives a timer in a page under a clock that only the test moves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, expect

from screen_lock import with_a_screen
from site_build import Site

NO_DOSE: dict[str, Any] = {
    **dict.fromkeys(("reps", "hold_seconds", "work_seconds", "switch_seconds", "or")),
    "sets": 1,
    "rest_seconds": 0,
    "rep_rest_seconds": 0,
    "tempo": "",
    "words": "as said",
}
"""A dose as the API has it, without its amount."""
BEGIN = 1_790_000_000  # seconds since 1970: a quiet morning in September 2026
PHONE: ViewportSize = {"width": 390, "height": 844}
FEW_FRAMES = """window.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 100);
window.cancelAnimationFrame = (asked) => clearTimeout(asked);"""
"""Ten frames a second: a figure that moves at sixty through a whole session would take most of a test."""
SOUND_CLOCK = """Object.defineProperty(BaseAudioContext.prototype, "currentTime", {
  get: () => performance.now() / 1000,
});"""
"""The clock of sound goes with the page's: one that seems to stand still while minutes pass would be built anew."""
STAGE = ".timer-stage:not([hidden])"
LATER = """Promise.all(["timer-devices", "timer-end", "settings-dialog"].map((name) =>
  import([...document.querySelectorAll("script[src*='/scripts/']")]
    .map(({ src }) => new URL(`../timer/${name}.js`, src).href)[0]).catch(() => null))).then(() => null)"""
STORED = """async (change) => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("limber-timer", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("sessions");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = database.transaction("sessions", "readwrite").objectStore("sessions");
  const path = new URL(document.querySelector("interval-timer").dataset.root, document.baseURI).pathname;
  if (change !== null) store.put(change, path);
  const kept = await new Promise((resolve) => (store.get(path).onsuccess = (event) => resolve(event.target.result)));
  database.close();
  return kept ?? null;
}"""
FORGOTTEN = """() => new Promise((done, fail) => {
  localStorage.clear();
  const gone = indexedDB.deleteDatabase("limber-timer");
  gone.onsuccess = () => done();
  gone.onerror = fail;
})"""
SKIP_UNTIL = """(stage, place) => {
    const at = stage.querySelector("[data-part=place]"), skip = stage.querySelector("[data-action=skip]");
    while (stage.dataset.mode === "running" && at.textContent !== place) skip.click();
}"""
UNSEEN = """() => {
    const field = document.querySelector(".timer-stage__field");
    const {bottom, right} = field.getBoundingClientRect();
    return [...field.querySelectorAll("[data-part]:not([data-part=cue], .timer-stage__figure *)")].filter((part) => {
        const box = part.getBoundingClientRect();
        // A font's box is higher than its digits.
        return box.width && part.dataset.part !== "clock" && (box.bottom > bottom + 0.5 || box.right > right + 0.5);
    }).map((part) => part.dataset.part);
}"""
"""The parts of a run that do not fit into its field."""


class Shown(NamedTuple):
    """What someone sees at a glance."""

    phase: str
    name: str
    side: str
    clock: str


class Timer:
    """A page with a timer in it; `within` narrows it down where there are several."""

    def __init__(self, page: Page, within: str = "interval-timer") -> None:
        self.page = page
        self.stage = page.locator(f"{within} {STAGE}")

    @classmethod
    def with_clock(cls, page: Page, within: str = "interval-timer") -> Timer:
        """The page's clock stands still from now on."""
        timer = cls(page, within)
        timer._begin()
        page.add_init_script(FEW_FRAMES)
        page.add_init_script(SOUND_CLOCK)
        return timer

    def _begin(self) -> None:
        self.page.clock.install(time=BEGIN - 1)
        self.page.clock.pause_at(BEGIN)

    def forget(self) -> Timer:
        """Leave the timer, with nothing kept of it and no answer of a test's own, and set the clock back."""
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        self.page.unroute_all()
        self.page.goto("assets/favicon.svg")  # of the same origin
        self.page.evaluate(FORGOTTEN)
        self._begin()
        return self

    def look_as_usual(self) -> Timer:
        """The screen of a phone, in light colours and with little motion."""
        if self.page.viewport_size != PHONE:
            self.page.set_viewport_size(PHONE)
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce", forced_colors="null", media="null")
        return self

    def open(self, query: str = "?routine=foot-and-hip") -> Timer:
        """Open the timer's page and wait until it has something to show."""
        self.page.goto(f"timer/{query}")
        return self.wait()

    def wait(self) -> Timer:
        """Wait until the script has taken over, and what a run and its end need has come after it."""
        expect(self.stage).to_be_visible()
        self.page.evaluate(LATER)
        return self

    def reload(self) -> Timer:
        """Reload the page, at the same moment."""
        self.page.reload()
        return self.wait()

    def sizes(self, *sizes: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Each of these sizes, while the screen has it."""
        for width, height in sizes:
            self.page.set_viewport_size({"width": width, "height": height})
            yield width, height

    def press(self, action: str) -> Timer:
        """Press a button by the name of its action."""
        self.stage.locator(f"[data-action={action}]:visible").first.click()
        return self

    def skip_until(self, place: str = "") -> Timer:
        """Skip until it says this place, such as "Step 5 of 7", or else to the end: all at one moment."""
        self.stage.evaluate(SKIP_UNTIL, place)
        return self

    def jump(self, step: int) -> Timer:
        """Go on with a step of the list, the first being 1: one gets ready for it."""
        self.press("list").stage.locator("dialog[open] [data-action=jump]").nth(step - 1).click()
        return self

    def run(self, seconds: float) -> Timer:
        """Let time pass, and everything in it happen."""
        self.page.clock.run_for(round(seconds * 1000))
        return self

    def sleep(self, seconds: float) -> Timer:
        """Let time pass while nothing runs, as when a lid is closed."""
        self.page.clock.fast_forward(round(seconds * 1000))
        return self

    def part(self, name: str) -> str:
        """What a part says, or nothing where it is not seen."""
        return self._parts(name)[0]

    @property
    def shown(self) -> Shown:
        """What someone sees at a glance."""
        return Shown(*self._parts("phase_word", "name", "side", "clock"))

    def _parts(self, *names: str) -> list[str]:
        """What each of these parts says, all at one moment."""
        said: list[str] = self.stage.evaluate_all(
            """([stage], names) => names.map((name) => {
              const part = stage?.querySelector(`[data-part=${name}]`);
              return part?.checkVisibility({ visibilityProperty: true }) ? part.innerText.trim() : "";
            })""",
            names,
        )
        return said

    @property
    def main(self) -> str:
        """What the main button says."""
        return self.part("main")

    @property
    def ways(self) -> list[str]:
        """What the ways on say when a run is over, in their order."""
        return self.stage.locator(".timer-end__ways > :visible").all_inner_texts()

    @property
    def mode(self) -> str:
        """ready, running, ended or problem."""
        return self.stage.get_attribute("data-mode") or ""

    @property
    def notes(self) -> list[str]:
        """The sentences about this device and this run."""
        return [each.inner_text() for each in self.stage.locator("[data-part=notes] > li").all()]

    @property
    def focus(self) -> str:
        """The action of the button that has the focus, or the name of what else has it."""
        return str(self.page.evaluate("document.activeElement.dataset.action ?? document.activeElement.tagName"))

    def stored(self) -> dict | None:
        """The session that the device keeps."""
        return self.page.evaluate(STORED)

    def store(self, value: object) -> None:
        """Put something else in its place."""
        self.page.evaluate(STORED, value)

    def set(self, name: str, value: object) -> Timer:
        """Change a setting in its dialog."""
        self.press("settings")
        control = self.stage.locator(f"dialog [data-setting={name}]")
        if isinstance(value, bool):
            control.set_checked(value)
        elif name in ("level", "tempo"):
            self.stage.locator(f"dialog [data-setting={name}][value={value}]").check()
        else:
            control.fill(str(value))
            control.press("Tab")
        return self.press("close")


@contextmanager
def faulty_pages(browser: Browser, site: Site) -> Iterator[Callable[..., Timer]]:
    """Opens pages where something fails on purpose, by a script for each page; ours must not break for all that."""
    contexts = []
    broken: list[str] = []

    def open_page(script: str = "") -> Timer:
        context = with_a_screen(
            browser.new_context(
                base_url=site.base_url,
                viewport=PHONE,
                reduced_motion="reduce",
                service_workers="block",  # else each page would keep the whole site
            )
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        timer = Timer.with_clock(page)
        page.add_init_script(script)
        return timer

    yield open_page
    for context in contexts:
        context.close()
    assert broken == []


def first_routine(site: Site) -> dict[str, Any]:
    """What the API says of the first routine, for tests to put other steps in."""
    found: dict[str, Any] = json.loads(
        (site.folder / "api" / "v1" / "routines" / "foot-and-hip.json").read_text("utf-8")
    )
    return found
