"""What tests of the timer share: one that a file opens once, since opening it takes longer than most tests."""

import pytest

from site_build import build, copy, serving
from timer_driver import Timer

ADDRESS = "https://coach.example/physio/limber/"
WEEK = """---
title: My week
description: What my runners do on two days of the week.
---

# My week

On Monday:

{{ interval_timer("foot-and-hip") }}

On Thursday:

{{ interval_timer("foot-and-hip-short", "goal") }}
"""
MORNING = """---
title: Morning
description: What I do in the morning.
---

# Morning

{{ interval_timer("foot-and-hip", level="goal") }}

Then have breakfast.
"""


@pytest.fixture(scope="session")
def own_pages_site(root, once):
    """The site with pages of a coach's own: one that holds two timers, and one with a timer that lies far down."""

    def make(folder):
        project = copy(root, folder / "project")
        for path, text in (("weeks/week.md", WEEK), ("routines/notes/morning.md", MORNING)):
            page = project / "content" / path
            page.parent.mkdir(parents=True)
            page.write_text(text, "utf-8")
        said = build(project, folder / "site", ADDRESS)
        assert (said.returncode, said.stdout, said.stderr) == (0, "", "")

    with serving(once("own-pages", make) / "site", ADDRESS) as site:
        yield site


@pytest.fixture(scope="module")
def file_timer(file_page):
    """A timer under a clock that stands still, in the page of a file."""
    return Timer.with_clock(file_page)


@pytest.fixture
def timer(file_timer):
    """The same, which forgets what a test did. What cannot be taken back, such as its devices, needs `new_page`."""
    if file_timer.stage.is_visible():
        file_timer.forget()
    yield file_timer
    file_timer.forget().look_as_usual()


@pytest.fixture
def begun(file_timer):
    """The first routine, begun at this moment, or once more where a test before has begun it and left it running."""
    if file_timer.stage.is_visible():
        yield file_timer.press("list").press("restart")
    else:
        yield file_timer.open().press("main")
    file_timer.look_as_usual()
    if not file_timer.page.locator(".timer-stage[data-mode=running]:not(:has(dialog[open]))").count():
        file_timer.forget()
