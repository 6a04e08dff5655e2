"""Draws a figure: each pose with its marks, the motion, and how a fault looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from math import dist
from typing import NamedTuple

from limber.figures import arrows, faults, insets, paths
from limber.figures.kept import drawn_once
from limber.figures.marks import HEAD, moving, rings
from limber.figures.motion import between, frames, motion
from limber.figures.paths import SCALE, STRAIGHT, UNITS, Box, Lens, Picture
from limber.figures.person import shown_in
from limber.figures.posing import posed, posed_fault
from limber.figures.shapes import Shape
from limber.figures.vectors import Flat, Point, add, mean, seen
from limber.languages.other_language import like
from limber.model.figure import ROUND, SOLE, TRUNK, WHOLE, Figure, Pose

WAYS = 6  # segments of a curved arrow
BOLD = 1.6  # how much larger an arrow in a list is
STANDING = round(165 * UNITS[WHOLE])  # how high at least the picture of a person in a list is: of one who takes a step
BUST = round(110 * UNITS[WHOLE])  # of whom only head and trunk are drawn, which are larger then
PRINTED = round(175 * UNITS[WHOLE])  # on paper: of one who stands, with arrows and ground
PRINTED_TRUNK = round(100 * UNITS[WHOLE])  # on paper: of a trunk with its head


class Drawing(NamedTuple):
    """All pictures of a figure, equally high. `pace` has the number of frames to each next pose and to the first."""

    poses: tuple[Picture, ...]
    motion: Picture | None
    pace: tuple[int, ...]


def drawing(figure: Figure, works: str) -> Drawing:
    """The pictures of a figure; `works` is the side that works, or empty if both do."""
    drawn = _drawing(_silent(figure), works)
    words = [each.shows for each in figure.poses]
    poses = tuple(each._replace(shows=shows) for each, shows in zip(drawn.poses, words, strict=True))
    moves = like(" ".join(words), words[0])
    return Drawing(poses, drawn.motion and drawn.motion._replace(shows=moves), drawn.pace)


def last(figure: Figure, works: str) -> Picture:
    """The last pose alone, without enlarged parts and cropped tightly, for where there is little room."""
    return _last(_silent(figure), works)._replace(shows=figure.poses[-1].shows)


def listed(figure: Figure, works: str) -> Picture:
    """The later of the two poses that tell the movement, for a list: with its enlarged part, and a bold arrow into it.

    People in it are equally large and on one ground: who kneels has room above. A foot alone is a close-up, and so are
    head and trunk.
    """
    shows = figure.poses[end_numbers(figure)[-1]].shows
    picture = _listed(_silent(figure), works)._replace(shows=shows)
    left, top, wide, high = picture.box
    least = BUST if figure.detail == TRUNK else STANDING
    more = max(0, least - high) if figure.body == WHOLE and figure.view in STRAIGHT else 0
    return picture._replace(box=(left, top - more, wide, high + more))


def ends(figure: Figure, works: str) -> tuple[Picture, ...]:
    """The poses of `end_numbers` with their arrows, equally high and each as wide as it is."""
    shown = [figure.poses[number].shows for number in end_numbers(figure)]
    return tuple(each._replace(shows=shows) for each, shows in zip(_ends(_silent(figure), works), shown, strict=True))


def printed(figure: Figure, works: str) -> tuple[Picture, ...]:
    """The poses of `ends` for a square place on paper: on the scale of one who stands, so that people are alike.

    Who is wider than high is as large as the width lets them be; a trunk alone is a close-up.
    """
    pictures = ends(figure, works)
    longest = max(max(each.box[2:]) for each in pictures)
    high = PRINTED_TRUNK if figure.detail == TRUNK else PRINTED
    more = max(0, high - longest) if figure.body == WHOLE else 0
    boxes = [(left, top - more, wide, high + more) for left, top, wide, high in (each.box for each in pictures)]
    return tuple(each._replace(box=box) for each, box in zip(pictures, boxes, strict=True))


@cache
def end_numbers(figure: Figure) -> tuple[int, ...]:
    """Which two poses tell the movement side by side: those that differ most, since a movement may end as it began.

    Of a figure with one pose, that one.
    """
    if len(figure.poses) < 3:
        return tuple(range(len(figure.poses)))
    bodies = [paths.stance(figure, pose.by_name()).points for pose in posed(figure).poses]
    return max(combinations(range(len(bodies)), 2), key=lambda two: round(_apart(*(bodies[each] for each in two)), 3))


@cache
def change(figure: Figure, works: str) -> float:
    """How plainly `ends` show a movement: how far the points of its two bodies are apart once one is laid on the other,
    summed up, as a share of the pictures' height. A body that only goes elsewhere changes nothing; 0 of one pose.
    """
    numbers = end_numbers(figure)
    bodies = [paths.stance(figure, posed(figure).poses[each].by_name()).points for each in numbers]
    one, other = (_from_middle(body) for body in (bodies[0], bodies[-1]))
    return _apart(one, other) / ends(figure, works)[-1].box[3]


def _from_middle(body: Mapping[str, Point]) -> Mapping[str, Point]:
    """The points of a body as seen from the middle of all of them."""
    middle = mean([*body.values()])
    return {name: add(point, middle, -1) for name, point in body.items()}


def _apart(one: Mapping[str, Point], other: Mapping[str, Point]) -> float:
    """How far the points of a body are from those of the other, summed up, in centimetres."""
    return sum(dist(one[name], other[name]) for name in one)


def fault(figure: Figure, pose: Pose, works: str) -> Drawing:
    """A picture of a fault, crossed out; an arrow shows what goes wrong."""
    drawn = _fault(_silent(figure), replace(posed_fault(figure, pose), shows=""), works)
    return drawn._replace(poses=(drawn.poses[0]._replace(shows=pose.shows),))


def _silent(figure: Figure) -> Figure:
    """The figure at its things, with its person, and without texts, so that those that differ in words share one."""
    poses = tuple(replace(each, shows="") for each in posed(figure).poses)
    return replace(posed(figure), poses=poses, person=shown_in(figure))


@drawn_once
def _drawing(figure: Figure, works: str) -> Drawing:
    posed = [_posed(figure, number, works) for number in range(len(figure.poses))]
    drawn, marks = ([each[part] for each in posed] for part in (0, 1))
    lines = [[shape for shape in (*shapes, *about) if shape.tone == "arrow"] for shapes, about in posed]
    lens, about = _felt_or_larger(figure, drawn[-1])
    marks[-1].extend(about)
    if figure.detail == SOLE:
        both = [
            insets.beside_sole(shapes, about, pose.by_name())
            for shapes, about, pose in zip(drawn, marks, figure.poses, strict=True)
        ]
        drawn, marks = ([each[part] for each in both] for part in (0, 1))
    room = [paths.box([*shapes, *about], figure) for shapes, about in zip(drawn, marks, strict=True)]
    whole = paths.box([shape for each in (*drawn, *marks) for shape in each], figure)
    wide = max(width for _, _, width, _ in room)
    poses = []
    for pose, shapes, about, own in zip(figure.poses, drawn, marks, room, strict=True):
        box = whole if figure.writes else (own[0] - (wide - own[2]) // 2, whole[1], wide, whole[3])
        picture = _picture(figure, [*shapes, *about], box)
        poses.append(picture._replace(shows=pose.shows, lens=lens if pose is figure.poses[-1] else None))
    return Drawing(tuple(poses), *motion(figure, works, lines))


@drawn_once
def _last(figure: Figure, works: str) -> Picture:
    shapes = [*_posed(figure, len(figure.poses) - 1, works)[0], *_rings(figure, figure.felt)]
    return _picture(figure, shapes, paths.box(shapes, figure))


@drawn_once
def _listed(figure: Figure, works: str) -> Picture:
    number = end_numbers(figure)[-1]
    figure = replace(figure, poses=figure.poses[: number + 1])
    of = paths.stance(figure, figure.poses[-1].by_name())
    shapes = paths.shapes(figure, of, figure.view, works)
    lens, about = _felt_or_larger(figure, shapes)
    if number and not lens and not figure.writes:
        shapes += _arrows_into(figure, shapes)
    shapes += about
    return _picture(figure, shapes, paths.box(shapes, figure))._replace(lens=lens)


def _arrows_into(figure: Figure, shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Bold arrows of the way into the last pose, on from what moved."""
    before, after = figure.poses[-2:]
    points = paths.stance(figure, after.by_name()).points
    ground, scale = paths.floor(shapes, figure, figure.view), SCALE[figure.body] * BOLD
    for part in moving(before.moves, points):
        if part in points:
            (a, b), (c, d) = _way(part, before, after, figure)[-2:]
            x, y = seen(points[part], figure.view)
            way = [(x, y), (x + (c - a) * WAYS, y + (d - b) * WAYS)]
            lines = arrows.along(way, paths.skin(figure, part), shapes, scale, ground)
            yield from arrows.stroked(lines, "arrow", shapes, scale)


