"""What lies around the sheets on a screen looks like the site's other pages."""

import pytest


@pytest.fixture
def font(page):
    """The fonts that a page asks for outside its sheets."""

    def font(address):
        page.goto(address)
        return page.evaluate("getComputedStyle(document.body).fontFamily")

    return font


@pytest.mark.parametrize("address", ["plan/cards/", "plan/sheet/"])
def test_a_plan_on_paper_has_the_font_of_the_plan(font, address):
    assert font(address) == font("plan/")


def test_pages_for_paper_have_the_font_of_the_timer(font, dataset):
    routine = next(iter(dataset.routines))
    assert {font(f"{kind}/{routine}/") for kind in ("cards", "sheets")} == {font("timer/")}
