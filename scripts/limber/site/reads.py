"""Notes which records a component reads, so that its HTML can be kept until one of them is another."""

from __future__ import annotations

import threading
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from limber.build_cache import fingerprint
from limber.model.nouns import Dataset, Routine

T = TypeVar("T")
Read = tuple[str, str]
"""A table and the id of a record in it; `WHOLE` in place of the id where all of it was read."""
WHOLE = ""
TABLES = ("exercises", "routines", "programmes")


class Table(Mapping[str, T]):
    """Records by id, which tells `note` of each that is looked at, whether it is there or not."""

    def __init__(self, name: str, records: Mapping[str, T], note: Callable[[Read], None]) -> None:
        self.name, self.records, self._note = name, records, note

    def __getitem__(self, id_: str) -> T:
        self._note((self.name, id_))
        return self.records[id_]

    def __contains__(self, id_: object) -> bool:
        self._note((self.name, str(id_)))
        return id_ in self.records

    def __iter__(self) -> Iterator[str]:
        self._note((self.name, WHOLE))
        return iter(self.records)

    def __len__(self) -> int:
        self._note((self.name, WHOLE))
        return len(self.records)

    def values(self) -> ValuesView[T]:
        """The records, without a note of each one."""
        self._note((self.name, WHOLE))
        return self.records.values()

    def items(self) -> ItemsView[str, T]:
        """Ids and records, without a note of each one."""
        self._note((self.name, WHOLE))
        return self.records.items()


class _Noting(threading.local):
    """The sets that are being filled, in each thread its own: a preview may render two pages at a time."""

    def __init__(self) -> None:
        self.sets: list[set[Read]] = []


class Reads:
    """The `dataset` with tables that note what is read of them, and the `places` of each exercise in routines.

    Equipment and sources are not noted: they are few, and `others` stands for them all. `with_lines` says whether the
    page of a record tells its line in the file.
    """

    def __init__(self, dataset: Dataset, with_lines: bool = False) -> None:
        self._with_lines = with_lines
        self._noting = _Noting()
        self.records: Mapping[str, Mapping[str, Any]] = {
            **{name: getattr(dataset, name) for name in TABLES},
            "places": _places(dataset),
        }
        self.dataset = replace(
            dataset,
            exercises=Table("exercises", dataset.exercises, self.note),
            routines=Table("routines", dataset.routines, self.note),
            programmes=Table("programmes", dataset.programmes, self.note),
        )
        self.places = Table("places", self.records["places"], self.note)
        self._state = cache(self._state_of)

    @property
    def others(self) -> str:
        """A fingerprint of what the dataset has besides its noted tables."""
        it = self.dataset
        return fingerprint(repr(it.works), repr(it.equipment), repr(it.retired))

    @contextmanager
    def noted(self) -> Iterator[set[Read]]:
        """What is read meanwhile."""
        found: set[Read] = set()
        self._noting.sets.append(found)
        try:
            yield found
        finally:
            self._noting.sets.pop()

    def state(self, reads: Sequence[Read]) -> str:
        """A fingerprint of the records that were read: another one, if any of them is another, is new or is gone."""
        return fingerprint(*(self._state(*each) for each in reads))

    def _state_of(self, table: str, id_: str) -> str:
        records = self.records[table]
        if id_ == WHOLE:
            return fingerprint(*(part for each in records for part in (each, self._state(table, each))))
        if id_ not in records:
            return ""
        line = getattr(records[id_], "line", "") if self._with_lines else ""
        return fingerprint(repr(records[id_]), str(line))

    def note(self, read: Read) -> None:
        """Add to what is being noted."""
        for each in self._noting.sets:
            each.add(read)


def _places(dataset: Dataset) -> Mapping[str, tuple[tuple[Routine, int], ...]]:
    """For each exercise the routines that contain it, with its number there, for links to the next step."""
    places: dict[str, list[tuple[Routine, int]]] = {id_: [] for id_ in dataset.exercises}
    for routine in dataset.routines.values():
        for step in routine.steps:
            places[step.exercise.id].append((routine, step.number))
    return {id_: tuple(where) for id_, where in places.items()}
