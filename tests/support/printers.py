"""The browsers that print our pages for the tests, or the test is left out."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import print_with_firefox
from system_parts import needed

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}  # mm
ENGINES = ("chromium", "firefox", "webkit")

_WEBKIT = Path(__file__).with_name("print_with_webkit.py")
UNCAGED = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}


def print_all(engine, browser, jobs, margin=None, shown="html"):
    """Print each [address, paper, file]; `browser` is Chromium, which other engines need not.

    `margin` is the printer's, in mm, where it has another than usual; who heeds the page's own does not ask for it.
    `shown` selects what a script must have made first; WebKit prints what has been loaded.
    """
    if engine == "chromium":
        _chromium(browser, jobs, margin, shown)
    elif engine == "firefox":
        with tempfile.TemporaryDirectory() as profile:
            print_with_firefox.print_all(needed("firefox"), profile, jobs, margin, shown)
    else:
        python = needed("webkit")
        said = subprocess.run(
            ["xvfb-run", "-a", python, str(_WEBKIT)],
            input=json.dumps([margin, [[address, paper, str(file)] for address, paper, file in jobs]]),
            env={**os.environ, **UNCAGED},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert said.returncode == 0, said.stderr


def _chromium(browser, jobs, margin, shown):
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    edges = None if margin is None else dict.fromkeys(("top", "right", "bottom", "left"), f"{margin}mm")
    for address, paper, file in jobs:
        if page.url != address:
            page.goto("about:blank")
            page.goto(address)
            page.locator(shown).first.wait_for()
        page.pdf(path=file, format=paper, prefer_css_page_size=True, margin=edges)
    context.close()
