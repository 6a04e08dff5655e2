"""Narrows a dataset to the records that a change affects, while all others can still be looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from limber.model.nouns import Dataset

T = TypeVar("T")


class Selection(Mapping[str, T]):
    """A mapping that iterates over some of its records only, while all can be looked up by id."""

    def __init__(self, records: Mapping[str, T], chosen: Collection[str]) -> None:
        self._records = records
        self._chosen = [id_ for id_ in records if id_ in chosen]

    def __getitem__(self, id_: str) -> T:
        return self._records[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._chosen)

    def __len__(self) -> int:
        return len(self._chosen)


def affected_by(dataset: Dataset, records: Collection[tuple[str, str]]) -> Dataset:
    """The dataset restricted to the exercises and routines that refer to these records, given by table and id."""
    if any(table not in ("exercises", "routines") for table, _ in records):
        return dataset
    ids = {id_ for table, id_ in records if table == "exercises"}
    exercises = {
        id_
        for id_, each in dataset.exercises.items()
        if id_ in ids or not ids.isdisjoint(each.progressions) or not ids.isdisjoint(each.regressions)
    }
    routines = dataset.routines
    if len(ids) == len(records):  # routines say something of one another, too
        named = {id_ for id_, each in routines.items() if any(step.exercise.id in exercises for step in each.steps)}
        routines = Selection(routines, named)
    return replace(dataset, exercises=Selection(dataset.exercises, exercises), routines=routines)
