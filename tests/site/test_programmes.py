"""A site with programmes: their pages, the ways that lead there, and their files for other programs."""

import json
import subprocess
from dataclasses import replace

import jsonschema_rs
import pytest

import quick_yaml
from compiled_components import components_in
from html_tree import tree
from limber.dataset.ledger import Ledger
from limber.dataset.load import load
from limber.exports.api import API, exports
from limber.model.site import Site
from limber.site import pages
from limber.site.redirects import redirects
from programme_data import FILE
from site_links import broken

PAGE = "programmes/marathon-strength/"


@pytest.fixture(scope="module")
def page(programme_site):
    return programme_site.pages[PAGE]


def doses(page, phase, exercise):
    """The doses of an exercise in a phase, by the weeks that have them; without weeks where it has one in all."""
    (section,) = [each for each in page.every("section") if each.every("h2", id=f"phase-{phase}")]
    (step,) = [each for each in section.every("li") if each.every("a") and each.one("a").text == exercise]
    weeks = [each.text for each in step.every("dt")]
    said = step.every("dd") if weeks else [step.one("strong")]
    return list(zip(weeks or [""], (" ".join(each.text.replace("\u202f", " ").split()) for each in said), strict=True))


def test_each_exercise_has_its_doses_through_the_weeks_of_a_phase(page):
    assert doses(page, 3, "Single-leg calf raise") == [
        (f"Week {week}", f"3 × 15 with {5 * week} kg") for week in range(9, 13)
    ]
    assert doses(page, 3, "Back squat")[0][0] == "", "one dose in all weeks is said once"
    assert doses(page, 3, "Back squat")[0][1].endswith("then 5 × 5 with 70 kg, 1 rep in reserve")


def test_page_says_when_a_phase_begins_and_ends(programme_site):
    text = programme_site.pages["programmes/knee-at-home/"].one("div", class_="programme").text
    assert "Until: You can stand up from the chair 12 times in a row." in " ".join(text.split())
    assert "The knee is calm on the morning after." in text


def test_phases_show_how_each_exercise_looks(root, tmp_path):
    tables = quick_yaml.read(root / "data" / "exercises.yaml")
    (routine, *_) = tables["routines"]
    steps = [step["exercise"] for step in tables["routines"][routine]["steps"]]
    phases = [
        {
            "name": name,
            "weeks": {"first": first, "last": first + 1},
            "sessions": [{"routine": routine, "every_days": 2}],
        }
        for name, first in (("Begin", 1), ("Build", 3))
    ]
    named = {"code": "wk", "name": "Weeks", "short_name": "Weeks", "summary": "Some weeks.", "phases": phases}
    file = tmp_path / "exercises.yaml"
    file.write_text(
        quick_yaml.written({**tables, "programmes": {"weeks": named}}, allow_unicode=True, width=1000), "utf-8"
    )
    components = components_in(root / "overrides" / "components", load(file))
    for number in (1, 2):
        shown = tree(components.render("programme_weeks", "../../", "weeks", number)).every("li")
        assert [each.one("a").attributes["href"] for each in shown] == [f"../../exercises/{step}/" for step in steps]
        assert [len(each.every(class_="figure-thumb")) for each in shown] == [1] * len(steps)
        assert {img.attributes["alt"] for each in shown for img in each.every("img")} == {""}, "the names say it"


def test_programmes_are_linked_from_the_home_page_the_routines_and_the_links(programme_site):
    for path, there in (("", "programmes/"), ("routines/", "../programmes/"), ("links/", "../programmes/")):
        links = {link.attributes.get("href") for link in programme_site.pages[path].every("a")}
        assert {f"{there}marathon-strength/", f"{there}knee-at-home/"} <= links, path


def test_programmes_are_found_by_the_search(programme_site):
    index = json.loads((programme_site.folder / "search" / "search_index.json").read_text("utf-8"))
    (entry,) = [each for each in index["docs"] if each["location"] == PAGE]
    assert "Strength for runners" in entry["text"]


def test_programmes_have_files_that_hold_against_the_schema(programme_site):
    folder = programme_site.folder / API
    schema = json.loads((folder / "api.schema.json").read_text("utf-8"))
    whole = json.loads((folder / "programmes.json").read_text("utf-8"))
    assert jsonschema_rs.is_valid({"$ref": "#/$defs/programmes", "$defs": schema["$defs"]}, whole)
    for each in whole["programmes"]:
        assert json.loads((folder / "programmes" / f"{each['id']}.json").read_text("utf-8")) == each
    (marathon,) = [each for each in whole["programmes"] if each["id"] == "marathon-strength"]
    assert [(weeks["first"], weeks["last"]) for weeks in marathon["weeks"]] == [(week, week) for week in range(1, 13)]
    assert marathon["weeks"][0]["sessions"][0]["doses"][0]["dose"]["each_set"][0]["load"]["words"] == "with empty bar"


def test_programmes_have_a_picture_and_a_code_to_be_shared(programme_site):
    for path in ("link-images/programmes/marathon-strength.png", "qr/programmes/marathon-strength.svg"):
        assert (programme_site.folder / path).stat().st_size > 500


def test_sheet_has_a_row_for_each_week_and_a_box_for_each_day(programme_site):
    sheet = programme_site.pages[f"{PAGE}sheet/"].one("section", class_="programme-sheet")
    assert [each.text for each in sheet.every(class_="programme-sheet__week")] == [
        f"Week {each}" for each in range(1, 13)
    ]
    assert [len(each.every("i")) for each in sheet.every(class_="programme-sheet__boxes")] == [2] * 12
    assert sheet.one(class_="paper-address").text == "coach.example/physio/limber/programmes/marathon-strength"


def test_pages_of_programmes_are_valid_html_and_lead_somewhere(programme_site, root):
    files = sorted(map(str, (programme_site.folder / "programmes").rglob("*.html")))
    (settings,) = root.glob(".htmlvalidate.*")
    program = root / "node_modules" / ".bin" / "html-validate"
    command = [program, "--config", settings, *files]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=600)
    assert len(files) >= 2
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    assert broken(programme_site) == []


def test_old_addresses_and_codes_of_a_programme_are_promised():
    dataset = load(FILE)
    programme = replace(dataset.programmes["knee-at-home"], old_ids=("knee",))
    renamed = replace(dataset, programmes={programme.id: programme})
    found = {each.old: each.now for each in redirects(pages.pages(renamed), renamed)}
    assert found == {
        "programmes/knee/": "programmes/knee-at-home/",
        "programmes/knee/sheet/": "programmes/knee-at-home/sheet/",
    }
    assert {"programmes/knee-at-home/ kh", "programmes/knee/ -"} <= set(Ledger().grown(renamed).text().splitlines())
    assert "api/v1/programmes/knee.json" in exports(renamed, {}, Site())


def test_a_site_without_programmes_says_nothing_of_them(site):
    assert not (site.folder / API / "programmes.json").exists()
    assert not (site.folder / "programmes").exists()
    assert "rogrammes" not in (site.folder / "routines" / "index.html").read_text("utf-8")
