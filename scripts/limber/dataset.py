"""`data/exercises.yaml` → the dataset, or every problem in it with its line and column.

First it is read, then its shape is checked, then its rules; the model is built from sound data only.
Knows nothing of what is made of it.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from limber import ledger, model, oddities, records, rules, schema, shape
from limber.problem import Place, Problem, Unsound
from limber.schema import Schema
from limber.text_source import text_of
from limber.yaml_source import read

__all__ = ["Problem", "Unsound", "called", "ledger_in", "load"]

SCHEMA = Path(__file__).parents[2] / "data" / "exercises.schema.json"


def load(path: Path, content: Path | None = None, published: Path | None = None) -> model.Dataset:
    """The dataset in the file at `path`, whose pictures lie below `content`; it keeps what stands in `published`."""
    with _no_garbage_collection():
        return _load(path, content, ledger_in(published) if published else ledger.Ledger())


def ledger_in(path: Path) -> ledger.Ledger:
    """What was published, by the file at `path`; nothing where there is none yet."""
    file = called(path)
    return ledger.read(text_of(path, file), file) if path.exists() else ledger.Ledger()


def _load(path: Path, content: Path | None, published: ledger.Ledger) -> model.Dataset:
    file = called(path)
    text = text_of(path, file)
    reading = read(text, file)
    root: Schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    found = [*reading.problems, *oddities.problems(reading.oddities, root)]
    _add(found, shape.problems(reading.data, root))
    if isinstance(reading.data, dict):
        data = schema.fitting(reading.data, root, root) if found else reading.data
        _add(found, rules.problems(data, content, published))
    if not found:
        sound = records.dataset(reading.data, reading.lines, published.codes)
        found = list(rules.of_model(sound))
        if not found:
            return sound
    raise Unsound(file, _located(found, text, file))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Reading makes a great many small things that hold no circles: looking for those doubles its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def called(path: Path) -> str:
    """The path as problems show it: from where one stands, if it lies there."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _add(found: list[Problem], more: Iterable[Problem]) -> None:
    """Adds the problems that are more than an echo of those found before."""
    covered: list[Place] = [place for each in found for place in each.covers or (each.where,)]
    found.extend([each for each in more if not any(each.echoes(place) for place in covered)])


def _located(found: Iterable[Problem], text: str, file: str) -> list[Problem]:
    """Problems with their line and column; the text is read again for these, as sound data needs none."""
    marks: dict[Place, tuple[tuple[int, int], tuple[int, int]]] = {(): ((1, 1), (1, 1))}
    read(text, file, marks)
    located = []
    for each in found:
        if not each.line:
            where = each.where
            while where not in marks:
                where = where[:-1]
            line, column = marks[where][0 if each.at_key else 1]
            each = replace(each, line=line, column=column)
        located.append(each)
    return located
