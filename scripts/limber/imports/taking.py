"""Takes exercises into a draft: each once, with whose words it has, and with what is still to be written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from limber.imports.dose_words import DoseText, bands_of
from limber.imports.draft import Draft, Record, clean, fresh, id_of
from limber.imports.known import Known, folded
from limber.imports.licence_names import Refusal, Right, licence_of
from limber.imports.pictures import NotBrought, Picture, Shelf

NEEDED = ("instructions", "stop_signs", "dose")
"""What each exercise has to say, and an import cannot make up."""
_NAME, _CUE, _THING = 60, 90, 40  # characters, as in the schema


@dataclass(frozen=True, slots=True)
class Stated:
    """What whoever imports says of the whole file, where a record says nothing of its own."""

    licence: str = ""
    author: str = ""
    url: str = ""
    title: str = ""
    publisher: str = ""


@dataclass(slots=True)
class Found:
    """An exercise as a reader found it; texts are the source's own."""

    line: int
    name: str
    dose: DoseText = field(default_factory=DoseText)
    keys: dict[str, Any] = field(default_factory=dict)
    equipment: Sequence[str] = ()
    licence: str = ""
    author: str = ""
    url: str = ""
    title: str = ""
    publisher: str = ""
    source_id: str = ""  # by which it is known where it comes from
    unread: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    no_place: list[str] = field(default_factory=list)  # keys of a database that no record here has


