"""Writes the patterns of doses in a line for the browser, so that both languages read by the same ones."""

from __future__ import annotations

import json
from pathlib import Path

from limber.dataset import dose_grammar as grammar

MODULE = Path(__file__).resolve().parents[2] / "overrides" / "scripts" / "plan" / "dose-grammar.js"

_HEAD = """// The patterns of a dose in a line: written by scripts/generate from scripts/limber/dataset/dose_grammar.py.
// @ts-check
"""
_NAMES = (
    *("MINUTES", "UNIT", "NUMBER", "TO", "BOTH_UNITS", "LONGEST", "TOO_LARGE", "LEVELS", "OR", "THEN"),
    *("REPS_OF_EACH_SET", "NO_REPS", "BETWEEN", "BARE_EFFORT", "LIST_JOINTS"),
)


def content() -> str:
    """The module's text."""
    each = [f"export const {name} = {_written(getattr(grammar, name))};" for name in _NAMES]
    said = "\n".join(f"  {_written(one)}," for one in grammar.SAID)
    elsewhere = "\n".join(f"  {_written(one)}," for one in grammar.ELSEWHERE)
    lists = (
        f"/** @type {{string[][]}} */\nexport const SAID = [\n{said}\n];",
        f"/** @type {{[string, string][]}} */\nexport const ELSEWHERE = [\n{elsewhere}\n];",
    )
    return "\n".join((_HEAD, *each, "", *lists, ""))


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
