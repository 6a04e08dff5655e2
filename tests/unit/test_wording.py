"""The one wording of a dose, a side and a length of time: tables of what goes in and what is said."""

import json
from pathlib import Path

import pytest

from derived import same
from limber import wording
from limber.dataset import parse
from limber.model.dose import More
from limber.model.nouns import Range
from sided import Sided

FOLDER = Path(__file__).parents[1] / "vectors"
VECTORS = json.loads((FOLDER / "doses.json").read_text("utf-8"))
WIDER = json.loads((FOLDER / "wider-doses.json").read_text("utf-8"))
SESSIONS = json.loads((FOLDER / "session-lengths.json").read_text("utf-8"))


def sided(vector):
    """What the dose of a vector is of."""
    return Sided(vector["laterality"], vector["limb"], tuple(vector.get("directions", ())))


@pytest.mark.parametrize(
    "vector",
    [*VECTORS["doses"], *WIDER["doses"]],
    ids=[f"{each['words']} ({each['laterality']})" for each in (*VECTORS["doses"], *WIDER["doses"])],
)
def test_dose_reads_as_people_write_it(vector):
    said = wording.dose(parse.dose(vector["dose"]), sided(vector))
    assert said.replace(wording.NARROW, "_").replace(wording.HYPHEN, "-") == vector["words"].replace(
        wording.HYPHEN, "-"
    )


@pytest.mark.parametrize("vector", WIDER["paced"], ids=lambda vector: vector["brief"])
def test_brief_dose_says_how_much_and_what_stands_beneath_says_its_tempo_in_words(vector):
    dose = parse.dose(vector["dose"])
    said = [wording.brief(dose, sided(vector)), wording.details(dose), wording.paced(dose, sided(vector))]
    plain = [each.replace(wording.NARROW, "_").replace("\u00a0", "_") for each in said]
    assert plain == [vector["brief"], vector["details"], vector["words"]]


@pytest.mark.parametrize("vector", WIDER["pairs"], ids=lambda vector: " ".join(vector["lines"]))
def test_start_dose_and_goal_dose_stand_in_one(vector):
    start, goal = (parse.dose(vector[level]) for level in ("start", "goal"))
    said = wording.dose_pair(start, goal, sided(vector))
    plain = [[each.replace(wording.NARROW, "_").replace(wording.HYPHEN, "-") for each in part] for part in said]
    assert plain == [vector["lines"], vector["details"]]


def test_the_vectors_have_each_kind_of_amount_with_each_laterality():
    amounts = ("reps", "hold_seconds", "work_seconds", "tempo", "or")
    kinds = {(each["laterality"], *(key for key in amounts if key in each["dose"])) for each in VECTORS["doses"]}
    assert len(kinds) == 3 * (4 + 1 + 4), "four kinds, one with a tempo, and four with another after or"


@pytest.mark.parametrize(("time", "words"), VECTORS["seconds"])
def test_seconds_of_a_dose_are_exact(time, words):
    said = wording.seconds(Range(*time) if isinstance(time, list) else time)
    assert said.replace(wording.NARROW, "_") == words


@pytest.mark.parametrize(("least", "most", "words"), SESSIONS["lengths"])
def test_length_of_a_session_is_to_the_nearest_minute(least, most, words):
    assert wording.minutes(Range(least, most)).replace(wording.NARROW, " ") == words


def test_sets_of_repetitions_have_their_unit_where_they_stand_alone():
    said = [wording.large(parse.dose(each)) for each in ({"sets": 3, "reps": 10}, {"sets": 2, "hold_seconds": 30})]
    assert [each.replace(wording.NARROW, " ") for each in said] == ["3 × 10 reps", "2 × 30 s hold"]


def test_sides_and_sets_are_explained():
    start, goal = parse.dose({"reps": 6, "tempo": "2-1-2-0"}), parse.dose({"sets": 2, "reps": 6})
    said = [line.replace(wording.NARROW, " ") for line in wording.explained(start, goal, Sided("unilateral", "leg"))]
    assert said == ["All sets on the right leg first, then on the left."]
    assert wording.explained(goal, goal, Sided("bilateral")) == ()
    assert wording.explained(goal, goal, Sided("alternating")) == (
        "Right and left take turns. The count is for each side.",
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [("Half dome", "a half dome"), ("Exercise band", "an exercise band"), ("TRX", "a TRX")],
)
def test_names_stand_within_a_sentence_with_their_article(name, words):
    assert wording.a(name) == words


def test_names_keep_the_capitals_of_proper_names(root):
    for name, words in json.loads((root / "tests" / "vectors" / "names-within.json").read_text("utf-8")):
        assert wording.within(name) == words


@pytest.mark.parametrize(("words", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_end_with_and(words, said):
    assert wording.listing(words) == said


def test_each_thing_that_can_be_ours_has_words(root):
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    of = [schema["$defs"][record]["properties"]["source"]["properties"]["ours"] for record in ("exercise", "routine")]
    fields = dict.fromkeys(field for each in of for field in each["items"]["enum"])
    same("ours", [f"{field}: {wording.ours([field])}" for field in fields])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("standing", "standing"),
        ("hands-and-knees", "on hands and knees"),
        ("side-lying", "lying on your side"),
        ("supine", "lying on your back"),
        ("prone", "lying on your front"),
        ("half-kneeling", "half kneeling"),
    ],
)
def test_position_is_said_as_people_say_it(name, words):
    assert wording.position(name) == words


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (More(2.5, "kg"), "2.5 kg more"),
        (More(5, "added_lb"), "5 lb more"),
        (More(-5, "assistance_kg"), "5 kg less assistance"),
        (More(-10, "rest_seconds"), "10 s less rest"),
        (More(180, "work_seconds"), "3 min more"),
        (More(1, "reps"), "1 rep more"),
        (More(2, "sets"), "2 sets more"),
        (More(-1, "rir"), "1 rep in reserve less"),
        (More(100, "distance_metres"), "100 m more"),
        (More(2.5, "percent_of_max"), "2.5 % of 1RM more"),
        (More(0.5, "rpe"), "0.5 of 10 in effort more"),
        (More(5, "step_cm"), "5 cm more"),
    ],
)
def test_what_comes_on_top_each_time(more, said):
    assert wording.each_time(more).replace(wording.NARROW, " ") == f"then each time {said}"
