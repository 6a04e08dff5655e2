"""Loads the dataset from the build cache, or reads and checks it anew if any of its inputs has changed.

Reading and checking a thousand exercises takes longer than everything else before pages are made. On a cache hit the
modules that do it are not even imported.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from limber.build_cache import BuildCache, fingerprint
from limber.dataset.loaded import Loaded
from limber.dataset.yaml import joined_files, written_in

if TYPE_CHECKING:
    from limber.dataset.yaml.reading import Reading
    from limber.languages.language import Language
    from limber.model.nouns import Dataset
    from limber.model.site import Site

_DATASET, _READING, _LAST, _TRANSLATED = "dataset", "dataset-reading", "dataset-last", "dataset-translated"
SCHEMAS = Path(__file__).parents[3] / "data"
_LARGE = 1_000_000  # bytes


def loaded(cache: BuildCache, path: Path, content: Path, published: Path, before: Loaded | None = None) -> Loaded:
    """The dataset in the file or folder at `path`, with pictures below `content`, checked against the ledger at
    `published`.

    Records that were valid `before`, or in the last build, are not checked again. Raises `problem.DatasetError`.
    """
    raw = _joined(path) if path.is_dir() else _bytes(path)
    promised, schema = _bytes(published), _bytes(path.with_name("exercises.schema.json"))
    checked_by = (schema, version("pyyaml"), version("jsonschema-rs"), written_in.language_of(content))
    name = fingerprint(raw, promised, *_pictures(content), *checked_by)
    if kept := cache.kept(_DATASET, name):
        return _unpacked(cache, name, kept, raw.decode())
    from limber.dataset import load

    here = (*checked_by, str(path.absolute()))
    found = load.loaded(path, content, published, before or _last(cache, here))
    if found.text.encode() == raw:  # else it was saved meanwhile
        cache.keep(pickle.dumps(found.dataset), _DATASET, name)
        cache.keep(pickle.dumps((raw, found.reading)), _READING, name)
        cache.keep(name.encode(), _LAST, *here)
    return found


def site(cache: BuildCache, path: Path, routines: Collection[str] | None) -> Site:
    """What the file at `path` tells of the site, where `routines` are the ids of its dataset, or None while nobody
    knows. Raises `problem.DatasetError`.
    """
    schema = path.with_name("site.schema.json")
    ids = "?" if routines is None else "/".join(routines)
    drawings = [_bytes(each) for each in sorted(path.parent.glob("*.svg"))]
    made_of: tuple[str | bytes, ...] = (*drawings, _bytes(path), _bytes(schema), str(path.exists()), ids)
    if kept := cache.kept("site", *made_of):
        found: Site = pickle.loads(kept)  # noqa: S301 (our own, and whole: the cache has looked)
        return found
    from limber.dataset import site_file

    made = site_file.load(path, routines)
    cache.keep(pickle.dumps(made), "site", *made_of)
    return made


def translated(
    cache: BuildCache,
    found: Loaded,
    site: Site,
    file: Path,
    own: str,
    language: Language,
    content: Path,
    published: Path,
) -> tuple[Dataset, Mapping[str, Any]]:
    """The dataset and what the site says of itself in a language, with the texts in `file`; what these lack is in the
    language `own`. Raises `problem.DatasetError`.
    """
    made_of: tuple[str | bytes, ...] = (
        *(found.text, repr(site), _bytes(file), str(file.exists()), str(file.absolute())),
        *(own, language.code, language.fingerprint, _bytes(published), *_pictures(content)),
        *(_bytes(each) for each in sorted(SCHEMAS.glob("*.schema.json"))),
    )
    if kept := cache.kept(_TRANSLATED, *made_of):
        told: tuple[Dataset, Mapping[str, Any]] = pickle.loads(kept)  # noqa: S301 (our own, and whole: the cache has looked)
        return told
    from limber.dataset import translations

    made = translations.translated(found, site, file, own, language, content, published)
    cache.keep(pickle.dumps((made.dataset, made.site)), _TRANSLATED, *made_of)
    return made.dataset, made.site


def _last(cache: BuildCache, here: tuple[bytes | str, ...]) -> Loaded | None:
    """The file as it was when it was last found valid."""
    name = (cache.kept(_LAST, *here) or b"").decode()
    dataset, reading = cache.kept(_DATASET, name), cache.kept(_READING, name)
    return _unpacked(cache, name, dataset, pickle.loads(reading)[0].decode()) if dataset and reading else None  # noqa: S301


def _unpacked(cache: BuildCache, name: str, kept: bytes, text: str) -> Loaded:
    dataset: Dataset = pickle.loads(kept)  # noqa: S301 (our own, and whole: the cache has looked)
    return Loaded(dataset, text, lambda: _reading(cache, name, text))


def _reading(cache: BuildCache, name: str, text: str) -> Reading:
    if kept := cache.kept(_READING, name):
        reading: Reading = pickle.loads(kept)[1]  # noqa: S301 (the same)
        return reading
    from limber.dataset.yaml.several_files import read_all

    return read_all(text, "")


def _joined(folder: Path) -> bytes:
    return joined_files.joined((each.name, _bytes(each)) for each in joined_files.files_in(folder))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _pictures(content: Path) -> Iterator[str | bytes]:
    """The files that are read: each that may be a picture or a film. A large one is known by its size and its date."""
    for file in sorted(each for each in content.rglob("*") if each.suffix != ".md" and each.is_file()):
        status = file.stat()
        large = status.st_size > _LARGE
        yield f"{file.relative_to(content).as_posix()} {status.st_size} {status.st_mtime_ns if large else 0}"
        yield b"" if large else _bytes(file)
