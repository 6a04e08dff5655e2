"""A site that is too large to be kept whole: what comes first is, and what was opened; the rest is named as missing."""

import os
import shutil

import pytest

from kept_site import kept, until, updated
from limber.publish import offline
from limber.publish.offline import kept_of
from page_kinds import plan
from stoppable_host import host_of

SMALL = {
    "404.html": 9_000,
    "offline/": 1_000,
    "": 12_000,
    "assets/0123456789/scripts/reading/main.js": 9_000,
    "timer/": 9_000,
}
SMALL |= {"plan/": 9_000, "routines/": 9_000, "routines/one/": 9_000, "sheets/one/": 9_000, "sheets/one/large/": 9_000}
SMALL |= {"exercises/": 9_000, "search/search_index.json": 13_000}
RECORDING = {"assets/how.mp4": 20_000_000}


def test_small_site_is_kept_whole():
    exercises = {f"exercises/{number}/": 17_000 for number in range(100)}
    assert set(kept_of(SMALL | exercises)) == {*SMALL, *exercises}
    assert set(kept_of(SMALL | exercises | RECORDING)) == {*SMALL, *exercises}, "and waits for no recording"


def test_short_addresses_are_kept_with_a_whole_site_and_make_none_too_large():
    full = SMALL | {f"exercises/{number}/": 100 for number in range(offline.MOST_FILES - len(SMALL))}
    short = {f"e/{a}{b}/": 1_200 for a in "abc" for b in "abcdefghij"}
    assert set(kept_of(full | short)) == {*full, *short}
    assert not set(short) & set(kept_of(full | short | {"exercises/one-more/": 100}))


def test_of_a_thousand_exercises_routines_timer_plan_sheets_and_search_are_kept():
    """Sizes are those of the pages of a thousand exercises in fifty routines of twenty."""
    many = {f"exercises/{number}/": 33_700 for number in range(1000)}
    many |= {f"exercises/{number}/figure.svg": 8_700 for number in range(1000)}
    fifty = {"exercises/": 400_000, "404.html": 130_000, "equipment/": 145_000, "search/search_index.json": 990_000}
    fifty |= {"api/v1/exercise-names.json": 172_000}
    for number in range(50):
        fifty |= {f"routines/{number}/": 59_000, f"api/v1/routines/{number}.json": 17_000}
        fifty |= {f"sheets/{number}/": 20_000, f"sheets/{number}/large/": 20_000}
    fifty |= {f"assets/0123456789/{number}.js": 13_000 for number in range(50)}
    assert set(kept_of(SMALL | many | fifty)) == {*(SMALL | fifty)}


def test_exercises_are_kept_with_their_figures_if_all_find_room_and_what_paper_shows_of_them_if_that_does_too():
    codes = {f"qr/e/{number}.svg": 2_000 for number in range(600)}
    for count, with_exercises, with_paper in ((60, True, True), (120, True, False), (200, False, False)):
        exercises = {f"exercises/{number}/{file}": 17_000 for number in range(count) for file in ("", "figure.svg")}
        exercises |= {f"api/v1/exercises/{number}.json": 5_000 for number in range(count)}
        paper = {f"figures/{end}/{number}.svg": 2_000 for number in range(count) for end in ("start", "end")}
        wanted = {*SMALL, *(exercises if with_exercises else ()), *(paper if with_paper else ())}
        assert set(kept_of(SMALL | exercises | paper | codes)) == wanted, count


@pytest.mark.parametrize("bytes_each", [200, 17_000])
def test_of_a_site_beyond_measure_what_comes_first_is_kept(bytes_each):
    sizes = SMALL | {f"exercises/{number}/": 17_000 for number in range(1000)}
    sizes |= {f"routines/{number}/": bytes_each for number in range(1000)} | RECORDING
    found = kept_of(sizes)
    assert {
        "404.html",
        "offline/",
        "",
        "assets/0123456789/scripts/reading/main.js",
        "timer/",
        "plan/",
        "routines/",
    } < set(found)
    assert not {"exercises/1/", "assets/how.mp4"} & set(found)
    assert len([path for path in found if path.startswith("routines/")]) > 400
    assert len(found) <= offline.MOST_FILES
    assert sum(sizes[path] for path in found) <= offline.MOST_BYTES


def test_what_no_page_shows_is_never_kept():
    others = ["api/v1/exercises.json", "api/v1/routines.json", "api/v1/exercises.schema.json", "changes.atom"]
    others += [
        "link-images/routines/one.png",
        "assets/icons/icon-512.png",
    ]
    others += ["assets/javascripts/bundle.ab.min.js.map", "sitemap.xml", "sitemap.xml.gz", "service-worker.js"]
    others += ["_headers", ".htaccess", ".nojekyll", ".well-known/security.txt", "CNAME"]
    pages = ["api/v1/exercise-names.json", "api/v1/exercises/one.json", "api/v1/routines/one.json"]
    pages += ["assets/javascripts/lunr/min/lunr.de.min.js"]  # of the language that the search is in
    assert set(kept_of(dict.fromkeys(others + pages, 10))) == set(pages)


# What a page loaded of its own site, and the device has by now.
_ALL_KEPT = """async () => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const found = await Promise.all(loaded.map((each) => caches.match(each)));
  return found.every(Boolean);
}"""


_DRAWN = """(count) =>
  [...document.querySelectorAll(".paper-poses img")].filter((each) => each.naturalWidth).length === count"""


@pytest.fixture
def large(root, subpath_site, tmp_path, monkeypatch):
    """The site with a worker that believes it is too large, and the same once more as a later build."""
    monkeypatch.setattr(offline, "MOST_FILES", 99)
    folders = []
    for name in ("first", "second"):
        folder = tmp_path / name
        shutil.copytree(subpath_site.folder, folder)
        page = folder / "safety" / "index.html"
        page.write_text(page.read_text("utf-8").replace("Safety and care", f"Safety, {name} build"), "utf-8")
        offline.write(folder, root / "overrides", subpath_site.asset(""), True)
        worker = folder / "service-worker.js"
        assert '"whole":false' in worker.read_text("utf-8")
        os.utime(worker, (hour := 3600 * (len(folders) + 400_000), hour))  # hosts may know files by their dates
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


@pytest.mark.parametrize("what", ["plan", "sheet", "session"])
def test_of_a_large_site_what_a_first_visit_showed_is_there_with_its_figures(new_page, large, tmp_path, dataset, what):
    """It was loaded before there was a worker that could have kept it."""
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    figures_of = [step.exercise.figure for step in whole.steps if step.exercise.figure]
    drawn, poses = len(figures_of), sum(min(len(each.poses), 2) for each in figures_of)

    def figures():
        if what == "plan":
            page.goto(f"plan/{plan(whole)}")
            for number in range(drawn):
                page.locator(".plan-step__figure").nth(number).scroll_into_view_if_needed()
                page.locator(".plan-step__figure .figure").nth(number).wait_for()
        elif what == "sheet":
            page.goto(f"sheets/{whole.id}/")
            page.wait_for_function(_DRAWN, arg=poses)
        else:
            page.goto(f"timer/?routine={whole.id}")
            page.locator("[data-action=main]").click()  # start, and the second time resume
            page.locator(".timer-stage__figure .figure").wait_for()

    with host_of(large[0], tmp_path, "https://coach.example/physio/limber/") as host:
        page = new_page(host.site, service_workers="allow")
        figures()
        kept(page)
        until(page, _ALL_KEPT)
        host.kill()
        page.goto("about:blank")
        figures()


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
