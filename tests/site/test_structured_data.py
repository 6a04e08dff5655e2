"""What search engines read of a page: in words that schema.org has, true to the record, and closed to hostile texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

import hostile_data
import programme_data
from compiled_components import components_in
from html_tree import tree
from limber import duration
from limber.dataset.load import load
from limber.exports import schema_org
from limber.model.nouns import Credit, Image, Work
from limber.model.site import Coach, Contact, Site
from limber.paper.printing import Printing

SITE = "https://coach.example/"
WORDS = {
    "HowTo": "name description inLanguage url image tool step isBasedOn author provider",
    "HowToStep": "text position",
    "HowToTool": "name",
    "ExercisePlan": "name description inLanguage url audience activityFrequency activityDuration hasPart isBasedOn"
    " author provider",
    "Audience": "audienceType",
    "QuantitativeValue": "minValue maxValue unitCode",
    "CreativeWork": "name url",
    "Person": "name honorificSuffix url",
}
"""Types of schema.org with those of their properties there that are used here."""
HOSTILE = (
    *hostile_data.ALLOWED,
    *hostile_data.FORBIDDEN,
    "</SCRIPT ><svg onload=alert(1)>",
    "\u2028\u2029<!--<script>",
)


def things(value):
    """Every thing that is told of, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        yield from things(each)


def on(page):
    """What stands in a page for search engines."""
    (script,) = page.every("script", type="application/ld+json")
    return json.loads("".join(script.children))


def test_every_word_is_one_of_schema_org(site, dataset):
    told = [on(site.pages[f"exercises/{id_}/"]) for id_ in dataset.exercises]
    told += [on(site.pages[f"routines/{id_}/"]) for id_ in dataset.routines]
    for whole in told:
        assert whole.pop("@context") == "https://schema.org"
        for thing in things(whole):
            assert {*thing} - {"@type"} <= set(WORDS[thing["@type"]].split()), thing
            assert all(value not in ("", [], {}, None) for value in thing.values()), thing


def test_exercise_is_told_as_its_record_has_it(site, dataset):
    for exercise in dataset.exercises.values():
        told = on(site.pages[f"exercises/{exercise.id}/"])
        assert (told["@type"], told["name"], told["description"]) == ("HowTo", exercise.name, exercise.summary)
        assert told["url"] == f"{site.address}exercises/{exercise.id}/"
        steps = sorted(told["step"], key=lambda each: each["position"])
        assert [each["text"] for each in steps] == [*exercise.setup, *exercise.instructions]
        tools = [need.item.name for need in exercise.equipment if need.required]
        assert [each["name"] for each in told.get("tool", [])] == tools
        assert told.get("isBasedOn", {}).get("url") == (exercise.credit and exercise.credit.work.url)


def test_routine_is_told_as_its_record_has_it(site, dataset):
    for routine in dataset.routines.values():
        told = on(site.pages[f"routines/{routine.id}/"])
        assert (told["@type"], told["name"], told["description"]) == ("ExercisePlan", routine.name, routine.summary)
        assert told["url"] == f"{site.address}routines/{routine.id}/"
        assert told.get("activityFrequency", "") == routine.how_often
        parts = dict.fromkeys(f"{site.address}exercises/{step.exercise.id}/" for step in routine.steps)
        assert [each["url"] for each in told["hasPart"]] == list(parts)
        took = told["activityDuration"]
        lengths = [duration.routine_length(routine, level).total for level in ("start", "goal")]
        assert (took["minValue"], took["maxValue"], took["unitCode"]) == (
            min(each.min for each in lengths),
            max(each.max for each in lengths),
            "SEC",
        )


def test_records_alone_are_told_of(site, dataset):
    told = {path for path, page in site.pages.items() if page.every("script", type="application/ld+json")}
    assert told == {f"exercises/{id_}/" for id_ in dataset.exercises} | {f"routines/{id_}/" for id_ in dataset.routines}


def test_pictures_are_named_with_whole_addresses(root, dataset):
    exercise = replace(next(iter(dataset.exercises.values())), images=(Image("images/x.svg", "X", "CC0", "Me"),))
    told = on(tree(_page(root, dataset, exercise)))
    assert told["image"] == [f"{SITE}images/x.svg"]


def test_coach_is_the_author_of_own_words_and_provides_those_of_others(dataset):
    of = Site(coach=Coach("Kim Hale", "PT, DPT"), contact=Contact(page="https://example.org/kim"))
    kim = {"@type": "Person", "name": "Kim Hale", "honorificSuffix": "PT, DPT", "url": "https://example.org/kim"}
    taken = Credit(Work("a", "Sam", "A handbook", "Sam", "https://example.org/", licence="CC BY 4.0"), ())
    for told, record in _tellers(dataset):
        own, others = (told(replace(record, credit=credit), SITE, of) for credit in (None, taken))
        assert own["author"] == kim and "provider" not in own
        assert others["provider"] == kim and "author" not in others


def test_nobody_is_told_of_where_the_site_names_no_coach(dataset):
    of = Site(name="Limber", contact=Contact(page="https://example.org/kim"))
    for told, record in _tellers(dataset):
        assert {"author", "provider"}.isdisjoint(told(record, SITE, of))
    bare = schema_org.exercise(next(iter(dataset.exercises.values())), SITE, Site(coach=Coach("Kim Hale")))
    assert bare["author"] == {"@type": "Person", "name": "Kim Hale"}


def _tellers(dataset):
    """What tells of a record of each kind, with one of these; the programme is one of the tests."""
    records = (dataset.exercises, dataset.routines, load(programme_data.FILE).programmes)
    return zip(
        (schema_org.exercise, schema_org.routine, schema_org.programme),
        (next(iter(each.values())) for each in records),
        strict=True,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_the_script(root, dataset, text):
    exercise = replace(next(iter(dataset.exercises.values())), name=text, instructions=(text,), changes=())
    page = _page(root, dataset, exercise)
    told = on(tree(page))
    assert (told["name"], told["step"][-1]["text"]) == (text, text)
    written = re.findall(r'<script type="application/ld\+json">(.+?)</script>', page, re.DOTALL)
    assert len(written) == 1
    assert not re.search("[<>&'\u2028\u2029]", written[0])


def _page(root, dataset, exercise):
    data = replace(dataset, exercises={**dataset.exercises, exercise.id: exercise})
    components = components_in(root / "overrides" / "components", data, "", Printing(data, SITE))
    return components.render("exercise_page", "../../", exercise.id)


def test_unpublished_site_names_no_address(unpublished_site):
    for path in unpublished_site.folder.glob("*/*/index.html"):
        for script in tree(path.read_text("utf-8")).every("script", type="application/ld+json"):
            own = [each for each in things(json.loads("".join(script.children))) if each["@type"] != "CreativeWork"]
            assert own and not [each for each in own if "url" in each or "image" in each], path
