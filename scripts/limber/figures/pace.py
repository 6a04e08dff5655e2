"""How fast a figure moves: the exercise's own tempo, where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from limber.figures import balance, paths
from limber.figures.posing import posed
from limber.model.dose import tempo_seconds
from limber.model.figure import BACK, FOOT, ROUND, Figure
from limber.model.nouns import Exercise

MOVE, STAY, LAST = 1.6, 1.2, 2.6  # seconds, if there is no tempo
ROUND_MOVE = 1.0  # seconds from pose to pose of what goes round
LEAST = 0.3  # seconds, so that the turn of a movement is visible


class KeyframeTiming(NamedTuple):
    """The seconds of the move to a pose, and those for which it is held."""

    move: float
    stay: float


def keyframe_timings(it: Exercise) -> tuple[KeyframeTiming, ...]:
    """From each pose to the next, and from the last to the first. A tempo lowers to the lower of both ends."""
    return timings_of(it.figure, it.start.tempo) if it.figure else ()


def timings_of(figure: Figure, tempo: str = "") -> tuple[KeyframeTiming, ...]:
    """The same of a figure, at a tempo or without one."""
    count = len(figure.poses)
    phases = tempo_seconds(tempo) if tempo else ()
    if figure.goes == ROUND:
        return (KeyframeTiming(float(sum(phases)) or count * ROUND_MOVE, 0.0),)
    if phases and (count == 2 or figure.goes == BACK):
        lower, low, up, high = (float(each) for each in phases)
        down, raised = (KeyframeTiming(max(way, LEAST), max(stay, LEAST)) for way, stay in ((lower, low), (up, high)))
        return tuple(
            way for each in ((raised, down) if _rises(figure) else (down, raised)) for way in _parts(each, count)
        )
    if figure.goes == BACK:
        return (*_parts(KeyframeTiming(MOVE, LAST), count), *_parts(KeyframeTiming(MOVE, STAY), count))
    return tuple(KeyframeTiming(MOVE, LAST if number == count - 2 else STAY) for number in range(count))


def _parts(way: KeyframeTiming, count: int) -> Iterator[KeyframeTiming]:
    """A way past poses that it does not rest in, to the one where it does."""
    for number in range(count - 1):
        yield KeyframeTiming(way.move / (count - 1), way.stay if number == count - 2 else 0.0)


def _rises(figure: Figure) -> bool:
    """Whether the weight is higher in the last pose than in the first."""
    if figure.body == FOOT:
        return False
    ends = posed(figure).poses[0], posed(figure).poses[-1]
    first, second = (balance.centre(paths.stance(figure, pose.by_name()).points) for pose in ends)
    return second[2] > first[2]


def timings(it: Exercise, frames: Sequence[int]) -> str:
    """The same for the script that moves it, with how many frames lead to each pose: `6 1.6 1.2;6 1.6 2.6`."""
    return in_words(frames, keyframe_timings(it))


def in_words(frames: Sequence[int], timings: Sequence[KeyframeTiming]) -> str:
    """Timings with how many frames lead to each pose, for that script."""
    ways = zip(frames, timings, strict=True)
    return ";".join(f"{count} {timing.move} {timing.stay}" for count, timing in ways)
