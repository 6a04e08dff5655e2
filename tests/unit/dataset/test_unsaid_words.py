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
        ("round rounds laps superset supersets circuit", "Take it out: rounds are of a group in a routine,"),
        ("rest_between_rounds round_rest round_rest_seconds", "Take it out: rounds are of a group in a routine,"),
        ("amrap max_reps", 'Write "reps: as-many-as-possible"'),
        ("to_failure", 'Write "reps: to-fatigue".'),
        ("emom", 'Write "every_seconds: 60" in its place'),
        ("tabata", 'Write "sets: 8", "work_seconds: 20" and "rest_seconds: 10"'),
        ("sides each_side per_side both_sides both left right", 'Take it out: the exercise\'s "laterality:" says'),
        ("reps_per_side reps_each_side", 'Write "reps:": a dose counts one side.'),
        ("difficulty level", "How hard an exercise is cannot be said yet."),
        ("alternates_with alternate", "Routines that take turns have sessions of their own,"),
        ("regression regressions", "Take it out: the way back is worked out."),
        ("video videos video_url youtube", 'Write "videos:" in an exercise'),
    ],
)
def test_key_that_no_dose_can_hold_is_explained(tmp_path: Path, words: str, told: str) -> None:
    sound = (GOLDEN / "sound" / "all.yaml").read_text(encoding="utf-8")
    keys = "".join(f"        {word}: 3\n" for word in words.split())
    bad = unsound(made(tmp_path, sound.replace("      start:\n", f"      start:\n{keys}", 1)))
    assert [each.what for each in bad.problems] == [f'no key "{word}" belongs here.' for word in words.split()]
    assert [each.tip for each in bad.problems if not each.tip.startswith(told)] == []


GROUP = """\
      - group: Circuit
        rounds: 3
        steps:
          - exercise: push-up
            priority: core
          - exercise: side-plank
            priority: core
"""
A_GROUP = 'Rounds are of a group. Write "- group: Circuit" as an item of the routine\'s "steps:", with "rounds: '


@pytest.mark.parametrize(
    ("where", "words", "told"),
    [
        (
            "routine",
            "round rounds laps circuit superset giant_set group block complex repeat round_rest",
            f"{A_GROUP}7",
        ),
        ("routine", "for_time cap_seconds time_cap", A_GROUP.replace('"rounds: ', '"rounds:", "for_time: true"')),
        ("routine", "emom every every_seconds step_every_seconds", "A clock is of a group or a dose."),
        ("routine", "amrap", 'Write "rounds: as-many-as-possible" with "work_seconds:" in a group'),
        ("routine", "rest rest_seconds pause", 'Write "transition_seconds: 7" in its place'),
        ("routine", "part rest_after_seconds", "Move it to the step or the group that it is about."),
        ("routine", "warm_up warmup", 'Move what it lists to "steps:", each with "part: warm-up".'),
        ("routine", "cool_down cooldown", 'Move what it lists to "steps:", each with "part: cool-down".'),
        ("step", "rounds superset circuit repeat", f"{A_GROUP}7"),
        ("step", "emom every every_seconds", "A clock is of a group or a dose."),
        ("step", "rest rest_seconds pause break", 'Write "rest_after_seconds: 7" in its place'),
        ("step", "warmup warm_up", 'Write "part: warm-up" in its place.'),
        ("step", "cooldown", 'Write "part: cool-down" in its place.'),
        ("group", "circuit superset", 'Take it out, and add what it says to "group:", which is there.'),
        ("group", "laps sets times amrap repeat", 'Take it out, and add what it says to "rounds:", which is there.'),
        ("group", "emom every_minute", 'Write "every_seconds: 60" in its place: a round begins on each minute.'),
        ("group", "rest rest_seconds pause", 'Write "round_rest_seconds: 7" in its place'),
        ("group", "rest_between_rounds round_rest", 'Did you mean "round_rest_seconds"?'),
        ("group", "time_cap cap", 'Did you mean "cap_seconds"?'),
        ("group", "rest_after", 'Did you mean "rest_after_seconds"?'),
        ("group", "minutes", 'Did you mean "work_seconds"? It is counted in seconds: 420.'),
        ("group", "priority note how_often", "Move it to the steps of the group that it is about."),
        ("group", "reps dose tempo", 'Write it in the "dose:" of each step that it is about.'),
        ("group", "exercise", 'Write "- exercise: Circuit" as an item of the group\'s "steps:".'),
    ],
)
def test_key_that_nothing_around_steps_can_hold_is_explained(tmp_path: Path, where: str, words: str, told: str) -> None:
    sound = (GOLDEN / "sound" / "all.yaml").read_text(encoding="utf-8")
    begin = sound.index("    steps:\n", sound.index("\nroutines:\n")) + len("    steps:\n")
    end = sound.index("    source:", begin)
    below, deep = {
        "routine": ("    steps:\n", 4),
        "group": ("        rounds: 3\n", 8),
        "step": ("            priority: core\n", 12),
    }[where]
    for word in words.split():
        text = f"{sound[:begin]}{GROUP}{sound[end:]}"
        at = text.index(below, begin - len("    steps:\n"))
        at = at if where == "routine" else at + len(below)
        bad = unsound(made(tmp_path, f"{text[:at]}{' ' * deep}{word}: 7\n{text[at:]}"))
        assert [each.what for each in bad.problems] == [f'no key "{word}" belongs here.']
        assert bad.problems[0].tip.startswith(told), bad.problems[0].tip
