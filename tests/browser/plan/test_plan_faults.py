"""What went wrong once on the plan's page, or goes wrong with a network or a link: said, and nothing is lost by it."""

import re

import pytest
from playwright.sync_api import expect

from page_kinds import shown
from plan_maker import add, fragment, names, opened, unfold
from plan_pages import more_ways


@pytest.fixture
def exercises(dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    return [step.exercise for step in whole.steps]


def test_removed_exercise_comes_back_whole_after_a_reload(page, exercises):
    first, second = exercises[:2]
    shown(page, f"plan/?edit#1.{first.code}.{second.code}")
    page.get_by_role("button", name=f"Remove 1 {first.short_name}").click()
    fragment(page)
    page.reload()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name=f"Remove 1 {first.short_name}").wait_for()
    assert names(page) == [first.short_name, second.short_name]
    step = opened(page, 1)
    step.get_by_role("combobox", name="Start or goal").select_option("own")
    step.get_by_role("spinbutton", name="Sets", exact=True).fill("7")
    page.keyboard.press("Tab")
    assert re.fullmatch(rf"#1c\.{first.code}\.{second.code}7x.*", fragment(page))


@pytest.mark.parametrize("link", ["#2.ab.cd", "#hello", "#1.zzzq.{code}", "#1.{code}-x9"])
def test_link_that_is_not_read_whole_stays_until_something_is_changed_and_one_step_back_then(page, exercises, link):
    link = link.format(code=exercises[0].code)
    shown(page, f"plan/?edit{link}")
    said = page.locator("[data-view=editing] .plan__notices").inner_text()
    assert said
    page.get_by_role("link", name="Limber", exact=True).click()
    page.go_back()
    page.locator("[data-view=editing]").wait_for()
    assert page.evaluate("location.hash") == link
    add(page, exercises[1])
    assert page.locator("[data-view=editing] .plan__notices").inner_text() == said, "it is still true"
    assert fragment(page) != link
    page.go_back()
    page.wait_for_url(f"**/plan/?edit{link}")


def test_client_s_ways_carry_what_this_site_does_not_know(page, exercises):
    link = f"#1.zzzq.{exercises[0].code}"
    shown(page, f"plan/{link}")
    more_ways(page)
    ways = [page.get_by_role("link", name=name).get_attribute("href") for name in ("Start timer", "Print sheet")]
    assert {each.partition("#")[2] for each in ways} == {link[1:]}
    assert page.locator("[data-link]").get_attribute("data-link").endswith(link)


@pytest.mark.parametrize(
    ("part", "button", "said"),
    [
        ("qr-code.js", "Show QR", "The code could not be loaded."),
        ("code.txt", "Show QR", "The code could not be loaded."),
        ("plan-calendar-form.js", "Add to calendar", "The calendar could not be loaded."),
        ("calendar.txt", "Add to calendar", "The calendar could not be loaded."),
        ("plan-table.js", "Save as CSV", "The table could not be loaded."),
        ("exercises/*.json", "Save as CSV", "The table could not be loaded."),
    ],
)
def test_part_that_does_not_load_is_told_of(page, kinds, part, button, said):
    page.route(f"**/{part}", lambda route: route.abort())
    shown(page, kinds["plan to read"])
    more_ways(page)
    page.get_by_role("button", name=button).click()
    page.get_by_text(said).wait_for()
    page.unroute(f"**/{part}")


def test_sheet_without_its_code_is_still_a_sheet(page, kinds):
    page.route("**/qr-code.js", lambda route: route.abort())
    page.goto(kinds["plan to read"].replace("plan/", "plan/sheet/"))
    page.get_by_text("The QR code could not be loaded").wait_for()
    assert page.locator(".cheat-sheet__step").count() > 0
    page.unroute("**/qr-code.js")


