"""Works out every colour of both schemes from the few that a coach chooses.

Each is a colour of the first site, turned to the coach's hue and as strong as theirs: so a site that chooses nothing
has exactly those, and one that chooses has their lightness, which is what makes them readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from limber.colours import contrast, oklch
from limber.colours.oklch import Oklch
from limber.model.site import Colours

Scheme = Mapping[str, str]
"""The colours of one scheme by the names of their tokens, such as `figure-far`."""

BRAND, ACCENT, PAPER = "#1f4d3a", "#9c4219", "#faf7f0"
BRAND_DARK, ACCENT_DARK, PAPER_DARK = "#a5d8bc", "#f0a57f", "#0f1a16"
MOST_CHROMA = 1.6
"""How much stronger a colour may become by a brand that is stronger than the first site's."""

# What is like the brand, the accent or the paper, by its token.
_LIGHT = {
    "brand": {"ink": "#1d2924", "muted": "#566159", "control": "#7b8279", "figure-far": "#668475"},
    "accent": {"figure-clay": "#c4683a", "figure-lit": "#e08a5a"},
    "paper": {"surface": "#f2ede1", "hairline": "#d9d1bf", "figure-mat": "#e9dcc6"},
}
_DARK = {
    "brand": {"muted": "#a7b3ab", "control": "#84918a", "figure-far": "#5d8a74"},
    "accent": {"figure-clay": "#f0a57f"},
    "paper": {"surface": "#17251f", "hairline": "#2e3f37", "figure-mat": "#24362e"},
}
_SWITCH_DARK = "#8a3b16"
_INK_DARK = "#ebe6d9"  # like paper
# Rest is slate and getting ready is sand in any site: what tells one phase from another is no one's brand. Nor is the
# blue of what is felt.
_ANY_LIGHT = {"rest": "#3d5163", "prepare": "#e6d5a8", "figure-felt": "#2a5db0"}
_ANY_DARK = {"rest": "#3a4d5f", "prepare": "#5f4d22", "figure-felt": "#4f8ef7"}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of both schemes. The dark one has those that differ."""

    light: Scheme
    dark: Scheme


def palette(chosen: Colours) -> Palette:
    """Every colour, of which each text has the contrast that it needs, as far as the chosen ones let it."""
    paper = chosen.paper or PAPER
    on_paper = {token: _moved(colour, PAPER, paper) for token, colour in _LIGHT["paper"].items()}
    grounds = (paper, on_paper["surface"])
    brand = chosen.brand or contrast.legible(BRAND, grounds, contrast.TEXT)
    accent = chosen.accent or contrast.legible(ACCENT, grounds, contrast.TEXT)
    return Palette(_light(brand, accent, paper, on_paper), _dark(chosen, brand, accent, paper))


def _light(brand: str, accent: str, paper: str, on_paper: Scheme) -> Scheme:
    grounds = (paper, on_paper["surface"])
    ink = contrast.legible(_turned(_LIGHT["brand"]["ink"], BRAND, brand), grounds, contrast.TEXT)
    return {
        "paper": paper,
        **on_paper,
        "ink": ink,
        "muted": contrast.legible(_turned(_LIGHT["brand"]["muted"], BRAND, brand), grounds, contrast.TEXT),
        "control": contrast.legible(_turned(_LIGHT["brand"]["control"], BRAND, brand), grounds, contrast.DRAWING),
        "pine": brand,
        "on-pine": paper,
        "clay": accent,
        "work": brand,
        "switch": accent,
        "on-phase": paper,
        **_ANY_LIGHT,
        "on-prepare": ink,
        **_of_figures("light", brand, accent, (*grounds, on_paper["figure-mat"])),
        "figure-lit": _turned(_LIGHT["accent"]["figure-lit"], ACCENT, accent),
    }


def _dark(chosen: Colours, brand: str, accent: str, paper: str) -> Scheme:
    of_brand = _turned(PAPER_DARK, BRAND, brand)
    ground = chosen.paper_dark or of_brand
    on_paper = {
        token: _moved(_turned(colour, BRAND, brand), of_brand, ground) for token, colour in _DARK["paper"].items()
    }
    grounds = (ground, on_paper["surface"])
    pine = chosen.brand_dark or contrast.legible(_turned(BRAND_DARK, BRAND, brand), grounds, contrast.TEXT)
    clay = chosen.accent_dark or contrast.legible(_turned(ACCENT_DARK, ACCENT, accent), grounds, contrast.TEXT)
    return {
        "paper": ground,
        **on_paper,
        "ink": contrast.legible(_moved(_INK_DARK, PAPER, paper), grounds, contrast.TEXT),
        "muted": contrast.legible(_turned(_DARK["brand"]["muted"], BRAND, brand), grounds, contrast.TEXT),
        "control": contrast.legible(_turned(_DARK["brand"]["control"], BRAND, brand), grounds, contrast.DRAWING),
        "pine": pine,
        "on-pine": ground,
        "clay": clay,
        "switch": contrast.legible(_turned(_SWITCH_DARK, ACCENT, accent), (paper,), contrast.TEXT),
        **_ANY_DARK,
        "on-prepare": paper,
        **_of_figures("dark", brand, accent, (*grounds, on_paper["figure-mat"])),
    }


def _of_figures(scheme: str, brand: str, accent: str, grounds: tuple[str, ...]) -> Scheme:
    """The far limbs and the things of a figure."""
    first = {"light": _LIGHT, "dark": _DARK}[scheme]
    far = _turned(first["brand"]["figure-far"], BRAND, brand)
    thing = _turned(first["accent"]["figure-clay"], ACCENT, accent)
    return {
        "figure-far": contrast.legible(far, grounds, contrast.DRAWING),
        "figure-clay": contrast.legible(thing, grounds[:2], contrast.DRAWING),
    }


def _turned(colour: str, first: str, chosen: str) -> str:
    """A colour as far from the first as the chosen one is, in its hue and its strength; as light as it was."""
    return _changed(colour, first, chosen, 0)


def _moved(colour: str, first: str, chosen: str) -> str:
    """The same, and as far from it in its lightness."""
    return _changed(colour, first, chosen, 1)


def _changed(colour: str, first: str, chosen: str, lighter: int) -> str:
    if chosen == first:
        return colour
    here, from_, to = oklch.of(colour), oklch.of(first), oklch.of(chosen)
    stronger = min(MOST_CHROMA, to.chroma / max(from_.chroma, 0.001))
    lightness = here.lightness + lighter * (to.lightness - from_.lightness)
    return oklch.hexadecimal(Oklch(lightness, here.chroma * stronger, here.hue + to.hue - from_.hue))
