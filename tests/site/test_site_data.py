"""What data/site.yaml says is on the built site wherever names, the coach and dates stand, escaped."""

import json
import re
from email.utils import parseaddr
from io import BytesIO
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from PIL import Image, ImageColor

from first_colours import DARK, LIGHT
from site_build import Site, build, copy
from small_project import small_copy

ADDRESS = "https://coach.example/"
NAME = "Knees & <b>Co</b>"
COACH = 'Kim "K" <i>Hale</i>, PT & DPT'
SITE = """\
name: Knees & <b>Co</b>
description: Strong knees & "more"
licence: © Kim <s>Hale</s> & Co
coach: {name: 'Kim "K" <i>Hale</i>', credentials: PT & DPT}
contact: {email: kim@example.org, phone: +44 (20) 7946-0000, page: "https://example.org/kim"}
reviewed: "2026-11-22"
colours: {brand: "#0b4f8a", accent: "#8a0b4f", paper: "#ffffff"}
"""


@pytest.fixture(scope="module")
def other(root, once):
    """The site of another coach, with the same exercises; where their data can be edited, nobody has said."""

    def make(folder):
        project = copy(root, folder / "project")
        (project / "data" / "site.yaml").write_text(SITE, "utf-8")
        said = build(project, folder / "site", ADDRESS, DATA_URL="")
        assert (said.returncode, said.stderr) == (0, ""), said.stderr

    return Site(once("other-coach", make) / "site", ADDRESS, "")


def test_no_page_and_no_file_names_limber(other):
    own = {"exercises.schema.json"}  # the format's own name
    texts = (file for file in other.folder.rglob("*") if file.suffix in {".html", ".json", ".ics", ".atom", ".xml"})
    manifests = other.folder.glob("*.webmanifest")
    named = [file for file in (*texts, *manifests) if re.search(r"\bLimber\b", file.read_text("utf-8"))]
    assert [file.name for file in named if file.name not in own] == []


def test_no_colour_of_the_first_site_is_left(other):
    """But for those that are no one's: of the timer's rest, of what is felt, black and white."""
    same = {"#3d5163", "#e6d5a8", "#2a5db0", "#3a4d5f", "#5f4d22", "#4f8ef7"}
    first = {*LIGHT.values(), *DARK.values()} - same
    texts = {".html", ".css", ".js", ".svg", ".webmanifest", ".json"}
    files = [file for file in other.folder.rglob("*") if file.suffix in texts and "stylesheets" not in file.parts]
    found = {each for file in files for each in re.findall(r"#[0-9a-f]{6}\b", file.read_text("utf-8").lower())}
    assert "#0b4f8a" in found
    assert found & first == set()


def test_pictures_of_links_have_its_colours(other):
    for file in (other.folder / "link-images").rglob("*.png"):
        with Image.open(file) as picture:
            inks = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
        assert {ImageColor.getrgb("#0b4f8a"), ImageColor.getrgb("#ffffff")} <= inks
        assert ImageColor.getrgb("#1f4d3a") not in inks


def test_mark_is_of_the_names_letters_and_in_every_icon(other, site):
    """`K&` of the name, where no mark is chosen."""
    first = {file.name: file.read_bytes() for file in (site.folder / "assets" / "icons").iterdir()}
    icons = {file.name: file.read_bytes() for file in (other.folder / "assets" / "icons").iterdir()}
    assert len(icons) == 4 and icons.keys() == first.keys()
    assert not set(icons.values()) & set(first.values())
    with Image.open(BytesIO(icons["icon-512.png"])) as icon:
        assert icon.getpixel((2, 2)) == ImageColor.getrgb("#0b4f8a")
    file = (other.folder / "assets" / "favicon.svg").read_text("utf-8")
    assert ElementTree.fromstring(file).tag.endswith("svg")
    shapes = re.findall(r' d="([^"]+)"', file)
    for path, page in other.pages.items():
        for mark in page.every("svg", class_="mark"):
            assert [each.attributes["d"] for each in mark.every("path")] == shapes, path


