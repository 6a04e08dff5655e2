"""Rules on texts of wide letters, which take more room than others of the same length, and on notes beside many texts.

A text is only found fault with where its card is too full. Longer ones: paper.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules.dispensable import can_go
from limber.dataset.rules.step_places import places
from limber.model import naming
from limber.model.nouns import Dataset, Exercise, Step
from limber.paper import cards
from limber.paper.layout import ANY_ADDRESS, SMALLEST, Part
from limber.paper.texts import card_texts

CARD = "card"
USUAL_DOSE = 3  # lines that the other texts of a card must leave for it


def a_name_fits_the_head_of_a_card(dataset: Dataset) -> Iterator[Problem]:
    """A name stands on one line there, for it is found by it in a stack."""
    for id_, exercise in dataset.exercises.items():
        name = exercise.short_name
        if not cards.name_size(name):
            own = name == naming.short_name(exercise.name)
            cut = next(cut for cut in range(1, len(name)) if cards.name_size(name[:-cut].rstrip()))
            yield Problem(
                ("exercises", id_, "short_name"),
                say("is of letters too wide for one line of the card."),
                say('Write a "short_name:" that is shorter by {cut}.', cut=cut)
                if own
                else say("Shorten it by {cut}.", cut=cut),
            )


def a_card_has_room_for_wide_letters(dataset: Dataset) -> Iterator[Problem]:
    """With the exercise's own dose, and with each that a routine gives it."""
    for id_, exercise in dataset.exercises.items():
        yield from _card(dataset, ("exercises", id_, "dose"), exercise, None)
    for routine in dataset.routines.values():
        for where, step in places(routine):
            if (step.start, step.goal) != (step.exercise.start, step.exercise.goal):
                yield from _card(dataset, (*where, "dose"), step.exercise, step)


def a_card_has_room_for_a_note(dataset: Dataset) -> Iterator[Problem]:
    """What a routine says of a step, such as where to stop, is never left out of its card."""
    for routine in dataset.routines.values():
        for where, step in places(routine):
            texts = card_texts(dataset, step.exercise, step)
            if not step.note or cards.fits(texts, ANY_ADDRESS):
                continue
            note, room = cards.facts(texts, cards.LEAST)["Note"], cards.room_for_note(texts, ANY_ADDRESS)
            if room < note.takes and cards.fits(card_texts(dataset, step.exercise), ANY_ADDRESS):
                yield Problem(
                    (*where, "note"),
                    say(
                        "takes {takes} lines of the card, and the texts of exercise {id} leave room for {number}.",
                        takes=note.takes,
                        id=quoted(step.exercise.id),
                        number=max(0, room),
                    ),
                    say("Shorten it by {over_lines}.", over_lines=note.over_lines(room))
                    if room > 0
                    else say("Take it out, or shorten those texts."),
                    at_key=True,
                )


def _card(dataset: Dataset, dose: Place, exercise: Exercise, step: Step | None) -> Iterator[Problem]:
    """Without the note of a step, of which another rule speaks."""
    texts = card_texts(dataset, exercise, step and replace(step, note=""))
    if cards.fits(texts, ANY_ADDRESS):
        return
    takes, room = cards.dose_takes(texts, SMALLEST), cards.room_for_dose(texts, ANY_ADDRESS)
    if step or room >= USUAL_DOSE:
        some = f"{takes} line{'s' if takes > 1 else ''}"
        said = say("in words it takes {some} of the card; its other texts leave room for {room}.", some=some, room=room)
        yield Problem(dose, said, say("Leave {can_go} out.", can_go=can_go(step or exercise)), at_key=True)
    elif not step:
        where: Place = ("exercises", exercise.id)
        steps = "short_steps" if exercise.short_steps else "instructions"
        parts = {(*where, steps, number): part for number, part in enumerate(cards.steps(texts, cards.LEAST))}
        for label, part in cards.facts(texts, cards.LEAST).items():
            if label in cards.PLACES:
                parts[(*where, *cards.PLACES[label])] = part
        yield from _too_wide(parts)


def _too_wide(parts: dict[Place, Part]) -> Iterator[Problem]:
    for where, part in parts.items():
        if part.takes > part.fit and len(part.text) <= part.usual:
            yield Problem(
                where,
                say(
                    "has words so wide that it takes {takes} lines of the {card}; at most {fit} {fits}.",
                    takes=part.takes,
                    card=CARD,
                    fit=part.fit,
                    fits="fits" if part.fit == 1 else "fit",
                ),
                say("Shorten it by {over}.", over=part.over),
                at_key=True,
            )
