"""A coach puts a plan together in a real browser, by touch and by keyboard."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from limber import wording
from page_kinds import shown
from plan_checks import checked
from plan_maker import add, add_routine, fragment, link, names, opened, unfold


@pytest.fixture
def exercises(dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    return [step.exercise for step in whole.steps]


def test_plan_is_made_and_its_link_opens_as_that_plan(page, new_page, exercises):
    shown(page, "plan/")
    for exercise in exercises[:3]:
        add(page, exercise)
    page.get_by_label("Title").fill("Week 1: ankle & calf")
    page.get_by_label("Note to the client").fill("After a run.\nStop if it <hurts>")
    sent = link(page)
    assert re.search(r"[A-Za-z0-9]$", sent)
    client = new_page()
    shown(client, f"plan/#{sent.partition('#')[2]}")
    assert client.locator("h1").inner_text() == "Week 1: ankle & calf"
    assert client.locator("blockquote").inner_text() == "After a run. Stop if it <hurts>"
    names = [each.short_name for each in exercises[:3]]
    assert [each.inner_text().split(" ", 1)[1] for each in client.locator(".plan-step h2").all()] == names


def test_untouched_exercises_leave_nothing_but_their_codes_in_the_link(page, exercises):
    shown(page, "plan/")
    for exercise in exercises[:2]:
        add(page, exercise)
    assert fragment(page) == checked(f"#1.{exercises[0].code}.{exercises[1].code}")
    page.get_by_role("radio", name="Goal").check()
    assert fragment(page) == checked(f"#1g.{exercises[0].code}.{exercises[1].code}")


def test_dose_side_and_rest_are_set_for_each(page, exercises):
    first = exercises[0]
    shown(page, f"plan/?edit#1.{first.code}.{exercises[1].code}")
    step = opened(page, 0)
    step.get_by_role("combobox", name="Start or goal").select_option("own")
    step.get_by_label("Counted as").select_option("reps")
    for label, value in (
        ("Sets", "3"),
        ("Reps", "10"),
        ("Up to (reps)", "12"),
        ("Rest between sets", "45"),
    ):
        step.get_by_role("spinbutton", name=re.compile(f"^{re.escape(label)}( \\(|$)")).fill(value)
        page.keyboard.press("Tab")
    step.get_by_role("combobox", name="Side").select_option("left")
    assert fragment(page) == checked(f"#1.{first.code}3x10-12r45l.{exercises[1].code}")
    said = [step.locator(f"[data-part={each}]").inner_text().replace("\u202f", " ") for each in ("dose", "about")]
    assert said[0].startswith("3 × 10–12, left") and said[1].startswith("rest 45 s"), "while its fields are folded, too"
    step.get_by_role("combobox", name="Start or goal").select_option("goal")
    step.get_by_role("combobox", name="Side").select_option("")
    assert fragment(page) == checked(f"#1.{first.code}-g.{exercises[1].code}")
    assert step.locator("[name=dose_words]").input_value() == wording.dose(
        first.goal, replace(first, laterality="bilateral")
    ).replace("\u202f", " ")


def test_step_is_its_name_and_dose_until_its_fields_are_opened_and_changing_one_is_a_dose_of_its_own(page, exercises):
    page.set_viewport_size({"width": 390, "height": 844})
    held = next((each for each in exercises if each.start.hold_seconds and each.laterality != "bilateral"), None)
    if not held:
        pytest.skip("no exercise of sides is held")
    shown(page, f"plan/?edit#1.{held.code}")
    step = page.locator(".plan-fields")
    assert step.locator("[data-part=dose]").inner_text() == wording.brief(held.start, held)
    assert step.bounding_box()["height"] < 110 and not step.get_by_role("spinbutton").count()
    opened(page, 0)
    names_ = ("Sets", "Hold (s)", "Up to (s)")
    fields = [step.get_by_role("spinbutton", name=each, exact=True) for each in names_]
    places = [each.bounding_box() for each in fields]
    side = step.get_by_role("combobox", name="Side").bounding_box()
    assert {(place["width"], place["height"]) for place in (*places, side)} == {(side["width"], 48)}, "of one size"
    assert (places[0]["x"], places[1]["x"]) == (places[2]["x"], side["x"]), "two and two"
    fields[0].fill("3")
    page.keyboard.press("Tab")
    least = held.start.hold_seconds.min
    assert fragment(page) == checked(f"#1.{held.code}3x{least}h")
    assert page.evaluate("document.activeElement.name") == "seconds", "the focus goes on"
    more, fewer = (step.get_by_text(each, exact=True).filter(visible=True) for each in "+−")
    for _ in range(2):
        more.first.click()
    more.nth(1).click()
    assert fragment(page) == checked(f"#1.{held.code}5x{least + 5}h")
    fewer.first.click()
    assert fragment(page) == checked(f"#1.{held.code}4x{least + 5}h")
    fewer.nth(2).click()
    assert fragment(page) == checked(f"#1.{held.code}4x{least + 5}h"), "an upper end is no lower one"
    more.nth(2).click()
    assert fragment(page) == checked(f"#1.{held.code}4x{least + 5}-{least + 10}h"), "it counts from there"
    page.get_by_role("button", name="Undo").click()
    for wanted in (f"5x{least + 5}h", f"5x{least}h", f"3x{least}h"):
        page.get_by_role("button", name="Undo").click()
        assert fragment(page) == checked(f"#1.{held.code}{wanted}"), "presses in a row are one change"


def test_tempo_is_said_in_words_above_the_dose_and_a_range_is_a_second_number(page, exercises):
    shown(page, f"plan/?edit#1.{exercises[0].code}3x10t3010")
    step = opened(page, 0)
    about = step.locator("[data-part=about]").inner_text().replace("\u202f", " ").replace("\u00a0", " ")
    assert about == "3 s down · 1 s up"
    step.get_by_role("spinbutton", name="Up to (reps)", exact=True).fill("12")
    page.keyboard.press("Tab")
    assert fragment(page) == checked(f"#1.{exercises[0].code}3x10-12t3010")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_fields_of_a_step_are_large_enough_for_a_finger_and_their_words_to_be_read(page, exercises, width):
    page.set_viewport_size({"width": width, "height": 900})
    shown(page, f"plan/?edit#1.{exercises[0].code}3x10")
    step = opened(page, 0)
    fields = step.locator(".plan-fields__row").locator("input:visible, select")
    assert {round(each.bounding_box()["height"]) for each in fields.all()} == {48}
    buttons = [each.bounding_box() for each in step.get_by_role("button").all()]
    assert [(round(each["width"]), round(each["height"])) for each in buttons] == [(44, 44)] * 3
    labels = step.locator(".plan-fields__row label:visible > span")
    assert min(float(each.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")) for each in labels.all()) >= 14
    for each in step.get_by_text(re.compile("^[+−]$")).filter(visible=True).all():
        assert min(each.bounding_box()[side] for side in ("width", "height")) >= 44
    down, remove = buttons[1:]
    assert down["y"] - remove["y"] > 50, "nothing is removed by a finger that means down"


def test_each_exercise_is_seen_where_it_is_chosen_and_where_it_is_in_the_plan(page, exercises):
    first = next((each for each in exercises if each.figure and each.laterality != "bilateral"), None)
    if not first:
        pytest.skip("no exercise of sides has a figure")
    page.set_viewport_size({"width": 390, "height": 844})
    shown(page, "plan/")
    row = page.locator(".plan-editor__name", has_text=first.short_name)
    assert wording.brief(first.start, first) in row.inner_text()
    row.evaluate("it => it.scrollIntoView({block: 'center'})")
    place = row.get_by_role("button").bounding_box()["y"]
    add(page, first)
    add(page, first)
    assert "In the plan 2 times" in row.inner_text()
    assert abs(row.get_by_role("button").bounding_box()["y"] - place) < 1, "it stays under the finger"
    page.goto(f"exercises/{first.id}/")
    ink = page.locator(".figure__ink").first.evaluate("it => getComputedStyle(it).fill")
    page.go_back()
    other = next(each for each in exercises if each.figure and each is not first)
    offered = page.locator("[data-part=names] .plan-editor__name", has_text=other.short_name)
    for place in (offered, page.locator(".plan-fields").first):
        place.scroll_into_view_if_needed()
        picture = place.locator(".plan-editor__picture svg")
        assert picture.bounding_box()["width"] >= 72
        expect(picture.locator(".figure__ink").first).to_have_css("fill", ink)  # as on the exercise's own page
    opened(page, 0).get_by_role("combobox", name="Side").select_option("left")
    mirrored = [
        each.evaluate("it => new DOMMatrix(getComputedStyle(it).transform).a === -1")
        for each in page.locator(".plan-fields .plan-editor__picture").all()
    ]
    assert mirrored == [True, False], "the side that works"


def test_bar_is_one_line_on_a_phone_whatever_was_done(page, exercises):
    page.set_viewport_size({"width": 390, "height": 844})
    shown(page, "plan/")
    bar = page.locator(".plan-editor__bar")
    assert not bar.is_visible(), "there is nothing to send or to take back"
    add(page, exercises[0])
    add(page, exercises[1])
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Redo").wait_for()
    assert bar.bounding_box()["height"] <= 64


@pytest.mark.parametrize("typed", ["5000", "0", "2.5"])
def test_number_beyond_what_is_sane_is_said_and_left_to_be_mended_and_the_plan_stays_as_it_was(page, exercises, typed):
    code = exercises[0].code
    shown(page, f"plan/?edit#1.{code}3x10")
    before = link(page)
    step = opened(page, 0)
    sets = step.get_by_role("spinbutton", name="Sets", exact=True)
    sets.fill(typed)
    page.keyboard.press("Tab")
    said = page.get_by_text("This may be 1 to 100. Until it is, the plan stays as it was.")
    said.wait_for()
    assert sets.input_value() == typed and sets.get_attribute("aria-invalid") == "true"
    assert link(page) == before
    step.get_by_role("spinbutton", name="Reps", exact=True).fill("12")
    page.keyboard.press("Tab")
    assert fragment(page) == checked(f"#1.{code}3x12"), "other numbers are taken"
    assert said.is_visible() and sets.input_value() == typed
    sets.fill("4")
    page.keyboard.press("Tab")
    assert fragment(page) == checked(f"#1.{code}4x12")
    expect(said).to_be_hidden()
    assert sets.get_attribute("aria-invalid") is None
    sets.fill("")
    page.keyboard.press("Tab")
    assert sets.input_value() == "1"


def test_order_is_changed_by_keyboard_alone_and_said(page, exercises):
    shown(page, f"plan/?edit#1.{'.'.join(each.code for each in exercises[:3])}")
    first, second, third = (each.short_name for each in exercises[:3])
    page.get_by_role("button", name=f"Move down: 1 {first}").focus()
    page.keyboard.press("Enter")
    page.get_by_text(f"{first} is now number 2 of 3").wait_for()
    assert names(page) == [second, first, third]
    page.keyboard.press("Enter")  # the focus has gone along
    page.get_by_text(f"{first} is now number 3 of 3").wait_for()
    assert names(page) == [second, third, first]
    assert page.evaluate("document.activeElement.innerText").startswith("Move up"), "it can do no more downwards"
    page.keyboard.press("Enter")
    page.get_by_text(f"{first} is now number 2 of 3").wait_for()
    assert names(page) == [second, first, third]


def test_same_exercise_twice_keeps_its_own_dose_when_it_moves(page, exercises):
    code = exercises[0].code
    shown(page, f"plan/?edit#1.{code}20s.{code}40s")
    page.get_by_role("button", name="Move down").first.click()
    assert fragment(page) == checked(f"#1.{code}40s.{code}20s")


def test_routine_is_taken_over_with_its_doses(page, dataset):
    routine = next(iter(dataset.routines.values()))
    shown(page, "plan/")
    expect(
        page.get_by_role("button", name=f"Add all {len(routine.steps)} of {routine.name}", exact=True)
    ).to_be_visible()
    add_routine(page, routine)
    assert names(page) == [step.exercise.short_name for step in routine.steps]
    doses = [each.input_value() for each in page.locator("[name=dose_words]").all()]
    wanted = [wording.dose(it.start, replace(it.exercise, laterality="bilateral")) for it in routine.steps]
    assert doses == [each.replace("\u202f", " ").replace("\u2011", "-") for each in wanted]


def test_what_can_be_added_is_folded_below_a_plan_on_a_phone_but_not_while_one_is_added_after_another(
    page, dataset, exercises
):
    page.set_viewport_size({"width": 390, "height": 844})
    shown(page, "plan/")
    adding = page.locator(".plan-editor__add")
    add(page, exercises[0])
    add(page, exercises[1])
    add_routine(page, next(iter(dataset.routines.values())))
    expect(adding).not_to_have_attribute("open", "")
    expect(page.locator(".plan-fields").first).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_role("button", name=f"Add {exercises[0].short_name}", exact=True)).to_be_visible()
    shown(page, f"plan/?edit#1.{exercises[0].code}")
    expect(adding).not_to_have_attribute("open", "")
    unfold(page)
    add(page, exercises[1])
    page.set_viewport_size({"width": 1280, "height": 844})
    shown(page, f"plan/?edit#1.{exercises[0].code}.{exercises[1].code}")
    expect(adding).to_have_attribute("open", "")


def test_what_is_in_the_plan_is_added_again_and_few_exercises_need_no_field_to_find_one(page, exercises):
    shown(page, "plan/")
    if page.locator("[data-part=names_said]").inner_text():
        pytest.skip("more exercises than are listed at once")
    expect(page.locator("[name=find]")).to_be_hidden()
    add(page, exercises[0])
    again = page.get_by_role("button", name=f"Add again {exercises[0].short_name}", exact=True)
    expect(again).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(again).to_be_hidden()


def test_full_plan_takes_no_more(page, exercises):
    shown(page, f"plan/?edit#1{f'.{exercises[0].code}' * 30}")
    assert page.get_by_text("this one is full").is_visible()
    assert page.get_by_role("button", name=f"Add {exercises[1].short_name}", exact=True).is_disabled()
    page.get_by_role("button", name="Remove").first.click()
    assert page.get_by_role("button", name=f"Add {exercises[1].short_name}", exact=True).is_enabled()


def test_exercise_that_is_one_of_many_is_found_by_a_word(new_page, exercises):
    page = new_page()
    many = [
        {
            "id": f"x-{n}",
            "code": f"q{chr(97 + n // 26)}{chr(97 + n % 26)}",
            "name": f"A drill, {n}",
            "short_name": f"Drill {n}",
            "old_codes": [],
        }
        for n in range(40)
    ]

    def add(route):
        names = route.fetch().json()
        route.fulfill(json={"exercises": [*many, *names["exercises"]]})

    page.route("**/exercise-names.json", add)
    shown(page, "plan/")
    assert page.locator("[data-part=names] li:not([data-own])").count() == 12
    assert page.get_by_label("Find").bounding_box()["width"] <= 360
    page.get_by_label("Find").fill(exercises[0].name.split()[0])
    page.keyboard.press("Enter")
    page.get_by_text(f"{exercises[0].short_name} added").wait_for()
    page.get_by_label("Find").fill("xylophone")
    assert page.get_by_text("No exercise is called that").is_visible()


def test_pages_of_records_lead_to_a_plan_of_them(page, dataset, kinds, exercises):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    page.goto(kinds["routine"])
    page.get_by_text("Send or schedule it").click()
    page.get_by_role("link", name="make a plan of it").click()
    page.get_by_text(f"{whole.name} added").wait_for()
    assert names(page) == [each.short_name for each in exercises]
    assert "routine=" not in page.evaluate("location.search"), "a reload would add it again"
    page.goto(f"exercises/{exercises[0].id}/")
    page.get_by_role("link", name="make a plan with it").click()
    page.get_by_role("heading", name="Make a plan").wait_for()
    assert names(page) == [exercises[0].short_name]


@pytest.mark.parametrize("id_", ["no-such-routine", "../../x", "a b", "<b>"])
def test_plan_of_a_routine_that_is_not_there_says_so(browser, site, id_):
    page = browser.new_page(base_url=site.base_url, reduced_motion="reduce", service_workers="block")
    page.goto(f"plan/?edit&routine={id_}")
    page.get_by_text("error 404").wait_for()
    assert names(page) == []
    page.close()
