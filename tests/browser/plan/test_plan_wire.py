"""How much of the network a plan takes: a page that a client opens on a phone, somewhere."""

import gzip
import re
from urllib.parse import urlsplit

import pytest

from page_kinds import plan, shown

LARGEST = 30 * 1024  # bytes over the wire, for everything that the words of a plan of seven exercises load
LARGEST_DRAWING = 3_700  # for what draws its figures, which comes after them; a figure has 3,072 at most
LARGEST_PRINT = 1_100  # for how it is printed, which comes after its words, too
LARGEST_SENDING = 2_300  # for what sends it, which comes after them as well
SENDING = re.compile(r"assets/[0-9a-f]+/[a-z/-]+/plan-outputs\.(js|css)|plan/outputs\.txt")
LATER = re.compile(
    rf"{SENDING.pattern}|assets/[0-9a-f]+/[a-z/-]+/plan-(figures|print|small-figures)\.(js|css)|plan/(figures-\d+\.svg|figure-control\.txt)|exercises/[a-z0-9-]+/(small-)?figure\.svg|figures/[a-z0-9-]+\.svg"
)
LARGEST_NEW = 41 * 1024  # for a coach who begins one
LARGEST_CHANGED = 48 * 1024  # the same with the fields to change it, opened without having been read before


@pytest.fixture
def asked(new_page, site):
    """Opens an address and gives what came, by path below the site; without the browser's own icon.

    `below` is the folder of a language, in which its reader is.
    """

    def open_plan(address, of=site, below=""):
        page = new_page(of, locale=below.strip("/") or "en")
        found = {}
        page.on("requestfinished", lambda each: found.setdefault(urlsplit(each.url).path.lstrip("/"), each))
        shown(page, below + address)
        page.wait_for_load_state("networkidle")
        found.pop(f"{below}assets/favicon.svg", None)
        return {path.removeprefix(below): each.response().body() for path, each in list(found.items())}

    return open_plan


def _size(body):
    return len(gzip.compress(body, 9))


@pytest.mark.parametrize("below", ["", "de/", "es/"])
def test_plan_is_small_with_all_that_it_loads(asked, languages_site, dataset, below):
    """In each language of a site of several: what leads to the others is in it."""
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    if len(whole.steps) > 7:
        pytest.skip("the budget is one of seven exercises")
    budgets = {f"plan/{plan(whole)}": LARGEST, "plan/": LARGEST_NEW, f"plan/?edit{plan(whole)}": LARGEST_CHANGED}
    for address, budget in budgets.items():
        found = {at: it for at, it in asked(address, languages_site, below).items() if not LATER.fullmatch(at)}
        assert sum(map(_size, found.values())) <= budget, "\n".join(f"{_size(it):6} {at}" for at, it in found.items())


def test_what_sends_a_plan_comes_after_its_words_and_is_small(asked, dataset):
    code = next(iter(dataset.exercises.values())).code
    found = {at: _size(it) for at, it in asked(f"plan/#1.{code}").items() if SENDING.fullmatch(at)}
    assert len(found) == 3 and sum(found.values()) <= LARGEST_SENDING, found


def test_what_draws_the_figures_of_a_plan_and_prints_it_is_small(site):
    drawing = [
        (site.folder / site.asset(path)).read_bytes()
        for path in ("scripts/plan/plan-figures.js", "components/plan-reading/plan-figures.css")
    ]
    assert sum(map(_size, drawing)) <= LARGEST_DRAWING
    printing = (site.folder / site.asset("components/plan-reading/plan-print.css")).read_bytes()
    assert _size(printing) <= LARGEST_PRINT


def test_plan_asks_only_for_its_own_and_for_the_exercises_in_it(asked, dataset, site):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    found = asked(f"plan/#1.{whole.steps[0].exercise.code}")
    found = {at: it for at, it in found.items() if not LATER.fullmatch(at)}
    usual = re.compile(
        rf"plan/|{re.escape(site.asset(''))}(scripts/plan/plan-page\.js|styles/plan\.css)|api/v1/exercise-names\.json"
    )
    other = {path for path in found if not usual.fullmatch(path)}
    assert other == {f"api/v1/plan-exercises/{whole.steps[0].exercise.id}.json"}
    assert len(found) == 5


def test_page_never_shifts_while_it_is_filled(new_page, kinds):
    page = new_page()
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shifts += each.value; }))
            .observe({type: "layout-shift", buffered: true});"""
    )
    for kind in ("plan to read", "plan to change", "plan to make"):
        shown(page, kinds[kind])
        page.wait_for_load_state("networkidle")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.shifts") == 0, kind
