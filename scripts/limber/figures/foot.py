"""Computes a foot in close-up, toe by toe, from the numbers of a pose.

Like the whole body it is let down until it rests, on the ground or on a ball under its sole. It can also take the place
of a whole body's foot, which has the same length and the same joints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import hypot, radians, tan
from typing import NamedTuple

from limber.figures import body
from limber.figures.skeleton import SIDES, Stance
from limber.figures.vectors import UPRIGHT, Frame, Point, add, at, cross, pitched, turned, unit

BALL = 3.2  # centimetres: the radius of a small ball
SHIN, LEG = 6.0, 27.0  # of the shank, from the ankle to where it widens into the foot, and to where the picture ends
STAYS, ALONG = 2.0, 0.2  # centimetres that stay where an ankle rolls; the part of its way that the knee goes along
TUCKED, ROW = -45, 20  # degrees: toes that bend so far to the sole lie on their tops, in a row that is level then
ON_TOP = 0.1  # how far aside a foot is from a round thing, of its radius, at most, when it stands on top of it
NEARER = 3  # steps in which a foot whose height is given comes to touch a round thing
BEND = 0.5  # of a toe: where its next joint is
CURL, STRETCH = 0.8, -0.05  # how far that joint goes along with a toe that is tucked, and with one that comes up
BOW = 4.6  # centimetres ahead of the ankle: the top of the arch
HOLLOW = 0.5  # centimetres: how high the arch is above the ground where nothing draws it up
SHORTER, HIGHER = 1.4, 0.8  # how far the front of a foot comes back, and its top goes up, of what its arch is drawn up
TOWEL_LONG, TOWEL_THICK = 34.0, 0.9  # centimetres: from the heel to the end of a towel that lies flat; how thick it is


class Toe(NamedTuple):
    """Where a toe begins, how long and thick it is, and how far it goes when toes spread, the big one 1."""

    base: Point
    long: float
    thick: float
    fan: float


TOES = (
    Toe((13.2, 3.3, 1.9), 5.8, 1.5, 0.8),
    Toe((13.9, 0.7, 1.5), 5.4, 1.05, 0.3),
    Toe((13.2, -1.5, 1.4), 5.0, 1.0, -0.15),
    Toe((12.2, -3.5, 1.3), 4.5, 0.95, -0.6),
    Toe((10.9, -5.3, 1.2), 4.0, 0.95, -1.1),
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
    ("shin", "ankle", "instep"),
    ("ankle", "heel", "instep"),
    ("heel", "edge", "outer"),
    ("instep", "edge", "inner", "middle", "outer"),
)
PROFILE = (*OUTLINES[:2], ("heel", "instep", "inner", "middle", "outer"))
"""Parts that one outline goes round; from the side, where the arch is not seen, there are fewer."""


def stance(numbers: Mapping[str, float]) -> Stance:
    """The right foot in a pose: where its parts are, and by how much each joint is bent."""
    lean, sole, roll = (float(numbers.get(key, 0)) for key in ("lean", "sole", "roll"))
    foot = pitched(turned(UPRIGHT, -float(numbers.get("toes_out", 0))), sole)
    points = _points(foot, (0, 0, 0), pitched(UPRIGHT, -lean)[2], numbers)
    points = {name: _rolled_over(point, roll) for name, point in points.items()}
    if "ball_at" in numbers:
        share = numbers["ball_at"] / 100
        heel, toe = PARTS["heel"][0], TOES[0].base
        points["ball"] = at(foot, (heel[0] + (toe[0] - heel[0]) * share, toe[1] * share**2, -BALL))
        down = points["ball"][2] - BALL
        x = points["ball"][0]
    else:
        down = min(point[2] - thick(name) for name, point in points.items())
        x = points["heel"][0]
    if lift := numbers.get("lift", 0):
        x, _, up = points["ankle"]
        down = up - PARTS["ankle"][0][2] - lift
        points["ground"] = (x, 0, down)  # below a foot that is off it
    joints = {
        "ankle": lean + sole,
        "roll": roll,
        "big_toe": numbers.get("big_toe", 0),
        "small_toes": numbers.get("small_toes", 0),
        "spread": numbers.get("spread", 0),
    }
    if "towel" in numbers:
        down -= TOWEL_THICK
        points["towel"] = (x + TOWEL_LONG - numbers["towel"], 0, down)
    return Stance({name: add(point, (-x, 0, -down)) for name, point in points.items()}, joints)


def in_place_of(whole: Stance, side: str) -> dict[str, Point]:
    """The foot of a whole body, with all that a close-up shows."""
    part = {name.removeprefix(f"{side}_"): point for name, point in whole.points.items() if name.startswith(side)}
    mirror = -SIDES[side]
    inward = unit(add(part["inner"], part["outer"], -1))
    left = (inward[0] * mirror, inward[1] * mirror, inward[2] * mirror)
    (heel, _, high), (ball, _, low) = body.FOOT["heel"], body.FOOT["ball"]
    along = unit(add(part["ball"], part["heel"], -1))
    forward = unit(add(along, cross(along, left), (high - low) / (ball - heel)))  # these two are not level
    up = cross(forward, left)
    below = add(part["ankle"], up, -body.ANKLE)
    toes = whole.joints[f"{side}_toes"]
    big = whole.joints.get(f"{side}_big_toe", toes)
    leg = unit(add(part["knee"], part["ankle"], -1))
    frame = (forward, left, up)
    if is_on_its_toes(whole, side):
        frame = turned(frame, mirror * ROW)
    points = _points(frame, below, leg, {"big_toe": big, "small_toes": toes}, mirror)
    return points | {"knee": add(points["ankle"], leg, 2 * LEG)}  # it goes on beyond what is shown of it


def is_on_its_toes(whole: Stance, side: str) -> bool:
    """Whether a foot's toes are tucked, and it stands on the tops of all of them: not one whose ankle rolls."""
    return whole.joints[f"{side}_toes"] < TUCKED and not whole.joints[f"{side}_roll"]


