"""What the rules on texts stop, in a site built without them: no file for programs says more of it than its text."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import unvalidated_site
from html_tree import tree
from limber.dataset import parse
from limber.model.nouns import Dataset
from limber.plain_text import plain
from once import Once
from site_build import Site


@pytest.fixture(scope="module")
def unvalidated(root: Path, once: Once) -> tuple[Path, Dataset]:
    """The built site's folder, and the dataset."""
    folder, data = unvalidated_site.made(root, once)
    return folder, parse.dataset(data, defaultdict(lambda: 1))


def _both(unvalidated: tuple[Path, Dataset], site: Site, pattern: str) -> list[tuple[Path, Path]]:
    """Each file of this kind, and the same one of the real site."""
    found = [(file, site.folder / file.relative_to(unvalidated[0])) for file in sorted(unvalidated[0].glob(pattern))]
    assert found
    return found


def _xml(file: Path) -> ElementTree.Element:
    """No XML can hold a bell, as one of the texts here does: it is left out of the file."""
    return ElementTree.fromstring(file.read_text("utf-8"))


def _kinds(root: ElementTree.Element) -> set[tuple[str, ...]]:
    return {(each.tag, *sorted(each.attrib)) for each in root.iter()}


@pytest.mark.parametrize("pattern", ["sitemap.xml", "_headers", ".htaccess", "qr/*/*.svg"])
def test_files_without_texts_are_those_of_the_real_site(unvalidated: Any, site: Site, pattern: str) -> None:
    for file, real in _both(unvalidated, site, pattern):
        assert file.read_bytes() == real.read_bytes(), file


@pytest.mark.parametrize("pattern", ["changes.atom", "figures/*.svg"])
def test_no_text_is_an_element_of_a_feed_or_a_figure(unvalidated: Any, site: Site, pattern: str) -> None:
    allowed = set().union(*(_kinds(_xml(real)) for _, real in _both(unvalidated, site, pattern)))
    for file, _ in _both(unvalidated, site, pattern):
        assert _kinds(_xml(file)) <= allowed, file


def test_feed_says_each_change_as_it_is_written(unvalidated: tuple[Path, Dataset]) -> None:
    feed = _xml(unvalidated[0] / "changes.atom")
    entries = {(each.findtext("{*}title"), each.findtext("{*}content")) for each in feed.iterfind("{*}entry")}
    changes = {(it.name, change.what) for it in unvalidated[1].exercises.values() for change in it.changes}
    assert entries == {(_of_xml(name), _of_xml(what)) for name, what in changes}


def _of_xml(text: str) -> str:
    return plain(text).replace("\x07", "").replace("\r\n", "\n")


def test_calendar_has_no_line_more_whatever_its_texts_say(unvalidated: Any, site: Site) -> None:
    for file, real in _both(unvalidated, site, "calendar/*.ics"):
        lines, expected = (_lines(each.read_bytes().decode()) for each in (file, real))
        assert [line.partition(":")[0] for line in lines] == [line.partition(":")[0] for line in expected], file
        assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))


def _lines(text: str) -> list[str]:
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")


def test_structured_data_is_json_with_names_as_they_are_written(unvalidated: tuple[Path, Dataset], site: Site) -> None:
    folder, data = unvalidated
    for kind, found in (("exercises", data.exercises), ("routines", data.routines)):
        for record in found.values():
            path = f"{kind}/{record.id}/"
            page = tree((folder / path / "index.html").read_text("utf-8"))
            scripts = page.every("script", type="application/ld+json")
            real = site.pages[path].every("script", type="application/ld+json")
            assert len(scripts) == len(real) > 0
            (said,) = scripts[0].children
            assert plain(record.name) in _texts(json.loads(str(said)))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def test_api_says_every_text_as_it_is_written(unvalidated: tuple[Path, Dataset]) -> None:
    folder, data = unvalidated
    written = json.loads((folder / "api" / "v1" / "exercises.json").read_text("utf-8"))["exercises"]
    for record, exercise in zip(written, data.exercises.values(), strict=True):
        said = Counter(_texts(record))
        own = (exercise.name, exercise.summary, *exercise.setup, *exercise.instructions, *exercise.precautions)
        assert [text for text in own if plain(text) not in said] == [], exercise.id
    for file in folder.rglob("*.json"):
        json.loads(file.read_text("utf-8"))


def test_search_index_holds_no_markup_of_a_text(unvalidated: tuple[Path, Dataset]) -> None:
    folder, data = unvalidated
    entries = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    found = {entry["location"]: entry for entry in entries}
    for id_, exercise in data.exercises.items():
        entry = found[f"exercises/{id_}/"]
        assert tree(entry["title"] + entry["text"]).every() == []
        assert re.sub(r"\s+", " ", tree(entry["title"]).text) == re.sub(r"\s+", " ", exercise.name).strip()
