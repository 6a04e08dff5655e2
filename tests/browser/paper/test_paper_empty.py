"""How empty printed sheets are: what of a page, within its margins, is further than 2.5 mm from any ink."""

import pytest

from tools.empty_paper import shares

CODES = ["tl", "br", "st", "pl", "cs", "kt", "sb", "tl", "br"]
PAPERS = {
    "sheets/foot-and-hip/": ("A4", "Letter"),
    **{
        f"plan/sheet/#1.{'.'.join(CODES[:count])}": papers
        for count, papers in {5: ["A4"], 6: ["Letter"], 7: ["A4", "Letter"], 8: ["A4"], 9: ["Letter"]}.items()
    },
}
"""What each address is printed on."""
MOST = 0.3


@pytest.mark.parametrize("address", PAPERS)
def test_sheet_leaves_at_most_three_tenths_of_its_page_empty(page, tmp_path, address):
    page.goto(address)
    page.locator(".sheet .paper-poses img").first.wait_for()
    page.wait_for_load_state("networkidle")
    for paper in PAPERS[address]:
        page.pdf(path=tmp_path / f"{paper}.pdf", format=paper, prefer_css_page_size=True)
        (share,) = shares(tmp_path / f"{paper}.pdf")
        assert share <= MOST, paper
