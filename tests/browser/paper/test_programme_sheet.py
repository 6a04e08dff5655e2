"""The sheet of a programme in a browser: all of it is within its side, on screen and printed; and its page, printed."""

import pytest
from playwright.sync_api import expect

PAGES = ("programmes/marathon-strength/sheet/", "programmes/knee-at-home/sheet/")
OVER = """() => [...document.querySelectorAll(".sheet")].flatMap((sheet) => {
    const weeks = sheet.querySelector(".programme-sheet__weeks");
    const foot = sheet.querySelector(".cheat-sheet__foot");
    const end = foot ? foot.getBoundingClientRect().top : sheet.getBoundingClientRect().bottom;
    const last = weeks.lastElementChild.getBoundingClientRect().bottom;
    const wide = sheet.scrollWidth - sheet.clientWidth;
    return [Math.max(0, last - end, sheet.scrollHeight - sheet.clientHeight - 1, wide)];
})"""


@pytest.fixture
def page(page_of, programme_site):
    """A page of programmes on a desk."""
    page = page_of(programme_site)
    page.set_viewport_size({"width": 1280, "height": 844})
    return page


@pytest.mark.parametrize("address", PAGES)
def test_weeks_stand_above_the_foot_of_the_sheet(page, address):
    page.goto(address)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.evaluate(OVER) == [0], media


@pytest.mark.parametrize(("width", "height"), [(794, 1123), (816, 1056)], ids=["A4", "Letter"])
def test_tables_of_weeks_are_read_from_the_wall_and_stand_above_the_foot(page_of, library_site, width, height):
    page = page_of(library_site)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    page.goto("programmes/runner-strength-in-eight-weeks/sheet/")
    assert page.evaluate(OVER) == [0]
    sizes = page.locator(".programme-sheet__table tbody td").evaluate_all(
        "(all) => all.map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 14  # pixels


def test_weeks_stand_clear_of_their_sessions_and_boxes_of_a_week_below_one_another(page):
    page.emulate_media(media="print")
    page.goto("programmes/knee-at-home/sheet/")
    gaps, starts, airs = page.evaluate(
        """() => {
            const mm = (pixels) => pixels / 96 * 25.4;
            const box = (element) => element.getBoundingClientRect();
            const words = (element) => {
                const range = document.createRange();
                range.selectNodeContents(element);
                return range.getBoundingClientRect();
            };
            const rows = [...document.querySelectorAll(".programme-sheet__row")];
            const gaps = rows.map((row) =>
                mm(box(row.querySelector(".programme-sheet__session")).left - words(row.firstElementChild).right));
            const wide = rows.at(-1);
            const starts = [...wide.querySelectorAll("span")].map((line) =>
                [...line.querySelectorAll("b")].map((week) => Math.round(mm(box(week).left))).join());
            const sessions = [...wide.querySelectorAll(".programme-sheet__session")];
            const airs = sessions.slice(1).map((each, at) => mm(box(each).top - box(sessions[at]).bottom));
            return [gaps, [...new Set(starts)], airs];
        }"""
    )
    assert min(gaps) >= 2
    assert len(starts) == 1
    assert min(airs) >= 1.9


@pytest.mark.parametrize("address", PAGES)
def test_boxes_are_large_enough_to_tick(page, address):
    page.goto(address)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".programme-sheet__boxes i")].map((each) => {
            const {width, height} = each.getBoundingClientRect();
            return Math.round(Math.min(width, height) / 96 * 25.4);
        })"""
    )
    assert len(sizes) >= 24
    assert set(sizes) == {4}


def test_names_of_weeks_on_the_page_stand_clear_of_what_is_beside_them(page):
    page.goto("programmes/knee-at-home/")
    for width, media in ((320, "screen"), (390, "screen"), (1280, "screen"), (700, "print")):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(media=media)
        gaps = page.evaluate(
            """(names) => {
                const range = document.createRange();
                const shown = (each) => each.children.length > 1 && each.getClientRects().length;
                const all = [...document.querySelectorAll(".programme-weeks__head, .programme-weeks dl")];
                const weeks = [...all.find(shown).querySelectorAll("span, dt")];
                weeks.forEach((each, at) => (each.textContent = names[at % names.length]));
                const boxes = weeks.map((each) => (range.selectNodeContents(each), range.getBoundingClientRect()));
                const rows = boxes.slice(1).map((box, at) => [boxes[at], box]);
                return rows.filter(([one, next]) => next.top < one.bottom).map(([one, next]) => next.left - one.right);
            }""",
            ["From week 12", "Weeks 10–12"],
        )
        assert gaps, (width, media)
        assert min(gaps) >= 4, (width, media)


def test_printed_page_of_a_programme_is_as_wide_as_its_paper(page):
    page.set_viewport_size({"width": 700, "height": 844})
    page.emulate_media(media="print")
    page.goto("programmes/knee-at-home/")
    right = "(selector) => document.querySelector(selector).getBoundingClientRect().right"
    assert page.evaluate(right, ".programme-weeks") == pytest.approx(page.evaluate(right, ".programme-page"), abs=1)
    # What a phase begins with is on the sheet of its exercises.
    first = page.locator(".programme-weeks > :not(ol)")
    assert set(first.evaluate_all("(all) => all.map((each) => getComputedStyle(each).breakAfter)")) == {"avoid"}


def test_printed_page_of_a_programme_names_weeks_once_and_has_nothing_to_press(page_of, library_site):
    page = page_of(library_site)
    page.set_viewport_size({"width": 700, "height": 844})
    page.emulate_media(media="print")
    page.goto("programmes/runner-strength-in-eight-weeks/")
    expect(page.get_by_role("link", name="Start").filter(visible=True)).to_have_count(0)
    code = page.locator(".link-qr__code").bounding_box()
    assert code["width"] > 90 and code["y"] + code["height"] <= page.locator("#care").bounding_box()["y"]
    for text in ("Weeks 1–2", "Week 5"):
        shown = page.get_by_text(text, exact=True).filter(visible=True)
        clipped = shown.evaluate_all("(all) => all.map((each) => getComputedStyle(each).clipPath !== 'none')")
        assert clipped.count(False) == 1, text
