"""Loads data/site.yaml, or raises with every problem in it, each with its line and column.

No key must be there, and not even the file: a site without it has names that fit any.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from limber.dataset.problem import DatasetError, Place, Problem, quoted, say
from limber.dataset.rules import site as rules
from limber.dataset.shape import ambiguous_scalars, check, schemas, wrong_types
from limber.dataset.shape.schemas import Schema
from limber.dataset.spelling import nearest
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.source import display_path, text_of
from limber.mark import drawing, letters
from limber.model.site import Coach, Colours, Contact, Mark, Site

SCHEMA = Path(__file__).parents[3] / "data" / "site.schema.json"


def load(path: Path, routines: Collection[str] | None = None) -> Site:
    """The site that the file at `path` tells of; `routines` are the ids of its dataset, if that is sound."""
    if not path.exists():
        return Site()
    file = display_path(path)
    text = text_of(path, file)
    reading = read(text, file)
    if reading.data is None:
        return Site()
    found = [*_problems(reading, routines), *_of_mark(reading.data, path.parent)]
    if found := [_with_pages(each, reading.data, path.parents[1] / "content") for each in found]:
        raise DatasetError(file, _located(found, text, file))
    return _site(reading.data, path.parent)


def _problems(reading: Any, routines: Collection[str] | None) -> Iterator[Problem]:
    root = schemas.of_text(SCHEMA.read_text("utf-8"))
    data = reading.data
    if not isinstance(data, dict):
        what = say("the file is {kind}; it should hold keys with values.", kind=wrong_types.kind_of(data))
        yield Problem((), what, say("Write each in the first column, such as: name: Strong knees"))
        return
    yield from reading.problems
    ambiguous = list(ambiguous_scalars.problems(reading.ambiguities, schemas.of_data(data, root)))
    yield from ambiguous
    unclear = {each.where for each in ambiguous}
    shape = [_unknown(each, root) for each in check.problems(data, root) if each.where not in unclear]
    yield from shape
    wrong = {each.where[:1] for each in shape} | {where[:1] for where in unclear}
    sound = {key: value for key, value in data.items() if (key,) not in wrong}
    yield from rules.problems(sound, routines)


def _of_mark(data: Any, folder: Path) -> Iterator[Problem]:
    """What is wrong with the mark: its letters, or the drawing beside the file."""
    said = data.get("mark") if isinstance(data, dict) else None
    if not isinstance(said, str) or not said:
        return
    if not said.casefold().endswith(".svg"):
        if len(said) > letters.MOST or not letters.drawable(said):
            what = say("{said} is neither one to three letters nor the name of a drawing.", said=quoted(said))
            tip = say("Write letters of Latin, Greek or Cyrillic, or the name of an SVG file in data/.")
            yield Problem(("mark",), what, tip)
        return
    file = folder / said
    if file.parent != folder or not file.is_file():
        there = sorted(each.name for each in folder.glob("*.svg"))
        tip = (
            say("There is {there}.", there=", ".join(there))
            if there
            else say("Put an SVG file there, or write one to three letters.")
        )
        yield Problem(("mark",), say("no file {said} in data/.", said=quoted(said)), tip)
        return
    try:
        drawing.read(file.read_bytes())
    except drawing.MarkFault as fault:
        yield Problem(
            (), say(fault.what), say(fault.tip), line=fault.line, column=1, subject="mark", file=display_path(file)
        )


def _with_pages(problem: Problem, data: Any, content: Path) -> Problem:
    """A routine that does not exist, with the pages that name it, too: these are read only once the data are sound."""
    if problem.where != ("featured",):
        return problem
    whole = re.compile(rf"(?<![\w-]){re.escape(str(data['featured']))}(?![\w-])")
    files = (each for each in sorted(content.rglob("*.md")) if each.is_file())
    pages = [each for each in files if whole.search(each.read_text("utf-8", "replace"))]
    names = ", ".join(each.relative_to(content.parent).as_posix() for each in pages)
    return (
        replace(problem, tip=say("{tip} It stands in {names}, too.", tip=problem.tip, names=names))
        if pages
        else problem
    )


def _unknown(problem: Problem, root: Schema) -> Problem:
    """An unknown key of the file with the nearest that there is: here are no tables that it could be a record of."""
    known = list(root["properties"])
    if len(problem.where) != 1 or problem.where[0] in known:
        return problem
    near = nearest(str(problem.where[0]), known)
    there_are = say("Take it out. The keys of the file are {known}.", known=", ".join(known))
    return replace(problem, tip=say("Did you mean {near}?", near=quoted(near)) if near else there_are)


def refused(path: Path, found: Iterable[Problem]) -> DatasetError:
    """The error of a file with these problems, which only a build can find: each with its line and column."""
    file = display_path(path)
    return DatasetError(file, _located(found, text_of(path, file), file))


def _located(found: Iterable[Problem], text: str, file: str) -> Iterator[Problem]:
    """Problems with their line and column, named by their keys."""
    marks: dict[Place, tuple[tuple[int, int], tuple[int, int]]] = {(): ((1, 1), (1, 1))}
    read(text, file, marks)
    for each in found:
        where = each.where
        while where not in marks:
            where = where[:-1]
        line, column = marks[where][0 if each.at_key else 1]
        named = each if each.line else replace(each, line=line, column=column)
        yield (
            named
            if each.subject is not None
            else replace(named, subject=", ".join(key for key in each.where if isinstance(key, str)))
        )


def _site(data: dict[str, Any], folder: Path) -> Site:
    mark = data.get("mark", "")
    drawn = mark.casefold().endswith(".svg")
    reviewed = data.get("reviewed")
    return Site(
        **{
            key: data[key] for key in ("name", "description", "licence", "featured", "person", "library") if key in data
        },
        languages=tuple(data.get("languages", ())),
        coach=Coach(**data.get("coach", {})),
        contact=Contact(**data.get("contact", {})),
        reviewed=date.fromisoformat(reviewed) if reviewed else None,
        mark=drawing.read((folder / mark).read_bytes()) if drawn else Mark(),
        letters="" if drawn else mark,
        colours=Colours(**{key: colour.lower() for key, colour in data.get("colours", {}).items()}),
    )
