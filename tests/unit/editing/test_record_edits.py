"""An edit of a record: it says what was asked, and every other byte of the file is as before."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from limber.dataset import load
from limber.editing.edits import renamed, with_record, without_record
from limber.editing.fields import order
from limber.editing.layout import Record, UnreadableError, layout
from limber.editing.operations import taken_out, with_new_id, written
from limber.editing.values import values

ODD = """\
# A head.
exercises: # all of them
    # about a
    a: # trailing
        # about the name
        name: A # n
        instructions: # head
            # zero
            - one # c1
            # about two
            - "two: 2"

            - switch: three
            # last
        cues: [x, y]
        stop_signs:
        - s1
        # between
        - s2
        summary: >
            A long one
            over two lines.
        dose: {start: {reps: 3}} # d
        # end of a

    # about b
    b: {name: B, instructions: [i], stop_signs: [s], dose: 3 x 10}
    'c':
        name: "C — ü"
        instructions: [i]
        stop_signs: [s]
        progressions: [a, "b"]
        dose: 3 x 10


routines:
    # about r
    r:
        name: R
        steps: # s
            # lead
            - exercise: a # first
              priority: core
            - b # flat
            # circ
            - group: C
              rounds: 3
              steps:
                  - exercise: a
                    note: hi # hey
                  - exercise: b
