"""A dataset in German or in Spanish is told to write keys and their values, and never an English text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from limber.dataset import load
from limber.dataset.problem import DatasetError, Problem
from limber.dataset.spelling import ids_tip, says_none
from limber.dataset.yaml.written_in import language_of
from remedies import edited, follow

GERMAN = """
equipment:
  stuhl:
    name: Stuhl

exercises:
  kniebeuge:
    name: Kniebeuge am Stuhl
    equipment: [stuhl]
    contraindications: keine bekannt
    instructions: [Setz dich langsam hin., Steh wieder auf.]
    dose: 3 x 10
    stop_signs: [Stechender Schmerz im Knie.]

  wandsitz:
    name: Wandsitz
    equipment: [keine]
    contraindications: Keine.
    instructions: [Lehne dich an die Wand., Beuge die Knie.]
    dose: 3 x 30 s hold, rest 60 s
    stop_signs: [Schmerz hinter der Kniescheibe.]

routines:
  knie:
    name: Knie zu Hause
    steps: [kniebeuge, wandsitz]
"""
SPANISH = """
equipment: {}

exercises:
  puente:
    name: Puente de glúteos
    contraindications: ninguna conocida
    instructions: [Túmbate boca arriba., Levanta la cadera.]
    dose: 3 x 12
    stop_signs: [Dolor agudo en la espalda.]

  zancada:
    name: Zancada
    equipment: ninguno
    contraindications: Ninguna
    instructions: [Da un paso largo., Vuelve.]
    dose: 2 x 8
    stop_signs: [Dolor agudo en la rodilla.]

routines:
  piernas:
    name: Piernas
    steps: [puente, zancada]
"""


@pytest.fixture(params=[GERMAN, SPANISH], ids=["German", "Spanish"])
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def problems(text: str, path: Path) -> list[Problem]:
    path.write_text(text, "utf-8")
    try:
        load.load(path)
    except DatasetError as told:
        return list(told.problems)
    return []


def test_no_remedy_asks_for_english_words_and_each_that_is_followed_mends_it(text: str, tmp_path: Path) -> None:
    file = tmp_path / "exercises.yaml"
    told = problems(text, file)
    assert sum('Write "none".' in each.tip for each in told) == 2
    for problem in reversed(told):
        assert "none known" not in problem.tip
        text = edited(text, follow(text, problem)[0])
    assert problems(text, file) == []
    dataset = load.load(file)
    assert all(each.contraindications == () for each in dataset.exercises.values()), "none are known, and it is said so"


def test_notes_and_advice_ask_for_no_english_words(text: str, tmp_path: Path) -> None:
    file = tmp_path / "exercises.yaml"
    sound = re.sub(r"\n    (?:contraindications: .*|equipment: (?:ninguno|\[keine\]))", "", text)
    assert problems(sound, file) == []
    found = load.loaded(file)
    said = [*load.notes(found, file), *load.advice(found, file)]
    assert said, "the advice to say who should not do it"
    assert all("none known" not in each.said("exercises.yaml") for each in said)
    added = re.sub(
        r"(\n    name: (?:Kniebeuge am Stuhl|Wandsitz|Puente de glúteos|Zancada))",
        r"\1\n    contraindications: none",
        sound,
    )
    assert problems(added, file) == []
    assert not any("contraindications" in each.what for each in load.advice(load.loaded(file), file))


@pytest.mark.parametrize(
    "none",
    [
        *("none", "None known.", "no known contraindications", "keine", "Keine bekannt", "keine Kontraindikationen"),
        *("ninguna", "Ninguna conocida.", "aucune contre-indication connue", "nessuna", "geen bekend", "nenhuma"),
    ],
)
def test_none_is_understood_in_each_of_these_languages(none: str) -> None:
    assert says_none(none)


@pytest.mark.parametrize(
    "other", ["", "-", "no", "n/a", "keine neue Hüfte", "no new hip", "None of your business", "ja"]
)
def test_what_leaves_it_open_or_says_something_is_no_none(other: str) -> None:
    assert not says_none(other)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("theme:\n  name: material\n  language: de\nhooks: !!python/name:some.function\n", "de"),
        ("theme:\n  name: material\n", "en"),
        ("theme:\n  language: 5\n", "en"),
        *((each, "en") for each in ("theme: material\n", "", "- theme\n", "theme: {language: de\n")),
        (None, "en"),
    ],
)
def test_dataset_is_in_the_language_of_its_site(tmp_path: Path, settings: str | None, code: str) -> None:
    if settings is not None:
        (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert language_of(tmp_path / "content") == code
    assert language_of(None) == "en"


def test_unknown_id_is_told_of_the_only_one_and_of_a_few() -> None:
    tips = {
        (): 'Write an id that stands in "equipment:", or add a record with this id there.',
        ("chair",): 'There is "chair".',
        ("chair", "strap"): 'There is "chair" or "strap".',
        ("chair", "strap", "tower"): 'Did you mean "tower"?',
    }
    for ids, tip in tips.items():
        assert str(ids_tip("towel", ids, "equipment")) == tip
