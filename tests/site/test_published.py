"""The list of published addresses: how it grows, that nothing is lost from it, and what is said of a broken one."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from limber.dataset.ledger import HEAD, Ledger, read
from limber.dataset.load import load
from limber.dataset.problem import DatasetError
from site_build import build
from small_project import small_copy

ADDRESS = "https://coach.example/"


@pytest.fixture
def project(root, tmp_path):
    """A copy of the project that has published nothing yet."""
    return small_copy(root, tmp_path / "project")


@pytest.fixture
def dataset(project):
    """Its records."""
    return load(project / "data" / "exercises.yaml")


def ledger(project, *arguments):
    command = [sys.executable, "scripts/published.py", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=600)


def test_the_ledger_holds_all_that_the_site_publishes(root):
    check = ledger(root, "--check")
    assert check.returncode == 0, f"{check.stderr}Cure: .venv/bin/python scripts/published.py"


def test_ledger_begins_empty_and_grows_by_command_only(project, dataset, tmp_path):
    path = project / "data" / "published.txt"
    first = next(iter(dataset.exercises))
    said = build(project, tmp_path / "site", ADDRESS)
    assert said.returncode == 0
    cure = "Run: .venv/bin/python scripts/published.py, and commit data/published.txt."
    assert said.stderr == f"Note: data/published.txt lacks exercises/{first}/. {cure}\n"
    assert not path.exists(), "a build writes no promise"
    assert build(project, tmp_path / "preview", "http://127.0.0.1:8000/").stderr == "", "a preview is left in peace"
    lacking = ledger(project, "--check")
    assert lacking.returncode == 1
    assert lacking.stderr.startswith(f"data/published.txt lacks exercises/{first}/, ")
    assert ledger(project).returncode == 0
    lines = path.read_text("utf-8").removeprefix(HEAD).splitlines()
    assert lines == sorted(lines)
    assert set(lines) == {f"exercises/{each.id}/ {each.code}" for each in dataset.exercises.values()} | {
        f"routines/{each.id}/ {each.code}" for each in dataset.routines.values()
    }
    assert ledger(project, "--check").returncode == 0
    assert build(project, tmp_path / "again", ADDRESS).stderr == ""


def test_old_ids_are_promised_too_and_what_was_promised_stays(project, dataset):
    data, path = project / "data" / "exercises.yaml", project / "data" / "published.txt"
    first = next(iter(dataset.exercises))
    path.write_text(f"exercises/once/ zzzzz\nexercises/{first}/ -\n", "utf-8")
    text = data.read_text("utf-8")
    keys = f"    code: {dataset.exercises[first].code}\n    old_ids: [once, never]\n"
    data.write_text(text.replace(f"  {first}:\n", f"  {first}:\n{keys}", 1), "utf-8")
    assert ledger(project).returncode == 0
    lines = path.read_text("utf-8").splitlines()
    assert {"exercises/once/ zzzzz", "exercises/never/ -"} < set(lines)
    assert f"exercises/{first}/ {dataset.exercises[first].code}" in lines
    found = load(data, None, path).exercises[first]
    assert (found.old_ids, found.old_codes) == (("once", "never"), ("zzzzz",))


def test_lost_address_stops_the_build_and_the_check_in_the_same_words(project, tmp_path):
    path = project / "data" / "published.txt"
    assert ledger(project).returncode == 0
    path.write_text(path.read_text("utf-8") + "exercises/lost/ zzzzz\n", "utf-8")
    checked = subprocess.run(
        [sys.executable, "scripts/validate.py"], cwd=project, capture_output=True, text=True, timeout=600
    )
    tried = build(project, tmp_path / "site", ADDRESS)
    assert (checked.returncode, tried.returncode) == (1, 1)
    assert re.match(
        r'data/exercises.yaml:\d+:1: exercises: no exercise "lost", and its address is published.\n    Bring it back, ',
        checked.stderr,
    )
    assert checked.stderr == tried.stderr
    assert not (tmp_path / "site").exists()
    assert ledger(project).stderr == checked.stderr, "nor does the command forget it"
    assert "exercises/lost/ zzzzz" in path.read_text("utf-8")


BACK = "Bring the line back as it was in an earlier version."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< HEAD\n", f'1:1: "<<<<<<< HEAD" is not an address and a code.\n    {BACK}'),
        (
            "# yes\n\nexercises/a/ ab\nexercises/a b/ ab\n",
            f'4:1: "exercises/a b/ ab" is not an address and a code.\n    {BACK}',
        ),
        (
            "exercises/a/ ab\nexercises/a/ cd\n",
            '2:1: exercises/a/ has another code above, "ab".\n    Keep the line that was published first.',
        ),
    ],
)
def test_broken_ledger_is_told_with_its_line(text, said):
    with pytest.raises(DatasetError) as caught:
        read(text, "data/published.txt")
    assert str(caught.value) == f"data/published.txt:{said}\nNothing was built."


def test_ledger_reads_what_it_writes():
    one = Ledger({("routines", "b"): "", ("exercises", "a"): "ab"})
    assert read(one.text(), "") == one
    assert read(one.text().replace("\n", "\r\n"), "") == one
