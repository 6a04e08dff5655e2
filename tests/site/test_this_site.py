"""What scripts/check says of a coach's own site: nothing of a sound one, and what to do where something is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import own_site
from site_build import CACHE, copy
from system_parts import needed

WITHIN = {"PYTHONPATH": f"scripts{os.pathsep}tests/support"}
TESTS = ("unit/test_words.py", "unit/dataset/test_full_sheets.py")
"""Of Limber: they read the data that it comes with, and its pages."""
USED = ("budgets.yaml", "conftest.py", "shipped", "support", "this_site", *TESTS)
"""What scripts/check and these tests read below tests/."""

OUT_OF_ORDER = f"""\
---
title: Shoes
template: paper.html
---

# Shoes <a href="../boots/">Boots</a> <button></button>

<section class="sheet cheat-sheet">{"<p>Tie them.</p>" * 99}</section>
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A site that a coach has begun, with Limber's tests."""
    needed("chromium")
    made = copy(root, tmp_path / "project")
    named = [sys.executable, "-m", "starter.new", "--name", "Knees", "--yes"]
    subprocess.run(named, cwd=made, env={**os.environ, "PYTHONPATH": "scripts"}, check=True, timeout=120)
    for name in USED:
        one, other = root / "tests" / name, made / "tests" / name
        other.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if one.is_dir() else shutil.copy)(one, other)
    for name in (".venv", "node_modules"):
        (made / name).symlink_to(root / name)
    (made / ".cache").mkdir()
    CACHE.mkdir(parents=True, exist_ok=True)
    (made / ".cache" / "build").symlink_to(CACHE)
    return made


def check(project: Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "tests/this_site/check.py"]
    surroundings = {**os.environ, **WITHIN}
    return subprocess.run(program, cwd=project, env=surroundings, capture_output=True, text=True, timeout=600)


def test_site_that_differs_in_all_is_sound_and_the_tests_of_limber_pass_beside_it(project: Path) -> None:
    own_site.write(project)
    said = check(project)
    assert (said.returncode, said.stderr) == (0, "")
    assert "no problem" in said.stdout
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{each}" for each in TESTS)]
    ran = subprocess.run(tests, cwd=project, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stdout
    assert "skipped" not in ran.stdout.splitlines()[-1]


def test_what_is_wrong_is_said_with_its_place_and_what_to_do(project: Path) -> None:
    """Also where there is no routine yet, which makes few pages to look at."""
    data = project / "data" / "exercises.yaml"
    data.write_text(data.read_text("utf-8").partition("\nroutines:")[0] + "\nroutines: {}\n", "utf-8")
    for file in (project / "content" / "index.md", project / "data" / "site.yaml"):
        kept = [line for line in file.read_text("utf-8").splitlines(keepends=True) if "first-routine" not in line]
        file.write_text("".join(kept), "utf-8")
    page = project / "content" / "exercises" / "notes" / "shoes.md"
    page.parent.mkdir()
    page.write_text(OUT_OF_ORDER, "utf-8")
    safety = project / "content" / "safety.md"
    safety.write_text(safety.read_text("utf-8").replace(" { #stop }", ""), "utf-8")
    budgets = project / "tests" / "budgets.yaml"
    budgets.write_text(budgets.read_text("utf-8").replace("bytes: 40960", "bytes: 9000"), "utf-8")
    said = check(project)
    assert said.returncode == 1
    assert "Note: / sends " in said.stdout, "a page that is heavy is no fault"
    faults = dict(zip(*[iter(said.stderr.splitlines())] * 2, strict=True))
    link = 'content/exercises/notes/shoes.md:6: the link to "../boots/" leads nowhere.'
    heading = "content/safety.md: links lead to stop in it, and no heading has that name."
    assert "Write an address" in faults.pop(link)
    assert faults.pop(heading).strip() == "Write behind a heading: { #stop }."
    for fault in ("not everyone can read or use this: button-name", "does not fit its paper: "):
        assert any(each.startswith(f"/exercises/notes/shoes/: {fault}") for each in faults), fault
    safety.write_text("# Safety\n\n[Lost](lost.md)\n", "utf-8")
    said = check(project)
    assert said.returncode == 1
    assert "lost.md" in said.stderr and "The site is not built." in said.stderr
