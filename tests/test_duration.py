"""How long things take: the shared vectors, and what the real dataset comes to."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from limber import duration, model, records

VECTORS = json.loads((Path(__file__).parent / "vectors" / "lengths.json").read_text("utf-8"))["vectors"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_length_is_that_of_the_vectors(vector, dataset):
    any_routine = next(iter(dataset.routines.values()))
    any_step = any_routine.steps[0]
    routine = replace(
        any_routine,
        switch_seconds=vector["switch_seconds"],
        transition_seconds=vector["transition_seconds"],
        steps=tuple(
            replace(
                any_step,
                exercise=replace(any_step.exercise, laterality=step["laterality"]),
                start=records.dose(step["dose"]),
            )
            for step in vector["steps"]
        ),
    )
    length = duration.routine_length(routine, "start")
    assert length.work == model.Range(**vector["work"])
    assert length.changeover_seconds == vector["changeover_seconds"]
    assert length.total == length.work + vector["changeover_seconds"]


@pytest.mark.first_routine
def test_start_doses_come_out_at_the_length_that_the_source_names(dataset):
    routine = dataset.routines["foot-and-hip"]
    named = routine.credit.length_seconds
    assert (named.min, named.max) == (5 * 60, 7 * 60)
    work = duration.routine_length(routine, "start").work
    assert named.min <= work.min <= work.max <= named.max


@pytest.mark.first_routine
def test_goal_doses_take_twice_as_long_as_start_doses_or_more(dataset):
    for routine in dataset.routines.values():
        start, goal = (duration.routine_length(routine, level).work for level in ("start", "goal"))
        assert goal.max >= 1.9 * start.max


def test_a_routine_takes_as_long_as_its_steps_and_the_way_between_them(dataset):
    for routine in dataset.routines.values():
        for level in ("start", "goal"):
            steps = [duration.step_length(step, level, routine.switch_seconds) for step in routine.steps]
            whole = duration.routine_length(routine, level)
            assert whole.work == model.Range(sum(s.work.min for s in steps), sum(s.work.max for s in steps))
            between = routine.transition_seconds * (len(steps) - 1)
            assert whole.changeover_seconds == between + sum(s.changeover_seconds for s in steps)


@pytest.mark.first_routine
def test_short_routine_is_the_core_steps_of_its_parent(dataset):
    whole, short = dataset.routines["foot-and-hip"], dataset.routines["foot-and-hip-short"]
    assert [step.exercise for step in short.steps] == [step.exercise for step in whole.steps if step.core]
    assert 2 <= len(short.steps) <= 3
    assert [step.number for step in short.steps] == [1, 2, 3]
    assert short.care == whole.care and short.stop_signs == whole.stop_signs
    assert short.credit.length_seconds is None, "the source's length is that of the whole sequence"
