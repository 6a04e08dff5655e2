"""How routines lie on paper: sizes, sheets and limits, worked out from the texts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from limber import wording
from limber.model.nouns import Dose, Fault, Group, Range
from limber.paper import cards, measure, plans, sheets
from limber.paper.layout import BUDGETS, DOSE, NOTE, SMALLEST, dose_lines
from limber.paper.printing import Printing
from limber.paper.texts import card_texts, sheet_texts

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "sheets.json").read_text("utf-8"))
SITE = "https://coach.example/"
LONGEST_ADDRESS = "coach.example/" + "physiotherapy/" * 8


def words(count):
    """Running text of exactly so many characters."""
    said = "Keep both hips level while the long muscles around your ankle stay quiet and warm and slow " * 9
    return said[: count - 1].rstrip().ljust(count - 1, "m") + "."


def longest(exercise):
    """The exercise with the longest texts that are permitted."""
    half = BUDGETS["fault"] // 2
    dose = Dose(
        Range.of(2),
        Range(6, 8),
        alternative=Dose(hold_seconds=Range.of(30)),
        rest_seconds=Range.of(60),
        tempo="2-1-2-0",
    )
    changed = replace(
        exercise,
        short_name="W" + "mi" * 11 + "n",
        cues=(words(90),),
        short_steps=(words(BUDGETS["card_step"]),) * BUDGETS["card_steps"],
        feel_here=(words(BUDGETS["feel"]),),
        faults=(Fault(words(half), words(half - 1)),),
        easier=(words(BUDGETS["easier"]),),
        harder=(words(BUDGETS["harder"]),),
        stop_signs=(words(BUDGETS["stop_sign"]),),
        laterality="unilateral",
        limb="shoulder",
        start=dose,
        goal=replace(dose, sets=Range.of(3), reps=Range(10, 12)),
    )
    amounts, side = wording.dose_pair(changed.start, changed.goal, changed)
    assert dose_lines(amounts, side, DOSE, SMALLEST) == BUDGETS["dose_lines"]
    return changed


@pytest.fixture
def routine_of(dataset):
    """Makes a routine with so many steps, of the site's own texts or of the longest."""

    def make(count, long=False):
        whole = dataset.routines["foot-and-hip"]
        steps = (whole.steps * 6)[:count]
        if long:
            steps = [
                replace(step, exercise=(it := longest(step.exercise)), start=it.start, goal=it.goal, note="")
                for step in steps
            ]
            texts = {key: (words(BUDGETS[key]),) for key in ("moving_on", "stop_signs")}
            whole = replace(whole, name=words(60), how_often=words(60), **texts)
        return replace(whole, steps=tuple(replace(step, number=at) for at, step in enumerate(steps, 1)))

    return make


def with_notes(routine):
    """The routine with the longest note on each step."""
    return replace(routine, steps=tuple(replace(step, note=words(NOTE)) for step in routine.steps))


def layout(dataset, routine, large=False):
    texts = sheet_texts(dataset, routine)
    if len(texts.moving_on) == BUDGETS["moving_on"]:  # a routine of the longest texts: what is derived is long, too
        vars(texts).update(kit=words(BUDGETS["kit"]), source=words(BUDGETS["source"]))
        vars(texts).update(short_version=words(115), legend=words(230))
    return sheets.layout(texts, LONGEST_ADDRESS, large)


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("count", range(3, 13))
def test_routine_of_3_to_12_exercises_takes_one_sheet_at_8_points_or_more(dataset, routine_of, count, long):
    made = layout(dataset, routine_of(count, long))
    assert [list(sheet.steps) for sheet in made.sheets] == [list(routine_of(count, long).steps)]
    assert made.style.size >= 8
    assert made.style.with_cue or made.style.with_steps


def test_seven_exercises_have_steps_of_10_points_and_poses_of_22_mm(dataset, routine_of):
    style = Printing(dataset, SITE).layout(routine_of(7)).style
    assert style.with_steps and style.size >= 10 and style.pose >= 22
    long = routine_of(7)
    german = ("Langsam rollen, an verspannten Stellen bleiben",) * 4 + ("Fuß wechseln",)
    steps = [replace(each, exercise=replace(each.exercise, short_steps=german)) for each in long.steps]
    assert Printing(dataset, SITE).layout(replace(long, id="long", steps=tuple(steps))).style.in_columns


