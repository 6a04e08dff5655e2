"""Keys that coaches know from elsewhere and that no dose can hold here: what they are told to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden_datasets import GOLDEN, made, unsound


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("weight weight_kg resistance", 'A load has its unit. Write "load: {kg: 3}" in its place.'),
        ("lbs pounds", 'Write "load: {lb: 3}" in its place.'),
        ("percent_1rm", 'Write "load: {percent_of_max: 3}" in its place.'),
        ("intensity", "An effort has its scale:"),
        ("round rounds laps superset supersets circuit", "Rounds cannot be said yet."),
        ("rest_between_rounds round_rest round_rest_seconds", "Rounds cannot be said yet."),
        ("amrap max_reps", 'Write "reps: as-many-as-possible"'),
        ("to_failure", 'Write "reps: to-fatigue".'),
        ("emom", 'Write "every_seconds: 60" in its place'),
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
