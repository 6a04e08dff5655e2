"""Bends a body by the part that is taken hold of: the numbers that move it, as far as joints go (inverse kinematics).

A limb is bent by its own one or two numbers, the trunk by the one that moves it most. What rests on the ground stays
there: where a trunk leans, the legs that it stands on go the other way by their own numbers; and the pelvis is moved by
bending what carries it. The rest is least squares: Levenberg and Marquardt's way, with differences for derivatives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import dist, hypot
from typing import NamedTuple

from limber.figures import body, props
from limber.figures.skeleton import OutOfReachError, bears, thick
from limber.figures.vectors import Flat, Point, add, seen
from limber.model.figure import ENDS, FOOT, WHOLE
from limber.poses.handles import PELVIS, ROOTS, Handle, handles, moves, root
from limber.poses.numbers import Number, replaced
from limber.poses.posed import Posed

Values = Mapping[str, float]
Points = Mapping[str, Point]
_BENT = 12.0  # degrees that a straight limb is bent when it is tried what moves it
_SEEN, _MOVES = 0.35, 0.02  # of a movement that must be seen in a view; centimetres a degree that count as one
_LONGER = 2.5  # times: a number that moves a part so much more than the first does would do it alone
_TOUCHES = 2.5  # centimetres
_STEPS, _FAR = 24, 25.0  # of least squares; degrees that a number goes in one of them, at most
_HELD, _BEYOND, _STILL = 0.7, 4.0, 0.02  # weights: of a contact, a degree beyond a joint's range, a degree of change
_OVER = 0.3  # the same: of the weight above what carries it
_ALONG = 0.05  # centimetres a degree
_NEAR, _DONE = 1.0, 0.02  # centimetres, squared: near enough for no other guess, and for no other step
_APART = 7.0  # centimetres: a shoulder that is seen nearer to the middle of the trunk has no handle of its own
_LITTLE = 0.001  # of what is left: what a step has to gain for another one
_ANY = 1e-6  # the same: any movement at all
_NOWHERE = (0.0, 0.0, 0.0)


class Variable(NamedTuple):
    """A number, or that of both sides, which go together."""

    names: tuple[str, ...]
    of: Number


def variables(at: Posed, both: bool) -> list[Variable]:
    """The numbers that bend something in this pose: not those that another one replaces."""
    now = at.numbers
    others = {each for name in now for each in replaced(at.known[name], at.known)}
    found = []
    for each in at.known.values():
        if each.name in others or (each.name not in now and (replaced(each, at.known) or each.unit != "°")):
            continue
        other = f"left_{each.name.removeprefix('right_')}" if each.side == "right" else ""
        if both and each.side == "left":
            continue
        found.append(Variable((each.name, other) if both and other in at.known else (each.name,), each))
    return found


def shown(at: Posed, both: bool) -> list[tuple[Handle, Point]]:
    """The handles of a pose and where they are; the pelvis by which a whole body is moved first."""
    points = at.rests.points
    found = [
        (each, points[each.name])
        for each in handles(at.figure.body)
        if each.name in points and not (both and each.side == "left")
    ]
    if at.figure.body == FOOT:
        return found
    trunk = [(Handle(PELVIS, (), frozenset()), root(points, at.figure.body))]
    trunk += [each for each in found if not each[0].beside]
    spots = [seen(point, at.view) for _, point in trunk]
    others = [each for each in found if each[0].beside]
    return [
        *trunk,
        *(
            (each, point)
            for each, point in others
            if each.side or all(dist(seen(point, at.view), spot) > _APART for spot in spots)
        ),
    ]


class Grip(NamedTuple):
    """How a part is dragged: the part and what stays still meanwhile (each by its name, the root of the body without),
    the numbers that bend, and the parts at rest that are held where they are.
    """

    part: str
    still: str
    bent: Sequence[Variable]
    held: Sequence[Handle] = ()


class Bending:
    """What moves the parts of a pose, in its view."""

    def __init__(self, at: Posed, both: bool) -> None:
        self.at, self.both = at, both
        self.variables = variables(at, both)
        self._moved = _moved(at, self.variables)
        self._in_use = {name for name, count in moves(at.figure.body).items() if count}
        self._resting = _resting(at, both)

    def numbers_of(self, handle: Handle) -> list[Variable]:
        """The one or two numbers that move a part best, as one sees it: first the one that moves the least besides."""
        if handle.name != PELVIS:
            return self._best(handle)[:2]
        carrying = self._carrying()
        return self._best(carrying)[:2] if carrying else []

    def solved(self, handle: Handle, by: Flat, begin: Values | None = None) -> dict[str, int]:
        """The numbers that change for a part to be so far from where it is, in centimetres of the view; `begin` is a
        guess of them.
        """
        if not (grip := self._grip(handle)):
            return {}
        at, points = self.at, self.at.rests.points
        used = list(dict.fromkeys([*grip.bent, *(each for limb in grip.held for each in self._best(limb)[:2])]))
        x, y = seen(self._apart(points, grip.part, grip.still), at.view)
        target = (x + by[0], y + by[1])
        rest = {each.name: self._apart(points, each.name, grip.still) for each in grip.held}
        over = self._apart(points, "", grip.still)[:2]
        start = [float(at.numbers.get(each.names[0], 0)) for each in used]

        def residuals(values: Sequence[float]) -> list[float] | None:
            try:
                stance = at.stance(self._with(used, values))
            except OutOfReachError:
                return None
            x, y = seen(self._apart(stance.points, grip.part, grip.still), at.view)
            found = [x - target[0], y - target[1]]
            for name, was in rest.items():
                found += [_HELD * each for each in add(self._apart(stance.points, name, grip.still), was, -1)]
            if grip.part and grip.still:  # the weight stays above what carries it
                now = self._apart(stance.points, "", grip.still)
                found += [_OVER * (each - then) for each, then in zip(now[:2], over, strict=True)]
            found += [_BEYOND * each for each in _excess(stance.joints)]
            return found + [_STILL * (each - then) for each, then in zip(values, start, strict=True)]

        ranges = [(float(each.of.least), float(each.of.most)) for each in used]
        guesses = [start, [_inward(value, *range_) for value, range_ in zip(start, ranges, strict=True)]]
        if begin:
            guesses.insert(0, [float(begin.get(each.names[0], at.numbers.get(each.names[0], 0))) for each in used])
        best = (1e9, start)
        for guess in guesses:
            best = min(best, _least_squares(residuals, guess, ranges), key=lambda each: each[0])
            if best[0] < _NEAR:
                break
        return self._whole(used, start, best[1])

    def still(self, handle: Handle) -> str:
        """The part that stays where it is while another one is dragged; nothing for the root of the body."""
        grip = self._grip(handle)
        return grip.still if grip else ""

    def _grip(self, handle: Handle) -> Grip | None:
        carrying = self._carrying()
        if handle.name == PELVIS:
            if not carrying:
                return None
            bent = self._best(carrying)[: 2 if carrying.side else 1]
            held = [each for each in self._free() if each.side and each != carrying and self._best(each)]
            return Grip("", carrying.name, bent, held)
        bent = self._best(handle)[: 2 if handle.side else 1]
        if not bent:
            return None
        if not handle.side:
            if handle.beside:  # a pelvis that lists has its legs go along
                return Grip(handle.name, "", bent)
            return Grip(handle.name, "", bent, [each for each in self._free() if self._drags(bent, each)])
        if beyond := self._beyond(handle):
            return Grip(handle.name, beyond.name, list(dict.fromkeys([*bent, *self._best(beyond)[:2]])))
        return Grip(handle.name, "", [*bent, *self._following(handle, bent)])

    def _free(self) -> list[Handle]:
        """The parts at rest that no contact holds where they are."""
        on = {each.part for each in self.at.pose.contacts}
        return [each for limb, each in self._resting.items() if not on & set(ENDS.get(limb, ()))]

    def _following(self, handle: Handle, bent: Sequence[Variable]) -> list[Variable]:
        """What gives way beyond a part that is dragged freely: a sole need not stay level where its ankle ends."""
        return [
            each
            for each in self.variables
            if each.of.part == handle.limb
            and each not in bent
            and (others := replaced(each.of, self.at.known))
            and not handle.moved_by & set(others)
        ]

    def _drags(self, bent: Sequence[Variable], part: Handle) -> bool:
        """Whether a part at rest would be dragged along by others' numbers."""
        own = self._best(part)
        return bool(own) and any(
            hypot(*self._moved[each].get(part.name, _NOWHERE)) > _ALONG for each in bent if each not in own
        )

    def _beyond(self, handle: Handle) -> Handle | None:
        """What a limb stands on beyond a part: for a knee the foot below it, for a heel the toes."""
        chain = _chain(self.at, handle.limb)
        rests = self._resting.get(handle.limb)
        if not rests or handle not in chain:
            return None
        place = chain.index(handle)
        if place < chain.index(rests):
            return rests
        touching = [each for each in chain[place + 1 :] if _touches(self.at, each)]
        return touching[-1] if place > 1 and touching else None

    def _best(self, handle: Handle) -> list[Variable]:
        """The numbers of a part's own side that are seen to move it, the one that moves the least besides first."""
        own: list[tuple[float, float, Variable]] = []
        for each in self.variables:
            way = self._moved[each].get(handle.name, _NOWHERE)
            far, flat = hypot(*way), hypot(*seen(way, self.at.view))
            if each.of.side == handle.side and self._is_of(each, handle) and far > _MOVES and flat > _SEEN * far:
                own.append((sum(hypot(*it) for it in self._moved[each].values()), flat, each))
        own.sort(key=lambda each: each[:2])
        if own and not handle.beside and len(self._moved[own[0][2]]) > 1:  # the trunk, which leans rather than bends
            own.sort(key=lambda each: (self._tips(each[2]), -each[1]))
        return [each for _, flat, each in own if flat <= _LONGER * own[0][1]]

    def _tips(self, number: Variable) -> bool:
        """Whether a number takes both feet to one side, which they, moved as mirror images, could not undo."""
        ways = (self._moved[number].get(each.name, _NOWHERE) for each in self._resting.values() if each.side)
        return self.both and any(abs(y) > _ALONG for _, y, _ in ways)

    def _is_of(self, number: Variable, handle: Handle) -> bool:
        """Whether a number moves a part by itself, and not by the way that the body comes to rest."""
        names = {number.of.name, *replaced(number.of, self.at.known)}
        is_free = number.of.name not in self._in_use and number.of.key not in body.RANGES
        return bool(names & handle.moved_by) or is_free

    def _carrying(self) -> Handle | None:
        """The part that the pelvis is moved against: the back of who lies on it, else a foot, a knee, a hand."""
        stays = self.at.figure.stays.partition("_")[0]
        parts = [each for each in self._resting.values() if self._best(each)]
        return min(
            parts, key=lambda each: (bool(each.side), not each.limb.endswith("leg"), each.side != stays), default=None
        )

    def _apart(self, points: Points, part: str, other: str) -> Point:
        """Where a part is, seen from another one; no name means the root of the body."""
        here, there = (points[each] if each else root(points, self.at.figure.body) for each in (part, other))
        return add(here, there, -1)

    def _with(self, used: Sequence[Variable], values: Sequence[float]) -> dict[str, float]:
        numbers = dict(self.at.numbers)
        for each, value in zip(used, values, strict=True):
            numbers |= dict.fromkeys(each.names, value)
        return numbers

    def _whole(self, used: Sequence[Variable], start: Sequence[float], values: Sequence[float]) -> dict[str, int]:
        """Whole numbers there, or on the way there, as far as no joint is beyond its range that was not before."""
        allowed = sum(_excess(self.at.rests.joints)) + 0.5
        for tried in _whole_numbers(start, values):
            whole = [min(each.of.most, max(each.of.least, value)) for each, value in zip(used, tried, strict=True)]
            try:
                beyond = sum(_excess(self.at.stance(self._with(used, whole)).joints))
            except OutOfReachError:
                continue
            if beyond <= allowed:
                made = {name: value for each, value in zip(used, whole, strict=True) for name in each.names}
                return {name: value for name, value in made.items() if value != self.at.numbers.get(name, 0)}
        return {}


