"""Renders PDFs of the built pages that are made to be printed.

A PDF takes longer than all other files of a small site together, so each is kept until something that it was made of
differs: the page, a file that it asked for, a font of this machine, or what sets the type.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache as once
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from limber.build_cache import BuildCache, fingerprint
from limber.languages.language import ENGLISH, Language
from limber.publish.parallel import for_each

CURE = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (macOS: brew install pango)"

PAPER = "@page { size: 210mm 279mm }"
"""What A4 and Letter have in common: so one file prints on both in its full size, and its codes stay 25 mm.

A4 would be scaled down on Letter, and its type would be smaller than 8 points. Two files for each sheet would have
everyone choose a paper, to find that both look the same.
"""


MIRRORED = "WeasyPrint sets no grid from right to left. Cure: print the pages from a browser, which does."
FONTLESS = "fontconfig finds no font. Cure: apt-get install fonts-dejavu-core (macOS: brew install font-dejavu)"
_PACKAGES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pyphen", "pillow", "cffi")
_FONTS = (
    "/etc/fonts",
    "/usr/share/fontconfig",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "~/.config/fontconfig",
    "~/.fonts.conf",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)
"""Where fontconfig looks, and for what it is told about fonts."""


class Missing(RuntimeError):  # noqa: N818 (it reads as what it says)
    """A dependency of PDFs is not installed."""


def beside(page: str) -> str:
    """The path of the PDF of a page, both from the site's root: `sheets/morning/large/` has
    `sheets/morning-large.pdf`. Empty for pages without a PDF: lists, cards with backs, and what is read.
    """
    kind, _, rest = page.rstrip("/").partition("/")
    id_, _, variant = rest.partition("/")
    if not id_ or (kind, variant) not in {("sheets", ""), ("sheets", "large"), ("cards", ""), ("programmes", "sheet")}:
        return ""
    return f"{kind}/{id_}{'-' if variant else ''}{variant}.pdf"


def engine() -> Any:
    """The module WeasyPrint. Raises `Missing`, with the cure, if Pango or any font is missing."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", ".*FontConfig")  # without any font Pango would end the process
        try:
            return import_module("weasyprint")
        except OSError:
            raise Missing(f"they need the library Pango. Cure: {CURE}") from None
        except UserWarning:
            raise Missing(FONTLESS) from None


def can_write(wanted: str, cache: BuildCache, language: Language = ENGLISH) -> tuple[bool, list[str]]:
    """Whether PDFs can be made, and notes if not; `wanted` is no, if possible or required.

    Raises `Missing` where they are required and cannot be made.
    """
    if wanted == "no":
        return False, []
    try:
        if language.direction == "rtl":
            raise Missing(MIRRORED)
        cache.made(lambda: bool(engine()) * b"found", "pdf-engine", *_setters())
    except Missing as missing:
        if wanted == "required":
            raise
        return False, [f"Note: the PDFs are left out: {missing}"]
    return True, []


def write_all(site: Path, pages: Sequence[str], address: str, cache: BuildCache) -> None:
    """Write the PDF of each of these pages from the cache, or else render them in parallel."""
    anew = []
    for page in pages:
        asked = cache.kept("pdf-files", *_of(site, page, address))
        kept = asked and cache.kept("pdf", *_of(site, page, address), *_contents(site, json.loads(asked)))
        if kept:
            site.joinpath(beside(page)).write_bytes(kept)
        else:
            anew.append(page)
    if anew:
        engine()  # imported once, before forking
        for_each(partial(_write_and_keep, site, address, cache), anew, worth_it=2)


def _write_and_keep(site: Path, address: str, cache: BuildCache, page: str) -> None:
    asked = write(site, page, address)
    of = _of(site, page, address)
    cache.keep(json.dumps(asked).encode(), "pdf-files", *of)
    cache.keep(site.joinpath(beside(page)).read_bytes(), "pdf", *of, *_contents(site, asked))


def _of(site: Path, page: str, address: str) -> tuple[str | bytes, ...]:
    """The inputs of a PDF, except for the files that the page loads."""
    return (address, page, (site / page / "index.html").read_bytes(), *_setters())


def _contents(site: Path, files: Iterable[str]) -> Iterator[bytes]:
    for file in files:
        yield (site / file).read_bytes() if (site / file).is_file() else b""


@once
def _setters() -> tuple[str, ...]:
    """The versions of packages and of Pango, and the fonts, as far as they can be determined quickly."""
    versions = []
    for package in _PACKAGES:
        try:
            versions.append(version(package))
        except PackageNotFoundError:
            versions.append("")
    try:
        versions.append(str(ctypes.CDLL("libpango-1.0.so.0").pango_version()))
    except OSError:  # it has another name or is not installed
        versions.append("")
    found = find_spec("weasyprint")
    told = ("FONTCONFIG", "FC_", "LANG", "LC_")
    said = (f"{name}={text}" for name, text in sorted(os.environ.items()) if name.startswith(told))
    return (*versions, str(found and found.origin), fingerprint(*_fonts()), *said)


def _fonts() -> Iterator[str]:
    """Each file that fontconfig may read, with its size and date."""
    told = (os.environ.get(name, "") for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH"))
    home = os.environ.get("XDG_DATA_HOME")
    for place in (*_FONTS, *filter(None, told), *([f"{home}/fonts"] if home else [])):
        top = Path(place).expanduser()
        files = (Path(folder, name) for folder, _, names in os.walk(top, followlinks=True) for name in sorted(names))
        for file in [top] if top.is_file() else files:
            if file.exists():
                status = file.stat()
                yield f"{file} {status.st_size} {status.st_mtime_ns}"


def write(site: Path, page: str, address: str) -> list[str]:
    """Write the PDF of a built page beside it. `address` is that of the site, for its links.

    Returns the files of the site that the page loads, as paths from its root.
    """
    asked: list[str] = []
    weasyprint = engine()
    document = weasyprint.HTML(
        string=(site / page / "index.html").read_text("utf-8"),
        base_url=urljoin(address, page),
        media_type="print",
        url_fetcher=_fetcher(weasyprint, site, address, asked),
    )
    paper = weasyprint.CSS(string=PAPER)
    document.write_pdf(site / beside(page), stylesheets=[paper], pdf_variant="pdf/ua-1")
    return sorted(set(asked))


def copy(site: Path, redirects: Iterable[tuple[str, str]]) -> None:
    """Copy the PDFs of pages to their old addresses, since a file cannot redirect."""
    for page, old in redirects:
        if beside(page) and (made := site / beside(page)).exists():
            shutil.copyfile(made, site / beside(old))


def _fetcher(weasyprint: Any, site: Path, address: str, asked: list[str]) -> Any:
    """A fetcher that reads from the folder and never from a host; a missing file stops the build."""

    class FromFolder(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(address):
                path = unquote(urlsplit(url).path.removeprefix(urlsplit(address).path))
                asked.append(path)
                url = (site / path).resolve().as_uri()
            return super().fetch(url, headers)

    return FromFolder(allowed_protocols=("file", "data"), fail_on_errors=True)
