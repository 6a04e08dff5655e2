"""Writes values as lines of YAML: what commas and brackets can hold on one line, all else on lines of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN = re.compile(r"(?:[A-Za-zÀ-ÖØ-öø-ÿ]|\d+(?:[-–]\d+)? (?=[a-z%]))(?:[^\x00-\x1f:#&*!|>\"@`\\]|:(?=[^\s,\]}]))*")
_AMBIGUOUS = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|nan|inf|none|~")
_SHORT = 24  # characters of a text that may stand in brackets among others


class Lines(list[Any]):
    """A list whose items stand on lines of their own, however short they are."""


class Block(dict[str, Any]):
    """A mapping whose keys stand on lines of their own, however short they are."""


def mapping_lines(keys: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The lines of a mapping, each behind `indent`."""
    for key, value in keys.items():
        if isinstance(value, Block) or (isinstance(value, dict) and any(map(_is_long, value.values()))):
            yield f"{indent}{key}:"
            yield from mapping_lines(value, f"{indent}  ")
        elif _is_long(value):
            yield f"{indent}{key}:"
            for each in value:
                yield from item_lines(each, f"{indent}  ")
        else:
            yield f"{indent}{key}: {in_brackets(value) if isinstance(value, (dict, list)) else scalar(value)}"


def item_lines(value: Any, indent: str) -> Iterator[str]:
    """The lines of an item of a list, its hyphen behind `indent`."""
    if isinstance(value, dict) and (
        isinstance(value, Block)
        or len(value) == 1
        or len(in_brackets(value)) > 100
        or any(isinstance(each, list) for each in value.values())
    ):
        first, *others = mapping_lines(value, "")
        yield f"{indent}- {first}"
        yield from (f"{indent}  {each}" for each in others)
    else:
        yield f"{indent}- {in_brackets(value) if isinstance(value, dict) else scalar(value)}"


def _is_long(value: Any) -> bool:
    """Whether it is a list whose items need lines of their own."""
    if not isinstance(value, list) or not value:
        return False
    return isinstance(value, Lines) or any(not isinstance(each, str) or len(each) >= _SHORT for each in value)


def in_brackets(value: Any) -> str:
    """A value on one line, in which commas and brackets part values."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{in_brackets(key)}: {in_brackets(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_brackets, value)) + "]"
    return _quoted(value) if isinstance(value, str) and re.search(r"[,\[\]{}]", value) else scalar(value)


def scalar(value: Any) -> str:
    """A value on a line of its own; in quotes where YAML could take it for something else."""
    if not isinstance(value, str):
        return json.dumps(value)
    is_plain = _PLAIN.fullmatch(value) and not _AMBIGUOUS.fullmatch(value) and value == value.strip()
    return value if is_plain and value.isprintable() else _quoted(value)


def _quoted(text: str) -> str:
    """A text between quotes, in which what cannot be seen is written as a number."""
    return json.dumps(text, ensure_ascii=not text.isprintable())
