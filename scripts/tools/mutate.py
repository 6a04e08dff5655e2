"""Counts how many small faults in a copy of the source the tests catch.

`scripts/mutate wording duration timeline` asks of these modules only, `--sample 40` tries 40 faults in each. The faults
are drawn by chance, the same ones each time; `--draw 2` draws others, for tests written against those of the first draw
say little of the rest. Each that survives is shown: a test is missing, or it changes nothing.

The tests of single parts, as `scripts/test --quick` has them, run once as the source is, and what each calls is noted.
A fault then meets the tests that call its function, the quickest first, and at last those that hold the module in other
processes, where nobody notes calls. A fault in a module of the browser meets the tests that are listed for it, and then
all others that import it, however many modules lie between.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import os
import pickle
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import hypothesis  # noqa: F401 (read once, for all forks; so are the next)
import icalendar  # noqa: F401
import jinja2  # noqa: F401
import jsonschema_rs  # noqa: F401
import playwright.sync_api  # noqa: F401
import pytest
import yaml  # noqa: F401

from tools.mutants import Mutant, python, script
from tools.mutation_reach import Noting, Only, Test, importing_tests
from tools.mutation_targets import LEFT_OUT, PYTHON, SCRIPT

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "scripts/limber"
UNIT = "tests/unit"
QUICK = 4  # seconds: tests that take no longer together are asked first
SECONDS = 900  # tests that take longer wait for what will not come; on a busy machine many take minutes
SCRIPT_SECONDS = 120  # of work: scripts that take more are in an endless loop
NOWHERE = subprocess.DEVNULL
QUIETLY = ("-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
LEFT = (".git", ".venv", "node_modules", ".site-*", ".*_cache", ".cache", ".hypothesis", "__pycache__")
NO_TESTS = 5  # pytest's status where all were left out

Tests = Mapping[str, Test]


class Score(NamedTuple):
    """How many faults of a module were caught, of how many, and what to say of it."""

    caught: int
    of: int
    said: str


def _place(project: Path, test: str) -> str:
    """The path of a test; names of test files are unique."""
    file, found, one = test.partition("::")
    return f"{next((project / 'tests').rglob(file)).relative_to(project).as_posix()}{found}{one}"


class Module:
    """A module with the tests that should catch its faults, in a copy of the project."""

    def __init__(self, name: str, project: Path) -> None:
        self.name, self.project = name, project
        self.is_python = name not in SCRIPT
        scripts = project / "overrides" / "scripts"
        self.path = project / PACKAGE / f"{name}.py" if self.is_python else next(scripts.rglob(f"{name}.js"))
        self.source = self.path.read_text("utf-8")
        self.tests = [_place(project, each) for each in (PYTHON if self.is_python else SCRIPT).get(name, ())]

    def sample(self, size: int, draw: int) -> list[Mutant]:
        """A sample of its mutants, which differs for each draw; those that do not parse are left out."""
        every = (python if self.is_python else script)(self.source)
        Random(f"{self.name} {draw}").shuffle(every)  # noqa: S311 (no secret)
        made = (each() for each in every)
        parsing = (each for each in made if self.is_python or self._parses(each.source))
        return [each for each, _ in zip(parsing, range(size), strict=False)]

    def catches(self, mutant: Mutant, noted: Tests) -> bool:
        """Whether the tests fail with this fault."""
        self.path.write_text(mutant.source, "utf-8")
        for each in self.path.parent.glob(f"__pycache__/{self.path.stem}.*"):
            each.unlink()
        try:
            if not self.is_python:
                rest = sorted(importing_tests(self.path, self.project) - {*self.tests})
                return any(not self._node("--test", *each) for each in (self.tests, rest) if each)
            return any(not self._pass(nodes, noted) for nodes in self._rounds(mutant.function, noted) if nodes)
        finally:
            self.path.write_text(self.source, "utf-8")

    def _rounds(self, function: int, noted: Tests) -> Iterator[list[str]]:
        """The tests that may catch a fault in a function: the quick, the slow, and those that do not call it here."""
        files: dict[str, list[str]] = defaultdict(list)
        for node, test in noted.items():
            if any(of == f"{self.name}.py" and (not function or called == function) for of, called in test.calls):
                files[node.partition("::")[0]].append(node)
        seconds = {file: sum(noted[node].seconds for node in nodes) for file, nodes in files.items()}
        quick: list[str] = []
        slow: list[str] = []
        taken = 0.0
        for file in sorted(files, key=seconds.__getitem__):
            taken += seconds[file]
            (quick if taken < QUICK else slow).extend(files[file])
        yield quick
        yield slow
        asked = {*quick, *slow}
        rest = [each for each in noted if each not in asked]
        yield [each for each in rest if not noted[each].of_importer]
        if not function:  # what runs at import is used by the modules that import it
            yield [each for each in rest if noted[each].of_importer]

    def _pass(self, nodes: list[str], noted: Tests) -> bool:
        files = dict.fromkeys(node.partition("::")[0] for node in nodes)
        seconds = {each: noted[each].seconds for each in nodes}
        return _pytest(self.project, ["-x", *_quickly(files), *files], Only(nodes, seconds))

    def _parses(self, source: str) -> bool:
        said = ["--input-type=module", "--check"]
        return subprocess.run(["node", *said], input=source.encode(), capture_output=True, check=False).returncode == 0

    def _node(self, *arguments: str) -> bool:
        run = subprocess.Popen(
            ["node", *arguments],
            cwd=self.project,
            stdout=NOWHERE,
            stderr=NOWHERE,
            start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SCRIPT_SECONDS, SCRIPT_SECONDS)),
        )
        return _passes(run.pid)


def _quickly(files: Iterable[str]) -> list[str]:
    """What leaves out tests that need a browser or a site."""
    return ["--quick"] if all(file.startswith(UNIT) for file in files) else []


def _pytest(project: Path, arguments: list[str], plugin: object) -> bool:
    """Whether tests pass, run in a fork of this process, to save importing pytest each time."""
    child = os.fork()
    if child:
        return _passes(child, SECONDS if isinstance(plugin, Only) else math.inf)
    try:
        os.setsid()
        os.chdir(project)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.argv[1:] = []
        # What is compiled is kept but for a module with a fault, which the next fault would not replace in time.
        sys.dont_write_bytecode = isinstance(plugin, Only)
        os._exit(int(pytest.main([*QUIETLY, *arguments], plugins=[plugin])))
    finally:
        os._exit(9)  # never return into the code of the parent


def _passes(child: int, seconds: float = SECONDS) -> bool:
    """Whether a process succeeds in time; its child processes, such as a browser, are killed with it."""
    until = time.monotonic() + seconds
    ended, status = 0, 1
    while not ended and time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.02)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        os.waitpid(child, 0)
    return bool(ended) and os.waitstatus_to_exitcode(status) in (0, NO_TESTS)


def _copied(folder: Path) -> Path:
    project = folder / "limber"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*LEFT))
    for tools in (".venv", "node_modules"):
        (project / tools).symlink_to((ROOT / tools).resolve())
    return project


_project: Path
"""The copy that a process works in."""


def _begin(projects: Any) -> None:
    global _project
    _project = projects.get()


def _noted(tests: list[str]) -> Tests:
    """What each test in these files calls."""
    file = _project.parent / "noted"
    file.unlink(missing_ok=True)
    _pytest(_project, [*_quickly(tests), *tests], Noting(_project / PACKAGE, file))
    noted: Tests = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    return noted


def _score(name: str, sample: int, draw: int, noted: Tests) -> Score:
    """How many faults the tests caught, of how many; names each that they did not."""
    module = Module(name, _project)
    failed = [each for each, test in noted.items() if test.failed]
    if failed or not (module.is_python or module._node("--test", *module.tests)):
        return Score(0, 0, f"{name}: its tests fail as it is. Mend that first: {' '.join(failed or module.tests)}")
    faults = module.sample(sample, draw)
    survived = [each for each in faults if not module.catches(each, noted)]
    shown = [f"    {module.path.name}:{each.line}: {each.what}" for each in sorted(survived)]
    caught = len(faults) - len(survived)
    return Score(caught, len(faults), "\n".join([f"{name}: {caught} of {len(faults)}", *shown]))


def _scores(names: list[str], sample: int, draw: int, jobs: int) -> Iterator[Score]:
    with tempfile.TemporaryDirectory() as folder, multiprocessing.Manager() as shared:
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = f"{folder}/hypothesis"  # else it is where Hypothesis was imported
        projects = shared.Queue()
        for each in range(jobs):
            projects.put(_copied(Path(folder, str(each))))
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, (projects,)) as pool:
            noted = {node: test for each in pool.map(_noted, _shares(names, jobs)) for node, test in each.items()}
            asked = [pool.submit(_score, name, sample, draw, _of_module(name, noted)) for name in names]
            yield from (each.result() for each in asked)


def _shares(names: list[str], jobs: int) -> list[list[str]]:
    """The files of tests to note for these modules, in shares: each that builds the site builds it once."""
    if not set(names) - set(SCRIPT):
        return []
    files = [each.relative_to(ROOT).as_posix() for each in sorted((ROOT / UNIT).rglob("test_*.py"))]
    listed = list(dict.fromkeys(_place(ROOT, test) for name in names for test in PYTHON.get(name, ())))
    shares = [listed[one::jobs] for one in range(jobs)] + [files[one :: 3 * jobs] for one in range(3 * jobs)]
    return [each for each in shares if each]


def _of_module(name: str, noted: Tests) -> Tests:
    """The tests that are listed for a module, or call functions of it, with these, or of a module that imports it."""
    listed = {_place(ROOT, each) for each in PYTHON.get(name, ())}
    package, _, last = f"limber.{name.replace('/', '.')}".rpartition(".")
    imported = re.compile(rf"(?m)^\s*(?:from {package}\.{last} import |from {package} import .*\b{last}\b)")
    importers = {path for path, text in _sources().items() if imported.search(text)}
    found = {}
    for node, test in noted.items():
        own = frozenset(each for each in test.calls if each[0] == f"{name}.py")
        if own or node.partition("::")[0] in listed:
            found[node] = test._replace(calls=own)
        elif any(path in importers for path, _ in test.calls):
            found[node] = test._replace(calls=own, of_importer=True)
    return found


@cache
def _sources() -> Mapping[str, str]:
    package = ROOT / PACKAGE
    return {each.relative_to(package).as_posix(): each.read_text("utf-8") for each in package.rglob("*.py")}


def _modules() -> list[str]:
    """The modules of the package that faults are put into."""
    names = (each.removesuffix(".py") for each in sorted(_sources()))
    return [each for each in names if each not in LEFT_OUT and not each.endswith("__init__")]


def main() -> int:
    """Print the scores; 1 where fewer than nine in ten faults were caught."""
    asked = argparse.ArgumentParser(prog="scripts/mutate", description=(__doc__ or "").partition("\n")[0])
    every = [*_modules(), *SCRIPT]
    asked.add_argument("module", nargs="*", choices=[*every, []], metavar="module", help=", ".join(every))
    asked.add_argument("--sample", type=int, default=10, help="faults in each module (10)")
    asked.add_argument("--draw", type=int, default=1, help="a number, for other faults than those drawn before (1)")
    asked.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many modules at once (one for each core)")
    given = asked.parse_args()
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "FEW_CASES": "yes"}
    caught = of = 0
    for score in _scores(given.module or every, given.sample, given.draw, given.jobs):
        print(score.said, flush=True)
        caught, of = caught + score.caught, of + score.of
    print(f"In all: {caught} of {of}, {caught / of:.0%}" if of else "Nothing was tried.")
    return 0 if of and caught >= 0.9 * of else 1


if __name__ == "__main__":
    sys.exit(main())
