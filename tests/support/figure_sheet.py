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


def sheet(browser: Browser, root: Path, dataset: Dataset, size: int, look: str) -> Sheet:
    """The sheet, drawn anew."""
    components = components_in(root / "overrides" / "components", dataset)
    drawn = list(pictures(dataset))
    svgs = [components.render("figure_picture", "../", picture, label=False) for _, picture in drawn]
    styles = [whole(root / "overrides" / name) for name in STYLES]
    scheme = "slate" if look == "dark" else "default"
    page = browser.new_page(viewport={"width": WIDE, "height": 100}, **_options(look))
    page.emulate_media(**LOOKS[look])
    page.set_content(
        f"<style>{''.join(styles)} body {{ margin: 0; padding: 8px; gap: 8px;"
        " display: flex; flex-wrap: wrap; align-content: start;"
        f" background: {'#fff' if look == 'print' else 'var(--limber-paper)'} }}"
        f" :root .figure__pose.figure__pose.figure__pose {{ width: auto; height: {size}px; max-height: none }}</style>"
        f"<body data-md-color-scheme={scheme}>{''.join(svgs)}"
    )
    boxes = [each.bounding_box() for each in page.locator("svg.figure__picture").all()]
    image = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    page.close()
    cells = [Cell(name, box, image.crop(box)) for (name, _), box in zip(drawn, map(_corners, boxes), strict=True)]
    return Sheet(image, tuple(cells))


def _options(look: str) -> dict[str, str]:
    return {"color_scheme": "dark"} if look == "dark" else {}


def _corners(box: dict[str, float]) -> tuple[int, int, int, int]:
    left, top, width, high = (box[each] for each in ("x", "y", "width", "height"))
    return floor(left), floor(top), ceil(left + width), ceil(top + high)
