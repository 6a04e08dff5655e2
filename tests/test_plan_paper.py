"""A plan's sheet and cards in the browser: built as those of a routine are, whatever the link holds."""

import re
from itertools import count

import pytest

from printed import Printed

pytestmark = pytest.mark.first_routine

ROUTINE = "#1.tl.br.st.pl.cs.kt.sb"
CHANGED = "#1.tl.br2x45s.st.pl3x10-12r60o60h.cs2x45hr30l.kt.sb"
TEXTS = ".t=Evening-plan.n=Go-slowly"
NOTICES = {
    "": "There is no plan in this address.",
    "#top": "This link holds no plan.",
    "#2.tl": "This link is of a newer kind",
    "#1": "This plan holds no exercise of this site.",
    "#1.zz": "One exercise is not on this site, so it is left out: “zz”.",
    f"#1.{'tl.' * 900}tl": "This link is too long to hold a plan.",
}
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
SKELETON = """(part, [no]) => {
    const alike = {"svg.qr": "code", "img.qr": "code"};
    const of = (element) => {
        const name = [element.localName, ...element.classList].join(".");
        if (alike[name]) return alike[name];
        const children = [...element.children].filter((each) => !each.matches(no)).map(of);
        return `${name}(${children.filter((each, at) => each !== children[at - 1]).join(" ")})`;
    };
    return of(part);
}"""  # what stands beside its like is told once: a dose has one amount or two


@pytest.fixture
def shown(new_page):
    """Opens a plan's page, and waits for what it shows."""

    def shown(address, what=".sheet", **options):
        page = new_page(**options)
        page.goto(f"plan/{address}")
        page.locator(what).first.wait_for()
        return page

    return shown


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
        ("sheets", (".cheat-sheet__head", ".cheat-sheet__days", ".cheat-sheet__step", ".cheat-sheet__source")),
        ("cards", (".routine-card", ".card-sheet")),
        ("cards/backs", (".card-back",)),
    ],
)
def test_a_plan_of_a_routine_is_built_as_its_own_page_is(shown, page, kind, parts):
    path = {"sheets": "sheet/", "cards": "cards/", "cards/backs": "cards/?backs"}[kind]
    kind, _, more = kind.partition("/")
    page.goto(f"{kind}/foot-and-hip/{more}")
    mine = shown(f"{path}{ROUTINE}")
    only = "wbr, .core-mark, .cheat-sheet__facts > div:has(dt:first-child + dd + dd), .cheat-sheet__facts > :first-child"
    for part in parts:
        theirs = page.locator(part).first.evaluate(SKELETON, [only])
        assert mine.locator(part).first.evaluate(SKELETON, [only]) == theirs
        if "sheet__step" in part or kind == "cards":
            assert mine.locator(part).count() == page.locator(part).count()


def test_a_plan_of_a_routine_needs_what_the_routine_needs(shown, page):
    page.goto("sheets/foot-and-hip/")
    kit = "dt:text-is('You need') + dd"
    assert shown(f"sheet/{ROUTINE}").locator(kit).inner_text() == page.locator(kit).inner_text()


def test_a_card_says_what_the_routines_card_says_but_the_goal(shown, page):
    page.goto("cards/foot-and-hip/")
    mine = shown(f"cards/{ROUTINE}")
    for part in (".routine-card__head", ".routine-card__steps", ".routine-card__facts", ".paper-address"):
        assert mine.locator(part).all_inner_texts() == page.locator(part).all_inner_texts()


def test_a_sheet_says_what_the_sender_chose(shown):
    page = shown(f"sheet/{CHANGED}{TEXTS}")
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Evening plan"]
    doses = [re.sub(r"\s+", " ", each) for each in page.locator(".paper-dose").all_inner_texts()]
    assert doses[1] == "2 × 45 s each foot"
    assert doses[3:5] == ["3 × 10–12 or 60 s hold each side, rest 60 s", "2 × 45 s hold left foot only, rest 30 s"]
    foot = page.locator("footer").inner_text()
    assert "Note from the sender. Go slowly" in foot
    assert "General information, not medical advice." in foot
    assert foot.count("Sarah Scozzaro") == 1
    assert "2 × 45 s each foot = 2 sets of 45 s on the right, then 2 sets of 45 s on the left." in foot.replace(
        "\u202f", " "
    )


@pytest.mark.parametrize("kind", ["sheet", "cards"])
@pytest.mark.parametrize("link", NOTICES)
def test_what_is_no_plan_is_told_with_a_way_out(shown, kind, link):
    page = shown(f"{kind}/{link}", "[data-notices] p")
    assert NOTICES[link] in page.get_by_role("status").inner_text()
    assert page.locator(".sheet").count() == 0
    assert page.get_by_role("button", name="Print").count() == 0
    assert page.get_by_role("link", name="Make a plan").evaluate("(way) => way.pathname") == "/plan/"


