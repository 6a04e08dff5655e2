"""Computes how long a dose, a step and a routine take, in seconds.

`tests/vectors/` holds routines with their seconds, so that the timer counts the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from limber.model.nouns import Dose, Laterality, Level, Range, Routine, Step

REPETITION_SECONDS = 4
"""Seconds of one repetition without a tempo: two down and two up, the pace of a calm, controlled movement.

Source: American College of Sports Medicine, Progression Models in Resistance Training (2009), which calls
one to two seconds each way a moderate velocity; the slow end of it suits floor exercises.
"""


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: the work with its rests, and the changeovers on top."""

    work: Range
    changeover_seconds: int

    @property
    def total(self) -> Range:
        """Work and changeovers together, in seconds."""
        return self.work + self.changeover_seconds


def repetition_seconds(dose: Dose) -> int:
    """Seconds of one repetition: the sum of its tempo's four figures, or the usual pace."""
    return sum(int(part) for part in dose.tempo.split("-")) if dose.tempo else REPETITION_SECONDS


def dose_seconds(dose: Dose) -> Range:
    """Seconds that a dose takes on one side, rests between its sets and repetitions included."""
    if dose.work_seconds:
        one_set = dose.work_seconds
    elif dose.reps:
        each = dose.hold_seconds or Range.of(repetition_seconds(dose))
        rests = Range(dose.reps.min - 1, dose.reps.max - 1) * dose.rep_rest_seconds
        one_set = Range(dose.reps.min * each.min + rests.min, dose.reps.max * each.max + rests.max)
    elif dose.hold_seconds:
        one_set = dose.hold_seconds
    else:
        raise ValueError("a dose without an amount")
    return one_set * dose.sets + dose.rest_seconds * (dose.sets - 1)


def sides(dose: Dose, laterality: Laterality) -> int:
    """How often a dose is done to cover both sides.

    Unilateral: one side's sets, then the other's. Alternating: repetitions are counted for each side, as in
    "2 × 5, alternating" with ten in a set; timed work is shared between the sides.
    """
    shared = laterality == "alternating" and dose.work_seconds is not None
    return 1 if laterality == "bilateral" or shared else 2


def exercise_length(dose: Dose, laterality: Laterality, switch_seconds: int) -> Length:
    """How long a dose takes on all its sides, with `switch_seconds` to change sides where that happens."""
    switch = dose.switch_seconds if dose.switch_seconds is not None else switch_seconds
    return Length(
        work=_all_sides(dose, laterality),
        changeover_seconds=switch if laterality == "unilateral" else 0,
    )


def step_length(step: Step, level: Level, switch_seconds: int) -> Length:
    """How long a step takes at a level."""
    dose = step.start if level == "start" else step.goal
    return exercise_length(dose, step.exercise.laterality, switch_seconds)


def routine_length(routine: Routine, level: Level) -> Length:
    """How long a routine takes at a level; its changeovers are all switches and transitions."""
    work = Range(0, 0)
    changeovers = routine.transition_seconds * (len(routine.steps) - 1)
    for step in routine.steps:
        length = step_length(step, level, routine.switch_seconds)
        work += length.work
        changeovers += length.changeover_seconds
    return Length(work=work, changeover_seconds=changeovers)


def _all_sides(dose: Dose, laterality: Laterality) -> Range:
    if laterality == "alternating" and dose.reps:
        # Alternating sides share a set, so that the rest between sets is taken once.
        one_set = dose_seconds(Dose(reps=dose.reps, hold_seconds=dose.hold_seconds, tempo=dose.tempo))
        turns = Range(2 * dose.reps.min - 1, 2 * dose.reps.max - 1) * dose.rep_rest_seconds
        both = Range(one_set.min * 2 + turns.min, one_set.max * 2 + turns.max)
        return both * dose.sets + dose.rest_seconds * (dose.sets - 1)
    return dose_seconds(dose) * sides(dose, laterality)
