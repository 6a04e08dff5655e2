"""Replaces the wake lock of a headless Chromium, which has no screen to keep on."""

from __future__ import annotations

from playwright.sync_api import BrowserContext

from tools.benchmark.chromium import headless

_GRANTS = """if (window.WakeLock) WakeLock.prototype.request = async () => {
  const lock = Object.assign(new EventTarget(), { type: "screen", released: false });
  lock.release = async () => { lock.released = true; lock.dispatchEvent(new Event("release")); };
  return lock;
};"""


def with_a_screen(context: BrowserContext) -> BrowserContext:
    """The context, whose pages can keep the screen on as they can in the browser itself."""
    if headless():
        context.add_init_script(_GRANTS)
    return context
