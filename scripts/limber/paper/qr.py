"""Draws QR codes as SVG."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import segno

from limber.paper.layout import LONGEST_ADDRESS

LARGEST_VERSION = 6
"""At 25 mm with its quiet zone a module of version 6 is 0.5 mm wide, which a phone still reads out of focus."""

LEVELS = ("Q", "M", "L")
"""How much correction a code has, the most first: of four words one may be lost, or one in seven, or one in fourteen.

With a round stain on a tenth of it, at 25 places beside the three marks in its corners, a reader found each code at Q,
8 to 24 of them at M, and none at L. H would take more and smaller modules, against a larger stain than a card gets; it
is taken where a code of the same size has room for it.
"""

QUIET = 4
"""Modules without ink around a code, as the standard asks."""

MASK = 1
"""The pattern laid over each code. The standard tries all eight and scores them, which takes three quarters of the time
of a code. Under blur, noise and rotation a reader found as many codes with any one of them as with the best by score:
57 to 60 of 100, against 59.
"""

_DARK = re.compile(rb"\x01+")


class TooLong(ValueError):  # noqa: N818 (it reads as what it says)
    """An address that no code of a readable size can hold."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f'the address "{address}" has {len(address.encode())} characters; a QR code that a phone reads '
            f"from paper holds {LONGEST_ADDRESS}."
        )
        self.tip = "Shorten the path of SITE_URL, or the longest id."


def svg(address: str) -> str:
    """A QR code that holds `address`, with its quiet zone, as large as whatever it stands in.

    It has as much correction as `LEVELS` says first and as fits. Raises `TooLong`.
    """
    side, modules = _drawn(address)
    return f'<svg viewBox="0 0 {side} {side}" class="qr">{modules}</svg>'


def file(address: str) -> bytes:
    """The same as a file of its own, black on white wherever it is shown. Raises `TooLong`."""
    side, modules = _drawn(address)
    white = f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">{white}{modules}</svg>\n'
    return svg.encode()


@cache  # a code is in a page and in a file, and takes longer than the rest of the page
def _drawn(address: str) -> tuple[int, str]:
    """How many modules wide the code is with its quiet zone, and these as a path."""
    made = (segno.make(address, error=level, boost_error=True, micro=False, mask=MASK) for level in LEVELS)
    code = next((each for each in made if int(each.version) <= LARGEST_VERSION), None)
    if not code:
        raise TooLong(address)
    return 17 + 4 * int(code.version) + 2 * QUIET, f'<path stroke="#000" d="{_path(code.matrix)}"/>'


def _path(matrix: Sequence[bytearray]) -> str:
    """The dark modules of each row as strokes, from one to the next; segno does the same in four times the time."""
    strokes, x, y = [], 0, 0
    for row, modules in enumerate(matrix):
        for run in _DARK.finditer(modules):
            left, right = run.span()
            strokes.append(f"m{left - x} {row - y}h{right - left}")
            x, y = right, row
    return f"M{QUIET} {QUIET}.5" + "".join(strokes).removeprefix("m0 0")  # the corner is dark in every code
