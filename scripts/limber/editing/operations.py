"""What a coach does to a record in one go: writes it, gives it another id, takes it out. Each makes a new text."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from limber.dataset.problem import RECORDS, WITH_PAGES, Place
from limber.dataset.spelling import as_an_id
from limber.editing.edits import renamed, with_record, without_record
from limber.editing.fields import order
from limber.editing.layout import Record, UnreadableError, layout
from limber.editing.references import references
from limber.editing.values import filled


@dataclass(frozen=True, slots=True)
class Written:
    """A new text, the record that it is about, and the equipment that was added for it, by id."""

    text: str
    record: Record
    added: tuple[str, ...] = ()


_OF_ITS_OWN = ("code", "old_ids", "changes")
"""Keys that a copy does not take over."""


def written(text: str, table: str, id_: str, given: Mapping[str, Any], copy_of: str = "") -> Written:
    """The text with what was `given` in the fields of a record; a new one, without an id, gets that of its name, and
    what is not given from the record that it is a copy of.

    Raises `UnreadableError` where something else would be lost, `DatasetError` where the text is no YAML.
    """
    data = layout(text).data
    records = data.get(table) or {}
    id_ = id_ or new_id(str(given.get("name", "")), table, records)
    said = records.get(id_)
    base = said if isinstance(said, dict) else {}
    if said is None and isinstance(records.get(copy_of), dict):
        base = {key: copy.deepcopy(each) for key, each in records[copy_of].items() if key not in _OF_ITS_OWN}
    record = filled(table, base, given, data)
    added = {}
    for thing in _things(record):
        if thing not in (data.get("equipment") or {}) and not _is_meant_otherwise(thing, data):
            added[thing] = {"name": thing.replace("-", " ").capitalize()}
    record = {key: record[key] for key in sorted(record, key=_place(table))} if said is None else record
    for thing, keys in added.items():
        text = with_record(text, ("equipment", thing), keys, order("equipment"))
    return Written(with_record(text, (table, id_), record, order(table)), (table, id_), tuple(added))


def new_id(name: str, table: str, taken: Collection[str]) -> str:
    """The id that a name makes, with a number where there is one already."""
    first = as_an_id(name) or f"new-{RECORDS[table]}"
    id_, number = first, 2
    while id_ in taken:
        id_, number = f"{first}-{number}", number + 1
    return id_


def _place(table: str) -> Any:
    keys = order(table)
    return lambda key: keys.index(key) if key in keys else len(keys)


def _things(record: Mapping[str, Any]) -> Iterator[str]:
    for need in record.get("equipment") or ():
        if isinstance(need, str):
            yield need
        elif isinstance(need, dict):
            yield from (each for each in (need.get("item"), *(need.get("substitutes") or ())) if isinstance(each, str))


def _is_meant_otherwise(thing: str, data: Mapping[str, Any]) -> bool:
    """Whether it may be a slip for a thing that is there, or is no id: then the validator asks."""
    return as_an_id(thing) != thing or bool(difflib.get_close_matches(thing, data.get("equipment") or (), 1, 0.8))


def with_new_id(text: str, record: Record, new: str, published: Collection[Record] | None) -> str:
    """The text with another id for a record; its old address goes on leading to it, if others may have that."""
    table, old = record
    records = layout(text).data[table]
    if new in records:
        raise UnreadableError(f"There is another {RECORDS[table]} {new}. Choose another id.")
    if as_an_id(new) != new:
        raise UnreadableError(
            f"An id is lower-case words joined by hyphens, such as {as_an_id(new) or 'calf-stretch'}."
        )
    text = renamed(text, record, new)
    keys = dict(layout(text).data[table][new])
    before = [each for each in keys.get("old_ids") or () if each != new]
    if _may_be_known(record, published):
        before = [*before, old]
    if before:
        keys["old_ids"] = before
    else:
        keys.pop("old_ids", None)
    return with_record(text, (table, new), keys, order(table))


def _may_be_known(record: Record, published: Collection[Record] | None) -> bool:
    """Whether others may have the address of a record: it is in the list, or nobody keeps one."""
    return record[0] in WITH_PAGES and (published is None or record in published)


def taken_out(
    text: str, record: Record, successor: str, reason: str, today: str, published: Collection[Record] | None
) -> str:
    """The text without a record: what named it names its `successor`, or no longer does.

    Its address and those that it had before say so from then on, if others may have them. Raises `UnreadableError`
    where something cannot be without it.
    """
    table, id_ = record
    it = layout(text)
    said = it.data[table][id_]
    if successor == id_ or (successor and successor not in it.data[table]):
        raise UnreadableError(f"Choose another {RECORDS[table]} to take its place, or none.")
    for other, keys in _without(it.data, record, successor).items():
        text = with_record(text, other, keys, order(other[0]))
    text = without_record(text, record)
    for old in (id_, *(said.get("old_ids") or ())):
        if not _may_be_known((table, old), published):
            continue
        keys = {"name": said.get("name", old), "date": today, "reason": reason, "successor": successor}
        keys = {key: value for key, value in keys.items() if value}
        text = with_record(text, ("retired", f"{table}/{old}"), keys, order("retired"))
    return text


def _without(data: Mapping[str, Any], record: Record, successor: str) -> Mapping[Record, dict[str, Any]]:
    """Each record that names this one, as it is without it."""
    changed: dict[Record, dict[str, Any]] = {}
    for place, at_key in [*references(data, record)][::-1]:
        owner = (str(place[0]), str(place[1]))
        if owner == record:
            continue
        keys = changed.setdefault(owner, copy.deepcopy(data[owner[0]][owner[1]]))
        _replace(
            keys, place, successor + str(place[-1])[len(record[1]) :] if at_key and successor else successor, at_key
        )
    for (table, id_), keys in changed.items():
        if "progressions" in keys:
            harder = [each for each in dict.fromkeys(keys["progressions"]) if each != id_]
            keys.pop("progressions") if not harder else keys.update(progressions=harder)
        if table == "routines" and "core_of" not in keys and not _pruned(keys):
            raise UnreadableError(f"It is all that the routine {id_} holds. Give that another exercise first.")
    return changed


def _replace(keys: Any, place: Place, successor: str, at_key: bool) -> None:
    """Names the successor at a place below a record, or takes out what stands there."""
    *above, last = place[2:]
    holders = [keys]
    for part in above:
        holders.append(holders[-1][part])
    holder = holders[-1]
    if at_key:
        value = holder.pop(last)
        if successor:
            holder[successor] = value
    elif successor:
        holder[last] = successor
    elif isinstance(last, int):
        del holder[last]
        if not holder:
            del holders[-2][above[-1]]
    elif last in ("exercise", "item"):  # the step, or what is needed
        del holders[-2][above[-1]]
    elif last == "successor":
        del holder[last]
    else:
        what = {"core_of": "is the core of it", "routine": "does it"}.get(str(last), "names it")
        whose = f"{RECORDS.get(str(place[0]), 'record')} {place[1]}"
        raise UnreadableError(f"The {whose} {what}. Name what takes its place, or change that first.")


def _pruned(holder: dict[str, Any]) -> list[Any]:
    """The steps of a routine or a group, without groups that hold none any more."""
    steps = holder.get("steps") or []
    left = [each for each in steps if not (isinstance(each, dict) and "group" in each and not _pruned(each))]
    if len(left) < len(steps):
        holder["steps"] = left
    return left
