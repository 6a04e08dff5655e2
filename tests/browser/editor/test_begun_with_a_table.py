"""A site that was begun with a coach's table: it is shown while words are missing, and the form leads to each place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from imported import draft_of
from limber.dataset.load import load
from limber.imports.yaml_text import new_text
from preview_process import PATIENCE, Preview, previewing, until
from site_build import build, copy

TABLE = "exercise,sets,reps\nHeel raise,2,8\nSquat,3,10\nWall sit,1,\n"


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    project = copy(root, tmp_path / "limber")
    data = project / "data"
    data.joinpath("exercises.yaml").write_text(new_text(draft_of(TABLE, "legs")), "utf-8")
    data.joinpath("published.txt").unlink()
    data.joinpath("site.yaml").write_text("name: Strong\nfeatured: legs\n", "utf-8")
    project.joinpath("content", "index.md").write_text('# Strong\n\n{{ routine_hero("legs") }}\n', "utf-8")
    project.joinpath("content", "for-programs.md").write_text("# For programs\n", "utf-8")
    return project


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    with previewing(project) as preview:
        yield preview


def test_what_a_table_lacks_is_written_one_after_the_other(page: Page, preview: Preview, tmp_path: Path) -> None:
    assert "3 exercises are not written to the end" in preview.said and "missing" not in preview.said
    page.goto(preview.address)
    expect(page.get_by_role("main")).to_contain_text("3 × 10")
    expect(page.get_by_role("main")).to_contain_text("Not written yet.")
    assert build(preview.project, tmp_path / "site", "https://coach.example/").returncode != 0, (
        "a site is never published like that"
    )
    page.get_by_role("link", name="Write it").click()
    holes = page.get_by_role("listitem").filter(has_text="Still to write")
    expect(holes).to_have_text(
        [
            "Heel raiseStill to write: Steps, Stop at once",
            "SquatStill to write: Steps, Stop at once",
            re.compile("Wall sitStill to write: Steps, Stop at once"),
        ]
    )
    expect(page.get_by_text("To be mended in the file")).to_be_hidden()
    page.get_by_role("link", name="Heel raise").click()
    for name in ("Heel raise", "Squat", "Wall sit"):
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        if not page.get_by_label("Dose", exact=True).input_value():
            expect(page.get_by_label("Dose", exact=True)).to_be_focused()
            page.keyboard.type("30 s")
            page.keyboard.press("Tab")
        expect(page.get_by_label("Steps", exact=True)).to_be_focused()
        page.keyboard.type("Go down. Come up.")
        page.keyboard.press("Tab")
        page.keyboard.type("Sharp pain.")
        page.keyboard.press("Control+s")
        expect(page.locator("#told")).to_have_text(re.compile("^Saved"))
        if name != "Wall sit":
            page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Next to write")).to_have_count(0)
    until(lambda: "not written" not in preview.get()[1])
    load(preview.project / "data" / "exercises.yaml")  # which finds no problem: a site can be made of it


def test_the_form_opens_where_no_site_was_ever_built(page: Page, project: Path) -> None:
    (project / "content" / "index.md").write_text('{{ routine_hero("gone") }}\n', "utf-8")
    with previewing(project) as other:
        assert other.get()[0] == 503
        page.goto(other.address)
        page.get_by_role("link", name="in the form").click()
        expect(page.get_by_role("link", name="Heel raise")).to_be_visible()
        status, said = other.get("edit/frame/timer/")
        assert status == 503 and "could not be built" in said, "nobody is waited for who could make it"
