"""The eight programmes in the timer and in a plan's link: each transition at its second, and nothing lost."""

import json
import subprocess

import pytest

import eight_programmes
from limber import duration
from limber.dataset.load import load
from limber.exports import records
from limber.plain_text import plain_record

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
# Makes a plan of each routine, and a routine again of the plan's link.
SEND = """
import { readFileSync } from "node:fs";
import { decode, encode, normalised } from "./overrides/scripts/shared/plan-link.js";
import { asRoutine } from "./overrides/scripts/shared/plan-routine.js";
import { lengths, timeline } from "./overrides/scripts/shared/timeline.js";
const { routines, exercises } = JSON.parse(readFileSync(0, "utf-8"));
const byCode = new Map(exercises.map((each) => [each.code, each]));
const sent = (routine, level) => {
  const { name, groups = [] } = routine;
  const groupAt = (index) => groups.findIndex(({ first, size }) => index >= first && index < first + size);
  const steps = routine.steps.map((step, index) => {
    const own = { ...step, code: step.exercise.code, level: null, dose: step[level], side: null };
    return groupAt(index) < 0 ? own : { ...own, group: groupAt(index) };
  });
  const link = encode({ level, title: name, note: "", steps, groups });
  const back = asRoutine(decode(link, byCode), byCode);
  const shown = back.steps.map((step) => [
    step.exercise.code, step.start.words, step.note, step.how_often ?? "", step.part ?? "",
    step.rest_after_seconds ?? 0, step.transition_seconds ?? null,
  ]);
  const named = (back.groups ?? []).map(({ name, first, size, words }) => [name, first, size, words]);
  const pauses = { switch_seconds: routine.switch_seconds, transition_seconds: routine.transition_seconds };
  return { link, name: back.name, shown, named, length: lengths(timeline({ ...back, ...pauses }, {})) };
};
console.log(JSON.stringify(routines.map((each) => ({ start: sent(each, "start"), goal: sent(each, "goal") }))));
"""


@pytest.fixture(scope="module")
def programmes(tmp_path_factory):
    """The dataset of the eight alone."""
    file = tmp_path_factory.mktemp("eight") / "exercises.yaml"
    file.write_text(eight_programmes.text(), "utf-8")
    return load(file)


def node(root, program, data):
    command = ["node", "--input-type=module", "--eval", program]
    run = subprocess.run(command, cwd=root, input=json.dumps(data), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


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
    exercises = [plain_record(records.exercise(each)) for each in programmes.exercises.values()]
    sessions = [records.session(each) for each in routines]
    found = node(root, SEND, {"routines": sessions, "exercises": exercises})
    for routine, session, levels in zip(routines, sessions, found, strict=True):
        for level in ("start", "goal"):
            back = levels[level]
            assert len(back["link"]) <= 1986
            assert back["name"] == routine.name
            steps = [
                [
                    step["exercise"]["code"],
                    step[level]["words"],
                    step["note"],
                    step.get("how_often", ""),
                    step.get("part", ""),
                    step.get("rest_after_seconds", 0),
                    step.get("transition_seconds"),
                ]
                for step in session["steps"]
            ]
            assert back["shown"] == steps
            groups = [[each["name"], each["first"], each["size"], each["words"]] for each in session.get("groups", [])]
            assert back["named"] == groups
            length = duration.routine_length(routine, level)
            assert back["length"]["work_seconds"] == length.work.min
            assert back["length"]["changeover_seconds"] == length.changeovers.min
