"""Figures as they were, of the dataset and by chance: a digest each, for the sheets of test_figure_sheet.py show them.

After a change that is meant: `ACCEPT=1 scripts/test tests/unit/derived`, and look at those sheets.
"""

from functools import partial

import figure_chance
import trial_figures
from derived import digest, same
from figure_stances import figures
from limber.dataset.rules import registry
from limber.dataset.rules.tables import Tables
from limber.figures import body, drawing, foot, skeleton, things
from limber.model.figure import merged, parse_figure, parse_pose
from limber.poses.starts import STARTS

CHANCES = 80
UNUSUAL = (95, 119, 148, 157, 163, 173, 175, 226, 290, 364, 381, 446, 523, 563, 720, 836, 885)
"""Chances of which something is told that is told of none before."""
LYING = {
    "seat": {"legs": {"hip": 84, "knee": 86}},
    "back": {"trunk": {"lean": -90}},
    "upper_back": {"trunk": {"lean": -80}, "legs": {"hip": 20, "knee": 90}},
    "chest": {"trunk": {"lean": 90}},
    "belly": {"trunk": {"lean": 86, "bend": -20}},
    "right_side": {"trunk": {"tip": 90}, "legs": {"hip": 40, "knee": 60}},
    "left_side": {"trunk": {"tip": -90}, "legs": {"hip": 40, "knee": 60}},
}
"""How a body is that each part may carry; where another one is on something, it stands."""
STANDING = {"arms": {"shoulder": 50, "out": 10, "elbow": 40}, "legs": {"hip": 40, "knee": 50}}
LOOKS = (("side", "broad", 1), ("front", "older", 1), ("corner", "average", 1), ("back", "average", 2))
"""The view, the person, and how many poses: the last one is drawn."""


def test_leg_is_told_in_one_way_from_pose_to_pose():
    """Set down it forgets the angles that it had; told an angle, it is no longer set down."""
    bent = {"right_hip": 1, "right_knee": 2, "right_out": 3, "right_turn": 4, "right_ankle": 5, "left_hip": 6}
    down = merged(bent, {"right_leg": {"step": 10}})
    assert down == {"right_ankle": 5, "left_hip": 6, "right_step": 10}
    assert merged(down, {"right_leg": {"sole": 0}}) == {"left_hip": 6, "right_step": 10, "right_sole": 0}
    for angle in ("hip", "knee", "out", "turn"):
        assert merged({"left_step": 8}, {"legs": {angle: 7}}) == {f"right_{angle}": 7, f"left_{angle}": 7}
    assert merged({"right_sole": 0}, {"right_leg": {"ankle": 3}}) == {"right_ankle": 3}
    told = {"shows": "Both arms out.", "arms": {"out": 9, "elbow": 8}, "trunk": {"lean": 4}, "foot": {"spread": 2}}
    arms = {"right_arm_out": 9, "right_elbow": 8, "left_arm_out": 9, "left_elbow": 8}
    assert merged({}, told) == {**arms, "lean": 4, "spread": 2}


def test_figures_are_drawn_as_they_were(dataset):
    said = []
    for exercise, figure in figures(dataset):
        pictures = drawing.drawing(figure, exercise.works)
        drawn = {f"pose {number}": each for number, each in enumerate(pictures.poses, 1)}
        drawn |= {"motion": pictures.motion} if pictures.motion else {}
        drawn["last"] = drawing.last(figure, exercise.works)
        for number, fault in enumerate(exercise.faults, 1):
            if fault.figure:
                drawn[f"fault {number}"] = drawing.fault(figure, fault.figure, exercise.works).poses[0]
        said.append(f"{exercise.id}: {' '.join(map(str, pictures.pace))} frames")
        said += [f"  {name}: {len(each.paths)} lines in {each.box}, {digest(each)}" for name, each in drawn.items()]
    same("figures", said)


def test_figures_by_chance_are_drawn_as_they_were():
    """What the exercises of today do not show, too: each view, thing, mark and joint."""
    said = []
    for number in range(CHANCES):
        record = figure_chance.record(number)
        figure = parse_figure(record)
        wrong = parse_pose(record["fault"], figure.view, figure.poses[-1], "It goes wrong.")
        works = ("", "right")[number % 2]
        try:
            pictures = drawing.drawing(figure, works)
            drawn = [
                *pictures.poses,
                drawing.last(figure, works),
                drawing.fault(figure, wrong, works).poses[0],
            ]
        except skeleton.OutOfReachError as far:
            said.append(f"{number}: {figure.body}, the {far.side} foot is out of reach by {far.by:.3f}")
            continue
        moves = digest(pictures.motion) if pictures.motion else "still"
        said.append(
            f"{number}: {figure.body} from the {figure.view}, {moves}, {' '.join(map(str, pictures.pace))} frames"
        )
        said += [f"  {len(each.paths)} lines in {each.box}, {digest(each)}" for each in drawn]
    assert sum("reach" in line for line in said) < CHANCES / 3
    same("figures-by-chance", said)