def thick(name: str) -> float:
    """The distance from the centre of a part to its skin."""
    if name == "ball":
        return BALL
    if name in ("hollow", "towel", "ground"):
        return 0.0
    return PARTS[name][1] if name in PARTS else TOES[int(name[3]) - 1].thick if name.startswith("toe") else 4.2


def put_on(points: Mapping[str, Point], ground: float, round_: tuple[Point, float] | None) -> dict[str, Point]:
    """The foot shifted so that its skin touches a round thing, of this middle and radius, or else the ground.

    A heel that would then be below the ground is on it: the foot goes so much farther onto the thing.
    """
    if round_ is None:
        return _raised(points, -_low(points, ground))
    by, (right, up) = _to_round(points, *round_)
    found = {name: add(point, (right * by, 0, up * by)) for name, point in points.items()}
    if _low(found, ground) < 0 and abs(right) > ON_TOP:
        found = _raised(found, -_low(found, ground))
        for _ in range(NEARER):
            by, (right, _) = _to_round(found, *round_)
            found = {name: add(point, (by / right, 0, 0)) for name, point in found.items()}
    return found


def _low(points: Mapping[str, Point], ground: float) -> float:
    """How far the foot is above the ground."""
    return min(point[2] - thick(name) for name, point in points.items() if name not in ("shin", "knee")) - ground


def _raised(points: Mapping[str, Point], by: float) -> dict[str, Point]:
    return {name: add(point, (0, 0, by)) for name, point in points.items()}


def _to_round(points: Mapping[str, Point], middle: Point, radius: float) -> tuple[float, tuple[float, float]]:
    """How far the foot must go to touch a round thing, and which way, right and up."""
    x, _, z = middle
    far, (right, up) = min((hypot(a - x, b - z) - thick_, (a - x, b - z)) for a, b, thick_ in skin(points))
    long = hypot(right, up) or 1
    return radius - far, (right / long, up / long)


