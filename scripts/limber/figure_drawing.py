"""A figure as what an SVG holds: paths with their tones, pose by pose, and the frames between them; knows no page.

Numbers are whole: a unit is a quarter of a centimetre of a whole body, and less in a close-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import ceil, pi, sin
from typing import NamedTuple

from limber import figure_foot, figure_marks, figure_pose, figure_props, figure_shapes
from limber.figure_model import FOOT, Figure, Pose
from limber.figure_pose import SIDES, Stance
from limber.figure_shapes import Shape
from limber.figure_space import Flat, seen

UNITS = {"whole": 4.0, "foot": 14.0}
SCALE = {"whole": 1.0, "foot": 4.0 / 14.0 * 0.62}
"""Of marks: as large in a close-up as in a whole body."""
MARGIN = 5.0
DOT = 3.8
STEP = 14.0  # degrees or centimetres from frame to frame, at most
LIFT = 5.0  # centimetres: how high a foot goes that steps
STRAIGHT = ("side", "front", "back")
"""Views in which the ground is a line."""


class Path(NamedTuple):
    """One path: its class, where it goes, how wide it is (a face: 0), and where it is in each frame of the motion."""

    tone: str
    d: str
    width: int
    frames: tuple[str, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether it goes round something, and not only along."""
        return self.d.endswith("z")

    @property
    def numbers(self) -> str:
        """The numbers of each frame; what stands between them is as in `d`."""
        return ";".join(" ".join(re.findall(r"-?\d+", each)) for each in self.frames)


Box = tuple[int, int, int, int]
"""Left, top, width and height."""


class Lens(NamedTuple):
    """A part of a picture, shown again and larger, without marks: which part, where, and what is there."""

    part: Box
    place: Box
    paths: tuple[Path, ...]


class Picture(NamedTuple):
    """One pose, or the motion through all of them."""

    shows: str
    box: Box
    paths: tuple[Path, ...]
    lens: Lens | None = None


class Drawing(NamedTuple):
    """All pictures of a figure, equally high. `pace` is how many frames there are to each pose, and then to the first."""

    poses: tuple[Picture, ...]
    motion: Picture | None
    pace: tuple[int, ...]