@drawn_once
def _ends(figure: Figure, works: str) -> tuple[Picture, ...]:
    numbers = end_numbers(figure)
    figure = replace(figure, poses=figure.poses[: numbers[-1] + 1])  # what is felt stands in its last pose
    both = [[*shapes, *arrows] for shapes, arrows in (_posed(figure, each, works) for each in numbers)]
    lens, about = _felt_or_larger(figure, both[-1])
    both[-1].extend(about)
    whole = paths.box([shape for shapes in both for shape in shapes], figure)
    boxes = [whole if figure.writes else paths.box(shapes, figure) for shapes in both]  # letters stay where they are
    pictures = [
        _picture(figure, shapes, (left, whole[1], wide, whole[3]))
        for shapes, (left, _, wide, _) in zip(both, boxes, strict=True)
    ]
    return *pictures[:-1], pictures[-1]._replace(lens=lens)


def _felt_or_larger(figure: Figure, last: Sequence[Shape]) -> tuple[Lens | None, list[Shape]]:
    """What is added to the last pose: the enlarged part with its rings, its room, and rings elsewhere."""
    around = list(_rings(figure, insets.felt_around(figure)))
    if figure.detail in ("", SOLE, TRUNK):
        return None, around
    lens, room = insets.lens(figure, paths.stance(figure, figure.poses[-1].by_name()), last)
    return lens, [*around, room]


