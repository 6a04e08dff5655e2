"""Rules about figures: a body that can be, at rest, with marks that it has; knows no picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from limber import figure_body, figure_foot, figure_marks, figure_model, figure_pose, figure_props
from limber.figure_model import FOOT, SOLE, WHOLE
from limber.figure_pose import OutOfReachError, Stance
from limber.problem import Place, Problem, listed
from limber.tables import Record, Tables

_WHOLE_PARTS = ("trunk", "legs", "right_leg", "left_leg", "arms", "right_arm", "left_arm")
_FREE = ("sole", "step", "aside", "lean", "ball_at", "toes_out")
"""Numbers that are no joint's: what joints make of them is looked at where the body stands."""


def a_pose_is_of_the_body_of_its_figure(tables: Tables) -> Iterator[Problem]:
    """A close-up has a foot and no knees; a whole body has its feet on its legs."""
    for where, figure in _figures(tables):
        body = figure.get("body", WHOLE)
        strange = _WHOLE_PARTS if body == FOOT else ("foot",)
        for place, pose in _poses(tables, where, figure):
            for part in strange:
                if part in pose:
                    has = "foot" if body == FOOT else listed(list(_WHOLE_PARTS), "or")
                    yield Problem(
                        (*place, part),
                        f"this figure's body is {body}; it has no {part}.",
                        f"Write {has} here, or change the figure's body for all of its poses.",
                        at_key=True,
                    )


def an_angle_is_within_its_joints_range(tables: Tables) -> Iterator[Problem]:
    """Nobody can be drawn as nobody can stand; where a foot is set down, that holds for what its leg does for it."""
    for where, figure in _figures(tables):
        numbers: dict[str, int] = {}
        for place, pose in _poses(tables, where, figure):
            written = list(_beyond_as_written(place, pose))
            yield from written
            now = figure_model.merged(numbers, pose)
            if not written and not _of_another_body(figure, pose):
                yield from _beyond_as_it_stands(place, figure, now)
            if "poses" in place:  # a fault goes on from the last pose, and nothing from a fault
                numbers = now


def a_mark_is_on_the_body(tables: Tables) -> Iterator[Problem]:
    """What moves, what stays and where it is felt are parts of the body that is drawn."""
    for where, figure in _figures(tables):
        foot = figure.get("body", WHOLE) == FOOT
        first = next((pose for place, pose in _own_poses(where, figure) if place[-1] == 0), {})
        ball = (("ball_at", 0),) if foot and "ball_at" in first.get("foot", {}) else ()
        has = _standing(foot, ball, ()).points
        marks: list[tuple[Place, str, bool]] = [
            ((*where, "felt", number), name, figure_marks.FELT[name][0] in has)
            for number, name in enumerate(figure.get("felt", ()))
            if name in figure_marks.FELT
        ]
        if "detail" in figure:
            marks.append(((*where, "detail"), figure["detail"], (figure["detail"] == SOLE) == foot))
        if figure.get("view") == SOLE:
            marks.append(((*where, "view"), SOLE, foot))
        if "stays" in figure:
            marks.append(((*where, "stays"), figure["stays"], figure["stays"] in has))
        for place, pose in _poses(tables, where, figure):
            if "moves" in pose:
                parts = figure_marks.moving(pose["moves"], has)
                marks.append(((*place, "moves"), pose["moves"], all(each in has for each in parts)))
            if "detail" in pose:
                marks.append(((*place, "detail"), pose["detail"], not foot))
            if pose.get("view") == SOLE:
                marks.append(((*place, "view"), SOLE, foot))
        for place, name, there in marks:
            if not there:
                body = "a foot in close-up" if foot else "a whole body"
                yield Problem(place, f'{body} has no "{name}".', "Name a part that is in the picture.")
        if foot and "things" in figure:
            yield Problem(
                (*where, "things"),
                "a foot in close-up stands on the ground or on a ball.",
                'Take it out; "ball_at:" in a pose puts a ball under the sole.',
                at_key=True,
            )


def a_leg_is_told_in_one_way(tables: Tables) -> Iterator[Problem]:
    """Where a foot stands says how its leg is bent; where its sole is level says how its ankle is."""
    for where, figure in _figures(tables):
        for place, pose in _poses(tables, where, figure):
            for part in (each for each in ("legs", "right_leg", "left_leg") if isinstance(pose.get(each), Mapping)):
                for key, others in figure_model.INSTEAD.items():
                    if key in pose[part] and (told := [each for each in others if each in pose[part]]):
                        yield Problem(
                            (*place, part, told[0]),
                            f'"{told[0]}" and "{key}" say one thing in two ways.',
                            "Take one of them out.",
                            at_key=True,
                        )


