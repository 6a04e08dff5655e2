"""Files that cannot be read, are made to do harm, or are broken in any way: refused early, in plain words."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml.constructor
from hypothesis import given, settings
from hypothesis import strategies as st

from golden_datasets import CONTENT, GOLDEN, REAL, made, said, unsound
from limber.dataset import load
from limber.dataset.yaml import reader
from limber.dataset.yaml.source import lines_of
from random_cases import cases

SOUND = (GOLDEN / "sound" / "all.yaml").read_text("utf-8")
TEXT = REAL.read_text(encoding="utf-8")


def test_file_with_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    assert said(made(tmp_path, "\ufeff" + TEXT)) == (
        "exercises.yaml:1:1: the file is saved as UTF-8 with BOM; it should be plain UTF-8.\n"
        '    Save it again as "UTF-8", without "BOM".\n'
        "Nothing was built."
    )


def test_file_in_utf_16_is_refused(tmp_path: Path) -> None:
    assert said(made(tmp_path, TEXT.encode("utf-16"))) == (
        "exercises.yaml:1:1: the file is saved as UTF-16; it should be plain UTF-8.\n"
        '    Save it again as "UTF-8", without "BOM".\n'
        "Nothing was built."
    )


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("utf-16", "UTF-16")]
)
def test_file_with_two_or_four_bytes_a_letter_is_named(encoding: str, name: str, tmp_path: Path) -> None:
    """Be its mark there or not."""
    (problem,) = unsound(made(tmp_path, TEXT.encode(encoding))).problems
    assert problem.what == f"the file is saved as {name}; it should be plain UTF-8."


def test_file_of_zeros_is_to_be_brought_back(tmp_path: Path) -> None:
    assert said(made(tmp_path, b"\0" * 4096)) == (
        "exercises.yaml: the file holds zeros where text should be; a disk or a program failed while it was saved.\n"
        "    Bring the file back from an earlier version.\n"
        "Nothing was built."
    )


def test_file_that_is_not_utf_8_is_refused_at_its_byte(tmp_path: Path) -> None:
    assert said(made(tmp_path, "a: é\n".encode() + "bé: é\n".encode("latin-1"))) == (
        'exercises.yaml:2:2: the byte 0xe9, in Windows\' encoding "é", is not UTF-8; '
        "the file was saved in another encoding.\n"
        '    Save it again as "UTF-8", and look whether the letters in this line are still right.\n'
        "Nothing was built."
    )


def test_file_of_50_mb_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "exercises.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert said(path) == (
        "exercises.yaml: the file has 50 MB; at most 16 MB are read.\n"
        "    A thousand exercises take 3 MB. Was something else saved under this name?\n"
        "Nothing was built."
    )


def test_file_that_is_missing_is_told(tmp_path: Path) -> None:
    assert said(tmp_path / "exercises.yaml") == (
        "exercises.yaml: there is no such file.\n"
        "    Check the name, or bring the file back from an earlier version.\n"
        "Nothing was built."
    )


def test_folder_without_files_of_data_is_told(tmp_path: Path) -> None:
    (tmp_path / "exercises.yaml").mkdir()
    assert said(tmp_path / "exercises.yaml") == (
        "exercises.yaml: there is no YAML file here.\n"
        "    Name the folder that holds the YAML files of the dataset.\nNothing was built."
    )


def test_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said(made(tmp_path, TEXT)) == (
        "exercises.yaml: the file cannot be opened (Permission denied).\n    Check who may read it.\nNothing was built."
    )


def test_lines_are_counted_as_editors_do(tmp_path: Path) -> None:
    problems = unsound(made(tmp_path, "sources: {}\requipment: {}\r\nexercises: yes\n")).problems
    assert [each.line for each in problems if "yes" in each.what] == [3]


class _Counting(reader.CParser):
    events = 0

    def get_event(self) -> reader.Event:
        type(self).events += 1
        return super().get_event()


@pytest.mark.parametrize("name", ["an-alias-bomb", "brackets-a-thousand-deep", "lists-a-thousand-deep"])
def test_reading_stops_where_a_bomb_begins(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Counting, "events", 0)
    monkeypatch.setattr(reader, "CParser", _Counting)
    unsound(GOLDEN / f"{name}.yaml")
    assert 0 < _Counting.events <= 30


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!python/name:os.system", "!run", "!!str", "!"])
def test_reading_runs_no_tag(tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    canary = tmp_path / "canary"
    constructor = yaml.constructor.BaseConstructor
    monkeypatch.setattr(constructor, "construct_document", lambda *_: pytest.fail("YAML made an object"))
    problem = unsound(made(tmp_path, f'exercises: {tag} ["touch {canary}"]\n')).problems[0]
    assert "is a tag" in problem.what
    assert problem.column == 12
    assert not canary.exists()


_NASTY = (
    "",
    "~",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{a: b}",
    "yes",
    "1:30",
    "-1",
    "0",
    "9" * 30,
    "1.5",
    "''",
    "x",
    "[x, 1, {y: z}]",
    "{min: 1}",
    "{min: 5, max: 1}",
    "{min: x, max: []}",
    "|",
    ">",
    "*a",
    "&a b",
    "!t x",
    "'",
    '"',
    "- x",
    "{{ x }}",
    "own",
    "none known",
    "core",
    "push-up",
    "2022-11-22",
    "# x",
    "? x",
    ": ",
    "\t",
    "\0",
    "\u2028",
    "\U0001f600",
    "<<: x",
)
_CHANGES = st.tuples(st.integers(0, 10**6), st.sampled_from(_NASTY), st.integers(0, 8))


@given(st.lists(_CHANGES, min_size=1, max_size=3))
@settings(max_examples=cases(120), deadline=None, derandomize=True)
def test_dataset_broken_in_any_way_is_told_of_in_our_words(changes: list[tuple[int, str, int]]) -> None:
    lines = (GOLDEN / "a-code-is-taken.yaml").read_text(encoding="utf-8").split("\n")
    for where, nasty, how in changes:
        number = where % len(lines)
        line = lines[number]
        key = line.partition(":")[0]
        broken = (
            [f"{key}: {nasty}"],
            [f"{key}:"],
            [],
            [line, line],
            ["  " + line],
            [line[2:]],
            [line[1:]],
            [nasty + line],
            [line + nasty],
        )
        lines[number : number + 1] = broken[how] or [""]
    text = "\n".join(lines)
    with TemporaryDirectory() as folder:
        path = made(Path(folder), text)
        try:
            load.load(path, CONTENT)
        except load.DatasetError as error:
            for each in error.problems:
                assert 0 < each.line <= len(lines_of(text))
                assert each.what.endswith(".")
                assert each.tip.strip()
                assert "\n" not in each.what + each.tip


@pytest.mark.parametrize("nothing", ['""', '" "', "|"])
@pytest.mark.parametrize("key", ["url", "tempo", "code", "title", "name"])
def test_text_of_nothing_is_told_of_where_it_stands(key: str, nothing: str, tmp_path: Path) -> None:
    text, count = re.subn(rf"^( +{key}): .+$", rf"\1: {nothing}", SOUND, count=1, flags=re.MULTILINE)
    line = text.split("\n").index(next(each for each in text.split("\n") if each.endswith(f"{key}: {nothing}"))) + 1
    assert count == 1
    assert {problem.line for problem in unsound(made(tmp_path, text)).problems} == {line}
