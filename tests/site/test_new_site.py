"""scripts/new: a copy of the project becomes a coach's own, with nothing of the first site, and nothing is lost."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from media_files import photo
from once import Once
from site_build import build, copy

ANSWERS = (
    "--name",
    'Knee & <b>"Co"',
    "--description",
    "{{ x }}: *all*",
    "--coach",
    "Kim Hale",
    "--email",
    "kim@example.org",
)
COLOURS = ("--brand", "#0b4f8a", "--accent", "#8a0b4f")
LEGS = "exercise,sets,reps,instructions,stop signs\nSquat,3,10,Bend your knees. Stand up.,Sharp pain.\nStep up,2,8,,\n"
FIRST = re.compile(r"foot-and-hip|calf-stretch|toe-lifts|ball-roll|supine|Scozzaro|\bLimber\b")


def run(project: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "starter.new", *flags],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "scripts")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def git(project: Path, *words: str) -> str:
    name = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *name, *words], cwd=project, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def limber(root: Path, once: Once) -> Path:
    """The project in git."""

    def make(folder: Path) -> None:
        made = copy(root, folder / "project")
        git(made, "init", "-q")
        git(made, "add", "-A")
        git(made, "commit", "-qm", "Limber")
        git(made, "gc", "-q")  # one file is copied sooner than a thousand

    return once("in git", make) / "project"


@pytest.fixture
def project(limber: Path, tmp_path: Path) -> Path:
    """A clone in which nothing has been changed."""
    return Path(shutil.copytree(limber, tmp_path / "project", symlinks=True))


def contents(project: Path) -> dict[str, bytes]:
    files = (path for folder in ("data", "content") for path in (project / folder).rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def test_new_site_builds_and_has_no_record_of_the_first(project: Path, tmp_path: Path) -> None:
    said = run(project, *ANSWERS, *COLOURS, "--yes")
    assert (said.returncode, said.stderr) == (0, "")
    valid = [sys.executable, "scripts/validate.py"]
    assert subprocess.run(valid, cwd=project, capture_output=True, timeout=120).returncode == 0
    built = build(project, tmp_path / "site", "https://coach.example/")
    assert built.returncode == 0, built.stderr
    assert [line for line in built.stderr.splitlines() if not line.startswith("Note: data/published.txt lacks ")] == []
    schemas = {"exercises.schema.json", "api.schema.json"}  # examples of the format
    texts = (
        file for file in (tmp_path / "site").rglob("*") if file.suffix in {".html", ".json", ".xml", ".svg", ".ics"}
    )
    assert [file for file in texts if file.name not in schemas and FIRST.search(file.read_text("utf-8"))] == []
    own = {path: text.decode() for path, text in contents(project).items() if not path.startswith("data/library/")}
    assert not [path for path, text in own.items() if FIRST.search(text) and "json-schema.org" not in text]
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Knee &#38; &#60;b&#62;" in home and "#0b4f8a" in (tmp_path / "site" / "assets" / "favicon.svg").read_text(
        "utf-8"
    )


def test_first_routine_may_stay_and_a_drawing_becomes_the_mark(project: Path, tmp_path: Path) -> None:
    drawing = tmp_path / "own.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>')
    before = contents(project)
    given = ("--starter", "foot-and-hip", "--mark", str(drawing))
    assert run(project, *ANSWERS, *given, "--yes").returncode == 0
    after = contents(project)
    assert after["data/mark.svg"] == drawing.read_bytes() and b'mark: "mark.svg"' in after["data/site.yaml"]
    assert {path for path in {*before, *after} if before.get(path) != after.get(path)} == {
        "data/site.yaml",
        "data/mark.svg",
        "data/published.txt",
        *(path for path in before if path.startswith("data/languages/")),
    }
    assert not any(b"\nsite:" in after[path] for path in after if path.startswith("data/languages/"))
    assert b'featured: "foot-and-hip"' in after["data/site.yaml"]


def test_what_is_committed_is_in_git_and_what_is_not_is_kept(project: Path) -> None:
    before = contents(project)
    told = run(project, *ANSWERS, "--yes").stdout
    assert not (project / "replaced").exists()
    made = contents(project)
    assert not [path for path in made if re.match(r"content/[a-z]{2}/", path)], "a site begins with one language"
    git(project, *re.search(r"is in git\. .*: git (checkout HEAD -- .*)", told)[1].split())
    assert contents(project) == before
    for path, content in made.items():
        (project / path).write_bytes(content)
    (project / "data" / "mark.svg").unlink()
    mine = {path: text for path, text in contents(project).items() if before.get(path) != text}
    said = run(project, "--name", "Another", "--yes")
    assert said.returncode == 0
    (kept,) = (project / "replaced").iterdir()
    assert kept.name in said.stdout
    for path, content in mine.items():
        now = project / path
        assert content in (
            now.read_bytes() if now.exists() else b"",
            (kept / path).read_bytes() if (kept / path).exists() else b"",
        )
    assert (kept / "data" / "site.yaml").read_bytes() == mine["data/site.yaml"]


def test_a_first_run_says_that_it_takes_a_while_before_it_does(project: Path) -> None:
    """With a python3 that does nothing, so that the first thing that is set up is lacking."""
    python = project / "bin" / "python3"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\n", "utf-8")
    python.chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    said = subprocess.run(["scripts/new"], cwd=project, env=surroundings, capture_output=True, text=True, timeout=60)
    assert said.returncode and said.stderr.startswith("Setting up; this takes a few minutes")


def test_nothing_is_changed_unasked_or_where_an_answer_or_a_file_is_unsound(project: Path, tmp_path: Path) -> None:
    before = contents(project)
    (tmp_path / "empty.csv").write_text("", "utf-8")
    for name in ("none.csv", "empty.csv"):
        said = run(project, *ANSWERS, "--starter", str(tmp_path / name), "--yes")
        assert said.returncode == 1 and f"{name}: " in said.stderr and "Nothing was changed." in said.stderr
    assert "scripts/new --name" in run(project).stderr
    assert "With --yes it is done" in run(project, *ANSWERS).stderr
    said = run(project, *ANSWERS, "--brand", "#7fbf9f", "--yes")
    assert said.returncode == 1 and 'Write "#37775a"' in said.stderr
    assert run(project, *ANSWERS, "--mark", "none.svg", "--yes").returncode == 1
    assert contents(project) == before


def test_routine_that_comes_first_is_asked_for_where_it_is_gone(project: Path) -> None:
    assert run(project, *ANSWERS, "--yes").returncode == 0
    data = project / "data" / "exercises.yaml"
    data.write_text(data.read_text("utf-8").replace("first-routine:", "circuit:"), "utf-8")
    (project / "content" / "lost.md").symlink_to("nowhere.md")
    said = subprocess.run([sys.executable, "scripts/validate.py"], cwd=project, capture_output=True, text=True)
    assert said.returncode == 1
    missing = 'featured: no routine "first-routine" in data/exercises.yaml.\n    There is circuit.'
    assert f"{missing} It stands in content/index.md, too.\n" in said.stderr
    assert said.stderr.startswith("data/site.yaml:")


def test_exercises_of_the_library_and_older_figures_are_offered_and_taken(project: Path) -> None:
    assert "scripts/add squat sit-to-stand copies" in run(project, *ANSWERS, "--yes").stdout
    add = [sys.executable, "scripts/add.py", "heel-raise", "squat"]
    said = subprocess.run(add, cwd=project, capture_output=True, text=True, check=True, timeout=120).stdout
    assert re.match(
        r"data/exercises\.yaml: added equipment .+; exercises heel-raise and squat, with their sources\.", said
    )
    steps = "      - exercise: heel-raise\n      - exercise: squat\n"
    assert f"steps: of the routine first-routine, or choose them there at /edit/ of scripts/serve:\n{steps}" in said
    assert said.count("--progressions") == 1
    edits = {
        "data/exercises.yaml": ("      - exercise: rise-on-tiptoe\n", steps),
        "data/site.yaml": ("# person: older", "person: older"),
    }
    for path, (old, new) in edits.items():
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new), "utf-8")
    subprocess.run([sys.executable, "scripts/validate.py"], cwd=project, check=True, timeout=120)


def test_library_is_checked_in_limbers_own_copy_only(project: Path) -> None:
    """Each program that scripts/check calls is a stand-in that writes down what it was asked."""
    asked = project / "asked"
    within = f'#!/bin/sh\necho "$@" >>{asked}\n[ "$1" != -c ] || exec {sys.executable} "$@"\n'
    for path in (".venv/bin/python", "node_modules/.bin/tsc", "scripts/install", "scripts/generate"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(within, "utf-8")
        (project / path).chmod(0o755)
    subprocess.run(["scripts/check"], cwd=project, check=True, timeout=120)
    assert "scripts/validate.py data/library\n" in asked.read_text("utf-8")
    asked.unlink()
    assert run(project, *ANSWERS, "--yes").returncode == 0
    subprocess.run(["scripts/check"], cwd=project, check=True, timeout=120)
    assert "data/library" not in asked.read_text("utf-8")


def test_questions_are_asked_until_the_answer_is_sound(project: Path, tmp_path: Path) -> None:
    asked, answering = pty.openpty()
    answers = [
        "Strong knees",
        "",
        "Kim Hale",
        "PT",
        "kim at home",
        "kim@example.org",
        "",
        "",
        "#7fbf9f",
        "",
        "",
        "SK",
        "",
    ]
    table = tmp_path / "legs.csv"
    table.write_text(LEGS, "utf-8")
    os.write(asked, "".join(f"{each}\n" for each in (*answers, "3", "no such file", str(table), "y")).encode())
    said = subprocess.run(
        [sys.executable, "-m", "starter.new"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "scripts")},
        stdin=answering,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert said.returncode == 0, said.stderr
    assert "kim@example.org" in said.stderr and "#37775a" in said.stderr, "each with its remedy"
    text = (project / "data" / "site.yaml").read_text("utf-8")
    assert 'name: "Strong knees"' in text and 'email: "kim@example.org"' in text and 'mark: "SK"' in text
    assert 'brand: "#37775a"' in text and "accent" not in text, "an empty answer takes what was offered"
    assert re.search(r'licence: "© 20\d\d Kim Hale"', text)
    assert "no such file: No such file or directory." in said.stderr and 'featured: "legs"' in text
    assert "  step-up:\n" in (project / "data" / "exercises.yaml").read_text("utf-8")


def test_file_that_the_coach_has_is_what_the_site_begins_with(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "legs.csv"
    table.write_text(LEGS, "utf-8")
    before = contents(project)
    asked = run(project, *ANSWERS, "--starter", str(table))
    assert "line 2: exercise squat: 3 x 10" in asked.stdout and "With --yes it is done" in asked.stderr
    assert contents(project) == before
    said = run(project, *ANSWERS, "--starter", str(table), "--yes")
    assert (said.returncode, said.stderr) == (0, "")
    assert "to write: instructions of 1, stop_signs of 1" in said.stdout
    assert "Until that is written scripts/build builds nothing" in said.stdout
    missing = subprocess.run([sys.executable, "scripts/validate.py"], cwd=project, capture_output=True, text=True)
    assert 'exercise "step-up": instructions and stop_signs are missing.' in missing.stderr
    data = project / "data" / "exercises.yaml"
    whole = "instructions: [Step up.]\n    stop_signs: [Sharp pain.]"
    data.write_text(data.read_text("utf-8").replace("# To write: instructions, stop_signs.", whole), "utf-8")
    built = build(project, tmp_path / "site", "https://coach.example/")
    assert built.returncode == 0, built.stderr
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "routines/legs/" in home and not FIRST.search(home)


def test_words_of_others_are_taken_with_their_licence_only(project: Path, tmp_path: Path) -> None:
    records = tmp_path / "few.json"
    squat = {"name": "Squat", "id": "Squat", "primaryMuscles": ["quadriceps"], "instructions": ["Bend.", "Stand up."]}
    pictured = {**squat, "name": "Lunge", "id": "Lunge", "license": "CC0", "images": ["Lunge.JPG"]}
    records.write_text(json.dumps([squat, pictured]), "utf-8")
    (tmp_path / "Lunge.JPG").write_bytes(photo(40, 30))
    before = contents(project)
    few = tmp_path / "one.json"
    few.write_text(json.dumps([squat]), "utf-8")
    refused = run(project, *ANSWERS, "--starter", str(few), "--yes")
    assert refused.returncode == 1 and "--words-licence" in refused.stderr
    assert contents(project) == before
    said = run(project, *ANSWERS, "--starter", str(records), "--words-licence", "public domain", "--yes")
    assert said.returncode == 0, said.stderr
    assert "licence: public domain" in (project / "data" / "exercises.yaml").read_text("utf-8")
    assert (project / "content" / "images" / "lunge.jpg").read_bytes() == photo(40, 30)
    assert "{{ exercise_list() }}" in (project / "content" / "index.md").read_text("utf-8")
