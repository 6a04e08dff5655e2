"""Paper: what a printed page holds, read back from the file that the browser would send to a printer."""

import re
import subprocess
from functools import cache

import pytest
from playwright.sync_api import expect

from page_kinds import shown
from system_parts import needed

NOT_FOR_PAPER = (
    "Skip to content",
    "Search",
    "Switch to",
    "Edit this record",
    "Copy link",
    "Show QR",
    "Link:",
    "Safety and care",
    "How to stay safe",
    "Clear filters",
)

# Elements with a text of their own that is paler than a middle grey, with a ground, or in the colours of a screen.
PALE = """() => [...document.querySelectorAll("body, body *")].filter((each) => {
    if (!each.checkVisibility()) return false;
    const {color, backgroundColor, filter} = getComputedStyle(each);
    const says = [...each.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    const pale = Math.max(...color.match(/\\d+/g).slice(0, 3)) > 110;
    const ground = !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(backgroundColor);
    return (says && pale) || ground || filter !== "none";
}).map((each) => `${each.tagName} ${each.className}`)"""


@pytest.fixture(scope="module")
def printed(file_page, tmp_path_factory):
    """Prints the page at an address, once for all tests, and gives the text of each sheet, a column after the other."""
    needed("poppler")
    file = tmp_path_factory.mktemp("printed") / "printed.pdf"

    @cache
    def printed(address, paper="A4"):
        shown(file_page, address)
        file_page.wait_for_load_state("networkidle")  # a plan's rules for paper come after its figures
        file_page.pdf(path=file, format=paper, prefer_css_page_size=True)
        text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
        *sheets, _ = text.split("\f")
        return sheets

    return printed


def _words(text):
    """A text without the places where paper breaks its lines."""
    return re.sub(r"\s+", "", text)


def test_paper_of_each_kind_of_page_has_no_blank_sheet_and_is_dark_on_white_in_the_dark_scheme_too(
    file_page, printed, site, kinds
):
    for kind, address in kinds.items():
        sheets = printed(address)
        assert [number for number, sheet in enumerate(sheets, 1) if not sheet.strip()] == [], kind
        if file_page.url != site.base_url + address:
            shown(file_page, address)
        file_page.emulate_media(media="print", color_scheme="dark")
        expect(file_page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
        assert file_page.evaluate(PALE) == [], kind
        file_page.emulate_media(media="null", color_scheme="light")


def test_short_page_takes_one_sheet(printed, kinds):
    for paper in ("A4", "Letter"):
        assert len(printed(kinds["lost"], paper)) == 1


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("kind", "item"), [("exercise list", ".exercise-list__item"), ("equipment", ".equipment-page__uses li")]
)
def test_list_of_few_takes_one_sheet_with_pictures_that_can_be_told_from_each_other(
    printed, page, kinds, dataset, paper, kind, item
):
    if len(dataset.exercises) > 9:
        pytest.skip("a list of few")
    assert len(printed(kinds[kind], paper)) == 1
    width, height = {"A4": (794, 1123), "Letter": (816, 1056)}[paper]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    page.goto(kinds[kind])
    pictures = page.locator(item).locator(".figure-thumb")
    heights = pictures.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().height / 96 * 25.4)")
    assert min(heights) >= (37 if kind == "exercise list" else 18)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_plan_that_is_changed_is_printed_as_the_plan_alone(printed, kinds, dataset, paper):
    (sheet,) = printed(kinds["plan to change"], paper)
    steps = next(each for each in dataset.routines.values() if not each.core_of).steps[:7]
    assert "Week 1" in sheet and "Slowly at first" in sheet and "Add" not in sheet and "Start over" not in sheet
    assert [_words(sheet).count(_words(step.exercise.short_name)) for step in steps] == [1] * len(steps)
    assert "×45shold" in _words(sheet)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_handout_has_lines_to_fill_in_and_four_weeks_to_tick(printed, dataset, paper):
    (sheet,) = printed(f"exercises/{next(iter(dataset.exercises))}/", paper)
    _, foot = _words(sheet).split("ForDateMydoseHowoften")
    assert foot.count("MTWTFSS") == 4
    assert [week for week in range(1, 6) if f"Week{week}" in foot] == [1, 2, 3, 4]


def test_handout_says_no_name_of_an_exercise_without_what_it_is_for(page_of, library_site):
    page = page_of(library_site)
    page.emulate_media(media="print")
    page.goto("exercises/dead-bug/")
    expect(page.locator(".exercise__easier dd").filter(visible=True)).to_have_count(3)
    expect(page.locator(".exercise__easier dd a").filter(visible=True)).to_have_count(0)


def test_handout_has_one_size_of_type_below_its_figure(page, dataset):
    page.emulate_media(media="print")
    for exercise in dataset.exercises.values():
        page.goto(f"exercises/{exercise.id}/")
        words = page.locator(".exercise section:not(.exercise__source) :is(li, p, dt, dd, h3):visible")
        sizes = words.evaluate_all("(all) => all.map((each) => getComputedStyle(each).fontSize)")
        assert len(set(sizes)) == 1, exercise.id


def test_printed_routine_holds_every_step_three_exercises_to_a_sheet(printed, dataset):
    for routine in dataset.routines.values():
        sheets = printed(f"routines/{routine.id}/")
        assert len(sheets) <= len(routine.steps) // 3 + 1
        text = _words(" ".join(sheets))
        for step in routine.steps:
            expected = (step.exercise.short_name, *step.exercise.setup, *step.exercise.instructions)
            assert [each for each in expected if _words(each) not in text] == []


def test_printed_exercise_holds_every_step(printed, kinds, dataset):
    for kind in ("exercise", "exercise with an alternative dose"):
        exercise = dataset.exercises[kinds[kind].split("/")[1]]
        text = _words(" ".join(printed(kinds[kind])))
        expected = (exercise.name, *exercise.setup, *exercise.instructions, *exercise.stop_signs)
        assert [each for each in expected if _words(each) not in text] == []


@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_paper_gives_the_address_of_the_source(printed, kinds, dataset, kind):
    text = _words(" ".join(printed(kinds[kind])))
    credit = {**dataset.exercises, **dataset.routines}[kinds[kind].split("/")[1]].credit
    assert (credit.work.url if credit else "isourown.") in text


@pytest.mark.parametrize("kind", ["routine", "exercise", "exercise list"])
def test_paper_has_nothing_to_press(printed, kinds, kind):
    text = " ".join(printed(kinds[kind])).replace("\nStart\n", "\n", 1)  # which stands below the first pose
    assert [words for words in NOT_FOR_PAPER if words in text] == []
    assert not re.search(r"^(?:Start|Print|Read|Back|Next|Routines|Equipment|Safety)$", text, re.MULTILINE)
