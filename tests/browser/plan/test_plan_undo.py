"""What a coach did to a plan can be taken back, is lost by nothing, and is stored and sent nowhere."""

import pytest

from page_kinds import shown
from plan_maker import add, fragment, names


@pytest.fixture
def exercises(dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    return [step.exercise for step in whole.steps]


def test_removed_exercise_hands_the_focus_on_and_comes_back_by_undo(page, exercises):
    first, second = (each.short_name for each in exercises[:2])
    shown(page, f"plan/?edit#1.{exercises[0].code}.{exercises[1].code}")
    page.get_by_role("button", name=f"Remove 1 {first}").click()
    assert names(page) == [second]
    assert page.evaluate("document.activeElement.textContent") == f"Remove 1 {second}"
    page.get_by_role("button", name="Undo").click()
    assert names(page) == [first, second]
    page.get_by_role("button", name="Redo").click()
    assert names(page) == [second]
    page.keyboard.press("Control+z")
    assert names(page) == [first, second]
    page.get_by_role("button", name="Start over").click()
    assert names(page) == []
    page.keyboard.press("Control+z")
    assert names(page) == [first, second]


def test_typing_a_title_is_one_step_back(page, exercises):
    shown(page, f"plan/?edit#1.{exercises[0].code}")
    page.get_by_label("Title").press_sequentially("Ankle")
    page.get_by_role("button", name="Undo").click()
    assert page.get_by_label("Title").input_value() == ""
    assert page.get_by_role("button", name="Undo").is_disabled()


def test_nothing_is_lost_by_a_reload_another_page_and_going_back(page, exercises):
    shown(page, "plan/")
    add(page, exercises[0])
    add(page, exercises[1])
    page.get_by_label("Title").fill("Kept")
    fragment(page)
    page.reload()
    page.get_by_label("Title").wait_for()
    assert page.get_by_label("Title").input_value() == "Kept"
    page.get_by_role("link", name="See it as a client").click()
    page.get_by_role("heading", name="Kept", exact=True).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Make a plan").wait_for()
    assert names(page) == [exercises[0].short_name, exercises[1].short_name]
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    assert names(page) == [exercises[0].short_name], "the way back has come along"


def test_privacy_is_said_and_nothing_is_stored_or_sent(new_page, exercises):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers} {request.post_data}"))
    shown(page, f"plan/?edit#1.{exercises[0].code}.t=Zebra-secret")
    page.get_by_label("Note to the client").fill("Quagga")
    add(page, exercises[1])
    page.get_by_role("link", name="See it as a client").click()
    page.get_by_role("heading", name="Zebra secret").wait_for()
    assert page.get_by_role("article").get_by_text("this site never learns of it").is_visible()
    page.go_back()
    page.get_by_text("Keep names out:").wait_for()
    assert [each for each in asked if "Zebra" in each or "Quagga" in each] == []
    stored = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(stored) == [0, 0, ""]
    assert page.evaluate("indexedDB.databases().then((found) => found.length)") == 0
