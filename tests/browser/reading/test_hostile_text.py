"""Text that would hurt a page that does not escape it, in every place for text: it must be shown as it is written."""

import html
import json
import re
from collections import defaultdict
from functools import cache

import pytest
from jinja2 import UndefinedError

import hostile_data
import quick_yaml
from compiled_components import components_in
from exercise_texts import said
from html_tree import tree
from limber.dataset import parse
from limber.dataset.load import load
from limber.paper import cards
from site_build import build, copy, serving

ADDRESS = "https://coach.example/"


@pytest.fixture(scope="module")
def hostile_project(root, once):
    """A copy of the project in which every text is as hostile as the rules allow, with its site."""

    def make(folder):
        project = copy(root, folder / "project")
        data = hostile_data.data(root, hostile_data.ALLOWED, with_programme=True)
        written = quick_yaml.written(data, allow_unicode=True, width=10_000)
        (project / "data" / "exercises.yaml").write_text(written, "utf-8")
        image = project / "content" / hostile_data.IMAGE["file"]
        image.parent.mkdir(exist_ok=True)
        image.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
        result = build(project, project / "site", ADDRESS)
        assert (result.returncode, result.stdout) == (0, ""), result.stderr
        unpublished, picture = result.stderr.splitlines()
        assert unpublished.startswith("Note: data/published.txt lacks programmes/all-year/.")
        assert re.fullmatch(r"Note: .+: no picture for messengers; its font lacks a letter\.", picture)

    return once("hostile", make) / "project"


@pytest.fixture(scope="module")
def hostile(hostile_project):
    """Its dataset, which the rules find sound."""
    return load(hostile_project / "data" / "exercises.yaml", hostile_project / "content")


@pytest.fixture(scope="module")
def hostile_site(hostile_project):
    """Its site."""
    with serving(hostile_project / "site", ADDRESS) as site:
        yield site


def test_hostile_texts_are_shown_as_they_are_written(hostile_site, hostile):
    for exercise in hostile.exercises.values():
        shown = hostile_site.of(exercise).text.casefold()
        missing = [(field, text) for field, text in said(exercise, hostile) if text.casefold() not in shown]
        assert missing == [], exercise.id


def test_hostile_texts_around_steps_are_shown_as_they_are_written(hostile_site, hostile):
    for routine in hostile.routines.values():
        shown = hostile_site.of(routine).text.casefold()
        assert any(step.group for step in routine.steps)
        for step in routine.steps:
            texts = [step.note, step.how_often, step.group.name if step.group else ""]
            assert [text for text in texts if text.casefold() not in shown] == []


def test_hostile_texts_of_programmes_are_shown_as_they_are_written(hostile_site, hostile):
    for programme in hostile.programmes.values():
        shown = hostile_site.pages[f"programmes/{programme.id}/"].one("div", class_="programme-page").text.casefold()
        texts = [programme.summary, *programme.care, *programme.stop_signs]
        for phase in programme.phases:
            texts += [phase.name, phase.until, *phase.enter_when]
        assert [text for text in texts if text.casefold() not in shown] == []
        assert programme.audience.casefold() in shown


def test_hostile_names_are_titles_and_headings(hostile_site, hostile, site_name):
    for record in (*hostile.exercises.values(), *hostile.routines.values()):
        kind = "exercises" if record.id in hostile.exercises else "routines"
        page = hostile_site.pages[f"{kind}/{record.id}/"]
        assert page.one("title").text == f"{record.name} – {site_name}"
        assert page.one("h1").text == record.name
        assert page.one("meta", property="og:title").attributes["content"] == record.name
        assert page.one("meta", name="description").attributes["content"] == record.summary
        assert page.one("meta", property="og:description").attributes["content"].endswith(f". {record.summary}")


def test_hostile_names_stand_in_every_list(hostile_site, hostile):
    listed = hostile_site.pages["exercises/"].one(class_="exercise-list").every("a")
    assert sorted(each.text for each in listed) == sorted(each.short_name for each in hostile.exercises.values())
    routines = [each.name for each in hostile.routines.values()]
    lost = {each.text for each in hostile_site.pages["404.html"].one(class_="not-found").one("ul").every("a")}
    assert lost >= {
        *(each.name for each in hostile.exercises.values()),
        *routines,
        *(each.name for each in hostile.programmes.values()),
        "Plan",
        "Timer",
    }
    page = hostile_site.pages["equipment/"]
    assert sorted(each.text for each in [*page.every("h3"), *page.every("h4")]) == sorted(
        thing.name for thing in hostile.equipment.values()
    )


def test_hostile_alternative_texts_are_attributes(hostile_site, hostile):
    for exercise in hostile.exercises.values():
        image = hostile_site.of(exercise).one("img")
        assert image.attributes == {
            "src": f"../../{exercise.images[0].file}",
            "alt": exercise.images[0].alt,
            "loading": "lazy",
        }