@pytest.mark.parametrize("long", [False, True])
def test_fewer_exercises_are_set_larger(dataset, routine_of, long):
    styles = [sheets.STYLES.index(layout(dataset, routine_of(count, long)).style) for count in range(3, 13)]
    assert styles == sorted(styles)
    assert sheets.STYLES[styles[0]].pose >= 22 > 15 > sheets.STYLES[styles[-1]].pose


def test_few_exercises_leave_room_for_their_steps_and_for_notes(dataset, routine_of):
    made = layout(dataset, routine_of(1))
    assert made.style.with_steps
    assert made.sheets[0].notes > 0


def test_instructions_stand_in_place_of_short_steps(dataset, routine_of):
    step = routine_of(1).steps[0]
    bare = replace(step.exercise, short_steps=(), instructions=("Lift your toes.", "Let them rest."))
    assert Printing(dataset).short_steps(bare) == ["Lift your toes", "Let them rest"]
    assert Printing(dataset).short_steps(step.exercise) == step.exercise.short_steps


def test_steps_without_figures_have_no_room_for_any(dataset, routine_of):
    steps = tuple(replace(step, exercise=replace(step.exercise, figure=None)) for step in routine_of(7).steps)
    assert layout(dataset, replace(routine_of(7), steps=steps)).style.pose == 0
    some = (*steps[1:], routine_of(1).steps[0])
    assert layout(dataset, replace(routine_of(7), steps=some)).style.pose > 0


@pytest.mark.parametrize("count", [13, 20, 24])
def test_routine_of_13_exercises_or_more_takes_two_sheets(dataset, routine_of, count):
    made = layout(dataset, routine_of(count))
    assert [sheet.number for sheet in made.sheets] == [1, 2]
    assert [step.number for sheet in made.sheets for step in sheet.steps] == list(range(1, count + 1))


def test_longest_routine_loses_no_step(dataset, routine_of):
    made = layout(dataset, routine_of(40, long=True))
    assert [step.number for sheet in made.sheets for step in sheet.steps] == list(range(1, 41))
    assert all(sheet.steps for sheet in made.sheets)


@pytest.mark.parametrize("count", range(3, 13))
def test_rows_of_large_print_are_about_as_high_as_on_the_fullest_sheet(dataset, routine_of, count):
    texts = sheet_texts(dataset, routine_of(count))
    made = sheets.layout(texts, "coach.example/routines/foot-and-hip", large=True)
    rooms = measure.Measure(texts, "coach.example/routines/foot-and-hip", made.style).rooms(len(made.sheets))
    fullest = min(room / len(sheet.steps) for room, sheet in zip(rooms, made.sheets, strict=True))
    for room, sheet in zip(rooms, made.sheets, strict=True):
        assert room / (len(sheet.steps) + sheet.notes) >= sheets.EVEN * fullest - 0.01


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize("long", [False, True])
def test_large_print_keeps_its_steps_and_loses_none(dataset, routine_of, count, long):
    made = layout(dataset, routine_of(count, long), large=True)
    assert made.style.size >= 14 and made.style.with_steps
    assert [step.number for sheet in made.sheets for step in sheet.steps] == list(range(1, count + 1))


def test_large_print_has_steps_of_15_points_or_more_on_as_few_sheets_as_hold_them(dataset, routine_of):
    texts = {count: sheet_texts(dataset, routine_of(count)) for count in range(1, 8)}
    made = {
        count: sheets.layout(each, "coach.example/routines/foot-and-hip", large=True) for count, each in texts.items()
    }
    assert [len(made[count].sheets) for count in (1, 2, 3, 7)] == [1, 1, 2, 3]
    assert made[7].style.pose >= 40 and made[7].style.size >= 16
    assert min(each.style.pose for each in made.values()) >= 34
    assert min(each.style.size for each in made.values()) >= 15


