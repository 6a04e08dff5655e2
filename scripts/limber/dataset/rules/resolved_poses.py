"""Resolves the poses of the data for the rules: all numbers of a pose, the stance of the body, and its support."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from limber.dataset.problem import Place, Problem, say
from limber.dataset.rules import contacts
from limber.dataset.rules.tables import Record, Tables
from limber.figures import balance, body, foot, props, skeleton
from limber.figures.skeleton import OutOfReachError, Stance
from limber.model.figure import FOOT, WHOLE, joint, merged

WHOLE_PARTS = ("trunk", "legs", "right_leg", "left_leg", "arms", "right_arm", "left_arm")
_FREE = (
    "sole",
    "step",
    "aside",
    "lean",
    "tip",
    "ball_at",
    "toes_out",
    "chin",
    "belly",
    "shrug",
    "reach",
    "lift",
    "arch",
    "towel",
)
"""Numbers that are no joint angles: the angles follow from how the body stands, see `PoseAt`."""
_FURTHER = 8.0  # centimetres of tolerance for a fault, which is drawn exaggerated


@dataclass(frozen=True, eq=False)
class PoseAt:
    """A pose at its place, with its figure and the numbers of the pose before."""

    place: Place
    pose: Record
    figure: Record
    before: Mapping[str, float]

    @cached_property
    def numbers(self) -> dict[str, float]:
        """All of its numbers, by name."""
        return dict(merged(self.before, self.pose))

    def part(self, name: str, key: str) -> str:
        """The key that holds a number in the data, such as `legs` where the pose sets both legs at once."""
        both = {"right_leg": "legs", "left_leg": "legs", "right_arm": "arms", "left_arm": "arms"}.get(name, name)
        return both if key in self.pose.get(both, {}) and key not in self.pose.get(name, {}) else name

    def with_number(self, part: str, key: str, value: int) -> PoseAt:
        """The same pose with another number."""
        return replace(self, pose={**self.pose, part: {**self.pose.get(part, {}), key: value}})

    @property
    def is_foot(self) -> bool:
        """Whether it is a foot in close-up, which needs no support."""
        return bool(self.figure.get("body", WHOLE) == FOOT)

    @property
    def under(self) -> dict[str, float]:
        """The height of the ground below each foot that stands on equipment."""
        return props.ground_under(self.figure.get("things", {}))

    @property
    def leeway(self) -> float:
        """The tolerance in centimetres."""
        return 0.0 if "poses" in self.place else _FURTHER

    def stance(self) -> Stance:
        """How its body stands. Raises `OutOfReachError`."""
        return self._stance

    @cached_property
    def _stance(self) -> Stance:
        if self.has_contacts:
            return contacts.stance(self.figure, self.pose, self.number)
        return _standing(self.is_foot, tuple(self.numbers.items()), tuple(self.under.items()))

    @property
    def number(self) -> int | None:
        """Which of its figure's poses it is; none of them if it is a fault."""
        return int(self.place[-1]) if "poses" in self.place else None

    @cached_property
    def has_contacts(self) -> bool:
        """Whether its body is placed by what it is on."""
        return not self.is_foot and any(
            each and each.get("contacts") for each in (*self.figure.get("poses", ()), self.pose)
        )

    def contacts(self) -> dict[str, str]:
        """What each part is on."""
        return contacts.of(self.figure, self.pose, self.number)

    def hangs(self) -> bool:
        """Whether its hands carry it, from a bar."""
        return self.has_contacts and "bar" in self.contacts().values()

    def gaps(self) -> dict[str, float]:
        """By how many centimetres each part is off what it is on, where that is seen."""
        return contacts.gaps(self.stance(), self.contacts()) if self.has_contacts else {}

    def within(self) -> dict[str, str]:
        """The parts of it that are in a thing or in the floor."""
        return contacts.within(self.stance(), self.figure, self.pose, self.number) if self.has_contacts else {}

    def stands(self) -> bool:
        """Whether a body can stand so."""
        try:
            joints = self.stance().joints.items()
        except OutOfReachError:
            return False
        return not any(body.beyond(of_one_side(name), amount) for name, amount in joints) and not (
            self.gaps() or self.within()
        )

    def hovers(self) -> dict[str, float]:
        """How far each foot is above what it should stand on, where that is too far."""
        above = balance.hovers(self.stance().points, self.under)
        return {side: far for side, far in above.items() if far > self.leeway}

    def off(self) -> tuple[float, list[str]]:
        """How far the centre of mass is outside its support, and what supports it."""
        on = self.contacts() if self.has_contacts else {}
        far, carrying = balance.off(self.stance().points, self.under, self.figure.get("things", {}), on)
        return (far if far > self.leeway else 0.0), carrying

    def is_possible(self) -> bool:
        """Whether its numbers are within the ranges of joints, a body can stand so, and it is supported."""
        if any(True for _ in beyond_as_written(self.place, self.pose)) or not self.stands():
            return False
        return self.is_foot or not (self.off()[0] or self.hovers())


