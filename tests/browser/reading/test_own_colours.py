"""Colours that can just be read can be read on every kind of page, in both schemes."""

from collections.abc import Iterator

import pytest

from limber.colours import contrast, readable
from limber.model.site import Colours
from once import Once
from page_checks import AXE
from page_kinds import DIFFERENT, addresses, shown
from site_build import Site, build, copy, serving

ADDRESS = "https://coach.example/"
WANTED = Colours(brand="#6fb08f", brand_dark="#3f6f58", accent="#d98a4a", accent_dark="#8a4a1a", paper="#ffffff")
PAPER = {"cheat sheet", "large-print sheet", "cards", "cards with backs"}
"""Black on white, whatever the colours."""


def just_readable() -> dict[str, str]:
    """The nearest shades of colours that are none."""
    found = {}
    for key in readable.WHERE:
        chosen = Colours(**{**{each: getattr(WANTED, each) for each in readable.WHERE}, **found})
        found[key] = contrast.legible(getattr(WANTED, key), readable.grounds(chosen)[key], contrast.TEXT)
    return found


@pytest.fixture(scope="module")
def coloured(root, once: Once) -> Iterator[Site]:
    def make(folder):
        project = copy(root, folder / "project")
        colours = ", ".join(f'{key}: "{colour}"' for key, colour in just_readable().items())
        (project / "data" / "site.yaml").write_text(f"name: Own colours\ncolours: {{{colours}}}\n", "utf-8")
        said = build(project, folder / "site", ADDRESS)
        assert (said.returncode, said.stderr) == (0, ""), said.stderr

    with serving(once("own-colours", make) / "site", ADDRESS) as site:
        yield site


def test_every_text_can_be_read(new_page, root, coloured, dataset):
    page = new_page(coloured)
    axe = (root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    pages = addresses(dataset)
    faults = {}
    for kind in set(DIFFERENT) - PAPER:
        shown(page, pages[kind])
        page.evaluate(axe)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            faults[kind, scheme] = page.evaluate(AXE, {"runOnly": ["color-contrast"]})
    assert {kind: found for kind, found in faults.items() if found} == {}