@cache
def drawing(figure: Figure, works: str) -> Drawing:
    """The pictures of a figure; `works` is the side that works, or nothing where both do."""
    stances = [_stance(figure, each.by_name()) for each in figure.poses]
    drawn = [_shapes(figure, each, figure.view, works) for each in stances]
    marks = [list(_marks(figure, number, stances, shapes)) for number, shapes in enumerate(drawn)]
    lens, frame = _lens(figure, stances[-1], drawn[-1])
    marks[-1] += frame
    room = [_box([*shapes, *about], figure) for shapes, about in zip(drawn, marks, strict=True)]
    whole = _box([shape for each in (*drawn, *marks) for shape in each], figure)
    wide = max(width for _, _, width, _ in room)
    poses = []
    for pose, shapes, about, own in zip(figure.poses, drawn, marks, room, strict=True):
        box = (own[0] - (wide - own[2]) // 2, whole[1], wide, whole[3])
        paths = (*_ground(box, figure.view), *_paths([*shapes, *(each for each in about if each.tone)], figure))
        poses.append(Picture(pose.shows, box, paths, lens if pose is figure.poses[-1] else None))
    return Drawing(tuple(poses), *_motion(figure, whole, works))


@cache
def fault(figure: Figure, pose: Pose, works: str) -> Drawing:
    """One picture of how it is not done."""
    wrong = _stance(figure, pose.by_name())
    shapes = _shapes(figure, wrong, pose.view, works)
    box = _box(shapes, figure)
    return Drawing((Picture(pose.shows, box, (*_ground(box, pose.view), *_paths(shapes, figure))),), None, ())


def _stance(figure: Figure, numbers: Mapping[str, float]) -> Stance:
    if figure.body == FOOT:
        return figure_foot.stance(numbers)
    return figure_pose.stance(numbers, figure_props.ground_under(figure.places()), figure.stays)


def _shapes(figure: Figure, stance: Stance, view: str, works: str) -> list[Shape]:
    if figure.body == FOOT:
        return figure_shapes.foot(stance.points, view)
    return figure_shapes.whole(stance.points, view, works, figure.places())


def _box(shapes: Sequence[Shape], figure: Figure) -> Box:
    """Left, top, width and height that hold all poses, with room for marks."""
    margin = MARGIN * SCALE[figure.body]
    xs = [x + way * shape.width / 2 for shape in shapes for x, _ in shape.points for way in (1, -1)]
    ys = [y + way * shape.width / 2 for shape in shapes for _, y in shape.points for way in (1, -1)]
    if figure.body == FOOT:
        margin *= 2
    left, right, top, bottom = min(xs) - margin, max(xs) + margin, min(ys) - margin, max(ys) + margin
    if figure.body == FOOT:
        top = max(top, bottom - 27)  # the leg goes on beyond the picture
    unit = UNITS[figure.body]
    return round(left * unit), round(top * unit), round((right - left) * unit), round((bottom - top) * unit)


def _ground(box: Box, view: str) -> Iterator[Path]:
    if view in STRAIGHT:
        yield Path("ground", f"M{box[0]} 0h{box[2]}", 4)


def _paths(shapes: Sequence[Shape], figure: Figure) -> Iterator[Path]:
    unit = UNITS[figure.body]
    for shape in shapes:
        yield Path(shape.tone, _d(shape.points, shape.closed, unit), round(shape.width * unit))


def _d(points: Sequence[Flat], closed: bool, unit: float) -> str:
    """The way of a path. A single point is a dot: a way of no length, with round ends."""
    way = "L".join(f"{round(x * unit)} {round(y * unit)}" for x, y in points)
    return f"M{way}{'z' if closed else ''}{'h0' if len(points) == 1 else ''}"


def _marks(figure: Figure, number: int, stances: Sequence[Stance], shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Where it is felt, on the last pose; which way it goes on, on those before."""
    scale = SCALE[figure.body]
    points = stances[number].points
    if number == len(stances) - 1:
        for name in figure.felt:
            at = (figure_marks.felt(name, points, figure.view),)
            yield Shape("felt", "felt-edge", at, 2 * (DOT + 1.4) * scale, False)
            yield Shape("felt", "felt", at, 2 * DOT * scale, False)
    elif part := figure.poses[number].moves:
        begin, end = (seen(each.points[part], figure.view) for each in stances[number : number + 2])
        skin = (figure_foot if figure.body == FOOT else figure_pose).thick(part)
        for way in figure_marks.arrow(begin, end, skin, shapes, scale, 0 if figure.view in STRAIGHT else 1e3):
            yield Shape("arrow", "arrow", way, 2.4 * scale, False)


def _lens(figure: Figure, stance: Stance, shapes: Sequence[Shape]) -> tuple[Lens | None, list[Shape]]:
    """A foot shown again, larger, where there is room; with a shape that takes that room and is not drawn."""
    if not figure.detail:
        return None, []
    ankle, toes = (
        seen(stance.points[f"{figure.detail.split('_')[0]}_{each}"], figure.view) for each in ("ankle", "toes")
    )
    middle = (ankle[0] + toes[0]) / 2, -figure_marks.DETAIL * 0.42
    x, y = figure_marks.lens(shapes, middle)
    unit = UNITS[figure.body]

    def square(at: Flat, wide: float) -> Box:
        return (
            round((at[0] - wide / 2) * unit),
            round((at[1] - wide / 2) * unit),
            round(wide * unit),
            round(wide * unit),
        )

    part = square(middle, figure_marks.DETAIL)
    paths = (*_ground(part, figure.view), *_paths(shapes, figure))
    frame = Shape("lens", "", ((x - figure_marks.LENS / 2, y), (x + figure_marks.LENS / 2, y)), 2, False)
    return Lens(part, square((x, y), figure_marks.LENS), paths), [frame]


def _motion(figure: Figure, box: Box, works: str) -> tuple[Picture | None, tuple[int, ...]]:
    """Every frame from the first pose through all others and back again, as what moves in it."""
    numbers = [each.by_name() for each in figure.poses]
    if len(numbers) < 2:
        return None, ()
    pace, frames = [], [numbers[0]]
    for one, other in zip(numbers, [*numbers[1:], numbers[0]], strict=True):
        keys = {**one, **other}
        most = max((abs(other.get(key, 0) - one.get(key, 0)) for key in keys), default=0)
        count = max(2, ceil(most / STEP))
        pace.append(count)
        steps = [side for side in SIDES if one.get(f"{side}_step", 0) != other.get(f"{side}_step", 0)]
        for step in range(1, count + 1):
            share = step / count
            between = {key: one.get(key, other.get(key, 0)) for key in keys}
            frames.append({key: at + (other.get(key, at) - at) * share for key, at in between.items()})
            for side in steps:
                frames[-1][f"{side}_lift"] = LIFT * sin(pi * share)
    drawn = [list(_paths(_shapes(figure, _stance(figure, each), figure.view, works), figure)) for each in frames[:-1]]
    paths = []
    for number, first in enumerate(drawn[0]):
        ways = tuple(each[number].d for each in drawn)
        paths.append(first if len(set(ways)) == 1 else first._replace(frames=ways))
    shows = " ".join(each.shows for each in figure.poses)
    return Picture(shows, box, (*_ground(box, figure.view), *paths)), tuple(pace)


def mirrored(text: str) -> str:
    """What a text says of one side, said of the other."""
    other = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}
    return re.sub(r"\b([Rr]ight|[Ll]eft)\b", lambda found: other[found[0]], text)
