"""The language of a site: one setting, and every page and file says it; nothing for translators is published."""

import json
import re
import subprocess
import sys

import pytest

from html_tree import tree
from site_build import build, copy, surroundings

SITE = "https://coach.example/"


@pytest.fixture(scope="module")
def mirrored(root, tmp_path_factory):
    """The site in a language from right to left, made of English."""
    folder = tmp_path_factory.mktemp("mirrored") / "site"
    said = build(root, folder, SITE, SITE_LANGUAGE="ar-XB")
    assert said.returncode == 0, said.stderr
    return folder


@pytest.mark.parametrize(("kind", "code", "direction"), [("site", "en", "ltr"), ("mirrored", "ar-XB", "rtl")])
def test_each_page_and_file_says_its_language(request, kind, code, direction):
    found = request.getfixturevalue(kind)
    folder = found if kind == "mirrored" else found.folder
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        html = tree(page.read_text("utf-8")).one("html")
        assert (html.attributes["lang"], html.attributes.get("dir", "ltr")) == (code, direction), page
    for name in ("manifest.webmanifest", "page.webmanifest"):
        manifest = json.loads((folder / name).read_text("utf-8"))
        assert (manifest["lang"], manifest["dir"]) == (code, direction)
    assert json.loads((folder / "api" / "v1" / "site.json").read_text("utf-8"))["language"] == code
    page = (folder / "exercises" / "calf-stretch" / "index.html").read_text("utf-8")
    assert re.findall(r'"inLanguage": *"(.+?)"', page) == [code]
    assert '<meta property="og:locale" content="en_GB">' in (folder / "index.html").read_text("utf-8")


def test_words_of_the_search_come_from_the_catalogue(mirrored):
    assert "\u202eGetting\u202c \u202eready\u202c" in (mirrored / "index.html").read_text("utf-8")


def test_no_catalogue_is_published(site):
    assert [path.name for path in site.folder.rglob("*.po*")] == []


def test_unknown_language_stops_the_build_with_the_nearest(root, tmp_path):
    project = copy(root, tmp_path / "project")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: english"), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    said = subprocess.run(command, cwd=project, env=surroundings(SITE_URL=SITE), capture_output=True, text=True)
    assert said.returncode == 1
    assert said.stderr == (
        'mkdocs.yml: theme.language: no language "english".\n    Did you mean "en"?\nNothing was built.\n'
    )
