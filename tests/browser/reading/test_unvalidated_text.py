"""What the rules on texts stop, in a site built without them: no page makes more of it than text."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest

import hostile_data
import quick_yaml
import unvalidated_site
from exercise_texts import said
from limber.dataset import parse
from limber.dataset.load import DatasetError, load
from page_kinds import shown
from site_build import serving

STRANGE = """() => [...document.querySelectorAll("*")].flatMap((each) => [
    ...each.getAttributeNames().filter((name) => name.startsWith("on")),
    ...(/^(javascript|data:text)/i.test(each.getAttribute("href") ?? "") ? [each.outerHTML] : []),
    ...(["iframe", "object", "embed", "base"].includes(each.localName) ? [each.localName] : []),
])"""

DRAWN = {"svg", "g", "path", "circle", "ellipse", "rect"}
"""What a figure is made of."""


@pytest.fixture(scope="module")
def made(root, once):
    return unvalidated_site.made(root, once)


@pytest.fixture(scope="module")
def data(made):
    """Its dataset."""
    return parse.dataset(made[1], defaultdict(lambda: 1))


@pytest.fixture(scope="module")
def unvalidated(made):
    """The site, served."""
    with serving(made[0], unvalidated_site.ADDRESS) as site:
        yield site


def kinds_of_element(page):
    """Each tag with the names of its attributes, as far as they can do something."""
    return {
        (each.tag, *sorted(name for name in each.attributes if not name.startswith("data-"))) for each in page.every()
    }


def test_no_page_of_unvalidated_texts_has_an_element_that_the_real_one_has_not(unvalidated, site):
    allowed = set().union(*map(kinds_of_element, site.pages.values()))
    photos = {("img", "alt", "src"), ("img", "alt", "loading", "src"), ("img", "alt", "height", "src", "width")}
    allowed |= {*photos, ("figcaption",), ("figure", "class")}
    assert unvalidated.pages.keys() == site.pages.keys()
    for path, page in unvalidated.pages.items():
        assert kinds_of_element(page) - allowed == set(), path
        assert len(page.every("script")) == len(site.pages[path].every("script")), path
        assert len(page.every("style")) == len(site.pages[path].every("style")), path


def test_unvalidated_texts_are_shown_as_they_are_written_however_long(unvalidated, data):
    for exercise in data.exercises.values():
        shown = unvalidated.of(exercise).text.casefold()
        missing = [field for field, text in said(exercise, data) if _read(text) not in shown]
        assert missing == [], exercise.id
    first = next(iter(data.exercises.values()))
    assert all(len(text) > 10_000 for text in (first.name, first.summary, *first.setup, *first.precautions))


def _read(text):
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip().casefold()


def test_unvalidated_texts_run_nothing_on_any_page(new_page, unvalidated):
    """A dialog, an error, a request that finds nothing and one to another host fail the test: see conftest."""
    page = new_page(of=unvalidated)
    for path in unvalidated.pages:
        page.goto(path)
        assert page.evaluate(STRANGE) == [], path
        assert not re.search(r"\b49\b", page.title()), path


MADE = """() => {
    const told = (name) => !/^(data|aria)-|^(id|open|hidden|style)$/.test(name);
    const said = (each) => [each.localName, ...each.getAttributeNames().filter(told).sort()].join(" ");
    return [...document.querySelectorAll("main *")].map(said);
}"""


def _named(site):
    """Each exercise's code, and what stands on a page once the last is shown there."""
    written = json.loads((site.folder / "api" / "v1" / "exercises.json").read_text("utf-8"))["exercises"]
    numbers = [re.search(r"w\d+|.+", written[-1][key])[0] for key in ("name", "short_name")]
    return [each["code"] for each in written], re.compile("|".join(map(re.escape, numbers)))


