"""Generates random figures, the same ones each time."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from limber.figures.body import RANGES
from limber.model.figure import joint

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "exercises.schema.json").read_text("utf-8"))["$defs"]
OF_A_FOOT = {"heel", "ball", "ankle", "toe1tip", "toe2tip", "toe3tip", "toe5tip", "arch", "sole", "instep"}
OTHER = {"lean": (-95, 95), "sole": (-20, 40), "toes_out": (-10, 30), "ball_at": (-10, 110)}
OTHER |= {"tip": (-20, 20), "chin": (-4, 4), "belly": (0, 5), "shrug": (-3, 10), "reach": (-6, 9), "lift": (2, 12)}
OTHER |= {"arch": (0, 3), "towel": (0, 12)}
"""Numbers that are no joint's, with ends that a drawing bears."""
ONLY_SEEN_OF_A_FOOT = {"toes", "sole"}


def record(number: int) -> dict[str, Any]:
    """The record of a figure, as it would stand in the data; `fault` is a pose that goes wrong."""
    chance = Random(number)
    body = "foot" if chance.random() < 0.3 else "whole"
    figure: dict[str, Any] = {"body": body, "view": _view(chance, body)}
    felt = _enum("figure", "felt", "items")
    figure["felt"] = chance.sample([each for each in felt if (each in OF_A_FOOT) == (body == "foot")], 2)
    details = _enum("figure", "detail")
    if chance.random() < 0.4:
        figure["detail"] = "sole" if body == "foot" else chance.choice([each for each in details if each != "sole"])
    if body == "whole":
        figure["stays"] = chance.choice(_enum("figure", "stays"))
        places = SCHEMA["things"]["properties"]
        things = chance.sample(sorted(places), chance.choice((0, 1, 1, 2)))
        figure["things"] = {place: chance.choice(places[place]["enum"]) for place in things}
    figure["poses"] = [_pose(chance, body, "pose", at) for at in range(chance.choice((1, 2, 2, 3)))]
    figure["fault"] = _pose(chance, body, "wrong_pose", 9)
    if body == "whole" and chance.random() < 0.4:
        figure["fault"]["detail"] = chance.choice(_enum("wrong_pose", "detail"))
    return figure


def _view(chance: Random, body: str) -> str:
    views = _enum("figure", "view")
    near = [each for each in views if each in ONLY_SEEN_OF_A_FOOT]
    return chance.choice(["side", "above", *near] if body == "foot" else [each for each in views if each not in near])


def _pose(chance: Random, body: str, kind: str, at: int) -> dict[str, Any]:
    pose: dict[str, Any] = {"shows": f"Pose {at}."}
    moves = [each for each in _enum(kind, "moves") if (each in OF_A_FOOT) == (body == "foot")]
    if chance.random() < 0.8:
        pose["moves"] = chance.choice(moves)
    if body == "foot":
        return pose | {"foot": _angles(chance, "foot_angles", 3)}
    for part, of in (("trunk", "trunk_angles"), ("legs", "leg_angles"), ("arms", "arm_angles")):
        side = chance.choice(("", "right_", "left_")) if part != "trunk" else ""
        if chance.random() < 0.7:
            pose[f"{side}{part.removesuffix('s') if side else part}"] = _angles(chance, of, 2, arm=part == "arms")
    if chance.random() < 0.3:
        pose["left_leg"] = {"step": chance.randint(-12, 12), "sole": chance.choice((0, 0, 20))}
    return pose


def _angles(chance: Random, of: str, count: int, arm: bool = False) -> dict[str, int]:
    names = [name for name in SCHEMA[of]["properties"] if name not in ("step", "aside")]
    found = {}
    for name in chance.sample(names, min(count, len(names))):
        least, most = RANGES.get(joint("arms" if arm else "", name)) or OTHER[name]
        found[name] = chance.randint(least // 2, most // 2)
    return found


def _enum(of: str, name: str, inner: str = "") -> list[str]:
    values = SCHEMA[of]["properties"][name]
    found: list[str] = (values[inner] if inner else values)["enum"]
    return found
