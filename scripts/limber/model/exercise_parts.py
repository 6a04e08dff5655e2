"""The parts of an exercise as frozen classes: equipment, faults, pictures, films, changes, texts of one side."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from limber.model.figure import Pose

Side = Literal["right", "left"]


@dataclass(frozen=True, slots=True)
class Equipment:
    """One thing that exercises need."""

    id: str
    name: str
    description: str = ""
    household: bool = False
    bands: tuple[str, ...] = ()  # colours, the lightest first
    drawing: str = ""  # which thing that figures know it is


@dataclass(frozen=True, slots=True)
class Need:
    """A piece of equipment that an exercise needs, with its substitutes."""

    item: Equipment
    required: bool
    substitutes: tuple[Equipment, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A common error with its fix, and how it looks, where the exercise has a figure."""

    fault: str
    fix: str
    figure: Pose | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change on a day."""

    date: datetime.date
    what: str


@dataclass(frozen=True, slots=True)
class SmallerImage:
    """The same picture, narrower."""

    file: str
    width_pixels: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with the right to show it; `file` is its address, from the site's root, `source` its path below
    `content/`, and `smaller` has the narrowest first.
    """

    file: str
    alt: str
    licence: str
    author: str
    width_pixels: int | None = None
    height_pixels: int | None = None
    smaller: tuple[SmallerImage, ...] = ()
    source: str = field(default="", compare=False)

    def at_least(self, width_pixels: int) -> str:
        """The address of the smallest that is so wide, or else of the widest."""
        return next((each.file for each in self.smaller if each.width_pixels >= width_pixels), self.file)


@dataclass(frozen=True, slots=True)
class Video:
    """A film: an own one with its `file` from the site's root, or one elsewhere with its `url`."""

    alt: str
    file: str = ""
    url: str = ""
    type: str = ""  # such as video/mp4
    captions: str = ""  # address of a WebVTT file
    is_silent: bool = False  # nobody speaks in it, so that no captions are missing
    poster: Image | None = None
    duration_seconds: int = 0  # 0: its file does not say
    width_pixels: int = 0
    height_pixels: int = 0
    in_timer: bool = False
    licence: str = ""
    author: str = ""
    source: str = field(default="", compare=False)  # paths below content/
    captions_source: str = field(default="", compare=False)

    @property
    def host(self) -> str:
        """Who learns of a visit to a film elsewhere."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class OneSide:
    """What an exercise says to someone who works this side alone: no step changes sides. `shows` is of its poses."""

    side: Side
    setup: tuple[str, ...]
    instructions: tuple[str, ...]
    short_steps: tuple[str, ...]
    cues: tuple[str, ...]
    feel_here: tuple[str, ...]
    feel_not_here: tuple[str, ...]
    faults: tuple[Fault, ...]
    precautions: tuple[str, ...]
    stop_signs: tuple[str, ...]
    contraindications: tuple[str, ...] | None
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    shows: tuple[str, ...]
