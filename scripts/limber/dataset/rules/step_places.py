"""Where in the data the steps of a routine stand."""

from __future__ import annotations

from collections.abc import Iterator

from limber.dataset.problem import Place
from limber.model.nouns import Routine, Step


def places(routine: Routine) -> Iterator[tuple[Place, Step]]:
    """Each step with its place; those of a group stand within it. A core of another routine has none of its own."""
    for number, block in enumerate(() if routine.core_of else routine.blocks):
        where: Place = ("routines", routine.id, "steps", number)
        for inner, step in enumerate(block.steps):
            yield (*where, "steps", inner) if block.group else where, step
