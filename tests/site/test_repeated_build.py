"""A build is repeated in another folder, another place of the world and from files of another day: same bytes.

That of PDFs is in test_paper_pdf.py.
"""

from __future__ import annotations

import os
from pathlib import Path

from site_build import Site, build, copy, files_of

THERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}
LONG_AGO = 1_000_000_000  # seconds: when all files were written


def test_a_build_that_is_repeated_elsewhere_gives_the_same_bytes(
    root: Path, subpath_site: Site, tmp_path: Path
) -> None:
    project = copy(root, tmp_path / "a longer name" / "project")
    if (root / "node_modules").exists():  # for scripts and styles in bundles
        (project / "node_modules").symlink_to((root / "node_modules").resolve())
    for path in (*project.rglob("*"), project):
        if "node_modules" not in path.parts:
            os.utime(path, (LONG_AGO, LONG_AGO))
    said = build(project, tmp_path / "site", subpath_site.address, **THERE)
    assert said.returncode == 0, said.stderr
    one, other = files_of(subpath_site.folder), files_of(tmp_path / "site")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
