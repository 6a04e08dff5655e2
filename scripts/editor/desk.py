"""Where one record is worked on: what the file says, what a draft of it would, and saving that."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import Any

from editor.checked import Checker, Fault, in_json
from editor.data_file import DataFile, OtherFileError, fingerprint
from editor.shown import Look, Shown
from limber.build_cache import BuildCache
from limber.dataset import dose_line, stand_ins
from limber.dataset.load import DatasetError, ledger_in
from limber.dataset.problem import RECORDS, WITH_PAGES, Place, Problem, place_in_words, quoted
from limber.editing import fields, operations
from limber.editing.layout import Layout, Record, UnreadableError, layout
from limber.editing.references import references
from limber.editing.values import values

_OTHERS = "The file was changed meanwhile, by you or by another program."


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page is told, with the status of HTTP."""

    status: int
    said: Mapping[str, Any]


Asked = Mapping[str, Any]


def one_at_a_time(work: Callable[..., Answer]) -> Callable[..., Answer]:
    """One request after the other; what stops it is told, and never written half."""

    @wraps(work)
    def answer(self: Any, *asked: Any) -> Answer:
        with self.lock:
            try:
                return work(self, *asked)
            except DatasetError as fault:
                return Answer(422, {"unreadable": [_told(each) for each in fault.problems[:5]]})
            except UnreadableError as fault:
                return Answer(422, {"stopped": str(fault)})
            except OtherFileError:
                return Answer(409, {"stopped": _OTHERS, "changed": True})
            except OSError as fault:
                return Answer(500, {"stopped": f"The file cannot be written ({fault.strerror})."})

    return answer


class Desk:
    """The work on the file of a project."""

    def __init__(self, project: Path) -> None:
        self.lock = Lock()
        self._project = project
        self._file = DataFile(project / "data" / "exercises.yaml")
        self._published = project / "data" / "published.txt"
        cache = BuildCache.of(project)
        self.checker = Checker(project, cache)
        self._shown = Shown(project, cache)
        self._saved: list[tuple[str, str]] = []  # the text before and after each save
        self.drafted: Mapping[str, str] = {}
        """The files of the last draft that its timer reads, by their paths below the site."""

    def text(self) -> str:
        """What the file says."""
        return self._file.text()

    @one_at_a_time
    def state(self) -> Answer:
        """What there is to edit."""
        text = self.text()
        it = layout(text)
        faults = [each for each in self.checker.of_file(text) if not _is_unwritten(each)]
        forms = {table: [asdict(each) for each in fields.fields(table)] for table in fields.TABLES}
        return Answer(
            200,
            {
                **self.now(text),
                "forms": forms,
                "records": {table: self._listed(it, table) for table in fields.TABLES},
                "problems": [_told(each) for each in faults[:5]],
            },
        )

    @one_at_a_time
    def record(self, table: str, id_: str) -> Answer:
        """The values of a record's fields; of one that is not there, of an empty one."""
        text = self.text()
        data = layout(text).data
        record = (data.get(table) or {}).get(id_)
        record = record if isinstance(record, dict) else {}
        with_field = {each.keys[0] for each in fields.fields(table)}
        kept = [key for key in record if key not in with_field]
        others = dict.fromkeys(place[:2] for place, _ in references(data, (table, id_)) if place[:2] != (table, id_))
        named = [_called(data, each) for each in others]
        said = {"values": values(table, record, data), "kept": kept, "named": named, "seen": seen_as(record)}
        return Answer(200, {**self.now(text), **said, "published": (table, id_) in self._codes()})

    @one_at_a_time
    def draft(self, asked: Asked) -> Answer:
        """What the validator says of a draft, and how it looks."""
        text = self.text()
        made = self._made(text, asked)
        faults, loaded = self.checker.of_draft(text, made.text)
        told = in_json(faults, made.record)
        shown = self._shown.of(made.text, made.record, loaded, faults, self._codes(), _root(asked))
        self.drafted = shown.timed
        said = {"added": made.added, "id": made.record[1], "timer": _timer(made.record, shown), **shown.html}
        return Answer(200, {**self.now(text), "problems": told, **said})

    @one_at_a_time
    def save(self, asked: Asked) -> Answer:
        """Write a draft into the file, if it is sound and the file is the one that it is a draft of."""
        text = self.text()
        if asked["fingerprint"] != fingerprint(text):
            return self._other(text, asked)
        made = self._made(text, asked)
        faults, _ = self.checker.of_draft(text, made.text)
        if faults:
            return Answer(422, {**self.now(text), "problems": in_json(faults, made.record)})
        self._write(text, made.text)
        return Answer(200, {**self.now(made.text), "id": made.record[1], "added": made.added})

    @one_at_a_time
    def rename(self, asked: Asked) -> Answer:
        """Give a record another id, here and wherever it is named."""
        record, new = (str(asked["table"]), str(asked["id"])), str(asked["new"]).strip()
        return self.in_one_go(asked, lambda text: operations.with_new_id(text, record, new, self._promised()), new)

    @one_at_a_time
    def retire(self, asked: Asked) -> Answer:
        """Take a record out, with a successor or none."""
        record = (str(asked["table"]), str(asked["id"]))
        reason, today = " ".join(str(asked["reason"]).split()), date.today().isoformat()
        successor = str(asked["successor"])
        return self.in_one_go(
            asked, lambda text: operations.taken_out(text, record, successor, reason, today, self._promised()), ""
        )

    @one_at_a_time
    def undo(self, _asked: Asked) -> Answer:
        """Bring back the file as it was before the last save."""
        text = self.text()
        if not self._saved or self._saved[-1][1] != text:
            return Answer(409, {**self.now(text), "stopped": f"{_OTHERS} So the last save is not undone."})
        before, after = self._saved[-1]
        self._file.replace(after, before)
        self._saved.pop()
        return Answer(200, self.now(before))

    def in_one_go(self, asked: Asked, work: Callable[[str], str], id_: str) -> Answer:
        """Write what some work makes of the file, if it is sound and the file is the one that was `asked` about."""
        text = self.text()
        if asked["fingerprint"] != fingerprint(text):
            return self._other(text, asked)
        after = work(text)
        faults, _ = self.checker.of_draft(text, after)
        if faults:
            said = " ".join(f"{place_in_words(each.where)}: {each.what} {each.tip}" for each in faults[:3])
            return Answer(422, {**self.now(text), "stopped": said})
        self._write(text, after)
        return Answer(200, {**self.now(after), "id": id_, "elsewhere": self._elsewhere(str(asked["id"]))})

    def _elsewhere(self, id_: str) -> Sequence[str]:
        """The files besides the data that name a record, which nothing here writes."""
        whole = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
        files = [*sorted((self._project / "content").rglob("*.md")), self._project / "data" / "site.yaml"]
        texts = ((each, each.read_text("utf-8", "replace")) for each in files if each.is_file())
        return [each.relative_to(self._project).as_posix() for each, text in texts if whole.search(text)]

    def _made(self, text: str, asked: Asked) -> operations.Written:
        table, id_, given = str(asked["table"]), str(asked["id"]), asked["given"]
        if table not in fields.TABLES or not isinstance(given, dict):
            raise KeyError(table)
        return operations.written(text, table, id_, given, str(asked.get("copy_of", "")))

    def _other(self, text: str, asked: Asked) -> Answer:
        """What to say of a file that is another one now."""
        table, id_ = str(asked["table"]), str(asked["id"])
        record = (layout(text).data.get(table) or {}).get(id_) if id_ else {}
        is_gone = bool(id_) and not isinstance(record, dict)
        same = not is_gone and (not id_ or seen_as(record) == asked.get("seen"))
        which = "This record is gone from it." if is_gone else "" if not same else "This record is as it was."
        said = f"{_OTHERS} {which or 'This record is another one now.'} Nothing was saved."
        return Answer(409, {**self.now(text), "stopped": said, "changed": True, "same": same, "gone": is_gone})

    def _write(self, before: str, after: str) -> None:
        if before == after:
            return
        self._file.replace(before, after)
        self._saved = [*self._saved[-19:], (before, after)]

    def now(self, text: str) -> dict[str, Any]:
        """Which text of the file an answer is of, and whether a save of it can be undone."""
        return {"fingerprint": fingerprint(text), "can_undo": bool(self._saved) and self._saved[-1][1] == text}

    def _codes(self) -> Mapping[Record, str]:
        return ledger_in(self._published).codes

    def _promised(self) -> Mapping[Record, str] | None:
        """The records whose addresses others may have; None while nobody keeps a list of these."""
        return self._codes() if self._published.exists() else None

    def _listed(self, it: Layout, table: str) -> Sequence[Mapping[str, Any]]:
        records = it.data.get(table) or {}
        promised = self._promised()
        lacking = stand_ins.lacking(it.data) if table == "exercises" else {}
        labels = {each.name: each.label for each in fields.fields(table)}
        return [
            {
                "id": id_,
                "name": str(each.get("name") or id_),
                "dose": dose_line.line(each["dose"]) if "dose" in each else "",
                "published": table in WITH_PAGES and (promised is None or (table, id_) in promised),
                "unwritten": [labels[key] for key in lacking.get(id_, ())],
            }
            for id_, each in records.items()
            if isinstance(each, dict)
        ]


