"""Says which tests call a function, by plugins of pytest that note and use it, and which import a browser's script."""

from __future__ import annotations

import os
import pickle
import re
import signal
import sys
import threading
from collections.abc import Collection, Generator, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

import pytest

Function = tuple[str, int]
"""A function of the package: the path of its module, and its first line; 0 for those that a dataclass makes."""
Called = CodeType | str
"""Code, or the name of the module whose dataclass it was made for."""
PATIENCE = 10  # seconds of work that a test has beside five times what it took: more is an endless loop


class Test(NamedTuple):
    """What a test did when nothing was wrong."""

    calls: frozenset[Function]
    seconds: float
    failed: bool
    of_importer: bool = False
    """Whether it calls no function of the module that is asked of, but of one that imports it."""


class Noting:
    """Writes a `Test` for each test to a file. What a fixture calls, each test that uses it calls."""

    def __init__(self, package: Path, file: Path) -> None:
        self._package, self._file = f"{package}/", file
        self._now: set[Called] = set()
        self._of_fixture: dict[Any, set[Called]] = {}
        self._of_test: dict[str, list[set[Called]]] = {}
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    def pytest_sessionstart(self) -> None:
        """Watch calls from here on."""
        threading.settrace(self._called)
        sys.settrace(self._called)

    def _called(self, frame: FrameType, _event: str, _argument: object) -> None:
        is_made = frame.f_code.co_filename == "<string>"
        self._now.add(str(frame.f_globals.get("__name__")) if is_made else frame.f_code)
        # Nothing is returned, so that no line is watched.

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """What is called from here on is the fixture's."""
        outer, self._now = self._now, self._of_fixture.setdefault(fixturedef, set())
        try:
            return (yield)
        finally:
            self._now = outer

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Generator[None, Any, Any]:
        """What is called from here on is the test's."""
        self._now = set()
        result = yield
        fixtures = [each for every in item._fixtureinfo.name2fixturedefs.values() for each in every]
        self._of_test[item.nodeid] = [self._now, *(self._of_fixture.get(each, set()) for each in fixtures)]
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the time, and a failure."""
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write what was noted."""
        sys.settrace(None)
        tests = {
            node: Test(frozenset(self._functions(calls)), self._seconds[node], node in self._failed)
            for node, calls in self._of_test.items()
        }
        self._file.write_bytes(pickle.dumps(tests))

    def _functions(self, calls: list[set[Called]]) -> Iterator[Function]:
        for each in set().union(*calls):
            if isinstance(each, str):
                yield f"{each.removeprefix('limber.').replace('.', '/')}.py", 0
            elif each.co_filename.startswith(self._package):
                yield each.co_filename.removeprefix(self._package), each.co_firstlineno


class Only:
    """Runs some tests only, and ends the process in an endless loop."""

    def __init__(self, nodes: Collection[str], seconds: Mapping[str, float]) -> None:
        self._nodes, self._seconds = nodes, seconds

    def pytest_sessionstart(self) -> None:
        """Modules may have an endless loop in what runs when they are imported."""
        signal.setitimer(signal.ITIMER_VIRTUAL, 6 * PATIENCE)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the others."""
        items[:] = [each for each in items if each.nodeid in self._nodes]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Wind the clock up for this test."""
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE + 5 * self._seconds.get(nodeid, PATIENCE))


def importing_tests(module: Path, project: Path) -> set[str]:
    """The tests of Node that import a module of the browser, directly or through others, as paths in the project."""
    reached: set[Path] = set()
    waiting = [module]
    while waiting:
        imported = waiting.pop()
        found = {each for each, imports in _imports(project).items() if imported in imports} - reached
        waiting += found
        reached |= found
    return {each.relative_to(project).as_posix() for each in reached if each.name.endswith(".test.js")}


_IMPORTED = re.compile(r'(?m)^(?:import|export|\})[^"\n]*"(\.[^"]+)"')


@cache
def _imports(project: Path) -> Mapping[Path, frozenset[Path]]:
    """What each script of the browser, each of its tests and what these share imports, but for types."""
    scripts = [each for folder in ("overrides/scripts", "tests") for each in (project / folder).rglob("*.js")]
    return {
        each: frozenset(
            Path(os.path.normpath(each.parent / found)) for found in _IMPORTED.findall(each.read_text("utf-8"))
        )
        for each in scripts
    }
