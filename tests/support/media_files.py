"""Makes photos as phones write them, and films of a few hundred bytes."""

from __future__ import annotations

import io
import struct

from PIL import Image

GPS, PLACE = "Praxis am Markt", b"+48.1372+011.5756/"
"""What a camera writes into a photo and into a film, and nobody should read on a site."""


def photo(width: int = 1600, height: int = 1200, kind: str = "JPEG", turned: int = 6) -> bytes:
    """A photo whose upper left quarter is red as the camera held it, with what a phone writes beside it."""
    picture = Image.new("RGB", (width, height), "navy")
    picture.paste("red", (0, 0, width // 2, height // 2))
    said = Image.Exif()
    said[0x0112] = turned
    said[0x010E] = GPS
    said.get_ifd(0x8825).update({1: "N", 2: (48.0, 8.0, 14.0), 3: "E", 4: (11.0, 34.0, 32.0)})
    into = io.BytesIO()
    picture.save(into, kind, exif=said, **({"comment": GPS.encode()} if kind == "JPEG" else {}))
    return into.getvalue()


def box(name: str, *parts: bytes) -> bytes:
    """A box of an MP4."""
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), name.encode("latin-1")) + content


def _track(kind: str, code: str, size: tuple[int, int] = (0, 0), upright: bool = False) -> bytes:
    turn = (0, 0x10000, 0, -0x10000, 0) if upright else (0x10000, 0, 0, 0, 0x10000)
    matrix = struct.pack(">9i", *turn, 0, 0, 0, 0x40000000)
    head = bytes(40) + matrix + struct.pack(">II", size[0] << 16, size[1] << 16)
    samples = box("stbl", box("stsd", bytes(4) + struct.pack(">I", 1), box(code, bytes(78))))
    return box(
        "trak", box("tkhd", head), box("mdia", box("hdlr", bytes(8), kind.encode(), bytes(13)), box("minf", samples))
    )


def mp4(
    *,
    code: str = "avc1",
    sound: str = "mp4a",
    more: str = "",
    seconds: float = 12.4,
    brand: str = "isom",
    upright: bool = False,
) -> bytes:
    """An MP4 of 640 by 360 pixels that says where it was filmed; it has no pictures."""
    tracks = [_track("vide", code, (640, 360), upright)]
    tracks += [_track("soun", sound)] if sound else []
    tracks += [_track(more, "mebx")] if more else []
    length = box("mvhd", bytes(12) + struct.pack(">II", 1000, int(seconds * 1000)) + bytes(80))
    place = box("udta", box("\xa9xyz", PLACE)) + box("meta", bytes(4), PLACE)
    kinds = box("ftyp", brand.encode(), bytes(4), b"isomavc1")
    return kinds + box("moov", length, *tracks, place) + box("mdat", bytes(32)) + box("uuid", bytes(16), PLACE)


def element(name: str, *parts: bytes) -> bytes:
    """An element of a WebM; its name in hexadecimal figures."""
    content = b"".join(parts)
    return bytes.fromhex(name) + (0x10000000 | len(content)).to_bytes(4, "big") + content


def webm(kind: str = "webm", told: int = 216) -> bytes:
    """A WebM of 640 by 360 pixels and 8 s, without sound, that says where it was filmed, in so many bytes."""
    info = element(
        "1549A966", element("2AD7B1", (1_000_000).to_bytes(3, "big")), element("4489", struct.pack(">d", 8000))
    )
    size = element("E0", element("B0", (640).to_bytes(2, "big")), element("BA", (360).to_bytes(2, "big")))
    track = element("1654AE6B", element("AE", element("83", b"\x01"), size))
    place = element("1254C367", PLACE.ljust(told)) + element("1941A469", PLACE)
    return element("1A45DFA3", element("4282", kind.encode())) + element("18538067", place, info, track)
