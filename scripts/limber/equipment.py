"""Derives the equipment of a routine from its exercises, merged into one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from limber.model.nouns import Dataset, Equipment, Exercise
from limber.wording import a, within


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a merged list: what it is for, and what does as well in all of these exercises or in some.

    `substitutes` pairs each substitute with the exercises that it serves; `notes` pairs a note with its exercise.
    """

    thing: Equipment
    required: bool
    exercises: tuple[Exercise, ...]
    substitutes: tuple[tuple[Equipment, tuple[Exercise, ...]], ...]
    notes: tuple[tuple[str, Exercise], ...]


def merged(exercises: Iterable[Exercise]) -> tuple[Item, ...]:
    """The merged equipment of these exercises: required things first, each once, in order of use.

    An exercise that comes twice, perhaps with another side, is one.
    """
    different = {exercise.id: exercise for exercise in exercises}.values()
    needs = [(need, exercise) for exercise in different for need in exercise.equipment]
    things = {need.item.id: need.item for need, _ in needs}
    items = []
    for id_, thing in things.items():
        here = [(need, exercise) for need, exercise in needs if need.item.id == id_]
        substitutes = {each.id: each for need, _ in here for each in need.substitutes}
        items.append(
            Item(
                thing=thing,
                required=any(need.required for need, _ in here),
                exercises=tuple(exercise for _, exercise in here),
                substitutes=tuple(
                    (each, tuple(exercise for need, exercise in here if each in need.substitutes))
                    for each in substitutes.values()
                ),
                notes=tuple((need.note, exercise) for need, exercise in here if need.note),
            )
        )
    return tuple(sorted(items, key=lambda item: not item.required))


def in_words(exercises: Iterable[Exercise]) -> str:
    """What these exercises need, as a sentence lists it, with what can take the place of each thing in all of them.

    Such as `small ball, half dome (or a thick rolled towel)`; empty where they need nothing.
    """
    return ", ".join(
        within(item.thing.name)
        + "".join(f" (or {a(each.name)})" for each, served in item.substitutes if len(served) == len(item.exercises))
        for item in merged(exercises)
        if item.required
    )


def by_use(dataset: Dataset) -> tuple[tuple[str, tuple[Equipment, ...]], ...]:
    """All equipment under headings, what matters most first: what is needed, what can stand in for it, and what helps.

    Each thing stands once. Under a heading things come in order of use, and those that nothing uses last of all.
    """
    items = merged(dataset.exercises.values())
    groups = (
        ("Needed", [item.thing for item in items if item.required]),
        ("To use instead", [each for item in items for each, _ in item.substitutes]),
        ("Nice to have", [*(item.thing for item in items), *dataset.equipment.values()]),
    )
    seen: dict[str, Equipment] = {}
    headed = []
    for heading, things in groups:
        here = {thing.id: thing for thing in things if thing.id not in seen}
        seen |= here
        if here:
            headed.append((heading, tuple(here.values())))
    return tuple(headed)


def stands_in_for(dataset: Dataset, thing: Equipment) -> tuple[tuple[Equipment, tuple[Exercise, ...]], ...]:
    """The things that a thing can substitute, each with the exercises where it can."""
    pairs = [
        (need.item, exercise)
        for exercise in dataset.exercises.values()
        for need in exercise.equipment
        if thing in need.substitutes
    ]
    replaced = {item.id: item for item, _ in pairs}
    return tuple((item, tuple(exercise for other, exercise in pairs if other == item)) for item in replaced.values())
