"""Takes the records of free exercise databases in JSON: of free-exercise-db's shape, of wger's and of exercemus'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from limber.imports.draft import clean
from limber.imports.pictures import Picture
from limber.imports.source_file import UnreadableError
from limber.imports.taking import Found, Taking, cues
from limber.imports.texts import lines_of_html, sentences, without_mark

Json = Any
_KINDS = {
    "strength": "strength",
    "powerlifting": "strength",
    "olympic weightlifting": "strength",
    "strongman": "strength",
    "crossfit": "strength",
    "calisthenics": "strength",
    "stretching": "stretch",
    "mobility": "mobility",
    "cardio": "cardio",
    "plyometrics": "plyometric",
    "plyometric": "plyometric",
    "balance": "balance",
}
_NO_THING = {"", "none", "body only", "bodyweight", "body weight", "none (bodyweight exercise)", "other"}
_LICENCES = {1: "CC BY-SA 3.0", 2: "CC BY-SA 4.0", 3: "CC0 1.0", 4: "CC BY 4.0", 5: "CC BY 3.0"}
"""wger's numbers of licences."""
_LANGUAGES = {1: "de", 2: "en", 4: "es", 5: "ru", 6: "nl", 7: "pt", 8: "el", 9: "cs", 10: "sv", 12: "fr", 13: "it"}
"""wger's numbers of languages."""


def take(data: Json, taking: Taking, language: str) -> None:
    """Takes each record of a database, whichever of the three it is; `language` is that of the words to take."""
    records = _records(data)
    no_place: Counter[str] = Counter()
    for number, record in enumerate(records, 1):
        reading = _reading(record)
        if not reading:
            taking.draft.say(number, "not understood", "a record of a shape that is not known")
            continue
        taking.draft.kind = taking.draft.kind or reading[0]
        found = reading[1](record, number, language)
        if isinstance(found, str):
            taking.draft.say(number, "not understood", found)
            continue
        no_place.update(found.no_place)
        if taking.exercise(found) and not found.keys.get("instructions"):
            taking.draft.say(number, "not understood", "it has no instructions")
    if no_place:
        said = ", ".join(f"{key} of {count}" for key, count in no_place.items())
        taking.draft.say(0, "left out", f"{said}, for which a record has no place.")


def _records(data: Json) -> list[Json]:
    """The list of records in a file, an answer of an API, or a file of one record."""
    if isinstance(data, dict):
        for key in ("exercises", "results", "data"):
            if isinstance(data.get(key), list) and "uuid" not in data and "name" not in data:
                return list(data[key])
        return [data]
    if isinstance(data, list):
        return data
    raise UnreadableError("It is JSON without records.")


def _reading(record: Json) -> tuple[str, Callable[[Mapping[str, Json], int, str], Found | str]] | None:
    """The name of the shape of a record, and how it is read."""
    if not isinstance(record, dict):
        return None
    if "primaryMuscles" in record:
        return "records of free-exercise-db's shape", _free_exercise_db
    if "primary_muscles" in record:
        return "records of exercemus' shape", _exercemus
    if "translations" in record or ("uuid" in record and ("exercises" in record or "description" in record)):
        return "records of wger's shape", _wger
    return None


def _free_exercise_db(record: Mapping[str, Json], line: int, _: str) -> Found | str:
    if not (name := _text(record.get("name"))):
        return "a record without a name"
    id_ = _text(record.get("id"))
    found = Found(line, name, source_id=f"free-exercise-db-{id_}" if id_ else "")
    found.keys = _keys(record, "primaryMuscles", "secondaryMuscles", found)
    found.equipment = _things([record.get("equipment")])
    found.licence, found.author = _licence(record.get("license", record.get("licence"))), _text(record.get("author"))
    found.publisher = "free-exercise-db"
    if re.fullmatch(r"[\w-]+", id_):
        found.url = f"https://github.com/yuhonas/free-exercise-db/blob/main/exercises/{id_}.json"
        found.title = name
    found.author = found.author or "free-exercise-db"
    found.no_place = _others(record, ("level", "force", "mechanic", "alternateNames"))
    found.pictures = list(_pictures(record, found))
    return found


def _exercemus(record: Mapping[str, Json], line: int, _: str) -> Found | str:
    if not (name := _text(record.get("name"))):
        return "a record without a name"
    found = Found(line, name, source_id=f"exercemus-{name}")
    if not _list(record.get("instructions")) and record.get("description"):
        record = {**record, "instructions": lines_of_html(_text(record["description"]))}
    found.keys = _keys(record, "primary_muscles", "secondary_muscles", found)
    short, long = cues([clean(_text(each)) for each in _list(record.get("tips")) if _text(each)])
    found.unread += long
    if short:
        found.keys["cues"] = short
    found.equipment = _things(_list(record.get("equipment")))
    found.licence, found.author = _licence(record.get("license")), _text(record.get("license_author")) or "exercemus"
    found.url, found.title, found.publisher = "https://github.com/exercemus/exercises", name, "exercemus"
    found.no_place = _others(record, ("tempo", "aliases", "variation_on", "video"))
    found.pictures = list(_pictures(record, found))
    return found