def test_longest_texts_fit_a_card_at_8_points(dataset):
    for exercise in dataset.exercises.values():
        texts = card_texts(dataset, longest(exercise))
        assert cards.fits(texts, LONGEST_ADDRESS)
        assert cards.style([texts], [LONGEST_ADDRESS]).figure < 40
        assert not cards.fits(replace(texts, facts={**texts.facts, "Stop if": words(560)}), LONGEST_ADDRESS)


def test_note_on_a_step_stands_in_place_of_its_cue_whatever_the_type(dataset, routine_of):
    routine = routine_of(12, long=True)
    noted = replace(routine, steps=(replace(routine.steps[0], note="Stop above 3 of 10."), *routine.steps[1:]))
    paper = Printing(dataset)
    assert [paper.said_of(noted.steps[0], with_cue) for with_cue in (True, False)] == ["Stop above 3 of 10."] * 2
    assert paper.said_of(noted.steps[1], with_cue=True) == noted.steps[1].exercise.cues[0]
    assert paper.said_of(noted.steps[1], with_cue=False) == ""


def test_longest_notes_leave_a_routine_on_one_sheet(dataset, routine_of):
    for count in (3, 12):
        assert len(layout(dataset, with_notes(routine_of(count, long=True))).sheets) == 1


def test_large_print_counts_notes_where_it_has_no_room_for_cues(dataset, routine_of):
    routine = routine_of(12, long=True)
    cueless = measure.Measure(sheet_texts(dataset, routine), "", sheets.LAST_LARGE)
    noted = replace(cueless, texts=sheet_texts(dataset, with_notes(routine)))
    assert sum(noted.rows) > sum(cueless.rows)


def test_card_has_the_note_of_its_step_and_counts_it(dataset, routine_of):
    step = replace(routine_of(1, long=True).steps[0], note=words(NOTE))
    texts = card_texts(dataset, step.exercise, step)
    assert texts.facts["Note"] == step.note
    assert "Note" not in card_texts(dataset, step.exercise).facts
    full = replace(texts, facts={**texts.facts, "Group": words(BUDGETS["card_group"]), "You need": words(240)})
    assert not cards.fits(full, LONGEST_ADDRESS)
    assert cards.room_for_note(full, LONGEST_ADDRESS) < cards.facts(full, cards.LEAST)["Note"].takes
    brief = replace(texts, facts={"Note": step.note})
    assert cards.room_for_note(brief, LONGEST_ADDRESS) > cards.facts(brief, cards.LEAST)["Note"].takes


def test_cards_of_a_set_have_one_size(dataset):
    short, long = (card_texts(dataset, make(dataset.exercises["toe-lifts"])) for make in (lambda it: it, longest))
    assert cards.STYLES.index(cards.style([short])) < cards.STYLES.index(cards.style([short, long]))
    assert cards.style([short, long]) == cards.style([long])


def test_cards_of_the_first_routine_have_large_poses_and_type_of_10_points(dataset):
    printing, routine = Printing(dataset, "https://coach.example/"), dataset.routines["foot-and-hip"]
    assert printing.card_style(routine.steps, routine.short_name) == (10, 40)


def test_what_is_not_needed_to_do_an_exercise_is_on_the_back_of_its_card(dataset):
    texts = card_texts(dataset, longest(dataset.exercises["toe-lifts"]))
    assert list(cards.back(texts.facts)) == ["Easier", "Harder"]
    assert {**cards.front(texts.facts), **cards.back(texts.facts)} == dict(texts.facts)


def test_card_of_the_first_routine_can_be_used_alone(dataset):
    """Each has all of when to stop, when not to begin, and how its dose is written; most have room for more."""
    printing, routine = Printing(dataset, "https://coach.example/"), dataset.routines["foot-and-hip"]
    style = printing.card_style(routine.steps, routine.short_name)
    for step in routine.steps:
        exercise = step.exercise
        texts = printing.card(exercise, step, routine.short_name)
        shown = printing.card_front(texts, exercise, style)
        assert shown["Stop if"] == " ".join(exercise.stop_signs)
        assert shown.get("Not if", "") == " ".join(exercise.contraindications)
        assert shown["Key"] == "start → goal"
        assert ("Tempo" in shown) == bool(step.start.tempo)
        assert shown["Routine"] == "Foot and hip"
        assert cards.fits(replace(texts, facts=shown), printing.card_address(exercise), style)


