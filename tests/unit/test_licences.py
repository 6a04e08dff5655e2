"""Licences of words: one vocabulary, and named wherever these words are shown."""

import json
from dataclasses import replace

from compiled_components import components_in
from limber.exports import records
from limber.model.licence import ADDRESSES, LICENCES
from limber.model.nouns import Credit, Work
from limber.paper.texts import sheet_texts

KIM = Work("kim", "Kim Doe", "Calves", "Doe", "https://example.org/", licence="CC BY-SA 4.0")


def test_schema_knows_the_licences_of_the_model(root):
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    assert tuple(schema["$defs"]["source"]["properties"]["licence"]["enum"]) == LICENCES
    assert set(ADDRESSES) == set(LICENCES) - {"public domain"}


def test_api_names_the_licence_of_words_and_none_of_our_own():
    said = records.source(Credit(KIM, ()))
    assert (said["licence"], said["licence_url"]) == ("CC BY-SA 4.0", ADDRESSES["CC BY-SA 4.0"])
    assert records.source(Credit(replace(KIM, licence=None), ()))["licence"] == ""


def test_sheet_names_whose_words_its_exercises_have_once(dataset):
    routine = (
        dataset.routines["foot-and-hip"]
        if "foot-and-hip" in dataset.routines
        else next(iter(dataset.routines.values()))
    )
    own = sheet_texts(dataset, routine).source
    steps = tuple(replace(each, exercise=replace(each.exercise, credit=Credit(KIM, ()))) for each in routine.steps)
    assert sheet_texts(dataset, replace(routine, steps=steps, credit=None)).source == "Words: Kim Doe, CC BY-SA 4.0."
    assert sheet_texts(dataset, replace(routine, steps=steps)).source == f"{own} Words: Kim Doe, CC BY-SA 4.0.".strip()
    of_kim = replace(routine, steps=steps, credit=Credit(KIM, ()))
    assert sheet_texts(dataset, of_kim).source.count("CC BY-SA 4.0") == 1, "the work of both is named once"


def test_page_of_an_exercise_names_the_licence_and_leads_to_it(root, dataset):
    id_, exercise = next(iter(dataset.exercises.items()))
    exercises = {**dataset.exercises, id_: replace(exercise, credit=Credit(KIM, ()))}
    page = components_in(root / "overrides" / "components", replace(dataset, exercises=exercises)).render(
        "exercise", "../../", id_
    )
    assert 'Its words are under <a href="https://creativecommons.org/licenses/by-sa/4.0/"' in page
    assert "The words are ours" not in page


def test_each_licence_is_read_at_its_own_page_of_creative_commons():
    for name, address in ADDRESSES.items():
        kind, version = name.lower().removeprefix("cc ").rsplit(" ", 1)
        path = "publicdomain/zero" if kind == "cc0" else f"licenses/{kind}"
        assert address == f"https://creativecommons.org/{path}/{version}/", name
