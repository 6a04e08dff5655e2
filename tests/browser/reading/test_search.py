"""Search as a visitor uses it, by keyboard; and the keys that must do nothing while nobody searches."""

import re
import string

import pytest
from playwright.sync_api import expect


@pytest.fixture
def exercise(dataset):
    """One exercise, to look for."""
    return next(iter(dataset.exercises.values()))


@pytest.fixture
def page(file_page, site, kinds):
    """An exercise's page on a desk, with the search closed: opened once, since to load the search is most of a test."""
    if file_page.url != site.base_url + kinds["exercise"]:
        file_page.set_viewport_size({"width": 1280, "height": 844})
        file_page.goto(kinds["exercise"])
    yield file_page
    if file_page.locator(".search-dialog").is_visible():
        file_page.locator(".search-dialog input").fill("")
        file_page.locator(".search-dialog").evaluate("(dialog) => dialog.close()")
    file_page.evaluate("document.activeElement.blur()")


def _open(page):
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")


def _search(page, words):
    """Opens the search by keyboard, and waits for what is found once the words are there, which come without a key, as
    when they are pasted, dictated or swiped on a phone: a search follows each key."""
    _open(page)
    page.keyboard.insert_text(words)
    page.locator(".search-dialog .md-search-result__item").first.wait_for()


def test_search_finds_equipment_by_what_it_is(page, dataset):
    thing = next(each for each in dataset.equipment.values() if each.drawing and each.description)
    _search(page, thing.name)
    found = page.locator(f"dialog a[href*='/equipment/#{thing.id}']")
    found.get_by_text(re.sub(r"[,.].*", "", thing.description)).wait_for()
    found.locator(".search-dialog__figure > svg.equipment-page__picture").wait_for()


def test_search_says_with_what_an_exercise_was_found(page, dataset):
    """In the words that it was found by, also where its name and its summary do not have them."""
    word, exercise = next(
        (word, each)
        for each in dataset.exercises.values()
        for need in each.equipment
        if (word := need.item.name.split()[-1].lower()) not in f"{each.name} {each.description}".lower()
    )
    _search(page, word)
    found = page.locator(f"dialog a[href*='/exercises/{exercise.id}/']:has(h1)")
    said = found.locator(".search-dialog__line", has_text="With ")
    said.locator("mark", has_text=word).wait_for()
    assert said.inner_text().endswith(".")
    assert found.locator("article").evaluate("it => it.scrollHeight <= it.clientHeight")


def test_search_leads_to_the_exercise_by_keyboard(page, dataset):
    name = dataset.exercises["calf-stretch"].name
    _open(page)
    page.keyboard.type(name)
    page.locator(".search-dialog .md-search-result__item").first.locator("h1", has_text=name).wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/exercises/calf-stretch/"))
    assert page.locator("main h1").inner_text() == dataset.exercises["calf-stretch"].name


def test_search_says_how_many_pages_it_found(page, exercise):
    _search(page, exercise.name)
    assert re.fullmatch(r"\d+ pages? found", page.locator(".search-dialog [role=status]").inner_text())


def test_search_says_when_it_found_nothing(page):
    _open(page)
    page.keyboard.insert_text("xylophone")
    page.locator(".search-dialog [role=status]", has_text="Nothing found").wait_for()
    page.locator(".search-dialog__offer").get_by_role("link").first.wait_for()


def test_search_closes_gives_the_focus_back_and_can_be_opened_again(page, exercise):
    for way in ("Escape", "the button"):
        _search(page, exercise.name)
        if way == "Escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="Close").click()
        page.locator(".search-dialog").wait_for(state="hidden")
        assert page.evaluate("document.activeElement.matches('[data-search-open]')"), way
    assert page.locator("main").is_visible()


def test_search_keeps_the_keyboard_within_it(page, exercise):
    _search(page, exercise.name)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")


def test_search_works_from_the_page_for_lost_readers(page, exercise):
    page.goto("exercises/nothing/like/it/")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.keyboard.insert_text(exercise.name)
    page.locator(f"dialog a[href*='/exercises/{exercise.id}/']").first.click()
    page.wait_for_url(re.compile(f"/exercises/{exercise.id}/"))


def test_search_works_in_a_folder_of_a_host(new_page, subpath_site, kinds, exercise):
    page = new_page(of=subpath_site)
    page.goto(kinds["exercise"])
    _search(page, exercise.name)
    page.locator(f"dialog a[href*='/exercises/{exercise.id}/']").first.click()
    page.wait_for_url(re.compile(f"/physio/limber/exercises/{exercise.id}/"))


def test_single_keys_do_nothing(page):
    before = page.url
    for key in (*string.ascii_lowercase, *string.digits, "/", ".", ",", "?"):
        page.keyboard.press(key)
    assert page.url == before
    assert not page.locator(".search-dialog").is_visible()
    assert page.evaluate("document.activeElement === document.body && scrollY === 0")


def test_search_shows_each_exercise_how_it_looks_in_the_colours_of_the_page_its_dose_and_what_it_is(page, dataset):
    _open(page)
    assert page.evaluate("document.activeElement.name") == "query"
    for exercise in dataset.exercises.values():
        page.locator(".search-dialog input").fill(exercise.name)
        found = page.locator("dialog a:has(h1)").first
        expect(found).to_have_attribute(
            "href", re.compile(f"/exercises/{exercise.id}/")
        )  # and no more what was found before
        picture = found.locator(".search-dialog__figure > svg")
        picture.wait_for()
        assert found.locator("h1").inner_text() == exercise.name
        assert (picture.count(), picture.get_attribute("aria-hidden")) == (1, "true")
        ink, drawn = found.evaluate(
            """each => [document.querySelector("main .figure__ink"), each.querySelector(".figure__ink")].map(
                (part) => getComputedStyle(part).fill)"""
        )
        assert drawn == ink
        dose = found.locator(".search-dialog__line").inner_text()
        assert re.match(r"[\d–]+\u202f", dose) and "tempo" not in dose
        text = found.locator("article").inner_text()
        assert text.endswith(exercise.summary)


def test_search_shows_a_figure_beside_a_routine_and_which_of_its_exercises_was_sought(page, dataset):
    _open(page)
    for routine in dataset.routines.values():
        page.locator(".search-dialog input").fill(routine.name)
        page.locator(f"dialog a[href*='/routines/{routine.id}/']:has(h1) svg").first.wait_for()
        for step in routine.steps:
            page.locator(".search-dialog input").fill(step.exercise.name)
            found = page.locator(f"dialog a[href*='/routines/{routine.id}/']:has(h1)")
            found.locator("mark", has_text=step.exercise.name).wait_for()


def test_search_offers_the_exercises_before_one_types_and_again_when_nothing_is_left(page, dataset):
    _open(page)
    offered = page.locator(".search-dialog__offer")
    offered.locator("svg").nth(len(dataset.exercises) - 1).wait_for()
    assert offered.locator("strong").all_inner_texts() == sorted(each.name for each in dataset.exercises.values())
    page.keyboard.insert_text(next(iter(dataset.exercises.values())).name)
    offered.wait_for(state="hidden")
    page.locator(".search-dialog input").fill("")
    offered.get_by_role("link").first.click()
    page.wait_for_url(re.compile("/exercises/"))
