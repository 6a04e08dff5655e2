"""The plan and all paper in other languages: nothing is fixed in code but what the data and the coach say."""

import pytest

import fixed_words

PLAN = "#1.tl.br2x45s.st-l.pl3x10-12r60o60h.cs2x45hr30l.kt.sb.t=Zebra.n=Quagga"
OWN = {"zebra", "quagga", "zz", "mon", "tue", "wed", "thu", "fri", "sat", "sun"}


@pytest.fixture(scope="module")
def known(root):
    """What pages say that is no code's."""
    return fixed_words.of_site(root) | OWN


@pytest.mark.parametrize(
    ("address", "what"),
    [
        (f"plan/{PLAN}", ".plan-step"),
        ("plan/#1c.tl.zz.br2q", ".plan__notices li"),
        ("plan/#1.zz", "[data-part=why]"),
        (f"plan/sheet/{PLAN}", ".sheet"),
        (f"plan/cards/?backs{PLAN}", ".card-sheet"),
        ("sheets/foot-and-hip/", ".sheet"),
        ("sheets/foot-and-hip/large/", ".sheet"),
        ("cards/foot-and-hip/backs/", ".card-sheet"),
    ],
)
def test_no_text_of_a_plan_or_of_paper_is_fixed_in_code(page_of, longer_site, known, address, what):
    page = page_of(longer_site)
    page.goto(address)
    page.locator(what).first.wait_for()
    assert fixed_words.fixed_words(page.content(), known) == []


def test_no_text_of_the_editor_is_fixed_in_code(page_of, longer_site, known):
    page = page_of(longer_site)
    page.goto(f"plan/?edit{PLAN}")
    page.locator(".plan-fields").first.wait_for()
    said = page.locator("[data-part=said]")
    told = page.content()
    for press in ("[data-part=names] button", "[data-undo]", "[data-do=down]", "[data-do=remove]", "[data-clear]"):
        before = said.text_content()
        page.locator(press).first.click()
        page.wait_for_function(
            "before => document.querySelector('[data-part=said]').textContent !== before", arg=before
        )
        told += page.content()
    assert fixed_words.fixed_words(told, known) == []
