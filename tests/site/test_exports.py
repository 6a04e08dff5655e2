"""The JSON API: it parses, and says all that the records hold."""

import json
import os
from collections import defaultdict
from datetime import UTC, datetime

import pytest

import hostile_data
from filled_records import changed, filled
from limber import duration, wording
from limber.dataset import parse, site_file
from limber.exports import files, records, routine_files
from limber.exports.api import API, exports
from limber.model.nouns import Exercise, Routine
from limber.model.site import Site
from limber.plain_text import plain
from site_build import files_of

GOLDEN = {
    "exercises/supine-block-hold.json": "exercise.json",
    "routines/foot-and-hip-short.json": "routine.json",
}
_POSES = ("figure.poses", "faults.figure", "one_side.faults.figure")
NOT_SAID = {
    "line": "where the record stands in the data file: that is for its editor",
    "equipment.item.drawing": "how our pages draw it is no fact about it",
    "equipment.substitutes.drawing": "the same",
    "videos.url": "a film of this site's has the address of its file, where a record has both",
    "steps.number": "a step's place in the list says it",
    "steps.group.first": "the number of the group's first step says it",
    **dict.fromkeys(
        (
            *(f"figure.scene.{each}" for each in ("thing", "part", "at", "way", "aside")),
            *(f"{of}.{each}" for of in _POSES for each in ("contacts.anew", "contacts.named", "solved")),
        ),
        "it follows from the contacts, and is worked out where a figure is drawn",
    ),
    **{
        f"{within}{level}.{other}estimate_seconds": "its distance gives way to breaths, where a record has both"
        for within in ("", "steps.")
        for level in ("start", "goal")
        for other in ("", "alternative.")
    },
}


@pytest.fixture(scope="module")
def api(root, dataset):
    """The JSON files of the API, by their path below it."""
    whose = site_file.load(root / "data" / "site.yaml")
    found = files.files(dataset, "", whose, datetime.now(UTC), lambda *_, **__: "")
    return {
        path.removeprefix(API): text for path, text in found.items() if path.startswith(API) and path.endswith(".json")
    }


@pytest.mark.parametrize("path", GOLDEN)
def test_export_says_what_its_golden_file_says(root, api, path):
    """After a change that is meant: `ACCEPT=1 scripts/test tests/site/test_exports.py`, then read the diff."""
    said = json.dumps(json.loads(api[path]), ensure_ascii=False, indent=2) + "\n"
    golden = root / "tests" / "golden" / "exports" / GOLDEN[path]
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize(("kind", "said"), [(Exercise, records.exercise), (Routine, records.routine)])
def test_export_forgets_no_field_of_a_record(kind, said):
    """Two records that differ in one field differ in what is said of them. Of a step's exercise its file says all."""
    record = filled(kind)
    forgotten = [path for path, other in changed(record) if said(other) == said(record)]
    assert [path for path in forgotten if path not in NOT_SAID and not path.startswith("steps.exercise.")] == []


def test_step_says_of_its_exercise_what_the_exercises_own_file_says(dataset, api):
    for id_ in dataset.routines:
        for step in json.loads(api[f"routines/{id_}.json"])["steps"]:
            short = step["exercise"]
            whole = json.loads(api[f"exercises/{short['id']}.json"])
            assert [key for key in short if short[key] != whole[key] and key not in ("equipment", "one_side")] == []
            for need, of_whole in zip(short["equipment"], whole["equipment"], strict=True):
                assert need.items() <= of_whole.items()


def test_routine_says_nothing_of_what_its_record_leaves_out(root):
    data = hostile_data.data(root, hostile_data.HARMLESS)
    id_, whole = next((id_, each) for id_, each in data["routines"].items() if "steps" in each)
    data["routines"] = {id_: {key: whole[key] for key in ("code", "name", "short_name", "summary", "steps")}}
    made = parse.dataset(data, defaultdict(lambda: 1)).routines[id_]
    said = records.routine(made)
    assert [said[each] for each in ("audience", "when", "how_often")] == ["", "", ""]
    assert [said[each] for each in ("why", "how", "moving_on", "care", "old_ids")] == [()] * 5
    of_exercises = [sign for step in made.steps for sign in step.exercise.stop_signs]
    assert said["stop_signs"] and set(said["stop_signs"]) <= {*of_exercises, "More: on each exercise’s page."}
    assert (said["core_of"], said["source"]) == (None, None)


def test_routine_says_its_doses_in_words_and_its_length(dataset, api):
    for id_, routine in dataset.routines.items():
        said = json.loads(api[f"routines/{id_}.json"])
        for step, shown in zip(routine.steps, said["steps"], strict=True):
            for level, dose in (("start", step.start), ("goal", step.goal)):
                said_of = wording.dose(dose, step.exercise)
                assert shown[level]["words"] == plain(said_of)
        for level in ("start", "goal"):
            length = duration.routine_length(routine, level)
            work = {"min": length.work.min, "max": length.work.max}
            assert said["length"][level] == {"work_seconds": work, "changeover_seconds": length.changeover_seconds}


@pytest.mark.parametrize("texts", [hostile_data.ALLOWED, hostile_data.FORBIDDEN], ids=["allowed", "forbidden"])
def test_files_of_all_records_say_of_each_what_its_own_file_says(root, texts):
    found = parse.dataset(hostile_data.data(root, texts), defaultdict(lambda: 1))
    made = exports(found, {}, Site())
    for name, each in (("exercises", found.exercises), ("routines", found.routines)):
        own = [json.loads(made[f"{API}{name}/{id_}.json"]) for id_ in each]
        all_ = json.loads(made[f"{API}{name}.json"])[name]
        assert [{key: record[key] for key in one} for record, one in zip(all_, own, strict=True)] == own
        assert [record["name"] for record in own] == [record.name for record in each.values()]


def test_site_has_the_api_and_nothing_else_in_its_folder(site, api, dataset):
    there = files_of(site.folder / API)
    assert {path: there.pop(path) for path in api} == {path: text.encode() for path, text in api.items()}
    of_routines = routine_files.routine_files(dataset, "https://coach.example/")
    assert there == {path.removeprefix(API): text.encode() for path, text in of_routines.items()}


def test_api_parses_and_ends_with_one_newline(api):
    for path, text in api.items():
        assert json.loads(text), path
        assert text.endswith("}\n") and text == text.lstrip(), path


def test_published_schema_is_the_one_that_guards_the_data(root, api):
    assert json.loads(api["exercises.schema.json"]) == json.loads(
        (root / "data" / "exercises.schema.json").read_text("utf-8")
    )


def test_every_address_in_the_api_is_there(site, api, dataset):
    away = {work.url for work in dataset.works.values()}
    for path, text in api.items():
        addresses = set(_addresses(json.loads(text)))
        assert addresses or path.endswith(("site.json", ".schema.json")), path
        for address in addresses - away:
            file = site.folder / address
            assert file.is_file() or (file / "index.html").is_file(), (path, address)


def _addresses(value):
    if isinstance(value, list):
        for each in value:
            yield from _addresses(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == "url" and isinstance(each, str):
                yield each
            else:
                yield from _addresses(each)
