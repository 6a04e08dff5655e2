"""Words groups: their rounds, their clock, and what stands around steps."""

from __future__ import annotations

from collections.abc import Sequence

from limber import wording
from limber.languages.messages import gettext, gettext_noop, ngettext
from limber.model.nouns import Group, Part, Range, Routine, Step

PARTS: dict[Part, str] = {
    "warm-up": gettext_noop("Warm-up"),
    "": gettext_noop("Main part"),
    "cool-down": gettext_noop("Cool-down"),
}
SECOND_ROUND = gettext_noop("If you like, go through all of it once more.")


def rounds(it: Group) -> str:
    """How often a group is gone through, and by which clock: `3 rounds, 60–120 s rest between rounds`."""
    # Translators: {rounds} is "3 rounds" or the like.
    rounds = _count(it.rounds)
    if it.work_seconds:
        return gettext("as many rounds as possible in {time}", time=wording.seconds(it.work_seconds))
    if it.every_seconds:
        return gettext("a round every {time}, {rounds}", time=wording.seconds(it.every_seconds), rounds=rounds)
    if it.step_every_seconds:
        return gettext("an exercise every {time}, {rounds}", time=wording.seconds(it.step_every_seconds), rounds=rounds)
    if it.for_time and it.cap_seconds:
        return gettext("{rounds} for time, within {time}", rounds=rounds, time=wording.seconds(it.cap_seconds))
    if it.for_time:
        return gettext("{rounds} for time", rounds=rounds)
    if it.round_rest_seconds.max:
        rest = wording.seconds(it.round_rest_seconds)
        return gettext("{rounds}, {time} rest between rounds", rounds=rounds, time=rest)
    return rounds


def named(it: Group) -> str:
    """A group by its name, with its rounds: `Circuit: 3 rounds`."""
    return gettext("{name}: {text}", name=it.name, text=rounds(it))


def heading(it: Step) -> str:
    """What stands above the first step of a group: its name and its rounds. Empty above any other step."""
    return named(it.group) if it.group and it.number == it.group.first else ""


def around(it: Step) -> Sequence[str]:
    """What else a step says besides its dose: how often, where that is its own, and the rest after it."""
    said = [wording.within(it.how_often.rstrip("."))] if it.how_often else []
    if it.rest_after_seconds:
        said.append(gettext("then {time} rest", time=wording.seconds(it.rest_after_seconds)))
    return said


def sizes(it: Routine) -> dict[Group, int]:
    """How many steps each group of a routine has."""
    return {block.group: len(block.steps) for block in it.blocks if block.group}


def parts(it: Routine) -> Sequence[tuple[str, Sequence[int]]]:
    """The headings of a routine's parts, each with the numbers of its blocks; none where there is a single part."""
    found: list[tuple[str, list[int]]] = []
    for number, block in enumerate(it.blocks):
        heading = gettext(PARTS[block.steps[0].part])
        if not found or found[-1][0] != heading:
            found.append((heading, []))
        found[-1][1].append(number)
    return found


def _count(amount: Range) -> str:
    return ngettext("{count} round", "{count} rounds", amount.max, count=wording.count(amount))
