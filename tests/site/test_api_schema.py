"""The schema of the API: every file that is sent holds against it, no key is left out, and the examples are true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema_rs
import pytest

from filled_records import filled
from limber import wording
from limber.exports import programme_records, records
from limber.exports.api import API
from limber.languages.other_language import InLanguage
from limber.model.nouns import Exercise, Programme, Routine
from limber.model.site import Site

Schema = dict[str, Any]
KINDS = {
    "exercises.json": "exercises",
    "exercise-names.json": "exercise_names",
    "routines.json": "routines",
    "exercises": "exercise",
    "plan-exercises": "plan_exercise",
    "routines": "session",
    "programmes.json": "programmes",
    "programmes": "programme",
    "site.json": "site",
}
"""What a file holds, by its name, or by the name of its folder."""
OF_PROGRAMMES = {"programmes", "programme"}
"""Kinds of files that a site without programmes has not."""
OPTIONAL = {"groups", "second_round"}
"""Keys of a file that are sent only where they say something."""


@pytest.fixture(scope="module")
def schema(site) -> Schema:
    """As it is sent."""
    found: Schema = json.loads((site.folder / API / "api.schema.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def sent(site) -> dict[str, Any]:
    """What each file of the site says, by its path below the API."""
    folder = site.folder / API
    files = [file for file in folder.rglob("*.json") if not file.name.endswith(".schema.json")]
    return {file.relative_to(folder).as_posix(): json.loads(file.read_text("utf-8")) for file in files}


def _kind(path: str) -> str:
    return KINDS[path.partition("/")[0]]


def _part(schema: Schema, kind: str) -> Schema:
    """The schema of one kind of record, as a program would name it."""
    return {"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]}


def _parts(value: Schema, schema: Schema) -> Iterator[Schema]:
    """A schema, and all that it takes in from elsewhere."""
    yield value
    named = [schema["$defs"][value["$ref"].removeprefix("#/$defs/")]] if "$ref" in value else []
    for each in (*named, *value.get("allOf", ()), *value.get("anyOf", ())):
        yield from _parts(each, schema)


def _walked(value: Any, places: list[Schema], schema: Schema, path: str = "") -> Iterator[tuple[str, Schema | None]]:
    """Every key of a value, each with what describes it; nothing, where nothing does."""
    places = [part for each in places for part in _parts(each, schema)]
    if isinstance(value, dict):
        for key, inner in value.items():
            of_key = [each["properties"][key] for each in places if key in each.get("properties", {})]
            of_key += [each["additionalProperties"] for each in places if "additionalProperties" in each]
            said = [each for each in of_key if each.get("description")]
            yield f"{path} {key}", said[0] if said else None
            yield from _walked(inner, of_key, schema, f"{path} {key}")
    elif isinstance(value, list):
        of_item = [each["items"] for each in places if "items" in each]
        for inner in value:
            yield from _walked(inner, of_item, schema, f"{path} []")


def _properties(schema: Schema) -> list[Schema]:
    """Every property that the schema knows, wherever it stands."""
    found: list[Schema] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("properties"), dict):
                found.extend(each for each in value["properties"].values() if "description" in each)
                for each in value["properties"].values():
                    walk(each)
            for key, each in value.items():
                if key not in ("properties", "examples"):
                    walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(schema)
    return found


def _full(schema: Schema) -> list[tuple[str, Any]]:
    """What is said of records in which nothing is empty, each with its kind."""
    exercise, routine = filled(Exercise, lists_sets=True), filled(Routine, lists_sets=True)
    ungrouped = replace(routine, steps=tuple(replace(each, group=None) for each in routine.steps))
    programme = filled(Programme, lists_sets=True)
    said = {
        "exercise": records.exercise(exercise),
        "plan_exercise": records.in_plan(exercise),
        "session": records.session(routine),
        "exercises": {"exercises": [records.exercise(exercise)]},
        "exercise_names": {"exercises": [records.name(exercise)], "retired": {"dl": "Deep lunge"}},
        "routines": {"routines": [records.routine(routine), records.routine(ungrouped)]},
        "programme": programme_records.programme(programme),
        "programmes": {"programmes": [programme_records.programme(programme)]},
        "site": records.site(filled(Site)),
    }
    assert set(said) == {each["$ref"].removeprefix("#/$defs/") for each in schema["anyOf"]}
    in_photos = ("plan_exercise", records.in_plan(replace(exercise, figure=None)))
    in_english = ("exercise", records.exercise(replace(exercise, name=InLanguage(exercise.name, "en"))))
    return [(kind, json.loads(json.dumps(record))) for kind, record in (*said.items(), in_photos, in_english)]


def test_every_file_of_the_site_holds_against_the_schema(sent, schema):
    assert {_kind(path) for path in sent} | OF_PROGRAMMES == set(KINDS.values())
    whole = jsonschema_rs.validator_for(schema)
    for path, said in sent.items():
        faults = jsonschema_rs.validator_for(_part(schema, _kind(path))).iter_errors(said)
        assert [f"{each.instance_path}: {each.message}" for each in faults] == [], path
        assert whole.is_valid(said), path


def test_schema_refuses_a_file_that_lacks_a_key_or_has_another_type(sent, schema):
    for path, said in sent.items():
        validator = jsonschema_rs.validator_for(_part(schema, _kind(path)))
        for key in said:
            left_out = {each: said[each] for each in said if each != key}
            assert validator.is_valid(left_out) == (key in OPTIONAL), (path, key)
            assert not validator.is_valid({**said, key: 1.5}), (path, key)
        assert validator.is_valid({**said, "some_new_key": [{}]}), "keys may be added"


def test_schema_describes_every_key_that_is_sent(sent, schema):
    files = [(_kind(path), said) for path, said in sent.items()] + _full(schema)
    for kind, said in files:
        assert [path for path, by in _walked(said, [_part(schema, kind)], schema) if by is None] == [], kind


def test_schema_describes_no_key_that_is_never_sent(schema):
    used = {id(by) for kind, said in _full(schema) for _, by in _walked(said, [schema["$defs"][kind]], schema) if by}
    assert [each["description"] for each in _properties(schema) if id(each) not in used] == []


def test_schema_s_own_examples_hold_against_it(schema):
    examples = [(each, example) for each in _properties(schema) for example in each.get("examples", ())]
    assert len(examples) > 10
    for place, example in examples:
        assert jsonschema_rs.is_valid({**place, "$defs": schema["$defs"]}, example), example


def _examples(root) -> list[Any]:
    page = (root / "content" / "for-programs.md").read_text("utf-8")
    return [json.loads(each) for each in re.findall(r"```json\n(.+?)```", page, re.DOTALL)]


def _lenient(value: Any) -> Any:
    """The schema for what may be left out."""
    if isinstance(value, dict):
        return {key: _lenient(each) for key, each in value.items() if key != "required" or isinstance(each, dict)}
    return [_lenient(each) for each in value] if isinstance(value, list) else value


def test_examples_for_people_hold_against_the_schema_and_are_parts_of_what_is_sent(root, sent, schema):
    examples = _examples(root)
    assert len(examples) == 2
    for folder, example in zip(("exercises", "routines"), examples, strict=True):
        path = f"{folder}/{example['id']}.json"
        faults = jsonschema_rs.validator_for(_lenient(_part(schema, _kind(path)))).iter_errors(example)
        assert [f"{each.instance_path}: {each.message}" for each in faults] == [], path
        said = json.loads(json.dumps(sent[path], ensure_ascii=False).replace(wording.NARROW, " "))
        assert _is_part(example, said), path


def _is_part(some: Any, whole: Any) -> bool:
    """Whether all that an example says is said there; of a list, the first things."""
    if isinstance(some, dict):
        return all(key in whole and _is_part(each, whole[key]) for key, each in some.items())
    if isinstance(some, list):
        return (not some) == (not whole) and all(map(_is_part, some, whole))
    return bool(some == whole)


def test_examples_for_people_are_seen_whole(root):
    """Longer lines go on sideways: none is longer than half a page, or a phone, has room for."""
    page = (root / "content" / "for-programs.md").read_text("utf-8")
    examples = re.findall(r"```json\n(.+?)```", page, re.DOTALL)
    assert max(len(line) for each in examples for line in each.splitlines()) <= 44


def test_page_for_programs_names_files_that_are_there(root, site):
    page = (root / "content" / "for-programs.md").read_text("utf-8")
    named = re.findall(r"`([a-z0-9/.<>-]+\.(?:json|atom|ics|svg|xml))`", page)
    assert len(named) > 10
    for path in [each for each in named if "programmes" not in each]:  # a site may have none
        assert [each for folder in (API, "") for each in site.folder.glob(folder + re.sub(r"<\w+>", "*", path))], path
