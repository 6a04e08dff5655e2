"""Gives rules access to the file's records: of the right types, but perhaps incomplete."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from limber.dataset.ledger import Ledger
from limber.dataset.problem import RECORDS, Place

Record = Mapping[str, Any]


def is_group(entry: Record | None) -> bool:
    """Whether an entry of a routine's steps is a group, as the schema tells them apart."""
    if entry is None:
        return False
    return "group" in entry or "steps" in entry or ("rounds" in entry and "exercise" not in entry)


def steps_of(where: Place, holder: Record) -> Iterator[tuple[Place, Record]]:
    """Every step of a routine or a group at its place, those in its groups among them, in order."""
    for number, entry in enumerate(holder.get("steps", ())):
        place = (*where, "steps", number)
        if is_group(entry):
            yield from steps_of(place, entry)
        elif entry is not None:
            yield place, entry


@dataclass(frozen=True)
class DoseAt:
    """A dose at its place, with the laterality of its exercise; `level` is start or goal, or empty in a programme."""

    where: Place
    level: str
    dose: Record
    laterality: str
    exercise: str = ""

    def options(self) -> Iterator[tuple[Place, Record]]:
        """The dose and its alternatives."""
        where, dose = self.where, self.dose
        while True:
            yield where, dose
            if "or" not in dose:
                return
            where, dose = (*where, "or"), dose["or"]

    def sets(self) -> Iterator[tuple[Place, Record]]:
        """The dose and its alternatives, or in place of one its sets, where these differ."""
        for where, dose in self.options():
            if isinstance(dose.get("sets"), list):
                yield from (((*where, "sets", number), each) for number, each in enumerate(dose["sets"]) if each)
            else:
                yield where, dose


@dataclass(frozen=True)
class Tables:
    """All records by table and id; `content` is the folder that pictures lie in, if it is known, and `language` the
    code of the one that their texts are in; `kept` is what a rule has worked out for the others.
    """

    sources: Mapping[str, Record]
    equipment: Mapping[str, Record]
    exercises: Mapping[str, Record]
    routines: Mapping[str, Record]
    content: Path | None = None
    published: Ledger = Ledger()  # noqa: RUF009 (it is frozen)
    programmes: Mapping[str, Record] = field(default_factory=dict)
    retired: Mapping[str, Record] = field(default_factory=dict)
    language: str = "en"
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        data: Record,
        content: Path | None,
        published: Ledger = Ledger(),  # noqa: B008 (the same)
        language: str = "en",
    ) -> Tables:
        """The tables of a file's data."""
        given = {table: data.get(table, {}) for table in (*RECORDS, "retired")}
        return cls(**given, content=content, published=published, language=language)

    def only(self, chosen: Collection[tuple[str, str]]) -> Tables:
        """The same restricted to these records, by table and id, if they exist."""
        some = {table: [id_ for of, id_ in chosen if of == table] for table in RECORDS}
        data = {
            table: {id_: each for id_, each in getattr(self, table).items() if id_ in ids}
            for table, ids in some.items()
        }
        return Tables.of({**data, "retired": self.retired}, self.content, self.published, self.language)

    def records(self, *tables: str) -> Iterator[tuple[Place, Record]]:
        """Every record of these tables at its place."""
        for table in tables or RECORDS:
            for id_, record in getattr(self, table).items():
                yield (table, id_), record

    @cached_property
    def doses(self) -> list[DoseAt]:
        """Every start dose and goal dose, of exercises and of steps."""
        found = []
        for where, record in self.records("exercises"):
            for level, dose in record.get("dose", {}).items():
                found.append(DoseAt((*where, "dose", level), level, dose, record.get("laterality", ""), str(where[1])))
        for where, step in self.steps:
            exercise = step.get("exercise", "")
            laterality = self.exercises.get(exercise, {}).get("laterality", "")
            for level, dose in step.get("dose", {}).items():
                found.append(DoseAt((*where, "dose", level), level, dose, laterality, exercise))
        for where, session in self.sessions:
            for name, dose in session.get("doses", {}).items():
                exercise = name if name in self.exercises else re.sub(r"-\d+$", "", str(name))
                laterality = self.exercises.get(exercise, {}).get("laterality", "")
                found.append(DoseAt((*where, "doses", name), "", dose, laterality, exercise))
        return found

    @cached_property
    def phases(self) -> list[tuple[Place, Record]]:
        """Every phase of every programme."""
        return [
            ((*where, "phases", number), phase)
            for where, programme in self.records("programmes")
            for number, phase in enumerate(programme.get("phases", ()))
            if phase is not None
        ]

    @cached_property
    def sessions(self) -> list[tuple[Place, Record]]:
        """Every session of every phase."""
        return [
            ((*where, "sessions", number), session)
            for where, phase in self.phases
            for number, session in enumerate(phase.get("sessions", ()))
            if session is not None
        ]

    @cached_property
    def steps(self) -> list[tuple[Place, Record]]:
        """Every step of every routine, those in groups among them, in order."""
        return [each for where, routine in self.records("routines") for each in steps_of(where, routine)]

    @cached_property
    def groups(self) -> list[tuple[Place, Record]]:
        """Every group of every routine."""
        return [
            ((*where, "steps", number), entry)
            for where, routine in self.records("routines")
            for number, entry in enumerate(routine.get("steps", ()))
            if is_group(entry)
        ]

    @cached_property
    def texts(self) -> list[tuple[Place, str]]:
        """Every text in the file but addresses, which have characters of their own."""
        found: list[tuple[Place, str]] = []

        def walk(where: Place, value: Any) -> None:
            if isinstance(value, str):
                found.append((where, value))
            elif isinstance(value, dict):
                for key, each in value.items():
                    if key != "url":
                        walk((*where, key), each)
            elif isinstance(value, list):
                for number, each in enumerate(value):
                    walk((*where, number), each)

        for where, record in self.records():
            walk(where, record)
        return found
