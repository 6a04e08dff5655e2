"""Collects and words the texts of a cheat sheet and of a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from limber import duration, group_wording, wording
from limber.equipment import Item, merged
from limber.model.dose import FAST, ONE
from limber.model.nouns import Dataset, Dose, Exercise, Need, Routine, Step
from limber.paper.layout import BUDGETS
from limber.wording import within

DISCLAIMER = "General information, not medical advice."
UNSTATED = "not stated. Ask first."
"""What stands behind "Not if" where a record does not say who should not do it: silence would read as "none"."""


MOST_FAULTS = 3
"""How many the back of a card names: as many as leave its grid rows to write in."""


@dataclass(frozen=True)
class SheetTexts:
    """The texts of a cheat sheet around its steps; `short` is the routine's own short version, if it has one."""

    routine: Routine
    short: Routine | None
    disclaimer: str = DISCLAIMER
    credit: str = ""

    @cached_property
    def how_long(self) -> Sequence[Sequence[str]]:
        """The computed length at both doses or the only one, changeovers included, in parts of one line each."""
        start, goal = (duration.routine_length(self.routine, level).total for level in ("start", "goal"))
        if not self.routine.has_goals:
            return [[wording.capital(wording.minutes(start))]]
        return [[f"Start dose {wording.minutes(start)},", f"goal dose {wording.minutes(goal)}"]]

    @cached_property
    def kit(self) -> str:
        """What is needed, each thing once, with what a household has instead."""
        items = merged(step.exercise for step in self.routine.steps)
        needed = [_thing(item) for item in items if item.required]
        helpful = [within(_thing(item)) for item in items if not item.required]
        said = [f"{'; '.join([*needed[:1], *map(within, needed[1:])])}."] if needed else ["Nothing but a floor."]
        if helpful:
            said.append(f"Helps: {', '.join(helpful)}.")
        return " ".join(said)

    @cached_property
    def moving_on(self) -> str:
        """When and how to go from the start dose to the goal dose."""
        return " ".join(self.routine.moving_on)

    @cached_property
    def stop_signs(self) -> str:
        """When to stop at once."""
        return " ".join(self.routine.stop_signs)

    @cached_property
    def marked(self) -> bool:
        """Whether steps are marked "core": only if some are and some are not."""
        return len({step.core for step in self.routine.steps}) == 2

    @cached_property
    def short_version(self) -> str:
        """What to do with little time, after the words "No time?"."""
        if not self.marked:
            return ""
        said = "Do the exercises marked core"
        return f"{said}, {_start_total(self.short)}." if self.short else f"{said}."

    @cached_property
    def legend(self) -> str:
        """Explains the notation of doses, with one of the routine's own as the example."""
        steps = self.routine.steps
        doses = [dose for step in steps for dose in (step.start, step.goal)]
        kinds = {step.exercise.laterality for step in steps}
        said = ["Start dose → goal dose."] if any(s.start != s.goal for s in steps) else []
        if "unilateral" in kinds or any(dose.sets.max > 1 for dose in doses):
            said.extend(_example(steps))
        if "alternating" in kinds:
            said.append("Alternating: the sides take turns, and the count is for each side.")
        said.extend(_tempo_key(doses))
        return " ".join(said)

    @property
    def foot(self) -> str:
        """Whose site it is, who the routine comes from, and what the site is not."""
        return " ".join(filter(None, (self.credit, self.source, self.disclaimer)))

    @cached_property
    def source(self) -> str:
        """Who the routine comes from, and what in it is not theirs."""
        said = self._source
        own = self.routine.credit and self.routine.credit.work
        exercises = (each.exercise for each in self.routine.steps)
        others = [each for each in exercises if each.credit and each.credit.work != own]
        words = _words_of_others(others, BUDGETS["source"] - len(said) - 1)
        return " ".join(filter(None, (said, words)))

    @property
    def _source(self) -> str:
        credit = self.routine.credit
        if not credit:
            return ""
        work = credit.work
        address = work.url.removeprefix("https://").rstrip("/")
        where = ", ".join(filter(None, (work.author, work.title, work.publisher, address)))
        ours = f" Ours, and not from the article: {wording.ours(credit.ours)}." if credit.ours else ""
        words = f"Its words: {work.licence}." if work.licence else "The words are ours."
        return f"After {where}. {words}{ours}"