def a_pose_is_not_the_one_before_it(tables: Tables) -> Iterator[Problem]:
    """From a pose to the same there is no way that could be drawn."""
    for where, figure in _figures(tables):
        numbers: dict[str, int] = {}
        for place, pose in _own_poses(where, figure):
            before, numbers = numbers, figure_model.merged(numbers, pose)
            if before == numbers and place[-1]:
                yield Problem(
                    place,
                    f"this pose is the same as pose {place[-1]}.",
                    "Write what moves from the one to the other, or take one of them out.",
                )


def a_wrong_pose_has_a_right_one(tables: Tables) -> Iterator[Problem]:
    """A fault is drawn as what differs from the exercise's figure."""
    for where, record in tables.records("exercises"):
        for number, fault in enumerate(record.get("faults", ())):
            if fault and "figure" in fault and "figure" not in record:
                yield Problem(
                    (*where, "faults", number, "figure"),
                    "the exercise has no figure that this could differ from.",
                    "Add a figure to the exercise, or take this one out.",
                    at_key=True,
                )


def _figures(tables: Tables) -> Iterator[tuple[Place, Record]]:
    for where, record in tables.records("exercises"):
        if record.get("figure"):
            yield (*where, "figure"), record["figure"]


def _own_poses(where: Place, figure: Record) -> Iterator[tuple[Place, Record]]:
    for number, pose in enumerate(figure.get("poses", ())):
        if pose:
            yield (*where, "poses", number), pose


def _poses(tables: Tables, where: Place, figure: Record) -> Iterator[tuple[Place, Record]]:
    """The poses of a figure, then those of the exercise's faults, which differ from its last."""
    yield from _own_poses(where, figure)
    for number, fault in enumerate(tables.exercises[str(where[1])].get("faults", ())):
        if fault and fault.get("figure"):
            yield (*where[:2], "faults", number, "figure"), fault["figure"]


def _beyond_as_written(place: Place, pose: Record) -> Iterator[Problem]:
    for part, angles in pose.items():
        if not isinstance(angles, Mapping):
            continue
        for name, amount in angles.items():
            joint = "arm_out" if name == "out" and "arm" in part else name
            if joint not in _FREE and figure_body.beyond(joint, amount):
                least, most = figure_body.RANGES[joint]
                yield Problem(
                    (*place, part, name),
                    f"{amount} degrees are beyond what a body can do.",
                    f"Write degrees from {least} to {most}.",
                )


def _beyond_as_it_stands(place: Place, figure: Record, numbers: Mapping[str, int]) -> Iterator[Problem]:
    try:
        stance = _stance(figure, numbers)
    except OutOfReachError as far:
        yield Problem(
            place,
            f"the {far.side} foot does not reach the ground; it lacks {far.by:.0f} cm or more.",
            f"Bend the other knee more, or bring the {far.side} foot's step nearer to 0.",
        )
        return
    for name, amount in stance.joints.items():
        joint = name.removeprefix("right_").removeprefix("left_")
        if figure_body.beyond(joint, amount):
            least, most = figure_body.RANGES[joint]
            said = name.replace("_", " ")
            yield Problem(
                place,
                f"as the body stands, the {said} comes to {amount:.0f} degrees; it goes from {least} to {most}.",
                "Change the sole, the step or the lean, or bend another joint more.",
            )


def _stance(figure: Record, numbers: Mapping[str, int]) -> Stance:
    under = figure_props.ground_under(figure.get("things", {}))
    return _standing(figure.get("body", WHOLE) == FOOT, tuple(numbers.items()), tuple(under.items()))


@lru_cache(maxsize=4096)  # many exercises begin in the same pose
def _standing(foot: bool, numbers: tuple[tuple[str, int], ...], under: tuple[tuple[str, float], ...]) -> Stance:
    return figure_foot.stance(dict(numbers)) if foot else figure_pose.stance(dict(numbers), dict(under))


def _of_another_body(figure: Record, pose: Record) -> bool:
    foot = figure.get("body", WHOLE) == FOOT
    return any(part in pose for part in (_WHOLE_PARTS if foot else ("foot",)))
