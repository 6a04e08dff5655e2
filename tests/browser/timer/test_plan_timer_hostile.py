"""Links that strangers send to the timer: whatever they hold is text, stays in the browser, and breaks nothing."""

import http.server
import re

import pytest
from playwright.sync_api import expect

from timer_driver import Timer

PLAN = "#1.tl20s.br2x15sr10l.t=Zebra-after-work.n=Breathe-out%2C-slowly"


@pytest.fixture
def wire(monkeypatch):
    """All that reaches the server: each request's first line and headers, as bytes came."""
    found = []
    parse = http.server.BaseHTTPRequestHandler.parse_request

    def listen(self):
        sound = parse(self)
        found.append(self.raw_requestline.decode("latin-1") + str(getattr(self, "headers", "")))
        return sound

    monkeypatch.setattr(http.server.BaseHTTPRequestHandler, "parse_request", listen)
    return found


HOSTILE = {
    "markup in the title": "#1.cs.t=%3Cimg%20src=x%20onerror=alert(1)%3E%3Cscript%3Ealert(2)%3C/script%3E",
    "markup in the note": "#1.cs.n=%3Csvg/onload=alert(1)%3E%3Ca%20href=javascript:alert(2)%3Eclick%3C/a%3E",
    "markup for a code": "#1.<script>alert(1)</script>.cs",
    "a script's address": "#javascript:alert(1)",
    "a host": "#1.cs.t=https://evil.example/.n=//evil.example/x.png",
    "prototype": "#1.__proto__.constructor.toString.cs",
    "thirty long steps": "#1" + ".cs20x200x3600hr600b600" * 30,
    "longer than may be": "#1." + "cs." * 20_000,
    "bidi and controls": "#1.cs.t=%E2%80%AEtxet%00%07%1B%5B31m%E2%81%A6.n=%0A%0D%E2%80%8B",
    "half a sign": "#1.cs.t=%F0%9F%A6.n=%ED%A0%80%FF%FE",
    "nothing but marks": "#......====%%%%",
}
"""Other links are read alike for the plan's page, and by tests/js/shared/plan-fuzz.test.js."""


def test_hostile_links_are_text_and_nothing_else(timer):
    """The page fails the test by itself where it logs, breaks, opens a dialog or asks another host."""
    page = timer.page
    page.goto("timer/")
    expect(page.locator("[data-free-timer]")).to_be_visible()
    # The exercise's own figures come later, with their style sheets.
    tags = """() => [...new Set([...document.querySelectorAll("main *:not(.timer-stage__figure *, .step-thumb *)")]
        .map((each) => each.tagName))]"""
    scripts = """() => document.querySelectorAll(
        "script, link:not([href*='/components/timer-stage/']), style, iframe, object, embed, base").length"""
    natures = "() => [Object, Array, Map, String].flatMap((each) => Object.getOwnPropertyNames(each.prototype))"
    usual, files, nature = set(page.evaluate(tags)), page.evaluate(scripts), page.evaluate(natures)
    pictures = page.locator("main img").count()
    bad = "() => [...document.links].filter((each) => each.origin !== location.origin).map((each) => each.href)"
    for name, fragment in HOSTILE.items():
        page.goto("about:blank")
        page.goto(f"timer/{fragment}")
        shown = page.locator("[data-start]:visible, .timer-stage__controls [data-action=main]:visible").first
        shown.wait_for()
        if timer.main:
            timer.press("main").run(15)
            assert timer.mode == "running", name
        # Rows of the stage's own templates, its settings and its end, and nothing that a link brought.
        brought = {"DIV", "LI", "A", "BUTTON", "LABEL", "INPUT", "SPAN", "B", "I", "SMALL", "DETAILS"}
        assert set(page.evaluate(tags)) <= usual | brought, name
        assert (page.evaluate(scripts), page.locator("main img").count()) == (files, pictures), name
        assert (page.evaluate(bad), page.evaluate(natures)) == ([], nature), name


GARBAGE = ("#" + "1.tl" * 600, "#", "#1.tl&routine=x\u0000", "#<img src=x onerror=alert(1)>", "#__proto__")


def test_kept_address_of_no_plan_leads_nowhere_bad(timer):
    timer.open(PLAN).press("main").run(20)
    kept = timer.stored()
    timer.page.goto("about:blank")
    timer.page.goto("timer/")
    for garbage in GARBAGE:
        timer.store({**kept, "address": garbage})
        timer.page.reload()
        expect(timer.page.locator("[data-free-timer]")).to_be_visible()
        for link in timer.stage.get_by_role("link", name="Resume").all():
            assert link.get_attribute("href").startswith(timer.page.url), garbage


def test_long_words_of_a_stranger_stay_within_the_screen(timer):
    unreadable = "".join(f".sb{letter * 36}" for letter in "abc")
    timer.page.set_viewport_size({"width": 320, "height": 844})
    timer.open(f"#1.sb{unreadable}.t={'W' * 60}.n={'M' * 280}")
    for part in (".timer-stage__page", ".timer-stage__notes"):
        widths = "(part) => [part.scrollWidth, part.clientWidth]"
        assert len(set(timer.stage.locator(part).evaluate(widths))) == 1, part
    assert timer.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_fragment_never_leaves_the_browser(new_page, wire):
    page = new_page()
    timer = Timer.with_clock(page)
    page.goto("timer/")
    expect(page.locator("[data-free-timer]")).to_be_visible()
    timer.open(PLAN)
    expect(timer.stage.locator("[data-part=title]")).to_have_text("Zebra after work")
    timer.set("voice", True).set("pocket", True).press("main").run(30).press("main").reload()
    timer.stage.locator("[data-action=main]").click()
    page.goto("about:blank")
    page.goto("timer/")
    timer.wait().stage.get_by_role("link", name="Resume Zebra after work").click()
    expect(timer.stage.locator("h2[data-part=name]")).to_have_text("Toe lifts and spreads")
    asked = [line.splitlines()[0] for line in wire]
    assert any("/timer/" in line for line in asked)
    assert any("/api/v1/plan-exercises/toe-lifts.json" in line for line in asked), "the records that it speaks of"
    assert [line for line in wire if not line.startswith("GET ")] == [], "nothing is sent, only asked for"
    marks = ("zebra", "breathe", "br2x15", "%23", "#")
    assert [line for line in wire if any(mark in line.lower() for mark in marks)] == []


def test_plan_modules_come_only_to_those_who_follow_a_plan(new_page, wire):
    page = new_page()
    Timer(page).open()
    page.wait_for_load_state("networkidle")
    asked = re.compile(r"GET \S*/scripts/\S*/plan")
    assert [line for line in wire if asked.match(line)] == []
    page.goto("about:blank")
    Timer(page).open(PLAN)
    assert sum(bool(asked.match(line)) for line in wire) == 1, "in one file"
