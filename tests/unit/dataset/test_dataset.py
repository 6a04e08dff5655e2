"""Every bad dataset in `golden/dataset/` earns exactly the words beside it, and they point at its fault.

After a change of wording: `ACCEPT=1 pytest tests/unit/dataset/test_dataset.py`, then read `git diff` word by word.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from golden_datasets import BAD, GOLDEN, REAL, ROOT, golden, made, unsound
from limber.dataset import load
from limber.dataset.problem import Problem
from limber.dataset.yaml import reader
from limber.languages.language import CONTEXT, ENGLISH
from limber.languages.messages import spoken_as

SEVERAL = {
    "a-list-lacks-the-space-after-its-hyphens",
    "several-problems-at-once",
    "a-range-lacks-the-spaces-after-its-colons",
    "days-are-short",
    "doses-have-other-names",
    "items-hold-colons",
    "texts-fit-no-card",
    "the-equipment-fits-no-cheat-sheet",
    "weeks-are-a-range-of-an-amount",
    "wide-letters-fit-no-card",
}


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_dataset_that_is_bad_earns_exactly_its_words(path: Path) -> None:
    report = f"{golden(path)}\n"
    words = path.with_suffix(".txt")
    if "ACCEPT" in os.environ:
        words.write_text(report, encoding="utf-8")
    assert report == words.read_text(encoding="utf-8")
    assert (len(golden(path).problems) == 1) != (path.stem in SEVERAL), "one fault, one problem"
    _is_neither_rude_nor_technical(report)
    _points_at_its_culprit(path)


def test_dataset_goldens_are_pairs() -> None:
    assert {path.stem for path in BAD} == {path.stem for path in GOLDEN.glob("*.txt")}
    assert len(BAD) > 150


class _ProblemsInBrackets(dict[str, tuple[str, ...]]):
    """A catalogue that has every message of a problem."""

    def get(self, key: str, default: Any = None) -> Any:
        context, _, message = key.partition(CONTEXT)
        return (f"[{message}]",) if context == "problem" else default


def test_problems_are_in_reach_of_a_catalogue() -> None:
    with spoken_as(replace(ENGLISH, messages=_ProblemsInBrackets())):
        for path in BAD[::4]:
            for each in unsound(path).problems:
                for words in (each.what, each.tip):
                    assert words[0] == "[" and words[-1] == "]", f"{path.name}: {words} is not said by say()"


def _points_at_its_culprit(path: Path) -> None:
    text = path.read_bytes().decode()
    lines = re.split(r"\r\n|\r|\n", text)
    for problem in golden(path).problems:
        spot = lines[problem.line - 1][problem.column - 1 :]
        assert any(spot.startswith(each) for each in _culprits(problem, text)), f"{problem} points at {spot!r}"


def _culprits(problem: Problem, text: str) -> list[str]:
    """What the text may begin with where a problem points."""
    if odd := re.search(r"U\+([0-9A-F]{4})", problem.what):
        return [chr(int(odd[1], 16)), *(['"'] if problem.where else [])]
    if sign := re.search(r"(?:comma is missing between|the bracket|quote|quote, as) (\S+?)(?= |;)", problem.what):
        return [sign[1]]
    for what, sign_itself in (
        ("a tab ", "\t"),
        ("a second document", "---"),
        ("a backslash", "\\"),
        ("brackets or lists stand", ("[", "- ")),
        ("a key must be", "["),
        ("the file is", ""),
    ):
        if what in problem.what and not problem.where:
            return [*sign_itself] or [text.split("\n")[0]]
    if not problem.where and problem.what.endswith("missing."):
        return [text.split("\n")[0]]
    words = [each.rstrip("…") for each in re.findall(r'"([^"]+)"', problem.what)]
    if problem.where:
        words += _written(problem, text)
    return [quote + word for word in words for quote in ("", '"', "'")]


def _written(problem: Problem, text: str) -> list[str]:
    """The key and the value at a problem's place."""
    value: Any = reader.read(text, "").data
    for part in problem.where:
        value = value.get(part) if isinstance(value, dict) else value[part]
    words = [str(problem.where[-1])] if isinstance(problem.where[-1], str) else []
    if isinstance(value, dict):
        words += ["{", *list(value)[:1]]
    elif isinstance(value, list):
        words += ["["]
    elif isinstance(value, str) and "line break" in problem.what:
        words += ["|"]
    elif value is not None:
        words += [str(value).lower().split()[0] if isinstance(value, bool) else re.split(r"[\s\\]", str(value))[0]]
    elif isinstance(problem.where[-1], int):
        words += ["-"]
    return words


def test_problems_stand_in_the_order_of_lines() -> None:
    lines = [each.line for each in golden(GOLDEN / "several-problems-at-once.yaml").problems]
    assert len(lines) == 6
    assert lines == sorted(lines)


def _is_neither_rude_nor_technical(report: str) -> None:
    words = re.sub(r'"[^"\n]*"', "", report)  # without what the author wrote
    assert not re.search(r"\binvalid\b|\billegal\b|\berror\b|!|Traceback|\bNone\b|\bobject\b|\binstance\b", words)


def test_dataset_of_the_site_is_sound() -> None:
    sound = load.load(REAL, ROOT / "content")
    assert "foot-and-hip" in sound.routines
    assert len(sound.exercises) >= 7
    line = REAL.read_text(encoding="utf-8").split("\n")[sound.exercises["ball-roll"].line - 1]
    assert line == "  ball-roll:"


def test_dataset_with_line_ends_of_windows_is_sound(tmp_path: Path) -> None:
    text = REAL.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert load.load(made(tmp_path, text)) == load.load(REAL)


def test_dataset_with_texts_over_several_lines_is_sound(tmp_path: Path) -> None:
    text = REAL.read_text(encoding="utf-8").replace("Small, slow rolls.\n", "Small, slow\n        rolls.\n")
    cues = load.load(made(tmp_path, text)).exercises["ball-roll"].cues
    assert cues == load.load(REAL).exercises["ball-roll"].cues
    assert "slow\n" in text


@pytest.mark.parametrize("written", ["2020", "2-0-2-0", "02-0-2-00"])
def test_tempo_is_one_however_it_is_written(tmp_path: Path, written: str) -> None:
    sound = (GOLDEN / "sound" / "all.yaml").read_text(encoding="utf-8")
    loaded = load.load(made(tmp_path, sound.replace("2-0-2-0", written)))
    assert loaded.exercises["wall-push-up"].start.tempo == "2-0-2-0"


def test_path_is_shown_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, "")
    assert load.display_path(REAL) == "data/exercises.yaml"
    assert load.display_path(path) == path.as_posix()
    monkeypatch.chdir(tmp_path)
    assert load.display_path(path) == "exercises.yaml"


def test_validate_prints_one_line_for_a_sound_dataset() -> None:
    done = _validate()
    assert (done.returncode, done.stderr) == (0, "")
    counts = r"\d+ pieces? of equipment, \d+ exercises?, \d+ routines?, no problem\."
    assert re.fullmatch(rf"data/exercises\.yaml: {counts}\n", done.stdout)


def test_validate_prints_the_problems_of_a_bad_one() -> None:
    path = GOLDEN / "several-problems-at-once.yaml"
    done = _validate(path.relative_to(ROOT).as_posix())
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_validate_prints_all_problems_when_asked(tmp_path: Path) -> None:
    path = made(tmp_path, "a: \x07\n" * 60)
    assert _validate(path.as_posix()).stderr.count("U+0007") == 50
    assert _validate(path.as_posix(), "--all").stderr.count("U+0007") == 60


def _validate(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/validate.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
