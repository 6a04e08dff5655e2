"""Rewrites what changed of one record, and leaves every other byte of it: other keys, comments, empty lines, order.

The text is edited in place, as in `formatted.py`. A value that changed takes its lines anew, and the comments that
stood among these stay with its key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from limber.dataset.yaml.block_text import in_brackets, item_lines, mapping_lines, scalar
from limber.dataset.yaml.list_rewritten import Items, blocks, line_end, paired

Node = Any  # in PyYAML's types a node may lack marks; those of a text always have them
Edit = tuple[int, int, str]
"""Where a text begins and ends that is replaced, as indices, and by what."""


class KeptInBracketsError(ValueError):
    """A value between brackets holds a comment, which would be lost."""


def rewritten(block: str, before: Mapping[str, Any], after: Mapping[str, Any], order: Sequence[str]) -> str:
    """The lines of a record, `id:` among them, that held the data `before`, with that of `after`.

    New keys stand where the `order` has them. Raises `KeptInBracketsError` where a comment could not be kept.
    """
    ending = "\r\n" if "\r\n" in block else "\n"
    text = block.replace("\r\n", "\n") if ending == "\r\n" else block
    is_cut = not text.endswith("\n")
    text += "\n" if is_cut else ""
    node: Node = yaml.compose(text, Loader=yaml.CSafeLoader)
    key, value = node.value[0]
    rewriting = _Rewriting(text, order)
    edits = list(rewriting.value(key, value, before, after, _column(text, _start(key)), {}))
    text = applied(text, edits)
    return (text.removesuffix("\n") if is_cut else text).replace("\n", ending)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, of which none reaches into another."""
    for begin, end, new in sorted(edits, key=lambda each: each[:2], reverse=True):
        text = text[:begin] + new + text[end:]
    return text


