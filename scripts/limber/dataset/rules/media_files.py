"""Finds the files of pictures and films that records name, and words that one is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.tables import Tables
from limber.dataset.spelling import nearest
from limber.media.kinds import FILMS, PICTURES


def named(tables: Tables) -> Iterator[tuple[Place, str, Path]]:
    """Each file that is named at its place, with its path."""
    if tables.content is None:
        return
    for where, record in tables.records("exercises"):
        for key in ("images", "videos"):
            for number, each in enumerate(record.get(key, ())):
                for name in ("file", "captions", "poster"):
                    written = (each or {}).get(name, "")
                    if written.casefold().endswith((*PICTURES, *FILMS, ".vtt")):
                        yield (*where, key, number, name), written, tables.content / written


def missing(
    where: Place, name: str, file: Path, content: Path | None, endings: Collection[str], what_it_is: str
) -> Iterator[Problem]:
    """The problem that no file is there of this name, with the nearest of those that have one of the `endings`."""
    there = _as_spelt(file)
    if there and there == file.name:
        return
    what = say("no file {name} in {folder}/.", name=quoted(name), folder=content.name if content else "")
    others = _all(content, endings) if content else []
    inside = name.partition("/")[2]
    near = nearest(name, others) or next((each for each in others if _name(each) == file.name), "")
    if name.startswith("content/") and inside in others:
        yield Problem(where, what, say('Leave "content/" out: it lies there anyway. Write "{inside}".', inside=inside))
    elif there:
        spelt = f"{name.removesuffix(file.name)}{there}"
        yield Problem(
            where,
            say("{what}: capitals count.", what=what[:-1]),
            say('Write "{spelt}", as the file is spelt.', spelt=spelt),
        )
    elif near:
        yield Problem(where, what, say("Did you mean {near}?", near=quoted(near)))
    else:
        yield Problem(where, what, say("Put it there, or take the {what_it_is} out.", what_it_is=what_it_is))


def _as_spelt(file: Path) -> str:
    """The name of a file as its folder spells it, whose capitals may be others; nothing where there is none."""
    if not file.parent.is_dir():
        return ""
    names = [each.name for each in file.parent.iterdir() if each.is_file() and each.name.lower() == file.name.lower()]
    return file.name if file.name in names else next(iter(names), "")


def _all(content: Path, endings: Collection[str]) -> list[str]:
    """Every file in `content/` that ends so, as the data names it."""
    files = (each for each in sorted(content.rglob("*")) if each.suffix.lower() in endings and each.is_file())
    return [each.relative_to(content).as_posix() for each in files]


def _name(path: str) -> str:
    return path.rpartition("/")[2]