def test_every_page_has_the_name_in_its_title(other):
    for path, page in other.pages.items():
        title = page.one("title").text
        assert title.endswith(f" – {NAME}") or title.startswith(f"{NAME} – "), path


def test_no_tag_of_a_name_is_one(other):
    for path, page in other.pages.items():
        marked = [each.text for tag in ("i", "s", "b") for each in page.every(tag)]
        assert {"Hale", "Co"}.isdisjoint(marked), path


def test_no_page_leads_to_data_that_nobody_can_edit(other, site):
    for of, leading in ((other, False), (site, True)):
        assert any(page.every(class_="record-link") for page in of.pages.values()) == leading


def test_foot_of_each_reading_page_and_safety_tell_the_coach(other):
    for path, page in other.pages.items():
        for foot in page.every("footer", class_="frame-footer"):
            line = foot.one("p", class_="coach")
            ways = "kim@example.org · +44 (20) 7946-0000 · example.org/kim"
            assert line.text == f"{COACH} · {ways} · Reviewed 22 November 2026."
            assert [each.attributes["href"] for each in line.every("a")] == [
                "mailto:kim@example.org",
                "tel:+442079460000",
                "https://example.org/kim",
            ]
            assert "© Kim <s>Hale</s> & Co" in foot.text, path
    assert len(other.pages["safety/"].every("p", class_="coach")) == 2


@pytest.mark.parametrize("path", ["sheets/{}/", "sheets/{}/large/", "plan/sheet/", "cards/{}/backs/", "plan/cards/"])
def test_paper_tells_the_coach(other, dataset, path):
    routine = next(iter(dataset.routines))
    page = other.pages[path.format(routine)]
    credit = f"{COACH}, kim@example.org, +44 (20) 7946-0000, example.org/kim. Reviewed 22 November 2026."
    foot = page.every(**{"data-disclaimer": f"{credit} General information, not medical advice."})
    assert foot or credit in page.text


def test_manifest_feed_calendar_and_api_have_the_names(other):
    manifest = json.loads((other.folder / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["description"]) == (NAME, 'Strong knees & "more"')
    said = json.loads((other.folder / "api" / "v1" / "site.json").read_text("utf-8"))
    assert (said["name"], said["coach"]["name"], said["reviewed"]) == (NAME, 'Kim "K" <i>Hale</i>', "2026-11-22")
    if (feed := other.folder / "changes.atom").exists():
        author = ElementTree.parse(feed).findtext("{*}author/{*}name")
        assert author == COACH
    calendar = Calendar.from_ical(next((other.folder / "calendar").glob("*.ics")).read_bytes())
    assert str(calendar.walk("VEVENT")[0]["DESCRIPTION"]).split("\n")[-1].startswith(f"{COACH}, kim@example.org, ")
    assert parseaddr(said["contact"]["email"])[1] == "kim@example.org"


def test_search_engines_read_who_answers_for_each_record(other):
    coach = {"name": 'Kim "K" <i>Hale</i>', "honorificSuffix": "PT & DPT", "url": "https://example.org/kim"}
    for page in other.pages.values():
        for script in page.every("script", type="application/ld+json"):
            told = json.loads("".join(script.children))
            assert told.get("author", told.get("provider")) == {"@type": "Person", **coach}


def test_name_in_mkdocs_settings_serves_where_the_file_has_none(root, tmp_path):
    project = small_copy(root, tmp_path / "project")
    (project / "data" / "site.yaml").unlink()

    def built():
        return build(project, tmp_path / "site", ADDRESS, LINK_IMAGES="no", OFFLINE="no")

    assert built().returncode == 0
    assert "<title>Exercises</title>" in (tmp_path / "site" / "index.html").read_text("utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace('site_name: ""', "site_name: Own name"), "utf-8")
    assert built().returncode == 0
    assert "<title>Own name</title>" in (tmp_path / "site" / "index.html").read_text("utf-8")
    (project / "data" / "site.yaml").write_text("name: Another\n", "utf-8")
    said = built()
    assert said.returncode == 1
    assert 'mkdocs.yml: site_name: this is "Own name", and data/site.yaml says "Another".' in said.stderr
