"""Replaces every free text in the project's data by another text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import quick_yaml
from limber.dataset.shape import schemas

ALLOWED = (
    "w@ < b > c & d &amp e <3",
    "\" w@ \" 'single' \\ back ` tick",
    "[ w@ ] [x] (javascript:alert(1)) [y][z]",
    "c w@ { onclick=alert(1) .c #i }",
    "* w@ *a _b_ ~c~ ^d^ ==e== --f--",
    "| w@ | d | # h",
    "# h w@ - i + j > k",
    "${ w@ } $(x) %s {0} $`",
    "é w@ 🦶 مرحبا 足 limberslot0x",
    '" w@ onmouseover="alert(1)" x=\'',
    "' w@ onfocus='alert(1)' autofocus x=\"",
    "w@ javascript:alert(1)//" + "x" * 30,
)
"""What the rules let through: a plain text may hold any sign. `@` becomes a number, so that no two are the same."""
FORBIDDEN = (
    "<img src=x@ onerror=alert(1)>",
    "{{ @*7 }}",
    "{% raw %}@",
    "</script><script>alert(@)</script>",
    "<b>@</b> &lt;b&gt; &#60;",
    "</p></li><iframe src=//x@>",
    "<!--@",
)
"""What the rules stop. Pages must not rely on that."""
HARMLESS = ("word @",)
IMAGE = {"file": "images/foot.svg", "alt": "A foot", "author": "Somebody", "licence": "CC BY 4.0"}


def data(root: Path, texts: Sequence[str], with_programme: bool = False) -> dict[str, Any]:
    """The data of the project in `root` with `texts` in turn as its texts, each cut to the length that fits.

    With a programme, too, the site has pages that the real one may lack.
    """
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    found = quick_yaml.read(root / "data" / "exercises.yaml")
    for exercise in found["exercises"].values():
        exercise["images"] = [dict(IMAGE)]
    for routine in found["routines"].values():
        if "steps" in routine and not any("group" in each for each in routine["steps"]):
            routine["steps"] = _in_groups(routine["steps"])
    if with_programme and not found.get("programmes"):
        found["programmes"] = {"all-year": _programme(next(iter(found["routines"])))}
    numbers = count()

    def replaced(value: Any, shape: schemas.Schema) -> Any:
        shape = schemas.of_kind(shape, value, schema)
        if isinstance(value, dict):
            of = shape.get("properties", {})
            return {
                key: replaced(each, of[key] if key in of else shape["additionalProperties"])
                for key, each in value.items()
            }
        if isinstance(value, list):
            return [replaced(each, shape["items"]) for each in value]
        if not isinstance(value, str) or "enum" in shape or "pattern" in shape:
            return value
        number = next(numbers)
        return texts[number % len(texts)].replace("@", str(number))[: shape.get("x-fits", shape["maxLength"])].strip()

    hostile: dict[str, Any] = replaced(found, schema)
    for thing in hostile["equipment"].values():
        thing["name"] = thing["name"][:18].strip()  # all of them have to fit on one line of a card
    return hostile


def _programme(routine: str) -> dict[str, Any]:
    """A programme with each text that one can have."""
    sessions = [{"routine": routine, "days": ["monday"]}]
    return {
        "code": "zzzzz",
        "name": "All year",
        "short_name": "All year",
        "summary": "All year round.",
        "audience": "All",
        "care": ["Take care."],
        "stop_signs": ["Pain."],
        "phases": [
            {"name": "One", "until": "You can.", "sessions": sessions},
            {"name": "Two", "weeks": 1, "enter_when": ["You could."], "sessions": [{"routine": routine}]},
        ],
        "source": "own",
    }


def _in_groups(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps with a group among them, and with each text that a step can have."""
    first, second, third, *others = ({**each, "note": "Mind it.", "how_often": "Daily"} for each in steps)
    return [first, {"group": "Circuit", "rounds": 1, "steps": [second, third]}, *others]
