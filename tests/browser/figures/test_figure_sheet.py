"""Every pose and every fault as Chromium draws it, in three sizes and four lights: to be read, whole, and as before."""

from __future__ import annotations

import os
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from figure_sheet import LOOKS, SIZES, Sheets, pictures
from figure_stances import figures

GOLDEN = Path(__file__).parents[2] / "golden" / "figures"
COLOURS = 64  # of a golden sheet, so that its file is small
SHARE = 0.01  # of pixels of a picture that may differ, since browsers do not smooth edges alike


@pytest.fixture(scope="module")
def sheets(browser, root, dataset):
    """Each sheet by size and look, drawn once it is asked for."""
    if not list(pictures(dataset)):
        pytest.skip("no exercise has a figure")
    drawn = Sheets(browser, root, dataset)
    yield cache(drawn.drawn)
    drawn.close()


@pytest.mark.parametrize("look", ["light", "print"])
@pytest.mark.parametrize("size", SIZES)
def test_sheet_of_all_pictures_looks_as_it_did(sheets, size, look):
    """After a change that is meant: `ACCEPT=1 scripts/test tests/browser/figures/`, then look at the sheets."""
    image = sheets(size, look).image
    golden = GOLDEN / f"sheet-{size}-{look}.png"
    if os.environ.get("ACCEPT"):
        image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(golden, optimize=True)
    with Image.open(golden) as before:
        assert before.size == image.size
        then = before.convert("RGB")
    for cell in sheets(size, look).cells:
        apart = _blurred(ImageChops.difference(then.crop(cell.box), cell.image))
        assert _share(apart, 48) < SHARE, f"{cell.name} looks otherwise: {_share(apart, 48):.1%}"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_picture_stands_out_from_the_page(sheets, size, look):
    for cell in sheets(size, look).cells:
        darkest, lightest = cell.image.convert("L").getextrema()
        assert (lightest + 12.75) / (darkest + 12.75) > 3, cell.name


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_no_two_pictures_of_an_exercise_are_alike_and_no_two_exercises(sheets, size, look):
    last = {}
    for one, other in combinations(sheets(size, look).cells, 2):
        if one.name.split(",")[0] == other.name.split(",")[0]:
            assert _apart(one, other) > 0.02, f"{one.name} and {other.name}"
    for cell in sheets(size, look).cells:
        if "pose" in cell.name:
            last[cell.name.split(",")[0]] = cell
    for one, other in combinations(last.values(), 2):
        assert _apart(one, other) > 0.04, f"{one.name} and {other.name}"


@pytest.mark.parametrize("look", LOOKS)
def test_fault_is_crossed_out_at_every_size(sheets, look):
    for size in SIZES:
        for cell in sheets(size, look).cells:
            if "fault" in cell.name:
                top = cell.image.crop((0, 0, cell.image.width, cell.image.height // 3))
                halves = [top.crop((0, 0, size // 4, top.height)), top.crop((top.width - size // 4, 0, *top.size))]
                assert any(_inked(each) for each in halves), f"{cell.name} at {size} px"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_a_picture_is_cut_off(sheets, size, dataset):
    """At the sides there is paper, but where the leg of a foot that is shown alone goes on; at the top it may."""
    feet = {
        f"{exercise.id}, fault {number}"
        for exercise, _ in figures(dataset)
        for number, fault in enumerate(exercise.faults, 1)
        if fault.figure and fault.figure.detail.endswith("foot") and fault.figure.view == "side"
    }
    for cell in sheets(size, "print").cells:
        image = cell.image.convert("L")
        left, right = (image.crop((x, 0, x + 1, int(image.height * 0.8))) for x in (0, image.width - 1))
        assert left.getextrema()[0] > 200, cell.name
        assert right.getextrema()[0] > 200 or cell.name in feet, cell.name


def _apart(one, other):
    return _share(ImageChops.difference(one.image, other.image.resize(one.image.size)), 64)


def _blurred(image):
    return image.filter(ImageFilter.BoxBlur(1))


def _share(image, level):
    """Of pixels that differ by more than so much."""
    grey = image.convert("L").point(lambda each: 255 if each > level else 0)
    return grey.histogram()[255] / (image.width * image.height)


def _inked(image):
    darkest, lightest = image.convert("L").getextrema()
    return lightest - darkest > 60
