"""What is said of doses that contradict their exercise, of names that cannot be told apart, and of what was retired."""

import json

import pytest

from derived import same
from limber.dataset import load
from limber.dataset.problem import DatasetError

DATA = """\
exercises:
  squat:
    name: Squat with both feet on the floor
    instructions: [Sit down.]
    stop_signs: [Sharp pain.]
    dose: 3 x 10
  lunge:
    name: Lunge
    instructions: [Step ahead.]
    stop_signs: [Sharp pain.]
    dose: 2 x 8
routines:
  legs:
    name: Legs
    steps: [squat, lunge]
"""
LUNGE = "    dose: 2 x 8\n"
END = DATA[DATA.index(LUNGE) :]
SIDED = LUNGE + "    laterality: {}\n" + END.removeprefix(LUNGE).replace("lunge]", "{{exercise: lunge, dose: {}}}]")
FAULTS = (
    ("    dose: 3 x 10\n", "    dose: 3 x 10, alternating\n    laterality: unilateral\n"),
    ("    dose: 3 x 10\n", "    dose: 3 x 10 each leg\n    laterality: bilateral\n"),
    ("    dose: 3 x 10\n", "    dose: 3 x 10 each direction\n"),
    ("    dose: 3 x 10\n", "    dose: {start: 3 x 10 -> 3 x 12}\n"),
    ("    dose: 3 x 10\n", "    dose: {start: {reps: 10, or: 3 x 10 -> 3 x 12}}\n"),
    ("    dose: 3 x 10\n", "    dose: {start: {reps: 10, or: as you like}}\n"),
    ("    dose: 3 x 10\n", "    dose: as you like\n"),
    ("    name: Lunge\n", "    name: Squat with both feet on the floor\n"),
    ("    name: Lunge\n", "    name: Lunge\n    also_called: [Squat with both feet on the floor]\n"),
    (LUNGE, f"{LUNGE}    progressions: [hop]\n"),
    (LUNGE, f"{LUNGE}    progressions: [legs]\n"),
    ("[squat, lunge]", '[squat, hop]\nretired:\n  exercises/hop: {name: Hop, date: "2026-11-30", successor: lunge}'),
    ("[squat, lunge]", '[squat, hop]\nretired:\n  exercises/hop: {name: Hop, date: "2026-11-30", reason: Not used.}'),
    ("[squat, lunge]", "[squat, step-up]"),
    ("[squat, lunge]", "[squat, lunges]"),
    (END, SIDED.format("bilateral", "{start: {reps: 8, switch_seconds: 5}}")),
    (END, SIDED.format("alternating", "30 s hold")),
)
"""Each with what it stands in place of; a golden file has what is said of it."""


def test_records_that_contradict_themselves_or_others_are_told_with_a_remedy():
    lines = []
    for before, after in FAULTS:
        assert before in DATA
        with pytest.raises(DatasetError) as told:
            load.of_text(DATA.replace(before, after, 1), "data/exercises.yaml")
        lines.append(f"{json.dumps(after)}\n{str(told.value).removesuffix('Nothing was built.')}")
    same("record-faults", lines)
