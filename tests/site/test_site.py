"""The built site as a whole: its addresses, links, names and files."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections import Counter
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from html_tree import tree
from site_build import DATA_URL
from site_links import broken, in_style_sheets, links

LEFTOVER = re.compile(r"limberslot|\{\{|\{%|\}\}|%\}|Macro Rendering Error|Macro Syntax Error|made with", re.IGNORECASE)


@pytest.fixture(params=["site", "subpath_site"])
def either_site(request):
    """The site at a host's root, then in a folder of a host."""
    return request.getfixturevalue(request.param)


def test_site_has_every_address_that_was_promised(site, dataset, root):
    promised = {"", "routines/", "exercises/", "equipment/", "safety/", "timer/", "links/", "404.html"}
    promised |= {f"exercises/{id_}/" for id_ in dataset.exercises} | {f"routines/{id_}/" for id_ in dataset.routines}
    promised |= {f"sheets/{id_}/{size}" for id_ in dataset.routines for size in ("", "large/")}
    promised |= {"cards/"} | {f"cards/{id_}/{side}" for id_ in dataset.routines for side in ("", "backs/")}
    promised |= {"plan/", "plan/sheet/", "plan/cards/", "offline/"}
    assert promised <= set(site.pages)
    own = {f"{file.relative_to(root / 'content').with_suffix('').as_posix()}/" for file in root.glob("content/**/*.md")}
    assert set(site.pages) - promised <= own
    assert all((site.folder / "e" / each.code / "index.html").is_file() for each in dataset.exercises.values())


def test_site_links_all_lead_somewhere(either_site):
    assert broken(either_site) == []


def test_site_loads_nothing_from_another_host(either_site):
    loaded = [
        f"{link.page}: {link.written}"
        for link in links(either_site)
        if link.element.tag != "a" and not link.target.startswith((either_site.address, "data:"))
    ]
    loaded += [f"{path}: {target}" for path, target in in_style_sheets(either_site) if not _inside(target, either_site)]
    assert loaded == []


def _inside(target, site):
    return target.startswith((site.address, "data:", "#"))


def test_site_leads_away_to_sources_and_the_data_file_only(site, dataset):
    away = {link.target.partition("#")[0] for link in links(site) if not link.target.startswith(site.address)}
    help_calls = {"tel:112", "tel:911"}
    assert away == {DATA_URL, *help_calls, *(work.url for work in dataset.works.values())}


def test_lost_page_links_begin_at_the_root_of_the_host(either_site):
    mount = urlsplit(either_site.address).path
    written = [link.written for link in links(either_site) if link.page == "404.html" and link.written[:1] != "#"]
    assert written
    assert [each for each in written if not each.startswith(mount)] == []


def test_page_titles_differ(site):
    titles = [page.one("title").text for page in site.pages.values()]
    assert all(titles)
    assert _twice(titles) == []


def test_page_descriptions_differ_and_fit_a_search_result(site):
    descriptions = [page.one("meta", name="description").attributes["content"] for page in site.pages.values()]
    assert all(0 < len(each) <= 160 for each in descriptions)
    assert _twice(descriptions) == []


def test_page_has_one_main_heading(site):
    def headings(within):
        return len(within.every("h1"))

    # What a template holds is not on the page yet.
    counts = {path: headings(page) - sum(map(headings, page.every("template"))) for path, page in site.pages.items()}
    assert counts == dict.fromkeys(site.pages, 1)


def test_page_has_each_id_once(site):
    for path, page in site.pages.items():
        assert _twice([each.attributes["id"] for each in page.every() if "id" in each.attributes]) == [], path


def test_page_addresses_follow_the_address_of_the_site(either_site):
    for path, page in either_site.pages.items():
        if path in ("404.html", "offline/"):  # which stand in for others
            assert not page.every("link", rel="canonical")
            continue
        assert page.one("link", rel="canonical").attributes["href"] == either_site.address + path
        assert page.one("meta", property="og:url").attributes["content"] == either_site.address + path


