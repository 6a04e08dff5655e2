"""Groups exercises by the area of the body that they are for."""

from __future__ import annotations

from collections.abc import Iterable

from limber.languages.messages import gettext, gettext_noop
from limber.model.nouns import Exercise

# From the feet up: the name of each area in an address, its head, and the parts of the body that belong to it.
_AREAS: dict[str, tuple[str, tuple[str, ...]]] = {
    # Translators: heads of a list of exercises, by area of the body.
    "feet": (gettext_noop("Feet and lower legs"), ("toes", "foot", "ankle", "calf", "shin")),
    "thighs": (gettext_noop("Knees and thighs"), ("knee", "thigh")),
    "hips": (gettext_noop("Hips"), ("hip", "pelvis")),
    "trunk": (gettext_noop("Back and trunk"), ("abdomen", "trunk", "chest", "back")),
    "arms": (
        gettext_noop("Neck, shoulders and arms"),
        ("neck", "jaw", "eyes", "shoulder", "elbow", "wrist", "hand", "fingers"),
    ),
    "whole-body": (gettext_noop("Whole body"), ("full-body",)),
    "others": (gettext_noop("Other exercises"), ("",)),
}


def by_area(exercises: Iterable[Exercise]) -> list[tuple[str, str, list[Exercise]]]:
    """Each area that an exercise is for, by its main part of the body, with its name in an address, its head, and its
    exercises in the order given.
    """
    areas = {part: area for area, (_, parts) in _AREAS.items() for part in parts}
    found: dict[str, list[Exercise]] = {area: [] for area in _AREAS}
    for each in exercises:
        found[areas[each.regions[0] if each.regions else ""]].append(each)
    return [(area, gettext(_AREAS[area][0]), some) for area, some in found.items() if some]
