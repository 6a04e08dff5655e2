"""The things that a body can be on: how high they are, and where they stand, once a pose has touched them."""

from __future__ import annotations

from collections.abc import Mapping

from limber.figures import targets
from limber.figures.body import thick
from limber.figures.vectors import Point
from limber.model.figure import Placed

TOPS: Mapping[str, float] = {
    "floor": 0.0,
    "mat": 0.0,
    "towel": 4.0,
    "block": 10.0,
    "foam-roller": 15.0,
    "step": 20.0,
    "bench": 43.0,
    "chair": 45.0,
    "large-ball": 60.0,
    "table": 74.0,
    "bar": 212.0,
}
"""How high things are that a body is on, in centimetres."""
UPRIGHT = ("wall", "door-frame")
"""Things that one is in front of, and not above."""
GROUND = ("floor", "mat")
"""Things that are everywhere."""


BESIDE = 50.0  # centimetres from the hips to a foot that is beyond the one side of someone who lies on the other
SLACK = 0.4  # centimetres that a wall is nearer than an arm is long


def placed(thing: str, part: str, points: Mapping[str, Point]) -> Placed:
    """A thing put where a part of the body is: below it, or in front of it."""
    x, y, z = targets.anchor(points, part)
    hips = targets.hips(points)
    if thing in (*UPRIGHT, "bar"):
        y = hips[1]  # it goes on to both sides
    way = -1 if part.endswith("back") or x < hips[0] - 1 else 1
    if thing in UPRIGHT:
        if part.endswith("hand"):  # its palm comes there, with an elbow that is not quite straight
            wrist = points[f"{part.split('_')[0]}_wrist"]
            return Placed(thing, part, (wrist[0] + way * (thick("wrist") - SLACK), y, z), way)
        return Placed(thing, part, (edge(part, points, way), y, z), way)
    far = y - hips[1] if thing == "bench" and part.endswith("foot") else 0.0
    return Placed(thing, part, (x, y, TOPS[thing]), way, 0 if abs(far) < BESIDE else 1 if far > 0 else -1)


def edge(part: str, points: Mapping[str, Point], way: int) -> float:
    """How far ahead the skin of a part goes, or behind, where `way` is -1."""
    return max((points[name][0] * way + thick(name)) for name in targets.RESTS[part]) * way


def top(thing: str) -> float:
    """How high what rests on a thing is."""
    return TOPS.get(thing, 0.0)