def _posed(figure: Figure, number: int, works: str) -> tuple[list[Shape], list[Shape]]:
    """The shapes of a pose, and its arrows."""
    of = paths.stance(figure, figure.poses[number].by_name())
    shapes = paths.shapes(figure, of, figure.view, works)
    return shapes, list(_arrows(figure, number, shapes))


def _picture(figure: Figure, shapes: Sequence[Shape], box: Box) -> Picture:
    behind_first = sorted(shapes, key=lambda each: each.name != arrows.BEHIND)
    inked = paths.paths([each for each in behind_first if each.tone], figure)
    return Picture("", box, (*paths.ground(box, figure), *inked))


@drawn_once
def _fault(figure: Figure, pose: Pose, works: str) -> Drawing:
    return Drawing((faults.picture(figure, pose, works),), None, ())


def _rings(figure: Figure, felt: Iterable[str]) -> Iterator[Shape]:
    """Rings on the last pose at such places."""
    points = paths.stance(figure, figure.poses[-1].by_name()).points
    return rings(felt, points, figure.view, SCALE[figure.body])


def _arrows(figure: Figure, number: int, shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Arrows of the movement from a pose to the next, and from the last to the first."""
    if figure.writes:
        return  # the line that is written says which way
    pose, then = figure.poses[number], figure.poses[(number + 1) % len(figure.poses)]
    if figure.goes == ROUND:
        if not number:
            yield from _arrows_round(figure, shapes)
        return
    points = paths.stance(figure, pose.by_name()).points
    for part in moving(pose.moves, points):
        if part in points and then is not pose:
            way = _way(part, pose, then, figure)
            ground = paths.floor(shapes, figure, figure.view)
            yield from arrows.of_way(way, paths.skin(figure, part), shapes, SCALE[figure.body], ground, "arrow")


def _arrows_round(figure: Figure, shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Arrows along the whole way of parts that go round, larger than it, so that it is seen beside the body."""
    bodies = [paths.stance(figure, each).points for each in frames(figure)[0]]
    for part in moving(figure.poses[0].moves, bodies[0]):
        if part in bodies[0]:
            way = [seen(each[part], figure.view) for each in bodies]
            scale = SCALE[figure.body]
            line = arrows.around(way, paths.skin(figure, part), scale)
            yield from arrows.stroked(arrows.headed(line, HEAD * scale), "arrow", shapes, scale)


def _way(part: str, here: Pose, there: Pose, figure: Figure) -> list[Flat]:
    """The path of a moving part in a picture; a ball, which stays in the middle, moves along the sole."""
    shares = [step / WAYS for step in range(WAYS + 1)]
    numbers = [between(here.by_name(), there.by_name(), share) for share in shares]
    points = [paths.stance(figure, each).points for each in numbers]
    if part == "ball":
        x, y = seen(points[0]["ball"], figure.view)
        return [(x, y), (x + points[0]["heel"][0] - points[-1]["heel"][0], y)]
    return [seen(each[part], figure.view) for each in points]
