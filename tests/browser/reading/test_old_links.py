"""Addresses that records had before: in a browser, without scripts, for other programs, and in a folder of a host."""

from __future__ import annotations

import json
import subprocess
from xml.etree import ElementTree

import pytest

from limber.exports.api import API
from limber.publish import pdf
from site_build import build, copy, serving

ADDRESS = "https://coach.example/physio/limber/"
RETIRED = """
retired:
  exercises/deep-lunge:
    name: Deep lunge & reach
    date: "2026-11-22"
    reason: A step-up does the same & spares the knee.
  routines/evening:
    name: Evening routine
    date: "2026-11-23"
  exercises/foot-roll:
    name: Foot roll
    date: "2026-11-24"
    successor: {exercise}
"""
OWN = "---\ntitle: My page\ndescription: What I wrote here.\n---\n\n# My page\n\nStill mine.\n"


@pytest.fixture(scope="module")
def ids(dataset):
    """An exercise and a routine that has it, not as the first."""
    routine = next(each for each in dataset.routines.values() if not each.core_of)
    return routine.steps[-1].exercise.id, routine.id


@pytest.fixture(scope="module")
def moved_project(root, ids, once):
    """The project where an exercise and a routine had other ids before; at one of them a coach has an own page."""

    def make(folder):
        project = copy(root, folder / "project")
        data = project / "data" / "exercises.yaml"
        text = data.read_text("utf-8")
        for id_ in ids:
            assert text.count(f"\n  {id_}:\n") == 1
            text = text.replace(f"\n  {id_}:\n", f"\n  {id_}:\n    old_ids: [once-{id_}, own-{id_}]\n")
        data.write_text(text + RETIRED.format(exercise=ids[0]), "utf-8")
        with (project / "data" / "published.txt").open("a", encoding="utf-8") as ledger:
            ledger.write("exercises/deep-lunge/ zdl\nexercises/foot-roll/ zfr\nroutines/evening/ zev\n")
        (project / "content" / "exercises" / f"own-{ids[0]}.md").write_text(OWN, "utf-8")
        said = build(project, project / "site", ADDRESS)
        assert (said.returncode, said.stdout) == (0, ""), said.stderr

    return once("moved", make) / "project"


@pytest.fixture(scope="module")
def moved_site(moved_project):
    """That site, in a folder of a host."""
    with serving(moved_project / "site", ADDRESS) as site:
        yield site


@pytest.fixture(scope="module")
def moves(ids, dataset):
    """Old and short addresses, each with the one that it leads to."""
    exercise, routine = ids
    pages = [f"exercises/{exercise}/"]
    pages += [f"{kind.format(routine)}/" for kind in ("routines/{}", "sheets/{}", "sheets/{}/large")]
    pages += [f"{kind.format(routine)}/" for kind in ("cards/{}", "cards/{}/backs")]
    old = [(page.replace(f"/{id_}/", f"/once-{id_}/"), page) for page in pages for id_ in ids if f"/{id_}/" in page]
    codes = (dataset.exercises[exercise].code, "zfr")  # its own, and that of what it replaces
    return [*old, *((f"e/{code}/", f"exercises/{exercise}/") for code in codes)]


def test_old_address_leads_on_with_query_and_fragment(new_page, moved_site, moves):
    page = new_page(moved_site)
    assert len(moves) == 8
    for old, now in moves:
        page.goto("about:blank")
        page.goto(moved_site.base_url + old + "?level=goal&note=a%20b%26c#dose-%C3%A4.z")
        page.wait_for_url(moved_site.base_url + now + "?level=goal&note=a%20b%26c#dose-%C3%A4.z")
        page.go_back()
        page.wait_for_url("about:blank")  # the way back does not lead through the old address, and on again


def test_old_address_leads_on_without_scripts(new_page, moved_site, moves):
    page = new_page(moved_site, javascript=False)
    for old, now in moves:
        page.goto(moved_site.base_url + old)
        page.wait_for_url(moved_site.base_url + now)


def test_old_page_says_where_it_leads_to_people_and_to_search_engines(moved_site, moves):
    for old, now in moves:
        page = moved_site.moved[old]
        assert page.one("link", rel="canonical").attributes["href"] == ADDRESS + now
        assert page.one("meta", name="robots").attributes["content"] == "noindex"
        home, link = page.one("main").every("a")
        assert home.attributes["href"] == "../" * old.count("/")
        shown = [each.attributes["src"] for each in page.every("img")]
        assert bool(shown) == now.startswith("exercises/")
        assert all((moved_site.folder / each.removeprefix("../" * old.count("/"))).is_file() for each in shown)
        title = moved_site.pages[now].one("title").text
        name, _, site_name = title.rpartition(" – ")
        assert page.one("title").text == f"{name} – {site_name}"
        assert (page.one("h1").text, link.text) == (f"Opening {name}\u00a0…", f"Open {name}")
        assert link.attributes["href"] == "../" * old.count("/") + now
        policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert not [each for each in page.every("script") if each.text or "src" not in each.attributes]


