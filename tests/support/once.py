"""Makes a folder once in a run of the tests, whichever worker asks for it first; the others wait and share it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


class Once:
    """Folders by name, below the temporary folder that all workers of a run have in common."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        mine = factory.getbasetemp()
        self._folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "once"
        self._folder.mkdir(exist_ok=True)

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of this name with what `make` puts into it. Nobody may change it; what fails is tried again."""
        made, trial = self._folder / name, self._folder / f"{name}.trial"
        with (self._folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(trial, ignore_errors=True)
                trial.mkdir()
                make(trial)
                trial.rename(made)
        return made
