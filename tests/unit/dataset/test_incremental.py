"""A file that is saved again is read and judged as if it were read for the first time, only sooner."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from golden_datasets import CONTENT, GOLDEN, REAL, ROOT
from limber.dataset.load import DatasetError, Loaded, loaded
from limber.dataset.yaml.incremental import read_incrementally
from limber.dataset.yaml.reader import read
from random_cases import cases

TEXT = REAL.read_text("utf-8")
READING = read(TEXT, "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "exercises.yaml"


def outcome(file: Path, text: str, before: Loaded | None = None) -> Loaded | str:
    """What comes of this text in the file: the dataset, or every word on what is wrong."""
    file.write_text(text, "utf-8")
    try:
        return loaded(file, ROOT / "content", ROOT / "data" / "published.txt", before)
    except DatasetError as unsound:
        return str(unsound)


@pytest.mark.parametrize(
    ("before", "after", "where", "said"),
    [
        (
            "    name: Half dome",
            "    name: Half of a dome of soft and warm rubber",
            'exercise "kneeling-top-of-foot-stretch", equipment',
            "at most 80 fit",
        ),
        (
            "seconds: 30",
            "seconds: 10",
            'routine "foot-and-hip", source, length_seconds',
            "but the start doses",
        ),
    ],
)
def test_what_an_edit_does_to_other_records_is_told_of(
    file: Path, before: str, after: str, where: str, said: str
) -> None:
    """What a thing is called stands on the cards of others, and a dose counts for the routines that it is in."""
    first = outcome(file, TEXT)
    assert isinstance(first, Loaded)
    assert before in TEXT
    again = outcome(file, TEXT.replace(before, after), first)
    assert isinstance(again, str)
    assert where in again
    assert said in again
    assert again == outcome(file, TEXT.replace(before, after))


def test_what_is_retired_now_is_judged_with_all_records(file: Path) -> None:
    path = GOLDEN / "a-retired-record-has-no-such-day.yaml"
    odd = path.read_text("utf-8")
    ledger = path.with_suffix(".published")
    file.write_text(odd.replace("2026-11-31", "2026-11-30"), "utf-8")
    first = loaded(file, CONTENT, ledger)
    for text in (odd, odd.replace("exercises/box-push-up", "exercises/push-up")):
        file.write_text(text, "utf-8")
        told = []
        for before in (None, first):
            with pytest.raises(DatasetError) as unsound:
                loaded(file, CONTENT, ledger, before)
            told.append(str(unsound.value))
        assert told[0] == told[1]


def edited(text: str, chance: Random) -> str:
    """The text with some lines of it changed, doubled, gone or elsewhere."""
    lines = text.split("\n")
    at, count = chance.randrange(len(lines)), chance.choice((1, 1, 1, 2, 5, 40))
    block = lines[at : at + count]
    kind = chance.choice(("gone", "doubled", "moved", "letter", "indented", "sign", "typed"))
    if kind in ("gone", "moved"):
        del lines[at : at + count]
    if kind in ("doubled", "moved"):
        to = chance.randrange(len(lines) + 1)
        lines[to:to] = block
    if kind == "indented":
        lines[at : at + count] = [chance.choice((f"  {each}", each[2:])) for each in block]
    if kind in ("letter", "sign") and lines[at]:
        place = chance.randrange(len(lines[at]))
        sign = chance.choice("\"'[]{}|>&*#:-,?!% ") if kind == "sign" else "x"
        lines[at] = lines[at][:place] + sign + lines[at][place + chance.randrange(2) :]
    if kind == "typed":
        words = ("", "  new: {}", "      and more", "# said", "---", "routines:", '    "')
        lines[at:at] = [chance.choice(words)]
    return "\n".join(lines)


def test_a_text_that_is_read_in_part_says_what_it_says_as_a_whole() -> None:
    chance, in_part = Random(5), 0
    for _ in range(cases(700)):
        text = edited(TEXT, chance)
        if (again := read_incrementally(text, TEXT, READING)) is not None:
            in_part += 1
            whole = read(text, "")
            assert (again.data, again.lines) == (whole.data, whole.lines)
            assert [list(again.data[table]) for table in again.data] == [
                list(whole.data[table]) for table in whole.data
            ]
            assert not whole.problems and not whole.ambiguities
    assert in_part > cases(150), "most edits are within a record, and sound"


@pytest.mark.parametrize("between", ["# said", "#", "  # said", ""])
def test_a_comment_between_tables_is_no_record(between: str) -> None:
    """The last record of a table ends where something begins that is neither indented, nor empty, nor a comment."""
    first, last = (f"  {id_}:\n    name: {id_}\n    description: Some {id_}." for id_ in ("ball", "wall"))
    text = f"equipment:\n{first}\n{between}\n{last}\n{between}\nsources:\n  one:\n    title: One\n"
    now = text.replace("Some wall.", "Another wall.\n    household: true")
    again = read_incrementally(now, text, read(text, ""))
    assert again is not None
    whole = read(now, "")
    assert (again.data, again.lines) == (whole.data, whole.lines)


def test_after_what_was_read_with_a_fault_the_whole_is_read() -> None:
    odd = TEXT.replace("need: required", "need: yes", 1)
    reading = read(odd, "")
    assert reading.ambiguities or reading.problems
    assert read_incrementally(odd.replace("summary: ", "summary: So: ", 1), odd, reading) is None
