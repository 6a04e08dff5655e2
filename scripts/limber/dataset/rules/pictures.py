"""Rules on a coach's own pictures: the file exists, is small enough and holds no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from limber.dataset.problem import Place, Problem, quoted
from limber.dataset.rules.tables import Record, Tables
from limber.dataset.spelling import nearest

LARGEST = 300_000  # bytes: two seconds over a slow network
_PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"}
_RUNS = (
    (re.compile(rb"<\s*([\w-]+:)?script\b", re.I), "a script"),
    (re.compile(rb"<\s*([\w-]+:)?foreignObject\b", re.I), "a piece of a page"),
    (re.compile(rb"[\s\"'/]on[a-z]+\s*=", re.I), "an attribute that runs"),
    (re.compile(rb"href\s*=\s*[\"']?\s*(https?:|//|javascript:|data:text)", re.I), "a link to elsewhere"),
    (re.compile(rb"<!(ENTITY|DOCTYPE[^>]*\[)", re.I), "an entity of its own"),
    (re.compile(rb"(@import|url\(\s*[\"']?\s*(https?:|//))", re.I), "a request to another host"),
)


def a_picture_is_there(tables: Tables) -> Iterator[Problem]:
    """A picture that is named lies in `content/`, spelt so: most hosts tell capitals from small letters."""
    for where, image, file in _pictures(tables):
        there = _as_spelt(file)
        if there and there == file.name:
            continue
        name = image["file"]
        what = f"no file {quoted(name)} in {tables.content.name if tables.content else ''}/."
        pictures = _all(tables.content) if tables.content else []
        inside = name.partition("/")[2]
        near = nearest(name, pictures) or next((each for each in pictures if _name(each) == file.name), "")
        if name.startswith("content/") and inside in pictures:
            yield Problem(where, what, f'Leave "content/" out: it lies there anyway. Write "{inside}".')
        elif there:
            spelt = f"{name.removesuffix(file.name)}{there}"
            yield Problem(where, f"{what[:-1]}: capitals count.", f'Write "{spelt}", as the file is spelt.')
        elif near:
            yield Problem(where, what, f"Did you mean {quoted(near)}?")
        else:
            yield Problem(where, what, "Put it there, or take the image out.")


def _as_spelt(file: Path) -> str:
    """The name of a file as its folder spells it, whose capitals may be others; nothing where there is none."""
    if not file.parent.is_dir():
        return ""
    names = [each.name for each in file.parent.iterdir() if each.is_file() and each.name.lower() == file.name.lower()]
    return file.name if file.name in names else next(iter(names), "")


def _all(content: Path) -> list[str]:
    """Every picture in `content/`, as the data names it."""
    files = (each for each in sorted(content.rglob("*")) if each.suffix.lower() in _PICTURES and each.is_file())
    return [each.relative_to(content).as_posix() for each in files]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def a_picture_is_light(tables: Tables) -> Iterator[Problem]:
    """A page is read on a phone, over a slow network."""
    for where, image, file in _pictures(tables):
        if file.is_file() and (size := file.stat().st_size) > LARGEST:
            yield Problem(
                where,
                f"{quoted(image['file'])} has {size // 1000} KB; at most {LARGEST // 1000} KB are shown.",
                "Make it smaller: 1200 pixels wide are enough.",
            )


def a_drawing_runs_nothing(tables: Tables) -> Iterator[Problem]:
    """An SVG can hold what a page can, and is opened by its address like one."""
    for where, image, file in _pictures(tables):
        if file.suffix.lower() != ".svg" or not file.is_file():
            continue
        content = file.read_bytes()
        for pattern, name in _RUNS:
            if pattern.search(content):
                yield Problem(
                    where,
                    f"{quoted(image['file'])} holds {name}.",
                    "Save it as a plain SVG of shapes only, or as a PNG.",
                )
                break


def _pictures(tables: Tables) -> Iterator[tuple[Place, Record, Path]]:
    if tables.content is None:
        return
    for where, record in tables.records("exercises"):
        for number, image in enumerate(record.get("images", ())):
            if image and "file" in image:
                yield (*where, "images", number, "file"), image, tables.content / image["file"]
