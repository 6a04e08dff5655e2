"""Draws all pictures of all figures on one sheet, in a browser, in a size and in a colour scheme."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser

from compiled_components import components_in
from figure_stances import figures
from limber.figures import drawing
from limber.figures.paths import Picture
from limber.model.nouns import Dataset
from style_sheets import whole

SIZES = (48, 160, 320)  # pixels high: as in a list, on a card, on a page
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}
PLAIN = {"color_scheme": "light", "forced_colors": "none", "media": "screen"}
BOXES = """() => [...document.querySelectorAll("svg.figure__picture")].map((each) => {
  const {left, top, right, bottom} = each.getBoundingClientRect();
  return [left, top, right, bottom];
})"""
WIDE = 1280
STYLES = ("styles/tokens.css", "components/figure-picture/figure-picture.css")


class Cell(NamedTuple):
    """A picture on the sheet: what it shows, where it is, and how it looks."""

    name: str
    box: tuple[int, int, int, int]
    image: Image.Image


class Sheet(NamedTuple):
    """The sheet as a whole, and picture by picture."""

    image: Image.Image
    cells: tuple[Cell, ...]


def pictures(dataset: Dataset) -> Iterator[tuple[str, Picture]]:
    """Each pose and each fault, with a name for it."""
    for exercise, figure in figures(dataset):
        for number, picture in enumerate(drawing.drawing(figure, exercise.works).poses, 1):
            yield f"{exercise.id}, pose {number}", picture
        for number, fault in enumerate(exercise.faults, 1):
            if fault.figure:
                yield (
                    f"{exercise.id}, fault {number}",
                    drawing.fault(figure, fault.figure, exercise.works).poses[0],
                )


class Sheets:
    """Sheets of all pictures of a dataset, each drawn anew, on one page of a browser."""

    def __init__(self, browser: Browser, root: Path, dataset: Dataset) -> None:
        components = components_in(root / "overrides" / "components", dataset)
        drawn = list(pictures(dataset))
        self._names = [name for name, _ in drawn]
        self._svgs = "".join(components.render("figure_picture", "../", picture, label=False) for _, picture in drawn)
        self._styles = "".join(whole(root / "overrides" / name) for name in STYLES)
        self._page = browser.new_page()

    def drawn(self, size: int, look: str) -> Sheet:
        """The sheet with pictures so many pixels high."""
        scheme = "slate" if look == "dark" else "default"
        self._page.emulate_media(**PLAIN | LOOKS[look])
        self._page.set_viewport_size({"width": WIDE, "height": 100})
        self._page.set_content(
            f"<style>{self._styles} body {{ margin: 0; padding: 8px; gap: 8px;"
            " display: flex; flex-wrap: wrap; align-content: start;"
            f" background: {'#fff' if look == 'print' else 'var(--limber-paper)'} }}"
            f" :root .figure__pose.figure__pose.figure__pose {{ width: auto; height: {size}px; max-height: none }}"
            f"</style><body data-md-color-scheme={scheme}>{self._svgs}"
        )
        # What lies outside of the window is not always painted in time for a picture of the whole page.
        high = self._page.evaluate("document.documentElement.scrollHeight")
        self._page.set_viewport_size({"width": WIDE, "height": high})
        image = Image.open(BytesIO(self._page.screenshot())).convert("RGB")
        boxes = [
            (floor(left), floor(top), ceil(right), ceil(end)) for left, top, right, end in self._page.evaluate(BOXES)
        ]
        cells = [Cell(name, box, image.crop(box)) for name, box in zip(self._names, boxes, strict=True)]
        return Sheet(image, tuple(cells))

    def close(self) -> None:
        """Ends the page."""
        self._page.close()
