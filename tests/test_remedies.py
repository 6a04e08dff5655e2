"""Whoever does what a problem says to do has a sound dataset then, for every bad dataset in `golden/dataset/`.

A remedy that says exactly what to write is followed by `remedies.py`. One that leaves words to choose has these beside
its dataset, as a patch: `.mend`. Where a remedy is to write the file anew, or to delete another, that is done here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golden_datasets import BAD, CONTENT, GOLDEN, ROOT, golden
from limber import dataset
from remedies import edited, follow, patched

NOTHING_TO_KEEP = {
    *("an-alias-bomb", "brackets-a-thousand-deep", "lists-a-thousand-deep", "there-is-no-exercise"),
    *("the-file-holds-comments-only", "the-file-is-a-list", "the-file-is-a-text", "the-file-is-empty"),
    "the-file-lacks-its-tables",
}
"""Files without a record, for which the remedy is to write some."""

WITHOUT_ITS_LEDGER = {"the-published-addresses-are-another-sites"}
"""Where the remedy is to delete `data/published.txt`."""

IN_WAVES = {
    *("a-list-lacks-the-space-after-its-hyphens", "a-tab-is-an-indentation", "a-tab-follows-spaces", "a-tag-of-python"),
}
"""A reader that has lost its way can tell no more, so these have a next fault once the first is mended."""


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_remedy_that_is_followed_leads_to_a_sound_dataset(path: Path, tmp_path: Path) -> None:
    assert _mended(path, tmp_path) == (2 if path.stem in IN_WAVES else 1)


def _mended(path: Path, folder: Path) -> int:
    """How many times someone has to ask again, until the dataset is sound."""
    text = path.read_bytes().decode()
    mend, published = path.with_suffix(".mend"), path.with_suffix(".published")
    problems = golden(path).problems
    for wave in range(1, 4):
        if mend.exists():
            text = patched(text, mend.read_text(encoding="utf-8"))
        elif path.stem in NOTHING_TO_KEEP:
            text = (GOLDEN / "sound" / "all.yaml").read_text(encoding="utf-8")
        elif path.stem not in WITHOUT_ITS_LEDGER:
            for problem in reversed(problems):  # from the last, so that what is above keeps its place
                edits = follow(text, problem)
                assert edits, f"show in {mend.name} what someone writes who is told: {problem.tip}"
                text = edited(text, edits)
        copy = folder / "exercises.yaml"
        copy.write_bytes(text.encode())
        try:
            dataset.load(copy, CONTENT, None if path.stem in WITHOUT_ITS_LEDGER else published)
        except dataset.Unsound as more:
            assert wave < 3, f"what was told has been done, and still: {more}"
            assert not mend.exists(), more
            problems = more.problems
        else:
            return wave
    raise AssertionError


def test_mends_stand_beside_their_datasets() -> None:
    assert {path.stem for path in GOLDEN.glob("*.mend")} | NOTHING_TO_KEEP <= {path.stem for path in BAD}
