"""How a problem names its place and an author's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golden_datasets import made, unsound
from limber.dataset.problem import place_in_words, quoted
from limber.dataset.spelling import nearest

NAMES = json.loads((Path(__file__).parents[2] / "vectors" / "nearest-names.json").read_text("utf-8"))


def test_place_reads_as_a_coach_would_say_it() -> None:
    assert place_in_words(("exercises", "x", "faults", 0, "fix")) == 'exercise "x", fault 1, fix'
    assert (
        place_in_words(("exercises", "x", "dose", "goal", "or", "reps")) == 'exercise "x", goal dose, alternative, reps'
    )
    assert place_in_words(("exercises", "x", "stop_signs", 1)) == 'exercise "x", stop sign 2'
    assert place_in_words(("exercises", "x", "feel", "not_here", 0)) == 'exercise "x", feel not here 1'
    assert place_in_words(("exercises", "x", "equipment", 1, "item")) == 'exercise "x", equipment 2, item'
    assert place_in_words(("routines", "r", "steps", 2, "dose", "start")) == 'routine "r", step 3, start dose'


def test_words_of_the_author_are_shown_whole_enough_and_harmless() -> None:
    assert quoted("\x1b[31mred\u202e") == '"\\u001b[31mred\\u202e"'
    assert len(quoted("a" * 500)) < 70
    assert nearest("Push Ups", ["push-up", "pull-up"]) == "push-up"
    assert nearest("handstand", ["push-up"]) == ""


def test_nearest_word_begins_alike_before_it_is_alike() -> None:
    amounts = ["sets", "reps", "hold_seconds", "work_seconds", "rest_seconds", "rep_rest_seconds", "tempo", "or"]
    wanted = {"rest": "rest_seconds", "work": "work_seconds", "hold": "hold_seconds", "rep": "reps", "temp": "tempo"}
    assert {word: nearest(word, amounts) for word in wanted} == wanted
    assert nearest("slide-plank", ["side-plank", "slide-lunge-on-a-wall"]) == "side-plank"
    assert nearest("wall-pushup", ["push-up", "wall-sit", "wall-push-up"]) == "wall-push-up"


def test_file_full_of_faults_tells_of_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    bad = unsound(made(tmp_path, "exercises:\n" + "  a: \x07\n" * 6000))
    assert len(bad.problems) == 6000
    first, *_, more, last = str(bad).split("\n")
    assert ":2:6: " in first
    assert str(bad).count("U+0007") == 50
    assert more == "And 5,950 more. To see them all: .venv/bin/python scripts/validate.py --all"
    assert last == "Nothing was built."
    assert bad.report(6000).count("U+0007") == 6000
    assert "more." not in bad.report(6000)


def test_as_many_faults_as_are_told_have_no_count(tmp_path: Path) -> None:
    assert "more." not in str(unsound(made(tmp_path, "a: \x07\n" * 50)))


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("hanging", ["standing", "kneeling"]),
        ("walking", ["half-kneeling", "standing"]),
        ("metres", ["reps", "sets"]),
        ("round_rest_seconds", ["switch_seconds", "rest_seconds"]),
        ("every_seconds", ["work_seconds", "rest_seconds"]),
        ("right_glute", ["right_calf", "right_hip"]),
        ("left_knee", ["right_knee"]),
        ("box-2", ["box-3"]),
        ("push-up", ["pull-up"]),
        ("stnadign-strecth", ["standing-stretch"]),  # three slips
    ],
)
def test_another_word_is_not_taken_for_one_that_only_looks_like_it(word: str, words: list[str]) -> None:
    assert nearest(word, words) == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("strenght", "strength"),
        ("balancing", "balance"),
        ("shortName", "short_name"),
        ("tips", "cues"),
        ("feet", "foot"),
    ],
)
def test_a_slip_an_ending_and_another_name_are_the_same_word(word: str, meant: str) -> None:
    assert nearest(word, ["strength", "balance", "short_name", "cues", "foot"]) == meant


@pytest.mark.parametrize("vector", NAMES["meant"], ids=lambda vector: vector["typed"])
def test_a_mistyped_name_means_the_one_of_the_shared_vectors(vector: dict[str, str]) -> None:
    assert nearest(vector["typed"], NAMES["names"]) == vector["name"]
