"""How long things take: the shared vectors, what the real dataset comes to, and that the timer takes as long."""

import json
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from any_doses import any_group, any_pauses, any_record
from limber import duration
from limber.dataset import parse
from limber.exports import records
from limber.model import nouns

LEVELS = ("start", "goal")
LENGTHS = json.loads((Path(__file__).parents[1] / "vectors" / "lengths.json").read_text("utf-8"))
WIDER = json.loads((Path(__file__).parents[1] / "vectors" / "wider-lengths.json").read_text("utf-8"))
GROUPS = json.loads((Path(__file__).parents[1] / "vectors" / "group-lengths.json").read_text("utf-8"))["vectors"]
VECTORS = [*LENGTHS["vectors"], *WIDER["vectors"]]


# Reads routines as the API has them, and answers with the timer's seconds: [level][least, most].
TIMER = """
import { readFileSync } from "node:fs";
import { lengths, timeline } from "./overrides/scripts/shared/timeline.js";
const seconds = (routine, level) => [false, true].map((most) => {
  const { work_seconds, changeover_seconds } = lengths(timeline(routine, { level, most, prepare_seconds: 0 }));
  return [work_seconds, changeover_seconds];
});
const routines = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(routines.map((each) => ({ start: seconds(each, "start"), goal: seconds(each, "goal") }))));
"""


@pytest.fixture
def any_routine(dataset):
    return next(iter(dataset.routines.values()))