def laid(points: Mapping[str, Point], ground: float) -> dict[str, Point]:
    """The foot with its toes, which are tucked, laid on their tops: each bends so far that it reaches the ground."""
    toes: dict[str, Point] = {}
    for number, toe in enumerate(TOES, 1):
        base, tip = points[f"toe{number}base"], points[f"toe{number}tip"]
        if tip[2] > base[2]:
            continue  # it did not come along
        back = unit((tip[0] - base[0], tip[1] - base[1], 0))
        half = toe.long * BEND
        drop = max(0.0, min(half, base[2] - toe.thick - ground))
        joint = add(add(base, back, (half**2 - drop**2) ** 0.5), (0, 0, -1), drop)
        toes |= {f"toe{number}joint": joint, f"toe{number}tip": add(joint, back, toe.long - half)}
    return {**points, **toes}


def _rolled_over(point: Point, roll: float) -> Point:
    """A point of a foot whose ankle rolls under weight: the ankle goes aside, its sole and its knee hardly do."""
    x, y, z = point
    ankle = PARTS["ankle"][0][2]
    aside = max(0.0, z - STAYS) if z < ankle else (ankle - STAYS) * (1 - (z - ankle) / LEG * (1 - ALONG))
    return x, y - tan(radians(roll)) * aside, z


def _points(foot: Frame, below: Point, leg: Point, numbers: Mapping[str, float], mirror: int = 1) -> dict[str, Point]:
    """All parts of a foot, which has its sole there below the ankle; its leg goes that way."""
    arch = float(numbers.get("arch", 0))
    points = {
        name: at(foot, (x - SHORTER * _share(x) * arch, y * mirror, z + HIGHER * arch * (name == "instep")), below)
        for name, ((x, y, z), _) in PARTS.items()
    }
    if "arch" in numbers:
        points["hollow"] = at(foot, (BOW - arch * SHORTER / 2, 0, HOLLOW + arch), below)
    points |= {name: add(points["ankle"], leg, up) for name, up in (("shin", SHIN), ("knee", LEG))}
    for number, toe in enumerate(TOES, 1):
        points |= _toe(number, toe, foot, below, numbers, mirror)
    return points


def _share(ahead: float) -> float:
    """How much of its foot's shortening a part goes along with: the ball with all of it, heel and ankle with none."""
    return max(0.0, min(1.0, (ahead - 1.0) / (PARTS["outer"][0][0] - 1.0)))


def _toe(
    number: int, toe: Toe, foot: Frame, below: Point, numbers: Mapping[str, float], mirror: int
) -> dict[str, Point]:
    up = float(numbers.get("big_toe" if number == 1 else "small_toes", 0))
    x, y, z = toe.base
    base = at(foot, (x - SHORTER * float(numbers.get("arch", 0)), y * mirror, z), below)
    fanned = turned(foot, toe.fan * mirror * float(numbers.get("spread", 0)))
    next_ = up * (CURL if up < 0 else STRETCH)
    first = pitched(fanned, up / (1 + CURL) if up < 0 else up)
    drop = (z - toe.thick) / toe.long
    joint = at(first, (toe.long * BEND, 0, -drop * toe.long * BEND), base)
    second = pitched(first, next_ / (1 + CURL) if up < 0 else next_)
    tip = at(second, (toe.long * (1 - BEND), 0, -drop * toe.long * (1 - BEND)), joint)
    return {f"toe{number}base": base, f"toe{number}joint": joint, f"toe{number}tip": tip}


def skin(points: Mapping[str, Point]) -> Iterator[tuple[float, float, float]]:
    """Balls that fill the foot, from the side: where each is, and its radius."""
    for parts in OUTLINES:
        for one, other in combinations([each for each in parts if each != "shin"], 2):
            (a, _, b), (c, _, d) = points[one], points[other]
            for share in (step / 12 for step in range(13)):
                thick_ = thick(one) + (thick(other) - thick(one)) * share
                yield a + (c - a) * share, b + (d - b) * share, thick_
