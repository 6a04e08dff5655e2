"""One grid on all cards of a set: what each of them has stands at the same height on each, in front and on the back."""

import pytest

from longest_texts import COUNTS, routine_id

PAPERS = {"A4": (745, 1123), "Letter": (768, 1056)}  # CSS pixels: within margins, and the height of the paper
HALF = 0.5  # mm: what nobody sees
PLAN = "plan/cards/?backs#1.tl.br.st.pl.cs.kt.sb"
PLACES = """(parts) => [...document.querySelectorAll(".routine-card, .card-back:not(.card-log)")].map((card) => {
    const from = card.getBoundingClientRect().top;
    const at = (name) => card.querySelector(name)?.getBoundingClientRect() ?? {top: from, bottom: from};
    return parts.flatMap((part) => [at(part).top - from, at(part).bottom - from].map((y) => y / 96 * 25.4));
})"""
ROWS = """() => [...document.querySelectorAll(".card-back:not(.card-log)")].map((card) =>
    [...card.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect().height / 96 * 25.4))"""


@pytest.fixture
def printed(request, page_of):
    """Shows a page as it is printed, on one paper after the other."""

    def printed(address, site="site"):
        shown = page_of(request.getfixturevalue(site))
        shown.goto(address)
        shown.locator(".routine-card .paper-poses").first.wait_for()
        shown.emulate_media(media="print")
        for width, height in PAPERS.values():
            shown.set_viewport_size({"width": width, "height": height})
            yield shown

    return printed


@pytest.mark.parametrize("address", ["cards/foot-and-hip/", "plan/cards/#1.tl.br.st.pl.cs.kt.sb"])
def test_gaps_around_figure_dose_steps_code_and_bar_are_the_same_on_all_cards(printed, address):
    parts = [".paper-poses", ".routine-card__dose", ".routine-card__steps", ".paper-qr", ".routine-card__stop"]
    for page in printed(address):
        cards = page.evaluate(PLACES, [*parts, ".paper-address"])
        assert len(cards) == 7
        for figure, below, dose, end_of_dose, steps, _, code, end_of_code, bar, _, _, end in cards:
            assert below - figure >= 39.9 and figure == pytest.approx(cards[0][0], abs=HALF)
            gaps = [dose - below, steps - end_of_dose, code - end_of_dose, bar - end_of_code]
            assert gaps == pytest.approx([2, 2.8, 0, 1.8], abs=HALF), page.viewport_size
            assert end == pytest.approx(cards[0][-1], abs=HALF), "the address at the foot"


@pytest.mark.parametrize("address", ["cards/foot-and-hip/backs/", PLAN])
def test_log_begins_at_the_same_height_on_all_backs(printed, address):
    for page in printed(address):
        page.locator(".routine-card").evaluate_all("(cards) => cards.forEach((card) => card.remove())")
        first, *others = page.evaluate(PLACES, ["table"])
        assert len(others) == 6
        for other in others:
            assert other == pytest.approx(first, abs=HALF), page.viewport_size


@pytest.mark.parametrize("count", [3, 5])
def test_rows_of_a_log_are_equally_high_with_room_to_write_whatever_stands_above_them(printed, count):
    assert count in COUNTS
    for page in printed(f"cards/{routine_id(count)}/backs/", "long_site"):
        rows = page.evaluate(ROWS)
        assert len(rows) == count
        for row in rows:
            assert len(row) == 8
            assert max(row) - min(row) < 0.05 and min(row) >= 4.5, (page.viewport_size, row)
    logs = [each.inner_text().split() for each in page.locator(".card-log thead").all()]
    columns = ["Date", *map(str, range(1, count + 1)), "How", "it", "felt"]
    assert logs == [columns] * 2, "a log of all exercises in the first place that is left, on both sides"