class _Rewriting:
    """The text of one record, and the order of its keys."""

    def __init__(self, text: str, order: Sequence[str]) -> None:
        self.text, self.order = text, order

    def value(
        self, key: Node, node: Node, before: Any, after: Any, column: int, whole: Mapping[str, Any]
    ) -> Iterator[Edit]:
        """The edits of a value that stands behind a key; `whole` is what that key and its value are now."""
        if same(before, after):
            return
        if _is_block(node, yaml.MappingNode) and isinstance(after, dict) and after and isinstance(before, dict):
            yield from self.mapping(node, before, after)
        elif _is_block(node, yaml.SequenceNode) and isinstance(after, list) and after:
            yield from self.sequence(node, before, after)
        elif not isinstance(after, dict) or whole:
            yield from self.anew(key, node, [*mapping_lines(whole, " " * column)])
        else:  # a record in brackets
            yield from self.anew(key, node, [f"{key.value}:", *mapping_lines(after, " " * (column + 2))])

    def anew(self, key: Node, node: Node, lines: Sequence[str]) -> Iterator[Edit]:
        """A value written again, behind its key or on lines of its own."""
        begin, end = self.text.index(":", key.end_mark.index) + 1, self.end(node, key)
        kept = self.comments(begin, end, node)
        first = lines[0].strip().partition(":")[2]
        indent = " " * (_column(self.text, _start(key)) + 2)
        rest = [*lines[1:], *(f"{indent}{each}" for each in kept)]
        yield begin, end, first
        if rest:
            at = line_end(self.text, end)
            yield at, at, "".join(f"\n{each}" for each in rest)

    def mapping(self, node: Node, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Edit]:
        """The edits of a mapping of which each key has a line of its own."""
        column = _column(self.text, _start(node.value[0][0]))
        for number, (key, value) in enumerate(node.value):
            if key.value in after:
                whole = {key.value: after[key.value]}
                yield from self.value(key, value, before[key.value], after[key.value], column, whole)
            elif number == 0 and self.text[self.line_start(_start(key)) : _start(key)].strip():  # behind a hyphen
                yield _start(key), _start(node.value[1][0]), ""
            else:
                yield self.line_start(_start(key)), line_end(self.text, self.end(value, key)) + 1, ""
        there = [each for each, _ in node.value]
        added: dict[int, list[str]] = {}
        for name in sorted((each for each in after if each not in before), key=self._place):
            at = self._behind(node, [each for each in there if self._place(each.value) < self._place(name)])
            added.setdefault(at, []).extend(mapping_lines({name: after[name]}, " " * column))
        for at, lines in added.items():
            yield at, at, "\n".join([*lines, ""])

    def sequence(self, node: Node, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Edit]:
        """The edits of a list with an item a line: items that are as before keep their lines, wherever they go."""
        begin, column = self.line_start(_start(node)), _column(self.text, _start(node))
        nodes = node.value
        cut = blocks(self.text, begin, [_start(each) for each in nodes], [self.end(each) for each in nodes])
        items = Items(cut)
        lines: list[str] = []
        for place, value in zip(paired(before, after), after, strict=True):
            if place is None:
                lines += item_lines(value, " " * column)
                continue
            lines += items.lead(place)
            start, body = items.body(place)
            edits = [] if same(before[place], value) else [*self._item(nodes[place], before[place], value, start)]
            moved = [(one - start, other - start, new) for one, other, new in edits]
            lines.append(applied(f"{body}\n", moved).removesuffix("\n"))
        lines += items.rest()
        yield begin, cut[-1].end, "\n".join(lines)

    def _item(self, node: Node, before: Any, after: Any, start: int) -> Iterator[Edit]:
        """The edits of one item that changed."""
        if _is_block(node, yaml.MappingNode) and isinstance(after, dict) and isinstance(before, dict):
            yield from self.mapping(node, before, after)
        elif isinstance(after, dict) and "\n" in "\n".join(item_lines(after, "")):
            indent = " " * _column(self.text, start + self.text[start:].index("-"))
            self.comments(_start(node), self.end(node), node)
            yield start, self.end(node), "\n".join(item_lines(after, indent))
        else:
            if self.comments(_start(node), self.end(node), node):
                raise KeptInBracketsError
            yield _start(node), self.end(node), in_brackets(after) if isinstance(after, dict) else scalar(after)

    def comments(self, begin: int, end: int, node: Node) -> list[str]:
        """The comments of a stretch in which a value stands; they are not what its texts hold."""
        text = list(self.text[begin:end])
        for leaf in _leaves(node):
            for at in range(max(_start(leaf), begin), min(self.end(leaf), end)):
                text[at - begin] = "\n" if self.text[at] == "\n" else " "
        found = re.findall(r"#[^\n]*", "".join(text))
        if found and not isinstance(node, yaml.ScalarNode) and node.flow_style:
            raise KeptInBracketsError
        return [each.rstrip() for each in found]

    def _behind(self, node: Node, before: Sequence[Node]) -> int:
        """The index of the line behind the last of some keys, with what its value has of comments below it."""
        if not before:
            first = node.value[0][0]
            start = self.line_start(_start(first))
            if not self.text[start : _start(first)].strip():
                return start
            before = [first]
        key, value = max((pair for pair in node.value if pair[0] in before), key=lambda pair: _start(pair[0]))
        at = line_end(self.text, self.end(value, key)) + 1
        deeper = re.compile(rf" {{{_column(self.text, _start(key)) + 1},}}#[^\n]*\n")
        while found := deeper.match(self.text, at):
            at = found.end()
        return at

    def _place(self, name: str) -> int:
        return self.order.index(name) if name in self.order else len(self.order)

    def end(self, node: Node, key: Node | None = None) -> int:
        """The index behind the last sign of a value. A parser goes on to the next sign, over comments."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            end = node.end_mark.index
            if end == _start(node):  # nothing stands there
                return self.text.index(":", key.end_mark.index) + 1 if key else end
            return len(self.text[:end].rstrip())
        last = node.value[-1]
        return self.end(last[1], last[0]) if isinstance(node, yaml.MappingNode) else self.end(last)

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1


def same(one: Any, other: Any) -> bool:
    """Whether two values are written alike: true is not 1, and the order of keys does not count."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _is_block(node: Node, kind: type[yaml.CollectionNode]) -> bool:
    return isinstance(node, kind) and not node.flow_style and bool(node.value)


def _leaves(node: Node) -> Iterator[Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for each in node.value:
        for inner in each if isinstance(node, yaml.MappingNode) else (each,):
            yield from _leaves(inner)


def _start(node: Node) -> int:
    return int(node.start_mark.index)


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1
