"""Writes the colours of both schemes as style sheets, which tokens.css and the page for offline import."""

from __future__ import annotations

from collections.abc import Mapping

from limber.colours.palette import Palette, Scheme


def files(it: Palette) -> Mapping[str, bytes]:
    """The style sheets by their path below overrides/, where none of them lies: each build writes them."""
    light, dark = _declared(it.light), _declared(it.dark)
    chosen = f':root,\n[data-md-color-scheme="default"] {{\n{light}}}\n\n[data-md-color-scheme="slate"] {{\n{dark}}}\n'
    system = f":root {{\n{light}}}\n\n@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
    return {
        "styles/colours.css": f"/* The site's colours, by the scheme that a page shows. */\n\n{chosen}".encode(),
        "styles/system-colours.css": f"/* The same, by the scheme of the system. */\n\n{system}".encode(),
    }


def _declared(scheme: Scheme) -> str:
    return "".join(f"  --limber-{token}: {colour};\n" for token, colour in scheme.items())
