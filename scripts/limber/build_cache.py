"""Caches build results between builds, keyed by a fingerprint of all their inputs.

An entry is a file that is named by its fingerprint, so that none can be stale: other inputs, other code or other
versions give another name. Where a maker learns only meanwhile what it reads, as a component does, the entry says what
that was. Builds can share the folder: an entry is written to a temporary file and moved into place, and is read
together with a digest of its content, so that a damaged one is made again. Where the folder cannot be written to,
nothing is cached and the build goes on. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

LARGEST = 300_000_000  # bytes of all entries; a site of a thousand exercises needs a third
UNUSED = 30 * 86_400  # seconds after which an unused entry is removed
_TOUCHED = 3_600  # seconds: the time of last use is updated no more often
_DIGEST = 16  # bytes
_ASIDE = ".aside-"


class BuildCache:
    """Entries in `folder`, with a subfolder for each kind; without a folder nothing is cached.

    `sources` are the files of code that entries are made by: another word in one, and all are made anew. `language` is
    the fingerprint of the catalogue whose words they hold, none for English.
    """

    def __init__(self, folder: Path | None = None, sources: Iterable[Path] = (), language: str | None = None) -> None:
        self._folder, self._sources, self._language = folder, tuple(sources), language
        self._written = False

    @classmethod
    def of(cls, project: Path) -> BuildCache:
        """The cache of a project: below `.cache/`, or in the folder named by LIMBER_CACHE, or none if that is `no`."""
        said = os.environ.get("LIMBER_CACHE", "")
        folder = None if said == "no" else Path(said).absolute() if said else project / ".cache" / "build"
        scripts = project / "scripts"
        code = (
            "hooks.py",
            "macros.py",
            "mkdocs_pages.py",
            "limber/**/*.py",
            "limber/**/*.json",
            "limber/**/*.woff2",
        )
        return cls(folder, (path for pattern in code for path in sorted(scripts.glob(pattern))))

    def in_language(self, language: str) -> BuildCache:
        """The cache of what is made in a language, by the fingerprint of its catalogue."""
        return BuildCache(self._folder, self._sources, language) if language else self

    def kept(self, kind: str, *parts: str | bytes) -> bytes | None:
        """The entry for these inputs, if there is one."""
        if not self._folder:
            return None
        try:
            with self._file(self._folder, kind, parts).open("rb") as file:
                whole = file.read()
                stale = time.time() - os.fstat(file.fileno()).st_mtime > _TOUCHED
        except OSError:
            return None
        if _digest(whole[_DIGEST:]) != whole[:_DIGEST]:
            return None
        if stale:
            with suppress(OSError):
                os.utime(self._file(self._folder, kind, parts))
        return whole[_DIGEST:]

    def keep(self, content: bytes, kind: str, *parts: str | bytes) -> None:
        """Store an entry for these inputs, if the folder is writable."""
        if not self._folder:
            return
        target = self._file(self._folder, kind, parts)
        aside = ""
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(prefix=_ASIDE, dir=target.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(content) + content)
            os.replace(aside, target)  # noqa: PTH105 (there is no Path yet)
            self._written = True
        except OSError:  # a folder that is read-only, or a disk that is full
            with suppress(OSError):
                Path(aside).unlink()

    def made(self, make: Callable[[], bytes], kind: str, *parts: str | bytes) -> bytes:
        """The entry for these inputs; if there is none, the result of `make`, which is stored."""
        content = self.kept(kind, *parts)
        if content is None:
            content = make()
            self.keep(content, kind, *parts)
        return content

    def tidy(self) -> None:
        """Remove entries that no build has used for long, and the least recently used ones above the size limit."""
        if not self._folder or not self._written:
            return
        found = sorted(_entries(self._folder), reverse=True)
        total, now = 0, time.time()
        for used, size, path in found:
            total += size
            left_behind = os.path.basename(path).startswith(_ASIDE) and now - used > _TOUCHED  # noqa: PTH119
            if total > LARGEST or now - used > UNUSED or left_behind:
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108 (there may be thousands)

    @cached_property
    def code(self) -> str:
        """The fingerprint of the code, of the Python version and of the catalogue of a language."""
        sources = (each for path in self._sources for each in (path.name, path.read_bytes()))
        return fingerprint(sys.version, *sources, *filter(None, [self._language]))

    def _file(self, folder: Path, kind: str, parts: tuple[str | bytes, ...]) -> Path:
        return folder / kind / fingerprint(self.code, *parts)


def fingerprint(*parts: str | bytes) -> str:
    """A hash of the parts and of where each ends."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(content) + content)
    return found.hexdigest()


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()


def _entries(folder: Path) -> Iterable[tuple[float, int, str]]:
    """For each entry when it was last used, its size in bytes and its path."""
    for kind in os.scandir(folder):
        if kind.is_dir(follow_symlinks=False):
            for entry in os.scandir(kind.path):
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime, status.st_size, entry.path
