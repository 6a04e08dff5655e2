"""How the plan's page is laid out: what is in view, what leads on, and that nothing covers what one is at."""

import pytest
from playwright.sync_api import expect

from page_kinds import plan, shown
from plan_maker import opened

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
FILLED = """all => all.filter(each => each.checkVisibility({visibilityProperty: true})
    && getComputedStyle(each).backgroundColor === getComputedStyle(document.querySelector("h1")).color)
    .map(each => each.innerText)"""
IN_GERMAN = """() => {
    const [head, undo, redo] = ["[data-send]", "[data-undo]", "[data-redo]"].map(each => document.querySelector(each));
    [head.textContent, undo.textContent, redo.textContent] = ["Senden", "Rückgängig", "Erneut"];
    redo.disabled = false;
    const words = document.createRange();
    words.selectNodeContents(head);
    const bar = document.querySelector(".plan-editor__bar");
    return bar.getBoundingClientRect().left - words.getBoundingClientRect().right;
}"""
COVERED = """() => {
    const bar = [...document.querySelectorAll(".plan__bar")].find(each => each.checkVisibility());
    const isCovered = (at) => {
        at.focus(); // it is scrolled to as by a key
        if (at !== document.activeElement || bar.contains(at)) return false;
        const [it, foot] = [at, bar].map(each => each.getBoundingClientRect());
        return it.right > foot.left && it.left < foot.right && it.bottom > foot.top + 1 && it.top < foot.bottom;
    };
    const inOrder = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    const all = inOrder.filter(each => each.checkVisibility());
    const covered = [...all, ...all.reverse()].filter(isCovered).map(each => each.outerHTML.slice(0, 80));
    return [all.length, covered];
}"""


@pytest.fixture
def whole(dataset):
    return next(each for each in dataset.routines.values() if not each.core_of)


@pytest.fixture
def codes(whole):
    return [step.exercise.code for step in whole.steps]


def _in_view(*places):
    for place in places:
        expect(place).to_be_in_viewport(ratio=1)


def _heads(page):
    return [page.get_by_role("heading", name=name) for name in ("The plan", "Add exercises", "Send it")]


def test_a_desk_has_plan_adding_and_sending_side_by_side_in_view(page, codes):
    page.set_viewport_size(DESK)
    shown(page, f"plan/?edit#1.{'.'.join(codes[:4])}.t=Week-1")
    copy = page.get_by_role("button", name="Copy link")
    _in_view(*_heads(page), *page.locator(".plan-fields").all(), copy)
    boxes = [each.bounding_box() for each in _heads(page)]
    assert len({each["y"] for each in boxes}) == 1, "in one line"
    assert [each["x"] for each in boxes] == sorted(each["x"] for each in boxes), "in the order of the document"
    assert page.locator(".plan-editor__bar").bounding_box()["x"] >= boxes[2]["x"], "no bar covers a row of the plan"
    assert page.locator("a, button").evaluate_all(FILLED) == ["Copy link"], "one thing to do at the end"


def test_what_stands_beside_a_long_plan_stays_in_view(page, codes):
    page.set_viewport_size(DESK)
    shown(page, f"plan/?edit#1{f'.{codes[0]}' * 12}.t=Week-1")
    page.locator(".plan-fields").last.scroll_into_view_if_needed()
    copy = page.get_by_role("button", name="Copy link")
    _in_view(_heads(page)[2], copy, page.get_by_role("button", name="Undo"))
    _in_view(page.get_by_role("button", name="Add your own exercise"))
    assert page.locator(".plan-editor__add").evaluate("it => it.scrollHeight <= it.clientHeight"), (
        "no second bar to scroll by"
    )
    for width in (1280, 1100):
        page.set_viewport_size({**DESK, "width": width})
        assert page.evaluate(IN_GERMAN) > 0, "nor is a head covered by the bar with Undo, where these have longer words"


def test_two_columns_on_a_tablet(page, codes):
    page.set_viewport_size({"width": 768, "height": 1024})
    shown(page, f"plan/?edit#1.{'.'.join(codes[:4])}")
    plan_, adding, sending = (each.bounding_box() for each in _heads(page))
    assert plan_["y"] == adding["y"] and plan_["x"] < adding["x"]
    assert sending["y"] > plan_["y"] and sending["x"] == plan_["x"]
    widths = {each.bounding_box()["width"] for each in page.get_by_role("button", name="Add ").all()[2:-1]}
    assert len(widths) == 2, "Add, and Add again"
    assert max(widths) < 110, "it leaves the names their room"
    page.get_by_role("button", name="Send", exact=True).click()
    bar, head = page.locator(".plan-editor__bar").bounding_box(), _heads(page)[2].bounding_box()
    assert bar["y"] + bar["height"] <= head["y"] + 1, "what led to it does not cover it"
    shown(page, f"plan/#1.{codes[0]}")
    figure, how = (page.locator(f".plan-step__{each}").bounding_box() for each in ("figure", "how"))
    assert figure["x"] + figure["width"] < how["x"], "in reading, how it is done stands beside its figure"


