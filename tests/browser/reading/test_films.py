"""Photos and films in a browser: what is loaded and when, and what the timer shows where a film cannot be."""

import pytest

from media_data import FIGURE, ONE_PHOTO, PHOTOS

FILM = "videos/ball-roll.mp4"


@pytest.fixture
def page(page_of, media_site):
    """A page of the site with photos and films."""
    return page_of(media_site)


@pytest.fixture
def asked(page):
    """The addresses that it asks for."""
    asked = []

    def note(request):
        asked.append(request.url)

    page.on("request", note)
    yield asked
    page.remove_listener("request", note)


def test_film_is_asked_for_when_it_is_played_and_not_before(page, asked):
    page.goto(f"exercises/{PHOTOS}/", wait_until="networkidle")
    page.locator("video").scroll_into_view_if_needed()
    assert any(each.endswith("img-1234.640.jpg") for each in asked)
    assert not [each for each in asked if "/videos/" in each or "films.example" in each]
    with page.expect_request(f"**/{FILM}"):
        page.locator("video").evaluate("film => void film.play().catch(() => {})")


def test_timer_asks_for_its_film_in_a_run_and_shows_a_photo_where_it_cannot_be_played(page, asked):
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"timer/?exercise={PHOTOS}")
    start = page.get_by_role("button", name="Start")
    start.wait_for()
    assert not [each for each in asked if "/videos/" in each]
    with page.expect_request(f"**/{FILM}"):
        start.click()
    page.locator(".timer-stage__figure > img").wait_for()  # the film of these tests has no pictures
    assert page.locator(".timer-stage__figure video").count() == 0
    assert page.locator(".timer-stage__figure > img").get_attribute("alt") == "The heel on the ball."


def test_timer_s_film_is_silent_and_goes_round_and_holds_still(new_page, media_site):
    page = new_page(media_site, reduced_motion="no-preference")
    page.add_init_script(
        "HTMLMediaElement.prototype.play = function () { this.dataset.plays = ''; return Promise.resolve(); };"
    )
    page.add_init_script("HTMLMediaElement.prototype.pause = function () { delete this.dataset.plays; };")
    page.goto(f"timer/?exercise={PHOTOS}")
    page.get_by_role("button", name="Start").click()
    film = page.locator(".timer-stage__figure > video[data-plays]")
    film.wait_for()
    assert film.evaluate("it => [it.muted, it.loop, it.preload, it.ariaLabel]") == [
        True,
        True,
        "none",
        "The whole movement, twice.",
    ]
    page.get_by_role("button", name="Picture: Still").click()
    page.locator(".timer-stage__figure > video:not([data-plays])").wait_for()
    page.get_by_role("button", name="Picture: Play").click()
    film.wait_for()


def test_figure_is_shown_in_the_timer_where_there_is_one_and_else_a_photo(page):
    for id_, shown in ((FIGURE, ".figure"), (ONE_PHOTO, "img")):
        page.goto(f"timer/?exercise={id_}")
        page.get_by_role("button", name="Start").click()
        page.locator(f".timer-stage__figure > {shown}").wait_for()


def test_plan_and_its_papers_show_photos_where_there_is_no_figure(page, dataset):
    code = dataset.exercises[PHOTOS].code
    page.goto(f"plan/#1.{code}")
    pictures = page.locator(".plan-step__figure img")
    pictures.nth(1).wait_for()
    assert [pictures.nth(at).get_attribute("alt") for at in (0, 1)] == [
        "The heel on the ball.",
        "The toes on the ball.",
    ]
    for path in ("plan/sheet/", "plan/cards/"):
        page.goto(f"{path}#1.{code}")
        page.locator(".paper-poses img").nth(1).wait_for()
        found = page.locator(".paper-poses img").evaluate_all(
            "all => all.map((each) => each.getAttribute('src').split('/').at(-1))"
        )
        assert found[:2] == ["img-1234.640.jpg", "img-1235.640.jpg"]


def test_search_shows_a_photo_where_an_exercise_has_one_and_else_its_figure(page):
    page.goto("exercises/")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("textbox").fill("stretch")
    found = page.locator(".search-dialog .md-search-result .search-dialog__figure")
    found.locator("img[src$='img-1234.320.jpg']").first.wait_for()
    found.locator("svg").first.wait_for()
