"""The library's pages in a browser: all can read them, they are light, and a record is found and taken."""

from __future__ import annotations

import gzip
import re
from itertools import chain

import pytest
import yaml
from playwright.sync_api import expect

import printers
from limber.paper.texts import MOST_FAULTS
from page_checks import TOO_WIDE, barriers
from page_kinds import shown
from paper_boxes import HELD, OUTSIDE
from printed import Printed, squeezed


@pytest.fixture
def page(page_of, library_site):
    return page_of(library_site)


@pytest.mark.parametrize("path", ["", "exercises/", "exercises/heel-raise/", "routines/"])
def test_page_is_accessible_and_as_wide_as_the_screen(page, root, path):
    shown(page, path)
    page.evaluate((root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    page.set_viewport_size({"width": 320, "height": 844})
    assert page.evaluate(TOO_WIDE) == []
    assert barriers(page, (320, 1280)) == []
    assert page.evaluate(TOO_WIDE) == [], "at the second width"


LISTS = ("", "exercises/", "routines/", "equipment/", "links/", "safety/", "for-programs/")
PAPER = ("sheets/*/", "sheets/*/large/", "cards/*/", "cards/*/backs/", "programmes/*/sheet/")
SENDING = re.compile(r"/plan-outputs\.(js|css)$|^plan/outputs\.txt$")
"""What sends a plan, which comes after all that is seen of it."""
BUDGETS = {
    **dict.fromkeys((*LISTS, "exercises/*/", "routines/*/"), "reading"),
    "programmes/*/": "programme",
    **dict.fromkeys(PAPER, "paper"),
    "plan/": "editor",
}


@pytest.mark.parametrize(("kind", "budget"), BUDGETS.items())
def test_heaviest_page_of_each_kind_keeps_its_budget(new_page, root, library_site, kind, budget):
    """What a page of a kind loads beside itself is the same for all: it is weighed with the largest page.

    Paper asks for two figures of each exercise, however many there are.
    """
    allowed = yaml.safe_load((root / "tests" / "budgets.yaml").read_text("utf-8"))[budget]
    pages = library_site.folder.glob(f"{kind}index.html")
    heaviest = max(pages, key=lambda file: len(gzip.compress(file.read_bytes(), 9))).parent
    page = new_page(library_site)
    came = set()
    page.on("requestfinished", lambda asked: came.add(library_site.path_of(asked.url)))
    shown(page, heaviest.relative_to(library_site.folder).as_posix().removeprefix(".") + "/" * bool(kind))
    page.wait_for_load_state("networkidle")
    sizes = {path: library_site.weight(path) for path in came if not path.endswith("favicon.svg")}
    assert sum(sizes.values()) <= allowed["bytes"], sizes
    asked = [path for path in sizes if "figures/" not in path and not SENDING.search(path)]
    assert len(asked) <= allowed["requests"], sizes


@pytest.mark.parametrize("kind", ["exercises/", "equipment/", "links/", "programmes/*/"])
def test_figures_far_down_are_drawn_as_the_first_once_they_come_near(page, library_site, kind):
    """Nothing moves when one comes."""
    file = next(library_site.folder.glob(f"{kind}index.html"))
    shown(page, f"{file.parent.relative_to(library_site.folder).as_posix()}/")
    place = page.locator(
        "li .figure-thumb[data-small-figure], td .figure-thumb[data-small-figure]"
    ).last.element_handle()
    size = "it => [it.offsetWidth, it.offsetHeight]"
    before = place.evaluate(size)
    place.evaluate("it => it.scrollIntoView()")
    page.wait_for_function("it => it.querySelector('svg.figure-thumb__picture [class]')", arg=place)
    assert place.evaluate(size) == before


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_paper_has_all_pictures_of_a_page_of_which_only_the_first_view_was_seen(page, library_site, tmp_path, engine):
    """It is printed again when all have come: nothing is there then that was not at first.

    What draws them is the same on each page, and Firefox, which takes longest, prints two.
    """
    prints = {}
    for kind in ("exercises/", "programmes/*/", *(("equipment/", "links/") if engine == "chromium" else ())):
        path = next(library_site.folder.glob(f"{kind}index.html")).parent.relative_to(library_site.folder).as_posix()
        files = [tmp_path / f"{path.replace('/', '-')}-{name}.pdf" for name in ("first", "again")]
        prints[kind] = [printers.Job(f"{library_site.base_url}{path}/", "A4", file) for file in files]
    each_kind = list(prints.values())
    for jobs in each_kind if engine == "chromium" else [[*chain(*each_kind)]]:  # Firefox takes longest to begin
        printers.print_all(engine, page, jobs)
        if engine == "chromium":  # which prints this page
            assert page.locator("[data-small-figure]").count() == 0, jobs[0].address
    pictures = {
        kind: [[sheet.tobytes() for sheet in Printed(each.file).pictures()] for each in pair]
        for kind, pair in prints.items()
    }
    assert [kind for kind, (first, again) in pictures.items() if first != again] == []


def test_page_without_scripts_has_all_figures_and_links(browser, library_site, library):
    page = browser.new_page(base_url=library_site.base_url, java_script_enabled=False)
    page.goto("exercises/")
    assert page.locator(".exercise-list__item > a").count() == len(library.exercises)
    assert page.locator(".figure-thumb > svg, .figure-thumb > noscript > img").count() == len(library.exercises)
    page.close()


def test_an_exercise_is_found_in_the_list_by_another_of_its_names(page, library):
    page.goto("exercises/")
    wanted = next(each for each in library.exercises.values() if each.also_called)
    field, found = page.get_by_role("searchbox", name="Find by name"), page.locator(".exercise-list__item > a")
    field.fill(wanted.also_called[0].upper())
    expect(found).to_have_text([wanted.short_name])
    page.reload()
    expect(found).to_have_text([wanted.short_name])
    field.fill("no such thing")
    expect(found).to_have_count(0)
    expect(page.get_by_text("No exercise fits.")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(found).to_have_count(len(library.exercises))
    expect(field).to_be_focused()


def test_heads_by_area_of_the_body_say_how_many_fit_and_the_row_above_leads_to_each(page, library):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("exercises/")
    heads, links = (
        page.locator("exercise-list h2"),
        page.get_by_role("navigation", name="Part of the body").get_by_role("link"),
    )
    expect(heads.first).to_have_text(re.compile(r"^Feet and lower legs\s13$"))
    assert sum(int(each.split()[-1]) for each in heads.all_inner_texts()) == len(library.exercises)
    assert heads.all_inner_texts() == links.all_inner_texts()
    links.nth(2).click()
    row = page.get_by_role("navigation", name="Part of the body").bounding_box()
    head = heads.nth(2).bounding_box()
    assert row["y"] == 0 and row["height"] <= head["y"] < 200, "it stands below the row, which stays in sight"
    page.goto("exercises/?region=neck")
    necks = [each for each in library.exercises.values() if "neck" in each.regions]
    expect(page.locator(".exercise-list__item")).to_have_count(len(necks))
    assert heads.filter(visible=True).all_inner_texts() == links.filter(visible=True).all_inner_texts()
    assert sum(int(each.split()[-1]) for each in links.filter(visible=True).all_inner_texts()) == len(necks)


def test_nothing_moves_on_the_home_page_when_its_search_can_open(new_page, library_site):
    page = new_page(library_site)
    held = []
    page.route("**/reading/main*.js", lambda route: held.append(route))
    with page.expect_request("**/reading/main*.js"):
        page.goto("", wait_until="commit")
    parts = page.get_by_role("list", name="Part of the body")
    expect(parts).to_be_visible()
    before = parts.bounding_box()
    held.pop().continue_()
    expect(page.get_by_role("button", name="Search exercises")).to_be_visible()
    assert parts.bounding_box() == before


def test_home_page_leads_to_the_search_and_to_the_exercises_for_a_part_of_the_body(page, library):
    page.goto("")
    page.get_by_role("button", name="Search exercises").click()
    expect(page.locator(".search-dialog input")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Calf", exact=True).click()
    calves = [each for each in library.exercises.values() if "calf" in each.regions]
    expect(page.locator(".exercise-list__item")).to_have_count(len(calves))
    page.goto("")
    chips = page.get_by_role("list", name="Part of the body").get_by_role("link")
    page.set_viewport_size({"width": 390, "height": 844})
    assert max(each.bounding_box()["x"] + each.bounding_box()["width"] for each in chips.all()) <= 390, (
        "all are in sight"
    )
    page.get_by_role("link", name="Make a plan").first.click()
    expect(page).to_have_url(re.compile("/plan/"))


def test_an_exercise_of_many_words_is_printed_on_one_sheet(page, tmp_path, library):
    def said(it):
        faults = [text for each in it.faults for text in (each.fault, each.fix)]
        return len(" ".join([*it.setup, *it.instructions, *faults, *it.easier, *it.precautions]))

    file = tmp_path / "handout.pdf"
    for exercise in sorted(library.exercises.values(), key=said)[-5:]:
        shown(page, f"exercises/{exercise.id}/")
        for paper in ("A4", "Letter"):
            page.pdf(path=file, format=paper, prefer_css_page_size=True)
            printed = Printed(file)
            assert len(printed.sheets) == 1, (exercise.id, paper)
            assert squeezed("scripts/add") not in printed.text


def test_cards_hold_what_stands_on_them_and_backs_show_the_faults_that_are_drawn(page, library):
    page.emulate_media(media="print")
    for routine in library.routines.values():
        shown(page, f"cards/{routine.id}/backs/")
        for paper, width, height in (("A4", 745, 1123), ("Letter", 768, 1056)):
            page.set_viewport_size({"width": width, "height": height})
            out = page.evaluate(OUTSIDE, HELD)
            out = [each for each in out if not each.startswith("<svg viewBox")]  # one beside two lines
            assert out == [], (routine.id, paper)
        drawn = [fault for step in routine.steps for fault in step.exercise.faults[:MOST_FAULTS] if fault.figure]
        assert page.locator(".card-facts__fault svg").count() == len(drawn)


def test_the_command_that_takes_a_record_is_copied(page):
    shown(page, "exercises/heel-raise/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("Take it", exact=True).click()
    page.get_by_role("button", name="Copy this command").click()
    page.locator(".take-record [role=status]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "scripts/add heel-raise"


def test_an_exercise_is_found_by_another_name(page, library):
    """By the search, among the links, and for a plan."""
    it = library.exercises["heel-raise"]
    name = it.also_called[0]
    shown(page, "exercises/")
    page.get_by_role("button", name="Search").click()
    page.locator(".search-dialog input").fill(name)
    page.locator(f"dialog a[href*='/exercises/{it.id}/']").first.wait_for()
    shown(page, "links/")
    page.get_by_label("Find a link").fill(name)
    page.locator(".link-list__item a", has_text=it.name).first.wait_for()
    shown(page, "plan/?edit")
    page.locator("[name=find]").fill(name)
    expect(page.locator("[data-part=names] b", has_text=it.name).first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_phases_of_one_list_have_their_start_beside_their_name_and_its_weeks_stay_in_sight(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    shown(page, "programmes/runner-strength-in-eight-weeks/")
    phase = page.locator(".programme__phase").first
    names, starts = phase.get_by_role("heading", level=2), phase.get_by_role("link", name="Start")
    expect(names).to_have_count(2)
    boxes = [(each.bounding_box(), start.bounding_box()) for each, start in zip(names.all(), starts.all(), strict=True)]
    for name, start in boxes:
        assert name["y"] < start["y"] + start["height"] / 2 < name["y"] + name["height"] * 1.2
        assert name["x"] + name["width"] <= start["x"]
    assert boxes[0][0]["y"] < boxes[1][0]["y"] < phase.get_by_role("listitem").first.bounding_box()["y"]
    phase.get_by_role("listitem").last.evaluate("(last) => last.scrollIntoView({block: 'end'})")
    weeks = phase.locator(".programme-weeks__head > span")
    first, row = phase.locator("dl").first.locator("dd"), weeks.first.bounding_box()
    under = page.get_by_role("navigation", name="The weeks").bounding_box()
    assert under["height"] - 1 <= row["y"] < 100
    lefts = [[round(each.bounding_box()["x"]) for each in row.all()] for row in (weeks, first)]
    assert lefts[0] == lefts[1]


def test_of_the_exercises_of_a_thing_six_are_in_sight_and_the_rest_on_demand_and_on_paper(page):
    page.goto("equipment/")
    mat = page.locator("section").filter(has=page.get_by_role("heading", name="Mat", exact=True))
    links = mat.get_by_role("listitem").get_by_role("link")
    count = links.count()
    assert count == 6 < mat.locator("li").count()
    mat.get_by_text(re.compile(r"^All \d+ exercises$")).click()
    assert links.count() == mat.locator("li").count()
    mat.locator("summary").click()
    page.emulate_media(media="print")
    expect(mat.locator("li").last).to_be_visible()
