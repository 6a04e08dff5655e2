"""The browsers that print our pages for the tests, each with the reason why it cannot; knows no page of ours."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import print_with_firefox

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}  # mm
ENGINES = ("chromium", "firefox", "webkit")

_WEBKIT = Path(__file__).with_name("print_with_webkit.py")
_PYTHON = "/usr/bin/python3"  # the one that Debian's packages are for
UNCAGED = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}


def missing(engine):
    """Why an engine cannot print here, or nothing."""
    if engine == "firefox" and not _firefox():
        return "Firefox is not installed. Cure: apt-get install firefox-esr"
    if engine == "webkit" and not _webkit():
        return "WebKitGTK is not installed. Cure: apt-get install gir1.2-webkit2-4.1 python3-gi xvfb xauth"
    return ""


def print_all(engine, browser, jobs, margin=None, shown="html"):
    """Print each [address, paper, file]; `browser` is Chromium, which other engines need not.

    `margin` is the printer's, in mm, where it has another than usual; who heeds the page's own does not ask for it.
    `shown` selects what a script must have made first; WebKit prints what has been loaded.
    """
    if engine == "chromium":
        _chromium(browser, jobs, margin, shown)
    elif engine == "firefox":
        with tempfile.TemporaryDirectory() as profile:
            print_with_firefox.print_all(_firefox(), profile, jobs, margin, shown)
    else:
        said = subprocess.run(
            ["xvfb-run", "-a", _PYTHON, str(_WEBKIT)],
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
        page.goto("about:blank")
        page.goto(address)
        page.locator(shown).first.wait_for()
        page.pdf(path=file, format=paper, prefer_css_page_size=True, margin=edges)
    context.close()


def _firefox():
    return shutil.which("firefox-esr") or shutil.which("firefox")


def _webkit():
    if sys.platform != "linux" or not shutil.which("xvfb-run") or not Path(_PYTHON).exists():
        return False
    return subprocess.run([_PYTHON, str(_WEBKIT), "--try"], capture_output=True).returncode == 0
