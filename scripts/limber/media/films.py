"""Reads what a film is from its file, and takes out what cameras write into it, such as the place.

The parts of an MP4 (ISO/IEC 14496-12) and of a WebM (RFC 8794 and 9559) are read by hand: their pictures are neither
decoded nor made anew. What is taken out becomes empty space of the same size, so that all else stays where it is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from limber.media.kinds import kind

MOST_BYTES = 25_000_000
"""What every usual host takes in one file, and a phone can load: a minute and a half at 2 Mbit/s."""
_PLAYED = {"avc1", "avc3", "av01", "vp08", "vp09", "mp4a", "Opus", "fLaC", ".mp3"}
"""Codes of what every browser plays, or all but old ones."""
_NAMES = {"hvc1": "HEVC", "hev1": "HEVC", "mp4v": "MPEG-4 Visual", "ac-3": "AC-3", "alac": "Apple Lossless"}
_TRACKS = {"vide", "soun", "text", "sbtl", "subt", "clcp", "tmcd", "hint"}
_EMPTIED = {"udta", "meta", "uuid", "free", "skip"}  # what cameras and programs tell, and what was left behind
_HOLDERS = {"moov", "trak", "mdia", "minf", "moof", "traf"}
SAVE = "Save it as MP4 with H.264 and AAC, 720 pixels high, such as with HandBrake: Preset Web, Fast 720p30"
"""How any program makes a film that every browser plays."""


class Unplayable(Exception):  # noqa: N818 (it reads as what it says)
    """The film cannot be published as it is: what is wrong, and a remedy."""

    def __init__(self, what: str, tip: str = f"{SAVE}.") -> None:
        super().__init__(what)
        self.what, self.tip = what, tip


class Film(NamedTuple):
    """What the file of a film says; nought where it does not say it."""

    type: str
    seconds: float
    width: int
    height: int
    has_sound: bool


def seen(path: Path) -> Film:
    """What a film is. Raises `Unplayable`, whose words follow its name."""
    status = path.stat()
    return _seen(path, status.st_size, status.st_mtime_ns)


@cache
def _seen(path: Path, _size: int, _changed: int) -> Film:
    found = kind(path)
    if found not in ("MP4", "WebM"):
        raise Unplayable(f"holds {_a(found)}." if found else "holds no film that is known.")
    content = path.read_bytes()
    try:
        return _mp4(content) if found == "MP4" else _webm(content)
    except (struct.error, IndexError):
        raise Unplayable("is cut off or damaged.", "Copy it anew from where it was made.") from None


def _a(kind_of_file: str) -> str:
    return f"{'an' if kind_of_file[0] in 'AS' else 'a'} {kind_of_file} file"


def cleaned(path: Path) -> bytes:
    """The film without what cameras and programs tell beside pictures and sound. What is no film stays as it is."""
    found, content = kind(path), path.read_bytes()
    try:
        if found in ("MP4", "QuickTime"):
            return _without_boxes(content)
        return _without_elements(content) if found in ("WebM", "Matroska") else content
    except (struct.error, IndexError):
        return content


class _Part(NamedTuple):
    """A box of an MP4 or an element of a WebM: its name, where it begins, where its content does, and where it ends."""

    name: str | int
    begin: int
    body: int
    end: int


def _boxes(content: bytes | bytearray, begin: int, end: int) -> Iterator[_Part]:
    while begin + 8 <= end:
        size, name = struct.unpack_from(">I4s", content, begin)
        body = begin + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, body)
            body += 8
        until = end if size == 0 else begin + size
        if until < body or until > end:
            raise IndexError
        yield _Part(name.decode("latin-1"), begin, body, until)
        begin = until


def _mp4(content: bytes) -> Film:
    parts = list(_boxes(content, 0, len(content)))
    moov = next((each for each in parts if each.name == "moov"), None)
    if not moov:
        raise Unplayable("is cut off: what says how to play it is missing.", "Copy it anew from where it was made.")
    seconds, width, height, has_sound, has_picture = 0.0, 0, 0, False, False
    for part in _boxes(content, moov.body, moov.end):
        if part.name == "mvhd":
            at, code = (12, ">II") if content[part.body] == 0 else (20, ">IQ")
            scale, length = struct.unpack_from(code, content, part.body + at)
            seconds = length / scale if scale else 0.0
        elif part.name == "trak":
            track = _track(content, part)
            _must_play(track)
            has_sound |= track.kind == "soun"
            if track.kind == "vide" and not has_picture:
                has_picture, width, height = True, track.width, track.height
    if not has_picture:
        raise Unplayable("holds no moving picture.")
    return Film("video/mp4", seconds, width, height, has_sound)


class _Track(NamedTuple):
    kind: str
    codes: tuple[str, ...]
    width: int
    height: int


def _track(content: bytes, trak: _Part) -> _Track:
    kind_, width, height = "", 0, 0
    codes: tuple[str, ...] = ()
    for name, part in _inside(content, trak):
        if name == "tkhd":
            at = part.body + (40 if content[part.body] == 0 else 52)
            first, *_ = struct.unpack_from(">i", content, at)
            wide, high = struct.unpack_from(">II", content, at + 36)
            width, height = wide >> 16, high >> 16
            if not first:  # turned by a quarter
                width, height = height, width
        elif name == "hdlr" and not kind_:
            kind_ = content[part.body + 8 : part.body + 12].decode("latin-1")
        elif name == "stsd":
            codes = tuple(str(each.name) for each in _boxes(content, part.body + 8, part.end))
    return _Track(kind_, codes, width, height)


def _inside(content: bytes, holder: _Part) -> Iterator[tuple[str, _Part]]:
    for part in _boxes(content, holder.body, holder.end):
        yield str(part.name), part
        if part.name in ("mdia", "minf", "stbl"):
            yield from _inside(content, part)


def _must_play(track: _Track) -> None:
    if track.kind not in _TRACKS:
        raise Unplayable("tells more than pictures and sound, such as where it was filmed.")
    for code in track.codes:
        if track.kind in ("vide", "soun") and code not in _PLAYED:
            raise Unplayable(f"is packed in {_NAMES.get(code, code)}, which not every browser plays.")


def _without_boxes(content: bytes) -> bytes:
    """An MP4 whose boxes of what programs tell are free space."""
    found = bytearray(content)

    def empty(begin: int, end: int) -> None:
        for part in _boxes(found, begin, end):
            if part.name in _EMPTIED:
                found[part.begin + 4 : part.begin + 8] = b"free"
                found[part.body : part.end] = bytes(part.end - part.body)
            elif part.name in _HOLDERS:
                empty(part.body, part.end)

    empty(0, len(found))
    return bytes(found)


_SEGMENT, _INFO, _TRACKS_OF_WEBM, _TRACK, _PICTURE, _CLUSTER = (
    0x18538067,
    0x1549A966,
    0x1654AE6B,
    0xAE,
    0xE0,
    0x1F43B675,
)
_SCALE, _DURATION, _KIND_OF_TRACK, _WIDTH, _HEIGHT = 0x2AD7B1, 0x4489, 0x83, 0xB0, 0xBA
_TOLD = {0x1254C367, 0x1941A469, 0x7BA9, 0x7384, 0xEC}  # tags, attachments, title, file name, what was left behind


def _elements(content: bytes | bytearray, begin: int, end: int) -> Iterator[_Part]:
    """The elements of a WebM between two places; those of an unknown size end where what holds them does."""
    while begin < end:
        name, at = _number(content, begin, with_mark=True)
        size, body = _number(content, at)
        unknown = size == (1 << 7 * (body - at)) - 1
        until = (body if name == _CLUSTER else end) if unknown else body + size
        if until > end:
            raise IndexError
        yield _Part(name, begin, body, until)
        begin = until


def _number(content: bytes | bytearray, at: int, with_mark: bool = False) -> tuple[int, int]:
    """A number of as many bytes as its first one says, and where it ends."""
    length = 9 - content[at].bit_length()
    if length > 8:
        raise IndexError
    value = int.from_bytes(content[at : at + length], "big")
    return (value if with_mark else value & (1 << 7 * length) - 1), at + length


def _webm(content: bytes) -> Film:
    scale, length, width, height, kinds = 1_000_000, 0.0, 0, 0, set()
    for name, part in _inner(content, 0, len(content)):
        value = content[part.body : part.end]
        if name == _SCALE:
            scale = int.from_bytes(value, "big")
        elif name == _DURATION:
            (length,) = struct.unpack(">f" if len(value) == 4 else ">d", value)
        elif name == _KIND_OF_TRACK:
            kinds.add(value[-1])
        elif name == _WIDTH and not width:
            width = int.from_bytes(value, "big")
        elif name == _HEIGHT and not height:
            height = int.from_bytes(value, "big")
    if 1 not in kinds:
        raise Unplayable("holds no moving picture.")
    return Film("video/webm", length * scale / 1e9, width, height, 2 in kinds)


def _inner(content: bytes | bytearray, begin: int, end: int) -> Iterator[tuple[int, _Part]]:
    for part in _elements(content, begin, end):
        yield int(part.name), part
        if part.name in (_SEGMENT, _INFO, _TRACKS_OF_WEBM, _TRACK, _PICTURE):
            yield from _inner(content, part.body, part.end)


def _without_elements(content: bytes) -> bytes:
    """A WebM whose elements of what programs tell are void."""
    found = bytearray(content)
    for name, part in list(_inner(content, 0, len(content))):
        if name in _TOLD:
            whole = part.end - part.begin
            head = bytes([0xEC, 0x80 | whole - 2]) if whole < 129 else b"\xec\x01" + (whole - 9).to_bytes(7, "big")
            found[part.begin : part.end] = head + bytes(whole - len(head))
    return bytes(found)
