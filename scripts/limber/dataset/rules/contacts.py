"""Resolves poses that say what the body is on: how it then stands, and which part is not on what it should be on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from limber.dataset.rules.tables import Record
from limber.figures import furniture, paths, scene, targets
from limber.figures.body import thick
from limber.figures.posing import posed, posed_fault
from limber.figures.skeleton import Stance, bears
from limber.model.figure import Figure, Pose, parse_figure, parse_pose

SEEN = 0.5  # centimetres off what a part is on that are seen


def stance(figure: Record, pose: Record, number: int | None) -> Stance:
    """How the body of a pose stands; `number` is which of the figure's poses it is, or nothing if it is a fault."""
    return _stance(*_written(figure, pose), number)


@lru_cache(maxsize=4096)
def _stance(figure: str, pose: str, number: int | None) -> Stance:
    whole, this = _parsed(figure, pose, number)
    at = posed_fault(whole, this) if number is None else posed(whole).poses[number]
    return paths.stance(posed(whole), at.by_name())


def of(figure: Record, pose: Record, number: int | None) -> dict[str, str]:
    """What each part is on in a pose."""
    return {each.part: each.thing for each in _parsed(*_written(figure, pose), number)[1].contacts}


def gaps(stance: Stance, contacts: Mapping[str, str]) -> dict[str, float]:
    """By how many centimetres parts are off what they are on, those that do not reach it among them."""
    found = dict(stance.lacks)
    for part, thing in contacts.items():
        if thing in scene.TOPS and thing != "bar" and part in targets.TRUNK:
            low = min(stance.points[name][2] - thick(name) for name in targets.RESTS[part])
            found[part] = abs(low - scene.top(thing))
        elif thing in scene.GROUND and part not in found:
            points = [(name, stance.points[name]) for name in targets.RESTS[part]]
            found[part] = abs(min(z - thick(name) for name, (_, _, z) in points))
    return {part: far for part, far in found.items() if far > SEEN}


def within(stance: Stance, figure: Record, pose: Record, number: int | None) -> dict[str, str]:
    """The parts that are in a thing or in the floor, by part."""
    whole, _ = _parsed(*_written(figure, pose), number)
    found = dict(furniture.within(stance.points, posed(whole).scene))
    for name, (_, _, z) in stance.points.items():
        if bears(name) and z - thick(name) < -SEEN:
            found.setdefault(name, "floor")
    return found


def _written(figure: Record, pose: Record) -> tuple[str, str]:
    """Both as texts, by which what comes of them is kept."""
    return json.dumps(figure, sort_keys=True), json.dumps(pose, sort_keys=True)


@lru_cache(maxsize=4096)
def _parsed(figure: str, pose: str, number: int | None) -> tuple[Figure, Pose]:
    record, this = json.loads(figure), json.loads(pose)
    poses = [each or {"shows": ""} for each in record["poses"]]
    if number is not None:
        poses[number] = this
    whole = parse_figure({**record, "poses": [{"shows": "", **each} for each in poses]})
    if number is None:
        return whole, parse_pose(this, whole.view, whole.poses[-1])
    return whole, whole.poses[number]
