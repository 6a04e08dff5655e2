"""Marks on figures, in a browser: told from things and from the body by their colours, in every light."""

from __future__ import annotations

import re

import pytest

from figure_stances import figures
from limber.previews import image
from limber.previews.figures import CLAY, FAR, FELT, GROUND, MAT

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}


DRAWN = {
    "figure-far": FAR,
    "figure-clay": CLAY,
    "figure-mat": MAT,
    "figure-felt": FELT,
    "control": GROUND,
    "paper": image.PAPER,
    "pine": image.PINE,
    "ink": image.INK,
    "muted": image.MUTED,
    "clay": image.CLAY,
}
"""What is drawn without a browser, by the name of its token."""


def _colours(root, begin, end):
    """What both files of colours say between two of their rules."""
    found = {}
    for name in ("styles/tokens.css", "components/figure/figure.css"):
        text = (root / "overrides" / name).read_text("utf-8")
        part = text.split(begin, 1)[1].split(end, 1)[0]
        found |= re.findall(r"--limber-([\w-]+): (#\w+);", part)
    return found


def test_picture_of_a_link_has_the_colours_of_the_page(root):
    light = _colours(root, ":root", '[data-md-color-scheme="slate"]')
    assert {name: light[name] for name in DRAWN} == DRAWN


def test_figure_in_a_file_has_the_inks_of_paper(root):
    paper = _colours(root, "@media print", "\n}\n")
    file = (root / "overrides" / "components" / "figure-file" / "figure-file.html").read_text("utf-8")
    inks = dict(re.findall(r'"([\w-]+)": "(#\w+)"', file))
    tones = {"ink": "pine", "far": "figure-far", "felt": "figure-felt", "edge": "figure-paper", "ground": "control"}
    assert {tone: inks[tone] for tone in tones} == {tone: paper[token] for tone, token in tones.items()}


@pytest.fixture
def held(dataset):
    """An exercise with a thing, in whose figure it is said where it is felt."""
    found = [exercise for exercise, figure in figures(dataset) if figure.felt and figure.things]
    if not found:
        pytest.skip("no figure says where it is felt and has a thing")
    return found[0]


@pytest.mark.parametrize("look", LOOKS)
def test_ring_stands_out_from_its_edge(page, held, look):
    _open(page, held, look)
    ring, edge = (_light(_colour(page, tone)) for tone in ("felt", "felt-edge"))
    assert (max(ring, edge) + 0.05) / (min(ring, edge) + 0.05) > 3


@pytest.mark.parametrize("look", ["light", "dark"])
def test_marks_are_of_other_colours_than_things(page, held, look):
    _open(page, held, look)
    thing, body, ring, arrow = (_colour(page, tone) for tone in ("prop", "ink", "felt", "arrow"))
    assert len({thing, body, ring, arrow}) == 4


def _open(page, exercise, look):
    page.emulate_media(reduced_motion="reduce", **LOOKS[look])
    page.goto(f"exercises/{exercise.id}/")
    page.wait_for_load_state()


def _colour(page, tone):
    return page.locator(f".figure__pose .figure__{tone}").first.evaluate("path => getComputedStyle(path).color")


def _light(colour):
    """The relative luminance of a colour."""
    levels = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
