"""Starts a Chromium without a window, which finds no host but this one."""

from __future__ import annotations

from playwright.sync_api import Browser, Playwright

from tools.benchmark.chromium import headless

_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu",
    "--disable-site-isolation-trials",  # all pages come from one host, and a process more for each would take its time
)


def launched(playwright: Playwright, otherwise: str) -> Browser:
    """A running browser: Chromium's shell where it is installed, `otherwise` where it is not."""
    return playwright.chromium.launch(executable_path=headless() or otherwise, args=[*_ARGUMENTS])
