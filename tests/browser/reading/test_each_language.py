"""What one hears, prints, keeps and sends in each language that Limber comes with: whole, and in that language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import NamedTuple

import icalendar
import pytest
from playwright.sync_api import expect

from limber import wording
from limber.build_cache import BuildCache
from limber.dataset import parse
from limber.languages import catalogues
from limber.languages.language import Language
from limber.languages.messages import spoken_as
from limber.plain_text import plain
from page_kinds import plan, shown
from paper_boxes import CLIPPED, HELD, OUTSIDE
from paper_prints import Prints, collisions
from site_build import Site
from timer_driver import Timer

BELOW = {"de": "de/", "es": "es/", "fr": ""}
"""Where a language lies in its site: French is one of its own, with records in English."""
MARGIN = 8.0  # mm
A4 = (210.0, 297.0)  # mm
SPEAKS = """
window.spoken = [];
const voices = ["en-GB", "de-DE", "es-ES", "fr-FR"].map((lang) => ({ lang, localService: true, default: false }));
const speak = (words) => {
    spoken.push([words.text, words.lang, words.voice?.lang.slice(0, 2)]);
    setTimeout(() => words.onend?.(), 100);
};
Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => voices, speak, cancel: () => {} } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
localStorage.setItem("limber-timer-settings", JSON.stringify({ voice: true, tempo: "words" }));
"""


class Spoken(NamedTuple):
    """A language, and where it is spoken."""

    language: Language
    site: Site
    below: str

    def said(self, message, **values):
        """A message in the language."""
        with spoken_as(self.language):
            return wording.gettext(message, **values)

    def read(self, path):
        """What an API's file has of it."""
        return json.loads((self.site.folder / self.below / "api" / "v1" / path).read_text("utf-8"))


@pytest.fixture(scope="module", params=BELOW)
def spoken(request, root):
    """Each language in turn."""
    code = request.param
    site = request.getfixturevalue("french_site" if code == "fr" else "languages_site")
    return Spoken(catalogues.language(code, root / "overrides" / "languages", BuildCache()), site, BELOW[code])


@pytest.fixture(scope="module")
def whole(dataset):
    return next(each for each in dataset.routines.values() if not each.core_of)


def test_voice_asks_for_its_language_in_a_whole_run_and_for_that_of_a_name(new_page, spoken, dataset):
    short = next(each for each in dataset.routines.values() if each.core_of)
    page = new_page(spoken.site, locale=spoken.language.code)
    timer = Timer.with_clock(page)
    page.add_init_script(SPEAKS)
    page.goto(f"{spoken.below}timer/?routine={short.id}")
    timer.wait().press("main").run(600)
    expect(timer.stage.locator(".timer-end__ways > :visible").first).to_be_visible()
    said = [each for each in page.evaluate("spoken") if each[0].strip()]
    assert [each for each in said if each[1] != each[2]] == [], "each by a voice of its language"
    code = spoken.language.code
    names = {each["exercise"]["spoken_name"] for each in spoken.read(f"routines/{short.id}.json")["steps"]}
    assert {text for text, lang, _ in said if lang == "en"} == (names if code == "fr" else set())
    assert {lang for text, lang, _ in said if text not in names} == {code}
    assert len(said) > 3 * len(names)


PRINTED = {"de": ("sheet", "large", "backs", "plan", "plan-cards"), "es": ("large", "plan-cards")}
PRINTED["fr"] = ("sheet", "backs", "plan")
"""Of German, whose words are longest, all; of the others one of each pair alike."""


@pytest.fixture(scope="module")
def papers(whole, spoken):
    """Addresses of what is printed in a language, by name."""
    every = {
        "sheet": f"sheets/{whole.id}/",
        "large": f"sheets/{whole.id}/large/",
        "backs": f"cards/{whole.id}/backs/",
        "plan": f"plan/sheet/{plan(whole)}",
        "plan-cards": f"plan/cards/?backs{plan(whole)}",
    }
    return {name: every[name] for name in PRINTED[spoken.language.code]}


