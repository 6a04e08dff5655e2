"""Shapes of things that stand by themselves, in centimetres: furniture from its boxes, the rest as one knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import cos, pi, sin

from limber.figures import furniture, implements
from limber.figures.scene import TOPS
from limber.figures.shapes import FINE, SEAM, Shape, hull
from limber.figures.vectors import Flat, Point, add, nearness, seen
from limber.model.figure import Placed

VIEW = "thing"
SLAB = 3.9  # centimetres: what is thinner than that has no edges drawn on it
BRICKS = (4, 24.0, 12.0)  # rows of a piece of wall; how long and high a brick is
ROLL, SHEET = (
    7.0,
    (60.0, 46.0),
)  # of a mat that is half rolled: the radius of its roll, and how long and wide the rest is
RING = (15.0, 6.5)  # of a loop band, seen aslant: half of its width and of its height
LINE = 3.0  # centimetres: how wide a band is


def of(name: str) -> list[Shape] | None:
    """The shapes of a thing by its name in the data, from behind to before; nothing of a name that is not known."""
    draw = _DRAWN.get(name)
    return draw() if draw else None


def _furniture(name: str, part: str) -> Callable[[], list[Shape]]:
    def drawn() -> list[Shape]:
        boxes = furniture.boxes(Placed(name, part, (0.0, 0.0, TOPS[name]), 1))
        shapes = []
        for box in sorted(boxes, key=lambda each: nearness(each[0], VIEW)):
            shapes += [furniture.flat(name, "prop", box, VIEW), *_edges(box)]
        return shapes

    return drawn


def _edges(box: furniture.Box) -> list[Shape]:
    """The three edges that meet at the near corner of a box."""
    middle, size = box
    if min(size) < SLAB:
        return []
    x, y, z = (each / 2 for each in size)
    near = (-x, -y, z)
    lines = (((x, -y, z), near, (-x, y, z)), (near, (-x, -y, -z)))
    return [_seam([seen(add(middle, each), VIEW) for each in line]) for line in lines]


def _seam(line: Sequence[Flat], wide: float = 2 * SEAM) -> Shape:
    return Shape("seam", "seam", tuple(line), wide, False)


def _flat(name: str, corners: Sequence[Flat], tone: str = "prop") -> Shape:
    return Shape(name, tone, tuple(corners), 0, True)


def _wall() -> list[Shape]:
    """A piece of wall, of bricks."""
    rows, long, high = BRICKS
    wide, top = 3.5 * long, rows * high
    shapes = [_flat("wall", ((0, 0), (wide, 0), (wide, -top), (0, -top)))]
    shapes += [_seam(((0, -row * high), (wide, -row * high)), 1.6) for row in range(1, rows)]
    for row, brick in product(range(rows), range(4)):
        x = (brick + (0.5 if row % 2 else 1.0)) * long
        if x < wide:
            shapes.append(_seam(((x, -row * high), (x, -(row + 1) * high)), 1.6))
    return shapes


def _mat() -> list[Shape]:
    """A mat that is half rolled up."""
    long, wide = SHEET
    sheet = [
        seen(each, VIEW)
        for each in ((0.0, -wide / 2, 0.0), (long, -wide / 2, 0.0), (long, wide / 2, 0.0), (0.0, wide / 2, 0.0))
    ]
    turns = [2 * pi * step / FINE for step in range(FINE)]
    roll = [(ROLL * cos(each), y, ROLL * (1 + sin(each))) for each in turns for y in (-wide / 2, wide / 2)]
    outline = hull([(*seen(each, VIEW), 0.0) for each in roll], 2 * FINE)
    end = [
        seen((ROLL * share * cos(turn), -wide / 2, ROLL * (1 + share * sin(turn))), VIEW)
        for share, turn in ((0.85 * step / 20, 3 * pi * step / 20) for step in range(21))
    ]
    return [_flat("mat", sheet, "mat"), _flat("mat", outline), _seam(end)]


def _towel() -> list[Shape]:
    """A towel that is folded twice."""
    shapes = []
    for layer in range(3):
        box = ((0.0, 0.0, 1.6 + 3.2 * layer), (26.0, 34.0, 3.2))
        shapes += [furniture.flat("towel", "prop", box, VIEW)]
        low = 3.2 * (layer + 1)
        shapes.append(
            _seam([seen(each, VIEW) for each in ((13.0, -17.0, low), (-13.0, -17.0, low), (-13.0, 17.0, low))])
        )
    return shapes


def _large_ball() -> list[Shape]:
    radius = TOPS["large-ball"] / 2
    rings = [[(radius * 0.92 * cos(each), radius * (up + 0.2 * sin(each))) for each in _half()] for up in (-0.25, 0.15)]
    return [_flat("large-ball", hull([(0.0, 0.0, radius)], 2 * FINE)), *(_seam(each, 1.6) for each in rings)]


def _half() -> list[float]:
    return [pi * (step + 0.5) / 13 for step in range(13)]


def _foam_roller() -> list[Shape]:
    radius, half = TOPS["foam-roller"] / 2, furniture.TUBE / 2
    turns = [2 * pi * step / FINE for step in range(FINE + 1)]

    def ring(of: float, y: float) -> list[Flat]:
        return [seen((of * cos(each), y, of * sin(each)), VIEW) for each in turns]

    outline = hull([(*each, 0.0) for y in (-half, half) for each in ring(radius, y)], 2 * FINE)
    return [
        _flat("foam-roller", outline),
        _seam(ring(radius * 0.86, -half), 0.7),
        _flat("hole", ring(radius * 0.5, -half), "seam"),
    ]


def _loop_band() -> list[Shape]:
    wide, high = RING
    turns = [2 * pi * step / FINE for step in range(FINE + 1)]
    return [Shape("band", "prop-edge", tuple((wide * cos(each), high * sin(each)) for each in turns), LINE, False)]


def _long_band() -> list[Shape]:
    """A band with a handle at each end."""
    way = [(x - 25.0, 5.0 * sin(x / 50 * 2 * pi)) for x in range(0, 52, 2)]
    handles = [((25 * side, 0.0), (32 * side, -6.0), (32 * side, 6.0), (25 * side, 0.0)) for side in (-1, 1)]
    return [Shape("band", "prop-edge", tuple(each), LINE, False) for each in (way, *handles)]


def _barbell() -> list[Shape]:
    """A barbell from ahead, shorter than it is, so that its plates are seen."""
    shapes = [Shape("barbell", "prop-edge", ((-56.0, 0.0), (56.0, 0.0)), 3.4, False)]
    for x, high in ((46.0, 16.0), (39.0, 24.0)):
        for side in (-1, 1):
            corners = [(side * (x + ahead), aside) for ahead, aside in ((0, -high), (5, -high), (5, high), (0, high))]
            shapes.append(_flat("barbell", corners))
    return shapes


def _stairs() -> list[Shape]:
    """A step and the next one: one alone would be any block."""
    shapes = []
    for x, high in ((17.0, 40.0), (-17.0, 20.0)):
        box = ((x, 0.0, high / 2), (34.0, 60.0, high))
        shapes += [furniture.flat("step", "prop", box, VIEW), *_edges(box)]
    return shapes


def _held(name: str) -> Callable[[], list[Shape]]:
    """A weight as a hand has it, without the hand."""

    def drawn() -> list[Shape]:
        points: Mapping[str, Point] = {"right_hand": (0.0, 0.0, 0.0), "right_elbow": (0.0, 0.0, 30.0)}
        (_, shapes), *_ = implements.groups({"right_hand": name}, points, "side")
        return shapes

    return drawn


def _broomstick() -> list[Shape]:
    """A broom: its stick alone would be any line."""
    stick = Shape("broomstick", "prop-edge", ((0.0, 0.0), (46.0, -92.0)), 3.0, False)
    head = ((-10.0, 0.0), (10.0, 6.0), (6.0, 22.0), (-20.0, 14.0))
    return [
        stick,
        _flat("broomstick", head),
        *(_seam(((x, y), (x - 7, y + 12)), 0.9) for x, y in ((-6, 4), (0, 6), (6, 8))),
    ]


def _bar() -> list[Shape]:
    """A bar to hang from, on its posts with their feet."""
    posts = [((x, 0.0), (x, -130.0)) for x in (-48.0, 48.0)]
    feet = [((x - 16, 0.0), (x + 16, 0.0)) for x in (-48.0, 48.0)]
    lines = [*posts, *feet, ((-54.0, -130.0), (54.0, -130.0))]
    return [Shape("bar", "prop-edge", each, 6.0, False) for each in lines]


def _door_frame() -> list[Shape]:
    """A frame with its door open."""
    boxes = furniture.boxes(Placed("door-frame", "right_hand", (0.0, 0.0, 100.0), 1))
    leaf = ((-42.0, 0.0), (6.0, 16.0), (6.0, -186.0), (-42.0, -200.0))
    return [
        _flat("door", leaf, "mat"),
        *(furniture.flat("door-frame", "prop", each, "front") for each in boxes),
        Shape("handle", "prop-edge", ((-6.0, -92.0), (1.0, -91.0)), 5.0, False),
    ]


_DRAWN: Mapping[str, Callable[[], list[Shape]]] = {
    "chair": _furniture("chair", "seat"),
    "bench": _furniture("bench", "back"),
    "table": _furniture("table", "seat"),
    "step": _stairs,
    "wall": _wall,
    "door-frame": _door_frame,
    "bar": _bar,
    "mat": _mat,
    "towel": _towel,
    "large-ball": _large_ball,
    "foam-roller": _foam_roller,
    "loop-band": _loop_band,
    "long-band": _long_band,
    "dumbbell": _held("dumbbell"),
    "kettlebell": _held("kettlebell"),
    "barbell": _barbell,
    "broomstick": _broomstick,
}
NAMES = tuple(_DRAWN)
"""All that can be drawn so."""
