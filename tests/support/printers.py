"""Finds the browsers that print pages for the tests; leaves tests out where one is missing."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import print_with_firefox
from page_kinds import leave
from system_parts import needed

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}  # mm
ENGINES = ("chromium", "firefox", "webkit")

_WEBKIT = Path(__file__).with_name("print_with_webkit.py")
UNCAGED = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}


class Job(NamedTuple):
    """A page, the paper that it is printed on and the file that it is printed to.

    `margin` is the printer's, in mm, where it has another than usual; who heeds the page's own does not ask for it.
    """

    address: str
    paper: str
    file: Path
    margin: float | None = None


def print_all(engine, page, jobs, shown="html"):
    """Do each job; `page` is one of Chromium, which other engines need not.

    `shown` selects what a script must have made first; WebKit prints what has been loaded.
    """
    if engine == "chromium":
        _chromium(page, jobs, shown)
    elif engine == "firefox":
        with tempfile.TemporaryDirectory() as profile:
            print_with_firefox.print_all(needed("firefox"), profile, jobs, shown)
    else:
        python = needed("webkit")
        said = subprocess.run(
            ["xvfb-run", "-a", python, str(_WEBKIT)],
            input=json.dumps([job._replace(file=str(job.file)) for job in jobs]),
            env={**os.environ, **UNCAGED},
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert said.returncode == 0, said.stderr


def _chromium(page, jobs, shown):
    for address, paper, file, margin in jobs:
        if page.url != address:
            leave(page)
            page.goto(address)
            page.locator(shown).first.wait_for()
        edges = None if margin is None else dict.fromkeys(("top", "right", "bottom", "left"), f"{margin}mm")
        page.pdf(path=file, format=paper, prefer_css_page_size=True, margin=edges)
