"""Converts colours between `#1f4d3a` and OKLCH, in which a step of lightness looks as large in any hue.

The matrices are those of CSS Color 4. A colour that no screen shows keeps lightness and hue, and loses chroma.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Oklch(NamedTuple):
    """Lightness from 0 to 1, chroma from 0 to about 0.4, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def of(colour: str) -> Oklch:
    """A colour such as `#1f4d3a`."""
    red, green, blue = linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def hexadecimal(it: Oklch) -> str:
    """The nearest colour that a screen shows."""
    lightness = min(1.0, max(0.0, it.lightness))
    least, most = 0.0, max(0.0, it.chroma)
    if _shown(channels := _channels(Oklch(lightness, most, it.hue))):
        return _written(channels)
    for _ in range(12):
        middle = (least + most) / 2
        least, most = (middle, most) if _shown(_channels(Oklch(lightness, middle, it.hue))) else (least, middle)
    return _written(_channels(Oklch(lightness, least, it.hue)))


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as light, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else math.pow((channel + 0.055) / 1.055, 2.4)


def _channels(it: Oklch) -> tuple[float, float, float]:
    a, b = it.chroma * math.cos(it.hue), it.chroma * math.sin(it.hue)
    long = (it.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (it.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (it.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(channels: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= each <= 1.0005 for each in channels)


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * _coded(min(1.0, max(0.0, each)))):02x}" for each in channels)


def _coded(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * math.pow(light, 1 / 2.4) - 0.055
