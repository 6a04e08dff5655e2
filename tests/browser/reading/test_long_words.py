"""Names of one long word, on a phone 320 pixels wide: no page scrolls sideways, and nothing of the word is cut off."""

from __future__ import annotations

import re

import pytest

from page_kinds import addresses, shown

WORD = "Oberschenkelrueckseitenmuskulaturdehnung"
assert len(WORD) == 40

# The page's own width, and each text with the word in it that runs out of the screen.
CUT = """(word) => {
  const HIDDEN = ".visually-hidden, .timer-stage__quiet";
  const width = document.documentElement.clientWidth;
  const wide = [document.documentElement.scrollWidth, document.body.scrollWidth].filter((each) => each > width);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cut = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const { parentElement: around } = text;
    if (!text.data.includes(word) || !around.checkVisibility() || around.closest(HIDDEN)) continue;
    range.selectNodeContents(text);
    const { left, right, height } = range.getBoundingClientRect();
    if (height > 1 && right > left && (right > width + 1 || left < -1)) cut.push(text.data);
  }
  return [...wide, ...cut];
}"""

# The width of a page that scrolls sideways, and each word of ordinary length that is cut in two. This browser knows no
# syllables.
BROKEN = """() => {
  const width = document.documentElement.clientWidth;
  const broken = [document.documentElement.scrollWidth].filter((each) => each > width);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const { parentElement: around } = text;
    if (!around.checkVisibility() || around.closest("code, .visually-hidden, .timer-stage__quiet")) continue;
    for (const { 0: word, index } of text.data.matchAll(/(?<!\\p{L})\\p{L}{2,14}(?!\\p{L})/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
    }
  }
  return broken;
}"""


@pytest.fixture
def page(new_page, dataset):
    """A phone on which an exercise and a routine are called by one long word: on pages and in records alike."""
    page = new_page(width=320)
    routine = next(each for each in dataset.routines.values() if not each.core_of)
    exercise = routine.steps[0].exercise
    names = sorted({exercise.name, exercise.short_name, routine.name, routine.short_name}, key=len, reverse=True)

    def renamed(route):
        answer = route.fetch()
        body = answer.text()
        for name in names:
            body = body.replace(name, WORD)
        return route.fulfill(response=answer, body=body)

    page.route(re.compile(r"(/|\.json|\.txt)([?#].*)?$"), renamed)  # documents, and what scripts read
    return page


def test_pages_fit_the_screen(page, dataset):
    routine = next(each for each in dataset.routines.values() if not each.core_of)
    code, id_ = routine.steps[0].exercise.code, routine.steps[0].exercise.id
    link = f"#1.{code}.t={WORD}"
    pages = [
        "",
        f"exercises/{id_}/",
        "exercises/",
        f"routines/{routine.id}/",
        "routines/",
        "links/",
        "timer/",
        f"cards/{routine.id}/",
        f"sheets/{routine.id}/",
        f"sheets/{routine.id}/large/",
        f"plan/{link}",
        f"plan/?edit{link}",
        f"plan/sheet/{link}",
        f"plan/cards/{link}",
    ]
    for address in pages:
        shown(page, address)
        page.get_by_text(WORD).first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(CUT, WORD) == [], address


def test_timer_fits_the_screen_before_and_while_it_runs_and_in_its_list(page, dataset):
    routine = next(each for each in dataset.routines.values() if not each.core_of)
    for address in (f"timer/?routine={routine.id}", f"timer/#1.{routine.steps[0].exercise.code}"):
        shown(page, address)
        page.locator(".timer-stage__steps").get_by_text(WORD).first.wait_for()
        assert page.evaluate(CUT, WORD) == [], f"{address}: before"
        page.locator("[data-action=main]").click()
        page.locator("h2[data-part=name]").get_by_text(WORD).wait_for()
        assert page.evaluate(CUT, WORD) == [], f"{address}: running"
        page.locator("[data-action=list]").click()
        page.get_by_role("dialog").get_by_text(WORD).wait_for()
        assert page.evaluate(CUT, WORD) == [], f"{address}: list"


def test_words_of_german_pages_stay_whole_on_a_small_phone(new_page, languages_site, dataset):
    page = new_page(languages_site, width=320)
    for kind, address in addresses(dataset).items():
        shown(page, f"de/{address}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(BROKEN) == [], kind
    shown(page, f"de/timer/?routine={next(iter(dataset.routines))}")
    page.locator("[data-action=settings]").click()
    page.get_by_role("dialog").wait_for()
    assert page.evaluate(BROKEN) == [], "settings"


@pytest.mark.parametrize("code", ["de", "es"])
def test_links_to_the_main_pages_have_one_row_on_a_phone(new_page, languages_site, code):
    page = new_page(languages_site)
    for address in (f"{code}/", f"{code}/plan/"):
        shown(page, address)
        tops = page.locator("nav").first.locator("a").evaluate_all("all => all.map((each) => each.offsetTop)")
        assert len(tops) == 5 and len(set(tops)) == 1, address