def _is_unwritten(it: Problem) -> bool:
    """Whether it only says of an exercise what is still to be written, which the list of records says."""
    keys = {place[2:] for place in it.covers}
    return it.where[:1] == ("exercises",) and bool(keys) and keys <= {(key,) for key in stand_ins.NEEDED}


def _timer(record: Record, shown: Look) -> Mapping[str, str] | None:
    """Where the timer of a draft is, and the fingerprint of what it reads."""
    table, id_ = record
    address = f"frame/timer/?{table.removesuffix('s')}={id_}"
    return {"address": address, "of": fingerprint("".join(shown.timed.values()))} if shown.timed else None


def _root(asked: Asked) -> str:
    """The path of the site, below which its pages and files lie."""
    said = str(asked.get("root", "/"))
    return said if re.fullmatch(r"/([\w.~-]+/)*", said) else "/"


def _called(data: Mapping[str, Any], place: Place) -> str:
    """Where a record is named, in words: `in the routine "Foot and hip routine"`."""
    table, id_ = map(str, place)
    if table == "retired":
        gone, _, id_ = id_.partition("/")
        return f"in place of the retired {RECORDS.get(gone, gone)} {quoted(id_)}"
    return f"in the {RECORDS[table]} {quoted(str(data[table][id_].get('name') or id_))}"


def seen_as(record: Any) -> str:
    """A fingerprint of what a record says, to know whether it is still the one that a draft was begun with."""
    return fingerprint(json.dumps(record, sort_keys=True))


def _told(it: Fault | Problem) -> Mapping[str, Any]:
    whose = place_in_words(it.where) if it.subject is None else it.subject
    return {"line": it.line, "column": it.column, "subject": whose, "what": it.what, "tip": it.tip}
