"""Marks on figures, in a browser: told from things and from the body by their colours, in every light."""

from __future__ import annotations

import re

import pytest

from figure_stances import figures

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}


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
