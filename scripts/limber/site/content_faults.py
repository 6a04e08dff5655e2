"""Checks the files in content/ before any is rendered: each fault with its file, its line and what to do."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from limber import disk_faults
from limber.model.nouns import Dataset
from limber.site.translated_pages import code_of

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|$)", re.DOTALL)
_KEY = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):(\s|$)")
_TEXTS = ("title", "description", "template")
_QUOTES = "Put the text after the first colon into quotes."


def record_ids(dataset: Dataset) -> Mapping[str, Collection[str]]:
    """The ids of records by the folder that holds pages in their place.

    Old and retired ones are among them: a coach's own page there takes the place of what else would stand there.
    """
    return {
        table: {each for id_, record in getattr(dataset, table).items() for each in (id_, *record.old_ids)}
        | {each.id for each in dataset.retired if each.table == table}
        for table in ("exercises", "routines", "programmes")
    }


def faults(
    content: Path,
    ids: Mapping[str, Collection[str]],
    others: Collection[str],
    templates: Callable[[str], bool],
    languages: Collection[str] = (),
) -> Iterator[str]:
    """Every fault in the folder `content`, as text.

    `ids` are those of records by the folder that holds pages in their place, `others` what else may lie there;
    `templates` says whether there is a template of this name, and `languages` have a folder for pages in each.
    """
    for folder, inner, names in os.walk(content, followlinks=True):
        inner.sort()
        for file in (Path(folder, name) for name in sorted(names)):
            below = file.relative_to(content).as_posix()
            found = list(_of_file(file, file.suffix in (".md", ".markdown"), templates))
            named = below.removeprefix(f"{code_of(below, languages)}/")
            for line, column, what, cure in found or _of_name(content.name, named, ids, others):
                place = f":{line}" + (f":{column}" if column else "") if line else ""
                yield f"{content.name}/{below}{place}: {what}\n    {cure}"


Fault = tuple[int, int, str, str]
"""Line and column, counted from 1, or 0 where there is none; what is wrong; the cure."""


def _of_file(file: Path, page: bool, templates: Callable[[str], bool]) -> Iterator[Fault]:
    if file.is_symlink() and not file.exists():
        yield 0, 0, f'this link leads to "{file.readlink()}", where nothing is.', "Mend the link, or delete it."
        return
    try:
        with file.open("rb") as opened:
            raw = opened.read() if page else b""
    except OSError as refused:
        what = disk_faults.in_words(refused).partition(": ")[2] or f"it cannot be opened ({refused.strerror})."
        yield 0, 0, what.partition(". ")[0].rstrip(".") + ".", "Look who may read it, or delete it."
        return
    if page:
        text, undecoded = _text(raw)
        yield from [undecoded] if undecoded else _of_front(text, templates)


def _text(raw: bytes) -> tuple[str, Fault | None]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "", (1, 1, "the file is saved as UTF-16; it should be UTF-8.", 'Save it again as "UTF-8".')
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), None
    except UnicodeDecodeError as odd:
        before = re.split(r"\r\n|\r|\n", raw[: odd.start].decode("utf-8", "replace"))
        what = f"the byte {raw[odd.start]:#04x} is not UTF-8; the file was saved in another encoding."
        cure = 'Save it again as "UTF-8", and look whether the letters in this line are still right.'
        return "", (len(before), len(before[-1]) + 1, what, cure)


def _of_front(text: str, templates: Callable[[str], bool]) -> Iterator[Fault]:
    """Faults in the front matter; MkDocs prints what it cannot parse as part of the page, without a warning."""
    front = _FRONT.match(text)
    if not front:
        lines = text.split("\n")
        if lines[0].rstrip() == "---" and len(lines) > 1 and _KEY.match(lines[1]):
            yield 1, 1, "the settings that begin here have no end.", "Close them with a line of three hyphens: ---"
        elif found := _KEY.match(lines[0]):
            what = f'a page that begins with "{found[1]}:" hides its first lines, for they read as settings.'
            yield 1, 1, what, "Begin with a heading, or with an empty line."
        return
    try:
        said = yaml.safe_load(front[1])
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        colon = fault.problem == "mapping values are not allowed here"
        what = "there is a second colon in this line." if colon else f"these settings are no YAML ({fault.problem})."
        yield line, column, what, _QUOTES if colon else "Each reads: key, colon, space, text."
        return
    except yaml.YAMLError:
        yield 1, 1, "these settings hold a sign that YAML has no place for.", "Type them again."
        return
    if said is not None and not isinstance(said, dict):
        yield 2, 1, "these settings are no list of keys.", "Each reads: key, colon, space, text."
        return
    yield from _of_settings(said or {}, front[1].split("\n"), templates)


def _of_settings(said: Mapping[Any, Any], lines: list[str], templates: Callable[[str], bool]) -> Iterator[Fault]:
    for key in _TEXTS:
        line = next((number for number, each in enumerate(lines, 2) if each.startswith(f"{key}:")), 2)
        value = said.get(key)
        if key in said and not (isinstance(value, str) and value.strip()):
            yield line, 1, f"{key} is no text.", f'Put what it says into quotes: {key}: "{value if value else "…"}"'
        elif key == "template" and value and not templates(value):
            yield line, 1, f'there is no template "{value}".', 'Take the line out, or write "paper.html", for printing.'


def _of_name(content: str, below: str, ids: Mapping[str, Collection[str]], others: Collection[str]) -> Iterator[Fault]:
    """A page in the folder of a table must have the id of a record, whose page it replaces."""
    folder, _, name = below.rpartition("/")
    if folder not in ids or not name.endswith(".md") or below in others:
        return
    id_ = name.removesuffix(".md")
    if id_ not in ids[folder]:
        near = get_close_matches(id_, ids[folder], n=1, cutoff=0.5)
        cure = f'Did you mean "{near[0]}.md"?' if near else "It would take the place of its page."
        more = f"A page of another kind lies deeper, such as {content}/{folder}/notes/{name}."
        yield 0, 0, f'no {folder.removesuffix("s")} "{id_}" in data/exercises.yaml.', f"{cure} {more}"
