"""A figure as pictures: each pose with its marks, the motion, and how it is not done; knows no page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from limber import figure_foot, figure_marks, figure_motion, figure_pose
from limber import figure_paths as paths
from limber.figure_model import FOOT, Figure, Pose
from limber.figure_paths import SCALE, STRAIGHT, Box, Lens, Picture
from limber.figure_pose import Stance
from limber.figure_shapes import Shape
from limber.figure_space import Flat, Point, seen

DOT, HOLE = 4.6, 2.2  # centimetres: the radius of a ring, outside and inside


class Drawing(NamedTuple):
    """All pictures of a figure, equally high. `pace`: how many frames there are to each pose, and then to the first."""

    poses: tuple[Picture, ...]
    motion: Picture | None
    pace: tuple[int, ...]


@cache
def drawing(figure: Figure, works: str) -> Drawing:
    """The pictures of a figure; `works` is the side that works, or nothing where both do."""
    stances = [paths.stance(figure, each.by_name()) for each in figure.poses]
    drawn = [paths.shapes(figure, each, figure.view, works) for each in stances]
    marks = [list(_marks(figure, number, stances, shapes)) for number, shapes in enumerate(drawn)]
    lens, frame = _lens(figure, stances[-1], drawn[-1])
    marks[-1] += frame
    room = [paths.box([*shapes, *about], figure) for shapes, about in zip(drawn, marks, strict=True)]
    whole = paths.box([shape for each in (*drawn, *marks) for shape in each], figure)
    wide = max(width for _, _, width, _ in room)
    poses = []
    for pose, shapes, about, own in zip(figure.poses, drawn, marks, room, strict=True):
        box = (own[0] - (wide - own[2]) // 2, whole[1], wide, whole[3])
        inked = paths.paths([*shapes, *(each for each in about if each.tone)], figure)
        all_ = (*paths.ground(box, figure.view), *inked)
        poses.append(Picture(pose.shows, box, all_, lens if pose is figure.poses[-1] else None))
    return Drawing(tuple(poses), *figure_motion.motion(figure, works))


@cache
def last(figure: Figure, works: str) -> Picture:
    """The last pose alone, as close as may be: for where there is little room."""
    stances = [paths.stance(figure, each.by_name()) for each in figure.poses]
    shapes = paths.shapes(figure, stances[-1], figure.view, works)
    shapes += _marks(figure, len(stances) - 1, stances, shapes)
    box = paths.box(shapes, figure)
    return Picture(figure.poses[-1].shows, box, (*paths.ground(box, figure.view), *paths.paths(shapes, figure)))


@cache
def fault(figure: Figure, pose: Pose, works: str) -> Drawing:
    """One picture of how it is not done."""
    wrong = paths.stance(figure, pose.by_name())
    shapes = paths.shapes(figure, wrong, pose.view, works)
    box = (
        paths.square(_foot(wrong, pose), figure_marks.DETAIL * 1.5, figure)
        if pose.detail
        else paths.box(shapes, figure)
    )
    return Drawing((Picture(pose.shows, box, (*paths.ground(box, pose.view), *paths.paths(shapes, figure))),), None, ())


def _marks(figure: Figure, number: int, stances: Sequence[Stance], shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Where it is felt, on the last pose; which way it goes on, on those before."""
    scale = SCALE[figure.body]
    points = stances[number].points
    if number == len(stances) - 1:
        if not figure.detail:  # which shows it, larger
            yield from _felt(figure, points, scale)
    elif moves := figure.poses[number].moves:
        for part in figure_marks.moving(moves, points):
            begin, end = _way(part, stances[number], stances[number + 1], figure.view)
            skin = (figure_foot if figure.body == FOOT else figure_pose).thick(part)
            for way in figure_marks.arrow(begin, end, skin, shapes, scale, 0 if figure.view in STRAIGHT else 1e3):
                yield Shape("arrow", "arrow", way, 1.7 * scale, False)


def _felt(figure: Figure, points: Mapping[str, Point], scale: float) -> Iterator[Shape]:
    for name in figure.felt:
        at = (figure_marks.felt(name, points, figure.view),)
        for tone, radius in (("felt-edge", DOT + 1.4), ("felt", DOT), ("felt-edge", HOLE)):
            yield Shape("felt", tone, at, 2 * radius * scale, False)


def _way(part: str, here: Stance, there: Stance, view: str) -> tuple[Flat, Flat]:
    """From where to where a part goes in a picture; a ball, which stays in the middle of it, along the sole."""
    begin, end = (seen(each.points[part], view) for each in (here, there))
    if part == "ball":
        end = (begin[0] + here.points["heel"][0] - there.points["heel"][0], begin[1])
    return begin, end


def _lens(figure: Figure, stance: Stance, shapes: Sequence[Shape]) -> tuple[Lens | None, list[Shape]]:
    """A foot shown again, larger, where there is room; with a shape that takes that room and is not drawn."""
    if not figure.detail:
        return None, []
    middle = _foot(stance, figure)
    x, y = figure_marks.lens(shapes, middle)
    part = paths.square(middle, figure_marks.DETAIL, figure)
    felt = _felt(figure, stance.points, figure_marks.DETAIL / figure_marks.LENS)
    inked = (*paths.ground(part, figure.view), *paths.paths([*shapes, *felt], figure))
    frame = Shape("lens", "", ((x - figure_marks.LENS / 2, y), (x + figure_marks.LENS / 2, y)), 2, False)
    place = paths.square((x, y), figure_marks.LENS, figure)
    return Lens(part, place, _link(place, part), inked), [frame]


def _link(place: Box, part: Box) -> str:
    """A line from a foot that is shown again to where it is."""
    begin = max(place[0], min(place[0] + place[2], part[0] + part[2] // 2))
    return f"M{begin} {place[1] + place[3]}L{max(part[0], min(part[0] + part[2], begin))} {part[1]}"


def _foot(stance: Stance, of: Figure | Pose) -> Flat:
    """The middle of what shows the foot that is the detail, with some ground."""
    side = of.detail.split("_")[0]
    ankle, toes = (seen(stance.points[f"{side}_{each}"], of.view) for each in ("ankle", "toes"))
    return (ankle[0] + toes[0]) / 2, -figure_marks.DETAIL * 0.42


def mirrored(text: str) -> str:
    """What a text says of one side, said of the other."""
    other = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}
    return re.sub(r"\b([Rr]ight|[Ll]eft)\b", lambda found: other[found[0]], text)
