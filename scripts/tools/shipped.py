"""Keeps a copy of the data and words that Limber comes with in tests/shipped/, for tests to hold in any coach's copy.

Only in Limber's own repository is it written: in a coach's, the copy stays what Limber was tested with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LIMBER = re.compile(r"^name: Limber\s*$", re.MULTILINE)


def is_limbers(project: Path) -> bool:
    """Whether a project's data are those that Limber comes with."""
    file = project / "data" / "site.yaml"
    return file.exists() and names_limber(file.read_text("utf-8"))


def names_limber(site: str) -> bool:
    """Whether the text of a data/site.yaml calls the site Limber. scripts/new renames it."""
    return bool(_LIMBER.search(site))


def own_files(project: Path) -> Iterator[str]:
    """The files of a project that a coach makes theirs, by path: data, words, and which pages there are. The library
    in data/library/ stays Limber's in every copy.
    """
    for folder in ("data", "content"):
        for file in sorted((project / folder).rglob("*")):
            if file.is_relative_to(project / "data" / "library"):
                continue
            if file.is_file() and not file.name.endswith((".schema.json", "~")) and not file.name.startswith("."):
                yield file.relative_to(project).as_posix()
    yield "mkdocs.yml"


def copies(project: Path = ROOT) -> dict[Path, bytes | None]:
    """What each file of the copy has to hold; None where it has to go. Nothing where the data are a coach's own."""
    if not is_limbers(project):
        return {}
    copy = project / "tests" / "shipped"
    there = dict.fromkeys(file for file in copy.rglob("*") if file.is_file())
    return {**there, **{copy / path: (project / path).read_bytes() for path in own_files(project)}}
