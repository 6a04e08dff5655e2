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


@cases(*ALL)
def test_each_sheet_has_its_size_nothing_in_its_margin_and_no_words_on_each_other(prints, case):
    printed, (width, height) = prints[case], PAPERS[case.paper]
    said = [float(each) / 72 * 25.4 for each in printed.info["Page size"].split()[:3:2]]
    assert said == pytest.approx(PAPERS[case.paper], abs=0.7)
    for number, sheet in enumerate(printed.sheets):
        assert sheet, f"sheet {number + 1} is blank"
        assert _margin(printed, number, case) >= MARGIN
        out = [
            word.text for word in sheet if min(word.left, word.top, width - word.right, height - word.bottom) < MARGIN
        ]
        assert out == []
        assert collisions(sheet) == []


@cases("full-sheet", "full-cards")
def test_margin_of_8_mm_is_kept_by_printers_of_small_margins_too(prints, case):
    count = len(prints[case].sheets)
    assert count == (1 if case.page == "full-sheet" else 3)
    assert min(_margin(prints[case], number, case) for number in range(count)) >= MARGIN


def _margin(printed, number, case):
    """The least distance, in mm, of ink from an edge of a sheet."""
    (width, height), (left, top, right, bottom) = PAPERS[case.paper], printed.ink(number)
    return min(left, top, width - right, height - bottom)


@cases("sheet", "large")
def test_sheet_takes_the_sheets_it_was_laid_out_on_with_every_word_and_the_code_of_the_routine(
    prints, case, long_dataset, long_site
):
    routine = long_dataset.routines[routine_id(case.count)]
    page = long_site.pages[PAGES[case.page].format(routine.id)]
    laid_out = len(page.every("section", class_="sheet"))
    if case.page == "sheet":
        assert laid_out == (1 if case.count <= 12 else 2), "from 13 exercises on two"
    assert len(prints[case].sheets) == laid_out
    first, *others = prints[case].codes
    assert first == [f"{long_site.address}routines/{routine.id}/"]
    assert others == [[]] * len(others)
    texts = sheet_texts(long_dataset, routine)
    steps = [step.exercise.short_name for step in routine.steps]
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
def test_four_cards_stand_on_a_sheet_with_every_word_and_the_codes_of_their_exercises(
    prints, case, long_site, long_dataset
):
    fours, sides = ceil(case.count / 4), 2 if case.page == "backs" else 1
    assert len(prints[case].sheets) == fours * sides
    exercises = [long_dataset.exercises[exercise_id(number)] for number in range(1, case.count + 1)]
    short = [f"{long_site.address}{each.short_path}" for each in exercises]
    codes = prints[case].codes
    assert codes[::sides] == [sorted(short[at : at + 4]) for at in range(0, case.count, 4)]
    if case.page == "backs":
        assert codes[1::2] == [[]] * fours
    texts = [card_texts(long_dataset, each) for each in exercises]
    on_paper = front if case.page == "cards" else dict
    said = [text for each in texts for text in (*each.steps, *on_paper(each.facts).values())]
    if case.page == "backs":
        said += [text for each in texts for fault in each.faults for text in fault]
    missing = words(*said, *(each.short_name for each in exercises)) - printed_words(prints[case])
    assert missing == Counter()


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
