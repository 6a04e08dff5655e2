"""Each remedy for what is wrong in the writing of the golden datasets, followed to the letter, leads on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from data_spots import SCHEMA
from followed_remedies import says_no_words, ways
from golden_datasets import BAD, CONTENT, golden
from limber import dataset, oddities
from limber.problem import Problem, Unsound
from limber.text_source import text_of
from limber.yaml_source import read


@cache
def of_the_writing(path: Path) -> tuple[Problem, ...]:
    """The problems of a dataset that are found before it is known what its records mean."""
    try:
        reading = read(text_of(path, "x"), "x")
    except Unsound as unsound:
        early = unsound.problems
    else:
        early = (*reading.problems, *oddities.problems(reading.oddities, SCHEMA))
    words = {(each.what, each.tip) for each in early}
    return tuple(each for each in golden(path).problems if (each.what, each.tip) in words) if early else ()


WRITTEN = [path for path in BAD if of_the_writing(path)]


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    path = folder / "exercises.yaml"
    path.write_bytes(text.encode())
    try:
        dataset.load(path, CONTENT)
    except Unsound as unsound:
        return unsound.problems
    return ()


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_remedy_that_is_followed_leads_on(path: Path, tmp_path: Path) -> None:
    """What is then found, if anything, is another problem: the remedy has not to be followed again."""
    text = path.read_bytes().decode()
    for problem in of_the_writing(path):
        followed = ways(text, problem)
        assert followed or says_no_words(problem), problem.tip
        for each in followed:
            now = {(left.line, left.what) for left in problems(tmp_path, each)}
            assert (problem.line, problem.what) not in now, each.split("\n")[problem.line - 1]


ONE_STEP = [path for path in WRITTEN if len(golden(path).problems) == 1]
NOT_AT_ONCE = {
    "an-alias-bomb": "it is no dataset",
    "lists-a-thousand-deep": "it is no dataset",
    "a-quote-is-closed-some-lines-below": "the quote that closed it is too many, and is told of next",
    "the-file-ends-behind-a-key": "what was cut off is lost",
    "the-file-ends-within-a-bracket": "what was cut off is lost",
}


@pytest.mark.parametrize("path", ONE_STEP, ids=lambda path: path.stem)
def test_remedy_of_the_only_problem_makes_the_dataset_sound(path: Path, tmp_path: Path) -> None:
    text = path.read_bytes().decode()
    (problem,) = of_the_writing(path)
    if not (followed := ways(text, problem)) or path.stem in NOT_AT_ONCE:
        return
    left = [problems(tmp_path, each) for each in followed]
    assert () in left, [(each.split("\n")[problem.line - 1], some) for each, some in zip(followed, left, strict=True)]


def test_most_remedies_can_be_followed() -> None:
    assert len(WRITTEN) > 120
    told = [each for path in WRITTEN for each in of_the_writing(path)]
    assert sum(bool(says_no_words(each)) for each in told) < len(told) / 5
