"""A plan as its client reads it, in a real browser; and what is said of a link that lacks something."""

import json
import re
from dataclasses import replace

import pytest

from limber import wording
from limber.dataset import parse
from page_kinds import plan, shown
from plan_checks import checked
from plan_maker import add_routine
from plan_pages import more_ways

VIEW = "[data-view=reading]"


@pytest.fixture
def whole(dataset):
    return next(each for each in dataset.routines.values() if not each.core_of)


def _codes(routine):
    return ".".join(step.exercise.code for step in routine.steps)


def _texts(page, selector):
    return [each.inner_text() for each in page.locator(selector).all() if each.is_visible()]


def _words(exercise, level="start"):
    return wording.dose(getattr(exercise, level), exercise)


def _doses(page):
    """How much and what else is said of it."""
    return [each.inner_text().strip() for each in page.locator(f"{VIEW} .plan-step__dose").all()]


def _paced(words):
    """With the tempo in words, as a client reads it."""

    def pace(found):
        return wording.details(parse.dose({"reps": 1, "tempo": found[1].replace(wording.HYPHEN, "-")}))

    return re.sub(f"tempo ([\\dX{wording.HYPHEN}]+)", pace, words)


def _in_two(exercise, level="start"):
    much = wording.amount(getattr(exercise, level))
    return _paced(f"{much} {_words(exercise, level).removeprefix(much).lstrip(', ')}".strip())


def test_client_reads_title_note_and_every_exercise_with_its_dose(page, whole):
    shown(page, f"plan/{plan(whole)}")
    assert page.title().startswith("Week 1 – ")
    assert page.locator("h1").inner_text() == "Week 1"
    assert (
        page.locator("figure", has_text="Note from the sender").locator("blockquote").inner_text() == "Slowly at first"
    )
    assert page.get_by_text("Sent to you as a link").is_visible()
    exercises = [step.exercise for step in whole.steps]
    names = [f"{number} {each.short_name}" for number, each in enumerate(exercises, 1)]
    assert _texts(page, f"{VIEW} .plan-step h2") == names
    doses = _doses(page)
    assert doses[0].replace("\u202f", " ") == f"3 × 45 s hold left {exercises[0].limb} only, rest 30 s"
    assert doses[1:] == [_in_two(each) for each in exercises[1:]]