def sheet_texts(dataset: Dataset, routine: Routine) -> SheetTexts:
    """The texts of a routine's cheat sheet."""
    shorts = (each for each in dataset.routines.values() if each.core_of == routine.id)
    return SheetTexts(routine, next(shorts, None))


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What a card says: the dose in words and on which side, short steps, then the rest by label.

    Of `facts` there is room on every card. `more` are facts to add as far as there is room, the most important first;
    one takes the place of an earlier one with its label. `faults` are for the back, each with its fix.
    """

    dose: tuple[Sequence[str], Sequence[str]]
    steps: Sequence[str]
    facts: Mapping[str, str]
    more: Sequence[tuple[str, str]] = ()
    faults: Sequence[tuple[str, str]] = ()


def card_texts(dataset: Dataset, exercise: Exercise, step: Step | None = None, of: str = "") -> CardTexts:
    """The texts of an exercise's card, with the dose of a step of a routine, if there is one, instead of its own.

    `of` names the routine.
    """
    start, goal = (step.start, step.goal) if step else (exercise.start, exercise.goal)
    facts = {
        "Group": f"{group_wording.named(step.group)}." if step and step.group else "",
        "Note": step.note if step else "",
        "Not if": UNSTATED if exercise.contraindications is None else "",
        "Feel it": next(iter(exercise.feel_here), ""),
        "Easier": _way(dataset, exercise.easier, exercise.regressions),
        "Harder": _way(dataset, exercise.harder, exercise.progressions),
        "You need": card_kit(exercise.equipment),
        "Stop if": exercise.stop_signs[0],
        "Words": words_of(exercise),
    }
    signs = exercise.stop_signs
    tempo = "".join(_tempo_key((start, goal))).removeprefix("Tempo: ")
    more = (
        ("Stop if", f"{signs[0]} More: on its page." if signs[1:] else ""),
        ("Stop if", " ".join(signs) if signs[1:] else ""),
        ("Not if", " ".join(exercise.contraindications or ())),
        ("Tempo", wording.capital(tempo)),
        ("Key", "start → goal" if start != goal else ""),
        ("Routine", of),
        ("Take care", next(iter(exercise.precautions), "")),
        ("Set up", " ".join(exercise.setup)),
        ("Take care", " ".join(exercise.precautions)),
    )
    return CardTexts(
        dose=step_dose(step) if step else wording.dose_pair(start, goal, exercise),
        steps=exercise.short_steps or exercise.instructions,
        facts={label: text for label, text in facts.items() if text},
        more=tuple((label, text) for label, text in more if text),
        faults=tuple((each.fault, each.fix) for each in exercise.faults[:MOST_FAULTS]),
    )


def _words_of_others(exercises: Iterable[Exercise], most: int) -> str:
    """Whose words a sheet has, with their licences, in `most` characters; each exercise's page says all of it."""
    works = list(dict.fromkeys(words.removesuffix(".") for each in exercises if (words := words_of(each))))
    for count in range(len(works), 0, -1):
        more = " More: on each exercise’s page." if count < len(works) else ""
        said = f"Words: {'; '.join(works[:count])}.{more}"
        if len(said) <= most or count == 1:
            return said
    return ""


def words_of(it: Exercise) -> str:
    """Whose words an exercise has, and their licence, which has to stand wherever they do; empty for our own."""
    work = it.credit.work if it.credit else None
    return f"{work.author}, {work.licence}." if work and work.licence else ""


def _tempo_key(doses: Iterable[Dose]) -> Iterator[str]:
    """Explains tempos, if there are any."""
    tempos = "".join(dose.tempo for dose in doses)
    if tempos:
        yield f"Tempo: seconds to lower, pause, raise, pause{'; X: as fast as possible' if FAST in tempos else ''}."


def step_dose(it: Step) -> tuple[Sequence[str], Sequence[str]]:
    """The doses of a step in words, and on which side, how often and with which rest after it."""
    amounts, side = wording.dose_pair(it.start, it.goal, it.exercise)
    return amounts, (*side, *group_wording.around(it))


def said_of(it: Step, with_cue: bool = True) -> str:
    """What a sheet says of a step beside its dose: its note, which goes before what anyone is told, or its cue."""
    return it.note or (next(iter(it.exercise.cues), "") if with_cue else "")


def short_steps(it: Exercise) -> Sequence[str]:
    """What to do in a few words, step by step; where there is nothing shorter, the instructions."""
    return it.short_steps or [each.removesuffix(".") for each in it.instructions]


def card_kit(needs: Sequence[Need]) -> str:
    """What one exercise needs: `Half dome or thick rolled towel; mirror (optional).`"""
    said = [
        " or ".join([need.item.name, *(within(each.name) for each in need.substitutes)])
        + ("" if need.required else " (optional)")
        for need in needs
    ]
    return "; ".join([*said[:1], *map(within, said[1:])]) + "." if said else "Nothing."


def _way(dataset: Dataset, texts: Sequence[str], ids: Sequence[str]) -> str:
    return texts[0] if texts else f"{dataset.exercises[ids[0]].name}." if ids else ""


def _thing(item: Item) -> str:
    """A thing with what does as well: in all of its exercises, or but for some."""
    said = item.thing.name
    for substitute, served in item.substitutes:
        others = [each for each in item.exercises if each not in served]
        but = f" (not for {wording.listing(each.short_name for each in others)})" if others else ""
        said += f" or {within(substitute.name)}{but}"
    return said


def _start_total(routine: Routine) -> str:
    return wording.minutes(duration.routine_length(routine, "start").total)


def _example(steps: Sequence[Step]) -> Iterator[str]:
    """`2 × 10 each side = 2 sets of 10 reps on the right, then 2 sets of 10 reps on the left.`

    None where all doses are in words already: sets that differ, or amounts without an end.
    """
    options = [(step.exercise, dose) for step in steps for dose in (step.goal, step.start)]
    numbers = [(of, dose) for of, dose in options if not dose.each_set and not dose.open and not dose.side_order]
    if not numbers:
        return
    exercise, dose = min(
        numbers,
        key=lambda it: (it[0].laterality != "unilateral", it[1].sets.max < 2, len(wording.amount(it[1]))),
    )
    one = _in_words(dose)
    if exercise.laterality != "unilateral":
        yield f"{wording.amount(dose)} = {one}."
    else:
        each = wording.side(exercise)
        yield f"{wording.amount(dose)} {each} = {one} on the right, then {one} on the left."


def _in_words(dose: Dose) -> str:
    one = wording.amount(replace(dose, sets=ONE))
    return f"{wording.count(dose.sets)} sets of {one}" if dose.sets.max > 1 else one
