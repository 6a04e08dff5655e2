"""The data of a coach's own site that has all in which it can differ most from those that Limber comes with.

No sources and no changes; fourteen exercises in one routine; a photo here, a figure there, neither elsewhere; names
with apostrophes; one id for a thing and a routine; an address that was renamed; another name and other colours.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import media_files
import quick_yaml

NAMES = (
    "Farmer's carry",
    "Wall press-up",
    "Split squat",
    "Dead bug",
    "Bird dog",
    "Side plank",
    "Glute bridge",
    "Heel raise",
    "Band row",
    "Band pull-apart",
    "Squat to a chair",
    "Step up",
    "World's greatest stretch",
    "Shoulder roll",
)
PHOTO = {"file": "images/carry.jpg", "author": "Kim O'Hale", "licence": "CC BY 4.0"}
SITE = """\
name: Kim's strong knees
description: Strength at home, in half an hour
coach: {name: Kim O'Hale, credentials: PT}
colours: {brand: "#0b4f8a", accent: "#8a0b4f"}
featured: bands
"""


def write(project: Path) -> None:
    """Give a site that scripts/new has made these data, its photo, and a home page with its routine."""
    (project / "data" / "exercises.yaml").write_text(quick_yaml.written(_data(project), allow_unicode=True), "utf-8")
    (project / "data" / "site.yaml").write_text(SITE, "utf-8")
    home = project / "content" / "index.md"
    home.write_text(home.read_text("utf-8").replace("first-routine", "bands"), "utf-8")
    (project / "content" / "images").mkdir()
    (project / "content" / "images" / "carry.jpg").write_bytes(media_files.photo(800, 600))


def _data(project: Path) -> dict[str, Any]:
    exercises = {_id(name): _exercise(name) for name in NAMES}
    pattern = quick_yaml.read(project / "scripts" / "starter" / "empty" / "exercises.yaml")
    exercises["heel-raise"]["figure"] = pattern["exercises"]["rise-on-tiptoe"]["figure"]
    exercises["farmers-carry"] |= {
        "images": [{**PHOTO, "alt": "Upright, a bag in each hand."}],
        "old_ids": ["suitcase-carry"],
    }
    exercises["band-row"]["equipment"] = ["bands"]
    return {
        "equipment": {"bands": {"name": "Bands"}},
        "exercises": exercises,
        "routines": {
            "bands": {
                "name": "Kim's whole half hour",
                "old_ids": ["half-hour"],
                "steps": [_id(name) for name in NAMES],
            }
        },
    }


def _id(name: str) -> str:
    return name.lower().replace("'", "").replace(" ", "-")


def _exercise(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "instructions": ["Stand or lie as you were shown.", "Move slowly, and breathe."],
        "dose": "2 x 8",
        "stop_signs": ["Sharp pain."],
    }