class Taking:
    """Fills one draft."""

    def __init__(self, known: Known, stated: Stated, *, is_own: bool, shelf: Shelf | None = None) -> None:
        """`is_own`: a file that says nothing of it is taken to have the coach's own words, as in a table of theirs.

        `shelf` is where pictures lie, if any may be brought.
        """
        self.shelf = shelf or Shelf()
        self.draft = Draft()
        self.known = known
        self.stated = stated
        self.is_own = is_own
        self.by_name: dict[str, str] = {}

    def exercise(self, found: Found) -> str:
        """Takes an exercise; its id, also where it is there already, or empty if it may not be taken."""
        name = clean(found.name)
        name = name[:1].upper() + name[1:]
        id_ = id_of(name, f"exercise-{found.line}")
        if before := self.by_name.get(folded(name)):
            return before
        there = self.known.exercise(name, id_)
        source_id = id_of(found.source_id, "") if found.source_id else ""
        if there or (source_id and self.known.place("sources", source_id)):
            place = self.known.place("exercises", there) if there else self.known.place("sources", source_id)
            self.draft.say(found.line, "skipped", f'"{name}" is there already, {place}.')
            self.by_name[folded(name)] = there
            return there
        right = self._right(found)
        if isinstance(right, Refusal):
            self.draft.say(found.line, "refused", f'"{name}"', right.why)
            return ""
        id_ = fresh(id_, self.draft.tables["exercises"])
        self.by_name[folded(name)] = id_
        self._write(id_, name, found, self._source(found, right, source_id or id_, name))
        return id_

    def _right(self, found: Found) -> Right | Refusal:
        """By what right its words may be published, and whether all is known that this asks for."""
        said = found.licence or self.stated.licence
        if not said and self.is_own and not found.author and not found.url:
            return "own"
        right = licence_of(said)
        if isinstance(right, Refusal) or right == "own":
            return right
        if not (found.author or self.stated.author):
            return Refusal(f"{right} asks for the author's name, and none is said; --author gives it")
        url = found.url or self.stated.url
        if not re.fullmatch(r"https://[^\s<>\"'{}|\\^`/?#@:]+\.[^\s<>\"'{}|\\^`/?#@:.]+(/[^\s<>\"'{}|\\^`]*)?", url):
            return Refusal(f"{right} asks for where it comes from, an address with https://; --url gives it")
        return right

    def _source(self, found: Found, right: Right, id_: str, name: str) -> Any:
        """The key `source`, with its work in the table of sources."""
        if right == "own":
            return "own"
        stated = self.stated
        if not found.source_id:  # one work for the whole file
            id_ = id_of(stated.title or found.author or stated.author, "source")
        work = {
            "author": clean(found.author or stated.author, 200),
            "title": clean(found.title or stated.title or name, 200),
            "publisher": clean(found.publisher or stated.publisher or found.author or stated.author, 200),
            "url": found.url or stated.url,
            "licence": right,
        }
        sources = self.draft.tables["sources"]
        same = next((each for each, record in sources.items() if record.keys == work), None)
        id_ = same or fresh(id_, {*sources, *(id_ for table, id_ in self.known.places if table == "sources")})
        sources.setdefault(id_, Record(found.line, work))
        return {"work": id_, "ours": ["start_dose", "stop_signs"]}

    def _write(self, id_: str, name: str, found: Found, source: Any) -> None:
        keys: dict[str, Any] = {"name": name}
        if found.dose.limb or found.dose.alternates:
            keys["laterality"] = "alternating" if found.dose.alternates else "unilateral"
            if found.dose.limb:
                keys["limb"] = found.dose.limb
        keys |= found.keys
        needs = [self._thing(each, found.line) for each in found.equipment]
        if colours := bands_of(found.dose.text):
            needs.append(self._bands(colours, found.line))
        if needs:
            keys["equipment"] = needs
        if found.dose.text:
            keys["dose"] = found.dose.text
        images, left_out = self._pictures(found)
        if images:
            keys["images"] = images
        keys["source"] = source
        missing = [each for each in NEEDED if each not in keys]
        record = Record(found.line, keys)
        if images:
            missing.append(f"alt of its picture{'s' if len(images) > 1 else ''}")
        if missing:
            record.notes.append(f"To write: {', '.join(missing)}.")
        self.draft.tables["exercises"][id_] = record
        said = f": {found.dose.text}" if found.dose.text else ""
        each = f" (each {found.dose.limb})" if found.dose.limb else ""
        self.draft.say(found.line, "taken", f"exercise {id_}{said}{each}")
        self.unread(found.line, [*found.unread, *found.dose.unread], record)
        if images:
            self.draft.say(found.line, "taken", f"pictures of {id_}: {', '.join(each['file'] for each in images)}")
        for words, why in left_out:
            record.notes.append(f"{words}: {why}.")
            self.draft.say(found.line, "left out", words, why)
        record.notes += [f"{each.name} comes from {each.source}." for each in found.pictures if images and each.source]
        if len(name) > _NAME:
            self.draft.say(found.line, "not understood", f"the name has {len(name)} characters, and may have {_NAME}.")

    def _pictures(self, found: Found) -> tuple[list[dict[str, Any]], list[tuple[str, str]]]:
        """The pictures that may be shown and are there; and those that are not brought, in words, with the reason."""
        images, reasons = [], dict[str, list[str]]()
        for each in found.pictures:
            try:
                images.append(self.shelf.brought(each))
            except NotBrought as why:
                reasons.setdefault(str(why), []).append(clean(each.name, 200))
        said = [(f"picture{'s' if len(names) > 1 else ''} {', '.join(names)}", why) for why, names in reasons.items()]
        return images, said

    def unread(self, line: int, unread: Sequence[tuple[str, str]], record: Record | None) -> None:
        """Says what was not understood, and keeps it with the record, so that nothing is lost."""
        for what, text in unread:
            self.draft.say(line, "not understood", f'{what} "{clean(text, 80)}"')
            if record:
                record.notes.append(f"Not understood: {what} “{clean(text, 400)}”.")

    def _bands(self, colours: Sequence[str], line: int) -> str:
        """The id of the bands of these colours, to which they are added."""
        id_ = "exercise-bands"
        if not self.known.place("equipment", id_):
            record = self.draft.tables["equipment"].setdefault(
                id_, Record(line, {"name": "Exercise bands", "bands": []})
            )
            both = dict.fromkeys((*record.keys["bands"], *colours))
            record.keys["bands"] = sorted(both, key=lambda each: _STRENGTH.index(each) if each in _STRENGTH else 99)
            record.notes = ["The colours with the lightest first: see whether it is so with yours."]
        return id_

    def _thing(self, name: str, line: int) -> str:
        """The id of a piece of equipment, which is added unless it is there."""
        id_ = id_of(name, f"thing-{line}")
        if not self.known.place("equipment", id_):
            words = clean(name, _THING)
            self.draft.tables["equipment"].setdefault(id_, Record(line, {"name": words[:1].upper() + words[1:]}))
        return id_


_STRENGTH = ["tan", "yellow", "red", "green", "blue", "black", "silver", "grey", "gold"]
"""Colours of bands as most makers give them, the lightest first; others come behind."""


def cues(texts: Sequence[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Those that are short enough to be cues, and the others as not understood."""
    return [each for each in texts if len(each) <= _CUE], [("a long cue", each) for each in texts if len(each) > _CUE]
