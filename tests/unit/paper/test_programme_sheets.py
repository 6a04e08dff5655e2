"""The sheet of a programme for the wall: its rows, its boxes, and how many sheets it takes."""

from dataclasses import replace
from pathlib import Path

import pytest

from limber.dataset.load import load
from limber.model.nouns import Range
from limber.paper import measure
from limber.paper.layout import HEIGHT, SMALLEST, WIDTH, lines
from limber.paper.printing import Printing
from limber.paper.programme_sheets import ProgrammeSheet, row_height

DATASET = load(Path(__file__).parents[2] / "support" / "programmes.yaml")
ADDRESS = "coach.example/programmes/some"


@pytest.fixture(params=DATASET.programmes)
def programme(request):
    return DATASET.programmes[request.param]


def test_programme_fits_one_sheet_in_large_type(programme):
    layout = ProgrammeSheet(programme, ADDRESS).layout
    assert (layout.size, len(layout.sheets)) == (11, 1)


def test_phases_show_what_is_new_to_do_where_the_sheet_has_room_in_readable_type(library):
    (programme,) = library.programmes.values()
    sheet = ProgrammeSheet(programme, ADDRESS)
    assert sheet.layout.pictured and sheet.layout.size >= 9.5 and len(sheet.layout.sheets) == 1
    shown = [each.id for row in sheet.rows for each in row.exercises]
    sessions = [session for phase in programme.phases for session in phase.sessions]
    assert sorted(shown) == sorted({step.exercise.id for each in sessions for step in each.routine.steps})
    growth = replace(programme, care=programme.care * 9)
    assert not ProgrammeSheet(growth, ADDRESS).layout.pictured


def test_title_is_smaller_where_a_usual_one_takes_a_second_line_beside_the_code():
    programme = DATASET.programmes["knee-at-home"]
    beside = WIDTH - measure.ADDRESS - measure.GAP
    for words in range(2, 14):
        name = " ".join(["Knee"] * words)
        smaller = ProgrammeSheet(replace(programme, name=name), ADDRESS).layout.long_title
        assert smaller == (lines(name, beside, 20, bold=True) > 1), name


def test_each_session_has_a_box_for_each_of_its_days():
    rows = ProgrammeSheet(DATASET.programmes["marathon-strength"]).rows
    assert [[session.boxes for session in row.sessions] for row in rows] == [[(2,)]] * 12
    *_, last = ProgrammeSheet(DATASET.programmes["knee-at-home"]).rows
    assert [session.boxes for session in last.sessions] == [(4,) * 8, (4,) * 8, (7,) * 8]


def test_boxes_of_a_row_stand_all_beside_or_all_below_their_texts_week_below_week():
    rows = ProgrammeSheet(DATASET.programmes["knee-at-home"]).rows
    assert [row.boxes_below for row in rows] == [False] * 4 + [True] * 2
    first, *_, open_end, last = ([row.lines_of_boxes(each) for each in row.sessions] for row in rows)
    assert [[list(line) for line in lines] for lines in first] == [[[7]], [[3]], [[7]]]
    assert open_end == [[[7] * 4], [[3] * 4], [[7] * 4]]
    assert last == [[[4] * 4] * 2, [[4] * 4] * 2, [[7] * 4] * 2]


def test_lines_of_boxes_hold_about_as_many_weeks_and_what_is_missing_in_the_last_is_left_blank():
    *_, row = ProgrammeSheet(DATASET.programmes["knee-at-home"]).rows
    nine = replace(row, sessions=tuple(replace(each, boxes=each.boxes[:1] * 9) for each in row.sessions))
    assert nine.lines_of_boxes(nine.sessions[0]) == [[4] * 3] * 3
    seven = replace(row, sessions=tuple(replace(each, boxes=each.boxes[:1] * 7) for each in row.sessions))
    assert seven.lines_of_boxes(seven.sessions[0]) == [[4] * 4, [4] * 3 + [0]]


def test_row_is_as_high_as_the_name_of_its_weeks():
    *_, row = ProgrammeSheet(DATASET.programmes["marathon-strength"]).rows
    assert replace(row, label="Weeks 1000–1004").height(11) > row.height(11)


def test_first_row_of_a_phase_says_when_and_each_what_is_new():
    first, second, *_ = ProgrammeSheet(DATASET.programmes["marathon-strength"]).rows
    (session,) = first.sessions
    assert (session.name, session.when) == ("Runner strength", "Tuesday and Thursday, about 33–38\u202fmin.")
    assert [name for name, _ in session.doses] == ["Back squat"]
    (session,) = second.sessions
    assert (session.name, session.when, len(session.doses)) == ("", "", 1)


def test_more_weeks_than_a_sheet_holds_go_on_to_another_and_a_note_says_so():
    programme = DATASET.programmes["marathon-strength"]
    (growth,) = programme.growths
    growth = replace(growth, more=1, limit=500)
    long = replace(programme, growths=(growth,), phases=(replace(programme.phases[0], weeks=Range(1, 104)),))
    sheet = ProgrammeSheet(long, ADDRESS)
    assert sheet.layout.size == SMALLEST
    assert len(sheet.layout.sheets) > 1
    assert [row for rows in sheet.layout.sheets for row in rows] == list(sheet.rows)
    for rows in sheet.layout.sheets:
        assert sum(row_height(row, SMALLEST) for row in rows) <= HEIGHT
    (note,) = Printing(replace(DATASET, programmes={long.id: long}), "https://coach.example/").notes()
    assert note.startswith(f'Note: programme "marathon-strength", line {long.line}, has 104 rows of weeks')
