"""How fast a figure moves: by the tempo of the exercise's start dose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from limber.dataset import parse
from limber.figures.pace import LEAST, keyframe_timings
from limber.model.nouns import Dataset


@pytest.mark.parametrize(
    ("tempo", "seconds"),
    [("3-1-2-1", [(3, 1), (2, 1)]), ("30X1", [(3, LEAST), (1, 1)]), ("2-0-2", [(2, LEAST), (2, LEAST)])],
)
def test_figure_of_two_poses_moves_at_the_tempo(
    dataset: Dataset, tempo: str, seconds: list[tuple[float, float]]
) -> None:
    exercise = next(each for each in dataset.exercises.values() if each.figure and len(each.figure.poses) == 2)
    paced = replace(exercise, start=parse.dose({"reps": 8, "tempo": tempo}))
    assert [(each.move, each.stay) for each in keyframe_timings(paced)] == seconds
