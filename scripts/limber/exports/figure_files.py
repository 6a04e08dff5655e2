"""Each figure's drawing as a file beside its exercise's page, for pages that draw it later.

What is drawn is what figure.html draws. An exercise without a figure has a file, too, which says so: who asks for it
knows of an exercise no more than its address. A timer waits for this over a slow network, so that its keys are few.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from limber.exports.lazy_texts import LazyTexts
from limber.figures import drawing as figure_drawing
from limber.figures import pace as figure_pace
from limber.figures.paths import Path, Picture
from limber.model.nouns import Dataset, Exercise

Record = dict[str, Any]


def figures(dataset: Dataset) -> Mapping[str, str]:
    """A file for each exercise, by its path below the site's root."""
    return LazyTexts({f"exercises/{id_}/figure.json": partial(_file, each) for id_, each in dataset.exercises.items()})


def _file(it: Exercise) -> str:
    return _text(drawing(it))


def drawing(it: Exercise) -> Record | None:
    """All pictures of an exercise's figure, and how fast it goes through them."""
    if not it.figure:
        return None
    poses, motion, pace = figure_drawing.drawing(it.figure, it.works)
    ways = zip(pace, figure_pace.keyframe_timings(it), strict=False)  # of what does not move there is no pace
    return {
        "poses": [_picture(*each) for each in zip(poses, it.shown_left, strict=True)],
        "motion": _picture(motion, " ".join(it.shown_left)) if motion else None,
        "ways": ";".join(f"{frames} {way.move} {way.stay}" for frames, way in ways),
    }


def _picture(it: Picture, left: str) -> Record:
    """What it shows is said of the right side, and of the left."""
    return {
        "shows": {"right": it.shows, "left": left},
        "box": it.box,
        "paths": _paths(it.paths),
        "lens": {"part": it.lens.part, "place": it.lens.place, "paths": _paths(it.lens.paths)} if it.lens else None,
    }


def _paths(drawn: Iterable[Path]) -> list[list[str | int]]:
    """Tone, way and width of each, and where it is in each frame, if it moves."""
    return [[each.tone, each.d, each.width, *([each.frames] if each.frames else [])] for each in drawn]


def _text(record: Record | None) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
