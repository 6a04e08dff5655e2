"""Converts groups, and what stands around steps, to plain records of the JSON API.

Steps stand in one list, those of groups among them, for readers that know no groups: these do each step once.
"""

from __future__ import annotations

from typing import Any

from limber import group_wording
from limber.exports.dose_records import range_, said
from limber.model.nouns import Routine, Step

Record = dict[str, Any]


def groups(it: Routine) -> list[Record]:
    """The groups of a routine; `first` counts its steps from 0, `size` is how many of them are in the group."""
    records = []
    for block in it.blocks:
        if group := block.group:
            named = {"name": group.name, "first": block.steps[0].number - 1, "size": len(block.steps)}
            rest = group.round_rest_seconds
            keys = said(
                rounds_range=range_(group.rounds) if group.rounds.min < group.rounds.max else None,
                open="as-many-as-possible" if group.work_seconds else "",
                round_rest_seconds=rest.min,
                round_rest_seconds_range=range_(rest) if rest.min < rest.max else None,
                rest_after_seconds=group.rest_after_seconds,
                every_seconds=group.every_seconds,
                step_every_seconds=group.step_every_seconds,
                work_seconds=group.work_seconds,
                for_time=group.for_time,
                cap_seconds=group.cap_seconds,
            )
            change = _change(group.transition_seconds)
            records.append(
                {**named, "rounds": group.rounds.min, **keys, **change, "words": group_wording.rounds(group)}
            )
    return records


def around(it: Step) -> Record:
    """What a step says besides its dose, where it says something."""
    keys = said(side=it.side, how_often=it.how_often, part=it.part, rest_after_seconds=it.rest_after_seconds)
    return {**keys, **_change(it.transition_seconds)}


def _change(transition_seconds: int | None) -> Record:
    return {} if transition_seconds is None else {"transition_seconds": transition_seconds}
