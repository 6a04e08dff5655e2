"""Collects and words the texts of a cheat sheet and of a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from limber import duration, group_wording, wording
from limber.equipment import Item, merged
from limber.languages.messages import gettext, gettext_noop, pgettext
from limber.languages.other_language import joined, like, of_parts
from limber.model.dose import FAST, ONE
from limber.model.nouns import Dataset, Dose, Exercise, Need, Routine, Step
from limber.paper.layout import BUDGETS
from limber.wording import within

DISCLAIMER = gettext_noop("General information, not medical advice.")
# Translators: stands behind "Not if", where a record names no reasons.
UNSTATED = gettext_noop("not stated. Ask first.")
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
        return [
            [
                gettext("Start dose {time},", time=wording.minutes(start)),
                gettext("goal dose {time}", time=wording.minutes(goal)),
            ]
        ]

    @cached_property
    def kit(self) -> str:
        """What is needed, each thing once, with what a household has instead."""
        items = merged(step.exercise for step in self.routine.steps)
        needed = [_thing(item) for item in items if item.required]
        helpful = [within(_thing(item)) for item in items if not item.required]
        said = (
            [of_parts([joined([*needed[:1], *map(within, needed[1:])], "; "), "."])]
            if needed
            else [gettext("Nothing but a floor.")]
        )
        if helpful:
            said.append(gettext("Helps: {things}.", things=joined(helpful, ", ")))
        return joined(said)

    @cached_property
    def moving_on(self) -> str:
        """When and how to go from the start dose to the goal dose."""
        return joined(self.routine.moving_on)

    @cached_property
    def stop_signs(self) -> str:
        """When to stop at once."""
        return joined(self.routine.stop_signs)

    @cached_property
    def marked(self) -> bool:
        """Whether steps are marked "core": only if some are and some are not."""
        return len({step.core for step in self.routine.steps}) == 2

    @cached_property
    def short_version(self) -> str:
        """What to do with little time, after the words "No time?"."""
        if not self.marked:
            return ""
        if self.short:
            return gettext("Do the exercises marked core, {time}.", time=_start_total(self.short))
        return gettext("Do the exercises marked core.")

    @cached_property
    def legend(self) -> str:
        """Explains the notation of doses, with one of the routine's own as the example."""
        steps = self.routine.steps
        doses = [dose for step in steps for dose in (step.start, step.goal)]
        kinds = {step.exercise.laterality for step in steps}
        said = [gettext("Start dose → goal dose.")] if any(s.start != s.goal for s in steps) else []
        if "unilateral" in kinds or any(dose.sets.max > 1 for dose in doses):
            said.extend(_example(steps))
        if "alternating" in kinds:
            said.append(gettext("Alternating: the sides take turns, and the count is for each side."))
        return " ".join(filter(None, [*said, _tempo_key(doses, among_others=True)]))

    @property
    def foot(self) -> str:
        """Whose site it is, who the routine comes from, and what the site is not."""
        return " ".join(filter(None, (self.credit, self.source, gettext(self.disclaimer))))

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
        said = [
            gettext("After {work}.", work=where),
            gettext("Its words: {licence}.", licence=work.licence) if work.licence else gettext("The words are ours."),
        ]
        if credit.ours:
            said.append(gettext("Ours, and not from the article: {parts}.", parts=wording.ours(credit.ours)))
        return " ".join(said)


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
        "Group": of_parts([group_wording.named(step.group), "."]) if step and step.group else "",
        "Note": step.note if step else "",
        "Not if": gettext(UNSTATED) if exercise.contraindications is None else "",
        "Feel it": next(iter(exercise.feel_here), ""),
        "Easier": _way(dataset, exercise.easier, exercise.regressions),
        "Harder": _way(dataset, exercise.harder, exercise.progressions),
        "You need": card_kit(exercise.equipment),
        "Stop if": exercise.stop_signs[0],
        "Words": words_of(exercise),
    }
    signs = exercise.stop_signs
    more = (
        ("Stop if", gettext("{sign} More: on its page.", sign=signs[0]) if signs[1:] else ""),
        ("Stop if", joined(signs) if signs[1:] else ""),
        ("Not if", joined(exercise.contraindications or ())),
        ("Tempo", _tempo_key((start, goal))),
        ("Key", gettext("start → goal") if start != goal else ""),
        ("Routine", of),
        ("Take care", next(iter(exercise.precautions), "")),
        ("Set up", joined(exercise.setup)),
        ("Take care", joined(exercise.precautions)),
    )
    return CardTexts(
        dose=step_dose(step) if step else _shorter(*wording.dose_pair(start, goal, exercise)),
        steps=exercise.short_steps or exercise.instructions,
        facts={label: text for label, text in facts.items() if text},
        more=tuple((label, text) for label, text in more if text),
        faults=tuple((each.fault, each.fix) for each in exercise.faults[:MOST_FAULTS]),
    )


