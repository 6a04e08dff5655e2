"""What a form shows of a record, and what a record makes of what is typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from derived import same
from limber.dataset import dose_line, dose_text
from limber.editing import fields
from limber.editing.values import filled, values

DATA: dict[str, Any] = {
    "equipment": {"chair": {"name": "Chair"}, "half-dome": {"name": "Half dome"}},
    "exercises": {"squat": {"name": "Squat"}, "deep-squat": {"name": "Deep squat"}},
}
FAULT = {"fault": "Knees in.", "fix": "Knees out.", "figure": {"moves": "head"}}


def test_forms_name_their_fields_and_say_what_to_write() -> None:
    lines = []
    for table in fields.TABLES:
        for it in fields.fields(table):
            kept = "folded" * it.folded or "required" * it.required or "shown"
            most = f", at most {it.most}" * bool(it.most)
            lines.append(
                f"{table}, {it.name}: {it.label}, {it.kind}{most}, {kept}. {it.hint} {' '.join(it.options)}".rstrip()
            )
    same("form-fields", lines)


def test_each_dose_is_shown_as_a_line_that_reads_the_same(root: Path) -> None:
    for each in json.loads(root.joinpath("tests", "vectors", "dose-texts.json").read_text("utf-8"))["read"]:
        doses = {level: each[level] for level in ("start", "goal") if level in each}
        line = dose_line.line(doses)
        assert not line.startswith("{"), each["text"]
        assert dose_text.read(line).doses == doses


def test_a_dose_that_no_line_says_is_kept() -> None:
    doses = {"start": {"reps": 10, "load": {"words": "a rucksack"}}}
    record = {"dose": doses, "name": "A"}
    shown = values("exercises", record, DATA)["dose"]
    assert filled("exercises", record, {"dose": shown}, DATA) == record
    assert filled("exercises", record, {"dose": shown.replace("10", "12")}, DATA)["dose"]["start"]["reps"] == 12


TYPED = [
    ("instructions", "Sit.\n\n  Stand  up. \nSwitch: Change feet.", ["Sit.", "Stand up.", {"switch": "Change feet."}]),
    ("instructions", "1. Sit.\n2) Up.\n- switch: Change feet.", ["Sit.", "Up.", {"switch": "Change feet."}]),
    ("stop_signs", "• Pain.\n– Dizziness.\n-5 degrees outside.", ["Pain.", "Dizziness.", "-5 degrees outside."]),
    ("equipment", "chair", ["chair"]),
    ("equipment", "Half  Dome or chair (optional): under the heel",
     [{"item": "half-dome", "need": "optional", "substitutes": ["chair"], "note": "under the heel"}]),
    ("equipment", "Ankle weights", ["ankle-weights"]),
    ("contraindications", "None", "none"),
    ("contraindications", "A new hip.", ["A new hip."]),
    ("progressions", "deep squat\nother", ["deep-squat", "other"]),
    ("faults", "Knees in. -> Out.\nHeels up.", [{**FAULT, "fix": "Out."}, {"fault": "Heels up."}]),
    ("feel.here", "Thighs.", {"here": ["Thighs."]}),
    ("regions", ["knee"], ["knee"]),
    ("dose", "3 x 10 each leg", "3 x 10 each leg"),
    ("dose", "2 x 8 → 3 x 12", {"start": {"sets": 2, "reps": 8}, "goal": {"sets": 3, "reps": 12}}),
    ("dose", "lots", "lots"),
    ("name", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "meant"), TYPED)
def test_what_is_typed_becomes_what_the_file_says(field: str, typed: Any, meant: Any) -> None:
    record = {"name": "A", "dose": {"start": {"reps": 1}}, "faults": [FAULT], "figure": {"view": "side"}}
    made = filled("exercises", record, {field: typed}, DATA)
    key = field.partition(".")[0]
    assert made.get(key) == meant
    assert {name: each for name, each in made.items() if name != key} == {
        name: each for name, each in record.items() if name != key
    }
    again = values("exercises", made, DATA)[field]
    assert filled("exercises", made, {field: again}, DATA) == made


def test_steps_keep_what_has_no_field() -> None:
    group = {
        "group": "Circuit",
        "rounds": 3,
        "for_time": True,
        "steps": ["squat", {"exercise": "deep-squat", "dose": "5"}],
    }
    record = {"name": "R", "steps": [{"exercise": "squat", "priority": "core", "note": "Slowly."}, group]}
    rows = values("routines", record, DATA)["steps"]
    assert (rows[0]["exercise"], rows[1]["rounds"], rows[1]["steps"][1]["exercise"]) == ("Squat", "3", "Deep squat")
    rows[1]["rounds"] = "as many as possible"
    rows[1]["steps"].reverse()
    made = filled("routines", record, {"steps": rows[::-1]}, DATA)["steps"]
    assert made[1] == record["steps"][0]
    assert made[0] == {**group, "rounds": "as-many-as-possible", "steps": list(reversed(group["steps"]))}