def _whole_numbers(start: Sequence[float], values: Sequence[float]) -> Iterator[list[int]]:
    """Whole numbers for values: rounded, then with one of them a little else, then ever nearer to the start."""
    near = [round(value) for value in values]
    yield near
    for at, by in product(range(len(near)), (1, -1)):
        yield [value + by * (number == at) for number, value in enumerate(near)]
    for share in (0.9, 0.75, 0.5, 0.25):
        yield [round(then + (now - then) * share) for now, then in zip(values, start, strict=True)]


def _resting(at: Posed, both: bool) -> dict[str, Handle]:
    """What the body rests on, by limb: the part that its first or its first two joints place; the trunk has no name."""
    found: dict[str, Handle] = {}
    if at.figure.body == FOOT:
        return found
    for limb in dict.fromkeys(each.limb for each in handles(at.figure.body)):
        chain = _chain(at, limb)
        touching = [number for number, each in enumerate(chain) if _touches(at, each)]
        if limb and touching and not (both and limb.startswith("left_")):
            found[limb] = chain[min(touching[0], 1)]
    above = [each for each in handles(at.figure.body) if not each.limb and not set(ROOTS[WHOLE]) & set(each.parts)]
    if any(_touches(at, each) for each in above):
        found[""] = next(each for each in above if not each.beside)
    return found


