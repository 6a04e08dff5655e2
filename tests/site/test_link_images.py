"""What a messenger is told of a link: words with the dose, and a picture in which nothing is cut off."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageColor

import longest_texts
from first_colours import LIGHT
from limber import wording
from limber.plain_text import plain
from limber.previews import image
from limber.previews.image import HEIGHT, MARGIN, RULE, WIDTH, NoLetter, lines, png
from limber.previews.text import LinkText, of_exercise, of_routine
from limber.site import pages
from limber.site.redirects import Redirect
from limber.site.share_files import LinkFiles

WIDE = LinkText("Exercise", "W" * 48, ("10 × 10–12 reps → 10 × 10–12 reps or 10 × 150 s hold", "each shoulder"), "")
WORDS = LinkText(
    "Routine", "The very long name of a routine for feet and hips", ("13 exercises", "about 55–60 min"), ""
)


def _records(dataset):
    return [*dataset.exercises.values(), *dataset.routines.values()]


def _text(record):
    return of_routine(record) if hasattr(record, "steps") else of_exercise(record)


@pytest.fixture(params=["site", "subpath_site"])
def either_site(request):
    """The site at a host's root, then in a folder of a host."""
    return request.getfixturevalue(request.param)


def test_page_says_its_dose_where_it_is_sent(either_site, dataset):
    for kind, records in (("exercises", dataset.exercises), ("routines", dataset.routines)):
        for id_, record in records.items():
            page = either_site.pages[f"{kind}/{id_}/"]
            said = {
                each.attributes.get("property") or each.attributes["name"]: each.attributes["content"]
                for each in page.every("meta")
                if {"property", "name"} & each.attributes.keys()
            }
            dose = wording.dose(record.start, record) if kind == "exercises" else f"{len(record.steps)} exercises, "
            assert said["og:title"] == record.name
            assert plain(dose) in said["og:description"] and said["og:description"].endswith(f". {record.summary}")
            assert said["description"] == record.summary
            assert said["og:image"] == f"{either_site.address}link-images/{kind}/{id_}.png"
            assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
            assert said["og:image:alt"].startswith(f"{record.name}: ")
            assert said["twitter:card"] == "summary_large_image"
            file = either_site.folder / "link-images" / kind / f"{id_}.png"
            with Image.open(file) as picture:
                assert (picture.format, picture.size) == ("PNG", (1200, 630))
            assert file.stat().st_size < 30_000


def test_pictures_differ(site):
    files = list((site.folder / "link-images").rglob("*.png"))
    assert len({file.read_bytes() for file in files}) == len(files) > 1


def test_the_same_words_give_the_same_bytes():
    assert png(WORDS, "Limber", LIGHT) == png(WORDS, "Limber", LIGHT)


def _fits(text, site_name):
    """Every line within the margins, none over another, and every word whole and in its order."""
    found = lines(text, site_name)
    for line in found:
        assert 0 < line.width <= WIDTH - 2 * MARGIN, line
    # Where there is ink, and not what we have added up.
    with Image.open(BytesIO(png(text, site_name, LIGHT))) as picture:
        drawn = picture.convert("RGB")
    left, top, right, bottom = ImageChops.difference(drawn, Image.new("RGB", drawn.size, LIGHT["paper"])).getbbox()
    assert left >= MARGIN and right <= WIDTH - MARGIN + 2
    assert top > 0 and bottom < HEIGHT
    for above, below in pairwise(found):
        assert above.top + above.size <= below.top, (above, below)
    kind, *middle, _ = found
    assert kind.words == text.kind
    assert middle[-1].top + middle[-1].size * 1.2 <= RULE
    said = "".join(line.words for line in middle).replace(" ", "")
    assert said == "".join([text.name, *text.dose]).replace(" ", "")


def test_nothing_is_cut_off_in_a_picture(dataset, site_name):
    for text in (*map(_text, _records(dataset)), WIDE, WORDS):
        _fits(text, site_name)


def test_nothing_is_cut_off_where_texts_are_as_long_as_they_may_be(root, tmp_path, site_name):
    records = _records(longest_texts.dataset(root, tmp_path))
    assert max(len(record.name) for record in records) >= 40
    for record in records:
        _fits(_text(record), site_name)


def test_ink_keeps_off_the_edges_of_a_picture():
    for text in (WIDE, WORDS):
        with Image.open(BytesIO(png(text, "W" * 90, LIGHT))) as picture:
            plain = picture.convert("RGB")
        ground = Image.new("RGB", plain.size, LIGHT["paper"])
        left, top, right, bottom = ImageChops.difference(plain, ground).getbbox()
        assert left >= MARGIN - 4 and right <= WIDTH - MARGIN + 4 and top >= 40 and bottom <= HEIGHT - 40


def _box_of(figure_box):
    left, top, width, height = figure_box
    return left, top, left + width, top + height


def test_figures_stand_beside_the_words_and_are_drawn(dataset, site_name):
    for record in _records(dataset):
        text = _text(record)
        placed = [_box_of(box) for _, box in image.placed_figures(text)]
        count = min(4, len(record.steps)) if hasattr(record, "steps") else 1
        assert len(placed) == count, record.id
        with Image.open(BytesIO(png(text, site_name, LIGHT))) as picture:
            plain = picture.convert("RGB")
        words = max(MARGIN + line.width for line in lines(text, site_name)[1:-1])
        for left, top, right, bottom in placed:
            assert words + 20 < left and right <= WIDTH - MARGIN and top >= MARGIN - 4 and bottom < RULE
            drawn = plain.crop((left, top, right, bottom))
            inks = {colour: count for count, colour in drawn.getcolors(1 << 16)}
            assert inks.get(ImageColor.getrgb(LIGHT["pine"]), 0) > 0.05 * drawn.width * drawn.height
            ground = sum(inks.get(ImageColor.getrgb(colour), 0) for colour in (LIGHT["paper"], LIGHT["figure-mat"]))
            assert ground > 0.2 * drawn.width * drawn.height


