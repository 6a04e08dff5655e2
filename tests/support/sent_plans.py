"""Sends routines as plans: each becomes a link, and a routine again of what the link says."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from limber import duration
from limber.exports import records
from limber.model.nouns import Exercise, Level, Routine
from limber.plain_text import plain_record

LONGEST = 1986
SEND = """
import { readFileSync } from "node:fs";
import { groupsOf, stepsOf } from "./overrides/scripts/plan/plan-draft.js";
import { decode, encode } from "./overrides/scripts/shared/plan-link.js";
import { asRoutine } from "./overrides/scripts/shared/plan-routine.js";
import { lengths, timeline } from "./overrides/scripts/shared/timeline.js";
const { routines, exercises } = JSON.parse(readFileSync(0, "utf-8"));
const byCode = new Map(exercises.map((each) => [each.code, each]));
const sent = (routine, level) => {
  const [steps, groups] = [stepsOf(routine, level), groupsOf(routine)];
  const link = encode({ level, title: routine.name, note: "", steps, groups });
  const back = asRoutine(decode(link, byCode), byCode);
  const shown = back.steps.map((step) => [
    step.exercise.code, step.start.words, step.note, step.how_often ?? "", step.part ?? "",
    step.rest_after_seconds ?? 0,
  ]);
  const named = (back.groups ?? []).map(({ name, first, size, words }) => [name, first, size, words]);
  return { link, name: back.name, shown, named, length: lengths(timeline(back, {})) };
};
console.log(JSON.stringify(routines.map((each) => ({ start: sent(each, "start"), goal: sent(each, "goal") }))));
"""


def node(root: Path, program: str, data: Any) -> Any:
    """What a program of the browser's modules answers, in JSON, to data in JSON."""
    command = ["node", "--input-type=module", "--eval", program]
    run = subprocess.run(command, cwd=root, input=json.dumps(data), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def sent(root: Path, routines: Sequence[Routine], exercises: Sequence[Exercise]) -> list[Mapping[Level, Any]]:
    """Each routine at both levels, as it comes back."""
    known = [plain_record(records.exercise(each)) for each in exercises]
    found: list[Mapping[Level, Any]] = node(
        root, SEND, {"routines": [records.session(each) for each in routines], "exercises": known}
    )
    return found


def holds(routine: Routine, level: Level, back: Mapping[str, Any]) -> None:
    """Holds what came back against the routine."""
    session = records.session(routine)
    steps = [
        [
            step["exercise"]["code"],
            step[level]["words"],
            step["note"],
            step.get("how_often", ""),
            step.get("part", ""),
            step.get("rest_after_seconds", 0),
        ]
        for step in session["steps"]
    ]
    assert back["shown"] == steps
    groups = [[each["name"], each["first"], each["size"], each["words"]] for each in session.get("groups", [])]
    assert back["named"] == groups
    length = duration.routine_length(routine, level)
    assert back["length"]["work_seconds"] == length.work.min
    assert back["length"]["changeover_seconds"] == length.changeovers.min
