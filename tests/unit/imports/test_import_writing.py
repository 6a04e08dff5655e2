"""Drafts put into files: nothing else changes, nothing comes twice, and no bytes break it."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imported import draft_of, known_of, read_back, remarks
from limber.imports.source_file import UnreadableError
from limber.imports.yaml_text import grown_text, holds, new_text, plain

FILE = """# Mine, kept as it is.

equipment:   {}   # nothing yet

exercises:
  # The first one.
  bridge:
    name:  Bridge   # odd spaces
    instructions: [Lift your hips.]

  # Squats are below.
  wall-sit:
    name: Wall sit
# the end
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_records_go_to_their_places_and_all_other_bytes_stay(ending):
    text = FILE.replace("\n", ending)
    before = read_back(text)
    draft = draft_of("exercise,sets,reps,equipment\nAbdominal press,3,10,mat\nSquat,3,10,\nZebra walk,3,10,\n")
    grown = grown_text(text, draft, before.lines)
    lines, kept = grown.split(ending), FILE.split("\n")
    assert [each for each in kept if each not in lines] == ["equipment:   {}   # nothing yet"]
    at = iter(lines)
    assert all(any(line == each for each in at) for line in kept if not line.startswith("equipment"))
    assert "equipment:   # nothing yet" in grown
    data = read_back(grown).data
    assert holds(data, before.data, draft)
    assert list(data["exercises"]) == ["abdominal-press", "bridge", "squat", "wall-sit", "zebra-walk"]
    assert lines[lines.index("  # Squats are below.") + 1] == "  wall-sit:"


def test_what_was_imported_is_not_imported_again():
    table = "exercise,sets,reps\nSquat,3,10\nGoblet  squat,3,10\n"
    text = new_text(draft_of(table))
    again = draft_of(table.replace("Goblet  squat", "goblet-squat"), known=known_of(text))
    assert again.is_empty
    line = text.split("\n").index("  squat:") + 1
    assert remarks(again, "skipped")[0] == f'"Squat" is there already, mine.yaml:{line}.'
    routine = draft_of("routine,exercise,reps\nLegs,Squat,12\nLegs,Bridge,12\n", known=known_of(text))
    squat, bridge = routine.tables["routines"]["legs"].keys["steps"]
    assert (squat["exercise"], bridge, [*routine.tables["exercises"]]) == ("squat", "bridge", ["bridge"])


def test_a_renamed_record_of_a_database_is_known_by_its_source():
    record = {"id": "A_B", "name": "A b", "primaryMuscles": [], "instructions": ["Go."], "license": "CC0"}
    text = new_text(draft_of(json.dumps([record])))
    renamed = text.replace("  a-b:", "  my-own:").replace("name: A b", "name: My own")
    again = draft_of(json.dumps([record]), known=known_of(renamed))
    assert not again.tables["exercises"]


def test_what_is_not_yet_written_is_named_by_the_validator(root, tmp_path):
    draft = tmp_path / "import-legs.yaml"
    draft.write_text(new_text(draft_of("exercise,sets,reps\nSquat,3,10\n")), "utf-8")
    done = subprocess.run(
        [sys.executable, root / "scripts" / "validate.py", draft], capture_output=True, text=True, cwd=root, check=False
    )
    assert done.returncode == 1
    assert 'exercise "squat": instructions and stop_signs are missing' in done.stderr


def command(root, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "limber.imports.command", *arguments],
        capture_output=True,
        text=True,
        cwd=root,
        check=False,
        env={**os.environ, "PYTHONPATH": str(root / "scripts")},
    )


def test_command_says_first_and_writes_when_told(root, tmp_path):
    source, into = tmp_path / "legs.csv", tmp_path / "mine.yaml"
    source.write_text("exercise,sets,reps\nSquat of the test,3,10\n", "utf-8")
    dry = command(root, source, "--into", into)
    assert (dry.returncode, into.exists()) == (0, False), dry.stderr
    assert dry.stdout.endswith(
        f"\n1 exercise, 1 routine would be written to {into}. Nothing was written; --write does it.\n"
    )
    done = command(root, source, "--into", into, "--write")
    check = f".venv/bin/python scripts/validate.py {into}"
    said = f"\n1 exercise, 1 routine written to {into}. Write what is missing; this names it: {check}.\n"
    assert (done.returncode, done.stdout.endswith(said)) == (0, True), done.stdout
    written = into.read_bytes()
    again = command(root, source, "--into", into, "--write")
    assert (again.returncode, into.read_bytes()) == (1, written)
    assert "is there already" in again.stdout and again.stdout.endswith("\nNothing is to be written.\n")
    assert [each.name for each in tmp_path.iterdir()] == ["legs.csv", "mine.yaml"] or len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("name", "why"), [("none.csv", "No such file or directory."), (".", "It is a folder. Name the file in it.")]
)
def test_command_names_a_file_that_cannot_be_read(root, tmp_path, name, why):
    done = command(root, tmp_path / name)
    assert (done.returncode, done.stderr) == (1, f"{tmp_path / name}: {why}\n")


WORDS = (
    "exercise|sets|reps|hold|weeks|rounds|group|rest|: |3x10|3 x 10 |squat|@ 20 kg|#|- |\u2013|\x00|\ufeff|1:30|10|"
    "each leg|{|[|]|}|'"
    '|*|&|!|%|yes|null|~|…|\u202e|\u2028|999999999999|1e9|CC BY 4.0|12-Aug|²|٣|"'
)
PIECES = st.sampled_from([*WORDS.split("|"), "|", ",", ";", "\t", "\n", "\n\n"])
KEYS = (
    "name id uuid instructions primaryMuscles primary_muscles translations language license images equipment exercises "
    "results description license_author muscles category notes tips"
)
JSONS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    | PIECES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6),
    max_leaves=20,
)
UNHURRIED = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def reads_or_says_why(raw):
    """Takes any bytes: either it is said why they cannot be read, or the draft is YAML that says the same."""
    try:
        draft = draft_of(raw, stated_licence="CC0")
    except UnreadableError as why:
        assert str(why)
        return
    found = read_back(new_text(draft))
    assert not found.problems
    data = {table: records for table, records in found.data.items() if records}
    assert data == plain(draft)


@UNHURRIED
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_read_or_refused_in_words(text):
    reads_or_says_why(text.encode("utf-8", "surrogatepass"))


@UNHURRIED
@given(st.binary(max_size=200) | st.binary(max_size=80).map(b"PK\x03\x04".__add__))
def test_any_bytes_are_read_or_refused_in_words(raw):
    reads_or_says_why(raw)


@UNHURRIED
@given(JSONS)
def test_any_json_is_read_or_refused_in_words(data):
    reads_or_says_why(json.dumps(data).encode())
