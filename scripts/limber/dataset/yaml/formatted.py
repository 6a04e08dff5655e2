"""Writes a sound dataset out: doses in a line and ids alone in full, ids in alphabetical order. All else stays.

The text is edited in place, so that comments, empty lines and the form of every other value are kept byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from limber.dataset.problem import RECORDS, Place
from limber.dataset.yaml.value_faults import plain_or_quoted

Edit = tuple[int, int, str]
"""Where a text begins and ends that is replaced, as indices, and by what."""


def formatted(text: str, data: Any, written: Any) -> str:
    """The text of a sound file whose `data` is `written` out in full."""
    edits = list(_edits(yaml.compose(text), data, written, text, ()))
    for begin, end, new in sorted(edits, reverse=True):
        text = text[:begin] + new + text[end:]
    return _in_order(text)


def _edits(node: Any, data: Any, written: Any, text: str, where: Place) -> Iterator[Edit]:
    """The places where the written data differs from the data of the file."""
    if data is written:
        return
    if isinstance(data, dict) and isinstance(written, dict) and isinstance(node, yaml.MappingNode):
        values = {key.value: (key, value) for key, value in node.value}
        for key, value in written.items():
            if key in data:
                yield from _edits(values[key][1], data[key], value, text, (*where, key))
        added = {key: value for key, value in written.items() if key not in data and value != _UNSAID.get(key)}
        if added:
            yield _insertion(node, values, added, text)
    elif isinstance(data, list) and isinstance(written, list) and isinstance(node, yaml.SequenceNode):
        for number, (inner, before, now) in enumerate(zip(node.value, data, written, strict=True)):
            yield from _edits(inner, before, now, text, (*where, number))
    elif data != written:
        yield node.start_mark.index, node.end_mark.index, flow(written)


_UNSAID = {"laterality": "bilateral"}
"""What is meant where nothing is said, so that it need not be written."""


def _insertion(node: yaml.MappingNode, values: dict[str, Any], added: dict[str, Any], text: str) -> Edit:
    """Keys that a dose said beside what it is: before it, or behind the last one in brackets."""
    if node.flow_style:
        at = node.value[-1][1].end_mark.index
        return at, at, "".join(f", {key}: {flow(value)}" for key, value in added.items())
    at = values["dose"][0].start_mark.index if "dose" in values else node.value[0][0].start_mark.index
    indentation = " " * (at - text.rfind("\n", 0, at) - 1)
    return at, at, "".join(f"{key}: {flow(value)}\n{indentation}" for key, value in added.items())


def flow(value: Any) -> str:
    """A value in brackets on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        return f'"{value}"' if re.fullmatch(r"[\d:X-]+", value) else plain_or_quoted(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _in_order(text: str) -> str:
    """The text with the records of each table in alphabetical order, each with the comments above it."""
    lines = text.split("\n")
    for table in RECORDS:
        begin = next((number + 1 for number, line in enumerate(lines) if re.match(rf"{table}:\s*(#.*)?$", line)), 0)
        if begin:
            end = next((n for n in range(begin, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
            while end > begin and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
                end -= 1  # what stands between two tables belongs to the next
            lines[begin:end] = _sorted(lines[begin:end])
    return "\n".join(lines)


def _sorted(lines: list[str]) -> list[str]:
    """The lines of a table with its records in order. Empty lines between records stay where they were."""
    key = re.compile(r"""( +)["']?([^\s#"':-][^"':]*)["']?:""")
    first = next((found for line in lines if (found := key.match(line))), None)
    if not first:
        return lines
    heads = [n for n, line in enumerate(lines) if (found := key.match(line)) and found[1] == first[1]]
    names = [key.match(lines[n])[2] for n in heads]  # type: ignore[index]
    if names == sorted(names):
        return lines
    begins = []
    for head in heads:
        begin = head
        while begin and lines[begin - 1].lstrip().startswith("#"):
            begin -= 1
        begins.append(begin)
    blocks = [lines[begin:end] for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    spaced = any(not block[-1].strip() for block in blocks[:-1])
    bare = [_without_empty_end(block) for block in blocks]
    ordered = [block for _, block in sorted(zip(names, bare, strict=True), key=lambda each: each[0])]
    result = lines[: begins[0]]
    for number, block in enumerate(ordered):
        result += ([""] if number and spaced else []) + block
    return result


def _without_empty_end(block: list[str]) -> list[str]:
    while block and not block[-1].strip():
        block = block[:-1]
    return block
