"""Texts for both sides in turn and for one alone: of the data as it is written, in the dataset and in the API."""

from __future__ import annotations

import json
import re

import pytest

from compiled_components import components_in
from golden_datasets import GOLDEN, made
from html_tree import tree
from limber.dataset.load import load
from limber.exports import api, records
from limber.model import sides
from limber.model.site import Site
from sided_texts import every, sided_records, told

MARK = re.compile(r"\{ *[A-Za-z_ ]+\}")
CASES = [pytest.param(id_, side, record, id=f"{id_}-{side}") for id_, side, record in every()]


def test_marks_are_replaced_by_the_side_that_works_and_by_the_other_one():
    text = "{Side} heel down, your {other_side} knee by the {side} hip. {Other_side} arm up, {0} as {it} is."
    assert sides.said(text, "right") == (
        "Right heel down, your left knee by the right hip. Left arm up, {0} as {it} is."
    )
    assert sides.said(text, "left") == "Left heel down, your right knee by the left hip. Right arm up, {0} as {it} is."


def test_steps_that_change_sides_stand_where_they_are_for_both_and_nowhere_for_one():
    steps = ["{Side} foot up.", {"switch": "Change to the {other_side} foot."}, "Rest."]
    assert sides.both({"instructions": steps})["instructions"] == [
        "Right foot up.",
        "Change to the left foot.",
        "Rest.",
    ]
    assert sides.alone({"instructions": steps}, "left")["instructions"] == ["Left foot up.", "Rest."]


@pytest.mark.parametrize(("id_", "side", "record"), CASES)
def test_exercise_says_of_each_side_what_its_record_says(dataset, id_, side, record):
    (one,) = [each for each in dataset.exercises[id_].one_side if each.side == side]
    wanted = told(record, side)
    faults = [f"{each.fault} {each.fix}" for each in one.faults]
    assert {key: list(getattr(one, key)) if key != "faults" else faults for key in wanted} == wanted


@pytest.mark.parametrize(("id_", "side", "record"), CASES)
def test_api_says_of_each_side_what_differs_and_all_of_it(dataset, id_, side, record):
    said = json.loads(json.dumps(records.exercise(dataset.exercises[id_])))
    one = {**said, "shows": [each["shows"] for each in (said["figure"] or {"poses": []})["poses"]]}
    differing = said["one_side"][side]
    assert all(one.get(key) != value for key, value in differing.items()), "what does not differ is not sent twice"
    one |= differing
    wanted = told(record, side)
    one["faults"] = [f"{each['fault']} {each['fix']}" for each in one["faults"]]
    assert {key: one[key] for key in wanted} == wanted
    assert one["cue"] == one["cues"][0]


def _said(picture, side):
    """What a picture says of a side; what is said of both alike stands there once."""
    says = picture.attributes["aria-label"]
    return picture.attributes.get("data-mirrored", says) if side == "left" else says


def test_figure_of_each_side_is_told_in_its_words(root, dataset):
    components = components_in(root / "overrides" / "components", dataset)
    for id_, side, record in every():
        drawing = tree(components.render("figure_drawing", "", id_))
        said = [_said(picture, side) for picture in drawing.every("svg", role="img")]
        shows = told(record, side)["shows"]
        assert said == [*shows, " ".join(shows)][: len(said)]
        assert bool(said) == bool(dataset.exercises[id_].figure)


def test_exercise_without_sides_says_nothing_of_one(dataset):
    for id_, each in dataset.exercises.items():
        assert bool(each.one_side) == (id_ in sided_records())
        if not each.one_side:
            assert records.exercise(each)["one_side"] is None


def test_no_mark_reaches_the_api(dataset):
    for path, text in api.exports(dataset, {}, Site()).items():
        assert not MARK.search(re.sub(r'"(?:\w+)":\{', "", text)), path


def test_no_mark_reaches_a_page(site):
    """Of all pages as they are built: their words, titles, descriptions, alternative texts and structured data."""
    for path in site.folder.rglob("*"):
        if path.suffix in (".html", ".xml", ".atom", ".ics") or path.name == "search_index.json":
            text = re.sub(r"<(script(?! type=\"application/ld)|style).*?</\1>", "", path.read_text("utf-8"), flags=re.S)
            assert not re.search(r"\{ *(?:other_)?side *\}", text, re.IGNORECASE), path.relative_to(site.folder)


def test_cue_of_a_side_goes_with_the_step_of_a_routine(tmp_path):
    text = (GOLDEN / "a-text-begins-with-a-mark.yaml").read_text("utf-8")
    found = load(made(tmp_path, text.replace("{Side} elbow below the shoulder.", '"{Side} elbow down."')))
    steps = {each["exercise"]["id"]: each["exercise"] for each in records.session(found.routines["morning"])["steps"]}
    assert steps["side-plank"]["cue"] == "Right elbow down."
    assert steps["side-plank"]["one_side"] == {"right": {}, "left": {"cue": "Left elbow down."}}
    assert "one_side" not in steps["push-up"]
