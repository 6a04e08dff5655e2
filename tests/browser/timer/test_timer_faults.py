"""What the timer makes of an address of nothing, and of a routine that does not load: a sentence, and what there is."""

import pytest
from playwright.sync_api import expect

from timer_driver import faulty_pages, first_routine

ROUTINE = "**/api/v1/routines/foot-and-hip.json"


@pytest.fixture(scope="module")
def file_timer(browser, site):
    """A timer where something fails on purpose, which a file opens once."""
    with faulty_pages(browser, site) as pages:
        yield pages()


@pytest.fixture
def faulty(file_timer):
    """The same, which forgets what a test did."""
    yield file_timer
    file_timer.forget()


def _offers_what_exists(timer):
    """The list of routines, and the free timer."""
    page = timer.page
    expect(page.locator("[data-fallback]")).to_be_visible()
    expect(page.locator("[data-free-timer]")).to_be_visible()
    page.locator("[data-start] a").first.click()
    page.wait_for_url("**/timer/?routine=*")


NOTHING = {
    "?routine=no-such-routine": "There is no routine “no-such-routine” here.",
    "?exercise=no-such-exercise": "There is no exercise “no-such-exercise” here.",
    "?routine=<img src=x onerror=alert(1)>": "This link names no routine.",
    "?routine=../../secret": "There is no routine “secret” here.",
    "?exercise=": "This link names no exercise.",
    "?work=0": "A free timer takes 1 to 3600 seconds of work, 0 to 3600 of rest, and 1 to 99 sets.",
}


def test_address_of_nothing_says_so_and_offers_what_exists(faulty):
    timer = faulty
    for query, said in NOTHING.items():
        timer.open(query)
        expect(timer.stage.locator("[data-part=problem]")).to_have_text(said)
        assert timer.main == "", query
        expect(timer.page.locator("[data-fallback]")).to_be_visible()
    _offers_what_exists(timer)


def test_address_without_anything_is_no_fault(faulty):
    timer = faulty
    timer.page.goto("timer/")
    expect(timer.page.locator("[data-free-timer]")).to_be_visible()
    assert not timer.stage.is_visible()
    _offers_what_exists(timer)


def test_beginning_that_is_not_in_the_routine_is_told(faulty):
    timer = faulty.open("?routine=foot-and-hip-short&from=calf-stretch&level=hard")
    assert timer.notes == [
        "This link names no level that there is; yours stays.",
        "This link begins at an exercise that is not in the routine; the timer begins at the first.",
    ]
    assert timer.press("main").shown == ("Get ready", "Toe lifts and spreads", "Right foot", "10")


def _answers(**answer):
    return lambda route: route.fulfill(**answer)


def _answered(timer):
    """The timer, and the answers of its routine, of which the last one counts."""
    answers = []
    timer.page.route(ROUTINE, lambda route: answers[-1](route))
    return timer, answers


SOMETHING_ELSE = "The routine could not be read: the site sent something else."
UNLOADED = (
    (_answers(status=500, body="no"), "The routine could not be loaded: the site answered with error 500."),
    (_answers(body="<html>", content_type="text/html"), SOMETHING_ELSE),
    (_answers(body="null"), SOMETHING_ELSE),
    (_answers(body='{"steps": []}'), SOMETHING_ELSE),
    (lambda route: route.abort(), "The routine could not be loaded. Try again in a moment."),
)


def test_routine_that_does_not_load_is_a_sentence_and_ways_out(faulty):
    timer, answers = _answered(faulty)
    for answer, said in UNLOADED:
        answers.append(answer)
        timer.open()
        expect(timer.stage.locator("[data-part=problem]")).to_have_text(said)
        expect(timer.stage.get_by_role("link", name="Try again")).to_be_visible()
    answers.append(lambda route: route.continue_())
    timer.stage.get_by_role("link", name="Try again").click()
    expect(timer.stage.locator("[data-part=title]")).to_have_text("Foot and hip routine")
    expect(timer.page.locator("[data-fallback]")).to_be_hidden()


OTHER_SHAPES = {
    "a step without a dose": lambda routine: routine["steps"][3].pop("start"),
    "words for a number": lambda routine: routine["steps"][0]["start"].update(work_seconds={"min": "one", "max": 60}),
    "a dose of nothing": lambda routine: routine["steps"][0]["start"].update(work_seconds=None),
    "steps that are no list": lambda routine: routine.update(steps={}),
}


def test_routine_of_another_shape_is_not_begun(faulty, site):
    timer, answers = _answered(faulty)
    for name, break_it in OTHER_SHAPES.items():
        routine = first_routine(site)
        break_it(routine)
        answers.append(_answers(json=routine))
        timer.open()
        assert timer.part("problem") == SOMETHING_ELSE, name


def test_offline_is_told_as_such(browser, site):
    with faulty_pages(browser, site) as pages:  # which keep nothing of what other tests have loaded
        timer = pages()
        timer.page.goto("timer/")
        timer.page.context.set_offline(True)
        timer.page.evaluate("document.querySelector('interval-timer').open({kind: 'routine', id: 'foot-and-hip'})")
        timer.wait()
        assert timer.part("problem") == "You are offline, and this routine is not on the device."
