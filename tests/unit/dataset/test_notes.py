"""What is good to know, and stops no build; what could be said more; and all faults of a file in one pass."""

import json
import subprocess
import sys

import pytest

from golden_datasets import CONTENT, GOLDEN, ROOT
from limber.dataset import load
from limber.dataset.problem import DatasetError
from limber.dataset.rules import completeness
from limber.paper.layout import BUDGETS

SHORT = ROOT / "tests" / "support" / "short.yaml"
NOTED = sorted((GOLDEN / "notes").glob("*.yaml"))


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


def validate(*words):
    run = subprocess.run(
        [sys.executable, "scripts/validate.py", *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize("path", NOTED, ids=lambda path: path.stem)
def test_note_is_said_of_a_dataset_that_is_sound(path):
    notes = load.notes(load.loaded(path, CONTENT), path)
    report = "".join(f"{each.said(load.display_path(path))}\n" for each in notes)
    assert report == path.with_suffix(".txt").read_text("utf-8")


def test_notes_were_tried():
    assert len(NOTED) == 4


def test_command_says_notes_and_is_content():
    code, out, _ = validate(GOLDEN / "notes" / "ids-are-out-of-order.yaml")
    assert code == 0
    assert "ids stand in alphabetical order." in out
    assert "1 note above: nothing that must be mended." in out


def test_list_for_programs_has_the_same_texts():
    path = GOLDEN / "several-problems-at-once.yaml"
    code, out, _ = validate("--json", path)
    with pytest.raises(DatasetError) as told:
        load.load(path, CONTENT)
    records = json.loads(out)
    assert code == 1
    assert [(each["line"], each["column"], each["what"], each["remedy"]) for each in records] == [
        (each.line, each.column, each.what, each.tip) for each in told.value.problems
    ]
    assert {each["kind"] for each in records} == {"problem"}


def test_what_could_be_said_more_begins_with_safety():
    code, out, _ = validate("--complete", "--json", SHORT)
    records = json.loads(out)
    assert code == 0
    assert [each["record"] for each in records] == [f'exercise "{id_}"' for id_ in load.load(SHORT).exercises]
    assert all(each["what"].startswith("could say more: contraindications, figure, cues") for each in records)
    assert all(each["remedy"].startswith('Begin with "contraindications:". Who should not do it.') for each in records)


def test_what_is_said_is_not_advised(tmp_path):
    path = tmp_path / "exercises.yaml"
    text = SHORT.read_text("utf-8").replace("    name: Bridge\n", "    name: Bridge\n    contraindications: none\n")
    path.write_text(text, "utf-8")
    first, second, *_ = load.advice(load.loaded(path), path)
    assert "contraindications" not in first.what
    assert "contraindications" in second.what


def test_each_thing_that_is_lacking_is_named_the_most_useful_first_and_none_that_has_another_in_its_place():
    every = (
        "contraindications, figure, cues, feel, faults, precautions, setup, easier, harder, goal, short_steps, "
        "regions, positions, muscles, kind, summary and source"
    )
    bare = {"instructions": ["Sit."] * (BUDGETS["card_steps"] + 1), "dose": {"start": {}}}
    said = dict.fromkeys(every.replace(" and ", ", ").split(", "))
    whole = {**said, **bare, "dose": {"start": {}, "goal": {}}}
    other = {key: each for key, each in whole.items() if key not in ("figure", "harder", "short_steps")}
    data = {
        "bare": bare,
        "whole": whole,
        "another": {
            **other,
            "images": [],
            "progressions": ["led-to"],
            "instructions": ["Sit."] * BUDGETS["card_steps"],
        },
        "led-to": {key: each for key, each in whole.items() if key != "easier"},
        "no-goal": {**whole, "dose": {"start": {}}},
        "long": {**other, "figure": {}, "harder": [], "instructions": ["Sit down slowly. " * 20]},
    }
    found = [*completeness.advice({"exercises": data}, lambda place: f"{place[2:]}.")]
    assert [(each.where, each.what, each.tip) for each in found] == [
        (
            ("exercises", "bare"),
            f"could say more: {every}.",
            "Begin with \"contraindications:\". ('contraindications',).",
        ),
        (("exercises", "no-goal"), "could say more: goal.", "Begin with \"goal:\". ('dose', 'goal')."),
        (("exercises", "long"), "could say more: short_steps.", "Begin with \"short_steps:\". ('short_steps',)."),
    ]


def test_card_without_room_is_told_of_beside_other_faults(tmp_path):
    path = tmp_path / "exercises.yaml"
    text = SHORT.read_text("utf-8")
    text = text.replace("Sharp pain in your calf.", "Sharp pain in your calf, " + "or anywhere " * 8 + "else.")
    path.write_text(text.replace("name: Walk", "nmae: Walk"), "utf-8")
    with pytest.raises(DatasetError) as told:
        load.load(path)
    whats = [each.what for each in told.value.problems]
    assert any("for the card; at most 80 fit" in each for each in whats)
    assert any('no key "nmae"' in each for each in whats)
