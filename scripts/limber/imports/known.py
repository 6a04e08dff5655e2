"""What stands in the dataset already, so that no record comes twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Known:
    """Where records stand by table and id, and the ids of exercises by their names."""

    places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def exercise(self, name: str, id_: str) -> str:
        """The id of the exercise that is there with this name or id; empty if none is."""
        return self.names.get(folded(name), "") or (id_ if ("exercises", id_) in self.places else "")

    def place(self, table: str, id_: str) -> str:
        """The file and line of a record; empty if it is not there."""
        return self.places.get((table, id_), "")


def folded(name: str) -> str:
    """A name as it is compared: without capitals, hyphens and spaces."""
    return "".join(each for each in name.casefold() if each.isalnum())


def known_in(files: Mapping[str, tuple[Any, Mapping[tuple[str, str], int]]]) -> Known:
    """All records of files by their names: each file's plain data, and the lines of its records."""
    places: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    for file, (data, lines) in files.items():
        tables = data if isinstance(data, dict) else {}
        for table, records in tables.items():
            for id_, record in records.items() if isinstance(records, dict) else ():
                line = lines.get((table, id_), 0)
                places.setdefault((table, id_), f"{file}:{line}" if line else file)
                if isinstance(record, dict):
                    for old in record.get("old_ids") or () if isinstance(record.get("old_ids"), list) else ():
                        places.setdefault((table, str(old)), f"{file}:{line}")
                    if table == "exercises" and isinstance(record.get("name"), str):
                        names.setdefault(folded(record["name"]), id_)
    return Known(places, names)
