"""Pictures of imported records: brought where their licence is stated and they are there, else named with why."""

import json
import os
import subprocess
import sys

import pytest

from database_records import EXERCEMUS, FREE, WGER
from imported import draft_of, remarks
from limber.dataset.load import load
from limber.imports.pictures import Shelf
from limber.imports.taking import Stated
from limber.imports.yaml_text import new_text
from media_files import photo

WORDS = Stated(licence="Unlicense")


@pytest.fixture
def folder(tmp_path):
    """What is imported, with pictures beside it, and the content of a site."""
    beside = tmp_path / "Downloads"
    (beside / "Wall Lean").mkdir(parents=True)
    (beside / "Wall Lean" / "0.JPG").write_bytes(photo(40, 30))
    (beside / "Wall Lean" / "1.jpg").write_bytes(photo(40, 30, "PNG"))
    return beside


def taken(folder, *records, stated=WORDS):
    shelf = Shelf(folder, folder.parent / "content")
    return draft_of(json.dumps(records), stated=stated, shelf=shelf), shelf


def free(*images, **more):
    return {**FREE, "images": list(images), "license": "CC0", **more}


def test_files_beside_the_file_come_with_licence_author_and_a_safe_name(folder):
    draft, shelf = taken(folder, free("Wall Lean/0.JPG", "Wall Lean/1.jpg", author="Kim Doe"))
    assert draft.tables["exercises"]["wall-lean"].keys["images"] == [
        {"file": "images/wall-lean/0.jpg", "licence": "CC0 1.0", "author": "Kim Doe (free-exercise-db)"},
        {"file": "images/wall-lean/1.png", "licence": "CC0 1.0", "author": "Kim Doe (free-exercise-db)"},
    ], "the second is a PNG, whatever its name says"
    assert list(shelf.files.values()) == [folder / "Wall Lean" / "0.JPG", folder / "Wall Lean" / "1.jpg"]
    assert "pictures of wall-lean: images/wall-lean/0.jpg, images/wall-lean/1.png" in remarks(draft, "taken")
    assert "alt of its pictures" in new_text(draft)
    assert not any("licence" in each for each in remarks(draft, "left out"))


def test_a_database_is_found_as_its_repository_has_it(folder):
    dist = folder.parent / "free-exercise-db" / "dist"
    dist.mkdir(parents=True)
    (dist.parent / "exercises" / "Wall_Lean").mkdir(parents=True)
    (dist.parent / "exercises" / "Wall_Lean" / "0.jpg").write_bytes(photo(40, 30))
    assert list(taken(dist, free("Wall_Lean/0.jpg"))[1].files) == ["images/wall_lean/0.jpg"]


def test_a_picture_whose_name_has_no_letters_is_called_a_picture(folder):
    (folder / "¿?.jpg").write_bytes(photo(40, 30))
    assert list(taken(folder, free("¿?.jpg"))[1].files) == ["images/picture.jpg"]


def test_nothing_outside_of_the_folder_is_read(folder):
    (folder.parent / "secret.jpg").write_bytes(photo(40, 30))
    (folder / "linked.jpg").symlink_to(folder.parent / "secret.jpg")
    names = ["../secret.jpg", str(folder.parent / "secret.jpg"), "linked.jpg", "a\0b.jpg", "x" * 5000, ""]
    draft, shelf = taken(folder, free(*names))
    assert shelf.files == {}
    assert "images" not in draft.tables["exercises"]["wall-lean"].keys


