"""The eight published programmes as a site: each dose and each round stands wherever a reader or a program looks."""

import json

import pytest

import eight_programmes
from limber import group_wording, wording
from limber.dataset.load import load
from limber.plain_text import plain

IDS = sorted(eight_programmes.dataset()["routines"])
each_routine = pytest.mark.parametrize("id_", IDS)


@pytest.fixture(scope="module")
def routines(programmes_site):
    return load(programmes_site.folder.parent / "data" / "exercises.yaml").routines


def _words(step):
    """A dose as each place that says it whole does, with plain spaces."""
    return plain(wording.dose(step.start, step.exercise))


@each_routine
def test_page_says_each_dose_and_each_round(programmes_site, routines, id_):
    routine = routines[id_]
    page = programmes_site.of(routine)
    steps = page.every("section", class_="routine__step")
    assert len(steps) == len(routine.steps)
    for step, section in zip(routine.steps, steps, strict=True):
        assert wording.amount(step.start) in section.text
        assert wording.amount(step.goal) in section.text
        if step.group:
            assert group_wording.rounds(step.group) in section.text
        for said in group_wording.around(step):
            assert said.lower() in section.text.lower()
    listed = page.one("ol", class_="routine-steps")
    groups = [block for block in routine.blocks if block.group]
    shown = listed.every("li", class_="routine-steps__group")
    assert [len(each.every("li", class_="routine-steps__step")) for each in shown] == [len(b.steps) for b in groups]
    for block, group in zip(groups, shown, strict=True):
        assert group_wording.named(block.group) in group.text


@each_routine
def test_sheet_is_one_side_and_says_each_dose_and_each_round(programmes_site, routines, id_):
    routine = routines[id_]
    page = programmes_site.pages[f"sheets/{id_}/"]
    assert len(page.every("section", class_="sheet")) == 1
    rows = page.every("li", class_="cheat-sheet__step")
    assert len(rows) == len(routine.steps)
    for step, row in zip(routine.steps, rows, strict=True):
        amounts, side = wording.dose_pair(step.start, step.goal, step.exercise)
        for said in (*amounts, *side, *group_wording.around(step)):
            assert said in row.text
        if step.group and step.number == step.group.first:
            assert group_wording.named(step.group) in row.text
        assert step.note in row.text
    grouped = [("cheat-sheet__step--grouped" in row.attributes["class"].split()) for row in rows]
    assert grouped == [step.group is not None for step in routine.steps]


def test_legend_has_the_whole_foot_where_nothing_else_stands_there(programmes_site):
    (only,) = programmes_site.pages["sheets/rotator-cuff/"].one(class_="cheat-sheet__foot").every("div")
    assert only.text.startswith("How to read it.")


@each_routine
def test_how_long_it_takes_begins_with_a_capital_as_all_facts_of_a_sheet(programmes_site, id_):
    facts = programmes_site.pages[f"sheets/{id_}/"].one(class_="cheat-sheet__facts").every("dd")
    assert all(not each.text[0].islower() for each in facts)


@each_routine
def test_cards_say_each_dose_and_the_rounds(programmes_site, routines, id_):
    routine = routines[id_]
    cards = programmes_site.pages[f"cards/{id_}/"].every("article", class_="routine-card")
    assert len(cards) == len(routine.steps)
    for step, card in zip(routine.steps, cards, strict=True):
        for said in wording.dose_pair(step.start, step.goal, step.exercise)[0]:
            assert said in card.text
        if step.group:
            assert group_wording.named(step.group) in card.text
        assert step.note in card.text


@each_routine
def test_api_has_each_dose_and_each_group(programmes_site, routines, id_):
    routine = routines[id_]
    record = json.loads((programmes_site.folder / f"api/v1/routines/{id_}.json").read_text("utf-8"))
    assert [each["start"]["words"] for each in record["steps"]] == [_words(step) for step in routine.steps]
    assert [each.get("how_often", "") for each in record["steps"]] == [step.how_often for step in routine.steps]
    groups = [
        (block.group.name, block.steps[0].number - 1, len(block.steps)) for block in routine.blocks if block.group
    ]
    assert [(each["name"], each["first"], each["size"]) for each in record.get("groups", [])] == groups


@each_routine
def test_calendar_entry_says_each_dose_and_each_round(programmes_site, routines, id_):
    lines = (programmes_site.folder / f"calendar/{id_}.ics").read_bytes().decode().replace("\r\n ", "").splitlines()
    (said,) = (each for each in lines if each.startswith("DESCRIPTION:") and "Start the timer" in each)
    said = said.replace("\\,", ",").replace("\\;", ";")
    for step in routines[id_].steps:
        assert _words(step) in said
        if step.group:
            assert plain(group_wording.named(step.group)) in said


def test_one_dose_is_said_once_where_the_data_has_no_other(programmes_site, routines):
    assert all(step.start == step.goal for step in routines["run-walk"].steps)
    page = programmes_site.of(routines["run-walk"])
    assert [each.text for each in page.every("dt") if "dose" in each.text.lower()] == ["Dose", "Dose"]
    assert "→" not in page.one("ol", class_="routine-steps").text
    both = programmes_site.of(routines["marathon-strength"])
    assert "Start dose" in both.text and "Goal dose" in both.text
