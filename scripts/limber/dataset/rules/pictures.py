"""Rules on a coach's own pictures: the file exists, is what its name says, is small enough and holds no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.media_files import missing, named
from limber.dataset.rules.tables import Tables
from limber.media import pictures
from limber.media.kinds import AS_JPEG, PHOTOS, PICTURES, address, kind

LARGEST_DRAWING = 300_000  # bytes: two seconds over a slow network; photos are made smaller by the build
_READ = {"JPEG", "PNG", "WebP", "AVIF"}
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
    for where, name, file in _pictures(tables):
        yield from missing(where, name, file, tables.content, PICTURES, "image")


def a_picture_is_what_its_name_says(tables: Tables) -> Iterator[Problem]:
    """Some programs give a picture another ending and leave it what it was, which browsers do not show."""
    for where, name, file in _pictures(tables):
        if not file.is_file() or not file.stat().st_size:
            continue
        found, is_drawing = kind(file), file.suffix.lower() not in PHOTOS
        if found == "HEIC":
            yield Problem(
                where,
                say("{name} is a HEIC picture, which few browsers show, whatever its name says.", name=quoted(name)),
                say("Save it as JPEG. {as_jpeg}.", as_jpeg=AS_JPEG),
            )
        elif is_drawing == (found == "SVG") and (is_drawing or found in _READ):
            if not is_drawing and not _is_read(file):
                yield Problem(
                    where,
                    say("{name} is cut off or damaged.", name=quoted(name)),
                    say("Copy it anew from where it was made."),
                )
        else:
            yield Problem(
                where,
                say(
                    "{name} holds {kind}.",
                    name=quoted(name),
                    kind=f"a picture of the kind {found}" if found else "no picture that is known",
                ),
                say("Save it anew as SVG, PNG, JPEG, WebP or AVIF, with the ending of its kind."),
            )


def _is_read(file: Path) -> bool:
    try:
        pictures.seen(file)
    except pictures.Unreadable:
        return False
    except pictures.TooManyPixels:  # told of below
        return True
    return True


def a_picture_is_light(tables: Tables) -> Iterator[Problem]:
    """A drawing is shown as it is, over a slow network, too. A photo is made smaller, if the build can hold it."""
    for where, name, file in _pictures(tables):
        if not file.is_file():
            continue
        size, is_photo = file.stat().st_size, file.suffix.lower() in PHOTOS
        if not is_photo and size > LARGEST_DRAWING:
            yield Problem(
                where,
                say(
                    "{name} has {size} KB; a drawing has at most {largest_drawing} KB.",
                    name=quoted(name),
                    size=size // 1000,
                    largest_drawing=LARGEST_DRAWING // 1000,
                ),
                say("Save it with fewer shapes, or as a PNG."),
            )
        elif is_photo and size > pictures.MOST_BYTES:
            yield Problem(
                where,
                say(
                    "{name} has {size} MB; at most {most_bytes} MB are read.",
                    name=quoted(name),
                    size=size // 1_000_000,
                    most_bytes=pictures.MOST_BYTES // 1_000_000,
                ),
                say("Save it smaller: 2000 pixels wide are enough."),
            )
        elif is_photo and _is_too_wide(file):
            yield Problem(
                where,
                say(
                    "{name} has more than {most_pixels} million pixels.",
                    name=quoted(name),
                    most_pixels=pictures.MOST_PIXELS // 1_000_000,
                ),
                say("Save it smaller: 2000 pixels wide are enough."),
            )


def _is_too_wide(file: Path) -> bool:
    try:
        pictures.seen(file)
    except pictures.TooManyPixels:
        return True
    except pictures.Unreadable:
        return False
    return False


def a_file_has_an_address_of_its_own(tables: Tables) -> Iterator[Problem]:
    """Files are published in small letters, without spaces and accents."""
    taken: dict[str, str] = {}
    for where, name, _ in named(tables):
        this = address(name)
        photo = name.casefold().endswith(PHOTOS)
        of_all = this.rpartition(".")[0] if photo else this  # a photo may get another ending
        if not all(this.rpartition(".")[0].split("/")):
            yield Problem(
                where,
                say("{name} has a name without a letter or figure that an address holds.", name=quoted(name)),
                say("Rename the file with letters from a to z and figures, and write that name."),
            )
        elif taken.setdefault(of_all, name) != name:
            yield Problem(
                where,
                say(
                    "{name} and {taken} would have the same address, {this}.",
                    name=quoted(name),
                    taken=quoted(taken[of_all]),
                    this=quoted(this),
                ),
                say("Rename one of the files, and write that name."),
            )


def a_drawing_runs_nothing(tables: Tables) -> Iterator[Problem]:
    """An SVG can hold what a page can, and is opened by its address like one."""
    for where, name, file in _pictures(tables):
        if file.suffix.lower() != ".svg" or not file.is_file():
            continue
        content = file.read_bytes()
        for pattern, held in _RUNS:
            if pattern.search(content):
                yield Problem(
                    where,
                    say("{name} holds {held}.", name=quoted(name), held=held),
                    say("Save it as a plain SVG of shapes only, or as a PNG."),
                )
                break


def _pictures(tables: Tables) -> Iterator[tuple[Place, str, Path]]:
    """Each picture that is named: that of an exercise, or what stands in place of a film until it plays."""
    return (each for each in named(tables) if each[1].casefold().endswith(PICTURES))
