"""Networks that answer with something else than the site: what a device keeps stands, and what it lost comes again."""

import json

import pytest

from kept_site import builds, kept, until
from page_kinds import shown
from site_build import asset_folder

PORTAL = (
    "<!doctype html><title>Log in</title><link rel=stylesheet href=/assets/portal.css><h1>Welcome to our network</h1>"
)
LOST = """async (addresses) => {
  const cache = await caches.open((await caches.keys())[0]);
  const gone = await Promise.all(addresses.map((each) => cache.delete(new URL(each, location.origin))));
  if (gone.includes(false)) throw new Error("it was not there");
}"""


@pytest.fixture
def page(browser, host):
    """A page of a site that the device has; what fails to load is part of the test."""
    context = browser.new_context(base_url=host.site.base_url, reduced_motion="reduce")
    page = context.new_page()
    page.goto("safety/")
    kept(page)
    yield page
    context.close()


def _answering(host, folder, status, headers=(), body=PORTAL):
    """The network answers each address in this way from now on."""
    folder.mkdir()
    (folder / "answers.json").write_text(
        json.dumps({"status": status, "headers": dict(headers), "body": body}), "utf-8"
    )
    host.deploy(folder)


ANSWERS = {
    "a portal": (200, {}),
    "forbidden": (403, {}),
    "missing": (404, {}),
    "broken": (500, {}),
    "asks to log in": (511, {}),
    "sent elsewhere": (302, {"Location": "https://portal.example/"}),
    "sent round": (302, {"Location": "/physio/limber/login/"}),
    "another type": (200, {"Content-Type": "text/plain"}),
}


def test_what_is_kept_stands_before_an_answer_that_is_not_the_site_s_and_comes_again_where_it_is_lost(
    page, host, kinds, dataset, subpath_site, tmp_path
):
    """In one visit, since it takes seconds until a device has the site."""
    _what_is_kept_stands_before_other_answers(page, host, kinds, dataset, tmp_path)
    host.kill()  # with the connections that wait for the other half of an answer
    host.start()
    _a_page_of_a_later_build_counts(page, host, subpath_site, tmp_path)
    host.deploy(subpath_site.folder)
    _what_was_lost_comes_again(page, host, subpath_site, tmp_path)


def _what_is_kept_stands_before_other_answers(page, host, kinds, dataset, tmp_path):
    options = "{ signal: AbortSignal.timeout(60_000) }"  # else a fault here would never end
    names = f"() => fetch('../api/v1/exercise-names.json', {options}).then((got) => got.json())"
    for case, (status, headers) in ANSWERS.items():
        _answering(host, tmp_path / case, status, headers)
        page.goto("equipment/")
        assert page.locator("h1").inner_text() == "Equipment", case
        assert page.evaluate(names)["exercises"], f"{case}: records, too"
    headers = {"Content-Type": "application/json", "Content-Length": 1000}
    _answering(host, tmp_path / "half", 200, headers, '{"exercises": [')
    assert page.evaluate(names)["exercises"], "what stops halfway is not waited for"
    shown(page, f"timer/?routine={next(iter(dataset.routines))}")
    page.locator(".timer-stage__steps li").first.wait_for()
    shown(page, kinds["plan to read"])
    assert page.locator(".plan-step").count() > 0


def _a_page_of_a_later_build_counts(page, host, subpath_site, tmp_path):
    """Its scripts and styles are in another folder, and the worker has not heard of it."""
    later = tmp_path / "later"
    later.mkdir()
    for file in subpath_site.folder.iterdir():
        (later / file.name).symlink_to(file)
    (later / "safety").unlink()
    (later / "safety").mkdir()
    text = (subpath_site.folder / "safety" / "index.html").read_text("utf-8")
    folder = asset_folder(subpath_site.folder)
    (later / "assets").unlink()
    (later / "assets").mkdir()
    for file in (subpath_site.folder / "assets").iterdir():
        (later / "assets" / file.name).symlink_to(file)
    other = "assets/0123456789/"
    (later / other.rstrip("/")).symlink_to(subpath_site.folder / folder.rstrip("/"))
    changed = text.replace(folder, other).replace("Safety and care</h1>", "Safety, later</h1>")
    (later / "safety" / "index.html").write_text(changed, "utf-8")
    host.deploy(later)
    page.goto("safety/")
    assert page.locator("h1").inner_text() == "Safety, later"


def _what_was_lost_comes_again(page, host, subpath_site, tmp_path):
    """Some files, or all, as where a reader clears them; and nothing that a network answers in their place."""
    paths = ["timer/", "api/v1/exercise-names.json", f"{asset_folder(subpath_site.folder)}scripts/reading/main.js"]
    addresses = [f"/physio/limber/{path}" for path in paths]
    page.evaluate(LOST, addresses)
    page.goto("equipment/")
    for each in addresses:
        until(page, f"async () => Boolean(await caches.match(new URL('{each}', location.origin)))")
    host.kill()
    for each in addresses:
        assert page.evaluate("(path) => fetch(path).then(({ status }) => status)", each) == 200

    (name,) = builds(page)
    count = "async () => (await (await caches.open('{name}')).keys()).length".replace("{name}", name)
    before = page.evaluate(count)
    page.evaluate("(name) => caches.delete(name)", name)
    site = (host.home / "shown").resolve()
    _answering(host, tmp_path / "network", 200)
    host.start()
    page.goto("equipment/")
    assert page.locator("h1").inner_text() == "Welcome to our network", "there is nothing else to show"
    host.deploy(site)
    page.goto("equipment/")
    until(page, f"async () => (await ({count})()) >= {before - 1}")
    host.kill()
    page.goto("routines/")
    assert page.locator("h1").inner_text() == "Routines"
