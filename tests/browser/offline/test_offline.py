"""The site without a network: after one visit, with the server killed, at the root of a host and below it."""

import re

import pytest
from playwright.sync_api import expect

from kept_site import kept, timer_runs
from page_kinds import plan, shown
from stoppable_host import host_of


@pytest.fixture(scope="module", params=["subpath_site"])
def dead(request, browser, tmp_path_factory):
    """A page of a site that was opened once, at an exercise, before its server died; and what went wrong since."""
    built = request.getfixturevalue(request.param)
    dataset = request.getfixturevalue("dataset")
    with host_of(built.folder, tmp_path_factory.mktemp("host"), built.address) as host:
        phone = {"width": 390, "height": 844}
        context = browser.new_context(base_url=host.site.base_url, viewport=phone, reduced_motion="reduce")
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(f"exercises/{next(iter(dataset.exercises))}/")
        kept(page)
        host.kill()
        faults = []
        page.on("pageerror", lambda fault: faults.append(f"{page.url} breaks: {fault}"))
        page.on("requestfailed", lambda lost: faults.append(f"{page.url} lacks {lost.url}: {lost.failure}"))
        yield page
        context.close()
    assert [each for each in faults if "ERR_ABORTED" not in each] == [], "what is aborted was left"


@pytest.fixture
def dark(dead):
    """The same, without the session that another test began."""
    dead.goto("equipment/")
    dead.evaluate(
        """() => new Promise((done, fail) => {
            const gone = indexedDB.deleteDatabase("limber-timer");
            gone.onsuccess = done;
            gone.onerror = fail;
        })"""
    )
    return dead


def test_every_page_is_there_with_all_that_it_loads(dark, kinds):
    for kind, address in kinds.items():
        shown(dark, address)
        dark.wait_for_load_state("networkidle")
        loaded = "() => [...document.styleSheets].every((each) => each.cssRules.length > 0)"
        assert dark.evaluate(loaded), kind
        assert (dark.locator("h1").first.inner_text() == "This page is not here") == (kind == "lost"), kind


@pytest.mark.parametrize("dead", ["subpath_site", "site"], indirect=True, scope="module")
def test_what_depends_on_where_a_site_lies_on_its_host_is_there_at_its_root_and_below(dark, site, dataset, kinds):
    """Its files, what a link's fragment and query say, a session, and words for an address that never was."""
    _has_every_file_that_a_reader_meets(dark, site)
    _reads_a_plan_from_its_link(dark, dataset)
    dark.goto(f"timer/?routine={next(iter(dataset.routines))}")
    timer_runs(dark)
    _leads_an_address_without_its_slash_to_the_page(dark, dataset)
    _names_an_address_that_was_never_there_as_such_at_any_depth(dark, kinds)


def _has_every_file_that_a_reader_meets(dark, site):
    made_for_others = re.compile(
        r"link-images/|api/v1/([a-z.]+)\.json$(?<!exercise-names\.json)|assets/(icons|images)/|assets/javascripts/lunr/"
        r"|.*\.(map|xml|gz|webmanifest|atom)$|service-worker|_headers|\.htaccess"
        r"|llms\.txt$|api/v1/.*\.(csv|txt)$"
    )
    paths = [file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()]
    paths = [path for path in paths if not made_for_others.match(path)]
    dark.goto("")
    answers = dark.evaluate(
        "(paths) => Promise.all(paths.map((path) => fetch(path).then(({ status }) => status)))", paths
    )
    assert dict(zip(paths, answers, strict=True)) == dict.fromkeys(paths, 200)


def _reads_a_plan_from_its_link(dark, dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    shown(dark, f"plan/{plan(whole)}")
    assert dark.locator("h1").inner_text() == "Week 1"
    assert dark.get_by_text(whole.steps[-1].exercise.name, exact=True).first.is_visible()


def _leads_an_address_without_its_slash_to_the_page(dark, dataset):
    id_ = next(iter(dataset.routines))
    dark.goto(f"timer?routine={id_}#place")
    assert dark.url.endswith(f"/timer/?routine={id_}#place")
    dark.locator(".timer-stage").wait_for()


def _names_an_address_that_was_never_there_as_such_at_any_depth(dark, kinds):
    for address in (kinds["lost"], "nothing", "no/such/place/"):
        answer = dark.goto(address)
        assert answer.status == 404
        assert dark.locator("h1").inner_text() == "This page is not here"
        assert dark.locator(".frame-header").evaluate("(it) => getComputedStyle(it).borderBottomStyle") == "solid"
    assert not dark.get_by_text("You are offline").is_visible(), "the device has a network; its server is gone"
    dark.context.set_offline(True)
    dark.goto(kinds["lost"])
    expect(dark.get_by_text("You are offline, so a page that is new may not be on your device yet.")).to_be_visible()
    dark.context.set_offline(False)
    assert dark.get_by_role("link", name="Start page").get_attribute("href").startswith("/")


def test_figures_are_drawn_on_plan_timer_and_paper(dark, dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    drawn = sum(bool(step.exercise.figure) for step in whole.steps)
    shown(dark, f"plan/{plan(whole)}")
    for place in range(drawn):
        dark.locator(".plan-step__figure").nth(place).scroll_into_view_if_needed()
        dark.locator(".plan-step__figure .figure").nth(place).wait_for()
    dark.goto(f"timer/?routine={whole.id}")
    dark.locator("[data-action=main]").click()
    dark.locator(".timer-stage__figure .figure").wait_for()
    for address in (
        f"sheets/{whole.id}/",
        f"sheets/{whole.id}/large/",
        f"cards/{whole.id}/",
        f"plan/sheet/{plan(whole)}",
    ):
        shown(dark, address)
        seen = "(count) => [...document.querySelectorAll('.paper-poses img')]"
        dark.wait_for_function(f"{seen}.filter((it) => it.naturalWidth).length >= count", arg=drawn)
        assert dark.locator("img.qr").evaluate_all(
            "(codes) => codes.every((each) => each.complete && each.naturalWidth)"
        )


def test_search_finds_what_is_typed(dark, dataset):
    exercise = next(iter(dataset.exercises.values()))
    dark.goto("")
    dark.get_by_role("button", name="Search").click()
    dark.keyboard.type(exercise.name)
    found = dark.locator(f"dialog a[href*='/exercises/{exercise.id}/']").first
    found.click()
    expect(dark.locator("h1")).to_have_text(exercise.name)


def test_nothing_that_a_link_says_is_kept(dark, dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    shown(dark, f"plan/?edit{plan(whole)}")
    keys = dark.evaluate(
        """async () => {
          const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          return (await Promise.all(caches_.map((each) => each.keys()))).flat().map(({ url }) => url);
        }"""
    )
    assert len(keys) > 50
    assert [key for key in keys if "?" in key or "#" in key] == []
