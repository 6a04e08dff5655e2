"""Rules about a coach's own pictures: there, light, and with nothing in them that runs; knows no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from limber.problem import Place, Problem, nearest, quoted
from limber.tables import Record, Tables

LARGEST = 300_000  # bytes: two seconds over a slow network
_RUNS = (
    (re.compile(rb"<\s*([\w-]+:)?script\b", re.I), "a script"),
    (re.compile(rb"<\s*([\w-]+:)?foreignObject\b", re.I), "a piece of a page"),
    (re.compile(rb"[\s\"'/]on[a-z]+\s*=", re.I), "an attribute that runs"),
    (re.compile(rb"href\s*=\s*[\"']?\s*(https?:|//|javascript:|data:text)", re.I), "a link to elsewhere"),
    (re.compile(rb"<!(ENTITY|DOCTYPE[^>]*\[)", re.I), "an entity of its own"),
    (re.compile(rb"(@import|url\(\s*[\"']?\s*(https?:|//))", re.I), "a request to another host"),
)


def a_picture_is_there(tables: Tables) -> Iterator[Problem]:
    """A picture that is named lies in `content/`, spelt so."""
    for where, image, file in _pictures(tables):
        if file.is_file():
            continue
        there = [each.name for each in file.parent.iterdir() if each.is_file()] if file.parent.is_dir() else []
        near = nearest(image["file"].rpartition("/")[2], there)
        yield Problem(
            where,
            f"no file {quoted(image['file'])} in {tables.content.name if tables.content else ''}/.",
            f"Did you mean {quoted(near)}?" if near else "Put it there, or take the image out.",
        )


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
        if file.suffix != ".svg" or not file.is_file():
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
