"""Lists the files that are published of pictures and films: each by its address, made when it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from limber.build_cache import BuildCache
from limber.media import films, pictures
from limber.media.kinds import FILMS, PHOTOS
from limber.model.nouns import Dataset, Exercise, Image

Make = Callable[[], bytes]


def published(dataset: Dataset, content: Path, cache: BuildCache) -> Mapping[str, Make]:
    """What exercises show, by address."""
    files: dict[str, Make] = {}
    for exercise in dataset.exercises.values():
        for image in _images(exercise):
            files |= _sizes(image, content / image.source, cache)
        for video in exercise.videos:
            if video.file:
                files[video.file] = partial(films.cleaned, content / video.source)
            if video.captions:
                files[video.captions] = (content / video.captions_source).read_bytes
    return files


def sources(dataset: Dataset) -> set[str]:
    """The paths below `content/` of what exercises show: these are not published as they are."""
    each = dataset.exercises.values()
    of_videos = (path for exercise in each for film in exercise.videos for path in (film.source, film.captions_source))
    return {*(image.source for exercise in each for image in _images(exercise)), *of_videos} - {""}


def cleaned(path: Path, cache: BuildCache) -> Make | None:
    """How a file of a page is published: a photo or a film without what a camera wrote into it; None as it is."""
    if path.suffix.casefold() in PHOTOS:
        return partial(pictures.cleaned, path, cache)
    return partial(films.cleaned, path) if path.suffix.casefold() in (*FILMS, ".mov") else None


def _images(exercise: Exercise) -> Iterator[Image]:
    yield from exercise.images
    yield from (film.poster for film in exercise.videos if film.poster)


def _sizes(image: Image, source: Path, cache: BuildCache) -> Mapping[str, Make]:
    if not image.width_pixels:  # a drawing
        return {image.file: source.read_bytes}
    widths = {image.file: image.width_pixels, **{each.file: each.width_pixels for each in image.smaller}}
    return {file: partial(pictures.made, source, width, cache) for file, width in widths.items()}


def notes(dataset: Dataset) -> list[str]:
    """Notes on films that not everyone can follow."""
    silent = [
        f'exercise "{exercise.id}", video {number}'
        for exercise in dataset.exercises.values()
        for number, film in enumerate(exercise.videos, 1)
        if film.file and not film.captions and not film.is_silent
    ]
    tip = 'Add "captions:", or write "captions: no speech".'
    return [f"Note: data/exercises.yaml: {each}: no captions for who does not hear. {tip}" for each in silent]
