"""Places the marks on a figure: where it is felt, and which way it moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, hypot, sin

from limber.figures.clearance import Room
from limber.figures.shapes import Shape
from limber.figures.vectors import Flat, Point, add, seen

FELT: Mapping[str, tuple[str, str, float, Point]] = {
    "right_calf": ("right_knee", "right_ankle", 0.34, (-1.6, 0, 0)),
    "right_foot_top": ("right_ankle", "right_ball", 0.5, (0, 0, 0)),
    "right_hip": ("right_hip", "right_waist", 0.1, (0, -5.5, 1)),
    "right_hip_front": ("right_hip", "right_knee", 0.14, (0, 0, 0)),
    "right_seat": ("right_hip", "right_waist", 0.1, (0, -5.5, -4)),
    "right_hamstring": ("right_hip", "right_knee", 0.6, (0, 0, -3)),
    "right_inner_thigh": ("right_hip", "right_knee", 0.45, (0, 3, 0)),
    "right_shin": ("right_knee", "right_ankle", 0.5, (1.0, 0, 0)),
    "left_calf": ("left_knee", "left_ankle", 0.34, (-1.6, 0, 0)),
    "left_hip": ("left_hip", "left_waist", 0.1, (0, 5.5, 1)),
    "belly": ("right_waist", "left_pelvis", 0.5, (0, 0, 0)),
    "lower_back": ("right_waist", "left_waist", 0.5, (0, 0, 0)),
    "upper_back": ("right_chest", "left_chest", 0.5, (0, 0, 0)),
    "chest": ("right_chest", "left_chest", 0.4, (0, 0, 0)),
    "neck": ("neck", "head", 0.2, (0, 0, 0)),
    "right_shoulder": ("right_shoulder", "right_elbow", 0.1, (0, 0, 0)),
    "right_upper_arm": ("right_shoulder", "right_elbow", 0.6, (0, 0, 0)),
    "right_forearm": ("right_elbow", "right_wrist", 0.5, (0, 0, 0)),
    "right_thigh": ("right_hip", "right_knee", 0.55, (0, 0, 0)),
    "left_thigh": ("left_hip", "left_knee", 0.55, (0, 0, 0)),
    "arch": ("heel", "inner", 0.55, (0, 0.8, 0)),
    "sole": ("heel", "middle", 0.55, (0, 0, -1.4)),
    "instep": ("instep", "middle", 0.15, (0, 0, 0)),
}
"""For each mark the two points that it lies between, how far along, and how far aside, in centimetres."""

FREE = 4.0  # centimetres, around what is shown again
DOT, HOLE = 4.6, 2.2  # centimetres: the radius of a ring, outside and inside
SLIM = 0.75  # of a ring on the foot of a whole body, which it would hide
GAP, LONG, HEAD = 5.0, 17.0, 5.5  # of an arrow, in centimetres of a whole body


def moving(name: str, points: Mapping[str, Point]) -> tuple[str, ...]:
    """The points that move: one, or for a plural name those of both sides."""
    both = tuple(f"{side}_{name.removesuffix('s')}" for side in ("right", "left"))
    return both if name not in points and both[0] in points else (name,)


def rings(names: Iterable[str], points: Mapping[str, Point], view: str, scale: float) -> Iterator[Shape]:
    """A ring at each place where it is felt."""
    for name in names:
        begin, end, share, aside = FELT[name]
        way = add(points[end], points[begin], -1)
        at = (seen(add(add(points[begin], way, share), aside), view),)
        size = 2 * scale * (SLIM if end.endswith("ball") else 1)
        for tone, radius in (("felt-edge", DOT + 1.4), ("felt", DOT), ("felt-edge", HOLE)):
            yield Shape("felt", tone, at, radius * size, False)


def arrow(
    begin: Flat, end: Flat, skin: float, shapes: Sequence[Shape], scale: float, ground: float
) -> tuple[tuple[Flat, ...], ...]:
    """An arrow that says which way a part goes on: ahead of it, beside it or behind it, where nothing is in its way.

    `ground` is how far down there is room.
    """
    far = hypot(end[0] - begin[0], end[1] - begin[1])
    if far < 0.5:
        return ()
    right, down = (end[0] - begin[0]) / far, (end[1] - begin[1]) / far
    drawn = Room(shapes)
    long = LONG * scale
    gap, head = GAP * scale, HEAD * scale
    asides = [way * (skin + gap * more) for more in (1, 1.5, 2, 2.6, 3.4) for way in (1, -1)]
    tried = [
        (skin + gap, 0.0),
        *((ahead, aside) for aside in asides for ahead in (far / 2 - long / 2, 0, gap)),
        (-skin - gap - long, 0.0),
    ]
    best: tuple[float, Flat] = (-1e9, begin)
    for ahead, aside in tried:
        start = (begin[0] + right * ahead - down * aside, begin[1] + down * ahead + right * aside)
        line = [(start[0] + right * long * t / 4, start[1] + down * long * t / 4) for t in range(5)]
        room = drawn.along(line, best[0])
        if start[1] + max(0, down * long) > ground - gap * 0.3:
            continue
        if room >= gap * 0.62:
            best = (room, start)
            break
        best = max(best, (room, start))
    x, y = best[1]
    tip = (x + right * long, y + down * long)
    barbs = tuple(
        (tip[0] - head * (right * cos(a) - down * sin(a)), tip[1] - head * (down * cos(a) + right * sin(a)))
        for a in (0.7, -0.7)
    )
    return ((x, y), tip), (barbs[0], tip, barbs[1])


def lens_place(shapes: Sequence[Shape], around: Flat, detail: float, lens: float) -> Flat:
    """The centre of a free place for a detail, near to it; `detail` is how wide it is, `lens` how wide it is shown."""
    xs = [x for shape in shapes for x, _ in shape.points]
    top = min(y - shape.width / 2 for shape in shapes for _, y in shape.points)
    is_free = Room(shapes).is_free
    half = lens / 2
    grid = [half * share / 4 for share in range(-4, 5)]
    tried: list[tuple[float, Flat]] = []
    for x in range(round(min(xs) - lens), round(max(xs) + lens), 4):
        wider = max(0.0, min(xs) - 8 - (x - half), x + half - max(xs) - 8)
        for y in range(round(top + half), round(-half - detail), 6):
            tried.append((wider * 3 + hypot(x - around[0], y - around[1]), (x, y)))
    for _, (right, down) in sorted(tried):
        if all(is_free((right + a, down + b), FREE) for a in grid for b in grid):
            return right, down
    return min(xs) - half - 8, -lens - detail / 2
