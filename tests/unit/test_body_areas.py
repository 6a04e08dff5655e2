"""A list of exercises by area of the body."""

import json
from dataclasses import replace

from limber.body_areas import by_area
from limber.model.nouns import Dataset
from project_root import ROOT

SCHEMA = json.loads(ROOT.joinpath("data", "exercises.schema.json").read_text("utf-8"))
PARTS = SCHEMA["$defs"]["exercise"]["properties"]["regions"]["items"]["enum"]
HEADS = (
    "Feet and lower legs",
    "Knees and thighs",
    "Hips",
    "Back and trunk",
    "Neck, shoulders and arms",
    "Whole body",
    "Other exercises",
)


def test_areas_go_up_from_the_feet_and_each_part_of_the_body_has_one(dataset: Dataset) -> None:
    some = next(iter(dataset.exercises.values()))
    every = [replace(some, regions=(part,)) for part in (*reversed(PARTS), "")]
    found = by_area([*every, replace(some, regions=())])
    assert tuple(head for _, head, _ in found) == HEADS
    assert [len(exercises) for *_, exercises in found] == [5, 2, 2, 4, 8, 1, 2]
    assert found[0][2] == [each for each in every if each in found[0][2]], "in the order given"


def test_the_first_part_decides_and_an_area_without_an_exercise_is_left_out(dataset: Dataset) -> None:
    some = next(iter(dataset.exercises.values()))
    both = [replace(some, regions=("hip", "toes")), replace(some, regions=("toes", "hip"))]
    assert by_area(both) == [("feet", HEADS[0], both[1:]), ("hips", HEADS[2], both[:1])]
