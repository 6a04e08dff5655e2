"""What is printed must lie inside what holds it: measured in the browser, as paper shows it; half a line is no line."""

import pytest

from longest_texts import COUNTS, GROUPED, routine_id
from paper_boxes import CLIPPED, HELD, LETTERS, OUTSIDE
from plan_pages import changed, opened

PLAN = ["tl", "br", "st", "pl", "cs", "kt", "sb", "tl", "br", "st", "pl", "cs"]
A4, LETTER = {"width": 745, "height": 1123}, {"width": 768, "height": 1056}
"""CSS pixels between margins of 6.35 mm, and of the whole paper, as some browsers tell it."""
UNTOLD = {"width": 745, "height": 1000}
"""The narrower of both where a browser does not tell how high its paper is."""
SHEETS = {f"sheets/{routine_id(count)}/": count for count in COUNTS}
PAGES = [
    *SHEETS,
    *(f"sheets/{routine_id(count)}/large/" for count in (3, 8, 12)),
    *(f"sheets/{routine_id(count, 'group')}/{kind}" for count in GROUPED for kind in ("", "large/")),
    f"cards/{routine_id(12, 'group')}/",
    f"cards/{routine_id(12)}/",
    f"cards/{routine_id(12)}/backs/",
]
BORDERS = """(held) => {
    const widths = [], of = (rules) => [...rules].forEach((rule) => {
        if (rule.media && !matchMedia(rule.media.mediaText).matches) return;
        const boxes = rule.selectorText ? [...document.querySelectorAll(held)] : [];
        if (boxes.some((box) => box.querySelector(rule.selectorText)))
            for (const edge of ["top", "right", "bottom", "left"])
                widths.push(rule.style.getPropertyValue(`border-${edge}-width`));
        if (rule.cssRules) of(rule.cssRules);
        if (rule.styleSheet) of(rule.styleSheet.cssRules); // what a sheet imports
    });
    [...document.styleSheets].forEach((sheet) => of(sheet.cssRules));
    return widths.filter((width) => !["", "0px", "medium"].includes(width));
}"""  # as they are written: browsers round what they compute

CUTS = """() => [...document.querySelectorAll(".routine-card")].map((card) => {
    const texts = [...card.querySelectorAll("h2, p, li, dt, dd, svg")].map((each) => each.getBoundingClientRect());
    const {left, top, right, bottom} = card.getBoundingClientRect();
    const corners = [...card.querySelectorAll(".cut")].map((cut) => {
        const is = cut.getBoundingClientRect();
        const struck = texts.some((text) =>
            text.left < is.right && is.left < text.right && text.top < is.bottom && is.top < text.bottom);
        return [is.left === left || is.right === right, is.top === top || is.bottom === bottom, struck];
    });
    return [card.querySelectorAll(".cut").length, corners];
})"""


@pytest.fixture(scope="module")
def printed_page(browser, long_site):
    """A page as it is printed, for all tests: each only measures, so what the last one was shown stays as it is."""
    with browser.new_context(base_url=long_site.base_url, service_workers="block") as context:
        page = context.new_page()
        page.emulate_media(media="print")
        yield page


@pytest.fixture
def shown(printed_page, long_site):
    """Shows a page as it is printed."""

    def shown(address):
        if printed_page.url != f"{long_site.base_url}{address}":
            printed_page.goto(address)
        return printed_page

    return shown


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_clipped_no_letters_are_smaller_than_8_points_and_boxes_to_tick_are_large_enough(shown, address):
    """Rows that are larger on A4 stay above its foot, too."""
    page = shown(address)
    for size in (UNTOLD, A4, LETTER):
        page.set_viewport_size(size)
        assert page.evaluate(OUTSIDE, HELD) == [], size
        sizes = page.evaluate(LETTERS, HELD)
        assert len(sizes) > 1
        assert min(map(float, sizes)) >= 8 - 0.01, (size, sizes)
        if "large" in address:
            assert max(map(float, sizes)) >= 16 - 0.01, size
            first, *others = page.evaluate(
                """() => [".cheat-sheet__stop", ".cheat-sheet__short-steps"].map((part) =>
                    parseFloat(getComputedStyle(document.querySelector(part) ?? document.body).fontSize))"""
            )
            assert first >= max(others), "when to stop is no smaller than what it stops"
        if address in SHEETS:
            _has_boxes_to_tick_of_4_mm_or_more_for_a_week_or_two(page, SHEETS[address], size)


