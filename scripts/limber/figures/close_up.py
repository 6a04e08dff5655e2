"""Draws a foot in close-up: its outlines, its toes with their nails, the pads of its sole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, cos, hypot, pi, sin

from limber.figures.foot import BALL, OUTLINES, PROFILE, TOWEL_LONG, TOWEL_THICK, thick
from limber.figures.shapes import EDGES, SOFT, Shape, edge, hull, stroke, tapered
from limber.figures.vectors import OWN, Flat, Point, add, cross, dot, nearness, seen, toward, unit

PADS = {"heel": (("heel", 2.4),), "front": (("inner", 2.0), ("middle", 1.9), ("outer", 1.6))}
"""Parts of the sole that take the weight: the middles and radii that each goes round."""
PRINT = (("heel", "edge", "outer"), ("edge", "inner", "middle", "outer"))
"""Parts that one outline of a sole goes round."""
ROUGH, SLIM = 10, 0.8  # corners of an outline that is small, and how wide its toes are, so that paper is between them
CORNERS = 12  # of an outline from the side, or of a foot in the air, where all of it moves and is sent in many frames
THIN = 0.32  # of paper between toes
BEHIND = 6.0  # centimetres: toes that are so much farther than the heel are behind the foot
AXIS_THICK = 0.7  # centimetres: half the width of the axis of a foot
DASHES, AHEAD = (2.2, 1.3, 0.4), 6.0  # centimetres: of a dashed line; how far it goes on ahead of the toes
BEFORE = 3.4  # centimetres from toes to the arrow ahead of them
APART = 9.0  # centimetres from the middle of a foot to the line between both
BENDS = 8  # pieces of the line of an arch
FOLDS, FOLD = 6, 0.32  # ups and downs of a towel where toes have drawn it in; how high they are, of what is drawn in
LINE = 0.3  # centimetres: of the line round a thing, which paper shows
FACING = 0.25  # how far the sole must look this way, or the other, for pads or nails to be seen: 1 is straight


def foot_shapes(points: Mapping[str, Point], view: str, tucked: bool = False) -> list[Shape]:
    """A foot in close-up, its toes one by one, on the ground or on a ball; toes that are tucked begin below it."""
    below = view == "sole"
    tips = sum(nearness(points[f"toe{number}tip"], view) for number in range(1, 6)) / 5
    behind = tips < nearness(points["heel"], view) - BEHIND
    parts = [tapered("shank", "ink", (points["knee"], points["ankle"]), view, 5.4, 4.0)]
    if below or view == OWN:
        parts = []  # it would hide the foot
    hidden = ("shin", "ankle") if below else ("shin",) if view == OWN else ("instep",) if behind else ()
    for number, names in enumerate(PROFILE if view == "side" else OUTLINES):
        of = [each for each in names if number or each not in hidden]
        circles = [(*seen(points[each], view), thick(each) - SOFT) for each in of]
        outline = hull(circles, CORNERS if view == "side" or "ground" in points else EDGES)
        parts.append(Shape(f"part{number}", "ink", outline, 2 * SOFT, True))
    down = _down(points)
    faces = dot(down, toward(view))
    if view == "side" and "hollow" in points:
        parts.append(_hollow(points, view))
    if view == "side" and "towel" in points:
        parts += _towel(points, view)
    pads = [_pad(name, of, points, down, view) for name, of in PADS.items()] if faces > FACING else []
    each_ = [(nearness(points[f"toe{number}base"], view), number) for number in range(1, 6)]
    toes = [shape for _, number in sorted(each_) for shape in _toe(number, points, down, view)]
    if behind:
        leg, heel, *front = parts
        shapes = [*toes, *front, edge(leg, THIN), edge(heel, THIN), leg, heel, *pads]
    else:
        shapes = [*toes, *parts, *pads] if tucked else [*parts, *pads, *toes]
    if view == OWN:
        leg = stroke("leg", "ink", [points["ankle"]], view, thick("ankle"))
        shapes += [edge(leg, 2 * THIN), leg]
    if view == "toes":  # from above the ground is no line; what the foot stands on is a patch of it
        flat = [
            (*seen((points[each][0], points[each][1], 0), view), 1.6)
            for each in ("heel", "edge", "toe5base", "toe1tip")
        ]
        shapes.insert(0, Shape("floor", "mat", hull(flat), 4, True))
    ball = _ball(points, view)
    return [*shapes, *ball] if below else [*ball, *shapes]


def pair(points: Mapping[str, Point], view: str) -> list[Shape]:
    """A foot whose ankle rolls and the other one, which does so too, each with its axis: so is in told from out."""
    foot = [*foot_shapes(points, view), leg_axis(points, view)]
    return [*foot, *mirrored(foot, points, view)]


def mirrored(shapes: Sequence[Shape], points: Mapping[str, Point], view: str) -> list[Shape]:
    """Shapes of a foot, or about it, as they are of the other one beside it."""
    inner = 1 if seen(points["inner"], view)[0] > seen(points["outer"], view)[0] else -1
    mirror = 2 * inner * APART
    return [each._replace(points=tuple((mirror - x, y) for x, y in each.points)) for each in shapes]


def leg_axis(points: Mapping[str, Point], view: str, end: str = "") -> Shape:
    """A line down the leg and the foot, as a physiotherapist draws it: bent at an ankle that rolls."""
    below = points[end or ("heel" if view == "back" else "toe2base")]
    return stroke("axis", "edge", [points["knee"], points["ankle"], below], view, AXIS_THICK)


def line_ahead(points: Mapping[str, Point], view: str) -> list[Shape]:
    """A dashed line along a foot and beyond its toes: where it should point."""
    begin, way = points["ankle"], add(points["toe2tip"], points["ankle"], -1)
    begin, way = ((*each[:2], 0.0) for each in (begin, way))
    along, far = unit(way), dot(way, unit(way)) + AHEAD
    long, gap, thick_ = DASHES
    count = round(far / (long + gap))
    starts = [step * (long + gap) for step in range(count)]
    ends = [(add(begin, along, start), add(begin, along, start + long)) for start in starts]
    return [stroke("ahead", "ink", each, view, thick_) for each in ends]


def arc_out(right: Mapping[str, Point], wrong: Mapping[str, Point], view: str) -> list[Flat]:
    """The arc from where a foot should point to where it does, ahead of its toes."""
    heel = seen(wrong["ankle"], view)
    ends = [seen(each["toe2tip"], view) for each in (right, wrong)]
    begin, end = (atan2(y - heel[1], x - heel[0]) for x, y in ends)
    far = max(hypot(x - heel[0], y - heel[1]) for x, y in ends) + BEFORE
    turns = [begin + (end - begin) * step / 6 for step in range(7)]
    return [(heel[0] + far * cos(turn), heel[1] + far * sin(turn)) for turn in turns]


def axis(points: Mapping[str, Point], view: str) -> Shape:
    """A line along a foot: which way it points."""
    return stroke("axis", "edge", [points["heel"], points["toe2base"]], view, AXIS_THICK)


def sole_shapes(points: Mapping[str, Point]) -> list[Shape]:
    """The sole of a flat foot from below, in few strokes, with the ball in front of it."""
    view, shapes = "sole", []
    for number, parts in enumerate(PRINT):
        outline = hull([(*seen(points[each], view), thick(each)) for each in parts], ROUGH)
        shapes.append(Shape(f"part{number}", "ink", outline, 0, True))
    for number in range(1, 6):
        ends = [points[f"toe{number}{each}"] for each in ("base", "tip")]
        shapes.append(stroke(f"toe{number}", "ink", ends, view, thick(f"toe{number}") * SLIM))
    for name, of in PADS.items():
        ends = [points[of[0][0]], points[of[-1][0]]][: len(of)]
        shapes.append(stroke(f"pad-{name}", "far", ends, view, of[-1][1]))
    return [*shapes, *_ball(points, view)]


def _hollow(points: Mapping[str, Point], view: str) -> Shape:
    """What is free below an arch, from heel to ball."""
    low = min(points[each][2] - thick(each) for each in ("heel", "inner"))
    (begin, *_), (end, *_) = points["heel"], points["inner"]
    high = points["hollow"][2] - low
    steps = [step / BENDS for step in range(BENDS + 1)]
    way = [(begin + (end - begin) * each, 0.0, low + high * sin(pi * each)) for each in steps]
    return Shape("hollow", "edge", tuple(seen(each, view) for each in way), 0, True)


def _towel(points: Mapping[str, Point], view: str) -> list[Shape]:
    """A towel below a foot: as much as toes have drawn in lies in folds below them."""
    end, begin, tip = (points[each][0] for each in ("towel", "edge", "toe3tip"))
    high, flat = (TOWEL_LONG - end) * FOLD, TOWEL_THICK / 2
    folds = [(begin + (tip - begin) * step / FOLDS, flat + high * (step % 2)) for step in range(FOLDS + 1)]
    way = tuple(seen((x, 0.0, z), view) for x, z in ((-BEHIND, flat), *folds, (end, flat)))
    towel = Shape("towel", "prop", way, TOWEL_THICK - 2 * LINE, False, curved=True)
    return [towel._replace(tone="prop-edge", width=TOWEL_THICK), towel]


def _ball(points: Mapping[str, Point], view: str) -> list[Shape]:
    if "ball" not in points:
        return []
    ball = stroke("ball", "prop", [points["ball"]], view, BALL - LINE)
    return [edge(ball, LINE)._replace(tone="prop-edge"), ball]


def _toe(number: int, points: Mapping[str, Point], down: Point, view: str) -> list[Shape]:
    """A toe with its nail or, where it comes up toward one, its pad: so it is seen which way it points."""
    ends = [points[f"toe{number}{each}"] for each in ("base", "joint", "tip")]
    radius = thick(f"toe{number}")
    toe = stroke(f"toe{number}", "ink", ends, view, radius)
    along = unit(add(ends[2], ends[1], -1))
    left = cross(unit(add(points["middle"], points["heel"], -1)), down)
    up = cross(along, unit(add(left, along, -dot(left, along))))  # a toe that is tucked has its nail below
    shapes = [edge(toe, THIN), toe]
    faces = dot(up, toward(view))
    if faces > FACING:
        nail = [add(add(ends[2], along, share * radius), up, 0.75 * radius) for share in (-0.1, 0.3)]
        shapes.append(stroke(f"nail{number}", "edge", nail, view, 0.36 * radius))
    elif faces < -FACING:
        pad = add(ends[2], up, -0.6 * radius)
        shapes.append(stroke(f"pad{number}", "far", [pad], view, 0.62 * radius))
    return shapes


def _pad(name: str, parts: tuple[tuple[str, float], ...], points: Mapping[str, Point], down: Point, view: str) -> Shape:
    """A pad of the sole, as flat as it is there."""
    across = unit(cross(down, unit(add(points["middle"], points["heel"], -1))))
    along = cross(across, down)
    round_ = []
    for part, radius in parts:
        middle = add(points[part], down, thick(part) - 0.4)
        for step in range(12):
            turn = pi * step / 6
            rim = add(add(middle, along, radius * cos(turn)), across, radius * sin(turn))
            round_.append((*seen(rim, view), 0.0))
    return Shape(f"pad-{name}", "far", hull(round_), 0.4, True)


def _down(points: Mapping[str, Point]) -> Point:
    """Which way the sole looks."""
    outer, inner = (add(points[each], points["heel"], -1) for each in ("outer", "inner"))
    down = unit(cross(outer, inner))
    away = add(points["heel"], points["ankle"], -1)
    return down if dot(down, away) > 0 else (-down[0], -down[1], -down[2])
