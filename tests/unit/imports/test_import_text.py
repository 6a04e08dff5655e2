"""Plain text as coaches write it, one exercise a line."""

import pytest

from imported import draft_of, exercises, meant, remarks


@pytest.mark.parametrize(
    ("line", "id_", "dose"),
    [
        ("3x10 squat @ 20 kg", "squat", "3 x 10 with 20 kg"),
        ("3×10 squat", "squat", "3 x 10"),
        ("Squat 3 x 10", "squat", "3 x 10"),
        ("Squat: 3 sets of 8-12, rest 90s", "squat", "3 x 8-12, rest 90 s"),
        ("- Squat – 3 x 5 @ 72,5 kg, rest 3 min", "squat", "3 x 5 with 72.5 kg, rest 3 min"),
        ("1. Plank 3 x 45 sec", "plank", "3 x 45 s"),
        ("3 x 45s plank hold", "plank-hold", "3 x 45 s"),
        ("Plank 1:30", "plank", "90 s"),
        ("2) 20 minutes easy jog", "easy-jog", "20 min"),
        ("Pull-ups 3 x max", "pull-ups", "3 x max"),
        ("[ ] 4x8 row with 16 kg", "row", "4 x 8 with 16 kg"),
        ("Lunge 3x8 each leg", "lunge", "3 x 8"),
        ("3x8 per side bird dog", "bird-dog", "3 x 8"),
        ("Squat 5x5 @ RPE 8", "squat", "5 x 5, effort 8"),
    ],
)
def test_a_line_is_an_exercise_and_its_dose(line, id_, dose):
    draft = draft_of(f"Legs\n{line}\n")
    assert exercises(draft) == {id_: meant(dose)}
    assert list(draft.tables["routines"]) == ["legs"]


def test_headings_of_all_kinds_are_routines():
    draft = draft_of("# Day A\n3x10 squat\n\nDay B:\n3x10 row\n\nDAY C\n3x10 press\n\nDay D\n-----\n3x10 plank\n")
    assert list(draft.tables["routines"]) == ["day-a", "day-b", "day-c", "day-d"]


def test_a_line_that_is_no_exercise_is_named_with_its_number():
    draft = draft_of("3x10 squat\nkeep breathing\n3x10\n")
    first, second = [each for each in draft.remarks if each.kind == "not understood"]
    assert (first.line, second.line) == (2, 3)
    assert "keep breathing" in first.what
    assert remarks(draft, "taken") == ["exercise squat: 3 x 10", "routine mine of 1 exercise"]
    twice = draft_of("3x10 squat\n3x12 squat\n2x8 row\n")
    again = "squat once more in its routine: 3 x 12"
    assert remarks(twice, "taken")[:3] == ["exercise squat: 3 x 10", again, "exercise row: 2 x 8"]
