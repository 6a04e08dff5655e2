"""Doses on a sheet that is full: they have three lines there, and more where there is room."""

import json

import pytest

import longest_texts
import quick_yaml
from limber.dataset.load import load
from limber.dataset.problem import DatasetError
from project_root import ROOT

LONG = {"sets": 3, "reps": 10, "rest_seconds": 45}
DOSES = {
    "start": {**LONG, "load": {"words": "a bag full of wet sand"}, "effort": {"rpe": 7}},
    "goal": {**LONG, "load": {"words": "a bag full of stones"}, "effort": {"rpe": 8}},
}


@pytest.fixture
def longest():
    return quick_yaml.read_text(longest_texts.data((ROOT / "data" / "exercises.yaml").read_text("utf-8")))


@pytest.fixture
def written(tmp_path):
    def write(data):
        file = tmp_path / "exercises.yaml"
        file.write_text(json.dumps(data), "utf-8")
        return file

    return write


def test_long_dose_fits_a_sheet_that_has_room(longest, written):
    id_, routine = next(iter(longest["routines"].items()))
    routine["source"] = "own"
    routine["steps"][0]["dose"] = DOSES
    assert load(written(longest)).routines[id_].steps[0].goal.effort


def test_long_dose_is_refused_where_the_sheet_is_full(longest, written, monkeypatch):
    monkeypatch.setattr("limber.paper.measure.HEIGHT", 150)
    id_ = longest_texts.routine_id(12)
    longest["routines"] = {id_: longest["routines"][id_]}
    steps = [step for each in longest["routines"][id_]["steps"] for step in each.get("steps", [each])]
    for step in steps:
        step["dose"] = DOSES
    with pytest.raises(DatasetError) as found:
        load(written(longest))
    assert "lines of the cheat sheet; at most 3 fit, for the sheet is full." in str(found.value)
    assert "Leave the effort or the load out, and say it in a text of the exercise." in str(found.value)
    for step in steps:
        step["dose"] = {"start": LONG, "goal": LONG}
    assert id_ in load(written(longest)).routines


def test_dose_that_has_no_room_on_a_full_card_is_told_what_can_go(longest, written):
    """A card says a step's group, too."""
    id_ = longest_texts.routine_id(6, "group")
    longest["routines"] = {id_: longest["routines"][id_]}
    step = next(each for each in longest["routines"][id_]["steps"] if "steps" in each)["steps"][0]
    of_a_round = ("reps", "load", "effort")
    step["dose"] = {name: {key: dose[key] for key in of_a_round} for name, dose in DOSES.items()}
    step["dose"]["goal"]["reps"] = 12
    wide = [f"{word} WORK WITH MAXIMUM CALM, MOMENTUM DOWN, WRIS" for word in ("WALL", "WAIT", "WARM", "WAVE")]
    exercise = longest["exercises"][step["exercise"]]
    exercise["short_steps"] = wide
    exercise["feel"]["here"] = ["WORK WITH MAXIMUM CALM, MOMENTUM DOWN, WRISTS WARM, HUMMING, MOVE AWAY FROM T."]
    with pytest.raises(DatasetError) as found:
        load(written(longest))
    said = "takes 3 lines of the card; its other texts leave room for 2.\n    Leave the effort or the load out."
    assert said in str(found.value)
