"""Photos as they are published: upright, in the widths of pages, and without what a phone writes beside them."""

import io

import pytest
from PIL import Image

import media_files
from limber.build_cache import BuildCache
from limber.media import pictures
from limber.media.kinds import address, kind

CORNERS = {1: "upper left", 2: "upper right", 3: "lower right", 4: "lower left"} | {
    5: "upper left",
    6: "upper right",
    7: "lower right",
    8: "lower left",
}
"""Where the camera's upper left quarter is once the photo is upright, by its orientation in EXIF."""
TOLD = (media_files.GPS.encode(), b"Exif", b"GPS", b"http://ns.adobe.com")


def _opened(content):
    return Image.open(io.BytesIO(content)).convert("RGB")


def _red(picture):
    """Which quarter is red."""
    wide, high = picture.size
    places = {
        f"{up} {side}": (int(wide * x), int(high * y))
        for up, y in (("upper", 0.25), ("lower", 0.75))
        for side, x in (("left", 0.25), ("right", 0.75))
    }
    (found,) = (name for name, place in places.items() if picture.getpixel(place)[0] > 150)
    return found


@pytest.mark.parametrize("turned", CORNERS)
@pytest.mark.parametrize("kind_of_file", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_photo_is_upright_and_as_wide_as_it_says(tmp_path, turned, kind_of_file):
    (tmp_path / "a.jpg").write_bytes(media_files.photo(800, 600, kind_of_file, turned))
    published = pictures.published(tmp_path, "a.jpg")
    assert (published.width, published.height) == ((800, 600) if turned < 5 else (600, 800))
    for width in (published.width, *(each for _, each in published.smaller)):
        made = _opened(pictures.made(tmp_path / "a.jpg", width, BuildCache()))
        assert made.size == (width, round(published.height * width / published.width))
        assert _red(made) == CORNERS[turned]


@pytest.mark.parametrize("kind_of_file", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_photo_is_published_without_what_a_phone_wrote(tmp_path, kind_of_file):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(media_files.photo(800, 600, kind_of_file))
    assert media_files.GPS.encode() in photo.read_bytes()
    for content in (pictures.made(photo, 320, BuildCache()), pictures.cleaned(photo, BuildCache())):
        assert not [each for each in TOLD if each in content]
        assert not dict(Image.open(io.BytesIO(content)).getexif())


def test_photo_of_a_page_keeps_its_size_and_its_kind_and_is_upright(tmp_path):
    for kind_of_file in ("JPEG", "PNG", "WEBP"):
        (tmp_path / "a").write_bytes(media_files.photo(400, 300, kind_of_file))
        cleaned = pictures.cleaned(tmp_path / "a", BuildCache())
        assert Image.open(io.BytesIO(cleaned)).format == kind_of_file
        assert (_opened(cleaned).size, _red(_opened(cleaned))) == ((300, 400), "upper right")


def test_photo_is_made_no_wider_than_pages_show_it_and_never_wider_than_it_is(tmp_path):
    (tmp_path / "wide.jpg").write_bytes(media_files.photo(3000, 1500, turned=1))
    (tmp_path / "small.jpg").write_bytes(media_files.photo(500, 400, turned=1))
    wide, small = (pictures.published(tmp_path, f"{each}.jpg") for each in ("wide", "small"))
    assert wide == ("wide.jpg", 1280, 640, (("wide.320.jpg", 320), ("wide.640.jpg", 640)))
    assert small == ("small.jpg", 500, 400, (("small.320.jpg", 320),))


def test_picture_that_one_sees_through_stays_so(tmp_path):
    Image.new("RGBA", (900, 300), (255, 0, 0, 90)).save(tmp_path / "a.webp")
    assert pictures.published(tmp_path, "a.webp").file == "a.png"
    made = Image.open(io.BytesIO(pictures.made(tmp_path / "a.webp", 320, BuildCache())))
    assert (made.format, made.mode) == ("PNG", "RGBA")


def test_picture_of_few_colours_stays_so_and_no_photo_does(tmp_path):
    for mode, kind_of_file, ending in [("P", "PNG", "png"), ("RGB", "PNG", "jpg"), ("L", "JPEG", "jpg")]:
        Image.new(mode, (40, 30)).save(tmp_path / "a.any", kind_of_file)
        assert pictures.published(tmp_path, "a.any").file == f"a.{ending}", mode


def test_photo_is_made_once_as_long_as_it_is_the_same(tmp_path):
    photo, cache = tmp_path / "a.jpg", BuildCache(tmp_path / "cache")
    photo.write_bytes(media_files.photo(800, 600))
    first = pictures.made(photo, 320, cache)
    (entry,) = (tmp_path / "cache" / "pictures").iterdir()
    before = entry.stat().st_mtime_ns
    assert pictures.made(photo, 320, cache) == first and entry.stat().st_mtime_ns == before
    photo.write_bytes(media_files.photo(800, 600, turned=1))
    assert pictures.made(photo, 320, cache) != first


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("images/IMG 1234.JPG", "images/img-1234.jpg"),
        ("images/IMG_1234 (2).jpeg", "images/img_1234-2.jpeg"),
        ("Übung/Fußheber – Ende.PNG", "ubung/fussheber-ende.png"),
        ("images/calf-stretch.svg", "images/calf-stretch.svg"),
    ],
)
def test_name_of_a_file_becomes_an_address(path, at):
    assert address(path) == at


@pytest.mark.parametrize(
    ("begins", "is_a"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "AVIF"),
        (b"\0\0\0\x14ftypqt  ", "QuickTime"),
        (b"GIF89a", "GIF"),
        (b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='x'>", "SVG"),
        (b"\xef\xbb\xbfWEBVTT\n", "WebVTT"),
        (b"nothing that is known", ""),
        (media_files.mp4()[:64], "MP4"),
        (media_files.webm()[:64], "WebM"),
        (media_files.webm("matroska")[:64], "Matroska"),
    ],
)
def test_file_is_known_by_how_it_begins(tmp_path, begins, is_a):
    (tmp_path / "a.jpg").write_bytes(begins)
    assert kind(tmp_path / "a.jpg") == is_a
