"""The page that lists every link, as a coach uses it; and what it says while nobody knows where the site will live."""

from io import BytesIO
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image


def _shown(page):
    """The names of the links that can be seen, as the document has them: a part may not be drawn yet."""
    return page.locator(".link-list a").evaluate_all(
        "all => all.filter((each) => each.checkVisibility()).map((each) => each.textContent.trim())"
    )


def test_every_routine_and_exercise_is_listed_with_its_address(site, dataset):
    rows = site.pages["links/"].every("li", class_="link-list__item")
    exercises = sorted(dataset.exercises.values(), key=lambda each: each.short_name.lower())
    paths = [*(f"routines/{id_}/" for id_ in dataset.routines), *(f"exercises/{each.id}/" for each in exercises)]
    assert [row.attributes["data-link"] for row in rows] == [site.address + path for path in paths]
    assert [row.one("a").attributes["href"] for row in rows] == [f"../{path}" for path in paths]
    written = [row.one("p").text for row in rows]
    assert written == [(site.address + path).removeprefix("https://")[:-1] for path in paths]


def test_wide_screen_has_two_links_in_a_row(page):
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto("links/")
    for part in page.locator(".link-list").all():
        one, other = (part.locator("li").nth(number).bounding_box() for number in (0, 1))
        assert one["y"] == other["y"] and one["x"] + one["width"] <= other["x"]


def test_narrow_screen_cuts_an_address_to_one_line(page):
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto("links/")
    heights = page.locator(".link-list__address").evaluate_all("all => all.map((each) => each.offsetHeight)")
    assert len({*heights}) == 1 and heights[0] < 30
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_link_is_copied_from_its_row_and_said_in_sight(new_page, site, dataset):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("links/")
    routine = next(iter(dataset.routines.values()))
    page.get_by_role("button", name=f"Copy link to {routine.name}", exact=True).click()
    said = page.get_by_text("Copied")
    said.wait_for()
    box = said.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 844, "the first row is far above the end of the list"
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.address}routines/{routine.id}/"


def test_where_nothing_can_be_copied_the_row_s_address_is_selected(new_page, site, dataset):
    page = new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto("links/")
    for id_, routine in dataset.routines.items():
        page.get_by_role("button", name=f"Copy link to {routine.name}", exact=True).click()
        page.get_by_label("Copy this address").wait_for()
        assert page.get_by_label("Copy this address").input_value() == f"{site.address}routines/{id_}/"
        assert page.evaluate("getSelection().toString()") == f"{site.address}routines/{id_}/"


def test_short_list_has_no_search(page):
    page.goto("links/")
    page.get_by_role("button", name="Copy link to").first.wait_for()
    assert not page.get_by_role("searchbox").count()


def test_code_loads_when_it_is_opened_and_holds_the_address(new_page, dataset):
    """A new page: one that has had a code before shows it at once."""
    page = new_page(viewport={"width": 800, "height": 2000})
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto("links/", wait_until="networkidle")
    assert not [path for path in asked if path.startswith("/qr/")]
    for row in page.locator(".link-list__item").all():
        row.locator("summary").click()
        picture = row.locator("img")
        picture.scroll_into_view_if_needed()
        page.wait_for_function("(it) => it.complete && it.naturalWidth", arg=picture.element_handle())
        assert row.locator("figcaption").inner_text() == row.get_attribute("data-link").removeprefix("https://")[:-1]
        codes = zxingcpp.read_barcodes(Image.open(BytesIO(picture.screenshot())))
        assert [code.text for code in codes] == [row.get_attribute("data-link")]
    count = len(dataset.exercises) + len(dataset.routines)
    assert len([path for path in asked if path.startswith("/qr/")]) == count


# Opens the code of each row in turn: where its parts are before and after, how far the row itself went meanwhile, where
# its code is then, and where what stands within that.
OPENED = """() => [...document.querySelectorAll(".link-list__item")].map((row) => {
  const box = (each) => {
    const {left, top, right, bottom} = each.getBoundingClientRect();
    return {left, top, right, bottom};
  };
  const parts = ["a", ".link-list__address", "button", "summary", ".figure-thumb"]
    .map((each) => row.querySelector(each));
  const [top, before] = [box(row).top, parts.map(box)];
  row.querySelector("summary").click();
  const code = row.querySelector("figure");
  const inside = [...code.children].map(box);
  return {before, after: parts.map(box), moved: box(row).top - top, code: box(code).top, inside};
})"""


def test_opened_code_stands_below_its_row_of_which_nothing_moves(page):
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto("links/")
        rows = page.evaluate(OPENED)
        assert len(rows) > 7
        for number, row in enumerate(rows):
            for was, box in zip(row["before"], row["after"], strict=True):
                stayed = {**was, **{side: was[side] + row["moved"] for side in ("top", "bottom")}}
                assert box == pytest.approx(stayed, abs=1), (width, number)
            assert all(row["code"] >= box["bottom"] for box in row["after"]), (width, number)
            assert all(box["left"] >= 0 and box["right"] <= width for box in row["inside"]), (width, number)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_code_file_is_black_on_white_wherever_it_is_shown(site):
    files = list((site.folder / "qr").rglob("*.svg"))
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert 'xmlns="http://www.w3.org/2000/svg"' in text and "#fff" in text
        assert len(text) < 3000


def test_links_without_script_are_all_there(new_page, dataset):
    page = new_page(javascript=False)
    page.goto("links/")
    assert len(_shown(page)) == len(dataset.exercises) + len(dataset.routines)


def test_every_reading_page_leads_to_the_links(site):
    for path, page in site.pages.items():
        if page.every(class_="frame-footer"):
            assert [each for each in page.one(class_="frame-footer").every("a") if each.text == "Links for coaches"], (
                path
            )


def test_unpublished_site_promises_no_address(unpublished_site):
    assert not (unpublished_site.folder / "qr").exists()
    assert not (unpublished_site.folder / "link-images").exists()
    for path, page in unpublished_site.pages.items():
        assert not page.every("dialog", class_="link-qr"), path
        assert not page.every("meta", property="og:image"), path
    assert "SITE_URL is not set" in unpublished_site.pages["links/"].text


def test_unpublished_site_copies_the_page_s_own_address(new_page, unpublished_site, kinds):
    page = new_page(of=unpublished_site, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{kinds['exercise']}?a=b#steps")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == unpublished_site.base_url + kinds["exercise"]
    assert not page.get_by_role("button", name="Show QR").is_visible()
