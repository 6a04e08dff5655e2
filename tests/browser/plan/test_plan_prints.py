"""Plans of the longest texts on paper, as browsers print them: one sheet, nothing in the margin, clipped or missing."""

import pytest

import printers
from limber.dataset.load import load
from limber.paper import cards
from limber.paper.texts import card_texts
from longest_plans import IN_FIREFOX, NOTE, ON_ONE_PAPER, PAGES, SHEETS, TITLE, plan
from longest_texts import exercise_id
from paper_boxes import CLIPPED, HELD, LETTERS, OUTSIDE
from paper_prints import collisions, printed_words, words
from plan_checks import checked
from plan_pages import changed, opened
from printed import Printed

MARGIN = 8.0  # mm
SIZES = {"A4": (745, 1123), "Letter": (768, 1056)}
"""CSS pixels between margins of 6.35 mm, and of the whole paper, as a browser tells it."""


@pytest.fixture(scope="module")
def long_dataset(long_site):
    project = long_site.folder.parent
    return load(project / "data" / "exercises.yaml", project / "content")


@pytest.fixture(scope="module")
def plan_page(browser, long_site):
    """A page for all plans in turn: opening one takes most of a test."""
    with browser.new_context(base_url=long_site.base_url, service_workers="block") as context:
        yield context.new_page()


@pytest.mark.parametrize("name", PAGES)
def test_a_plan_is_whole_on_paper_in_chromium(plan_page, long_site, long_dataset, tmp_path, name):
    plan_page.emulate_media(media="null")  # as what it is shown on
    plan_page.set_viewport_size({"width": 1000, "height": 800})
    page, hash_, fragment = PAGES[name].partition("#")
    if plan_page.url.partition("#")[0] == long_site.base_url + page:
        changed(plan_page, hash_ + fragment)
    else:
        opened(plan_page, PAGES[name].removeprefix("plan/"))
    codes = codes_of(name, long_site.address)
    for paper in printers.PAPERS:
        if paper == ON_ONE_PAPER.get(name, paper):
            plan_page.pdf(path=tmp_path / f"{paper}.pdf", format=paper, prefer_css_page_size=True)
            printed = Printed(tmp_path / f"{paper}.pdf")
            whole(printed, name, paper, long_dataset)
            assert codes is None or printed.codes == codes, paper
    plan_page.emulate_media(media="print")
    for paper, (width, height) in SIZES.items():
        plan_page.set_viewport_size({"width": width, "height": height})
        measured(plan_page, name, paper)


@pytest.mark.parametrize("name", IN_FIREFOX)
def test_a_plan_is_whole_on_paper_in_firefox(prints, long_dataset, name):
    whole(prints["firefox", f"plan-{name}", "A4"], name, "A4", long_dataset)


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
