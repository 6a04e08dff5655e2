"""Rules on figures: which parts, marks and views a body has, and what its poses may combine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from limber.dataset.problem import Place, Problem, Said, listed, say
from limber.dataset.rules.resolved_poses import WHOLE_PARTS, beyond_as_written, figures, own_poses, poses
from limber.dataset.rules.tables import Record, Tables
from limber.figures import foot, marks, skeleton
from limber.model.figure import FOOT, INSTEAD, SOLE, WHOLE, merged

Asked = tuple[Place, str, bool, Said]
"""What a figure names and where, whether the body has it, and what to do if not."""
_VIEWS = "Write side, front or back."
_DETAILS = "Write right_foot, left_foot or trunk."
_OTHER = "Take it out, or write a part that is in the picture."


def a_pose_is_of_the_body_of_its_figure(tables: Tables) -> Iterator[Problem]:
    """A close-up has a foot and no knees; a whole body has its feet on its legs."""
    for where, figure in figures(tables):
        body = figure.get("body", WHOLE)
        strange = WHOLE_PARTS if body == FOOT else ("foot",)
        for place, pose in poses(tables, where, figure):
            for part in strange:
                if part in pose:
                    has = "foot" if body == FOOT else listed(list(WHOLE_PARTS), "or")
                    yield Problem(
                        (*place, part),
                        say("this figure's body is {body}; it has no {part}.", body=body, part=part),
                        say("Take it out, or write {has} in its place.", has=has),
                        at_key=True,
                    )


def an_angle_is_within_its_joints_range(tables: Tables) -> Iterator[Problem]:
    """Nobody can be drawn as nobody can stand."""
    for where, figure in figures(tables):
        for place, pose in poses(tables, where, figure):
            yield from beyond_as_written(place, pose)


def a_mark_is_on_the_body(tables: Tables) -> Iterator[Problem]:
    """What moves, what stays and where it is felt are parts of the body that is drawn."""
    for where, figure in figures(tables):
        is_close_up = figure.get("body", WHOLE) == FOOT
        first = next((pose for place, pose in own_poses(where, figure) if place[-1] == 0), {})
        ball = (("ball_at", 0),) if is_close_up and "ball_at" in first.get("foot", {}) else ()
        has = (foot.stance(dict(ball)) if is_close_up else skeleton.stance({}, {})).points
        asked = list(_asked(where, figure, has, is_close_up))
        for place, pose in poses(tables, where, figure):
            if "moves" in pose:
                parts = marks.moving(pose["moves"], has)
                asked.append(((*place, "moves"), pose["moves"], all(each in has for each in parts), say(_OTHER)))
            if "detail" in pose:
                asked.append(((*place, "detail"), pose["detail"], not is_close_up, say("Take it out.")))
            if pose.get("view") == SOLE:
                asked.append(((*place, "view"), SOLE, is_close_up, say(_VIEWS)))
        for place, name, there, tip in asked:
            if not there:
                body = "a foot in close-up" if is_close_up else "a whole body"
                yield Problem(place, say('{body} has no "{name}".', body=body, name=name), tip)
        if is_close_up and "things" in figure:
            yield Problem(
                (*where, "things"),
                say("a foot in close-up stands on the ground or on a ball."),
                say('Take it out; "ball_at:" in a pose puts a ball under the sole.'),
                at_key=True,
            )


def _asked(where: Place, figure: Record, has: Collection[str], is_close_up: bool) -> Iterator[Asked]:
    """What a figure names outside of its poses."""
    felt = _choice(name for name, (part, *_) in marks.FELT.items() if part in has)
    for number, name in enumerate(figure.get("felt", ())):
        if name in marks.FELT:
            yield (*where, "felt", number), name, marks.FELT[name][0] in has, felt
    view = figure.get("view")
    there = {
        "detail": (figure.get("detail") == SOLE) == is_close_up,
        "view": view != SOLE or is_close_up,
        "stays": figure.get("stays") in has,
        "person": not is_close_up,
    }
    tips = {"detail": say("Write sole.") if is_close_up else say(_DETAILS), "view": say(_VIEWS)}
    for key, is_there in there.items():
        if key in figure:
            yield (*where, key), figure[key], is_there, tips.get(key, say("Take it out."))


def a_leg_is_told_in_one_way(tables: Tables) -> Iterator[Problem]:
    """Where a foot stands says how its leg is bent; where its sole is level says how its ankle is."""
    for where, figure in figures(tables):
        for place, pose in poses(tables, where, figure):
            for part in (each for each in ("legs", "right_leg", "left_leg") if isinstance(pose.get(each), Mapping)):
                for key, others in INSTEAD.items():
                    if key in pose[part] and (told := [each for each in others if each in pose[part]]):
                        yield Problem(
                            (*place, part, told[0]),
                            say('"{told}" and "{key}" say one thing in two ways.', told=told[0], key=key),
                            say('Take it out, or take "{key}" out.', key=key),
                            at_key=True,
                        )


def what_carries_a_body_stays_by_itself(tables: Tables) -> Iterator[Problem]:
    """With contacts nobody has to say which part stays."""
    for where, figure in figures(tables):
        if "stays" in figure and any(pose.get("contacts") for _, pose in poses(tables, where, figure)):
            yield Problem(
                (*where, "stays"),
                say("what carries the body stays by itself where its poses say what it is on."),
                say("Take it out."),
                at_key=True,
            )


def a_pose_is_not_the_one_before_it(tables: Tables) -> Iterator[Problem]:
    """From a pose to the same there is no way that could be drawn."""
    for where, figure in figures(tables):
        numbers: dict[str, int] = {}
        for place, pose in own_poses(where, figure):
            before, numbers = numbers, merged(numbers, pose)
            if before == numbers and place[-1] and not pose.get("contacts"):
                yield Problem(
                    place,
                    say("this pose is the same as pose {place}.", place=place[-1]),
                    say("Take it out, or write what moves from the one to the other."),
                )


def a_wrong_pose_has_a_right_one(tables: Tables) -> Iterator[Problem]:
    """A fault is drawn as what differs from the exercise's figure."""
    for where, record in tables.records("exercises"):
        for number, fault in enumerate(record.get("faults", ())):
            if fault and "figure" in fault and "figure" not in record:
                yield Problem(
                    (*where, "faults", number, "figure"),
                    say("the exercise has no figure that this could differ from."),
                    say("Take it out, or add a figure to the exercise."),
                    at_key=True,
                )


def _choice(names: Iterable[str]) -> Said:
    return say("Write {names}.", names=listed(list(names), "or"))