def test_a_phone_has_four_exercises_with_their_doses_in_view_and_one_way_on(page, codes):
    shown(page, f"plan/?edit#1.{'.'.join(codes[:4])}.t=Week-1")
    for step in page.locator(".plan-fields").all():
        assert step.bounding_box()["height"] < 116, "a line of its pace or note, at most"
        _in_view(step)
    send = page.get_by_role("button", name="Send", exact=True)
    filled = page.locator("a, button").evaluate_all(FILLED)
    assert filled == ["Send", "Copy link"]
    expect(page.get_by_role("button", name="Copy link")).not_to_be_in_viewport()
    send.click()
    expect(_heads(page)[2]).to_be_focused()
    expect(page.get_by_label("Title")).to_be_in_viewport(ratio=1)
    expect(send).not_to_be_in_viewport()


def test_a_way_leads_to_its_exercise_with_the_focus_and_leaves_the_link_as_it_is(page, whole):
    shown(page, f"plan/{plan(whole)}")
    for number, step in enumerate(whole.steps, 1):
        way = page.get_by_role("button", name=f"{number} {step.exercise.short_name}", exact=True)
        way.press("Enter")
        head = page.get_by_role("heading", name=f"{number} {step.exercise.short_name}", exact=True)
        expect(head).to_be_focused()
        _in_view(head)
        assert page.evaluate("location.hash") == plan(whole)
        if step.exercise.figure:
            expect(way.locator("> svg")).to_have_count(1)
        if number > 1 and step.exercise.laterality == "unilateral":  # the first is of one side here
            assert "each" in way.locator("small").text_content(), "the whole dose, with its sides"


def test_ways_are_a_row_of_figures_with_their_names_that_goes_on_sideways(page, codes):
    shown(page, f"plan/#1.{'.'.join(codes)}")
    ways = page.locator(".plan-reading__way li button")
    assert len({each.bounding_box()["y"] for each in ways.all()}) == 1, "one row"
    expect(ways.last).not_to_be_in_viewport()
    ways.last.focus()
    expect(ways.last).to_be_in_viewport(ratio=1)
    for way in ways.filter(has=page.locator("svg")).all():
        assert way.locator("> svg").bounding_box()["width"] >= 72
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_plan_of_few_exercises_needs_no_ways_to_them(page, codes):
    shown(page, f"plan/#1.{'.'.join(codes[:3])}")
    for way in page.locator(".plan-reading__way li").all():
        expect(way).to_be_hidden()
    expect(page.get_by_role("link", name="Start timer")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_start_is_in_reach_wherever_one_reads(page, whole, size):
    page.set_viewport_size(size)
    shown(page, f"plan/{plan(whole)}")
    start = page.get_by_role("link", name="Start timer")
    _in_view(start)
    page.locator(".plan-step summary").last.scroll_into_view_if_needed()
    _in_view(start)
    last = page.get_by_role("link", name="Change this plan")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    _in_view(last, start)
    over = last.evaluate(
        """it => {
            const {x, y} = it.getBoundingClientRect();
            return it.contains(document.elementFromPoint(x + 2, y + 2));
        }"""
    )
    assert over, "it covers nothing at the end"


@pytest.mark.parametrize("way", ["", "?edit"])
def test_bar_at_the_foot_of_a_phone_covers_nothing_that_has_the_focus(page, whole, way):
    shown(page, f"plan/{way}{plan(whole)}")
    page.wait_for_load_state("networkidle")
    if way:
        opened(page, 0)
    count, covered = page.evaluate(COVERED)
    assert count > 20 and covered == []


def test_sides_and_play_are_large_enough_for_fingers_and_figures_stand_even(page, dataset):
    sided = next((each for each in dataset.exercises.values() if each.works and each.figure), None)
    if not sided:
        pytest.skip("no exercise has sides")
    odd = [each for each in dataset.exercises.values() if each.figure and len(each.figure.poses) in (3, 5)]
    flat = [each for each in dataset.exercises.values() if each.figure and "supine" in each.positions][:1]
    shown(page, f"plan/#1.{'.'.join(each.code for each in [sided, *odd, *flat])}")
    page.locator(".figure__sides").first.wait_for()
    for target in (*page.locator(".figure__sides label").all(), *page.locator(".figure__button:visible").all()):
        assert target.bounding_box()["height"] >= 44
    gaps = [
        step.locator(".figure__poses > *").first.bounding_box()["y"] - dose["y"] - dose["height"]
        for step in page.locator(".plan-step").all()
        for dose in [step.locator(".plan-step__dose").bounding_box()]
    ]
    assert max(gaps) - min(gaps) < 1, "as far below each dose"
    for step in page.locator(".plan-step").all()[1 : 1 + len(odd)]:
        poses = step.locator(".figure__pose")
        first, last = poses.first.bounding_box(), poses.last.bounding_box()
        assert last["y"] == first["y"] or abs(last["x"] - first["x"]) < 2, "in one row, or the last one below the first"
