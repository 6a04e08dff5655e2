"""Copies a built site into another build, in which one page says something else."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from limber.publish import offline
from site_build import Site

LATER = 4_000_000_000  # seconds: hosts know files by their dates, and two builds of a test may be of one second


def another_build(site: Site, root: Path, folder: Path, word: str) -> Path:
    """The site with "Safety, `word` build" at the top of a page, and a worker that knows of it."""
    shutil.copytree(site.folder, folder)
    page = folder / "safety" / "index.html"
    page.write_text(page.read_text("utf-8").replace("Safety and care</h1>", f"Safety, {word} build</h1>"), "utf-8")
    offline.write(folder, root / "overrides", site.asset(""), True)
    later = LATER + sum(word.encode())
    os.utime(folder / offline.KEEPER, (later, later))
    return folder
