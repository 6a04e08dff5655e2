"""What tests of the timer share: one that a file opens once, since opening it takes longer than most tests."""

import pytest

from timer_driver import Timer


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
