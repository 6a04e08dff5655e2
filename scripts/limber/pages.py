"""Which pages the dataset makes, with their titles and descriptions; knows no builder and no HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from limber.model import Dataset


@dataclass(frozen=True, slots=True)
class Page:
    """A page made from one record: the component that draws it, and what names it in lists and searches."""

    component: str
    id: str
    title: str
    description: str


def pages(dataset: Dataset) -> Mapping[str, Page]:
    """Every page by its path below the content folder, such as `exercises/calf-stretch.md`."""
    return {
        **{
            f"exercises/{each.id}.md": Page("exercise_page", each.id, each.name, each.summary)
            for each in dataset.exercises.values()
        },
        **{
            f"routines/{each.id}.md": Page("routine_page", each.id, each.name, each.summary)
            for each in dataset.routines.values()
        },
    }