def _words_of_others(exercises: Iterable[Exercise], most: int) -> str:
    """Whose words a sheet has, with their licences, in `most` characters; each exercise's page says all of it."""
    works = list(dict.fromkeys(words.removesuffix(".") for each in exercises if (words := words_of(each))))
    for count in range(len(works), 0, -1):
        more = [gettext("More: on each exercise’s page.")] if count < len(works) else []
        said = " ".join([gettext("Words: {works}.", works="; ".join(works[:count])), *more])
        if len(said) <= most or count == 1:
            return said
    return ""


def words_of(it: Exercise) -> str:
    """Whose words an exercise has, and their licence, which has to stand wherever they do; empty for our own."""
    work = it.credit.work if it.credit else None
    return f"{work.author}, {work.licence}." if work and work.licence else ""


def _tempo_key(doses: Iterable[Dose], among_others: bool = False) -> str:
    """Explains tempos, if there are any; among other keys it says of what."""
    tempos = "".join(dose.tempo for dose in doses)
    if not tempos:
        return ""
    is_fast = FAST in tempos
    if among_others and is_fast:
        return gettext("Tempo: seconds to lower, pause, raise, pause; X: as fast as possible.")
    if among_others:
        return gettext("Tempo: seconds to lower, pause, raise, pause.")
    if is_fast:
        return gettext("Seconds to lower, pause, raise, pause; X: as fast as possible.")
    return gettext("Seconds to lower, pause, raise, pause.")


def step_dose(it: Step) -> tuple[Sequence[str], Sequence[str]]:
    """The doses of a step in words, and on which side, how often and with which rest after it."""
    amounts, side = _shorter(*wording.dose_pair(it.start, it.goal, it.exercise))
    return amounts, (*side, *group_wording.around(it))


def _shorter(amounts: Sequence[str], side: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """A dose whose repetitions are written in short, for large type in narrow columns: `10 Wdh.`"""
    word = gettext("{counts}\u202freps", counts="").strip()
    # Translators: repetitions as an abbreviation, where there is little room: "10 reps".
    return [each.replace(word, pgettext("on paper", "reps")) for each in amounts], side


def said_of(it: Step, with_cue: bool = True) -> str:
    """What a sheet says of a step beside its dose: its note, which goes before what anyone is told, or its cue."""
    return it.note or (next(iter(it.exercise.cues), "") if with_cue else "")


def short_steps(it: Exercise) -> Sequence[str]:
    """What to do in a few words, step by step; where there is nothing shorter, the instructions."""
    return it.short_steps or [like(each.removesuffix("."), each) for each in it.instructions]


def card_kit(needs: Sequence[Need]) -> str:
    """What one exercise needs: `Half dome or thick rolled towel; mirror (optional).`"""
    said = []
    for need in needs:
        thing = joined([need.item.name, *(within(each.name) for each in need.substitutes)], _or())
        said.append(thing if need.required else gettext("{thing} (optional)", thing=thing))
    return of_parts([joined([*said[:1], *map(within, said[1:])], "; "), "."]) if said else gettext("Nothing.")


def _or() -> str:
    # Translators: between a thing and what does as well; with its spaces.
    return gettext(" or ")


def _way(dataset: Dataset, texts: Sequence[str], ids: Sequence[str]) -> str:
    return texts[0] if texts else of_parts([dataset.exercises[ids[0]].name, "."]) if ids else ""


def _thing(item: Item) -> str:
    """A thing with what does as well: in all of its exercises, or but for some."""
    said = [item.thing.name]
    for substitute, served in item.substitutes:
        thing = within(substitute.name)
        others = wording.listing(wording.quoted(each.short_name) for each in item.exercises if each not in served)
        said.append(gettext("{thing} (not for {exercises})", thing=thing, exercises=others) if others else thing)
    return joined(said, _or())


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
        values = {"written": wording.amount(dose), "side": wording.side(exercise), "one": one}
        yield gettext("{written} {side} = {one} on the right, then {one} on the left.", **values)


def _in_words(dose: Dose) -> str:
    one = wording.amount(replace(dose, sets=ONE))
    if dose.sets.max < 2:
        return one
    return gettext("{count} sets of {amount}", count=wording.count(dose.sets), amount=one)
