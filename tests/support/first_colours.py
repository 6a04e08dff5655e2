"""The colours of a site that chooses none, by their tokens."""

from limber.colours.palette import palette
from limber.model.site import Colours

_FIRST = palette(Colours())
LIGHT = _FIRST.light
DARK = {**LIGHT, **_FIRST.dark}