def test_pages_show_no_leftover_of_a_template(site):
    for file in site.folder.rglob("*.html"):
        assert LEFTOVER.findall(file.read_text("utf-8")) == [], file
    for path, page in site.pages.items():
        assert re.findall(r"\b(?:None|Undefined|True|False)\b", page.one("body").text) == [], path


def test_pages_are_valid_html(site, root):
    program = root / "node_modules" / ".bin" / "html-validate"
    assert program.is_file(), "html-validate is not installed. Cure: scripts/install dev"
    (settings,) = root.glob(".htmlvalidate.*")
    files = sorted(str(file) for file in site.folder.rglob("*.html"))
    found = subprocess.run(
        [program, "--config", settings, *files], cwd=root, capture_output=True, text=True, timeout=600
    )
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_edit_link_leads_to_the_line_of_its_record(site, dataset, root):
    lines = (root / "data" / "exercises.yaml").read_text("utf-8").splitlines()
    records = [f"exercises/{id_}/" for id_ in dataset.exercises] + [f"routines/{id_}/" for id_ in dataset.routines]
    for path in records:
        link = site.pages[path].one("p", class_="record-link").one("a").attributes["href"]
        address, _, line = link.partition("#L")
        assert address == DATA_URL
        assert lines[int(line) - 1].strip() == path.split("/")[1] + ":"


def test_sitemap_lists_every_page_that_says_something_by_itself(either_site):
    text = (either_site.folder / "sitemap.xml").read_bytes()
    listed = ElementTree.fromstring(text).iterfind("{*}url/{*}loc")
    empty = {"404.html", "offline/", "plan/sheet/", "plan/cards/"}
    assert sorted(each.text or "" for each in listed) == sorted(
        either_site.address + path for path in either_site.pages if path not in empty
    )
    assert gzip.decompress((either_site.folder / "sitemap.xml.gz").read_bytes()) == text
    told = {path for path, page in either_site.pages.items() if page.every("meta", name="robots", content="noindex")}
    assert told == empty - {"404.html"}


def test_search_index_holds_every_exercise_with_its_steps(site, dataset):
    entries = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    for id_, exercise in dataset.exercises.items():
        found = [each for each in entries if each["location"].partition("#")[0] == f"exercises/{id_}/"]
        assert found[0]["title"] == exercise.name
        texts = tree(" ".join(each["text"] for each in found)).text
        assert [text for text in (*exercise.setup, *exercise.instructions, *exercise.cues) if text not in texts] == []


def test_a_list_is_found_by_its_own_words_not_by_those_of_all_it_lists(site, dataset):
    entries = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    for address, records in (("exercises/", dataset.exercises), ("routines/", dataset.routines)):
        texts = " ".join(each["text"] for each in entries if each["location"].partition("#")[0] == address)
        assert "limberslot" not in texts
        for record in records.values():
            assert record.summary not in texts
            assert record.summary in site.pages[address].text


def test_a_thing_is_found_by_its_own_words_not_by_those_of_all_that_use_it(site, dataset):
    entries = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    found = {each["location"]: each["text"] for each in entries if each["location"].startswith("equipment/")}
    for id_, thing in dataset.equipment.items():
        assert thing.description in tree(found[f"equipment/#{id_}"]).text
    users = [each.short_name for each in dataset.exercises.values() if each.equipment]
    words = " ".join(found.values())
    assert [name for name in users if name.lower() in words.lower()] == []
    assert ", for" not in words
    assert [name for name in users if name not in site.pages["equipment/"].text] == []


@pytest.mark.parametrize("address", ["exercises", "routines", "equipment"])
def test_page_holds_no_mark_for_the_search(site, address):
    page = (site.folder / address / "index.html").read_text("utf-8")
    assert "unsearched" not in page
    assert "limberslot" not in page


def _twice(things):
    return [thing for thing, count in Counter(things).items() if count > 1]
