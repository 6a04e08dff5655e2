"""A plan's sheet and cards in the browser: built as those of a routine are, whatever the link holds."""

import re
from functools import partial
from itertools import count

import pytest

from plan_checks import checked
from plan_pages import opened
from printed import Printed

ROUTINE = "#1.tl.br.st.pl.cs.kt.sb"
CHANGED = "#1.tl.br2x45s.st.pl3x10-12r60o60h.cs2x45hr30l.kt.sb"
TEXTS = ".t=Evening-plan.n=Go-slowly"
SKELETON = """(part, [no]) => {
    const alike = {"svg.qr": "code", "img.qr": "code"};
    const of = (element) => {
        const classes = [...element.classList].filter((each) => !each.includes("__name--")); // of the size that fits
        const name = [element.localName, ...classes].join(".");
        if (alike[name]) return alike[name];
        const children = [...element.children].filter((each) => !each.matches(no)).map(of);
        return `${name}(${children.filter((each, at) => each !== children[at - 1]).join(" ")})`;
    };
    return of(part);
}"""  # what stands beside its like is told once: a dose has one amount or two


@pytest.fixture
def shown(page):
    """Shows a plan in the page, and waits for it."""
    return partial(opened, page)


@pytest.fixture
def on_paper(tmp_path):
    """Prints a page; what it gives is what was printed."""
    numbers = count()

    def on_paper(page):
        file = tmp_path / f"{next(numbers)}.pdf"
        page.pdf(path=file, format="A4", prefer_css_page_size=True)
        return Printed(file)

    return on_paper


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("sheets", (".cheat-sheet__head", ".cheat-sheet__step", ".cheat-sheet__source")),
        ("cards", (".routine-card", ".card-sheet")),
        ("cards/backs", (".card-back:not(.card-log)",)),
    ],
)
def test_a_plan_of_a_routine_is_built_as_its_own_page_is(shown, page, kind, parts):
    path = {"sheets": "sheet/", "cards": "cards/", "cards/backs": "cards/?backs"}[kind]
    kind, _, more = kind.partition("/")
    page.goto(f"{kind}/foot-and-hip/{more}")
    facts = ".cheat-sheet__for, .cheat-sheet__facts > :has(dd > span)"
    only = f"wbr, .card-facts svg, .core-mark, .routine-card__key, .cheat-sheet__cue, .cheat-sheet__signs, {facts}"
    # A plan has one dose and no notes, and its cards room for other facts; which they have to have is asked below.
    without = f"{only}, .routine-card__facts > div"

    def built(part):
        counted = "sheet__step" in part or kind == "cards"
        found = page.locator(part)
        return part, found.first.evaluate(SKELETON, [without]), counted and found.count()

    theirs = [built(part) for part in parts]
    shown(f"{path}{ROUTINE}")
    assert [built(part) for part in parts] == theirs


def test_a_plan_of_a_routine_needs_what_the_routine_needs(shown, page):
    page.goto("sheets/foot-and-hip/")
    kit = page.locator("dt:text-is('You need') + dd")
    needed = kit.inner_text()
    shown(f"sheet/{ROUTINE}")
    assert kit.inner_text() == needed


def test_a_card_says_what_the_routines_card_says_but_the_goal_and_the_notes(shown, page):
    page.goto("cards/foot-and-hip/")
    facts = [f"dt:text-is('{label}') + dd" for label in ("You need", "Feel it", "Stop if", "Not if")]
    parts = (":not(.card-log) > .routine-card__head", ".routine-card__steps", *facts, ".paper-address span:last-child")
    theirs = {part: page.locator(part).all_inner_texts() for part in parts}
    assert all(theirs.values())
    theirs[parts[0]] = [each.replace("• ", "") for each in theirs[parts[0]]]  # of a plan nothing is core
    shown(f"cards/{ROUTINE}")
    assert {part: page.locator(part).all_inner_texts() for part in parts} == theirs


def test_a_sheet_says_what_the_sender_chose(shown):
    page = shown(f"sheet/{CHANGED}{TEXTS}")
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Evening plan"]
    doses = [re.sub(r"\s+", " ", each) for each in page.locator(".paper-dose").all_inner_texts()]
    assert doses[1] == "2 × 45 s each foot"
    assert doses[3:5] == ["3 × 10–12 or 60 s hold each side, rest 60 s", "2 × 45 s hold left foot only, rest 30 s"]
    foot = page.locator("footer").inner_text()
    stop = page.locator(".cheat-sheet__stop").inner_text()
    assert stop == "Stop at once: Sharp pain, chest pain, dizziness, numbness, or a leg that gives way."
    assert (
        page.locator(".cheat-sheet__step")
        .nth(1)
        .locator(".cheat-sheet__signs")
        .inner_text()
        .startswith("Stop if: Sharp")
    )
    assert page.locator(".cheat-sheet__for b").all_inner_texts() == ["For", "Date", "How often"], "lines to write on"
    assert "Note from the sender. Go slowly" in foot
    assert "General information, not medical advice." in foot
    assert foot.count("Sarah Scozzaro") == 1
    assert "2 × 45 s each foot = 2 sets of 45 s on the right, then 2 sets of 45 s on the left." in foot.replace(
        "\u202f", " "
    )


def test_print_prints(shown):
    page = shown(f"sheet/{ROUTINE}")
    page.evaluate("window.print = () => { document.documentElement.dataset.printed = location.hash; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("document.documentElement.dataset.printed") == ROUTINE


@pytest.mark.parametrize("kind", ["sheet/", "sheet/?large", "cards/"])
def test_phone_and_dark_scheme_print_the_same(shown, page, on_paper, kind):
    page.set_viewport_size({"width": 1200, "height": 844})
    usual = on_paper(shown(f"{kind}{CHANGED}{TEXTS}")).sheets
    page.set_viewport_size({"width": 320, "height": 844})
    page.emulate_media(color_scheme="dark")
    shown(f"{kind}{CHANGED}{TEXTS}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert on_paper(page).sheets == usual


def test_codes_on_paper_lead_to_the_plan_and_to_its_exercises(shown, on_paper, site):
    sheet = on_paper(shown(f"sheet/{CHANGED}{TEXTS}"))
    assert sheet.codes == [[f"{site.address}plan/{checked(CHANGED).upper()}"]]
    cards = on_paper(shown("cards/#1.tl.br"))
    assert cards.codes == [[f"{site.address}e/br/", f"{site.address}e/tl/"]]


def test_a_plan_too_long_for_a_code_is_printed_without_one(shown):
    page = shown("sheet/#1" + ".pl3x10-12r60t2120o60hl.pl3x10-12r60t2120o60hr" * 15)
    assert "too long for a QR code" in page.get_by_role("status").inner_text()
    assert page.locator(".paper-qr, .paper-address").count() == 0
