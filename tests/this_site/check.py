"""Looks at this site, whatever its data: it is built, links lead somewhere, all can read it, and paper holds it.

scripts/check runs it once the data are sound. Each fault comes with what to do; what begins with "Note:" may stay.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import lost_links
from playwright.sync_api import sync_playwright
from seen_pages import Seen

from chromium_browser import launched
from limber.dataset import site_file
from limber.dataset.load import load
from limber.languages.catalogues import codes
from limber.model.nouns import Dataset
from limber.site import translated_pages
from site_build import Site, serving, surroundings
from tools.benchmark.chromium import executable, headless

PROJECT = Path(__file__).resolve().parents[2]
ADDRESS = "https://coach.example/"
CACHE = PROJECT / ".cache" / "build"
"""That of scripts/build, so that most of a second build is there already."""


def main() -> int:
    """Prints faults and notes; 0 where there is no fault."""
    address = os.environ.get("SITE_URL") or ADDRESS
    with tempfile.TemporaryDirectory() as folder:
        site_folder = Path(folder) / "site"
        is_built, said = _built(site_folder, address)
        faults = [line for line in said if not line.startswith(("INFO", "Note: "))]
        if faults or not is_built:
            print(*faults, "The site is not built. Mend what is said above.", sep="\n", file=sys.stderr)
            return 1
        with serving(site_folder, address) as site:
            notes = [line for line in said if line.startswith("Note: ") and "published.txt" not in line]
            return _said(site, [*notes, *_untranslated()])


def _built(folder: Path, address: str) -> tuple[bool, list[str]]:
    """Whether the site is built, with all warnings as faults as in scripts/build, and what is said of it."""
    fast = {"LINK_IMAGES": "no", "OFFLINE": "no", "BUNDLE": "if possible", "LIMBER_CACHE": str(CACHE)}
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=PROJECT,
        env={**surroundings(), **fast, "SITE_URL": address},
        capture_output=True,
        text=True,
        timeout=600,
    )
    return made.returncode == 0, [line for line in made.stderr.splitlines() if line.strip()]


def _untranslated() -> Sequence[str]:
    """Notes on pages that the site's other languages lack: it is built in its own alone."""
    languages = site_file.load(PROJECT / "data" / "site.yaml").languages
    return translated_pages.notes(PROJECT / "content", languages, codes(PROJECT / "overrides" / "languages"))


def _said(site: Site, notes: list[str]) -> int:
    dataset = load(PROJECT / "data" / "exercises.yaml", PROJECT / "content")
    faults = list(lost_links.faults(site, PROJECT))
    looked = "Left out, for want of Chromium: whether all can read the pages. scripts/system-packages installs it"
    if executable() or headless():
        seen = _seen(site, dataset)
        faults += seen.faults
        notes += seen.notes
        looked = f"{seen.pages} of them looked at with axe, {seen.sheets} laid out on paper"
    print(*notes, sep="\n", end="\n" if notes else "")
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    if not faults:
        print(f"This site: {len(site.pages)} pages, each link leads somewhere. {looked}: no problem.")
    return 1 if faults else 0


def _seen(site: Site, dataset: Dataset) -> Seen:
    with sync_playwright() as playwright:
        browser = launched(playwright, executable())
        try:
            return Seen(browser, site, dataset, PROJECT)
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(main())
