"""Asks a page about its service worker: whether it has cached the site or another build."""

from __future__ import annotations

import re

from playwright.sync_api import Page

_KEPT = """() => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("the device has not kept the site within a minute")), 60_000);
  const worker = navigator.serviceWorker;
  if (worker.controller?.state === "activated") done();
  worker.addEventListener("controllerchange", () => {
    const { controller } = worker;
    if (controller.state === "activated") done();
    controller.addEventListener("statechange", () => controller.state === "activated" && done());
  });
})"""
# Looks for another build, and says what became of it. A browser may have found it by itself, and have it by now. Where
# it is looking since before the build was there, the question is taken for that one: so it is asked again. So it is
# after some seconds, too: an answer may be minutes away, where the worker that was asked ends meanwhile.
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const end = performance.now() + 60_000;
  let answers = 0;
  do {
    const answer = registration.update().then(() => 1);
    answers += await Promise.race([answer, new Promise((go) => setTimeout(go, 5_000, 0))]);
  } while (!registration.installing && !registration.waiting && answers < 2 && performance.now() < end);
  const another = registration.installing ?? registration.waiting;
  if (!another && !answers) throw new Error("the browser did not look within a minute");
  const fresh = another ?? registration.active;
  return new Promise((done) => {
    const tell = () => ["activated", "redundant"].includes(fresh.state) && done(fresh.state);
    fresh.addEventListener("statechange", tell);
    tell();
  });
}"""


def kept(page: Page) -> None:
    """Waits until the device has the site."""
    page.evaluate(_KEPT)


def updated(page: Page) -> str:
    """Asks the host for another build: `activated` once the device has it, `redundant` where it was refused."""
    state: str = page.evaluate(UPDATED)
    return state


def builds(page: Page) -> list[str]:
    """The names under which the device keeps things."""
    names: list[str] = page.evaluate("caches.keys()")
    return names


def until(page: Page, question: str) -> None:
    """Waits until the answer is yes. `question` is a function; pages with a policy of their own take no other text."""
    pause = "await new Promise((go) => setTimeout(go, 20))"  # without it the question itself keeps the device busy
    waiting = f"while (!(await ask()) && performance.now() < end) {pause}; return await ask();"
    assert page.evaluate(f"async () => {{ const [ask, end] = [{question}, performance.now() + 60_000]; {waiting} }}")


def unregistered(page: Page) -> None:
    """Waits until no worker is there, and has the browser look what the host has until then."""
    registered = "await navigator.serviceWorker.getRegistration()"
    # An answer may be five minutes away, once the worker that was asked ends meanwhile: so it is asked again.
    asked = f"({registered})?.update().catch(() => null), new Promise((go) => setTimeout(go, 1000))"
    until(page, f"async () => {{ await Promise.race([{asked}]); return !({registered}); }}")


def timer_runs(page: Page) -> None:
    """Starts the timer that is open, sees it count, and pauses it."""
    page.get_by_role("button", name=re.compile("^Start(,|$)")).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    clock = page.locator("[data-part=clock]")
    before = clock.inner_text()
    page.locator(f"[data-part=clock]:not(:text-is('{before}'))").wait_for()
    page.get_by_role("button", name="Pause", exact=True).click()
    page.get_by_role("button", name="Resume", exact=True).wait_for()
