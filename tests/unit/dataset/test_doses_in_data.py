"""Each dose that has words may stand in the data: those of the guide, and those of the vectors."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from golden_datasets import GOLDEN, ROOT, made
from limber.dataset.load import load
from limber.dataset.problem import DatasetError

VECTORS = json.loads((ROOT / "tests" / "vectors" / "wider-doses.json").read_text("utf-8"))
GUIDE = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
ROWS = re.findall(r"^\| \S.*? \| `(\{.+\})` \|$", GUIDE, re.MULTILINE)
BANDS = ["yellow", "red", "green", "blue", "black"]


def doses() -> list[tuple[Any, str, list[str]]]:
    """Each dose with the laterality and the directions of its exercise."""
    of_guide = [(yaml.safe_load(written), "bilateral", []) for written in ROWS]
    of_vectors = [
        (each["dose"], each["laterality"], each.get("directions", [])) for each in VECTORS["doses"] if _agrees(**each)
    ]
    return [*of_guide, *of_vectors]


def _agrees(dose: Any, laterality: str, **_: Any) -> bool:
    """Whether an exercise of this laterality may have the dose; the others are told of by a rule of their own."""
    turns = laterality == "alternating" and "hold_seconds" in dose and "reps" not in dose
    return not turns and not ("side_order" in dose and laterality != "unilateral")


@pytest.fixture(scope="module")
def records() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((GOLDEN / "sound" / "all.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize(("dose", "laterality", "directions"), doses(), ids=lambda it: json.dumps(it)[:80])
def test_dose_may_stand_in_the_data(
    tmp_path: Path, records: dict[str, Any], dose: Any, laterality: str, directions: list[str]
) -> None:
    """At an exercise with bands, as start and as goal: nothing is wrong, but that one may be too long for paper."""
    plain = records["exercises"]["push-up"]
    change = [{"switch": "Change sides."}] if laterality == "unilateral" else []
    exercise = {
        **plain,
        "instructions": [*plain["instructions"], *change],
        "laterality": laterality,
        "equipment": [*plain["equipment"], {"item": "band", "need": "required"}],
        "dose": {"start": dose, "goal": deepcopy(dose)},
        **({"directions": directions} if directions else {}),
    }
    band = {"name": "Exercise band", "description": "Flat.", "household": False, "bands": BANDS}
    things = {"band": band, **records["equipment"]}
    data = {**records, "equipment": things, "exercises": {**records["exercises"], "push-up": exercise}}
    file = made(tmp_path, yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000))
    try:
        found = load(file).exercises["push-up"]
    except DatasetError as problems:
        assert ["lines of the cheat sheet" in each.what for each in problems.problems] == [True]
        return
    assert found.start == found.goal
    assert (found.start.alternative is not None) == ("or" in dose)


def test_the_guide_and_the_vectors_have_many_doses() -> None:
    assert len(ROWS) >= 20
    assert len(VECTORS["doses"]) >= 60
