"""The language of a site: one setting, and every page and file says it; nothing for translators is published."""

import json
import re
import shutil
import subprocess
import sys

import pytest

import fixed_words
from html_tree import tree
from limber.build_cache import BuildCache
from limber.dataset import load
from limber.languages import catalogues
from site_build import build, copy, surroundings

SITE = "https://coach.example/"
ELSEWHERE = ("plan", "timer", "sheets", "cards", "safety", "for-programs")  # no pages to read, or without a component
GERMAN = """\
equipment:
  matte:
    name: Matte
    description: Eine weiche Matte für den Boden.
exercises:
  wadendehnung:
    name: Wadendehnung
    laterality: unilateral
    summary: Dehnt die Wade im Stehen.
    equipment:
      - {item: matte, need: optional, note: Sie hält die Ferse warm.}
    instructions:
      - "Setz den {side: rechten, linken} Fuß zurück."
      - "Drück die {side: rechte, linke} Ferse in den Boden."
      - switch: "Jetzt der {other_side: rechte, linke} Fuß."
    stop_signs: [Stechender Schmerz in der Wade.]
    dose: 3 x 30 s hold
  fersenheben:
    name: Fersenheben
    summary: Kräftigt die Waden.
    instructions: [Heb beide Fersen., Senk sie langsam.]
    stop_signs: [Stechender Schmerz.]
    dose: 2 x 8
routines:
  beine:
    name: Beine
    steps:
      - exercise: fersenheben
      - {exercise: wadendehnung, note: Ganz ruhig.}
"""


@pytest.fixture(scope="module")
def known(root):
    """What pages say that is no code's."""
    return fixed_words.of_site(root)


@pytest.mark.parametrize(("kind", "code", "direction"), [("site", "en", "ltr"), ("mirrored_site", "ar-XB", "rtl")])
def test_each_page_and_file_says_its_language(request, kind, code, direction):
    folder = request.getfixturevalue(kind).folder
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


def test_words_of_the_search_come_from_the_catalogue(mirrored_site):
    assert "\u200f\u202eGetting\u202c \u200f\u202eready\u202c" in (mirrored_site.folder / "index.html").read_text(
        "utf-8"
    )


def test_data_in_another_language_than_english_are_held_to_the_rules_and_shown(root, tmp_path):
    project = copy(root, tmp_path / "project")
    content = project / "content"
    prose = shutil.copytree(content / "de", tmp_path / "content")
    shutil.rmtree(content)
    shutil.move(prose, content)
    start = content / "index.md"
    start.write_text(start.read_text("utf-8").replace("foot-and-hip", "beine"), "utf-8")
    shutil.rmtree(project / "data" / "languages")
    (project / "data" / "published.txt").unlink()
    (project / "data" / "site.yaml").write_text("name: Gute Füße\ndescription: Kräftige Waden\n", "utf-8")
    data, settings = project / "data" / "exercises.yaml", project / "mkdocs.yml"
    messages = catalogues.language("de", root / "overrides" / "languages", BuildCache()).messages
    german = settings.read_text("utf-8").replace("language: en", "language: de")
    titles = re.compile(r"(?<=^  - )(.+)(?=: .+\.md$)", re.M)
    settings.write_text(titles.sub(lambda title: messages.get(title[0], ("Sicherheit",))[0], german), "utf-8")
    data.write_text(
        GERMAN.replace("zurück.", "30 Sekunden zurück.").replace("{side: rechte, linke}", "rechte"), "utf-8"
    )
    with pytest.raises(load.DatasetError) as unsound:
        load.load(data, content)
    assert [each.what for each in unsound.value.problems] == [
        'the text gives a dose: "30 Sekunden".',
        '"rechte" is true of one side only; a plan may ask for the other.',
    ]
    data.write_text(GERMAN, "utf-8")
    done = build(root=project, target=tmp_path / "site", address=SITE)
    assert done.returncode == 0, done.stderr
    said = {each for forms in messages.values() for each in forms}
    english = {id_ for id_ in messages if id_ not in said and len(id_) > 3}
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        page = tree(path.read_text("utf-8"))
        assert page.one("html").attributes["lang"] == "de"
        assert [each for each in page.every() if each.attributes.get("lang") == "en"] == []
        assert {" ".join(text.split()) for text in fixed_words.texts(page)} & english == set(), path
    page = (tmp_path / "site" / "exercises" / "wadendehnung" / "index.html").read_text("utf-8")
    assert "Setz den rechten Fuß zurück." in page and "3 × 30" in page
    assert "no rule reads" not in done.stderr
    settings.write_text(german.replace("language: de", "language: it"), "utf-8")
    (project / "overrides" / "languages" / "it.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    said = build(root=project, target=tmp_path / "italian", address=SITE, LINK_IMAGES="no", OFFLINE="no").stderr
    assert said.count('Note: data/exercises.yaml: no rule reads "it": a dose, or a side without a mark, is not') == 1


def test_problems_of_all_files_are_told_at_once(root, tmp_path):
    project = copy(root, tmp_path / "project")
    texts = project / "data" / "languages"
    texts.mkdir(exist_ok=True)
    (texts / "de.yaml").write_text('exercises:\n  calf-stretch:\n    name: "Waden\n', "utf-8")
    (texts / "german.yaml").write_text("", "utf-8")
    data = project / "data" / "exercises.yaml"
    data.write_text(data.read_text("utf-8").replace("    name: Calf stretch", "    nmae: Calf stretch"), "utf-8")
    done = build(project, tmp_path / "site", SITE, SITE_LANGUAGE="de")
    assert done.returncode == 1
    told = re.findall(r"^(data/[a-z/]+\.yaml)(?::\d+:\d+)?: (.+)", done.stderr, re.M)
    assert [file for file, _ in told] == ["data/exercises.yaml", "data/languages/de.yaml", "data/languages/german.yaml"]
    assert told[-1][1] == 'no language "german".'
    assert 'Name it "de.yaml".' in done.stderr


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


def test_no_text_of_pages_to_read_is_fixed_in_code(longer_site, known):
    longer = longer_site.folder
    pages = [path for path in longer.rglob("*.html") if path.relative_to(longer).parts[0] not in ELSEWHERE]
    assert len(pages) > 20
    for page in pages:
        assert fixed_words.fixed_words(page.read_text("utf-8"), known) == [], page
    shortcuts = json.loads((longer / "manifest.webmanifest").read_text("utf-8"))["shortcuts"]
    assert [each["name"][0] for each in shortcuts] == ["[", "["]
    found = json.loads((longer / "search" / "search_index.json").read_text("utf-8"))["docs"]
    records = [each for each in found if re.match(r"(exercises|routines)/[a-z]|links/$", each["location"])]
    assert len(records) > 8
    for each in records:
        assert fixed_words.fixed_words(f"<p>{each['title']}</p> {each['text']}", known) == [], each["location"]


def test_no_text_of_scripts_of_pages_to_read_is_fixed_in_code(longer_site):
    """A text for readers begins with a capital letter, as do the names of keys."""
    (folder,) = longer_site.folder.glob("assets/*/scripts")
    scripts = {path.relative_to(folder).as_posix(): path for path in folder.glob("[rs][eh]a*/*.js")}  # reading, shared
    for name, path in scripts.items():
        texts = re.findall(r"""["'`]([A-Z][a-z]+(?: [^"'`]*)?)["'`]""", path.read_text("utf-8"))
        assert {*texts} - {"Enter", "Escape"} == set(), name
    assert {"reading/main.js", "reading/programme-today.js", "shared/print-note.js"} <= scripts.keys()