def same_in_the_timer(root, routines):
    """Holds the timer's seconds against the pages', in one run of Node for all routines."""
    asked = json.dumps([records.routine(each) for each in routines])
    node = ["node", "--input-type=module", "--eval", TIMER]
    run = subprocess.run(node, cwd=root, input=asked, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    for routine, timer in zip(routines, json.loads(run.stdout), strict=True):
        for level in LEVELS:
            length = duration.routine_length(routine, level)
            page = [[getattr(length.work, end), getattr(length.changeovers, end)] for end in ("min", "max")]
            assert timer[level] == page, (routine.name, level, routine.steps)


def step_of(any_step, laterality, dose, directions=()):
    exercise = replace(any_step.exercise, laterality=laterality, directions=tuple(directions))
    return replace(any_step, exercise=exercise, start=dose, goal=dose)


def routine_of(any_routine, vector):
    doses = [parse.dose(step["dose"]) for step in vector["steps"]]
    for index in vector.get("alternatives", ()):
        doses[index] = doses[index].alternative or doses[index]
    return replace(
        any_routine,
        name=vector["name"],
        switch_seconds=vector["switch_seconds"],
        transition_seconds=vector["transition_seconds"],
        steps=tuple(
            step_of(any_routine.steps[0], step["laterality"], dose, step.get("directions", ()))
            for step, dose in zip(vector["steps"], doses, strict=True)
            for _ in range(step.get("times", 1))
        ),
    )


def grouped_routine(any_routine, vector):
    """A routine of a vector whose entries are steps or groups, as those of the data are."""
    steps = []
    for entry in vector["steps"]:
        group = parse.group(entry, len(steps) + 1) if "group" in entry else None
        for each in entry.get("steps", [entry]):
            step = step_of(any_routine.steps[0], each["laterality"], parse.dose(each["dose"]))
            own = {key: each[key] for key in ("rest_after_seconds", "transition_seconds") if key in each}
            steps.append(replace(step, number=len(steps) + 1, group=group, **own))
    return replace(any_routine, name=vector["name"], switch_seconds=5, transition_seconds=15, steps=tuple(steps))


def random_dose(chance):
    """Any dose that the schema lets pass, and some that only the rules stop: both sides must count alike."""

    def amount(most):
        least = chance.randint(1, most)
        return nouns.Range(least, chance.choice((least, chance.randint(least, most))))

    reps, hold, work = chance.choice(((1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1)))
    return nouns.Dose(
        sets=nouns.Range.of(chance.choice((1, 1, 2, 3, 20))),
        reps=amount(12) if reps else None,
        hold_seconds=amount(90) if hold else None,
        work_seconds=amount(3600) if work else None,
        rest_seconds=nouns.Range.of(chance.choice((0, 0, 1, 60))),
        rep_rest_seconds=chance.choice((0, 0, 2, 10)),
        switch_seconds=chance.choice((None, None, 0, 12)),
        tempo=chance.choice(("", "2-1-2-0", "0-0-1-0")) if reps and not hold else "",
    )


def test_changes_take_as_long_as_in_the_vectors_where_nothing_says_how_long():
    usual = {"switch_seconds": nouns.SWITCH_SECONDS, "transition_seconds": nouns.TRANSITION_SECONDS}
    assert usual == LENGTHS["usual"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_length_is_that_of_the_vectors(vector, any_routine):
    length = duration.routine_length(routine_of(any_routine, vector), "start")
    assert length.work == nouns.Range(**vector["work"])
    changeovers = vector["changeover_seconds"]
    assert length.changeovers == nouns.Range.of(changeovers)
    assert length.total == length.work + nouns.Range.of(changeovers)
    assert length.total.estimated == vector.get("estimated", False)


@pytest.mark.parametrize("vector", GROUPS, ids=lambda vector: vector["name"])
def test_length_of_groups_is_that_of_the_vectors(vector, any_routine):
    length = duration.routine_length(grouped_routine(any_routine, vector), "start")
    assert length.work == nouns.Range(**vector["work"])
    assert length.changeovers == nouns.Range(**vector["changeovers"])
    assert length.total.estimated == vector.get("estimated", False)


def test_the_timer_takes_as_long_as_the_pages_say_for_every_routine_of_the_dataset(root, dataset):
    same_in_the_timer(root, list(dataset.routines.values()))


def test_the_timer_takes_as_long_as_the_pages_say_for_every_vector(root, any_routine):
    same_in_the_timer(root, [routine_of(any_routine, vector) for vector in VECTORS])


def test_the_timer_takes_as_long_as_the_pages_say_for_any_routine_at_all(root, any_routine):
    chance = random.Random(4)
    lateralities = ("bilateral", "unilateral", "alternating")
    step = any_routine.steps[0]

    def some_dose():
        return random_dose(chance) if chance.random() < 0.4 else parse.dose(any_record(chance))

    def some(number):
        ways = ((), (), ("in", "out"))
        goals = [some_dose() for _ in range(chance.randint(1, 6))]
        steps = tuple(
            replace(
                step_of(step, chance.choice(lateralities), some_dose(), chance.choice(ways)),
                goal=goal,
            )
            for goal in goals
        )
        pauses = {"switch_seconds": chance.choice((0, 5)), "transition_seconds": chance.choice((0, 15))}
        return replace(any_routine, name=f"number {number}", steps=steps, **pauses)

    same_in_the_timer(root, [some(number) for number in range(500)])


def test_the_timer_takes_as_long_as_the_pages_say_for_any_groups_at_all(root, any_routine):
    chance = random.Random(7)

    def step(rests):
        laterality = chance.choice(("bilateral", "unilateral", "alternating"))
        return {"laterality": laterality, "dose": any_record(chance), **any_pauses(chance, rests)}

    def entry():
        if chance.random() < 0.4:
            return step(rests=True)
        group = any_group(chance)
        rests = not {"every_seconds", "step_every_seconds", "work_seconds", "for_time"} & group.keys()
        return {**group, "steps": [step(rests) for _ in range(chance.randint(1, 4))]}

    vectors = [
        {"name": f"number {number}", "steps": [entry() for _ in range(chance.randint(1, 4))]} for number in range(500)
    ]
    same_in_the_timer(root, [grouped_routine(any_routine, vector) for vector in vectors])


def test_start_doses_come_out_at_the_length_that_the_source_names(dataset):
    routine = dataset.routines["foot-and-hip"]
    named = routine.credit.length_seconds
    assert (named.min, named.max) == (5 * 60, 7 * 60)
    work = duration.routine_length(routine, "start").work
    assert named.min <= work.min <= work.max <= named.max


def test_goal_doses_take_twice_as_long_as_start_doses_or_more(dataset):
    for routine in dataset.routines.values():
        start, goal = (duration.routine_length(routine, level).work for level in LEVELS)
        assert goal.max >= 1.9 * start.max


def test_a_routine_takes_as_long_as_its_steps_and_the_way_between_them(dataset):
    for routine in dataset.routines.values():
        for level in LEVELS:
            steps = [duration.step_length(step, level, routine.switch_seconds) for step in routine.steps]
            whole = duration.routine_length(routine, level)
            assert whole.work == nouns.Range(sum(s.work.min for s in steps), sum(s.work.max for s in steps))
            between = routine.transition_seconds * (len(steps) - 1)
            assert whole.changeover_seconds == between + sum(s.changeover_seconds for s in steps)


def test_short_routine_is_the_core_steps_of_its_parent(dataset):
    whole, short = dataset.routines["foot-and-hip"], dataset.routines["foot-and-hip-short"]
    assert [step.exercise for step in short.steps] == [step.exercise for step in whole.steps if step.core]
    assert 2 <= len(short.steps) <= 3
    assert [step.number for step in short.steps] == [1, 2, 3]
    assert short.care == whole.care and short.stop_signs == whole.stop_signs
    assert short.credit.length_seconds is None, "the source's length is that of the whole sequence"
