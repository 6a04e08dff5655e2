"""What stands in the data for a pose whose numbers change: no more than what differs from the pose before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from limber.model.figure import INSTEAD, PAIRS, merged, number_name
from limber.poses.numbers import Number, properties

Record = Mapping[str, Any]


def changed(
    pose: Record,
    before: Mapping[str, float],
    changes: Mapping[str, int | None],
    known: Mapping[str, Number],
    joints: Mapping[str, float],
) -> dict[str, Any]:
    """The pose with some numbers changed, by name; None leaves one out, so that it is as in the pose `before`.

    Numbers that one of them replaces go; where joints take over from a `step`, those that nobody names keep the angle
    that they have among the `joints`. Parts without a change stay as they are written.
    """
    changes = {**_taken_over(merged(before, pose), changes, known, joints), **changes}
    told: dict[str, int] = merged({}, pose)
    for name, value in changes.items():
        it = known[name]
        for other in instead_of(it.key):
            told.pop(number_name(it.part, other), None)
        if value is None or before.get(name) == value:
            told.pop(name, None)
        else:
            told[name] = value
    return _written(pose, told, {known[name].part for name in changes}, known)


def _taken_over(
    now: Mapping[str, float],
    changes: Mapping[str, int | None],
    known: Mapping[str, Number],
    joints: Mapping[str, float],
) -> dict[str, int]:
    """The joints that go on as they are where one of them is written in place of a number that says them all."""
    kept: dict[str, int] = {}
    for name, value in changes.items():
        part, key = known[name].part, known[name].key
        for whole, others in INSTEAD.items():
            if value is None or key not in others or number_name(part, whole) not in now:
                continue
            for other in (number_name(part, each) for each in others):
                if other not in changes and round(joints.get(other, 0)):
                    kept[other] = round(joints[other])
    return kept


def instead_of(key: str) -> Iterable[str]:
    """The numbers that a number replaces, or that replace it."""
    return (*INSTEAD.get(key, ()), *(other for other, keys in INSTEAD.items() if key in keys))


def _written(pose: Record, told: Mapping[str, int], parts: set[str], known: Mapping[str, Number]) -> dict[str, Any]:
    """The record, in which the parts of changed numbers are written anew; what is of both sides, once."""
    record = dict(pose)
    by_part: dict[str, dict[str, int]] = {}
    for name, value in told.items():
        if name in known:
            by_part.setdefault(known[name].part, {})[known[name].key] = value
    for both, sides in PAIRS.items():
        if not parts & set(sides):
            continue
        right, left = (by_part.get(each, {}) for each in sides)
        alike = {key: value for key, value in right.items() if left.get(key) == value}
        rest = ({key: value for key, value in each.items() if key not in alike} for each in (right, left))
        for part, keys in zip((both, *sides), (alike, *rest), strict=True):
            _put(record, part, keys)
    for part in parts - {side for sides in PAIRS.values() for side in sides}:
        _put(record, part, by_part.get(part, {}))
    order = list(properties("pose"))
    numbered = [each for each in order if isinstance(record.get(each), Mapping)]
    return {key: each for key, each in record.items() if key not in numbered} | {key: record[key] for key in numbered}


def _put(record: dict[str, Any], part: str, keys: Mapping[str, int]) -> None:
    if keys:
        record[part] = dict(keys)
    else:
        record.pop(part, None)
