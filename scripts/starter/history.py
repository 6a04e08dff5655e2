"""Asks git, in words of this project: what differs, what is whose, and how to go back."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

WORDS = ("content", "README.md", "LICENSE")
"""What is a coach's once they have changed it; until then it is Limber's, and stays as new as the rest."""
_MOST_VERSIONS = 1000


def is_data(path: str) -> bool:
    """Whether a file is a coach's from the first line: records, site, mark, the list of published addresses. The
    schemas and the library are Limber's.
    """
    return path.startswith("data/") and not path.endswith(".schema.json") and not path.startswith("data/library/")


class GitError(Exception):
    """What git said when it did not do as it was asked."""


class Repository:
    """A folder with a history."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, *words: str) -> str:
        """What git answers, without its last line end. Raises `GitError`."""
        try:
            said = subprocess.run(["git", *words], cwd=self.folder, capture_output=True, text=True, timeout=600)
        except FileNotFoundError:
            raise GitError("git is not installed.") from None
        if said.returncode:
            raise GitError((said.stderr or said.stdout).strip())
        return said.stdout.rstrip("\n")

    def try_(self, *words: str) -> str:
        """The same; nothing where git refuses."""
        try:
            return self.ask(*words)
        except GitError:
            return ""

    def paths(self, *words: str) -> list[str]:
        """What git lists, with names as they are."""
        command, *others = words
        return [each for each in self.ask(command, "-z", *others).split("\0") if each]

    def text(self, version: str, path: str) -> str:
        """A file as it was; empty where it was not."""
        return self.try_("show", f"{version}:{path}")

    def is_in(self, older: str, newer: str) -> bool:
        """Whether a version is among those that another came from."""
        return self.try_("merge-base", older, newer) == self.ask("rev-parse", older)

    def changed(self, older: str, newer: str, *where: str) -> list[str]:
        """The files that differ between two versions."""
        return self.paths("diff", "--no-renames", "--name-only", older, newer, "--", *where)

    def most_alike(self, newest: str) -> tuple[str, list[str]]:
        """Of a history that shares none with this one, the version that Limber's own files are most like, and which of
        them differ.
        """
        best: tuple[str, list[str]] = ("", [])
        for version in self._versions(newest):
            others = [f":(exclude){each}" for each in ("data", "mkdocs.yml", *WORDS)]
            gone = set(self.paths("diff", "--no-renames", "--name-only", "--diff-filter=A", version, "HEAD"))
            differing = [each for each in self.changed(version, "HEAD", ".", *others) if each not in gone]
            if not best[0] or len(differing) < len(best[1]):
                best = version, differing
            if not differing:
                break
        return best

    def _versions(self, newest: str) -> Iterator[str]:
        yield from self.ask("rev-list", f"--max-count={_MOST_VERSIONS}", newest).splitlines()
