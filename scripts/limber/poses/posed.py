"""A pose as it is being made: its figure, what it says, and how the body stands with other numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from limber.figures import paths, posing
from limber.figures.skeleton import OutOfReachError, Stance
from limber.model.figure import FREE, Figure, Pose, number_name, parse_figure, parse_pose
from limber.poses.numbers import Number, by_name, replaced
from limber.poses.records import Record, changed, instead_of

STANDING: Record = {"legs": {"sole": 0}}
"""What stands in for a pose that a figure does not have yet."""


@dataclass(frozen=True)
class Posed:
    """One pose of a figure, or of a fault, which differs from the figure's last pose and has no number."""

    figure: Figure
    number: int | None
    before: Pose | None
    record: Record
    view: str

    @cached_property
    def known(self) -> Mapping[str, Number]:
        """The numbers that its body can have."""
        return by_name(self.figure.body)

    @cached_property
    def pose(self) -> Pose:
        """The pose as it is written, before its contacts are solved."""
        return parse_pose(self.record, self.view, self.before)

    @cached_property
    def numbers(self) -> Mapping[str, float]:
        """All of its numbers, those of the pose before among them."""
        return self.pose.written()

    @cached_property
    def whole(self) -> Figure:
        """Its figure with all things in place, to draw it."""
        return posing.posed(self.figure)

    @cached_property
    def rests(self) -> Stance:
        """How the body stands, at rest. Raises `OutOfReachError` where a foot does not reach the ground."""
        return paths.stance(self.whole, self._solved(self.pose, self.figure))

    def stance(self, numbers: Mapping[str, float]) -> Stance:
        """The same with other numbers."""
        if not any(each.contacts for each in (*self.figure.poses, self.pose)):
            return paths.stance(self.figure, numbers)
        changes: Mapping[str, Any] = {name: it for name, it in numbers.items() if it != self.numbers.get(name)}
        before = self.before.by_name() if self.before else {}
        made = parse_pose(changed(self.record, before, changes, self.known, {}), self.view, self.before)
        return paths.stance(self.figure, self._solved(made, _until(self.figure, self.number)))

    def _solved(self, pose: Pose, figure: Figure) -> Mapping[str, float]:
        """The numbers of a pose in place of this one, as its contacts have them."""
        if self.number is None:
            return posing.posed_fault(figure, pose).by_name()
        poses = (*figure.poses[: self.number], pose, *figure.poses[self.number + 1 :])
        return posing.posed(replace(figure, poses=poses)).poses[self.number].by_name()

    def with_numbers(self, changes: Mapping[str, int | None]) -> Posed:
        """The same pose with some of its numbers changed, or left out, as the data would say it."""
        before = self.before.by_name() if self.before else {}
        try:
            joints = self.rests.joints
        except OutOfReachError:
            joints = {}
        made = replace(self, record=changed(self.record, before, changes, self.known, joints))
        straight = {name: None for name, value in changes.items() if value == 0 and made._is_needless(name)}
        return replace(self, record=changed(made.record, before, straight, self.known, {})) if straight else made

    def like(self, other: Pose) -> Posed:
        """The pose with the numbers and contacts of another and none besides, whatever the pose before has."""
        before = self.before.by_name() if self.before else {}
        told = {name: round(value) for name, value in other.written().items() if name in self.known}
        instead = {number_name(self.known[each].part, it) for each in told for it in instead_of(self.known[each].key)}
        none = {name: 0 for name in before if name not in told and name not in instead}
        bare = {key: each for key, each in self.record.items() if not isinstance(each, Mapping)}
        on = {each.part: each.thing for each in other.contacts}
        off = {each.part: FREE for each in (self.before.contacts if self.before else ()) if each.part not in on}
        bare |= {"contacts": {**on, **off}} if on or off else {}
        return replace(self, record=changed(bare, before, {**none, **told}, self.known, {}))

    def _is_needless(self, name: str) -> bool:
        """Whether a number that is 0 says no more than nothing would: a joint that no pose before has bent."""
        if self.before and any(each.name == name for each in self.before.numbers):
            return False
        if replaced(self.known[name], self.known):
            return False
        rest = {each: value for each, value in self.numbers.items() if each != name}
        try:
            return self.rests.joints == self.stance(rest).joints
        except OutOfReachError:
            return False


def posed(figure: Record, faults: Sequence[Record | None], place: tuple[str, int]) -> Posed:
    """A pose of a figure's record, or how a fault looks: `poses` or `faults`, and its number from 0."""
    of, number = place
    poses = figure.get("poses") or ()
    made = parse_figure({**figure, "poses": [_spoken(each) for each in poses] or [_spoken(STANDING)]})
    if of == "faults":
        record = faults[number] or {}
        return Posed(made, None, made.poses[-1], record, record.get("view", made.view))
    return Posed(made, number, made.poses[number - 1] if number else None, poses[number], made.view)


def _until(figure: Figure, number: int | None) -> Figure:
    """The figure as far as one of its poses: what comes behind changes nothing of it, and takes time."""
    return figure if number is None else replace(figure, poses=figure.poses[: number + 1])


def _spoken(pose: Record) -> Record:
    return {"shows": "", **pose}
