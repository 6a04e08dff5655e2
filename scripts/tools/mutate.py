"""Counts how many small faults in a copy of the source the tests catch.

`scripts/mutate wording duration timeline` asks of these modules only, `--sample 40` tries 40 faults in each. The faults
are drawn by chance, the same ones each time; `--draw 2` draws others, for tests written against those of the first draw
say little of the rest. Each that survives is shown: a test is missing, or it changes nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import hypothesis  # noqa: F401 (read once, for all forks; so is the next)
import playwright.sync_api  # noqa: F401
import pytest

from tools.mutants import Mutant, python, script
from tools.mutation_targets import PYTHON, SCRIPT

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 180  # a test that takes longer is in an endless loop
NOWHERE = subprocess.DEVNULL
QUIETLY = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
LEFT = (".git", ".venv", "node_modules", ".site-*", ".*_cache", ".cache", ".hypothesis", "__pycache__")


def _place(copy: Path, test: str) -> str:
    """The path of a test; names of test files are unique."""
    file, found, one = test.partition("::")
    return f"{next((copy / 'tests').rglob(file)).relative_to(copy).as_posix()}{found}{one}"


class Module:
    """A module with the tests that should catch its faults, in a copy of the project."""

    def __init__(self, name: str, copy: Path) -> None:
        self.name, self.copy = name, copy
        self.is_python = name in PYTHON
        places = (copy / "scripts" / "limber").glob(f"{name}.py"), (copy / "overrides" / "scripts").rglob(f"{name}.js")
        self.path = next(iter([*places[0]] if self.is_python else [*places[1]]))
        self.source = self.path.read_text("utf-8")
        self.tests = [_place(copy, each) for each in (PYTHON if self.is_python else SCRIPT)[name]]

    def sample(self, size: int, draw: int) -> list[Mutant]:
        """A sample of its mutants, which differs for each draw; those that do not parse are left out."""
        every = (python if self.is_python else script)(self.source)
        Random(f"{self.name} {draw}").shuffle(every)  # noqa: S311 (no secret)
        parsing = (each for each in every if self.is_python or self._parses(each.source))
        return [each for each, _ in zip(parsing, range(size), strict=False)]

    def catches(self, source: str) -> bool:
        """Whether the tests fail with this source."""
        self.path.write_text(source, "utf-8")
        try:
            return not (_pytest(self.copy, self.tests) if self.is_python else self._node("--test", *self.tests))
        finally:
            self.path.write_text(self.source, "utf-8")

    def _parses(self, source: str) -> bool:
        said = ["--input-type=module", "--check"]
        return subprocess.run(["node", *said], input=source.encode(), capture_output=True, check=False).returncode == 0

    def _node(self, *arguments: str) -> bool:
        run = subprocess.Popen(
            ["node", *arguments], cwd=self.copy, stdout=NOWHERE, stderr=NOWHERE, start_new_session=True
        )
        return _passes(run.pid)


def _pytest(copy: Path, tests: list[str]) -> bool:
    """Whether tests pass, run in a fork of this process, to save importing pytest each time."""
    child = os.fork()
    if child:
        return _passes(child)
    try:
        os.setsid()
        os.chdir(copy)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.argv[1:] = []
        os._exit(int(pytest.main([*QUIETLY, *tests])))
    finally:
        os._exit(9)  # never return into the code of the parent


def _passes(child: int) -> bool:
    """Whether a process succeeds in time; its child processes, such as a browser, are killed with it."""
    until = time.monotonic() + SECONDS
    ended, status = 0, 1
    while not ended and time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.02)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        os.waitpid(child, 0)
    return bool(ended) and status == 0


def _copied(folder: Path) -> Path:
    copy = folder / "limber"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT))
    for tools in (".venv", "node_modules"):
        (copy / tools).symlink_to((ROOT / tools).resolve())
    return copy


def _scores(names: list[str], sample: int, draw: int, copy: Path) -> Iterator[tuple[int, int]]:
    """How many faults each module's tests caught, of how many; tells of each that they did not."""
    fail: dict[str, bool] = {}  # modules share tests, and these take minutes
    for name in names:
        module = Module(name, copy)
        asked = " ".join(module.tests)
        if asked not in fail:
            fail[asked] = module.catches(module.source)
        if fail[asked]:
            print(f"{name}: its tests fail as it is. Mend that first: {asked}", flush=True)
            continue
        faults = module.sample(sample, draw)
        survived = [each for each in faults if not module.catches(each.source)]
        caught = len(faults) - len(survived)
        print(f"{name}: {caught} of {len(faults)}", flush=True)
        for each in sorted(survived):
            print(f"    {module.path.name}:{each.line}: {each.what}", flush=True)
        yield caught, len(faults)


def main() -> int:
    """Print the scores; 1 where fewer than nine in ten faults were caught."""
    asked = argparse.ArgumentParser(prog="scripts/mutate", description=(__doc__ or "").partition("\n")[0])
    every = [*PYTHON, *SCRIPT]
    asked.add_argument("module", nargs="*", choices=[*every, []], metavar="module", help=", ".join(every))
    asked.add_argument("--sample", type=int, default=10, help="faults in each module (10)")
    asked.add_argument("--draw", type=int, default=1, help="a number, for other faults than those drawn before (1)")
    given = asked.parse_args()
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_STORAGE_DIRECTORY": os.devnull}
    with tempfile.TemporaryDirectory() as folder:
        scores = list(_scores(given.module or every, given.sample, given.draw, _copied(Path(folder))))
    caught, of = (sum(each) for each in zip(*scores, strict=True))
    print(f"In all: {caught} of {of}, {caught / of:.0%}")
    return 0 if caught >= 0.9 * of else 1


if __name__ == "__main__":
    sys.exit(main())
