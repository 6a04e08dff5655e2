"""Whoever does what a problem says to do has a sound dataset then, for every bad dataset in `golden/dataset/`.

A remedy that says exactly what to write is followed by `remedies.py`; where it says what to do if something else was
meant, in each of these ways. One that leaves words to choose has these beside its dataset, as a patch: `.mend`. Where a
remedy is to write the file anew, or to delete another, that is done here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from golden_datasets import BAD, CONTENT, GOLDEN, ROOT, golden, made
from limber.dataset import load
from limber.dataset.problem import DatasetError, Problem
from remedies import edited, follow, patched

NOTHING_TO_KEEP = {
    "an-alias-bomb",
    "brackets-a-thousand-deep",
    "lists-a-thousand-deep",
    "there-is-no-exercise",
    "the-file-holds-comments-only",
    "the-file-is-a-list",
    "the-file-is-a-text",
    "the-file-is-empty",
    "the-file-lacks-its-tables",
}
"""Files without a record, for which the remedy is to write some."""

WITHOUT_ITS_LEDGER = {"the-published-addresses-are-another-sites"}
"""Where the remedy is to delete `data/published.txt`."""

IN_WAVES = {"a-quote-is-closed-some-lines-below"}
"""Here the next fault can be told of once the first is mended only: the quote below is one too many then."""

CUT_OFF = {"the-file-ends-behind-a-key", "the-file-ends-within-a-bracket"}
"""Files whose end is lost: once the last line is whole, what is missing below it is told of."""


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mended")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_remedy_that_is_followed_leads_to_a_sound_dataset(path: Path, folder: Path) -> None:
    assert _mended(path, folder) == (2 if path.stem in IN_WAVES else 1)


def _mended(path: Path, folder: Path) -> int:
    """How many times someone has to ask again, until the dataset is sound."""
    text = path.read_bytes().decode()
    mend, ledger = path.with_suffix(".mend"), path.with_suffix(".published")
    published = ledger if ledger.exists() and path.stem not in WITHOUT_ITS_LEDGER else None
    problems = golden(path).problems
    for wave in (1, 2):
        if mend.exists():
            text = patched(text, mend.read_text(encoding="utf-8"))
        elif path.stem in NOTHING_TO_KEEP:
            text = (GOLDEN / "sound" / "all.yaml").read_text(encoding="utf-8")
        elif path.stem not in WITHOUT_ITS_LEDGER:
            for problem in reversed(problems):  # from the last, so that what is above keeps its place
                ways = [edited(text, each) for each in follow(text, problem)]
                assert ways, f"show in {mend.name} what someone writes who is told: {problem.tip}"
                text = ways[0] if len(ways) == 1 else _best(ways, problem, folder, published)
        left = _problems(text, folder, published)
        assert not _told(problems) & _told(left), "what was told has been done, and is told again"
        if not left or path.stem in CUT_OFF:
            return wave
        assert not mend.exists(), left
        problems = left
    raise AssertionError(f"what was told has been done, and still: {problems}")


def _best(ways: list[str], told: Problem, folder: Path, published: Path | None) -> str:
    """The way that was meant: the one that leaves the fewest problems. None leaves the one that told of it."""
    left = [_problems(each, folder, published) for each in ways]
    assert not _told([told]) & _told(chain(*left)), told.tip
    return min(zip(left, ways, strict=True), key=lambda each: len(each[0]))[1]


def _told(problems: Iterable[Problem]) -> set[tuple[int, str]]:
    return {(each.line, each.what) for each in problems}


@cache  # most lead to one and the same dataset
def _problems(text: str, folder: Path, published: Path | None) -> tuple[Problem, ...]:
    try:
        load.load(made(folder, text), CONTENT, published)
    except DatasetError as unsound:
        return unsound.problems
    return ()


def test_mends_stand_beside_their_datasets() -> None:
    assert {path.stem for path in GOLDEN.glob("*.mend")} | NOTHING_TO_KEEP <= {path.stem for path in BAD}
