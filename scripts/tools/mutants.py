"""Generates mutants of a source, in Python and in JavaScript: one small fault each.

A fault is what a slip of the hand makes: another comparison, a number off by one, a condition upside down.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from typing import Any, NamedTuple


class Mutant(NamedTuple):
    """Source with one fault, and what the fault is."""

    line: int
    what: str
    source: str


_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


def python(source: str) -> list[Mutant]:
    """Every fault that can be put into a Python module."""
    found = []
    number = 0
    while made := _mutated(ast.parse(source), number):
        found.append(made)
        number += 1
    return found


def _mutated(tree: ast.Module, number: int) -> Mutant | None:
    """The tree with its mutation of this number; they are enumerated each time, since a mutation changes the tree."""
    for count, (node, field, index, other) in enumerate(_faults(tree)):
        if count < number:
            continue
        before = ast.unparse(node)
        if index is None:
            setattr(node, field, other)
        else:
            getattr(node, field)[index] = other
        line = getattr(node, "lineno", 0)
        what = f"{_short(before)}  →  {_short(ast.unparse(node))}"
        return Mutant(line, what, ast.unparse(ast.fix_missing_locations(tree)))
    return None


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) <= 90 else f"{line[:88]}…"


def _faults(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None, Any]]:
    """A possible mutation: a node, its field, the index in a list, and the replacement."""
    for node in _running(tree):
        if isinstance(node, ast.Compare):
            for place, compared in enumerate(node.ops):
                yield node, "ops", place, _COMPARED[type(compared)]()
        elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _COUNTED:
            yield node, "op", None, _COUNTED[type(node.op)]()
        elif isinstance(node, ast.BoolOp):
            yield node, "op", None, ast.Or() if isinstance(node.op, ast.And) else ast.And()
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield node, "test", None, ast.UnaryOp(ast.Not(), copy.deepcopy(node.test))
        elif isinstance(node, ast.comprehension):
            for place, test in enumerate(node.ifs):
                yield node, "ifs", place, ast.UnaryOp(ast.Not(), copy.deepcopy(test))
        elif isinstance(node, ast.Return) and node.value and not _is_nothing(node.value):
            yield node, "value", None, ast.Constant(None)
        elif isinstance(node, ast.Constant) and (other := _another(node.value)) is not None:
            yield node, "value", None, other


def _running(tree: ast.Module) -> Iterator[ast.AST]:
    """The nodes of executed code, without types, docstrings, imports and `__all__`."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "type_params") or isinstance(node, ast.ImportFrom):
                continue
            inner = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, ast.AST)]
            waiting += [each for each in reversed(inner) if not _says_only(each)]


def _says_only(node: ast.AST) -> bool:
    """Whether a statement is a docstring, or belongs to types."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id == "__all__" or (
            node.targets[0].id[0].isupper()
            and (isinstance(node.value, ast.Subscript) or ast.unparse(node.value).startswith("TypeVar("))
        )
    return False


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _another(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return f"{value}¤" if isinstance(value, str) else None


_NO_CODE = re.compile(
    "|".join(
        (
            r"//[^\n]*|/\*.*?\*/",  # comments
            r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`",  # texts
            r"(?<=[(,=:&|! ])/(?![*/ =])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*",  # patterns
        )
    ),
    re.DOTALL,
)
_IN_SCRIPT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"===", "!=="),
        (r"!==", "==="),
        (r" <= ", " < "),
        (r" >= ", " > "),
        (r" < ", " <= "),
        (r" > ", " >= "),
        (r" \+ ", " - "),
        (r" - ", " + "),
        (r" \* ", " + "),
        (r" / ", " * "),
        (r" % ", " + "),
        (r"\+= ", "-= "),
        (r"&&", "||"),
        (r"\|\|", "&&"),
        (r"\?\?(?!=)", "?? void"),
        (r"\btrue\b", "false"),
        (r"\bfalse\b", "true"),
        (r"(?<![=!<>])!(?=[\w(])", ""),
        (r"\bif \(", "if (!1 && "),
        (r"(?<=[^?\n]) \? (?=[^.?])", " ? 0 && "),
        (r"\breturn (?=[^;])", "return void "),
        (r"\bmin\(", "max("),
        (r"\bmax\(", "min("),
    )
)


def script(source: str) -> list[Mutant]:
    """Every fault that can be put into a JavaScript module; texts and comments are left alone but for whole texts."""
    code = _NO_CODE.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), source)
    found = [
        _there(source, each.start(), each.end(), other)
        for pattern, other in _IN_SCRIPT
        for each in pattern.finditer(code)
    ]
    found += [
        _there(source, each.start(), each.end(), str(int(each[0]) + 1))
        for each in re.finditer(r"(?<![\w.\x00])\d+(?![\w.])", code)
    ]
    for each in _NO_CODE.finditer(source):
        imported = re.search(r"(?:from|import) ?\(?$", source[: each.start()][-8:])
        if each[0][0] in "\"'" and not imported:
            found.append(_there(source, each.end() - 1, each.end() - 1, "¤"))
    return sorted(found)


def _there(source: str, begin: int, end: int, other: str) -> Mutant:
    line = source.count("\n", 0, begin) + 1
    mutated = source[:begin] + other + source[end:]
    now = mutated.split("\n")[line - 1].strip()
    return Mutant(line, f"{_short(source.split(chr(10))[line - 1].strip())}  →  {_short(now)}", mutated)
