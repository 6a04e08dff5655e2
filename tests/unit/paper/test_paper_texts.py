"""What sheets and cards say, held to the vectors that the script of a plan's paper is held to as well."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from limber import wording
from limber.dataset import parse
from limber.model.nouns import Credit, Equipment, Fault, Need, Work
from limber.paper import cards
from limber.paper.texts import card_kit, card_texts, sheet_texts

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "paper-texts.json").read_text("utf-8"))


def by_name(vector):
    return vector["name"]


@pytest.fixture
def any_routine(dataset):
    return next(iter(dataset.routines.values()))


def equipment(name):
    return Equipment(re.sub(r"\W+", "-", name.lower()), name, "", household=False)


def needs(brief):
    return tuple(
        Need(equipment(each["name"]), each["required"], tuple(map(equipment, each["substitutes"]))) for each in brief
    )


def marked(words):
    return [each.replace(wording.NARROW, "_").replace(wording.HYPHEN, "-") for each in words]


@pytest.mark.parametrize("vector", VECTORS["kits"], ids=by_name)
def test_what_is_needed_is_said_as_in_the_vectors(dataset, any_routine, vector):
    exercises = [
        replace(any_routine.steps[0].exercise, id=each["short_name"], short_name=each["short_name"], equipment=given)
        for each in vector["exercises"]
        for given in [needs(each["equipment"])]
    ]
    steps = tuple(replace(any_routine.steps[0], exercise=each) for each in exercises)
    assert sheet_texts(dataset, replace(any_routine, steps=steps)).kit == vector["kit"]
    assert [card_kit(each.equipment) for each in exercises] == vector["card_kits"]


@pytest.mark.parametrize("vector", VECTORS["cards"], ids=by_name)
def test_card_says_what_it_says_in_the_vectors(dataset, any_routine, vector):
    brief = dict(vector["exercise"])
    faults = tuple(Fault(**each) for each in brief.pop("faults"))
    credit = Credit(Work("work", **brief.pop("source")), ()) if "source" in brief else None
    given = {key: tuple(value) for key, value in brief.items() if key != "equipment"}
    exercise = replace(
        any_routine.steps[0].exercise,
        faults=faults,
        equipment=needs(brief.get("equipment", ())),
        credit=credit,
        **given,
    )
    others = {id_: replace(exercise, id=id_, name=name) for id_, name in vector["others"].items()}
    texts = card_texts(replace(dataset, exercises=others), exercise)
    assert list(texts.steps) == vector["steps"]
    assert [list(each) for each in texts.faults] == vector["faults"]
    assert [list(each) for each in texts.facts.items()] == vector["facts"]
    assert [list(each) for each in texts.more if each[0] != "Key"] == vector["more"]


@pytest.mark.parametrize("vector", VECTORS["doses"], ids=by_name)
def test_doses_and_their_legend_are_said_as_in_the_vectors(dataset, any_routine, vector):
    """Where the goal dose is the start dose, as in a plan each dose is the one to do."""
    steps = []
    for brief in vector["steps"]:
        dose, sides = parse.dose(brief["dose"]), {key: brief[key] for key in ("laterality", "limb")}
        step = any_routine.steps[0]
        steps.append(replace(step, exercise=replace(step.exercise, **sides), start=dose, goal=dose))
        amounts, side = wording.dose_pair(dose, dose, steps[-1].exercise)
        assert (marked(amounts), marked(side)) == (brief["amounts"], brief["side"])
    texts = sheet_texts(dataset, replace(any_routine, steps=tuple(steps)))
    assert marked([texts.legend]) == [vector["legend"]]


@pytest.mark.parametrize(
    ("often", "signs", "room", "said"),
    [
        ("Every other day", "Chest pain.", 0, ("Chest pain.", "Every other day.", False)),
        ("", "Chest pain.", 0, ("Chest pain.", "", False)),
        ("Every other day", "Pain that stays. " * 6, 0, (("Pain that stays. " * 6).strip(), "", False)),
        ("Every other day", "Pain that stays. " * 12, 0.5, (("Pain that stays. " * 12).strip(), "", True)),
        ("Every other day", "Pain that stays. " * 40, 0.5, ("", "Every other day.", False)),
        ("", "", 0, ("", "", False)),
    ],
)
def test_card_says_when_to_stop_at_once_and_how_often_as_far_as_there_is_room(often, signs, room, said):
    assert cards.always(often, signs.strip(), room) == said
