"""Loads a dataset, or raises with every problem in it, each with its line and column.

It stands in a file, as data/exercises.yaml does, or in the files of a folder, as data/library/ does.

Three stages: the file is read, its shape is checked, then its rules; the model is built from valid data only.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from limber.dataset import ledger, parse, sound_part, stand_ins
from limber.dataset.ledger import ledger_in
from limber.dataset.loaded import Loaded
from limber.dataset.problem import RECORDS, DatasetError, Place, Problem
from limber.dataset.rules import completeness, registry
from limber.dataset.shape import ambiguous_scalars, check, schemas
from limber.dataset.shape.schemas import Schema
from limber.dataset.written_out import written_out
from limber.dataset.yaml import formatted, several_files, written_in
from limber.dataset.yaml.incremental import read_incrementally
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Mark, Reading
from limber.dataset.yaml.source import display_path, text_of
from limber.model import nouns

__all__ = [
    "DatasetError",
    "Loaded",
    "Problem",
    "advice",
    "display_path",
    "drafted",
    "ledger_in",
    "load",
    "loaded",
    "notes",
    "of_text",
    "written_in_full",
]

SCHEMA = Path(__file__).parents[3] / "data" / "exercises.schema.json"


def load(path: Path, content: Path | None = None, published: Path | None = None) -> nouns.Dataset:
    """The dataset in the file or folder at `path`, with pictures below `content`, checked against the ledger at
    `published`.
    """
    return loaded(path, content, published).dataset


def loaded(
    path: Path, content: Path | None = None, published: Path | None = None, before: Loaded | None = None
) -> Loaded:
    """The same, incrementally: records that were valid `before` are checked again only if a change concerns them."""
    return of_text(_text(path), display_path(path), content, published, before)


def of_text(
    text: str, file: str, content: Path | None = None, published: Path | None = None, before: Loaded | None = None
) -> Loaded:
    """The same for the text of a `file` that is not written yet, or has been read."""
    with _no_garbage_collection():
        return _load(text, file, content, ledger_in(published) if published else ledger.Ledger(), before)


def drafted(path: Path, content: Path | None = None, published: Path | None = None) -> Loaded:
    """The same where exercises lack what each has to say: `stand_ins` has something in its place."""
    with _no_garbage_collection():
        promised = ledger_in(published) if published else ledger.Ledger()
        return _load(_text(path), display_path(path), content, promised, None, True)


def _text(path: Path) -> str:
    return several_files.joined(path) if path.is_dir() else text_of(path, display_path(path))


def notes(found: Loaded, path: Path) -> list[Problem]:
    """What is good to know of a sound dataset, and stops no build."""
    data, _ = written_out(found.reading.data)
    return _located(list(registry.notes(data)), found.text, display_path(path))


def advice(found: Loaded, path: Path) -> list[Problem]:
    """What a careful coach would add to the exercises of a sound dataset."""
    data, _ = written_out(found.reading.data)
    known = schemas.of_data(data, _schema())
    told = completeness.advice(data, lambda where: schemas.described(schemas.at(where, known)))
    return _located(list(told), found.text, display_path(path))


def written_in_full(found: Loaded) -> str:
    """The text of a sound dataset in one file with its records written out and in order."""
    written, _ = written_out(found.reading.data)
    return formatted.formatted(found.text, found.reading.data, written)


def _schema() -> Schema:
    return schemas.of_text(SCHEMA.read_text(encoding="utf-8"))


def _load(
    text: str,
    file: str,
    content: Path | None,
    published: ledger.Ledger,
    before: Loaded | None,
    with_stand_ins: bool = False,
) -> Loaded:
    if several_files.is_joined(text):
        before = None  # what was changed in one of several files is not looked for
    reading = read_incrementally(text, before.text, before.reading) if before else None
    new = _new(reading, before.reading) if reading and before else None
    same = before.dataset.exercises if before else {}
    same = {id_: each for id_, each in same.items() if new is not None and ("exercises", id_) not in new}
    reading = reading or several_files.read_all(text, file)
    root = _schema()
    unwritten = stand_ins.lacking(reading.data) if with_stand_ins else {}
    data, unknown = written_out(stand_ins.filled(reading.data, unwritten))
    known = schemas.of_data(data, root)
    found = [*reading.problems, *ambiguous_scalars.problems(reading.ambiguities, known)]
    _add(found, unknown)
    _add(found, check.problems(data, root))
    if isinstance(data, dict):
        data = schemas.fitting(data, root, root) if found else data
        # What lies in a folder is the library, in English.
        language = written_in.ENGLISH if several_files.is_joined(text) else written_in.language_of(content)
        _add(found, registry.problems(data, content, published, None if found else new, language))
        if found and not reading.problems and all(each.where for each in found):
            _add(found, _of_the_sound(data, reading, published, found, language))
    if not found:
        dataset = parse.dataset(data, reading.lines, published.codes, same, content)
        found = list(registry.of_model(dataset, new))
        if not found:
            return Loaded(dataset, text, lambda: reading, list(unwritten))
    raise DatasetError(file, _located(found, text, file))


def _new(reading: Reading, before: Reading) -> set[tuple[str, str]]:
    """Table and id of each record that was changed, added or removed."""
    return {
        (table, id_)
        for table in RECORDS
        for now, then in [(reading.data.get(table, {}), before.data.get(table, {}))]
        for id_ in {**now, **then}
        if now.get(id_) is not then.get(id_) and now.get(id_) != then.get(id_)
    }


def _of_the_sound(
    data: Any, reading: Reading, published: ledger.Ledger, found: Iterable[Problem], language: str
) -> Iterator[Problem]:
    """What the rules of the model find in records without a problem, so that no fault is told of by a later run.

    A problem may stand at another place than its cause, so what is left is asked again whether it is sound.
    """
    sound = sound_part.without(data, {each.where[:2] for each in found})
    of_rules = registry.problems(sound, None, ledger.Ledger(), language=language)
    if not any(check.problems(sound, _schema())) and not any(of_rules):
        yield from registry.of_model(parse.dataset(sound, reading.lines, published.codes))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Switch off garbage collection: reading creates many objects without cycles, and collecting doubles its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _add(found: list[Problem], more: Iterable[Problem]) -> None:
    """Add problems, except those that only repeat earlier ones."""
    covered: set[Place] = {place for each in found for place in each.covers or (each.where,)}
    held = {place[:length] for place in covered for length in range(len(place) + 1)}
    found.extend([each for each in more if not each.echoes(covered, held)])


def _located(found: Iterable[Problem], text: str, file: str) -> list[Problem]:
    """Problems with their line and column, and their file where there are several; the text is read again for these,
    as valid data needs none.
    """
    if not (found := list(found)):
        return []
    marks: dict[str, dict[Place, tuple[Mark, Mark]]] = {}
    for name, part in several_files.texts(text, file).items():
        marks[name] = {(): ((1, 1), (1, 1))}
        read(part, name, marks[name])
    placed = (each if each.line else _with_place(each, marks) for each in found)
    return list(placed) if several_files.is_joined(text) else [replace(each, file="") for each in placed]


def _with_place(it: Problem, marks: Mapping[str, Mapping[Place, tuple[Mark, Mark]]]) -> Problem:
    """A problem with the nearest place that is written: in its file, or in the first that has it."""
    where = it.where
    files = [it.file] if it.file else list(marks)
    while not (having := [file for file in files if where in marks[file]]):
        where = where[:-1]
    line, column = marks[having[0]][where][0 if it.at_key else 1]
    return replace(it, line=line, column=column, file=having[0])
