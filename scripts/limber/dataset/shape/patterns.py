"""Words the problems of texts that do not match their pattern: codes, dates, addresses, tempo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from limber.dataset.problem import WITH_PAGES, Place, Problem, Said, listed, quoted, say
from limber.dataset.shape import schemas
from limber.dataset.shape.schemas import Schema
from limber.dataset.shape.wrong_types import as_written, kind_of
from limber.dataset.spelling import is_nothing, nearest, says_none, slug
from limber.media.kinds import AS_JPEG

_JOINTS = re.compile(r"\s*[-‐‑‒–—/:.,\s]\s*")
_PICTURES = "an SVG, PNG, JPEG, WebP or AVIF"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_OTHERS = ("gif", "tif", "tiff", "bmp", "pdf", "psd", "ai", "eps")


def problem(where: Place, schema: Schema, value: Any, data: Any) -> Problem:
    """The problem that a text has not the form that `schema` asks for."""
    key = where[-2] if isinstance(where[-1], int) else where[-1]
    about = _film if key == "file" and "videos" in where else _BY_KEY.get(str(key))
    what, tip = about(value, data) if about else (None, None)
    return Problem(
        where, what or say("{value} does not fit here.", value=quoted(value)), tip or schemas.described(schema)
    )


def is_tempo(value: Any) -> bool:
    """Whether a number, or a list of numbers, is meant for a tempo."""
    return type(value) is int or (isinstance(value, list) and all(type(each) is int for each in value))


def tempo(where: Place, schema: Schema, value: Any) -> Problem:
    """The problem that a tempo is a number or a list, with what is to be written for it."""
    written = "-".join(map(str, value)) if isinstance(value, list) else str(value)
    what = say("this is {kind}; it should be a text.", kind=kind_of(value))
    if re.search(schema["pattern"], written):
        return Problem(where, what, say('Write "{written}".', written=written))
    return Problem(where, what, _tempo(written, None)[1])


def _tempo(value: str, _data: Any) -> tuple[Said, Said]:
    figures = _JOINTS.split(value.strip())
    if len(figures) == 1 and re.fullmatch(r"[\dxX]{2,5}", value):
        figures = list(value)
    fast = ("x", "X")
    if not all(each.isascii() and each.isdecimal() and len(each) < 3 for each in figures if each not in fast):
        return say("{value} is no tempo.", value=quoted(value)), say(_FOUR)
    if len(figures) in (3, 4):
        what = say("the figures of {value} are not joined by plain hyphens.", value=quoted(value))
        return what, say('Write "{figures}".', figures="-".join(figures))
    count = f"{len(figures)} figure{'s' if len(figures) > 1 else ''}"
    return say("{value} has {count}; a tempo has four.", value=quoted(value), count=count), say(_FOUR)


_FOUR = 'Write the seconds of lower, pause, raise and pause, such as "3-1-1-0" or "30X1", or take the tempo out.'


def _breath_pattern(value: str, _data: Any) -> tuple[Said, Said]:
    figures = _JOINTS.split(value.strip())
    what = say("{value} is no pattern of a breath.", value=quoted(value))
    if 2 <= len(figures) <= 4 and all(each.isascii() and each.isdecimal() and len(each) < 3 for each in figures):
        return say("the figures of {value} are not joined by plain hyphens.", value=quoted(value)), say(
            'Write "{figures}".', figures="-".join(figures)
        )
    return what, say('Write the seconds of in, hold and out, such as "4-7-8", or take it out.')


def _band(value: str, _data: Any) -> tuple[Said, Said]:
    better = "-".join(re.findall("[a-z]+", value.casefold()))
    what = say(
        "{value} is no colour as it is written here: lower-case letters, with hyphens for spaces.", value=quoted(value)
    )
    return what, say("Write {better}.", better=better) if better else say("Write the colour, such as red.")


def _code(value: str, data: Any) -> tuple[Said, Said]:
    letters = "".join(re.findall("[a-z]", value.casefold()))
    what = say("{value} is no code: that is two to five lower-case letters.", value=quoted(value))
    usable = 2 <= len(letters) <= 5 and letters not in _codes(data)
    return what, say('Write "{letters}".', letters=letters) if usable else say(
        'Write one that no other record has, such as "cs", for links.'
    )


def _codes(data: Any) -> set[str]:
    """The codes that records have."""
    tables = (data.get(table) for table in WITH_PAGES) if isinstance(data, dict) else ()
    records = (each for table in tables if isinstance(table, dict) for each in table.values())
    return {str(each.get("code")) for each in records if isinstance(each, dict)}


def _date(value: str, _data: Any) -> tuple[Said, Said]:
    words = re.findall(r"\d+|[a-z]+", value.casefold())
    months = [_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS]
    numbers = [int(word) for word in words if word.isdecimal()]
    years = [each for each in numbers if 2000 <= each < 2100]
    days = [each for each in numbers if each not in years]
    what = say("{value} is no date as it is written here: year, month, day.", value=quoted(value))
    if len(years) == 1 and len(months) == 1 and len(days) == 1:
        days = [months[0], days[0]]
    elif len(years) != 1 or len(days) != 2 or months or numbers[0] != years[0]:
        return what, say('Write it in this order, such as "2026-11-22".')
    try:
        return what, say('Write "{isoformat}".', isoformat=date(years[0], days[0], days[1]).isoformat())
    except ValueError:
        return what, say('Write it in this order, such as "2026-11-22".')


def _url(value: str, _data: Any) -> tuple[Said, Said]:
    bare = re.sub(r"^(?:https?:/{0,2}|//)", "", value.strip(), flags=re.I)
    if re.fullmatch(r"[\w.-]+\.[a-z]{2,}(?:[/?#][^\s<>\"'{}|\\^`]*)?", bare, re.I):
        return say("{value} does not begin with https://.", value=quoted(value)), say(
            'Write "https://{bare}".', bare=bare
        )
    if re.match(r"https?://(?:[/?#]|$)", value, re.I):
        tip = say("Write the name of the site behind https://, such as example.org in https://example.org/arms.")
        return say("{value} does not say on which site.", value=quoted(value)), tip
    first, *more = value.split() or [value]
    if more:
        tip = say("Copy it from the address bar of a browser again, where a space is %20")
        if first.startswith("https://"):
            tip = say(
                "Write {first} when what follows does not belong to it. Else c{tip}", first=quoted(first), tip=tip[1:]
            )
        return say("{value} has a space in it; an address has none.", value=quoted(value)), say("{tip}.", tip=tip)
    return say("{value} is no address.", value=quoted(value)), say(
        "Copy it from the address bar of a browser: it begins with https://."
    )


def _file(value: str, _data: Any) -> tuple[Said, Said]:
    path = value.strip().replace("\\", "/")
    ending = path.rpartition(".")[2].casefold()
    if ending in ("heic", "heif"):
        return (
            say("{value} is a picture that few browsers show.", value=quoted(value)),
            say("Save it as JPEG, and write that name. {as_jpeg}.", as_jpeg=AS_JPEG),
        )
    if ending in ("mp4", "mov", "m4v", "webm"):
        return say("{value} is a film.", value=quoted(value)), say(
            'Name it below "videos:", beside "alt:", "licence:" and "author:".'
        )
    if ending in _OTHERS or "." not in path.rpartition("/")[2]:
        return (
            say("{value} is no picture that every browser shows.", value=quoted(value)),
            say("Save it as {pictures}, and write that name.", pictures=_PICTURES),
        )
    return _of_path(value, path, "picture", "images")


def _film(value: str, _data: Any) -> tuple[Said, Said]:
    path = value.strip().replace("\\", "/")
    ending = path.rpartition(".")[2].casefold()
    if re.match(r"https?:/|www\.", path, re.I):
        return say("{value} is no file in content/.", value=quoted(value)), say(
            'Write "url:" in place of "file:", for a film elsewhere.'
        )
    if ending not in ("mp4", "m4v", "webm"):
        tip = say("Save it as MP4 with H.264 and AAC, and write that name.")
        return say("{value} is no film that every browser plays.", value=quoted(value)), tip
    return _of_path(value, path, "film", "videos")


def _captions(value: str, _data: Any) -> tuple[Said, Said]:
    path = value.strip().replace("\\", "/")
    if is_nothing(value) or value.strip(" .").casefold().replace("-", " ") in _SILENT:
        return say("{value} leaves open whether anyone speaks.", value=quoted(value)), say('Write "no speech".')
    if path.rpartition(".")[2].casefold() != "vtt":
        tip = say('Save them as WebVTT (.vtt), and write that name. Where nobody speaks, write "no speech".')
        return say("{value} are no captions that a browser reads.", value=quoted(value)), tip
    return _of_path(value, path, "captions", "videos")


def _of_path(value: str, path: str, what_it_is: str, folder: str) -> tuple[Said, Said]:
    """The problem of a path of the right ending: where it leads, or the signs in it."""
    if path.startswith("/") and re.fullmatch(r"/\w[\w -]*(/[\w -]+)*\.\w+", path, re.ASCII):
        return say("{value} begins with a slash.", value=quoted(value)), say(
            'Leave it out: paths begin in content/. Write "{path}".', path=path[1:]
        )
    if re.match(r"[a-z]+:/", path, re.I) or path.startswith(("/", "..")):
        return (
            say("{value} lies outside of content/.", value=quoted(value)),
            say(
                'Put the {what_it_is} into content/{folder}/, and write "{folder}/" and its name.',
                what_it_is=what_it_is,
                folder=folder,
            ),
        )
    stem, _, ending = path.removeprefix("./").rpartition(".")
    better = "/".join(slug(each) for each in stem.split("/"))
    what = say("{value} has signs that no file name holds everywhere.", value=quoted(value))
    return (
        what,
        say(
            "Rename the file to letters, digits and hyphens, and write that: {value}.",
            value=quoted(f"{better}.{ending.casefold()}"),
        ),
    )


def _contraindications(value: str, _data: Any) -> tuple[Said, Said]:
    if says_none(value):
        return say("{value} is no list, and none has a value of its own.", value=quoted(value)), say('Write "none".')
    if is_nothing(value):
        return say("{value} leaves open whether anyone looked.", value=quoted(value)), say('Write "none".')
    what = say("this is the text {value}; it should be a list.", value=quoted(value))
    return what, say(
        "Begin it on a line of its own with a hyphen and a space: - {as_written}", as_written=as_written(value)
    )


def _source(value: str, data: Any) -> tuple[Said, Said]:
    sources = data.get("sources") if isinstance(data, dict) else None
    ids = list(sources) if isinstance(sources, dict) else []
    what = say('{value} is neither "own" nor a source.', value=quoted(value))
    if near := nearest(value, ids):
        return (
            say('the id of a source stands below "work:".'),
            say("Write {work: {near}, ours: []}, and what is yours in the brackets.", near=near),
        )
    if slug(value) in _MINE:
        return what, say('Write "own".')
    there = (
        f' A work that stands in "sources:" is named so: {{work: {ids[0]}, ours: []}}. There is {_or(ids)}.'
        if ids
        else ""
    )
    return what, say('Write "own" when it is your own.{there} Add any other work to "sources:" first.', there=there)


def _or(ids: Iterable[str]) -> str:
    return listed([quoted(each) for each in ids], "or")


def _time_of_day(value: str, _data: Any) -> tuple[Said, Said]:
    """`9`, `9 am`, `0900`, `5.30 pm` and `noon` as 24-hour times."""
    text = {"noon": "12", "midday": "12", "midnight": "0"}.get(value.strip().casefold(), value.strip().casefold())
    what = say(
        "{value} is no time of the day as it is written here, with two figures for its minutes.", value=quoted(value)
    )
    found = re.fullmatch(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(?:h|uhr|o'clock)?\s*(?:([ap])\.?m\.?)?", text)
    if found:
        hour, minutes, half = int(found[1]), found[2] or "00", found[3]
        hour = hour % 12 + 12 * (half == "p") if half else hour
        if hour < 24 and minutes < "60":
            return what, say('Write "{hour}:{found}".', hour=f"{hour:02}", found=minutes)
    return what, say('Write it in 24 hours, such as "09:00" or "17:30".')


_SILENT = ("no speech", "silent", "not spoken", "no words", "no sound")
_MINE = {"own", "mine", "me", "my-own", "own-work", "self", "ours", "our-own", "original", "none", "myself"}

_BY_KEY: dict[str, Callable[[str, Any], tuple[Said, Said]]] = {
    "tempo": _tempo,
    "breath_pattern": _breath_pattern,
    "band": _band,
    "bands": _band,
    "code": _code,
    "date": _date,
    "reviewed": _date,
    "url": _url,
    "page": _url,
    "file": _file,
    "poster": _file,
    "captions": _captions,
    "contraindications": _contraindications,
    "source": _source,
    "from": _time_of_day,
    "to": _time_of_day,
}
