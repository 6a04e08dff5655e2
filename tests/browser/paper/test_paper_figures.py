"""Figures on paper: beside their numbers, from files that need no style sheet and no colour."""

import re
import xml.etree.ElementTree as Xml
from dataclasses import replace

import pytest

from compiled_components import components_in
from limber.dataset.load import load
from limber.figures.drawing import printed
from limber.paper.printing import Printing
from page_kinds import shown

PAPER = {
    "sheets/foot-and-hip/": 7,
    "sheets/foot-and-hip/large/": 7,
    "plan/sheet/#1.tl.br.st.pl.cs.kt.sb": 7,
    "plan/sheet/?large#1.tl.br": 2,
}
CARDS = {"cards/foot-and-hip/": 7, "plan/cards/#1.tl.br.st.pl.cs": 5}
PAIRS = """() => [...document.querySelectorAll(".sheet .paper-poses")].map((pair) => {
    const card = pair.closest(".routine-card").getBoundingClientRect(), mm = 25.4 / 96;
    const pictures = [...pair.querySelectorAll("img")], boxes = pictures.map((each) => each.getBoundingClientRect());
    const scale = (box, of) => Math.min(box.width / of.naturalWidth, box.height / of.naturalHeight);
    const shown = pictures.map((each, at) => scale(boxes[at], each));
    return {files: pictures.map((each) => each.src.split("/figures/")[1]), shown,
        heights: boxes.map(({height}) => height * mm), below: Math.max(...boxes.map(({bottom}) => bottom)) - card.top,
        of: card.height, side: boxes.length < 2 || boxes[0].right <= boxes[1].left + 0.1};
})"""
PLACES = """() => [...document.querySelectorAll(".sheet .cheat-sheet__step")].map((row) => {
    const box = (each) => each.getBoundingClientRect(), mm = 25.4 / 96;
    const [place, number] = [".paper-poses", ".cheat-sheet__number"].map((part) => row.querySelector(part));
    const pictures = [...place.querySelectorAll("img")];
    return {files: pictures.map((each) => each.src.split("/figures/")[1]), number: number.textContent,
        drawn: pictures.every((each) => each.naturalWidth), heights: pictures.map((each) => box(each).height * mm),
        apart: box(pictures[0]).right <= box(place.querySelector("i")).left + 0.1
            && box(place.querySelector("i")).right <= box(pictures[1]).left + 0.1
            && box(pictures[1]).right <= box(number).left + 0.1};
})"""


@pytest.mark.parametrize("address", PAPER)
def test_each_step_on_paper_begins_and_ends_with_an_arrow_between_beside_its_number(page, dataset, address):
    shown(page, address)
    page.locator(".sheet .paper-poses img").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    rows = page.evaluate(PLACES)
    steps = dataset.routines["foot-and-hip"].steps[: PAPER[address]]
    assert [row["files"] for row in rows] == [
        [f"{end}/{step.exercise.id}.svg" for end in ("start", "end")] for step in steps
    ]
    assert [row["number"] for row in rows] == [str(number) for number in range(1, len(steps) + 1)]
    for row in rows:
        assert row["drawn"] and row["apart"] and min(row["heights"]) >= (40 if "large" in address else 22) - 0.1, row


@pytest.mark.parametrize("address", CARDS)
def test_card_shows_how_an_exercise_begins_and_ends_equally_large_above_the_rest(page, dataset, address):
    shown(page, address)
    page.locator(".sheet .paper-poses img").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    pairs = page.evaluate(PAIRS)
    steps = dataset.routines["foot-and-hip"].steps[: CARDS[address]]
    ids = [step.exercise.id for step in steps]
    assert [pair["files"] for pair in pairs] == [[f"start/{id_}.svg", f"end/{id_}.svg"] for id_ in ids]
    for pair in pairs:
        assert pair["shown"][0] == pytest.approx(pair["shown"][1], rel=0.01) and pair["side"], pair
        assert pair["heights"] == pytest.approx([40, 40], abs=0.2), pair
        assert pair["below"] < 0.45 * pair["of"], pair


def test_figure_that_cannot_be_had_leaves_its_number(new_page):
    page = new_page()
    page.route("**/figures/**", lambda asked: asked.fulfill(body="no picture"))
    page.goto("plan/sheet/#1.tl.br")
    page.locator(".sheet").first.wait_for()
    assert page.locator(".sheet .paper-poses :is(img, i):visible").count() == 0
    assert page.locator(".cheat-sheet__number").all_inner_texts() == ["1", "2"]


def test_figure_on_paper_is_black_ink_and_needs_nothing_else(site, dataset):
    for id_, exercise in dataset.exercises.items():
        pictures = printed(exercise.figure, exercise.works)
        wide = max(picture.box[2] for picture in pictures)
        for folder, picture in zip(("figures/start", "figures/end"), pictures, strict=True):
            text = (site.folder / folder / f"{id_}.svg").read_text("utf-8")
            assert not re.search("class|style|href|script|var\\(", text), id_
            drawing = Xml.fromstring(text)
            left, top, width, high = map(int, drawing.attrib["viewBox"].split())
            assert (top, width, high) == (picture.box[1], wide, picture.box[3])
            assert left <= picture.box[0] and picture.box[0] + picture.box[2] <= left + width
            paths = drawing.findall(".//{http://www.w3.org/2000/svg}path")
            assert len(paths) > 10, id_
            for path in paths:
                for ink in (path.attrib["fill"], path.attrib["stroke"]):
                    assert ink in {"none", "#000", "#fff", "#8c8c8c"}, f"{id_}: {ink}"


def test_exercise_without_a_figure_has_its_number_on_paper(root):
    data = load(root / "data" / "exercises.yaml")
    plain = {id_: replace(each, figure=None) for id_, each in data.exercises.items()}
    whole = data.routines["foot-and-hip"]
    steps = tuple(replace(each, exercise=plain[each.exercise.id]) for each in whole.steps)
    bare = replace(data, exercises=plain, routines={whole.id: replace(whole, steps=steps)})
    components = components_in(root / "overrides" / "components", bare, paper=Printing(bare))
    for name, number in (("cheat_sheet", '<b class="cheat-sheet__number"'), ("routine_cards", "<b>")):
        page = components.render(name, "../", whole.id)
        assert page.count(number) == 7 and "<img" not in page
