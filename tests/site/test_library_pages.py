"""The library's own pages: each record has one, says how to take it and whose it is, and nothing leads nowhere."""

from __future__ import annotations

import gzip
import json

import pytest
import yaml

from limber.model.nouns import Dataset
from project_root import ROOT
from site_build import Site
from site_links import broken

TABLES = ("exercises", "routines", "programmes")


@pytest.mark.parametrize("table", TABLES)
def test_each_record_has_a_page_that_says_how_to_take_it(library: Dataset, library_site: Site, table: str) -> None:
    files = (ROOT / "data" / "library").glob("*.yaml")
    written = {
        id_: keys for file in files for id_, keys in yaml.safe_load(file.read_text("utf-8")).get(table, {}).items()
    }
    assert written.keys() == getattr(library, table).keys()
    for id_, record in getattr(library, table).items():
        page = library_site.pages[f"{table}/{id_}/"]
        assert page.one("h1").text.strip() == record.name
        take = page.one("details", class_="take-record")
        assert take.one("code").text == f"scripts/add {id_}"
        record_file = library_site.folder / "yaml" / table / f"{id_}.yaml"
        assert record_file.read_text("utf-8").startswith("#") and "CC BY 4.0" in record_file.read_text("utf-8")
        assert yaml.safe_load(record_file.read_text("utf-8")) == {table: {id_: written[id_]}}


def test_each_link_leads_somewhere(library_site: Site) -> None:
    assert broken(library_site) == []


def test_each_page_to_read_says_under_which_licence_it_is(library_site: Site) -> None:
    for path, page in library_site.pages.items():
        if footer := page.every("footer", class_="frame-footer"):
            assert "CC BY 4.0" in footer[0].text, path
    assert 'rel="external license"' in (library_site.folder / "exercises" / "heel-raise" / "index.html").read_text(
        "utf-8"
    )


def test_no_figure_is_heavy(library_site: Site) -> None:
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in library_site.folder.glob("figures/*.svg")}
    assert sizes and {name: size for name, size in sizes.items() if size > 3072} == {}


def test_a_device_keeps_all_exercises_with_their_figures_and_no_cards_and_records_to_take(
    library: Dataset, library_site: Site
) -> None:
    worker = (library_site.folder / "service-worker.js").read_text("utf-8")
    kept = set(json.loads(worker.partition("const BUILD = ")[2].partition(";\n")[0])["files"])
    for id_, it in library.exercises.items():
        at = f"exercises/{id_}/"
        assert {at, f"{at}figure.svg", f"{at}small-figure.svg", f"api/v1/exercises/{id_}.json", f"e/{it.code}/"} <= kept
    assert {f"routines/{id_}/" for id_ in library.routines} | {"timer/", "plan/", "links/"} <= kept
    assert not [path for path in kept if path.startswith(("yaml/", "cards/", "qr/"))]


def test_exercises_are_found_by_other_names(library: Dataset, library_site: Site) -> None:
    index = json.loads((library_site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    told = {each["location"]: each["text"] for each in index}
    names = json.loads((library_site.folder / "api" / "v1" / "exercise-names.json").read_text("utf-8"))["exercises"]
    offered = {each["id"]: each.get("also_called", []) for each in names}
    assert any(offered.values())
    for id_, it in library.exercises.items():
        assert offered[id_] == list(it.also_called)
        page = library_site.pages[f"exercises/{id_}/"]
        for name in it.also_called:
            assert name.replace("'", "&#x27;") in told[f"exercises/{id_}/"].replace("&#39;", "&#x27;")
            assert page.one("article").text.count("Also called") == 1


def test_the_site_leads_to_its_library_only_where_there_is_one(site: Site, library_site: Site) -> None:
    """A build of MkDocs alone has none; scripts/build says that there is one."""
    assert not [link for link in site.pages[""].every("a") if "library/" in (link.attributes.get("href") or "")]
    assert [link for link in library_site.pages[""].every("a") if link.attributes.get("href") == "../"]
