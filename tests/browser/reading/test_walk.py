"""The ways through the site: begin, go on, print, get lost and be found again; in a real browser."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from page_kinds import mistyped

START = re.compile(r"^Start(, \S+ min with)? the timer$")
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; }"


def test_start_is_in_the_first_view_and_leads_from_each_routine_and_exercise_to_its_timer(page, dataset):
    for record, kind in [(each, "routine") for each in dataset.routines.values()] + [
        (each, "exercise") for each in dataset.exercises.values()
    ]:
        page.goto(f"{kind}s/{record.id}/")
        if kind == "exercise":  # nothing of this may need a scroll: someone stands there, with the phone on the floor
            for part in ("h1", ".dose-pair", ".button--primary"):
                box = page.locator(part).first.bounding_box()
                assert box["y"] + box["height"] <= page.viewport_size["height"], (record.id, part)
        page.get_by_role("link", name=START).click()
        page.wait_for_url(re.compile(rf"/timer/\?{kind}={record.id}$"))


def test_next_leads_through_each_routine_and_back(page, dataset):
    for routine in dataset.routines.values():
        page.goto(f"routines/{routine.id}/")
        page.locator(".routine__whole > summary").first.click()
        page.locator(".routine__more a").first.click()
        for step in routine.steps:
            page.wait_for_url(re.compile(f"/exercises/{step.exercise.id}/$"))
            assert page.locator("h1").inner_text() == step.exercise.name
            way = page.locator(f'nav[aria-label^="{routine.name}, {step.number} of"]')
            if not way.is_visible():
                page.get_by_role("main").locator(".step-nav__other", has=way).locator("summary").click()
            way.locator(".button--primary").click()
        page.wait_for_url(re.compile(f"/routines/{routine.id}/$"))


def test_routine_of_seven_is_read_in_six_screens_of_a_phone(page):
    page.goto("routines/foot-and-hip/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 5000
    for step in page.locator(".routine__step").all():
        assert step.locator(".figure-pair > svg").count() == 2
        assert step.locator(".routine__short-steps li").count() <= 5


def test_phone_sees_the_first_figures_of_a_routine_without_a_scroll(page, dataset):
    """When to stop stands before Start; what one needs is said in full, and what to take care of is one tap away."""
    for id_, routine in dataset.routines.items():
        page.goto(f"routines/{id_}/")
        stop, start, facts = (
            page.locator(each).first.bounding_box() for each in ("#stop", ".button--primary", ".routine-facts")
        )
        assert stop["y"] + stop["height"] <= start["y"]
        assert " ".join(routine.stop_signs) in page.locator("#stop").inner_text()
        assert facts["height"] < 72, "two lines"
        pair = page.locator(".figure-pair").first.bounding_box()
        assert pair["y"] + pair["height"] <= page.viewport_size["height"]
        care = page.get_by_text("Take care", exact=True)
        box = care.bounding_box()
        assert box["x"] + box["width"] <= page.viewport_size["width"] - 16
        care.click()
        for text in routine.care:
            assert page.get_by_text(text, exact=True).is_visible()


def test_other_ways_with_a_routine_stand_on_one_baseline(page):
    page.goto("routines/foot-and-hip/")
    bottoms = """() => ["Print", "Send or schedule it"].map((words) => {
      const found = document.createTreeWalker(document.querySelector("main header"), NodeFilter.SHOW_TEXT);
      while (found.nextNode()) if (found.currentNode.data.trim() === words) break;
      const range = document.createRange();
      range.selectNodeContents(found.currentNode);
      return Math.round(range.getBoundingClientRect().bottom);
    })"""
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert len({*page.evaluate(bottoms)}) == 1, width


def test_exercises_of_a_routine_stay_in_sight(page, dataset):
    """On a phone as their numbers, where there is room as they look."""
    routine = dataset.routines["foot-and-hip"]
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"routines/{routine.id}/")
        contents = page.get_by_role("navigation", name="The exercises")
        last = routine.steps[-1].exercise
        page.locator(f"[id='{last.id}']").scroll_into_view_if_needed()
        link = contents.get_by_role("link", name=last.short_name, exact=True)
        expect(link).to_be_in_viewport()
        contents.get_by_role("link", name=routine.steps[1].exercise.short_name, exact=True).click()
        expect(page.locator(f"[id='{routine.steps[1].exercise.id}']")).to_be_in_viewport()


def test_desk_sees_start_and_all_exercises_first_then_two_beside_each_other_and_their_names_wherever_it_reads(
    page, dataset
):
    routine = dataset.routines["foot-and-hip"]
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(f"routines/{routine.id}/")
    contents = page.get_by_role("navigation", name="The exercises")
    expect(page.locator("header .button--primary")).to_be_in_viewport(ratio=1)
    pictures = contents.locator("svg.figure__picture")
    for drawn in pictures.all():
        expect(drawn).to_be_in_viewport(ratio=1)
        assert drawn.locator("use").evaluate("each => each.getBBox().width") > 0, "the picture is on the page"
    assert pictures.count() == len(routine.steps)
    head = page.locator(".routine-page > header")
    first, ways = (head.locator(each).bounding_box() for each in ("h1", ".routine-facts >> nth=0"))
    assert ways["x"] > first["x"] + 500 and ways["y"] < contents.bounding_box()["y"]
    steps = [each.bounding_box() for each in page.locator(".routine__step").all()]
    assert steps[1]["y"] == steps[0]["y"] and steps[1]["x"] > steps[0]["x"] + steps[0]["width"], "beside each other"
    assert len(steps) % 2 and steps[-1]["width"] == contents.bounding_box()["width"], "the last has its row to itself"
    page.locator("footer").scroll_into_view_if_needed()
    for name in contents.get_by_role("link").all():
        expect(name).to_be_in_viewport(ratio=1)


def test_what_one_needs_and_what_to_take_care_of_open_on_their_own(page, kinds):
    page.goto(kinds["routine"])
    needs, care = page.locator(".equipment-list"), page.locator(".routine__care")
    page.locator("#equipment").click()
    assert (needs.is_visible(), care.is_visible()) == (True, False)
    page.locator("#equipment").click()
    page.locator("#care").click()
    assert (needs.is_visible(), care.is_visible()) == (False, True)


def test_links_in_what_a_routine_says_are_large_enough_for_a_finger(page, kinds):
    page.goto(kinds["routine"])
    for summary in page.locator("header summary").all():
        summary.click()
    links = page.locator("header :is(.paper-links, .routine__care) a")
    assert links.count() > 4
    for link in links.all():
        assert link.bounding_box()["height"] >= 44, link.inner_text()


def test_back_leads_to_the_exercise_before(page, dataset):
    first, second = (
        step.exercise for step in next(each for each in dataset.routines.values() if not each.core_of).steps[:2]
    )
    page.goto(f"exercises/{second.id}/")
    page.get_by_role("link", name=f"Back {first.short_name}").first.click()
    page.wait_for_url(re.compile(f"/exercises/{first.id}/$"))


def test_first_view_on_a_phone_has_a_pair_of_figures_and_then_the_way_in(page, dataset):
    """Not of the foot, the plain standing person or the small movement that the routine has before it."""
    page.goto("")
    pair = page.locator(".routine-hero .figure-pair").bounding_box()
    assert pair["y"] < page.locator(".lead").bounding_box()["y"]
    assert pair["height"] >= 96
    box = page.get_by_role("link", name=START).bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]
    said = page.locator(".routine-hero .figure-pair svg").first.get_attribute("aria-label")
    (shown,) = [
        step.exercise for step in dataset.routines["foot-and-hip"].steps if step.exercise.figure.poses[0].shows in said
    ]
    assert shown.id == "kneeling-top-of-foot-stretch", "a whole person who moves with a thing"
    assert page.locator(".routine-hero__shown > p").inner_text() == f"6 {shown.short_name}"


@pytest.mark.parametrize(("address", "width"), [("", 390), ("routines/foot-and-hip/", 390), ("routines/", 1280)])
def test_range_stays_in_one_line(page, address, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    lines = "all => all.filter((each) => each.checkVisibility()).map((each) => each.getClientRects().length)"
    assert set(page.locator("main .range").evaluate_all(lines)) == {1}


def test_pictures_of_a_routine_of_seven_stand_in_one_row_as_wide_as_the_page(page):
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto("routines/")
    item = page.locator(".routine-list__item").first
    boxes = [each.bounding_box() for each in item.locator(".routine-steps__step").all()]
    assert len(boxes) == 7
    assert len({box["y"] for box in boxes}) == 1
    assert boxes[-1]["x"] + boxes[-1]["width"] > item.bounding_box()["x"] + item.bounding_box()["width"] - 16


def test_each_routine_has_title_words_length_start_and_pictures_in_this_order(page, dataset):
    page.goto("routines/")
    name, words, start, sheet = (
        "> a",
        (".routine-list__about", ".routine-list__facts"),
        ".button--primary",
        ".contact-sheet",
    )
    items = page.locator(".routine-list__item")
    for width, parts in ((390, (name, start, *words, sheet)), (1280, (name, *words, start, sheet))):
        page.set_viewport_size({"width": width, "height": 844})
        starts = [items.nth(number).locator(start).bounding_box() for number in range(items.count())]
        assert len(starts) == len(dataset.routines)
        ends = {round(box["x"] + (box["width"] if width == 390 else 0)) for box in starts}
        assert len(ends) == 1, "Start stands at the same side of each"
        assert all(box["height"] >= 44 and box["width"] < 200 for box in starts)
        for item in items.all():
            boxes = [item.locator(part).bounding_box() for part in parts]
            for one, next_ in pairwise(boxes):
                assert next_["y"] >= one["y"] + one["height"] - 1 or next_["x"] >= one["x"] + one["width"] - 1, width


@pytest.mark.parametrize("address", ["", "routines/"])
def test_phone_sees_all_exercises_of_a_routine_side_by_side(page, address):
    for width in (360, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(address)
        steps = page.locator(".contact-sheet").first.locator(".routine-steps__step")
        boxes = [each.bounding_box() for each in steps.all()]
        assert min(box["width"] for box in boxes) >= 72
        assert steps.first.locator(".figure-thumb").bounding_box()["height"] >= 72
        assert len({box["x"] for box in boxes}) == 4
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_calls_for_help_stand_side_by_side_and_do_not_look_like_a_start(page):
    ground = "it => getComputedStyle(it).backgroundColor"
    page.goto("")
    start = page.locator(".button--primary").first.evaluate(ground)
    page.goto("safety/")
    calls = [page.locator(".warning").get_by_role("link", name=number) for number in ("Call 112", "Call 911")]
    assert start not in [call.evaluate(ground) for call in calls]
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        boxes = [call.bounding_box() for call in calls]
        assert len({box["y"] for box in boxes}) == 1, width
        assert min(box["height"] for box in boxes) >= 48, width


def test_name_of_two_lines_hangs_beside_its_number(page):
    page.goto("routines/foot-and-hip/")
    heading = page.locator(".routine__step > h2").first
    heading.evaluate("it => { it.childNodes[1].data += ' that go on in a second line'; }")
    number = heading.locator(".number").bounding_box()
    lines = heading.evaluate("""(it) => {
      const range = document.createRange();
      range.selectNodeContents(it.childNodes[1]);
      return [...range.getClientRects()].filter(({width}) => width > 10).map(({x}) => x);
    }""")
    assert len(lines) == 2
    assert all(x > number["x"] + number["width"] for x in lines)


def test_home_leads_to_the_routine(page):
    page.goto("")
    page.get_by_role("link", name="See the exercises", exact=True).click()
    page.wait_for_url(re.compile("/routines/foot-and-hip/$"))


@pytest.mark.parametrize("address", ["", "routines/foot-and-hip/"])
def test_print_prints_the_cheat_sheet_once(new_page, address):
    page = new_page()
    page.add_init_script(COUNT_PRINTS)
    page.goto(address)
    page.get_by_role("link", name="Print", exact=True).click()
    page.wait_for_url(re.compile("/sheets/foot-and-hip/"))
    page.wait_for_function("window.prints > 0")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.prints") == 1
    assert urlsplit(page.url).fragment == ""
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.prints") == 0


def test_print_on_the_cheat_sheet_prints_it_where_it_is(new_page, kinds):
    page = new_page()
    page.add_init_script(COUNT_PRINTS)
    page.goto(kinds["cheat sheet"])
    before = page.url
    page.get_by_role("link", name="Print", exact=True).click()
    assert page.evaluate("window.prints") == 1
    assert page.url == before


def test_exercise_leads_to_its_one_card_and_prints_it_once(page):
    page.add_init_script(COUNT_PRINTS)
    page.goto("exercises/pelvic-list/")
    page.get_by_role("link", name="Print a card").click()
    page.wait_for_url(re.compile("/cards/foot-and-hip/#pelvic-list$"))
    page.wait_for_function("window.prints === 1")
    assert page.get_by_text("Only the chosen card will be printed").is_visible()
    page.emulate_media(media="print")
    printed = [each.get_attribute("id") for each in page.locator(".routine-card").all() if each.is_visible()]
    assert printed == ["pelvic-list"]
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Print all 7").click()
    assert not page.get_by_text("Only the chosen card will be printed").is_visible()
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in page.locator(".routine-card").all())


@pytest.mark.parametrize("name", ["site", "subpath_site"])
def test_mistyped_address_offers_the_nearest_exercise(new_page, request, dataset, name):
    page = new_page(of=request.getfixturevalue(name))
    id_ = max(dataset.exercises, key=len)
    assert page.goto(f"exercises/{mistyped(id_)}/").status == 404
    offer = page.get_by_role("status").get_by_role("link")
    assert offer.inner_text() == dataset.exercises[id_].name
    offer.click()
    page.wait_for_url(re.compile(f"/exercises/{id_}/$"))


def test_address_like_no_other_offers_ways_out_and_no_guess(page):
    page.goto("wp-login.php")
    assert page.locator("h1").inner_text() == "This page is not here"
    assert page.get_by_role("status").inner_text() == "No page has this address."
    main = page.get_by_role("main")
    assert main.locator(".figure-thumb").bounding_box()["width"] >= 160
    foot = page.get_by_role("contentinfo")
    for size in ((412, 915), (768, 1024), (1280, 800), (1920, 1080)):
        page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
        whole = foot.bounding_box()
        assert size[1] - 100 < whole["y"] + whole["height"] <= size[1], size
        foot.evaluate("(it) => { it.firstElementChild.style.display = 'none'; }")
        assert foot.bounding_box()["y"] == whole["y"], "it stays where its first line came while the rest comes"
        foot.evaluate("(it) => { it.firstElementChild.style.display = ''; }")
    assert main.get_by_role("button", name="Search").is_visible()
    assert main.get_by_role("link").all_inner_texts() == ["Go to the start page"]
    main.get_by_role("link").click()
    page.wait_for_url(re.compile("/$"))
    assert page.locator("h1").inner_text() != "This page is not here"


def test_equipment_can_be_ticked_off(page, kinds):
    page.goto(kinds["routine"])
    page.locator("#equipment").click()
    for box in page.locator(".equipment-list input").all():
        box.check()
        assert box.is_checked()


def test_routine_on_paper_says_what_one_needs_and_takes_care_of(page, kinds):
    page.goto(kinds["routine"])
    for place in (".routine-facts .equipment-list", ".routine__care li"):
        assert not page.locator(place).first.is_visible(), "one tap away"
    page.emulate_media(media="print")
    for place in (".routine-facts .equipment-list", ".routine__care li"):
        assert page.locator(place).first.is_visible()
