"""What builds keep for one another: found again, never stale, never in the way, and never without an end."""

import os
import time

import pytest
from jinja2 import DictLoader, Environment

from limber import build_cache
from limber.build_cache import BuildCache
from limber.dataset import cached, load
from limber.dataset.problem import DatasetError
from limber.dataset.yaml import reader
from limber.site.templates import KeptTemplates, ThemeFiles, keep_pages, late


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def project(root, tmp_path):
    """A data file with its schema, a folder for pictures, and no address that others have."""
    data = tmp_path / "project" / "data"
    data.mkdir(parents=True)
    for name in ("exercises.yaml", "exercises.schema.json"):
        (data / name).write_bytes((root / "data" / name).read_bytes())
    (tmp_path / "project" / "content").mkdir()
    return tmp_path / "project"


def loaded(folder, project):
    data = project / "data"
    return cached.loaded(BuildCache(folder), data / "exercises.yaml", project / "content", data / "published.txt")


def fails():
    pytest.fail("it is kept, and was made again")


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_made_is_found_again_by_another_build(folder):
    assert BuildCache(folder).made(lambda: b"a sheet", "pdf", "words") == b"a sheet"
    assert BuildCache(folder).made(fails, "pdf", "words") == b"a sheet"


@pytest.mark.parametrize("parts", [("pdf", "other"), ("image", "words"), ("pdf", "wor", "ds"), ("pdf", "words", "")])
def test_what_was_made_of_other_parts_is_another_thing(folder, parts):
    BuildCache(folder).made(lambda: b"a sheet", "pdf", "words")
    assert BuildCache(folder).kept(*parts) is None


def test_another_word_in_the_code_makes_all_anew(folder, tmp_path):
    code = tmp_path / "drawing.py"
    code.write_text("one = 1")
    BuildCache(folder, [code]).keep(b"a sheet", "pdf", "words")
    assert BuildCache(folder, [code]).kept("pdf", "words") == b"a sheet"
    code.write_text("one = 2")
    assert BuildCache(folder, [code]).kept("pdf", "words") is None


@pytest.mark.parametrize("damage", [slice(0, 0), slice(0, -1), slice(None, None, -1)])
def test_damaged_entry_is_made_anew(folder, damage):
    BuildCache(folder).keep(b"a sheet of words", "pdf", "words")
    (entry,) = files(folder)
    entry.write_bytes(entry.read_bytes()[damage])
    assert BuildCache(folder).made(lambda: b"again", "pdf", "words") == b"again"
    assert BuildCache(folder).kept("pdf", "words") == b"again"


def test_folder_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("This is no folder.")
    cache = BuildCache(tmp_path / "file" / "kept")
    assert cache.made(lambda: b"a sheet", "pdf", "words") == b"a sheet"
    cache.tidy()