def _chain(at: Posed, limb: str) -> list[Handle]:
    """The handles of a limb from its root to its end."""
    return [each for each in handles(at.figure.body) if each.limb == limb]


def _touches(at: Posed, handle: Handle) -> bool:
    """Whether some of the part is on the ground, or on what lies there."""
    points = at.rests.points
    under = props.ground_under(at.figure.places())
    return any(
        bears(each) and points[each][2] - thick(each) - under.get(each.partition("_")[0], 0) < _TOUCHES
        for each in handle.parts
    )


def _moved(at: Posed, of: Iterable[Variable]) -> dict[Variable, dict[str, Point]]:
    """How far each handle goes with a degree of each number, from the root."""
    before, numbers = at.rests.points, at.numbers
    names = [each.name for each in handles(at.figure.body) if each.name in before]
    origin = root(before, at.figure.body)
    moved: dict[Variable, dict[str, Point]] = {}
    for it in of:
        now = numbers.get(it.names[0], 0)
        way = 1 if now + 1 <= it.of.most else -1
        try:
            after = at.stance({**numbers, it.names[0]: now + way}).points
        except OutOfReachError:
            moved[it] = {}
            continue
        by = add(root(after, at.figure.body), origin, -1)
        ways = {name: add(add(after[name], before[name], -1), by, -1) for name in names}
        moved[it] = {name: gone for name, gone in ways.items() if hypot(*gone) > _ANY}
    return moved


