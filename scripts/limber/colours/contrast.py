"""Tells how well one colour is read on another, as WCAG 2 reckons it, and finds the nearest shade that is read."""

from __future__ import annotations

from collections.abc import Sequence

from limber.colours import oklch
from limber.colours.oklch import Oklch

TEXT = 4.5
"""The least contrast of a text (WCAG 2.2, 1.4.3)."""
DRAWING = 3.0
"""The least contrast of what is drawn (WCAG 2.2, 1.4.11)."""
_STEPS = 200


def ratio(one: str, other: str) -> float:
    """From 1, for the same, to 21, for black and white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least(colour: str, grounds: Sequence[str]) -> float:
    """The contrast on the ground on which it is lowest."""
    return min(ratio(colour, ground) for ground in grounds)


def legible(colour: str, grounds: Sequence[str], wanted: float) -> str:
    """The colour, or the nearest shade of it that has the contrast that is wanted on each ground.

    Where no shade has, black or white, whichever is read better.
    """
    if least(colour, grounds) >= wanted:
        return colour
    here = oklch.of(colour)
    for step in range(1, _STEPS + 1):
        shades = (_shade(here, sign * step / _STEPS) for sign in (-1, 1))
        fitting = [shade for shade in shades if least(shade, grounds) >= wanted]
        if fitting:
            return fitting[0]
    return max(("#000000", "#ffffff"), key=lambda each: least(each, grounds))


def _shade(it: Oklch, by: float) -> str:
    return oklch.hexadecimal(it._replace(lightness=it.lightness + by))


def _luminance(colour: str) -> float:
    red, green, blue = oklch.linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
