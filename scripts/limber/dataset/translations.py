"""Records' texts in other languages: data/languages/<code>.yaml beside the dataset, with the same tables, ids and keys.

A record counts as translated when all of its texts are there. Any other is shown in its own language, whole, and says
which that is: no record mixes two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from limber.dataset import language_file, ledger, parse, record_texts, stand_ins
from limber.dataset.load import SCHEMA
from limber.dataset.loaded import Loaded
from limber.dataset.problem import RECORDS, DatasetError, Place, Problem, Said, listed, quoted, say
from limber.dataset.record_texts import SITE, TABLES
from limber.dataset.rules import dose_words, registry
from limber.dataset.rules import sides as side_rules
from limber.dataset.rules import texts as text_rules
from limber.dataset.rules.tables import Tables
from limber.dataset.shape import ambiguous_scalars, check, schemas, wrong_types
from limber.dataset.site_file import SCHEMA as SITE_SCHEMA
from limber.dataset.spelling import nearest
from limber.dataset.written_out import written_out
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Mark, Reading
from limber.dataset.yaml.source import display_path, text_of
from limber.languages import messages
from limber.languages.language import ENGLISH, Language
from limber.languages.other_language import told
from limber.model import sides
from limber.model.nouns import Dataset
from limber.model.site import Site

_OPTIONAL = {"exercises": ("short_name", "spoken_name"), "routines": ("short_name",), "programmes": ("short_name",)}
"""What may be said in a language though the dataset leaves it out."""
_ALSO = "also_called"
_RULES = tuple(each for each in registry.RULES if each.__module__ in (text_rules.__name__, side_rules.__name__))
_ORDER = "that for the right side, then that for the left one"
_EXAMPLE = {"de": "rechten, linken", "es": "derecho, izquierdo", "fr": "droit, gauche"}


@dataclass(frozen=True)
class Translated:
    """A dataset and a site in a language, and what is good to know of them."""

    dataset: Dataset
    site: Mapping[str, Any]
    """What the site says of itself, as data/site.yaml would have it; texts know their language where it is another."""
    notes: list[Problem] = field(default_factory=list)
    whole: int = 0
    """How many records are translated, of `all` that have texts."""
    all: int = 0


def translated(
    found: Loaded,
    site: Site,
    file: Path,
    own: str,
    language: Language,
    content: Path | None = None,
    published: Path | None = None,
) -> Translated:
    """The dataset and the site in a language, of which `file` has the texts if it is there. What it lacks is in the
    language `own`. Raises `DatasetError` with every problem in that file.
    """
    promised = ledger.ledger_in(published) if published else ledger.Ledger()
    lacking = stand_ins.lacking(found.reading.data) if found.unwritten else {}
    data, _ = written_out(stand_ins.filled(found.reading.data, lacking))
    data = {**data, SITE: {"": record_texts.of_site(site)}}
    said = _Said(data, file, language) if file.exists() else None
    whole = said.whole() if said else {}
    in_language = said.applied(whole) if said else data
    problems = said.problems if said else []
    if said:
        problems += said.of_rules(in_language, whole)
    if own != language.code:
        in_language = _marked(in_language, own, whole)
    dataset = None
    if not problems:
        records = {key: each for key, each in in_language.items() if key != SITE}
        dataset = parse.dataset(records, found.reading.lines, promised.codes, {}, content)
        if said:
            with messages.spoken_as(language):
                of_model = [*registry.of_model(dataset)]
            problems += [said.moved(each) for each in of_model if each.where[:2] in whole and said.has(each.where)]
    if problems or not dataset:
        raise DatasetError(display_path(file), said.located(problems) if said else [])
    site_said = in_language[SITE][""]
    if not said:
        return Translated(dataset, site_said)
    return Translated(dataset, site_said, said.located(said.notes(whole)), len(whole), len(said.records))


def unread(file: Path) -> DatasetError | None:
    """Why a file is no YAML, if it is none: all that can be said of it while the dataset has problems."""
    try:
        read(text_of(file, display_path(file)), display_path(file))
    except DatasetError as fault:
        return fault
    return None


def _marked(data: Mapping[str, Any], own: str, whole: Iterable[Place]) -> dict[str, Any]:
    """The data in which each record that is not translated says its language."""
    done = set(whole)
    tables = dict(data)
    for table in (*TABLES, SITE):
        records = data.get(table) or {}
        tables[table] = {
            id_: each if (table, id_) in done else told(each, own, record_texts.is_text, (table, id_))
            for id_, each in records.items()
        }
    return tables


class _Said:
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
        known = schemas.of_data(reading.data, {**root, "properties": {**root["properties"], SITE: _site_schema()}})
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
        for key in (*_OPTIONAL.get(str(where[0]), ()), _ALSO):
            if isinstance(given, dict) and key in given and (key not in wanted or key == _ALSO):
                given = {name: each for name, each in given.items() if name != key}
                self._optional((*where, key), self.given[where][key], a_list=key == _ALSO)
        wanted.pop(_ALSO, None)
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
            if _in_file(where) not in self.unclear:
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
        if _in_file(where) in self.unclear:
            self.wrong.add(record[:2])
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
            found[where] = {at: _at(given, said[2:]) for said, (at, _) in texts.items() if said[2:3] != (_ALSO,)}
        return found

    def applied(self, whole: Mapping[Place, Mapping[Place, str]]) -> dict[str, Any]:
        """The data with the texts of these records in place of their own."""
        tables = {key: dict(each) if isinstance(each, dict) else each for key, each in self.data.items()}
        for where, texts in whole.items():
            table, id_ = where
            record = record_texts.replaced(self.records[where][0], texts, where)
            record.pop(_ALSO, None)
            given = self.given[where]
            more = {key: given[key] for key in (*_OPTIONAL.get(str(table), ()), _ALSO) if key in given}
            tables[str(table)][id_] = {**record, **more}
        return tables

    def of_rules(self, data: Mapping[str, Any], whole: Mapping[Place, Mapping[Place, str]]) -> list[Problem]:
        """What shape and rules find in the texts of translated records."""
        root = schemas.of_text(SCHEMA.read_text("utf-8"))
        records = {
            table: {id_: each for id_, each in (data.get(table) or {}).items() if (table, id_) in whole}
            for table in TABLES
        }
        shown = _longest({key: each for key, each in data.items() if key != SITE})
        found = [each for each in check.problems(shown, root) if each.where[:2] in whole]
        if (SITE, "") in whole:
            of_site = [
                replace(each, where=(SITE, "", *each.where)) for each in check.problems(data[SITE][""], _site_schema())
            ]
            found += [each for each in of_site if each.where in self.places]
        tables = Tables.of({**data, **records}, None, language=self.language.code)
        for rule in _RULES:
            found += rule(tables)
        for where in whole:
            for said, (_, source) in self.records[where][1].items():
                if said[2:3] != (_ALSO,):
                    found += self._marks(said, source, _at(self.given[where], said[2:]))
        return [self.moved(each) for each in found]

    def _marks(self, said: Place, source: str, text: str) -> Iterator[Problem]:
        """A side that the text of the dataset names has to be named in each language, with its words."""
        if "{" not in source and "{" not in text:
            return
        here = [*sides.MARK.finditer(text)]
        words = _EXAMPLE.get(self.language.code, "…, …")
        for name in dict.fromkeys(sides.stands_for(each) for each in sides.MARK.finditer(source)):
            if not any(sides.stands_for(each) == name for each in here):
                what = say('"{{name}}" is lost: the text would be true of one side only, or of none.', name=name)
                yield Problem(
                    said,
                    what,
                    say(
                        'Write "{{name}: {words}}" where it names the side: {order}.',
                        name=name,
                        words=words,
                        order=_ORDER,
                    ),
                )
        for each in here:
            if not each[2] and self.language.code != ENGLISH.code:
                what = say("{each} has no words for the sides, which this language needs.", each=quoted(each[0]))
                yield Problem(
                    said,
                    what,
                    say(
                        'Write "{{each}: {words}}", with words that fit there: {order}.',
                        each=each[1],
                        words=words,
                        order=_ORDER,
                    ),
                )

    def has(self, where: Place) -> bool:
        """Whether a text of this file is at a place of the data, or below it: else nothing here can mend it."""
        return any(each[: len(where)] == where for each in self.places)

    def moved(self, it: Problem) -> Problem:
        """A problem with its place in this file."""
        where = it.where
        if where in self.places:
            return replace(it, where=self.places[where], covers=())
        found = next((self.places[each] for each in self.places if each[: len(where)] == where), None)
        return replace(it, where=found[: len(where)] if found else where, covers=())

    def notes(self, whole: Mapping[Place, Any]) -> Iterator[Problem]:
        """Each text that is lacking; and that no rule can read this language."""
        for where, (_, texts) in self.records.items():
            lacking = self.lacking.get(where, [])
            if where not in self.lacking or len(lacking) == len(texts):
                what = say("no text in {code}; it is shown in its own language.", code=quoted(self.language.code))
                yield Problem(where, what, say("scripts/translate writes down what there is to say."))
            elif where not in whole:
                what = say("no text yet; until then the record is shown in its own language.")
                yield from (Problem(each, what, say("Write it here.")) for each in lacking)
        yield from self._changed()
        if self.language.code not in dose_words.READ:
            what = say(
                "no rule reads {code}: a dose, or a side without a mark, is not found.", code=quoted(self.language.code)
            )
            yield Problem((), what, say("Read the texts of this file for these yourself."))

    def _changed(self) -> Iterator[Problem]:
        """Texts whose source is another one than when they were written."""
        comments = language_file.sources_said(self.text, self.name)
        for _, texts in self.records.values():
            for said, (_, source) in texts.items():
                now, before = comments.get(_in_file(said), ("", ""))
                if before:
                    tip = say(
                        'Look at it again, then take out the line "{before}…" above it.', before=language_file.BEFORE
                    )
                    yield Problem(
                        said, say("the dataset said {before} when this was written.", before=quoted(before)), tip
                    )
                elif now and now != source:
                    what = say("the dataset says {source} now.", source=quoted(source))
                    yield Problem(
                        said, what, say("Look at it again, then run scripts/translate {code}.", code=self.language.code)
                    )

    def located(self, found: Iterable[Problem]) -> list[Problem]:
        """Problems with their line and column."""
        marks: dict[Place, tuple[Mark, Mark]] = {(): ((1, 1), (1, 1))}
        read(self.text, self.name, marks)
        placed = []
        for each in dict.fromkeys(found):
            where = _in_file(each.where)
            subject = each.subject
            if each.where[:1] == (SITE,):
                subject = ", ".join(map(str, where))
            while where not in marks:
                where = where[:-1]
            line, column = marks[where][0 if each.at_key else 1]
            placed.append(replace(each, line=each.line or line, column=each.column or column, subject=subject))
        return placed


def _in_file(where: Place) -> Place:
    return (SITE, *where[2:]) if where[:2] == (SITE, "") else where


def _site_schema() -> Mapping[str, Any]:
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


def _at(value: Any, place: Place) -> Any:
    for part in place:
        value = value[part]
    return value


def _longest(value: Any) -> Any:
    """Data with the longer word at each placeholder for a side, as limits count what is shown."""
    if isinstance(value, dict):
        return {key: _longest(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_longest(each) for each in value]
    if isinstance(value, str) and "{" in value:
        return max((sides.said(value, side) for side in sides.SIDES), key=len)
    return value
