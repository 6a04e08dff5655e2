"""The eight programmes in the timer and in a plan's link: each transition at its second, and nothing lost."""

import random
from dataclasses import replace
from itertools import islice

import pytest

import eight_programmes
from any_doses import any_record
from limber import duration
from limber.dataset import parse
from limber.dataset.load import load
from limber.exports import records
from sent_plans import LONGEST, holds, node, sent

# Walks through each routine under a clock of its own, looking five times a second, and says when each interval began.
WALK = """
import { readFileSync } from "node:fs";
import { lengths, timeline } from "./overrides/scripts/shared/timeline.js";
import { begin, tick } from "./overrides/scripts/timer/playback.js";
const walked = (routine, level, most) => {
  const intervals = timeline(routine, { level, most });
  const led = intervals.map((each) => ({ ...each, seconds: each.seconds ?? each.estimate_seconds }));
  let state = begin(led, 0);
  const begun = [0];
  for (let ms = 0; !state.done; ms += 200) {
    const { index } = state;
    state = tick(state, led, ms);
    if (state.index !== index || state.done) begun.push(ms / 1000);
  }
  const { work_seconds, changeover_seconds } = lengths(intervals);
  return { begun, said: intervals, work_seconds, changeover_seconds };
};
const routines = JSON.parse(readFileSync(0, "utf-8"));
const both = (routine, level) => [false, true].map((most) => walked(routine, level, most));
console.log(JSON.stringify(routines.map((each) => ({ start: both(each, "start"), goal: both(each, "goal") }))));
"""


@pytest.fixture(scope="module")
def programmes(tmp_path_factory):
    """The dataset of the eight alone."""
    file = tmp_path_factory.mktemp("eight") / "exercises.yaml"
    file.write_text(eight_programmes.text(), "utf-8")
    return load(file)


def test_timer_comes_to_each_transition_at_its_second(root, programmes):
    routines = list(programmes.routines.values())
    found = node(root, WALK, [records.session(each) for each in routines])
    for routine, levels in zip(routines, found, strict=True):
        for level in ("start", "goal"):
            length = duration.routine_length(routine, level)
            for end, walk in zip(("min", "max"), levels[level], strict=True):
                ends = [0]
                for interval in walk["said"]:
                    ends.append(ends[-1] + interval["estimate_seconds"])
                assert walk["begun"] == ends, (routine.id, level, end)
                assert walk["work_seconds"] == getattr(length.work, end)
                assert walk["changeover_seconds"] == getattr(length.changeovers, end)
                assert {each["step"] for each in walk["said"]} == set(range(len(routine.steps)))


def test_circuit_is_led_round_by_round(root, programmes):
    circuit = programmes.routines["runners-circuit"]
    ((found,),) = [node(root, WALK, [records.session(circuit)])]
    works = [each for each in found["start"][0]["said"] if each["kind"] == "work" and "round" in each]
    assert [each["round"] for each in works if each["step"] == 0] == [1, 2, 3]
    rests = [each["estimate_seconds"] for each in found["start"][0]["said"] if each["kind"] == "rest"]
    assert rests == [60, 60]
    assert [each["estimate_seconds"] for each in found["start"][1]["said"] if each["kind"] == "rest"] == [120, 120]


def test_link_brings_all_of_it_back(root, programmes):
    routines = list(programmes.routines.values())
    for routine, levels in zip(routines, sent(root, routines, list(programmes.exercises.values())), strict=True):
        for level in ("start", "goal"):
            back = levels[level]
            assert len(back["link"]) <= LONGEST
            assert back["name"] == routine.name
            holds(routine, level, back)


def _is_allowed(record):
    """Whether the rules, which are not asked here, let a dose pass: no second of a kind, no rest by a clock."""
    sets = record["sets"] if isinstance(record.get("sets"), list) else [record]
    rests = any("rest_seconds" in each for each in sets)
    held = [each.get("hold_seconds") for each in sets]
    long = any(isinstance(hold, dict) and hold.get("max", 0) > 3600 for hold in held)
    return "or" not in record and not long and not ("every_seconds" in record and rests)


def test_link_says_any_dose_that_the_data_may_say(root, dataset):
    chance = random.Random(16)
    step = next(iter(dataset.routines.values())).steps[0]
    lateralities = ("bilateral", "unilateral")
    exercises = [
        replace(step.exercise, id=each, code=each[:4], laterality=each, directions=()) for each in lateralities
    ]

    def some(number):
        doses = [parse.dose(each) for each in islice(filter(_is_allowed, iter(lambda: any_record(chance), None)), 4)]
        steps = [
            replace(step, number=at, exercise=chance.choice(exercises), start=dose, goal=dose, note="")
            for at, dose in enumerate(doses, 1)
        ]
        routine = next(iter(dataset.routines.values()))
        return replace(routine, name=f"Number {number}", steps=tuple(steps), switch_seconds=5, transition_seconds=15)

    routines = [some(number) for number in range(150)]
    for routine, levels in zip(routines, sent(root, routines, exercises), strict=True):
        holds(routine, "start", levels["start"])
