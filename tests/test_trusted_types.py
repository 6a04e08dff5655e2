"""The policy of the bare pages as a browser takes it, and as the README has it for hosts that send headers."""

import re

import pytest
from playwright.sync_api import expect

from timer_driver import Timer

PAGES = ["timer/", "plan/", "plan/sheet/", "plan/cards/"]
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
    page = browser.new_page(base_url=site.base_url)
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


@pytest.mark.first_routine
def test_worker_ticks_under_the_policy(new_page):
    timer = Timer(new_page())
    timer.open()
    with timer.page.expect_worker() as begun:
        timer.press("main")
    assert begun.value.url.endswith("/assets/timer/ticker.js")
    said = begun.value.evaluate("() => new Promise((done) => { postMessage = (text) => done(`said ${text}`); })")
    assert said == "said null", "each quarter of a second"


@pytest.mark.first_routine
def test_policy_of_the_timer_is_made_once(bare):
    timer = Timer(bare)
    timer.open()
    with bare.expect_worker():
        timer.press("main")
    assert _tried(bare, "trustedTypes.createPolicy('limber-ticker', {createScriptURL: (text) => text})") == "TypeError"


@pytest.mark.first_routine
def test_worker_ticks_where_there_are_no_trusted_types(new_page):
    page = new_page()
    page.add_init_script("delete window.trustedTypes")
    page.route(TIMER, _without_policy)
    timer = Timer(page)
    timer.open()
    with page.expect_worker() as begun:
        timer.press("main")
    assert begun.value.url.endswith("/assets/timer/ticker.js")


def _without_policy(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub("<meta http-equiv=[^>]+>", "", answer.text()))


def _rules(policy):
    return {name: set(sources.split()) for name, _, sources in (rule.partition(" ") for rule in policy.split("; "))}


def _meta(site, path):
    return site.pages[path].one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]


def _documented(root):
    block = next(
        each
        for each in re.findall(r"```(?:\w*)\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
        if "Content-Security-Policy:" in each
    )
    return dict(line.split(": ", 1) for line in block.strip().splitlines())


def test_documented_header_is_the_timers_policy_and_keeps_others_from_framing_it(root, site):
    headers = _documented(root)
    policy = headers.pop("Content-Security-Policy")
    assert policy == f"{_meta(site, 'timer/')}; frame-ancestors 'none'"
    assert headers == {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}


@pytest.mark.parametrize("path", PAGES)
def test_documented_header_lets_a_page_do_what_its_own_policy_does(root, site, path):
    """Both hold at once, so what the page allows and the header does not would be stopped on such hosts only."""
    header, own = _rules(_documented(root)["Content-Security-Policy"]), _rules(_meta(site, path))
    for name, sources in own.items():
        assert sources - {"'none'"} <= header.get(name, header["default-src"]), f"{path}: {name}"
    assert own.keys() >= {"default-src", "require-trusted-types-for", "trusted-types"}
    assert own["require-trusted-types-for"] == {"'script'"}


@pytest.mark.first_routine
def test_timer_runs_and_plays_behind_the_documented_headers(new_page, root):
    page = new_page()

    def with_headers(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, **_documented(root)})

    page.route(TIMER, with_headers)
    timer = Timer(page)
    timer.open("#1.cs.t=Behind-headers").set("pocket", True).set("voice", True)
    with page.expect_worker():
        timer.press("main")
    expect(timer.stage.locator("[data-part=main]")).to_have_text("Pause")
