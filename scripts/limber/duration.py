"""Computes how long a dose, a step and a routine take, in seconds.

`tests/vectors/` holds routines with their seconds, so that the timer counts the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from limber.model.dose import NONE, tempo_seconds
from limber.model.nouns import Block, Dose, Group, Level, Range, Routine, Sided, Step

REPETITION_SECONDS = 4
"""Seconds of one repetition without a tempo: two down and two up, the pace of a calm, controlled movement.

Source: American College of Sports Medicine, Progression Models in Resistance Training (2009), which calls
one to two seconds each way a moderate velocity; the slow end of it suits floor exercises.
"""
BREATH_SECONDS = 6
"""Seconds of one breath without a pattern: ten in a minute.

Source: Russo, Santarelli and O'Rourke, The physiological effects of slow breathing in the healthy human (2017),
which calls four to ten breaths in a minute slow.
"""
METRES_A_SECOND = 1.4
"""The pace that a distance counts whose time is not given.

Source: Bohannon, Comfortable and maximum walking speed of adults (1997): 1.3 to 1.5 metres a second is comfortable.
"""


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: the work with its rests, and the changeovers on top."""

    work: Range
    changeovers: Range

    @property
    def changeover_seconds(self) -> int:
        """The changeovers; the least, where their number depends on how many sets are done."""
        return self.changeovers.min

    @property
    def total(self) -> Range:
        """Work and changeovers together, in seconds."""
        return self.work + self.changeovers

    def __add__(self, other: Length) -> Length:
        return Length(self.work + other.work, self.changeovers + other.changeovers)


def repetition_seconds(dose: Dose) -> int:
    """Seconds of one repetition: the sum of its tempo's four parts, or the usual pace."""
    return sum(tempo_seconds(dose.tempo)) if dose.tempo else REPETITION_SECONDS


def breath_seconds(dose: Dose) -> int:
    """Seconds of one breath: the sum of its pattern, or the usual pace."""
    return sum(dose.breath_pattern) or BREATH_SECONDS


def set_seconds(dose: Dose, turns: int = 1) -> Range:
    """Seconds of one set on one side, with the rests between its repetitions.

    With two `turns`, both sides are in it: each has its repetitions or its hold, and they share a time.
    """
    if dose.work_seconds:
        one = dose.work_seconds
    elif dose.breaths:
        one = dose.breaths * breath_seconds(dose)
    elif dose.distance_metres:
        way = dose.distance_metres
        one = Range.of(dose.estimate_seconds) if dose.estimate_seconds else Range(_walk(way.min), _walk(way.max))
    elif dose.reps:
        each = dose.hold_seconds or Range.of(repetition_seconds(dose))
        least, most = turns * dose.reps.min, turns * dose.reps.max
        rest = dose.rep_rest_seconds
        one = Range(least * each.min + (least - 1) * rest, most * each.max + (most - 1) * rest)
    elif dose.hold_seconds:
        one = dose.hold_seconds * turns
    else:
        raise ValueError("a dose without an amount")
    return Range(one.min, one.max, estimated=_is_estimated(dose))


def _walk(metres: int) -> int:
    return math.ceil(metres / METRES_A_SECOND)


def _is_estimated(dose: Dose) -> bool:
    """Whether nobody can know how long a set takes: a distance, or an open end."""
    timed = dose.work_seconds and dose.open == "as-many-as-possible"
    return bool(dose.distance_metres or (dose.open and not timed))


def dose_seconds(dose: Dose) -> Range:
    """Seconds that a dose takes on one side, rests between its sets and repetitions included."""
    return _all_sets(dose, turns=1)


def exercise_length(dose: Dose, of: Sided, switch_seconds: int) -> Length:
    """How long a dose takes on all its sides and directions, with `switch_seconds` to change them where that happens.

    Unilateral: one side's sets, then the other's, or set by set. Alternating: repetitions count for each side, as
    in "2 × 5, alternating" with ten in a set; timed work is shared between the sides; a single hold is done on each.
    """
    switch = dose.switch_seconds if dose.switch_seconds is not None else switch_seconds
    alternating, unilateral = of.laterality == "alternating", of.laterality == "unilateral"
    apart = alternating and all(_is_a_hold(each) for each in dose.runs)
    ways = 2 if of.directions else 1
    if unilateral and dose.side_order == "in-turn":
        one = _sets_in_turn(dose, switch)
        return Length(one.work * ways, one.changeovers * ways + (ways - 1) * switch)
    both = 2 if unilateral or apart else 1
    switches = unilateral + both * (ways - 1)
    return Length(_all_sets(dose, 2 if alternating and not apart else 1) * (both * ways), Range.of(switches * switch))


def _is_a_hold(dose: Dose) -> bool:
    """Whether a set is a single hold, in which no sides can take turns."""
    return not (dose.reps or dose.work_seconds or dose.breaths or dose.distance_metres)


def _all_sets(dose: Dose, turns: int) -> Range:
    """All sets of one pass, with the rests between them."""
    return _both_ends(dose, lambda sets: sum(work + rest for work, rest in sets) - sets[-1][1], turns)


