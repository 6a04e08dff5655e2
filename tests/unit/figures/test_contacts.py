"""Bodies that are placed by what they are on: held there, within what joints do, through no floor and no thing."""

from __future__ import annotations

from copy import deepcopy
from math import dist

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from limber.dataset.load import load
from limber.figures import balance, body, drawing, furniture, inverse_kinematics, paths, scene, skeleton, targets
from limber.figures.posing import posed
from limber.figures.vectors import add
from limber.model.figure import WHOLE, parse_figure
from trial_figures import between, records, stances, trials

NEAR, SEEN = 1e-6, 0.5  # centimetres
BONES = {
    ("hip", "knee"): body.THIGH,
    ("knee", "ankle"): body.SHANK,
    ("shoulder", "elbow"): body.UPPER_ARM,
    ("elbow", "wrist"): body.FOREARM,
    ("wrist", "hand"): body.HAND,
}


def test_limbs_are_of_one_length_in_each_pose_and_between():
    for name, _, stance in (*stances(), *between()):
        for side in skeleton.SIDES:
            for (one, other), long in BONES.items():
                far = dist(stance.points[f"{side}_{one}"], stance.points[f"{side}_{other}"])
                assert abs(far - long) < 1e-4, f"{name}: from {side} {one} to {other} it is {far:.2f} cm"


def test_joints_are_within_their_ranges_in_each_pose_and_between():
    for name, _, stance in (*stances(), *between()):
        for joint, degrees in stance.joints.items():
            plain = joint.removeprefix("right_").removeprefix("left_")
            assert not body.beyond(plain, degrees), f"{name}: {joint} at {degrees:.0f}"


def test_part_is_on_what_it_is_said_to_be_on():
    for name, pose, stance in stances():
        for part, far in stance.lacks.items():
            assert far < SEEN, f"{name}: {part} lacks {far:.1f} cm"
        for each in pose.contacts:
            if each.thing in scene.TOPS and each.thing != "bar":
                on = each.part
                low = min(stance.points[point][2] - skeleton.thick(point) for point in targets.RESTS[on])
                assert abs(low - scene.top(each.thing)) < SEEN, f"{name}: {on} is {low:.1f} cm high"


def test_hand_on_a_wall_is_flat_on_it_and_one_at_a_bar_round_it():
    (wall,) = trials()["wall-calf-stretch"].scene
    (bar,) = trials()["hang"].scene
    for name, _, stance in stances():
        for side in skeleton.SIDES:
            wrist, hand = (stance.points[f"{side}_{each}"] for each in ("wrist", "hand"))
            if name.startswith("wall-calf"):
                assert abs(wrist[0] + skeleton.thick("wrist") - wall.at[0]) < NEAR * 1e3, name
                assert abs(hand[0] - wrist[0]) < NEAR * 1e3 and hand[2] > wrist[2], f"{name}: its fingers point up"
            if name.startswith("hang"):
                assert abs(hand[2] - scene.TOPS["bar"]) < 0.1 and abs(hand[0] - bar.at[0]) < 0.1, name
    for view, is_drawn in (("side", True), ("front", False), ("back", False)):
        drawn = [each.name for _, shapes in furniture.groups((wall,), view) for each in shapes]
        assert ("wall" in drawn) == is_drawn, f"{view}: it would hide who stands at it"


def test_nothing_is_in_the_floor_in_each_pose_and_between():
    for name, _, stance in (*stances(), *between()):
        for point, (_, _, z) in stance.points.items():
            if skeleton.bears(point):
                assert z - skeleton.thick(point) > -SEEN, f"{name}: {point} at {z - skeleton.thick(point):.1f} cm"


def test_no_limb_is_within_a_thing():
    for name, _, stance in (*stances(), *between()):
        assert not set(furniture.within(stance.points, trials()[name.split(",")[0]].scene)), name
    figure = trials()["step-up"]
    points = paths.stance(figure, figure.poses[0].by_name()).points
    lower = {part: add(point, (0, 0, -8)) for part, point in points.items()}
    assert ("right_heel", "step") in furniture.within(lower, figure.scene)


def test_weight_is_above_what_carries_it():
    for name, pose, stance in stances():
        on = {each.part: each.thing for each in pose.contacts}
        if ", pose" in name and "bar" not in on.values():  # who does it wrong may well fall
            off, carrying = balance.off(stance.points, {}, {}, on)
            assert not off, f"{name}: {off:.0f} cm beside {carrying}"


def test_part_stays_where_it_was_until_its_limb_is_moved():
    for name, part in (
        ("glute-bridge", "left_ball"),
        ("half-kneeling-hip-flexor-stretch", "left_heel"),
        ("childs-pose", "right_knee"),
    ):
        first, second = (stance.points[part] for each, _, stance in stances() if each.startswith(f"{name}, pose"))
        assert dist(first, second) < 0.2, name
    moving = [stance.points["right_hand"] for name, _, stance in between() if name.startswith("push-up-on-a-table")]
    assert max(dist(moving[0], each) for each in moving) < 0.2, "on the way, too"


def test_foot_stays_where_nothing_is_said_to_carry_the_body():
    leaning = {"shows": "Leaning.", "trunk": {"lean": 12}, "legs": {"ankle": 12}}
    first = {"shows": "Standing.", "arms": {"shoulder": 90}, "contacts": {"hands": "wall"}}
    figure = posed(parse_figure({"view": "side", "poses": [first, leaning]}))
    upright, after = (paths.stance(figure, pose.by_name()) for pose in figure.poses)
    assert dist(upright.points["right_ball"], after.points["right_ball"]) < 0.5
    assert not after.lacks and after.joints["right_elbow"] > upright.joints["right_elbow"] + 20


