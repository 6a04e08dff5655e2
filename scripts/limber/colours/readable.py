"""On what each colour that a coach chooses has to be read."""

from __future__ import annotations

from collections.abc import Mapping

from limber.colours.palette import palette
from limber.model.site import Colours

WHERE = {
    "paper": "with the colours of the timer",
    "brand": "on the paper of the light scheme",
    "accent": "on the paper of the light scheme",
    "brand_dark": "on the paper of the dark scheme",
    "accent_dark": "on the paper of the dark scheme",
}
"""Where each is read, the first first: the others stand on it."""


def grounds(chosen: Colours) -> Mapping[str, tuple[str, ...]]:
    """For each colour by its key those that it is read on, or that are read on it."""
    found = palette(chosen)
    light, dark = found.light, found.dark
    return {
        "paper": (light["rest"], dark["rest"], dark["prepare"]),
        "brand": (light["paper"], light["surface"]),
        "accent": (light["paper"], light["surface"]),
        "brand_dark": (dark["paper"], dark["surface"]),
        "accent_dark": (dark["paper"], dark["surface"]),
    }