def test_card_without_room_says_that_there_are_more_signs_to_stop(dataset):
    signs = ("Sharp pain.", words(300), words(300))
    texts = card_texts(dataset, replace(longest(dataset.exercises["toe-lifts"]), stop_signs=signs))
    assert cards.filled(texts, "", cards.LEAST)["Stop if"] == "Sharp pain. More: on its page."


def test_card_has_the_full_name_where_one_line_has_room_for_it(dataset):
    exercise, printing = dataset.exercises["toe-lifts"], Printing(dataset)
    assert printing.card_name(exercise) == (exercise.name, 13)
    assert printing.card_name(replace(exercise, name=words(60))) == (exercise.short_name, 14)


def test_set_without_figures_leaves_no_room_for_them(dataset):
    plain = [replace(each, figure=None) for each in dataset.exercises.values()]
    assert Printing(dataset).card_style(plain).figure < 40


def test_coach_hears_of_a_routine_that_takes_two_sheets(dataset, routine_of):
    assert Printing(dataset).notes() == []
    long = replace(dataset, routines={"foot-and-hip": routine_of(14)})
    assert Printing(long).notes() == [
        'Note: routine "foot-and-hip" has 14 exercises, so its cheat sheet takes 2 sheets.'
    ]


def test_coach_hears_of_groups_that_leave_no_room(dataset, routine_of):
    plain = replace(routine_of(12, long=True), moving_on=(words(700),))
    steps = [
        replace(step, group=Group(words(60), step.number, Range.of(3))) if step.number % 2 else step
        for step in plain.steps
    ]
    notes = [
        Printing(replace(dataset, routines={"foot-and-hip": each}), SITE).notes()
        for each in (plain, replace(plain, steps=tuple(steps)))
    ]
    why = "has groups, whose rounds take lines of their own"
    assert notes == [[], [f'Note: routine "foot-and-hip" {why}, so its cheat sheet takes 2 sheets.']]


def test_coach_hears_of_an_address_that_leaves_no_room(dataset, routine_of):
    full = replace(routine_of(12, long=True), moving_on=(words(700),))
    notes = [
        Printing(replace(dataset, routines={"foot-and-hip": full}), f"https://{host}.example/").notes()
        for host in ("coach", "physiotherapy" * 8)
    ]
    said = 'Note: routine "foot-and-hip" has a long address, from SITE_URL, so its cheat sheet takes 2 sheets.'
    assert notes == [[], [said]]


def test_address_is_known_only_where_the_site_will_live(dataset):
    paper = Printing(dataset, "https://coach.example/limber/")
    assert paper.address("exercises/toe-lifts/") == "coach.example/limber/exercises/toe-lifts"
    assert paper.code("exercises/toe-lifts/").startswith("<svg")
    assert Printing(dataset).address("exercises/toe-lifts/") == ""


def test_exercise_in_no_routine_has_its_card_on_the_list_of_cards(dataset):
    assert Printing(dataset).without_routine() == []
    left = Printing(replace(dataset, routines={})).without_routine()
    assert left == list(dataset.exercises.values())


def test_a_plans_script_has_the_measures_of_the_vectors():
    assert json.loads(json.dumps(plans.measures())) == VECTORS["measures"]


@pytest.mark.parametrize("vector", VECTORS["shares"])
def test_sheets_hold_what_the_vectors_say(vector):
    rooms = measure.rooms(vector["head"], vector["above"], vector["foot"], vector["sheets"])
    shares = measure.shares(rooms, vector["rows"])
    assert (shares is None) == (vector["shares"] is None)
    held = list(map(list, zip(shares, sheets.notes(rooms, vector["rows"], shares), strict=True))) if shares else []
    assert held == (vector["shares"] or [])
