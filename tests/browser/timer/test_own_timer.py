"""A timer in a coach's own page, far down: the routine as a list until a script takes over, and for those without."""

import pytest

from site_build import build, copy, serving
from site_links import broken

ADDRESS = "https://coach.example/physio/"
PAGE = """---
title: Morning
description: What I do in the morning.
---

# Morning

{{ interval_timer("foot-and-hip", level="goal") }}

Then have breakfast.
"""


@pytest.fixture(scope="module")
def own_site(root, once):
    """The site with that page."""

    def make(folder):
        project = copy(root, folder / "project")
        page = project / "content" / "routines" / "notes" / "morning.md"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE, "utf-8")
        said = build(project, folder / "site", ADDRESS)
        assert (said.returncode, said.stdout, said.stderr) == (0, "", "")

    with serving(once("own-timer", make) / "site", ADDRESS) as site:
        yield site


def test_own_timer_finds_its_routine_and_breaks_no_link(own_site):
    timer = own_site.pages["routines/notes/morning/"].one("interval-timer")
    assert timer.attributes["data-level"] == "goal"
    assert timer.attributes["data-src"] == "../../../api/v1/routines/foot-and-hip.json"
    assert (own_site.folder / "api/v1/routines/foot-and-hip.json").is_file()
    assert broken(own_site) == []


def test_own_timer_without_script_is_the_routine_as_a_list(new_page, own_site, dataset):
    page = new_page(of=own_site, javascript=False)
    page.goto("routines/notes/morning/")
    listed = page.locator("interval-timer ol > li a")
    assert all(each.is_visible() for each in listed.all())
    names = [step.exercise.short_name for step in dataset.routines["foot-and-hip"].steps]
    assert listed.all_inner_texts() == names
    assert [each for each in page.locator("interval-timer :is(button, input)").all() if each.is_visible()] == []
    page.get_by_role("link", name="in the timer").click()
    page.wait_for_url("**/physio/timer/?routine=foot-and-hip&level=goal")
