"""Rules on routines and their steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.tables import Record, Tables, is_group, steps_of
from limber.duration import routine_length
from limber.model.nouns import Dataset


def a_routine_has_steps_or_is_the_core_of_another(tables: Tables) -> Iterator[Problem]:
    """Nothing is typed twice: a short routine takes its steps from the long one."""
    for where, record in tables.records("routines"):
        covers = ((*where, "steps"), (*where, "core_of"))
        if "steps" not in record and "core_of" not in record:
            yield Problem(
                where,
                say("the routine has no steps."),
                say('Add "steps:", or "core_of:" with the id of the routine whose core steps it takes.'),
                at_key=True,
                covers=covers,
            )
        elif "steps" in record and "core_of" in record:
            yield Problem(
                (*where, "steps"),
                say(
                    "the routine has steps of its own and is the core of {core_of}.", core_of=quoted(record["core_of"])
                ),
                say('Take "steps:" or "core_of:" out.'),
                at_key=True,
                covers=covers,
            )


def a_core_has_steps_to_take(tables: Tables) -> Iterator[Problem]:
    """A short routine takes the core steps of a routine that has some."""
    for where, record in tables.records("routines"):
        parent: str = record.get("core_of", "")
        if parent not in tables.routines or "steps" in record:
            continue
        whole = tables.routines[parent]
        covers = ((*where, "core_of"), ("routines", parent, "core_of"))
        if "core_of" in whole:
            itself = parent == where[1]
            yield Problem(
                (*where, "core_of"),
                say("the routine is the core of itself.")
                if itself
                else say(
                    "{parent} has no steps of its own, as it is the core of {core_of}.",
                    parent=quoted(parent),
                    core_of=quoted(whole["core_of"]),
                ),
                say("Name the routine that has the steps.")
                if itself
                else say("Write {core_of} here, too.", core_of=quoted(whole["core_of"])),
                covers=covers,
            )
        elif "steps" in whole and not any(step.get("priority") == "core" for _, step in steps_of(where, whole)):
            yield Problem(
                (*where, "core_of"),
                say("{parent} has no core steps.", parent=quoted(parent)),
                say('Give at least one of its steps "priority: core".'),
                covers=((*where, "core_of"), ("routines", parent, "steps")),
            )


def no_exercise_follows_itself(tables: Tables) -> Iterator[Problem]:
    """Twice in a row at one dose is a matter of sets; it may come again at another, or later in the routine.

    A group begins anew, and in it the first step follows the last one, in the next round. The same group twice in a
    row is a matter of rounds.
    """
    for where, holder in (*tables.records("routines"), *tables.groups):
        entries = holder.get("steps", ())
        for number, (before, this) in enumerate(pairwise(entries), 1):
            place = (*where, "steps", number)
            if is_group(this) and this == before:
                what = say("this group is the one before, too.")
                tip = say("Take one of the two out, and give more rounds if that is meant.")
                yield Problem(place, what, tip, at_key=True)
            elif _same_step(this, before):
                yield _again((*place, "exercise"), this["exercise"], "the step before")
        if len(entries) > 2 and holder.get("rounds", 1) != 1 and _same_step(entries[-1], entries[0]):
            place = (*where, "steps", len(entries) - 1, "exercise")
            yield _again(place, entries[-1]["exercise"], "the first step of the next round")


def _same_step(one: Record | None, other: Record | None) -> bool:
    """Whether both are steps, of the same exercise at the same dose."""
    if one is None or other is None or is_group(one) or is_group(other) or "exercise" not in one:
        return False
    return all(one.get(key) == other.get(key) for key in ("exercise", "dose", "side"))


def _again(where: Place, exercise: str, beside: str) -> Problem:
    what = say("{exercise} is {beside}, too, at the same dose.", exercise=quoted(exercise), beside=beside)
    return Problem(where, what, say("Take one of the two out, and give more sets if that is meant."))


def start_doses_come_out_at_the_length_of_the_source(dataset: Dataset) -> Iterator[Problem]:
    """Where a published work says how long its routine takes, our start doses keep to it.

    The work speaks of its own exercises: a step that was added with another, or with one's own, is not counted.
    """
    for id_, routine in dataset.routines.items():
        if routine.credit is None or (said := routine.credit.length_seconds) is None:
            continue
        source = routine.credit.work.id
        steps = tuple(each for each in routine.steps if (by := each.exercise.credit) and by.work.id == source)
        if not steps:
            continue
        work = routine_length(replace(routine, steps=steps), "start").work
        if work.min < said.min or work.max > said.max:
            comes = f"{work.min}" if work.min == work.max else f"{work.min} to {work.max}"
            what = f"the work says {said.min} to {said.max} seconds, but the start doses of its exercises come out at"
            yield Problem(
                ("routines", id_, "source", "length_seconds"),
                say("{what} {comes}.", what=what, comes=comes),
                say("Change the start doses of some steps."),
                at_key=True,
            )