def test_hand_on_the_body_goes_with_it():
    for _, _, stance in (each for each in stances() if each[0].startswith("half-kneeling")):
        for side in skeleton.SIDES:
            assert dist(stance.points[f"{side}_hand"], stance.points[f"{side}_hip"]) < 20


def test_belly_that_is_round_with_breath_lifts_the_hand_on_it_alone():
    low, high = (stance for name, _, stance in stances() if name.startswith("diaphragm-breathing, pose"))
    lifted = {part for part, (_, _, z) in high.points.items() if z > low.points[part][2] + 0.1}
    assert {"right_wrist", "right_hand"} < lifted <= {"right_elbow", "right_wrist", "right_hand", "belly"}
    figure = trials()["diaphragm-breathing"]
    tops = [
        min(y for shape in paths.shapes(figure, each, "side", "") if shape.name == "belly" for _, y in shape.points)
        for each in (low, high)
    ]
    assert tops[0] - tops[1] > 4, "it is seen"


def test_twist_turns_the_shoulders_against_the_hips():
    points = skeleton.stance({"twist": 30}, {}).points
    across = add(points["left_shoulder"], points["right_shoulder"], -1)
    assert across[0] > 15 and add(points["left_hip"], points["right_hip"], -1)[0] == 0, "the left one is ahead"


def test_sideways_numbers_go_to_the_right():
    for key in ("sway", "tip", "head_tip"):
        assert skeleton.stance({key: 20}, {}).points["head"][1] < -1, key
    assert skeleton.stance({"head_turn": 60}, {}).points["head"][1] < -1


@settings(deadline=None, derandomize=True)
@given(st.tuples(*[st.floats(-60, 60)] * 3), st.tuples(*[st.floats(-1, 1)] * 3))
def test_two_bones_reach_wherever_they_can(target, pole):
    solved = inverse_kinematics.two_bones((0, 0, 0), target, 30, 24, pole)
    assert abs(dist((0, 0, 0), solved.middle) - 30) < 1e-6
    assert abs(dist(solved.middle, solved.end) - 24) < 1e-6
    assert abs(dist(solved.end, target) - solved.lacks) < 1e-5
    far = dist((0, 0, 0), target)
    assert solved.lacks < 1e-6 or not 6 < far < 54


def test_figure_of_each_kind_has_pictures_for_lists_and_cards():
    kinds = {(each.view, each.body, each.detail, each.goes): (name, each) for name, each in trials().items()}
    for name, figure in kinds.values():
        small = (drawing.last(figure, "right"), drawing.listed(figure, "right"), *drawing.ends(figure, "right"))
        assert all(min(each.box[2:]) > 0 for each in small), name


def test_trial_figures_are_sound_data(root, tmp_path):
    whole = yaml.safe_load((root / "tests" / "golden" / "dataset" / "a-body-sits-on-nothing.yaml").read_text("utf-8"))
    exercise = whole["exercises"]["side-plank"]
    del exercise["figure"]
    for number, (name, record) in enumerate(records().items()):
        own = {"code": f"q{chr(97 + number // 26)}{chr(97 + number % 26)}", "summary": f"Such is the {name}."}
        names = {key: name.capitalize() for key in ("name", "short_name", "spoken_name")}
        whole["exercises"][name] = deepcopy({**exercise, **own, **names, "figure": record})
    file = tmp_path / "exercises.yaml"
    file.write_text(yaml.safe_dump(whole, sort_keys=False, width=1000), "utf-8")
    assert {name for name, each in load(file).exercises.items() if each.figure} == set(records())


def test_ankle_that_is_across_the_other_knee_lies_on_that_thigh():
    for name, _, stance in (each for each in stances() if each[0].startswith("figure-four")):
        hip, knee, ankle = (stance.points[each] for each in ("left_hip", "left_knee", "right_ankle"))
        beside = add(hip, add(knee, hip, -1), 0.82)
        assert abs(dist(ankle, beside) - skeleton.thick("knee") - skeleton.thick("ankle") - 1) < 0.1, name


def test_bench_is_below_the_foot_alone_of_someone_who_lies_on_one_side():
    (bench,) = trials()["copenhagen-plank"].scene
    middle, size = next(furniture.boxes(bench))
    for points in (stance.points for name, _, stance in stances() if name.startswith("copenhagen")):
        foot, hips = (abs(points[each][1] - middle[1]) for each in ("right_ball", "right_pelvis"))
        assert foot < size[1] / 2 < hips


def test_thing_is_drawn_behind_who_is_on_it():
    for name, figure in trials().items():
        if figure.scene and figure.view == "side" and figure.body == WHOLE:
            drawn = paths.shapes(figure, paths.stance(figure, figure.poses[0].by_name()), "side", "")
            names = [each.name for each in drawn]
            things = {each.thing for each in figure.scene}
            assert things <= set(names), name
            assert max(names.index(each) for each in things) < names.index("trunk"), name


def test_knee_that_kneels_takes_no_step():
    pose = {"shows": "Kneeling.", "trunk": {"lean": 73}, "arms": {"shoulder": 73}, "legs": {"hip": 73, "step": 20}}
    figure = posed(parse_figure({"view": "side", "poses": [{**pose, "contacts": {"knees": "mat", "hands": "mat"}}]}))
    knee = paths.stance(figure, figure.poses[0].by_name()).points["right_knee"]
    assert abs(knee[2] - skeleton.thick("knee") - scene.top("mat")) < SEEN
