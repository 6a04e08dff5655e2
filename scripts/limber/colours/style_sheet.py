"""Writes the colours of both schemes as style sheets, which tokens.css and the page for offline import."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from limber.colours.palette import Palette, Scheme

_OF_PHASES = frozenset({"work", "switch", "rest", "prepare", "on-phase", "on-prepare"})
"""Tokens that a plan's page does without."""


def files(it: Palette) -> Mapping[str, bytes]:
    """The style sheets by their path below overrides/, where none of them lies: each build writes them."""
    light, dark = _declared(it.light), _declared(it.dark)
    system = f":root {{\n{light}}}\n\n@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
    return {
        "styles/colours.css": _by_choice("The site's colours", it, lambda token: token not in _OF_PHASES),
        "styles/phase-colours.css": _by_choice("Those of the timer's phases", it, _OF_PHASES.__contains__),
        "styles/system-colours.css": f"/* The same, by the scheme of the system. */\n\n{system}".encode(),
    }


def _by_choice(what: str, it: Palette, is_in: Callable[[str], bool]) -> bytes:
    light, dark = (
        _declared({token: colour for token, colour in scheme.items() if is_in(token)}) for scheme in (it.light, it.dark)
    )
    return (
        f"/* {what}, by the scheme that a page shows. */\n\n"
        f':root,\n[data-md-color-scheme="default"] {{\n{light}}}\n\n[data-md-color-scheme="slate"] {{\n{dark}}}\n'
    ).encode()


def _declared(scheme: Scheme) -> str:
    return "".join(f"  --limber-{token}: {colour};\n" for token, colour in scheme.items())
