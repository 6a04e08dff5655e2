"""Rules on ids: spelling, reserved names and alphabetical order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from limber.dataset.problem import RECORDS, WITH_PAGES, Place, Problem, Said, place_in_words, quoted, say
from limber.dataset.rules.tables import Tables
from limber.dataset.spelling import as_an_id

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ANY = "Write one such as calf-stretch, here and wherever it is named."
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|com[1-9]|lpt[1-9]")
"""Names that no file and no folder has on Windows, whatever its ending is."""


def an_id_is_lower_case_words_joined_by_hyphens(tables: Tables) -> Iterator[Problem]:
    """An id is an address, a file and a class in CSS, and reads the same in each."""
    for where, _ in tables.records():
        id_ = str(where[1])
        if _ID.fullmatch(id_) and len(id_) <= 60:
            continue
        better = as_an_id(id_)
        yield Problem(
            where,
            say("an id is lower-case words joined by hyphens, 60 characters at most."),
            say("Write {better} here and wherever it is named.", better=quoted(better)) if better else say(_ANY),
            at_key=True,
        )


def no_id_takes_the_page_of_a_list(tables: Tables) -> Iterator[Problem]:
    """Each of these has a page in a folder whose index is the list of them all."""
    for where, _ in tables.records(*WITH_PAGES):
        if where[1] == "index":
            what = say('the id "index" would put its page in place of the list of all {where}.', where=where[0])
            yield Problem(where, what, _another(tables, where), at_key=True)


def no_id_is_a_name_that_windows_keeps(tables: Tables) -> Iterator[Problem]:
    """Each of these has files of its id, and a site is built and kept on Windows, too."""
    for where, _ in tables.records(*WITH_PAGES):
        if _OF_WINDOWS.fullmatch(str(where[1])):
            what = say("no file can be called {where} on Windows.", where=quoted(where[1]))
            yield Problem(where, what, _another(tables, where), at_key=True)


def no_routine_takes_the_file_of_another(tables: Tables) -> Iterator[Problem]:
    """The sheet in large print of `morning` is the file `morning-large.pdf`, which a routine of that id has, too."""
    ids = {old: where for where, record in tables.records("routines") for old in (where[1], *record.get("old_ids", ()))}
    for id_, where in ids.items():
        other = str(id_ or "").removesuffix("-large")
        if other == id_ or other not in ids or ids[other] == where:
            continue
        what = say(
            "{id} and the large print of {other} would be one file, {name}.pdf.",
            id=quoted(id_),
            other=quoted(other),
            name=id_,
        )
        if id_ == where[1]:
            yield Problem(where, what, _another(tables, where), at_key=True)
        elif (old := tables.routines[str(where[1])]["old_ids"]) and id_ in old:
            yield Problem((*where, "old_ids", old.index(id_)), what, _taken_out(old))


def _another(tables: Tables, where: Place) -> Said:
    """An id in place of one that cannot be, which leaves no published address behind."""
    id_ = str(where[1])
    kept = f', and add "old_ids: [{id_}]"' if where in tables.published.codes else ""
    return say(
        'Choose another id, such as "{id}-{record}", here and wherever it is named{kept}.',
        id=id_,
        record=RECORDS[str(where[0])],
        kept=kept,
    )


def an_old_id_belongs_to_one_record(tables: Tables) -> Iterator[Problem]:
    """An address that a record had before can lead to one record only, and to none that is there itself."""
    taken: dict[tuple[str, str], Place] = {}
    for where, record in tables.records(*WITH_PAGES):
        table = str(where[0])
        for number, old in enumerate(record.get("old_ids", ())):
            if not old:
                continue
            place = (*where, "old_ids", number)
            if not _ID.fullmatch(old) or old == "index":
                what = say("{old} was never an id.", old=quoted(old))
                tip = say("Write the id as it stood in the old address.")
                yield Problem(place, what, tip)
            elif old in getattr(tables, table):
                whose = "this record" if old == where[1] else f"another {RECORDS[table]}"
                tip = _taken_out(record["old_ids"])
                yield Problem(place, say("{old} is the id of {whose} now.", old=quoted(old), whose=whose), tip)
            elif (first := taken.setdefault((table, old), where)) != where:
                what = say(
                    "{old} is an old id of {place_in_words}, too.",
                    old=quoted(old),
                    place_in_words=place_in_words(first),
                )
                yield Problem(place, what, say("Keep it at the one that its old address shall lead to."))


def _taken_out(old: list[str]) -> Said:
    return say("Take it out here.") if len(old) > 1 else say('Take "old_ids:" out.')


def ids_stand_in_alphabetical_order(tables: Tables) -> Iterator[Problem]:
    """So that a record is found, and two people's new records do not meet in one line."""
    for table in RECORDS:
        ids = [id_ for id_ in getattr(tables, table) if _ID.fullmatch(id_)]
        in_order = sorted(ids)
        if ids == in_order:
            continue
        for id_ in sorted(set(ids) - _longest_run(ids), key=ids.index):
            before = in_order[: in_order.index(id_)]
            place = f"after {quoted(before[-1])}" if before else f"at the beginning, before {quoted(in_order[1])}"
            yield Problem(
                (table, id_),
                say("ids stand in alphabetical order."),
                say("Move this record {place}; scripts/validate.py --format does it.", place=place),
                at_key=True,
            )


def _longest_run(ids: list[str]) -> set[str]:
    """The most ids that stand in order as they are, so that only those are told of which must move."""
    ends: list[str] = []  # the least id that a run of each length can end with
    runs: list[tuple[str, ...]] = []
    for id_ in ids:
        length = bisect_right(ends, id_)
        run = (*(runs[length - 1] if length else ()), id_)
        ends[length : length + 1], runs[length : length + 1] = [id_], [run]
    return set(runs[-1])
