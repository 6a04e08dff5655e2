"""PDFs of the pages that are made to be printed, from the built site; knows no MkDocs, WeasyPrint only when asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

CURE = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (macOS: brew install pango)"

PAPER = "@page { size: 210mm 279mm }"
"""What A4 and Letter have in common: so one file prints on both in its full size, and its codes stay 25 mm.

A4 would be scaled down on Letter, and its type would be smaller than 8 points. Two files for each sheet would have
everyone choose a paper, to find that both look the same.
"""


class Missing(RuntimeError):  # noqa: N818 (it reads as what it says)
    """The library that PDFs are made with is not on this machine."""


def beside(page: str) -> str:
    """The PDF of a page, both as paths from the site's root, or nothing where there is none: of pages to print
    on both sides, and of lists. `sheets/morning/large/` has `sheets/morning-large.pdf`.
    """
    kind, _, rest = page.rstrip("/").partition("/")
    id_, _, variant = rest.partition("/")
    if not id_ or (kind, variant) not in {("sheets", ""), ("sheets", "large"), ("cards", "")}:
        return ""
    return f"{kind}/{id_}{'-' if variant else ''}{variant}.pdf"


def engine() -> Any:
    """WeasyPrint. Raises `Missing`, with the cure, where it finds no Pango to set type with."""
    try:
        return import_module("weasyprint")
    except OSError:
        raise Missing(f"they need the library Pango. Cure: {CURE}") from None


def can_write(wanted: str) -> tuple[bool, list[str]]:
    """Whether PDFs are made, and what to say when not; `wanted` is no, if possible or required.

    Raises `Missing` where they are required and cannot be made.
    """
    if wanted == "no":
        return False, []
    try:
        engine()
    except Missing as missing:
        if wanted == "required":
            raise
        return False, [f"Note: the PDFs are left out: {missing}"]
    return True, []


def write(site: Path, page: str, address: str) -> None:
    """Write the PDF of a built page beside it. `address` is where the site will live: its links lead there."""
    weasyprint = engine()
    document = weasyprint.HTML(
        string=(site / page / "index.html").read_text("utf-8"),
        base_url=urljoin(address, page),
        media_type="print",
        url_fetcher=_fetcher(weasyprint, site, address),
    )
    paper = weasyprint.CSS(string=PAPER)
    document.write_pdf(site / beside(page), stylesheets=[paper], pdf_variant="pdf/ua-1")


def copy(site: Path, moves: Iterable[tuple[str, str]]) -> None:
    """Lay the PDFs of pages at their old addresses, too: no page can send on from a file."""
    for page, old in moves:
        if beside(page) and (made := site / beside(page)).exists():
            shutil.copyfile(made, site / beside(old))


def _fetcher(weasyprint: Any, site: Path, address: str) -> Any:
    """Fetches what a page asks for from the folder, and asks no host; what is not there stops the build."""

    class FromFolder(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(address):
                url = (site / unquote(urlsplit(url).path.removeprefix(urlsplit(address).path))).resolve().as_uri()
            return super().fetch(url, headers)

    return FromFolder(allowed_protocols=("file", "data"), fail_on_errors=True)
