"""Doses in a line: each of the vectors means what stands beside it, builds, or is told where it is not understood."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from limber import wording
from limber.dataset import dose_text, load
from limber.dataset.parse import dose
from limber.dataset.problem import DatasetError
from limber.dataset.shape import amount_words

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "dose-texts.json").read_text("utf-8"))
PAGES = [
    each
    for name in ("doses", "wider-doses")
    for each in json.loads((Path(__file__).parents[2] / "vectors" / f"{name}.json").read_text("utf-8"))["doses"]
    if not re.search("between|reps.*hold_seconds", json.dumps([each["dose"], each["words"]]))
]
SIDED = SimpleNamespace(laterality="bilateral", limb="side", sides=(), directions=())
READ, NOT_UNDERSTOOD = VECTORS["read"], VECTORS["not_understood"]
ONE_SIDE = 'A dose counts one side; the exercise\'s "laterality:" says which. '
HEAD = "equipment:\n  band:\n    name: Band\n    bands: [yellow, red, green, blue, black]\n"


def record(dose, **more):
    said = {
        "name": "Arm circle",
        "equipment": ["band"],
        "instructions": ["Do it.", {"switch": "Change sides."}] if more.pop("sided", False) else ["Do it."],
        "stop_signs": ["Sharp pain."],
        "dose": dose,
    }
    return said | more


def loaded(tmp_path, exercise, **more):
    file = tmp_path / "exercises.yaml"
    data = {**yaml.safe_load(HEAD), "exercises": {"arm-circle": exercise}, **more}
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return load.load(file)


@pytest.mark.parametrize("vector", READ, ids=lambda each: each["text"])
def test_line_means_what_stands_beside_it(vector):
    found = dose_text.read(vector["text"])
    assert found.doses == {level: vector[level] for level in ("start", "goal") if level in vector}
    assert (found.limb, list(found.directions)) == (vector.get("limb", ""), vector.get("directions", []))
    assert found.alternates == vector.get("alternates", False)


@pytest.mark.parametrize("vector", NOT_UNDERSTOOD, ids=lambda each: each["text"])
def test_line_that_is_not_understood_says_which_part_and_what_to_write(vector):
    with pytest.raises(dose_text.NotUnderstoodError) as told:
        dose_text.read(vector["text"])
    assert (told.value.what, told.value.tip) == (vector["what"], vector["tip"])


@pytest.mark.parametrize("vector", READ, ids=lambda each: each["text"])
def test_line_builds_to_the_same_as_its_keys(vector, tmp_path):
    sided = (
        "limb" in vector
        or "alternates" in vector
        or "side" in json.dumps(vector["start"])
        or "switch" in vector["text"]
    )
    full = {level: vector[level] for level in ("start", "goal") if level in vector}
    laterality = "alternating" if "alternates" in vector else "unilateral"
    more = {"laterality": laterality, "limb": vector.get("limb", "side")} if sided else {}
    more |= {"directions": vector["directions"]} if "directions" in vector else {}
    in_full = loaded(tmp_path, record(full, sided=sided, **more)).exercises["arm-circle"]
    says_side = "limb" in vector or "alternates" in vector
    written = {"laterality": "unilateral"} if sided and not says_side else {}
    in_line = loaded(tmp_path, record(vector["text"], sided=sided, **written)).exercises["arm-circle"]
    assert in_line == in_full


@pytest.mark.parametrize("vector", PAGES, ids=lambda each: each["words"])
def test_what_pages_say_of_a_dose_is_read_as_that_dose(vector):
    """But for held repetitions: 5 × 10 s hold are five sets of a hold, when they are typed."""
    found = dose_text.read(vector["words"].replace("_", "\u202f")).doses["start"]
    assert wording.dose(dose(found), SIDED) == wording.dose(dose(vector["dose"]), SIDED)


def test_table_of_the_guide_is_true(root):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8").partition("### Doses in a line\n")[2]
    rows = re.findall(r"^\| (`.+`) \| `(\{.+\})` \|$", guide.partition("\n### ")[0], re.MULTILINE)
    assert len(rows) > 20
    for lines, full in rows:
        for line in re.findall(r"`([^`]+)`", lines):
            assert dose_text.read(line).doses == {"start": yaml.safe_load(full)}, line


@pytest.mark.parametrize(
    "line", ["10 or " * 3000, "10 then " * 2000, "3 x " + "9" * 5000, "1-" * 3000, "10, " * 5000], ids=len
)
def test_line_that_nobody_would_write_is_refused_as_any_other(line):
    with pytest.raises(dose_text.NotUnderstoodError):
        dose_text.read(line)


def test_start_and_goal_may_be_lines_of_their_own(tmp_path):
    it = loaded(tmp_path, record({"start": "2 x 8", "goal": {"sets": 3, "reps": 8, "or": "30 s"}})).exercises[
        "arm-circle"
    ]
    assert (it.start.sets.min, it.goal.sets.min, it.goal.alternative.work_seconds.min) == (2, 3, 30)


def test_steps_and_sessions_have_lines_too(tmp_path):
    routines = {
        "day": {
            "name": "Day",
            "steps": [
                "arm-circle",
                {"exercise": "arm-circle", "dose": 5},
            ],
        },
        "one-side": {"name": "One side", "steps": [{"exercise": "arm-circle", "dose": "2 x 5 each side"}]},
    }
    phases = [
        {
            "name": "First",
            "weeks": {"first": 1, "last": 2},
            "sessions": [{"routine": "one-side", "doses": {"arm-circle": "3 x 5"}}],
        }
    ]
    found = loaded(
        tmp_path, record("3 x 10"), routines=routines, programmes={"weeks": {"name": "Weeks", "phases": phases}}
    )
    first, second = found.routines["day"].steps
    assert (first.exercise.id, first.start.reps.min, second.start.reps.min) == ("arm-circle", 10, 5)
    assert found.routines["one-side"].steps[0].exercise.laterality == "unilateral"
    assert found.programmes["weeks"].phases[0].sessions[0].doses[0].dose.sets.min == 3


@pytest.mark.parametrize(
    ("dose", "more", "what"),
    [
        ("3 x 10 each leg", {"laterality": "bilateral"}, "the dose is for each leg, but the exercise is bilateral."),
        ("5 in each direction", {}, "the dose is for each direction, and the exercise does not say which."),
        ({"start": "2 x 8 → 3 x 8"}, {}, '"2 x 8 → 3 x 8" has a start and a goal; here is one of them.'),
        ("3 x 10, rst 60 s", {}, '"rst 60 s" is not understood.'),
    ],
)
def test_problem_of_a_line_stands_at_its_dose_and_alone(dose, more, what, tmp_path):
    with pytest.raises(DatasetError) as told:
        loaded(tmp_path, record(dose, **more))
    (problem,) = told.value.problems
    assert problem.what == what
    assert problem.where[:3] == ("exercises", "arm-circle", "dose")


@pytest.mark.parametrize(
    ("key", "written", "tip"),
    [
        ("reps", "10", "Take the quotes away: 10."),
        ("reps", "ten", "Write the number alone: 10."),
        ("reps", "8/8", f"{ONE_SIDE}Write the number alone: 8."),
        ("reps", "8/9", None),
        ("reps", "8-10 each side", f"{ONE_SIDE}Write a range so: {{min: 8, max: 10}}."),
        ("reps", "8-10.5", None),
        ("reps", "8.5-10", None),
        ("reps", "30-45 s", 'A time is no number of reps. Write "work_seconds: {min: 30, max: 45}" in its place.'),
        ("reps", "3 x 10", 'Write "sets: 3" and "reps: 10", each on a line.'),
        ("reps", "3 x 1 min", 'Write "sets: 3" and "work_seconds: 60", each on a line.'),
        ("reps", "3 x 8-10 a leg", f'{ONE_SIDE}Write "sets: 3" and "reps: {{min: 8, max: 10}}", each on a line.'),
        (
            "reps",
            "5-8 deep breaths",
            'Breaths have a key of their own. Write "breaths: {min: 5, max: 8}" in its place.',
        ),
        ("reps", "10+", "Write {min: 10}. Without a most, it is that many or more."),
        ("reps", "AMRAP", "Write as-many-as-possible."),
        ("reps", "to failure", "Write to-fatigue."),
        ("rounds", "max", "Write as-many-as-possible."),
        ("hold_seconds", "max", "Write as-long-as-possible."),
        ("work_seconds", "max", "There is no number for this. Write the one that you expect, in digits."),
        ("rest_seconds", "none", "Write 0."),
        ("hold_seconds", "1:30", "Write plain seconds: 90."),
        ("hold_seconds", "0.5 min", "Write plain seconds: 30."),
        ("hold_seconds", "30 s - 1 min", "Write a range so: {min: 30, max: 60}."),
        ("hold_seconds", "30 s", "The unit stands in the key. Write the number alone: 30."),
        ("hold_seconds", "3 x 1 min", 'Write "sets: 3" and "hold_seconds: 60", each on a line.'),
        ("hold_seconds", "a while", None),
    ],
)
def test_amount_in_words_is_told_as_the_number_that_it_means(key, written, tip):
    schema = {"type": ["integer", "object"], "required": ["min"], "minimum": 0 if key == "rest_seconds" else 1}
    assert amount_words.tip(written, key, schema) == tip


@pytest.mark.parametrize(
    ("sets", "runs"),
    [
        ([(1, 60), (1, 90)], [(2, 60)]),
        ([(1, 60), (2, 90)], [(1, 60), (2, 90)]),
        ([(1, 30), (1, 60), (1, 90)], [(1, 30), (2, 60)]),
        ([(1, 60)], [(1, 60)]),
    ],
    ids=str,
)
def test_rest_after_a_single_last_set_makes_it_no_other_set(sets, runs):
    each = [{"sets": count, "reps": 10, "rest_seconds": rest} for count, rest in sets]
    assert [(one.sets.min, one.rest_seconds.min) for one in dose({"sets": each}).each_set] == runs