def _sets_in_turn(dose: Dose, switch: int) -> Length:
    """Each set on both sides before the next one: the rest of one side is the time that the other works."""

    def seconds(sets: Sequence[tuple[int, int]]) -> int:
        rests = [max(switch, rest - work - switch) for work, rest in sets[:-1]]
        return sum(2 * work for work, _ in sets) + sum(rests)

    return Length(_both_ends(dose, seconds, 1), dose.sets * switch)


def _both_ends(dose: Dose, seconds: Callable[[Sequence[tuple[int, int]]], int], turns: int) -> Range:
    """What the `seconds` of the shortest and of the longest sets are, each set as its work and the rest after it."""
    least, most = ([*_sets(dose, end, turns)] for end in (_LEAST, _MOST))
    estimated = any(_is_estimated(each) for each in dose.runs)
    return Range(seconds(least), seconds(most), estimated)


def _sets(dose: Dose, end: Callable[[Range], int], turns: int) -> Iterator[tuple[int, int]]:
    """Each set's work and the rest after it, in seconds: what is left until the next set begins, or the rest given."""
    for each in dose.runs:
        work = end(set_seconds(each, turns))
        rest = max(0, dose.every_seconds - work) if dose.every_seconds else end(each.rest_seconds)
        yield from [(work, rest)] * end(each.sets)


_LEAST: Callable[[Range], int] = attrgetter("min")
_MOST: Callable[[Range], int] = attrgetter("max")


def step_length(step: Step, level: Level, switch_seconds: int) -> Length:
    """How long a step takes at a level."""
    dose = step.start if level == "start" else step.goal
    return exercise_length(dose, step.exercise, switch_seconds)


def routine_length(routine: Routine, level: Level) -> Length:
    """How long a routine takes at a level, with what is between its steps; a second round of all is not counted.

    Between two steps is the time to change to the second or the rest after the first, whichever is longer.
    """
    length = Length(NONE, NONE)
    rest = 0
    for number, block in enumerate(routine.blocks):
        if number:
            pause = _pause(_transition(routine, None, block.steps[0]), rest)
            length += Length(Range.of(pause.work), Range.of(pause.changeovers))
        length += block_length(routine, block, level)
        rest = max(block.steps[-1].rest_after_seconds, block.group.rest_after_seconds if block.group else 0)
    return length


def block_length(routine: Routine, block: Block, level: Level) -> Length:
    """How long a single step or all rounds of a group take. Nobody knows it of "for time", all of which is work."""
    group = block.group
    lengths = [step_length(step, level, routine.switch_seconds) for step in block.steps]
    if not group:
        return lengths[0]
    if group.work_seconds:
        return Length(Range.of(group.work_seconds), NONE)
    changes = [_transition(routine, group, step) for step in block.steps]
    least, most = (_rounds(group, block.steps, lengths, changes, end) for end in (_LEAST, _MOST))
    if group.for_time:
        cap = group.cap_seconds or sum(most)
        return Length(Range(min(sum(least), cap), min(sum(most), cap), estimated=True), NONE)
    estimated = any(each.work.estimated for each in lengths)
    return Length(Range(least.work, most.work, estimated), Range(least.changeovers, most.changeovers))


class _Seconds(NamedTuple):
    """Seconds of work with its rests, and of changeovers."""

    work: int
    changeovers: int

    @classmethod
    def sum(cls, all_: Iterable[_Seconds]) -> _Seconds:
        work, changeovers = zip(*all_, strict=True)
        return cls(sum(work), sum(changeovers))


def _rounds(
    group: Group,
    steps: Sequence[Step],
    lengths: Sequence[Length],
    changes: Sequence[int],
    end: Callable[[Range], int],
) -> _Seconds:
    """All rounds at one end of what is a range in them; `changes` are the seconds of change before each step."""
    rounds = end(group.rounds)
    each = [_Seconds(end(length.work), end(length.changeovers)) for length in lengths]
    if group.step_every_seconds:
        return _by_clock(each * rounds, group.step_every_seconds)
    pauses = [_pause(change, before.rest_after_seconds) for before, change in zip(steps, changes[1:], strict=False)]
    one = _Seconds.sum([*each, *pauses])
    if group.every_seconds:
        return _by_clock([one] * rounds, group.every_seconds)
    rest = max(end(group.round_rest_seconds), steps[-1].rest_after_seconds)
    return _Seconds.sum([*[one] * rounds, *[_pause(changes[0], rest)] * (rounds - 1)])


def _by_clock(all_: Sequence[_Seconds], every_seconds: int) -> _Seconds:
    """What begins by a clock: until the next one begins, the rest of the time is rest."""
    rests = [_Seconds(max(0, every_seconds - sum(each)), 0) for each in all_[:-1]]
    return _Seconds.sum([*all_, *rests])


def _pause(transition_seconds: int, rest_seconds: int) -> _Seconds:
    """The longer of a transition and a rest."""
    is_rest = rest_seconds and rest_seconds >= transition_seconds
    return _Seconds(rest_seconds, 0) if is_rest else _Seconds(0, transition_seconds)


def _transition(routine: Routine, group: Group | None, step: Step) -> int:
    """Seconds to change to a step, from outside or from within its group."""
    if step.transition_seconds is not None:
        return step.transition_seconds
    if group and group.transition_seconds is not None:
        return group.transition_seconds
    return 0 if group and group.runs_on else routine.transition_seconds
