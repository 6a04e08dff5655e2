"""Pictures that a coach brings: there, light, and drawings of shapes only; each fault in its exact words."""

import pytest

from limber.dataset.rules import pictures
from limber.dataset.rules.tables import Tables

WHERE = ("exercises", "plank", "images", 0, "file")
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def _problems(rule, folder, file):
    records = {"exercises": {"plank": {"images": [{"file": file}]}, "squat": {}, "lunge": {"images": [{}]}}}
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


def test_a_picture_may_have_300_kb_and_no_byte_more(tmp_path):
    rule, picture = pictures.a_picture_is_light, tmp_path / "plank.jpg"
    picture.write_bytes(bytes(300_000))
    assert _problems(rule, tmp_path, "plank.jpg") == []
    picture.write_bytes(bytes(300_001))
    said = '"plank.jpg" has 300 KB; at most 300 KB are shown.', "Make it smaller: 1200 pixels wide are enough."
    assert _problems(rule, tmp_path, "plank.jpg") == [(WHERE, *said)]
    assert _problems(rule, tmp_path, "missing.jpg") == []


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
