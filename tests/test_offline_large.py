"""A site that is too large to be kept whole: what comes first is, and what was opened; the rest is named as missing."""

import shutil

import pytest

from kept_site import kept, updated
from limber import offline
from limber.offline import kept_of
from mortal_host import host_of

SMALL = {"404.html": 9_000, "offline/": 1_000, "": 12_000, "assets/ab/main.js": 9_000, "timer/": 9_000, "plan/": 9_000}
SMALL |= {"routines/": 9_000, "routines/one/": 9_000, "sheets/one/": 9_000, "sheets/one.pdf": 30_000}
SMALL |= {"exercises/": 9_000, "search/search_index.json": 13_000}


def test_small_site_is_kept_whole():
    exercises = {f"exercises/{number}/": 17_000 for number in range(100)}
    assert set(kept_of(SMALL | exercises)) == {*SMALL, *exercises}


@pytest.mark.parametrize("bytes_each", [200, 17_000])
def test_of_a_large_site_what_comes_first_is_kept(bytes_each):
    exercises = {f"exercises/{number}/": bytes_each for number in range(1000)}
    sheets = {f"sheets/{number}/": 2_000 for number in range(1000)}
    found = kept_of(SMALL | exercises | sheets)
    assert {*SMALL} - set(found) == {"sheets/one.pdf", "search/search_index.json", "sheets/one/"}
    assert set(found) & {*exercises} == set()
    assert len(set(found) & {*sheets}) > 100
    sizes = SMALL | exercises | sheets
    assert len(found) <= offline.MOST_FILES
    assert sum(sizes[path] for path in found) <= offline.MOST_BYTES


def test_what_no_page_shows_is_never_kept():
    others = ["api/v1/exercises.json", "api/v1/routines.json", "api/v1/exercises.schema.json", "changes.atom"]
    others += [
        "link-images/routines/one.png",
        "assets/icons/icon-512.png",
        "assets/javascripts/lunr/min/lunr.de.min.js",
    ]
    others += ["assets/javascripts/bundle.ab.min.js.map", "sitemap.xml", "sitemap.xml.gz", "service-worker.js"]
    pages = ["api/v1/exercise-names.json", "api/v1/exercises/one.json", "api/v1/routines/one.json"]
    assert set(kept_of(dict.fromkeys(others + pages, 10))) == set(pages)


@pytest.fixture
def large(root, subpath_site, tmp_path, monkeypatch):
    """The site with a worker that believes it is too large, and the same once more as a later build."""
    monkeypatch.setattr(offline, "MOST_FILES", 90)
    folders = []
    for name in ("first", "second"):
        folder = tmp_path / name
        shutil.copytree(subpath_site.folder, folder)
        page = folder / "safety" / "index.html"
        page.write_text(page.read_text("utf-8").replace("Safety and care", f"Safety, {name} build"), "utf-8")
        offline.write(folder, root / "overrides", subpath_site.asset(""), True)
        assert '"whole":false' in (folder / "service-worker.js").read_text("utf-8")
        folders.append(folder)
    return folders


def test_of_a_large_site_what_was_opened_is_there_and_the_rest_is_named(new_page, large, tmp_path, dataset):
    seen, later, unseen = list(dataset.exercises)[:3]
    with host_of(large[0], tmp_path, "https://coach.example/physio/limber/") as host:
        page = new_page(host.site, service_workers="allow")
        page.goto(f"exercises/{seen}/?from=a-link")
        kept(page)
        page.goto(f"exercises/{later}/")
        page.wait_for_load_state("networkidle")
        host.deploy(large[1])
        assert updated(page) == "activated"
        host.kill()
        for id_ in (seen, later):
            page.goto(f"exercises/{id_}/")
            assert page.locator("h1").inner_text() == dataset.exercises[id_].name, "brought along to the later build"
        page.goto("safety/")
        assert page.locator("h1").inner_text() == "Safety, second build"
        page.goto(f"timer/?routine={next(iter(dataset.routines))}")
        page.get_by_role("button", name="Start", exact=True).wait_for()
        answer = page.goto(f"exercises/{unseen}/")
        assert answer.status == 503
        assert page.locator("h1").inner_text() == "You are offline"
        page.get_by_role("link", name="Go to the start page").click()
        assert page.locator(".frame-header").is_visible()


def test_page_of_another_build_is_not_kept_without_its_scripts(new_page, large, tmp_path, dataset):
    id_ = next(iter(dataset.exercises))
    stranger = large[0] / "exercises" / id_ / "index.html"
    with host_of(large[0], tmp_path, "https://coach.example/physio/limber/") as host:
        page = new_page(host.site, service_workers="allow")
        page.goto("")
        kept(page)
        stranger.write_text("<!doctype html><h1>Of another build</h1>", "utf-8")
        page.goto(f"exercises/{id_}/")
        assert page.locator("h1").inner_text() == "Of another build"
        host.kill()
        page.goto(f"exercises/{id_}/")
        assert page.locator("h1").inner_text() == "You are offline"
