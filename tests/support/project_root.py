"""The project that tests look at: with the data that Limber comes with, whatever stands in data/ and content/.

Where these are a coach's own, it is a folder of links to all else, with the copy in tests/shipped/ in their place.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools import shipped

PROJECT = Path(__file__).parents[2]
_LEFT_OUT = ("data", "content", ".cache", ".git", "site", "replaced")


def with_shipped_data(project: Path) -> Path:
    """The project itself, or the folder of links, which stays from one run of the tests to the next."""
    if shipped.is_limbers(project):
        return project
    folder = project / ".cache" / "shipped"
    links = dict(_links(project))
    if {path.relative_to(folder): path.readlink() for path in _standing(folder)} == links:
        return folder
    folder.parent.mkdir(exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix="shipped-"))
    for path, target in links.items():
        (fresh / path).parent.mkdir(exist_ok=True)
        (fresh / path).symlink_to(target)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder


def _links(project: Path) -> Iterator[tuple[Path, Path]]:
    """Where each link stands in the folder, and where it leads."""
    copy = project / "tests" / "shipped"
    for path in project.iterdir():
        if path.name not in _LEFT_OUT and not path.name.startswith(".site-") and not (copy / path.name).exists():
            yield Path(path.name), path
    of_limber = (*(project / "data").glob("*.schema.json"), project / "data" / "library")
    for path in (*of_limber, *(copy / "data").iterdir()):
        yield Path("data") / path.name, path
    yield Path("content"), copy / "content"
    yield Path("mkdocs.yml"), copy / "mkdocs.yml"


def _standing(folder: Path) -> Iterator[Path]:
    for above, folders, files in os.walk(folder):
        yield from (Path(above) / name for name in (*folders, *files) if (Path(above) / name).is_symlink())


ROOT = with_shipped_data(PROJECT)
