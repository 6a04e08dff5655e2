"""An exercise as far as a dose is concerned: its sides and directions."""

from __future__ import annotations

from dataclasses import dataclass

from limber.model.nouns import Laterality, StepSides


@dataclass(frozen=True)
class Sided:
    """What a dose counts one of."""

    laterality: Laterality = "bilateral"
    limb: str = "side"
    directions: tuple[str, ...] = ()
    sides: StepSides = ""
