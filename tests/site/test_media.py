"""Photos and films on the built site: nothing tells where they were taken, and nothing is loaded before one asks."""

import io
import json

from PIL import Image

import media_files
from media_data import FIGURE, ONE_PHOTO, PAGE, PHOTOS
from site_build import files_of

POLICY = "Content-Security-Policy"


def _record(media_site, id_):
    return json.loads((media_site.folder / "api" / "v1" / "exercises" / f"{id_}.json").read_text("utf-8"))


def _page(media_site, id_):
    return media_site.pages[f"exercises/{id_}/"]


def test_no_file_of_the_site_tells_where_a_photo_or_a_film_was_taken(media_site):
    for path, content in files_of(media_site.folder).items():
        assert media_files.GPS.encode() not in content and media_files.PLACE not in content, path


def test_photo_lies_at_a_plain_address_upright_in_each_width_that_is_told(media_site):
    files = files_of(media_site.folder / "images")
    assert {each for each in files if "img-1234" in each} == {f"img-1234{width}.jpg" for width in ("", ".320", ".640")}
    (image,) = _record(media_site, ONE_PHOTO)["images"]
    told = {image["url"]: image["width_pixels"]} | {each["url"]: each["width_pixels"] for each in image["sizes"]}
    assert list(told.values()) == [1200, 320, 640] and image["height_pixels"] == 1600
    for path, width in told.items():
        photo = Image.open(io.BytesIO((media_site.folder / path).read_bytes()))
        assert photo.size == (width, round(width * 4 / 3))
        assert photo.convert("RGB").getpixel((int(width * 0.75), int(width * 0.3)))[0] > 150, (
            "held with its right side up"
        )


def test_photo_of_a_page_keeps_its_address_and_loses_what_the_phone_wrote(media_site):
    photo = Image.open(io.BytesIO((media_site.folder / "images" / PAGE).read_bytes()))
    assert photo.size == (300, 400) and not dict(photo.getexif())


def test_photos_stand_where_the_figure_would(media_site):
    header = _page(media_site, PHOTOS).one("div", class_="exercise-page").one("header")
    assert [each.attributes["alt"] for each in header.every("img")] == [
        "The heel on the ball.",
        "The toes on the ball.",
    ]
    assert not _page(media_site, FIGURE).one("div", class_="exercise-page").one("header").every("img")
    pair = media_site.pages["routines/foot-and-hip/"].every("img", class_="figure-pair__pose")
    assert [each.attributes["src"].rpartition("/")[2] for each in pair][:2] == ["img-1234.640.jpg", "img-1235.640.jpg"]
    for path in ("exercises/", "links/", "equipment/"):
        thumbs = media_site.pages[path].every("img", class_="figure-thumb__photo")
        assert {each.attributes["src"].rpartition("/")[2] for each in thumbs} == {"img-1234.320.jpg"}
        assert {each.attributes["alt"] for each in thumbs} == {""}, "its name stands beside it"
    for path in ("cards/foot-and-hip/", "sheets/foot-and-hip/"):
        printed = [each.attributes["src"] for each in media_site.pages[path].every("img")]
        assert {"../../images/img-1234.640.jpg", "../../images/img-1235.640.jpg"} <= set(printed)


def test_film_is_loaded_by_nothing_but_its_own_controls(media_site):
    (film,) = _page(media_site, PHOTOS).every("video")
    assert film.attributes["src"] == "../../videos/ball-roll.mp4" and film.attributes["preload"] == "none"
    assert {"controls", "playsinline"} <= set(film.attributes) and "autoplay" not in film.attributes
    assert (film.attributes["width"], film.attributes["height"]) == ("640", "360")
    assert film.attributes["poster"] == "../../images/img-1234.640.jpg"
    (track,) = film.every("track")
    assert track.attributes["src"] == "../../videos/ball-roll.vtt" and "default" not in track.attributes
    assert "12" in _page(media_site, PHOTOS).every("figcaption")[-2].text


def test_film_elsewhere_is_a_link_that_names_its_host(media_site):
    for id_ in (PHOTOS, FIGURE):
        page = _page(media_site, id_)
        (link,) = page.every("a", class_="film__link")
        assert link.attributes["href"] == "https://films.example/watch?v=abc"
        assert link.attributes["rel"] == "noopener noreferrer" and link.attributes["target"] == "_blank"
        assert "Watch on films.example" in link.text
        assert "Only then does films.example learn of your visit." in page.every("figcaption")[-1].text
        assert not page.every("iframe")


def test_only_pages_that_may_show_a_film_allow_one(media_site):
    def media(path):
        (policy,) = (
            each for each in media_site.pages[path].every("meta") if each.attributes.get("http-equiv") == POLICY
        )
        rules = dict(each.strip().partition(" ")[::2] for each in policy.attributes["content"].split(";"))
        assert rules["default-src"] == "'none'"
        return rules.get("media-src")

    assert media(f"exercises/{PHOTOS}/") == "'self' blob:"
    assert media("plan/") is None and media("sheets/foot-and-hip/") is None


def test_build_says_of_which_film_there_are_no_captions(media_site):
    said = (media_site.folder.parent / "said.txt").read_text("utf-8").splitlines()
    (note,) = (each for each in said if "captions" in each)
    assert f'exercise "{FIGURE}", video 1: no captions' in note


def test_no_film_is_kept_on_a_device_by_itself(media_site):
    worker = (media_site.folder / "service-worker.js").read_text("utf-8")
    (build,) = (line for line in worker.splitlines() if line.startswith("const BUILD = "))
    files = json.loads(build.removeprefix("const BUILD = ").rstrip(";"))["files"]
    assert "images/img-1234.320.jpg" in files and not [each for each in files if each.startswith("videos/")]


def test_api_tells_of_films_and_of_the_one_that_runs_in_the_timer(media_site):
    own, elsewhere = _record(media_site, PHOTOS)["videos"]
    assert (own["url"], own["host"], own["duration_seconds"]) == ("videos/ball-roll.mp4", None, 12)
    assert (elsewhere["url"], elsewhere["host"]) == ("https://films.example/watch?v=abc", "films.example")
    assert _record(media_site, PHOTOS)["film"]["url"] == "videos/ball-roll.mp4"
    assert "film" not in _record(media_site, FIGURE)
    names = json.loads((media_site.folder / "api" / "v1" / "exercise-names.json").read_text("utf-8"))["exercises"]
    pictures = {each["id"]: each["picture"] for each in names}
    assert pictures[PHOTOS] == "images/img-1234.320.jpg" and pictures[FIGURE] == f"figures/{FIGURE}.svg"


def test_every_published_photo_can_be_opened(media_site):
    for path, content in files_of(media_site.folder / "images").items():
        assert Image.open(io.BytesIO(content)).load(), path
