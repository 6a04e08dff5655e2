"""Dragging a joint: it goes where it is pulled by its own numbers, within its range, and what rests stays at rest."""

from __future__ import annotations

from math import dist
from typing import Any

import jsonschema_rs
import pytest

from data_spots import SCHEMA
from limber.figures import balance, body
from limber.figures.skeleton import thick
from limber.figures.vectors import seen
from limber.poses.handles import Handle, handles, moves
from limber.poses.numbers import numbers
from limber.poses.posed import Posed, posed
from limber.poses.solving import Bending, shown
from limber.poses.starts import STARTS

FOURS, BACK = "On hands and knees", "Lying on the back, feet on the floor"


def begun(start: str, view: str = "side") -> Posed:
    return posed({"view": view, "poses": [STARTS[start]]}, [], ("poses", 0))


def handle(at: Posed, both: bool, name: str) -> Handle:
    return next(each for each, _ in shown(at, both) if each.name == name)


def place(at: Posed, both: bool, name: str) -> tuple[float, float]:
    return next(seen(point, at.view) for each, point in shown(at, both) if each.name == name)


def test_each_joint_that_moves_a_part_has_a_handle() -> None:
    """Of the whole body and of a foot in close-up, without a list of them anywhere."""
    for of, without in (("whole", {"big_toe", "wrist"}), ("foot", set())):  # these are small, and have their fields
        bending = [each for each in numbers(of) if each.key in body.RANGES]
        assert {each.key for each in bending if not moves(of)[each.name]} == without
    names = {each.name for each in handles("whole")}
    assert {"head", "neck", "right_hand", "left_elbow", "right_knee", "left_ankle", "right_toes"} <= names
    assert {"heel", "shin", "toe1tip", "ball"} <= {each.name for each in handles("foot")}
    called = {each.called(False) for of in ("whole", "foot") for each in handles(of)}
    assert {"trunk", "right hand", "big toe", "small toes"} <= called


@pytest.mark.parametrize("start", STARTS)
def test_pose_to_begin_with_is_as_the_schema_has_poses(start: str) -> None:
    pose = jsonschema_rs.validator_for({"$ref": "#/$defs/pose", "$defs": SCHEMA["$defs"]})
    assert pose.is_valid({"shows": start, **STARTS[start]})


@pytest.mark.parametrize("start", STARTS)
def test_pose_to_begin_with_is_carried_within_the_ranges_of_joints(start: str) -> None:
    at = begun(start)
    assert balance.off(at.rests.points, {}, {})[0] == 0
    assert not any(body.beyond(name.split("_", 1)[-1] if "_" in name else name, amount)
                   for name, amount in at.rests.joints.items() if name.split("_", 1)[-1] in body.RANGES)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "both", "name", "by", "changed"),
    [
        ("Standing", True, "pelvis", (-10, 30), {"hip", "knee"}),
        ("Standing", False, "pelvis", (-10, 30), {"hip", "knee"}),
        ("Standing", True, "neck", (20, 4), {"lean", "hip"}),
        ("Standing", True, "head", (5, 1), {"head"}),
        ("Standing from the front", True, "neck", (-12, 1), {"sway"}),
        ("Standing from the front", True, "right_hand", (-32, -9), {"arm_out"}),
        ("Standing", True, "right_hand", (30, -30), {"shoulder", "elbow"}),
        ("Standing", True, "right_heel", (0, -8), {"sole", "toes"}),
        ("Standing", False, "right_ankle", (-20, -30), {"hip", "knee", "sole"}),
        (FOURS, False, "right_hand", (40, -55), {"shoulder", "elbow"}),
        (FOURS, False, "left_ankle", (-40, -35), {"hip", "knee"}),
        (BACK, True, "pelvis", (0, -14), {"lean", "step"}),
    ],
)
def test_part_goes_where_it_is_dragged_by_its_own_numbers(
    start: str, both: bool, name: str, by: tuple[float, float], changed: set[str]
) -> None:
    at = begun(*start.split(" from the "))
    bending = Bending(at, both)
    taken = handle(at, both, name)
    found = bending.solved(taken, by)
    assert {each.removeprefix("right_").removeprefix("left_") for each in found} <= changed
    after = at.with_numbers(found)
    still = bending.still(taken)

    def seen_from(it: Posed) -> tuple[float, float]:
        x, y = place(it, both, still or "pelvis")
        return place(it, both, name)[0] - x, place(it, both, name)[1] - y

    reached = [then - now for then, now in zip(seen_from(after), seen_from(at), strict=True)]
    assert dist(reached, by) < 5, reached
    assert all(not body.beyond(_joint(each), amount) for each, amount in after.rests.joints.items())
    if name in ("pelvis", "neck", "right_heel"):
        for side in ("right", "left"):
            assert _lowest(after, f"{side}_toes") < 1, "the feet stay on the ground"
    if name == "neck":
        for side in ("right", "left"):
            legs = [_from_hips(it, f"{side}_ankle") for it in (at, after)]
            assert dist(*legs) < 2, "the legs stay where they are below a trunk that leans"


