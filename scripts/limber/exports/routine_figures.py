"""Which figures stand beside the name of a routine where a plan is made, and in which file each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from limber.model.nouns import Exercise, Routine

SHOWN = 3
"""How many exercises are shown of a routine where there are many routines."""
WIDEST = 8
"""How many have room beside one another on a phone."""
TOGETHER = 6
"""Of how many routines a file has the figures: as many as a phone shows at once."""


def shown(routine: Routine, routines: int) -> Sequence[Exercise]:
    """The first exercises of a routine that have a figure: the fewer routines a site has, the more of each."""
    most = SHOWN * TOGETHER // min(routines, TOGETHER)
    return [step.exercise for step in routine.steps if step.exercise.figure][: min(most, WIDEST)]


def file_of(number: int) -> int:
    """The number of the file, from 1, that has the figures of a routine; `number` is the routine's, from 0."""
    return number // TOGETHER + 1


def files(routines: Sequence[Routine]) -> Iterable[int]:
    """The numbers of all files."""
    return range(1, ceil(len(routines) / TOGETHER) + 1)


def drawn(routines: Sequence[Routine], file: int) -> Sequence[Exercise]:
    """The exercises whose figures are in a file, each once."""
    these = routines[(file - 1) * TOGETHER : file * TOGETHER]
    return [*{each.id: each for routine in these for each in shown(routine, len(routines))}.values()]
