"""Printing with little: one card by its address, from a phone, without scripts, for a site without an address."""

from itertools import count

import pytest

from page_kinds import shown
from paper_prints import handouts
from printed import Printed, squeezed
from site_build import build

SHEET = "sheets/foot-and-hip/"
CARDS = "cards/foot-and-hip/"


@pytest.fixture
def on_paper(page, tmp_path):
    """Prints what is at an address; what it gives is what was printed."""

    numbers = count()

    def on_paper(address, paper="A4", page=page):
        shown(page, address)
        file = tmp_path / f"{next(numbers)}.pdf"
        page.pdf(path=file, format=paper, prefer_css_page_size=True)
        return Printed(file)

    return on_paper


@pytest.mark.parametrize(("number", "paper"), [(0, "A4"), (4, "Letter"), (6, "A4")])
def test_one_card_is_printed_alone(on_paper, dataset, site, number, paper):
    steps = dataset.routines["foot-and-hip"].steps
    mine = steps[number].exercise
    printed = on_paper(f"{CARDS}#{mine.id}", paper)
    assert printed.codes == [[site.address + mine.short_path]]
    others = [step.exercise.name for step in steps if step.exercise is not mine]
    assert mine.name.replace(" ", "") in printed.text
    assert [name for name in others if name.replace(" ", "") in printed.text] == []


def test_handout_is_one_sheet_that_names_its_poses_and_has_the_code_of_its_page(on_paper, dataset, site):
    """On Letter, which is 18 mm shorter than A4 and not 6 mm wider: what takes one sheet of it takes one of A4."""
    for exercise in dataset.exercises.values():
        printed = on_paper(f"exercises/{exercise.id}/", "Letter")
        assert len(printed.sheets) == 1, exercise.id
        assert not any(squeezed(change.what) in printed.text for change in exercise.changes), exercise.id
        assert printed.codes == [[f"{site.address}exercises/{exercise.id}/"]]
        labels = [
            squeezed(f"{number} {pose.label}") for number, pose in enumerate(exercise.figure.poses, 1) if pose.label
        ]
        labels = labels or ["Start", "Hold" if exercise.start.hold_seconds else "End"]
        labels += ["Youfeelithere"] if exercise.figure.felt else []
        assert [each for each in labels if each not in printed.text] == [], exercise.id
        assert [printed.text.count(sign.replace(" ", "")) for sign in exercise.stop_signs] == [
            1 for _ in exercise.stop_signs
        ]
        assert "Printacard" not in printed.text


@pytest.mark.parametrize(("engine", "id_", "paper"), handouts())
def test_handout_loses_no_line_at_the_end_of_a_sheet_in_webkit(prints, dataset, engine, id_, paper):
    exercise = dataset.exercises[id_]
    said = (
        *exercise.instructions,
        *exercise.precautions,
        *exercise.harder,
        *(each.fix for each in exercise.faults),
    )
    text = prints[engine, id_, paper].text
    assert [each for each in said if squeezed(each) not in text] == []


def test_screen_says_that_one_card_is_printed_and_leads_to_all(page):
    page.goto(f"{CARDS}#calf-stretch")
    page.get_by_text("Only the chosen card will be printed").wait_for()
    page.get_by_role("link", name="Print all 7").click()
    page.get_by_text("Only the chosen card will be printed").wait_for(state="hidden")


@pytest.mark.parametrize("address", [SHEET, CARDS])
def test_phone_dark_scheme_and_no_script_print_the_same(on_paper, new_page, page, address):
    page.set_viewport_size({"width": 1200, "height": 844})
    usual = on_paper(address).sheets
    page.set_viewport_size({"width": 390, "height": 844})
    assert on_paper(address).sheets == usual, "a phone"
    page.emulate_media(color_scheme="dark")
    assert on_paper(address).sheets == usual, "dark"
    assert on_paper(address, page=new_page(width=1200, javascript=False)).sheets == usual, "no script"


def test_paper_fits_a_phone_screen(page):
    for address in (SHEET, f"{SHEET}large/", CARDS, f"{CARDS}backs/", "cards/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_nothing_to_press_is_printed(on_paper):
    for address in (SHEET, CARDS):
        text = on_paper(address).text
        assert [
            words for words in ("Print", "PDFof", "Largeprint", "Cheatsheet", "Cardswithbacks") if words in text
        ] == []


def test_site_without_an_address_prints_no_code_and_says_why(unpublished_site):
    for page in (SHEET, CARDS):
        html = (unpublished_site.folder / page / "index.html").read_text("utf-8")
        assert "<svg" not in html
        assert "No QR code: SITE_URL is not set" in html
        assert "limber.example" not in html.split("<main", 1)[1]
    for page in (SHEET, "exercises/toe-lifts/"):
        assert "canonical" not in (unpublished_site.folder / page / "index.html").read_text("utf-8")


def test_address_too_long_for_a_code_stops_the_build(root, tmp_path):
    said = build(root, tmp_path, f"https://coach.example/{'a-long-folder/' * 8}")
    assert said.returncode != 0
    assert "a QR code that a phone reads from paper holds 134." in said.stderr
    assert "Shorten the path of SITE_URL" in said.stderr
    assert "Traceback" not in said.stderr
