"""Copies records of the library into a text of data, with what they need. All else in that text stays byte for byte."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from limber.dataset.problem import RECORDS, WITH_PAGES, listed, quoted
from limber.dataset.spelling import nearest
from limber.dataset.written_out import written_out
from limber.dataset.yaml import several_files
from limber.dataset.yaml.rewritten import same
from limber.editing.edits import with_blocks, with_record
from limber.editing.fields import order
from limber.editing.layout import Layout, Record, layout

OURS = "limber-library"
CREDIT = {
    "author": "Limber contributors",
    "title": "The exercise library of Limber",
    "publisher": "Limber",
    "licence": "CC BY 4.0",
}
"""Whose the words and figures of each copied record are, and under which licence: whoever publishes them names both."""


class RefusedError(ValueError):
    """Why nothing is copied, each reason with what to do on a line of its own."""


@dataclass(frozen=True)
class Library:
    """The records of a folder, with the text that each is written in."""

    folder: Path

    @cached_property
    def _text(self) -> str:
        return several_files.joined(self.folder)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The text of each file by its name."""
        return several_files.texts(self._text, str(self.folder))

    @cached_property
    def data(self) -> Mapping[str, Mapping[str, Any]]:
        """All records by table and id, with short forms written out."""
        found = several_files.read_all(self._text, str(self.folder)).data
        data, _ = written_out(found)
        return {table: data.get(table) or {} for table in RECORDS}

    @cached_property
    def _layouts(self) -> list[Layout]:
        return [layout(text) for text in self.files.values()]

    def found(self, id_: str) -> Record | None:
        """The record with a page that has this id."""
        return next(((table, id_) for table in WITH_PAGES if id_ in self.data[table]), None)

    def block(self, record: Record) -> str:
        """The lines of a record as they are written."""
        return next(it.block(record) for it in self._layouts if record in it.records)

    def needs(self, record: Record, progressions: bool) -> Iterator[Record]:
        """What a record cannot be without; with its `progressions` also what it leads to."""
        table, id_ = record
        keys = self.data[table][id_]
        source = keys.get("source")
        if isinstance(source, dict):
            yield from (("sources", each) for each in (source["work"], *source.get("also", ())))
        for need in keys.get("equipment", ()) if table == "exercises" else ():
            yield from (("equipment", each) for each in (need["item"], *need.get("substitutes", ())))
        if progressions:
            yield from (("exercises", each) for each in keys.get("progressions", ()))
        if "core_of" in keys:
            yield "routines", keys["core_of"]
        yield from (("exercises", each) for each in _exercises(keys.get("steps", ())))
        for phase in keys.get("phases", ()):
            yield from (("routines", each["routine"]) for each in phase["sessions"])


def _exercises(steps: Iterable[Any]) -> Iterator[str]:
    for step in steps:
        if "exercise" in step:
            yield step["exercise"]
        yield from _exercises(step.get("steps", ()))


@dataclass(frozen=True)
class Copied:
    """The new text; which records are new in it, which of the coach's own are used, and what was left out of which."""

    text: str
    new: tuple[Record, ...]
    own: tuple[Record, ...]
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def copied(
    text: str,
    library: Library,
    ids: Collection[str],
    codes: Mapping[Record, str],
    *,
    progressions: bool = False,
    own_equipment: bool = False,
) -> Copied:
    """The text of a sound file with records of the library; `codes` are those that were published.

    Raises `RefusedError` with every reason against it, and `UnreadableError` where the text is not edited.
    """
    data = layout(text).data
    own = {table: data.get(table) or {} for table in RECORDS}
    asked = dict.fromkeys(ids)
    wanted = [record for id_ in asked if (record := library.found(id_))]
    reasons = [_unknown(id_, library) for id_ in asked if not library.found(id_)]
    reasons += [_there(record, library, own, codes) for record in wanted if record[1] in own[record[0]]]
    all_ = _with_needs(wanted, library, own, progressions)
    there = [record for record in all_ if record[1] in own[record[0]] and record not in wanted]
    new = [record for record in all_ if record[1] not in own[record[0]]]
    differing = [] if own_equipment else [record for record in there if _is_other(record, library, own)]
    reasons += map(_differs, differing)
    reasons += _clashes([*new, *differing], library, own, codes)
    if reasons:
        raise RefusedError("\n".join(reasons))
    left_out: dict[str, tuple[str, ...]] = {}
    blocks: dict[str, dict[str, str]] = {table: {} for table in RECORDS}
    for record in new:
        block = library.block(record)
        if record[0] in WITH_PAGES:
            block, without = _as_a_copy(
                block, record, {id_ for of, id_ in all_ if of == "exercises"} | {*own["exercises"]}
            )
            left_out |= {record[1]: without} if without else {}
        blocks[record[0]][record[1]] = block
    for table, each in blocks.items():
        text = with_blocks(text, table, each) if each else text
    if any(table in WITH_PAGES for table, _ in new) and OURS not in own["sources"]:
        text = with_record(text, ("sources", OURS), CREDIT, ())
    return Copied(text, tuple(new), tuple(there), left_out)


def _with_needs(wanted: Iterable[Record], library: Library, own: Mapping[str, Any], progressions: bool) -> list[Record]:
    """The records and all that they need; what is there already needs nothing more."""
    found: dict[Record, None] = {}
    ahead = [*wanted]
    while ahead:
        record = ahead.pop(0)
        if record not in found:
            found[record] = None
            if record[1] not in own[record[0]]:
                ahead += library.needs(record, progressions)
    return list(found)