def test_hostile_names_are_titles_in_the_search_index(hostile_site, hostile):
    entries = json.loads((hostile_site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    titles = {entry["location"]: html.unescape(entry["title"]) for entry in entries}
    for exercise in hostile.exercises.values():
        assert titles[f"exercises/{exercise.id}/"] == exercise.name


def test_hostile_texts_add_no_script_to_any_page(hostile_site, site):
    for path, page in hostile_site.pages.items():
        elements = page.every()
        assert [each for each in elements if any(name.startswith("on") for name in each.attributes)] == [], path
        assert [each for each in elements if "javascript:" in each.attributes.get("href", "")] == [], path
        of_programme = "sheets/foot-and-hip/" if path.endswith("/sheet/") else "routines/foot-and-hip/"
        alike = site.pages[path if path in site.pages else of_programme]
        assert len(page.every("script")) == len(alike.every("script")), path


def _components(root, texts):
    data = hostile_data.data(root, texts, with_programme=True)
    found = parse.dataset(data, defaultdict(lambda: 1))
    return components_in(root / "overrides" / "components", found, "https://code.example/data.yaml"), found


@cache
def _rendered(root, texts):
    """What each component says of each record that it can speak of."""
    components, found = _components(root, texts)
    exercise = next(iter(found.exercises.values()))
    ids = (*found.exercises, *found.routines, *found.programmes)
    arguments = [(), *((id_,) for id_ in ids), (exercise.credit, "It"), (7,), ("It", tuple(found.exercises))]
    arguments += [(id_, 1, each.phases[0].sessions[0].routine.id) for id_, each in found.programmes.items()]
    parts = {  # what only other components call, with more or with text
        "address_words",
        "card_back",
        "card_face",
        "card_log",
        "figure_label",
        "figure_picture",
        "figure_place",
        "film",
        "paper_dose",
        "paper_nav",
        "paper_poses",
        "photo",
        "sheet_foot",
        "sheet_head",
        "sheet_step",
    }
    said_of = {}
    for name in sorted(set(components.names()) - parts):
        for number, given in enumerate(arguments):
            try:
                said_of[name, number] = components.render(name, "../../", *given)
            except (AttributeError, TypeError, ValueError, KeyError, UndefinedError):
                continue  # not what this component speaks of
    assert {name for name, _ in said_of} == set(components.names()) - parts
    return said_of


def _skeleton(piece, drawn=True):
    """The elements of a piece of HTML with the names of their attributes, without any text, and without what is drawn.

    A list by names comes in another order with other names, and its drawings with it. What keeps a word in one line
    depends on the word.
    """
    whole = tree(piece)
    within = set() if drawn else {id(each) for svg in whole.every("svg") for each in svg.every()}
    within |= {id(each) for each in whole.every("span", class_="range")}
    return [(each.tag, *each.attributes) for each in whole.every() if each.tag != "path" and id(each) not in within]


@pytest.mark.parametrize("texts", [hostile_data.ALLOWED, hostile_data.FORBIDDEN], ids=["allowed", "forbidden"])
def test_no_text_changes_the_elements_of_a_component(root, texts, monkeypatch):
    monkeypatch.setattr(cards, "fits", lambda *_, **__: True)  # else long texts leave a card no room for others
    harmless, hostile = _rendered(root, hostile_data.HARMLESS), _rendered(root, texts)
    assert harmless.keys() == hostile.keys()
    for call, piece in hostile.items():
        if "sheet" in call[0]:  # a sheet leaves out what long texts have no room for, but adds nothing
            assert {tag for tag, *_ in _skeleton(piece)} <= {tag for tag, *_ in _skeleton(harmless[call])}, call
            assert not {name for _, *names in _skeleton(piece) for name in names if name.startswith("on")}, call
        else:
            assert _skeleton(piece, drawn=False) == _skeleton(harmless[call], drawn=False), call
            assert sorted(_skeleton(piece)) == sorted(_skeleton(harmless[call])), call


def test_texts_that_the_rules_stop_would_be_shown_as_they_are_written(root):
    components, found = _components(root, hostile_data.FORBIDDEN)
    for exercise in found.exercises.values():
        shown = tree(components.render("exercise_page", "../../", exercise.id)).text.casefold()
        assert [text for _, text in said(exercise, found) if text.casefold() not in shown] == [], exercise.id


def test_hostile_names_are_shown_by_the_search_as_they_are_written(new_page, hostile_site, hostile):
    page = new_page(of=hostile_site)
    page.goto("exercises/")
    page.get_by_role("button", name="Search").click()
    for exercise in hostile.exercises.values():
        page.locator("dialog input").fill(re.search(r"w\d+", exercise.name)[0])
        page.locator(f"dialog a[href*='/exercises/{exercise.id}/'] h1").first.wait_for()
        assert page.locator(f"dialog a[href*='/exercises/{exercise.id}/'] h1").first.inner_text() == exercise.name


def test_hostile_texts_run_nothing_in_a_browser(new_page, hostile_site):
    """`new_page` fails on a dialog, an error and a request that finds nothing."""
    page = new_page(of=hostile_site)
    for path in hostile_site.pages:
        page.goto(path)
        names = page.evaluate("[...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames())")
        assert [name for name in names if name.startswith("on")] == [], path
