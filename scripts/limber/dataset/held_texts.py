"""Holds what a file of another language says against the dataset: the same tables, ids and keys, and texts alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from limber.dataset import record_texts
from limber.dataset.load import SCHEMA
from limber.dataset.problem import RECORDS, Place, Problem, Said, listed, quoted, say
from limber.dataset.record_texts import SITE, TABLES
from limber.dataset.shape import ambiguous_scalars, schemas, wrong_types
from limber.dataset.site_file import SCHEMA as SITE_SCHEMA
from limber.dataset.spelling import nearest
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Mark, Reading
from limber.dataset.yaml.source import display_path, text_of
from limber.languages.language import Language
from limber.model import sides

_OPTIONAL = {"exercises": ("short_name", "spoken_name"), "routines": ("short_name",), "programmes": ("short_name",)}
"""What may be said in a language though the dataset leaves it out."""
ALSO = "also_called"


class HeldTexts:
    """What the file of a language says, held against the data."""

    def __init__(self, data: Mapping[str, Any], file: Path, language: Language) -> None:
        self.file, self.name, self.language = file, display_path(file), language
        self.text = text_of(file, self.name)
        reading = read(self.text, self.name)
        self.data = data
        self.records = {where: (record, texts) for where, record, texts in record_texts.of_data(data)}
        if of_site := {said: (at, text) for at, said, text in record_texts.of_record((SITE, ""), data[SITE][""])}:
            self.records[SITE, ""] = (data[SITE][""], of_site)
        self.lacking: dict[Place, list[Place]] = {}
        self.wrong: set[Place] = set()
        """Records with a problem."""
        self.problems: list[Problem] = []
        self.given: dict[Place, Any] = {}
        """What is said of each record, by the place of the record in the data."""
        self._read(reading)
        self.places = {
            where: said
            for at, (_, texts) in self.records.items()
            if at in self.given
            for said, (where, _) in texts.items()
        }

    def _read(self, reading: Reading) -> None:
        root = schemas.of_text(SCHEMA.read_text("utf-8"))
        self.problems += reading.problems
        known = schemas.of_data(reading.data, {**root, "properties": {**root["properties"], SITE: site_schema()}})
        filled = (each for each in reading.ambiguities if not each.implicit or each.implicit.raw)
        unclear = [*ambiguous_scalars.problems(filled, known)]
        self.problems += unclear
        self.unclear = {each.where for each in unclear}
        if reading.data is None:
            return
        if not isinstance(reading.data, dict):
            what = say(
                "the file is {kind}; it should hold the tables of the dataset.",
                kind=wrong_types.kind_of(reading.data),
            )
            self.problems.append(Problem((), what, say('Write "exercises:" in the first column, with ids below it.')))
            return
        tables = [each for each in TABLES if self.data.get(each)]
        tables += [SITE] if (SITE, "") in self.records else []
        for table, records in reading.data.items():
            if table not in tables:
                near = nearest(table, tables)
                tip = (
                    say("Did you mean {near}?", near=quoted(near))
                    if near
                    else say("There are {tables}.", tables=listed(tables))
                )
                self._wrong((table,), say("the dataset has no such table."), tip)
            elif table == SITE:
                self._record((SITE, ""), records)
            elif records is not None and not isinstance(records, dict):
                self._wrong(
                    (table,), say("its records have no ids."), say("Write each below its id, as the dataset does.")
                )
            else:
                for id_, record in (records or {}).items():
                    self._of_an_id(table, id_, record)

    def _of_an_id(self, table: str, id_: str, record: Any) -> None:
        if (table, id_) in self.records:
            self._record((table, id_), record)
            return
        if id_ in (self.data.get(table) or {}):
            self._wrong((table, id_), say("this record has no texts."), say("Take it out."))
            return
        near = nearest(id_, [str(each) for of, each in self.records if of == table])
        tip = (
            say("Did you mean {near}?", near=quoted(near))
            if near
            else say("Take it out, or write it in the dataset first.")
        )
        self._wrong(
            (table, id_), say("the dataset has no {table} of this id.", table=RECORDS.get(table, "record")), tip
        )

    def _record(self, where: Place, given: Any) -> None:
        record, texts = self.records[where]
        wanted = record_texts.nested({said[2:]: text for said, (_, text) in texts.items()})
        self.lacking[where] = []
        self.given[where] = given
        for key in (*_OPTIONAL.get(str(where[0]), ()), ALSO):
            if isinstance(given, dict) and key in given and (key not in wanted or key == ALSO):
                given = {name: each for name, each in given.items() if name != key}
                self._optional((*where, key), self.given[where][key], a_list=key == ALSO)
        wanted.pop(ALSO, None)
        self._held(where, given, wanted, record, where)

    def _optional(self, where: Place, given: Any, a_list: bool) -> None:
        texts = given if isinstance(given, list) and a_list else [given]
        for number, each in enumerate(texts):
            place = (*where, number) if texts is given else where
            if not isinstance(each, str):
                self._no_text(place, each, where)
            if texts is not given and a_list and isinstance(each, str):
                self._wrong(place, say("this is a text; it should be a list."), say("Write [ ] around it."))

    def _held(self, where: Place, given: Any, wanted: Any, source: Any, record: Place) -> None:
        """Hold what is given at a place against what is wanted there."""
        if given is None or given == "":
            if in_file(where) in self.unclear:
                self.wrong.add(record)
            else:
                self.lacking[record] += _leaves(where, wanted)
        elif isinstance(wanted, str):
            self._text(where, given, record)
        elif isinstance(wanted, list):
            self._list(where, given, wanted, source, record)
        elif isinstance(given, dict):
            for key in given:
                if key not in wanted:
                    self._unknown_key((*where, key), wanted, source)
            for key, inner in wanted.items():
                below = source.get(key) if isinstance(source, dict) else None
                self._held((*where, key), given.get(key), inner, below, record)
        elif list(wanted) == [sides.SWITCH] and isinstance(given, str):
            what = say("this step of the dataset changes sides, and here it does not.")
            self._wrong(where, what, say('Write "- {switch}: " before it, as there.', switch=sides.SWITCH))
        else:
            keys = listed([f'"{each}:"' for each in wanted])
            what = say("this is {kind}; it should have {keys}.", kind=wrong_types.kind_of(given), keys=keys)
            self._wrong(where, what, say("Write them below it."))

    def _text(self, where: Place, given: Any, record: Place) -> None:
        if isinstance(given, dict) and list(given) == [sides.SWITCH]:
            what = say("this step changes sides, and that of the dataset does not.")
            self._wrong(where, what, say("Write the text alone."))
        elif not isinstance(given, str):
            self._no_text(where, given, record)

    def _list(self, where: Place, given: Any, wanted: list[Any], source: Any, record: Place) -> None:
        if not isinstance(given, list):
            tip = say('Begin each item on a line of its own with "- ".')
            self._wrong(where, say("this is {kind}; it should be a list.", kind=wrong_types.kind_of(given)), tip)
            return
        if len(given) != len(wanted):
            what = say(
                "the list has {items}; the dataset has {count} here.", items=_items(len(given)), count=len(wanted)
            )
            tip = say("Write {items}, each for the one at the same place.", items=_items(len(wanted)))
            self._wrong(where, what, tip, at_key=True)
            return
        source = source if isinstance(source, list) else []
        items = [each for at, each in enumerate(source) if any(record_texts.of_record((*where, at), each))]
        for number, (each, inner) in enumerate(zip(given, wanted, strict=True)):
            of = items[number] if number < len(items) else None
            self._held((*where, number), each, inner, of, record)

    def _unknown_key(self, where: Place, wanted: Mapping[str, Any], source: Any) -> None:
        key = str(where[-1])
        if isinstance(source, dict) and key in source:
            what = say("{key} holds no text, so that it is the same in all languages.", key=quoted(key))
            self._wrong(where, what, say("Take it out here; the dataset says it."), at_key=True)
            return
        near = nearest(key, wanted)
        tip = (
            say("Did you mean {near}?", near=quoted(near))
            if near
            else say("Take it out. The texts are {list}.", list=listed(list(wanted)))
        )
        self._wrong(where, say("the dataset has no such key here."), tip, at_key=True)

    def _no_text(self, where: Place, given: Any, record: Place) -> None:
        if in_file(where) in self.unclear:
            self.wrong.add(record)
            return
        what = say("this is {kind}; only texts stand in this file.", kind=wrong_types.kind_of(given))
        tip = say('Write "{given}" in quotes, if that is the text; or take it out.', given=given)
        if isinstance(given, list | dict):
            tip = say("Write the text, in quotes if there is a colon in it.")
        self._wrong(where, what, tip)

    def _wrong(self, where: Place, what: Said, tip: Said, *, at_key: bool = False) -> None:
        self.wrong.add(where[:2])
        self.problems.append(Problem(where, what, tip, at_key=at_key))

    def whole(self) -> dict[Place, dict[Place, str]]:
        """The texts of each record that is translated, by their places in the data."""
        found = {}
        for where, lacking in self.lacking.items():
            if lacking or where in self.wrong:
                continue
            _, texts = self.records[where]
            given = self.given[where]
            found[where] = {at: at_place(given, said[2:]) for said, (at, _) in texts.items() if said[2:3] != (ALSO,)}
        return found

    def applied(self, whole: Mapping[Place, Mapping[Place, str]]) -> dict[str, Any]:
        """The data with the texts of these records in place of their own."""
        tables = {key: dict(each) if isinstance(each, dict) else each for key, each in self.data.items()}
        for where, texts in whole.items():
            table, id_ = where
            record = record_texts.replaced(self.records[where][0], texts, where)
            record.pop(ALSO, None)
            given = self.given[where]
            more = {key: given[key] for key in (*_OPTIONAL.get(str(table), ()), ALSO) if key in given}
            tables[str(table)][id_] = {**record, **more}
        return tables

    def has(self, where: Place) -> bool:
        """Whether a text here is at a place of the data or below it, or may be: else none here can mend it."""
        may_be = {(*where[:2], key) for key in _OPTIONAL.get(str(where[0]), ())}
        return where in may_be or any(each[: len(where)] == where for each in self.places)

    def moved(self, it: Problem) -> Problem:
        """A problem with its place in this file."""
        where = it.where
        if where in self.places:
            return replace(it, where=self.places[where], covers=())
        found = next((self.places[each] for each in self.places if each[: len(where)] == where), None)
        return replace(it, where=found[: len(where)] if found else where, covers=())

    def located(self, found: Iterable[Problem]) -> list[Problem]:
        """Problems with their line and column."""
        marks: dict[Place, tuple[Mark, Mark]] = {(): ((1, 1), (1, 1))}
        read(self.text, self.name, marks)
        placed = []
        for each in dict.fromkeys(found):
            where = in_file(each.where)
            subject = each.subject
            if each.where[:1] == (SITE,):
                subject = ", ".join(map(str, where))
            while where not in marks:
                where = where[:-1]
            line, column = marks[where][0 if each.at_key else 1]
            placed.append(replace(each, line=each.line or line, column=each.column or column, subject=subject))
        return placed


def in_file(where: Place) -> Place:
    """A place of the data as this file has it: what the site says of itself has no id."""
    return (SITE, *where[2:]) if where[:2] == (SITE, "") else where


def site_schema() -> Mapping[str, Any]:
    """The schema of data/site.yaml."""
    return schemas.of_text(SITE_SCHEMA.read_text("utf-8"))


def _items(count: int) -> str:
    return f"{count} {'item' if count == 1 else 'items'}"


def _leaves(where: Place, value: Any) -> Iterator[Place]:
    """The place of each text in a value."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves((*where, key), each)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves((*where, number), each)
    else:
        yield where


def at_place(value: Any, place: Place) -> Any:
    """The value at a place below another."""
    for part in place:
        value = value[part]
    return value
