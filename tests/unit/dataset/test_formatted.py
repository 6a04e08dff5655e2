"""A dataset that is written out in full means what it meant, keeps its comments, and is left alone the second time."""

import re

from golden_datasets import REAL, ROOT
from limber.dataset import load

SHORT = """\
# Mine.
equipment:
  mat:
    name: Mat
  chair: # of wood
    name: Chair

exercises:
  # the easy one
  squat:
    name: Squat
    instructions: [Squat.]
    dose: 3 x 10, rest 60 s # for now
    equipment: [chair, {item: mat, need: optional}]
    stop_signs: [Sharp pain.]

  heel-raise:
    name: Heel raise
    instructions:
      - Raise your heel.
      - switch: Change sides.
    # both are easy
    dose: 3x15 each leg → 3 x 20, tempo 30X1
    stop_signs: [Sharp pain.]

# Below: what is done together.
routines:
  legs:
    name: Legs
    steps: [squat, {exercise: heel-raise, dose: 2 x 8}]
"""
FULL = """\
# Mine.
equipment:
  chair: # of wood
    name: Chair
  mat:
    name: Mat

exercises:
  heel-raise:
    name: Heel raise
    instructions:
      - Raise your heel.
      - switch: Change sides.
    # both are easy
    laterality: unilateral
    limb: leg
    dose: {start: {sets: 3, reps: 15}, goal: {sets: 3, reps: 20, tempo: "30X1"}}
    stop_signs: [Sharp pain.]

  # the easy one
  squat:
    name: Squat
    instructions: [Squat.]
    dose: {start: {sets: 3, reps: 10, rest_seconds: 60}} # for now
    equipment: [{item: chair, need: required}, {item: mat, need: optional}]
    stop_signs: [Sharp pain.]

# Below: what is done together.
routines:
  legs:
    name: Legs
    steps: [{exercise: squat}, {exercise: heel-raise, dose: {start: {sets: 2, reps: 8}}}]
"""


def formatted(tmp_path, text):
    path = tmp_path / "exercises.yaml"
    path.write_text(text, "utf-8")
    return load.written_in_full(load.loaded(path))


def test_short_forms_are_written_out_and_ids_sorted(tmp_path):
    assert formatted(tmp_path, SHORT) == FULL


def test_what_is_written_out_means_the_same_and_stays(tmp_path):
    path = tmp_path / "exercises.yaml"
    path.write_text(SHORT, "utf-8")
    before = load.load(path)
    assert formatted(tmp_path, FULL) == FULL
    after = load.load(path)
    for table in ("equipment", "exercises", "routines"):
        one, other = ({id_: _said(each) for id_, each in getattr(it, table).items()} for it in (before, after))
        assert one == other


def _said(record):
    return re.sub(r"line=\d+", "", repr(record))


def test_dataset_in_full_is_left_byte_for_byte():
    assert load.written_in_full(load.loaded(REAL, ROOT / "content")) == REAL.read_text("utf-8")
