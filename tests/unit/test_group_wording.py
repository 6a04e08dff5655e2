"""Groups in words: the shared vectors, and what stands around steps."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from limber import group_wording
from limber.dataset import parse
from limber.wording import NARROW

WORDS = json.loads((Path(__file__).parents[1] / "vectors" / "group-words.json").read_text("utf-8"))["vectors"]


@pytest.fixture
def routine(dataset):
    return next(iter(dataset.routines.values()))


@pytest.mark.parametrize(("record", "words"), WORDS, ids=lambda each: each if isinstance(each, str) else "")
def test_rounds_are_said_as_in_the_vectors(record, words):
    group = parse.group(record, 1)
    assert group_wording.rounds(group) == words.replace("_", NARROW)
    assert group_wording.named(group) == f"{record['group']}: {words}".replace("_", NARROW)


def test_what_is_around_a_step_is_how_often_and_the_rest_after_it(routine):
    step = routine.steps[0]
    assert group_wording.around(step) == []
    both = replace(step, how_often="Twice a day.", rest_after_seconds=90)
    assert group_wording.around(both) == ["twice a day", f"then 90{NARROW}s rest"]


def test_parts_have_their_blocks_in_order(routine):
    first, second, third = (replace(each, number=at) for at, each in enumerate(routine.steps[:3], 1))
    assert group_wording.parts(replace(routine, steps=(first, second))) == [("Main part", [0, 1])]
    group = parse.group({"group": "Pair", "rounds": 2}, 2)
    steps = (
        replace(first, part="warm-up"),
        replace(second, group=group),
        replace(third, group=group),
        replace(first, number=4, part="cool-down"),
    )
    assert group_wording.parts(replace(routine, steps=steps)) == [
        ("Warm-up", [0]),
        ("Main part", [1]),
        ("Cool-down", [2]),
    ]
