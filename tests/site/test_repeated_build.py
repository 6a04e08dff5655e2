"""A build is repeated in another folder, another place of the world and from files of another day: same bytes.

That of PDFs is in test_paper_pdf.py.
"""

from __future__ import annotations

import os
from pathlib import Path

from site_build import build, copy, files_of

ADDRESS = "https://coach.example/limber/"
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}


def built(root: Path, folder: Path, written: float, **surroundings: str) -> dict[str, bytes]:
    """What a build makes of a copy whose files were all `written` at one moment."""
    project = copy(root, folder / "project")
    if (root / "node_modules").exists():  # for scripts and styles in bundles
        (project / "node_modules").symlink_to((root / "node_modules").resolve())
    for path in (*project.rglob("*"), project):
        if "node_modules" not in path.parts:
            os.utime(path, (written, written))
    said = build(project, folder / "site", ADDRESS, **surroundings)
    assert said.returncode == 0, said.stderr
    return files_of(folder / "site")


def test_a_build_that_is_repeated_elsewhere_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    one = built(root, tmp_path / "one", 1_000_000_000, **HERE)
    other = built(root, tmp_path / "a longer name" / "other", 1_700_000_000, **THERE)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
