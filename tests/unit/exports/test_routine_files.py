"""A routine as a table and as text: for spreadsheets and other apps, and back again."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from imported import draft_of, remarks
from limber import wording
from limber.build_cache import BuildCache
from limber.dataset import dose_text, parse
from limber.dataset.load import load
from limber.exports import records, routine_figures
from limber.exports.routine_files import defused, routine_files, table
from limber.imports.dose_words import of_line
from limber.imports.other_words import FOLDER
from limber.languages import catalogues
from limber.languages.messages import spoken_as
from limber.model.nouns import Credit, Work
from sided import Sided

SITE = "https://coach.example/limber/"
VECTORS_FOLDER = Path(__file__).parents[2] / "vectors"
VECTORS = json.loads((VECTORS_FOLDER / "table-rows.json").read_text("utf-8"))
"""They hold tables of plans, which a browser writes, to the same cells."""
DOSES = json.loads((VECTORS_FOLDER / "doses-in-languages.json").read_text("utf-8"))["doses"]


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


def test_figures_of_six_routines_are_in_a_file_none_twice_and_more_of_each_where_there_are_few(dataset):
    drawn, plain = (
        [each for each in dataset.exercises.values() if bool(each.figure) is has_one] for has_one in (True, False)
    )
    routine = next(iter(dataset.routines.values()))

    def of(*exercises):
        return replace(routine, steps=tuple(replace(routine.steps[0], exercise=each) for each in exercises))

    routines = [of(*plain[:1], *drawn[:4]), of(*drawn[1:3]), *[of(drawn[0])] * 4, of(drawn[5]), of(drawn[6])]
    assert [[*routine_figures.shown(each, 9)] for each in routines[:2]] == [drawn[:3], drawn[1:3]]
    assert [len(routine_figures.shown(of(*drawn, *drawn), count)) for count in (1, 3, 4, 9)] == [8, 6, 4, 3]
    assert [routine_figures.file_of(each) for each in (0, 5, 6, 12)] == [1, 1, 2, 3]
    assert [[*routine_figures.files(routines[:each])] for each in (0, 6, 7)] == [[], [1], [1, 2]]
    assert [routine_figures.drawn(routines, file) for file in (1, 2)] == [drawn[:3], drawn[5:7]]


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


LANGUAGES = [(code, catalogues.language(code, FOLDER, BuildCache())) for code in catalogues.codes(FOLDER)]


def test_table_is_in_the_language_of_its_site_with_what_spreadsheets_there_take_for_cells(dataset):
    routine = next(iter(dataset.routines.values()))
    heads = {}
    for code, language in LANGUAGES:
        with spoken_as(language):
            heads[code] = table(routine, SITE).splitlines()[0].removeprefix("\ufeff")
    assert heads["de"].startswith("Übung;Dosis;Zieldosis;Gruppe;Runden;Pause zwischen den Runden;wie oft;")
    assert [heads[code].split(";")[0] for code in ("es", "fr")] == ["ejercicio", "exercice"]
    assert heads["en"].startswith("exercise,dose,")
    with spoken_as(dict(LANGUAGES)["de"]):
        step = replace(routine.steps[0], note="Langsam, bitte.")
        assert ';"Langsam, bitte.";' in table(replace(routine, steps=(step,)), SITE), "also where commas part cells"


@pytest.mark.parametrize("ending", ["csv", "txt"])
def test_import_reads_what_is_exported_in_each_language(dataset, ending):
    for routine in dataset.routines.values():
        drafts = []
        for _, language in LANGUAGES:
            with spoken_as(language):
                text = routine_files(dataset, SITE)[f"api/v1/routines/{routine.id}.{ending}"]
            drafts.append(draft_of(text))
        for draft in drafts:
            assert draft.tables == drafts[0].tables
            names = {each.keys["name"] for each in draft.tables["exercises"].values()}
            assert names == {step.exercise.name for step in routine.steps}
            assert all("dose" in each.keys for each in draft.tables["exercises"].values())
            assert ending == "txt" or not remarks(draft, "not understood")


def test_import_reads_all_cells_of_a_table_in_each_language(dataset):
    """Groups, rests, notes, sides and credits come back, also of a table with heads and doses in several languages."""
    rounds = {"rounds": {"min": 2, "max": 3}, "round_rest_seconds": {"min": 60, "max": 90}}
    group = parse.group({"group": "Zirkel", **rounds}, 2)
    routine = next(iter(dataset.routines.values()))
    work = Work("kim", "Kim Doe", "Calves", "Doe", "https://example.org/", licence="CC BY 4.0")
    steps = [
        replace(routine.steps[0], note="Langsam; ruhig, bitte.", how_often="Zweimal am Tag.", rest_after_seconds=90),
        *(replace(each, group=group) for each in routine.steps[1:3]),
    ]
    one = steps[0].exercise
    steps[0] = replace(steps[0], exercise=replace(one, credit=Credit(work, ()), laterality="unilateral", sides="left"))
    routine = replace(routine, id="x", name="X", steps=tuple(steps))
    tables = {}
    for code, language in LANGUAGES:
        with spoken_as(language):
            tables[code] = table(routine, SITE)
    cells = [list(csv.reader(io.StringIO(tables[code][1:]), delimiter=";,"[code == "en"])) for code in tables]
    mixed = io.StringIO()
    csv.writer(mixed, delimiter=";").writerows(
        [[cells[column % len(cells)][0][column] for column in range(16)], *(cells[row][row] for row in (1, 2, 3))]
    )
    drafts = {code: draft_of(text, "x") for code, text in (*tables.items(), ("mixed", mixed.getvalue()))}
    (read,) = (each.keys for each in drafts["en"].tables["routines"].values())
    first, circuit = read["steps"]
    assert first | {"note": "Langsam; ruhig, bitte.", "side": "left", "rest_after_seconds": 90} == first
    assert circuit | {"group": "Zirkel", **rounds} == circuit
    assert drafts["en"].tables["sources"]
    for draft in drafts.values():
        assert draft.tables == drafts["en"].tables
        assert draft.remarks == drafts["en"].remarks


def meant(line):
    assert not line.unread
    return dose_text.read(line.text).doses, line.limb, line.alternates, line.side


@pytest.mark.parametrize("language", [each for _, each in LANGUAGES], ids=lambda each: each.code)
def test_import_reads_doses_in_the_words_of_each_language(language):
    for each in DOSES:
        of = Sided(each["laterality"], each["limb"], tuple(each.get("directions", ())))
        dose = parse.dose(each["dose"])
        english = meant(of_line(wording.dose(dose, of)))
        with spoken_as(language):
            assert meant(of_line(wording.dose(dose, of))) == english
