"""Keys that coaches know from elsewhere and that no dose can hold here: what they are told to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden_datasets import GOLDEN, made, unsound


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("weight weight_kg load kg lb lbs resistance percent_1rm band", "No dose can say a load yet."),
        ("rpe rir effort intensity", "No dose can say an effort yet."),
        ("round rounds laps superset supersets circuit", "Rounds cannot be said yet."),
        ("rest_between_rounds round_rest round_rest_seconds", "Rounds cannot be said yet."),
        ("distance distance_metres metres meters km miles", "A distance cannot be given yet."),
        ("breath breaths", "Breaths cannot be counted yet."),
        ("amrap emom to_failure max_reps every_seconds every_minute", "As many as possible cannot be said yet."),
        ("sides each_side per_side both_sides both left right", 'Take it out: the exercise\'s "laterality:" says'),
        ("reps_per_side reps_each_side", 'Write "reps:": a dose counts one side.'),
        ("difficulty level", "How hard an exercise is cannot be said yet."),
        ("regression regressions", "Take it out: the way back is worked out."),
        ("video videos video_url youtube", "A video cannot be shown yet."),
    ],
)
def test_key_that_no_dose_can_hold_is_explained(tmp_path: Path, words: str, told: str) -> None:
    sound = (GOLDEN / "sound" / "all.yaml").read_text(encoding="utf-8")
    keys = "".join(f"        {word}: 3\n" for word in words.split())
    bad = unsound(made(tmp_path, sound.replace("      start:\n", f"      start:\n{keys}", 1)))
    assert [each.what for each in bad.problems] == [f'no key "{word}" belongs here.' for word in words.split()]
    assert [each.tip for each in bad.problems if not each.tip.startswith(told)] == []
