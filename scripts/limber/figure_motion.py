"""The motion of a figure through its poses, frame by frame: each a body at rest; knows no clock and no page."""

from __future__ import annotations

from math import ceil, pi, sin

from limber import figure_paths as paths
from limber.figure_model import Figure
from limber.figure_paths import Picture
from limber.figure_pose import SIDES

STEP = 14.0  # degrees or centimetres from frame to frame, at most
LIFT = 5.0  # centimetres: how high a foot goes that steps


def motion(figure: Figure, works: str) -> tuple[Picture | None, tuple[int, ...]]:
    """Every frame from the first pose through all others and back again, as what moves in it."""
    numbers = [each.by_name() for each in figure.poses]
    if len(numbers) < 2:
        return None, ()
    pace, frames = [], [numbers[0]]
    for one, other in zip(numbers, [*numbers[1:], numbers[0]], strict=True):
        keys = {**one, **other}
        most = max((abs(other.get(key, 0) - one.get(key, 0)) for key in keys), default=0)
        count = max(2, ceil(most / STEP))
        pace.append(count)
        steps = [side for side in SIDES if one.get(f"{side}_step", 0) != other.get(f"{side}_step", 0)]
        for step in range(1, count + 1):
            share = step / count
            between = {key: one.get(key, other.get(key, 0)) for key in keys}
            frames.append({key: at + (other.get(key, at) - at) * share for key, at in between.items()})
            for side in steps:
                frames[-1][f"{side}_lift"] = LIFT * sin(pi * share)
    shapes = [paths.shapes(figure, paths.stance(figure, each), figure.view, works) for each in frames[:-1]]
    drawn = [list(paths.paths(each, figure)) for each in shapes]
    box = paths.box([shape for each in shapes for shape in each], figure)
    moving = []
    for number, first in enumerate(drawn[0]):
        ways = tuple(each[number].d for each in drawn)
        moving.append(first if len(set(ways)) == 1 else first._replace(frames=ways))
    shows = " ".join(each.shows for each in figure.poses)
    return Picture(shows, box, (*paths.ground(box, figure.view), *moving)), tuple(pace)
