"""Writes llms.txt: what a language model needs to find the records here, and to write a sound one.

The example is a file of its own, so that it is validated as any dataset is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from limber.exports.lazy_texts import LazyTexts
from limber.model.site import Site

GUIDE = Path(__file__).with_name("llms.md")
EXAMPLE = Path(__file__).with_name("llms-example.yaml")


def llms(site: Site, site_url: str) -> Mapping[str, str]:
    """The file by its path below the site's root."""
    return LazyTexts({"llms.txt": lambda: _text(site, site_url)})


def _text(site: Site, site_url: str) -> str:
    guide = GUIDE.read_text("utf-8").replace("EXAMPLE\n", EXAMPLE.read_text("utf-8"))
    about = (
        f"# {site.name}\n\n> {site.description or 'Exercises and routines, each with its instructions and doses.'}\n"
    )
    return f"{about}\n{guide.replace('ROOT/', site_url)}"
