"""Reads the YAML files of a folder as parts of one dataset. Between modules their text is one: see `joined_files`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from limber.dataset.problem import RECORDS, DatasetError, Problem, quoted, say, together
from limber.dataset.yaml import joined_files
from limber.dataset.yaml.joined_files import BEGIN, END
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Reading
from limber.dataset.yaml.source import display_path, text_of

_TABLES = (*RECORDS, "retired")


def joined(folder: Path) -> str:
    """The texts of all files in a folder as one. Raises `DatasetError` for what cannot be read, of all files."""
    texts, unread = [], []
    for path in joined_files.files_in(folder):
        try:
            texts.append((path.name, text_of(path, display_path(path)).encode()))
        except DatasetError as unsound:
            unread.append(unsound)
    if not texts and not unread:
        tip = say("Name the folder that holds the YAML files of the dataset.")
        unread.append(DatasetError(display_path(folder), [Problem((), say("there is no YAML file here."), tip)]))
    if unread:
        raise together(unread)
    return joined_files.joined(texts).decode()


def is_joined(text: str) -> bool:
    """Whether this is the text of several files."""
    return text.startswith(BEGIN)


def texts(text: str, file: str) -> Mapping[str, str]:
    """The text of each file by its name; `file` is that of the only one, or of the folder."""
    if not is_joined(text):
        return {file: text}
    parts = (part.split(END, 1) for part in text[1:].split(BEGIN))
    return {f"{file}/{name}": part for name, part in parts}


def read_all(text: str, file: str) -> Reading:
    """The data of one file, or of several as one, with records in the order of their ids."""
    if not is_joined(text):
        return read(text, file)
    readings, unread = {}, []
    for name, part in texts(text, file).items():
        try:
            readings[name] = read(part, name)
        except DatasetError as unsound:
            unread.append(unsound)
    if unread:
        raise together(unread)
    return _merged(readings)


def blocks(text: str, reading: Reading) -> Mapping[tuple[str, str], str]:
    """The lines of each record by table and id, up to the next one or the end of its table."""
    found = {}
    parts = {name.rpartition("/")[2]: part.split("\n") for name, part in texts(text, "").items()}
    for record, file in reading.files.items():
        lines = parts[file.rpartition("/")[2]]
        first = reading.lines[record] - 1
        end = next((at for at in range(first + 1, len(lines)) if re.match(r" {0,2}[^ ]", lines[at])), len(lines))
        found[record] = "\n".join(lines[first:end]).rstrip() + "\n"
    return found


def _merged(readings: Mapping[str, Reading]) -> Reading:
    """The tables of all files; what a second file says again or otherwise is a problem there."""
    whole = Reading({})
    tables: dict[str, dict[str, Any]] = {}
    owners: dict[str, str] = {}
    for file, reading in readings.items():
        for key, value in _keys(reading.data, file, whole):
            if key not in _TABLES:
                if whole.data.setdefault(key, value) != value:
                    what = say("{owners} says {data} here.", owners=owners[key], data=quoted(whole.data[key]))
                    whole.problems.append(
                        Problem((key,), what, say("Say the same in both, or in one alone."), file=file)
                    )
                owners.setdefault(key, file)
                continue
            table = tables.setdefault(key, {})
            for id_, record in value.items():
                if id_ in table:
                    first = f"{whole.files[key, id_]}:{whole.lines[key, id_]}"
                    tip = say("Take one of the two out, or give it another id.")
                    whole.problems.append(
                        Problem(
                            (key, id_),
                            say("another one of this id is in {first}.", first=first),
                            tip,
                            at_key=True,
                            file=file,
                        )
                    )
                else:
                    table[id_] = record
                    whole.lines[key, id_], whole.files[key, id_] = reading.lines[key, id_], file
        whole.problems += [replace(each, file=file) for each in reading.problems]
        whole.ambiguities += [replace(each, file=file) for each in reading.ambiguities]
    whole.data |= {table: dict(sorted(records.items())) for table, records in tables.items()}
    return whole


def _keys(data: Any, file: str, whole: Reading) -> Iterator[tuple[str, Any]]:
    """The keys of a file whose values can be joined to those of others; any other value is a problem."""
    if data is not None and not isinstance(data, dict):
        tip = say('Write "equipment:", "exercises:" and "routines:" in the first column, and records below each.')
        whole.problems.append(Problem((), say("the file holds no tables."), tip, file=file))
        return
    for key, value in (data or {}).items():
        if key in _TABLES and not isinstance(value or {}, dict):
            tip = say("Write each below it as its id, a colon, and its keys, indented by two spaces more.")
            # Whatever names one of these records names nothing until this is mended.
            covers = tuple((table,) for table in _TABLES)
            whole.problems.append(Problem((key,), say("its records have no ids."), tip, covers=covers, file=file))
        else:
            yield key, (value or {}) if key in _TABLES else value
