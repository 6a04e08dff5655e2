"""A figure as frozen classes: its view, its equipment and its poses as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]

WHOLE, FOOT = "whole", "foot"
SOLE = "sole"  # of a foot: a view from below, and a detail beside another view
ABOVE = "above"
AVERAGE, BROAD, OLDER = "average", "broad", "older"
"""The people whom figures show: of a build between, heavier, and older."""
ROUND, BACK = "round", "back"
"""How a movement goes on from its last pose: round without a rest, or back through all of its poses."""
TRUNK, FEET = "trunk", "feet"  # of a fault of a whole body: all of it above the knees; both feet of someone who kneels
CARRIED = ("dumbbell", "kettlebell", "barbell", "broomstick", "band", "small-ball")
"""Things that go where the part goes that has them."""
PAIRS = {"legs": ("right_leg", "left_leg"), "arms": ("right_arm", "left_arm")}
BOTH = {
    plural: (f"right_{part}", f"left_{part}")
    for plural, part in (
        ("hands", "hand"),
        ("forearms", "forearm"),
        ("knees", "knee"),
        ("feet", "foot"),
        ("soles", "sole"),
    )
}
"""Parts that are named at once in contacts."""
ENDS = {
    f"{side}_{limb}": tuple(f"{side}_{part}" for part in parts)
    for side in ("right", "left")
    for limb, parts in (("arm", ("hand", "forearm")), ("leg", ("knee", "foot")))
}
"""Parts of a limb that can be on something."""
_BOTH_MOVE = {"ankles": "legs", "knees": "legs", "hands": "arms", "elbows": "arms"}
_OF_A_LEG = ("knee", "ankle", "heel", "toes")
INSTEAD = {"step": ("hip", "knee", "out", "turn"), "sole": ("ankle",)}
"""Numbers of a leg that replace others."""


FREE = "free"
"""What a part is on that has let go of what it was on in the pose before."""


@dataclass(frozen=True, slots=True)
class Number:
    """How much a joint is bent, or how far a foot steps: `right_knee`, 90."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A part of the body and what it is on: `right_hand`, `wall`.

    It is `anew` where its pose says where the part is, since the contact is `named` there, or numbers of its limb are.
    Else the part stays where it was in the pose before.
    """

    part: str
    thing: str
    anew: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing where it stands in the room: the middle of the side that is touched, in centimetres."""

    thing: str
    part: str
    at: tuple[float, float, float]
    way: int  # 1: it goes on ahead of the body, -1: behind it
    aside: int = 0  # 1: it is beyond the left of someone who lies on one side, -1: beyond the right


@dataclass(frozen=True, slots=True)
class Pose:
    """One pose. `shows` says it in words; `moves` names the part that goes on from here to the next pose, and from
    the last one back to the first, where both ways are work. A `label` names it in a word or two.

    A `detail` is all that a picture of a fault shows. `solved` are its numbers as its contacts have them.
    """

    shows: str
    moves: str
    detail: str
    view: str
    numbers: tuple[Number, ...]
    contacts: tuple[Contact, ...] = ()
    solved: tuple[tuple[str, float], ...] = ()
    label: str = ""

    def by_name(self) -> dict[str, float]:
        """Its numbers by their names; those that its contacts came to, once the figure is posed."""
        return dict(self.solved) if self.solved else self.written()

    def written(self) -> dict[str, float]:
        """Its numbers as they stand in the data."""
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
    goes: str = ""
    scene: tuple[Placed, ...] = ()
    person: str = ""
    writes: str = ""

    def places(self) -> dict[str, str]:
        """Its things by their places."""
        return {each.place: each.thing for each in self.things}

    def carried(self) -> dict[str, str]:
        """What parts have with them in some pose, by part: a dumbbell, a band."""
        return {each.part: each.thing for pose in self.poses for each in pose.contacts if each.thing in CARRIED}

    def moving_limbs(self) -> frozenset[str]:
        """The legs and arms that its arrows are for: `left_leg`."""
        return frozenset(limb for pose in self.poses for limb in _limbs(pose.moves))


def _limbs(moves: str) -> Iterable[str]:
    """The limb, or both, that a part is of; none for the trunk and for a foot in close-up."""
    side, _, part = moves.partition("_")
    limb = "arm" if part in ("hand", "elbow") else "leg" if part in _OF_A_LEG else ""
    if moves in _BOTH_MOVE:
        return PAIRS[_BOTH_MOVE[moves]]
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
        stays=""
        if any(each.contacts for each in poses)
        else record.get("stays", "right_heel" if body == WHOLE else ""),
        detail=record.get("detail", ""),
        felt=tuple(record.get("felt", ())),
        things=tuple(Thing(*each) for each in (_mat(poses) | record.get("things", {})).items()),
        poses=tuple(poses),
        goes=record.get("goes", ""),
        person=record.get("person", ""),
        writes=record.get("writes", ""),
    )


def _mat(poses: Iterable[Pose]) -> dict[str, str]:
    """A mat lies under all of a body that is on it with a part."""
    return {"under": "mat"} if any(each.thing == "mat" for pose in poses for each in pose.contacts) else {}


def parse_pose(record: Record, view: str, before: Pose | None, shows: str = "") -> Pose:
    """A pose that goes on from the one before."""
    numbers = merged(before.by_name() if before else {}, record)
    return Pose(
        shows=record.get("shows", shows),
        moves=record.get("moves", ""),
        detail=record.get("detail", ""),
        view=record.get("view", view),
        numbers=tuple(Number(*each) for each in numbers.items()),
        contacts=tuple(_contacts(before.contacts if before else (), record)),
        label=record.get("label", ""),
    )


def _contacts(before: Iterable[Contact], record: Record) -> Iterable[Contact]:
    """What each part is on: as in the pose before, but for what this one says."""
    told = {each for part, _ in _parts(record) for each in (part, *ENDS.get(part, ()))}
    written = {each: thing for part, thing in record.get("contacts", {}).items() for each in BOTH.get(part, (part,))}
    things = {each.part: each.thing for each in before} | written
    for part, thing in things.items():
        if thing != FREE:
            yield Contact(part, thing, part in written or part in told, part in written)


def merged(before: Mapping[str, Any], record: Record) -> dict[str, int]:
    """The numbers of a pose, based on those before. Angles of a leg replace its step, and the other way round."""
    numbers = dict(before)
    for part, angles in _parts(record):
        side = part.removesuffix("_leg")
        for name, amount in angles.items():
            if part.endswith("_leg"):
                for other in _instead(name):
                    numbers.pop(f"{side}_{other}", None)
            numbers[number_name(part, name)] = amount
    return numbers


def _parts(record: Record) -> Iterable[tuple[str, Record]]:
    for part, angles in record.items():
        if isinstance(angles, Mapping) and part != "contacts":
            yield from ((each, angles) for each in PAIRS.get(part, (part,)))


def _instead(name: str) -> Iterable[str]:
    return (*INSTEAD.get(name, ()), *(key for key, others in INSTEAD.items() if name in others))


def joint(part: str, name: str) -> str:
    """The joint that a number of a part is of: an arm goes out and turns in its shoulder."""
    return f"arm_{name}" if "arm" in part and name in ("out", "turn") else name


def number_name(part: str, name: str) -> str:
    """What a number of a part is called among those of a pose: `right_knee`."""
    side, _, limb = part.partition("_")
    return f"{side}_{joint(part, name)}" if limb else name
