"""Rules on ids themselves: how they are spelt and ordered; knows nothing of what records say."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from limber.problem import RECORDS, Place, Problem, place_in_words, quoted
from limber.tables import Tables

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SPELT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_LETTERS = str.maketrans(_SPELT | {each.upper(): _SPELT[each].upper() for each in "æœøłđ"})
"""Letters that are no letter with an accent, and yet have a usual spelling without."""


def an_id_is_lower_case_words_joined_by_hyphens(tables: Tables) -> Iterator[Problem]:
    """An id is an address, a file and a class in CSS, and reads the same in each."""
    for where, _ in tables.records():
        id_ = str(where[1])
        if _ID.fullmatch(id_) and len(id_) <= 60:
            continue
        words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _without_accents(id_)).lower())
        better = "-".join(words)
        usable = better and better[0].isalpha() and len(better) <= 60
        yield Problem(
            where,
            "an id is lower-case words joined by hyphens, 60 characters at most.",
            f"Write {quoted(better)}." if usable else "Write one such as calf-stretch.",
            at_key=True,
        )


def _without_accents(id_: str) -> str:
    """`höher` → `hoher`."""
    apart = unicodedata.normalize("NFKD", id_.translate(_LETTERS))
    return "".join(each for each in apart if not unicodedata.combining(each))


def no_id_takes_the_page_of_a_list(tables: Tables) -> Iterator[Problem]:
    """Exercises and routines have a page each in a folder whose index is the list of them all."""
    for where, _ in tables.records("exercises", "routines"):
        if where[1] == "index":
            yield Problem(
                where,
                f'the id "index" would put its page in place of the list of all {where[0]}.',
                "Choose another id.",
                at_key=True,
            )


def an_old_id_belongs_to_one_record(tables: Tables) -> Iterator[Problem]:
    """An address that a record had before can lead to one record only, and to none that is there itself."""
    taken: dict[tuple[str, str], Place] = {}
    for where, record in tables.records("exercises", "routines"):
        table = str(where[0])
        for number, old in enumerate(record.get("old_ids", ())):
            if not old:
                continue
            place = (*where, "old_ids", number)
            if not _ID.fullmatch(old) or old == "index":
                what, tip = f"{quoted(old)} was never an id.", "Write the id as it stood in the old address."
                yield Problem(place, what, tip)
            elif old in getattr(tables, table):
                whose = "this record" if old == where[1] else f"another {RECORDS[table]}"
                yield Problem(place, f"{quoted(old)} is the id of {whose} now.", "Take it out here.")
            elif (first := taken.setdefault((table, old), where)) != where:
                what = f"{quoted(old)} is an old id of {place_in_words(first)}, too."
                yield Problem(place, what, "Keep it at the one that its old address shall lead to.")


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
            yield Problem((table, id_), "ids stand in alphabetical order.", f"Move this record {place}.", at_key=True)


def _longest_run(ids: list[str]) -> set[str]:
    """The most ids that stand in order as they are, so that only those are told of which must move."""
    ends: list[str] = []  # the least id that a run of each length can end with
    runs: list[tuple[str, ...]] = []
    for id_ in ids:
        length = bisect_right(ends, id_)
        run = (*(runs[length - 1] if length else ()), id_)
        ends[length : length + 1], runs[length : length + 1] = [id_], [run]
    return set(runs[-1])
