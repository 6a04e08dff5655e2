"""Finds the bad datasets of `golden/dataset/` and their reports."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from limber.dataset import load
from project_root import ROOT

REAL = ROOT / "data" / "exercises.yaml"
GOLDEN = ROOT / "tests" / "golden" / "dataset"
CONTENT = GOLDEN / "content"
BAD = sorted(GOLDEN.glob("*.yaml"))


def unsound(path: Path) -> load.DatasetError:
    """The problems of a bad dataset, against what was published before, where a file beside it says that."""
    with pytest.raises(load.DatasetError) as caught:
        load.load(path, CONTENT, path.with_suffix(".published"))
    return caught.value


golden = cache(unsound)
"""The problems of a golden dataset, found once for all tests that look at them from different sides."""


def made(folder: Path, content: bytes | str) -> Path:
    """A dataset that no golden file can hold, or that a test makes up."""
    path = folder / "exercises.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def said(path: Path) -> str:
    """The report on a dataset, without the folder that it was made in."""
    return str(unsound(path)).replace(path.as_posix(), "exercises.yaml")
