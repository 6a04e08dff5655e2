"""QR codes as drawings: a web address in, an SVG out; knows no page and not where the site lives."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import segno

from limber.paper import LONGEST_ADDRESS

LARGEST_VERSION = 6
"""At 25 mm with its quiet zone a module of version 6 is 0.5 mm wide, which a phone still reads out of focus."""


MASK = 1
"""The pattern laid over each code. The standard tries all eight and scores them, which takes three quarters of the time
of a code. Under blur, noise and rotation a reader found as many codes with any one of them as with the best by score:
57 to 60 of 100, against 59.
"""


class TooLong(ValueError):  # noqa: N818 (it reads as what it says)
    """An address that no code of a readable size can hold."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f'the address "{address}" has {len(address.encode())} characters; a QR code that a phone reads '
            f"from paper holds {LONGEST_ADDRESS}."
        )
        self.tip = "Shorten the path of SITE_URL, or the longest id."


@cache
def svg(address: str) -> str:
    """A QR code that holds `address`, with its quiet zone, as large as whatever it stands in.

    Large modules are read more surely than small ones with more correction, so correction only
    takes the room that is left in the smallest version. Raises `TooLong`.
    """
    return _made(address).svg_inline(border=4, omitsize=True, svgclass="qr", lineclass=None)


def file(address: str) -> bytes:
    """The same as a file of its own, black on white wherever it is shown. Raises `TooLong`."""
    out = BytesIO()
    _made(address).save(
        out, kind="svg", border=4, omitsize=True, xmldecl=False, light="#fff", svgclass=None, lineclass=None
    )
    return out.getvalue()


@cache
def _made(address: str) -> segno.QRCode:
    code = segno.make(address, error="L", boost_error=True, micro=False, mask=MASK)
    if int(code.version) > LARGEST_VERSION:
        raise TooLong(address)
    return code
