"""How empty printed sheets are: what of a page, within its margins, is further than 2.5 mm from any ink."""

import pytest

from tools.empty_paper import shares

CODES = ["tl", "br", "st", "pl", "cs", "kt", "sb", "tl", "br"]
PAGES = {
    "sheets/foot-and-hip/": 0.3,
    **{f"plan/sheet/#1.{'.'.join(CODES[:count])}": 0.3 for count in (5, 6, 7, 8, 9)},
}
"""The share at most."""


@pytest.mark.parametrize("address", PAGES)
def test_sheet_leaves_at_most_three_tenths_of_its_page_empty(page, tmp_path, address):
    page.goto(address)
    page.locator(".sheet .paper-poses img").first.wait_for()
    page.wait_for_load_state("networkidle")
    for paper in ("A4", "Letter"):
        page.pdf(path=tmp_path / f"{paper}.pdf", format=paper, prefer_css_page_size=True)
        (share,) = shares(tmp_path / f"{paper}.pdf")
        assert share <= PAGES[address], paper