def test_words_that_have_no_room_are_told_of_and_others_are_not(page, exercises):
    shown(page, f"plan/?edit#1.{exercises[0].code}")
    page.get_by_label("Note to the client").fill(
        "Family \U0001f468\u200d\U0001f469\u200d\U0001f467, two  spaces\n\nand a ❤️"
    )
    cut = page.locator("[data-part=cut]")
    assert cut.inner_text() == ""
    page.keyboard.press("Tab")
    assert page.get_by_label("Note to the client").input_value().endswith("two spaces and a ❤"), "as the link has it"
    longest = "".join(f".{exercises[0].code}20x100-200x{least}-1000h" for least in (999, 998))
    shown(page, f"plan/?edit#1{longest * 15}")
    page.get_by_label("Note to the client").fill("\U0001f9b6" * 200)
    expect(cut).to_contain_text("no room for the whole note")


def test_tempo_is_read_however_it_is_typed(page, exercises):
    shown(page, f"plan/?edit#1.{exercises[0].code}8")
    field = opened(page, 0).get_by_role("textbox", name=re.compile("^Tempo"))
    for typed in ("3110", "3 1 1 0", "3–1–1–0", "3-1-1-0"):
        field.fill("")
        page.keyboard.press("Tab")
        assert field.input_value() == ""
        field.fill(typed)
        page.keyboard.press("Tab")
        assert field.input_value() == "3-1-1-0", typed
    field.fill("3-1-1")
    page.keyboard.press("Tab")
    page.get_by_text("A tempo has four figures").wait_for()
    assert field.input_value() == "3-1-1-0"


def test_other_dose_is_offered_only_where_it_is_one_of_another_kind(page, dataset):
    exercise = next((it for it in dataset.exercises.values() if it.goal.alternative), None)
    if not exercise or not exercise.goal.alternative.hold_seconds:
        pytest.skip("no exercise has a hold as its other dose")
    shown(page, f"plan/?edit#1g.{exercise.code}")
    step = opened(page, 0)
    step.get_by_role("combobox", name="Start or goal").select_option("own")
    other = step.get_by_role("checkbox")
    assert other.is_visible()
    step.get_by_role("combobox", name="Counted as").select_option("hold")
    assert not other.is_visible()
    step.get_by_role("combobox", name="Counted as").select_option("reps")
    other.check()
    assert re.search(r"o\d+h", fragment(page))


def test_focus_is_never_lost_by_what_was_pressed(page, exercises):
    shown(page, f"plan/?edit#1.{exercises[0].code}.{exercises[1].code}")
    page.get_by_role("button", name="Remove").first.click()
    for name in ("Undo", "Redo", "Undo"):
        page.get_by_role("button", name=name).press("Enter")
        page.get_by_text("Done again" if name == "Redo" else "Undone").wait_for()
        assert page.evaluate("document.activeElement !== document.body"), name
    page.get_by_role("button", name="Start over").press("Enter")
    assert page.evaluate("document.activeElement !== document.body")
    shown(page, f"plan/?edit#1{f'.{exercises[0].code}' * 29}")
    unfold(page)
    page.get_by_role("button", name=f"Add {exercises[1].short_name}", exact=True).press("Enter")
    page.get_by_text("this one is full").wait_for()
    assert page.evaluate("document.activeElement !== document.body")


def test_routine_that_has_no_room_is_not_said_to_be_whole(page, dataset, exercises):
    routine = next(iter(dataset.routines.values()))
    shown(page, f"plan/?edit#1{f'.{exercises[0].code}' * 29}")
    unfold(page)
    page.locator(f"[data-add-routine={routine.id}]").click()
    page.get_by_text(f"but for {len(routine.steps) - 1}: the plan is full").wait_for()


def test_one_sided_step_says_what_to_make_of_its_steps(page, exercises):
    exercise = next((each for each in exercises if each.laterality == "bilateral"), None)
    if not exercise:
        pytest.skip("all exercises have sides")
    shown(page, f"plan/#1.{exercise.code}-l.{exercise.code}")
    said = page.locator("[data-part=one_side]")
    assert said.first.inner_text().startswith(f"Work the left {exercise.limb} only")
    assert not said.last.is_visible()
