"""From language to language in a browser: what a page shows is kept, and a plan opens in its reader's language."""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from kept_site import builds, kept
from page_checks import AXE
from page_kinds import plan, shown
from stoppable_host import host_of

AXE_KINDS = (
    "home",
    "routine",
    "exercise list",
    "exercise",
    "lost",
    "timer",
    "plan to make",
    "plan to read",
    "cheat sheet",
)


@pytest.fixture
def sent(dataset):
    """A plan in a link, with texts of a coach."""
    return f"plan/{plan(next(each for each in dataset.routines.values() if not each.core_of))}"


@pytest.mark.parametrize(
    ("begin", "name", "end"),
    [
        ("de/safety/#stop", "English", "safety/#stop"),
        ("exercises/calf-stretch/?a=1", "Deutsch", "de/exercises/calf-stretch/?a=1"),
        ("de/timer/?routine=foot-and-hip&level=goal", "Español", "es/timer/?routine=foot-and-hip&level=goal"),
    ],
)
def test_link_to_another_language_keeps_what_the_page_shows(new_page, languages_site, begin, name, end):
    page = new_page(languages_site)
    page.goto(begin)
    page.get_by_role("link", name=name, exact=True).press("Enter")
    page.wait_for_url(languages_site.base_url + end)
    expect(page.locator("html")).to_have_attribute("lang", end[:2] if end[2] == "/" else "en")


def test_link_leads_to_the_page_without_scripts_too(new_page, languages_site):
    page = new_page(languages_site, javascript=False)
    page.goto("de/plan/")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(languages_site.base_url + "plan/")


def test_plan_as_it_is_now_goes_along(new_page, languages_site, sent):
    page = new_page(languages_site)
    shown(page, sent.replace("plan/", "plan/?edit"))
    page.get_by_label("Title").fill("Woche zwei")
    page.wait_for_url(re.compile("t=Woche"))
    fragment = urlsplit(page.url).fragment
    german, copy = page.get_by_role("link", name="Deutsch", exact=True), page.get_by_role("button", name="Copy link")
    assert german.bounding_box()["y"] > copy.bounding_box()["y"], "below what the page is for"
    german.click()
    page.wait_for_url(f"{languages_site.base_url}de/plan/?edit#{fragment}")


def test_plan_opens_in_the_readers_language_with_the_coachs_words_as_they_are(new_page, languages_site, sent):
    fragment = urlsplit(sent).fragment
    for locale, begin, below in (
        ("de-AT", "plan/", "de/"),
        ("es-MX", "de/plan/", "es/"),
        ("en-GB", "es/plan/", ""),
        ("fr", "plan/", ""),
        ("den", "plan/", ""),  # no German, as Filipino, fil, is no Finnish, fi
        ("de", "timer/", "de/"),
    ):
        page = new_page(languages_site, locale=locale)
        page.goto(f"{begin}#{fragment}")
        page.wait_for_url(f"{languages_site.base_url}{below}{begin.split('/')[-2]}/#{fragment}")
        expect(page.get_by_text("Week 1").first).to_be_visible()
        page.context.close()


def test_only_a_plans_link_leads_on(new_page, languages_site):
    page = new_page(languages_site, locale="de")
    for address in ("safety/#stop", "plan/", "timer/?routine=foot-and-hip", "exercises/calf-stretch/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.url == languages_site.base_url + address
        page.goto("about:blank")


def test_language_that_was_chosen_wins_and_the_way_back_is_open(new_page, languages_site, sent):
    page = new_page(languages_site, locale="de")
    german, english = (f"{languages_site.base_url}{below}{sent}" for below in ("de/", ""))
    page.goto(sent)
    page.wait_for_url(german)
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(english)
    page.get_by_role("heading", name="Week 1").wait_for()
    page.go_back()
    page.wait_for_url(german)
    page.go_forward()
    page.wait_for_url(english)
    page.go_back()
    page.go_back()
    page.wait_for_url("about:blank")
    other = page.context.new_page()
    other.goto(f"de/{sent}")
    other.wait_for_url(english)


@pytest.mark.parametrize(
    ("code", "kinds_of"), [("de", AXE_KINDS), *product(("es", "fr"), [("exercise", "timer", "plan to make")])]
)
def test_page_can_be_read_by_all_and_loads_only_its_languages_own(request, new_page, kinds, root, code, kinds_of):
    """Contrast, which takes axe longest, is the same in each language: it is measured in one."""
    site = request.getfixturevalue("french_site" if code == "fr" else "languages_site")
    below = "" if code == "fr" else f"{code}/"
    page = new_page(site, locale=code)
    asked = []
    page.on("request", lambda each: asked.append(urlsplit(each.url).path))
    axe = (root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    found = {}
    for kind in kinds_of:
        shown(page, below + ("404.html" if kind == "lost" else kinds[kind]))
        page.wait_for_load_state("networkidle")
        assert [path for path in asked if not path.startswith(f"/{below}")] == [], kind
        page.evaluate(axe)
        found[kind] = page.evaluate(AXE, {"rules": {"color-contrast": {"enabled": False}}})
        page.evaluate("localStorage.clear()")
    assert asked and {kind: said for kind, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("below", "asked"),
    [("de/", ("Atemnot", "plötzliche", "ploetzliche", "PLOTZLICHE")), ("es/", ("músculo", "musculo", "LESION"))],
)
def test_search_finds_words_of_the_language_also_without_its_accents(new_page, languages_site, below, asked):
    page = new_page(languages_site)
    page.goto(below)
    page.locator("[data-search-open]").first.click()
    for each in asked:
        page.locator(".search-dialog input").fill("")
        page.locator(".search-dialog__offer").wait_for()
        page.locator(".search-dialog input").fill(each)
        expect(page.locator(f".search-dialog a[href*='/{below}safety/']").first).to_be_visible()


def test_device_keeps_the_language_that_was_visited_and_no_other(browser, languages_site, tmp_path):
    with host_of(languages_site.folder, tmp_path, languages_site.address) as host:
        context = browser.new_context(base_url=host.site.base_url, locale="de", reduced_motion="reduce")
        page = context.new_page()
        page.goto("de/exercises/")
        kept(page)
        host.kill()
        for address in ("de/", "de/safety/", "de/plan/", "de/timer/"):
            page.goto(address)
            expect(page.locator("html")).to_have_attribute("lang", "de")
        assert [name.split(":")[1] for name in builds(page)] == ["/de/"]
        context.close()


@pytest.mark.parametrize("address", ["plan/", "timer/", "timer/?routine=foot-and-hip"])
def test_links_are_not_pushed_down_while_a_page_is_filled(new_page, languages_site, address):
    """What is pushed out of the window counts whole, so that a page is to be painted before its script comes."""
    page = new_page(languages_site)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shifts += each.value; }))
            .observe({type: "layout-shift", buffered: true});"""
    )
    held = []
    page.route(re.compile(r"/(plan|timer)-page\.js$"), lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    page.evaluate(
        """() => new Promise((painted) => new PerformanceObserver(painted).observe({type: "paint", buffered: true}))"""
    )
    for each in held:
        each.continue_()
    links = page.get_by_role("navigation", name="Language")
    expect(links).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifts") == 0
