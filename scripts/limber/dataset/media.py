"""Parses the pictures and films of an exercise, and reads from their files what these say better than a coach could."""

from __future__ import annotations

from pathlib import Path

from limber.media import films, pictures
from limber.media.kinds import PHOTOS, address
from limber.model.nouns import Image, Record, SmallerImage, Video

NO_SPEECH = "no speech"


def image(record: Record, content: Path | None) -> Image:
    """A picture; the size of a photo is what it is published with. Without a folder of `content`, no file is read."""
    path = record["file"]
    if content is None or not path.casefold().endswith(PHOTOS):
        return Image(**{**record, "file": address(path)}, source=path)
    found = pictures.published(content, path)
    size = {"file": found.file, "width_pixels": found.width, "height_pixels": found.height}
    return Image(**{**record, **size}, smaller=tuple(SmallerImage(*each) for each in found.smaller), source=path)


def video(record: Record, content: Path | None) -> Video:
    """A film, with what its file says of it."""
    said = {name: record[name] for name in ("alt", "url", "in_timer", "licence", "author") if name in record}
    if poster := record.get("poster"):
        right = {name: record.get(name, "") for name in ("licence", "author")}
        said["poster"] = image({"file": poster, "alt": "", **right}, content)
    if not (path := record.get("file")):
        return Video(**said)
    captions = record.get("captions", "")
    if captions == NO_SPEECH:
        said["is_silent"] = True
    elif captions:
        said |= {"captions": address(captions), "captions_source": captions}
    if content is not None:
        film = films.seen(content / path)
        said |= {
            "type": film.type,
            "duration_seconds": round(film.seconds),
            "width_pixels": film.width,
            "height_pixels": film.height,
            "is_silent": "is_silent" in said or not film.has_sound,
        }
    return Video(file=address(path, "mp4" if path.casefold().endswith(".m4v") else ""), source=path, **said)
