"""Rules on groups of steps: their rounds, their clocks, their rests and the parts of a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.tables import Record, Tables, is_group, steps_of
from limber.duration import block_length, step_length
from limber.model.dose import ONE
from limber.model.nouns import Block, Dataset, Dose, Level, Range, Routine, Step

_MANY = "as-many-as-possible"
_CLOCKS = ("every_seconds", "step_every_seconds", "work_seconds", "for_time")
_LEVELS: tuple[Level, ...] = ("start", "goal")


def _clocks(group: Record) -> list[str]:
    """The keys of a group that say by which clock it goes."""
    return [key for key in _CLOCKS if group.get(key)]


def a_group_holds_steps_alone(tables: Tables) -> Iterator[Problem]:
    """A group within a group has rounds of rounds, which nobody counts while exercising."""
    for where, group in tables.groups:
        for number, entry in enumerate(group.get("steps", ())):
            if is_group(entry):
                place = (*where, "steps", number)
                yield Problem(
                    place,
                    say("this group stands within a group."),
                    say(
                        "Move it out, so that it stands in front of the other one or behind it, "
                        "or list its steps there."
                    ),
                    at_key=True,
                    covers=(place, (*where, "steps")),
                )


def a_group_has_steps_to_change_between(tables: Tables) -> Iterator[Problem]:
    """Rounds of one step are its sets, unless each round is another of the sets that differ, or all is for time."""
    for where, group in tables.groups:
        steps = [step for _, step in steps_of(where, group)]
        if len(group.get("steps", ())) != 1 or len(steps) != 1 or group.get("for_time"):
            continue
        if any(isinstance(dose.get("sets"), list) for dose in _doses(tables, steps[0])):
            continue
        yield Problem(
            where,
            say("this group has one step, so its rounds are the sets of that step."),
            say(
                "Write the step without the group, and {as_sets} in its dose; or add another step.",
                as_sets=_as_sets(group),
            ),
            at_key=True,
        )


def sets_of_a_round_are_all_done_in_it(tables: Tables) -> Iterator[Problem]:
    """A round has all sets of its steps. Three rounds of 21, 15 and 9 are meant to be one of each."""
    for where, group in tables.groups:
        rounds, steps = group.get("rounds"), [*steps_of(where, group)]
        if not isinstance(rounds, int) or len(steps) < 2:
            continue
        counts = [
            len(dose["sets"]) if isinstance(dose.get("sets"), list) else 0
            for _, step in steps
            for dose in _doses(tables, step)
        ]
        if counts and all(each == rounds for each in counts):
            yield Problem(
                (*where, "rounds"),
                say("each of the {rounds} rounds has all {rounds} sets of each step.", rounds=rounds),
                say(
                    'If each round is to have a set, write "rounds: 1", and the steps again for each set, with its '
                    "amount."
                ),
                covers=(where,),
            )


def _doses(tables: Tables, step: Record) -> list[Record]:
    """The doses of a step: its own, or those of its exercise."""
    doses = step.get("dose") or tables.exercises.get(step.get("exercise", ""), {}).get("dose", {})
    return [each for each in doses.values() if each]


def _as_sets(group: Record) -> str:
    """What a dose says in place of the rounds of a group."""
    if group.get("rounds") == _MANY:
        return '"reps: as-many-as-possible" with "work_seconds:"'
    rounds = group.get("rounds", 2)
    sets = f"{{min: {rounds.get('min')}, max: {rounds.get('max')}}}" if isinstance(rounds, dict) else rounds
    said = [f'"sets: {sets}"']
    if "every_seconds" in group or "step_every_seconds" in group:
        said.append('"every_seconds:"')
    elif rest := group.get("round_rest_seconds"):
        written = f"{{min: {rest.get('min')}, max: {rest.get('max')}}}" if isinstance(rest, dict) else rest
        said.append(f'"rest_seconds: {written}"')
    return " with ".join(said)


def rounds_without_a_number_have_a_time(tables: Tables) -> Iterator[Problem]:
    """As many rounds as possible are done within a time, and a time is given for these alone."""
    for where, group in tables.groups:
        rounds = group.get("rounds")
        if rounds == _MANY and "work_seconds" not in group:
            yield Problem(
                (*where, "rounds"),
                say("the group does not say in which time."),
                say("Write how many rounds.")
                if _clocks(group)
                else say('Add "work_seconds: 1200", for 20 minutes or as long as is meant, or write how many rounds.'),
                at_key=True,
                covers=((*where, "rounds"), (*where, "work_seconds")),
            )
        elif "work_seconds" in group and rounds != _MANY:
            yield Problem(
                (*where, "work_seconds"),
                say("this is the time for as many rounds as possible, but the group gives their number."),
                say('Take it out, or write "rounds: {many}".', many=_MANY),
                at_key=True,
                covers=((*where, "work_seconds"), (*where, "rounds")),
            )


def a_group_goes_by_one_clock(tables: Tables) -> Iterator[Problem]:
    """A round on each minute, a step on each minute, as many as possible in a time, or for time."""
    for where, group in tables.groups:
        first, *others = _clocks(group) or [""]
        for key in others:
            yield Problem(
                (*where, key),
                say("{first} says already by which clock the group goes.", first=first),
                say("Take it out, or {first}.", first=first),
                at_key=True,
                covers=((*where, key), (*where, first)),
            )
        if "cap_seconds" in group and not group.get("for_time"):
            yield Problem(
                (*where, "cap_seconds"),
                say("this ends what is done for time, but the group is not."),
                say("Take it out: the group goes by {first}.", first=first)
                if first
                else say('Take it out, or write "for_time: true" instead of false.')
                if "for_time" in group
                else say('Add "for_time: true", or take it out.'),
                at_key=True,
            )


def a_clock_of_a_group_is_its_rest(tables: Tables) -> Iterator[Problem]:
    """Where rounds or steps begin by a clock, the rest is what is left; against a clock, there is none."""
    for where, group in tables.groups:
        clock = next(iter(_clocks(group)), "")
        if not clock:
            continue
        steps = list(steps_of(where, group))
        places: list[tuple[Place, str]] = [
            (where, "round_rest_seconds"),
            *((step, "rest_after_seconds") for step, _ in steps),
        ]
        if clock in ("step_every_seconds", "work_seconds"):
            places.append((where, "transition_seconds"))
        holders = {where: group, **dict(steps)}
        what = "the next one begins by that clock" if "every" in clock else "all of it is against the clock"
        for place, key in places:
            if holders[place].get(key):
                yield Problem(
                    (*place, key),
                    say("the group goes by {clock}: {what}, so this says nothing.", clock=clock, what=what),
                    say("Take it out, or {clock} out of the group.", clock=clock),
                    at_key=True,
                )


def a_pause_around_a_group_has_two_ends(tables: Tables) -> Iterator[Problem]:
    """A rest lies between two rounds or behind what something follows, and a clock goes from one round to the next."""
    for where, group in tables.groups:
        for key, what in (("round_rest_seconds", say("this rest lies")), ("every_seconds", say("this time runs"))):
            if key in group and group.get("rounds") == 1:
                yield Problem(
                    (*where, key),
                    say("{what} between rounds, but there is one round only.", what=what),
                    say("Take it out, or give the number of rounds."),
                    at_key=True,
                    covers=((*where, key), (*where, "rounds")),
                )
    for where, routine in tables.records("routines"):
        entries = routine.get("steps", ())
        if not entries or routine.get("second_round"):
            continue
        for number, key, what in (
            (0, "transition_seconds", say("in front of the first step there is nothing to change from.")),
            (len(entries) - 1, "rest_after_seconds", say("behind the last step there is nothing to rest for.")),
        ):
            entry = entries[number]
            if entry and key in entry and not (is_group(entry) and number == 0):
                yield Problem((*where, "steps", number, key), what, say("Take it out."), at_key=True)


def parts_of_a_session_stand_in_order(tables: Tables) -> Iterator[Problem]:
    """What warms up comes first, what cools down comes last."""
    for where, routine in tables.records("routines"):
        parts = [(entry or {}).get("part") for entry in routine.get("steps", ())]
        for number, part in enumerate(parts):
            before, after = parts[:number], parts[number + 1 :]
            if part == "warm-up" and any(each != "warm-up" for each in before):
                what, to = say("something else stands in front of this warm-up."), "to the beginning"
            elif part == "cool-down" and None in after:
                what, to = say("the main part goes on behind this cool-down."), "to the end"
            else:
                continue
            yield Problem(
                (*where, "steps", number, "part"),
                what,
                say('Take "part:" out, or move all of it {to}.', to=to),
                at_key=True,
            )


def a_group_is_of_one_part(tables: Tables) -> Iterator[Problem]:
    """All steps of a group belong to the same part of the session, which the group names."""
    for where, group in tables.groups:
        for place, step in steps_of(where, group):
            if "part" in step:
                beside = "says it for all of its steps" if "part" in group else f"can say {quoted(step['part'])}"
                yield Problem(
                    (*place, "part"),
                    say("a step of a group is of the same part as the group."),
                    say('Take it out: the group {beside}, beside "group:".', beside=beside),
                    at_key=True,
                    covers=((*place, "part"), (*where, "part")),
                )


def a_clock_leaves_time_for_a_round(dataset: Dataset) -> Iterator[Problem]:
    """What takes its time for certain fits between two beginnings. How fast repetitions go, nobody knows."""
    for id_, routine in dataset.routines.items():
        for number, block in enumerate(() if routine.core_of else routine.blocks):
            where: Place = ("routines", id_, "steps", number)
            if (group := block.group) is None:
                continue
            if group.every_seconds:
                one_round = Block(replace(group, rounds=ONE), block.steps)
                taken = {level: _seconds(routine, one_round, level) for level in _LEVELS}
                yield from _too_tight((*where, "every_seconds"), "a round takes", taken, group.every_seconds)
            for step in block.steps if group.step_every_seconds else ():
                taken = {level: _step_seconds(routine, step, level) for level in _LEVELS}
                what = f"{quoted(step.exercise.id)} takes"
                yield from _too_tight((*where, "step_every_seconds"), what, taken, group.step_every_seconds)
            if group.cap_seconds:
                whole = Block(replace(group, cap_seconds=0), block.steps)
                taken = {level: _seconds(routine, whole, level) for level in _LEVELS}
                yield from _too_tight((*where, "cap_seconds"), "its rounds take", taken, group.cap_seconds)


def _too_tight(where: Place, what: str, taken: Mapping[Level, Range], clock: int) -> Iterator[Problem]:
    level = max(taken, key=lambda level: (taken[level].min, taken[level].max))
    seconds = taken[level]
    if seconds.min > clock:
        said = f"{seconds.min}" if seconds.min == seconds.max else f"{seconds.min} to {seconds.max}"
        then = "all ends" if where[-1] == "cap_seconds" else "the next one begins"
        yield Problem(
            where,
            say(
                "{what} {said} seconds at the {level} dose, but {then} after {clock}.",
                what=what,
                said=said,
                level=level,
                then=then,
                clock=clock,
            ),
            say("Write {max} or more, or give less to do.", max=seconds.max),
        )


def _seconds(routine: Routine, block: Block, level: Level) -> Range:
    """How long a group takes for certain, with the changes between its steps."""
    total = block_length(routine, block, level).total
    rounds = block.group.rounds if block.group else ONE
    for step in block.steps:
        if _step_seconds(routine, step, level) == Range.of(0):
            unknown = step_length(step, level, routine.switch_seconds).total
            total = Range(total.min - unknown.min * rounds.min, total.max - unknown.max * rounds.max)
    return Range(total.min, total.max)


def _step_seconds(routine: Routine, step: Step, level: Level) -> Range:
    """How long a step takes for certain; 0 where nobody knows."""
    dose = step.start if level == "start" else step.goal
    if dose.alternative or not all(_is_timed(each) for each in dose.runs):
        return Range.of(0)
    total = step_length(step, level, routine.switch_seconds).total
    return Range(total.min, total.max)


def _is_timed(dose: Dose) -> bool:
    """Whether the seconds of a set are known, and not those of a usual pace."""
    if dose.open not in ("", "or-more") and not dose.work_seconds:
        return False
    return bool(dose.work_seconds or dose.hold_seconds or dose.tempo or dose.breath_pattern)
