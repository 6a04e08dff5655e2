"""A pose while it is made: what the page is told, and what is written into the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editor.desk import Desk
from editor.pose_desk import PoseDesk
from site_build import CACHE

LOW = {"shows": "Low.", "trunk": {"lean": 30}, "legs": {"hip": 106, "knee": 114}, "arms": {"shoulder": 60}}


@pytest.fixture
def desk(file: Path, monkeypatch: pytest.MonkeyPatch) -> PoseDesk:
    monkeypatch.setenv("LIMBER_CACHE", str(CACHE))
    return PoseDesk(file.parents[1], Desk(file.parents[1]))


def asked(desk: PoseDesk, *poses: dict[str, Any], **more: Any) -> dict[str, Any]:
    said = desk.figures("rise-on-tiptoe").said
    figure = {**said["figure"], "poses": [*said["figure"]["poses"], *poses]}
    about = {"fingerprint": said["fingerprint"], "seen": said["seen"], "works": said["works"], "both": True}
    return {
        "id": "rise-on-tiptoe",
        "figure": figure,
        "faults": [],
        "place": ["poses", len(figure["poses"]) - 1],
        **about,
        **more,
    }


def test_page_is_told_of_each_number_that_the_data_can_say(desk: PoseDesk) -> None:
    said = desk.figures("rise-on-tiptoe").said
    knee = next(each for each in said["numbers"]["whole"] if each["name"] == "right_knee")
    assert (knee["least"], knee["most"], knee["unit"], knee["about"]) == (0, 160, "°", "How far the knee bends.")
    kinds = {each["key"]: each["kind"] for each in said["fields"]["pose"]}
    assert kinds == {"shows": "text", "label": "text", "moves": "choice", "contacts": "places"}
    kinds = {each["key"]: each["kind"] for each in said["fields"]["figure"]}
    assert (kinds["view"], kinds["felt"], kinds["things"]) == ("choice", "choices", "places")
    assert [each["id"] for each in said["exercises"]] == ["rise-on-tiptoe"]
    assert "figure" not in desk.figures("lunge").said


def test_pictures_show_whom_the_site_shows(desk: PoseDesk, file: Path) -> None:
    def pale() -> list[int]:
        pictures = desk.look(asked(desk, LOW)).said["pictures"]
        drawn = (desk.pose(asked(desk, LOW)).said["picture"], *pictures["poses"], pictures["small"])
        return [each.count("figure__far") for each in drawn]

    before = pale()
    file.with_name("site.yaml").write_text("name: Strong\nperson: older\n", "utf-8")
    assert all(one < other for one, other in zip(before, pale(), strict=True)), "hair, and whatever was pale before"


def test_number_and_drag_bend_the_body_and_say_so_as_the_data_would(desk: PoseDesk) -> None:
    set_ = {"kind": "set", "numbers": {"right_knee": 500, "left_knee": 500}}
    said = desk.pose(asked(desk, act=set_)).said
    assert said["pose"]["legs"] == {"sole": -40, "toes": 40, "knee": 160}, "no further than it goes"
    assert 'viewBox="' in said["picture"] and said["numbers"]["left_knee"] == 160
    stands = desk.pose(asked(desk, {"shows": "", "legs": {"sole": 0, "toes": 0}})).said
    by = {each["called"]: each["by"] for each in stands["handles"]}
    assert by["pelvis"] == ["right_knee", "right_hip"] and by["head"] == ["head"] and "both hands" in by
    drag = {"kind": "drag", "handle": "neck", "by": [60, 20]}
    dragged = desk.pose(asked(desk, {"shows": "", "legs": {"sole": 0, "toes": 0}}, act=drag)).said
    assert dragged["pose"]["trunk"]["lean"] > 10 and dragged["pose"]["legs"]["hip"] == dragged["pose"]["trunk"]["lean"]


def test_foot_that_does_not_reach_the_ground_is_told(desk: PoseDesk) -> None:
    said = desk.pose(asked(desk, {"shows": "", "right_leg": {"step": 100}})).said
    assert "does not reach the ground" in said["out_of_reach"] and "picture" not in said


def test_pose_begins_like_another(desk: PoseDesk) -> None:
    begun = desk.pose(asked(desk, {"shows": "A"}, act={"kind": "begin", "start": "On hands and knees"})).said
    assert begun["pose"]["trunk"]["lean"] > 60 and begun["pose"]["shows"] == "A"
    like = desk.pose(asked(desk, LOW, act={"kind": "begin", "of": ["rise-on-tiptoe", 1]})).said
    assert like["pose"] == {"shows": "Low."}, "the pose before it is that one"


def test_draft_is_looked_at_as_the_validator_and_the_page_would(desk: PoseDesk, file: Path) -> None:
    before = file.read_text("utf-8")
    tipped = desk.look(asked(desk, {"shows": "", "trunk": {"lean": 60}})).said
    whats = [each["what"] for each in tipped["problems"]]
    assert whats[0] == "shows nothing in words." and "nothing carries the body" in whats[1], whats
    assert tipped["problems"][1]["subject"].startswith("pose 3") and tipped["problems"][1]["tip"]
    mend = tipped["problems"][1]["mend"]
    assert mend["place"] == ["poses", 2]
    act = {"kind": "set", "numbers": mend["numbers"]}
    mended = desk.pose(asked(desk, {"shows": "Low.", "trunk": {"lean": 60}}, act=act)).said["pose"]
    assert desk.look(asked(desk, mended)).said["problems"] == [], "its tip can be followed at once"
    good = desk.look(asked(desk, {**LOW, "legs": {**LOW["legs"], "sole": 0, "toes": 0}})).said
    assert good["problems"] == []
    assert good["yaml"].splitlines()[0] == "        - shows: Low."
    assert len(good["pictures"]["poses"]) == 3 and "data-frames" in good["pictures"]["motion"]
    assert file.read_text("utf-8") == before, "a look writes nothing"


def test_sound_figure_is_written_and_what_was_written_is_said(desk: PoseDesk, file: Path) -> None:
    before = file.read_text("utf-8")
    pose = {**LOW, "legs": {**LOW["legs"], "sole": 0, "toes": 0}}
    assert desk.write(asked(desk, {**pose, "shows": ""})).status == 422 and file.read_text("utf-8") == before
    answer = desk.write(asked(desk, pose))
    first = file.read_text("utf-8").splitlines().index("        - shows: Low.") + 1
    assert answer.said["wrote"] == f"Lines {first} to {first + 3} of data/exercises.yaml."
    new = (
        "        - shows: Low.\n          trunk: {lean: 30}\n"
        "          legs: {hip: 106, knee: 114, sole: 0, toes: 0}\n          arms: {shoulder: 60}\n"
        "    source: own\n\nrout"
    )
    assert file.read_text("utf-8") == before.replace("    source: own\n\nrout", new, 1)


def test_file_that_was_changed_meanwhile_is_not_written_over(desk: PoseDesk, file: Path) -> None:
    mine = asked(desk, {**LOW, "legs": {**LOW["legs"], "sole": 0, "toes": 0}})
    changed = file.read_text("utf-8").replace("Up tall, down slow.", "Up, down.")
    file.write_text(changed, "utf-8")
    answer = desk.write(mine)
    assert answer.status == 409 and answer.said["changed"] and not answer.said["same"]
    assert file.read_text("utf-8") == changed
    assert desk.write({**mine, "fingerprint": answer.said["fingerprint"]}).status == 200
    assert "Up, down." in file.read_text("utf-8") and "shows: Low." in file.read_text("utf-8")