# The end.
"""


def texts(root: Path) -> Iterator[str]:
    for text in (ODD, root.joinpath("data", "exercises.yaml").read_text("utf-8")):
        yield text
        yield text.replace("\n", "\r\n")
        yield text.rstrip("\n")


def around(text: str, record: Record) -> tuple[str, str]:
    """What stands before and behind a record."""
    it = layout(text)
    lines = it.records[record]
    return "".join(it.lines[: lines.start]), "".join(it.lines[lines.stop :])


def changed(value: Any, chance: random.Random) -> Any:
    """A value with one thing in it different, gone or new."""
    if isinstance(value, dict) and value:
        result = copy.deepcopy(value)
        key = chance.choice(list(result))
        if chance.random() < 0.2 and len(result) > 1:
            del result[key]
        else:
            result[key] = changed(result[key], chance)
        if chance.random() < 0.3:
            result["note"] = 'A "new": one # here'
        return result
    if isinstance(value, list) and value:
        result = copy.deepcopy(value)
        match chance.randrange(5):
            case 0:
                chance.shuffle(result)
            case 1:
                result.insert(
                    chance.randrange(len(result) + 1), "- New: {side}, one, long enough for a line of its own."
                )
            case 2 if len(result) > 1:
                del result[chance.randrange(len(result))]
            case _:
                at = chance.randrange(len(result))
                result[at] = changed(result[at], chance)
        return result
    return chance.choice(["other", "yes", "3 x 10", "{side} – ü", 7, True, ["a", "b"], {"k": "v", "l": ["long " * 9]}])


@pytest.mark.parametrize("seed", range(6))
def test_no_edit_changes_a_byte_of_another_record(root: Path, seed: int) -> None:
    chance = random.Random(seed)
    for text in texts(root):
        before = layout(text)
        record = chance.choice([each for each in before.records if each[0] in ("exercises", "routines")])
        said = before.data[record[0]][record[1]]
        keys = changed(said, chance)
        after = with_record(text, record, keys, order(record[0]))
        assert layout(after).data[record[0]][record[1]] == keys
        assert around(after, record) == around(text, record)
        kept = {each for each in comments(before.block(record)) if owner_stays(each, said, keys)}
        assert kept <= comments(layout(after).block(record))
        assert with_record(after, record, said, order(record[0])) and with_record(text, record, said, ()) == text


def comments(block: str) -> set[str]:
    return set(re.findall(r"^\s*(# .+?)\r?$", block, re.MULTILINE))


def owner_stays(comment: str, said: dict[str, Any], keys: dict[str, Any]) -> bool:
    """Whether a comment stands at a key of the record that is still there."""
    owner = {"# between": "stop_signs", "# lead": "steps", "# circ": "steps"}
    owner |= dict.fromkeys(("# zero", "# about two", "# last"), "instructions")
    return comment not in owner or (owner[comment] in keys and owner[comment] in said)


def test_a_record_that_is_reordered_keeps_the_lines_of_its_steps() -> None:
    keys = copy.deepcopy(layout(ODD).data["routines"]["r"])
    keys["steps"].reverse()
    block = layout(with_record(ODD, ("routines", "r"), keys, order("routines"))).block(("routines", "r"))
    assert "            # circ\n            - group: C\n" in block
    assert "            - b # flat\n" in block
    assert "            - exercise: a # first\n              priority: core\n" in block


def test_a_form_that_is_not_touched_changes_nothing(root: Path) -> None:
    for text in texts(root):
        data = layout(text).data
        for table in ("exercises", "routines", "equipment"):
            for id_, record in (data.get(table) or {}).items():
                assert written(text, table, id_, values(table, record, data)).text == text, id_


GIVEN = {
    "name": "Goblet squat",
    "dose": "3 x 10 each leg",
    "instructions": "Hold it at your chest.\nSit down between your heels.\nswitch: Change legs.",
    "stop_signs": "Pain.",
    "equipment": "Kettlebell\nYoga block (optional): to sit down on",
}


def test_what_is_typed_into_an_empty_form_is_a_sound_record(root: Path) -> None:
    text = root.joinpath("scripts", "starter", "empty", "exercises.yaml").read_text("utf-8")
    made = written(text, "exercises", "", GIVEN)
    assert made.record == ("exercises", "goblet-squat") and made.added == ("kettlebell", "yoga-block")
    dataset = load.of_text(made.text, "data/exercises.yaml").dataset
    it = dataset.exercises["goblet-squat"]
    assert (it.name, it.laterality, it.limb) == ("Goblet squat", "unilateral", "leg")
    assert [need.item.name for need in it.equipment] == ["Kettlebell", "Yoga block"]
    assert layout(made.text).block(("exercises", "rise-on-tiptoe")) == layout(text).block(
        ("exercises", "rise-on-tiptoe")
    )
    again = written(made.text, "exercises", "", GIVEN)
    assert again.record == ("exercises", "goblet-squat-2") and again.added == ()
    assert written(made.text, "exercises", "", {**GIVEN, "equipment": "Kettlebel"}).added == (), "it may be a slip"


def test_rows_become_a_circuit(root: Path) -> None:
    text = root.joinpath("scripts", "starter", "empty", "exercises.yaml").read_text("utf-8")
    text = written(text, "exercises", "", GIVEN).text
    rows = [
        {"exercise": "Rise on tiptoe", "dose": "2 x 8"},
        {"group": "Circuit", "rounds": "2-3", "round_rest_seconds": "60",
         "steps": [{"exercise": "goblet squat", "dose": "10"}, {"exercise": "Rise on tiptoe"}]},
    ]  # fmt: skip
    made = written(text, "routines", "", {"name": "Kettlebell circuit", "steps": rows})
    said = layout(made.text).data["routines"]["kettlebell-circuit"]["steps"]
    group = {"group": "Circuit", "rounds": {"min": 2, "max": 3}, "round_rest_seconds": 60}
    inner = [{"exercise": "goblet-squat", "dose": "10"}, "rise-on-tiptoe"]
    assert said == [{"exercise": "rise-on-tiptoe", "dose": "2 x 8"}, {**group, "steps": inner}]
    assert len(load.of_text(made.text, "data/exercises.yaml").dataset.routines["kettlebell-circuit"].steps) == 3


def test_a_new_id_is_written_wherever_it_is_named() -> None:
    for text in (ODD, ODD.replace("\n", "\r\n")):
        after = with_new_id(text, ("exercises", "a"), "zed", None)
        assert layout(after).data["exercises"]["zed"]["old_ids"] == ["a"]
        assert layout(after).data["exercises"]["c"]["progressions"] == ["zed", "b"]
        assert "- exercise: zed # first" in after and "# about a" in after
        assert list(layout(after).data["exercises"]) == ["b", "c", "zed"], "at its place in the alphabet"
        assert layout(after).block(("exercises", "b")) == layout(text).block(("exercises", "b"))
        unknown = with_new_id(text, ("exercises", "a"), "zed", [("exercises", "b")])
        assert "old_ids" not in layout(unknown).data["exercises"]["zed"], "nobody has the address"
    spelt = "An id is lower-case words joined by hyphens, such as"
    for new, why in (
        ("b", "There is another exercise b. Choose another id."),
        ("A b", f"{spelt} a-b."),
        ("?", f"{spelt} calf-stretch."),
    ):
        with pytest.raises(UnreadableError) as told:
            with_new_id(ODD, ("exercises", "a"), new, None)
        assert str(told.value) == why


@pytest.mark.parametrize(
    "record",
    [
        ("equipment", "half-dome"),
        ("equipment", "thick-rolled-towel"),
        ("exercises", "pelvic-list"),
        ("routines", "foot-and-hip"),
        ("routines", "foot-and-hip-short"),
    ],
)
def test_records_with_a_new_id_are_still_a_sound_dataset(root: Path, record: Record) -> None:
    """Things are named in needs and as substitutes, exercises in steps and doses, routines in programmes and cores."""
    text = (root / "data" / "exercises.yaml").read_text("utf-8")
    text += (root / "tests" / "support" / "weekly.yaml").read_text("utf-8")
    made = load.of_text(with_new_id(text, record, "zed", None), "data/exercises.yaml")
    assert "zed" in getattr(made.dataset, record[0])


def test_what_is_taken_out_is_named_no_more() -> None:
    after = taken_out(ODD, ("exercises", "b"), "", "Not used.", "2026-11-30", None)
    data = layout(after).data
    assert data["retired"] == {"exercises/b": {"name": "B", "date": "2026-11-30", "reason": "Not used."}}
    assert data["exercises"].keys() == {"a", "c"} and data["exercises"]["c"]["progressions"] == ["a"]
    assert [each.get("exercise", each.get("group")) for each in data["routines"]["r"]["steps"]] == ["a", "C"]
    assert layout(after).block(("exercises", "a")) == layout(ODD).block(("exercises", "a"))
    instead = layout(taken_out(ODD, ("exercises", "b"), "c", "", "2026-11-30", None)).data
    assert instead["retired"]["exercises/b"]["successor"] == "c"
    assert instead["routines"]["r"]["steps"][1] == "c"
    unknown = layout(taken_out(ODD, ("exercises", "b"), "", "", "2026-11-30", [("exercises", "a")])).data
    assert "retired" not in unknown, "nobody has the address"


def test_what_holds_nothing_else_is_not_emptied() -> None:
    text = ODD[: ODD.index("            - b # flat")] + "# The end.\n"
    with pytest.raises(UnreadableError) as told:
        taken_out(text, ("exercises", "a"), "", "", "2026-11-30", None)
    assert str(told.value) == "It is all that the routine r holds. Give that another exercise first."
    for successor in ("b", "unknown"):
        with pytest.raises(UnreadableError) as told:
            taken_out(ODD, ("exercises", "b"), successor, "", "2026-11-30", None)
        assert str(told.value) == "Choose another exercise to take its place, or none."


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_last_record_stands_below_an_empty_line(ending: str) -> None:
    text = f"exercises:\n  a:\n    name: A{ending}"
    after = with_record(text, ("exercises", "b"), {"name": "B"}, ["name"])
    assert after == "exercises:\n  a:\n    name: A\n\n  b:\n    name: B\n"


def test_a_record_that_is_named_in_signs_of_another_kind_keeps_its_id() -> None:
    text = 'exercises:\n  b:\n    name: B\nroutines:\n  r:\n    steps:\n      - exercise: "\\x62"\n'
    with pytest.raises(UnreadableError) as told:
        renamed(text, ("exercises", "b"), "c")
    assert str(told.value) == "Line 7 names b in a way that is not understood. Rename it in the file."


def test_a_record_taken_out_takes_its_comments_along() -> None:
    after = without_record(ODD, ("exercises", "b"))
    assert after == ODD.replace("    # about b\n", "").replace(
        next(each for each in ODD.splitlines(True) if " b: {" in each), ""
    )


def test_the_head_of_an_emptied_table_keeps_its_comment_and_takes_a_record_again() -> None:
    """A comment may hold what an empty table is written as."""
    text = "exercises: # mine: {} at first\n  a:\n    name: A\n"
    empty = without_record(text, ("exercises", "a"))
    assert empty == "exercises: {} # mine: {} at first\n"
    assert with_record(empty, ("exercises", "a"), {"name": "A"}, ["name"]) == text


LOST = "A comment stands between brackets in exercise a, and would be lost. Change it in the file."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ODD.replace("cues: [x, y]", "cues: [x, # why\n          y]"), LOST),
        (
            "exercises: {a: {name: A}}\n",
            "The table exercises stands in brackets in line 1. Give each record lines of its own.",
        ),
        (
            ODD.replace("    'c':", "    a:"),
            "Line 28: stands twice; the first is in line 4. Give one of them another id.",
        ),
        ("- a\n", "The file holds no tables. Bring it back from an earlier version."),
    ],
)
def test_a_text_of_which_something_would_be_lost_is_refused(text: str, why: str) -> None:
    with pytest.raises(UnreadableError) as told:
        with_record(text, ("exercises", "a"), {"name": "A", "cues": ["z"]}, order("exercises"))
    assert str(told.value) == why


def test_what_does_not_read_as_it_was_given_is_refused() -> None:
    with pytest.raises(UnreadableError) as told:
        with_record(ODD, ("exercises", "a"), {"name": "A", "cues": [float("nan")]}, order("exercises"))
    assert str(told.value) == "The file is written in a way that cannot be edited here. Change it in the file."


def test_comments_stay_while_the_key_that_they_stand_at_stays() -> None:
    keys = copy.deepcopy(layout(ODD).data["exercises"]["a"])
    keys["instructions"] = ["one"]
    keys["stop_signs"] = ["s2"]
    keys["dose"] = "4 x 10"
    keys["cues"] = ["A longer cue that needs a line."]
    del keys["summary"]
    block = layout(with_record(ODD, ("exercises", "a"), keys, order("exercises"))).block(("exercises", "a"))
    for comment in (
        "# trailing",
        "# about the name",
        "# head",
        "# zero",
        "# c1",
        "# about two",
        "# last",
        "# between",
        "# d",
    ):
        assert f"{comment}\n" in block
