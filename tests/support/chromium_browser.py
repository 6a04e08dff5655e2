"""Starts a Chromium without a window, which finds no host but this one."""

from __future__ import annotations

from playwright.sync_api import Browser, Playwright

from tools.benchmark.chromium import headless


def launched(playwright: Playwright, otherwise: str) -> Browser:
    """A running browser: Chromium's shell where it is installed, `otherwise` where it is not."""
    return playwright.chromium.launch(
        executable_path=headless() or otherwise,
        args=["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-gpu"],
    )