def test_old_address_is_in_no_list(moved_site, moves):
    (listed,) = [moved_site.folder / name for name in ("sitemap.xml",)]
    listed = {each.text for each in ElementTree.parse(listed).iterfind(".//{*}loc")}
    found = json.loads((moved_site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    lost = {each.attributes["href"] for each in moved_site.pages["404.html"].every("a")}
    for old, now in moves:
        assert (ADDRESS + old in listed, ADDRESS + now in listed) == (False, True)
        assert old not in {each["location"] for each in found}
        assert not [each for each in lost if each.endswith(old)]


def test_own_page_at_an_old_address_stays(moved_site, ids):
    page = moved_site.pages[f"exercises/own-{ids[0]}/"]
    assert page.one("h1").text == "My page"
    assert not page.every("meta", name="robots")


def test_old_ids_have_their_files_of_the_api(moved_site, ids):
    api = moved_site.folder / API
    for kind, id_ in zip(("exercises", "routines"), ids, strict=True):
        now = (api / kind / f"{id_}.json").read_bytes()
        assert (api / kind / f"once-{id_}.json").read_bytes() == now
        assert json.loads(now)["old_ids"][:2] == [f"once-{id_}", f"own-{id_}"]
        every = json.loads((api / f"{kind}.json").read_text("utf-8"))[kind]
        assert [each["id"] for each in every].count(id_) == 1


def test_codes_and_pictures_lie_at_old_addresses_too(moved_site, ids):
    for kind, id_ in zip(("exercises", "routines"), ids, strict=True):
        for folder, ending in (("qr", "svg"), ("link-images", "png")):
            files = moved_site.folder / folder / kind
            now = (files / f"{id_}.{ending}").read_bytes()
            for old in ("once", "own"):
                assert (files / f"{old}-{id_}.{ending}").read_bytes() == now


def test_timer_takes_old_ids(new_page, moved_site, ids, dataset):
    exercise, routine = ids
    page = new_page(moved_site)
    name = dataset.exercises[exercise].name
    for query in (f"?exercise=once-{exercise}", f"?routine=once-{routine}&from=once-{exercise}"):
        page.goto(f"timer/{query}")
        page.get_by_role("button", name="Start", exact=True).wait_for()
        assert "not in the routine" not in page.locator("main").inner_text()
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_role("button", name="Pause", exact=True).wait_for()
        short = dataset.exercises[exercise].short_name
        assert name in page.locator("main").inner_text() or short in page.locator("main").inner_text()


def test_fragment_with_an_old_id_finds_its_step(moved_site, ids):
    page = moved_site.pages[f"routines/{ids[1]}/"]
    (step,) = [each for each in page.every(class_="routine__step") if each.every(id=ids[0])]
    assert step.every(id=f"once-{ids[0]}")


def test_address_of_what_was_retired_says_so(moved_site):
    said = {
        "exercises/deep-lunge/": ("Deep lunge & reach", "22 November 2026", "A step-up does the same", "exercises/"),
        "e/zdl/": ("Deep lunge & reach", "22 November 2026", "A step-up does the same", "exercises/"),
        "sheets/evening/large/": ("Evening routine", "23 November 2026", "", "routines/"),
        "cards/evening/backs/": ("Evening routine", "23 November 2026", "", "routines/"),
    }
    for address, (name, day, why, list_) in said.items():
        page = moved_site.pages[address]
        assert page.one("h1").text == f"{name} is no longer here"
        assert day in page.one("main").text and why in page.one("main").text
        assert page.one("main").one("a").attributes["href"] == "../" * address.count("/") + list_
        assert page.one("meta", name="robots").attributes["content"] == "noindex"
    assert "deep-lunge" not in (moved_site.folder / "sitemap.xml").read_text("utf-8")


def test_plan_names_what_was_retired_and_takes_its_successor(new_page, moved_site, ids, dataset):
    page = new_page(moved_site)
    heir = dataset.exercises[ids[0]]
    page.goto("plan/#1.zdl.zfr")
    page.get_by_role("heading", name=heir.name).wait_for()
    told = page.locator("main").inner_text()
    assert "One exercise is no longer on this site, so it is left out: “Deep lunge & reach”." in told
    assert f"{heir.name} takes the place of an exercise that is no longer here: “Foot roll”." in told
    page.goto("exercises/foot-roll/")
    page.wait_for_url(f"{moved_site.base_url}exercises/{heir.id}/")


def test_old_page_is_valid_html(moved_site, moves, root):
    program = root / "node_modules" / ".bin" / "html-validate"
    (settings,) = root.glob(".htmlvalidate.*")
    files = [moved_site.folder / old / "index.html" for old, _ in [*moves, ("exercises/deep-lunge", "")]]
    command = [program, "--config", settings, *files]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=600)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_pdfs_lie_at_old_addresses_too(tmp_path):
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets" / "now-large.pdf").write_bytes(b"a PDF")
    pdf.copy(tmp_path, [("sheets/now/large/", "sheets/old/large/"), ("sheets/now/", "sheets/old/"), ("a/now/", "a/b/")])
    assert (tmp_path / "sheets" / "old-large.pdf").read_bytes() == b"a PDF"
    assert len(list(tmp_path.rglob("*.pdf"))) == 2
