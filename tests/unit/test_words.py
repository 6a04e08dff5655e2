"""The words of the data: plain enough to follow while standing barefoot."""

import re

import pytest

from limber.build_cache import BuildCache
from limber.dataset import record_texts, site_file, translations
from limber.dataset.ledger import beside
from limber.dataset.load import load, loaded
from limber.languages import catalogues
from project_root import ROOT
from reading_grade import EASE, ease, grade, syllables

FILES = sorted((ROOT / "data" / "library").glob("*.yaml"))
WITH_EXERCISES = any("\nexercises:" in file.read_text("utf-8") for file in FILES)


@pytest.fixture(scope="module", params=["exercises.yaml", *(["library"] if WITH_EXERCISES else [])])
def dataset(request):
    """The first routine, and the library, which is held to the same: it is sound, and its words are plain."""
    data = ROOT / "data" / request.param
    return load(data, ROOT / "content", beside(data))


def test_the_measure_knows_plain_from_hard():
    assert syllables("toe") == 1 and syllables("pelvic") == 2 and syllables("adductors") == 3
    plain = ["Put the ball on the floor.", "Stand near a wall."]
    hard = ["Eccentric plantarflexion necessitates considerable neuromuscular coordination and concentration."]
    assert grade(plain) < 4 < 12 < grade(hard)


@pytest.mark.parametrize("field", ["setup", "instructions", "precautions", "stop_signs", "cues"])
def test_instructions_ask_for_grade_8_or_less(dataset, field):
    for exercise in dataset.exercises.values():
        assert grade(list(getattr(exercise, field))) <= 8, exercise.id


@pytest.fixture(scope="module", params=list(EASE))
def translated(request):
    """The exercises of the first routine in another language, and the code of it."""
    data, code = ROOT / "data" / "exercises.yaml", request.param
    if not (file := record_texts.folder_beside(data) / f"{code}.yaml").exists():
        pytest.skip(f"no texts in {code}")
    language = catalogues.language(code, ROOT / "overrides" / "languages", BuildCache())
    found, site = loaded(data, ROOT / "content", beside(data)), site_file.load(ROOT / "data" / "site.yaml")
    read = translations.translated(found, site, file, code, language, ROOT / "content")
    return code, read.dataset.exercises


def test_texts_in_other_languages_read_easily(translated):
    assert ease(["Roll den Ball."], "de") > 90 > 30 > ease(["Exzentrische Plantarflexionsbewegungen kräftigen."], "de")
    assert ease(["Pon el pie en el suelo."], "es") > 90 > 30 > ease(["Neuromuscularmente extraordinariamente."], "es")
    code, exercises = translated
    for exercise in exercises.values():
        for field in ("setup", "instructions", "precautions"):
            assert ease(list(getattr(exercise, field)), code) >= 60, (exercise.id, field)


def test_texts_of_the_left_side_are_those_of_the_right_with_sides_changed(translated):
    code, exercises = translated
    right, left = {"de": ("recht", "link"), "es": ("derech", "izquierd")}[code]
    sided = [each for each in exercises.values() if each.one_side]
    assert len(sided) >= 5
    for exercise in sided:
        for_right, for_left = exercise.one_side
        for field in ("setup", "instructions", "short_steps", "shows"):
            said = [getattr(each, field) for each in (for_right, for_left)]
            assert not any(sign in " ".join(said[0]) for sign in "{}"), exercise.id
            assert tuple(_changed(text, right, left) for text in said[0]) == said[1], exercise.id
        assert {right, left} <= set(re.findall(rf"\b(?:{right}|{left})", " ".join(exercise.instructions).lower())), (
            exercise.id
        )


def _changed(text, right, left):
    words = {right: left, left: right, right.capitalize(): left.capitalize(), left.capitalize(): right.capitalize()}
    return re.sub(rf"\b(?:{'|'.join(words)})", lambda found: words[found[0]], text)


def test_one_sided_instructions_name_both_sides(dataset):
    for exercise in dataset.exercises.values():
        words = " ".join((*exercise.setup, *exercise.instructions)).lower()
        if exercise.laterality == "unilateral":
            assert "right" in words and "left" in words, exercise.id


def test_an_instruction_is_one_sentence(dataset):
    for exercise in dataset.exercises.values():
        for text in (*exercise.setup, *exercise.instructions):
            assert text.rstrip(".").count(".") == 0 and text.endswith("."), text


def test_instructions_speak_to_you(dataset):
    for exercise in dataset.exercises.values():
        assert "your" in " ".join(exercise.instructions), exercise.id


def test_rests_and_a_tempo_are_ours_only_where_a_dose_has_them(dataset):
    for exercise in dataset.exercises.values():
        doses = (exercise.start, exercise.goal)
        ours = exercise.credit.ours if exercise.credit else ()
        assert "tempo" not in ours or any(each.tempo for each in doses), exercise.id
        assert "rests" not in ours or any(each.rest_seconds.max or each.rep_rest_seconds for each in doses), exercise.id


def test_a_summary_counts_the_steps_that_a_routine_has(dataset):
    numbers = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
    for routine in dataset.routines.values():
        said = routine.summary.split()[0]
        assert said not in numbers or numbers.index(said) == len(routine.steps), routine.id


def test_words_that_belittle_are_not_used(root):
    for path in [*(root / "content").rglob("*.md"), root / "data" / "exercises.yaml", *FILES]:
        found = re.findall(r"\b(simply|just|easy|easily|obviously)\b", path.read_text("utf-8"), re.IGNORECASE)
        assert not found, path.name
