"""Gives three exercises of the project photos and films in place of their figures, or beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import media_files
import quick_yaml

PHOTOS, ONE_PHOTO, FIGURE = "ball-roll", "calf-stretch", "kneeling-top-of-foot-stretch"
"""Two photos and a film for the timer; a single photo; a figure, a photo and two films."""
PAGE = "IMG 20.jpg"
"""A photo that a page may show, and no exercise does."""
_RIGHT = {"licence": "CC BY 4.0", "author": "Kim Roe"}
_FILM = {"file": "videos/Ball roll.MP4", "alt": "The whole movement, twice.", **_RIGHT}
_ELSEWHERE = {"url": "https://films.example/watch?v=abc", "alt": "How to find the right ball."}


def data(own: str) -> str:
    """The project's own data file with these."""
    found: dict[str, Any] = quick_yaml.read_text(own)
    exercises = found["exercises"]
    for id_ in (PHOTOS, ONE_PHOTO):
        exercises[id_].pop("figure", None)
        for fault in exercises[id_]["faults"]:
            fault.pop("figure", None)
    start, end = (
        {"file": f"images/{name}", "alt": alt, **_RIGHT}
        for name, alt in (("IMG 1234.JPG", "The heel on the ball."), ("IMG 1235.JPG", "The toes on the ball."))
    )
    exercises[PHOTOS] |= {
        "images": [start, end],
        "videos": [{**_FILM, "in_timer": True, "captions": "videos/Ball roll.vtt"}, _ELSEWHERE],
    }
    exercises[ONE_PHOTO] |= {"images": [start]}
    exercises[FIGURE] |= {"images": [start], "videos": [_FILM, _ELSEWHERE]}
    return quick_yaml.written(json.loads(json.dumps(found)), allow_unicode=True, width=1000)


def add_files(content: Path) -> None:
    """The files that these data name, below `content/`, and a photo that a page may show."""
    for folder in ("images", "videos"):
        (content / folder).mkdir()
    (content / "images" / "IMG 1234.JPG").write_bytes(media_files.photo(1600, 1200))
    (content / "images" / "IMG 1235.JPG").write_bytes(media_files.photo(1600, 1200, turned=3))
    (content / "images" / PAGE).write_bytes(media_files.photo(400, 300))
    (content / "videos" / "Ball roll.MP4").write_bytes(media_files.mp4())
    (content / "videos" / "Ball roll.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nRoll slowly.\n", "utf-8")
