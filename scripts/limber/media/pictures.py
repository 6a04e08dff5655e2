"""Turns a coach's pictures into those that are published.

These are upright, no wider than pages show them, and hold nothing of what cameras write into them, such as the place.
"""

from __future__ import annotations

import io
import warnings
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from limber.build_cache import BuildCache
from limber.media.kinds import address

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (320, 640, 1280)
"""Pixels: for lists, for paper and half a phone, for a page on a sharp screen."""
MOST_BYTES = 30_000_000
MOST_PIXELS = 80_000_000  # what a build can hold in memory
_QUALITY = 80
_QUALITY_UNCHANGED = 90  # of one that keeps its size
_ORIENTATION, _LYING = 0x0112, (5, 6, 7, 8)


class Unreadable(Exception):  # noqa: N818 (it reads as what it says)
    """The file is damaged, or no picture."""


class TooManyPixels(Exception):  # noqa: N818 (the same)
    """The picture is larger than a build can hold."""


class Seen(NamedTuple):
    """The size of a photo in pixels once it is upright, and the ending that it is published with."""

    width: int
    height: int
    ending: str


class Published(NamedTuple):
    """A photo as it is published: its address, its size in pixels, and the addresses of smaller ones by their width."""

    file: str
    width: int
    height: int
    smaller: tuple[tuple[str, int], ...]


def seen(path: Path) -> Seen:
    """What the head of a file says of its photo. Raises `Unreadable` and `TooManyPixels`."""
    status = path.stat()
    return _seen(path, status.st_size, status.st_mtime_ns)


@cache
def _seen(path: Path, _size: int, _changed: int) -> Seen:
    from PIL import Image, UnidentifiedImageError  # late: this takes longer than all else, where no photo is new

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as photo:
            width, height = photo.size
            if width * height > MOST_PIXELS:
                raise TooManyPixels
            if photo.getexif().get(_ORIENTATION) in _LYING:
                width, height = height, width
            is_clear = photo.mode in ("RGBA", "LA", "PA") or "transparency" in photo.info
            is_flat = photo.format == "PNG" and photo.mode != "RGB"  # few colours, as a drawing has
            return Seen(width, height, "png" if is_clear or is_flat else "jpg")
    except Image.DecompressionBombError:
        raise TooManyPixels from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise Unreadable from None


def published(content: Path, path: str) -> Published:
    """How the photo at `path` below `content` is published. Raises as `seen` does."""
    width, height, ending = seen(content / path)
    widest = min(width, WIDTHS[-1])
    file = address(path, ending)
    stem = file.removesuffix(f".{ending}")
    smaller = tuple((f"{stem}.{each}.{ending}", each) for each in WIDTHS if each < widest)
    return Published(file, widest, round(height * widest / width), smaller)


def made(photo: Path, width: int, kept: BuildCache) -> bytes:
    """The photo at this width, as it is published."""
    content, ending = photo.read_bytes(), seen(photo).ending
    return kept.made(lambda: _made(content, width, ending), "pictures", content, f"{width} {ending}", version("pillow"))


def cleaned(photo: Path, kept: BuildCache) -> bytes:
    """The photo of a page in its own size and kind, upright and without what a camera wrote into it.

    Moving pictures stay as they are; so does what cannot be read.
    """
    content = photo.read_bytes()
    return kept.made(lambda: _cleaned(content), "pictures", content, "cleaned", version("pillow"))


def _made(content: bytes, width: int, ending: str) -> bytes:
    from PIL import Image, ImageOps

    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content)) as found:
        found.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))  # a JPEG is read no larger than it is needed
        photo = _in_srgb(ImageOps.exif_transpose(found))
    if ending == "jpg":
        photo = photo.convert("RGB")
    elif photo.mode not in ("L", "RGB", "RGBA"):
        photo = photo.convert("RGBA" if photo.has_transparency_data else "RGB")
    if width < photo.width:
        photo = photo.resize((width, round(photo.height * width / photo.width)), Image.Resampling.LANCZOS)
    photo.info.clear()
    into = io.BytesIO()
    if ending == "jpg":
        photo.save(into, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    else:
        photo.save(into, "PNG", optimize=True)
    return into.getvalue()


def _in_srgb(photo: Image.Image) -> Image.Image:
    """The photo in the colours that a browser takes one for that says nothing of its own."""
    from PIL import ImageCms

    profile = photo.info.get("icc_profile")
    if not profile or photo.mode not in ("RGB", "RGBA"):
        return photo
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(photo, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that nobody understands
        return photo
    return turned or photo


def _cleaned(content: bytes) -> bytes:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content)) as found:
            kind, colours = found.format, found.info.get("icc_profile")
            if kind not in ("JPEG", "MPO", "PNG", "WEBP", "AVIF"):
                return content
            if kind != "MPO" and getattr(found, "n_frames", 1) > 1:
                return content
            photo = ImageOps.exif_transpose(found)
            photo.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return content
    clear = photo.info.get("transparency")
    photo.info.clear()
    if clear is not None:
        photo.info["transparency"] = clear
    into = io.BytesIO()
    how = {} if kind == "PNG" else {"quality": _QUALITY_UNCHANGED}
    photo.save(into, "JPEG" if kind == "MPO" else kind, optimize=True, icc_profile=colours, **how)
    return into.getvalue()
