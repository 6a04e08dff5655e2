"""Rules on what must fit on paper: texts that no sheet or card has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from limber import programme_weeks, wording
from limber.dataset.problem import Place, Problem, listed, say
from limber.dataset.rules.dispensable import can_go
from limber.dataset.rules.step_places import places
from limber.model.nouns import Dataset, Exercise, Routine, Step
from limber.paper import cards, sheets
from limber.paper.layout import AN_ADDRESS, ANY_ADDRESS, BUDGETS, DOSE, MOST_DOSE_LINES, SMALLEST, dose_lines
from limber.paper.programme_sheets import ProgrammeSheet, row_height
from limber.paper.sheets import ON_ONE_SHEET
from limber.paper.texts import card_kit, card_texts, sheet_texts, step_dose

SHEET, CARD, WALL = "cheat sheet", "card", "sheet for the wall"
NAMES = 'Take a substitute out, or shorten names in "equipment:"'


def a_routine_fits_its_cheat_sheet(dataset: Dataset) -> Iterator[Problem]:
    """What stands around the steps: rules for moving on and stopping, what is needed, the source."""
    for id_, routine in dataset.routines.items():
        texts, where = sheet_texts(dataset, routine), ("routines", id_)
        parent = dataset.routines.get(routine.core_of)
        if not parent or parent.moving_on != routine.moving_on:
            yield from _too_long(texts.moving_on, "moving_on", (*where, "moving_on"), SHEET)
        if not parent or parent.stop_signs != routine.stop_signs:
            yield from _too_long(texts.stop_signs, "stop_signs", (*where, "stop_signs"), SHEET)
        if parent:
            continue
        parts = 'Shorten its author, title or publisher in "sources:"'
        yield from _too_long(
            texts.source, "source", (*where, "source", "work"), SHEET, "the line that names it ", parts
        )
        yield from _too_long(
            texts.kit,
            "kit",
            where,
            SHEET,
            "the list of what is needed ",
            NAMES,
        )


def a_programme_fits_its_sheet(dataset: Dataset) -> Iterator[Problem]:
    """What stands below its weeks, and the weeks of each phase, which go on to another sheet, but not within a row."""
    for id_, programme in dataset.programmes.items():
        where = ("programmes", id_)
        sheet = ProgrammeSheet(programme, AN_ADDRESS)
        yield from _too_long(sheet.care, "programme_care", (*where, "care"), WALL)
        yield from _too_long(sheet.stop_signs, "programme_stop_signs", (*where, "stop_signs"), WALL)
        highest: dict[int, float] = {}
        for weeks, row in zip(programme_weeks.programme_weeks(programme), sheet.rows, strict=True):
            phase = weeks.phase.number - 1
            highest[phase] = max(highest.get(phase, 0), row_height(row, SMALLEST))
        for phase, height in highest.items():
            if height > sheet.room:
                yield Problem(
                    (*where, "phases", phase, "sessions"),
                    say(
                        "its weeks take {height} mm of the {wall}; at most {room} fit.",
                        height=f"{height:.0f}",
                        wall=WALL,
                        room=f"{sheet.room:.0f}",
                    ),
                    say("Leave doses of their own out, or put some of these sessions into a programme of their own."),
                    at_key=True,
                )


def a_dose_fits_its_line(dataset: Dataset) -> Iterator[Problem]:
    """Start dose and goal dose stand in one cell, with the side and the pauses. A full sheet has less room for it."""
    for id_, exercise in dataset.exercises.items():
        words = wording.dose_pair(exercise.start, exercise.goal, exercise)
        yield from _dose(("exercises", id_, "dose"), words, exercise, MOST_DOSE_LINES)
    for routine in dataset.routines.values():
        long = [(where, step) for where, step in places(routine) if _lines(step_dose(step)) > BUDGETS["dose_lines"]]
        is_full = bool(long) and len(routine.steps) <= ON_ONE_SHEET and not _fits_one_sheet(dataset, routine)
        fit, why = (BUDGETS["dose_lines"], ", for the sheet is full") if is_full else (MOST_DOSE_LINES, "")
        for where, step in long:
            own = (step.start, step.goal) != (step.exercise.start, step.exercise.goal)
            if own or step.how_often or step.rest_after_seconds or is_full:
                yield from _dose((*where, "dose") if own else where, step_dose(step), step, fit, why)


def an_exercise_fits_its_card(dataset: Dataset) -> Iterator[Problem]:
    """A card takes the first of each kind: where to feel it, the most common fault, the first stop sign."""
    for id_, exercise in dataset.exercises.items():
        where = ("exercises", id_)
        yield from _steps(dataset, where, exercise)
        if exercise.feel_here:
            yield from _too_long(exercise.feel_here[0], "feel", (*where, "feel", "here", 0), CARD)
        for fault in exercise.faults[:1]:
            yield from _too_long(f"{fault.fault} {fault.fix}", "fault", (*where, "faults", 0), CARD, "with its fix ")
        for key, texts in (("easier", exercise.easier), ("harder", exercise.harder)):
            if texts:
                yield from _too_long(texts[0], key, (*where, key, 0), CARD)
        yield from _too_long(card_kit(exercise.equipment), "card_kit", (*where, "equipment"), CARD, "the list ", NAMES)
        yield from _too_long(exercise.stop_signs[0], "stop_sign", (*where, "stop_signs", 0), CARD)


def _fits_one_sheet(dataset: Dataset, routine: Routine) -> bool:
    return bool(sheets.smallest(sheet_texts(dataset, routine), AN_ADDRESS).shares(1))


def _lines(words: tuple[Sequence[str], Sequence[str]]) -> int:
    """Lines that a dose takes on a sheet, at the smallest type."""
    return dose_lines(*words, DOSE, SMALLEST)


def _dose(
    where: Place, words: tuple[Sequence[str], Sequence[str]], of: Exercise | Step, fit: int, why: str = ""
) -> Iterator[Problem]:
    amounts, side = words
    takes = _lines(words)
    if takes > fit:
        count = len(" ".join((*amounts, *side)))
        yield Problem(
            where,
            say(
                "in words it has {count} characters, which take {takes} lines of the cheat sheet; at most {fit} "
                "fit{why}.",
                count=count,
                takes=takes,
                fit=fit,
                why=why,
            ),
            say("Leave {can_go} out, and say it in a text of the exercise.", can_go=can_go(of)),
            at_key=True,
        )


def _steps(dataset: Dataset, where: Place, exercise: Exercise) -> Iterator[Problem]:
    """Without short steps, a card takes the instructions: if they are short, or its other texts leave them room."""
    most, longest = BUDGETS["card_steps"], BUDGETS["card_step"]
    texts = exercise.instructions
    if exercise.short_steps or cards.fits(card_texts(dataset, exercise), ANY_ADDRESS):
        return
    long = [(number, len(text)) for number, text in enumerate(texts, 1) if len(text) > longest]
    faults = [f"step {number} has {count} characters" for number, count in long]
    if len(texts) > most:
        faults.insert(0, f"there are {len(texts)} steps")
    if faults:
        yield Problem(
            (*where, "instructions"),
            say(
                "{faults}; a card has room for {most} steps of {longest} characters.",
                faults=listed(faults),
                most=most,
                longest=longest,
            ),
            say(
                'Add "short_steps:" below, with three to {most} steps of at most {longest} characters, for the card.',
                most=most,
                longest=longest,
            ),
            at_key=True,
        )


def _too_long(text: str, budget: str, where: Place, paper: str, what: str = "", tip: str = "") -> Iterator[Problem]:
    count, most = len(text), BUDGETS[budget]
    if count > most:
        yield Problem(
            where,
            say(
                "{what}has {count} characters for the {paper}; at most {most} fit.",
                what=what,
                count=count,
                paper=paper,
                most=most,
            ),
            say("{tip} by {count}.", tip=tip or "Shorten it", count=count - most),
            at_key=True,
        )
