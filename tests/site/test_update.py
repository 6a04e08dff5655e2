"""scripts/update: a newer Limber comes into a coach's site, whose data, words and addresses stay as they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from once import Once
from site_build import copy

OWN = "exercises/rise-on-tiptoe/ rt\nroutines/first-routine/ fr\nroutines/lost/ lo\n"
KIM = {
    "GIT_AUTHOR_NAME": "Kim",
    "GIT_AUTHOR_EMAIL": "kim@example.org",
    "GIT_COMMITTER_NAME": "Kim",
    "GIT_COMMITTER_EMAIL": "kim@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
"""What git is told of who commits, and that nothing else is set on this machine."""
WORDS = "\n\nThis page is mine.\n"


def git(folder: Path, *words: str) -> str:
    said = subprocess.run(["git", *words], cwd=folder, env={**os.environ, **KIM}, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    return said.stdout


def commit(folder: Path, what: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", what)


def run(site: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"starter.{program}", *words],
        cwd=site,
        env={**os.environ, **KIM, "PYTHONPATH": str(site / "scripts")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


LOST = """
retired:
  routines/lost: {name: Lost, date: "2026-11-01", reason: It hurt.}
"""


@pytest.fixture(scope="session")
def begun(root: Path, once: Once) -> Path:
    """A repository of Limber, whose scripts/install brings nothing, and a coach's clone of it: with an own name, own
    data, a page with own words, and published addresses.
    """

    def make(folder: Path) -> None:
        limber = copy(root, folder / "limber")
        (limber / "scripts" / "install").write_text("#!/bin/sh -e\n# Installs nothing.\n", "utf-8")
        (limber / "content" / "exercises" / "shoes.md").write_text("# Shoes\n", "utf-8")
        git(limber, "init", "-q", "-b", "main")
        commit(limber, "Limber")
        git(limber, "gc", "-q")  # one file is copied sooner than a thousand
        site = folder / "site"
        git(folder, "clone", "-q", str(limber), str(site))
        (site / ".venv").symlink_to(root / ".venv")
        assert run(site, "new", "--name", "Kim's knees", "--yes").returncode == 0
        with (site / "data" / "published.txt").open("a", encoding="utf-8") as ledger:
            ledger.write(OWN)
        edit(site / "data" / "exercises.yaml", "\nroutines:", LOST + "\nroutines:")
        edit(site / "content" / "safety.md", "\n# ", f"{WORDS}\n# ")
        (site / "content" / "exercises" / "shoes.md").unlink()
        commit(site, "Kim's knees")

    return once("begun", make)


@pytest.fixture
def limber(begun: Path, tmp_path: Path) -> Path:
    """That repository of Limber."""
    return Path(shutil.copytree(begun / "limber", tmp_path / "limber", symlinks=True))


@pytest.fixture
def site(begun: Path, limber: Path, tmp_path: Path) -> Path:
    """The coach's clone of it."""
    made = Path(shutil.copytree(begun / "site", tmp_path / "site", symlinks=True))
    git(made, "remote", "set-url", "origin", str(limber))
    return made


def newer(limber: Path) -> None:
    """A newer Limber: with another code, other records, addresses and words, a page more and a file less."""
    edit(limber / "scripts" / "limber" / "wording.py", '"""', '"""Newer. ')
    edit(limber / "data" / "exercises.yaml", "name: Calf stretch", "name: Stretch of the calf")
    edit(limber / "data" / "site.yaml", "Mobility and strength", "Strength and mobility")
    with (limber / "data" / "published.txt").open("a", encoding="utf-8") as ledger:
        ledger.write("exercises/new-one/ no\n")
    edit(limber / "data" / "exercises.schema.json", "{", "{ ")
    edit(limber / "content" / "safety.md", "\n# ", "\n\nNewer words.\n\n# ")
    edit(limber / "content" / "equipment.md", "\n# ", "\n\nNewer words.\n\n# ")
    edit(limber / "content" / "index.md", "\n# ", "\n\nNewer words.\n\n# ")
    edit(limber / "CHANGELOG.md", "### Added\n\n", "### Added\n\n- You can now\n  fly.\n")
    (limber / "HOSTING.md").unlink()
    (limber / "content" / "exercises" / "shoes.md").write_text("# Other shoes\n", "utf-8")
    (limber / "data" / "more.yaml").write_text("exercises: {}\n", "utf-8")
    commit(limber, "Newer")


def coachs(site: Path) -> dict[str, bytes]:
    paths = ["content/safety.md", "content/index.md", "data/exercises.yaml", "data/site.yaml", "data/published.txt"]
    return {path: (site / path).read_bytes() for path in paths}


