"""The page of an exercise: targets fit a thumb, and where there is room Start stays in sight and covers nothing."""

from itertools import pairwise

import pytest

COLUMNS = {
    "first": [".exercise-page__beside", ".exercise__more", ".exercise__easier"],
    "second": [".lead", ".exercise__do"],
}

IN_SIGHT = """(each) => {
  const {top, bottom} = each.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""

COVERED_ON_THE_WAY = """(step) => {
  const inSight = (text) => { // its lines, each as far as what scrolls or cuts its parts off shows of it
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].flatMap((line) => {
      let {left, top, right, bottom} = line;
      for (let each = text.parentElement; each; each = each.parentElement) {
        const shown = each.getBoundingClientRect();
        if (getComputedStyle(each).overflow !== "visible" && each.parentElement?.closest("body")) {
          [left, top] = [Math.max(left, shown.left), Math.max(top, shown.top)];
          [right, bottom] = [Math.min(right, shown.right), Math.min(bottom, shown.bottom)];
        }
      }
      return right - left > 4 && bottom - top > 4 ? [{left, right, y: (top + bottom) / 2}] : [];
    });
  };
  // A bar at the upper edge, as wide as what is read or wider, hides what has been read, as that edge itself does.
  const article = getComputedStyle(document.querySelector("article"));
  const read = parseFloat(article.width) - parseFloat(article.paddingLeft) - parseFloat(article.paddingRight) - 1;
  const isBar = (each) => {
    const {top, width} = each.getBoundingClientRect();
    return top < 1 && width > read && getComputedStyle(each).position === "sticky";
  };
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const {currentNode: text} = walker;
    if (text.data.trim() && text.parentElement.checkVisibility()) texts.push(text);
  }
  const covered = new Set();
  for (let at = 0; at < document.documentElement.scrollHeight; at += step) {
    scrollTo({top: at, behavior: "instant"});
    for (const text of texts) {
      for (const {left, right, y} of inSight(text)) {
        for (const x of [left + 2, (left + right) / 2, right - 2]) {
          const above = document.elementFromPoint(x, y);
          const own = text.parentElement;
          if (!above || above.contains(own) || own.contains(above)) continue;
          const isLinkOfRow = above.matches("a") && above.closest("li")?.contains(own); // the whole row is pressed
          if (!isLinkOfRow && !document.elementsFromPoint(x, y).some(isBar))
            covered.add(`${text.data.trim()} at ${at}, under ${above.className || above.textContent}`);
        }
      }
    }
  }
  return [...covered];
}"""


@pytest.fixture
def sided(dataset):
    """An exercise with a figure and a choice of sides."""
    found = [each for each in dataset.exercises.values() if each.figure and each.works]
    if not found:
        pytest.skip("no exercise has a figure with sides")
    return found[0]


def test_figure_is_played_and_turned_by_targets_of_44_pixels(page, sided):
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"exercises/{sided.id}/")
    targets = [page.get_by_role("button", name=f"Pause {sided.name}"), *page.locator(".figure__sides label").all()]
    assert len(targets) == 3
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for target in targets:
            box = target.bounding_box()
            assert min(box["width"], box["height"]) >= 44, (width, box)


# Where each part is that these select, in the window; nothing where none is drawn.
BOXES = """(parts) => parts.map((part) => [...document.querySelectorAll(part)].flatMap((each) => {
  const {x, y, width, height} = each.getBoundingClientRect();
  return width || height ? [{x, y, width, height, right: x + width, bottom: y + height}] : [];
}))"""
START = ".exercise-page__start"


def _boxes(page, *parts):
    return page.evaluate(BOXES, parts)


def test_each_exercise_has_its_parts_in_their_places_on_a_wide_screen_and_on_a_phone(page, dataset):
    for exercise in dataset.exercises.values():
        page.emulate_media(reduced_motion="no-preference")
        page.goto(f"exercises/{exercise.id}/")
        assert page.locator(START).and_(page.get_by_role("link", name="Start the timer", exact=True)).count() == 1
        _wide_screen_has_name_figure_dose_and_start_in_its_first_view(page, exercise)
        page.emulate_media(reduced_motion="reduce")
        _columns_of_a_wide_screen_have_no_holes_and_poses_are_of_one_scale(page, exercise)
        _wide_screen_keeps_figure_dose_and_start_in_sight_to_the_last_step(page, exercise)
        page.set_viewport_size({"width": 390, "height": 844})
        _phone_has_set_up_and_steps_right_after_start_and_other_ways_at_the_end(page, exercise)


def _wide_screen_has_name_figure_dose_and_start_in_its_first_view(page, exercise):
    block = page.locator(".exercise-page__now")
    for height in (720, 760, 900):
        page.set_viewport_size({"width": 1280, "height": height})
        assert block.evaluate("(it) => it.scrollHeight <= it.clientHeight + 1"), "nothing scrolls within it"
        [name], [now] = _boxes(page, "h1", ".exercise-page__now")
        for each in (name, now):
            assert each["y"] >= 0 and each["bottom"] <= height, (exercise.id, height)
        assert name["x"] > now["right"] and abs(name["y"] - now["y"]) < 16, "the words beside the figure"


def _columns_of_a_wide_screen_have_no_holes_and_poses_are_of_one_scale(page, exercise):
    ends = {}
    [source], [ways], [about], [both] = _boxes(
        page, ".exercise__source", ".exercise-page__ways", ".exercise-page__about", ".exercise-page"
    )
    for name, column in COLUMNS.items():
        boxes = [found[0] for found in _boxes(page, *column) if found]
        gaps = [below["y"] - above["bottom"] for above, below in pairwise(boxes)]
        assert max(gaps) < 48, (exercise.id, gaps)
        within, ends_it = _boxes(page, f"{column[-1]} *", f".exercise__source--{name}")
        ends[name] = max(each["bottom"] for each in within)
        if ends_it:
            assert 0 <= source["y"] - ends[name] < 200, exercise.id
            assert source["x"] == boxes[-1]["x"] and ways["y"] == about["y"] and ways["x"] < about["x"]
            ends[name] = source["bottom"]
    assert abs(ends["first"] - ends["second"]) < 220, exercise.id
    assert min(ways["y"], about["y"]) >= max(ends.values()), "below both columns"
    poses, ways_on, buttons = _boxes(page, ".figure__pose", ".exercise-page > .step-nav", ".step-nav .button")
    assert len({each["width"] for each in poses}) <= 1
    assert {each["width"] for each in ways_on} <= {both["width"]}, "they close both columns"
    assert all(each["height"] < 80 for each in buttons), "two lines of a name"


def _wide_screen_keeps_figure_dose_and_start_in_sight_to_the_last_step(page, exercise):
    page.locator(".exercise__steps > li").last.scroll_into_view_if_needed()
    height = page.viewport_size["height"]
    parts = ("#dose", START, *([".figure"] if exercise.figure else []))
    for part, (box,) in zip(parts, _boxes(page, *parts), strict=True):
        assert box["y"] >= 0 and box["bottom"] <= height, (exercise.id, part)


def _phone_has_set_up_and_steps_right_after_start_and_other_ways_at_the_end(page, exercise):
    parts = (START, "#setup" if exercise.setup else "#steps", ".exercise__source", ".figure__fault")
    [start], [first], [source], faults = _boxes(page, *parts)
    assert 0 < first["y"] - start["bottom"] < 40, exercise.id
    assert page.get_by_role("link", name="Make a plan with it").bounding_box()["y"] > source["y"]
    assert {each["width"] for each in faults} <= {112}


SCREENS = ((768, 1024), (1280, 800), (1366, 650), (1920, 1080))


@pytest.mark.parametrize("kind", ["exercises", "routines"])
def test_no_box_covers_a_text_however_far_one_scrolls(page, dataset, kind):
    """Exercises lie as each other, whatever they say: each is seen on every other screen."""
    for number, id_ in enumerate(getattr(dataset, kind)):
        page.goto(f"{kind}/{id_}/")
        for width, height in SCREENS[number % 2 :: 2] if kind == "exercises" else SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(COVERED_ON_THE_WAY, 200) == [], (id_, width)


def test_start_can_be_reached_on_a_low_screen_too(page, sided):
    page.set_viewport_size({"width": 1280, "height": 420})
    page.goto(f"exercises/{sided.id}/")
    page.locator("#steps").scroll_into_view_if_needed()
    start = page.get_by_role("link", name="Start the timer", exact=True)
    start.scroll_into_view_if_needed()
    assert start.evaluate(IN_SIGHT)
    assert page.locator("#steps").evaluate(IN_SIGHT), "the steps are in sight still"
