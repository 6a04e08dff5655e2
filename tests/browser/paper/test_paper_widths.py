"""Letters that are wider than usual: a text of them fits its paper in a real browser, or is refused by a rule."""

from __future__ import annotations

import re
from html import escape

import pytest

from compiled_components import components_in
from limber.paper.layout import POINT, lines
from limber.paper.measure import Measure
from limber.paper.printing import Printing
from paper_boxes import CLIPPED, HELD, OUTSIDE
from style_sheets import whole
from wide_texts import KINDS, filled, fullest, problems

SIGNS = "Begin with the start dose; when two sessions in a row feel well-known, add 10–12 s (or 2 × 5 reps → 3 × 5)."
LET_THROUGH = [
    *((3, kind) for kind in ("usual", "one word of W", "Chinese")),
    *((7, kind) for kind in ("W", "compounds", "Russian")),
    *((12, kind) for kind in KINDS),
]
"""Numbers of exercises with kinds of letters: all of these where there is least room, some where rows are higher."""
COLUMNS = ((67, 8), (76.6, 8), (117, 9.5), (90, 14), (186, 8))  # mm, points


@pytest.fixture(scope="module")
def paper_page(browser, root):
    """Shows what components render as it is printed."""
    page = browser.new_context(viewport={"width": 745, "height": 1000}, service_workers="block").new_page()
    page.emulate_media(media="print")
    styles = whole(root / "overrides" / "styles" / "paper.css")

    def shown(body):
        page.set_content(
            f'<!doctype html><style>{styles}</style><body class="paper-page" data-md-color-scheme="default">{body}'
        )
        return page

    yield shown
    page.context.close()


@pytest.mark.parametrize("kind", [*KINDS, "signs"])
def test_text_takes_no_more_lines_than_reckoned(paper_page, kind):
    texts = [(KINDS | {"signs": SIGNS})[kind][:length] for length in (40, 79, 120, 211)]
    cells = [(text, width, size, bold) for bold in (False, True) for text in texts for width, size in COLUMNS]
    page = paper_page(
        '<div class="paper">'
        + "".join(
            f'<p style="width: {width}mm; font-size: {size}pt; font-weight: {700 if bold else 400}">{escape(text)}</p>'
            for text, width, size, bold in cells
        )
    )
    heights = page.evaluate("[...document.querySelectorAll('p')].map((each) => each.getBoundingClientRect().height)")
    measured = [
        round(high / 96 * 25.4 / (1.22 * size * POINT)) for high, (_, _, size, _) in zip(heights, cells, strict=True)
    ]
    reckoned = [lines(*cell) for cell in cells]
    short = [(cell, of, at) for cell, of, at in zip(cells, reckoned, measured, strict=True) if of < at]
    assert short == []
    if kind not in ("Chinese", "Russian"):  # of which only the widest letters are known
        half = len(cells) // 2
        for weight in (slice(half), slice(half, None)):
            assert sum(reckoned[weight]) <= 1.15 * sum(measured[weight])


@pytest.mark.parametrize(("count", "kind"), LET_THROUGH)
def test_what_the_rules_let_through_is_not_clipped(paper_page, root, dataset, count, kind):
    _, wide = fullest(dataset, kind, count)
    printing = Printing(wide, "https://coach.example/physio/limber/")
    components = components_in(root / "overrides" / "components", wide, paper=printing)
    assert len(printing.layout(wide.routines["wide"]).sheets) == 1
    for name, more in (("cheat_sheet", ()), ("cheat_sheet", (True,)), ("routine_cards", (True,))):
        page = paper_page(components.render(name, "../../", "wide", *more))
        assert page.locator(".sheet").count() > 0
        assert (page.evaluate(OUTSIDE, HELD), page.evaluate(CLIPPED, HELD)) == ([], []), name


@pytest.mark.parametrize("kind", KINDS)
def test_title_on_further_sheets_takes_no_more_room_than_reckoned(paper_page, root, dataset, kind):
    wide = filled(dataset, kind, 7, 1)
    printing = Printing(wide, "https://coach.example/physio/limber/")
    components = components_in(root / "overrides" / "components", wide, paper=printing)
    page = paper_page(components.render("cheat_sheet", "../../", "wide", True))
    routine = wide.routines["wide"]
    reckoned = Measure(printing.texts(routine), "", printing.layout(routine, True).style).goes_on / 25.4 * 96
    heights = page.evaluate(
        "[...document.querySelectorAll('.cheat-sheet__goes-on')].map((each) => [each.scrollHeight, each.offsetHeight])"
    )
    assert heights
    assert all(text <= box <= reckoned + 1 for text, box in heights), (heights, reckoned)


def test_texts_of_one_wide_word_are_refused_with_what_to_shorten(dataset):
    said = problems(filled(dataset, "one word of W", 12, 1))
    assert said
    assert all(re.fullmatch(r"Shorten it by [1-9]\d*\.", problem.tip) for problem in said), said


@pytest.mark.parametrize("kind", ["usual", "W", "m", "capitals", "compounds", "Russian"])
def test_texts_of_words_are_not_refused_however_wide_their_letters(dataset, kind):
    """They fit in smaller type, or without the steps: see above."""
    assert problems(filled(dataset, kind, 12, 1)) == []
