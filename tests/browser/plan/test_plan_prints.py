"""Plans of the longest texts on paper, as browsers print them: one sheet, nothing in the margin, clipped or missing."""

import pytest

import printers
from limber.dataset.load import load
from limber.paper import cards
from limber.paper.texts import card_texts
from longest_texts import exercise_id, text
from paper_boxes import CLIPPED, HELD, LETTERS, OUTSIDE
from paper_prints import Prints, collisions, printed_words, words
from plan_checks import checked
from plan_pages import changed, opened
from printed import Printed

MARGIN = 8.0  # mm
PAPER_WIDTH = {"A4": 745, "Letter": 768}  # CSS pixels between margins of 6.35 mm
COUNTS = range(1, 13)
TITLE, NOTE = text(60, 5)[:-1], text(280, 11)[:-1]  # a link ends on a letter
DOSES = "3x10-12r120t10101010o60h"
WIDEST = {"title": "W" * 60, "note": " ".join(["WWWWWWWWW"] * 28)}


def plan(count, code="zz", dose="", title=TITLE, note=NOTE):
    """The plan of so many of the exercises with the longest texts, and with texts of its own as long as may be."""
    steps = "".join(f".{code}{chr(96 + number)}{dose}" for number in range(1, count + 1))
    return f"#1{steps}.t={title}.n={note}".replace(" ", "-")


PAGES = {
    **{f"sheet-{count}": f"plan/sheet/{plan(count, dose=DOSES)}" for count in COUNTS},
    "sheet-7-own": f"plan/sheet/{plan(7)}",
    "large-12": f"plan/sheet/?large{plan(12, dose=DOSES)}",
    "large-7": f"plan/sheet/?large{plan(7)}",
    "cards-5": f"plan/cards/{plan(5, dose=DOSES)}",
    "backs-5": f"plan/cards/?backs{plan(5)}",
    "wide-12": f"plan/sheet/{plan(12, 'ww', DOSES, **WIDEST)}",
    "wide-cards-12": f"plan/cards/{plan(12, 'ww', DOSES, **WIDEST)}",
    "sheet-13": f"plan/sheet/{plan(13, dose=DOSES)}",
    "large-13": f"plan/sheet/?large{plan(13)}",
}
SHEETS = {
    "large-7": 3,  # two or three exercises to a sheet, whose stop signs are as large
    "large-12": 5,
    "large-13": 5,
    "sheet-13": 2,
    "cards-5": 2,
    "backs-5": 4,
    "wide-cards-12": 3,
}
ON_ONE_PAPER = {f"sheet-{count}": ("A4", "Letter")[count % 2] for count in COUNTS if count not in (1, 7, 12)}
"""Sheets whose layout is measured on either paper, and printed once."""
IN_FIREFOX = ("sheet-7", "sheet-12", "large-12", "cards-5", "wide-12")


@pytest.fixture(scope="module")
def plan_site(long_site, site):
    """That site as it is sent where npm is, which brings what draws QR codes."""
    long_site.beside[long_site.asset("scripts/plan/lean-qr.js")] = site.folder / site.asset("scripts/plan/lean-qr.js")
    yield long_site
    del long_site.beside[long_site.asset("scripts/plan/lean-qr.js")]


@pytest.fixture(scope="module")
def long_dataset(plan_site):
    project = plan_site.folder.parent
    return load(project / "data" / "exercises.yaml", project / "content")


@pytest.fixture(scope="module")
def plan_page(browser, plan_site):
    """A page for all plans in turn: opening one takes most of a test."""
    with browser.new_context(base_url=plan_site.base_url, service_workers="block") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def firefox_prints(plan_site, once):
    addresses = {("firefox", name, "A4"): plan_site.base_url + PAGES[name] for name in IN_FIREFOX}
    return Prints("plans", once, None, addresses, shown=".sheet")


