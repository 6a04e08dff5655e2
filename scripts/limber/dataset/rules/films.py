"""Rules on films: one that is in `content/` can be played by every browser; one elsewhere is a link and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.media_files import missing
from limber.dataset.rules.tables import Record, Tables
from limber.media import films
from limber.media.kinds import FILMS, kind

_OF_A_FILE = {
    "licence": "The licence under which it may be shown, such as CC BY 4.0.",
    "author": "Who made it.",
}
_WEBVTT = "Save them as WebVTT, whose first line is WEBVTT."


def a_film_is_a_file_or_a_link(tables: Tables) -> Iterator[Problem]:
    """A file is published by this site, so that it needs the right to; a link has neither captions nor a place here."""
    for where, film in _films(tables):
        if "file" in film and "url" in film:
            yield Problem(
                (*where, "url"), say("this film has a file, too."), say('Take "url:" out: the file is played.')
            )
        elif "file" not in film and "url" not in film:
            what = say("it says neither file nor url.")
            yield Problem(
                where, what, say('Add "file:", the path of a film in content/, or "url:", a page that shows it.')
            )
        elif "file" in film:
            for key, meaning in _OF_A_FILE.items():
                if key not in film:
                    yield Problem(
                        where,
                        say("{key} is missing.", key=key),
                        say('Add "{key}:". {meaning}', key=key, meaning=meaning),
                    )
        else:
            for key in ("captions", "in_timer"):
                if key in film:
                    yield Problem(
                        (*where, key),
                        say("{key} is of a film that is a file.", key=key),
                        say("Take it out."),
                        at_key=True,
                    )


def a_film_is_there(tables: Tables) -> Iterator[Problem]:
    """A film and its captions lie in `content/`, spelt so."""
    for where, film in _films(tables):
        for key, endings, what in (("file", FILMS, "film"), ("captions", (".vtt",), "captions")):
            if (file := _file(tables, film, key)) and film[key].casefold().endswith(endings):
                yield from missing((*where, key), film[key], file, tables.content, endings, what)


def a_film_can_be_played(tables: Tables) -> Iterator[Problem]:
    """It is of a kind that every browser plays, and no larger than hosts take."""
    for where, film in _films(tables):
        file = _file(tables, film, "file")
        if not file or not file.is_file():
            continue
        if (size := file.stat().st_size) > films.MOST_BYTES:
            most = films.MOST_BYTES // 1_000_000
            what = say(
                "{file} has {size} MB; at most {most} MB are shown.",
                file=quoted(film["file"]),
                size=size // 1_000_000,
                most=most,
            )
            yield Problem((*where, "file"), what, say("Cut it to what one has to see. {save}.", save=films.SAVE))
            continue
        try:
            films.seen(file)
        except films.Unplayable as fault:
            yield Problem(
                (*where, "file"), say("{file} {what}", file=quoted(film["file"]), what=say(fault.what)), say(fault.tip)
            )


def captions_are_written_as_webvtt(tables: Tables) -> Iterator[Problem]:
    """Browsers read no other captions."""
    for where, film in _films(tables):
        file = _file(tables, film, "captions")
        if file and file.is_file() and kind(file) != "WebVTT":
            yield Problem(
                (*where, "captions"),
                say("{captions} holds no captions as WebVTT.", captions=quoted(film["captions"])),
                say(_WEBVTT),
            )


def _films(tables: Tables) -> Iterator[tuple[Place, Record]]:
    for where, record in tables.records("exercises"):
        for number, film in enumerate(record.get("videos", ())):
            if film is not None:
                yield (*where, "videos", number), film


def _file(tables: Tables, film: Record, key: str) -> Path | None:
    return tables.content / film[key] if tables.content and key in film else None