def _as_a_copy(block: str, record: Record, exercises: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The lines of a record that leads to exercises that are there, has no past yet, and says that it is the library's.
    It is rewritten in a text of its own: a long one would be read again for each record.
    """
    table, id_ = record
    text = f"{table}:\n{block}"
    keys = dict(layout(text).data[table][id_])
    keys.pop("changes", None)
    harder = keys.pop("progressions", ())
    if kept := [each for each in harder if each in exercises]:
        keys["progressions"] = kept
    source = keys.get("source", "own")
    works = [] if isinstance(source, str) else [source["work"], *source.get("also", ())]
    keys["source"] = {"work": OURS, **({"also": works} if works else {}), "ours": []}
    copy = layout(with_record(text, record, keys, order(table))).block(record)
    return copy, tuple(each for each in harder if each not in kept)


def _is_other(record: Record, library: Library, own: Mapping[str, Mapping[str, Any]]) -> bool:
    table, id_ = record
    return table in ("equipment", "sources") and not same(own[table][id_], library.data[table][id_])


def _clashes(
    new: Iterable[Record], library: Library, own: Mapping[str, Mapping[str, Any]], codes: Mapping[Record, str]
) -> Iterator[str]:
    """Names and codes that others have."""
    titles = {
        (group, key, str(keys[key]).casefold()): (table, id_)
        for group in (WITH_PAGES, ("equipment",))
        for table in group
        for id_, keys in own[table].items()
        for key in ("name", "short_name")
        if keys.get(key)
    }
    called = {name: ("exercises", id_) for id_, keys in own["exercises"].items() for name in _all_names(keys)}
    owners = {code: record for record, code in codes.items() if code}
    owners |= {
        keys["code"]: (table, id_) for table in WITH_PAGES for id_, keys in own[table].items() if keys.get("code")
    }
    for table, id_ in new:
        keys = library.data[table][id_]
        it = f"{RECORDS[table]} {quoted(id_)}"
        if (owner := owners.get(keys.get("code", ""))) and owner != (table, id_):
            yield (
                f"{it}: its code {quoted(keys['code'])} is that of {RECORDS[owner[0]]} {quoted(owner[1])}.\n"
                "    Give that one another code, if nobody has a link with this one yet."
            )
        group = ("equipment",) if table == "equipment" else WITH_PAGES
        for key in ("name", "short_name"):
            owner = titles.get((group, key, str(keys.get(key, "")).casefold()))
            if owner and owner != (table, id_):
                yield (
                    f"{it}: its {key} {quoted(keys[key])} is that of {RECORDS[owner[0]]} {quoted(owner[1])}.\n"
                    f"    Leave {id_} out, or give that one another name at /edit/ of scripts/serve."
                )
                break
        else:
            names = _all_names(keys) if table == "exercises" else ()
            if (owner := next(filter(None, map(called.get, names)), None)) and owner != (table, id_):
                yield (
                    f"{it}: one of its names is one of exercise {quoted(owner[1])}.\n"
                    f"    Leave {id_} out, or take that name from the other one at /edit/ of scripts/serve."
                )


def _other_names(keys: Mapping[str, Any]) -> set[str]:
    return {str(each).casefold() for each in keys.get("also_called") or ()}


def _all_names(keys: Mapping[str, Any]) -> set[str]:
    return _other_names(keys) | {str(keys[key]).casefold() for key in ("name", "short_name") if keys.get(key)}


def _unknown(id_: str, library: Library) -> str:
    ids = [each for table in WITH_PAGES for each in library.data[table]]
    near = nearest(id_, ids)
    tip = f"Did you mean {quoted(near)}?" if near else "scripts/add, with nothing behind it, lists what there is."
    return f"no {quoted(id_)} in the library.\n    {tip}"


def _there(record: Record, library: Library, own: Mapping[str, Mapping[str, Any]], codes: Mapping[Record, str]) -> str:
    """That an id is taken, with all else that would be in the way once it no longer is."""
    table, id_ = record
    mine, other = own[table][id_], library.data[table][id_]
    it = f"{RECORDS[table]} {quoted(id_)} is there already"
    source = mine.get("source")
    if isinstance(source, dict) and source["work"] == OURS:
        return f"{it}, from the library.\n    Leave it out."
    if record in codes:
        return f"{it}, and others may have its address.\n    Leave it out: yours keeps its id."
    shared = [key for key in ("name", "code") if str(mine.get(key, "")).casefold() == str(other[key]).casefold()]
    shared += ["other names"] if _other_names(mine) & _other_names(other) else []
    also = f", with the same {listed(shared)}" if shared else ""
    change = f", and change its {listed(shared)}" if shared else ""
    return (
        f"{it}{also}.\n    Leave it out. Or, to have both, open yours at /edit/ of scripts/serve, press "
        f'"Give it another id", which changes every place that names it{change}.'
    )


def _differs(record: Record) -> str:
    kind = RECORDS[record[0]]
    tip = "--own-equipment takes yours for it. Else give yours another id and name at /edit/ of scripts/serve."
    return f"{kind} {quoted(record[1])} is there already, and is not the library's.\n    {tip}"


def in_words(records: Iterable[Record]) -> str:
    """`exercise heel-raise, equipment wall and chair`."""
    by_table: dict[str, list[str]] = {}
    for table, id_ in records:
        by_table.setdefault(table, []).append(id_)
    parts = [
        f"{RECORDS[table] if len(ids) == 1 or table == 'equipment' else table} {listed(ids)}"
        for table in RECORDS
        if (ids := by_table.get(table))
    ]
    return "; ".join(parts)
