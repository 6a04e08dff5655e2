"""Pictures that a coach brings: there, light, and drawings of shapes only; each fault in its exact words."""

import pytest
from PIL import Image

import media_files
from limber.dataset.rules import pictures
from limber.dataset.rules.tables import Tables

WHERE = ("exercises", "plank", "images", 0, "file")
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def _problems(rule, folder, *files):
    images = [{"file": file} for file in files]
    records = {"exercises": {"plank": {"images": images}, "squat": {}, "lunge": {"images": [{}]}}}
    return [(each.where, each.what, each.tip) for each in rule(Tables.of(records, folder))]


@pytest.mark.parametrize(
    ("inside", "holds"),
    [
        ("<script>alert(1)</script>", "a script"),
        ("<svg:SCRIPT/>", "a script"),
        ("< script />", "a script"),
        ("<foreignObject/>", "a piece of a page"),
        ('<path d="M0 0" onload = "alert(1)"/>', "an attribute that runs"),
        ("<path d='M0 0'onclick='alert(1)'/>", "an attribute that runs"),
        ('<a href="javascript:alert(1)"/>', "a link to elsewhere"),
        ('<image href="//elsewhere.example/a.png"/>', "a link to elsewhere"),
        ("<image xlink:href='https://elsewhere.example/a.png'/>", "a link to elsewhere"),
        ("<a href=data:text/html,hello />", "a link to elsewhere"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "an entity of its own"),
        ("<style>@import 'a.css'</style>", "a request to another host"),
        ('<path style="fill: url( https://elsewhere.example/a)"/>', "a request to another host"),
    ],
)
def test_a_drawing_that_does_more_than_show_is_told_of(tmp_path, inside, holds):
    (tmp_path / "plank.svg").write_text(SVG.format(inside), "utf-8")
    (tmp_path / "plank.png").write_text(SVG.format(inside), "utf-8")
    said = f'"plank.svg" holds {holds}.', "Save it as a plain SVG of shapes only, or as a PNG."
    assert _problems(pictures.a_drawing_runs_nothing, tmp_path, "plank.svg") == [(WHERE, *said)]
    assert _problems(pictures.a_drawing_runs_nothing, tmp_path, "plank.png") == []


@pytest.mark.parametrize(
    "inside",
    ['<path id="one" d="M0 0"/>', '<use href="#one"/>', '<path fill="url(#a)"/>', "<title>Scripted on paper</title>"],
)
def test_a_drawing_of_shapes_is_let_through(tmp_path, inside):
    (tmp_path / "plank.svg").write_text(SVG.format(inside), "utf-8")
    assert _problems(pictures.a_drawing_runs_nothing, tmp_path, "plank.svg") == []


def test_a_drawing_may_have_300_kb_and_no_byte_more_and_a_photo_more(tmp_path):
    rule = pictures.a_picture_is_light
    for name in ("plank.svg", "plank.jpg"):
        (tmp_path / name).write_bytes(bytes(300_000))
        assert _problems(rule, tmp_path, name) == []
        (tmp_path / name).write_bytes(bytes(300_001))
    said = '"plank.svg" has 300 KB; a drawing has at most 300 KB.', "Save it with fewer shapes, or as a PNG."
    assert _problems(rule, tmp_path, "plank.svg") == [(WHERE, *said)]
    assert _problems(rule, tmp_path, "plank.jpg") == []
    assert _problems(rule, tmp_path, "missing.jpg") == []


