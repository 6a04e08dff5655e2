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
from limber.dataset.held_texts import ALSO, HeldTexts, at_place, in_file, site_schema
from limber.dataset.load import SCHEMA
from limber.dataset.loaded import Loaded
from limber.dataset.problem import DatasetError, Place, Problem, quoted, say
from limber.dataset.record_texts import SITE, TABLES
from limber.dataset.rules import dose_words, registry
from limber.dataset.rules import sides as side_rules
from limber.dataset.rules import texts as text_rules
from limber.dataset.rules.tables import Tables
from limber.dataset.shape import check, schemas
from limber.dataset.written_out import written_out
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.source import display_path, text_of
from limber.languages import messages
from limber.languages.language import ENGLISH, Language
from limber.languages.other_language import told
from limber.model import sides
from limber.model.nouns import Dataset
from limber.model.site import Site

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
    held = HeldTexts(data, file, language) if file.exists() else None
    whole = held.whole() if held else {}
    in_language = held.applied(whole) if held else data
    problems = held.problems if held else []
    if held:
        problems += _of_rules(held, in_language, whole)
    if own != language.code:
        in_language = _marked(in_language, own, whole)
    dataset = None
    if not problems:
        records = {key: each for key, each in in_language.items() if key != SITE}
        dataset = parse.dataset(records, found.reading.lines, promised.codes, {}, content)
        if held:
            with messages.spoken_as(language):
                of_model = [*registry.of_model(dataset)]
            problems += [held.moved(each) for each in of_model if each.where[:2] in whole and held.has(each.where)]
    if problems or not dataset:
        raise DatasetError(display_path(file), held.located(problems) if held else [])
    site_said = in_language[SITE][""]
    if not held:
        return Translated(dataset, site_said)
    return Translated(dataset, site_said, held.located(_notes(held, whole)), len(whole), len(held.records))


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


def _of_rules(held: HeldTexts, data: Mapping[str, Any], whole: Mapping[Place, Mapping[Place, str]]) -> list[Problem]:
    """What shape and rules find in the texts of translated records."""
    root = schemas.of_text(SCHEMA.read_text("utf-8"))
    records = {
        table: {id_: each for id_, each in (data.get(table) or {}).items() if (table, id_) in whole} for table in TABLES
    }
    shown = _longest({key: each for key, each in data.items() if key != SITE})
    found = [each for each in check.problems(shown, root) if each.where[:2] in whole]
    if (SITE, "") in whole:
        of_site = [
            replace(each, where=(SITE, "", *each.where)) for each in check.problems(data[SITE][""], site_schema())
        ]
        found += [each for each in of_site if each.where in held.places]
    tables = Tables.of({**data, **records}, None, language=held.language.code)
    for rule in _RULES:
        found += rule(tables)
    for where in whole:
        for said, (_, source) in held.records[where][1].items():
            if said[2:3] != (ALSO,):
                found += _marks(held.language, said, source, at_place(held.given[where], said[2:]))
    return [held.moved(each) for each in found]


def _marks(language: Language, said: Place, source: str, text: str) -> Iterator[Problem]:
    """A side that the text of the dataset names has to be named in each language, with its words."""
    if "{" not in source and "{" not in text:
        return
    here = [*sides.MARK.finditer(text)]
    words = _EXAMPLE.get(language.code, "…, …")
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
        if not each[2] and language.code != ENGLISH.code:
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


def _notes(held: HeldTexts, whole: Mapping[Place, Any]) -> Iterator[Problem]:
    """Each text that is lacking; and that no rule can read this language."""
    for where, (_, texts) in held.records.items():
        lacking = held.lacking.get(where, [])
        if where not in held.lacking or len(lacking) == len(texts):
            what = say("no text in {code}; it is shown in its own language.", code=quoted(held.language.code))
            yield Problem(where, what, say("scripts/translate writes down what there is to say."))
        elif where not in whole:
            what = say("no text yet; until then the record is shown in its own language.")
            yield from (Problem(each, what, say("Write it here.")) for each in lacking)
    yield from _changed(held)
    if told := dose_words.unread(held.language.code):
        yield Problem((), *told)


def _changed(held: HeldTexts) -> Iterator[Problem]:
    """Texts whose source is another one than when they were written."""
    comments = language_file.sources_said(held.text, held.name)
    for _, texts in held.records.values():
        for said, (_, source) in texts.items():
            now, before = comments.get(in_file(said), ("", ""))
            if before:
                tip = say('Look at it again, then take out the line "{before}…" above it.', before=language_file.BEFORE)
                yield Problem(said, say("the dataset said {before} when this was written.", before=quoted(before)), tip)
            elif now and now != source:
                what = say("the dataset says {source} now.", source=quoted(source))
                yield Problem(
                    said, what, say("Look at it again, then run scripts/translate {code}.", code=held.language.code)
                )


def _longest(value: Any) -> Any:
    """Data with the longer word at each placeholder for a side, as limits count what is shown."""
    if isinstance(value, dict):
        return {key: _longest(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_longest(each) for each in value]
    if isinstance(value, str) and "{" in value:
        return max((sides.said(value, side) for side in sides.SIDES), key=len)
    return value