def test_paper_is_whole_and_its_codes_lead_to_the_language(browser, spoken, papers, once):
    code, (width, height) = spoken.language.code, A4
    begins = f"{spoken.site.address}{spoken.below}"
    addresses = {
        ("chromium", name, "A4"): f"{spoken.site.base_url}{spoken.below}{path}" for name, path in papers.items()
    }
    prints = Prints(f"paper-{code}", once, browser, addresses, shown=HELD)
    page = browser.new_page(viewport={"width": 745, "height": 900}, service_workers="block")
    page.emulate_media(media="print")
    for case, address in addresses.items():
        page.goto(address)
        page.locator(HELD).first.wait_for()
        page.evaluate("document.fonts.ready.then(() => null)")
        assert (page.evaluate(OUTSIDE, HELD), page.evaluate(CLIPPED, HELD)) == ([], []), case
        printed = prints[case]
        assert len(printed.sheets) == page.locator(".sheet, .card-sheet").count(), case
        assert [collisions(sheet) for sheet in printed.sheets] == [[]] * len(printed.sheets), case
        for number in range(len(printed.sheets)):
            left, top, right, bottom = printed.ink(number)
            assert min(left, top, width - right, height - bottom) >= MARGIN, case
        codes = [each for sheet in printed.codes for each in sheet]
        assert codes and {each.lower().startswith(begins) for each in codes} == {True}, codes
    page.close()


def test_calendar_files_say_it_in_the_language(new_page, spoken, whole):
    name = spoken.read(f"routines/{whole.id}.json")["name"]
    file = spoken.site.folder / spoken.below / "calendar" / f"{whole.id}.ics"
    (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    timer = f"{spoken.site.address}{spoken.below}timer/?routine={whole.id}"
    assert str(event["SUMMARY"]) == name
    assert plain(spoken.said("Start the timer: {address}", address=timer)) in event["DESCRIPTION"]
    first = spoken.read(f"routines/{whole.id}.json")["steps"][0]
    doses = spoken.said("{start} (goal: {goal})", start=first["start"]["words"], goal=first["goal"]["words"])
    assert plain(spoken.said("{name}: {dose}", name=first["exercise"]["name"], dose=doses)) in event["DESCRIPTION"]
    page = new_page(spoken.site, locale=spoken.language.code)
    shown(page, f"{spoken.below}plan/{plan(whole)}")
    page.get_by_text(spoken.said("More ways"), exact=True).click()
    page.get_by_role("button", name=spoken.said("Add to calendar")).click()
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name=spoken.said("Save calendar file")).click()
    (event,) = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert (str(event["SUMMARY"]), event["URL"]) == ("Week 1", f"{spoken.site.address}{spoken.below}plan/{plan(whole)}")
    assert own_dose(spoken.language, whole) in event["DESCRIPTION"]


def own_dose(language, whole):
    """The dose that the plan's first step has, in words."""
    of = replace(whole.steps[0].exercise, sides="left")
    with spoken_as(language):
        return plain(wording.dose(parse.dose({"sets": 3, "hold_seconds": 45, "rest_seconds": 30}), of))


def test_plan_that_was_written_in_german_has_the_same_doses_in_each_language(
    new_page, languages_site, french_site, root, whole
):
    german = new_page(languages_site, locale="de")
    shown(german, f"de/plan/?edit{plan(whole)}")
    german.get_by_label(re.compile("Titel")).first.fill("Woche zwei")
    german.wait_for_url(re.compile("t=Woche-zwei"))
    fragment = german.url.partition("#")[2]
    numbers = {}
    for code in ("en", *BELOW):
        page = new_page(french_site if code == "fr" else languages_site, locale=code)
        shown(page, f"{BELOW.get(code, '')}plan/#{fragment}")
        expect(page.locator("html")).to_have_attribute("lang", code)
        expect(page.get_by_role("heading", name="Woche zwei", level=1)).to_be_visible()
        language = catalogues.language(code, root / "overrides" / "languages", BuildCache())
        doses = [plain(" ".join(each.split())) for each in page.locator(".plan-step__dose").all_inner_texts()]
        assert own_dose(language, whole).replace(",", "") in doses[0].replace(",", "")
        numbers[code] = [re.findall(r"\d+", each) for each in doses]
        page.context.close()
    assert len(numbers["en"]) == len(whole.steps) and all(each == numbers["en"] for each in numbers.values())
