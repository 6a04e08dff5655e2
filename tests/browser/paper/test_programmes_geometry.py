"""The eight programmes on paper: groups, long doses and rests lie inside what holds them, on both papers."""

import pytest

import eight_programmes
from paper_boxes import HELD, OUTSIDE

PAPER_WIDTH = {"A4": 745, "Letter": 768}  # CSS pixels between margins of 6.35 mm
IDS = sorted(eight_programmes.dataset()["routines"])


@pytest.fixture(scope="module")
def printed_page(browser, programmes_site):
    with browser.new_context(base_url=programmes_site.base_url, service_workers="block") as context:
        page = context.new_page()
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("id_", IDS)
def test_nothing_of_a_programme_is_clipped(printed_page, id_):
    for address in (f"sheets/{id_}/", f"sheets/{id_}/large/", f"cards/{id_}/"):
        printed_page.goto(address)
        for paper, width in PAPER_WIDTH.items():
            printed_page.set_viewport_size({"width": width, "height": 1000})
            assert printed_page.evaluate(OUTSIDE, HELD) == [], (address, paper)
