"""Generates the table of keys in CONTRIBUTING from the schema.

It stands between two markers there; the ranges of joints come from figures/body.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from limber.figures.body import RANGES

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "data" / "exercises.schema.json"
SITE_SCHEMA = ROOT / "data" / "site.schema.json"
GUIDE = ROOT / ".github" / "CONTRIBUTING.md"
MARKS = ("<!-- fields: made by scripts/generate -->\n", "<!-- end of fields -->\n")
TABLES = {
    "exercise": "Exercise",
    "need": "One thing in an exercise's `equipment`",
    "fault": "One of its `faults`",
    "figure": "Figure",
    "pose": "One of a figure's `poses`",
    "trunk_angles": "A pose's `trunk`",
    "leg_angles": "A pose's `legs`, `right_leg` and `left_leg`",
    "arm_angles": "A pose's `arms`, `right_arm` and `left_arm`",
    "foot_angles": "A pose's `foot`, in a close-up",
    "things": "A figure's `things`",
    "contacts": "A pose's `contacts`",
    "wrong_pose": "A fault's `figure`",
    "dose": "Dose: `dose.start` and `dose.goal`",
    "change": "One of its `changes`",
    "image": "One of its `images`",
    "video": "One of its `videos`",
    "routine": "Routine",
    "step": "One of a routine's `steps`, or of a group's",
    "group": "A group among a routine's `steps`",
    "programme": "Programme",
    "phase": "One of a programme's `phases`",
    "session": "One of a phase's `sessions`",
    "growth": "One of the `growth` of a session or a programme",
    "equipment": "Equipment",
    "source": "Source",
}


def table(schema: dict[str, Any]) -> str:
    """Markdown tables, one for each kind of record: key, whether it must be there, what it means."""
    kinds = schema["$defs"]
    parts = []
    for kind, title in TABLES.items():
        parts.append(f"### {title}\n\n| key | | what it says |\n|---|---|---|\n")
        parts += _rows(kind, kinds)
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n"


def site_table(schema: dict[str, Any]) -> str:
    """A Markdown table of the keys of data/site.yaml, those below another with its name in front."""
    rows = []
    for key, field in schema["properties"].items():
        for inner, each in (("", field), *((f".{name}", one) for name, one in field.get("properties", {}).items())):
            rows.append(f"| `{key}{inner}` | {each['description']} |\n")
    return f"### The site\n\n| key of `data/site.yaml` | what it says |\n|---|---|\n{''.join(rows)}"


def _rows(kind: str, kinds: dict[str, Any]) -> Iterator[str]:
    record = kinds[kind]
    for key, field in record["properties"].items():
        must = "required" if key in record.get("required", ()) else ""
        said = field.get("description") or kinds[field["$ref"].rsplit("/", 1)[-1]]["description"]
        choices = field.get("enum") or field.get("items", {}).get("enum") or ()
        listed = f" One of: {', '.join(choices)}." if choices and key != "ours" else ""
        yield f"| `{key}` | {must} | {said.replace('|', chr(92) + '|')}{listed}{_range(kind, key)} |\n"


def _range(kind: str, key: str) -> str:
    """The range of a joint, if the key is one."""
    joint = "arm_out" if (kind, key) == ("arm_angles", "out") else key
    if not kind.endswith("_angles") or joint not in RANGES:
        return ""
    least, most = RANGES[joint]
    return f" From {least} to {most}."


def content() -> str:
    """The guide with the current table."""
    before, rest = GUIDE.read_text("utf-8").split(MARKS[0])
    _, after = rest.split(MARKS[1])
    records, site = (json.loads(path.read_text("utf-8")) for path in (SCHEMA, SITE_SCHEMA))
    return f"{before}{MARKS[0]}\n{site_table(site)}\n{table(records)}\n{MARKS[1]}{after}"
