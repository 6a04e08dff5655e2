"""What may stand among the steps of a routine and what may not, at the edges of the rules on groups."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from golden_datasets import GOLDEN, made, unsound
from limber.dataset.load import load

UP = {"exercise": "push-up", "priority": "core"}
WALL = {"exercise": "wall-push-up", "priority": "core"}
SIDE = {"exercise": "side-plank", "priority": "core"}
PACED = {"reps": 10, "tempo": "3-1-1-1"}  # 60 seconds


def group(*steps: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"group": "Circuit", "rounds": 3, **keys, "steps": list(steps or (UP, WALL))}


def dosed(dose: dict[str, Any], step: dict[str, Any] = UP) -> dict[str, Any]:
    """The step with one dose to begin with and to work up to."""
    return {**step, "dose": {"start": dose, "goal": dose}}


def routine(tmp_path: Path, entries: list[dict[str, Any]], **keys: Any) -> Path:
    """A file with a routine of these entries."""
    data = yaml.safe_load((GOLDEN / "sound" / "all.yaml").read_text("utf-8"))
    data["routines"]["morning"] |= {"steps": entries, **keys}
    return made(tmp_path, json.dumps(data, indent=1))


BREATHS = {"breaths": 5, "breath_pattern": "4-4-4"}  # 60 seconds
SOUND: dict[str, list[dict[str, Any]]] = {
    "one step for time": [group(UP, for_time=True), WALL, SIDE],
    "one step whose sets differ": [group(dosed({"sets": [{"reps": 1}, {"reps": 2}]})), WALL, SIDE],
    "parts in order, twice the last": [
        {**WALL, "part": "warm-up"},
        group(UP, SIDE),
        {**UP, "part": "cool-down"},
        {**SIDE, "part": "cool-down"},
    ],
    "a warm-up and a cool-down alone": [{**WALL, "part": "warm-up"}, group(UP, SIDE, part="cool-down")],
    "a clock that leaves no rest": [group(dosed(PACED), dosed(BREATHS, WALL), every_seconds=120), SIDE],
    "a clock of repetitions whose pace nobody knows": [group(dosed({"reps": 90}), WALL, every_seconds=60), SIDE],
    "a clock of what may be something shorter": [
        group(dosed({"hold_seconds": 90, "or": {"reps": 5}}), WALL, step_every_seconds=60),
        SIDE,
    ],
    "a clock of an end that nobody knows": [
        group(dosed({"reps": "to-fatigue", "tempo": "9-9-9-9"}), WALL, step_every_seconds=60),
        SIDE,
    ],
    "a cap that just lets it end": [group(dosed(PACED), dosed(PACED, WALL), for_time=True, cap_seconds=360), SIDE],
    "a step in front of a group that begins with it": [UP, group(UP, WALL), WALL, SIDE],
}


@pytest.mark.parametrize("entries", SOUND.values(), ids=SOUND)
def test_entries_may_stand_in_a_routine(tmp_path: Path, entries: list[dict[str, Any]]) -> None:
    found = load(routine(tmp_path, entries)).routines["morning"]
    assert [len(block.steps) for block in found.blocks] == [len(each.get("steps", [each])) for each in entries]


def test_whoever_may_go_round_again_rests_behind_the_last_step(tmp_path: Path) -> None:
    entries = [{**UP, "transition_seconds": 5}, {**WALL, "rest_after_seconds": 60}, {**SIDE, "rest_after_seconds": 90}]
    assert load(routine(tmp_path, entries, second_round="optional")).routines["morning"].second_round
    assert len(unsound(routine(tmp_path, entries)).problems) == 2


TOLD: dict[str, tuple[list[dict[str, Any]], str]] = {
    "a tempo": (
        [group(dosed(PACED), WALL, step_every_seconds=59), SIDE],
        '"push-up" takes 60 seconds at the start dose, but the next one begins after 59.\n    Write 60 or more,',
    ),
    "breaths by a pattern": (
        [group(dosed(BREATHS), WALL, step_every_seconds=59), SIDE],
        '"push-up" takes 60 seconds at the start dose, but the next one begins after 59.',
    ),
    "at least so long": (
        [group(dosed({"hold_seconds": {"min": 90}}), WALL, step_every_seconds=60), SIDE],
        '"push-up" takes 90 seconds',
    ),
    "a change within a round": (
        [group(dosed(PACED), dosed(PACED, WALL), every_seconds=120, transition_seconds=10), SIDE],
        "a round takes 130 seconds at the start dose, but the next one begins after 120.",
    ),
    "a change in as many rounds as possible": (
        [group(rounds="as-many-as-possible", work_seconds=600, transition_seconds=10), SIDE],
        "the group goes by work_seconds: all of it is against the clock, so this says nothing.",
    ),
    "a warm-up behind a cool-down": (
        [{**UP, "part": "cool-down"}, {**SIDE, "part": "warm-up"}],
        "something else stands in front of this warm-up.",
    ),
    "a time beside rounds that are missing": (
        [{"group": "Circuit", "work_seconds": 600, "steps": [UP, WALL]}, SIDE],
        "rounds is missing.",
    ),
    "one step by a clock for steps": (
        [group(UP, step_every_seconds=90), SIDE],
        'Write the step without the group, and "sets: 3" with "every_seconds:" in its dose; or add another step.',
    ),
    "one step as many times as possible": (
        [group(UP, rounds="as-many-as-possible", work_seconds=600), SIDE],
        'and "reps: as-many-as-possible" with "work_seconds:" in its dose',
    ),
    "a part in a group that has it": (
        [group({**UP, "part": "warm-up"}, WALL, part="warm-up"), SIDE],
        'Take it out: the group says it for all of its steps, beside "group:".',
    ),
}


@pytest.mark.parametrize(("entries", "told"), TOLD.values(), ids=TOLD)
def test_entries_that_may_not_stand_in_a_routine_are_told_of(
    tmp_path: Path, entries: list[dict[str, Any]], told: str
) -> None:
    (problem,) = unsound(routine(tmp_path, entries)).problems
    assert told in problem.said("")
