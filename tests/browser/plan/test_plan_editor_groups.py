"""A coach puts exercises into rounds, adds one of their own, and says more of each: all of it is in the link."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from limber import wording
from page_kinds import shown
from plan_checks import checked
from plan_maker import add, add_routine, fragment, link, names, opened

TOGETHER = re.compile("^In rounds with the one before")


@pytest.fixture
def exercises(dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    return [step.exercise for step in whole.steps]


def _step(page, number):
    return page.locator(".plan-fields").nth(number)


def _join(page, number):
    opened(page, number).get_by_role("checkbox", name=TOGETHER).click()


def _rounds(page):
    """What stands above each exercise that begins a group."""
    lines = page.locator(".plan-fields__group > summary").filter(visible=True).all()
    return [each.inner_text().replace("\u202f", " ") for each in lines]


def test_circuit_with_a_note_and_an_own_exercise_opens_in_another_browser(page, new_page, exercises):
    shown(page, "plan/")
    add(page, exercises[0])
    add(page, exercises[1])
    page.get_by_role("button", name="Add your own exercise").click()
    name = page.get_by_label("Name of the exercise").filter(visible=True)
    name.wait_for()
    assert name.evaluate("field => field === document.activeElement"), "it is what a coach says first"
    page.keyboard.type("Tibialis raise")
    _step(page, 2).get_by_label("How it is done").fill("Back at a wall.\nLift both feet.")
    _step(page, 2).get_by_role("combobox", name="Side").select_option("each")
    _join(page, 1)
    page.get_by_text(f"{exercises[1].short_name} is now in rounds with {exercises[0].short_name}").wait_for()
    assert page.evaluate("document.activeElement.name") == "joined", "the focus stays"
    _join(page, 2)
    assert _rounds(page) == ["Rounds: 3 rounds, 60 s rest between rounds"]
    page.locator(".plan-fields__group > summary").first.click()
    group = _step(page, 0)
    group.get_by_role("textbox", name="Name", exact=True).fill("Circuit")
    group.get_by_role("textbox", name=re.compile("^Rounds")).fill("2 - 3")
    second = opened(page, 1)
    second.get_by_role("textbox", name="Note", exact=True).fill("Slowly, and never into pain.")
    second.get_by_role("textbox", name=re.compile("^How often")).fill("Twice a day")
    second.get_by_role("spinbutton", name=re.compile("^Rest afterwards")).fill("90")
    page.keyboard.press("Tab")
    assert _rounds(page) == ["Circuit: 2–3 rounds, 60 s rest between rounds"]
    said = second.locator(".plan-fields__about").inner_text().replace("\u202f", " ")
    assert said == "twice a day · then 90 s rest · Slowly, and never into pain."
    assert page.locator("[data-part=cut]").inner_text() == ""
    sent = link(page).partition("#")[2]
    assert sent.startswith(f"2c.g2-3r60.{exercises[0].code}.{exercises[1].code}.q90.o1-10e.")
    client = new_page()
    shown(client, f"plan/#{sent}")
    steps = client.locator("[data-part=steps] > li").all()
    assert "Circuit: 2–3 rounds" in steps[0].inner_text()
    assert "Slowly, and never into pain." in steps[1].inner_text()
    assert "Tibialis raise" in steps[2].inner_text()
    assert "Back at a wall. Lift both feet." in steps[2].inner_text()
    other = new_page()
    shown(other, f"plan/?edit#{sent}")
    assert names(other) == [exercises[0].short_name, exercises[1].short_name, "Tibialis raise"]
    assert _rounds(other) == ["Circuit: 2–3 rounds, 60 s rest between rounds"]
    assert other.locator(".plan-fields__about").nth(1).inner_text().endswith("Slowly, and never into pain.")
    last = opened(other, 2)
    assert last.get_by_label("How it is done").input_value() == "Back at a wall. Lift both feet."
    assert last.get_by_role("combobox", name="Side").input_value() == "each"
    assert fragment(other) == f"#{sent}"


def test_rounds_go_by_a_clock(page, exercises):
    one, other = exercises[0].code, exercises[1].code
    shown(page, f"plan/?edit#{checked(f'#2.g3r60.{one}.{other}').removeprefix('#')}")
    page.locator(".plan-fields__group > summary").first.click()
    clock = _step(page, 0).get_by_role("combobox", name="Clock")
    clock.select_option("round")
    _step(page, 0).get_by_role("spinbutton", name="Every … seconds").fill("90")
    page.keyboard.press("Tab")
    assert _rounds(page) == ["Rounds: a round every 90 s, 3 rounds"]
    clock.select_option("step")
    assert fragment(page) == checked(f"#2.g3k90.{one}.{other}")
    clock.select_option("most")
    assert _rounds(page) == ["Rounds: as many rounds as possible in 10 min"]
    assert not _step(page, 0).get_by_role("textbox", name=re.compile("^Rounds")).is_visible()
    clock.select_option("time")
    within = _step(page, 0).get_by_role("spinbutton", name=re.compile("^Within"))
    within.fill("15")
    page.keyboard.press("Tab")
    assert fragment(page) == checked(f"#2.g1z900.{one}.{other}")
    rounds = _step(page, 0).get_by_role("textbox", name=re.compile("^Rounds"))
    rounds.fill("many")
    page.keyboard.press("Tab")
    page.get_by_text("Rounds are a number such as 3, or a range such as 2–3").wait_for()
    assert rounds.input_value() == "1"


def test_groups_stay_whole_while_exercises_move_and_go(page, exercises):
    codes = [each.code for each in exercises[:4]]
    shown(page, f"plan/?edit#{checked(f'#2.{codes[0]}.g3.{codes[1]}.{codes[2]}.g0.{codes[3]}').removeprefix('#')}")
    page.get_by_role("button", name=f"Move down: 1 {exercises[0].short_name}").click()
    page.get_by_text(f"{exercises[0].short_name} is now number 2 of 4, in rounds with those around it").wait_for()
    assert fragment(page) == checked(f"#2.g3.{codes[1]}.{codes[0]}.{codes[2]}.g0.{codes[3]}")
    _join(page, 2)
    page.get_by_text(f"{exercises[2].short_name} is no longer in rounds with {exercises[0].short_name}").wait_for()
    assert fragment(page) == checked(f"#2.g3.{codes[1]}.{codes[0]}.g0.{codes[2]}.{codes[3]}")
    page.get_by_role("button", name=f"Remove 1 {exercises[1].short_name}").click()
    assert fragment(page) == checked(f"#1.{codes[0]}.{codes[2]}.{codes[3]}"), "one alone is no group"
    assert _rounds(page) == []
    page.get_by_role("button", name="Undo").click()
    assert fragment(page) == checked(f"#2.g3.{codes[1]}.{codes[0]}.g0.{codes[2]}.{codes[3]}")
    page.get_by_role("button", name="Start over").click()
    assert names(page) == []
    assert fragment(page) == ""


def test_note_of_an_exercise_is_one_step_back_and_its_lack_of_room_is_told(page, exercises):
    shown(page, f"plan/?edit#1.{exercises[0].code}")
    note = opened(page, 0).get_by_role("textbox", name="Note", exact=True)
    note.press_sequentially("Slowly")
    assert fragment(page) == checked(f"#2.{exercises[0].code}.x1=Slowly")
    page.get_by_role("button", name="Undo").click()
    assert note.input_value() == ""
    assert page.get_by_role("button", name="Undo").is_disabled()
    longest = "".join(f".{exercises[0].code}20x100-200x{least}-1000h" for least in (999, 998))
    shown(page, f"plan/?edit#1{longest * 15}")
    for number in (26, 27, 28, 29):
        opened(page, number).get_by_role("textbox", name="Note", exact=True).fill("é" * 80)
    page.get_by_text("The link has no room for the whole note of number 30.").wait_for()


def test_dose_is_typed_in_words(page, exercises):
    first = exercises[0]
    shown(page, f"plan/?edit#1.{first.code}.{exercises[1].code}")
    step = opened(page, 0)
    field = step.get_by_role("textbox", name=re.compile("^Or in words"))
    without_side = wording.dose(first.start, replace(first, laterality="bilateral"))
    assert field.input_value() == without_side.replace("\u202f", " ")
    field.fill("2-3x10-15 with 12kg, effort 7 of 10, rest 60-90 sec")
    page.keyboard.press("Tab")
    dose = step.locator("[data-part=dose]")
    expect(dose).to_contain_text("12\u202fkg")
    assert fragment(page) == checked(f"#2.{first.code}2-3x10-15r60-90w12kgf7rpe.{exercises[1].code}")
    assert field.input_value() == "2–3 × 10–15 with 12 kg, effort 7 of 10, rest 60–90 s"
    assert step.get_by_role("spinbutton", name="Sets", exact=True).input_value() == "2"
    field.fill("3 × 10, as slowly as you can")
    page.keyboard.press("Tab")
    page.get_by_text("The dose is as before: “as slowly as you can” is not understood").wait_for()
    assert field.input_value() == "3 × 10, as slowly as you can", "a coach may mend it"
    assert fragment(page) == checked(f"#2.{first.code}2-3x10-15r60-90w12kgf7rpe.{exercises[1].code}")
    page.get_by_role("button", name="Undo").click()
    assert fragment(page) == checked(f"#1.{first.code}.{exercises[1].code}")


def test_side_and_effort_are_typed_with_a_dose_as_in_the_data(page, exercises):
    both = next(each for each in exercises if each.laterality != "alternating")
    shown(page, f"plan/?edit#1.{both.code}")
    field = opened(page, 0).get_by_role("textbox", name=re.compile("^Or in words"))
    field.fill("3x30s, alternating @ RPE 7, rest 60 s")
    page.keyboard.press("Tab")
    page.wait_for_url(re.compile("f7rpea"))
    assert fragment(page) == checked(f"#2.{both.code}3x30sr60f7rpea")
    field.fill("2 x 8 → 3 x 12")
    page.keyboard.press("Tab")
    page.get_by_text("“→ 3 x 12” is a second one").wait_for()
    assert fragment(page) == checked(f"#2.{both.code}3x30sr60f7rpea"), "a dose that is refused changes nothing"


def test_routine_is_taken_over_with_its_groups_and_notes(new_page, dataset):
    page = new_page()
    routine = next(iter(dataset.routines.values()))

    def grouped(route):
        record = route.fetch().json()
        record["groups"] = [{"name": "Circuit", "first": 0, "size": 2, "rounds": 2, "words": "2 rounds"}]
        record["steps"][0] |= {"note": "Slowly.", "how_often": "Twice a day.", "part": "warm-up"}
        record["steps"][2] |= {"rest_after_seconds": 90}
        route.fulfill(json=record)

    page.route(f"**/routines/{routine.id}.json", grouped)
    shown(page, "plan/")
    add_routine(page, routine)
    add_routine(page, routine)
    expect(page.locator(".plan-fields")).to_have_count(2 * len(routine.steps))
    count = len(routine.steps)
    expect(page.locator(".plan-fields")).to_have_count(2 * count)
    assert _rounds(page) == ["Circuit: 2 rounds", "Circuit: 2 rounds"]
    for first in (0, count):
        assert _step(page, first).locator(".plan-fields__about").inner_text() == "Warm-up · twice a day · Slowly."
        assert "then 90" in _step(page, first + 2).locator(".plan-fields__about").inner_text()
