"""Pages made from records: what MkDocs knows of them, and the frame that they share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from limber.dataset.load import load
from limber.model.nouns import Dataset
from site_build import build, files_of, surroundings
from small_project import small_copy

ADDRESS = "https://coach.example/physio/limber/"
WITHOUT_SHELLS = """
class PageShells:
    def __init__(self, environment):
        self.environment = environment

    def page(self, folder, context):
        return self.environment.get_template("main.html").render(context)
"""
"""The same pages, each rendered whole by the theme."""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    return small_copy(root, tmp_path / "project")


@pytest.fixture
def dataset(project: Path) -> Dataset:
    """Its records."""
    return load(project / "data" / "exercises.yaml")


def edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def files(project: Path) -> dict[str, bytes]:
    """All that a build writes."""
    said = build(project, project / "site", ADDRESS)
    assert said.returncode == 0, said.stderr
    return files_of(project / "site")


def test_a_page_in_a_shared_frame_is_the_page_that_the_theme_makes(project: Path, dataset: Dataset) -> None:
    """Also where the head of each page leads to one of them, which no other page shares its frame with."""
    edit(project, "mkdocs.yml", "  - Timer: timer.md\n", f"  - One: exercises/{list(dataset.exercises)[-1]}.md\n")
    edit(project, "mkdocs.yml", "  /cards/\n", "  /cards/\n  /timer.md\n")
    framed = files(project)
    project.joinpath("scripts", "limber", "site", "page_shell.py").write_text(WITHOUT_SHELLS, "utf-8")
    alone = files(project)
    assert framed.keys() == alone.keys()
    assert [path for path in framed if framed[path] != alone[path]] == []
    assert b"limber-page-placeholder" not in b"".join(framed.values())


def test_a_link_from_content_to_a_record_is_minded(project: Path, dataset: Dataset) -> None:
    id_ = next(iter(dataset.exercises))
    edit(project, "content/safety.md", "# ", f"[Here](exercises/{id_}.md) and [there](exercises/no-{id_}.md)\n\n# ")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(project / "site")]
    said = subprocess.run(command, cwd=project, env=surroundings(), capture_output=True, text=True)
    assert said.returncode == 1
    assert f"contains a link 'exercises/no-{id_}.md'" in said.stderr
    assert f"contains a link 'exercises/{id_}.md'" not in said.stderr
