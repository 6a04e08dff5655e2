"""Another build on the server: it comes whole or not at all, and what is open goes on as it was."""

import shutil

import pytest
from playwright.sync_api import expect

from kept_site import builds, kept, unregistered, until, updated
from site_build import asset_folder, build, copy

ADDRESS = "https://coach.example/physio/limber/"
MARK = "document.documentElement.dataset.build = 'second';\n"
READ_BUILD = "document.documentElement.dataset.build ?? 'first'"


@pytest.fixture(scope="module")
def second(root, once):
    """A later build: a page says something else, and so does the script that every reading page runs."""

    def make(folder):
        project = copy(root, folder / "project")
        (project / "node_modules").symlink_to(root / "node_modules")
        page = project / "content" / "safety.md"
        page.write_text(page.read_text("utf-8").replace("# Safety and care", "# Safety, second build", 1), "utf-8")
        script = project / "overrides" / "scripts" / "reading" / "main.js"
        script.write_text(f"{script.read_text('utf-8')}\n{MARK}", "utf-8")
        said = build(project, folder / "site", ADDRESS)
        assert said.returncode == 0, said.stderr

    return once("second", make) / "site"


@pytest.fixture
def page(new_page, host):
    """A page of the first build, which the device has."""
    page = new_page(host.site, service_workers="allow")
    page.goto("safety/")
    kept(page)
    return page


def test_page_and_script_are_of_one_build_whether_its_host_answers_hangs_or_is_gone(
    page, host, second, kinds, tmp_path
):
    """A host that answers wins over what is kept, and one that hangs is not waited for. Where a page comes from the
    device, what it asks for does, too: words and numbers are of one build.
    """
    names = "() => fetch(new URL('../api/v1/exercise-names.json', document.baseURI)).then((got) => got.json())"
    old = page.evaluate(names)
    changed = shutil.copytree(second, tmp_path / "changed")
    file = changed / "api" / "v1" / "exercise-names.json"
    file.write_text('{"exercises": []}', "utf-8")
    host.deploy(changed)
    assert page.evaluate(names) == {"exercises": []}
    host.hang()
    page.goto("equipment/")
    assert page.locator("h1").inner_text() == "Equipment"
    assert page.evaluate(names) == old
    page.goto(kinds["timer"])
    assert page.locator("h1").inner_text() == "Timer"
    host.kill()
    host.deploy(second)
    host.start()
    page.goto("safety/")
    assert (page.locator("h1").inner_text(), page.evaluate(READ_BUILD)) == ("Safety, second build", "second")
    page.wait_for_load_state("networkidle")
    updated(page)
    host.kill()
    page.goto("equipment/")
    page.goto("safety/")
    assert (page.locator("h1").inner_text(), page.evaluate(READ_BUILD)) == ("Safety, second build", "second")


def test_timer_that_runs_goes_on_with_its_own_build(page, host, second):
    page.goto("timer/?routine=foot-and-hip")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    page.evaluate("window.isSame = true")
    host.deploy(second)
    reader = page.context.new_page()
    reader.goto("safety/")
    updated(reader)
    reader.goto("safety/")
    assert len(builds(reader)) == 2, "the timer may yet ask for a script of its own"
    # A voice is a script that loads when it is wanted; the server has it under the later build's name only.
    old = page.evaluate("document.querySelector('script[type=module]').src.replace('timer-page', 'timer-speech')")
    answer = page.evaluate("(old) => fetch(old).then(({ status }) => status)", old)
    assert answer == 200
    assert reader.request.get(old).status == 404
    assert page.evaluate("window.isSame"), "and was not reloaded"
    assert page.get_by_role("button", name="Pause", exact=True).is_visible()
    page.close()
    reader.goto("")
    reader.goto("safety/")
    expect(reader.locator("h1")).to_have_text("Safety, second build")
    until(reader, "async () => (await caches.keys()).length === 1")


def test_half_of_a_build_is_refused_whole_and_of_a_whole_one_only_what_is_new_is_fetched(
    page, host, subpath_site, second, tmp_path
):
    """Half is where a page or a script of it has other words, or a page is lost."""
    script = f"{asset_folder(second)}scripts/reading/main.js"
    paths = {"page": "equipment/", "script": script, "lost": "routines/"}
    half = shutil.copytree(second, tmp_path / "half")
    before = builds(page)
    for which, path in paths.items():
        file = _file(half, path)
        if which == "lost":
            file.unlink()
        else:
            file.write_text("of no build", "utf-8")
        host.deploy(half)
        assert updated(page) == "redundant", which
        assert builds(page) == before, which
        host.kill()
        page.goto("safety/")
        assert (page.locator("h1").inner_text(), page.evaluate(READ_BUILD)) == ("Safety and care", "first"), which
        page.goto("equipment/")
        assert page.locator("h1").inner_text() == "Equipment", which
        shutil.copy(_file(second, path), file)
        host.start()
    asked_before = len(host.asked())
    host.deploy(second)
    assert updated(page) == "activated", "once it is whole"
    asked = host.asked()[asked_before:]
    here = {file.read_bytes() for file in subpath_site.folder.rglob("*") if file.is_file()}
    fresh = {path for path in asked if _file(second, path).read_bytes() not in here}
    assert script in fresh and "safety/" in fresh
    assert set(asked) - fresh == set(), "all else is on the device"
    assert len(asked) == len(fresh)


def _file(folder, path):
    return folder / path / "index.html" if path.endswith("/") or not path else folder / path


def test_first_visit_to_half_of_a_build_keeps_nothing(new_page, host, second, tmp_path):
    half = shutil.copytree(second, tmp_path / "half")
    _file(half, "equipment/").write_text("of no build", "utf-8")
    host.deploy(half)
    page = new_page(host.site, service_workers="allow")
    page.goto("safety/")
    page.wait_for_load_state("networkidle")
    unregistered(page)
    assert builds(page) == []
    page.goto("equipment/")
    assert page.locator("body").inner_text() == "of no build", "the site is as it is on the server"
