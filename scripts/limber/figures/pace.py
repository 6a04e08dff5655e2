"""How fast a figure moves: the exercise's own tempo, where it has one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from limber.figures import balance, paths
from limber.figures.posing import posed
from limber.model.dose import tempo_seconds
from limber.model.figure import FOOT, Figure
from limber.model.nouns import Exercise

MOVE, STAY, LAST = 1.6, 1.2, 2.6  # seconds, if there is no tempo
LEAST = 0.3  # seconds, so that the turn of a movement is visible


class KeyframeTiming(NamedTuple):
    """The seconds of the move to a pose, and those for which it is held."""

    move: float
    stay: float


def keyframe_timings(it: Exercise) -> tuple[KeyframeTiming, ...]:
    """From each pose to the next, and from the last to the first. A tempo lowers to the lower of two."""
    count = len(it.figure.poses) if it.figure else 0
    if it.figure and it.start.tempo and count == 2:
        lower, low, up, high = (float(each) for each in tempo_seconds(it.start.tempo))
        down, raised = (KeyframeTiming(max(way, LEAST), max(stay, LEAST)) for way, stay in ((lower, low), (up, high)))
        return (raised, down) if _rises(it.figure) else (down, raised)
    return tuple(KeyframeTiming(MOVE, LAST if number == count - 2 else STAY) for number in range(count))


def _rises(figure: Figure) -> bool:
    """Whether the weight is higher in the second pose than in the first."""
    if figure.body == FOOT:
        return False
    first, second = (balance.centre(paths.stance(figure, pose.by_name()).points) for pose in posed(figure).poses)
    return second[2] > first[2]


def timings(it: Exercise, frames: Sequence[int]) -> str:
    """The same for the script that moves it, with how many frames lead to each pose: `6 1.6 1.2;6 1.6 2.6`."""
    ways = zip(frames, keyframe_timings(it), strict=True)
    return ";".join(f"{count} {timing.move} {timing.stay}" for count, timing in ways)
