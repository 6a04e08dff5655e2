"""A figure as frozen classes: its view, its equipment and its poses as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]

WHOLE, FOOT = "whole", "foot"
SOLE = "sole"  # of a foot: a view from below, and a detail beside another view
ABOVE = "above"
TRUNK, FEET = "trunk", "feet"  # of a fault of a whole body: all of it above the knees; both feet of someone who kneels
_PAIRS = {"legs": ("right_leg", "left_leg"), "arms": ("right_arm", "left_arm")}
_OF_A_LEG = ("knee", "ankle", "heel", "toes")
INSTEAD = {"step": ("hip", "knee", "out", "turn"), "sole": ("ankle",)}
"""Numbers of a leg that replace others."""


@dataclass(frozen=True, slots=True)
class Number:
    """How much a joint is bent, or how far a foot steps: `right_knee`, 90."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class Pose:
    """One pose. `shows` says it in words; `moves` names the part that goes on from here to the next pose, and from
    the last one back to the first, where both ways are work.

    A `detail` is all that a picture of a fault shows.
    """

    shows: str
    moves: str
    detail: str
    view: str
    numbers: tuple[Number, ...]

    def by_name(self) -> dict[str, float]:
        """Its numbers by their names."""
        return {each.name: each.amount for each in self.numbers}


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that stands against the body, by its place there."""

    place: str
    thing: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of an exercise: poses of one body, seen from one side."""

    view: str
    body: str
    stays: str
    detail: str
    felt: tuple[str, ...]
    things: tuple[Thing, ...]
    poses: tuple[Pose, ...]

    def places(self) -> dict[str, str]:
        """Its things by their places."""
        return {each.place: each.thing for each in self.things}

    def moving_limbs(self) -> frozenset[str]:
        """The legs and arms that its arrows are for: `left_leg`."""
        return frozenset(limb for pose in self.poses for limb in _limbs(pose.moves))


def _limbs(moves: str) -> Iterable[str]:
    """The limb, or both, that a part is of; none for the trunk and for a foot in close-up."""
    side, _, part = moves.partition("_")
    limb = "arm" if part == "hand" else "leg" if part in _OF_A_LEG else ""
    if moves == "ankles":
        return _PAIRS["legs"]
    return (f"{side}_{limb}",) if limb else ()


def parse_figure(record: Record) -> Figure:
    """A figure from its record. What a pose does not say is as it was in the pose before."""
    view, body = record["view"], record.get("body", WHOLE)
    poses: list[Pose] = []
    for each in record["poses"]:
        poses.append(parse_pose(each, view, poses[-1] if poses else None))
    return Figure(
        view=view,
        body=body,
        stays=record.get("stays", "right_heel" if body == WHOLE else ""),
        detail=record.get("detail", ""),
        felt=tuple(record.get("felt", ())),
        things=tuple(Thing(*each) for each in record.get("things", {}).items()),
        poses=tuple(poses),
    )


def parse_pose(record: Record, view: str, before: Pose | None, shows: str = "") -> Pose:
    """A pose that goes on from the one before."""
    numbers = merged(before.by_name() if before else {}, record)
    return Pose(
        shows=record.get("shows", shows),
        moves=record.get("moves", ""),
        detail=record.get("detail", ""),
        view=record.get("view", view),
        numbers=tuple(Number(*each) for each in numbers.items()),
    )


def merged(before: Mapping[str, Any], record: Record) -> dict[str, int]:
    """The numbers of a pose, based on those before. Angles of a leg replace its step, and the other way round."""
    numbers = dict(before)
    for part, angles in _parts(record):
        side = part.removesuffix("_leg")
        for name, amount in angles.items():
            if part.endswith("_leg"):
                for other in _instead(name):
                    numbers.pop(f"{side}_{other}", None)
            numbers[_name(part, name)] = amount
    return numbers


def _parts(record: Record) -> Iterable[tuple[str, Record]]:
    for part, angles in record.items():
        if isinstance(angles, Mapping):
            yield from ((each, angles) for each in _PAIRS.get(part, (part,)))


def _instead(name: str) -> Iterable[str]:
    return (*INSTEAD.get(name, ()), *(key for key, others in INSTEAD.items() if name in others))


def _name(part: str, name: str) -> str:
    side, _, limb = part.partition("_")
    if limb == "arm" and name == "out":
        return f"{side}_arm_out"
    return f"{side}_{name}" if limb else name
