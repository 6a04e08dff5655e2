"""The filters above the list of exercises, as a visitor uses them; what should fit is worked out from the dataset."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from limber import wording
from listed_exercises import listed


@pytest.fixture
def page(page):
    """The list of exercises on a phone; closed, the menus of its filters leave the first view to the exercises."""
    page.goto("exercises/")
    assert not page.get_by_role("group", name="Position").is_visible()
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_menu_opens_below_all_menus_and_moves_none(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    menus = page.locator(".filters__menu > summary")
    closed = [each.bounding_box() for each in menus.all()]
    opened = _group(page, "Part of the body").get_by_role("group").bounding_box()
    assert [each.bounding_box() for each in menus.all()] == closed
    assert opened["x"] == closed[0]["x"] and opened["y"] > closed[0]["y"] + closed[0]["height"]


def _group(page, group):
    """The boxes of a group, its menu opened."""
    found = page.locator("details", has=page.locator("legend", has_text=group))
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def _shown(page):
    return set(listed(page))


def _names(dataset, fits):
    return {each.short_name for each in dataset.exercises.values() if fits(each)}


def _box(page, group, name):
    return _group(page, group).get_by_label(name, exact=True)


def _tick(page, group, name):
    _box(page, group, name).check()


def _regions(dataset):
    return sorted({region for each in dataset.exercises.values() for region in each.regions})


def _possible_with(things):
    """Whether an exercise can be done with these things, substitutes included."""
    return lambda exercise: all(
        not need.required or {need.item.id, *(each.id for each in need.substitutes)} & set(things)
        for need in exercise.equipment
    )


def _useful(dataset):
    """What is worth ticking: what an exercise cannot do without, and what stands in for that."""
    needs = [need for each in dataset.exercises.values() for need in each.equipment if need.required]
    useful = {thing.id for need in needs for thing in (need.item, *need.substitutes)}
    return [thing for thing in dataset.equipment.values() if thing.id in useful]


def test_filters_offer_each_region_position_and_thing(page, dataset):
    regions = {region for each in dataset.exercises.values() for region in each.regions}
    positions = {wording.position(position) for each in dataset.exercises.values() for position in each.positions}
    offered = [
        [label.inner_text().strip() for label in _group(page, group).locator("label").all()]
        for group in ("Part of the body", "Position", "What I have")
    ]
    assert offered[0] == sorted(map(wording.capital, regions))
    assert sorted(offered[1]) == sorted(map(wording.capital, positions))
    assert offered[2][1:] == [thing.name for thing in _useful(dataset)]


def test_region_filter_shows_what_has_the_region(page, dataset):
    for region in _regions(dataset):
        _tick(page, "Part of the body", wording.capital(region))
        assert _shown(page) == _names(dataset, lambda each, region=region: region in each.regions)
        _box(page, "Part of the body", wording.capital(region)).uncheck()


def test_position_filter_shows_what_can_be_done_so(page, dataset):
    for position in sorted({position for each in dataset.exercises.values() for position in each.positions}):
        name = wording.capital(wording.position(position))
        _tick(page, "Position", name)
        assert _shown(page) == _names(dataset, lambda each, position=position: position in each.positions)
        _box(page, "Position", name).uncheck()


def test_equipment_filter_counts_substitutes(page, dataset):
    for thing in _useful(dataset):
        _tick(page, "What I have", thing.name)
        assert _shown(page) == _names(dataset, _possible_with([thing.id])), thing.id
        _box(page, "What I have", thing.name).uncheck()


def test_substitute_alone_shows_what_it_serves(page, dataset):
    towel = dataset.equipment["thick-rolled-towel"]
    replaced = {
        each.short_name for each in dataset.exercises.values() for need in each.equipment if towel in need.substitutes
    }
    _tick(page, "What I have", towel.name)
    assert replaced and replaced <= _shown(page)


def test_no_equipment_shows_what_needs_nothing(page, dataset):
    _tick(page, "What I have", "No equipment")
    assert _shown(page) == _names(dataset, _possible_with([]))


def test_filters_narrow_each_other(page, dataset):
    regions, things = _regions(dataset)[-2:], list(dataset.equipment.values())[-1:]
    for region in regions:
        _tick(page, "Part of the body", wording.capital(region))
    for thing in things:
        _tick(page, "What I have", thing.name)
    possible = _possible_with([thing.id for thing in things]) if things else bool
    assert _shown(page) == _names(dataset, lambda each: {*regions} & {*each.regions} and possible(each))


def test_filters_say_how_many_fit(page, dataset):
    status = page.get_by_role("status")
    assert status.inner_text() == f"{len(dataset.exercises)} of {len(dataset.exercises)} exercises"
    region = _regions(dataset)[-1]
    _tick(page, "Part of the body", wording.capital(region))
    fitting = _names(dataset, lambda each: region in each.regions)
    assert status.inner_text() == f"{len(fitting)} of {len(dataset.exercises)} exercises"


def test_filters_that_nothing_fits_show_a_way_out(page, dataset):
    _tick(page, "Position", "Lying on your back")
    _tick(page, "What I have", "No equipment")
    assert not _shown(page)
    assert page.get_by_role("status").inner_text().startswith("No exercise fits.")
    page.get_by_role("button", name="Clear filters").click()
    assert _shown(page) == _names(dataset, bool)


def test_clearing_unticks_all_and_leaves_the_focus_on_the_page(page, dataset):
    _tick(page, "Part of the body", wording.capital(_regions(dataset)[0]))
    page.get_by_role("button", name="Clear filters").click()
    assert page.locator("exercise-list input:checked").count() == 0
    assert not page.get_by_role("button", name="Clear filters").is_visible()
    assert urlsplit(page.url).query == ""
    assert page.evaluate("document.activeElement.closest('exercise-list') !== null")


def test_address_keeps_the_choice(page, dataset):
    region = _regions(dataset)[0]
    _tick(page, "Part of the body", wording.capital(region))
    _tick(page, "What I have", "No equipment")
    assert parse_qs(urlsplit(page.url).query) == {"region": [region], "have": ["nothing"]}
    before = _shown(page)
    page.reload()
    assert _shown(page) == before
    assert _box(page, "Part of the body", wording.capital(region)).is_checked()


def test_choice_is_there_again_after_a_look_at_an_exercise(page, dataset):
    exercise = next(iter(dataset.exercises.values()))
    region = exercise.regions[0]
    _tick(page, "Part of the body", wording.capital(region))
    page.get_by_role("link", name=exercise.short_name, exact=True).click()
    page.wait_for_url(re.compile(f"/{exercise.id}/$"))
    page.go_back()
    assert _shown(page) == _names(dataset, lambda each: region in each.regions)
    assert _box(page, "Part of the body", wording.capital(region)).is_checked()


def test_address_with_an_unknown_choice_shows_everything(page, dataset):
    page.goto("exercises/?region=tail&needs=wings")
    assert _shown(page) == _names(dataset, bool)
    assert page.locator("exercise-list input:checked").count() == 0


def test_filters_work_by_keyboard_alone(page, dataset):
    region = _regions(dataset)[-1]
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Body":
            page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.value") == region:
            break
    page.keyboard.press("Space")
    assert _shown(page) == _names(dataset, lambda each: region in each.regions)
    page.keyboard.press("Space")
    assert _shown(page) == _names(dataset, bool)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Body", "the menu is closed, and the focus on it"
