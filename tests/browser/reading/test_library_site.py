"""The library's pages in a browser: all can read them, they are light, and a record is found and taken."""

from __future__ import annotations

import gzip

import pytest
import yaml
from playwright.sync_api import expect

from page_checks import AXE, RULES, TOO_WIDE
from page_kinds import shown


@pytest.fixture
def page(new_page, library_site):
    return new_page(library_site)


@pytest.mark.parametrize("path", ["", "exercises/", "exercises/heel-raise/", "routines/"])
def test_page_is_accessible_and_as_wide_as_the_screen(page, root, path):
    shown(page, path)
    page.evaluate((root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(TOO_WIDE) == []
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(AXE, rules) == []


def test_every_page_of_an_exercise_or_routine_keeps_its_budget(page, root, library, library_site):
    """What a page loads beside itself is the same for all: it is weighed once, and with the largest page."""
    allowed = yaml.safe_load((root / "tests" / "budgets.yaml").read_text("utf-8"))["reading"]["bytes"]
    own = {
        path: len(gzip.compress((library_site.folder / path / "index.html").read_bytes(), 9))
        for table in ("exercises", "routines", "programmes")
        for path in (f"{table}/{id_}/" for id_ in getattr(library, table))
    }
    heaviest = max(own, key=lambda path: own[path])
    came = {}
    page.on("requestfinished", lambda asked: came.setdefault(asked.url, len(gzip.compress(asked.response().body(), 9))))
    shown(page, heaviest)
    page.wait_for_load_state("networkidle")
    assert sum(size for url, size in came.items() if not url.endswith("favicon.svg")) <= allowed, (heaviest, came)


def test_the_command_that_takes_a_record_is_copied(page):
    shown(page, "exercises/heel-raise/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy this command").click()
    page.locator(".take-record [role=status]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "scripts/add heel-raise"


def test_an_exercise_is_found_by_another_name(page, library):
    """By the search, among the links, and for a plan."""
    it = library.exercises["heel-raise"]
    name = it.also_called[0]
    shown(page, "exercises/")
    page.get_by_role("button", name="Search").click()
    page.locator(".search-dialog input").fill(name)
    page.locator(f"dialog a[href*='/exercises/{it.id}/']").first.wait_for()
    shown(page, "links/")
    page.get_by_label("Find a link").fill(name)
    page.locator(".link-list__item a", has_text=it.name).first.wait_for()
    shown(page, "plan/?edit")
    page.locator("[name=find]").fill(name)
    expect(page.locator("[data-part=names] b", has_text=it.name).first).to_be_visible()