def test_disk_that_is_full_leaves_no_half_entry(folder, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert BuildCache(folder).made(lambda: b"a sheet", "pdf", "words") == b"a sheet"
    assert files(folder) == []


def test_folder_is_named_by_the_environment_and_can_be_none(tmp_path, monkeypatch):
    monkeypatch.setenv("LIMBER_CACHE", str(tmp_path / "shared"))
    BuildCache.of(tmp_path / "project").keep(b"a sheet", "pdf", "words")
    assert len(files(tmp_path / "shared")) == 1
    monkeypatch.setenv("LIMBER_CACHE", "no")
    monkeypatch.chdir(tmp_path)
    BuildCache.of(tmp_path / "project").keep(b"a sheet", "pdf", "words")
    assert [each.name for each in tmp_path.iterdir()] == ["shared"]
    monkeypatch.delenv("LIMBER_CACHE")
    assert not (tmp_path / "project").exists()
    BuildCache.of(tmp_path / "project").keep(b"a sheet", "pdf", "words")
    assert len(files(tmp_path / "project" / ".cache")) == 1


def test_entries_that_nobody_uses_go_and_so_does_what_is_too_much(folder, monkeypatch):
    now = time.time()
    for number, days in enumerate([0, 2, 3, 40]):
        BuildCache(folder).keep(b"x" * 1000, "pdf", str(number))
        path = max(files(folder), key=lambda each: each.stat().st_ctime_ns)
        os.utime(path, (now - days * 86_400,) * 2)
    aside = folder / "pdf" / ".aside-of-a-build-that-was-killed"
    aside.write_bytes(b"")
    os.utime(aside, (now - 7200,) * 2)
    assert BuildCache(folder).kept("pdf", "2"), "and it is in use from now on"
    cache = BuildCache(folder)
    monkeypatch.setattr(build_cache, "LARGEST", 3300)
    cache.keep(b"x" * 1000, "pdf", "new")
    cache.tidy()
    left = {name for name in ("0", "1", "2", "3", "new") if BuildCache(folder).kept("pdf", name)}
    assert left == {"0", "2", "new"}
    assert len(files(folder)) == 3


def compiled(folder, text, settings="theme", **filters):
    environment = Environment(
        loader=DictLoader({"a.html": text}), bytecode_cache=KeptTemplates(BuildCache(folder), settings)
    )
    environment.filters.update(filters)
    return environment


def test_templates_are_listed_but_for_those_in_hidden_folders(tmp_path):
    for path in ("main.html", "partials/head.html", ".icons/a.svg", "partials/.old/b.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert ThemeFiles(tmp_path).list_templates() == ["main.html", "partials/head.html"]


def test_template_is_compiled_once(folder, monkeypatch):
    assert compiled(folder, "{{ 1 + x }}").get_template("a.html").render(x=2) == "3"
    environment = compiled(folder, "{{ 1 + x }}")
    monkeypatch.setattr(environment, "compile", fails)
    assert environment.get_template("a.html").render(x=2) == "3"


def test_edited_template_and_another_environment_are_compiled_anew(folder):
    compiled(folder, "old").get_template("a.html")
    assert compiled(folder, "new").get_template("a.html").render() == "new"
    assert len(files(folder)) == 2
    compiled(folder, "new", "pages").get_template("a.html")
    assert len(files(folder)) == 3


def test_late_filter_is_asked_in_each_build(folder):
    """A style sheet lies elsewhere once it was edited, in templates that nobody has touched."""
    for place in ("assets/1/", "assets/2/"):
        environment = compiled(folder, "{{ 'styles/reading.css' | asset }}", asset=late(place.__add__))
        assert environment.get_template("a.html").render() == f"{place}styles/reading.css"


def test_text_of_a_page_is_compiled_once_and_its_filters_are_asked_each_time(folder, monkeypatch):
    for number in (1, 2):
        environment = Environment()
        environment.filters["where"] = lambda text, number=number: f"{text} {number}"
        keep_pages(environment, BuildCache(folder))
        if number == 2:
            monkeypatch.setattr(environment, "compile", fails)
        assert environment.from_string("{{ 'page' | where }} {{ x }}").render(x=3) == f"page {number} 3"


def test_dataset_is_read_once(folder, project, monkeypatch):
    first = loaded(folder, project)
    for module, name in ((load, "loaded"), (reader, "read")):
        monkeypatch.setattr(module, name, lambda *_: fails())
    again = loaded(folder, project)
    assert (again.dataset, again.text, again.reading) == (first.dataset, first.text, first.reading)


def test_dataset_that_was_edited_is_checked_anew(folder, project):
    loaded(folder, project)
    data = project / "data" / "exercises.yaml"
    good = data.read_text("utf-8")
    data.write_text(good.replace("name: Calf stretch", "name: Calf lengthening"), "utf-8")
    assert loaded(folder, project).dataset.exercises["calf-stretch"].name == "Calf lengthening"
    data.write_text(good.replace("laterality:", "lateralty:", 1), "utf-8")
    with pytest.raises(DatasetError, match="lateralty"):
        loaded(folder, project)
    (project / "data" / "published.txt").write_text("exercises/gone/ go\n", "utf-8")
    data.write_text(good, "utf-8")
    with pytest.raises(DatasetError, match="published"):
        loaded(folder, project)