def test_unvalidated_texts_run_nothing_where_scripts_show_them(new_page, unvalidated, site):
    """Plans to read, to change and on paper, and the timer: their texts come from the API's files.

    Paper goes without the first exercise: to fit each of its long texts takes seconds, and shows no other signs.
    """
    page, real = new_page(of=unvalidated), new_page()
    codes, told = _named(unvalidated)
    title = "t=%3Cimg-src%3Dx-onerror%3Dalert(1)%3E"
    for path, of in (("plan/", codes), ("plan/?edit", codes), ("plan/sheet/", codes[1:]), ("plan/cards/", codes[1:])):
        for each, words in ((page, told), (real, _named(site)[1])):
            shown(each, f"{path}#1.{'.'.join(of)}.{title}")
            each.locator("main").get_by_text(words).first.wait_for(state="attached")
        assert page.evaluate(STRANGE) == [], path
        assert {*page.evaluate(MADE)} - {*real.evaluate(MADE)} - {"img alt src"} == set(), path
    routines = json.loads((unvalidated.folder / "api" / "v1" / "routines.json").read_text("utf-8"))["routines"]
    for path in (*(f"timer/?routine={each['id']}" for each in routines), f"timer/#1.{'.'.join(codes)}.{title}"):
        shown(page, path)
        page.get_by_role("button", name="Start").first.wait_for()
        assert page.evaluate(STRANGE) == [], path


def test_unvalidated_texts_run_nothing_where_the_search_shows_them(new_page, unvalidated, data):
    page = new_page(of=unvalidated)
    page.goto("exercises/")
    page.get_by_role("button", name="Search").click()
    for exercise in data.exercises.values():
        page.locator("dialog input").fill(exercise.regions[0])  # a word of ours; hostile ones are not parted by spaces
        found = page.locator(f"dialog a[href*='/exercises/{exercise.id}/'] h1").first
        found.wait_for()
        assert _read(found.text_content()) == _read(exercise.name)
        assert page.evaluate(STRANGE) == [], exercise.id
        kinds = page.locator(f"dialog a[href*='/exercises/{exercise.id}/'] *").evaluate_all(
            "all => all.map((it) => it.localName)"
        )
        assert {*kinds} <= {"article", "div", "h1", "mark", "p", "span", *DRAWN}, exercise.id


@pytest.mark.parametrize("where", ["exercises name", "exercises summary", "equipment description", "routines when"])
def test_text_of_ten_thousand_characters_is_refused_where_it_stands(root, tmp_path, where):
    table, key = where.split()
    data = quick_yaml.read(root / "data" / "exercises.yaml")
    next(iter(data[table].values()))[key] = "its text"
    file = tmp_path / "exercises.yaml"
    file.write_text(quick_yaml.written(data).replace("its text", "foot 🦶 " * 1250 + "."), "utf-8")
    (problem,) = _problems(file)
    assert "has 8751 characters" in problem.what
    assert file.read_text("utf-8").split("\n")[problem.line - 1].strip().startswith(f"{key}: foot")
    assert len(problem.said("")) < 300, "and the report does not repeat it"


def test_every_text_of_ten_thousand_characters_is_refused(made, tmp_path):
    """All at once, and each is named."""
    long = hostile_data.data(made[0].parent / "project", (unvalidated_site.LONG,))
    file = tmp_path / "exercises.yaml"
    file.write_text(quick_yaml.written(long, width=10**6), "utf-8")
    named = {problem.where for problem in _problems(file) if " characters" in problem.what}
    places = {place for place, text in _places(long) if len(text) > 10_000}
    assert len({(table, *(key for key in rest if not isinstance(key, int))) for table, _, *rest in places}) > 30
    assert places - named == set()


def _places(value, *where):
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(each, *where, key)


@pytest.mark.parametrize("text", unvalidated_site.UNLAWFUL)
def test_each_unlawful_text_is_stopped_by_a_rule(root, tmp_path, text):
    data = quick_yaml.read(root / "data" / "exercises.yaml")
    next(iter(data["equipment"].values()))["description"] = text
    file = tmp_path / "exercises.yaml"
    file.write_text(quick_yaml.written(data), "utf-8")
    assert _problems(file)[0].where[-1] == "description"


def _problems(file):
    with pytest.raises(DatasetError) as caught:
        load(file)
    return caught.value.problems