def test_exercises_that_are_there_are_printed_without_what_is_not(shown, on_paper):
    page = shown("sheet/#1.tl.xq.br9q")
    assert page.locator(".cheat-sheet__name").all_inner_texts() == ["Toe lifts and spreads", "Ball roll"]
    said = page.get_by_role("status").inner_text()
    assert "“xq”" in said
    assert "“br9q”" in said
    assert "xq" not in on_paper(page).text, "that is for the screen"


def test_records_that_cannot_be_had_are_told_and_can_be_asked_for_again(shown):
    page = shown("sheet/", "[data-notices] p")
    page.route("**/exercises/toe-lifts.json", lambda route: route.abort())
    page.evaluate("location.hash = '1.tl'")
    page.get_by_text("could not be loaded").wait_for()
    page.unroute("**/exercises/toe-lifts.json")
    page.get_by_role("button", name="Try again").click()
    page.locator(".sheet").wait_for()
    assert page.get_by_role("status").inner_text() == ""


def test_another_plan_in_the_address_is_shown_at_once(shown):
    page = shown("sheet/#1.tl.t=One")
    page.evaluate("location.hash = '1.br.t=Two'")
    page.get_by_role("heading", name="Two").wait_for()
    assert page.locator(".cheat-sheet__name").all_inner_texts() == ["Ball roll"]
    ways = page.get_by_role("navigation", name="This plan").get_by_role("link").evaluate_all(
        "(ways) => ways.map((way) => [way.textContent, way.href.split('/').slice(3).join('/')])"
    )
    assert dict(ways) == {
        "Plan": "plan/#1.br.t=Two",
        "Timer": "timer/#1.br.t=Two",
        "Large print": "plan/sheet/?large#1.br.t=Two",
        "Cards": "plan/cards/#1.br.t=Two",
        "Cards with backs": "plan/cards/?backs#1.br.t=Two",
    }


def test_print_prints(shown):
    page = shown(f"sheet/{ROUTINE}")
    page.evaluate("window.print = () => { document.documentElement.dataset.printed = location.hash; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("document.documentElement.dataset.printed") == ROUTINE


@pytest.mark.parametrize("kind", ["sheet/", "sheet/?large", "cards/"])
def test_phone_and_dark_scheme_print_the_same(shown, on_paper, kind):
    usual = on_paper(shown(f"{kind}{CHANGED}{TEXTS}", width=1200)).sheets
    for how in ({"width": 320}, {"width": 390, "scheme": "dark"}):
        page = shown(f"{kind}{CHANGED}{TEXTS}", **how)
        assert page.evaluate("document.documentElement.scrollWidth") <= how["width"]
        assert on_paper(page).sheets == usual


def test_codes_on_paper_lead_to_the_plan_and_to_its_exercises(shown, on_paper, site):
    sheet = on_paper(shown(f"sheet/{CHANGED}{TEXTS}"))
    assert sheet.codes == [[f"{site.address}plan/{CHANGED.upper()}"]]
    cards = on_paper(shown("cards/#1.tl.br"))
    assert cards.codes == [[f"{site.address}exercises/ball-roll/", f"{site.address}exercises/toe-lifts/"]]


def test_a_plan_too_long_for_a_code_is_printed_without_one(shown, on_paper):
    page = shown("sheet/#1" + ".pl3x10-12r60t2120o60hl" * 30)
    assert "too long for a QR code" in page.get_by_role("status").inner_text()
    assert page.locator(".paper-qr, .paper-address").count() == 0


def test_hostile_texts_stand_as_text(shown):
    escaped = "".join(f"%{byte:02X}" for byte in f"{HOSTILE}\u202e".encode())
    for kind in ("sheet", "cards"):
        page = shown(f"{kind}/#1.tl.t={escaped}.n={escaped}")
        assert page.locator("h1:visible").inner_text().endswith(HOSTILE[:60])
        assert page.locator("main script, main img[src=x]").count() == 0
        assert "\u202e" not in page.locator("main").inner_text()
    assert HOSTILE in shown(f"sheet/#1.tl.n={escaped}").locator("footer").inner_text()


def test_a_fragment_of_a_megabyte_is_told_as_too_long(shown):
    page = shown("sheet/#1.tl")
    page.evaluate("location.hash = '1.' + 'tl.'.repeat(350_000)")
    page.get_by_text("too long to hold a plan").wait_for()


def test_without_scripts_the_page_says_why_it_is_empty(new_page):
    page = new_page(javascript=False)
    page.goto(f"plan/sheet/{ROUTINE}")
    page.get_by_text("needs JavaScript to read it").wait_for()
    assert page.get_by_role("button", name="Print").count() == 0
