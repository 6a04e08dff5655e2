"""The numbers that a pose can say, as the schema has them: of which part, in which unit, from where to where."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from limber.dataset.load import SCHEMA
from limber.dataset.shape.schemas import resolved
from limber.figures import body
from limber.model.figure import FOOT, INSTEAD, PAIRS, number_name

_TURN = 180  # degrees: the range of what is no joint, such as how the body leans


class Number(NamedTuple):
    """One number: its name in a pose (`right_knee`), where it stands in the data (`right_leg`, `knee`), what the schema
    says of it, and its range, in its unit.
    """

    name: str
    part: str
    key: str
    about: str
    unit: str
    least: int
    most: int

    @property
    def side(self) -> str:
        """`right`, `left`, or nothing where it is of no side."""
        side, _, limb = self.part.partition("_")
        return side if limb else ""


@cache
def numbers(of: str) -> tuple[Number, ...]:
    """The numbers of a body, whole or foot, in the order of the schema."""
    return tuple(each for part in _parts(of) for each in _of_part(part))


@cache
def by_name(of: str) -> Mapping[str, Number]:
    """The same by their names."""
    return {each.name: each for each in numbers(of)}


def replaced(it: Number, known: Mapping[str, Number]) -> tuple[str, ...]:
    """The names of the numbers that a number says in another way, such as the joints of a leg for its `step`."""
    names = (number_name(it.part, each) for each in INSTEAD.get(it.key, ()))
    return tuple(each for each in names if each in known)


@cache
def schema() -> Mapping[str, Any]:
    """The schema of the data."""
    found: Mapping[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return found


def properties(kind: str) -> Mapping[str, Any]:
    """What the schema says of each key of a `figure`, a `pose` or a `wrong_pose`."""
    found = schema()["$defs"][kind]["properties"]
    return {key: resolved(each, schema()) for key, each in found.items()}


def _parts(of: str) -> Iterator[str]:
    """The parts of a pose that have numbers, each side by itself."""
    for part, said in properties("pose").items():
        if "properties" in said and part not in PAIRS and (part == FOOT) == (of == FOOT):
            yield part


def _of_part(part: str) -> Iterator[Number]:
    for key, raw in properties("pose")[part]["properties"].items():
        said = resolved(raw, schema())
        if said.get("type") not in ("integer", "number"):
            continue
        name = number_name(part, key)
        joint = name.removeprefix("right_").removeprefix("left_")
        is_angle = "angle" in str(raw.get("$ref", ""))
        least, most = body.RANGES.get(joint, (said["minimum"], said["maximum"]))
        if is_angle and joint not in body.RANGES:
            least, most = -_TURN, _TURN
        about = str(said["description"])
        yield Number(name, part, key, about, "°" if is_angle else "%" if "per cent" in about else "cm", least, most)
