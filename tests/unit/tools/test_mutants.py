"""Faults are put into what runs, and nowhere else."""

import ast
from pathlib import Path

import pytest

from random_cases import FEW
from site_build import NO_SITES, copy
from tools.mutants import python, script
from tools.mutation_reach import importing_tests

SAYS_ONLY = '''
"""A module with 1 text."""
from __future__ import annotations
from typing import TYPE_CHECKING, Literal, TypeVar
if TYPE_CHECKING:
    from elsewhere import Thing
    Pair = tuple["Thing", Literal[1]]
__all__ = ["says"]
T = TypeVar("T")
Side = Literal["right", "left"]
_Amount = Side | Literal[1]

@register("it", True)
def says(one: Literal["a"], many: dict[str, Literal[1]]) -> Literal["b"]:
    """Two."""
    for each, other in zip(one, many, strict=True):
        pass
    return
'''


def test_what_only_says_something_has_no_fault():
    assert [each().what for each in python(SAYS_ONLY)] == []
    assert [each() for each in script("// 1 < 2\n/* true */\nimport { a } from './b.js';\n")] == []
    assert [each().what for each in script("say(pgettext('a', b));\nreturn null;\n")] == []


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("LEAST = STYLES[-1]", {"LEAST = STYLES[-2]"}),
        ("_ALL = ONE | TWO", {"_ALL = ONE & TWO"}),
        ("a = zip(b, c, strict=False)", {"a = zip(b, c, strict=True)"}),
        (
            "if a < b:\n    c = 'd'",
            {"if a <= b:\n    c = 'd'", "if not a < b:\n    c = 'd'", "if a < b:\n    c = 'd¤'"},
        ),
        ("def a():\n    return False", {"def a():\n    return True"}),
        ("def a(b=1):\n    return b", {"def a(b=2):\n    return b", "def a(b=1):\n    return None"}),
    ],
)
def test_what_runs_has_each_fault_once(code, faults):
    made = [each().source for each in python(code)]
    assert len(made) == len(faults)
    assert set(made) == {ast.unparse(ast.parse(each)) for each in faults}


def test_fault_knows_the_function_that_runs_it():
    code = """A = 1

@b
def c(d=2):
    e = 3
    def f():
        return 4

class G:
    h = 5
    def i(self):
        j(6)
"""
    numbers = {made.what[0]: made.function for made in (each() for each in python(code)) if made.what[0].isdigit()}
    assert numbers == {"1": 0, "2": 0, "3": 3, "4": 6, "5": 0, "6": 11}


def test_fault_of_a_script_is_at_one_place():
    made = [each() for each in script("const a = b < 1; // 2\nif (c) d('e');\nreturn false;\n")]
    assert [(each.line, each.source.split("\n")[each.line - 1]) for each in made] == [
        (1, "const a = b <= 1; // 2"),
        (1, "const a = b < 2; // 2"),
        (2, "if (!1 && c) d('e');"),
        (2, "if (c) d('e¤');"),
        (3, "return true;"),
    ]


def test_fault_of_a_script_meets_each_test_that_imports_it_however_far(tmp_path):
    scripts, tests = tmp_path / "overrides" / "scripts", tmp_path / "tests" / "js"
    for file, text in {
        scripts / "words.js": "export const words = 1;",
        scripts / "screen.js": 'import {\n  words,\n} from "./words.js";',
        scripts / "other.js": '/** @typedef {import("./words.js").Words} Words */',
        tests / "words.test.js": 'import { words } from "../../overrides/scripts/words.js";',
        tests / "screen.test.js": 'import { screen } from "../../overrides/scripts/screen.js";',
        tests / "other.test.js": 'import { other } from "../../overrides/scripts/other.js";',
    }.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert importing_tests(scripts / "words.js", tmp_path) == {"tests/js/words.test.js", "tests/js/screen.test.js"}


def test_a_fault_meets_tests_that_build_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer cases of chance are tried then, as in the quick tests; these leave sites out."""
    monkeypatch.setenv(FEW, "yes")
    monkeypatch.delenv(NO_SITES, raising=False)
    try:
        assert copy(tmp_path, tmp_path / "copy").is_dir()
    except pytest.skip.Exception:
        pytest.fail("left out")
