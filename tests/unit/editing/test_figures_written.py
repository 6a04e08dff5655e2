"""A figure that is written into the file: what it says there, and that nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest

from limber.editing.figures import lines_of, with_figure
from limber.editing.layout import UnreadableError

TEXT = """\
exercises:
  squat:
    name: Squat # low
    dose: 3 x 10
    # about the figure
    figure:
      view: side
      poses:
        # first
        - shows: Standing.
          legs: {sole: 0} # level
        - shows: Low.
          legs: {knee: 90}
    faults:
      - fault: Heels up.
        fix: Sit back.
        # about how it looks
        figure:
          legs: {sole: -20}
      - fault: Knees in.
        fix: Push out.
  wall-sit: {name: Wall sit}
"""
FIGURE: dict[str, Any] = {
    "view": "side",
    "poses": [{"shows": "Standing.", "legs": {"sole": 0}}, {"shows": "Low.", "legs": {"knee": 90}}],
}
FAULT: dict[str, Any] = {"legs": {"sole": -20}}


def test_what_is_as_it_was_changes_no_byte() -> None:
    assert with_figure(TEXT, "squat", FIGURE, [FAULT, None]) == TEXT


def test_one_number_changes_one_line() -> None:
    figure = {**FIGURE, "poses": [FIGURE["poses"][0], {**FIGURE["poses"][1], "legs": {"knee": 110, "hip": 80}}]}
    written = with_figure(TEXT, "squat", figure, [FAULT, None])
    assert written == TEXT.replace("legs: {knee: 90}", "legs: {knee: 110, hip: 80}")
    lines = lines_of(TEXT, written, "squat", ("figure", "poses", 1))
    assert lines and (lines.first, lines.last) == (12, 13)
    assert lines.text == "        - shows: Low.\n          legs: {knee: 110, hip: 80}"


def test_new_keys_of_a_pose_stand_in_the_order_of_the_schema() -> None:
    pose = {"legs": {"sole": 0}, "trunk": {"lean": 5}, "moves": "head", "shows": "Standing."}
    written = with_figure(TEXT, "squat", {**FIGURE, "poses": [pose, *FIGURE["poses"][1:]]}, [FAULT, None])
    new = "Standing.\n          moves: head\n          trunk: {lean: 5}\n          legs: {sole: 0} # level\n"
    assert written == TEXT.replace("Standing.\n          legs: {sole: 0} # level\n", new)


def test_new_figure_has_a_line_for_each_key() -> None:
    wall = TEXT.replace("{name: Wall sit}", "\n    name: Wall sit\n    dose: 3 x 10\n").replace("sit: \n", "sit:\n")
    written = with_figure(wall, "wall-sit", {"poses": [{"legs": {"knee": 9}, "shows": "Low."}], "view": "side"}, [])
    new = "    figure:\n      view: side\n      poses:\n        - shows: Low.\n          legs: {knee: 9}\n    dose: 3"
    assert written == wall.replace("    dose: 3", new).replace(new, "    dose: 3", 1)


def test_look_of_a_fault_is_added_and_taken_out() -> None:
    looks = {"trunk": {"lean": 20}, "moves": "knees"}
    written = with_figure(TEXT, "squat", FIGURE, [None, looks])
    assert "sole: -20" not in written
    assert written.endswith(
        "        fix: Push out.\n        figure:\n          moves: knees\n          trunk: {lean: 20}\n"
        "  wall-sit: {name: Wall sit}\n"
    )
    lines = lines_of(TEXT, written, "squat", ("faults", 1, "figure"))
    assert lines and lines.text.startswith("        figure:\n          moves: knees")


LOST = "A comment stands between brackets in exercise squat, and would be lost. Change it in the file."


@pytest.mark.parametrize(
    ("text", "id_", "faults", "why"),
    [
        (TEXT, "lunge", [], "There is no exercise lunge in the file."),
        (TEXT, "squat", [None, None, FAULT], "The exercise has fewer faults now. Take what the file says."),
        (TEXT.replace("{knee: 90}", "{knee: 80, # low\n            hip: 5}"), "squat", [], LOST),
    ],
)
def test_what_could_be_lost_is_not_written(text: str, id_: str, faults: list[Any], why: str) -> None:
    with pytest.raises(UnreadableError) as told:
        with_figure(text, id_, FIGURE, faults)
    assert str(told.value) == why
