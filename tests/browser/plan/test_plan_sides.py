"""A plan of one side alone, wherever it is read: every exercise with sides, for each of them, in its own words."""

import pytest
from playwright.sync_api import expect

from page_kinds import shown
from plan_pages import CLIPBOARD, more_ways, opened
from sided_texts import every, link, told
from timer_driver import Timer

CASES = list(every())
ENGINE = """window.spoken = [];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ name: "Ann", lang: "en-GB", localService: true, default: true }],
  speak(words) { spoken.push(words.text); setTimeout(() => words.onend?.(), 500); },
  cancel() {},
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
MIRRORED = "img => new DOMMatrix(getComputedStyle(img).transform).a === -1"

pytestmark = pytest.mark.skipif(not CASES, reason="no exercise has sides")


def _texts(within, selector):
    return [each.text_content().strip() for each in within.locator(selector).all()]


def _part(within, name):
    return _texts(within, f"[data-part={name}] > li")


def test_plan_tells_each_step_of_its_side_alone(page, dataset):
    shown(page, f"plan/{link()}")
    steps = page.locator("[data-view=reading] .plan-step").all()
    for (id_, side, record), step in zip(CASES, steps, strict=True):
        it, wanted = dataset.exercises[id_], told(record, side)
        keys = ("cues", "faults", "precautions", "stop_signs", "contraindications", "feel_not_here")
        for key in ("setup", "instructions", *keys):
            assert _part(step, key) == wanted[key], (id_, side, key)
        assert _part(step, "easier") == wanted["easier"] and _part(step, "harder") == wanted["harder"]
        assert _texts(step, "[data-part=feel_here]") == [" ".join(wanted["feel_here"])]
        assert step.locator(".plan-step__dose").inner_text().find(f"{side} {it.limb} only") > 0
        assert not step.locator("[data-part=one_side]").is_visible()  # beside its dose it says so, and so do its texts
        if it.figure:
            step.locator(".plan-step__figure").scroll_into_view_if_needed()
            for text in wanted["shows"]:
                expect(step.get_by_role("img", name=text, exact=True)).to_have_count(1)
            assert step.locator(".figure__left").count() == (side == "left") * step.locator(".figure__picture").count()
            assert step.get_by_role("radio").count() == 0


@pytest.mark.parametrize("way", ["sheet/", "sheet/?large", "cards/?backs"])
def test_paper_shows_each_step_of_its_side_alone(page, dataset, way):
    opened(page, f"{way}{link()}")
    rows = page.locator(".cheat-sheet__step" if "sheet" in way else ".routine-card:not(.card-back)").all()
    for (id_, side, record), row in zip(CASES, rows, strict=True):
        it, wanted = dataset.exercises[id_], told(record, side)
        assert f"{side} {it.limb} only" in row.locator(".paper-dose").inner_text()
        if it.figure:
            pictures = row.locator(".paper-poses img").all()
            assert pictures and all(each.evaluate(MIRRORED) == (side == "left") for each in pictures), (id_, side)
        said = row.inner_text()
        if "sheet" in way:
            assert wanted["cues"][0] in said or not row.locator("[data-part=cue]").count()
        else:
            steps = wanted["short_steps"] or wanted["instructions"]
            assert _texts(row, ".routine-card__steps > li") == steps, (id_, side)
            for text in (wanted["feel_here"][0], wanted["stop_signs"][0]):
                assert text in said
            back = page.locator(f'.card-back[aria-label="Log: {it.short_name}, {side} {it.limb}"]').first
            assert wanted["faults"][0].split(". ")[0] in back.inner_text()
    if "sheet" in way:
        assert "each " not in page.locator(".cheat-sheet__steps").first.inner_text()


def test_sheet_that_has_room_has_the_short_steps_of_the_side(page):
    some = [(side, record) for _, side, record in CASES if record.get("short_steps")][:4]
    opened(page, "sheet/#1" + "".join(f".{record['code']}-{side[0]}" for side, record in some))
    for (side, record), row in zip(some, page.locator(".cheat-sheet__step").all(), strict=True):
        parts = _texts(row, ".cheat-sheet__short-steps li")
        assert parts == told(record, side)["short_steps"]


def test_text_to_copy_names_the_side_of_each_step_once(page, dataset):
    page.context.grant_permissions(CLIPBOARD)
    shown(page, f"plan/{link()}")
    more_ways(page)
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("Copied as text").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n").split("\n")
    steps = [each for each in lines if each[:1].isdigit()]
    for number, ((id_, side, _), line) in enumerate(zip(CASES, steps, strict=True), 1):
        it = dataset.exercises[id_]
        assert line.startswith(f"{number}. {it.name}: ") and f", {side} {it.limb} only" in line
        assert line.count(side) == 1 and "each" not in line


def test_timer_leads_through_each_step_of_its_side_alone(new_page, dataset):
    timer = Timer.with_clock(new_page())
    timer.page.emulate_media(reduced_motion="reduce")
    timer.open(link())
    names = [f"{dataset.exercises[id_].short_name}, {side} {dataset.exercises[id_].limb}" for id_, side, _ in CASES]
    assert _texts(timer.stage, "[data-part=steps] b[data-part=name]") == names
    timer.press("main")
    for at, (id_, side, record) in enumerate(CASES):
        timer.run(0.5)
        assert timer.shown.name == names[at]
        for text in told(record, side)["shows"]:
            expect(timer.stage.locator(f'.timer-stage__figure [aria-label="{text}"]')).to_have_count(1)
        pictures, left = (timer.stage.locator(f".timer-stage__figure .figure__{each}") for each in ("picture", "left"))
        expect(left).to_have_count(pictures.count() if side == "left" else 0)
        assert timer.shown.phase in ("Get ready", "Next")
        into_place = timer.part("cue")
        assert into_place and " ".join(told(record, side)["setup"]).startswith(into_place)
        assert names[at] in timer.stage.locator("[data-part=status]").text_content()
        timer.press("skip").run(0.5)
        assert (timer.shown.phase in ("Work", "Your pace"), timer.shown.side) == (True, ""), id_
        assert timer.part("cue") == told(record, side)["cues"][0]
        assert timer.part("next") == (names[at + 1] if at + 1 < len(names) else "")
        if at + 1 < len(names):
            timer.press("skip")
    assert "Change sides" not in timer.stage.inner_text()


def test_voice_names_each_step_with_its_side_and_no_change_of_sides(new_page, dataset):
    page = new_page()
    page.add_init_script(ENGINE)
    timer = Timer.with_clock(page).open(link()).set("voice", True).press("main")
    for at, (id_, side, _) in list(enumerate(CASES))[::3]:  # of one side and the other in turn
        if at:
            timer.press("list").stage.locator("[data-action=jump]").nth(at).click()
        while timer.run(3).shown.phase in ("Get ready", "Next"):
            pass
        it = dataset.exercises[id_]
        assert page.evaluate("spoken.at(-1)") == f"{it.spoken_name}, {side} {it.limb}"
    assert "change" not in " ".join(page.evaluate("spoken")).lower()