def test_update_brings_code_and_leaves_what_is_the_coachs(limber: Path, site: Path, tmp_path: Path) -> None:
    """Once all is committed; and it knows Limber from a site that was made of it."""
    mine = coachs(site)
    newer(limber)
    edit(site / "content" / "safety.md", "mine", "ours")
    said = run(site, "update")
    assert said.returncode == 1 and "Not committed yet: content/safety.md." in said.stderr
    assert "HOSTING.md" in git(site, "ls-files"), "nothing is done"
    git(site, "checkout", "-q", "content/safety.md")
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(site), str(other))
    said = run(other, "update")
    assert said.returncode == 1 and "is not Limber, but a site made of it" in said.stderr
    said = run(site, "update")
    assert said.returncode == 0, said.stderr + said.stdout
    assert coachs(site) == mine
    for path in ("data/mark.svg", "data/more.yaml", "content/exercises/shoes.md"):
        assert not (site / path).exists(), path
    for path in ("scripts/limber/wording.py", "data/exercises.schema.json", "content/equipment.md", "CHANGELOG.md"):
        assert (site / path).read_bytes() == (limber / path).read_bytes(), path
    assert not (site / "HOSTING.md").exists()
    assert git(site, "status", "--porcelain") == ""
    assert "- You can now fly." in said.stdout
    assert "content/safety.md is as you wrote it." in said.stdout and "content/equipment.md" not in said.stdout
    assert "1 exercise, 1 routine, no problem" in said.stdout
    assert git(site, "log", "-1", "--format=%s").startswith("Update Limber to ")
    again = run(site, "update")
    assert again.returncode == 1 and "Limber has nothing newer" in again.stderr
    newer_still = limber / "scripts" / "limber" / "wording.py"
    edit(newer_still, '"""Newer. ', '"""Newest. ')
    commit(limber, "Newest")
    assert run(site, "update").returncode == 0, "where Limber is stays known"
    assert newer_still.read_bytes() == (site / "scripts" / "limber" / "wording.py").read_bytes()
    assert coachs(site) == mine


def test_file_that_both_changed_is_named_and_the_way_back_leads_back(limber: Path, site: Path) -> None:
    edit(site / "scripts" / "limber" / "wording.py", '"""', '"""Mine. ')
    commit(site, "My words")
    before = git(site, "rev-parse", "HEAD"), coachs(site)
    newer(limber)
    said = run(site, "update")
    assert said.returncode == 1
    assert "You have changed what Limber changed, too: scripts/limber/wording.py." in said.stderr
    assert "git merge --abort" in said.stderr
    assert "An update was begun and not ended." in run(site, "update").stderr
    git(site, "merge", "--abort")
    assert (git(site, "rev-parse", "HEAD"), coachs(site)) == before
    assert git(site, "status", "--porcelain") == ""
    run(site, "update")
    git(site, "checkout", "-q", "--theirs", "scripts/limber/wording.py")
    commit(site, "Update by hand")
    assert coachs(site) == before[1]
    assert (site / "scripts" / "limber" / "wording.py").read_bytes() == (
        limber / "scripts" / "limber" / "wording.py"
    ).read_bytes()


def test_data_that_the_newer_limber_refuses_are_not_committed(limber: Path, site: Path) -> None:
    schema = limber / "data" / "exercises.schema.json"
    schema.write_text(schema.read_text("utf-8").replace('"summary"', '"summary_of_it"'), "utf-8")
    edit(limber / "CHANGELOG.md", "### Added\n\n", "### Added\n\n- A summary has another name.\n")
    commit(limber, "Newer")
    before = git(site, "rev-parse", "HEAD")
    said = run(site, "update")
    assert said.returncode == 1
    assert "data/exercises.yaml:" in said.stderr and "is here and not committed yet" in said.stderr
    assert git(site, "rev-parse", "HEAD") == before
    git(site, "merge", "--abort")
    assert git(site, "status", "--porcelain") == ""


def test_copy_that_was_unpacked_is_joined_to_the_version_that_it_came_from(limber: Path, site: Path) -> None:
    mine = coachs(site)
    newer(limber)
    shutil.rmtree(site / ".git")
    assert "git init" in run(site, "update", str(limber)).stderr
    git(site, "init", "-q")
    commit(site, "My site")
    assert "Say where Limber is" in run(site, "update").stderr
    said = run(site, "update", str(limber))
    assert said.returncode == 0, said.stderr + said.stdout
    assert "of Limber's own files 0 differ" in said.stdout
    assert coachs(site) == mine
    assert not (site / "HOSTING.md").exists()
    assert git(site, "status", "--porcelain") == ""
