"""How lists of exercises use the width: even rows, short rows on a phone, and doses that break between their parts."""

import pytest
from playwright.sync_api import expect

from limber import wording

LINES = """(dose) => {
  const range = document.createRange(), lines = [];
  const walker = document.createTreeWalker(dose, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.matches(".visually-hidden")) continue;
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const {top, width} = range.getBoundingClientRect();
      if (!width) continue;
      if (!lines.length || Math.abs(lines.at(-1)[0] - top) > 4) lines.push([top, ""]);
      lines.at(-1)[1] += node.data[at];
    }
  }
  return lines.map(([, text]) => text.replaceAll(/\\s+/g, " ").trim());
}"""
TOPS = "(all) => all.map((each) => Math.round(each.getBoundingClientRect().top))"
LEFTS = TOPS.replace("top", "left")


@pytest.mark.parametrize("width", [1280, 1920])
def test_home_shows_seven_exercises_in_one_row(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("")
    tops = page.locator(".contact-sheet .routine-steps__step").evaluate_all(TOPS)
    if len(tops) != 7:
        pytest.skip("the first routine has not seven exercises")
    assert len(set(tops)) == 1


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_dose_in_a_row_of_figures_is_the_start_dose_and_breaks_between_its_parts_alone(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("", "routines/"):
        page.goto(address)
        assert page.locator(".contact-sheet .routine-steps__dose").first.is_visible() == (width > 960)
        for dose in page.locator(".contact-sheet .routine-steps__dose").all():
            lines = dose.evaluate(LINES)
            assert all(line.endswith((",", "reps", "hold", "s", "min")) for line in lines[:-1]), lines
            assert "→" not in "".join(lines)


def test_phone_sees_name_dose_and_one_line_of_each_exercise(page, dataset):
    page.goto("exercises/")
    for exercise in dataset.exercises.values():
        item = page.locator(".exercise-list__item", has=page.get_by_role("link", name=exercise.short_name, exact=True))
        item.scroll_into_view_if_needed()
        texts = [each.inner_text() for each in item.locator("p").all() if each.is_visible()]
        assert len(texts) == 2, texts
        assert exercise.summary not in texts or not (exercise.regions or exercise.positions)
        assert item.locator(".figure-thumb").bounding_box()["height"] >= 90


def test_list_says_how_much_and_leaves_the_pace_to_the_page(page, dataset):
    page.goto("exercises/")
    paced = [each for each in dataset.exercises.values() if each.start.tempo]
    if not paced:
        pytest.skip("no exercise has a tempo")
    for exercise in paced:
        item = page.locator(".exercise-list__item", has=page.get_by_role("link", name=exercise.short_name, exact=True))
        item.scroll_into_view_if_needed()  # what is out of sight need not be laid out, and has no text then
        dose = wording.brief(exercise.start, exercise)
        expect(item.locator(".exercise-list__dose")).to_have_text(dose, use_inner_text=True)
        assert "tempo" not in item.inner_text()


@pytest.mark.parametrize(("width", "columns"), [(768, 3), (1280, 4), (1920, 4)])
def test_wide_screen_has_exercises_beside_each_other_over_the_whole_width(page, width, columns):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("exercises/")
    items = page.locator(".exercise-list__item")
    if items.count() < columns:
        pytest.skip("fewer exercises than there is room for")
    least, most = page.locator("h1").bounding_box()["x"], page.locator(".exercise-list").bounding_box()
    assert len({*items.evaluate_all(TOPS)[:columns]}) == 1 and len({*items.evaluate_all(LEFTS)}) == columns
    first = items.first.locator("a").bounding_box()
    assert first["x"] == pytest.approx(least, abs=1)
    last = items.nth(columns - 1).bounding_box()
    assert last["x"] + last["width"] == pytest.approx(most["x"] + most["width"], abs=1)
    picture = items.first.locator(".figure-thumb")
    if picture.count():
        assert picture.bounding_box()["y"] + picture.bounding_box()["height"] <= first["y"], "its name below it"


def test_wide_screen_says_what_each_exercise_is_for(page, dataset):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("exercises/")
    for exercise in dataset.exercises.values():
        if exercise.summary:
            assert page.get_by_text(exercise.summary, exact=True).is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_exercises_of_a_thing_have_their_names_below_their_pictures_and_stand_in_rows(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("equipment/")
    for uses in page.locator(".equipment-page__uses ul").all():
        for each in uses.locator("li").all():
            picture, name = each.locator(".figure-thumb").bounding_box(), each.locator("a").bounding_box()
            assert picture["height"] == 72 and picture["x"] == name["x"]
            assert name["y"] >= picture["y"] + 72
        assert len({*uses.locator("li").evaluate_all(TOPS)[:3]}) == 1
