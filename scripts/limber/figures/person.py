"""The people whom figures can show: one skeleton and one set of numbers, drawn as people of another build and age.

Only flesh and hair differ, and only where nothing rests on it, so each pose fits each of them: a belly goes ahead of
the trunk and is flat where its owner lies on it, thighs are thicker at the hip alone, and arms and legs by no more than
is seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import dist
from typing import NamedTuple

from limber.figures.body import HEAD, thick
from limber.figures.vectors import Point, add, cross, dot, mean, unit
from limber.model.figure import AVERAGE, BROAD, OLDER, Figure

Points = Mapping[str, Point]


class Person(NamedTuple):
    """What is added to the body of `body`, in centimetres; less, where it is below 0."""

    belly: float = 0  # ahead of the waist
    flanks: float = 0  # beside the waist
    back: float = 0  # behind the chest, as a back grows round
    thighs: float = 0  # around each, where it begins
    limbs: float = 0  # around arms, knees and ankles: within what is not seen of a contact
    has_grey_hair: bool = False


PEOPLE: Mapping[str, Person] = {
    AVERAGE: Person(),
    BROAD: Person(belly=9.5, flanks=5.0, thighs=2.6, limbs=0.45),
    OLDER: Person(back=3.0, limbs=-0.45, has_grey_hair=True),
}
_of_site = [AVERAGE]
BUN = 3.6  # the radius of hair that is tied at the back of a head, in centimetres
_BELLY = (("chest", 0.3, -0.8), ("waist", 1.0, 1.0), ("pelvis", 0.5, 0.2))
"""The parts of a trunk that it covers, how much of it is ahead of each, and how much of the flanks beside it."""
FACE = 0.8  # of a head with grey hair: how large what is not hair is


def show_by_default(person: str) -> None:
    """Have figures that name nobody show this person from now on: the one of the site, or of average build if empty."""
    _of_site[:] = [person or AVERAGE]


def shown_in(figure: Figure) -> str:
    """Whom a figure shows."""
    return figure.person or _of_site[0]


def belly(points: Points, person: Person, ground: float) -> list[Point]:
    """What a belly adds to the trunk, from the chest round to the pelvis; `ground` is what its owner may lie on.

    It is farther ahead by as much as the breath in it has moved it.
    """
    left, ahead = _axes(points)
    deep = person.belly + dist((0, 0, 0), breath(points))
    halves: list[list[Point]] = []
    for side, way in (("right", -1), ("left", 1)):
        half = []
        for part, far, beside in _BELLY:
            out = add(points[f"{side}_{part}"], ahead, far * deep)
            half.append(_above(add(out, left, way * beside * person.flanks), ground))
        halves.append(half)
    right, other = halves
    return [*right, *other[::-1]]


def breath(points: Points) -> Point:
    """How far a belly has moved by the breath in it."""
    waist = mean([points["right_waist"], points["left_waist"]])
    return add(points.get("belly", waist), waist, -1)


def back(points: Points, person: Person, ground: float) -> list[Point]:
    """What a round back adds to the trunk, between the shoulder blades."""
    _, ahead = _axes(points)
    chest = mean([points["right_chest"], points["left_chest"]])
    ends = (add(chest, ahead, -person.back), add(points["neck"], ahead, -person.back * 0.7))
    return [_above(each, ground) for each in ends]


def hair(points: Points) -> tuple[Point, Point]:
    """The middle of a face, and that of the bun behind it."""
    left, _ = _axes(points)
    head, up = points["head"], unit(add(points["head"], points["neck"], -1))
    ahead = unit(add(points["nose"], head, -1)) if "nose" in points else unit(cross(left, up))
    room = HEAD * (1 - FACE)
    face = add(add(head, ahead, room), up, -room * 0.5)
    x, y, z = add(add(head, ahead, -HEAD), up, BUN)
    return face, (x, y, max(z, head[2] - HEAD + BUN))  # who lies on the back has it beside the head


def _axes(points: Points) -> tuple[Point, Point]:
    """To the left of the chest, and ahead of it."""
    left = unit(add(points["left_chest"], points["right_chest"], -1))
    up = add(mean([points["left_chest"], points["right_chest"]]), mean([points["left_hip"], points["right_hip"]]), -1)
    return left, unit(cross(left, add(up, left, -dot(left, up))))


def _above(point: Point, ground: float) -> Point:
    """A point whose flesh gives way to what the trunk lies on."""
    x, y, z = point
    return x, y, max(z, ground + thick("chest"))