def _excess(joints: Values) -> list[float]:
    """By how many degrees each joint is beyond its range."""
    found = []
    for name, amount in joints.items():
        least, most = body.RANGES[name.removeprefix("right_").removeprefix("left_")]
        found.append(max(0.0, amount - most, least - amount))
    return found


def _inward(value: float, least: float, most: float) -> float:
    """A value that is at the end of its range, a little within it: a straight limb says of no number what it moves."""
    if value - least < _BENT / 2:
        return least + _BENT
    return most - _BENT if most - value < _BENT / 2 else value


Residuals = Callable[[Sequence[float]], "list[float] | None"]


def _least_squares(
    residuals: Residuals, start: Sequence[float], ranges: Sequence[tuple[float, float]]
) -> tuple[float, list[float]]:
    """The values with the least sum of squares that is found from a start, within their ranges, and that sum."""
    values = list(start)
    now = residuals(values)
    if now is None:
        return 1e9, values
    cost, damping = sum(each * each for each in now), 1e-3
    for _ in range(_STEPS):
        slopes = [_slope(residuals, values, number, now, ranges[number]) for number in range(len(values))]
        gradient = [sum(a * b for a, b in zip(each, now, strict=True)) for each in slopes]
        products = [[sum(a * b for a, b in zip(one, other, strict=True)) for other in slopes] for one in slopes]
        gained = 0.0
        while damping < 1e4 and not gained:
            step = _solution(products, gradient, damping)
            tried = [
                min(most, max(least, value - min(_FAR, max(-_FAR, by))))
                for value, by, (least, most) in zip(values, step, ranges, strict=True)
            ]
            then = residuals(tried)
            there = 1e9 if then is None else sum(each * each for each in then)
            if then is not None and there < cost:
                gained, values, now, cost, damping = cost - there, tried, then, there, damping / 4
            else:
                damping *= 6
        if gained < max(_DONE, cost) * _LITTLE or cost < _DONE:
            break
    return cost, values


def _slope(
    residuals: Residuals, values: Sequence[float], number: int, now: Sequence[float], within: tuple[float, float]
) -> list[float]:
    by = 0.5 if values[number] + 0.5 <= within[1] else -0.5
    moved = residuals([value + by * (each == number) for each, value in enumerate(values)])
    return [0.0] * len(now) if moved is None else [(a - b) / by for a, b in zip(moved, now, strict=True)]


def _solution(products: Sequence[Sequence[float]], gradient: Sequence[float], damping: float) -> list[float]:
    """The solution of the damped normal equations, by elimination."""
    count = len(gradient)
    rows = [
        [each * (1 + damping) + 1e-9 if one == other else each for other, each in enumerate(row)] + [gradient[one]]
        for one, row in enumerate(products)
    ]
    for at in range(count):
        pivot = max(range(at, count), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(at + 1, count):
            share = rows[row][at] / rows[at][at]
            rows[row] = [one - share * other for one, other in zip(rows[row], rows[at], strict=True)]
    found = [0.0] * count
    for at in range(count - 1, -1, -1):
        rest = sum(rows[at][each] * found[each] for each in range(at + 1, count))
        found[at] = (rows[at][count] - rest) / rows[at][at]
    return found
