"""The one wording of a dose, a side and a length of time: tables of what goes in and what is said."""

import json

import pytest

from limber import records, wording
from limber.model import Range

DOSES = [
    ({"sets": 3, "reps": 10, "rest_seconds": 60}, "bilateral", "side", "3 × 10, rest 60 s"),
    (
        {"reps": 5, "hold_seconds": 10, "rep_rest_seconds": 2},
        "unilateral",
        "side",
        "5 × 10 s hold each side, 2 s between",
    ),
    ({"work_seconds": {"min": 60, "max": 120}}, "unilateral", "foot", "1–2 min each foot"),
    ({"work_seconds": 30}, "alternating", "side", "30 s, alternating"),
    ({"reps": {"min": 10, "max": 12}}, "unilateral", "side", "10–12 reps each side"),
    (
        {"reps": {"min": 10, "max": 12}, "or": {"hold_seconds": 60}},
        "unilateral",
        "side",
        "10–12 reps each side or 60 s hold",
    ),
    (
        {"reps": 8, "tempo": "2-1-2-0", "or": {"sets": 2, "hold_seconds": 30, "rest_seconds": 10}},
        "unilateral",
        "side",
        "8 reps each side, tempo 2‑1‑2‑0, or 2 × 30 s hold, rest 10 s",
    ),
    ({"reps": 1}, "bilateral", "side", "1 rep"),
    ({"sets": 2, "reps": 10}, "unilateral", "side", "2 × 10 each side"),
    ({"sets": 2, "reps": 5}, "alternating", "leg", "2 × 5, alternating"),
    ({"sets": 2, "hold_seconds": 30}, "unilateral", "leg", "2 × 30 s hold each leg"),
    ({"sets": 3, "reps": 5, "hold_seconds": 10}, "bilateral", "side", "3 × 5 × 10 s hold"),
    ({"hold_seconds": 60}, "bilateral", "side", "60 s hold"),
    ({"reps": 8, "tempo": "3-1-1-0"}, "bilateral", "side", "8 reps, tempo 3‑1‑1‑0"),
]


@pytest.mark.parametrize(("record", "laterality", "limb", "words"), DOSES, ids=[row[-1] for row in DOSES])
def test_dose_reads_as_people_write_it(record, laterality, limb, words):
    said = wording.dose(records.dose(record), laterality, limb)
    assert said.replace(wording.NARROW, " ") == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (30, "30 s"),
        (60, "60 s"),
        (90, "90 s"),
        (120, "2 min"),
        (150, "2 min 30 s"),
        (3600, "60 min"),
        (Range(60, 120), "1–2 min"),
        (Range(30, 60), "30–60 s"),
        (Range(90, 120), "90–120 s"),
    ],
)
def test_seconds_of_a_dose_are_exact(time, words):
    assert wording.seconds(time).replace(wording.NARROW, " ") == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (360, 360, "6 min"),
        (360, 480, "6–8 min"),
        (475, 475, "about 8 min"),
        (700, 840, "about 12–14 min"),
        (340, 360, "about 6 min"),
        (89, 89, "89 s"),
        (90, 90, "about 2 min"),
        (45, 45, "45 s"),
        (20, 100, "about 1–2 min"),
    ],
)
def test_length_of_a_session_is_to_the_nearest_minute(least, most, words):
    assert wording.minutes(Range(least, most)).replace(wording.NARROW, " ") == words


def test_sides_sets_and_tempo_are_explained():
    start, goal = records.dose({"reps": 6, "tempo": "2-1-2-0"}), records.dose({"sets": 2, "reps": 6})
    said = [line.replace(wording.NARROW, " ") for line in wording.explained(start, goal, "unilateral", "leg")]
    assert said == [
        "All sets on the right leg first, then on the left.",
        "Tempo 2‑1‑2‑0: lower for 2 s, pause for 1 s and raise for 2 s.",
    ]
    assert wording.explained(goal, goal, "bilateral", "side") == ()
    assert wording.explained(goal, goal, "alternating", "side") == (
        "Right and left take turns. The count is for each side.",
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [("Half dome", "a half dome"), ("Exercise band", "an exercise band"), ("TRX", "a TRX")],
)
def test_names_stand_within_a_sentence_with_their_article(name, words):
    assert wording.a(name) == words


@pytest.mark.parametrize(("words", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_end_with_and(words, said):
    assert wording.listing(words) == said


def test_each_thing_that_can_be_ours_has_words(root):
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    for record in ("exercise", "routine"):
        source = schema["$defs"][record]["properties"]["source"]
        for field in source["properties"]["ours"]["items"]["enum"]:
            assert wording.ours([field])
