"""A project of its own for each test of the editor, with the records that a new site begins with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from limber.figures import person


@pytest.fixture(autouse=True)
def _nobodys_person() -> Iterator[None]:
    """What a project's site says of its figures ends with its test."""
    yield
    person.show_by_default("")


@pytest.fixture
def file(root: Path, tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "overrides").symlink_to(root / "overrides")
    shutil.copy(root / "data" / "site.schema.json", data)
    data.joinpath("site.yaml").write_text("name: Strong\n", "utf-8")
    shutil.copy(root / "scripts" / "starter" / "empty" / "exercises.yaml", data)
    return data / "exercises.yaml"
