"""Derives the equipment of a routine from its exercises, merged into one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from limber.languages.messages import gettext
from limber.languages.other_language import joined
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
    return joined((_with_substitutes(item) for item in merged(exercises) if item.required), ", ")


def _with_substitutes(item: Item) -> str:
    instead = (each for each, served in item.substitutes if len(served) == len(item.exercises))
    return joined([within(item.thing.name), *(gettext("(or {thing})", thing=a(each.name)) for each in instead)])


def by_use(dataset: Dataset) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """All equipment under headings, what matters most first: what is needed, and what helps.

    Under a heading things come in order of use, and those that nothing uses last of all. What only stands in for others
    is told with these (`told_with`) and has no place of its own.
    """
    items = merged(dataset.exercises.values())
    elsewhere = {*(item.thing.id for item in items), *told_with(dataset)}
    unused = [Item(each, False, (), (), ()) for each in dataset.equipment.values() if each.id not in elsewhere]
    groups = (
        (gettext("Needed"), tuple(item for item in items if item.required)),
        (gettext("Nice to have"), (*(item for item in items if not item.required), *unused)),
    )
    return tuple(group for group in groups if group[1])


def told_with(dataset: Dataset) -> dict[str, str]:
    """The ids of things that only stand in for others, each with that of the first thing whose place it can take."""
    items = merged(dataset.exercises.values())
    used = {item.thing.id for item in items}
    pairs = [(each.id, item.thing.id) for item in items for each, _ in item.substitutes if each.id not in used]
    return dict(reversed(pairs))


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
