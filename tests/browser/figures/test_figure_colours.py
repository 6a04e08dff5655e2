"""Marks on figures, in a browser: told from things and from the body by their colours, in every light."""

from __future__ import annotations

import re

import pytest

from figure_stances import figures
from style_sheets import whole

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}


def test_figure_in_a_file_has_the_inks_of_paper(root):
    names = ("styles/tokens.css", "components/figure-picture/figure-picture.css")
    sheets = [(root / "overrides" / name).read_text("utf-8") for name in names]
    printed = "".join(text.split("@media print", 1)[1].split("\n}\n", 1)[0] for text in sheets)
    paper = dict(re.findall(r"--limber-([\w-]+): (#\w+);", printed))
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


PHASES = ("work", "switch", "rest", "paused", "prepare", "transition", "ready")
LEAST = {"ink": 4.5, "arrow": 4.5, "far": 3, "felt": 3, "prop": 3}


COLOURS = """() => [...document.querySelectorAll("p")].map((place) => [getComputedStyle(place).backgroundColor,
    ...[...place.querySelectorAll("path")].map((path) => getComputedStyle(path).color)])"""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_each_tone_stands_out_on_each_ground(browser, root, look):
    """On the page and on what lies there, and on the colour of each phase of the timer."""
    stage = "components/timer-stage/timer-"
    names = (
        "styles/timer.css",
        f"{stage}stage.css",
        "components/figure-picture/figure-picture.css",
        f"{stage}picture.css",
    )
    styles = "".join(whole(root / "overrides" / name) for name in names)
    drawn = "".join(map(_drawn, LEAST))
    grounds = [f"<p style='background:var(--limber-{each})'>{drawn}</p>" for each in ("paper", "surface")]
    phases = [
        f"<div class=timer-stage data-phase={each}><p class=timer-stage__figure style='background:var(--field)'>"
        f"{drawn}</p></div>"
        for each in PHASES
    ]
    page = browser.new_page(color_scheme=look)
    scheme = "slate" if look == "dark" else "default"
    page.set_content(f"<style>{styles}</style><body data-md-color-scheme={scheme}>{''.join((*grounds, *phases))}")
    for (ground, *marks), name in zip(page.evaluate(COLOURS), ("paper", "surface", *PHASES), strict=True):
        for tone, mark in zip(LEAST, marks, strict=True):
            dark, light = sorted((_light(ground), _light(mark)))
            assert (light + 0.05) / (dark + 0.05) >= LEAST[tone], (tone, name)
    page.close()


def _drawn(tone):
    return f"<svg class='figure__picture figure__pose'><path class=figure__{tone} d='M0 0h9' stroke-width=4 /></svg>"


def _open(page, exercise, look):
    page.emulate_media(reduced_motion="reduce", **LOOKS[look])
    page.goto(f"exercises/{exercise.id}/")
    page.wait_for_load_state()


def _colour(page, tone):
    return page.locator(f".figure__pose .figure__{tone}").first.evaluate("path => getComputedStyle(path).color")


def _light(colour):
    """The relative luminance of a colour."""
    whole_ = 1 if colour.startswith("color(srgb") else 255  # a mix of colours is in shares
    levels = [float(each) / whole_ for each in re.findall(r"[\d.]+", colour)[:3]]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
