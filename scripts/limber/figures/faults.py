"""Draws how a fault looks: the body or a part of it, an arrow for what goes wrong, and a cross over all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import dist
from typing import NamedTuple

from limber.figures import arrows, close_up, insets, paths, skeleton
from limber.figures.clearance import Room
from limber.figures.marks import HEAD, moving
from limber.figures.paths import SCALE, STRAIGHT, UNITS, Box, Picture
from limber.figures.shapes import Shape, prop_shapes
from limber.figures.skeleton import Stance
from limber.figures.vectors import OWN, SOLES, Point, add, seen, unit
from limber.model.figure import ABOVE, FEET, FOOT, TRUNK, Figure, Pose

CROSS = 0.17  # of a picture's height or width, which is larger: a flat one is seen small
BOLD = 1.5  # how much larger the arrow of a fault is, whose picture is read small
AROUND = 1.05  # how wide a picture of a foot is, of the foot when it is shown larger
PRESSED = (44.0, 9.0)  # centimetres from the middle of a part to where the arrow that presses it begins and ends
CALVES = 16.0  # centimetres of the legs above both heels that are shown with them

_AGAIN = re.compile(r"(?<=[ML])(-?\d+ -?\d+)(?:L\1(?![\d.]))+")


class _Drawn(NamedTuple):
    """What is drawn of a fault, in which view and box, and how wide its ground is."""

    shapes: Sequence[Shape]
    view: str
    box: Box
    fine: int = 4


def picture(figure: Figure, pose: Pose, works: str) -> Picture:
    """The picture of a fault."""
    right, wrong = (paths.stance(figure, each.by_name()) for each in (figure.poses[-1], pose))
    if figure.body == FOOT and wrong.joints["roll"] and pose.view in STRAIGHT[1:]:
        drawn = _pair(figure, right, wrong, pose)
    elif pose.detail == FEET:
        drawn = _both_feet(figure, right, wrong)
    elif pose.detail not in ("", TRUNK):
        drawn = (_foot_from_above if pose.view == ABOVE else _foot)(figure, right, wrong, pose)
    else:
        drawn = _whole(figure, right, wrong, pose, works)
    crossed, box = _crossed(drawn.shapes, drawn.box, figure)
    inked = (each._replace(d=_shorter(each.d)) for each in paths.paths([*drawn.shapes, *crossed], figure))
    return Picture(pose.shows, box, (*paths.ground(box, figure, drawn.view, drawn.fine), *inked))


def _shorter(way: str) -> str:
    """A way without points that are where the last one is: only what moves needs as many in each frame."""
    return _AGAIN.sub(r"\1", way)


def _whole(figure: Figure, right: Stance, wrong: Stance, pose: Pose, works: str) -> _Drawn:
    """A whole body, or of a trunk what is above the knees."""
    view, scale = pose.view, SCALE[figure.body] * BOLD
    shapes = paths.shapes(replace(figure, writes=""), wrong, view, works)  # nothing is written rightly
    shapes = [*shapes, *_arrows(figure, right.points, wrong.points, pose.moves, shapes, view, scale)]
    if pose.detail != TRUNK:
        return _Drawn(shapes, view, paths.box(shapes, figure, view))
    lowest = {each.name: max(y for _, y in each.points) for each in shapes}
    knees = [seen(wrong.points[f"{side}_knee"], view)[1] for side in skeleton.SIDES]
    down = max(*knees, *(lowest[each] for each in ("pelvis", "trunk", "head")))
    left, top, wide, _ = paths.box([each for each in shapes if lowest[each.name] <= down], figure)
    return _Drawn(shapes, view, (left, top, wide, round(down * UNITS[figure.body]) - top))


def _pair(figure: Figure, right: Stance, wrong: Stance, pose: Pose) -> _Drawn:
    """A foot in close-up whose ankle rolls, and the other one."""
    shapes = close_up.pair(wrong.points, pose.view)
    arrow = _arrows(figure, right.points, wrong.points, pose.moves, shapes, pose.view, SCALE[FOOT] * BOLD)
    shapes = [*shapes, *arrow, *close_up.mirrored(arrow, wrong.points, pose.view)]
    return _Drawn(shapes, pose.view, paths.box(shapes, figure, pose.view))


def _foot(figure: Figure, right: Stance, wrong: Stance, pose: Pose) -> _Drawn:
    """A foot of a whole body alone."""
    before, after = (insets.close_up(figure, each, pose.detail) for each in (right, wrong))
    shapes = insets.foot(figure, wrong, after, pose.view, pose.detail)
    part = pose.moves.split("_")[-1].replace("toes", "toe1tip")
    if part in after:
        body = [each.points.get(pose.moves, (0.0, 0.0, 0.0)) for each in (right, wrong)]
        way = add(body[1], body[0], -1)
        if not any(way):
            way = add(after[part], before[part], -1)
        ends = {part: add(after[part], way, -1)}, {part: after[part]}
        if wrong.joints[f"{pose.detail.split('_')[0]}_roll"]:
            shapes.append(close_up.leg_axis(after, pose.view, "middle"))
        shapes += _arrows(figure, *ends, part, shapes, pose.view, insets.SCALE)
    around = insets.box(figure, wrong, pose, AROUND)
    return _Drawn(shapes, pose.view, around, insets.FINE)


def _foot_from_above(figure: Figure, right: Stance, wrong: Stance, pose: Pose) -> _Drawn:
    """A foot as its owner sees it, with a line along which it should point, and an arrow from there."""
    before, after = (insets.close_up(figure, each, pose.detail) for each in (right, wrong))
    drawn = insets.foot(figure, wrong, after, OWN, pose.detail)
    things = [each for each in drawn if each.tone in ("prop", "seam")]
    shapes = [*things, *close_up.line_ahead(before, OWN), *drawn[len(things) :], close_up.axis(after, OWN)]
    arrow = arrows.headed(close_up.arc_out(before, after, OWN), HEAD * insets.SCALE)
    shapes += arrows.stroked(arrow, "wrong", shapes, insets.SCALE)
    return _Drawn(shapes, OWN, paths.box(shapes, figure, OWN))


def _both_feet(figure: Figure, right: Stance, wrong: Stance) -> _Drawn:
    """Both feet of someone who kneels, from behind and above, so that their soles are seen."""
    feet = [insets.close_up(figure, wrong, f"{side}_foot") for side in skeleton.SIDES]
    places = figure.places().items()
    shapes = [each for place, thing in places for each in prop_shapes(thing, place, wrong.points, SOLES)[1]]
    for points in feet:
        shapes += [*close_up.foot_shapes(points, SOLES), close_up.leg_axis(points, SOLES)]
    for points, side in zip(feet, skeleton.SIDES, strict=True):
        before = insets.close_up(figure, right, f"{side}_foot")
        shapes += _arrows(figure, before, points, "heel", shapes, SOLES, insets.SCALE * BOLD)
    left, top, wide, high = paths.box(shapes, figure, SOLES)
    above = min(seen(points["heel"], SOLES)[1] for points in feet) - CALVES
    cut = round(above * UNITS[figure.body])
    return _Drawn(shapes, SOLES, (left, cut, wide, top + high - cut))


def _arrows(
    figure: Figure,
    before: Mapping[str, Point],
    after: Mapping[str, Point],
    moves: str,
    shapes: Sequence[Shape],
    view: str,
    scale: float,
) -> list[Shape]:
    """Arrows on from where parts are, the way that they went wrong."""
    found: list[Shape] = []
    parts = moving(moves, after)
    if len(parts) > 1 and dist(*(after[each] for each in parts)) < dist(*(before[each] for each in parts)):
        return _pressing(before, after, parts, shapes, view, scale)
    for part in parts:
        if part in after:
            (x, y), (x1, y1) = (seen(each[part], view) for each in (after, before))
            way = [(x, y), (2 * x - x1, 2 * y - y1)]
            ground = paths.floor(shapes, figure, view)
            lines = arrows.along(way, paths.skin(figure, part), shapes, scale, ground)
            found += arrows.stroked(lines, "wrong", shapes, scale)
    return found


def _pressing(
    before: Mapping[str, Point],
    after: Mapping[str, Point],
    parts: Sequence[str],
    shapes: Sequence[Shape],
    view: str,
    scale: float,
) -> list[Shape]:
    """Arrows from outside to parts that press toward each other, such as knees on a block."""
    found: list[Shape] = []
    for part in parts:
        out = unit(add(before[part], after[part], -1))
        line = [seen(add(after[part], out, far), view) for far in PRESSED]
        found += arrows.stroked(arrows.headed(line, HEAD * scale), "wrong", shapes, scale)
    return found


def _crossed(shapes: Sequence[Shape], box: Box, figure: Figure) -> tuple[list[Shape], Box]:
    """A cross in the upper left corner, and the picture's box, wider where that is not free."""
    unit = UNITS[figure.body]
    left, top, wide, high = (each / unit for each in box)
    half = CROSS * max(high, wide) / 2
    y = top + half * 1.6
    grid = [half * share for share in (-1, 0, 1)]
    around = Room(shapes).around
    x = left + half * 1.6
    if min(around((x + a, y + b)) for a in grid for b in grid) < half * 0.3:
        x, more = left - half * 1.6, round(half * 3 * unit)
        box = (box[0] - more, box[1], box[2] + more, box[3])
    ends = (((x - half, y - way * half), (x + half, y + way * half)) for way in (1, -1))
    return [Shape("cross", "wrong", each, half * 0.36, False) for each in ends], box
