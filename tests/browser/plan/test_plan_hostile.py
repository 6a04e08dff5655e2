"""Links that a stranger sends, in a real browser: nothing of them runs, nothing breaks, nothing leaves the site."""

import pytest

from page_kinds import shown

LINKS = {
    "markup": "#1.{code}.t=%3Cimg-src%3Dx-onerror%3Dalert(1)%3E.n=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "raw markup": "#1.{code}.t=<img src=x onerror=alert(1)>.n=<svg/onload=alert(1)>",
    "script address": "#1.{code}.t=javascript:alert(1).n=javascript%3Aalert(1)-https%3A%2F%2Fevil.example%2F",
    "prototype": "#1.__proto__.constructor.{code}.toString.hasOwnProperty",
    "template": "#1.{code}.t=%7B%7B7*7%7D%7D.n=$%7B7*7%7D",
    "turned round": "#1.{code}.t=%E2%80%AEevil%E2%80%AC.n=%E2%80%8Bzero%EF%BB%BFwidth",
    "cut escape": "#1.{code}.t=%E2%80.n=%ZZ%",
    "twice escaped": "#1.{code}.t=%253Cb%253E",
    "huge numbers": "#1.{code}99999999999x99999999999x99999999999h.{code}1e308.{code}-5x-5",
    "many": "#1" + ".{code}" * 450,
    "address in place of a version": "#javascript:alert(1)",
    "another site": "#//evil.example/%23",
    "five megabytes": "#1." + "a" * 5_000_000,
    "long texts": "#1.{code}.t=" + "%3C" * 300 + ".n=" + "x" * 900,
}
VIEWS = ("plan/", "plan/?edit")
FOLLOWED = """(link) => new Promise((done) => {
    addEventListener("hashchange", () => done(), {once: true});
    location.hash = link;
})"""


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_links_stay_text(page, site, dataset, view):
    """A dialog, a fault in the page, and a request to another host fail the test by themselves: see conftest."""
    code = next(iter(dataset.exercises.values())).code
    for name, given in LINKS.items():
        if name == "five megabytes":  # no address bar takes it, but a script's link can
            page.evaluate(FOLLOWED, "#1." + "a" * 5_000_000)
        elif name == "markup":
            shown(page, f"{view}{given.format(code=code)}")
        else:  # a page that is not loaded again reads it in the same way
            page.evaluate(FOLLOWED, given.replace("{code}", code))
        page.locator("main[aria-busy=false]").wait_for()
        made = page.locator(
            "main :is(script, iframe, object, embed, svg, img, [onerror], [onload], [style], base)"
            ":not(.plan-step__figure *, .plan-reading__way *)"  # the exercise's own
            ":not(.plan-editor__picture *, .plan-fields button > *)"  # and the page's own
        )
        assert made.count() == 0, name
        addresses = page.locator("main a[href]").evaluate_all("(all) => all.map((each) => each.href)")
        assert [each for each in addresses if not each.startswith(site.base_url)] == [], name
        text = page.locator("main").inner_text()
        assert not {"\u202e", "\u200b", "\ufeff", "\ufffd"} & set(text), name
        assert "49" not in page.locator("h1").inner_text(), name


def test_markup_in_the_texts_is_read_as_it_was_written(page, dataset):
    code = next(iter(dataset.exercises.values())).code
    shown(page, f"plan/{LINKS['markup'].format(code=code)}")
    assert page.locator("h1").inner_text() == "<img src=x onerror=alert(1)>"
    assert page.locator("blockquote").inner_text() == "<script>alert(1)</script>"


def test_numbers_of_a_stranger_fill_no_memory(page, dataset):
    code = next(iter(dataset.exercises.values())).code
    shown(page, f"plan/#1{f'.{code}20x5x3600h' * 30}")
    assert page.locator(".plan-step").count() == 30
    assert page.locator(".plan-step__dose").first.inner_text().replace("\u202f", " ").startswith("20 × 5 × 60 min hold")


@pytest.mark.parametrize("path", ["plan/", "plan/sheet/", "plan/cards/"])
def test_no_text_can_become_markup_there(browser, site, path):
    """Trusted Types: a browser that knows them refuses any text where markup or a script is asked for."""
    page = browser.new_page(base_url=site.base_url, reduced_motion="reduce", service_workers="block")
    page.goto(path)
    refused = page.evaluate(
        """() => {
            const tries = {
                innerHTML: () => { document.createElement("p").innerHTML = "<b>x</b>"; },
                script: () => { document.createElement("script").text = "1"; },
                policy: () => { trustedTypes.createPolicy("any", {createHTML: (text) => text}); },
            };
            return Object.keys(tries).filter((name) => { try { tries[name](); return false; } catch { return true; } });
        }"""
    )
    page.close()
    assert refused == ["innerHTML", "script", "policy"]


@pytest.mark.parametrize("path", ["plan/", "plan/sheet/", "plan/cards/"])
def test_policy_lets_in_nothing_but_the_site_itself(site, path):
    policy = site.pages[path].one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert (rules["require-trusted-types-for"], rules.pop("trusted-types")) == ("'script'", "limber-worker")
    allowed = {source for sources in rules.values() for source in sources.split()} - {"'script'"}
    assert {source for source in allowed if not source.startswith("'sha256-")} == {"'none'", "'self'"}
    assert site.pages[path].one("meta", name="referrer").attributes["content"] == "no-referrer"