def _wger(record: Mapping[str, Json], line: int, language: str) -> Found | str:
    said = _in_language(record, language)
    if said is None:
        return f'exercise {_text(record.get("id")) or line} is not there in "{language}"'
    if not (name := _text(said.get("name"))):
        return "a record without a name"
    id_ = _text(record.get("id"))
    found = Found(line, name, source_id=f"wger-{id_}" if id_ else "")
    lines = lines_of_html(_text(said.get("description")))
    comments = [
        _text(each.get("comment"))
        for each in _list(said.get("notes")) or _list(record.get("comments"))
        if isinstance(each, dict)
    ]
    found.keys = _keys({**record, "instructions": lines}, "muscles", "muscles_secondary", found)
    short, long = cues([clean(each) for each in comments if each])
    found.unread += long
    if short:
        found.keys["cues"] = short
    found.equipment = _things(
        [each.get("name") if isinstance(each, dict) else each for each in _list(record.get("equipment"))]
    )
    found.licence = _licence(said.get("license")) or _licence(record.get("license"))
    found.author = _text(said.get("license_author")) or _text(record.get("license_author")) or "wger.de"
    found.title, found.publisher = _text(said.get("license_title")) or name, "wger"
    own = _text(said.get("license_object_url"))
    found.url = own if own.startswith("https://") else f"https://wger.de/api/v2/exerciseinfo/{id_}/"
    found.pictures = list(_pictures(record, found, of_each=True))
    found.no_place = _others(record, ("variations", "videos", "aliases"))
    return found


def _in_language(record: Mapping[str, Json], language: str) -> Mapping[str, Json] | None:
    """What a record of wger's says in a language; older answers have one record for each."""
    several = _list(record.get("translations")) or _list(record.get("exercises"))
    for each in several or [record]:
        if not isinstance(each, dict):
            continue
        of = each.get("language")
        code = (
            _text(of.get("short_name"))
            if isinstance(of, dict)
            else _LANGUAGES.get(of, "")
            if isinstance(of, int)
            else ""
        )
        if code == language or ("language" not in each and not several):
            return each
    return None


def _pictures(record: Mapping[str, Json], found: Found, *, of_each: bool = False) -> Iterator[Picture]:
    """The pictures of a record: paths or addresses, or records with a licence of their own; else its licence is theirs.

    `of_each`: only a picture's own licence counts, as where the record's is of its words.
    """
    author = _text(record.get("license_author")) or _text(record.get("author"))
    for each in _list(record.get("images")):
        own = each if isinstance(each, dict) else {}
        name = _text(each) or next(
            (text for key in ("image", "url", "path", "file") if (text := _text(own.get(key)))), ""
        )
        licence = _licence(own.get("license", own.get("licence")))
        if not licence and not of_each:
            licence = _licence(record.get("license", record.get("licence")))
        elsewhere = _text(own.get("license_object_url")) or _text(own.get("license_derivative_source_url"))
        if name:
            by = _text(own.get("license_author")) or _text(own.get("author")) or ("" if of_each else author)
            yield Picture(name, licence, clean(by, 60), found.publisher, elsewhere)


def _keys(record: Mapping[str, Json], main: str, others: str, found: Found) -> dict[str, Json]:
    """Kind, muscles and instructions of a record."""
    keys: dict[str, Json] = {}
    category = record.get("category")
    name = _text(category.get("name") if isinstance(category, dict) else category).lower()
    if kind := _KINDS.get(name):
        keys["kind"] = kind
    elif name:
        found.unread.append(("category", name))
    muscles = [_muscle(each) for each in [*_list(record.get(main)), *_list(record.get(others))]]
    if named := list(dict.fromkeys(each for each in muscles if each)):
        keys["muscles"] = named
    lines = [each for line in _list(record.get("instructions")) for each in sentences(without_mark(_text(line)))]
    if lines:
        keys["instructions"] = lines
    return keys


def _muscle(each: Json) -> str:
    name = _text(each.get("name_en")) or _text(each.get("name")) if isinstance(each, dict) else _text(each)
    return clean(name.lower(), 60) if not name.isdigit() else ""


def _licence(value: Json) -> str:
    """The name of a licence, which may be a number of wger's, a name, or a record of both."""
    if isinstance(value, dict):
        return _text(value.get("short_name")) or _text(value.get("full_name")) or _text(value.get("url"))
    if isinstance(value, int) and not isinstance(value, bool):
        return _LICENCES.get(value, f"licence number {value}")
    return _text(value)


def _things(values: list[Json]) -> list[str]:
    return [text for each in values if (text := clean(_text(each))).lower() not in _NO_THING and not text.isdigit()]


def _others(record: Mapping[str, Json], keys: tuple[str, ...]) -> list[str]:
    """Keys that say something, and have no place in a record here."""
    return [key for key in keys if record.get(key)]


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _text(value: Json) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None or isinstance(value, (dict, list)):
        return ""
    return str(value)
