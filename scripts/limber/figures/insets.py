"""Draws the foot that is shown again beside a figure: enlarged, or from below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from limber.figures import paths, props
from limber.figures.close_up import foot_shapes, sole_shapes
from limber.figures.foot import in_place_of, put_on, stance
from limber.figures.marks import DETAIL, LENS, lens_place, rings
from limber.figures.paths import Box, Lens
from limber.figures.shapes import Shape, prop_shapes
from limber.figures.skeleton import Stance
from limber.figures.vectors import Flat, Point, seen
from limber.model.figure import Figure, Pose

SCALE = 0.3  # of marks on a foot that is shown alone
FINE = 2  # units: how wide the ground is where a foot is shown larger
SIZE = 0.7  # of the sole beside its foot
SOLE_AT = 26.0  # centimetres: how far to the right a foot goes, at most, from the ball below it
CARD = 1.4  # centimetres of margin on the card
BESIDE = 1.0  # centimetres, from the foot to its card
NEAR_END = (4.0, 4.5)  # centimetres to the right and down
LOW = 3.0  # centimetres: a foot with its parts this low is on the ground
TOPS = {"right_foot_top": "instep", "left_foot_top": "instep"}
"""Parts of a whole body by their names in a close-up."""


def right(shapes: Sequence[Shape]) -> float:
    """The right edge of shapes."""
    return max(x + each.width / 2 for each in shapes for x, _ in each.points)


def beside_sole(
    shapes: Sequence[Shape], marks: Sequence[Shape], numbers: Mapping[str, float]
) -> tuple[list[Shape], list[Shape]]:
    """A foot with its sole, and its marks, moved so that the sole is at the same place in all poses and sent once."""
    by = SOLE_AT - right(shapes)
    foot, about = (
        [each._replace(points=tuple((x + by, y) for x, y in each.points)) for each in group]
        for group in (shapes, marks)
    )
    return [*foot, *sole(numbers, SOLE_AT)], about


def sole(numbers: Mapping[str, float], right: float) -> list[Shape]:
    """The sole of the foot on a card, as if one lay below it; to the right of there, above the ground."""
    flat = {name: amount for name, amount in numbers.items() if name not in ("sole", "lean", "roll")}
    shapes = sole_shapes(stance(flat).points)
    feet = [each for each in shapes if each.name not in ("ball",)]
    xs = [x + way * each.width / 2 for each in feet for x, _ in each.points for way in (1, -1)]
    ys = [y + way * each.width / 2 for each in feet for _, y in each.points for way in (1, -1)]
    left, bottom = right + BESIDE + CARD, -BESIDE - CARD
    wide, high = ((max(each) - min(each)) * SIZE for each in (xs, ys))
    about = 0.8  # the corners are round
    x1, x2 = left - CARD + about, left + wide + CARD - about
    y1, y2 = bottom - high - CARD + about, bottom + CARD - about
    card = Shape("card", "mat", ((x1, y1), (x2, y1), (x2, y2), (x1, y2)), 2 * about, True)
    to = (left - min(xs) * SIZE, bottom - max(ys) * SIZE)
    return [card, *(_scaled(each, to) for each in shapes)]


def lens(figure: Figure, of: Stance, shapes: Sequence[Shape]) -> tuple[Lens, Shape]:
    """The enlarged foot that is the figure's detail, placed where there is room, and a shape that reserves it."""
    middle = _middle(of, figure, figure)
    x, y = lens_place(shapes, middle)
    part = paths.square(middle, DETAIL, figure)
    points = close_up(figure, of, figure.detail)
    scale = DETAIL / LENS
    felt = rings([TOPS[each] for each in figure.felt if each in TOPS], points, figure.view, scale)
    inked = (
        *paths.ground(part, figure, figure.view, FINE),
        *paths.paths([*foot(figure, of, points, figure.view), *felt], figure),
    )
    room = Shape("lens", "", ((x - LENS / 2, y), (x + LENS / 2, y)), 2, False)
    place = paths.square((x, y), LENS, figure)
    return Lens(part, place, _link(place, part), inked), room


def box(figure: Figure, of: Stance, pose: Pose) -> Box:
    """The box of the picture around the detail of a pose."""
    return paths.square(_middle(of, pose, figure), DETAIL * 1.25, figure)


def close_up(figure: Figure, of: Stance, name: str) -> dict[str, Point]:
    """The points of a foot in close-up in place of the body's own foot, touching the same things."""
    side = name.split("_")[0]
    points = in_place_of(of, side)
    ground = props.ground_under(figure.places()).get(side, 0)
    low = min(of.points[f"{side}_{each}"][2] for each in ("heel", "ball", "toes"))
    for place, thing in figure.places().items():
        if thing in props.ROUND and place.startswith(side):
            middle = props.round_middle(thing, place, of.points)
            return put_on(points, ground, (middle, props.ROUND[thing][0]))
    return put_on(points, ground, None) if low - ground < LOW else points


def foot(figure: Figure, of: Stance, points: Mapping[str, Point], view: str) -> list[Shape]:
    """The shapes of a foot in close-up and of the things that it touches."""
    side = (figure.detail or "right").split("_")[0]
    places = [each for each in figure.places().items() if each[0].startswith(side)]
    things = [each for place, thing in places for each in prop_shapes(thing, place, of.points, view)[1]]
    return [*things, *foot_shapes(points, view)]


def _scaled(shape: Shape, to: Flat) -> Shape:
    points = tuple((x * SIZE + to[0], y * SIZE + to[1]) for x, y in shape.points)
    return shape._replace(name=f"sole-{shape.name}", points=points, width=shape.width * SIZE)


def _link(place: Box, part: Box) -> str:
    """A line from the enlarged foot to the foot itself."""
    begin = max(place[0], min(place[0] + place[2], part[0] + part[2] // 2))
    return f"M{begin} {place[1] + place[3]}L{max(part[0], min(part[0] + part[2], begin))} {part[1]}"


def _middle(of: Stance, shown: Figure | Pose, figure: Figure) -> Flat:
    """The centre of the detail, the foot with some ground, and with the near end of a round thing below it."""
    side = shown.detail.split("_")[0]
    on_round = any(thing in props.ROUND and place.startswith(side) for place, thing in figure.places().items())
    aside, lower = NEAR_END if on_round and shown.view == "side" else (0.0, 0.0)
    ankle, toes = (seen(of.points[f"{side}_{each}"], shown.view) for each in ("ankle", "toes"))
    return (ankle[0] + toes[0]) / 2 + aside, -DETAIL * 0.42 + lower
