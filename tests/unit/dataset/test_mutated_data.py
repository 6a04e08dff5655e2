"""Faults made by chance in the project's data, a routine of groups and a programme: each is told of, or does no harm.

`FAULTS=1000 pytest tests/unit/dataset/test_mutated_data.py` makes as many of each kind.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import quick_yaml
from data_faults import KINDS, Fault, faults
from data_spots import SCHEMA, Spot, spots
from golden_datasets import REAL, ROOT
from limber.dataset import load, parse
from limber.dataset.load import Loaded
from limber.dataset.problem import DatasetError, Problem
from limber.dataset.shape import schemas
from limber.dataset.yaml.reader import read
from random_cases import cases

COUNT = int(os.environ.get("FAULTS", cases(20)))
SEED = 7
TEXT = REAL.read_text("utf-8")
GROUPED = TEXT + (ROOT / "tests" / "support" / "grouped.yaml").read_text("utf-8")
WEEKLY = TEXT + (ROOT / "tests" / "support" / "weekly.yaml").read_text("utf-8")
SPOTS = {text: {each.where: each for each in spots(text)} for text in (TEXT, GROUPED, WEEKLY)}
BASES = {
    **dict.fromkeys(faults(TEXT, COUNT, SEED), TEXT),
    **dict.fromkeys(faults(GROUPED, COUNT // 2, SEED, within=("routines", "in-groups")), GROUPED),
    **dict.fromkeys(faults(WEEKLY, COUNT // 2, SEED, within=("programmes", "all-year")), WEEKLY),
}
"""Each fault, and the text that it was made in."""
FAULTS = list(BASES)
NEVER_HARMLESS = ("misspell", "duplicate")


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _held(spot: Spot, text: str) -> Iterator[Spot]:
    """The record that a place belongs to, and all between the two; the table, where the place is a record."""
    for length in range(min(2, max(1, len(spot.where) - 1)), len(spot.where) + 1):
        yield SPOTS[text][spot.where[:length]]


def _whole(spot: Spot, text: str) -> range:
    """The lines of the poses or of the group that a place belongs to, if it does: what one key says, others rest on.

    Of poses all: a foot that stays, or that steps from where it was, is where an earlier pose put it.
    """
    of = next((at + 1 + (key == "steps") for at, key in enumerate(spot.where[:-1]) if key in ("poses", "steps")), 0)
    whole = SPOTS[text].get(spot.where[:of])
    if not whole or ("steps" in whole.where and (*whole.where, "group") not in SPOTS[text]):
        return range(0)
    return range(_line(text, whole.begin), _line(text, whole.end) + 1)


def _rests_on(spot: Spot, text: str) -> Iterator[int]:
    """The lines of how faults look, where a pose is touched: they go on from the last one. Marks of sides in all texts
    of an exercise rest on its laterality.
    """
    if spot.where[-1] == "laterality":
        record = SPOTS[text][spot.where[:2]]
        yield from range(_line(text, record.begin), _line(text, record.end) + 1)
    if "poses" in spot.where:
        for where, each in SPOTS[text].items():
            if where[:3] == (*spot.where[:2], "faults") and where[4:] == ("figure",):
                yield _line(text, each.begin)


def _own_lines(fault: Fault) -> set[int]:
    """The lines that a fault can be told of at: its own, those of what holds it, and where its record is named.

    What has been moved ends on the line before the one that fits no more, and that is where YAML stumbles.
    """
    text = BASES[fault]
    own = {_line(fault.text, at) for at in fault.seen}
    own |= {fault.now(_line(text, each.begin)) for spot in fault.touched for each in _held(spot, text)}
    own |= {fault.now(line) for spot in fault.touched for line in (*_whole(spot, text), *_rests_on(spot, text))}
    if fault.kind == "move":
        block = text[fault.touched[0].begin : fault.touched[0].end]
        own |= {line + 1 + block.count("\n") for line in own}
    named = [re.escape(id_) for id_ in (*fault.ids, *(str(each.where[1]) for each in fault.touched if each.where[1:]))]
    names = re.compile(rf"(?<![\w-])(?:{'|'.join(named) or '$.'})(?![\w-])")
    return own | {number for number, line in enumerate(fault.text.split("\n"), 1) if names.search(line)} | _file(fault)


def _file(fault: Fault) -> set[int]:
    """The first line, where a whole table is gone."""
    return {1} if len(fault.touched[0].where) == 1 else set()


def _points_at(problem: Problem, fault: Fault, own: set[int]) -> bool:
    """Whether a problem stands on one of these lines, or names one, the value, or the key that is gone."""
    keys = [each.where[-1] for each in fault.touched] if fault.kind == "drop" else []
    gone = [words for key in keys for words in (f'"{key}:"', f"add a {key} to")]
    said = any(int(each) in own for each in re.findall(r"is in line (\d+)", problem.what))
    values = [fault.text[at:].split("\n")[0] for at in fault.seen]
    named = any(each in problem.tip for each in gone) or any(each and f" {each}" in problem.what for each in values)
    return problem.line in own or said or named


@cache
def _outcome(fault: Fault) -> Loaded | DatasetError:
    """What comes of a fault that is saved in a text that was sound. The same for each test that asks."""
    return _loaded(fault.text, _sound(BASES[fault]))


@cache
def _sound(text: str) -> Loaded:
    found = _loaded(text)
    assert isinstance(found, Loaded), found
    return found


def _loaded(text: str, before: Loaded | None = None) -> Loaded | DatasetError:
    try:
        return load.of_text(text, "exercises.yaml", ROOT / "content", ROOT / "data" / "published.txt", before)
    except DatasetError as unsound:
        return unsound


def _seen(outcome: Loaded | DatasetError) -> object:
    """The same, as far as anybody sees it: nobody sees in what order ids were found."""
    return str(outcome) if isinstance(outcome, DatasetError) else (outcome.dataset, list(outcome.dataset.exercises))


def _value(data: Any, spot: Spot) -> Any:
    for part in spot.where:
        data = data[part]
    return data


def _is_harmless(fault: Fault) -> bool:
    """Whether what is written now is a sound dataset in its own right, which says no less than it should.

    Left out is what may be left out. Swapped or put in is a text for a text, a number for a number within its
    bounds, one of the words for another of them, or an id for another of its table: no tool can tell that from
    what its author means.
    """
    (where, *_) = [each.where for each in fault.touched]
    within = schemas.at(where[:-1], schemas.of_data(quick_yaml.read_text(BASES[fault]), SCHEMA))
    if fault.kind == "drop":
        return where[-1] not in within.get("required", ()) if isinstance(where[-1], str) else True
    if fault.kind in ("swap", "retype"):
        data = quick_yaml.read_text(fault.text)
        return all(schemas.fits(_value(data, each), each.schema) for each in fault.touched)
    if fault.kind == "move":  # items of lists of texts, keys that changed their order, or what may as well be elsewhere
        if all(isinstance(each.where[-1], int) for each in fault.touched) or _same(fault):
            return True
        return where[-1] not in within.get("required", ())
    return False


def _same(fault: Fault) -> bool:
    return bool(quick_yaml.read_text(fault.text) == quick_yaml.read_text(BASES[fault]))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}: {fault.said}")
def test_fault_is_told_of_where_it_stands_or_does_no_harm(fault: Fault) -> None:
    outcome = _outcome(fault)
    if isinstance(outcome, DatasetError):
        own = _own_lines(fault)
        assert any(_points_at(each, fault, own) for each in outcome.problems), (own, str(outcome))
    else:
        assert fault.kind not in NEVER_HARMLESS
        assert _is_harmless(fault)
        mine = read(fault.text, "")
        assert mine.data == quick_yaml.read_text(fault.text), "it is read as another reader of YAML reads it"
        assert parse.dataset(mine.data, mine.lines)


def test_a_fault_that_is_saved_is_told_of_as_in_a_file_that_is_read_for_the_first_time() -> None:
    """Also one that does no harm, and the way back to what was there."""
    for fault in FAULTS[::4]:
        again, base = _outcome(fault), BASES[fault]
        assert _seen(again) == _seen(_loaded(fault.text)), fault.said
        if isinstance(again, Loaded):
            assert _seen(_loaded(base, again)) == _seen(_sound(base)), fault.said


def test_faults_are_a_hundred_and_more_of_all_kinds() -> None:
    assert len(FAULTS) >= cases(100)
    assert {each.kind for each in FAULTS} == {kind.__name__ for kind in KINDS}
    assert len({each.text for each in FAULTS}) > len(FAULTS) * 0.8


def test_faults_that_pass_are_the_smaller_part() -> None:
    some = FAULTS[::8]
    assert sum(isinstance(_outcome(each), Loaded) for each in some) < len(some) / 3
