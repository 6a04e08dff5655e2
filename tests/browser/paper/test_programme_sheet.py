"""The sheet of a programme in a browser: all of it is within its side, on screen and printed."""

import pytest

PAGES = ("programmes/marathon-strength/sheet/", "programmes/knee-at-home/sheet/")
OVER = """() => [...document.querySelectorAll(".sheet")].flatMap((sheet) => {
    const weeks = sheet.querySelector(".programme-sheet__weeks");
    const foot = sheet.querySelector(".cheat-sheet__foot");
    const end = foot ? foot.getBoundingClientRect().top : sheet.getBoundingClientRect().bottom;
    const last = weeks.lastElementChild.getBoundingClientRect().bottom;
    const wide = sheet.scrollWidth - sheet.clientWidth;
    return [Math.max(0, last - end, sheet.scrollHeight - sheet.clientHeight - 1, wide)];
})"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("address", PAGES)
def test_weeks_stand_above_the_foot_of_the_sheet(new_page, programme_site, address, media):
    page = new_page(programme_site, width=1280)
    page.emulate_media(media=media)
    page.goto(address)
    assert page.evaluate(OVER) == [0]


@pytest.mark.parametrize("address", PAGES)
def test_boxes_are_large_enough_to_tick(new_page, programme_site, address):
    page = new_page(programme_site, width=1280)
    page.goto(address)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".programme-sheet__boxes i")].map((each) => {
            const {width, height} = each.getBoundingClientRect();
            return Math.round(Math.min(width, height) / 96 * 25.4);
        })"""
    )
    assert len(sizes) >= 24
    assert set(sizes) == {4}
