"""What a plan's link may say, the data may say."""

import json
from collections import defaultdict

import pytest

import plans_as_data
import quick_yaml
from limber.dataset import parse
from limber.dataset.load import SCHEMA
from limber.dataset.shape import ambiguous_scalars, check, schemas
from limber.dataset.yaml.reader import read
from limber.exports import records
from limber.plain_text import plain_record
from sent_plans import node

PLANS = """
import { readFileSync } from "node:fs";
import { decode, encode } from "./overrides/scripts/shared/plan-link.js";
import { asRoutine } from "./overrides/scripts/shared/plan-routine.js";
import { chance } from "./tests/support/chance.js";
import { randomPlan } from "./tests/support/plan-vectors.js";
const { exercises, seed, count } = JSON.parse(readFileSync(0, "utf-8"));
const byCode = new Map(exercises.map((each) => [each.code, each]));
const random = chance(seed);
const some = () => {
  const draft = randomPlan(random);
  const steps = draft.steps.map((step) => (byCode.has(step.code) ? step : { ...step, code: exercises[0].code }));
  const plan = decode(encode({ ...draft, steps }), byCode);
  return { inPlan: plan.steps, routine: asRoutine(plan, byCode) };
};
const found = Array.from({ length: count }, some).filter(({ inPlan }) => inPlan.length);
console.log(JSON.stringify(found));
"""
COUNT = 100


def dataset_of(data):
    """The dataset that a file with this data says, if each of its values has the shape that the schema asks for.

    The rules are not asked: they warn a coach of what makes no sense, such as a warm-up behind the rest.
    """
    schema = json.loads(SCHEMA.read_text("utf-8"))
    reading = read(json.dumps(data, ensure_ascii=False), "exercises.yaml")
    ambiguous = ambiguous_scalars.problems(reading.ambiguities, schemas.of_data(reading.data, schema))
    assert [*reading.problems, *ambiguous, *check.problems(reading.data, schema)] == []
    return parse.dataset(reading.data, defaultdict(int))


def bands(value):
    """The colours of bands in loads."""
    if isinstance(value, dict):
        own = value["names"] if value.get("unit") == "band" else []
        return {*own, *(band for each in value.values() for band in bands(each))}
    return {band for each in value for band in bands(each)} if isinstance(value, list) else set()


@pytest.mark.parametrize("seed", range(3))
def test_data_says_any_plan_in_the_same_words(root, dataset, seed):
    known = [plain_record(records.exercise(each)) for each in dataset.exercises.values()]
    found = node(root, PLANS, {"exercises": known, "seed": seed, "count": COUNT})
    assert len(found) > COUNT / 2
    data = quick_yaml.read(root / "data" / "exercises.yaml")
    (model, *_) = data["routines"].values()
    own = dict(next(iter(data["exercises"].values())), laterality="bilateral", code="zz")
    data["exercises"][plans_as_data.OWN] = {key: value for key, value in own.items() if key not in ("limb", "figure")}
    colours = sorted(bands(found)) or ["red"]
    data["equipment"]["bands"] = {"name": "Bands", "description": "Bands.", "household": True, "bands": colours}
    data["routines"] = {
        f"r{number}": {**model, "steps": plans_as_data.steps(each["routine"], each["inPlan"])}
        for number, each in enumerate(found)
    }
    routines = dataset_of(data).routines
    for number, each in enumerate(found):
        said = plain_record(records.session(routines[f"r{number}"]))
        assert [step["start"]["words"] for step in said["steps"]] == [
            step["start"]["words"] for step in plain_record(each["routine"])["steps"]
        ]
        for key in ("note", "how_often", "part", "transition_seconds", "rest_after_seconds"):
            of_plan = [step.get(key) or None for step in each["routine"]["steps"]]
            assert [step.get(key) or None for step in said["steps"]] == plain_record({"": of_plan})[""]
        groups = [
            [(group["name"], group["first"], group["size"], group["words"]) for group in one.get("groups", [])]
            for one in (said, plain_record(each["routine"]))
        ]
        assert groups[0] == groups[1]