def _joint(name: str) -> str:
    return name.removeprefix("right_").removeprefix("left_")


def _from_hips(at: Posed, part: str) -> tuple[float, ...]:
    points = at.rests.points
    return tuple(a - (b + c) / 2 for a, b, c in zip(points[part], points["right_hip"], points["left_hip"], strict=True))


def _lowest(at: Posed, part: str) -> float:
    return at.rests.points[part][2] - thick(part)


@pytest.mark.parametrize("name", [each.name for each in handles("whole")])
@pytest.mark.parametrize("view", ["side", "front"])
def test_no_joint_goes_beyond_its_range_however_far_it_is_pulled(name: str, view: str) -> None:
    at = begun("Standing", view)
    found = next((each for each, _ in shown(at, False) if each.name == name), None)
    for by in ((300.0, -300.0), (-300.0, 40.0)):
        changes = Bending(at, False).solved(found, by) if found else {}
        after = at.with_numbers(changes) if changes else at
        assert all(not body.beyond(_joint(each), amount) for each, amount in after.rests.joints.items()), changes


def test_straight_limb_is_bent_and_a_bent_one_is_straightened() -> None:
    """Where no number moves a part at first, and where a part is at the end of its way."""
    at = begun("Standing")
    drag = Bending(at, True)
    bent = drag.solved(handle(at, True, "pelvis"), (0, 10))
    assert bent["right_knee"] > 20
    again = drag.solved(handle(at, True, "pelvis"), (0, 0), bent)
    assert abs(at.with_numbers(again).numbers.get("right_knee", 0)) < 6


def test_shoulder_and_pelvis_are_moved_by_the_trunk_where_that_is_seen() -> None:
    side, front, above = (begun("Standing", view) for view in ("side", "front", "above"))
    assert "right_shoulder" not in {each.name for each, _ in shown(side, True)}, "the trunk is dragged there"
    for at, name, changed in ((front, "left_pelvis", {"list"}), (above, "right_shoulder", {"twist"})):
        found = Bending(at, True).solved(handle(at, True, name), (0, -1.5))
        assert changed <= set(found), found


def test_foot_in_close_up_is_bent_toe_by_toe() -> None:
    at = posed({"view": "side", "body": "foot", "poses": [{"foot": {"sole": 0}}]}, [], ("poses", 0))
    found = Bending(at, True).solved(handle(at, True, "toe1tip"), (0, -3))
    assert set(found) == {"big_toe"} and found["big_toe"] > 20
    lean = Bending(at, True).solved(handle(at, True, "shin"), (2, 0))
    assert set(lean) == {"lean"} and lean["lean"] > 5