def test_each_part_on_each_thing_is_drawn_as_it_was():
    """Of contacts that no exercise has, too, and of bodies that do not reach: nobody but the rules says so."""
    said = []
    for part, known in figure_chance.SCHEMA["contacts"]["properties"].items():
        stands = {} if part in LYING or part.endswith(("feet", "foot")) else {"feet": "floor"}
        for thing in known["enum"]:
            poses = (
                {
                    "shows": "On it.",
                    **LYING.get(part, STANDING),
                    "contacts": {**stands, part: "floor" if thing == "free" else thing},
                },
                {
                    "shows": "Going on.",
                    "arms": {"elbow": 70},
                    **({"contacts": {part: thing}} if thing == "free" else {}),
                },
            )
            drawn = [
                drawing.last(parse_figure({"view": view, "person": person, "poses": poses[:count]}), "right")
                for view, person, count in LOOKS
            ]
            said.append(f"{part} on {thing}: {' '.join(digest(each)[:6] for each in drawn)}")
    known = figure_chance.SCHEMA["equipment"]["properties"]["drawing"]["enum"]
    same("contacts", [*said, *(f"{name} alone: {digest(things.picture(name))}" for name in known)])


def test_trials_are_drawn_as_they_were_from_each_side():
    """What the exercises of the site itself do not show, such as things that are held; and poses to begin with."""
    said = []
    starts = {name: {"poses": [{"shows": name, **pose}]} for name, pose in STARTS.items()}
    for name, record in {**trial_figures.records(), **starts}.items():
        for view in ("side", "front", "back", "above", "corner", "slant"):
            pictures = drawing.drawing(parse_figure({**record, "view": view}), "left")
            moves = digest(pictures.motion) if pictures.motion else "still"
            said.append(f"{name} from the {view}: {digest(pictures.poses)}, {moves}")
    same("trials", said)


def test_poses_by_chance_are_judged_as_they_were():
    """Each is told of with its number to change, or passes; none stops the rules, even one that hangs in the air."""
    rules = [each for each in registry.RULES if each.__module__.endswith((".figures", ".poses"))]
    said = []
    for number in (*range(CHANCES // 2), *UNUSUAL):
        figure = figure_chance.record(number)
        wrong = {"figure": figure.pop("fault")}
        told = Tables({}, {}, {"x": {"figure": figure, "faults": [wrong]}}, {})
        for problem in (each for rule in rules for each in rule(told)):
            said.append(f"{number}: {'.'.join(map(str, problem.where[2:]))}: {problem.what} {problem.tip}")
    same("poses-by-chance", said)


def test_bodies_stand_as_they_did_with_each_joint_at_its_ends():
    """Of what no exercise of the dataset does, too; and how far each joint goes at all."""
    said = []
    for joint in body.RANGES:
        ends = [degrees for degrees in range(-200, 201) if not body.beyond(joint, degrees)]
        said.append(f"{joint}: from {min(ends)} to {max(ends)} degrees")
        for degrees in (min(ends), max(ends)):
            said += [f"  {name} {degrees}: {_standing(stance({name: degrees}))}" for name, stance in _names(joint)]
    for name, number in (("lean", -90), ("lean", 40), ("toes_out", 30), ("right_sole", 20), ("head", 20)):
        said.append(f"{name} {number}: {_standing(skeleton.stance({name: number}, {}))}")
    planted = {"right_hip": 40, "right_knee": 80, "left_step": -10, "left_aside": 6, "left_sole": 12, "lean": 5}
    for more in ({}, {"left_lift": 4}, {"left_turn": 20, "left_toes_out": 10, "left_roll": 8}):
        stance = skeleton.stance({**planted, **more}, {"right": 3}, "left_heel")
        said.append(f"a foot set down, {more}: {_standing(stance)}")
    said += [f"ball at {place}: {_standing(foot.stance({'ball_at': place}))}" for place in (0, 50, 100)]
    same("stances", said)


def _names(joint):
    """The names that a joint goes by, in a body or in a foot alone, each with what makes a stance of it."""
    if joint in foot.stance({}).joints:
        yield joint, foot.stance
    whole = partial(skeleton.stance, under={})
    yield from ((name, whole) for name in whole({}).joints if name.removeprefix("right_") == joint)


def _standing(stance):
    places = sorted((part, *(round(each, 6) + 0.0 for each in at)) for part, at in stance.points.items())
    return digest([places, sorted((joint, round(degrees, 6) + 0.0) for joint, degrees in stance.joints.items())])
