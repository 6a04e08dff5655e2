"""What the editor writes into the file, and when it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editor.desk import Desk
from limber.editing.layout import layout
from site_build import CACHE

GIVEN = {
    "name": "Goblet squat",
    "dose": "3 x 10",
    "instructions": "Sit down.",
    "stop_signs": "Pain.",
    "equipment": "Kettlebell",
}


@pytest.fixture
def desk(file: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("LIMBER_CACHE", str(CACHE))
    return Desk(file.parents[1])


def asked(desk: Desk, given: dict[str, Any], table: str = "exercises", id_: str = "") -> dict[str, Any]:
    seen = desk.record(table, id_).said
    return {"table": table, "id": id_, "given": given, "fingerprint": seen["fingerprint"], "seen": seen["seen"]}


def test_a_new_record_is_shown_checked_and_saved(desk: Desk, file: Path) -> None:
    before = file.read_text("utf-8")
    shown = desk.draft(asked(desk, GIVEN)).said
    assert shown["problems"] == [] and shown["added"] == ("kettlebell",)
    assert "Goblet squat</h1>" in shown["page"] and "Goblet squat</h2>" in shown["card"]
    assert file.read_text("utf-8") == before, "a draft writes nothing"
    saved = desk.save(asked(desk, GIVEN))
    assert (saved.status, saved.said["id"]) == (200, "goblet-squat")
    assert "  goblet-squat:\n    name: Goblet squat\n" in file.read_text("utf-8")
    assert desk.undo({}).status == 200 and file.read_text("utf-8") == before
    assert desk.undo({}).status == 409


def test_a_draft_shows_whom_the_site_shows(desk: Desk, file: Path) -> None:
    first = next(iter(layout(file.read_text("utf-8")).data["exercises"]))
    usual = desk.draft(asked(desk, {}, id_=first)).said["page"]
    file.with_name("site.yaml").write_text("name: Strong\nperson: older\n", "utf-8")
    assert desk.draft(asked(desk, {}, id_=first)).said["page"].count("figure__far") > usual.count("figure__far")


def test_a_half_written_draft_is_shown_as_far_as_it_goes(desk: Desk) -> None:
    shown = desk.draft(asked(desk, {"name": "Goblet squat", "dose": "3 x 10"})).said
    assert "Goblet squat</h1>" in shown["page"] and shown["problems"]
    assert "page" not in desk.draft(asked(desk, {"name": "Goblet squat"})).said


def test_a_problem_stands_at_its_field_and_is_not_saved(desk: Desk, file: Path) -> None:
    before = file.read_text("utf-8")
    given = {**GIVEN, "dose": "3 x lots", "cues": "Fine.\n*Bold*"}
    answer = desk.save(asked(desk, given))
    assert answer.status == 422 and file.read_text("utf-8") == before
    at = {each["field"]: (each["at"], each["what"]) for each in answer.said["problems"]}
    assert at["dose"] == ((), '"lots" is not understood.')
    assert at["cues"][0] == (1,)


def test_what_others_have_of_a_draft_is_told(desk: Desk) -> None:
    rows = desk.record("routines", "first-routine").said["values"]["steps"]
    rows[0]["exercise"] = "Nordic curl"
    told = desk.draft(asked(desk, {"steps": rows}, "routines", "first-routine")).said["problems"]
    assert [(each["field"], each["at"], each["what"]) for each in told] == [
        ("steps", (0, "exercise"), 'no exercise "nordic-curl".')
    ]


def test_a_change_on_the_disk_is_never_overwritten(desk: Desk, file: Path) -> None:
    mine = asked(desk, {"name": "Rises on tiptoe"}, "exercises", "rise-on-tiptoe")
    changed = file.read_text("utf-8").replace("Up tall, down slow.", "Up, down.")
    file.write_text(changed, "utf-8")
    answer = desk.save(mine)
    assert (answer.status, answer.said["same"]) == (409, False) and "another one now" in answer.said["stopped"]
    assert file.read_text("utf-8") == changed
    kept = desk.save({**mine, "fingerprint": answer.said["fingerprint"]})
    assert kept.status == 200
    assert "name: Rises on tiptoe" in file.read_text("utf-8") and "Up, down." in file.read_text("utf-8"), "both stay"
    file.write_text(file.read_text("utf-8") + "# by hand\n", "utf-8")
    assert desk.undo({}).status == 409 and file.read_text("utf-8").endswith("# by hand\n")


def test_of_a_file_with_a_mistake_in_its_writing_nothing_is_offered(desk: Desk, file: Path) -> None:
    mine = asked(desk, {"name": "Rises on tiptoe"}, "exercises", "rise-on-tiptoe")
    broken = file.read_text("utf-8").replace("    name: Rise on tiptoe\n", "    name: Rise on tiptoe\n   what: now\n")
    file.write_text(broken, "utf-8")
    for answer in (desk.state(), desk.draft(mine), desk.save(mine)):
        assert answer.status == 422 and "forms" not in answer.said
        assert answer.said["unreadable"][0]["line"] == 9
    assert file.read_text("utf-8") == broken


def test_a_problem_that_was_there_before_does_not_hold_up_another_record(desk: Desk, file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("exercise: rise-on-tiptoe", "exercise: heel-rise"), "utf-8")
    assert "heel-rise" in desk.state().said["problems"][0]["what"]
    assert desk.save(asked(desk, GIVEN)).status == 200


def test_a_copy_has_what_no_field_shows_and_no_code(desk: Desk, file: Path) -> None:
    given = {"name": "Rise on a step", "summary": "The same on a step."}
    assert desk.save({**asked(desk, given), "copy_of": "rise-on-tiptoe"}).status == 200
    copy = file.read_text("utf-8").split("  rise-on-a-step:\n")[1].split("\n\n")[0]
    assert "name: Rise on a step" in copy and "figure:" in copy


def test_it_says_by_name_where_a_record_is_used(desk: Desk, file: Path) -> None:
    assert desk.record("routines", "first-routine").said["named"] == []
    assert desk.record("exercises", "rise-on-tiptoe").said["named"] == ['in the routine "First routine"']
    retired = "\nretired:\n  exercises/calf-raise: {name: Calf raise, on: 2026-11-01, successor: rise-on-tiptoe}\n"
    file.write_text(file.read_text("utf-8").replace("    name: First routine\n", "") + retired, "utf-8")
    said = desk.record("exercises", "rise-on-tiptoe").said["named"]
    assert said == ['in the routine "first-routine"', 'in place of the retired exercise "calf-raise"']


def test_a_record_gets_another_id_and_goes(desk: Desk, file: Path) -> None:
    about = {"table": "exercises", "id": "rise-on-tiptoe", "fingerprint": desk.state().said["fingerprint"]}
    refused = desk.retire({**about, "successor": "", "reason": ""})
    assert refused.status == 422 and "all that the routine first-routine holds" in refused.said["stopped"]
    file.parents[1].joinpath("content", "index.md").write_text('{{ exercise("rise-on-tiptoe") }}\n', "utf-8")
    renamed = desk.rename({**about, "new": "calf-raise"})
    assert renamed.status == 200 and renamed.said["elsewhere"] == ["content/index.md"]
    assert "exercise: calf-raise" in file.read_text("utf-8") and "old_ids: [rise-on-tiptoe]" in file.read_text("utf-8")
    desk.save(asked(desk, GIVEN))
    about = {"table": "exercises", "id": "calf-raise", "fingerprint": desk.state().said["fingerprint"]}
    gone = desk.retire({**about, "successor": "goblet-squat", "reason": "A better one."})
    assert gone.status == 200, gone.said
    text = file.read_text("utf-8")
    assert (
        "exercise: goblet-squat" in text and "successor: goblet-squat" in text and "exercises/rise-on-tiptoe:" in text
    )


def test_what_was_never_published_is_taken_out_without_a_trace(desk: Desk, file: Path) -> None:
    desk.save(asked(desk, GIVEN))
    ledger = file.with_name("published.txt")
    ledger.write_text("# A list that a new site begins with: nothing is promised yet.\n", "utf-8")
    listed = {each["id"]: each["published"] for each in desk.state().said["records"]["exercises"]}
    assert listed == {"goblet-squat": False, "rise-on-tiptoe": False}
    seen = {"table": "exercises", "fingerprint": desk.state().said["fingerprint"], "successor": "", "reason": ""}
    assert desk.retire({**seen, "id": "goblet-squat"}).status == 200
    assert "retired" not in file.read_text("utf-8")
    assert desk.undo({}).status == 200
    ledger.unlink()
    assert desk.retire({**seen, "id": "goblet-squat"}).status == 200
    assert "exercises/goblet-squat:" in file.read_text("utf-8"), "others may have it where nobody keeps a list"