def test_how_much_is_set_larger_than_what_else_is_said_of_a_dose(page, whole):
    page.set_viewport_size({"width": 390, "height": 844})
    shown(page, f"plan/{plan(whole)}")
    much, other = (page.locator(f".plan-step__dose {each}").first for each in ("span", "small"))
    sizes = [each.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") for each in (much, other)]
    assert 24 <= sizes[0] <= 26 and sizes[1] < 20
    facts = page.locator(f"{VIEW} .plan__facts")
    lines = facts.first.inner_text().replace("\u202f", " ")
    assert re.fullmatch(rf"{len(whole.steps)} exercises\s*about \d+ min", lines)
    places = (page.locator("[data-part=ways]"), facts.last, page.get_by_text("Stop at once"))
    ways, needed, stop = (each.bounding_box()["y"] for each in places)
    assert ways < needed < stop, "the exercises are seen before what they need is read"


def test_sets_of_repetitions_say_their_unit_where_they_stand_alone(page, whole):
    code = whole.steps[0].exercise.code
    shown(page, f"plan/#1.{code}3x10.{code}3x10-12.{code}2x45h")
    much = [each.replace("\u202f", " ") for each in _texts(page, f"{VIEW} .plan-step__dose span")]
    assert much == ["3 × 10 reps", "3 × 10–12 reps", "2 × 45 s hold"]


def test_tempo_is_said_in_words(page, whole):
    shown(page, f"plan/#1.{whole.steps[0].exercise.code}3x10t3010")
    said = _doses(page)[0].replace("\u202f", " ").replace("\u00a0", " ")
    assert said.endswith("3 s down · 1 s up") and "tempo" not in said


def test_changed_dose_is_shown_as_such_beside_the_usual_one(page, whole):
    shown(page, f"plan/{plan(whole)}")
    first = whole.steps[0].exercise
    assert _texts(page, ".plan-step__changed") == [f"Usually {_paced(_words(first))}."]
    shown(page, f"plan/#1g.{_codes(whole)}")
    assert _texts(page, ".plan-step__changed") == []
    assert _doses(page) == [_in_two(step.exercise, "goal") for step in whole.steps]


def test_each_exercise_has_its_full_instructions(page, site, whole):
    shown(page, f"plan/{plan(whole)}")
    for summary in page.locator(f"{VIEW} summary").all():
        summary.click()
    for step, item in zip(whole.steps, page.locator(".plan-step").all(), strict=True):
        it, read = step.exercise, item.inner_text()
        if step is whole.steps[0] and it.one_side:  # the plan asks for its left side
            it = replace(it, setup=it.one_side[1].setup, instructions=it.one_side[1].instructions)
        faults = [f"{each.fault} {each.fix}" for each in it.faults]
        lists = (
            it.setup,
            it.instructions,
            it.cues,
            it.feel_here,
            it.feel_not_here,
            it.stop_signs,
            it.contraindications,
        )
        for text in (text for texts in (*lists, it.precautions, it.easier, it.harder, faults) for text in texts):
            assert text in read, (it.id, text)
        link = item.get_by_role("link", name="All about this exercise")
        assert link.get_attribute("href") == f"{site.base_url}exercises/{it.id}/"


def test_length_and_equipment_are_those_of_the_same_routine(page, site, whole):
    """As long as a plan has the doses and pauses of a routine, both pages must count alike."""
    page.goto("plan/?edit")
    add_routine(page, whole)
    total = page.locator("[data-view=editing] .plan__facts [data-part=short_length]").inner_text()
    pages = site.pages[f"routines/{whole.id}/"].one("div", class_="routine-page").text
    assert total.removesuffix(f"{wording.NARROW}min") in pages
    needed = page.locator("[data-view=editing] [data-part=equipment] li").all_inner_texts()
    names = {need.item.name for step in whole.steps for need in step.exercise.equipment}
    said = " ".join(needed).casefold()
    assert {each: said.count(each.casefold()) for each in names} == dict.fromkeys(names, 1), "each thing once"


def test_ways_on_carry_the_same_plan(page, site, whole):
    link = checked(f"#1.{_codes(whole)}.t=Week-1")
    shown(page, f"plan/#1.{_codes(whole)}.t=Week-1")
    more_ways(page)
    ways = {
        name: page.get_by_role("link", name=name).get_attribute("href")
        for name in ("Start timer", "Print sheet", "Print cards")
    }
    assert ways == {
        "Start timer": f"{site.base_url}timer/{link}",
        "Print sheet": f"{site.base_url}plan/sheet/{link}",
        "Print cards": f"{site.base_url}plan/cards/{link}",
    }
    change = page.get_by_role("link", name="Change this plan")
    said = "Change this plan: that makes a new link. The one that was sent stays as it was."
    assert change.locator("..").inner_text() == said
    change.click()
    page.wait_for_url(f"**/plan/?edit{link}")
    page.locator("[data-view=editing]").wait_for()
    assert page.get_by_label("Title").input_value() == "Week 1"


def test_unknown_exercise_is_named_and_the_rest_works(page, whole):
    code = whole.steps[0].exercise.code
    shown(page, f"plan/#1.zzzq.{code}")
    assert "zzzq" in page.locator(f"{VIEW} .plan__notices").inner_text()
    assert _texts(page, f"{VIEW} h2") == [f"1 {whole.steps[0].exercise.short_name}"]


@pytest.mark.parametrize("link", ["#7.tl", "#x", "#1.zzzq", "#1.t=Only-a-title", f"#1.{'tl.' * 900}"])
def test_link_that_holds_no_plan_says_so_and_offers_a_way_out(page, link):
    shown(page, f"plan/{link}")
    assert page.locator("h1").inner_text() == "This plan cannot be shown"
    assert page.locator("[data-view=lost] [data-part=why]").inner_text()
    page.get_by_role("link", name="Make a plan").click()
    page.get_by_role("heading", name="Make a plan").wait_for()


def test_retired_exercise_is_its_successor(new_page, whole):
    page = new_page()
    successor = whole.steps[1].exercise

    def retire(route):
        names = json.loads(route.fetch().text())
        next(each for each in names["exercises"] if each["id"] == successor.id)["old_codes"] = ["zzzq"]
        route.fulfill(json=names)

    page.route("**/exercise-names.json", retire)
    shown(page, "plan/#1.zzzq")
    assert f"{successor.short_name} takes the place" in page.locator(f"{VIEW} .plan__notices").inner_text()
    assert _texts(page, f"{VIEW} h2") == [f"1 {successor.short_name}"]


def test_another_link_in_the_same_tab_is_another_plan(page, whole):
    first, second = (step.exercise for step in whole.steps[:2])
    shown(page, f"plan/#1.{first.code}")
    page.evaluate("(link) => { location.hash = link; }", f"#1.{second.code}.t=Other")
    page.get_by_role("heading", name="Other", exact=True).wait_for()
    assert _texts(page, f"{VIEW} h2") == [f"1 {second.short_name}"]
    page.go_back()
    page.get_by_role("heading", name="Your plan", exact=True).wait_for()
    assert _texts(page, f"{VIEW} h2") == [f"1 {first.short_name}"]


def test_plan_below_a_folder_of_a_host_finds_all_that_it_needs(new_page, subpath_site, whole):
    page = new_page(of=subpath_site)
    shown(page, f"plan/{plan(whole)}")
    assert page.locator(".plan-step").count() == len(whole.steps)
    more_ways(page)
    ways = [page.get_by_role("link", name=name).get_attribute("href") for name in ("Start timer", "Print sheet")]
    assert [each.partition("#")[0] for each in ways] == [
        f"{subpath_site.base_url}{to}" for to in ("timer/", "plan/sheet/")
    ]
    assert page.locator("[data-link]").get_attribute("data-link") == f"{subpath_site.address}plan/{plan(whole)}"


def test_without_the_records_it_says_so_and_tries_again(browser, site, whole):
    page = browser.new_page(base_url=site.base_url, reduced_motion="reduce", service_workers="block")
    page.route("**/exercise-names.json", lambda route: route.fulfill(status=503))
    shown(page, f"plan/{plan(whole)}")
    assert "error 503" in page.locator("[data-part=why]").inner_text()
    page.unroute("**/exercise-names.json")
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("heading", name="Week 1", exact=True).wait_for()
    page.close()
