"""A routine as a table and as text: for spreadsheets and other apps, and back again."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from imported import draft_of, remarks
from limber.dataset.load import load
from limber.exports import records
from limber.exports.routine_files import defused, routine_files, table
from limber.model.nouns import Credit, Work

SITE = "https://coach.example/limber/"
VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "table-rows.json").read_text("utf-8"))
"""They hold tables of plans, which a browser writes, to the same cells."""


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_table_has_each_step_with_its_doses_in_words(dataset):
    files = routine_files(dataset, SITE)
    for routine in dataset.routines.values():
        text = files[f"api/v1/routines/{routine.id}.csv"]
        assert text.startswith("\ufeffexercise,dose,")
        assert [each["id"] for each in rows(text)] == [step.exercise.id for step in routine.steps]
        assert all(each["dose"] and each["page"].startswith(SITE) for each in rows(text))
        lines = files[f"api/v1/routines/{routine.id}.txt"].splitlines()
        assert lines[0] == f"# {routine.name}"
        assert [each for each in lines if ": " in each and not each.startswith("#")]


@pytest.mark.parametrize("case", VECTORS["tables"])
def test_table_has_the_cells_of_the_vectors(tmp_path, case):
    file = tmp_path / "exercises.yaml"
    file.write_text(json.dumps(case["data"]), "utf-8")
    dataset = load(file)
    (routine,) = dataset.routines.values()
    assert table(routine, case["site"]) == case["table"]
    written = json.loads(json.dumps([*map(records.exercise, dataset.exercises.values()), records.session(routine)]))
    assert written == [*case["exercises"], case["routine"]], "what the browser has of it"


@pytest.mark.parametrize(("cell", "safe"), VECTORS["cells"])
def test_what_could_begin_a_formula_has_an_apostrophe_before_it(cell, safe):
    assert defused(cell) == safe


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_no_cell_is_taken_for_a_formula(dataset, cell):
    assert defused(cell) == f"'{cell}"
    assert defused("3 × 10") == "3 × 10"
    routine = next(iter(dataset.routines.values()))
    steps = tuple(replace(each, note=cell) for each in routine.steps)
    hostile = replace(dataset, routines={"x": replace(routine, id="x", steps=steps)})
    assert {each["note"] for each in rows(routine_files(hostile, SITE)["api/v1/routines/x.csv"])} == {f"'{cell}"}


def test_words_of_others_are_credited_in_both(dataset):
    work = Work("kim", "Kim Doe", "Calves", "Doe", "https://example.org/", licence="CC BY 4.0")
    routine = next(iter(dataset.routines.values()))
    steps = tuple(replace(each, exercise=replace(each.exercise, credit=Credit(work, ()))) for each in routine.steps)
    files = routine_files(replace(dataset, routines={"x": replace(routine, id="x", steps=steps)}), SITE)
    assert {(each["author"], each["licence"]) for each in rows(files["api/v1/routines/x.csv"])} == {
        ("Kim Doe", "CC BY 4.0")
    }
    assert "Words: Kim Doe, CC BY 4.0." in files["api/v1/routines/x.txt"]


@pytest.mark.parametrize("ending", ["csv", "txt"])
def test_import_reads_what_is_exported(dataset, ending):
    for routine in dataset.routines.values():
        text = routine_files(dataset, SITE)[f"api/v1/routines/{routine.id}.{ending}"]
        draft = draft_of(text)
        names = {each.keys["name"] for each in draft.tables["exercises"].values()}
        assert names == {step.exercise.name for step in routine.steps}
        assert all("dose" in each.keys for each in draft.tables["exercises"].values())
        if ending == "csv":
            assert not remarks(draft, "not understood")
