"""The filters above the list of exercises, as a visitor uses them; what should fit is worked out from the dataset."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from limber import wording


@pytest.fixture
def page(page):
    """The list of exercises on a phone, its filters opened: closed, they leave the first view to the exercises."""
    page.goto("exercises/")
    assert not page.get_by_role("group", name="Position").is_visible()
    page.locator("exercise-list summary").click()
    return page


def _shown(page):
    return {each.inner_text() for each in page.locator(".exercise-list__item a").all() if each.is_visible()}


def _names(dataset, fits):
    return {each.name for each in dataset.exercises.values() if fits(each)}


def _box(page, group, name):
    return page.get_by_role("group", name=group).get_by_label(name, exact=True)


def _tick(page, group, name):
    _box(page, group, name).check()


def _possible_with(things):
    """Whether an exercise can be done with these things, substitutes included."""
    return lambda exercise: all(
        not need.required or {need.item.id, *(each.id for each in need.substitutes)} & set(things)
        for need in exercise.equipment
    )


def test_filters_offer_each_region_position_and_thing(page, dataset):
    regions = {region for each in dataset.exercises.values() for region in each.regions}
    positions = {wording.position(position) for each in dataset.exercises.values() for position in each.positions}
    offered = [
        [label.inner_text().strip() for label in page.get_by_role("group", name=group).locator("label").all()]
        for group in ("Part of the body", "Position", "What I have")
    ]
    assert offered[0] == sorted(map(wording.capital, regions))
    assert sorted(offered[1]) == sorted(map(wording.capital, positions))
    needs = [need for each in dataset.exercises.values() for need in each.equipment if need.required]
    useful = {thing.id for need in needs for thing in (need.item, *need.substitutes)}
    assert offered[2][1:] == [thing.name for thing in dataset.equipment.values() if thing.id in useful]


def test_region_filter_shows_what_has_the_region(page, dataset):
    for region in sorted({region for each in dataset.exercises.values() for region in each.regions}):
        _tick(page, "Part of the body", wording.capital(region))
        assert _shown(page) == _names(dataset, lambda each, region=region: region in each.regions)
        _box(page, "Part of the body", wording.capital(region)).uncheck()


def test_position_filter_shows_what_can_be_done_so(page, dataset):
    _tick(page, "Position", "Seated")
    fitting = _names(dataset, lambda each: "seated" in each.positions)
    assert _shown(page) == fitting and 0 < len(fitting) < len(dataset.exercises)


def test_equipment_filter_counts_substitutes(page, dataset):
    for thing in dataset.equipment.values():
        _tick(page, "What I have", thing.name)
        assert _shown(page) == _names(dataset, _possible_with([thing.id])), thing.id
        _box(page, "What I have", thing.name).uncheck()
    towel = dataset.equipment["thick-rolled-towel"]
    replaced = {
        each.name for each in dataset.exercises.values() for need in each.equipment if towel in need.substitutes
    }
    _tick(page, "What I have", towel.name)
    assert replaced and replaced <= _shown(page)


def test_no_equipment_shows_what_needs_nothing(page, dataset):
    _tick(page, "What I have", "No equipment")
    fitting = _names(dataset, _possible_with([]))
    assert _shown(page) == fitting and 0 < len(fitting) < len(dataset.exercises)


def test_filters_narrow_each_other(page, dataset):
    _tick(page, "Part of the body", "Foot")
    _tick(page, "Part of the body", "Hip")
    _tick(page, "What I have", dataset.equipment["yoga-block"].name)
    possible = _possible_with(["yoga-block"])
    assert _shown(page) == _names(dataset, lambda each: {"foot", "hip"} & {*each.regions} and possible(each))


def test_filters_say_how_many_fit(page, dataset):
    status = page.get_by_role("status")
    assert status.inner_text() == f"{len(dataset.exercises)} of {len(dataset.exercises)} exercises"
    _tick(page, "Part of the body", "Hip")
    hips = _names(dataset, lambda each: "hip" in each.regions)
    assert status.inner_text() == f"{len(hips)} of {len(dataset.exercises)} exercises"


def test_filters_that_nothing_fits_show_a_way_out(page, dataset):
    _tick(page, "Position", "Lying on your back")
    _tick(page, "What I have", "No equipment")
    assert not _shown(page)
    assert page.get_by_role("status").inner_text().startswith("No exercise fits.")
    page.get_by_role("button", name="Clear filters").click()
    assert _shown(page) == _names(dataset, bool)


def test_clearing_unticks_all_and_leaves_the_focus_on_the_page(page):
    _tick(page, "Part of the body", "Hip")
    page.get_by_role("button", name="Clear filters").click()
    assert page.locator("exercise-list input:checked").count() == 0
    assert not page.get_by_role("button", name="Clear filters").is_visible()
    assert urlsplit(page.url).query == ""
    assert page.evaluate("document.activeElement.closest('exercise-list') !== null")


def test_address_keeps_the_choice(page):
    _tick(page, "Part of the body", "Calf")
    _tick(page, "What I have", "Half dome")
    assert parse_qs(urlsplit(page.url).query) == {"region": ["calf"], "have": ["half-dome"]}
    before = _shown(page)
    page.reload()
    assert _shown(page) == before
    assert page.get_by_label("Calf", exact=True).is_checked()


def test_choice_is_there_again_after_a_look_at_an_exercise(page, dataset):
    _tick(page, "Part of the body", "Calf")
    page.get_by_role("link", name=dataset.exercises["calf-stretch"].name).click()
    page.wait_for_url(re.compile("/calf-stretch/$"))
    page.go_back()
    assert _shown(page) == _names(dataset, lambda each: "calf" in each.regions)
    assert page.get_by_label("Calf", exact=True).is_checked()


def test_address_with_an_unknown_choice_shows_everything(page, dataset):
    page.goto("exercises/?region=tail&needs=wings")
    assert _shown(page) == _names(dataset, bool)
    assert page.locator("exercise-list input:checked").count() == 0


def test_filters_work_by_keyboard_alone(page, dataset):
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "hip":
            break
    page.keyboard.press("Space")
    assert _shown(page) == _names(dataset, lambda each: "hip" in each.regions)
    page.keyboard.press("Space")
    assert _shown(page) == _names(dataset, bool)
