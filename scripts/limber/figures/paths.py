"""Converts a figure's shapes to the paths of an SVG, in whole numbers.

A unit is a quarter of a centimetre of a whole body, and less in a close-up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from limber.figures import close_up, foot, furniture, implements, marks, props, scene, skeleton, targets, written
from limber.figures.person import PEOPLE, Person, shown_in
from limber.figures.shapes import Shape, whole
from limber.figures.skeleton import Stance
from limber.figures.vectors import Flat, seen
from limber.model.figure import FOOT, SOLE, TRUNK, Figure

UNITS = {"whole": 4.0, "foot": 14.0}
SCALE = {"whole": 1.0, "foot": 4.0 / 14.0 * 0.62}
"""The scale of marks, so that they are as large in a close-up as on a whole body."""
MARGIN, BELOW = 5.0, 0.8  # centimetres around what is drawn, and below a near end that is below the ground's line
FOOT_HIGH, TOES_HIGH = 24.0, 20.0  # centimetres: of a picture of a foot, at most, and of one of its toes, which are low
STRAIGHT = ("side", "front", "back")
"""Views in which the ground is a line."""


class Path(NamedTuple):
    """One path: its class, where it goes, how wide it is (a face: 0).

    `frames` are the numbers of its way in each frame of the motion, if it moves; what stands between is as in `d`.
    `pose` is the pose of a motion at which alone it is seen, if it is an arrow.
    """

    tone: str
    d: str
    width: int
    frames: str = ""
    pose: int | None = None

    @property
    def closed(self) -> bool:
        """Whether the path is closed."""
        return self.d.endswith("z")


Box = tuple[int, int, int, int]
"""Left, top, width and height."""


class Lens(NamedTuple):
    """An enlarged part of a picture: where it is in it, what is shown, where that is, the line to it, and its paths."""

    around: Box
    part: Box
    place: Box
    link: str
    paths: tuple[Path, ...]


class Picture(NamedTuple):
    """One pose, or the motion through all of them."""

    shows: str
    box: Box
    paths: tuple[Path, ...]
    lens: Lens | None = None


def stance(figure: Figure, numbers: Mapping[str, float]) -> Stance:
    """The body of a figure in a pose."""
    if figure.body == FOOT:
        return foot.stance(numbers)
    if any(each.name in skeleton.SEEN_BY_NOSE for pose in figure.poses for each in pose.numbers):
        numbers = {"head_turn": 0, **numbers}
    return skeleton.stance(numbers, props.ground_under(figure.places()), figure.stays)


def skin(figure: Figure, part: str) -> float:
    """How far the skin of a part is from its middle."""
    is_close_up = figure.body == FOOT or part.startswith("toe")
    return foot.thick(part) if is_close_up else skeleton.thick(part)


def shapes(figure: Figure, of: Stance, view: str, works: str) -> list[Shape]:
    """The shapes of a figure in a stance."""
    return shapes_of_each(figure, view, works)(of)


def shapes_of_each(figure: Figure, view: str, works: str) -> Callable[[Stance], list[Shape]]:
    """What gives the shapes of a figure in a stance, with all that is the same in each worked out once."""
    if figure.writes:
        return _writing(figure, view, shapes_of_each(replace(figure, writes=""), view, works))
    if figure.body == FOOT:
        return lambda of: close_up.foot_shapes(of.points, view)
    furnished, carried, places = list(furniture.groups(figure.scene, view)), figure.carried(), figure.places()
    limbs, lists, wrists = figure.moving_limbs(), _lists(figure, view), _bends_wrists(figure)
    lain_on = {each.thing for pose in figure.poses for each in pose.contacts if each.part in targets.TRUNK}
    person, bed = _person(figure, lain_on), max(map(scene.top, lain_on), default=0)

    def shapes(of: Stance) -> list[Shape]:
        beside = [*furnished, *implements.groups(carried, of.points, view)]
        return whole(of.points, view, works, places, limbs, lists, beside, wrists, person, bed)

    return shapes


def _writing(figure: Figure, view: str, bodies: Callable[[Stance], list[Shape]]) -> Callable[[Stance], list[Shape]]:
    """The body with what it writes: the first stroke goes from where the part that moves is to where it is next."""
    stances = [stance(figure, pose.by_name()) for pose in figure.poses[:2]]
    part = marks.moving(figure.poses[0].moves, stances[0].points)[0]

    def pen(of: Stance) -> Flat:
        right, down = seen(of.points[part], view)
        return right + skin(figure, part), down

    if part not in stances[0].points or (begin := pen(stances[0]))[1] <= (top := pen(stances[-1]))[1]:
        return bodies  # it does not go up
    letters = list(written.letters(figure.writes, begin, top))
    return lambda of: [*letters, *bodies(of), *written.line(begin, top, pen(of))]


def _person(figure: Figure, lain_on: Collection[str]) -> Person:
    """Who is drawn; a round back is straight where the trunk is against a wall."""
    person = PEOPLE[shown_in(figure)]
    return person._replace(back=0) if any(each in scene.UPRIGHT for each in lain_on) else person


def _bends_wrists(figure: Figure) -> bool:
    """Whether a hand is not always in line with its forearm."""
    names = ("wrist", "hand@hold")
    return any(name.endswith(names) for pose in figure.poses for name in pose.by_name())


def _lists(figure: Figure, view: str) -> bool:
    """Whether the picture is of a pelvis that goes up and down on one side."""
    return view in ("front", "back") and len({each.by_name().get("list", 0) for each in figure.poses}) > 1


def box(drawn: Sequence[Shape], figure: Figure, view: str = "") -> Box:
    """Left, top, width and height that hold all that is drawn, with room around it."""
    margin = MARGIN * SCALE[figure.body]
    if figure.body == FOOT:
        margin *= 2
    left = min(x - shape.width / 2 for shape in drawn for x, _ in shape.points) - margin
    right = max(x + shape.width / 2 for shape in drawn for x, _ in shape.points) + margin
    top = min(y - shape.width / 2 for shape in drawn for _, y in shape.points) - margin
    lowest = max(y + shape.width / 2 for shape in drawn for _, y in shape.points)
    below_ground = (view or figure.view) in STRAIGHT and lowest > props.MAT
    bottom = max(margin, lowest + BELOW) if below_ground else lowest + margin
    if figure.body == FOOT and (view or figure.view) != SOLE:
        top = max(top, bottom - (TOES_HIGH if (view or figure.view) == "toes" else FOOT_HIGH))  # the leg goes on beyond
    if figure.detail == TRUNK:
        bottom = _hips(drawn)
    unit = UNITS[figure.body]
    return round(left * unit), round(top * unit), round((right - left) * unit), round((bottom - top) * unit)


def floor(drawn: Sequence[Shape], figure: Figure, view: str) -> float:
    """How far down an arrow may go: to the ground where that is a line, or of a trunk to its hips, where it is cut."""
    if view not in STRAIGHT:
        return 1e3
    return _hips(drawn) - MARGIN if figure.detail == TRUNK else 0.0


def _hips(drawn: Sequence[Shape]) -> float:
    """How far down the hips go; of a trunk alone, whose body goes on beyond, the picture."""
    return max(y for shape in drawn if shape.name == "pelvis" for _, y in shape.points)


def ground(within: Box, figure: Figure, view: str = "", wide: int = 4) -> Iterator[Path]:
    """The line of the ground, below a mat if there is one, in views that show it as a line."""
    if (view or figure.view) in STRAIGHT and figure.detail != TRUNK:
        down = round(props.MAT * UNITS[figure.body]) if "mat" in figure.places().values() else 0
        yield Path("ground", f"M{within[0]} {down}h{within[2]}", wide)


def paths(drawn: Sequence[Shape], figure: Figure) -> Iterator[Path]:
    """Shapes as paths."""
    return inked(drawn, UNITS[figure.body])


def inked(drawn: Sequence[Shape], unit: float) -> Iterator[Path]:
    """Shapes as paths, with so many units to a centimetre."""
    for shape in drawn:
        d = _curve(shape.points, unit) if shape.curved else _d(shape.points, shape.closed, unit)
        yield Path(shape.tone, d, round(shape.width * unit))


def _curve(points: Sequence[Flat], unit: float) -> str:
    """The `d` of a smooth line: from the middle of each piece to that of the next, bent by the point between them."""
    begin, *bends, end = points
    middles = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(bends)]
    bent = [at for both in zip(bends, [*middles, end], strict=True) for at in both]
    whole = [f"{round(x * unit)} {round(y * unit)}" for x, y in (begin, *bent)]
    return f"M{whole[0]}Q{' '.join(whole[1:])}"


def _d(points: Sequence[Flat], closed: bool, unit: float) -> str:
    """The `d` of a path. A single point is a dot: a path of no length with round caps."""
    way = "L".join(f"{round(x * unit)} {round(y * unit)}" for x, y in points)
    return f"M{way}{'z' if closed else ''}{'h0' if len(points) == 1 else ''}"


def square(at: Flat, wide: float, figure: Figure) -> Box:
    """The square of this width around a point."""
    unit = UNITS[figure.body]
    return round((at[0] - wide / 2) * unit), round((at[1] - wide / 2) * unit), round(wide * unit), round(wide * unit)
