"""Completes short records: gives those without a code or a short name one that is derived.

What else a record leaves unsaid is left out wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from limber.dataset.problem import WITH_PAGES
from limber.languages.other_language import like
from limber.model import naming

Record = Mapping[str, Any]
Published = Mapping[tuple[str, str], str]


def completed(data: Record, published: Published) -> dict[str, Any]:
    """The data of a file with these keys in each record; `published` has the codes that are promised, by address.

    A record keeps the code that its address was published with, or one of its old addresses.
    """
    derived = _codes(data, published)
    tables = dict(data)
    for table in WITH_PAGES:
        tables[table] = {
            id_: _named(record) | {"code": record.get("code") or derived[table, id_]}
            if not {"code", "short_name", "spoken_name"} <= record.keys()
            else record
            for id_, record in data.get(table, {}).items()
        }
    return tables


def _named(record: Record) -> dict[str, Any]:
    name = record["name"]
    derived = {"short_name": naming.short_name(name), "spoken_name": naming.spoken_name(name)}
    return {**{key: like(said, name) for key, said in derived.items()}, **record}


def _codes(data: Record, published: Published) -> dict[tuple[str, str], str]:
    """A code for each record without one, by table and id: that of the ledger, else a new one in the order of ids."""
    records = {(table, id_): each for table in WITH_PAGES for id_, each in data.get(table, {}).items()}
    taken = {record["code"] for record in records.values() if "code" in record}
    found: dict[tuple[str, str], str] = {}
    for (table, id_), record in records.items():
        if "code" not in record:
            before = (published.get((table, each), "") for each in (id_, *record.get("old_ids", ())))
            if kept := next((code for code in before if code and code not in taken), ""):
                found[table, id_] = kept
                taken.add(kept)
    taken.update(published.values())
    for table, id_ in sorted(records.keys() - found.keys()):
        if "code" not in records[table, id_]:
            found[table, id_] = next(code for code in naming.codes(id_) if code not in taken)
            taken.add(found[table, id_])
    return found
