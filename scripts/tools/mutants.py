"""Generates mutants of a source, in Python and in JavaScript: one small fault each.

A fault is what a slip of the hand makes: another comparison, a number off by one, a condition upside down. None is put
where it can change nothing that runs: into types, docstrings, what is imported for types alone, and `strict=True` of a
`zip`, which like an assertion only says what holds, and into the context of a message, which English does not say.
Nor is an answer of false or none replaced by none, which whoever asks takes for the same: false becomes true.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, NamedTuple


class Mutant(NamedTuple):
    """Source with one fault, and what the fault is."""

    line: int
    what: str
    source: str
    function: int = 0
    """The first line of the function that the fault is in; 0 for what runs when a module is imported."""


Fault = Callable[[], Mutant]
"""Makes a mutant: there are hundreds in a module, of which a few are asked for."""


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


def python(source: str) -> list[Fault]:
    """Every fault that can be put into a Python module."""
    return [partial(_mutated, source, number) for number, _ in enumerate(_faults(ast.parse(source)))]


def _mutated(source: str, number: int) -> Mutant:
    """The source with its fault of this number; it is parsed anew, since a fault changes the tree."""
    tree = ast.parse(source)
    node, field, index, other, function = next(islice(_faults(tree), number, None))
    before = ast.unparse(node)
    if index is None:
        setattr(node, field, other)
    else:
        getattr(node, field)[index] = other
    what = f"{_short(before)}  →  {_short(ast.unparse(node))}"
    return Mutant(getattr(node, "lineno", 0), what, ast.unparse(ast.fix_missing_locations(tree)), function)


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) <= 90 else f"{line[:88]}…"


def _faults(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None, Any, int]]:
    """A possible mutation: a node, its field, the index in a list, the replacement, and the function it is in."""
    for node, function in _running(tree):
        for field, index, other in _faults_of(node):
            yield node, field, index, other, function


def _faults_of(node: ast.AST) -> Iterator[tuple[str, int | None, Any]]:
    if isinstance(node, ast.Compare):
        for place, compared in enumerate(node.ops):
            yield "ops", place, _COMPARED[type(compared)]()
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _COUNTED:
        yield "op", None, _COUNTED[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        yield "op", None, ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "test", None, ast.UnaryOp(ast.Not(), copy.deepcopy(node.test))
    elif isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            yield "ifs", place, ast.UnaryOp(ast.Not(), copy.deepcopy(test))
    elif isinstance(node, ast.Return) and node.value and not _is_nothing(node.value):
        yield "value", None, ast.Constant(None)
    elif isinstance(node, ast.Constant) and (other := _another(node.value)) is not None:
        yield "value", None, other


def _running(tree: ast.Module) -> Iterator[tuple[ast.AST, int]]:
    """The nodes of executed code, each with the first line of the function that runs it."""
    waiting: list[tuple[ast.AST, int]] = [(tree, 0)]
    while waiting:
        node, function = waiting.pop()
        yield node, function
        inner: list[tuple[ast.AST, int]] = []
        for field, value in _run_of(node):
            within = _first_line(node) if isinstance(node, _FUNCTION) and field == "body" else function
            inner += [(each, within) for each in (value if isinstance(value, list) else [value])]
        waiting += [each for each in reversed(inner) if isinstance(each[0], ast.AST) and not _says_only(each[0])]


_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def _first_line(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return min(each.lineno for each in (function, *function.decorator_list))


def _run_of(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """The fields of a node that are executed."""
    if isinstance(node, ast.ImportFrom):
        return
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns", "decorator_list", "type_params"):
            yield field, value


_TYPE_NAME = re.compile(r"_*[A-Z]\w*[a-z]\w*|T")


def _says_only(node: ast.AST) -> bool:
    """Whether a node is a docstring, belongs to types, or says what holds anyway."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id == "__all__" or bool(_TYPE_NAME.fullmatch(node.targets[0].id))
    return isinstance(node, ast.keyword) and node.arg == "strict" and ast.unparse(node.value) == "True"


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


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
        (r"\breturn (?!(?:false|null);)(?=[^;])", "return void "),
        (r"\bmin\(", "max("),
        (r"\bmax\(", "min("),
    )
)


def script(source: str) -> list[Fault]:
    """Every fault that can be put into a JavaScript module; texts and comments are left alone but for whole texts."""
    code = _NO_CODE.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), source)
    found = [(each.start(), each.end(), other) for pattern, other in _IN_SCRIPT for each in pattern.finditer(code)]
    found += [
        (each.start(), each.end(), str(int(each[0]) + 1)) for each in re.finditer(r"(?<![\w.\x00])\d+(?![\w.])", code)
    ]
    for each in _NO_CODE.finditer(source):
        silent = re.search(r"(?:from|import) ?\(?$|pgettext\($", source[: each.start()][-9:])
        if each[0][0] in "\"'" and not silent:
            found.append((each.end() - 1, each.end() - 1, "¤"))
    return [partial(_there, source, *each) for each in sorted(found)]


def _there(source: str, begin: int, end: int, other: str) -> Mutant:
    line = source.count("\n", 0, begin) + 1
    mutated = source[:begin] + other + source[end:]
    now = mutated.split("\n")[line - 1].strip()
    return Mutant(line, f"{_short(source.split(chr(10))[line - 1].strip())}  →  {_short(now)}", mutated)
