"""Where a body is taken hold of to bend it: one handle for each part that joints move in a way of its own.

There is no list of handles: what each number moves is found by trying it, so that a new joint brings its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import dist
from typing import NamedTuple

from limber.figures import foot, skeleton
from limber.figures.skeleton import SIDES
from limber.figures.vectors import Point, add
from limber.model.figure import FOOT, WHOLE
from limber.poses.numbers import by_name, numbers, properties, replaced

Points = Mapping[str, Point]
ROOTS = {WHOLE: ("right_hip", "left_hip"), FOOT: ("ankle",)}
"""What parts are measured from: the middle of these stays where it is, whatever bends."""
PELVIS = "pelvis"
_CALLED = {"neck": "trunk", "toe1tip": "big toe", "toe2tip": "small toes"}
_TRIED = 0.37  # of a joint's range: no limb is straight there, so that each number moves something
_MOVES = 1e-6


class Handle(NamedTuple):
    """The part that is taken hold of, all parts that move as it does, and the numbers that move them."""

    name: str
    parts: tuple[str, ...]
    moved_by: frozenset[str]

    @property
    def beside(self) -> str:
        """The side of the body that it is on: `right`, `left`, or nothing for its middle."""
        side = self.name.partition("_")[0]
        return side if side in SIDES else ""

    @property
    def side(self) -> str:
        """The side of its limb; nothing for what the trunk moves, such as a shoulder."""
        return self.beside if self.limb else ""

    @property
    def limb(self) -> str:
        """The limb whose numbers move it, such as `right_leg`; nothing for the trunk and for a foot in close-up."""
        return _limb_of(self.moved_by)

    def called(self, both: bool) -> str:
        """What it is called: `right hand`, or `both hands`."""
        part = self.name.removeprefix(f"{self.beside}_") if self.beside else self.name
        word = _CALLED.get(part, part).replace("_", " ")
        if both and self.side:
            return f"both {word if word.endswith('s') else f'{word}s'}"
        return f"{self.beside} {word}".strip()


@cache
def moves(body: str) -> Mapping[str, int]:
    """How many handles each number moves; what replaces another number, as many as that."""
    counted = {each.name: sum(each.name in it.moved_by for it in handles(body)) for each in numbers(body)}
    for each in numbers(body):
        if others := replaced(each, by_name(body)):
            counted[each.name] = min(counted[other] for other in others)
    return counted


@cache
def handles(body: str) -> tuple[Handle, ...]:
    """The handles of a body: those of no side first, each limb from its root to its end."""
    tried = {
        each.name: each.least + _TRIED * (each.most - each.least)
        for each in numbers(body)
        if not replaced(each, by_name(body)) and each.unit != "cm"
    }
    before = _from_root(body, tried)
    moved: dict[str, set[str]] = {part: set() for part in before}
    for name in tried:
        for part, point in _from_root(body, {**tried, name: tried[name] + 1}).items():
            if dist(point, before[part]) > _MOVES:
                moved[part].add(name)
    alike: dict[tuple[str, frozenset[str]], list[str]] = {}
    for part, names in moved.items():
        if names:
            alike.setdefault((_side_of(names), frozenset(names)), []).append(part)
    ordered = sorted(
        alike.items(), key=lambda each: (["", *SIDES].index(each[0][0]), _limb_of(each[0][1]), len(each[0][1]))
    )
    named: list[Handle] = []
    unnamed: dict[str, frozenset[str]] = {}
    for (side, by), parts in ordered:
        if side and not any(each in _arrows() for each in parts):  # such as a wrist: it is bent by the part behind it
            unnamed[_limb_of(by)] = by
            continue
        named += _of_group(parts, unnamed.pop(_limb_of(by), by), before)
    return tuple(named)


@cache
def _arrows() -> tuple[str, ...]:
    """The parts that arrows name."""
    return tuple(properties("pose")["moves"]["enum"])


def _limb_of(by: Iterable[str]) -> str:
    known = by_name(WHOLE)
    return next((known[each].part for each in by if each in known and known[each].side), "")


def _of_group(parts: list[str], by: frozenset[str], points: Points) -> Iterable[Handle]:
    """One handle for parts that move alike, or one for each side: the part that arrows name, else one of no side."""
    sides = {side: [each for each in parts if each.startswith(f"{side}_")] for side in SIDES}
    free = [each for each in parts if not any(each in of for of in sides.values())]
    for of in [free] if free else [each for each in sides.values() if each]:
        told = [each for each in _arrows() if each in of]
        near = min(of, key=lambda each: (dist(points[each], (0, 0, 0)), each))
        yield Handle((told or [near])[0], tuple(parts), by)


def _side_of(names: Iterable[str]) -> str:
    return next((side for side in SIDES for name in names if name.startswith(f"{side}_")), "")


def root(points: Points, body: str) -> Point:
    """The point that parts are measured from."""
    found: Point = (0.0, 0.0, 0.0)
    for each in ROOTS[body]:
        found = add(found, points[each], 1 / len(ROOTS[body]))
    return found


def _from_root(body: str, tried: Mapping[str, float]) -> dict[str, Point]:
    points = (foot.stance(tried) if body == FOOT else skeleton.stance(tried, {})).points
    origin = root(points, body)
    return {part: add(point, origin, -1) for part, point in points.items()}
