"""A right foot in close-up, with each toe its own, from its numbers to its outlines; knows no whole body and no page.

Like the whole body it is let down until it rests, on the ground or on a ball under its sole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from limber.figure_pose import Stance
from limber.figure_space import UPRIGHT, Frame, Point, add, at, pitched, rolled, turned

BALL = 3.25  # centimetres: the radius of a small ball
SHIN, LEG = 6.0, 27.0  # of the shank, from the ankle to where it widens into the foot, and to where the picture ends
BEND = 0.5  # of a toe: where its next joint is


class Toe(NamedTuple):
    """Where a toe begins, how long and thick it is, and how far it goes when toes spread, the big one 1."""

    base: Point
    long: float
    thick: float
    fan: float


TOES = (
    Toe((13.2, 3.3, 1.9), 5.6, 1.75, 0.8),
    Toe((13.9, 0.7, 1.5), 5.2, 1.2, 0.3),
    Toe((13.2, -1.5, 1.4), 4.8, 1.15, -0.15),
    Toe((12.2, -3.5, 1.3), 4.3, 1.1, -0.6),
    Toe((10.9, -5.3, 1.2), 3.8, 1.1, -1.1),
)
PARTS: Mapping[str, tuple[Point, float]] = {
    "heel": ((-3.2, 0.0, 3.3), 3.3),
    "ankle": ((0.6, 0.0, 8.6), 4.0),
    "instep": ((5.2, 0.8, 6.0), 3.0),
    "edge": ((4.0, -2.8, 2.0), 2.0),
    "inner": ((11.2, 2.9, 2.5), 2.5),
    "outer": ((8.8, -4.4, 1.9), 1.9),
    "middle": ((11.6, 0.0, 2.4), 2.3),
}
"""The middle of each part, from the sole below the ankle, and its thickness."""

OUTLINES = (
    ("shin", "ankle", "heel", "instep"),
    ("heel", "edge", "outer"),
    ("instep", "edge", "inner", "middle", "outer"),
)
"""Parts that one outline goes round."""


def stance(numbers: Mapping[str, float]) -> Stance:
    """The foot in a pose: where its parts are, and by how much each joint is bent."""
    lean, sole, roll = (float(numbers.get(key, 0)) for key in ("lean", "sole", "roll"))
    foot = rolled(pitched(UPRIGHT, sole), roll)
    points = {name: at(foot, middle) for name, (middle, _) in PARTS.items()}
    for name, up in (("shin", SHIN), ("knee", LEG)):  # a leg goes along with a foot that tips, half as far
        points[name] = at(rolled(pitched(UPRIGHT, -lean), roll / 2), (0, 0, up), points["ankle"])
    for number, toe in enumerate(TOES, 1):
        points |= _toe(number, toe, foot, numbers)
    if "ball_at" in numbers:
        along = PARTS["heel"][0][0] + (TOES[0].base[0] - PARTS["heel"][0][0]) * numbers["ball_at"] / 100
        points["ball"] = at(foot, (along, 0, -BALL))
        down = points["ball"][2] - BALL
        x = points["ball"][0]
    else:
        down = min(point[2] - thick(name) for name, point in points.items())
        x = points["heel"][0]
    joints = {
        "ankle": lean + sole,
        "roll": roll,
        "big_toe": numbers.get("big_toe", 0),
        "small_toes": numbers.get("small_toes", 0),
        "spread": numbers.get("spread", 0),
    }
    return Stance({name: add(point, (-x, 0, -down)) for name, point in points.items()}, joints)


def thick(name: str) -> float:
    """How far a part's skin is from its point."""
    if name == "ball":
        return BALL
    return PARTS[name][1] if name in PARTS else TOES[int(name[3]) - 1].thick if name.startswith("toe") else 4.2


def _toe(number: int, toe: Toe, foot: Frame, numbers: Mapping[str, float]) -> dict[str, Point]:
    up = float(numbers.get("big_toe" if number == 1 else "small_toes", 0))
    base = at(foot, toe.base)
    fanned = turned(foot, toe.fan * float(numbers.get("spread", 0)))
    first = pitched(fanned, up)
    drop = (toe.base[2] - toe.thick) / toe.long
    joint = at(first, (toe.long * BEND, 0, -drop * toe.long * BEND), base)
    second = pitched(first, -up * 0.25)
    tip = at(second, (toe.long * (1 - BEND), 0, -drop * toe.long * (1 - BEND)), joint)
    return {f"toe{number}base": base, f"toe{number}joint": joint, f"toe{number}tip": tip}