def all_poses(tables: Tables) -> list[PoseAt]:
    """Every pose with numbers for its body and within the ranges of joints: resolved once for all rules."""
    if "poses" not in tables.kept:
        tables.kept["poses"] = [*_all_poses(tables)]
    found: list[PoseAt] = tables.kept["poses"]
    return found


def _all_poses(tables: Tables) -> Iterator[PoseAt]:
    for where, figure in figures(tables):
        numbers: dict[str, float] = {}
        for place, pose in poses(tables, where, figure):
            each = PoseAt(place, pose, figure, numbers)
            if not any(True for _ in beyond_as_written(place, pose)) and not of_another_body(figure, pose):
                yield each
            if "poses" in place:  # a fault is based on the last pose, and nothing is based on a fault
                numbers = each.numbers


def of_one_side(joint: str) -> str:
    """`right_knee` as `knee`."""
    return joint.removeprefix("right_").removeprefix("left_")


@lru_cache(maxsize=4096)  # many exercises begin in the same pose
def _standing(
    is_close_up: bool, numbers: tuple[tuple[str, float], ...], under: tuple[tuple[str, float], ...]
) -> Stance:
    return foot.stance(dict(numbers)) if is_close_up else skeleton.stance(dict(numbers), dict(under))


def figures(tables: Tables) -> Iterator[tuple[Place, Record]]:
    """Every figure at its place."""
    for where, record in tables.records("exercises"):
        if record.get("figure"):
            yield (*where, "figure"), record["figure"]


def own_poses(where: Place, figure: Record) -> Iterator[tuple[Place, Record]]:
    """The poses of a figure."""
    for number, pose in enumerate(figure.get("poses", ())):
        if pose:
            yield (*where, "poses", number), pose


def poses(tables: Tables, where: Place, figure: Record) -> Iterator[tuple[Place, Record]]:
    """The poses of a figure, then those of the exercise's faults, which differ from its last."""
    yield from own_poses(where, figure)
    for number, fault in enumerate(tables.exercises[str(where[1])].get("faults", ())):
        if fault and fault.get("figure"):
            yield (*where[:2], "faults", number, "figure"), fault["figure"]


def beyond_as_written(place: Place, pose: Record) -> Iterator[Problem]:
    """The numbers of a pose that are outside the ranges of their joints."""
    for part, angles in pose.items():
        if not isinstance(angles, Mapping) or part == "contacts":
            continue
        for name, amount in angles.items():
            of = joint(part, name)
            if of not in _FREE and body.beyond(of, amount):
                least, most = body.RANGES[of]
                yield Problem(
                    (*place, part, name),
                    say("{amount} degrees are beyond what a body can do.", amount=amount),
                    say("Write degrees from {least} to {most}.", least=least, most=most),
                )


def of_another_body(figure: Record, pose: Record) -> bool:
    """Whether a pose has parts that its figure's body has not."""
    is_close_up = figure.get("body", WHOLE) == FOOT
    return any(part in pose for part in (WHOLE_PARTS if is_close_up else ("foot",)))
