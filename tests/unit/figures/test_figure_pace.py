"""How fast a figure moves: by the tempo of the exercise's start dose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from limber.dataset import parse
from limber.figures import motion
from limber.figures.pace import LAST, LEAST, MOVE, ROUND_MOVE, STAY, keyframe_timings
from limber.model.nouns import Dataset
from trial_figures import trials


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


def test_figure_that_goes_back_rests_at_both_ends_alone(dataset: Dataset) -> None:
    figure = trials()["sit-to-stand"]
    exercise = replace(dataset.exercises["calf-stretch"], figure=figure)
    assert [each.stay for each in keyframe_timings(exercise)] == [0, LAST, 0, STAY]
    assert sum(each.move for each in keyframe_timings(exercise)) == 2 * MOVE
    paced = replace(exercise, start=parse.dose({"reps": 8, "tempo": "3-1-2-1"}))
    assert [(each.move, each.stay) for each in keyframe_timings(paced)] == [(1, 0), (1, 1), (1.5, 0), (1.5, 1)], (
        "up, then down"
    )
    numbers, pace = motion.frames(figure)
    there, back = numbers[1 : sum(pace[:2])], numbers[sum(pace[:2]) + 1 :]
    assert [each["lean"] for each in there] == pytest.approx([each["lean"] for each in back[::-1]]), "the same way"


def test_figure_that_goes_round_rests_nowhere_and_has_no_corners(dataset: Dataset) -> None:
    figure = trials()["shoulder-roll"]
    exercise = replace(dataset.exercises["calf-stretch"], figure=figure)
    assert keyframe_timings(exercise) == ((4 * ROUND_MOVE, 0),)
    numbers, pace = motion.frames(figure)
    assert pace == (len(numbers),), "one way"
    ups = [each["right_shrug"] for each in numbers]
    steps = [b - a for a, b in zip(ups, [*ups[1:], ups[0]], strict=True)]
    assert max(abs(b - a) for a, b in zip(steps, [*steps[1:], steps[0]], strict=True)) < 5, (
        "it turns softly, where straight ways would turn by 6"
    )
