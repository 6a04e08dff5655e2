"""Lists every place in a data file with its span in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from limber.dataset.problem import Place
from limber.dataset.shape import schemas
from project_root import ROOT

SCHEMA = json.loads((ROOT / "data" / "exercises.schema.json").read_text("utf-8"))


@dataclass(frozen=True)
class Spot:
    """A value in the text with the key or the hyphen before it: from `begin` to `end`, the value alone from `at`."""

    where: Place
    begin: int
    at: int
    end: int
    plain: bool  # on one line, so that another can take its place
    schema: schemas.Schema = field(compare=False, repr=False)

    @property
    def is_word(self) -> bool:
        """Whether what stands there is one of a few words, an id or a code, and not free text, a date or an address."""
        ids = (SCHEMA["$defs"]["id"]["pattern"], SCHEMA["$defs"]["code"]["pattern"])
        return self.plain and ("enum" in self.schema or self.schema.get("pattern") in ids)


def spots(text: str) -> list[Spot]:
    """Every place in the text, in order."""
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return list(_spots(yaml.compose(text, Loader=yaml.CSafeLoader), (), text, schemas.of_data(data, SCHEMA)))


def _spots(node: Any, where: Place, text: str, root: schemas.Schema) -> Iterator[Spot]:
    if isinstance(node, yaml.MappingNode):
        inner = [(key.start_mark.index, value, (*where, key.value)) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        start = (lambda each: each) if node.flow_style else (lambda each: text.rindex("-", 0, each))
        inner = [(start(each.start_mark.index), each, (*where, n)) for n, each in enumerate(node.value)]
    else:
        return
    for begin, value, place in inner:
        at, end = value.start_mark.index, value.end_mark.index
        end = at + len(text[at:end].rstrip()) if end > at else end
        plain = "\n" not in text[begin:end]
        yield Spot(place, begin, at, end, plain, schemas.at(place, root))
        yield from _spots(value, place, text, root)


def in_brackets(text: str, spot: Spot) -> bool:
    line = text[text.rfind("\n", 0, spot.begin) + 1 : spot.begin]
    return bool(re.search(r"[\[{][^\]}]*$", line))
