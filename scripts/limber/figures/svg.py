"""Renders the paths of a picture as SVG elements.

A routine, a card and a sheet show the pictures that exercises do, so what was last made is kept.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from limber.figures.paths import Path


@lru_cache(maxsize=256)
def paths(drawn: tuple[Path, ...]) -> Markup:
    """Their elements, each with its tone as its class. All in them is our own: there is nothing to escape."""
    return Markup("".join(map(_element, drawn)))  # noqa: S704 (no text from data is in a path)


def _element(path: Path) -> str:
    line = "" if path.closed else " figure__line"
    width = f' stroke-width="{path.width}"' if path.width else ""
    frames = f' data-frames="{path.frames}"' if path.frames else ""
    pose = "" if path.pose is None else f' data-at-pose="{path.pose}"'
    return f'<path class="figure__{path.tone}{line}" d="{path.d}"{width}{frames}{pose}/>'
