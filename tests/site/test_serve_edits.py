"""After any edit of words the preview shows what a build from nothing makes; each page is compared, byte by byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from limber.dataset.load import load
from preview_process import Preview, previewing, until
from site_build import build, copy

ADDED = re.compile(rb'\n*<script src="/livereload.js\?[^"]+" type="module"></script>\s*$')
STEP = "^      - exercise: "
Edit = Callable[[Path], None]


@pytest.fixture(scope="module")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(copy(root, tmp_path_factory.mktemp("edits") / "limber"), "https://coach.example/a/") as preview:
        yield preview


def in_data(old: str, new: str) -> Edit:
    """An edit of the data file; `old` is a pattern, of which the first place is taken."""

    def edit(project: Path) -> None:
        file = project / "data" / "exercises.yaml"
        text, count = re.subn(old, new, file.read_text("utf-8"), count=1, flags=re.DOTALL | re.MULTILINE)
        assert count
        file.write_text(text, "utf-8")

    return edit


def own_page(project: Path) -> None:
    """A coach writes a page of own prose at the address of the last exercise."""
    id_ = list(load(project / "data" / "exercises.yaml").exercises)[-1]
    folder = project / "content" / "exercises"
    folder.joinpath(f"{id_}.md").write_text(f'# My own\n\n{{{{ exercise("{id_}") }}}}\n', "utf-8")


def no_own_page(project: Path) -> None:
    """And thinks better of it."""
    id_ = list(load(project / "data" / "exercises.yaml").exercises)[-1]
    (project / "content" / "exercises" / f"{id_}.md").unlink()


def nothing_asked(project: Path) -> None:
    """Only the notes of a page."""
    file = project / "content" / "safety.md"
    file.write_text(file.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")


# The edits follow one another, so that each comes upon what those before it left in memory. Four at a time, of
# different records, before the pages are compared.
EDITS: dict[str, Edit] = {
    "a name": in_data(r"^    name: (\w)", r"    name: New \1"),
    "a routine's name": in_data(r"(^routines:\n.*?^    name: )(\w)", r"\1New \2"),
    "equipment": in_data(r"(^equipment:\n.*?^    name: \w+)", r"\1 so"),
    "own page": own_page,
    "a summary": in_data(r"(^exercises:\n.*^    summary: .*?)\.$", r"\1, slowly."),
    "no own page": no_own_page,
    "a content page": nothing_asked,
    "a step less": in_data(
        r"(^routines:.*)^      - exercise: (?:(?!^      - exercise:|^  \S).)*(?=^      - exercise:)", r"\1"
    ),
}


def test_what_is_shown_after_an_edit_is_what_a_build_from_nothing_makes(preview: Preview, tmp_path: Path) -> None:
    edits = list(EDITS)
    for some in (edits[:4], edits[4:]):
        for what in some:
            before = preview.said.count("Rebuilt")
            EDITS[what](preview.project)
            until(lambda before=before: preview.said.count("Rebuilt") > before or "Not rebuilt" in preview.said)  # type: ignore[misc]
            assert "Not rebuilt" not in preview.said, preview.said
        assert _differing(preview, tmp_path / some[0]) == [], some


def _differing(preview: Preview, target: Path) -> list[tuple[str, int]]:
    """The pages that are shown otherwise than a build from nothing makes them, with the status of the answer."""
    said = build(preview.project, target, preview.address, FIGURES="yes", LINK_IMAGES="no", OFFLINE="no")
    assert said.returncode == 0, said.stderr
    files = sorted(path for path in target.rglob("*") if path.is_file())
    other = []
    for path in files:
        name = path.relative_to(target).as_posix()
        if not name.startswith("assets/") and not name.endswith(".gz"):
            status, shown = preview.fetch(name.removesuffix("index.html"))
            if ADDED.sub(b"", shown).strip() != path.read_bytes().strip():
                other.append((name, status))
    return other