def _has_boxes_to_tick_of_4_mm_or_more_for_a_week_or_two(page, steps, size):
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".tick-boxes")].map((row) => [...row.children].flatMap((each) => {
            const {width, height} = each.getBoundingClientRect();
            return width ? [[width, height].map((side) => Math.round(side / 96 * 254) / 10)] : [];
        }))"""
    )
    assert len(boxes) == steps, size
    for week in boxes:
        assert len(week) in (7, 14), size
        assert all(width == height >= 4 for width, height in week), (size, week)


def test_words_of_wide_letters_are_not_clipped_either(shown):
    for address in (f"sheets/{routine_id(12, 'wide')}/", f"cards/{routine_id(12, 'wide')}/"):
        page = shown(address)
        for size in (UNTOLD, LETTER):
            page.set_viewport_size(size)
            assert page.evaluate(CLIPPED, HELD) == [], (address, size)


@pytest.mark.parametrize(("large", "counts"), [("", (1, 4, 5, 7, 9, 12)), ("?large", (1, 3, 12))])
def test_rows_of_a_plan_that_are_larger_on_a4_stay_above_its_foot(page, large, counts):
    """Of usual texts; test_plan_prints.py measures the longest, of other numbers, too."""
    page.set_viewport_size(A4)
    opened(page, f"sheet/{large}#1.{PLAN[-1]}")
    for count in counts:
        page.emulate_media(media="null")
        changed(page, f"#1.{'.'.join(PLAN[:count])}")
        assert page.locator(".cheat-sheet__step").count() == count
        page.emulate_media(media="print")
        assert page.evaluate(OUTSIDE, HELD) == [], count


def test_first_routine_has_larger_type_on_a4(page):
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    page.goto("sheets/foot-and-hip/")
    points = """(name) => [...new Set([...document.querySelectorAll(name)].map(
        (each) => Math.round(parseFloat(getComputedStyle(each).fontSize) * 7.5) / 10))]"""
    assert page.evaluate(points, ".cheat-sheet__short-steps li") == [11.5]
    assert min(page.evaluate(points, ".cheat-sheet__name")) >= 13.3
    assert min(page.evaluate(points, ".cheat-sheet__what .paper-dose strong")) >= 14


def test_code_is_25_mm_wide_with_its_quiet_zone(shown):
    for address in (f"sheets/{routine_id(12)}/", f"cards/{routine_id(12)}/"):
        sides = shown(address).evaluate(
            """() => [...document.querySelectorAll(".paper-qr svg.qr")].map((each) => {
                const {width, height} = each.getBoundingClientRect();
                return Math.min(width, height) / 96 * 25.4;
            })"""
        )
        assert sides
        assert min(sides) >= 24.99


def test_each_card_has_four_cut_marks_at_its_corners_and_none_in_its_text(shown):
    page = shown(f"cards/{routine_id(12)}/")
    for size in (A4, LETTER):
        page.set_viewport_size(size)
        assert page.evaluate(CUTS) == [[4, [[True, True, False]] * 4]] * 12, size


@pytest.mark.parametrize("address", [f"sheets/{routine_id(12)}/", f"cards/{routine_id(12)}/backs/"])
def test_no_line_is_thinner_than_a_printer_of_300_dots_an_inch_prints(shown, address):
    widths = shown(address).evaluate(BORDERS, HELD)
    assert len(widths) > 2
    scaled = {"1px"}  # made smaller afterwards
    assert [each for each in widths if each not in scaled and float(each.removesuffix("mm")) < 0.08] == []


def test_mark_of_a_core_exercise_stands_behind_its_name(page_of, library_site):
    page = page_of(library_site)
    page.emulate_media(media="print")
    page.goto("sheets/back-and-neck/")
    titles = page.locator(".cheat-sheet__title", has=page.locator(".core-mark"))
    assert titles.count()
    for title in titles.all():
        name, mark = title.locator(".cheat-sheet__name").bounding_box(), title.locator(".core-mark").bounding_box()
        assert 0 <= mark["x"] - name["x"] - name["width"] < 12
        assert name["y"] < mark["y"] + mark["height"] / 2 < name["y"] + name["height"]