def test_a_photo_that_no_build_could_hold_is_told_of(tmp_path):
    smaller = "Save it smaller: 2000 pixels wide are enough."
    with (tmp_path / "plank.jpg").open("wb") as file:
        file.truncate(31_000_000)
    said = '"plank.jpg" has 31 MB; at most 30 MB are read.', smaller
    assert _problems(pictures.a_picture_is_light, tmp_path, "plank.jpg") == [(WHERE, *said)]
    Image.new("1", (10_000, 8_001)).save(tmp_path / "wide.png")
    said = '"wide.png" has more than 80 million pixels.', smaller
    assert _problems(pictures.a_picture_is_light, tmp_path, "wide.png") == [(WHERE, *said)]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("plank.jpg", b"GIF89a" + bytes(40), "holds a picture of the kind GIF."),
        ("plank.png", b"some words", "holds no picture that is known."),
        ("plank.jpg", SVG.encode(), "holds a picture of the kind SVG."),
        ("plank.svg", media_files.photo(16, 16), "holds a picture of the kind JPEG."),
        ("plank.jpg", b"\xff\xd8\xff\xe0 and no more", "is cut off or damaged."),
    ],
)
def test_a_picture_that_is_not_what_its_ending_says_is_told_of(tmp_path, name, content, what):
    (tmp_path / name).write_bytes(content)
    [problem] = _problems(pictures.a_picture_is_what_its_name_says, tmp_path, name)
    assert problem[1] == f'"{name}" {what}'


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_may_have_the_ending_of_another_kind(tmp_path, kind):
    (tmp_path / "plank.jpg").write_bytes(media_files.photo(16, 16, kind))
    assert _problems(pictures.a_picture_is_what_its_name_says, tmp_path, "plank.jpg") == []


def test_a_name_without_a_letter_that_an_address_holds_is_told_of(tmp_path):
    [problem] = _problems(pictures.a_file_has_an_address_of_its_own, tmp_path, "足/腿.jpg")
    assert problem[1] == '"足/腿.jpg" has a name without a letter or figure that an address holds.'


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [
        ("a/plank.jpg", "a/squat.jpg", ""),
        ("plank.jpg", "plank.svg", ""),
        ("plank.svg", "squat.svg", ""),
        ("plank.jpg", "Plank.PNG", "plank.png"),
        ("a b.svg", "a-b.svg", "a-b.svg"),
    ],
)
def test_two_files_that_would_have_one_address_are_told_of(tmp_path, one, other, at):
    found = _problems(pictures.a_file_has_an_address_of_its_own, tmp_path, one, other, one)
    what = f'"{other}" and "{one}" would have the same address, "{at}".'
    place = ("exercises", "plank", "images", 1, "file")
    assert found == ([(place, what, "Rename one of the files, and write that name.")] if at else [])


def test_a_picture_that_is_not_there_is_told_of_with_the_nearest(tmp_path):
    rule, folder = pictures.a_picture_is_there, tmp_path / "content"
    (folder / "images" / "plank-side.jpg").mkdir(parents=True)
    (folder / "images" / "plank.jpg").write_bytes(b"")
    assert _problems(rule, folder, "images/plank.jpg") == []
    near = 'no file "images/plnk.jpg" in content/.', 'Did you mean "images/plank.jpg"?'
    assert _problems(rule, folder, "images/plnk.jpg") == [(WHERE, *near)]
    moved = 'no file "photos/plank.jpg" in content/.', 'Did you mean "images/plank.jpg"?'
    assert _problems(rule, folder, "photos/plank.jpg") == [(WHERE, *moved)]
    twice = 'no file "content/images/plank.jpg" in content/.'
    tip = 'Leave "content/" out: it lies there anyway. Write "images/plank.jpg".'
    assert _problems(rule, folder, "content/images/plank.jpg") == [(WHERE, twice, tip)]
    spelt = 'no file "images/plank.JPG" in content/: capitals count.', 'Write "images/plank.jpg", as the file is spelt.'
    assert _problems(rule, folder, "images/plank.JPG") == [(WHERE, *spelt)]
    for far in ("images/bridge.webp", "photos/bench.jpg"):
        said = f'no file "{far}" in content/.', "Put it there, or take the image out."
        assert _problems(rule, folder, far) == [(WHERE, *said)]


@pytest.mark.parametrize("ending", ["svg", "png", "jpg", "jpeg", "webp", "avif"])
def test_a_picture_of_each_kind_is_found_for_a_misspelt_name(tmp_path, ending):
    (tmp_path / f"plank.{ending}").write_bytes(b"")
    [problem] = _problems(pictures.a_picture_is_there, tmp_path, f"plnk.{ending}")
    assert problem[2] == f'Did you mean "plank.{ending}"?'


def test_where_no_folder_is_known_no_picture_is_looked_for():
    for rule in (pictures.a_picture_is_there, pictures.a_picture_is_light):
        assert _problems(rule, None, "plank.jpg") == []