CASES: list[tuple[dict[str, Any], dict[str, Any], dict[str, int | None], dict[str, Any]]] = [
    ({}, {}, {"right_knee": 90, "left_knee": 90}, {"legs": {"knee": 90}}),
    ({"legs": {"knee": 90}}, {}, {"right_knee": 40}, {"right_leg": {"knee": 40}, "left_leg": {"knee": 90}}),
    ({"legs": {"sole": 0, "knee": 9}}, {}, {"right_knee": 4, "left_knee": 4}, {"legs": {"sole": 0, "knee": 4}}),
    ({"right_leg": {"hip": 5}}, {}, {"right_step": 15}, {"right_leg": {"step": 15}}),
    ({"legs": {"sole": 0}}, {}, {"right_ankle": 5, "left_ankle": 5}, {"legs": {"ankle": 5}}),
    ({"shows": "A", "trunk": {"lean": 9}}, {}, {"lean": None}, {"shows": "A"}),
    ({}, {"legs": {"knee": 90}}, {"right_knee": 90}, {}),
    ({"legs": {"knee": 9}}, {"legs": {"knee": 90}}, {"right_knee": 90, "left_knee": 90}, {}),
    ({"trunk": {"head": 5}}, {}, {"head": 0}, {}),
    ({}, {"trunk": {"head": 5}}, {"head": 0}, {"trunk": {"head": 0}}),
    ({}, {}, {"right_sole": 0, "left_sole": 0}, {"legs": {"sole": 0}}),
    ({"arms": {"elbow": 9}}, {}, {"lean": 4}, {"arms": {"elbow": 9}, "trunk": {"lean": 4}}),
]


@pytest.mark.parametrize(("pose", "before", "changes", "after"), CASES)
def test_data_says_a_change_and_no_more(
    pose: dict[str, Any], before: dict[str, Any], changes: dict[str, int | None], after: dict[str, Any]
) -> None:
    at = posed({"view": "side", "poses": [before, pose]}, [], ("poses", 1))
    assert at.with_numbers(changes).record == after


def test_leg_that_is_bent_by_hand_no_longer_follows_its_foot_and_stays_as_it_was() -> None:
    at = begun(BACK)
    knee = round(at.rests.joints["right_knee"])
    made = at.with_numbers({"right_hip": 40, "left_hip": 40})
    assert made.record["legs"] == {"sole": 0, "knee": knee, "hip": 40}


def test_pose_that_begins_like_another_is_that_one_whatever_came_before() -> None:
    before = {"trunk": {"lean": 30}, "legs": {"step": 20}, "arms": {"out": 9}}
    at = posed({"view": "side", "poses": [before, {"shows": "A", "arms": {"elbow": 4}}]}, [], ("poses", 1))
    like = begun(FOURS)
    made = at.like(like.pose)
    assert made.record["shows"] == "A"
    for part, point in like.rests.points.items():
        assert dist(made.rests.points[part], point) < 1e-6
    on = posed({"view": "side", "poses": [{"contacts": {"right_hand": "wall"}}]}, [], ("poses", 0))
    assert at.like(on.pose).record["contacts"] == {"right_hand": "wall"}
    held = posed({"view": "side", "poses": [on.record, {"shows": "A"}]}, [], ("poses", 1))
    assert held.like(like.pose).record["contacts"] == {"right_hand": "free"}


def test_limb_that_a_contact_holds_stays_while_the_body_goes_and_goes_when_it_is_dragged() -> None:
    on = {"hands": "floor", "knees": "floor"}
    pose = {"trunk": {"lean": 80}, "legs": {"hip": 80}, "arms": {"shoulder": 80}, "contacts": on}
    at = posed({"view": "side", "poses": [pose]}, [], ("poses", 0))
    hand = at.rests.points["right_hand"]
    moved = at.with_numbers(Bending(at, True).solved(handle(at, True, "pelvis"), (-8, 0)))
    assert moved.rests.points["right_hip"][0] < at.rests.points["right_hip"][0] - 4
    assert moved.rests.points["right_hand"][2] == pytest.approx(hand[2], abs=0.1), "on the floor, as before"
    assert set(Bending(at, True).solved(handle(at, True, "neck"), (-4, -6))) == {"lean"}, "its hands hold themselves"
    reached = at.with_numbers(Bending(at, False).solved(handle(at, False, "right_hand"), (12, 0)))
    assert reached.rests.points["right_hand"][0] > hand[0] + 6
