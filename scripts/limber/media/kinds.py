"""Tells what a file holds by how it begins, whatever its name says, and the address that its name becomes."""

from __future__ import annotations

import re
from pathlib import Path

from limber.accents import without_accents

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")
"""The endings of pictures, in lower case."""
PHOTOS = PICTURES[1:]
"""Those of pixels, which a camera may have written more into."""
FILMS = (".mp4", ".m4v", ".webm")
AS_JPEG = "An iPhone does so by itself with Settings, Camera, Formats, Most Compatible"
"""How a phone saves its photos as what every browser shows."""

_BEGINNINGS = (
    (rb"\xff\xd8\xff", "JPEG"),
    (rb"\x89PNG\r\n\x1a\n", "PNG"),
    (rb"RIFF....WEBP", "WebP"),
    (rb"....ftyp(avif|avis|....(?s:.{0,64})avif)", "AVIF"),
    (rb"....ftyp(hei[cxms]|hev[cxms]|mif1|msf1)", "HEIC"),
    (rb"....ftypqt  ", "QuickTime"),
    (rb"....(moov|mdat|wide|free)", "QuickTime"),
    (rb"....ftyp", "MP4"),
    (rb"\x1aE\xdf\xa3(?s:.{0,64})webm", "WebM"),
    (rb"\x1aE\xdf\xa3", "Matroska"),
    (rb"GIF8", "GIF"),
    (rb"BM", "BMP"),
    (rb"II\*\x00|MM\x00\*", "TIFF"),
    (rb"8BPS", "Photoshop"),
    (rb"%PDF", "PDF"),
    (rb"(\xef\xbb\xbf)?WEBVTT", "WebVTT"),
    (rb"(?s:[^\x00]*)<\s*([\w-]+:)?svg\b", "SVG"),
)
_READ = 4096  # bytes, behind the comments that programs begin a drawing with


def kind(path: Path) -> str:
    """What the file is, such as JPEG, HEIC or MP4; empty where nobody knows. Raises `OSError`."""
    with path.open("rb") as file:
        begins = file.read(_READ)
    return next((name for pattern, name in _BEGINNINGS if re.match(pattern, begins, re.S)), "")


def address(path: str, ending: str = "") -> str:
    """The address of a file, from the site's root: its path in lower case, with hyphens for what no address holds."""
    stem, _, own = path.rpartition(".")
    parts = (re.sub(r"[^a-z0-9_]+", "-", without_accents(each.casefold())).strip("-") for each in stem.split("/"))
    return f"{'/'.join(parts)}.{ending or own.casefold()}"
