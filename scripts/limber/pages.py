"""Which pages the dataset makes, with their titles and descriptions; knows no builder and no HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from limber import wording
from limber.model import Dataset, Exercise, Routine


@dataclass(frozen=True, slots=True)
class Page:
    """A page made from one record: the component that draws it, what names it, and the words it is found by."""

    component: str
    id: str
    title: str
    description: str
    words: tuple[str, ...]


def pages(dataset: Dataset) -> Mapping[str, Page]:
    """Every page by its path below the content folder, such as `exercises/calf-stretch.md`."""
    return {
        **{
            f"exercises/{each.id}.md": Page("exercise_page", each.id, each.name, each.summary, _of_exercise(each))
            for each in dataset.exercises.values()
        },
        **{
            f"routines/{each.id}.md": Page("routine_page", each.id, each.name, each.summary, _of_routine(each))
            for each in dataset.routines.values()
        },
    }


def _of_exercise(it: Exercise) -> tuple[str, ...]:
    """What someone looks for: how it is done, where it works, what it needs. Not what every page says alike."""
    things = [thing.name for need in it.equipment for thing in (need.item, *need.substitutes)]
    lists = [wording.capital(wording.listing(words)) + "." for words in ((*it.regions, *it.muscles), things) if words]
    return (it.summary, *lists, *it.setup, *it.instructions, *it.cues)


def _of_routine(it: Routine) -> tuple[str, ...]:
    return (it.summary, it.audience, wording.listing([step.exercise.name for step in it.steps]) + ".", *it.why)
