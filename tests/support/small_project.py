"""Copies the project with two exercises in one routine, for tests that build it and do not mind how much it has."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from site_build import copy

SECOND = """\
  sit-down:
    name: Sit down
    instructions: [Sit down slowly.]
    dose: 2 x 8
    stop_signs: [Sharp pain.]

routines:
"""


def small_copy(root: Path, target: Path) -> Path:
    """What scripts/new begins with and an exercise more, in one language, with nothing published: its build takes half
    the time of one of the project's own data.
    """
    project = copy(root, target)
    data, content = project / "data", project / "content"
    records = (project / "scripts" / "starter" / "empty" / "exercises.yaml").read_text("utf-8")
    step = "      - exercise: rise-on-tiptoe\n"
    records = records.replace("routines:\n", SECOND).replace(step, f"{step}      - exercise: sit-down\n")
    (data / "exercises.yaml").write_text(records, "utf-8")
    (data / "published.txt").unlink(missing_ok=True)
    for file in (data / "site.yaml", content / "index.md"):
        text = re.sub("foot-and-hip(-short)?", "first-routine", file.read_text("utf-8"))
        file.write_text(re.sub("(?m)^(library|languages): .*\\n", "", text), "utf-8")
    for folder in (data / "languages", *content.glob("[a-z][a-z]")):
        shutil.rmtree(folder)
    return project