def test_figure_makes_room_for_words_that_have_none_beside_it(dataset):
    shown = of_exercise(dataset.exercises["toe-lifts"]).shown
    assert image.placed_figures(replace(WORDS, shown=shown))
    crowded = replace(WIDE, shown=shown)
    assert image.placed_figures(crowded) == []
    assert png(crowded, "Limber", LIGHT) == png(WIDE, "Limber", LIGHT)


def test_short_name_is_larger_than_a_long_one():
    short, long = (
        max(line.size for line in lines(LinkText("Exercise", name, ("30 s",), ""), "x"))
        for name in ("Squat", WORDS.name)
    )
    assert short == image.NAMES[0] > long >= image.NAMES[-1]


def test_letters_of_europe_are_drawn_and_unknown_ones_are_told_apart():
    for name in ("Dehnübung für große Füße", "Étirement", "Rozciąganie łydki", "Икры", "Γάμπα", "2 × 10–12 → ½"):
        assert png(LinkText("Exercise", name, ("30 s",), ""), "Limber", LIGHT)
    assert png(LinkText("Exercise", "Squat 🦶", ("30 s",), ""), "Limber", LIGHT) == png(
        LinkText("Exercise", "Squat ", ("30 s",), ""), "Limber", LIGHT
    )
    with pytest.raises(NoLetter, match="伸"):
        png(LinkText("Exercise", "伸ばす", ("30 s",), ""), "Limber", LIGHT)


def test_record_whose_name_cannot_be_drawn_has_a_link_without_a_picture():
    links = {"exercises/a/": LinkText("Exercise", "伸ばす", ("30 s",), "30 s. x"), "exercises/b/": WORDS}
    made = LinkFiles(links, "https://coach.example/", "Limber", True, LIGHT)
    assert set(made.files) == {"qr/exercises/a.svg", "qr/exercises/b.svg", "link-images/exercises/b.png"}
    assert made.meta("exercises/a/")["link_image"] == ""
    assert made.meta("exercises/b/")["link_image"] == "https://coach.example/link-images/exercises/b.png"
    assert made.notes == ["Note: exercises/a/: no picture for messengers; its font lacks a letter."]
    more = {f"exercises/{each}/": links["exercises/a/"] for each in "cde"}
    made = LinkFiles(links | more, "https://coach.example/", "Limber", True, LIGHT)
    said = "Note: exercises/a/ and 3 more: no picture for messengers; its font lacks a letter."
    assert made.notes == [said]


def test_files_of_a_record_stay_at_its_old_paths(dataset):
    exercise = next(iter(dataset.exercises.values()))
    link = f"exercises/{exercise.id}/"
    moves = [Redirect("exercises/before/", link, ""), Redirect("sheets/gone/", "sheets/now/", "")]
    made = LinkFiles.of(pages.pages(dataset), moves, "https://coach.example/", "Limber", True, LIGHT)
    for kind, suffix in (("qr", "svg"), ("link-images", "png")):
        assert made.files[f"{kind}/exercises/before.{suffix}"] == made.files[f"{kind}/{link[:-1]}.{suffix}"]
    assert len([path for path in made.files if "before" in path]) == 2
    short = LinkFiles.of({}, [], "https://coach.example/", "Limber", True, LIGHT, short=[Redirect("e/xy/", link, "")])
    assert set(short.files) == {"qr/e/xy.svg"}, "a code of its own for what stands on a card"
    assert not [path for path in made.files if "sheets" in path]


def test_pictures_are_made_only_where_they_are_asked_for():
    made = LinkFiles({"exercises/b/": WORDS}, "https://coach.example/", "Limber", False, LIGHT)
    assert set(made.files) == {"qr/exercises/b.svg"}
    assert made.meta("exercises/b/")["link_image"] == "" and made.notes == []
    assert made.meta("about/") == {}, "which is no page of a record"
    nowhere = LinkFiles({"exercises/b/": WORDS}, "", "Limber", True, LIGHT)
    assert (nowhere.files, nowhere.notes, nowhere.meta("exercises/b/")["link_image"]) == ({}, [], "")


MADE_WITHOUT_A_FONT = """
from limber.colours.palette import palette
from limber.model.site import Colours
from limber.previews.text import LinkText
from limber.site.share_files import LinkFiles
LIGHT = palette(Colours()).light
words = LinkText("Routine", "Morning", ("3 exercises", "about 5 min"), "")
made = LinkFiles({"exercises/a/": words, "exercises/b/": words}, "https://coach.example/", "Limber", True, LIGHT)
print([path for path in made.files if path.endswith(".png")], *made.notes, sep="\\n")
"""


def test_font_that_is_lost_is_told_once(root, tmp_path):
    shutil.copytree(root / "scripts" / "limber", tmp_path / "limber", ignore=shutil.ignore_patterns("*.woff2"))
    said = subprocess.check_output(
        [sys.executable, "-c", MADE_WITHOUT_A_FONT], env={**os.environ, "PYTHONPATH": str(tmp_path)}, text=True
    )
    lost = "Note: no pictures for messengers: Inter-Bold.woff2 in scripts/limber/previews/fonts/ is missing or damaged."
    assert said == f"[]\n{lost} Bring it back from git.\n"
