"""What is said of a body that cannot stand, reach or rest as its pose has it, and which number to write instead."""

from copy import deepcopy

from derived import same
from limber.dataset.rules import poses
from limber.dataset.rules.tables import Tables
from trial_figures import records

FAULTS = (
    ("hang", "right_arm", "shoulder", 190),
    ("hang", "right_arm", "out", 190),
    ("hang", "right_arm", "turn", 100),
    ("hang", "right_arm", "wrist", 100),
    ("deadlift", "trunk", "lean", 20),
    ("roller", "trunk", "bend", 60),
    ("roller", "trunk", "lean", -40),
    ("doorway", "left_leg", "step", 20),
    ("doorway", "right_leg", "step", 140),
)
"""Figures of which the first pose has another number."""
RULES = (
    poses.a_body_can_stand_so,
    poses.a_part_is_on_what_it_is_said_to_be_on,
    poses.nothing_is_within_a_thing,
    poses.a_body_at_rest_is_carried,
)


def test_pose_that_cannot_be_is_told_with_the_number_to_write():
    lines = []
    for name, part, key, number in FAULTS:
        figure = deepcopy(records()[name])
        figure["poses"][0].setdefault(part, {})[key] = number
        tables = Tables.of({"exercises": {name: {"figure": figure}}}, None)
        found = [each for rule in RULES for each in rule(tables)]
        lines.append(f"{name}, {part}, {key}: {number}")
        lines += [f"  {'.'.join(map(str, each.where[3:]))}: {each.what} {each.tip}" for each in found[:2]]
    same("pose-faults", lines)
