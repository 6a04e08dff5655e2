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
    exercise = dataset.exercises["standing-top-of-foot-stretch"]
    assert exercise.figure
    paced = replace(exercise, start=parse.dose({"reps": 8, "tempo": tempo}))
    assert [(each.move, each.stay) for each in keyframe_timings(paced)] == seconds
    turned = replace(exercise.figure, poses=exercise.figure.poses[::-1])
    assert [(each.move, each.stay) for each in keyframe_timings(replace(paced, figure=turned))] == seconds[::-1]
