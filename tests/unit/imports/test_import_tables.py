"""Tables as coaches write them: the eight programmes as CSV, and what spreadsheets do to cells."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from derived import same
from imported import draft_of, exercises, meant, remarks
from limber.dataset.load import load
from limber.imports import columns
from limber.imports.report import report
from limber.imports.source_file import UnreadableError
from limber.imports.yaml_text import new_text

TABLES = sorted((Path(__file__).parents[2] / "programmes" / "tables").iterdir())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_of_a_programme_is_taken_as_its_golden_file_says(root, path):
    """After a change that is meant: `ACCEPT=1 scripts/test tests/unit/imports`, then read the diff."""
    draft = draft_of(path.read_bytes(), path.stem)
    said = f"{report(draft, path.name, 'line')}\n\n{new_text(draft)}"
    golden = root / "tests" / "golden" / "imports" / f"{path.stem}.txt"
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_nothing_that_a_table_says_is_lost(path):
    text = path.read_text("utf-8")
    draft = draft_of(path.read_bytes(), path.stem)
    kept = new_text(draft) + report(draft, path.name, "line")
    one_set_of_one = {"1"}  # 1 × 5 is said as 5
    for cell in re.split(r"[,;\t\n]", text.split("\n", 1)[1]):
        for number in re.findall(r"\d+", cell):
            assert re.search(rf"(?<!\d){number}(?!\d)", kept) or number in one_set_of_one, f"{number} of {cell!r}"


def test_heads_are_read_in_any_order_spelling_and_with_any_separator():
    one = "Exercise,Sets,Reps,Rest\nSquat,3,10,60 s\n"
    same = (
        "REPS;rest (sec);Movement;Set\n10;60;Squat;3\n",
        "Rest [s]\tSETS\tReps:\tExercise name\n60\t3\t10\tSquat\n",
        "| Exercise | Reps | Sets | Rest |\n|---|---|---|---|\n| Squat | 10 | 3 | 60 s |\n",
        "\n\nÜbung;Sätze;Wdh.;Pause\nSquat;3;10;1:00\n",
    )
    for text in same:
        assert exercises(draft_of(text)) == exercises(draft_of(one)) == {"squat": meant("3 x 10, rest 60 s")}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_files_of_spreadsheets_are_read_in_their_encodings(encoding):
    text = ("\ufeff" if encoding == "utf-16-le" else "") + "exercise;sets;reps\nKniebeuge für alle;2–3;8–12\n"
    draft = draft_of(text.encode(encoding))
    assert exercises(draft) == {"kniebeuge-fur-alle": meant("2-3 x 8-12")}
    assert draft.tables["exercises"]["kniebeuge-fur-alle"].keys["name"] == "Kniebeuge für alle"


@pytest.mark.parametrize(
    ("column", "cell", "dose"),
    [
        ("load", "2,5 kg", "3 x 10 with 2.5 kg"),
        ("load", "+15 kg", "3 x 10 with body weight + 15 kg"),
        ("load (kg)", "20", "3 x 10 with 20 kg"),
        ("kg", "20", "3 x 10 with 20 kg"),
        ("load", "70 % of 1RM", "3 x 10 at 70 % of 1RM"),
        ("load", "body weight", "3 x 10"),
        ("load", "–", "3 x 10"),
        ("band", "red → green", "3 x 10 with red, then green band"),
        ("RIR", "2", "3 x 10, 2 reps in reserve"),
        ("RPE", "7–8", "3 x 10, effort 7-8 of 10"),
        ("tempo", "3-1-1-0", "3 x 10, tempo 3-1-1-0"),
        ("tempo", "30X1", "3 x 10, tempo 30X1"),
        ("load", "2×12", "3 x 10, 2 x 12 kg"),
        ("rest", "1½", None),
        ("rest", "2 minutes", "3 x 10, rest 2 min"),
        ("rest (min)", "1.5", "3 x 10, rest 90 s"),
        ("tempo", "slowly", None),
    ],
)
def test_a_cell_is_a_part_of_the_dose_or_named_as_not_understood(column, cell, dose):
    draft = draft_of(f"exercise;sets;reps;{column}\nSquat;3;10;{cell}\n")
    assert exercises(draft) == {"squat": meant(dose or "3 x 10")}
    assert bool(remarks(draft, "not understood")) == (dose is None)
    assert (f"“{cell}”" in new_text(draft)) == (dose is None), "what is not understood stands below the record"


def test_a_side_makes_an_exercise_of_one_side_at_a_time():
    draft = draft_of("exercise,sets,reps,side\nLunge,3,8 each leg,\nRow,3,8,each\nBug,2,10 alternating,\n")
    keys = {id_: each.keys for id_, each in draft.tables["exercises"].items()}
    assert (keys["lunge"]["laterality"], keys["lunge"]["limb"]) == ("unilateral", "leg")
    assert keys["row"]["laterality"] == "unilateral"
    assert (keys["bug"]["laterality"], keys["bug"]["dose"]) == ("alternating", "2 x 10")


@pytest.mark.parametrize(
    "head", ["setup", "instructions", "cues", "precautions", "stop_signs", "contraindications", "easier", "harder"]
)
def test_a_column_of_texts_is_taken_whole(head):
    draft = draft_of(f"exercise;sets;reps;{head}\nSquat;3;10;Keep your knees out.\n")
    assert draft.tables["exercises"]["squat"].keys.get(head) == ["Keep your knees out."]
    assert remarks(draft, "not understood") == []


def test_a_table_in_german_is_read_by_its_heads():
    heads, cells = zip(
        ("Übung", "Beinpresse"),
        ("Trainingstag", "Montag"),
        ("Sätze", "3"),
        ("Wiederholungen", "10"),
        ("Gewicht", "40 kg"),
        ("Seite", "each"),
        ("Gerät", "bench"),
        ("Ausführung", "Strecke die Beine."),
        ("Muskeln", "quads"),
        ("Bemerkung", "Langsam."),
        ("Quelle", "https://coach.example/presse"),
        strict=True,
    )
    draft = draft_of(f"{';'.join(heads)}\n{';'.join(cells)}\n", stated_licence="CC0")
    (exercise,) = draft.tables["exercises"].values()
    keys = ("name", "laterality", "muscles", "instructions", "equipment", "dose")
    assert [exercise.keys[each] for each in keys] == [
        "Beinpresse",
        "unilateral",
        ["quads"],
        ["Strecke die Beine."],
        ["bench"],
        "3 x 10, 40 kg",
    ]
    (source,) = draft.tables["sources"].values()
    assert source.keys["url"] == "https://coach.example/presse"
    assert draft.tables["routines"]["montag"].keys["steps"] == [{"exercise": "beinpresse", "note": "Langsam."}]


@pytest.mark.parametrize(
    ("head", "cell", "said"),
    [
        ("contraindications", "none", "none"),
        ("Contraindications", "None known.", "none"),
        ("Kontraindikationen", "keine bekannt", "none"),
        ("Contraindicaciones", "Ninguna", "none"),
        ("contraindications", "A new hip.", ["A new hip."]),
        ("contraindications", "–", None),
    ],
)
def test_a_cell_that_says_none_is_the_value_for_none_in_any_language(head, cell, said):
    draft = draft_of(f"exercise;sets;reps;{head}\nSquat;3;10;{cell}\n")
    assert draft.tables["exercises"]["squat"].keys.get("contraindications") == said
    assert remarks(draft, "not understood") == []


def test_a_number_that_is_too_long_is_named():
    draft = draft_of(f"3x{'9' * 400} squat\nexercise of {'9' * 400} s: plank\n3 x 10 squat\n")
    assert exercises(draft) == {"squat": meant("3 x 10")} or remarks(draft, "not understood")


@pytest.mark.parametrize("cell", ["12-Aug", "Aug 12", "12. Aug", "08.12.2026", "8/12/2026"])
def test_a_date_that_a_spreadsheet_has_made_is_named_and_not_taken_for_repetitions(cell):
    draft = draft_of(f"exercise;sets;reps\nSquat;3;{cell}\n")
    assert "dose" not in draft.tables["exercises"]["squat"].keys
    assert any("made a date" in each for each in remarks(draft, "not understood"))


def test_headings_are_routines_and_an_exercise_comes_once():
    draft = draft_of("exercise,dose\nDay A,\nSquat,3 x 5\nPlank,30 s\nDay B,\nSquat,2 x 10\n")
    assert exercises(draft) == {"squat": meant("3 x 5"), "plank": meant("30 s")}
    steps = {id_: each.keys["steps"] for id_, each in draft.tables["routines"].items()}
    assert steps["day-a"] == ["squat", "plank"]
    assert steps["day-b"] == [{"exercise": "squat", "dose": "2 x 10"}]


def test_cells_of_a_column_that_nobody_knows_are_kept_as_comments():
    draft = draft_of("exercise,sets,reps,mood\nSquat,3,10,cheerful\n")
    assert any('column "mood"' in each for each in remarks(draft, "not understood"))
    assert "# Not understood: mood “cheerful”." in new_text(draft)


def test_rows_say_their_licence_and_what_may_not_be_published_again_is_refused():
    draft = draft_of(
        "exercise,sets,reps,licence,author,url\n"
        "Squat,3,10,CC-BY-SA 4,Kim Doe,https://example.org/squat\n"
        "Plank,3,10,All rights reserved,Kim Doe,https://example.org/plank\n"
        "Row,3,10,CC BY 4.0,,https://example.org/row\n"
    )
    assert list(draft.tables["exercises"]) == ["squat"]
    source = draft.tables["exercises"]["squat"].keys["source"]["work"]
    assert draft.tables["sources"][source].keys["licence"] == "CC BY-SA 4.0"
    plank, row = remarks(draft, "refused")
    assert "keeps all rights" in plank
    assert "asks for the author's name" in row


def workbook(rows, styles=(0, 16, 20, 9, 21), doctype=""):
    """The bytes of a small .xlsx: a row is a list of texts, of numbers, or of (number, style)."""
    cells = []
    for number, row in enumerate(rows, 1):
        said = "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{each}</t></is></c>'
            if isinstance(each, str)
            else f'<c r="{chr(65 + at)}{number}" s="{each[1]}"><v>{each[0]}</v></c>'
            for at, each in enumerate(each if isinstance(each, (str, tuple)) else (each, 0) for each in row)
        )
        cells.append(f'<row r="{number}">{said}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    of_parts = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    formats = "".join(f'<xf numFmtId="{each}"/>' for each in styles)
    sheet = '<sheet name="Plan" sheetId="1" r:id="r1"/>'
    related = '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
    parts = {
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relation}"><sheets>{sheet}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{of_parts}">{related}</Relationships>',
        "xl/styles.xml": f"<styleSheet {main}><cellXfs>{formats}</cellXfs></styleSheet>",
        "xl/worksheets/sheet1.xml": f"{doctype}<worksheet {main}><sheetData>{''.join(cells)}</sheetData></worksheet>",
    }
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return raw.getvalue()


def test_a_workbook_is_read_as_it_shows_its_numbers():
    head = ["Exercise", "Sets", "Reps", "Rest", "% 1RM"]
    draft = draft_of(
        workbook(
            [
                head,
                ["Squat", 3, 10.000000499, (0.0625, 2), (0.70000000499, 3)],
                ["Row", 3, (46246, 1), 60, ""],
                ["Bug", 3, 8, (0.00104166, 4), ""],
            ]
        )
    )
    assert exercises(draft)["squat"] == meant("3 x 10 at 70 % of 1RM, rest 90 s")
    assert exercises(draft)["bug"] == meant("3 x 8, rest 90 s")
    assert any("made a date" in each for each in remarks(draft, "not understood"))


SQUAT = [["Exercise", "Sets"], ["Squat", 3]]


@pytest.mark.parametrize(
    ("why", "raw"),
    [
        (
            "It declares entities, which no spreadsheet program writes. Save it again.",
            workbook(SQUAT, doctype='<!DOCTYPE x [<!ENTITY a "b">]>'),
        ),
        ("It is no spreadsheet that can be read. Save it again as .xlsx, or as CSV.", workbook(SQUAT)[:-40]),
        ("It is an old Excel or Word file. Save it as .xlsx or as CSV.", b"\xd0\xcf\x11\xe0\xa1"),
        ("It is a PDF. Copy its table into a spreadsheet, or its lines into a text file.", b"%PDF-1.7"),
        ("It is a picture. Type what it shows, one exercise a line.", b"\x89PNG\r\n"),
        ("It is a picture. Type what it shows, one exercise a line.", b"\xff\xd8\xff\xe0"),
        ("It is a Rich Text file. Save it as plain text.", rb"{\rtf1 Squat 3 x 10}"),
        ("It is a compressed file. Unpack it first.", b"\x1f\x8b\x08"),
        ("It begins like JSON and is none in line 2. Save it again from where it comes.", b'{"a":\n}'),
        ("It begins like JSON and is none. Save it again from where it comes.", b"[" * 100_000),
        ("It is no text: it holds zeros. Save it as .xlsx, CSV, JSON or plain text.", b"Squat\0 3 x 10"),
    ],
    ids=lambda each: each[:25] if isinstance(each, str) else "",
)
def test_a_file_that_cannot_be_read_says_what_it_is_and_what_to_do(why, raw):
    with pytest.raises(UnreadableError) as refused:
        draft_of(raw)
    assert str(refused.value) == why


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_with_its_holes_filled_a_draft_is_a_sound_dataset(path, tmp_path):
    draft = draft_of(path.read_bytes(), path.stem)
    for record in draft.tables["exercises"].values():
        steps = ["Do it slowly.", {"switch": "Change sides."}]
        record.keys |= {"instructions": steps[: 1 + ("laterality" in record.keys)], "stop_signs": ["Sharp pain."]}
        if "direction" in record.keys["dose"]:
            record.keys["directions"] = ["one way", "the other way"]
    for each in draft.tables["programmes"].values():
        for phase in each.keys["phases"]:
            phase["sessions"][0]["days"] = ["monday", "thursday"]
    file = tmp_path / "exercises.yaml"
    file.write_text(new_text(draft), "utf-8")
    dataset = load(file)
    assert set(dataset.exercises) == set(draft.tables["exercises"])
    assert set(dataset.routines) == set(draft.tables["routines"])


def test_columns_are_known_by_their_heads_and_units():
    heads = [head for names in columns.NAMES.values() for head in names.split(", ")]
    heads += re.sub(r"\w+", r"Rest (\g<0>)", "s, sec, secs, seconds, min, mins, minutes, kg, lb, lbs, m, km").split(
        ", "
    )
    same(
        "column-heads",
        [
            f"{head}: {each.about} {each.unit}".rstrip()
            for head, each in zip(heads, map(columns.column, heads), strict=True)
        ],
    )


def test_what_becomes_of_a_column_that_is_not_known_is_said():
    draft = draft_of("Thing,Sets,Reps,Reps,Mood\nSquat,3,10,12,good\n")
    assert list(exercises(draft)) == ["squat"]
    assert remarks(draft, "not understood") == [
        'column "Thing": it is taken for the exercise\'s name',
        'column "Mood": its cells are kept as comments',
        "two columns of reps: the second one's cells are kept as comments",
        'Reps "12"',
        'Mood "good"',
    ]
