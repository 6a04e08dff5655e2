"""Trusted Types as a browser takes them: what pages make of a text, and of the address of a worker."""

import re

import pytest
from playwright.sync_api import expect

from limber.publish import host_headers
from limber.publish.csp import Policies
from site_build import serving
from timer_driver import Timer

PAGES = ["timer/", "plan/", "plan/sheet/", "plan/cards/", "cards/"]
TIMER = re.compile(r"/timer/(\?[^/]*)?$")  # the page alone, not what it loads, which may still come as the test ends

# Each makes markup or a script of a text; the address of a worker counts, too.
SINKS = {
    "innerHTML": "document.body.innerHTML = '<b>x</b>'",
    "outerHTML": "document.body.firstElementChild.outerHTML = '<b>x</b>'",
    "insertAdjacentHTML": "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
    "template": "document.createElement('template').innerHTML = '<b>x</b>'",
    "fragment": "document.createRange().createContextualFragment('<b>x</b>')",
    "srcdoc": "document.createElement('iframe').srcdoc = '<b>x</b>'",
    "script": "document.createElement('script').textContent = 'x'",
    "script's address": "document.createElement('script').src = 'x.js'",
    "worker": "new Worker('x.js')",
    "handler": "document.body.setAttribute('onclick', 'x()')",
    "own policy": "trustedTypes.createPolicy('limber', {createHTML: (text) => text})",
    "default policy": "trustedTypes.createPolicy('default', {createHTML: (text) => text})",
}


@pytest.fixture
def bare(browser, site):
    """A page that may log what its policy stops."""
    page = browser.new_page(base_url=site.base_url, service_workers="block")
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_text_becomes_markup_or_a_script(bare, path):
    bare.goto(path)
    for name, sink in SINKS.items():
        assert _tried(bare, sink) == "TypeError", f"{path}: {name}"
    assert _tried(bare, "document.body.append('<b>x</b>')") == "done", "as text it may stand there"


def _tried(page, code):
    return page.evaluate(f"() => {{ try {{ {code}; return 'done' }} catch (problem) {{ return problem.name }} }}")


def test_worker_beats_under_the_policy(new_page):
    timer = Timer(new_page())
    timer.open()
    with timer.page.expect_worker() as begun:
        timer.press("main")
    assert begun.value.url.endswith("/timer/heartbeat-worker.js")
    said = begun.value.evaluate("() => new Promise((done) => { postMessage = (text) => done(`said ${text}`); })")
    assert said == "said null", "each quarter of a second"


def test_policy_of_the_timer_is_made_once(bare):
    timer = Timer(bare)
    timer.open()
    with bare.expect_worker():
        timer.press("main")
    again = "trustedTypes.createPolicy('limber-heartbeat', {createScriptURL: (text) => text})"
    assert _tried(bare, again) == "TypeError"


def test_worker_beats_where_there_are_no_trusted_types(new_page):
    page = new_page()
    page.add_init_script("delete window.trustedTypes")
    page.route(TIMER, _without_policy)
    timer = Timer(page)
    timer.open()
    with page.expect_worker() as begun:
        timer.press("main")
    assert begun.value.url.endswith("/timer/heartbeat-worker.js")


def _without_policy(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub("<meta http-equiv=[^>]+>", "", answer.text()))


def test_timer_runs_and_plays_behind_the_headers_of_a_host(new_page, root, site):
    headers = host_headers.headers(Policies(root / "overrides" / "partials").header)
    with serving(site.folder, site.address, headers) as behind:
        page = new_page(of=behind)
        timer = Timer(page)
        timer.open("#1.cs.t=Behind-headers").set("pocket", True).set("voice", True)
        with page.expect_worker():
            timer.press("main")
        expect(timer.stage.locator("[data-part=main]")).to_have_text("Pause")


# On a reading page Material adds texts as markup: what a policy of the page lets through must do nothing.
HARMFUL = (
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1)>",
    '<p class="a" onclick="alert(1)">',
    "<p class=\"a\" onclick='alert(1)'>",
    "<script>alert(1)</script>",
    "<svg><animate onbegin=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<mark\n onfocus=alert(1) autofocus tabindex=0>",
    "<style>*{display:none}</style>",
    "<PRE ONCLICK=alert(1)>",
    "<base href=//elsewhere.example/>",
    '<div class="x"onclick=alert(1)>',
    "<p/onclick=alert(1)>",
)
SHOWN = """(text) => {
    const place = document.querySelector("main").appendChild(document.createElement("div"));
    place.innerHTML = text;
    return [place.querySelectorAll("*").length, place.textContent];
}"""


@pytest.mark.parametrize("path", ["", "404.html"])
def test_text_that_material_adds_as_markup_does_nothing(page, path):
    page.goto(path)
    for text in HARMFUL:
        assert page.evaluate(SHOWN, text) == [0, text]
    kept = '<div class="md-icon"></div><h1>a <mark>b</mark></h1><p>c</p>'
    assert page.evaluate(SHOWN, kept) == [4, "a bc"]


NEVER = [
    "script",
    "script's address",
    "worker",
    "handler",
    "own policy",
    "default policy",
]
FOREIGN = ["https://elsewhere.example/assets/javascripts/workers/search.0a.min.js", "assets/main.js", "data:text/js,1"]


def test_nothing_on_a_reading_page_becomes_a_script_but_materials_worker(bare, site):
    bare.goto("")
    for name in NEVER:
        assert _tried(bare, SINKS[name]) == "TypeError", name
    for address in FOREIGN:
        assert _tried(bare, f"new Worker('{address}')") == "TypeError", address
    (own,) = (site.folder / "assets" / "javascripts" / "workers").glob("search.*.js")
    assert _tried(bare, f"new Worker('assets/javascripts/workers/{own.name}').terminate()") == "done"
