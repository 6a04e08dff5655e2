"""Sheets and cards with the longest permitted texts, as browsers print them: read back from the printed files."""

from collections import Counter
from math import ceil

import pytest

import printers
from limber.dataset.load import load
from limber.paper.cards import front
from limber.paper.texts import card_texts, sheet_texts
from longest_texts import exercise_id, routine_id
from paper_prints import PAGES, cases, collisions, printed_words, words
from printed import squeezed

MARGIN = 8.0  # mm
PAPERS = printers.PAPERS
ALL = ("sheet", "large", "cards", "backs")


@pytest.fixture(scope="module")
def long_dataset(long_site):
    project = long_site.folder.parent
    return load(project / "data" / "exercises.yaml", project / "content")


@cases("sheet")
def test_a_routine_takes_one_sheet_and_from_13_exercises_on_two(prints, case):
    assert len(prints[case].sheets) == (1 if case.count <= 12 else 2)


@cases("large")
def test_large_print_takes_as_many_sheets_as_it_was_laid_out_on(prints, case, long_site):
    page = long_site.pages[PAGES["large"].format(routine_id(case.count))]
    assert len(prints[case].sheets) == len(page.every("section", class_="sheet"))


@cases("cards", "backs")
def test_four_cards_stand_on_a_sheet(prints, case):
    assert len(prints[case].sheets) == ceil(case.count / 4) * (2 if case.page == "backs" else 1)


@cases(*ALL)
def test_paper_has_the_size_that_was_asked_for(prints, case):
    said = [float(each) / 72 * 25.4 for each in prints[case].info["Page size"].split()[:3:2]]
    assert said == pytest.approx(PAPERS[case.paper], abs=0.7)


@cases(*ALL)
def test_nothing_is_printed_in_the_margin(prints, case):
    width, height = PAPERS[case.paper]
    for number, sheet in enumerate(prints[case].sheets):
        assert sheet, f"sheet {number + 1} is blank"
        left, top, right, bottom = prints[case].ink(number)
        assert min(left, top, width - right, height - bottom) >= MARGIN
        out = [
            word.text for word in sheet if min(word.left, word.top, width - word.right, height - word.bottom) < MARGIN
        ]
        assert out == []


@cases("full-sheet", "full-cards")
def test_margin_of_8_mm_is_kept_by_printers_of_small_margins_too(prints, case):
    width, height = PAPERS[case.paper]
    assert len(prints[case].sheets) == (1 if case.page == "full-sheet" else 3)
    for number in range(len(prints[case].sheets)):
        left, top, right, bottom = prints[case].ink(number)
        assert min(left, top, width - right, height - bottom) >= MARGIN


@cases(*ALL)
def test_no_words_stand_on_each_other(prints, case):
    assert [collisions(sheet) for sheet in prints[case].sheets] == [[]] * len(prints[case].sheets)


@cases("sheet", "large")
def test_sheet_holds_every_word(prints, case, long_dataset, long_site):
    routine = long_dataset.routines[routine_id(case.count)]
    texts = sheet_texts(long_dataset, routine)
    steps = [step.exercise.short_name for step in routine.steps]
    page = long_site.pages[PAGES[case.page].format(routine.id)]
    if routine.steps[0].exercise.cues[0] in page.text:  # where the short steps stand, there may be no room
        steps += [step.exercise.cues[0] for step in routine.steps]
    around = (
        routine.name,
        routine.how_often,
        texts.moving_on,
        texts.stop_signs,
        texts.kit,
        texts.disclaimer,
        texts.short_version,
    )
    missing = words(*steps, *around) - printed_words(prints[case])
    assert missing == Counter()
    assert squeezed(texts.source) in prints[case].text


@cases("cards", "backs")
def test_card_holds_every_word(prints, case, long_dataset):
    routine = long_dataset.routines[routine_id(case.count)]
    texts = [card_texts(long_dataset, step.exercise) for step in routine.steps]
    on_paper = front if case.page == "cards" else dict
    said = [text for each in texts for text in (*each.steps, *on_paper(each.facts).values())]
    if case.page == "backs":
        said += [text for each in texts for fault in each.faults for text in fault]
    missing = words(*said, *(step.exercise.short_name for step in routine.steps)) - printed_words(prints[case])
    assert missing == Counter()


@cases("sheet", "large")
def test_code_on_the_first_sheet_leads_to_the_routine(prints, case, long_site):
    first, *others = prints[case].codes
    assert first == [f"{long_site.address}routines/{routine_id(case.count)}/"]
    assert others == [[]] * len(others)


@cases("cards", "backs")
def test_code_on_each_card_has_the_short_address_of_its_exercise(prints, case, long_site, long_dataset):
    ids = [exercise_id(number) for number in range(1, case.count + 1)]
    short = {id_: long_dataset.exercises[id_].short_path for id_ in ids}
    fours = [sorted(f"{long_site.address}{short[id_]}" for id_ in ids[at : at + 4]) for at in range(0, case.count, 4)]
    fronts = prints[case].codes[:: 2 if case.page == "backs" else 1]
    assert fronts == fours


@cases("backs")
def test_back_of_a_sheet_has_no_code(prints, case):
    assert prints[case].codes[1::2] == [[]] * ceil(case.count / 4)


HIGH = {("chromium", "A4"): 138, ("firefox", "A4"): 127, ("chromium", "Letter"): 127}
"""Millimetres of a card where a browser tells a page how high its paper is; what all hold, elsewhere."""


@cases("cards")
def test_cut_marks_of_four_cards_bound_a_block_that_fills_the_paper(prints, case):
    if case.count < 4:
        return
    left, top, right, bottom = prints[case].ink()
    scale = (right - left) / 186
    assert 0.995 <= scale <= (1.04 if case.engine == "webkit" else 1.005), "WebKit enlarges to the page's width"
    high = 2 * HIGH.get((case.engine, case.paper), 123.5)
    assert bottom - top == pytest.approx(high * scale, abs=0.7)


def test_build_says_which_routines_take_two_sheets(long_site):
    said = (long_site.folder.parent / "said.txt").read_text("utf-8").splitlines()
    said = [line for line in said if "published.txt" not in line]  # which says that these routines are new
    assert said == [f'Note: routine "{routine_id(13)}" has 13 exercises, so its cheat sheet takes 2 sheets.']


@cases("wide-sheet", "wide-cards")
def test_words_of_wide_letters_do_not_meet(prints, case):
    sheets = prints[case].sheets
    assert [collisions(sheet) for sheet in sheets] == [[]] * (1 if case.page == "wide-sheet" else 3)
