"""Draws what is shown again beside a figure: a foot enlarged or from below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from limber.figures import paths, props
from limber.figures.close_up import foot_shapes, sole_shapes
from limber.figures.foot import in_place_of, is_on_its_toes, laid, put_on, stance
from limber.figures.marks import lens_place, rings
from limber.figures.paths import Box, Lens
from limber.figures.shapes import Shape, prop_shapes
from limber.figures.skeleton import Stance
from limber.figures.vectors import Flat, Point, seen
from limber.model.figure import SOLE, Figure, Pose

SCALE = 0.3  # of marks on a foot that is shown alone
FINE = 2  # units: how wide the ground is where a foot is shown larger
DETAIL = {False: 26.0, True: 37.0}  # centimetres: how wide a detail is, without and with a round thing below it
ABOVE_GROUND = {False: 0.42, True: 0.37}  # of that: how high its middle is, with room for the near end of that thing
LENS = 0.62  # of the figure's height: how wide a detail is shown
SIZE = 0.7  # of the sole beside its foot
SOLE_AT = 26.0  # centimetres: how far to the right a foot goes, at most, from the ball below it
CARD = 1.4  # centimetres of margin on the card
BESIDE = 1.0  # centimetres, from the foot to its card
NEAR_END = 4.5  # centimetres to the right, for the near end of a round thing
LOW = 4.0  # centimetres: a foot with its parts this low is on the ground
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
    return [card, *(_scaled(each, to, SIZE, SOLE) for each in shapes)]


def lens(figure: Figure, of: Stance, shapes: Sequence[Shape]) -> tuple[Lens, Shape]:
    """The enlarged foot that is the figure's detail, placed where there is room, and a shape that reserves it."""
    wide = _wide(figure, figure)
    shown = LENS * -min(y - each.width / 2 for each in shapes for _, y in each.points)
    x, y = lens_place(shapes, _middle(of, figure, figure, figure.view), wide, shown)
    part = paths.square(_middle(of, figure, figure, figure.view), wide, figure)
    points = close_up(figure, of, figure.detail)
    scale = wide / shown
    felt = rings([TOPS[each] for each in figure.felt if each in TOPS], points, figure.view, scale)
    inked = (
        *paths.ground(part, figure, figure.view, FINE),
        *paths.paths([*foot(figure, of, points, figure.view, figure.detail), *felt], figure),
    )
    ends = ((x - shown / 2, y - shown / 2), (x + shown / 2, y + shown / 2))
    room = Shape("lens", "", ends, 2, False)
    place = paths.square((x, y), shown, figure)
    return Lens(part, part, place, _link(place, part), inked), room


def felt_around(figure: Figure) -> list[str]:
    """Where it is felt and no enlarged part shows it."""
    return [each for each in figure.felt if not (figure.detail.endswith("foot") and each in TOPS)]


def box(figure: Figure, of: Stance, pose: Pose, around: float) -> Box:
    """The box of the picture around the detail of a pose, so many times as wide as it is shown larger."""
    return paths.square(_middle(of, pose, figure, pose.view), _wide(pose, figure) * around, figure)


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
    if low - ground >= LOW:
        return points
    points = put_on(points, ground, None)
    return laid(points, ground) if is_on_its_toes(of, side) else points


def foot(figure: Figure, of: Stance, points: Mapping[str, Point], view: str, name: str) -> list[Shape]:
    """The shapes of a foot in close-up and of the things that it touches."""
    side = name.split("_")[0]
    places = [each for each in figure.places().items() if each[0].startswith(side)]
    things = [each for place, thing in places for each in prop_shapes(thing, place, of.points, view)[1]]
    return [*things, *foot_shapes(points, view, is_on_its_toes(of, side))]


def _scaled(shape: Shape, to: Flat, size: float, of: str) -> Shape:
    points = tuple((x * size + to[0], y * size + to[1]) for x, y in shape.points)
    return shape._replace(name=f"{of}-{shape.name}", points=points, width=shape.width * size)


def _link(place: Box, part: Box) -> str:
    """A line from the enlarged foot to the foot itself."""
    begin = max(place[0], min(place[0] + place[2], part[0] + part[2] // 2))
    return f"M{begin} {place[1] + place[3]}L{max(part[0], min(part[0] + part[2], begin))} {part[1]}"


def _middle(of: Stance, shown: Figure | Pose, figure: Figure, view: str) -> Flat:
    """The centre of the detail, the foot with some ground, and with the near end of a round thing below it."""
    side = shown.detail.split("_")[0]
    is_aslant = _is_on_round(shown, figure) and view == "side"
    aside = NEAR_END if is_aslant else 0.0
    ankle, toes = (seen(of.points[f"{side}_{each}"], view) for each in ("ankle", "toes"))
    if view not in paths.STRAIGHT:
        return (ankle[0] + toes[0]) / 2, (ankle[1] + toes[1]) / 2
    return (ankle[0] + toes[0]) / 2 + aside, -_wide(shown, figure) * ABOVE_GROUND[is_aslant]


def _is_on_round(shown: Figure | Pose, figure: Figure) -> bool:
    side = shown.detail.split("_")[0]
    return any(thing in props.ROUND and place.startswith(side) for place, thing in figure.places().items())


def _wide(shown: Figure | Pose, figure: Figure) -> float:
    return DETAIL[_is_on_round(shown, figure)]
