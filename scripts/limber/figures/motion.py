"""Computes the motion of a figure between its poses, frame by frame: each a body at rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, pi, sin

from limber.figures import insets, paths, targets
from limber.figures.arrows import BEHIND
from limber.figures.marks import rings
from limber.figures.paths import Path, Picture
from limber.figures.shapes import Shape
from limber.figures.skeleton import SIDES
from limber.model.figure import BACK, ROUND, SOLE, WHOLE, Figure

STEP = 14.0  # degrees or centimetres from frame to frame, at most
FINE = {"ball_at": 2.5, "arch": 0.3, "towel": 2.0}  # what goes straight needs fewer frames
EDGE = 3  # how much wider than its arrow an edge is
_PLACES = ("step", "aside", "ball_at", "towel", *targets.PLACE)
"""Ends of the names of numbers that say where something is, and not by how much it is bent."""
_NUMBER = re.compile(r"-?\d+")


def motion(figure: Figure, works: str, arrows: Sequence[Sequence[Shape]]) -> tuple[Picture | None, tuple[int, ...]]:
    """The motion as one picture: moving paths, rings where it is felt, the arrows of each pose; and frames to each."""
    if len(figure.poses) < 2:
        return None, ()
    numbers, pace = frames(figure)
    stances = [paths.stance(figure, each) for each in numbers]
    shapes = [*map(paths.shapes_of_each(figure, figure.view, works), stances)]
    if figure.detail == SOLE:
        right = max(insets.SOLE_AT, *map(insets.right, shapes))
        shapes = [each + insets.sole(of, right) for each, of in zip(shapes, numbers, strict=True)]
    felt = insets.felt_around(figure)
    about = [rings(felt, each.points, figure.view, paths.SCALE[figure.body]) for each in stances]
    shapes = [[*each, *of] for each, of in zip(shapes, about, strict=True)]
    names = [list(_names(each)) for each in shapes]
    drawn = [dict(zip(each, paths.paths(of, figure), strict=True)) for each, of in zip(names, shapes, strict=True)]
    box = paths.box([shape for each in (*shapes, *arrows) for shape in each], figure)
    moving = []
    for name, first in drawn[0].items():
        if any(name not in each for each in drawn):
            continue  # a nail that turns away
        ways = tuple(each[name].d for each in drawn)
        moving.append(first if len(set(ways)) == 1 else first._replace(frames=_numbers(ways)))
    behind, before = ([[each for each in of if (each.name == BEHIND) == is_] for of in arrows] for is_ in (True, False))
    drawn_at = (*_at_poses(figure, behind), *moving, *_at_poses(figure, before))
    return Picture("", box, (*paths.ground(box, figure), *drawn_at)), pace


def _at_poses(figure: Figure, arrows: Sequence[Sequence[Shape]]) -> Iterator[Path]:
    """The arrows of each pose as one path, on an edge that lifts it off a body that moves below it.

    Beside a foot in close-up there is room.
    """
    for pose, shapes in enumerate(arrows):
        strokes = list(paths.paths(shapes, figure))
        for tone, wider in (("edge", EDGE), ("arrow", 1)) if figure.body == WHOLE else (("arrow", 1),):
            if strokes:
                way = "".join(each.d for each in strokes)
                yield Path(tone, way, strokes[0].width * wider, pose=pose)


def _numbers(ways: Iterable[str]) -> str:
    return ";".join(" ".join(_NUMBER.findall(way)) for way in ways)


def _names(shapes: Sequence[Shape]) -> Iterator[tuple[str, str, int]]:
    """Identifies each shape of a frame, to find it in the next one, where the drawing order may differ."""
    met: Counter[tuple[str, str]] = Counter()
    for each in shapes:
        met[each.name, each.tone] += 1
        yield each.name, each.tone, met[each.name, each.tone]


def frames(figure: Figure) -> tuple[list[dict[str, float]], tuple[int, ...]]:
    """The numbers of each frame, from the first pose through all others and back; the number of frames to each pose.

    What goes round without a rest is one way.
    """
    numbers = [each.by_name() for each in figure.poses]
    order = [*numbers, *numbers[-2:0:-1]] if figure.goes == BACK else numbers
    pace: list[int] = []
    found = [dict(order[0])]
    for number, one in enumerate(order):
        before, other, after = (order[(number + step) % len(order)] for step in (-1, 1, 2))
        keys = {**one, **other}
        most = max((abs(_far(key, one, other)) / FINE.get(key, 1) for key in keys), default=0)
        count = max(2, ceil(most / STEP))
        pace.append(count)
        shares = [step / count for step in range(1, count + 1)]
        if figure.goes == ROUND:
            found += [_rounded(before, one, other, after, share) for share in shares]
        else:
            found += [between(one, other, share) for share in shares]
    return found[:-1], (sum(pace),) if figure.goes == ROUND else tuple(pace)


def _rounded(
    before: Mapping[str, float],
    one: Mapping[str, float],
    other: Mapping[str, float],
    after: Mapping[str, float],
    share: float,
) -> dict[str, float]:
    """The numbers between two poses of a movement that goes round, without a corner (a Catmull-Rom spline)."""
    found = between(one, other, share)
    for key in found:
        if key in {**one, **other}:
            a, b, c, d = (_at(key, here, one if here is other else other) for here in (before, one, other, after))
            slopes = (c - a, d - b)
            found[key] = (
                b
                + slopes[0] / 2 * share
                + (3 * (c - b) - slopes[0] - slopes[1] / 2) * share**2
                + (2 * (b - c) + (slopes[0] + slopes[1]) / 2) * share**3
            )
    return found


def _far(key: str, one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """By how much a number differs in two poses, as far as frames have to show it."""
    if key.endswith(targets.PLACE):
        return 0.0
    return _at(key, other, one) - _at(key, one, other) if "@" in key else other.get(key, 0) - one.get(key, 0)


def between(one: Mapping[str, float], other: Mapping[str, float], share: float) -> dict[str, float]:
    """The numbers at a share of the way from one pose to another; a stepping foot is lifted."""
    found = {}
    for key in {**one, **other}:
        begin, end = _at(key, one, other), _at(key, other, one)
        found[key] = begin + (end - begin) * share
    for side in SIDES:
        if one.get(f"{side}_step", 0) != other.get(f"{side}_step", 0):
            found[f"{side}_lift"] = targets.LIFT * sin(pi * share)
    return targets.on_the_way(found, one, other, share)


def _at(key: str, here: Mapping[str, float], there: Mapping[str, float]) -> float:
    """A number of a pose. A joint that it does not give is 0; where a part is, is as in the other pose."""
    return here.get(key, there.get(key, 0) if key.endswith(_PLACES) else 0)
