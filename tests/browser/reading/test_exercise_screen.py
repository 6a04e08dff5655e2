"""The page of an exercise: targets fit a thumb, and where there is room Start stays in sight and covers nothing."""

from itertools import pairwise

import pytest

COLUMNS = [
    [".exercise-page__beside", ".exercise__more", ".exercise__easier"],
    [".lead", ".exercise__do"],
    [".exercise-page__ways", ".exercise-page__about"],  # beside the source
]

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
          const isLinkOfRow = above?.matches("a") && above.closest("li")?.contains(own); // the whole row is pressed
          const isBehindBar = document.elementsFromPoint(x, y).some(isBar);
          if (above && !above.contains(own) && !own.contains(above) && !isLinkOfRow && !isBehindBar)
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


def test_each_exercise_has_its_parts_in_their_places_on_a_wide_screen_and_on_a_phone(page, dataset):
    for exercise in dataset.exercises.values():
        page.emulate_media(reduced_motion="no-preference")
        page.goto(f"exercises/{exercise.id}/")
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
        for each in (page.locator("h1"), block):
            assert each.evaluate(IN_SIGHT), (exercise.id, height)
        name, now = page.locator("h1").bounding_box(), block.bounding_box()
        assert name["x"] > now["x"] + now["width"] and abs(name["y"] - now["y"]) < 16, "the words beside the figure"


def _columns_of_a_wide_screen_have_no_holes_and_poses_are_of_one_scale(page, exercise):
    for column in COLUMNS:
        parts = [page.locator(each).first for each in column]
        boxes = [each.bounding_box() for each in parts if each.count() and each.is_visible()]
        gaps = [below["y"] - above["y"] - above["height"] for above, below in pairwise(boxes)]
        assert max(gaps) < 48, (exercise.id, gaps)
    assert len({each.bounding_box()["width"] for each in page.locator(".figure__pose").all()}) <= 1
    both = page.locator(".exercise-page").bounding_box()
    boxes = [page.locator(each).last.bounding_box() for each in (".exercise__do > :last-child", ".exercise__easier")]
    ends = [each["y"] + each["height"] for each in boxes]
    assert abs(ends[0] - ends[1]) < 450, exercise.id
    source, ways = (page.locator(each).bounding_box() for each in (".exercise__source", ".exercise-page__ways"))
    assert min(source["y"], ways["y"]) >= max(ends) and source["x"] < ways["x"], "below both columns, beside each other"
    for way_on in page.locator(".exercise-page > .step-nav").all():
        assert way_on.bounding_box()["width"] == both["width"], "it closes both columns"
    for button in page.locator(".step-nav .button").all():
        assert button.bounding_box()["height"] < 80, "two lines of a name"


def _wide_screen_keeps_figure_dose_and_start_in_sight_to_the_last_step(page, exercise):
    page.locator(".exercise__steps > li").last.scroll_into_view_if_needed()
    kept = [page.locator("#dose"), page.get_by_role("link", name="Start the timer", exact=True)]
    if exercise.figure:
        kept.append(page.locator(".figure"))
    for each in kept:
        assert each.evaluate(IN_SIGHT), f"{exercise.id}: {each.inner_text()}"


def _phone_has_set_up_and_steps_right_after_start_and_other_ways_at_the_end(page, exercise):
    start = page.get_by_role("link", name="Start the timer", exact=True).bounding_box()
    first = page.locator("#setup" if exercise.setup else "#steps").bounding_box()
    assert 0 < first["y"] - start["y"] - start["height"] < 40, exercise.id
    ways = page.get_by_role("link", name="Make a plan with it").bounding_box()
    assert ways["y"] > page.locator(".exercise__source").bounding_box()["y"]
    for fault in page.locator(".figure__fault").all():
        assert fault.bounding_box()["width"] == 112


@pytest.mark.parametrize("kind", ["exercises", "routines"])
def test_no_box_covers_a_text_however_far_one_scrolls(page, dataset, kind):
    for id_ in getattr(dataset, kind):
        page.goto(f"{kind}/{id_}/")
        for width, height in ((768, 1024), (1280, 800), (1366, 650), (1920, 1080)):
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
