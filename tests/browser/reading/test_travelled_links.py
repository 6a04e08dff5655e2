"""Links that travelled, in a browser: led on from the lost page, read all the same, or told of as cut or changed."""

import re

import pytest
from playwright.sync_api import expect

from page_kinds import shown
from plan_checks import checked
from plan_pages import opened
from timer_driver import Timer

LINK = checked("#1.tl.br2x45s.pl3x10r60l")
CUT = LINK[: LINK.index("r60l")]  # what a mail program left of it
LOST_ITS_END = "This link lost its end: 3 exercises are here, the last perhaps with half its dose"

# Where the host has no such page: what was asked for, where one is then, and what is seen there.
LED = [
    (f"plan/%23{LINK[1:]}?fbclid=IwAR0", f"plan/{LINK}", "h2 >> text=Pelvic list"),
    (f"plan/{LINK[1:].replace('.', '%2E')}", f"plan/{LINK}", "h2 >> text=Pelvic list"),
    (f"plan/sheet/%3Flarge%2523{LINK[1:]}", f"plan/sheet/?large{LINK}", ".paper--large >> nth=0"),
    ("timer/%3Froutine%3Dfoot-and-hip", "timer/?routine=foot-and-hip", ".timer-stage [data-part=title]"),
    ("exercises/calf-stretch/%23print", "exercises/calf-stretch/", "h1 >> text=Calf stretch"),
    ("Exercises/Calf-Stretch).", "exercises/calf-stretch/", "h1 >> text=Calf stretch"),
    ("sheets/Foot-And-Hip*", "sheets/foot-and-hip/", ".cheat-sheet"),
]
# Where the page is there: what was asked for, and what the address says then.
MENDED = [
    (f"plan/?{LINK[1:]}", f"plan/{LINK}", "h2 >> text=Pelvic list"),
    (f"plan/#{LINK[1:].replace('.', '.%0D%0A')}&utm_source=mail", f"plan/{LINK}", "h2 >> text=Pelvic list"),
    (f"plan/cards/?Backs#{LINK[1:]}?fbclid=1", f"plan/cards/?backs{LINK}", ".routine-card >> nth=0"),
    (f"timer/??{LINK[1:]}", f"timer/{LINK}", ".timer-stage [data-part=title]"),
    (
        "timer/?Routine=Foot-And-Hip&amp;from=calf-stretch).",
        "timer/?routine=foot-and-hip&from=calf-stretch",
        ".timer-stage [data-part=title]",
    ),
    ("exercises/?Region=Foot.&amp;have=wall)", "exercises/?region=foot&have=wall", "summary:has-text('Body: 1')"),
]


@pytest.mark.parametrize(("came", "address", "seen"), LED)
def test_lost_page_leads_on_from_an_address_that_was_damaged(page, site, came, address, seen):
    page.goto("")
    page.goto(came)
    page.wait_for_url(site.base_url + address)
    page.locator(seen).wait_for()
    page.go_back()
    page.wait_for_url(site.base_url)


def test_lost_page_of_a_site_in_a_folder_leads_on_within_it(new_page, subpath_site):
    page = new_page(of=subpath_site)
    page.goto(f"Plan/%23{LINK[1:]}")
    page.wait_for_url(f"{subpath_site.base_url}plan/{LINK}")


@pytest.mark.parametrize("came", ["plan/evil.example/%231.tl", "wp-login%23x", "plan/javascript:alert(1)%23x"])
def test_lost_page_stays_where_nothing_of_the_site_was_meant(page, site, came):
    page.goto(came)
    page.get_by_role("status").wait_for()
    assert page.url == site.base_url + came


def test_doubled_slash_is_taken_out_before_anything_is_missed(browser, site):
    page = browser.new_page(base_url=site.base_url, service_workers="block")
    page.goto(f"plan//{LINK}")
    page.wait_for_url(f"{site.base_url}plan/{LINK}")
    page.get_by_role("heading", name="Pelvic list").wait_for()
    page.close()


@pytest.mark.parametrize(("came", "address", "seen"), MENDED)
def test_page_reads_an_address_that_was_damaged(page, site, came, address, seen):
    shown(page, came)
    page.wait_for_url(site.base_url + address)
    page.locator(seen).wait_for()
    assert page.get_by_text("This link").count() == 0, "nothing is missing, so nothing is told"


def test_place_that_caught_a_full_stop_is_scrolled_to(page, site):
    page.goto("safety/#While-You-Move).")
    page.wait_for_url(f"{site.base_url}safety/#while-you-move")
    assert page.evaluate("document.querySelector(':target').id") == "while-you-move"


def test_cut_link_says_so_wherever_it_is_opened(page):
    opened(page, CUT, "[data-view=reading]:visible")
    assert page.locator("h1").inner_text() == "Incomplete: Your plan"
    notice = page.locator("[data-view=reading] .plan__notices")
    assert notice.inner_text().startswith(LOST_ITS_END)
    assert "ask the sender to send it again" in notice.inner_text()
    ways = page.locator("[data-view=reading] a[data-plan-href], .plan-outputs a[data-plan-href]").evaluate_all(
        "(all) => all.map(({ hash }) => hash)"
    )
    assert set(ways) == {CUT}, "nothing that is made of it passes for whole"


def test_cut_link_is_marked_in_the_timer(new_page):
    timer = Timer.with_clock(new_page()).open(CUT)
    expect(timer.stage.locator("[data-part=title]")).to_have_text("Incomplete: Your plan")
    assert timer.notes[0].startswith(LOST_ITS_END)


def test_cut_link_is_marked_on_paper_and_has_no_code(page):
    opened(page, f"sheet/{CUT}")
    page.emulate_media(media="print")
    assert page.locator(".cheat-sheet__warning").inner_text().startswith(LOST_ITS_END)
    assert page.locator(".cheat-sheet h1").inner_text() == "Incomplete: Your plan"
    assert page.locator(".cheat-sheet .qr").count() == 0
    opened(page, f"cards/{CUT}", ".routine-card")
    marked = page.locator(".routine-card", has=page.locator("dt", has_text="Beware"))
    assert (marked.count(), page.locator(".routine-card").count()) == (3, 3)


def test_whole_link_is_marked_nowhere(page):
    opened(page, f"sheet/{LINK}")
    assert page.get_by_role("status").inner_text() == ""
    assert page.locator(".cheat-sheet__warning").count() == 0
    assert page.locator(".cheat-sheet .qr").count() == 1


def test_changed_link_says_that_it_is_not_as_it_was_sent(page):
    shown(page, f"plan/{LINK.replace('3x10', '3x16')}")
    assert page.locator("h1").inner_text() == "Not as sent: Your plan"
    assert "was changed on its way" in page.locator("[data-view=reading] .plan__notices").inner_text()


def test_timer_names_the_routine_that_is_nearest(browser, site):
    page = browser.new_page(base_url=site.base_url, service_workers="block")
    page.goto("timer/?routine=foot-and-hop")
    page.locator("[data-part=problem]", has_text="There is no routine “foot-and-hop” here.").wait_for()
    page.get_by_role("link", name="Did you mean Foot and hip").click()
    page.wait_for_url(re.compile(r"\?routine=foot-and-hip$"))
    page.goto("timer/?exercise=zebra")
    assert page.get_by_role("link", name="See all exercises").get_attribute("href") == f"{site.base_url}exercises/"
    page.close()
