"""A dataset in the files of a folder: read as one, with each problem at its own file, line and column."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from golden_datasets import CONTENT, REAL, ROOT
from limber.build_cache import BuildCache
from limber.dataset import cached, load

TEXT = REAL.read_text("utf-8")
HEAD, _, _REST = TEXT.partition("exercises:\n")
EXERCISES, _, ROUTINES = _REST.partition("routines:\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first routine in three files, whose order is not that of the tables."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    half = EXERCISES.index("\n  pelvic-list:\n") + 1
    for name, text in {
        "a": f"exercises:\n{EXERCISES[half:]}routines:\n{ROUTINES}",
        "b": HEAD,
        "c": f"standard: full\nexercises:\n{EXERCISES[:half]}",
    }.items():
        (tmp_path / "data" / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path / "data"


def report(folder: Path) -> str:
    with pytest.raises(load.DatasetError) as unsound:
        load.load(folder, CONTENT)
    return str(unsound.value)


def test_files_of_a_folder_are_one_dataset(folder: Path) -> None:
    """The same as in one file, and in the order of ids; also from the cache."""
    sound = repr(load.load(REAL, CONTENT))  # which leaves out where in its file a record stands
    assert repr(load.load(folder, CONTENT)) == sound
    cache = BuildCache(folder.parent / "cache")
    for _ in range(2):
        assert repr(cached.loaded(cache, folder, CONTENT, folder / "published.txt").dataset) == sound


def test_a_change_in_any_file_is_read_again(folder: Path) -> None:
    cache = BuildCache(folder.parent / "cache")
    for name in ("Half dome", "Half of a dome"):
        text = (folder / "b.yaml").read_text("utf-8").replace("Half dome", name)
        (folder / "b.yaml").write_text(text, "utf-8")
        found = cached.loaded(cache, folder, CONTENT, folder / "published.txt").dataset
        assert found.equipment["half-dome"].name == name


@pytest.mark.parametrize(
    ("name", "before", "after", "at", "what"),
    [
        ("a", "exercises:\n", "exercises: [\n", "[", "the bracket [ that opens here is not closed"),
        ("b", HEAD, "- no table\n", "- no", "the file holds no tables."),
        ("b", "equipment:\n", "equipment: none\nthings:\n", "none", "equipment: its records have no ids."),
        ("b", "", "routines:\n", "routines", "routines: nothing stands here."),
        ("c", "standard: full", "standard: none", "none", 'standard: data/b.yaml says "full" here.'),
        ("c", "kind: release", "kind: rest", "rest", 'exercise "ball-roll", kind: '),
        ("c", "item: small-ball", "item: smal-ball", "smal-ball", 'exercise "ball-roll", equipment 1, item: '),
        ("a", "[standing]", "[standing, yes]", "yes", 'exercise "pelvic-list", position 2: "yes" without quotes'),
        ("c", "name: Foot rolling on a ball", "name:", "name:", 'exercise "ball-roll", name: '),
        ("b", "half-dome:\n", "half-dome:\n    code: hd\n", "code", 'equipment "half-dome": '),
        ("c", "    name: F", "    name: F\n    name: G", "name: G", 'exercise "ball-roll": "name" stands twice'),
    ],
)
def test_a_problem_names_its_own_file(folder: Path, name: str, before: str, after: str, at: str, what: str) -> None:
    file = folder / f"{name}.yaml"
    text = file.read_text("utf-8").replace(before, after, 1)
    file.write_text(text, "utf-8")
    found = re.match(r"data/(.)\.yaml:(\d+):(\d+): (.*)", report(folder))
    assert found and found[1] == name and found[4].startswith(what), report(folder)
    assert text.split("\n")[int(found[2]) - 1][int(found[3]) - 1 :].startswith(at), report(folder)


def test_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    """Of the writing, and then of what it says."""
    for name, fault in {"a": "\tx: y", "c": "\ty: z"}.items():
        with (folder / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(fault)
    assert [line[:11] for line in report(folder).split("\n")[::2]] == ["data/a.yaml", "data/c.yaml", "Nothing was"[:11]]


def test_an_id_in_two_files_is_a_problem_of_the_second(folder: Path) -> None:
    (folder / "d.yaml").write_text("equipment:\n  mirror:\n    name: Glass\n    description: A glass.\n", "utf-8")
    line = HEAD[: HEAD.index("  mirror:")].count("\n") + 1
    assert report(folder) == (
        f'data/d.yaml:2:3: equipment "mirror": another one of this id is in data/b.yaml:{line}.\n'
        "    Take one of the two out, or give it another id.\n"
        "Nothing was built."
    )


def test_each_file_of_the_library_says_its_schema_and_its_licence() -> None:
    for file in (ROOT / "data" / "library").glob("*.yaml"):
        schema, licence, *_ = file.read_text("utf-8").split("\n")
        assert schema == "# yaml-language-server: $schema=part.schema.json", file.name
        assert licence == "# Part of Limber's library, under CC BY 4.0: see LICENSE.", file.name


def test_editors_know_what_a_file_of_the_library_may_hold() -> None:
    part = json.loads((ROOT / "data" / "library" / "part.schema.json").read_text("utf-8"))
    whole = json.loads((ROOT / "data" / "exercises.schema.json").read_text("utf-8"))
    assert part["properties"] == {
        key: {"$ref": f"../exercises.schema.json#/properties/{key}"} for key in whole["properties"]
    }
