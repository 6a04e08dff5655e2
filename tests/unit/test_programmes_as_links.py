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


# Makes a plan of a session's steps, and says what a timer would be told of each.
SIDES = """
import { readFileSync } from "node:fs";
import { stepsOf } from "./overrides/scripts/plan/plan-draft.js";
import { asRoutine } from "./overrides/scripts/shared/plan-routine.js";
const told = ({ exercises, session }) => {
  const byCode = new Map(exercises.map((each) => [each.code, each]));
  const { steps } = asRoutine({ level: "start", title: "", note: "", steps: stepsOf(session, "start") }, byCode);
  return steps.map(({ exercise, start }) => [
    exercise.name, exercise.short_name, exercise.spoken_name, exercise.laterality, exercise.cue, start.words,
  ]);
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(told)));
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


@pytest.mark.parametrize("side", ["left", "right", "both", "each", "alternating"])
def test_step_of_other_sides_is_the_same_in_the_data_and_in_a_plan(root, dataset, side):
    """Its names, laterality, words and cue: what the data says of sides, a link says, and the other way round."""
    routine = dataset.routines["foot-and-hip"]
    exercises = list(dataset.exercises.values())
    reps = parse.dose({"sets": 2, "reps": 10})
    steps = tuple(
        replace(
            routine.steps[0], number=at, exercise=parse.of_sides(each, side), side=side, start=reps, goal=reps, note=""
        )
        for at, each in enumerate(exercises, 1)
    )
    record = records.session(replace(routine, steps=steps))
    known = [records.exercise(each) for each in exercises]
    (plan,) = node(root, SIDES, [{"exercises": known, "session": record}])
    keys = ("name", "short_name", "spoken_name", "laterality", "cue")
    said = [[*(step["exercise"][key] for key in keys), step["start"]["words"]] for step in record["steps"]]
    assert plan == said