@pytest.mark.parametrize("name", PAGES)
def test_a_plan_is_whole_on_paper_in_chromium(plan_page, plan_site, long_dataset, tmp_path, name):
    plan_page.emulate_media(media="null")  # as what it is shown on
    plan_page.set_viewport_size({"width": 1000, "height": 800})
    page, hash_, fragment = PAGES[name].partition("#")
    if plan_page.url.partition("#")[0] == plan_site.base_url + page:
        changed(plan_page, hash_ + fragment)
    else:
        opened(plan_page, PAGES[name].removeprefix("plan/"))
    codes = codes_of(name, plan_site.address)
    for paper in printers.PAPERS:
        if paper == ON_ONE_PAPER.get(name, paper):
            plan_page.pdf(path=tmp_path / f"{paper}.pdf", format=paper, prefer_css_page_size=True)
            printed = Printed(tmp_path / f"{paper}.pdf")
            whole(printed, name, paper, long_dataset)
            assert codes is None or printed.codes == codes, paper
    plan_page.set_viewport_size({"width": 390, "height": 800})
    plan_page.emulate_media(media="print")
    for paper, width in PAPER_WIDTH.items():
        plan_page.set_viewport_size({"width": width, "height": 1000})
        measured(plan_page, name, paper)


@pytest.mark.parametrize("name", IN_FIREFOX)
def test_a_plan_is_whole_on_paper_in_firefox(firefox_prints, long_dataset, name):
    whole(firefox_prints["firefox", name, "A4"], name, "A4", long_dataset)


def measured(page, name, paper):
    """Nothing is clipped or smaller than 8 points."""
    assert page.evaluate(CLIPPED, HELD) == [], paper
    assert page.evaluate(OUTSIDE, HELD) == [], paper
    assert page.locator(".sheet").count() == SHEETS.get(name, 1), paper
    sizes = page.evaluate(LETTERS, HELD)
    assert min(map(float, sizes)) >= 8 - 0.01, (paper, sizes)
    if "large" in name:
        assert max(map(float, sizes)) >= 14 - 0.01, paper


def whole(printed, name, paper, dataset):
    """As many sheets as there should be, with every word, none in the margin and none on another."""
    assert len(printed.sheets) == SHEETS.get(name, 1), paper
    width, height = printers.PAPERS[paper]
    for number, sheet in enumerate(printed.sheets):
        left, top, right, bottom = printed.ink(number)
        assert min(left, top, width - right, height - bottom) >= MARGIN, (paper, number)
        edges = [min(word.left, word.top, width - word.right, height - word.bottom) for word in sheet]
        assert min(edges) >= MARGIN, (paper, number)
        assert collisions(sheet) == [], (paper, number)
    if not name.startswith("wide"):
        assert lacking(printed, name, dataset) == {}, paper


def lacking(printed, name, dataset):
    """The words that should be on the paper and are not."""
    count = int(name.split("-")[1])
    exercises = [dataset.exercises[exercise_id(number)] for number in range(1, count + 1)]
    said = [each.short_name for each in exercises]
    steps = [each for exercise in exercises for each in exercise.short_steps]
    found = printed_words(printed)
    if "cards" in name or "backs" in name:
        texts = [card_texts(dataset, each) for each in exercises]
        said += [line for each in texts for line in (*each.steps, *cards.front(each.facts).values())]
    elif "large" in name:
        said += [TITLE, NOTE, *steps]
    else:  # the steps of all, or else their cues
        said += [TITLE, NOTE]
        said += steps if words(*said, *steps) <= found else [each.cues[0] for each in exercises]
    return words(*said) - found


def codes_of(name, address):
    """What the codes on each sheet of a plan hold, where that is asked: the plan, or its cards' exercises."""
    if name == "sheet-7-own":
        return [[f"{address}plan/{checked(plan(7).partition('.t=')[0]).upper()}"]]
    if name == "cards-5":
        addresses = [f"{address}e/{each}/" for each in plan(5).partition(".")[2].split(".")[:5]]
        return [addresses[:4], addresses[4:]]
    return None
