"""JSON of the shapes of free exercise databases."""

import json

import pytest

from database_records import EXERCEMUS, FREE, WGER
from imported import draft_of, remarks
from limber.imports.licence_names import Refusal, licence_of
from limber.imports.report import report
from limber.imports.taking import Stated
from limber.imports.yaml_text import new_text


def test_free_exercise_db_asks_for_its_licence_and_then_comes_whole():
    refused = draft_of(json.dumps([FREE]))
    assert refused.is_empty
    assert "says no licence" in remarks(refused, "refused")[0]
    draft = draft_of(json.dumps([FREE]), stated=Stated(licence="Unlicense"))
    keys = draft.tables["exercises"]["wall-lean"].keys
    assert keys["kind"] == "stretch"
    assert keys["muscles"] == ["calves", "hamstrings"]
    assert keys["instructions"] == ["Stand at a wall.", "Lean in. Keep your heels down."]
    assert keys["source"]["work"] == "free-exercise-db-wall-lean"
    assert draft.tables["sources"]["free-exercise-db-wall-lean"].keys["licence"] == "public domain"
    assert draft.tables["equipment"]["bands"].keys == {"name": "Bands"}
    assert "# To write: stop_signs, dose." in new_text(draft)
    assert remarks(draft, "left out") == [
        "picture Wall_Lean/0.jpg: the record states no licence for it.",
        "level of 1, force of 1, for which a record has no place.",
    ]


def test_wger_comes_in_one_language_with_its_author_and_licence():
    draft = draft_of(json.dumps({"count": 1, "results": [WGER]}))
    keys = draft.tables["exercises"]["board"].keys
    assert keys["instructions"] == ["Rest on your arms & toes.", "Hold still."]
    assert keys["cues"] == ["Long as a board."]
    work = draft.tables["sources"][keys["source"]["work"]].keys
    assert (work["author"], work["licence"], work["publisher"]) == ("Kim Doe", "CC BY-SA 4.0", "wger")
    stated, unstated = remarks(draft, "left out")
    assert "{licence: CC BY-SA 4.0, author: Kim Doe (wger)}" in stated
    assert "states no licence" in unstated
    assert list(draft_of(json.dumps([WGER]), language="de").tables["exercises"]) == ["brettstutz"]
    assert 'not there in "fr"' in remarks(draft_of(json.dumps([WGER]), language="fr"), "not understood")[0]


def test_exercemus_takes_the_licence_of_each_record():
    without = {**EXERCEMUS, "name": "Heel Tap", "license": None}
    draft = draft_of(json.dumps({"categories": [], "exercises": [EXERCEMUS, without]}))
    keys = draft.tables["exercises"]["toe-tap"].keys
    assert "equipment" not in keys
    assert draft.tables["sources"][keys["source"]["work"]].keys["licence"] == "CC BY-SA 3.0"
    assert list(draft.tables["exercises"]) == ["toe-tap"]
    assert '"Heel Tap": it says no licence' in remarks(draft, "refused")[0]


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("CC-BY-SA 4", "CC BY-SA 4.0"),
        ("Creative Commons Attribution Share Alike 3", "CC BY-SA 3.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.en", "CC BY 4.0"),
        ("CC0", "CC0 1.0"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("The Unlicense", "public domain"),
        ("Public Domain", "public domain"),
        ("own", "own"),
    ],
)
def test_names_of_licences_are_read_as_people_write_them(name, licence):
    assert licence_of(name) == licence


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "no licence"),
        ("CC BY-NC 4.0", "commercial"),
        ("Attribution-NonCommercial-ShareAlike 4.0", "commercial"),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/", "commercial"),
        ("CC BY-ND 4.0", "changes"),
        ("© 2020 Kim Doe", "all rights"),
        ("All rights reserved", "all rights"),
        ("CC BY-SA", "no version"),
        ("CC BY 9.0", "no version"),
        ("GPL 3", "none of the licences"),
        ("ask me", "none of the licences"),
    ],
)
def test_what_may_not_be_published_again_is_refused_with_the_reason(name, why):
    found = licence_of(name)
    assert isinstance(found, Refusal)
    assert why in found.why
    assert not name or found.why.startswith(f'"{name}" '), "it says what was written"


def test_reasons_are_whole_sentences_and_name_what_would_do():
    assert licence_of("ask me") == Refusal(
        '"ask me" is none of the licences that are known to allow it: own, public domain, CC0 1.0, CC BY 3.0, '
        "CC BY 4.0, CC BY-SA 3.0, CC BY-SA 4.0"
    )
    assert licence_of("CC BY-SA") == Refusal('"CC BY-SA" names no version that is known: CC BY-SA 3.0 or CC BY-SA 4.0')
    assert licence_of("(c) Kim, copyright") == Refusal('"(c) Kim, copyright" keeps all rights with the author')


def test_many_records_that_are_refused_for_one_reason_are_told_of_in_one_line() -> None:
    records = [{**FREE, "id": f"Lean_{number}", "name": f"Lean {number}"} for number in range(30)]
    refused = report(draft_of(json.dumps(records)), "exercises.json", "record")
    assert refused.count("refused") == 1
    assert 'records 1 to 30: refused: "Lean 0" and 29 more like it: it says no licence' in refused
    few = report(draft_of(json.dumps(records[:2])), "exercises.json", "record")
    assert few.count("refused") == 2 and 'record 2: refused: "Lean 1": it says no licence' in few
