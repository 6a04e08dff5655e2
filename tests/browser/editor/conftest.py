"""The editor of scripts/serve, on a copy of the project with a new site's data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from preview_process import PATIENCE, Preview, previewing
from site_build import copy

STARTER = ("scripts", "starter", "empty")


@pytest.fixture(scope="package")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    project = copy(root, tmp_path_factory.mktemp("editor") / "limber")
    data = project / "data"
    data.joinpath("exercises.yaml").write_bytes(project.joinpath(*STARTER, "exercises.yaml").read_bytes())
    data.joinpath("published.txt").unlink()
    data.joinpath("site.yaml").write_text("name: Strong\n", "utf-8")
    project.joinpath("content", "index.md").write_text("# Strong\n", "utf-8")
    with previewing(project) as preview:
        yield preview


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1600}, reduced_motion="reduce", bypass_csp=True)
    context.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []
