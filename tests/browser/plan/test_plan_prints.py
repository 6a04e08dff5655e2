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
    "large-7": 4,  # two or three exercises to a sheet, whose stop signs are as large
    "large-12": 5,
    "large-13": 6,
    "sheet-13": 2,
    "cards-5": 2,
    "backs-5": 4,
    "wide-cards-12": 3,
}
ON_ONE_PAPER = {f"sheet-{count}": ("A4", "Letter")[count % 2] for count in COUNTS if count not in (1, 7, 12)}
"""Sheets whose layout on either paper is measured below, and printed once."""
CASES = [
    *(
        ("chromium", name, paper)
        for name in PAGES
        for paper in printers.PAPERS
        if paper == ON_ONE_PAPER.get(name, paper)
    ),
    *(("firefox", name, "A4") for name in ("sheet-7", "sheet-12", "large-12", "cards-5", "wide-12")),
]


def named(case):
    return "-".join(case)


each_print = pytest.mark.parametrize("case", CASES, ids=named, scope="module")


@pytest.fixture(scope="module")
def plan_site(long_site, site):
    """That site as it is sent where npm is, which brings what draws QR codes."""
    long_site.beside[long_site.asset("scripts/plan/lean-qr.js")] = site.folder / site.asset("scripts/plan/lean-qr.js")
    yield long_site
    del long_site.beside[long_site.asset("scripts/plan/lean-qr.js")]


@pytest.fixture(scope="module")
def plan_prints(plan_site, browser, once):
    """Every page printed, by browser, name and paper."""
    addresses = {case: plan_site.base_url + PAGES[case[1]] for case in CASES}
    return Prints("plans", once, browser, addresses, shown=".sheet")


@pytest.fixture(scope="module")
def long_dataset(plan_site):
    project = plan_site.folder.parent
    return load(project / "data" / "exercises.yaml", project / "content")


@pytest.fixture(scope="module")
def plan_page(browser, plan_site):
    """A page for all tests of plans in it: each only measures, so what the last one was shown stays."""
    with browser.new_context(base_url=plan_site.base_url, service_workers="block") as context:
        yield context.new_page()


@pytest.fixture
def papers(plan_page):
    """Shows a page as it is printed on each paper, laid out on a screen of another width."""

    def shown(address):
        plan_page.set_viewport_size({"width": 390, "height": 800})
        plan_page.emulate_media(media="screen")
        plan_page.goto("about:blank")
        plan_page.goto(address)
        plan_page.locator(".sheet").first.wait_for()
        plan_page.emulate_media(media="print")
        for paper, width in PAPER_WIDTH.items():
            plan_page.set_viewport_size({"width": width, "height": 1000})
            yield paper, plan_page

    return shown


@each_print
def test_a_plan_takes_as_many_sheets_as_it_should(plan_prints, case):
    assert len(plan_prints[case].sheets) == SHEETS.get(case[1], 1)


@each_print
def test_nothing_of_a_plan_is_printed_in_the_margin(plan_prints, case):
    width, height = printers.PAPERS[case[2]]
    for number, sheet in enumerate(plan_prints[case].sheets):
        left, top, right, bottom = plan_prints[case].ink(number)
        assert min(left, top, width - right, height - bottom) >= MARGIN
        edges = [min(word.left, word.top, width - word.right, height - word.bottom) for word in sheet]
        assert min(edges) >= MARGIN
        assert collisions(sheet) == []


@each_print
def test_a_plan_on_paper_holds_every_word(plan_prints, long_dataset, case):
    if case[1].startswith("wide"):
        return
    count = int(case[1].split("-")[1])
    exercises = [long_dataset.exercises[exercise_id(number)] for number in range(1, count + 1)]
    said = [each.short_name for each in exercises]
    steps = [each for exercise in exercises for each in exercise.short_steps]
    printed = printed_words(plan_prints[case])
    if "cards" in case[1] or "backs" in case[1]:
        texts = [card_texts(long_dataset, each) for each in exercises]
        said += [line for each in texts for line in (*each.steps, *cards.front(each.facts).values())]
    elif "large" in case[1]:
        said += [TITLE, NOTE, *steps]
    else:  # the steps of all, or else their cues
        said += [TITLE, NOTE]
        said += steps if words(*said, *steps) <= printed else [each.cues[0] for each in exercises]
    assert words(*said) - printed == {}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_plan_is_clipped_or_smaller_than_8_points(papers, name):
    for paper, page in papers(PAGES[name]):
        assert page.evaluate(CLIPPED, HELD) == [], paper
        assert page.evaluate(OUTSIDE, HELD) == [], paper
        assert page.locator(".sheet").count() == SHEETS.get(name, 1), paper
        sizes = page.evaluate(LETTERS, HELD)
        assert min(map(float, sizes)) >= 8 - 0.01, (paper, sizes)
        if "large" in name:
            assert max(map(float, sizes)) >= 14 - 0.01, paper


def test_the_code_of_a_plan_with_the_longest_texts_can_be_read(plan_prints, plan_site):
    own = plan_prints["chromium", "sheet-7-own", "A4"]
    link = f"{plan_site.address}plan/{checked(plan(7).partition('.t=')[0]).upper()}"
    assert own.codes == [[link]]


def test_cards_of_a_plan_lead_to_their_exercises(plan_prints, plan_site):
    cards = plan_prints["chromium", "cards-5", "A4"]
    addresses = [f"{plan_site.address}e/{each}/" for each in plan(5).partition(".")[2].split(".")[:5]]
    assert cards.codes == [addresses[:4], addresses[4:]]
