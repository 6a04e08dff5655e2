"""A host that others use, too, and a site that is no longer to be kept: what is ours is let go, and nothing else is."""

import os

import pytest

from another_build import LATER
from kept_site import builds, kept, timer_runs, unregistered, until, updated
from site_build import build
from stoppable_host import host_of

NEIGHBOURS = ["limber:/other/:1", "limber:/physio/limber/sub/:1", "limber:/physio/:1", "their-pages"]
ADDRESS = "https://coach.example/physio/limber/"


@pytest.fixture(scope="module")
def ended(root, once):
    """The site as `OFFLINE=no scripts/build` makes it."""

    def make(folder):
        said = build(root, folder / "site", ADDRESS, OFFLINE="no")
        assert said.returncode == 0, said.stderr

    return once("ended", make) / "site"


@pytest.fixture
def page(new_page, host):
    """A page of a site that the device has, beside what neighbours on the host keep."""
    page = new_page(host.site, service_workers="allow")
    page.goto("safety/")
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", NEIGHBOURS)
    kept(page)
    return page


def _with_worker(built, worker, folder, later):
    """A build with this worker, which is newer than any before: hosts know files by their dates."""
    folder.mkdir()
    for file in built.iterdir():
        (folder / file.name).symlink_to(file)
    (folder / "service-worker.js").unlink()
    (folder / "service-worker.js").write_text(worker, "utf-8")
    os.utime(folder / "service-worker.js", (LATER + later, LATER + later))
    return folder


def test_what_neighbours_keep_is_left_alone_by_another_build_and_by_the_end_of_the_site(
    page, host, subpath_site, ended, tmp_path
):
    """Another build lets go of the one before, and the end of all; what is open goes on."""
    worker = (subpath_site.folder / "service-worker.js").read_text("utf-8")
    later = _with_worker(subpath_site.folder, worker.replace('"version":"', '"version":"later'), tmp_path / "later", 1)
    end = _with_worker(ended, (ended / "service-worker.js").read_text("utf-8"), tmp_path / "end", 2)
    (ours,) = set(builds(page)) - set(NEIGHBOURS)
    host.deploy(later)
    assert updated(page) == "activated"
    page.goto("equipment/")
    page.goto("safety/")
    until(page, "async () => (await caches.keys()).length === 5")
    assert set(builds(page)) - set(NEIGHBOURS) == {ours.replace(":/physio/limber/:", ":/physio/limber/:later")}
    assert set(NEIGHBOURS) < set(builds(page))

    page.goto("timer/?routine=foot-and-hip")
    page.evaluate("window.isSame = true")
    host.deploy(end)
    updated(page)
    unregistered(page)
    assert sorted(builds(page)) == sorted(NEIGHBOURS)
    assert page.evaluate("window.isSame"), "it is not reloaded"
    timer_runs(page)
    page.goto("safety/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_neighbour_below_a_site_at_the_root_answers_for_itself(new_page, site, tmp_path):
    """Its pages come as they are, and what these load does not pass through our worker's store."""
    folder = tmp_path / "root"
    folder.mkdir()
    for file in site.folder.iterdir():
        (folder / file.name).symlink_to(file)
    (folder / "neighbour").mkdir()
    (folder / "neighbour" / "index.html").write_text(
        "<!doctype html><title>Next door</title><h1>Next door</h1>", "utf-8"
    )
    (folder / "neighbour" / "data.json").write_text("[]", "utf-8")
    with host_of(folder, tmp_path, "https://coach.example/") as host:
        page = new_page(host.site, service_workers="allow")
        page.goto("")
        kept(page)
        page.goto("neighbour/")
        assert page.locator("h1").inner_text() == "Next door"
        assert page.evaluate("() => fetch('data.json').then((got) => got.json())") == []
        found = "async () => Boolean(await caches.match(location.href) ?? await caches.match('data.json'))"
        assert page.evaluate(found) is False


def test_site_that_is_ended_asks_for_no_worker_and_cannot_be_installed(ended):
    assert not (ended / "manifest.webmanifest").exists()
    assert not (ended / "offline").exists()
    assert "unregister" in (ended / "service-worker.js").read_text("utf-8")
    assert not (ended / "service-worker-ending.js").exists()
    pages = [page.read_text("utf-8") for page in ended.rglob("*.html")]
    assert len(pages) > 10
    assert [page for page in pages if "manifest.webmanifest" in page or "apple-touch-icon" in page] == []


def test_browser_that_keeps_nothing_shows_the_site_as_before(new_page):
    page = new_page(service_workers="allow")
    page.add_init_script("navigator.serviceWorker.register = () => Promise.reject(new Error('not here'))")
    page.goto("safety/")
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").inner_text() == "Safety and care"
