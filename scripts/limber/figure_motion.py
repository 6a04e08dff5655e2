"""The motion of a figure through its poses, frame by frame: each a body at rest; knows no clock and no page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import ceil, pi, sin

from limber import figure_paths as paths
from limber.figure_model import Figure
from limber.figure_paths import Picture
from limber.figure_pose import SIDES

STEP = 14.0  # degrees or centimetres from frame to frame, at most
FINE = {"ball_at": 2.5}  # what goes straight needs fewer frames
LIFT = 5.0  # centimetres: how high a foot goes that steps
_NUMBER = re.compile(r"-?\d+")


def motion(figure: Figure, works: str) -> tuple[Picture | None, tuple[int, ...]]:
    """Every frame as what moves in it, and how many lead to each pose."""
    if len(figure.poses) < 2:
        return None, ()
    numbers, pace = frames(figure)
    shapes = [paths.shapes(figure, paths.stance(figure, each), figure.view, works) for each in numbers]
    drawn = [list(paths.paths(each, figure)) for each in shapes]
    box = paths.box([shape for each in shapes for shape in each], figure)
    moving = []
    for number, first in enumerate(drawn[0]):
        ways = tuple(each[number].d for each in drawn)
        moving.append(first if len(set(ways)) == 1 else first._replace(frames=_numbers(ways)))
    shows = " ".join(each.shows for each in figure.poses)
    return Picture(shows, box, (*paths.ground(box, figure.view), *moving)), pace


def _numbers(ways: Iterable[str]) -> str:
    return ";".join(" ".join(_NUMBER.findall(way)) for way in ways)


def frames(figure: Figure) -> tuple[list[dict[str, float]], tuple[int, ...]]:
    """The numbers of each frame, from the first pose through all others and back again; how many lead to each pose."""
    numbers = [each.by_name() for each in figure.poses]
    pace: list[int] = []
    found = [dict(numbers[0])]
    for one, other in zip(numbers, [*numbers[1:], numbers[0]], strict=True):
        keys = {**one, **other}
        most = max((abs(other.get(key, 0) - one.get(key, 0)) / FINE.get(key, 1) for key in keys), default=0)
        count = max(2, ceil(most / STEP))
        pace.append(count)
        ends = {key: (_at(key, one, other), _at(key, other, one)) for key in keys}
        steps = [side for side in SIDES if one.get(f"{side}_step", 0) != other.get(f"{side}_step", 0)]
        for step in range(1, count + 1):
            share = step / count
            found.append({key: begin + (end - begin) * share for key, (begin, end) in ends.items()})
            for side in steps:
                found[-1][f"{side}_lift"] = LIFT * sin(pi * share)
    return found[:-1], tuple(pace)


def _at(key: str, here: Mapping[str, float], there: Mapping[str, float]) -> float:
    """A number of a pose. What it does not say of a joint is 0; where a foot stands is as in the other pose."""
    return here.get(key, there.get(key, 0) if key.endswith(("step", "aside", "ball_at")) else 0)