WALL = "picture Wall Lean/0.JPG"
HEIC = (
    "it is a HEIC picture, which few browsers show. Save it as JPEG. "
    "An iPhone does so by itself with Settings, Camera, Formats, Most Compatible"
)
DRAWING = "it is a drawing (SVG). Look at it, and put it into content/images/ with its size"


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"license": None}, f"{WALL}: the record states no licence for it."),
        (
            {"license": "CC BY-NC 4.0"},
            '"Toe Tap": "CC BY-NC 4.0" forbids commercial use, which a public site cannot promise.',
        ),
        ({"license": "own"}, f'{WALL}: "own" does not say whose it is.'),
        (
            {"license": {"short_name": "CC-BY-SA 4"}},
            f"{WALL}: CC BY-SA 4.0 asks for the author's name, and none is stated.",
        ),
        ({"images": ["none.jpg"]}, "picture none.jpg: there is no such file beside what is imported."),
        ({"images": ["broken.jpg"]}, "picture broken.jpg: it is cut off or damaged."),
        ({"images": ["phone.jpg"]}, f"picture phone.jpg: {HEIC}."),
        ({"images": ["drawing.svg"]}, f"picture drawing.svg: {DRAWING}."),
        ({"images": ["words.jpg"]}, "picture words.jpg: it holds no picture that is known."),
        ({"images": ["moving.gif"]}, "picture moving.gif: it holds a picture of the kind GIF."),
    ],
)
def test_a_picture_that_is_not_brought_is_named_with_the_reason(folder, record, why):
    (folder / "broken.jpg").write_bytes(photo(40, 30)[:60])
    (folder / "phone.jpg").write_bytes(b"\0\0\0\x18ftypheic")
    (folder / "drawing.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "words.jpg").write_bytes(b"words")
    (folder / "moving.gif").write_bytes(photo(40, 30, "GIF"))
    pictured = {**EXERCEMUS, "license_author": None, "license": "CC0", "images": ["Wall Lean/0.JPG"], **record}
    draft, shelf = taken(folder, pictured, stated=Stated("CC0", "Sam", "https://example.org/"))
    assert shelf.files == {}
    assert [*remarks(draft, "left out"), *remarks(draft, "refused")] == [why]


def test_a_picture_on_the_net_is_named_with_what_to_do_and_comes_once_it_is_saved(folder):
    draft, shelf = taken(folder, WGER)
    stated, unstated = remarks(draft, "left out")
    assert "https://example.org/board.png: it lies on the net, and nothing is downloaded." in stated
    assert "Save it as board.png beside the file before you write" in stated
    assert "{licence: CC BY-SA 4.0, author: Kim Doe (wger)}" in stated
    assert "other.png: the record states no licence for it" in unstated
    assert shelf.files == {}
    (folder / "board.png").write_bytes(photo(40, 30, "PNG"))
    board = taken(folder, WGER)[0].tables["exercises"]["board"].keys["images"]
    assert board == [{"file": "images/board.png", "licence": "CC BY-SA 4.0", "author": "Kim Doe (wger)"}]


def test_a_licence_that_the_record_states_is_that_of_its_pictures(folder):
    draft, _ = taken(folder, EXERCEMUS)
    (said,) = remarks(draft, "left out")
    assert "CC BY-SA 3.0, author: Sam (exercemus)" in said
    assert "no licence" not in said


def test_pictures_of_one_name_do_not_replace_each_other(folder):
    content = folder.parent / "content" / "images" / "wall-lean"
    content.mkdir(parents=True)
    (content / "0.jpg").write_bytes(b"another")
    other = {**WGER["images"][0], "image": "https://example.org/elsewhere/board.png"}
    draft, shelf = taken(folder, free("Wall Lean/0.JPG"), {**WGER, "images": [WGER["images"][0], other]})
    assert list(shelf.files) == ["images/wall-lean/0-2.jpg"]
    assert any("another picture is called board.png, too" in each for each in remarks(draft, "left out"))


def test_a_name_with_line_breaks_adds_no_line_to_the_data(folder):
    draft, _ = taken(folder, free("a\nexercises: {}\n.jpg", license="CC0"))
    assert "\nexercises: {}" not in new_text(draft)


def test_command_copies_pictures_when_told_and_the_record_builds_once_it_says_what_they_show(root, folder):
    source, into = folder / "free.json", folder.parent / "data" / "exercises.yaml"
    into.parent.mkdir()
    source.write_text(json.dumps([free("Wall Lean/0.JPG", equipment=None)]), "utf-8")
    copied = folder.parent / "content" / "images" / "wall-lean" / "0.jpg"

    def command(*more):
        asked = [sys.executable, "-m", "limber.imports.command", source, "--into", into, *more]
        env = {**os.environ, "PYTHONPATH": str(root / "scripts")}
        return subprocess.run(asked, capture_output=True, text=True, cwd=root, check=False, env=env)

    dry = command()
    assert "1 picture copied into" in dry.stdout, dry.stderr
    assert not copied.exists()
    assert command("--write").returncode == 0
    assert copied.read_bytes() == (folder / "Wall Lean" / "0.JPG").read_bytes()
    text = into.read_text("utf-8").replace("licence: CC0 1.0, author", "alt: A wall., licence: CC0 1.0, author")
    text = text.replace("    source:", "    stop_signs: [Pain.]\n    dose: 3 x 10\n    source:", 1)
    into.write_text(text, "utf-8")
    (image,) = load(into, folder.parent / "content").exercises["wall-lean"].images
    assert (image.author, image.licence) == ("free-exercise-db", "CC0 1.0")
