"""Brings the pictures of records: those whose licence the record states, from files beside what is imported.

Nothing is downloaded. A picture that is an address only, or that may not be shown, is named with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from limber.imports.draft import clean
from limber.imports.licence_names import Refusal, licence_of
from limber.media import pictures
from limber.media.kinds import AS_JPEG, address, kind

_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WebP": "webp", "AVIF": "avif"}
_FREE = ("public domain", "CC0 1.0")
"""By these a picture may be shown without its author's name."""
_LONGEST_NAME = 200  # characters of a path; more, no system may look for
_AUTHOR = 80  # characters, as in the schema


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a record names it: a path or an address, its licence and author, empty where none is stated.

    `publisher` is the database that it is of, `source` an address where its maker shows it.
    """

    name: str
    licence: str
    author: str
    publisher: str
    source: str = ""


class NotBrought(Exception):  # noqa: N818 (it reads as what it says)
    """Why a picture is not brought, and what to do."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where pictures may lie beside what is imported, and the folder of the site's content; `files` are to be copied.

    `files` has each by its path below the content.
    """

    beside: Path | None = None
    content: Path | None = None
    files: dict[str, Path] = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)  # by the name of the file that each would be saved as

    def brought(self, picture: Picture) -> dict[str, Any]:
        """The picture as a record of data, which is copied from then on. Raises `NotBrought`."""
        right = licence_of(picture.licence)
        if not picture.licence:
            raise NotBrought("the record states no licence for it")
        if isinstance(right, Refusal):
            raise NotBrought(right.why)
        if right == "own":
            raise NotBrought(f'"{picture.licence}" does not say whose it is')
        if not picture.author and right not in _FREE:
            raise NotBrought(f"{right} asks for the author's name, and none is stated")
        by = clean(f"{picture.author} ({picture.publisher})" if picture.author else picture.publisher, _AUTHOR)
        found = self._file(picture.name, f"{{licence: {right}, author: {by}}}")
        return {"file": self._copied(found, picture.name), "licence": right, "author": by}

    def _file(self, name: str, right: str) -> Path:
        """The file of a picture, looked at by what it holds."""
        saved_as = _file_name(name)
        if _is_address(name) and self._addresses.setdefault(saved_as, name) != name:
            raise NotBrought(
                f"another picture is called {saved_as}, too. Put it into content/images/ later, with {right}"
            )
        found = next((each for each in self._places(saved_as) if each.is_file()), None)
        if not found and _is_address(name):
            way = f"Save it as {saved_as} beside the file before you write, or later in content/images/, with {right}"
            raise NotBrought(f"it lies on the net, and nothing is downloaded. {way}")
        if not found:
            raise NotBrought("there is no such file beside what is imported")
        what = kind(found)
        if what == "HEIC":
            raise NotBrought(f"it is a HEIC picture, which few browsers show. Save it as JPEG. {AS_JPEG}")
        if what == "SVG":
            raise NotBrought("it is a drawing (SVG). Look at it, and put it into content/images/ with its size")
        if what not in _ENDINGS:
            raise NotBrought(f"it holds {f'a picture of the kind {what}' if what else 'no picture that is known'}")
        try:
            pictures.seen(found)
        except pictures.Unreadable:
            raise NotBrought("it is cut off or damaged") from None
        except pictures.TooManyPixels:
            raise NotBrought("it has too many pixels. Save it smaller") from None
        if found.stat().st_size > pictures.MOST_BYTES:
            raise NotBrought(f"it has more than {pictures.MOST_BYTES // 1_000_000} MB. Save it smaller")
        return found

    def _places(self, name: str) -> Iterator[Path]:
        """Where a picture may lie, none of it outside of the folder of what is imported, or of its database."""
        if self.beside is None or not name or "\0" in name or len(name) > _LONGEST_NAME:
            return
        here = self.beside.resolve()
        for folder in (here, here / "images", here / "exercises", here.parent / "exercises"):
            file = (folder / name).resolve()
            if file.is_relative_to(folder):
                yield file

    def _copied(self, found: Path, name: str) -> str:
        """The path below the content that a picture is copied to, as the build would spell its address."""
        ending = _ENDINGS[kind(found)]
        parts = address(f"{_file_name(name).rpartition('.')[0]}.{ending}").removesuffix(f".{ending}").split("/")
        stem = "/".join(["images", *filter(None, parts)] if parts[-1] else ["images", "picture"])
        others = (f"{stem}-{number}.{ending}" for number in count(2))
        path = next(each for each in chain([f"{stem}.{ending}"], others) if self._is_free(each, found))
        self.files[path] = found
        return path

    def _is_free(self, path: str, found: Path) -> bool:
        """Whether a path is that of no other picture, here or on the site."""
        there = self.files.get(path) or (self.content / path if self.content else None)
        return there is None or not there.exists() or there == found or there.read_bytes() == found.read_bytes()


def _is_address(name: str) -> bool:
    return re.match(r"(?:https?:)?//", name, re.I) is not None


def _file_name(name: str) -> str:
    """A path without what leads out of its folder; of an address, its last part."""
    path = unquote(re.split(r"[?#]", name)[0]).rpartition("/")[2] if _is_address(name) else name
    return path.replace("\\", "/").strip().removeprefix("./")
