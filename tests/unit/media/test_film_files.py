"""Films: what their files say of them, which are refused and why, and that no place is published."""

from dataclasses import replace

import pytest

import media_files
from limber.build_cache import BuildCache
from limber.dataset import media
from limber.media import files, films, pictures
from limber.model.exercise_parts import Image, SmallerImage, Video


def _file(folder, content, name="a.mp4"):
    path = folder / name
    path.write_bytes(content)
    return path


def test_length_and_size_are_read_from_the_file(tmp_path):
    assert films.seen(_file(tmp_path, media_files.mp4())) == ("video/mp4", 12.4, 640, 360, True)
    assert films.seen(_file(tmp_path, media_files.mp4(sound=""), "b.mp4"))[4] is False
    assert films.seen(_file(tmp_path, media_files.webm(), "a.webm")) == ("video/webm", 8.0, 640, 360, False)


def test_film_that_was_held_upright_is_high(tmp_path):
    assert films.seen(_file(tmp_path, media_files.mp4(upright=True)))[2:4] == (360, 640)


CONTENTS = {
    "mp4": media_files.mp4(),
    **{f"webm {long}": media_files.webm(told=long) for long in (60, 120, 121, 122, 300)},
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_place_is_taken_out_and_all_else_stays_where_it_is(tmp_path, content):
    path = _file(tmp_path, content)
    cleaned = films.cleaned(path)
    assert media_files.PLACE in content and media_files.PLACE not in cleaned
    assert len(cleaned) == len(content)
    assert films.seen(_file(tmp_path, cleaned, "cleaned.mp4")) == films.seen(path)
    assert films.cleaned(tmp_path / "cleaned.mp4") == cleaned


def test_what_is_no_film_is_published_as_it_is(tmp_path):
    assert films.cleaned(_file(tmp_path, b"some words")) == b"some words"
    assert films.cleaned(_file(tmp_path, media_files.mp4()[:200])) == media_files.mp4()[:200]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (media_files.mp4(code="hvc1"), "is packed in HEVC, which not every browser plays."),
        (media_files.mp4(sound="alac"), "is packed in Apple Lossless, which not every browser plays."),
        (media_files.mp4(more="meta"), "tells more than pictures and sound, such as where it was filmed."),
        (media_files.mp4(brand="qt  "), "holds a QuickTime file."),
        (media_files.webm("matroska"), "holds a Matroska file."),
        (media_files.mp4()[:300], "is cut off or damaged."),
        (media_files.mp4()[:28], "is cut off: what says how to play it is missing."),
        (media_files.webm()[:60], "is cut off or damaged."),
        (b"some words", "holds no film that is known."),
        (media_files.photo(16, 16), "holds a JPEG file."),
    ],
)
def test_film_that_not_every_browser_plays_is_told_of(tmp_path, content, said):
    with pytest.raises(films.Unplayable) as told:
        films.seen(_file(tmp_path, content))
    assert told.value.what == said and told.value.tip.endswith(".")


def test_note_tells_of_each_film_here_that_is_heard_and_has_no_captions(dataset):
    here, elsewhere = Video("A lift.", file="a.mp4"), Video("A lift.", url="https://films.example/a")
    found = (replace(here, captions="a.vtt"), here, replace(here, is_silent=True), elsewhere, here)
    exercise = replace(dataset.exercises["calf-stretch"], videos=found)
    notes = files.notes(replace(dataset, exercises={**dataset.exercises, exercise.id: exercise}))
    tip = 'Add "captions:", or write "captions: no speech".'
    assert notes == [
        f'Note: data/exercises.yaml: exercise "calf-stretch", video {number}: no captions for who does not hear. {tip}'
        for number in (2, 5)
    ]


def test_what_exercises_show_lies_at_plain_addresses_and_says_what_its_files_say(tmp_path, dataset):
    for name, content in {
        "A Drawing.svg": b"<svg/>",
        "Photo.JPG": media_files.photo(500, 400, turned=1),
        "Lift 1.M4V": media_files.mp4(),
        "still.webm": media_files.webm(),
        "Lift 1.vtt": b"WEBVTT",
    }.items():
        _file(tmp_path, content, name)
    right = {"licence": "CC BY 4.0", "author": "Kim Doe"}
    own = {"file": "Lift 1.M4V", "alt": "A lift.", "in_timer": True, **right}
    captioned = {**own, "captions": "Lift 1.vtt", "poster": "Photo.JPG"}
    drawing, photo = (
        media.image({"file": each, "alt": "", **right}, tmp_path) for each in ("A Drawing.svg", "Photo.JPG")
    )
    narrow = (SmallerImage("photo.320.jpg", 320),)
    assert drawing == Image("a-drawing.svg", "", **right)
    assert photo == Image("photo.jpg", "", **right, width_pixels=500, height_pixels=400, smaller=narrow)
    assert media.image({"file": "Photo.JPG", "alt": "", **right}, None) == Image("photo.jpg", "", **right)
    lift = Video(
        "A lift.", "lift-1.mp4", "", "video/mp4", "lift-1.vtt", False, photo, 12, 640, 360, True, **right
    )  # fmt: skip
    here, still, elsewhere = (
        media.video(each, tmp_path)
        for each in (
            captioned,
            {"file": "still.webm", "alt": ""},
            {"url": "https://films.example/a", "alt": "", "poster": "A Drawing.svg"},
        )
    )
    assert (here, still) == (lift, Video("", "still.webm", "", "video/webm", "", True, None, 8, 640, 360))
    assert elsewhere == Video("", url="https://films.example/a", poster=Image("a-drawing.svg", "", "", ""))
    assert media.video({**own, "captions": "no speech"}, tmp_path).is_silent
    assert not media.video(own, tmp_path).is_silent
    assert [media.video({**own, "captions": each}, None).is_silent for each in ("no speech", "Lift 1.vtt")] == [
        True,
        False,
    ]

    exercise = replace(dataset.exercises["calf-stretch"], images=(drawing,), videos=(here, still, elsewhere))
    shown = replace(dataset, exercises={exercise.id: exercise})
    assert files.sources(shown) == {"A Drawing.svg", "Photo.JPG", "Lift 1.M4V", "still.webm", "Lift 1.vtt"}
    made = {address: make() for address, make in files.published(shown, tmp_path, BuildCache()).items()}
    assert {address: content for address, content in made.items() if address.endswith("jpg")} == {
        address: pictures.made(tmp_path / "Photo.JPG", width, BuildCache())
        for address, width in (("photo.jpg", 500), ("photo.320.jpg", 320))
    }
    assert made["a-drawing.svg"] == b"<svg/>" and made["lift-1.vtt"] == b"WEBVTT"
    assert made["lift-1.mp4"] == films.cleaned(tmp_path / "Lift 1.M4V")
    assert made.keys() == {"a-drawing.svg", "photo.jpg", "photo.320.jpg", "lift-1.mp4", "lift-1.vtt", "still.webm"}


def test_file_of_a_page_is_published_without_what_a_camera_wrote(tmp_path):
    film, photo = media_files.mp4(brand="qt  "), media_files.photo(16, 16)
    for name, content in {"a.MOV": film, "a.mp4": film, "a.webm": media_files.webm(), "a.JPEG": photo}.items():
        cleaned = files.cleaned(_file(tmp_path, content, name), BuildCache())()
        assert not [each for each in (media_files.PLACE, media_files.GPS.encode()) if each in cleaned], name
    for name in ("a.svg", "a.vtt", "a.pdf"):
        assert files.cleaned(tmp_path / name, BuildCache()) is None
