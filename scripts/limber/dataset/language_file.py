"""Writes the file of a language's texts, data/languages/<code>.yaml, with what the dataset says above each text.

So a translator needs no second file beside it, and a text whose source has changed since is known by its comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from limber.dataset.problem import Place
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.reading import Mark
from limber.dataset.yaml.scalars import resolved

SOURCE, BEFORE = "# Source: ", "# Source before: "
_PLAIN = re.compile(r"[^\W\d_][^\n]*")

Marks = Mapping[Place, tuple[Mark, Mark]]


def written(head: str, sources: Any, texts: Mapping[Place, Any], before: Mapping[Place, str]) -> str:
    """The file with the nested `sources` above the `texts` that there are, by place; `before` has what a source was
    when its text was written.
    """
    return f"{head}\n\n" + "\n".join(_lines(sources, (), texts, before)).strip("\n") + "\n"


def _lines(value: Any, where: Place, texts: Mapping[Place, Any], before: Mapping[Place, str]) -> Iterator[str]:
    indent = "  " * len([each for each in where if isinstance(each, str)])
    for key, each in value.items():
        place = (*where, key)
        first = key == next(iter(value))
        if len(place) == 1 or (len(place) == len(("table", "record")) and isinstance(each, dict) and not first):
            yield ""
        if isinstance(each, str):
            yield from _comments(indent, each, before.get(place))
            yield f"{indent}{key}: {scalar(texts.get(place))}".rstrip()
        elif isinstance(each, list):
            yield f"{indent}{key}:"
            for number, item in enumerate(each):
                yield from _item(f"{indent}  ", item, (*place, number), texts, before)
        else:
            yield f"{indent}{key}:"
            yield from _lines(each, place, texts, before)


def _item(
    indent: str, item: Any, where: Place, texts: Mapping[Place, Any], before: Mapping[Place, str]
) -> Iterator[str]:
    if isinstance(item, str):
        yield from _comments(indent, item, before.get(where))
        yield f"{indent}- {scalar(texts.get(where))}".rstrip()
        return
    inner = [*_lines(item, (), _below(texts, where), _below(before, where))]
    while inner and not inner[0].strip():
        inner.pop(0)
    inner = [each for each in inner if each]
    first = next(number for number, each in enumerate(inner) if not each.lstrip().startswith("#"))
    yield from (f"{indent}{each}" for each in inner[:first])
    yield f"{indent}- {inner[first]}"
    yield from (f"{indent}  {each}" for each in inner[first + 1 :])


def _below(places: Mapping[Place, Any], where: Place) -> dict[Place, Any]:
    return {place[len(where) :]: each for place, each in places.items() if place[: len(where)] == where}


def _comments(indent: str, source: str, before: str | None) -> Iterator[str]:
    if before is not None and before != source:
        yield f"{indent}{BEFORE}{before}"
    yield f"{indent}{SOURCE}{source}"


def scalar(text: Any) -> str:
    """A text as YAML has it on a line, in quotes where it must be; nothing for none."""
    if not isinstance(text, str):
        return ""
    plain = _PLAIN.fullmatch(text) and not re.search(r": |:$| #", text) and resolved(text) == text
    return text if plain else json.dumps(text, ensure_ascii=False)


def sources_said(text: str, file: str) -> dict[Place, tuple[str, str]]:
    """What stands above each text: its source, and what that was before, if it has changed since."""
    marks: dict[Place, tuple[Mark, Mark]] = {}
    read(text, file, marks)
    lines = text.splitlines()
    found: dict[Place, tuple[str, str]] = {}
    for place, ((line, _), _value) in marks.items():
        said = {SOURCE: "", BEFORE: ""}
        at = line - 2
        while at >= 0 and (comment := lines[at].strip()).startswith("#"):
            for begin in said:
                if comment.startswith(begin):
                    said[begin] = said[begin] or comment.removeprefix(begin)
            at -= 1
        if any(said.values()):
            found.setdefault(place, (said[SOURCE], said[BEFORE]))
    return found
