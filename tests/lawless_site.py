"""A site of texts that the rules on texts stop: a copy of the project without these rules, and hostile text in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

import hostile_data
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
    "]]><!--w@--!><base href=//x><style>*{display:none}</style>",
)
"""Each is stopped by a rule. `@` becomes a number that no other text has."""

LONG = "<i>{{ x }}</i>" * 714 + "</pre>"  # ten thousand characters and two
LONG_IN = ("setup", "precautions", "contraindications")  # what no paper has to hold


LAWFUL = "🦶🏽👩‍👩‍👧 w@ 🏳️‍🌈 é"


def made(root: Path, folder: Path, address: str) -> Path:
    """The folder with the built site, in `folder`."""
    project = copy(root, folder / "project")
    data = hostile_data.data(root, (*UNLAWFUL, LAWFUL))
    for exercise in data["exercises"].values():
        for key in LONG_IN:
            if isinstance(exercise[key], list):
                exercise[key][-1] = LONG
    # Escapes are the one way in: bare controls are stopped before YAML is read.
    (project / "data" / "exercises.yaml").write_text(yaml.safe_dump(data, sort_keys=False, width=10**6), "utf-8")
    image = project / "content" / hostile_data.IMAGE["file"]
    image.parent.mkdir(exist_ok=True)
    image.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    _without_rules(project)
    if (root / "node_modules").exists():
        (project / "node_modules").symlink_to(root / "node_modules")  # plans have a QR code, too
    said = build(project, folder / "site", address)
    assert (said.returncode, said.stdout) == (0, ""), said.stderr
    return folder / "site"


def _without_rules(project: Path) -> None:
    rules = project / "scripts" / "limber" / "rules.py"
    text, count = re.subn(r"    rules_texts\.\w+,\n", "", rules.read_text("utf-8"))
    assert count >= 4, "the rules on texts are asked one by one"
    rules.write_text(text, "utf-8")
    path = project / "data" / "exercises.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["$defs"]["text"]["maxLength"] = len(LONG)
    path.write_text(json.dumps(schema), "utf-8")
