"""The colours of a site: those of the first one exactly, and whatever a coach chooses, each text can be read."""

import colorsys
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derived import same
from first_colours import DARK, LIGHT
from limber.colours import contrast, oklch, readable, style_sheet
from limber.colours.palette import palette
from limber.model.site import Colours

FIRST = {"#faf7f0", "#1d2924", "#566159", "#1f4d3a", "#9c4219", "#0f1a16", "#a5d8bc", "#f0a57f", "#668475", "#c4683a"}
ANY = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
PALE = st.builds(
    lambda *hsv: "#" + "".join(f"{round(255 * each):02x}" for each in colorsys.hsv_to_rgb(*hsv)),
    st.floats(0, 1),
    st.floats(0, 0.08),
    st.floats(0.94, 1),
)
TEXTS = ("ink", "muted", "pine", "clay")


def test_contrast_is_that_of_wcag():
    assert contrast.ratio("#000000", "#ffffff") == contrast.ratio("#ffffff", "#000000") == pytest.approx(21)
    assert contrast.ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@settings(deadline=None)
@given(ANY)
def test_a_colour_comes_back_as_it_was(colour):
    assert oklch.hexadecimal(oklch.of(colour)) == colour


def test_a_site_that_chooses_nothing_has_the_first_colours():
    assert {*LIGHT.values(), *DARK.values()} >= FIRST
    assert palette(Colours(brand="#1f4d3a", accent="#9c4219", paper="#faf7f0")) == palette(Colours())


BY_CHOICE = ':root,\n[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
OF_PHASES = {"work", "switch", "rest", "prepare", "on-phase", "on-prepare"}


@pytest.mark.parametrize(
    ("sheet", "what", "heads"),
    [
        ("colours", "The site's colours, by the scheme that a page shows", [*BY_CHOICE]),
        ("phase-colours", "Those of the timer's phases, by the scheme that a page shows", [*BY_CHOICE]),
        (
            "system-colours",
            "The same, by the scheme of the system",
            [":root", "@media (prefers-color-scheme: dark) {\n:root"],
        ),
    ],
)
def test_style_sheets_declare_the_colours_of_both_schemes(sheet, what, heads):
    found = palette(Colours())
    css = style_sheet.files(found)[f"styles/{sheet}.css"].decode()
    comment, *rules = css.strip().split("\n\n")
    assert comment == f"/* {what}. */"
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for each in (found.light, found.dark) for colour in each.values())
    for rule, head, colours in zip(rules, heads, (found.light, found.dark), strict=True):
        declared = "".join(
            f"  --limber-{token}: {colour};\n"
            for token, colour in colours.items()
            if sheet == "system-colours" or (token in OF_PHASES) == (sheet == "phase-colours")
        )
        assert rule == f"{head} {{\n{declared}}}" + "\n}" * head.startswith("@media")


@settings(deadline=None)
@given(ANY, st.lists(ANY, min_size=1, max_size=2))
def test_nearest_shade_is_read_where_any_is(colour, grounds):
    near = contrast.legible(colour, grounds, 4.5)
    possible = max(contrast.least(each, grounds) for each in ("#000000", "#ffffff"))
    assert contrast.least(near, grounds) >= min(4.5, possible)
    if contrast.least(colour, grounds) >= 4.5:
        assert near == colour


@settings(deadline=None)
@given(ANY, ANY, st.one_of(st.just(""), PALE))
def test_each_text_of_both_schemes_can_be_read_once_the_chosen_can(brand, accent, paper):
    chosen = Colours(brand=brand, accent=accent, paper=paper)
    for _ in range(2):  # paper first, then what stands on it
        for key, grounds in readable.grounds(chosen).items():
            if colour := getattr(chosen, key):
                near = contrast.legible(colour, grounds, contrast.TEXT)
                chosen = Colours(**{each: getattr(chosen, each) for each in ("brand", "accent", "paper")} | {key: near})
    found = palette(chosen)
    for scheme in (found.light, {**found.light, **found.dark}):
        grounds = (scheme["paper"], scheme["surface"])
        for token in TEXTS:
            assert contrast.least(scheme[token], grounds) >= 4.5, token
        for phase in ("work", "switch", "rest"):
            assert contrast.ratio(scheme["on-phase"], scheme[phase]) >= 4.5, phase
        assert contrast.ratio(scheme["on-prepare"], scheme["prepare"]) >= 4.5
        assert contrast.ratio(scheme["on-pine"], scheme["pine"]) >= 4.5
        assert contrast.least(scheme["figure-far"], (*grounds, scheme["figure-mat"])) >= 3
        assert contrast.least(scheme["figure-clay"], grounds) >= 3


def test_palettes_of_chosen_colours_are_as_they_were():
    """Strong and weak ones, and paper alone; after a change that is meant look at a site in them, and accept them."""
    told = []
    for colours in (
        {"brand": "#0b4f8a", "accent": "#8a0b4f"},
        {"brand": "#46505a", "paper": "#eef2f7"},
        {"accent": "#c00000"},
    ):
        found = palette(Colours(**colours))
        told.append(" ".join(f"{key} {colour}" for key, colour in colours.items()))
        for scheme in ("light", "dark"):
            told += [f"  {scheme} {token}: {colour}" for token, colour in getattr(found, scheme).items()]
    same("palettes", told)


def test_no_colour_of_the_first_site_is_left_where_others_are_chosen():
    other = Colours(brand="#0b4f8a", accent="#8a0b4f", paper="#ffffff")
    found = palette(other)
    assert FIRST.isdisjoint({*found.light.values(), *found.dark.values()})
