"""Builds a site of hostile texts from a copy of the project without the rules on texts."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import hostile_data
import quick_yaml
from once import Once
from site_build import build, copy

UNLAWFUL = (
    "<b>w@</b> &lt;b&gt; <img src=x onerror=alert(1)>",
    "{{ w@ * 7 }}{{ 7*7 }} {% raw %}",
    "</script>w@<script>alert(1)</script>",
    "</p></li>w@<iframe src=//x>",
    "w@<!--",
    "\u202ew@ {{ config }} \u2066\u2069 \u200b\x07",
    "<svg/onload=a()>w@ <i>",
    "${w@}`'\"><a href=javascript:alert(1)>",
    "{: onclick=a(w@) } {.c} ![x](y) {% include 'x' %}",
    "w@\r\nEND:VCALENDAR\u2028BEGIN:VEVENT",
    "]]><!--w@--!><base href=//x><style>*{display:none}</style>",
)
"""Each is stopped by a rule. `@` becomes a number that no other text has."""

LONG = "w@ " + "<i>{{ x }}</i> 🦶\u202e{% y %}'\"&amp;" * 330 + "</pre>"
"""Ten thousand characters and more, which stand in every text of one record of each kind."""
ON_SHEETS = frozenset(
    [
        "equipment name",
        "exercises cues",
        "exercises short_name",
        "routines how_often",
        "routines moving_on",
        "routines name",
        "routines stop_signs",
        "sources author",
        "sources publisher",
        "sources title",
        "steps group",
        "steps how_often",
        "steps note",
    ]
)
"""But for what a sheet of paper has to hold."""

LAWFUL = "🦶🏽👩‍👩‍👧 w@ 🏳️‍🌈 é"


ADDRESS = "https://coach.example/"
LEAVE_OUT = """

def _asks_no_text(rule):
    return rule.__module__.rpartition(".")[2] not in ("texts", "sides", "paper", "widths")


RULES = tuple(filter(_asks_no_text, RULES))
MODEL_RULES = tuple(filter(_asks_no_text, MODEL_RULES))
"""
"""What stands at the end of the rules, so that those on texts and on paper are not asked."""


def made(root: Path, once: Once) -> tuple[Path, dict[str, Any]]:
    """The folder with the built site, and its data."""
    folder = once("unvalidated", partial(_make, root))
    data = quick_yaml.read(folder / "project" / "data" / "exercises.yaml")
    return folder / "site", data


def _make(root: Path, folder: Path) -> None:
    project = copy(root, folder / "project")
    _without_rules(project)
    data = hostile_data.data(root, (*UNLAWFUL, LAWFUL))
    long = hostile_data.data(project, (LONG,))
    for table, records in data.items():
        if not isinstance(records, dict):
            continue
        first = next(iter(records))
        records[first] = {
            key: _longer(f"{table} {key}", each, long[table][first][key]) for key, each in records[first].items()
        }
    # Escapes are the one way in: bare controls are stopped before YAML is read.
    (project / "data" / "exercises.yaml").write_text(quick_yaml.written(data, width=10**6), "utf-8")
    image = project / "content" / hostile_data.IMAGE["file"]
    image.parent.mkdir(exist_ok=True)
    image.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    if (root / "node_modules").exists():
        (project / "node_modules").symlink_to(root / "node_modules")  # plans have a QR code, too
    said = build(project, folder / "site", ADDRESS)
    assert (said.returncode, said.stdout) == (0, ""), said.stderr


def _longer(of: str, value: Any, long: Any) -> Any:
    """The long texts in place of these, but for what stands on sheets; `of` names the record and its key."""
    if of in ON_SHEETS:
        return value
    if of.endswith(" steps"):
        pairs = zip(value, long, strict=True)
        return [{key: _longer(f"steps {key}", each, at[key]) for key, each in step.items()} for step, at in pairs]
    return long


def _without_rules(project: Path) -> None:
    with (project / "scripts" / "limber" / "dataset" / "rules" / "registry.py").open("a", encoding="utf-8") as registry:
        registry.write(LEAVE_OUT)
    path = project / "data" / "exercises.schema.json"
    path.write_text(json.dumps(_with_room(json.loads(path.read_text("utf-8")))), "utf-8")


def _with_room(schema: Any) -> Any:
    """The schema with texts of any length."""
    if isinstance(schema, list):
        return [_with_room(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: len(LONG) + 9 if key in ("maxLength", "x-fits") else _with_room(each) for key, each in schema.items()}
