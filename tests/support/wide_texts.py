"""Makes routines of wide letters and words, as long as the rules allow."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from limber.dataset.problem import Problem
from limber.dataset.rules import paper, widths
from limber.model.nouns import Dataset, Exercise, Fault
from limber.paper import cards
from limber.paper.layout import BUDGETS
from longest_texts import WORDS

KINDS = {
    "usual": WORDS,
    "W": "WWWW WW WWWWWW WWW WWWWW",
    "one word of W": "W" * 500,
    "m": "mmm mmmmm mm mmmmmmm mmmm",
    "capitals": "MOVE BOTH ARMS DOWN AND WAIT WITH WARM HANDS WHILE YOU BREATHE OUT",
    "compounds": "Oberschenkelrückseite Hüftbeugermuskulatur Schultergürtelstreckung Fußgewölbekräftigung",
    "Chinese": "肩膀放松慢慢呼气保持骨盆稳定" * 40,
    "Russian": "медленно поднимайте бедро широкой дугой и держите плечи мягкими пожалуйста",
}
RULES = (
    paper.a_routine_fits_its_cheat_sheet,
    paper.an_exercise_fits_its_card,
    widths.a_name_fits_the_head_of_a_card,
    widths.a_card_has_room_for_wide_letters,
)
SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)


def problems(dataset: Dataset) -> list[Problem]:
    """What the rules for paper find."""
    return [problem for rule in RULES for problem in rule(dataset)]


def fullest(dataset: Dataset, kind: str, count: int) -> tuple[float, Dataset]:
    """The share of their budgets that texts of a kind may fill, and a routine of so many steps of such texts."""
    made = ((share, filled(dataset, kind, count, share)) for share in SHARES)
    return next((share, it) for share, it in made if not problems(it))


def filled(dataset: Dataset, kind: str, count: int, share: float) -> Dataset:
    """A routine of so many steps whose texts have this share of the characters that they may have."""

    def said(most: int) -> str:
        words, text = cycle(KINDS[kind].split()), ""
        while len(text) < most * share:
            text += next(words) + " "
        return text[: int(most * share)].rstrip()

    whole = next(each for each in dataset.routines.values() if not each.core_of)
    exercises = {f"wide-{number}": _wide(whole.steps[0].exercise, f"wide-{number}", said) for number in range(count)}
    steps = tuple(
        replace(whole.steps[0], number=number, exercise=exercise, start=exercise.start, goal=exercise.goal, note="")
        for number, exercise in enumerate(exercises.values(), 1)
    )
    routine = replace(
        whole,
        id="wide",
        name=said(60),
        how_often=said(60),
        moving_on=(said(BUDGETS["moving_on"]),),
        stop_signs=(said(BUDGETS["stop_signs"]),),
        steps=steps,
        credit=None,
    )
    return replace(dataset, exercises=exercises, routines={"wide": routine})


def _wide(exercise: Exercise, id_: str, said) -> Exercise:  # type: ignore[no-untyped-def]
    return replace(
        exercise,
        id=id_,
        short_name=_fitting(said(24)),
        cues=(said(90),),
        short_steps=(said(BUDGETS["card_step"]),) * BUDGETS["card_steps"],
        feel_here=(said(BUDGETS["feel"]),),
        faults=(Fault(said(BUDGETS["fault"] // 2), said(BUDGETS["fault"] // 2 - 1)),),
        easier=(said(BUDGETS["easier"]),),
        harder=(said(BUDGETS["harder"]),),
        stop_signs=(said(BUDGETS["stop_sign"]),),
    )


def _fitting(name: str) -> str:
    """As much of a name as fits the head of a card, so that not the names alone say how full the rest may be."""
    return next(name[:end].rstrip() for end in range(len(name), 0, -1) if cards.name_size(name[:end].rstrip()))
