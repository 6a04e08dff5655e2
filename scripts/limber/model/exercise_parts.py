"""The parts of an exercise as frozen classes: equipment, faults, pictures, changes, texts of one side."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from limber.model.figure import Pose

Side = Literal["right", "left"]


@dataclass(frozen=True, slots=True)
class Equipment:
    """One thing that exercises need."""

    id: str
    name: str
    description: str = ""
    household: bool = False
    bands: tuple[str, ...] = ()  # colours, the lightest first
    drawing: str = ""  # which thing that figures know it is


@dataclass(frozen=True, slots=True)
class Need:
    """A piece of equipment that an exercise needs, with its substitutes."""

    item: Equipment
    required: bool
    substitutes: tuple[Equipment, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A common error with its fix, and how it looks, where the exercise has a figure."""

    fault: str
    fix: str
    figure: Pose | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change on a day."""

    date: datetime.date
    what: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture below `content/`, with the right to show it."""

    file: str
    alt: str
    licence: str
    author: str
    width_pixels: int | None = None
    height_pixels: int | None = None


@dataclass(frozen=True, slots=True)
class OneSide:
    """What an exercise says to someone who works this side alone: no step changes sides. `shows` is of its poses."""

    side: Side
    setup: tuple[str, ...]
    instructions: tuple[str, ...]
    short_steps: tuple[str, ...]
    cues: tuple[str, ...]
    feel_here: tuple[str, ...]
    feel_not_here: tuple[str, ...]
    faults: tuple[Fault, ...]
    precautions: tuple[str, ...]
    stop_signs: tuple[str, ...]
    contraindications: tuple[str, ...] | None
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    shows: tuple[str, ...]
